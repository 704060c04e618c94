//! Jobs that the learner has moved before something they follow, or after something that follows
//! them.

use super::precedence::Precedence;
use super::problem::Problem;
use super::time::Moment;

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
    let jobs = problem.jobs.iter().enumerate();
    let others = jobs.map(|(index, job)| {
        job.open && !job.stranded && job.week.is_some() && moved.binary_search(&index).is_err()
    });
    let counts: Vec<bool> = others.collect();
    if !counts.contains(&true) {
        return Vec::new();
    }
    let violation = |index: usize| {
        let is_in_week = |other: &usize| {
            let week = problem.jobs[*other].week;
            week.is_none() || week == problem.jobs[index].week
        };
        let mut following: Option<(Moment, usize)> = None;
        let mut follows = |other: usize| {
            if counts[other] {
                let last = (problem.last_before(placement(other)), other);
                following = Some(following.map_or(last, |known| known.min(last)));
            }
        };
        let week = (index + 1..problem.jobs.len()).take_while(is_in_week);
        week.for_each(&mut follows);
        precedence.each_after(index, follows);
        if let Some((last, other)) = following
            && problem.begin(placement(index)) > last
        {
            return Some(Violation::After(other));
        }
        let mut preceding: Option<(Moment, usize)> = None;
        let mut precedes = |other: usize| {
            if counts[other] {
                preceding = preceding.max(Some((problem.begin(placement(other)), other)));
            }
        };
        let week = (0..index).rev().take_while(is_in_week);
        week.for_each(&mut precedes);
        precedence.each_before(index, precedes);
        let (begin, other) = preceding?;
        (problem.last_before(placement(index)) < begin).then_some(Violation::Before(other))
    };
    let in_order = moved
        .iter()
        .filter(|index| problem.jobs[**index].week.is_some());
    let found = in_order.map(|index| (*index, violation(*index)));
    found
        .filter_map(|(index, found)| Some((index, found?)))
        .collect()
}
