//! Messages about calendar files of others.

use std::borrow::Cow;

use super::words::{count, dates, quoted};
use crate::text::{DayCounts, DayWord, Ics, IcsHint, Names};

/// The message in English.
pub(super) fn ics(message: &Ics) -> Cow<'static, str> {
    match message {
        Ics::Missing(path) => format!("no calendar file {}", quoted(path)).into(),
        Ics::NotCalendar(path) => format!("{} is not an iCalendar file", quoted(path)).into(),
        Ics::CutOff(path) => format!("{} ends in the middle of a calendar", quoted(path)).into(),
        Ics::TooManyEvents { path, most } => {
            format!("{} has more than {most} events", quoted(path)).into()
        }
        Ics::TooManyOccurrences { path, most } => format!(
            "the events of {} repeat more than {most} times",
            quoted(path)
        )
        .into(),
        Ics::NoStart { path, events } => format!(
            "{} without a readable start in {}, left out",
            count(events, "event"),
            quoted(path)
        )
        .into(),
        Ics::BadRule { path, name } => format!(
            "invalid `RRULE` of `{name}` in {}: only its first time counts",
            quoted(path)
        )
        .into(),
        Ics::UnknownZone { path, zone } => format!(
            "unknown time zone `{zone}` in {}: its times are taken as yours",
            quoted(path)
        )
        .into(),
        Ics::NothingChosen { path, only } => {
            format!("no day in {} has `{only}` in its name", quoted(path)).into()
        }
        Ics::Head { source, days } => format!("{source}: {}", counts(*days)).into(),
        Ics::Recorded { source, days } => {
            format!("recorded from {source}: {}", counts(*days)).into()
        }
        Ics::NothingNew { source } => format!("{source}: nothing to change from today on").into(),
        Ics::Day(DayWord::Rest) => "rest".into(),
        Ics::Day(DayWord::Work) => "study, hours of a Monday".into(),
        Ics::Day(DayWord::Gone) => "no longer in the calendar".into(),
        Ics::Dates(days) => dates(*days).into(),
        Ics::Already(days) => format!("{} as it says already", count(days, "day")).into(),
        Ics::Unmarked(names) => {
            format!("not marked as days off, left out: {}", self::names(names)).into()
        }
        Ics::ApplyQuestion => "record these days?".into(),
    }
}

/// The hint in English.
pub(super) fn ics_hint(hint: &IcsHint) -> Cow<'static, str> {
    match hint {
        IcsHint::CheckPath => "give the path of a calendar file, usually `NAME.ics`".into(),
        IcsHint::ExportCalendar => {
            "export or download the calendar as an `.ics` file: it begins with `BEGIN:VCALENDAR`"
                .into()
        }
        IcsHint::DownloadAgain => "download it again, to its end".into(),
        IcsHint::ExportLess => "export a shorter time, or fewer calendars".into(),
        IcsHint::OnlyTimes { command } => {
            format!("none of its events takes whole days; `{command}` avoids their times").into()
        }
        IcsHint::BusyInConfig => {
            "its times are not avoided; fix the file, or take it out of `busy` in the configuration"
                .into()
        }
        IcsHint::Names(all) if all.named.is_empty() => {
            "it has no days off from today to a year after the end of the plan".into()
        }
        IcsHint::Names(all) => format!("its days are: {}", names(all)).into(),
    }
}

fn counts(days: DayCounts) -> String {
    let DayCounts { rest, work, gone } = days;
    let work_days = match work {
        1 => "1 day at work".to_owned(),
        work => format!("{work} days at work"),
    };
    let parts = [
        (rest, count(rest, "rest day")),
        (work, work_days),
        (gone, format!("{gone} no longer marked")),
    ];
    let parts = parts.into_iter().filter(|(days, _)| *days > 0);
    let parts: Vec<String> = parts.map(|(_, words)| words).collect();
    parts.join(", ")
}

fn names(all: &Names) -> String {
    let first = all.named.join("; ");
    match all.more {
        0 => first,
        more => format!("{first}; and {more} more"),
    }
}
