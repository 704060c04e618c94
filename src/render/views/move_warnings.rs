//! Warnings to a learner who has put slots elsewhere, each with the way back.

use chrono::NaiveDate;

use crate::render::phrase;
use crate::summary::{DayLoad, MoveWarnings, SlotView, Study};

/// The way back from what is warned of.
const BACK: &str = "; `plan undo` takes that back";

/// What may not be meant of slots that were put elsewhere.
#[must_use]
pub fn move_warnings(study: &Study, found: &MoveWarnings) -> Vec<String> {
    let end = phrase::date(study.calendar.end());
    let end = format!("after the plan's end on {end}");
    let mut late: Vec<&SlotView> = found.late.iter().collect();
    late.sort_by_key(|slot| std::cmp::Reverse((slot.dates.last, slot.time)));
    let dated = |slots: &[SlotView]| slots.iter().map(on).collect::<Vec<_>>();
    let timed: Vec<Told> = found.begun.iter().map(at).collect();
    let late: Vec<Told> = late.into_iter().map(on).collect();
    let [passed, past, begun] = [
        "which has passed",
        "stand on days that have passed",
        "begin today at times that have passed",
    ];
    let warnings = [
        told(&dated(&found.past), "stands", passed, past),
        told(&timed, "begins today", passed, begun),
        told(
            &found.night.iter().map(at_on).collect::<Vec<_>>(),
            "begins",
            "in the night after that day",
            "begin in the night after their day",
        ),
        told(
            &dated(&found.resting),
            "stands",
            "a day of rest",
            "stand on days of rest",
        ),
        told(&late, "stands", &end, &format!("stand {end}")),
    ];
    let warnings = warnings.into_iter().chain(disordered(found)).flatten();
    warnings.map(|warning| warning + BACK).collect()
}

/// Slots in another order than the plan has them.
fn disordered(found: &MoveWarnings) -> [Option<String>; 2] {
    let beside = |pairs: &[(SlotView, SlotView)], word: &str| -> Vec<Told> {
        let told =
            |(slot, other): &(SlotView, SlotView)| (id(slot), format!("{word} {}", id(other)));
        pairs.iter().map(told).collect()
    };
    [
        told(
            &beside(&found.after, "after"),
            "comes",
            "which follows it in the plan",
            "come after what follows them in the plan",
        ),
        told(
            &beside(&found.before, "before"),
            "comes",
            "which it follows in the plan",
            "come before what they follow in the plan",
        ),
    ]
}

/// A slot's id, and where or when it is.
type Told = (String, String);

fn id(slot: &SlotView) -> String {
    slot.place.slot.id.to_string()
}

fn on(slot: &SlotView) -> Told {
    (id(slot), format!("on {}", phrase::dates(slot.dates)))
}

fn at(slot: &SlotView) -> Told {
    let start = slot.time.map(|time| format!("at {}", time.start));
    (id(slot), start.unwrap_or_default())
}

fn at_on(slot: &SlotView) -> Told {
    let (id, at) = at(slot);
    (id, format!("{at} on {}", phrase::dates(slot.dates)))
}

/// `d08-1045 stands on Mon 7 Dec 2026, which has passed`; of several slots, how many they are and
/// the first of them.
fn told(slots: &[Told], verb: &str, what: &str, many: &str) -> Option<String> {
    let (id, detail) = slots.first()?;
    let count = u32::try_from(slots.len()).unwrap_or(u32::MAX);
    Some(match count {
        1 => format!("{id} {verb} {detail}, {what}"),
        _ => format!(
            "{} {many}, {id} {detail} among them",
            phrase::count(count, "slot")
        ),
    })
}

/// What is too much on a date.
#[must_use]
pub fn crowded(date: NaiveDate, crowd: &DayLoad) -> Vec<String> {
    let day = phrase::date(date);
    let mut warnings = Vec::new();
    if crowd.load > crowd.budget {
        let (load, budget) = (phrase::duration(crowd.load), phrase::duration(crowd.budget));
        warnings.push(format!(
            "{day} now holds {load}, its budget is {budget}{BACK}"
        ));
    }
    for (a, b) in &crowd.overlaps {
        warnings.push(format!("{} and {} overlap on {day}{BACK}", id(a), id(b)));
    }
    warnings
}
