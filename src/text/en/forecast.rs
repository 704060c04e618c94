//! Messages about when the plan will end.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::words::{count, date, duration};
use crate::text::{Forecast, ForecastBasis, Missing, Work};

/// The message in English.
pub(super) fn forecast(message: &Forecast) -> Cow<'static, str> {
    match message {
        Forecast::Finished {
            since: Some(day),
            deliverables: 0,
        } => format!("the plan was finished on {}", date(*day)).into(),
        Forecast::Finished {
            since: None,
            deliverables: 0,
        } => "nothing left to do".into(),
        Forecast::Finished {
            since,
            deliverables: n,
        } => {
            let since = since.map(|day| format!(" since {}", date(day)));
            let since = since.unwrap_or_default();
            format!("no slot left{since}; {} open", count(*n, "deliverable")).into()
        }
        Forecast::Stalled { since } => {
            format!("no end in sight: nothing done since {}", date(*since)).into()
        }
        Forecast::NotEnoughData => "not enough data".into(),
        Forecast::PlannedDaysMissing(days) => match days.count {
            1 => missing("1 planned day that has passed", *days).into(),
            n => missing(&format!("{n} planned days that have passed"), *days).into(),
        },
        Forecast::StudiedDaysMissing(days) => {
            let what = format!("{} with something done", count(days.count, "planned day"));
            missing(&what, *days).into()
        }
        Forecast::NoEnd => "no end in sight within three years".into(),
        Forecast::Chance { percent, later } => {
            format!("{percent} % chance by then, {}", self::later(*later)).into()
        }
        Forecast::NoChance { percent } => {
            format!("less than a {percent} % chance within three years").into()
        }
    }
}

/// What the forecast is based on.
pub(super) fn forecast_basis(message: &ForecastBasis) -> String {
    match message {
        ForecastBasis::PlannedEnd { original, now } if original == now => {
            format!("end {}", date(*original))
        }
        ForecastBasis::PlannedEnd { original, now } => {
            let (original, now) = (date(*original), date(*now));
            format!("end {original}, now planned to end {now}")
        }
        ForecastBasis::Pace {
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
        ForecastBasis::Measured { actual, planned } => {
            let (actual, planned) = (duration(*actual), duration(*planned));
            format!("measured slots took {actual} in all, {planned} planned")
        }
        ForecastBasis::Pause {
            days,
            all_planned,
            since,
        } => format!(
            "no study on the last {days} {} days, since {}; the pause delays the end",
            if *all_planned { "planned" } else { "study" },
            date(*since)
        ),
        ForecastBasis::Left(amount) => work(*amount),
        ForecastBasis::Futures {
            days,
            extra,
            count: futures,
            between,
        } => {
            let others = others(*extra);
            let between = between.map(self::between);
            format!(
                "your {} so far{others}, the latest counting most; {futures} simulated futures{}",
                count(days, "planned day"),
                between.unwrap_or_default()
            )
        }
    }
}

/// When four in five of the futures end, as a clause.
fn between((first, last): (NaiveDate, NaiveDate)) -> String {
    let (first, last) = (date(first), date(last));
    format!(", four in five of them ending between {first} and {last}")
}

/// The study days besides planned ones, as a clause.
fn others(days: u32) -> String {
    match days {
        0 => String::new(),
        n => format!(" and {} in buffers or after the end", count(n, "study day")),
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
