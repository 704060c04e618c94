//! Messages of `report`.

use std::borrow::Cow;

use super::phrase::{week, workload};
use super::words::{count, dates, duration};
use crate::model::Minutes;
use crate::text::Report;

/// The message in English.
pub(super) fn text(message: &Report) -> Cow<'static, str> {
    match message {
        Report::Weeks { first, last } if first == last => format!("Week {first}").into(),
        Report::Weeks { first, last } => format!("Weeks {first}-{last}").into(),
        Report::Done { done, slots } => format!("done {done}/{slots}").into(),
        Report::Skipped(n) => format!("skipped {n}").into(),
        Report::Overdue(n) => format!("overdue {n}").into(),
        Report::CurrentDates { first, last, moved } => format!(
            "slots are on their current dates; planned for {}, {} moved out of them",
            dates(*first, *last),
            count(moved, "slot")
        )
        .into(),
        Report::Measured { measured, assumed } => {
            let measured = duration(*measured);
            match *assumed {
                Minutes::ZERO => format!("{measured} measured").into(),
                assumed => format!(
                    "{measured} measured, {} taken as planned",
                    duration(assumed)
                )
                .into(),
            }
        }
        Report::NothingPlanned => "nothing is planned for these dates".into(),
        Report::Buffer { first, last } => {
            format!("{}: set aside for catching up", dates(*first, *last)).into()
        }
        Report::AlsoDone(work) => {
            format!("also done: {} planned for other dates", workload(*work)).into()
        }
        Report::Pace {
            hundredths,
            behind,
            by_plan,
        } => {
            let by = if *by_plan {
                " by the plan's own dates"
            } else {
                ""
            };
            format!("{}{by}{}", pace(*hundredths), self::behind(*behind)).into()
        }
        Report::PaceNow { hundredths } => {
            format!("{} by the current dates", pace(*hundredths)).into()
        }
        Report::NextWeek { week: name, work } => {
            let week = name.as_ref().map(|name| format!("{}: ", week(name)));
            (week.unwrap_or_default() + &workload(*work)).into()
        }
    }
}

fn pace(hundredths: u64) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    format!("{whole}.{part:02} of what was due")
}

fn behind(slots: i64) -> String {
    let (slots, way) = match slots {
        0 => return String::new(),
        1.. => (slots, "behind"),
        _ => (-slots, "ahead"),
    };
    format!("; {} {way}", count(slots, "slot"))
}
