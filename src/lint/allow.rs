//! What the plan file accepts, and entries of `allow` that accept nothing.

use std::collections::HashMap;

use super::{Linter, Warning};
use crate::model::{Plan, Week};
use crate::source::{Part, Rule};

/// The entries of `allow`, to be looked up by rule and place.
pub(super) struct Accepted<'a> {
    /// Index of the first entry that gives this rule and place.
    entries: HashMap<(&'a str, String), usize>,
    /// What days and slots may be called besides the name that is shown.
    names: HashMap<Part, Vec<String>>,
    /// Which entries have accepted something.
    used: Vec<bool>,
}

impl<'a> Accepted<'a> {
    pub fn of(plan: &'a Plan) -> Self {
        let mut entries = HashMap::new();
        for (index, allow) in plan.allow.iter().enumerate() {
            let key = (allow.rule.as_str(), name_of(&allow.rule, &allow.at));
            entries.entry(key).or_insert(index);
        }
        let names = if entries.is_empty() {
            HashMap::new()
        } else {
            names(plan)
        };
        Self {
            entries,
            names,
            used: vec![false; plan.allow.len()],
        }
    }

    /// The entry that accepts a finding, the one that names its place most closely first. Every
    /// other that does so too counts as used.
    fn find(&mut self, rule: Rule, part: &Part, at: &str) -> Option<usize> {
        if self.entries.is_empty() {
            return None;
        }
        let rule = rule.name();
        let shown = name_of(rule, at);
        let others = self.names.get(part).into_iter().flatten();
        let found: Vec<usize> = std::iter::once(&shown)
            .chain(others)
            .filter_map(|name| self.entries.get(&(rule, name.clone())).copied())
            .collect();
        for index in &found {
            self.used[*index] = true;
        }
        found.first().copied()
    }
}

impl Linter<'_> {
    /// Why the file accepts a finding, if it does.
    pub(super) fn accepted(&mut self, rule: Rule, part: &Part, at: &str) -> Option<String> {
        let index = self.accepted.find(rule, part, at)?;
        Some(self.plan.allow[index].why.clone())
    }

    /// Entries of `allow` that accept nothing. Those that would accept such an entry come last,
    /// and nothing accepts them.
    pub(super) fn unused_allows(&mut self) {
        let plan = self.plan;
        let is_last = |rule: &str| rule == Rule::AllowUnused.name();
        for last in [false, true] {
            for (index, allow) in plan.allow.iter().enumerate() {
                if is_last(&allow.rule) != last || self.accepted.used[index] {
                    continue;
                }
                let (rule, at) = (&allow.rule, &allow.at);
                let first = self.accepted.entries[&(rule.as_str(), name_of(rule, at))];
                let (message, help) = if first == index {
                    (
                        format!("`{rule}` is allowed at `{at}`, but nothing there matches"),
                        found_at(rule, &self.warnings),
                    )
                } else {
                    (
                        format!("`{rule}` is allowed at `{at}` by an entry before this one"),
                        "take one of the two out".to_owned(),
                    )
                };
                let (part, name) = (Part::Allow(index + 1), format!("a{}", index + 1));
                if last {
                    self.note(Rule::AllowUnused, &part, name, message, help, None);
                } else {
                    self.warn(Rule::AllowUnused, &part, name, message, &help);
                }
            }
        }
    }
}

/// What to do about an entry whose place has nothing of its rule: it may only be mistyped.
fn found_at(rule: &str, warnings: &[Warning]) -> String {
    const MOST: usize = 5;
    let found = warnings
        .iter()
        .filter(|warning| warning.diagnostic.rule.name() == rule);
    let mut places: Vec<&str> = found.map(|warning| warning.at.as_str()).collect();
    if places.is_empty() {
        return format!("take it out: `{rule}` is found nowhere");
    }
    let more = places.len().saturating_sub(MOST);
    places.truncate(MOST);
    let places = places.join(", ");
    let rest = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    format!("take it out, or mend its `at`: `{rule}` is found at {places}{rest}")
}

/// A place by name. Days, weeks and their slots may be written with or without zeros before the
/// number; ids of topics and resources are what they are.
fn name_of(rule: &str, at: &str) -> String {
    let of_days = [
        Rule::OverBudget,
        Rule::UnderBudget,
        Rule::LongSlot,
        Rule::Gap,
    ];
    let numbered = of_days.iter().any(|fault| fault.name() == rule);
    numbered
        .then(|| without_zeros(at))
        .flatten()
        .unwrap_or_else(|| at.to_owned())
}

/// `d06-1400` as `d6-1400`; `None` for what does not begin with a day or week.
fn without_zeros(at: &str) -> Option<String> {
    let kind = at.get(..1).filter(|kind| ["d", "w"].contains(kind))?;
    let rest = at[1..].trim_start_matches(|c: char| c.is_ascii_digit());
    let number: u32 = at[1..at.len() - rest.len()].parse().ok()?;
    Some(format!("{kind}{number}{rest}"))
}

/// What days and slots are called by what they stand in: a slot by its number in its day, by the
/// day and by the week; a day by each of its numbers and by the week.
fn names(plan: &Plan) -> HashMap<Part, Vec<String>> {
    let week_of = |week: &Week| week.number.map(|number| format!("w{number}"));
    let mut names = HashMap::new();
    for (_, _, week, day) in plan.days() {
        let numbers = day.numbers.map(|(first, last)| first..=last);
        let days: Vec<String> = numbers
            .into_iter()
            .flatten()
            .map(|n| format!("d{n}"))
            .collect();
        let around: Vec<String> = days.iter().cloned().chain(week_of(week)).collect();
        for (ordinal, slot) in (1..).zip(day.slots()) {
            let own = around.first().map(|frame| format!("{frame}.{ordinal}"));
            let slot_names = own.into_iter().chain(around.iter().cloned()).collect();
            names.insert(Part::Slot(slot.id.to_string()), slot_names);
        }
        if let Some((first, _)) = day.numbers {
            names.insert(Part::Day(first), around);
        }
    }
    names
}
