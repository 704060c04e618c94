//! Messages about what is suspicious in a plan, and about `plan check`.

use std::borrow::Cow;

use chrono::Weekday;

use super::words::{count, duration, list, list_and_more, period, plan_name};
use crate::model::LinkStatus;
use crate::text::lint::rest_key;
use crate::text::{Accept, Check, Lint};

/// What is suspicious.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn lint(lint: &Lint) -> String {
    match lint {
        Lint::OverBudget {
            day,
            planned,
            budget,
        } => {
            let (planned, budget) = (duration(*planned), duration(*budget));
            format!("day {day} plans {planned}, more than its budget of {budget}")
        }
        Lint::UnderBudget {
            day,
            planned,
            budget,
        } => {
            let (planned, budget) = (duration(*planned), duration(*budget));
            format!("day {day} plans {planned}, less than half of its budget of {budget}")
        }
        Lint::BeforeDayStart { start, day_starts } => {
            let (hours, minutes) = (day_starts.0 / 60, day_starts.0 % 60);
            format!(
                "the slot begins at {start}, before the study day does ({hours:02}:{minutes:02}), so it \
                 comes in the night after"
            )
        }
        Lint::LongSlot { planned, limit } => {
            let (planned, limit) = (duration(*planned), duration(*limit));
            format!("the slot takes {planned}; more than {limit} without a break is too long")
        }
        Lint::PeriodDiffers {
            phase,
            declared,
            covered,
        } => {
            let (declared, covered) = (count(*declared, "week"), count(*covered, "week"));
            format!("{phase} declares {declared}, but its days cover {covered}")
        }
        Lint::Gap {
            after_day,
            free_days,
            ..
        } => {
            let days = count(*free_days, "day");
            format!("{days} without a plan day after day {after_day}")
        }
        Lint::RestDay { day, weekdays } => {
            let weekdays = list(weekdays.iter().map(|day| weekday(*day)));
            format!("day {day} has slots on {weekdays}, which `rest` leaves free")
        }
        Lint::TopicBeforePrerequisite {
            id,
            title,
            prerequisite,
            prerequisite_title: before,
        } => {
            format!("{id} {title} begins here, before its prerequisite {prerequisite} {before}")
        }
        Lint::TopicUnscheduled { id, title } => format!("{id} {title} has no slot"),
        Lint::BadLink {
            title, url, status, ..
        } => {
            let url = url.as_ref().map(|url| format!(" ({url})"));
            let what = match status {
                LinkStatus::Mismatch => "leads to a different subject",
                LinkStatus::NotFound => "was not found",
                _ => "leads to something else",
            };
            format!("the link of `{title}`{} {what}", url.unwrap_or_default())
        }
        Lint::ResourceUnused { title } => format!("nothing refers to `{title}`"),
        Lint::MilestoneLate {
            title,
            goal,
            due,
            days_late,
            at_most,
        } => {
            let (due, late) = (period(*due), count(*days_late, "day"));
            let up_to = if *at_most { "up to " } else { "" };
            format!(
                "{title} is due {due} after the start, {up_to}{late} before the last slot of `{goal}`"
            )
        }
        Lint::AllowUnused { rule, at, .. } => {
            format!("`{rule}` is allowed at `{at}`, but nothing there matches")
        }
        Lint::AllowRepeated { rule, at } => {
            format!("an earlier entry already allows `{rule}` at `{at}`")
        }
    }
}

/// What to do about it, and how to accept it where that is possible.
pub(super) fn lint_help(lint: &Lint, accept: Option<&Accept>) -> String {
    let fix = fix(lint);
    match accept {
        Some(Accept { rule, at }) => {
            format!("{fix}; to accept it: `allow: [{{rule: {rule}, at: {at}, why: ...}}]`")
        }
        None => fix,
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

fn fix(lint: &Lint) -> String {
    match lint {
        Lint::OverBudget { .. } => "move a slot to another day, or raise `time_budget`".to_owned(),
        Lint::UnderBudget { .. } => "check whether a part of the day is missing".to_owned(),
        Lint::BeforeDayStart { start, .. } => {
            format!("for the morning, set `day_starts_at: {start}` in the configuration")
        }
        Lint::LongSlot { .. } => "split it, with a break in between".to_owned(),
        Lint::PeriodDiffers { .. } => "fix `span`, or move weeks between phases".to_owned(),
        Lint::Gap { rest, .. } if rest.is_empty() => "plan a `buffer`".to_owned(),
        Lint::Gap { rest, .. } => format!("declare `{}`, or plan a `buffer`", rest_key(rest)),
        Lint::RestDay { .. } => "move it to another weekday, or fix `rest`".to_owned(),
        Lint::TopicBeforePrerequisite { .. } => {
            "move the slot later, give it another topic, or fix `after`".to_owned()
        }
        Lint::TopicUnscheduled { .. } => {
            "plan a slot for it, or remove it from the roadmap".to_owned()
        }
        Lint::BadLink {
            suggested: Some(url),
            ..
        } => format!("suggested instead: {url}"),
        Lint::BadLink { .. } => "find another source, or remove it".to_owned(),
        Lint::ResourceUnused { .. } => "use it in a slot, or remove it".to_owned(),
        Lint::MilestoneLate { .. } => "set a later `due`, or change `by`".to_owned(),
        Lint::AllowUnused { rule, found_at, .. } if found_at.is_empty() => {
            format!("remove it: `{rule}` is found nowhere")
        }
        Lint::AllowUnused {
            rule,
            found_at,
            more,
            ..
        } => {
            let places = list_and_more(found_at, *more);
            format!("remove it, or fix its `at`: `{rule}` is found at {places}")
        }
        Lint::AllowRepeated { .. } => "remove one of the two".to_owned(),
    }
}

/// The message in English.
pub(super) fn check(message: &Check) -> Cow<'static, str> {
    match message {
        Check::Summary {
            source,
            phases,
            weeks,
            days,
            slots,
            resources,
            topics,
            warnings,
            allowed,
        } => {
            let phases = (*phases > 0).then(|| count(phases, "phase"));
            let parts = [
                count(weeks, "week"),
                count(days, "day"),
                count(slots, "slot"),
                count(resources, "resource"),
                count(topics, "topic"),
            ];
            let holds = list(phases.into_iter().chain(parts));
            let warnings = match warnings {
                0 => "no warnings".to_owned(),
                n => count(n, "warning"),
            };
            let allowed = match allowed {
                0 => String::new(),
                n => format!(", {n} allowed"),
            };
            let source = plan_name(source);
            format!("{source}: {holds}; no errors, {warnings}{allowed}").into()
        }
        Check::Allowed { why } => format!("allowed: {why}").into(),
    }
}
