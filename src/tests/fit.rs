//! Whatever the plan, the hours and the history: a fit lays every minute once, in order and in the
//! learner's hours, and what two devices record at the same time adds up.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::cases::cases;
use crate::calendar::add;
use crate::model::{
    Cover, DayHours, EventKind, FixedEvent, Hours, Minutes, SlotId, Stretch, Window,
};
use crate::progress::{DueKind, Event, FitTerms, LaidSlot, Placement, What, fold};
use crate::reschedule::is_needed_before;
use crate::reschedule::tests::generate::{Case, Tape, case};
use crate::reschedule::tests::{choices, runner};
use crate::summary::problem::problem;
use crate::summary::{ASSUMED, EventProblem, Fit, SlotView, Study, Tally, event_problems, fit};

/// Hours of many kinds.
const HOURS: [&str; 10] = [
    "mon-fri=19:00-21:00",
    "mon-sun=2h",
    "sat-sun=09:00-12:00+14:00-17:00",
    "mon=45m,wed=0,sat=6h",
    "tue=19:00-19:20,thu=06:30-08:00",
    "mon-fri=22:30-24:00+00:30-01:30",
    "mon-sun=09:00-10:00+10:00-11:00",
    "fri=20:00-20:40",
    "mon-thu=1h30m,sun=10:00-18:00",
    "mon-sun=00:00-24:00",
];

/// What a layout may do wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// The sittings of a slot are not as long as what is left of it.
    Length,
    /// A sitting is on a day of rest, or before the first date.
    Date,
    /// A sitting is outside the hours of its weekday, or a day has more than its budget.
    Hours,
    /// A sitting begins before the one before it is over.
    Order,
    /// A part is too short although it need not be.
    Short,
    /// Something that an event covers is not before it, and nothing says so.
    Late,
    /// Something is laid in the hours of an event.
    Busy,
}

/// The minutes of the study day that a time of day takes: the night after belongs to it.
fn span(time: Window) -> (u32, u32) {
    let start = time.start.minutes();
    let start = if start < 240 { start + 1440 } else { start };
    (start, start + time.length().0)
}

/// How long a slot is, and how much of it is recorded.
fn lengths(slot: &SlotView, study: &Study) -> (u32, u32) {
    let sittings = study.sittings(slot.place);
    let laid = sittings.filter_map(|row| Some(row.sitting?.part.to)).last();
    let all = laid.unwrap_or(slot.place.slot.planned().unwrap_or(ASSUMED).0);
    let whole = Stretch::new(0, all).expect("more than nothing");
    (all, slot.mark.map_or(0, |mark| mark.covered(whole).0))
}

/// Whether a time is in the hours of its date, and how much of a budget it takes.
fn is_within(hours: &Hours, date: NaiveDate, time: Option<Window>) -> bool {
    match (hours.on(date), time) {
        (DayHours::Budget(budget), None) => *budget > Minutes::ZERO,
        (DayHours::Windows(windows), Some(time)) => {
            // Of a window that begins before the day starts, the beginning is in the night after.
            let is_night = time.start.minutes() < 240;
            windows.iter().any(|window| {
                let (start, end) = (window.start.minutes(), window.end.minutes());
                let bounds = if is_night { (0, 240) } else { (240, 1440) };
                let (start, end) = (start.max(bounds.0), end.min(bounds.1));
                start <= time.start.minutes() && time.end.minutes() <= end
            })
        }
        _ => false,
    }
}

/// What is wrong with the pieces of a layout: date, time and minutes, slot by slot.
fn faults(study: &Study, fit: &Fit, slots: &[Vec<Piece>]) -> Vec<Fault> {
    let mut found = Vec::new();
    let hours = &fit.terms.hours;
    let longest = hours.longest().0.min(30);
    let mut budgets: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut before = (fit.from, 0);
    for (fitted, pieces) in fit.slots.iter().zip(slots) {
        let (all, recorded) = lengths(&fitted.slot, study);
        let laid: u32 = pieces.iter().map(|piece| piece.2).sum();
        if laid + recorded != all {
            found.push(Fault::Length);
        }
        for (date, time, minutes) in pieces {
            let is_rest = study.rests.on(*date).is_some();
            if *date < fit.from || is_rest {
                found.push(Fault::Date);
            }
            if !is_within(hours, *date, *time) {
                found.push(Fault::Hours);
            }
            if time.is_none() {
                *budgets.entry(*date).or_default() += minutes;
            }
            let (start, end) = time.map_or((0, 0), span);
            // Only an event changes the order of the plan.
            if fit.overtaking == 0 && (*date, start) < before {
                found.push(Fault::Order);
            }
            before = (*date, end);
            // A part can only be too short if no day has room for all that is left of the slot.
            let is_short = pieces.len() > 1 && *minutes < longest;
            if is_short && all - recorded <= hours.longest().0 {
                found.push(Fault::Short);
            }
        }
    }
    let is_over = |(date, minutes): (&NaiveDate, &u32)| hours.on(*date).total().0 < *minutes;
    if budgets.iter().any(is_over) {
        found.push(Fault::Hours);
    }
    found.extend(out_of_order(study, fit, slots).then_some(Fault::Order));
    found.extend(late(study, fit, slots).then_some(Fault::Late));
    found.extend(busy(study, slots).then_some(Fault::Busy));
    found
}

/// Whether pieces overlap, or something comes before what it depends on.
fn out_of_order(study: &Study, fit: &Fit, slots: &[Vec<Piece>]) -> bool {
    let ranges = slots.iter().map(|pieces| {
        let ranges = pieces.iter().map(|(date, time, _)| {
            let (start, end) = time.map_or((0, 0), span);
            ((*date, start), (*date, end))
        });
        ranges.collect()
    });
    let ranges: Vec<Vec<_>> = ranges.collect();
    let mut all = ranges.concat();
    all.sort_unstable();
    let overlaps = all.windows(2).any(|pair| pair[1].0 < pair[0].1);
    let views: Vec<SlotView> = fit.slots.iter().map(|fitted| fitted.slot).collect();
    let problem = problem(study, &views);
    let is_broken = |before: usize, after: usize| {
        let last = ranges[before].iter().map(|range| range.1).max();
        let first = ranges[after].iter().map(|range| range.0).min();
        is_needed_before(&problem, before, after) && last > first
    };
    let broken = (0..ranges.len()).any(|after| (0..after).any(|before| is_broken(before, after)));
    overlaps || broken
}

/// Whether something that an event to come covers is not before it although nothing says so.
fn late(study: &Study, fit: &Fit, slots: &[Vec<Piece>]) -> bool {
    let to_come = study.events.iter().map(|placed| &placed.event);
    let mut to_come = to_come.filter(|event| event.date > study.today);
    to_come.any(|event| {
        let said = fit.events.iter().find(|late| late.event.id == event.id);
        fit.slots.iter().zip(slots).any(|(fitted, pieces)| {
            let is_after = |(date, time, _): &Piece| {
                let starts = event.time.map(|time| span(time).0);
                let in_time = time
                    .zip(starts)
                    .is_some_and(|(time, starts)| *date == event.date && span(time).1 <= starts);
                *date >= event.date && !in_time
            };
            let is_said = said.is_some_and(|said| {
                let id = &fitted.slot.place.slot.id;
                said.slots.iter().any(|slot| slot.place.slot.id == *id)
            });
            event.covers(&fitted.slot.place) && pieces.iter().any(is_after) && !is_said
        })
    })
}

/// Whether something is laid when an event takes place.
fn busy(study: &Study, slots: &[Vec<Piece>]) -> bool {
    slots.iter().flatten().any(|(date, time, _)| {
        let mut events = study.events.iter().map(|placed| &placed.event);
        events.any(|event| {
            let range = event.time.map_or((240, 1680), span);
            let (start, end) = time.map_or(range, span);
            // A budget without times of day keeps clear only of whole days.
            let is_clear = time.is_none() && event.time.is_some();
            event.date == *date && !is_clear && start < range.1 && range.0 < end
        })
    })
}

/// Gives a plan up to three events on made-up dates.
fn with_events(mut case: Case, tape: &mut Tape) -> Case {
    let today = case.now.date();
    for number in 0..tape.below(4) {
        let covers = ["w1", "w2", "w1-w2", "A", "B", "C"];
        let times = ["09:00-11:00", "19:30-20:30", "00:15-01:00"];
        let covers = (0..=tape.below(2)).map(|_| Cover::parse(tape.of(&covers)));
        let covers = covers.collect();
        case.plan.events.push(FixedEvent {
            id: SlotId::new(&format!("event-{number}")).expect("an id"),
            kind: EventKind::Exam,
            title: format!("Event {number}"),
            date: add(today, tape.of(&[0, 1, 2, 4, 7, 12, 20])),
            time: Window::parse(tape.of(&times)).filter(|_| tape.once_in(2)),
            covers,
        });
    }
    case
}

/// As `commands::load` has it: events take their time.
fn study_of(case: &Case) -> Study {
    let mut study = case.study();
    study.busy = study.times_of_events();
    study
}

/// Another date for an event, or an event of the learner's own.
fn dated(study: &Study, tape: &mut Tape) -> What {
    let date = add(study.today, u64::from(tape.below(15)));
    let time = Window::parse("10:00-12:00").filter(|_| tape.once_in(2));
    match study.events.first().filter(|_| !tape.once_in(3)) {
        Some(placed) => What::Due {
            of: DueKind::Event,
            name: placed.recorded_id.clone(),
            title: placed.event.title.clone(),
            date: Some(date).filter(|_| !tape.once_in(5)),
            time,
        },
        None => What::FixedEvent {
            event: FixedEvent {
                id: SlotId::new("own").expect("an id"),
                kind: EventKind::Exam,
                title: format!("Own {}", tape.below(2)),
                date,
                time,
                covers: vec![Cover::Weeks(1, 1 + tape.below(2))],
            },
        },
    }
}

type Piece = (NaiveDate, Option<Window>, u32);

fn pieces(fit: &Fit) -> Vec<Vec<Piece>> {
    let slots = fit.slots.iter();
    let pieces = slots.map(|slot| {
        let sittings = slot.sittings.iter();
        let pieces = sittings.map(|one| (one.dates.first, one.time, one.minutes.0));
        pieces.collect()
    });
    pieces.collect()
}

/// The events of a fit, three slots on each.
fn events(fit: &Fit) -> Vec<What> {
    let line = |laid: &[LaidSlot], kept: &[LaidSlot]| What::Fit {
        terms: Box::new(fit.terms.clone()),
        laid: laid.to_vec(),
        kept: kept.to_vec(),
    };
    let laid = fit.laid.chunks(3).map(|laid| line(laid, &[]));
    laid.chain([line(&[], &fit.kept)]).collect()
}

fn terms(tape: &mut Tape) -> FitTerms {
    FitTerms {
        hours: Hours::parse(tape.of(&HOURS)).expect("hours"),
        by: None,
        whole: tape.once_in(4),
    }
}

/// A fit of the study of `case`, if anything is left to do.
fn a_fit<'s>(study: &'s Study, tape: &mut Tape) -> Option<Fit<'s>> {
    let from = add(study.today, tape.of(&[0, 0, 1, 9]));
    fit(study, terms(tape), from).ok()
}

/// Where every row is.
fn rows(study: &Study) -> Vec<(String, Option<Stretch>, Placement, &'static str)> {
    let rows = study.slots().map(|slot| {
        let part = slot.sitting.map(|sitting| sitting.part);
        let id = slot.place.slot.id.to_string();
        (id, part, slot.placement(), slot.status.name())
    });
    rows.collect()
}

/// Records the first `most` rows of a date.
fn done(study: &Study, on: NaiveDate, most: usize) -> Vec<What> {
    let rows = study
        .slots()
        .filter(|slot| slot.is_open() && slot.dates.first <= on);
    let mark = |slot: SlotView| {
        let (id, title) = (
            slot.place.slot.id.to_string(),
            slot.place.slot.title.clone(),
        );
        let (minutes, fingerprint, again) = (None, None, false);
        match slot.sitting.filter(|sitting| sitting.of > 1) {
            Some(sitting) => What::Sitting {
                part: sitting.part,
                minutes,
                fingerprint,
                again,
                slot: id,
                title,
            },
            None => What::Done {
                minutes,
                fingerprint,
                again,
                slot: id,
                title,
            },
        }
    };
    rows.take(most).map(mark).collect()
}

/// The fit holds, records as it says, lets nothing be behind, and undo restores what was.
fn holds(mut case: Case, tape: &mut Tape) -> Result<bool, TestCaseError> {
    let study = study_of(&case);
    let Some(fit) = a_fit(&study, tape) else {
        return Ok(false);
    };
    let pieces = pieces(&fit);
    prop_assert_eq!(faults(&study, &fit, &pieces), [], "{:?}", fit.terms);
    let op = case.record(study.today, events(&fit));
    let after = case.study();
    prop_assert_eq!(after.fit.as_ref(), Some(&fit.terms));
    for (fitted, pieces) in fit.slots.iter().zip(&pieces) {
        let rows = after.sittings(fitted.slot.place);
        let open: Vec<SlotView> = rows.filter(SlotView::is_open).collect();
        let laid: Vec<Piece> = open
            .iter()
            .map(|row| {
                let length = row.planned().unwrap_or(ASSUMED);
                (row.dates.first, row.time, length.0)
            })
            .collect();
        prop_assert_eq!(&laid, pieces);
        prop_assert!(
            open.iter()
                .all(|row| !row.is_moved() && row.due.by_plan == row.due.now)
        );
    }
    let recorded = |study: &Study| {
        let rows: Vec<SlotView> = study.slots().collect();
        let tally: Tally = rows.iter().collect();
        (
            tally.done,
            tally.skipped,
            tally.planned_done,
            tally.studied(),
        )
    };
    prop_assert_eq!(recorded(&after), recorded(&study), "what is recorded stays");
    let open_and_due = after
        .slots()
        .filter(|slot| slot.is_open() && slot.due.by_plan);
    prop_assert_eq!(open_and_due.count(), 0, "nothing is behind");
    case.record(study.today, vec![What::Undo { of: vec![op] }]);
    prop_assert_eq!(rows(&case.study()), rows(&study), "undo restores what was");
    Ok(true)
}

/// What two devices record that both know `case`, each without the other: fits, marks and moves.
fn apart(case: &Case, tape: &mut Tape) -> [Vec<Event>; 2] {
    [1_u128, 2].map(|name| {
        let mut device = case.clone();
        for _ in 0..=tape.below(2) {
            let study = study_of(&device);
            let whats = match tape.below(4) {
                0 => a_fit(&study, tape).map_or_else(Vec::new, |fit| events(&fit)),
                1 => done(&study, add(study.today, 9), 3),
                2 => vec![dated(&study, tape)],
                _ => moved(&study, tape),
            };
            device.record(study.today, whats);
        }
        let mut own = device.events.split_off(case.events.len());
        for event in &mut own {
            event.id = Uuid::from_u128(event.id.as_u128() | name << 100);
            event.op = Uuid::from_u128(event.op.as_u128() | name << 100);
        }
        own
    })
}

/// What two devices record at the same time adds up: each slot has rows for all of its minutes, and
/// everything that either recorded counts, in whatever order it is read.
fn merges(case: &Case, tape: &mut Tape) -> Result<bool, TestCaseError> {
    let own = apart(case, tape).concat();
    let mut both = case.clone();
    both.events.extend_from_slice(&own);
    let study = both.study();
    for slot in study.whole_slots() {
        let mut at = 0;
        let mut last = 0;
        for row in study.sittings(slot.place) {
            if let Some(sitting) = row.sitting {
                prop_assert_eq!(sitting.part.from, at, "each minute is in one row");
                at = sitting.part.to;
            }
            last += u32::from(row.is_last());
        }
        prop_assert_eq!(last, 1);
    }
    said_if_late(&study)?;
    let progress = fold(&both.events);
    let marked = own.iter().filter_map(|event| match &event.what {
        What::Sitting { slot, .. } | What::Done { slot, .. } => Some(slot),
        _ => None,
    });
    for slot in marked {
        let mut marks = progress.marks.iter();
        let counts = marks.any(|(subject, mark)| {
            let is_recorded = mark.state().is_some() || mark.recorded().next().is_some();
            subject.id == slot && is_recorded
        });
        prop_assert!(counts, "{} counts", slot);
    }
    let expected = rows(&study);
    both.events.reverse();
    prop_assert_eq!(rows(&both.study()), expected);
    Ok(study.fit.is_some())
}

/// What an event to come covers is before it, or is said not to be.
fn said_if_late(study: &Study) -> Result<(), TestCaseError> {
    let problems = event_problems(study);
    for event in study.events.iter().map(|placed| &placed.event) {
        let open = study.whole_slots().filter(SlotView::is_open);
        let after = open.filter(|slot| {
            let starts = event.time.map(|time| span(time).0);
            let in_time = slot.time.zip(starts).is_some_and(|(time, starts)| {
                slot.dates.last == event.date && span(time).1 <= starts
            });
            event.covers(&slot.place) && slot.dates.last >= event.date && !in_time
        });
        let after: Vec<&str> = after.map(|slot| slot.place.slot.id.as_str()).collect();
        let said = problems
            .iter()
            .filter(|(view, _)| view.event.id == event.id);
        let said = said.filter_map(|(_, problem)| match problem {
            EventProblem::Late(slots) => Some(slots),
            _ => None,
        });
        let said = said.flatten().map(|slot| slot.place.slot.id.as_str());
        let said: Vec<&str> = said.collect();
        if event.date >= study.today {
            prop_assert_eq!(said, after);
        }
    }
    Ok(())
}

/// Moves a row by a day or two.
fn moved(study: &Study, tape: &mut Tape) -> Vec<What> {
    let open: Vec<SlotView> = study.slots().filter(SlotView::is_open).collect();
    let Some(at) = u32::try_from(open.len()).ok().filter(|count| *count > 0) else {
        return Vec::new();
    };
    let row = &open[tape.below(at) as usize];
    let date = add(study.today, u64::from(tape.below(12)));
    let part = row.sitting.map(|sitting| sitting.part);
    vec![What::Move {
        to: Placement {
            date,
            last: date,
            time: row.time,
        },
        part: part.filter(|_| tape.once_in(2)),
        fingerprint: None,
        slot: row.place.slot.id.to_string(),
        title: row.place.slot.title.clone(),
    }]
}

/// Tries `cases` made-up studies; at least half of them have something to fit.
fn try_out(count: u32) {
    let tried = Cell::new((0, 0));
    let result = runner(count).run(&choices(), |choices| {
        // The choices of the hours come from the other end.
        let back: Vec<u32> = choices.iter().rev().copied().collect();
        let case = with_events(case(&choices), &mut Tape::new(&back));
        let merged = merges(&case, &mut Tape::new(&back))?;
        let fitted = holds(case, &mut Tape::new(&back))?;
        let (a, b) = tried.get();
        tried.set((a + u32::from(fitted), b + u32::from(merged)));
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let (fitted, merged) = tried.get();
    assert!(
        fitted > count / 2 && merged > count / 5,
        "{fitted} {merged}"
    );
}

#[test]
fn a_fit_lays_every_minute_once() {
    try_out(cases(150, 2_000));
}

#[test]
#[ignore = "takes minutes; .ci/run runs it, optimised"]
fn a_fit_lays_every_minute_of_a_hundred_thousand_plans() {
    try_out(100_000);
}

/// The control: each way to spoil a layout is noticed.
#[test]
fn a_spoilt_layout_is_noticed() {
    let noticed: RefCell<BTreeMap<Fault, u32>> = RefCell::default();
    let result = runner(400).run(&choices(), |choices| {
        let back: Vec<u32> = choices.iter().rev().copied().collect();
        let tape = &mut Tape::new(&back);
        let case = with_events(case(&choices), tape);
        let study = study_of(&case);
        let Some(fit) = a_fit(&study, tape) else {
            return Ok(());
        };
        let sound = pieces(&fit);
        let mut spoilt = sound.clone();
        let count = u32::try_from(spoilt.len()).expect("few");
        let at = tape.below(count) as usize;
        match tape.below(5) {
            // A minute is missing.
            0 => spoilt[at][0].2 -= 1,
            // A sitting is before the first date.
            1 => spoilt[at][0].0 = fit.from.pred_opt().expect("a date"),
            // The order is turned round.
            2 => spoilt.reverse(),
            // What an event covers comes after it, or at the same time.
            4 => {
                if let Some(placed) = study.events.last() {
                    for pieces in &mut spoilt {
                        pieces[0].0 = placed.event.date;
                    }
                }
            }
            // A sitting is on another weekday.
            _ => spoilt[at][0].0 = add(spoilt[at][0].0, 3),
        }
        if spoilt != sound {
            for fault in faults(&study, &fit, &spoilt) {
                *noticed.borrow_mut().entry(fault).or_default() += 1;
            }
        }
        Ok(())
    });
    result.expect("no failure");
    let noticed = noticed.into_inner();
    let kinds = [
        Fault::Length,
        Fault::Date,
        Fault::Hours,
        Fault::Order,
        Fault::Late,
        Fault::Busy,
    ];
    assert!(
        kinds
            .iter()
            .all(|kind| noticed.get(kind).is_some_and(|n| *n > 10)),
        "{noticed:?}"
    );
}
