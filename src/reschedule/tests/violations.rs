//! What is out of order is found as by looking at every pair of slots.

use std::cell::Cell;

use chrono::TimeDelta;
use proptest::prelude::*;

use super::generate::case;
use super::{choices, runner};
use crate::reschedule::{Problem, Violation, violations};
use crate::summary::{SlotView, problem::problem};
use crate::tests::cases::cases;

/// By which slots each of `moved` shows that it is out of order, after and before them.
fn plainly(
    problem: &Problem,
    moved: &[usize],
    precedes: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, Vec<usize>, Vec<usize>)> {
    let placement = |index: usize| problem.jobs[index].placement;
    let others = || {
        let jobs = problem.jobs.iter().enumerate();
        let here = jobs.filter(|(_, job)| job.open && !job.stranded);
        here.map(|(index, _)| index)
            .filter(|index| !moved.contains(index))
    };
    let goes_after = |first: usize, then: usize| {
        problem.begin(placement(then)) > problem.last_before(placement(first))
    };
    let one = |index: &usize| {
        let after = others().filter(|other| precedes(*index, *other) && goes_after(*other, *index));
        let before =
            others().filter(|other| precedes(*other, *index) && goes_after(*index, *other));
        (*index, after.collect(), before.collect())
    };
    moved.iter().map(one).collect()
}

/// Whether what was found is among what is so, slot by slot; nothing is found where nothing is.
fn agree(found: &[(usize, Violation)], plainly: &[(usize, Vec<usize>, Vec<usize>)]) -> bool {
    plainly.iter().all(|(index, after, before)| {
        let mut found = found.iter().filter(|(moved, _)| moved == index);
        match found.next() {
            Some((_, Violation::After(other))) => after.contains(other),
            Some((_, Violation::Before(other))) => after.is_empty() && before.contains(other),
            None => after.is_empty() && before.is_empty(),
        }
    })
}

#[test]
fn what_is_out_of_order_is_found_as_by_looking_at_every_pair() {
    let (after, before, missed) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let tried = cases(400, 1_000) as usize;
    let result = runner(cases(400, 1_000)).run(&choices(), |choices| {
        let case = case(&choices);
        let study = case.study();
        let slots: Vec<SlotView> = study.slots().collect();
        let mut problem = problem(&study, &slots);
        let mut moved = Vec::new();
        for (index, choice) in (0..slots.len()).zip(choices.iter().cycle()) {
            if choice % 3 == 0 && slots[index].is_open() {
                let days = TimeDelta::days(i64::from(choice % 29) - 14);
                let placement = &mut problem.jobs[index].placement;
                (placement.date, placement.last) = (placement.date + days, placement.last + days);
                moved.push(index);
            }
        }
        let found = violations(&problem, &moved);
        let week = |index: usize| problem.jobs[index].week;
        let is_of_week = |one, other| one < other && week(one) == week(other);
        let pairs = plainly(&problem, &moved, |one, other| {
            is_of_week(one, other) || problem.is_needed_before(one, other)
        });
        prop_assert!(agree(&found, &pairs), "{found:?} {pairs:?}");
        let is_after = |(_, how): &&(usize, Violation)| matches!(how, Violation::After(_));
        let count = found.iter().filter(is_after).count();
        after.set(after.get() + count);
        before.set(before.get() + found.len() - count);
        // Control: without the topics it would not agree.
        let by_week = plainly(&problem, &moved, is_of_week);
        missed.set(missed.get() + usize::from(!agree(&found, &by_week)));
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let counts = (after.get(), before.get(), missed.get());
    assert!(counts.0 >= tried / 5 && counts.1 >= tried / 5, "{counts:?}");
    assert!(
        counts.2 >= tried / 200,
        "the control differs now and then: {counts:?}"
    );
}
