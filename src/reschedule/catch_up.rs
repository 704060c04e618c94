//! Catching up: fitting stranded jobs into free time, with everything else left where it is.
//!
//! This is list scheduling (Graham, 1966): in the order of the plan, each job goes to the first
//! date with room for it. So the earliest slots are placed first, and one that is left could not be
//! added without moving another. A search for the most minutes would drop early slots for late ones.

use super::problem::{Problem, Proposal};
use super::timetable::Timetable;

/// Fits stranded jobs into free time up to the end of the plan, the earliest first. Nothing else
/// moves.
pub(crate) fn catch_up(problem: &Problem) -> Proposal {
    let mut timetable = Timetable::new(problem, |index| problem.jobs[index].stranded);
    let mut proposal = Proposal::default();
    for index in problem.stranded() {
        let bounds = timetable.bounds(index);
        match timetable.first(index, (bounds.from.0, problem.plan_end), bounds) {
            Ok(placement) => {
                timetable.put(index, placement);
                proposal.moves.push((index, placement));
            }
            Err(obstacle) => proposal.unplaced.push((index, obstacle)),
        }
    }
    proposal
}
