//! Messages about targets.

use std::borrow::Cow;

use super::words::{date, list, name, names, short_date};
use crate::text::{Candidate, CandidateState, Level, Lookup, LookupHint};

/// The message in English.
pub(super) fn lookup(message: &Lookup) -> Cow<'static, str> {
    match message {
        Lookup::NoMatch { text } => format!("nothing in the plan matches `{text}`").into(),
        Lookup::Ambiguous { text, count, slots } => {
            let what = if *slots { "slots" } else { "parts of the plan" };
            format!("`{text}` matches {count} {what}").into()
        }
        Lookup::Namesakes { text, count } => {
            format!("`{text}` is the name of {count} parts of the plan").into()
        }
        Lookup::Unknown { level, text } => format!("no such {} `{text}`", noun(*level)).into(),
        Lookup::NoPhases { text } => format!("no such phase `{text}`: the plan has none").into(),
        Lookup::EmptyPlan => "the plan has no slots".into(),
        Lookup::NoDeliverables { week } => format!("week {week} has no deliverables").into(),
        Lookup::NoSuchOrdinal { date: day, number } => {
            format!("no slot {number} on {}", date(*day)).into()
        }
        Lookup::NoSlots { text, date: day } => format!(
            "`{text}` matches nothing: there are no slots on {}",
            date(*day)
        )
        .into(),
        Lookup::NoSlotsThen { text, date: day } => format!(
            "`{text}` matches nothing: no slot starts then on {}",
            date(*day)
        )
        .into(),
        Lookup::NoSlotAt { time, date: day } => {
            format!("no slot starts at {time} on {}", date(*day)).into()
        }
        Lookup::NotATitle { text } => format!("cannot search titles for `{text}`").into(),
        Lookup::ReversedRange { first, last } => {
            format!("the range `{first}-{last}` is reversed").into()
        }
        Lookup::NotMarkable { text, level: None } => {
            format!("`{text}` is not a slot or day").into()
        }
        Lookup::NotMarkable {
            text,
            level: Some(level),
        } => {
            let article = if *level == Level::Event { "an" } else { "a" };
            format!("`{text}` is {article} {}, not a slot or day", noun(*level)).into()
        }
    }
}

/// The hint in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn lookup_hint(hint: &LookupHint, year: Option<i32>) -> Cow<'static, str> {
    match hint {
        LookupHint::Similar(slots) => format!("similar: {}", names(slots)).into(),
        LookupHint::TargetForms => {
            "a target is a number shown by `plan today`, a start time, an id (d08-1045, d8.2, d8, \
             w5, p1, A) or part of a title"
                .into()
        }
        LookupHint::ChooseSlot(slots) => format!("choose one: {}", names(slots)).into(),
        LookupHint::Choose { named, more } => choose(named, *more, year).into(),
        LookupHint::TodaysNumbers(numbers) => match &**numbers {
            [only] => format!("today's is `{only}`").into(),
            several => format!("today's are {}", list(several)).into(),
        },
        LookupHint::OpenIds { ids, more } => open_ids(ids, *more).into(),
        LookupHint::SeeMilestones { title } => {
            format!("{title} is a milestone: `plan milestones` shows it").into()
        }
        LookupHint::Numbers { level, first, last } => {
            format!("the plan has {}s {first} to {last}", noun(*level)).into()
        }
        LookupHint::Names { level, names } => format!("{}s: {}", noun(*level), list(names)).into(),
        LookupHint::Phases(phases) => {
            let phases = phases.iter().map(|(n, title)| format!("p{n} {title}"));
            format!("phases: {}", list(phases)).into()
        }
        LookupHint::CheckPlan => "`plan check` checks the plan file".into(),
        LookupHint::SeeWeeks => "`plan report --all` reports on the whole plan".into(),
        LookupHint::SeeWeek { week } => format!("`plan show w{week}` shows the week").into(),
        LookupHint::DaySlots { day, slots } => {
            format!("slots of day {day}: {}", names(slots)).into()
        }
        LookupHint::Ordinals { count: 1, slots } => format!("only slot 1: {}", names(slots)).into(),
        LookupHint::Ordinals { count: n, slots } => {
            format!("slots 1 to {n}: {}", names(slots)).into()
        }
        LookupHint::Overdue(slots) => format!("overdue: {}", names(slots)).into(),
        LookupHint::NextSlot(slot) => format!("next: {}", name(slot)).into(),
        LookupHint::StartTimes(times) => format!("slots start at {}", list(times)).into(),
        LookupHint::NumberForms => {
            "`d1.1` is slot 1 of Day 1, `w1.1` the first deliverable of Week 1; for a part of a \
             title, give some of its words"
                .into()
        }
        LookupHint::TitleForm => {
            "one letter is in too many titles: give two, or a whole title; `all` means every slot of \
             the day"
                .into()
        }
        LookupHint::RangeForm { first, last } => format!("write it as {first}-{last}").into(),
        LookupHint::EventIsDated { target } => {
            format!("mark the slots that it covers; `plan due {target} DATE` moves it").into()
        }
        LookupHint::MarkableForms { target } => {
            format!("name slots, or a day such as `d8`; `plan show {target}` lists its slots")
                .into()
        }
    }
}

fn open_ids(ids: &[String], more: usize) -> String {
    match ids {
        [only] => format!("only `{only}` is open"),
        several if more == 0 => format!("still open: {}", list(several)),
        several => format!("still open: {}, and {more} more", list(several)),
    }
}

fn choose(named: &[Candidate], more: usize, year: Option<i32>) -> String {
    let one = |candidate: &Candidate| match candidate.state {
        Some((date, state)) => {
            let (date, state) = (short_date(date, year), self::state(state));
            format!("{} ({date}, {state})", name(&candidate.name))
        }
        None => name(&candidate.name),
    };
    let mut named: Vec<String> = named.iter().map(one).collect();
    if more > 0 {
        named.push(format!("and {more} more"));
    }
    format!("choose one: {}", named.join("; "))
}

fn state(state: CandidateState) -> &'static str {
    match state {
        CandidateState::Open => "open",
        CandidateState::Done => "done",
        CandidateState::Skipped => "skipped",
        CandidateState::Overdue => "overdue",
    }
}

fn noun(level: Level) -> &'static str {
    match level {
        Level::Slot => "slot",
        Level::Deliverable => "deliverable",
        Level::Day => "day",
        Level::Week => "week",
        Level::Phase => "phase",
        Level::Topic => "topic",
        Level::Kind => "kind",
        Level::Resource => "resource",
        Level::Event => "event",
    }
}
