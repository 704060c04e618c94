//! Jobs that have to be done before a date.
//!
//! Earliest deadline first (Jackson, 1955), with the deadlines of what has to follow a job handed down
//! to it (Lawler, 1973). On a single machine that misses the least, and here as well as a list
//! schedule can.

use chrono::NaiveDate;

use super::precedence::Precedence;
use super::problem::{Problem, Proposal};

/// The deadlines of jobs: each has to be done before its date, so that those which have to follow it can
/// be done before theirs.
pub(super) fn handed_down(problem: &Problem, own: &[Option<NaiveDate>]) -> Vec<Option<NaiveDate>> {
    let mut deadlines = own.to_vec();
    if deadlines.iter().all(Option::is_none) {
        return deadlines;
    }
    let precedence = Precedence::new(problem);
    for index in (0..deadlines.len()).rev() {
        let mut earliest = deadlines[index];
        precedence.each_after(index, |other| {
            let others = deadlines[other].filter(|_| problem.jobs[other].open);
            earliest = [earliest, others].into_iter().flatten().min();
        });
        deadlines[index] = earliest;
    }
    deadlines
}

/// Positions of jobs, those with the earliest deadlines first, else in the order of the plan.
///
/// As a job that precedes another has no later deadline, this order keeps to all precedence constraints.
pub(crate) fn by_deadline(problem: &Problem, own: &[Option<NaiveDate>]) -> Vec<usize> {
    let deadlines = handed_down(problem, own);
    let mut order: Vec<usize> = (0..deadlines.len()).collect();
    order.sort_by_key(|index| (deadlines[*index].is_none(), deadlines[*index]));
    order
}

impl Problem {
    /// The deadlines of all jobs.
    pub(super) fn deadlines(&self) -> Vec<Option<NaiveDate>> {
        self.jobs.iter().map(|job| job.deadline).collect()
    }

    /// How many open jobs miss their deadlines after a proposal.
    pub(super) fn missed(&self, proposal: &Proposal) -> usize {
        let unplaced = |index: usize| proposal.unplaced.iter().any(|(other, _)| *other == index);
        let placements = self.placements_after(proposal);
        let jobs = self.jobs.iter().zip(placements).enumerate();
        let missed = jobs.filter(|(index, (job, placement))| {
            let is_late = |deadline| placement.last >= deadline;
            job.open
                && job
                    .deadline
                    .is_some_and(|date| is_late(date) || unplaced(*index))
        });
        missed.count()
    }
}
