//! Messages about fitting a plan to the learner's own week.

use std::borrow::Cow;

use super::phrase::workload;
use super::words::{count, date, duration, name, names, placement};
use crate::text::{Fit, FitColumn, FitHint};

/// The message in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn fit(message: &Fit) -> Cow<'static, str> {
    match message {
        Fit::Hours(hours) => format!("{} a week: {hours}", duration(hours.weekly())).into(),
        Fit::FromConfig => {
            "from `hours` in the configuration; this plan has no fit of its own".into()
        }
        Fit::NoHours => "no hours are known".into(),
        Fit::Work(work) => format!("{} to do", workload(*work)).into(),
        Fit::Column(column) => self::column(*column).into(),
        Fit::Divided(n) => format!("{} in several sittings", count(n, "slot")).into(),
        Fit::Assumed { slots, each } => {
            format!("no length, so {} each: {}", duration(*each), names(slots)).into()
        }
        Fit::Met { by, days_early: 0 } => {
            format!("done by {}, with no day to spare", date(*by)).into()
        }
        Fit::Met { by, days_early } => format!(
            "done by {}, with {} to spare",
            date(*by),
            count(days_early, "day")
        )
        .into(),
        Fit::Missed {
            by,
            days_late,
            minutes,
        } => format!(
            "not done by {}: {} late, with {} of work after it",
            date(*by),
            count(days_late, "day"),
            duration(*minutes)
        )
        .into(),
        Fit::Enough(hours) => format!(
            "{} a week would be enough: --hours {hours}",
            duration(hours.weekly())
        )
        .into(),
        Fit::NeverEnough => "longer hours on these weekdays are not enough either".into(),
        Fit::Overtaking(n) => format!(
            "{} ahead of the plan's order, to be done before an event",
            count(n, "slot")
        )
        .into(),
        Fit::NotBefore {
            event,
            at,
            work,
            slots,
        } => format!(
            "no room before {} on {} for {}: {}",
            name(event),
            placement(*at),
            workload(*work),
            names(slots)
        )
        .into(),
        Fit::DueBefore { what, due, done } => format!(
            "{} is due on {}, before its last slot on {}",
            name(what),
            date(*due),
            date(*done)
        )
        .into(),
        Fit::ApplyQuestion => "lay the plan out like this?".into(),
        Fit::Applied { slots, hours } => {
            format!("{} laid out in {hours}", count(slots, "slot")).into()
        }
        Fit::By(by) => format!("by {}", date(*by)).into(),
        Fit::NothingLeft => "nothing is left to lay out".into(),
        Fit::TooFewHours(hours) => format!("`{hours}` would take more than thirty years").into(),
        Fit::NoFreeTime { until } => format!(
            "something else takes all of these hours until {}",
            date(*until)
        )
        .into(),
        Fit::FromHasPassed(from) => format!("{} has passed", date(*from)).into(),
        Fit::ByBeforeFrom { by, from } => format!(
            "{} is before {}, the first date to lay slots on",
            date(*by),
            date(*from)
        )
        .into(),
        Fit::ChangedMeanwhile => {
            "something has changed since the preview, so nothing was recorded".into()
        }
    }
}

fn column(column: FitColumn) -> &'static str {
    match column {
        FitColumn::Blank => "",
        FitColumn::Now => "now",
        FitColumn::Fitted => "fitted",
        FitColumn::Ends => "ends",
        FitColumn::Author => "in the plan file",
        FitColumn::PerWeek => "a week",
        FitColumn::Week => "week",
        FitColumn::Slot => "slot",
    }
}

/// The hint in English.
pub(super) fn fit_hint(message: &FitHint) -> Cow<'static, str> {
    match message {
        FitHint::GiveHours => {
            "say when you have time: `plan fit --hours mon-fri=19:00-21:00,sat=3h`".into()
        }
        FitHint::OtherDeadline => {
            "that is the deadline of your last fit; `--by DATE` sets another".into()
        }
        FitHint::LayAgain => {
            "`plan fit --from today` lays out again what is open; `--hours` changes the hours"
                .into()
        }
        FitHint::SeePreview => "run the same command again to see the new preview".into(),
        FitHint::FromToday(today) => {
            format!("work is laid out from today on, {}, or later", date(*today)).into()
        }
        FitHint::Undo => "`plan undo` puts everything back where it was".into(),
    }
}
