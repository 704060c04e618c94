//! Messages about exams and other events on fixed dates, and about due dates.

use std::borrow::Cow;

use super::words::{count, date, grouped, list, name, names, placement};
use crate::model::{EventKind, Placement, Window};
use crate::text::{Covered, DueDate, DueDateHint, FixedDate, SlotName};

/// The message in English.
pub(super) fn fixed_date(message: &FixedDate) -> Cow<'static, str> {
    match message {
        FixedDate::Countdown {
            title,
            time,
            days,
            covered,
        } => {
            let time = time.filter(|_| *days < 2).map(at).unwrap_or_default();
            let when = days_left(*days);
            format!("{title} {when}{time}{}", after_comma(*covered)).into()
        }
        FixedDate::OnDate {
            title,
            time,
            covered,
        } => {
            let time = time.map(at).unwrap_or_default();
            format!("{title}{time}{}", after_comma(*covered)).into()
        }
        FixedDate::More(more) => format!("and {more} more: `plan milestones`").into(),
        FixedDate::Kind(kind) => kind_noun(*kind).into(),
        FixedDate::At(at) => placement(*at).into(),
        FixedDate::DaysLeft(days) => days_left(*days).into(),
        FixedDate::Covered(covered) => self::covered(*covered).into(),
        FixedDate::Covers(covers) => format!("covers {}", list(covers)).into(),
        FixedDate::CoversNothing => "covers no slots".into(),
        FixedDate::Late(slots) => late(*slots).into(),
        FixedDate::PassedOpen(slots) => format!("passed with {} open", count(slots, "slot")).into(),
        FixedDate::MovedFrom(from) => format!("moved from {}", placement(*from)).into(),
        FixedDate::Odds(chance) => {
            format!("{chance} % chance that all it covers is done before it").into()
        }
        FixedDate::OddsWithHour(chance) => format!("{chance} % with one more hour a week").into(),
        FixedDate::OddsLetGo { chance, slots } => format!(
            "{chance} % if the {} it does not cover {} let go",
            open_slots(*slots),
            if *slots == 1 { "is" } else { "are" }
        )
        .into(),
        FixedDate::Own => "added by you".into(),
        FixedDate::OwnDue { plan: Some(plan) } => {
            format!("set by you, originally {}", date(*plan)).into()
        }
        FixedDate::OwnDue { plan: None } => "set by you".into(),
    }
}

pub(super) fn days_left(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2.. => format!("in {days} days"),
        days => format!("{} days ago", -days),
    }
}

fn open_slots(slots: u32) -> String {
    match slots {
        1 => "open slot".to_owned(),
        slots => format!("{slots} open slots"),
    }
}

fn at(time: Window) -> String {
    format!(", {time}")
}

fn kind_noun(kind: EventKind) -> &'static str {
    kind.name()
}

fn late(slots: u32) -> String {
    let verb = if slots == 1 { "is" } else { "are" };
    format!("{slots} of them {verb} not planned before it")
}

/// `41 of the 62 slots it covers are done, 2 skipped`.
fn covered(covered: Covered) -> String {
    let Covered {
        slots,
        done,
        skipped,
    } = covered;
    let skipped = match skipped {
        0 => String::new(),
        skipped => format!(", {skipped} skipped"),
    };
    match (done, slots) {
        (0, 1) => format!("the slot it covers is not done{skipped}"),
        (_, 1) => "the slot it covers is done".to_owned(),
        (1, _) => format!("1 of the {slots} slots it covers is done{skipped}"),
        _ => format!("{done} of the {slots} slots it covers are done{skipped}"),
    }
}

fn after_comma(covered: Covered) -> String {
    match covered.slots {
        0 => String::new(),
        _ => format!(", {}", self::covered(covered)),
    }
}

/// The message in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn due_date(message: &DueDate) -> Cow<'static, str> {
    match message {
        DueDate::Added { event, at } => format!("added {}: {}", name(event), placement(*at)).into(),
        DueDate::OnlyEventsCover => "only an exam or another event covers slots".into(),
        DueDate::CoversNothing { text } => format!("`{text}` covers no slots").into(),
        DueDate::TooMany { limit } => {
            format!("a plan has at most {} events", grouped(*limit as u64)).into()
        }
        DueDate::TooManyCovers { limit } => format!(
            "all events together name at most {} weeks, topics and slots",
            grouped(*limit as u64)
        )
        .into(),
        DueDate::Moved { event, from, to } => {
            let (from, to) = (placement(*from), placement(*to));
            format!("{} is now on {to}, was on {from}", name(event)).into()
        }
        DueDate::Due { what, date: day } => format!("{} is due {}", name(what), date(*day)).into(),
        DueDate::Removed(event) => format!("removed {}", name(event)).into(),
        DueDate::Reset(what, Some(to)) => {
            format!("{} is on {} again", name(what), placement(*to)).into()
        }
        DueDate::Reset(what, None) => {
            format!("{} has no due date of its own now", name(what)).into()
        }
        DueDate::Already(what, at) => {
            format!("{} is already on {}", name(what), placement(*at)).into()
        }
        DueDate::NothingSet(what) => format!("you have set no date for {}", name(what)).into(),
        DueDate::HasPassed(day) => format!("{} has passed", date(*day)).into(),
        DueDate::EventPassed { event, at, open } => event_passed(event, *at, *open).into(),
        DueDate::EventOnRestDay { event, at } => {
            format!("{} is on a rest day, {}", name(event), placement(*at)).into()
        }
        DueDate::EventOverlaps { event, at, slots } => format!(
            "at the time of {} on {}: {}",
            name(event),
            placement(*at),
            names(slots)
        )
        .into(),
        DueDate::SlotsTooLate { event, at, slots } => format!(
            "not planned before {} on {}: {}",
            name(event),
            placement(*at),
            names(slots)
        )
        .into(),
        DueDate::OnlyEventsHaveTimes(what) => {
            format!("{} is due on a day and has no time", name(what)).into()
        }
        DueDate::NoLength(event) => {
            format!("{} takes the whole day, so it has no length", name(event)).into()
        }
        DueDate::NoEnd { text } => format!("`{text}` is a time without an end").into(),
        DueDate::NotDated { text } => {
            format!("`{text}` is no event, deliverable or milestone").into()
        }
    }
}

fn event_passed(event: &SlotName, at: Placement, open: u32) -> String {
    let passed = format!("{} has passed, {}", name(event), placement(at));
    match open {
        0 => passed,
        open => format!("{passed}, with {} open", count(open, "slot")),
    }
}

/// The hint in English.
pub(super) fn due_date_hint(hint: &DueDateHint) -> Cow<'static, str> {
    match hint {
        DueDateHint::Targets => {
            "name an event, a deliverable (w05.2) or a milestone by its id or title".into()
        }
        DueDateHint::Known(known) => {
            let known: Vec<String> = known.iter().map(name).collect();
            format!("with a date: {}", known.join("; ")).into()
        }
        DueDateHint::CoverRanges => "name ranges of weeks or topics: `--covers w1-w5,A`".into(),
        DueDateHint::CoverForms => "write weeks, topics or slots: `--covers w1-w5,A`".into(),
        DueDateHint::AddExam => "add `--exam`, or `--event` for anything else".into(),
        DueDateHint::GiveDate { target } => {
            format!("`plan due {target} 2026-12-16`, or `--remove`").into()
        }
        DueDateHint::SetDate { target } => format!("`plan due {target} DATE` sets one").into(),
        DueDateHint::GiveTime { target } => {
            format!("`plan due {target} 2026-12-16 --time 09:00-11:00`").into()
        }
    }
}
