//! How many slots are out of order, against trying out every way to take some out.

use std::cell::Cell;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::generate::case;
use super::{choices, runner};
use crate::model::Placement;
use crate::reschedule::{Problem, Proposal, out_of_order};
use crate::summary::problem::problem;
use crate::summary::{SlotView, Study};
use crate::tests::cases::cases;

/// How many slots are tried out: all their subsets.
const MOST: usize = 10;

/// Whether slots with these placements can be done one after the other without going back in time.
fn is_in_order(problem: &Problem, placements: impl Iterator<Item = Placement>) -> bool {
    let mut now = (NaiveDate::MIN, 0);
    for placement in placements {
        let time = placement.time.filter(|_| placement.date == placement.last);
        let start = time.map(|time| problem.minutes(time).0);
        let (first, last) = (
            (placement.date, start.unwrap_or(0)),
            (placement.last, start.unwrap_or(u32::MAX)),
        );
        if last < now {
            return false;
        }
        now = now.max(first);
    }
    true
}

fn by_subsets(problem: &Problem, open: &[usize]) -> u32 {
    let is_kept = |subset: u32, at: usize| subset & (1 << at) != 0;
    let subsets = (0..1_u32 << open.len()).filter(|subset| {
        let kept = (0..open.len()).filter(|at| is_kept(*subset, *at));
        is_in_order(problem, kept.map(|at| problem.jobs[open[at]].placement))
    });
    let most = subsets.map(u32::count_ones).max().unwrap_or(0);
    u32::try_from(open.len()).expect("few") - most
}

/// The problem of a study with a few open slots, moved about.
fn shuffled(study: &Study, choices: &[u32]) -> (Problem, Vec<usize>) {
    let slots: Vec<SlotView> = study.slots().collect();
    let mut problem = problem(study, &slots);
    let mut open = Vec::new();
    for (index, job) in problem.jobs.iter_mut().enumerate() {
        job.open &= open.len() < MOST;
        if job.open {
            open.push(index);
        }
    }
    let dates: Vec<Placement> = open
        .iter()
        .map(|index| problem.jobs[*index].placement)
        .collect();
    for (index, choice) in open.iter().zip(choices.iter().cycle()) {
        let to = dates[*choice as usize % dates.len()];
        let placement = &mut problem.jobs[*index].placement;
        (placement.date, placement.last) = (to.date, to.last);
    }
    (problem, open)
}

#[test]
fn as_few_slots_are_out_of_order_as_can_be() {
    let (some, by_dates) = (Cell::new(0), Cell::new(0));
    let tried = cases(200, 2_000);
    let result = runner(tried).run(&choices(), |choices| {
        let study = case(&choices).study();
        let (mut problem, open) = shuffled(&study, &choices);
        let found = out_of_order(&problem, &Proposal::default());
        prop_assert_eq!(found, by_subsets(&problem, &open));
        some.set(some.get() + u32::from(found > 0));
        // Control: by dates alone it would be less now and then.
        for job in &mut problem.jobs {
            job.placement.time = None;
        }
        let coarse = out_of_order(&problem, &Proposal::default());
        by_dates.set(by_dates.get() + u32::from(coarse != found));
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let counts = (some.get(), by_dates.get());
    assert!(counts.0 > tried / 2 && counts.1 > tried / 20, "{counts:?}");
}
