//! Messages about how a plan is followed: hours, streaks, the burn-up, and what it has come to.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::fixed_date::days_left;
use super::phrase::{week, workload};
use super::words::{count, date, dates, duration, list, short_date, short_dates};
use crate::model::Minutes;
use crate::text::{InARow, Review, Sign};

/// The message in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn review(message: &Review, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Review::HoursByDay => "Hours by day".into(),
        Review::Hours(minutes) => hours(*minutes).into(),
        Review::Rest => "rest".into(),
        Review::WeekSum => "week".into(),
        Review::EarlierWeeks { weeks, worked } => format!(
            "{} before that: {}",
            count(weeks, "week"),
            duration(*worked)
        )
        .into(),
        Review::Streak {
            current,
            longest,
            is_over,
        } => streak(*current, *longest, *is_over, year).into(),
        Review::StudyDays { kept, days } => {
            format!("kept up on {kept} of {}", count(days, "study day")).into()
        }
        Review::ToHandIn(ids) => format!("{} to hand in: {}", ids.len(), list(ids)).into(),
        Review::MilestoneIn { title, days } => format!("{title} {}", days_left(*days)).into(),
        Review::AsOfToday => "  as of today".into(),
        Review::NotBegun(n) => format!("{n} more not started: `plan roadmap`").into(),
        Review::RowSkipped(n) => format!("{n} skipped").into(),
        Review::Notes => "Notes".into(),
        Review::SkippedBecause => "skipped: ".into(),
        Review::OverdueWeek {
            week: name,
            dates,
            work,
        } => {
            let name = name
                .as_ref()
                .map_or_else(|| short_dates(*dates, year), week);
            format!("{name}: {}", workload(*work)).into()
        }
        Review::Legend(Sign::Done) => " done".into(),
        Review::Legend(Sign::Planned) => " planned".into(),
        Review::Legend(Sign::Forecast) => " 80 % of simulations".into(),
        Review::Forecast => "forecast".into(),
        Review::Band { least, most } => match (least.0 / 60, most.0 / 60) {
            (least, most) if least == most => format!("{most} h"),
            (least, most) => format!("{least}-{most} h"),
        }
        .into(),
        Review::LikelyEnd { early, half, late } => format!(
            "half of the simulations end by {}, 80 % between {} and {}",
            date(*half),
            date(*early),
            date(*late)
        )
        .into(),
        Review::Over(days) => format!("The plan is over: {}", dates(*days)).into(),
        Review::OverDone { .. } => over_done(message).into(),
        Review::OverWorked {
            worked,
            days,
            fullest,
        } => {
            let fullest = fullest.map(|(day, minutes)| {
                format!("; most on {}, {}", short_date(day, year), duration(minutes))
            });
            let all = format!("{} on {}", duration(*worked), count(days, "day"));
            (all + &fullest.unwrap_or_default()).into()
        }
        Review::OverEnd { planned, settled } => over_end(*planned, *settled).into(),
    }
}

/// `5h05`, `45m`.
fn hours(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, m) => format!("{m}m"),
        (h, m) => format!("{h}h{m:02}"),
    }
}

fn streak(current: Option<InARow>, longest: InARow, is_over: bool, year: Option<i32>) -> String {
    let most = format!(
        "longest {}, {}",
        longest.days,
        short_dates(longest.dates, year)
    );
    match current {
        None if is_over => most,
        None => format!("none now; {most}"),
        Some(InARow { days, dates }) => {
            let since = short_date(dates.first, year);
            let now = format!("{} in a row, since {since}", count(days, "study day"));
            if current == Some(longest) {
                format!("{now}: the longest so far")
            } else {
                format!("{now}; {most}")
            }
        }
    }
}

fn over_done(message: &Review) -> String {
    let Review::OverDone {
        done,
        slots,
        skipped,
        handed_in,
        milestones,
    } = message
    else {
        return String::new();
    };
    let slots = format!("{done} of {}", count(slots, "slot"));
    let skipped = (*skipped > 0).then(|| format!("{skipped} skipped"));
    let handed_in = (handed_in.1 > 0)
        .then(|| format!("{} of {}", handed_in.0, count(handed_in.1, "deliverable")));
    let milestones = (milestones.1 > 0)
        .then(|| format!("{} of {}", milestones.0, count(milestones.1, "milestone")));
    list(
        [Some(slots), skipped, handed_in, milestones]
            .into_iter()
            .flatten(),
    )
}

fn over_end(planned: NaiveDate, settled: Option<NaiveDate>) -> String {
    let planned_end = date(planned);
    match settled.map(|day| (day, (day - planned).num_days())) {
        None => format!("planned for {planned_end}; some slots are still open"),
        Some((_, 0)) => format!("{planned_end}, as planned"),
        Some((day, late)) => {
            let way = if late > 0 { "after" } else { "before" };
            let late = count(late.abs(), "day");
            format!("{}, {late} {way} the planned end", date(day))
        }
    }
}

/// ` (week 1: 2, week 3: 5)`; nothing of a single week.
pub(super) fn overdue_weeks(weeks: &[(u32, u32)]) -> String {
    if weeks.len() < 2 {
        return String::new();
    }
    let weeks = weeks.iter().map(|(week, n)| format!("week {week}: {n}"));
    format!(" ({})", list(weeks))
}
