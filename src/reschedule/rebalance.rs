//! Rebalancing: laying out everything that is not done anew from today.
//!
//! This is list scheduling (Graham, 1966): the jobs go, in the order of the plan, to the first date
//! with room. The order of the plan is a topological order of all precedence constraints, so no
//! job has to be moved twice. An optimal layout would need a search and would move more jobs than
//! people want to see moved.

use super::problem::{Problem, Proposal};
use super::time::dates;
use super::timetable::Timetable;
use crate::calendar::add;
use crate::progress::Placement;

use chrono::NaiveDate;

/// How many days past the end of the plan are searched: ten years.
const BEYOND: u64 = 10 * 366;

/// Lays out everything that is not done anew from today. A job stays where it is if it can, else it
/// goes to the first later date with room. Stranded jobs take the first dates with room, and what
/// was planned there gives way.
pub(crate) fn rebalance(problem: &Problem) -> Proposal {
    let mut left = vec![false; problem.jobs.len()];
    // A job without a placement stays where it is, and the others are laid out around it. Each
    // round leaves at least one more, so this ends.
    loop {
        let mut layout = Layout::new(problem, &left);
        if layout.unplaced.is_empty() {
            let unplaced = (0..left.len()).filter(|index| left[*index]);
            return Proposal {
                unplaced: layout.timetable.obstacles(unplaced),
                moves: layout.moves,
            };
        }
        for index in layout.unplaced {
            left[index] = true;
        }
    }
}

/// Whether a job stays where it is: it is running, or too long for any other day.
fn is_pinned(problem: &Problem, index: usize) -> bool {
    let job = &problem.jobs[index];
    job.running || job.open && !job.stranded && job.minutes > problem.budgets.most()
}

struct Layout<'p> {
    timetable: Timetable<'p>,
    moves: Vec<(usize, Placement)>,
    unplaced: Vec<usize>,
}

impl<'p> Layout<'p> {
    /// Lays out all jobs except for those that are pinned or `left`.
    fn new(problem: &'p Problem, left: &[bool]) -> Self {
        let stays = |index: usize| {
            is_pinned(problem, index) || left[index] && !problem.jobs[index].stranded
        };
        let mut layout = Self {
            timetable: Timetable::new(problem, |index| !stays(index)),
            moves: Vec::new(),
            unplaced: Vec::new(),
        };
        let all = (0..left.len()).filter(|index| problem.jobs[*index].open && !stays(*index));
        let (left, others): (Vec<usize>, Vec<usize>) = all.partition(|index| left[*index]);
        for index in left {
            layout.timetable.leave(index);
        }
        for index in others {
            layout.place(index);
        }
        layout
    }

    fn place(&mut self, index: usize) {
        let problem = self.timetable.problem;
        let job = &problem.jobs[index];
        let bounds = self.timetable.bounds(index);
        if !job.stranded && self.timetable.allows(index, job.placement, bounds) {
            self.timetable.put(index, job.placement);
            return;
        }
        let from = if job.stranded {
            problem.today
        } else {
            job.placement.date
        };
        let last = add(problem.plan_end.max(problem.today), BEYOND);
        let mut dates = dates(from.max(bounds.from.0), last);
        let found = dates.find_map(|date| self.timetable.find(index, date, NaiveDate::MAX, bounds));
        match found {
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
