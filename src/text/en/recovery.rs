//! Messages about ways to catch up.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::phrase::workload;
use super::words::{count, date, dates, list, name, placement, short_date, weeks};
use crate::text::{Recovery, Workload};

/// The message in English.
pub(super) fn recovery(message: &Recovery, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Recovery::Already => "unchanged: ".into(),
        Recovery::Rest {
            dates: days,
            reason,
        } => {
            let reason = reason.as_ref().map(|reason| format!(": {reason}"));
            format!("rest on {}{}", dates(*days), reason.unwrap_or_default()).into()
        }
        Recovery::NoRest(days) => format!("rest cancelled for {}", dates(*days)).into(),
        Recovery::ToReschedule(work) => format!("{} to reschedule", workload(*work)).into(),
        Recovery::To(to) => format!("to {}", placement(*to)).into(),
        Recovery::DueChanged { what, due, was } => format!(
            "{} is due on {} now, not on {}",
            name(what),
            date(*due),
            date(*was)
        )
        .into(),
        Recovery::ManyDueChanged(n) => {
            format!("{n} deliverables are due on other dates now, with the slots of their weeks")
                .into()
        }
        Recovery::PlannedFor(days) => format!(" (planned for {})", dates(*days)).into(),
        Recovery::Shifted { work, weeks: by } => {
            format!("{} shifted by {}", workload(*work), weeks(*by)).into()
        }
        Recovery::Rescheduled { work, strategy } => {
            format!("{} moved by {strategy}", workload(*work)).into()
        }
        Recovery::Stranded { work, since } => {
            let since = since.map(|date| format!(" from {} on", short_date(date, year)));
            format!(
                "{} to reschedule{}",
                workload(*work),
                since.unwrap_or_default()
            )
            .into()
        }
        Recovery::LetGo(work) => format!("{} skipped", workload(*work)).into(),
        Recovery::Overdue {
            slots,
            deliverables,
        } => overdue(*slots, *deliverables).into(),
        Recovery::PlanEnd(end) => format!("the plan's last date is {}", date(*end)).into(),
        _ => option(message, year),
    }
}

fn overdue(slots: Workload, deliverables: u32) -> String {
    let things = count(deliverables, "deliverable");
    let all = match (slots.slots, deliverables) {
        (_, 0) => workload(slots),
        (0, _) => things,
        _ => format!("{} and {things}", workload(slots)),
    };
    format!("{all} overdue")
}

/// About one option for rescheduling.
fn option(message: &Recovery, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Recovery::NotAllPlaced => "not all placed".into(),
        Recovery::Left { unplaced } => format!("{} left", count(unplaced, "slot")).into(),
        Recovery::Late(days) => late(*days).into(),
        Recovery::Slots(0) | Recovery::DaysOver(0) => "none".into(),
        Recovery::Slots(n) => count(n, "slot").into(),
        Recovery::Heaviest { date, others: 0 } => short_date(*date, year).into(),
        Recovery::Heaviest { others, .. } => format!("on {}", count(others + 1, "day")).into(),
        Recovery::Ends(date) => date.format("%-d %b %Y").to_string().into(),
        Recovery::Missed(0) => "none missed".into(),
        Recovery::Missed(n) => format!("{n} missed").into(),
        Recovery::DaysOver(n) => count(n, "day").into(),
        Recovery::Outcome {
            strategy,
            moves,
            skips,
            end,
            unplaced,
        } => outcome(strategy, (*moves, *skips), *end, *unplaced).into(),
        Recovery::NotToday { weeks, slot, time } => {
            let time = time.map(|time| format!(" {time}"));
            format!(
                "by {weeks} weeks, as one week less would put {slot} on today{}, which has passed",
                time.unwrap_or_default()
            )
            .into()
        }
        Recovery::Narrowed { slots } => format!(
            "on fewer dates than before, as no consecutive dates are free: {}",
            list(slots)
        )
        .into(),
        Recovery::Recommended { strategy, reasons } => {
            format!("recommended: {strategy}, {}", advantages(reasons)).into()
        }
        _ => shortfall(message, year),
    }
}

/// About what an option misses or does not place.
fn shortfall(message: &Recovery, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Recovery::NotPlaced(strategies) => format!("Not placed by {}", list(strategies)).into(),
        Recovery::MissedMilestones => "Missed milestones".into(),
        Recovery::MissedDeliverables => "Missed deliverables".into(),
        Recovery::Strategies(strategies) => list(strategies).into(),
        Recovery::Named { names, more: 0 } => list(names).into(),
        Recovery::Named { names, more } => format!("{} and {more} more", list(names)).into(),
        Recovery::More(n) => format!("and {n} more").into(),
        Recovery::NoRoom => "no room before the end of the plan".into(),
        Recovery::TooLong => "longer than the budget of any day, or than any session".into(),
        Recovery::NoRoomBefore { slot, date } => format!(
            "no room before {slot} on {}, which needs it",
            short_date(*date, year)
        )
        .into(),
        _ => "".into(),
    }
}

/// What speaks for an option, as a clause.
fn advantages(reasons: &[Recovery]) -> String {
    let mut clause = String::new();
    let mut facts: Vec<&str> = Vec::new();
    for reason in reasons {
        match reason {
            Recovery::PlacesEverything => clause += "which places everything",
            Recovery::OnlyOneToPlaceEverything => clause += "the only one that places everything",
            Recovery::NothingElse => clause += "as no other option places everything",
            Recovery::LosesLeast => {
                clause += "which gives up little; what places everything misses more milestones \
                           or deliverables";
            }
            Recovery::EndsOnTime => clause += " by the plan's last date",
            Recovery::FewestMilestones => facts.push("misses the fewest milestones"),
            Recovery::EndsSoonest => facts.push("ends soonest"),
            Recovery::FewestDeliverables => facts.push("misses the fewest deliverables"),
            Recovery::FewestMoves => facts.push("moves the fewest slots"),
            Recovery::KeepsWeekdays => facts.push("keeps weekdays"),
            _ => {}
        }
    }
    match facts.split_last() {
        None => clause,
        Some((last, [])) => format!("{clause} and {last}"),
        Some((last, others)) => format!("{clause}, {} and {last}", others.join(", ")),
    }
}

fn outcome(
    strategy: &str,
    (moves, skips): (Workload, Workload),
    end: Option<(NaiveDate, i64)>,
    left: u32,
) -> String {
    let what = match (moves.slots, skips.slots) {
        (0, 0) => "change nothing".to_owned(),
        (0, _) => format!("skip {}", workload(skips)),
        _ => format!("move {}", workload(moves)),
    };
    let end = match end {
        Some((end, 0)) => format!("the plan would end on {}, its last date", date(end)),
        Some((end, days)) => {
            let late = late(days);
            format!("the plan would end on {}, {late} its last date", date(end))
        }
        None => format!("{} would not be placed", count(left, "slot")),
    };
    format!("{strategy} would {what}; {end}")
}

fn late(days: i64) -> String {
    let n = count(days.unsigned_abs(), "day");
    match days {
        0 => "same day".to_owned(),
        1.. => format!("{n} after"),
        _ => format!("{n} before"),
    }
}
