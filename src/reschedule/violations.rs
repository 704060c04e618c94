//! Jobs that the learner has moved before something they follow, or after something that follows
//! them.

use super::precedence::Precedence;
use super::problem::Problem;

/// How the place of a job violates the order of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Violation {
    /// It comes after the job at this position, which has to follow it.
    After(usize),
    /// It comes before the job at this position, which it has to follow.
    Before(usize),
}

/// Which of the jobs at `moved`, sorted, violate the order of the plan, each with the job that it
/// violates most. Jobs that are settled, stranded or moved as well are ignored, and an overlap is
/// no violation.
pub(crate) fn violations(problem: &Problem, moved: &[usize]) -> Vec<(usize, Violation)> {
    let precedence = Precedence::new(problem);
    let placement = |index: usize| problem.jobs[index].placement;
    let counts = |other: &usize| {
        let job = &problem.jobs[*other];
        job.open && !job.stranded && moved.binary_search(other).is_err()
    };
    let violation = |index: usize| {
        let is_in_week = |other: &usize| problem.jobs[*other].week == problem.jobs[index].week;
        let following = (index + 1..problem.jobs.len()).take_while(is_in_week);
        let after = following.chain(precedence.after(index)).filter(counts);
        let after = after.map(|other| (problem.last_before(placement(other)), other));
        if let Some((last, other)) = after.min()
            && problem.begin(placement(index)) > last
        {
            return Some(Violation::After(other));
        }
        let preceding = (0..index).rev().take_while(is_in_week);
        let before = preceding.chain(precedence.before(index)).filter(counts);
        let before = before.map(|other| (problem.begin(placement(other)), other));
        let (begin, other) = before.max()?;
        (problem.last_before(placement(index)) < begin).then_some(Violation::Before(other))
    };
    let found = moved.iter().map(|index| (*index, violation(*index)));
    found
        .filter_map(|(index, found)| Some((index, found?)))
        .collect()
}
