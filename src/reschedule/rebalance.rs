//! Laying everything that is not done out anew.

use chrono::NaiveDate;

use super::catch_up::obstacles;
use super::hours::dates;
use super::timetable::Timetable;
use super::{Placement, Problem, Proposal};
use crate::calendar::add;

/// How far past the end of the plan places are sought, in days.
const BEYOND: u64 = 10 * 366;

/// A slot that is longer than any budget, and not stranded, stays where the plan has it: nowhere
/// else could hold it. What is running now stays, too.
fn is_pinned(problem: &Problem, index: usize) -> bool {
    let job = &problem.jobs[index];
    let most = problem.budgets.weekday.max(problem.budgets.weekend);
    job.running || job.open && !job.stranded && job.minutes > most
}

/// Lays everything that is not done out anew from today, in the order of the plan: each slot
/// stays where it is if it can, else it goes to the first later date with room. What is stranded
/// takes the first dates with room, and what stood there gives way.
#[must_use]
pub fn rebalance(problem: &Problem) -> Proposal {
    let all = 0..problem.jobs.len();
    let pinned: Vec<bool> = all.map(|index| is_pinned(problem, index)).collect();
    let mut left = vec![false; problem.jobs.len()];
    // One without a place stays where it is, and the others have to be laid out around it.
    loop {
        let mut layout = Layout::of(problem, &pinned, &left);
        if layout.unplaced.is_empty() {
            let unplaced = (0..left.len()).filter(|index| left[*index]);
            return Proposal {
                unplaced: obstacles(&mut layout.timetable, unplaced),
                moves: layout.moves,
            };
        }
        for index in layout.unplaced {
            left[index] = true;
        }
    }
}

struct Layout<'p> {
    timetable: Timetable<'p>,
    moves: Vec<(usize, Placement)>,
    unplaced: Vec<usize>,
}

impl<'p> Layout<'p> {
    /// Lays out all but those that are pinned, or left where they are.
    fn of(problem: &'p Problem, pinned: &[bool], left: &[bool]) -> Self {
        let stays = |index: usize| pinned[index] || left[index] && !problem.jobs[index].stranded;
        let mut layout = Self {
            timetable: Timetable::new(problem, |index| !stays(index)),
            moves: Vec::new(),
            unplaced: Vec::new(),
        };
        let open = |index: &usize| problem.jobs[*index].open && !stays(*index);
        let all = 0..problem.jobs.len();
        let (without, with): (Vec<usize>, Vec<usize>) =
            all.filter(open).partition(|index| left[*index]);
        for index in without {
            layout.timetable.leave(index);
        }
        for index in with {
            layout.lay(index);
        }
        layout
    }

    fn lay(&mut self, index: usize) {
        let problem = self.timetable.problem;
        let job = &problem.jobs[index];
        let bounds = self.timetable.bounds(index);
        if !job.stranded && self.timetable.holds(index, job.placement, bounds) {
            self.timetable.put(index, job.placement);
            return;
        }
        let from = if job.stranded {
            problem.today
        } else {
            job.placement.date
        };
        let last = add(problem.end.max(problem.today), BEYOND);
        let mut dates = dates(from.max(bounds.from.0), last);
        match dates.find_map(|date| self.timetable.place(index, date, NaiveDate::MAX, bounds)) {
            Some(placement) => {
                self.timetable.put(index, placement);
                if placement != job.placement {
                    self.moves.push((index, placement));
                }
            }
            None => self.unplaced.push(index),
        }
    }
}
