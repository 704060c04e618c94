//! Values and labels: durations, dates, names of days and weeks, heads of tables.

use super::words::{
    count, date, dates, duration, list, name, placement, short_date, short_dates, short_duration,
};
use crate::model::Minutes;
use crate::text::phrase::weekdays;
use crate::text::{DayName, DayNames, Label, MovedTo, Origin, Phrase, WeekName, Workload};

/// The phrase in English.
pub(super) fn phrase(phrase: &Phrase, year: Option<i32>) -> String {
    match phrase {
        Phrase::Date(day) => date(*day),
        Phrase::ShortDate(day) => short_date(*day, year),
        Phrase::Dates(days) => dates(*days),
        Phrase::ShortDates(days) => short_dates(*days, year),
        Phrase::Duration(minutes) => duration(*minutes),
        Phrase::ShortDuration(minutes) => short_duration(*minutes),
        Phrase::AlsoSkipped(n) => format!(", {n} skipped"),
        Phrase::Slots(n) => count(n, "slot"),
        Phrase::Deliverables(n) => count(n, "deliverable"),
        Phrase::Studied { studied, planned } => {
            format!("{} of {}", duration(*studied), duration(*planned))
        }
        Phrase::Workload(work) => workload(*work),
        Phrase::Days(names) => days(names),
        Phrase::NextDay {
            date,
            days: names,
            work,
            in_sittings,
        } => next_day(&short_date(*date, year), names, (*work, *in_sittings)),
        Phrase::Week(name) => week(name),
        Phrase::Weeks { first, last } if first == last => format!("week {first}"),
        Phrase::Weeks { first, last } => format!("week {first}-{last}"),
        Phrase::Placement(place) => placement(*place),
        Phrase::Weekday(day) => day.to_string(),
        Phrase::Percent(percent) => format!("{percent} %"),
        Phrase::Phase { number, count } => format!("phase {number}/{count}"),
        Phrase::When { date, planned } => {
            let date = short_date(*date, year);
            let planned = planned.map(|planned| format!(", {}", duration(planned)));
            format!(" ({date}){}", planned.unwrap_or_default())
        }
        Phrase::MovedFrom(origin) => moved_from(*origin, year),
        Phrase::MovedTo(moved) => moved_to(moved, year),
        Phrase::ToPlace(work) => format!("{} on rest days: `plan recover`", workload(*work)),
        Phrase::ForOtherSlots { count, command } => format!("{count} for other slots: `{command}`"),
        Phrase::More { count, command } => format!("and {count} more: `{command}`"),
        Phrase::Replanned {
            original,
            now,
            done,
        } => {
            let (original, now) = (workload(*original), workload(*now));
            format!("originally {original}; now {now}; done {done}")
        }
    }
}

/// `4 slots, 6 h`; no duration if none is planned.
pub(super) fn workload(work: Workload) -> String {
    work_of(work, "slot")
}

fn next_day(date: &str, names: &DayNames, (work, in_sittings): (Workload, bool)) -> String {
    let noun = if in_sittings { "sitting" } else { "slot" };
    format!("{date} {}: {}", days(names), work_of(work, noun))
}

fn work_of(work: Workload, noun: &str) -> String {
    let slots = count(work.slots, noun);
    match work.planned {
        Minutes::ZERO => slots,
        planned => format!("{slots}, {}", duration(planned)),
    }
}

/// `Week 3 多模态基础与 CLIP 模型`.
pub(super) fn week(name: &WeekName) -> String {
    match &name.title {
        Some(title) if name.says_number() => title.clone(),
        Some(title) => format!("Week {} {title}", name.number),
        None => format!("Week {}", name.number),
    }
}

/// `Day 8 周一 Transformer`, `Day 18-19`, `Day 47, 48`.
pub(super) fn days(names: &DayNames) -> String {
    if names.days.is_empty() {
        return "extra slot".to_owned();
    }
    let language = &names.plan_language;
    let several: Option<Vec<String>> = match names.days.as_slice() {
        [_] => None,
        days => days.iter().map(numbers).collect(),
    };
    let shown = match several {
        Some(numbers) => format!("Day {}", list(numbers)),
        None => list(names.days.iter().map(|name| day(name, language))),
    };
    match &names.title {
        Some(title) => format!("{shown} {title}"),
        None => shown,
    }
}

fn day(name: &DayName, language: &str) -> String {
    let number = numbers(name).map(|numbers| format!("Day {numbers}"));
    let weekdays = name.weekdays.map(|days| weekdays(days, language));
    let parts: Vec<String> = number.into_iter().chain(weekdays).collect();
    if parts.is_empty() {
        return "the whole week".to_owned();
    }
    parts.join(" ")
}

fn numbers(name: &DayName) -> Option<String> {
    let (first, last) = name.numbers?;
    if first == last {
        return Some(first.to_string());
    }
    Some(format!("{first}-{last}"))
}

/// `from Wed 2 Dec`, `from 09:00-10:30`.
pub(super) fn moved_from(origin: Origin, year: Option<i32>) -> String {
    match origin {
        Origin::Date(day) => format!("from {}", short_date(day, year)),
        Origin::Time(time) => format!("from {time}"),
    }
}

/// `d08-0900 Alpha, d08-1045 Beta to Mon 14 Dec; d08-1400 Gamma to Tue 15 Dec`.
pub(super) fn moved_to(moved: &[MovedTo], year: Option<i32>) -> String {
    let parts = moved.iter().map(|moved| {
        let slots = list(moved.slots.iter().map(name));
        format!("{slots} to {}", short_date(moved.date, year))
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// The label in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn label(label: Label) -> &'static str {
    match label {
        Label::Blank => "",
        Label::AgainstDeadline => "deadline",
        Label::AgainstPlan => "plan's end",
        Label::Another => "another",
        Label::AtRisk => "at risk",
        Label::Backups => "backups",
        Label::BasedOn => "based on",
        Label::Data => "data",
        Label::File => "file",
        Label::Cache => "cache",
        Label::Chance => "chance",
        Label::Changed => "changed",
        Label::Config => "config",
        Label::Deliverables => "Deliverables",
        Label::DeliverablesMissed => "deliverables",
        Label::Device => "device",
        Label::Done => "done",
        Label::Due => "due",
        Label::Event => "event",
        Label::Events => "Exams and events",
        Label::Exam => "exam",
        Label::Goal => "goal",
        Label::Budget => "budget",
        Label::RestDays => "rest",
        Label::Reminders => "Reminders",
        Label::Stages => "Stages of the roadmap",
        Label::AllMilestones => "Milestones",
        Label::Editor => "editor",
        Label::End => "end",
        Label::Ends => "ends",
        Label::First => "first",
        Label::Found => "found",
        Label::From => "from",
        Label::HeaviestDay => "heaviest day",
        Label::Journal => "journal",
        Label::Last => "last",
        Label::Left => "left",
        Label::LikelyBy => "likely by",
        Label::Marks => "marks",
        Label::Milestone => "milestone",
        Label::Milestones => "milestones",
        Label::Missed => "missed",
        Label::Missing => "missing",
        Label::Moved => "moved",
        Label::Moves => "moves",
        Label::Next => "next",
        Label::NotPlaced => "not placed",
        Label::Note => "note",
        Label::Now => "now",
        Label::Open => "open",
        Label::OutOfOrder => "out of order",
        Label::TooFull => "too full",
        Label::Overdue => "overdue",
        Label::Overlap => "overlap",
        Label::Pace => "pace",
        Label::Phases => "Phases",
        Label::Plan => "plan",
        Label::Planned => "planned",
        Label::Reached => "reached",
        Label::ReachedLate => "reached late",
        Label::Read => "read",
        Label::OwnCopy => "copy",
        Label::Merged => "merged",
        Label::ReadToo => "read too",
        Label::Redone => "redone: ",
        Label::Reminder => "reminder",
        Label::Relinked => "relinked",
        Label::Skipped => "skipped",
        Label::Skips => "skips",
        Label::Slot => "slot",
        Label::Start => "start",
        Label::State => "state",
        Label::Streak => "streak",
        Label::Time => "time",
        Label::Timer => "timer",
        Label::Title => "title",
        Label::To => "to",
        Label::ToDo => "to do",
        Label::ToPlace => "to place",
        Label::Topics => "Topics",
        Label::Undone => "undone: ",
        Label::Unknown => "cannot tell",
        Label::Unread => "unread",
        Label::Verdict => "verdict",
        Label::Week => "week",
        Label::What => "what",
        Label::When => "when",
        Label::Worked => "worked",
    }
}
