//! Messages about ways to catch up.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::phrase::workload;
use super::words::{count, date, dates, duration, list, name, placement, short_date, weeks};
use crate::text::{Proposal, Reason, Recovery, Shortfall, Workload};

/// The message in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
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
        Recovery::WithSittings(all) => {
            let all = duration(*all);
            format!("{all} to skip, with sittings of the same slots that are not overdue").into()
        }
        Recovery::PlanEnd { end, deadline } => {
            let end = format!("the plan's last date is {}", date(*end));
            match deadline {
                Some(deadline) => format!("{end}; your deadline is {}", date(*deadline)).into(),
                None => end.into(),
            }
        }
        Recovery::More(n) => format!("and {n} more").into(),
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
pub(super) fn proposal(message: &Proposal, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Proposal::Strategies(strategies) => list(strategies).into(),
        Proposal::NotAllPlaced => "not all placed".into(),
        Proposal::Left { unplaced } => format!("{} left", count(unplaced, "slot")).into(),
        Proposal::Late(days) => late(*days).into(),
        Proposal::AfterDeadline(0) => "in time".into(),
        Proposal::AfterDeadline(days) => format!("{} late", count(*days, "day")).into(),
        Proposal::Slots(0) | Proposal::DaysOver(0) => "none".into(),
        Proposal::Slots(n) => count(n, "slot").into(),
        Proposal::Heaviest { date, others: 0 } => short_date(*date, year).into(),
        Proposal::Heaviest { others, .. } => format!("on {}", count(others + 1, "day")).into(),
        Proposal::Ends(date) => date.format("%-d %b %Y").to_string().into(),
        Proposal::TooLate(0) => "all in time".into(),
        Proposal::TooLate(n) => format!("{} too late", count(n, "slot")).into(),
        Proposal::Missed(0) => "none missed".into(),
        Proposal::Missed(n) => format!("{n} missed").into(),
        Proposal::DaysOver(n) => count(n, "day").into(),
        Proposal::Outcome {
            strategy,
            moves,
            skips,
            end,
            unplaced,
        } => outcome(strategy, (*moves, *skips), *end, *unplaced).into(),
        Proposal::NotToday { weeks, slot, time } => {
            let time = time.map(|time| format!(" {time}"));
            format!(
                "by {weeks} weeks, as one week less would put {slot} on today{}, which has passed",
                time.unwrap_or_default()
            )
            .into()
        }
        Proposal::Narrowed { slots } => format!(
            "on fewer dates than before, as no consecutive dates are free: {}",
            list(slots)
        )
        .into(),
        Proposal::Recommended { strategy, reasons } => {
            format!("recommended: {strategy}, {}", advantages(reasons)).into()
        }
    }
}

/// About what an option misses or does not place.
pub(super) fn shortfall(message: &Shortfall, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Shortfall::NotPlaced(strategies) => format!("Not placed by {}", list(strategies)).into(),
        Shortfall::MissedEvents => "Not done before events".into(),
        Shortfall::MissedMilestones => "Missed milestones".into(),
        Shortfall::MissedDeliverables => "Missed deliverables".into(),
        Shortfall::Named { names, more: 0 } => list(names).into(),
        Shortfall::Named { names, more } => format!("{} and {more} more", list(names)).into(),
        Shortfall::NoRoom => "no room before the end of the plan".into(),
        Shortfall::TooLong => "longer than the budget of any day, or than any session".into(),
        Shortfall::NoRoomBefore { slot, date } => format!(
            "no room before {slot} on {}, which needs it",
            short_date(*date, year)
        )
        .into(),
    }
}

/// What speaks for an option, as a clause.
fn advantages(reasons: &[Reason]) -> String {
    let mut clause = String::new();
    let mut facts: Vec<&str> = Vec::new();
    for reason in reasons {
        match reason {
            Reason::PlacesEverything => clause += "which places everything",
            Reason::OnlyOneToPlaceEverything => clause += "the only one that places everything",
            Reason::NothingElse => clause += "as no other option places everything",
            Reason::LosesLeast => {
                clause += "which gives up little; what places everything misses more milestones \
                           or deliverables";
            }
            Reason::EndsOnTime => clause += " by the plan's last date",
            Reason::ReadyForEvents => facts.push("leaves the least for after the events"),
            Reason::FewestMilestones => facts.push("misses the fewest milestones"),
            Reason::EndsSoonest => facts.push("ends soonest"),
            Reason::FewestDeliverables => facts.push("misses the fewest deliverables"),
            Reason::FewestMoves => facts.push("moves the fewest slots"),
            Reason::KeepsWeekdays => facts.push("keeps weekdays"),
        }
    }
    // With others that do so too, the facts are about those.
    if reasons.contains(&Reason::PlacesEverything) && !facts.is_empty() {
        clause += "; of those that do, it";
        return match facts.split_last() {
            Some((last, others)) if !others.is_empty() => {
                format!("{clause} {} and {last}", others.join(", "))
            }
            _ => format!("{clause} {}", facts.concat()),
        };
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
