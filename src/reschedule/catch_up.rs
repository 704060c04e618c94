//! Catching up: fitting stranded jobs into free time, with everything else left where it is.
//!
//! This is list scheduling (Graham, 1966): in the order of the plan, each job goes to the first
//! date with room for it. So the earliest slots are placed first, and one that is left could not be
//! added without moving another. A search for the most minutes would drop early slots for late ones.
//! Jobs with a deadline come first.

use super::deadline::{by_deadline, handed_down};
use super::problem::{Problem, Proposal};
use super::timetable::Timetable;

/// Fits stranded jobs into free time up to the end of the plan, the earliest first. Nothing else
/// moves. One that has no room before its deadline goes after it.
pub(crate) fn catch_up(problem: &Problem) -> Proposal {
    let mut timetable = Timetable::new(problem, |index| problem.jobs[index].stranded);
    let mut proposal = Proposal::default();
    let own = problem.deadlines();
    let deadlines = handed_down(problem, &own);
    let order = by_deadline(problem, &own).into_iter();
    for index in order.filter(|index| problem.jobs[*index].stranded) {
        let bounds = timetable.bounds(index);
        let before = deadlines[index].and_then(|date| date.pred_opt());
        let in_time = before.and_then(|last| {
            let last = last.min(problem.plan_end);
            timetable.first(index, (bounds.from.0, last), bounds).ok()
        });
        let found = in_time.map_or_else(
            || timetable.first(index, (bounds.from.0, problem.plan_end), bounds),
            Ok,
        );
        match found {
            Ok(placement) => {
                timetable.put(index, placement);
                proposal.moves.push((index, placement));
            }
            Err(obstacle) => proposal.unplaced.push((index, obstacle)),
        }
    }
    proposal.moves.sort_by_key(|(index, _)| *index);
    proposal.unplaced.sort_by_key(|(index, _)| *index);
    proposal
}
