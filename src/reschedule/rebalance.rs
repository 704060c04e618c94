//! Rebalancing: rescheduling every open job from today on, in the order of the plan.
//!
//! This is list scheduling (Graham, 1966): the jobs go, in the order of the plan, to the first date
//! with room. The order of the plan is a topological order of all precedence constraints, so no
//! job has to be moved twice. An optimal layout would need a search and would move more jobs than
//! people want to see moved. Only where the order of the plan misses deadlines are jobs laid out by
//! these, if that misses fewer.

use chrono::NaiveDate;

use super::deadline::{by_deadline, handed_down};
use super::precedence::Bounds;
use super::problem::{Obstacle, Problem, Proposal};
use super::timetable::Timetable;
use crate::calendar::add;
use crate::progress::Placement;

/// How many days past the end of the plan are searched: ten years.
const BEYOND: u64 = 10 * 366;

/// By how many days at most a job is put off to keep the plan's order.
const PUT_OFF: u64 = 1;

/// Reschedules every open job from today on. A job stays where it is if it can, else it goes to the
/// first later date with room, if possible after the job before it. Stranded jobs take
/// the first dates with room, and what was planned there gives way.
pub(crate) fn rebalance(problem: &Problem) -> Proposal {
    let all = (0..problem.jobs.len()).collect();
    let in_order = rebalance_by(problem, &Turns::in_order(problem, all));
    let missed = problem.missed(&in_order);
    if missed == 0 {
        return in_order;
    }
    let own = problem.deadlines();
    let by_deadline = Turns {
        order: by_deadline(problem, &own),
        deadlines: handed_down(problem, &own),
    };
    let by_deadline = rebalance_by(problem, &by_deadline);
    if problem.missed(&by_deadline) < missed {
        by_deadline
    } else {
        in_order
    }
}

/// In which order jobs are laid out, and which of them by a deadline.
struct Turns {
    order: Vec<usize>,
    deadlines: Vec<Option<NaiveDate>>,
}

impl Turns {
    fn in_order(problem: &Problem, order: Vec<usize>) -> Self {
        let deadlines = vec![None; problem.jobs.len()];
        Self { order, deadlines }
    }
}

fn rebalance_by(problem: &Problem, turns: &Turns) -> Proposal {
    let too_long = |minutes| minutes > problem.largest_budget();
    let jobs = problem.jobs.iter();
    let stays = jobs
        .map(|job| job.running || !job.stranded && (job.week.is_none() || too_long(job.minutes)));
    let mut stays: Vec<bool> = stays.collect();
    // A job that is not stranded and finds no room stays where it is, and the others are laid out
    // around it. Each round keeps at least one more, so this ends.
    loop {
        let proposal = lay_out(problem, turns, &stays);
        let unplaced = proposal.unplaced.iter().map(|(index, _)| *index);
        let stuck = unplaced.filter(|index| !problem.jobs[*index].stranded);
        let stuck: Vec<usize> = stuck.collect();
        if stuck.is_empty() {
            return proposal;
        }
        for index in stuck {
            stays[index] = true;
        }
    }
}

/// Lays out all open jobs around those that stay where they are.
fn lay_out(problem: &Problem, turns: &Turns, stays: &[bool]) -> Proposal {
    let mut layout = Layout {
        timetable: Timetable::new(problem, |index| !stays[index]),
        previous: None,
        front: problem.today,
        deadlines: &turns.deadlines,
    };
    let mut proposal = Proposal::default();
    for index in turns.order.iter().copied() {
        let job = &problem.jobs[index];
        if !job.open || stays[index] {
            continue;
        }
        match layout.place(index) {
            Ok(placement) if placement == job.placement => {}
            Ok(placement) => proposal.moves.push((index, placement)),
            Err(obstacle) => proposal.unplaced.push((index, obstacle)),
        }
    }
    proposal.moves.sort_by_key(|(index, _)| *index);
    proposal.unplaced.sort_by_key(|(index, _)| *index);
    proposal
}

struct Layout<'p> {
    timetable: Timetable<'p>,
    /// The placement of the last job.
    previous: Option<Placement>,
    /// The first date that is not passed over. A gap before it that a job did not take, because it
    /// was to follow the one before it, is not for those after it either.
    front: NaiveDate,
    /// The dates before which jobs have to be done.
    deadlines: &'p [Option<NaiveDate>],
}

impl Layout<'_> {
    /// Places a job on the first date with room, after the previous one unless this puts it off too
    /// long.
    fn place(&mut self, index: usize) -> Result<Placement, Obstacle> {
        let problem = self.timetable.problem;
        let last = add(problem.plan_end.max(problem.today), BEYOND);
        let bounds = self.timetable.bounds(index);
        let before = self.deadlines[index].and_then(|date| date.pred_opt());
        let mut find = |last: NaiveDate| {
            self.find(index, (self.front, last), bounds)
                .or_else(|_| self.find(index, (problem.today, last), bounds))
        };
        let in_time = before.and_then(|last| find(last).ok());
        let last = before.filter(|_| in_time.is_some()).unwrap_or(last);
        let first = in_time.map_or_else(|| find(last), Ok)?;
        let in_order = self.previous.map_or(bounds, |previous| {
            bounds.after(problem.first_after(previous))
        });
        let dates = (self.front, add(first.date, PUT_OFF).min(last));
        let placement = self.find(index, dates, in_order).unwrap_or(first);
        if placement.date > first.date {
            self.front = placement.date;
        }
        self.timetable.put(index, placement);
        self.previous = Some(placement);
        Ok(placement)
    }

    /// The first placement for a job on some dates: where it is, if it is not stranded, or later;
    /// earlier only if it is after those dates.
    fn find(
        &mut self,
        index: usize,
        (from, last): (NaiveDate, NaiveDate),
        bounds: Bounds,
    ) -> Result<Placement, Obstacle> {
        let job = &self.timetable.problem.jobs[index];
        let own = job.placement;
        let from = from.max(bounds.from.0);
        if job.stranded || own.last > last {
            return self.timetable.first(index, (from, last), bounds);
        }
        if own.date >= from && self.timetable.allows(index, own, bounds) {
            return Ok(own);
        }
        let from = from.max(own.date);
        self.timetable.first(index, (from, last), bounds)
    }
}
