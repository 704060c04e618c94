//! How far a proposal departs from the order of the plan.

use std::collections::HashSet;

use super::problem::{Problem, Proposal};
use super::time::Moment;

/// How many open slots are out of the plan's order: so few have to be taken out that the others are
/// in it. A slot counts with its last sitting. Those without a placement, and those of which the
/// learner chose the date, don't count.
///
/// The others are the longest chain that never goes back in time. Patience sorting finds its length;
/// as a job without a time, or on a run of dates, may be done at any moment of them, each job is not
/// a number but an interval.
pub(crate) fn out_of_order(problem: &Problem, proposal: &Proposal) -> u32 {
    let placements = problem.placements_after(proposal);
    let unplaced: HashSet<usize> = proposal.unplaced.iter().map(|(index, _)| *index).collect();
    let counts = |index: &usize| {
        let job = &problem.jobs[*index];
        job.open && job.is_last && job.week.is_some() && !unplaced.contains(index)
    };
    // The moment at which the best chain of each length ends, the earliest that is possible.
    let mut ends: Vec<Moment> = Vec::new();
    let mut count = 0;
    for index in (0..placements.len()).filter(counts) {
        count += 1;
        let first = problem.begin(placements[index]);
        let last = problem.last_before(placements[index]);
        let shortest = ends.partition_point(|end| *end <= first);
        let longest = ends.partition_point(|end| *end <= last);
        // Each chain that ends by `last` goes on with this job, at the moment it ends or at `first`.
        ends.insert(shortest, first);
        if longest + 1 < ends.len() {
            ends.remove(longest + 1);
        }
    }
    u32::try_from(count - ends.len()).unwrap_or(u32::MAX)
}
