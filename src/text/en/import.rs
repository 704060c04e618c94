//! Messages about notes that are turned into plans.

use super::words::{count, date, duration};
use crate::model::Minutes;
use crate::text::import::{Decision, Import, LeftOver, NoPlan};

/// The message in English.
pub(super) fn import(message: &Import) -> String {
    match message {
        Import::Refused { file, why } => format!("`{file}` is not a study plan: {}", no_plan(*why)),
        Import::RefusedHint => "a study plan has phases, weeks, days, times or tasks: `Week 1: …`, `Day 3`, `09:00-10:30 …`, `- [ ] …`".to_owned(),
        Import::Written { title, file } => format!("{title}: written to {file}"),
        Import::Found { phases, weeks, days, slots, resources, milestones, links } => found(&[
            (*phases, "phase"),
            (*weeks, "week"),
            (*days, "day"),
            (*slots, "slot"),
            (*resources, "resource"),
            (*milestones, "milestone"),
            (*links, "link"),
        ]),
        Import::Lines { all, placed, left } => format!(
            "{}: {placed} in the plan, {left} left over, {} without text of their own",
            count(*all, "line"),
            all.saturating_sub(placed + left)
        ),
        Import::Hours(hours) => format!("study time: {hours}"),
        Import::Decisions => "decisions".to_owned(),
        Import::Decision(what) => decision(what),
        Import::DecisionLines(lines) => {
            let shown: Vec<String> = lines.iter().take(8).map(|(first, last)| range(*first, *last)).collect();
            let more = if lines.len() > 8 { ", …" } else { "" };
            format!("line {}{more}", shown.join(", "))
        }
        Import::LeftOvers { count } => format!("left over, and kept as `artifacts` in the plan file: {}", super::words::count(*count, "line")),
        Import::LeftOver(why) => left_over(*why),
        Import::LineRange(first, last) => range(*first, *last),
        Import::Next => "next".to_owned(),
        Import::Exists { file } => format!("`{file}` exists, and is not an import of this plan"),
        Import::ExistsHint => "`-o FILE` writes to another file".to_owned(),
        Import::OtherTitle { id, title } => format!("the plan id `{id}` has marks of another plan, `{title}`"),
        Import::OtherTitleHint => "the id is made of the name of the plan file: choose another with `-o FILE`".to_owned(),
        Import::Kept { slots } => format!("imported before: {} kept their ids, and so their marks", count(*slots, "slot")),
    }
}

fn range(first: u32, last: u32) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}

fn found(parts: &[(usize, &str)]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| count(*number, what))
        .collect();
    parts.join(", ")
}

fn decision(what: &Decision) -> String {
    match what {
        Decision::OnePlan { repeats } => format!(
            "the plan is given several times: {} elsewhere are the same parts, and count once",
            count(*repeats, "unit")
        ),
        Decision::Restart => {
            "numbers begin again: days and weeks are numbered on through the plan".to_owned()
        }
        Decision::Continued => {
            "under another heading, but the numbers go on: it belongs to the part before".to_owned()
        }
        Decision::Template => "times of a general day are no slots of a certain one".to_owned(),
        Decision::Alternatives => {
            "at the same time as another slot: kept without a time".to_owned()
        }
        Decision::Breaks { count: breaks } => {
            format!("{}: no slots", count(*breaks, "break"))
        }
        Decision::Chatter => "an assistant's remarks are no part of the plan".to_owned(),
        Decision::HoursStated { weekday, weekend } => hours_stated(*weekday, *weekend),
        Decision::HoursAsked => {
            "study time as asked for with `--hours`, or as configured".to_owned()
        }
        Decision::HoursAssumed { weekday } => format!(
            "no study time is stated: {} a day from Monday to Friday is assumed; `--hours` changes that",
            duration(*weekday)
        ),
        Decision::Spread { slots } => format!(
            "work without a day: {} spread over the study days",
            count(*slots, "slot")
        ),
        Decision::Dated { start } => format!(
            "a plan file has no dates: weekdays are kept, and the plan can begin on {}",
            date(*start)
        ),
        Decision::MonthsArePhases => "months are the phases".to_owned(),
        Decision::RestDays { count: days } => format!("{} of rest: no slots", count(*days, "day")),
        Decision::Ticked { count: ticked } => format!(
            "{} ticked: recorded as done when the plan begins",
            count(*ticked, "item")
        ),
        Decision::Chart => "the Gantt chart is the plan".to_owned(),
    }
}

fn hours_stated(weekday: Minutes, weekend: Minutes) -> String {
    let weekend = match weekend {
        Minutes::ZERO => "none".to_owned(),
        minutes => duration(minutes),
    };
    let weekday = duration(weekday);
    format!("study time as stated: {weekday} a day from Monday to Friday, {weekend} at weekends")
}

fn left_over(why: LeftOver) -> String {
    match why {
        LeftOver::Repeats { line: 0 } => "says again what another part says".to_owned(),
        LeftOver::Repeats { line } => format!("says again what is on line {line}"),
        LeftOver::Progress => "for keeping track, which `plan` does".to_owned(),
        LeftOver::Routine => "a general day or week, not a certain one".to_owned(),
        LeftOver::Chatter => "an assistant's remark".to_owned(),
        LeftOver::Heading => "a heading over parts that are in the plan".to_owned(),
        LeftOver::Outside => "not part of the plan".to_owned(),
        LeftOver::Break => "a break".to_owned(),
        LeftOver::Markup => "no text".to_owned(),
    }
}

fn no_plan(why: NoPlan) -> &'static str {
    match why {
        NoPlan::Empty => "it has no text",
        NoPlan::Changelog => "it lists the changes in versions of a program",
        NoPlan::Recipe => "it is a recipe",
        NoPlan::Reference => "it is reference documentation",
        NoPlan::NoUnits => "it has no phases, weeks, days, times or tasks",
        NoPlan::NoLearning => "nothing in it is about learning",
        NoPlan::TooLarge => "it has more than 10,000 slots",
    }
}
