//! Warnings about moved slots.

use super::words::{count, date, dates, duration, name};
use crate::model::Minutes;
use crate::text::{DayLimit, MoveWarning, MovedSlot, PairKind, PairWarning};

/// The warning in English.
pub(super) fn move_warning(warning: &MoveWarning) -> String {
    warning_text(warning) + "; `plan undo` reverts it"
}

#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
fn warning_text(warning: &MoveWarning) -> String {
    match warning {
        MoveWarning::Past(moved) => match moved.count {
            1 => format!("{} is {}, which has passed", name(&moved.slot), on(moved)),
            _ => several(moved, "are on days that have passed", &on(moved)),
        },
        MoveWarning::Begun(moved) => match (moved.count, at(moved)) {
            (1, at) => format!("{} starts today {at}, which has passed", name(&moved.slot)),
            (_, at) => several(moved, "start today at times that have passed", &at),
        },
        MoveWarning::Night(moved) => match (moved.count, at(moved) + " " + &on(moved)) {
            (1, at) => format!(
                "{} starts {at}, in the night after that day",
                name(&moved.slot)
            ),
            (_, at) => several(moved, "start in the night after their day", &at),
        },
        MoveWarning::RestDay(moved) => of_day(moved, ["is {on}, a rest day", "are on rest days"]),
        MoveWarning::Busy(moved) => of_day(
            moved,
            ["is {on}, when you are busy", "are where you are busy"],
        ),
        MoveWarning::FreeDay(moved) => of_day(
            moved,
            [
                "is {on}, a day the plan leaves free",
                "are on days the plan leaves free",
            ],
        ),
        MoveWarning::NoHours(moved) => no_hours(moved),
        MoveWarning::AfterEnd { slot: moved, end } => {
            let end = format!("after the plan's end on {}", date(*end));
            match moved.count {
                1 => format!("{} is {}, {end}", name(&moved.slot), on(moved)),
                _ => several(moved, &format!("are {end}"), &on(moved)),
            }
        }
        MoveWarning::TooFull {
            count: days,
            date: first,
            load,
            most,
            limit,
        } => {
            let (first, load, limit) = (date(*first), duration(*load), day_limit(*limit, *most));
            match days {
                1 => format!("{first} now has {load}, {limit}"),
                n => format!(
                    "{} are too full now, for example {first} with {load}; {limit}",
                    count(*n, "day")
                ),
            }
        }
        MoveWarning::Pair(pair) => pair_text(pair),
    }
}

fn day_limit(limit: DayLimit, most: Minutes) -> String {
    let most = duration(most);
    match limit {
        DayLimit::Budget => format!("its budget is {most}"),
        DayLimit::Hours => format!("your hours that day are {most}"),
        DayLimit::FullestDay => format!("the plan's fullest day has {most}"),
    }
}

/// Warnings about two slots.
fn pair_text(pair: &PairWarning) -> String {
    let (slot, other) = (name(&pair.slot), name(&pair.other));
    match (pair.kind, pair.count) {
        (PairKind::AfterSuccessor, 1) => {
            format!("{slot} comes after {other}, which follows it in the plan")
        }
        (PairKind::AfterSuccessor, n) => format!(
            "{} come after slots that follow them in the plan, among them {slot} after {other}",
            count(n, "slot")
        ),
        (PairKind::BeforePredecessor, 1) => {
            format!("{slot} comes before {other}, which it follows in the plan")
        }
        (PairKind::BeforePredecessor, n) => format!(
            "{} come before slots that they follow in the plan, among them {slot} before {other}",
            count(n, "slot")
        ),
        (PairKind::Overlap(day), 1) => format!("{slot} and {other} overlap on {}", date(day)),
        (PairKind::Overlap(day), n) => format!(
            "{} of slots overlap, among them {slot} and {other} on {}",
            count(n, "pair"),
            date(day)
        ),
    }
}

/// What one slot is, and what several are, on such days.
fn of_day(moved: &MovedSlot, [one, many]: [&str; 2]) -> String {
    match moved.count {
        1 => format!("{} {}", name(&moved.slot), one.replace("{on}", &on(moved))),
        _ => several(moved, many, &on(moved)),
    }
}

fn no_hours(moved: &MovedSlot) -> String {
    let one = "is {on}, a weekday on which you have no hours";
    let many = "are on weekdays on which you have no hours";
    of_day(moved, [one, many])
}

/// `3 slots are on rest days, among them d12-1545 Review on Sun 6 Dec 2026`.
fn several(moved: &MovedSlot, what: &str, example: &str) -> String {
    let slots = count(moved.count, "slot");
    format!("{slots} {what}, among them {} {example}", name(&moved.slot))
}

fn on(moved: &MovedSlot) -> String {
    format!("on {}", dates(moved.dates))
}

fn at(moved: &MovedSlot) -> String {
    moved
        .start
        .map_or_else(String::new, |start| format!("at {start}"))
}
