//! Warnings that the plan file accepts, and entries of `allow` that accept none.

use std::collections::HashMap;

use super::Linter;
use crate::model::{Allow, Day, Week};
use crate::source::{Part, Rule};
use crate::text::Lint;

/// How many places are listed for an entry that accepts nothing.
const MOST_LISTED: usize = 5;

/// The entries of `allow`.
pub(super) struct Allowed<'a> {
    entries: &'a [Allow],
    /// Index of the first entry of each rule and place.
    index: HashMap<(&'a str, String), usize>,
    /// Which entries have accepted something.
    used: Vec<bool>,
}

impl<'a> Allowed<'a> {
    pub(crate) fn new(entries: &'a [Allow]) -> Self {
        let mut index = HashMap::new();
        for (position, entry) in entries.iter().enumerate() {
            index.entry(key(&entry.rule, &entry.at)).or_insert(position);
        }
        Self {
            entries,
            index,
            used: vec![false; entries.len()],
        }
    }

    /// Why a warning is accepted: by the entry that has its own name, else by the first of the
    /// other names that has an entry. All these entries count as used.
    pub(crate) fn find(&mut self, rule: Rule, at: &str, other_names: &[String]) -> Option<String> {
        let names = std::iter::once(at).chain(other_names.iter().map(String::as_str));
        let found: Vec<usize> = names
            .filter_map(|name| self.index.get(&key(rule.name(), name)).copied())
            .collect();
        for index in &found {
            self.used[*index] = true;
        }
        found.first().map(|index| self.entries[*index].why.clone())
    }
}

impl Linter<'_> {
    /// Entries of `allow` that accept nothing. Those that would accept such an entry come last,
    /// and nothing accepts them.
    pub(super) fn unused_allows(&mut self) {
        let rule = Rule::AllowUnused;
        for last in [false, true] {
            for (index, entry) in self.plan.allow.iter().enumerate() {
                if (entry.rule == rule.name()) != last || self.allowed.used[index] {
                    continue;
                }
                let part = Part::Allow(index + 1);
                let lint = self.unused_allow(index, entry);
                if last {
                    self.push(rule, &part, lint, None, None);
                } else {
                    self.warn(rule, &part, lint);
                }
            }
        }
    }

    fn unused_allow(&self, index: usize, entry: &Allow) -> Lint {
        let (rule, at) = (entry.rule.clone(), entry.at.clone());
        if self.allowed.index[&key(&rule, &at)] != index {
            return Lint::AllowRepeated { rule, at };
        }
        let warnings = self.warnings.iter();
        let found = warnings.filter(|warning| warning.diagnostic.rule.name() == rule);
        let mut found_at: Vec<String> = found.map(|warning| warning.at.clone()).collect();
        let more = found_at.len().saturating_sub(MOST_LISTED);
        found_at.truncate(MOST_LISTED);
        Lint::AllowUnused {
            rule,
            at,
            found_at,
            more,
        }
    }
}

/// A rule and a place. Days, weeks and their slots can be written with or without zeros before the
/// number; ids of topics and resources cannot.
fn key<'r>(rule: &'r str, at: &str) -> (&'r str, String) {
    let numbered = [
        Rule::OverBudget,
        Rule::UnderBudget,
        Rule::BeforeDayStart,
        Rule::LongSlot,
        Rule::Gap,
    ];
    let is_numbered = numbered.iter().any(|numbered| numbered.name() == rule);
    let plain = is_numbered.then(|| without_zeros(at)).flatten();
    (rule, plain.unwrap_or_else(|| at.to_owned()))
}

/// `d06-1400` as `d6-1400`; `None` for what does not begin with a day or week.
fn without_zeros(at: &str) -> Option<String> {
    let kind = at.get(..1).filter(|kind| ["d", "w"].contains(kind))?;
    let rest = at[1..].trim_start_matches(|c: char| c.is_ascii_digit());
    let number: u32 = at[1..at.len() - rest.len()].parse().ok()?;
    Some(format!("{kind}{number}{rest}"))
}

/// What `allow` can call a day: each of its numbers, and its week.
pub(super) fn day_names(week: &Week, day: &Day) -> Vec<String> {
    let numbers = day
        .numbers
        .into_iter()
        .flat_map(|(first, last)| first..=last);
    let days = numbers.map(|number| format!("d{number}"));
    days.chain(week.number.map(|number| format!("w{number}")))
        .collect()
}
