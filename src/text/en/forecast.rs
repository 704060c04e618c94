//! Messages of `forecast`.

use std::borrow::Cow;

use super::words::{count, date, duration};
use crate::text::{Forecast, Missing, Work};

/// The message in English.
pub(super) fn text(message: &Forecast) -> Cow<'static, str> {
    match message {
        Forecast::Finished { since: Some(day) } => {
            format!("the plan is finished since {}", date(*day)).into()
        }
        Forecast::Finished { since: None } => "nothing is left to do".into(),
        Forecast::Stalled { since } => {
            format!("no end in sight: nothing done since {}", date(*since)).into()
        }
        Forecast::NotEnoughData => "not enough data".into(),
        Forecast::PlannedDaysMissing(days) => match days.count {
            1 => missing("1 planned day that has passed", *days).into(),
            n => missing(&format!("{n} planned days that have passed"), *days).into(),
        },
        Forecast::StudiedDaysMissing(days) => {
            let what = format!("{} with something done", count(days.count, "day"));
            missing(&what, *days).into()
        }
        Forecast::NoEnd => "no end in sight within three years".into(),
        Forecast::Chance { percent, later } => {
            format!("{percent} % chance by then, {}", self::later(*later)).into()
        }
        Forecast::NoChance { percent } => {
            format!("less than a {percent} % chance within three years").into()
        }
        _ => basis(message).into(),
    }
}

/// What the forecast is based on.
fn basis(message: &Forecast) -> String {
    match message {
        Forecast::PlannedEnd { original, now } if original == now => {
            format!("end {}", date(*original))
        }
        Forecast::PlannedEnd { original, now } => {
            let (original, now) = (date(*original), date(*now));
            format!("end {original}, now planned to end {now}")
        }
        Forecast::Pace {
            studied,
            planned_days,
            done,
            planned,
        } => format!(
            "{studied} of {} studied; {} done a day, {} planned",
            count(planned_days, "planned day"),
            work(*done),
            work(*planned)
        ),
        Forecast::Measured { actual, planned } => {
            let (actual, planned) = (duration(*actual), duration(*planned));
            format!("measured slots took {actual} in all, {planned} planned")
        }
        Forecast::Pause { days, since } => format!(
            "nothing done on the last {days} of them, since {}: such a pause delays the end",
            date(*since)
        ),
        Forecast::Left(amount) => work(*amount),
        Forecast::Basis {
            days,
            futures,
            between,
        } => {
            let between = between.map(|(first, last)| {
                let (first, last) = (date(first), date(last));
                format!(", four in five of them ending between {first} and {last}")
            });
            format!(
                "your {} so far, the latest counting most; {futures} simulated futures{}",
                count(days, "planned day"),
                between.unwrap_or_default()
            )
        }
        _ => String::new(),
    }
}

fn missing(what: &str, days: Missing) -> String {
    format!("{what} ({} of {})", days.have, days.need)
}

fn later(days: i64) -> String {
    let n = count(days.unsigned_abs(), "day");
    match days {
        0 => "as planned".to_owned(),
        1.. => format!("{n} later than planned"),
        _ => format!("{n} earlier than planned"),
    }
}

fn work(work: Work) -> String {
    match work {
        Work::Minutes(minutes) => duration(minutes),
        Work::Slots(n) => count(n, "slot"),
    }
}
