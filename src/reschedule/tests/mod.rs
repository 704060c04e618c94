//! Whatever the plan and the history: no proposal breaks a guarantee, and undo restores
//! what was.

mod brute;
mod check;
mod evenings;
pub(crate) mod generate;
mod literal;
mod order;
mod small;
mod violations;

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use check::{Breach, Moved, World, at};
use generate::{Case, case};

use crate::calendar::add;
use crate::model::Window;
use crate::progress::{Placement, What};
use crate::summary::{Recovery, RecoveryOption, RecoveryStrategy, Study, recovery};
use crate::tests::cases::cases;

/// The same cases on every machine, so that one that fails can be found again.
pub(crate) fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, rng)
}

pub(crate) fn choices() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(any::<u32>(), 20..220)
}

fn moved(option: &RecoveryOption) -> Moved {
    let moves = option.moves.iter();
    Moved {
        way: option.strategy,
        moves: moves
            .map(|(slot, placement)| (slot.place.index, *placement))
            .collect(),
        unplaced: option
            .unplaced
            .iter()
            .map(|(slot, _)| slot.place.index)
            .collect(),
        skips: option.skips.iter().map(|slot| slot.place.index).collect(),
    }
}

/// The events that `plan recover --apply` writes.
fn events(option: &RecoveryOption) -> Vec<What> {
    let way = option.strategy.name().to_owned();
    let moves = option.moves.iter().map(|(slot, to)| What::Move {
        part: None,
        slot: slot.place.slot.id.to_string(),
        title: slot.place.slot.title.clone(),
        fingerprint: None,
        to: *to,
    });
    let skips = option.skips.iter().map(|slot| What::Skip {
        slot: slot.place.slot.id.to_string(),
        title: slot.place.slot.title.clone(),
        why: None,
        fingerprint: None,
        again: false,
    });
    std::iter::once(What::Recover { way })
        .chain(moves)
        .chain(skips)
        .collect()
}

fn placements(study: &Study) -> Vec<Placement> {
    study.slots().map(|slot| slot.placement()).collect()
}

/// A study and a proposal, for whoever has to find out why a test fails.
fn describe(study: &Study, moved: &Moved) -> String {
    let mut text = format!(
        "now {}, {:?}, rest {:?}\n",
        study.now, moved.way, study.rests
    );
    for slot in study.slots() {
        let index = slot.place.index;
        let to = moved
            .moves
            .iter()
            .find(|(i, _)| *i == index)
            .map(|(_, placement)| placement);
        let placement = |placement: Placement| {
            let time = placement.time.map(|time| time.to_string());
            format!(
                "{}..{} {}",
                placement.date,
                placement.last,
                time.unwrap_or_default()
            )
        };
        text += &format!(
            "{} w{:?} {:?} {:?}m {} {}{}{}\n",
            slot.place.slot.id,
            slot.place.week.number,
            slot.place.slot.topic.as_ref().map(ToString::to_string),
            slot.planned().map(|minutes| minutes.0),
            slot.status.name(),
            placement(slot.placement()),
            to.map_or_else(String::new, |to| format!(" -> {}", placement(*to))),
            if moved.unplaced.contains(&index) {
                " -> ?"
            } else {
                ""
            },
        );
    }
    text
}

/// Everything that has to hold of one proposal.
fn holds(
    case: &Case,
    study: &Study,
    world: &World,
    option: &RecoveryOption,
) -> Result<(), TestCaseError> {
    let moved = moved(option);
    let none: Vec<(Breach, String)> = Vec::new();
    prop_assert_eq!(world.faults(&moved), none, "{}", describe(study, &moved));
    let figures = (
        option.minutes.0,
        option.end,
        option.late,
        option
            .heaviest
            .map(|day| (day.date, day.minutes, day.others)),
        option.over,
    );
    prop_assert_eq!(
        figures,
        world.figures(&moved),
        "{}",
        describe(study, &moved)
    );
    let mut case = case.clone();
    let op = case.record(study.today, events(option));
    let after = case.study();
    prop_assert_eq!(placements(&after), world.after(&moved));
    let ids = |study: &Study| {
        study
            .slots()
            .map(|slot| slot.place.slot.id.clone())
            .collect::<Vec<_>>()
    };
    prop_assert_eq!(ids(&after), ids(study));
    let is_nothing = moved.moves.is_empty() && moved.skips.is_empty();
    prop_assert_eq!(&after == study, is_nothing);
    case.record(study.today, vec![What::Undo { of: vec![op] }]);
    prop_assert!(&case.study() == study, "undo restores what was");
    Ok(())
}

#[derive(Debug, Default)]
struct Tried {
    cases: u32,
    stranded: u32,
    moved: BTreeMap<&'static str, usize>,
    unplaced: BTreeMap<&'static str, usize>,
    skipped: BTreeMap<&'static str, usize>,
}

fn try_out(cases: u32) {
    let tried = RefCell::new(Tried::default());
    let result = runner(cases).run(&choices(), |choices| {
        let case = case(&choices);
        let study = case.study();
        let world = World::new(&study);
        let found: Recovery = recovery(&study, |_| true);
        let stranded: Vec<usize> = found.stranded.iter().map(|slot| slot.place.index).collect();
        prop_assert_eq!(&stranded, &world.stranded());
        let mut tried = tried.borrow_mut();
        tried.cases += 1;
        tried.stranded += u32::from(!stranded.is_empty());
        for option in &found.options {
            holds(&case, &study, &world, option)?;
            *tried.moved.entry(option.strategy.name()).or_default() += option.moves.len();
            *tried.unplaced.entry(option.strategy.name()).or_default() += option.unplaced.len();
            *tried.skipped.entry(option.strategy.name()).or_default() += option.skips.len();
        }
        Ok(())
    });
    let tried = tried.into_inner();
    #[allow(clippy::print_stdout)]
    {
        println!("{tried:?}");
    }
    if let Err(error) = result {
        panic!("{error}");
    }
    assert!(tried.stranded > cases / 2, "{tried:?}");
    let changed = RecoveryStrategy::ALL.map(|way| {
        let of = |counts: &BTreeMap<&str, usize>| counts.get(way.name()).copied().unwrap_or(0);
        of(&tried.moved) + of(&tried.skipped)
    });
    let is_enough = |count: &usize| *count > cases as usize;
    assert!(changed.iter().all(is_enough), "{tried:?}");
}

#[test]
fn no_proposal_breaks_a_guarantee() {
    try_out(cases(200, 2_000));
}

#[test]
#[ignore = "takes a minute; .ci/run runs it, optimised"]
fn no_proposal_breaks_a_guarantee_in_100_000_studies() {
    try_out(100_000);
}

/// What could be wrong with a proposal.
const MUTANTS: [Breach; 10] = [
    Breach::Rest,
    Breach::Past,
    Breach::Order,
    Breach::Lost,
    Breach::Doubled,
    Breach::Budget,
    Breach::Touched,
    Breach::Running,
    Breach::Grid,
    Breach::Left,
];

/// The end of the evening, where the plan has no session then on that weekday.
fn late(world: &World, index: usize, placement: Placement) -> Option<Window> {
    let length = placement.time?.length();
    let start = 1440_u32.checked_sub(length.0)?;
    let mut grid = world.grid(index, placement.date).into_iter();
    let is_used = grid.any(|half| half.0 <= start && 1440 <= half.1);
    at(start, length).filter(|_| !is_used)
}

/// Leaves one that was moved. One that takes several dates may have found its only run.
fn leave_one(moved: &mut Moved) -> Option<()> {
    let last = moved.moves.iter().rposition(|(_, to)| to.date == to.last)?;
    let (index, _) = moved.moves.remove(last);
    moved.unplaced.push(index);
    Some(())
}

/// Forgets one of the stranded that was moved.
fn lose_one(moved: &mut Moved, world: &World) -> Option<()> {
    let stranded = world.stranded();
    let is_stranded = |(index, _): &(usize, Placement)| stranded.contains(index);
    let gone = moved.moves.iter().position(is_stranded)?;
    moved.moves.remove(gone);
    Some(())
}

/// A proposal that is wrong in one point; `None` where there is no occasion for it.
fn mutant(fault: Breach, study: &Study, world: &World, good: &Moved) -> Option<Moved> {
    let mut bad = good.clone();
    if fault == Breach::Lost && bad.skips.pop().is_some() {
        return Some(bad);
    }
    let (first, placement) = *good.moves.first()?;
    let on = |date| Placement {
        date,
        last: date,
        ..placement
    };
    match fault {
        Breach::Rest => {
            let mut dates = study.today.iter_days().take(40);
            let rest = dates.find(|date| study.rests.on(*date).is_some())?;
            bad.moves[0].1 = on(rest);
        }
        Breach::Past => bad.moves[0].1 = on(study.today.pred_opt()?),
        Breach::Order => {
            let pair = |(b, _): &(usize, Placement)| {
                good.way != RecoveryStrategy::Extend && world.follows(first, *b)
            };
            let other = good.moves.iter().position(pair)?;
            bad.moves[0].1 = on(add(good.moves[other].1.last, 1));
        }
        Breach::Lost => lose_one(&mut bad, world)?,
        Breach::Doubled => bad.moves.push((first, on(add(placement.last, 1)))),
        Breach::Budget => {
            let minutes = |(index, _): &(usize, Placement)| world.minutes_of(*index);
            let all: u32 = good.moves.iter().map(minutes).sum();
            if good.way == RecoveryStrategy::Extend || all <= world.most(placement.date) {
                return None;
            }
            for (_, other) in &mut bad.moves {
                *other = on(placement.date);
            }
        }
        Breach::Running => bad.moves.push((*world.running().first()?, placement)),
        Breach::Left if good.way != RecoveryStrategy::CatchUp => return None,
        Breach::Left => leave_one(&mut bad)?,
        Breach::Grid if good.way == RecoveryStrategy::Extend => return None,
        Breach::Grid => bad.moves[0].1.time = Some(late(world, first, placement)?),
        _ => {
            let settled = (0..world.placements().len()).find(|index| !world.is_open(*index))?;
            bad.moves.push((settled, placement));
        }
    }
    Some(bad)
}

#[test]
fn a_proposal_that_breaks_a_guarantee_is_caught() {
    let made = RefCell::new(BTreeMap::<Breach, u32>::new());
    let cases = cases(100, 500);
    let result = runner(cases).run(&choices(), |choices| {
        let study = case(&choices).study();
        let world = World::new(&study);
        for option in &recovery(&study, |_| true).options {
            let good = moved(option);
            for fault in MUTANTS {
                let Some(bad) = mutant(fault, &study, &world, &good) else {
                    continue;
                };
                *made.borrow_mut().entry(fault).or_default() += 1;
                let faults = world.faults(&bad);
                let caught = faults.iter().any(|(found, _)| *found == fault);
                prop_assert!(caught, "{fault:?} in {bad:?} is not among {faults:?}");
            }
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let made = made.into_inner();
    let enough = |fault| made.get(fault).is_some_and(|count| *count >= cases / 25);
    assert!(MUTANTS.iter().all(enough), "{made:?}");
}
