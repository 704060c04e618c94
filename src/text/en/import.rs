//! Messages about notes that are turned into plans.

use super::words::{count, date, duration};
use crate::model::Minutes;
use crate::text::import::{Decision, Import, LeftOver, NoPlan};

/// The message in English.
pub(super) fn import(message: &Import) -> String {
    match message {
        Import::Refused { file, why } => format!("`{file}` is not a study plan: {}", no_plan(*why)),
        Import::RefusedHint => "a study plan has phases, weeks, days, times or tasks: `Week 1: …`, `Day 3`, `09:00-10:30 …`, `- [ ] …`; its title should say what is learned: `# Study plan: …`".to_owned(),
        Import::Written { title, file } => format!("{title}: written to {file}"),
        Import::WouldWrite { title, file } => format!("{title}: would be written to {file}"),
        Import::Found { phases, weeks, days, slots, resources, milestones, events, links } => found(&[
            (*phases, "phase"),
            (*weeks, "week"),
            (*days, "day"),
            (*slots, "slot"),
            (*resources, "resource"),
            (*milestones, "milestone"),
            (*events, "event"),
            (*links, "link"),
        ]),
        Import::Lines { all, placed, left } => format!(
            "{}: {placed} in the plan, {left} left over, {} without text",
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
        Import::LeftOvers { count } => format!("{} left over, kept in the plan file as `artifacts`", super::words::count(*count, "line")),
        Import::MoreLeftOvers { count: more } => format!("{} more: `--json` lists all", count(*more, "line")),
        Import::LeftOver(why) => left_over(*why),
        Import::LineRange(first, last) => range(*first, *last),
        Import::Next => "next".to_owned(),
        Import::Exists { file } => format!("`{file}` exists: it was not imported from this note, or was edited since"),
        Import::NoName => "a note from standard input has no name: say where the plan goes with `-o FILE`".to_owned(),
        Import::ExistsHint => "write to another file with `-o FILE`".to_owned(),
        Import::OtherTitle { id, title } => format!("the plan id `{id}` has marks of another plan, `{title}`"),
        Import::OtherTitleHint => "the id comes from the name of the plan file, so write to a file of another name: `-o FILE`".to_owned(),
        Import::Kept { slots } => format!("imported before: {} kept, with their marks", count(*slots, "slot")),
        Import::Lost { titles } => format!(
            "not in the note any more, so their marks count for nothing: {}; see `plan doctor`",
            quoted(titles).join(", ")
        ),
        Import::TickedSince { ids } => format!(
            "ticked in the note, but open in the plan: record it with `plan done {}`",
            ids.join(" ")
        ),
    }
}

/// The first few titles.
fn quoted(titles: &[String]) -> Vec<String> {
    let mut shown: Vec<String> = titles
        .iter()
        .take(5)
        .map(|title| format!("`{title}`"))
        .collect();
    if titles.len() > shown.len() {
        shown.push("…".to_owned());
    }
    shown
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
            "the note gives the plan more than once, such as in an overview: {} repeated, counted once",
            count(*repeats, "part")
        ),
        Decision::OtherPlan => {
            "the note has several plans to choose from: the fullest is imported; delete it from the note to import another".to_owned()
        }
        Decision::Restart => {
            "day or week numbers start again: they are counted on through the whole plan".to_owned()
        }
        Decision::Continued => {
            "under another heading, but the numbers continue: added to the part before".to_owned()
        }
        Decision::Template => {
            "a schedule for no particular day: it tells your study time, but adds no slots".to_owned()
        }
        Decision::Alternatives => "at the same time as another slot: kept without a time".to_owned(),
        Decision::Breaks { count: breaks } => format!("{} left out", count(*breaks, "break")),
        Decision::Chatter => "remarks of an assistant: left out".to_owned(),
        Decision::HoursStated { weekday, weekend } => hours_stated(*weekday, *weekend),
        Decision::HoursOfDays { hours } => format!("study time from the note: {hours}"),
        Decision::HoursAsked => "study time from `--hours` or your configuration".to_owned(),
        Decision::HoursAssumed { weekday } => format!(
            "the note gives no study time: {} a day from Monday to Friday is assumed; change it with `--hours`",
            duration(*weekday)
        ),
        Decision::Gap { day, weeks } => format!(
            "Day {day} is too early, as there is nothing to do for weeks before it: once the plan has begun, run `plan shift {weeks}w --from d{day}`"
        ),
        Decision::Ranges => "several days in one line: what is short or has a time is on each day, the rest is divided among them".to_owned(),
        Decision::Spread { slots } => format!(
            "tasks without a day: {}, spread over your study days",
            count(*slots, "slot")
        ),
        Decision::Recurring => {
            "what is to be done every week or day is in no slot: add it with `plan add`".to_owned()
        }
        Decision::Dated { start } => format!(
            "dates become weekdays, as a plan file has no dates; the first date is {}",
            date(*start)
        ),
        Decision::MonthsArePhases => "each month is a phase".to_owned(),
        Decision::RestDays { count: days } => format!("{} off: no slots", count(*days, "day")),
        Decision::Ticked { count: ticked } => format!(
            "{} ticked in the note: recorded as done when you start the plan",
            count(*ticked, "item")
        ),
        Decision::Chart => "the tasks of the Gantt chart are the plan".to_owned(),
    }
}

fn hours_stated(weekday: Minutes, weekend: Minutes) -> String {
    let weekend = match weekend {
        Minutes::ZERO => "none".to_owned(),
        minutes => duration(minutes),
    };
    let weekday = duration(weekday);
    format!(
        "study time from the note: {weekday} a day from Monday to Friday, {weekend} at weekends"
    )
}

fn left_over(why: LeftOver) -> String {
    match why {
        LeftOver::OtherPlan => "another plan in the note, which was not imported".to_owned(),
        LeftOver::Repeats { line: None } => "repeats another part of the note".to_owned(),
        LeftOver::Repeats { line: Some(line) } => format!("repeats line {line}"),
        LeftOver::Partly => "only partly in the plan".to_owned(),
        LeftOver::Progress => "a progress tracker: `plan` keeps track itself".to_owned(),
        LeftOver::Routine => "a schedule for no particular day".to_owned(),
        LeftOver::Chatter => "a remark of an assistant".to_owned(),
        LeftOver::Heading => "only a heading: what is below it is in the plan".to_owned(),
        LeftOver::Outside => "not part of the plan".to_owned(),
        LeftOver::Break => "a break".to_owned(),
        LeftOver::Markup => "no text".to_owned(),
    }
}

fn no_plan(why: NoPlan) -> &'static str {
    match why {
        NoPlan::Empty => "it is empty",
        NoPlan::Changelog => "it is a changelog",
        NoPlan::Recipe => "it is a recipe",
        NoPlan::Reference => "it is reference documentation",
        NoPlan::NoUnits => "it has no phases, weeks, days, times or tasks",
        NoPlan::NoLearning => "it is not about learning",
        NoPlan::Numbers => "its weeks, days or phases have numbers above 999",
        NoPlan::Template => "its days or weeks are empty, as in a template",
        NoPlan::TooLarge => "it has more than 10,000 slots",
    }
}
