//! Problems between parts of a plan.

use super::{did_you_mean, noun};
use crate::text::en::words::{count, grouped, list_and_more};
use crate::text::source::StructureProblem;

/// What is wrong.
pub(super) fn message(problem: &StructureProblem) -> String {
    match problem {
        StructureProblem::UnknownTopic { id, .. } => format!("unknown topic `{id}`"),
        StructureProblem::UnknownResource { id, .. } => format!("unknown resource `{id}`"),
        StructureProblem::UnknownTarget { name, .. } => {
            format!("unknown week, topic or deliverable `{name}`")
        }
        StructureProblem::UnknownCover { name, .. } => {
            format!("unknown week, topic or slot `{name}`")
        }
        StructureProblem::DuplicateId { id } => format!("duplicate id `{id}`"),
        StructureProblem::Cycle { topics } => {
            format!("the topics depend on each other: {}", cycle(topics))
        }
        StructureProblem::NoSlots => "the plan has no slots".to_owned(),
        StructureProblem::NoLists { level, keys } => {
            format!("the {} has no `{}`", noun(*level), keys.join("`, no `"))
        }
        StructureProblem::EmptyList { key } | StructureProblem::CoversNothing { key } => {
            format!("`{key}` is empty")
        }
        StructureProblem::TwoLists { first, second } => {
            format!("`{second}` next to `{first}`: only one of them can be used here")
        }
        StructureProblem::OutOfOrder {
            level,
            number,
            last,
        } => {
            let level = noun(*level);
            format!("{level} {number} comes after {level} {last}")
        }
        StructureProblem::EmptyDay { number } => format!("day {number} has no slots"),
        StructureProblem::EndBeforeStart { start, end } => {
            format!("{start}-{end} does not end after its start")
        }
        StructureProblem::Overlap { time, other, title } => {
            format!("{time} overlaps {other} (`{title}`)")
        }
        StructureProblem::WeekdayCount { days, weekdays } => {
            let (days, weekdays) = (count(*days, "day"), count(*weekdays, "weekday"));
            format!("the entry covers {days}, but {weekdays}")
        }
    }
}

/// How to fix it.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn help(problem: &StructureProblem) -> String {
    let help = match problem {
        StructureProblem::UnknownTopic { several, .. }
        | StructureProblem::UnknownTarget { several, .. }
        | StructureProblem::UnknownCover { several, .. }
            if !several.is_empty() =>
        {
            return format!("write a list: `[{}]`", several.join(", "));
        }
        StructureProblem::UnknownTopic {
            nearest,
            known,
            more,
            ..
        } => {
            return match did_you_mean(nearest.as_deref()) {
                Some(help) => help,
                None if known.is_empty() => "add it to `roadmap: {topics: ...}`".to_owned(),
                None => format!("known topics: {}", list_and_more(known, *more)),
            };
        }
        StructureProblem::UnknownResource { nearest, .. } => {
            return did_you_mean(nearest.as_deref())
                .unwrap_or_else(|| "add it to `resources:`, or give a `url:` instead".to_owned());
        }
        StructureProblem::UnknownTarget { .. } => {
            "write a week (w5), a topic (A) or a deliverable (w05.2)"
        }
        StructureProblem::UnknownCover { .. } => {
            "write a week (w5), a range of weeks (w1-w5), a topic (A) or a slot (d08-1045)"
        }
        StructureProblem::CoversNothing { .. } => {
            "write what it covers, as in `[w1-w5, A]`, or remove the key"
        }
        StructureProblem::DuplicateId { .. } => "give one of the two an `id:` of its own",
        StructureProblem::Cycle { topics } => {
            let (first, last) = (topics.first(), topics.last());
            let [first, last] = [first, last].map(|id| id.map_or("", String::as_str));
            return format!("remove `{first}` from the `after` of `{last}`");
        }
        StructureProblem::NoSlots
        | StructureProblem::NoLists { .. }
        | StructureProblem::EmptyList { .. } => "add `days:` with a list of days",
        StructureProblem::TwoLists { .. } => "move one into the other, or remove one",
        StructureProblem::OutOfOrder { level, .. } => {
            let level = noun(*level);
            return format!("give each {level} its own number, higher than the one before");
        }
        StructureProblem::EmptyDay { .. } => "add `slots:` with a list of slots, or remove the day",
        StructureProblem::EndBeforeStart { .. } => {
            "a slot ends on the day it starts; split one that passes midnight"
        }
        StructureProblem::Overlap { .. } => "move one of the two",
        StructureProblem::WeekdayCount { .. } => "two days such as 18-19 need two: sat-sun",
    };
    help.to_owned()
}

/// `A -> B -> A`; of a long cycle only its first and last topics.
fn cycle(topics: &[String]) -> String {
    const AT_EACH_END: usize = 6;
    let mut names: Vec<String> = topics.to_vec();
    if topics.len() > 2 * AT_EACH_END {
        let left_out = AT_EACH_END..topics.len() - AT_EACH_END;
        let more = format!("({} more)", grouped(left_out.len() as u64));
        names.splice(left_out, [more]);
    }
    names.extend(topics.first().cloned());
    names.join(" -> ")
}
