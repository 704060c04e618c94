//! Reading maps by the keys of their level: every fault is noted, and reading goes on.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::keys::{advice, is_key, keys};
use super::{Diagnostic, Location, Locations, Node, Rule, Value, lookalike};
use crate::text::Source;
use crate::text::source::{Expected, KeyProblem, Level, Trap};

/// What has been noted so far, and the names that can be referred to.
#[derive(Default)]
pub(super) struct Reader {
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) locations: Locations,
    pub(crate) topics: BTreeSet<String>,
    pub(crate) resources: BTreeSet<String>,
    /// The ids of slots and deliverables.
    pub(crate) ids: HashSet<String>,
    /// The numbers of the last day and week, or 0.
    pub(crate) last_day: u32,
    pub(crate) last_week: u32,
    /// How many slots there were.
    pub(crate) slots: usize,
    /// The first slot beyond the limit.
    pub(crate) one_slot_too_many: Option<Location>,
    /// Each topic with one that it comes after, and where that is said.
    pub(crate) dependencies: Vec<(String, String, Location)>,
    /// What goals say they are fulfilled by, to be looked up once the plan is read.
    pub(crate) targets: Vec<(String, Location)>,
    /// What events say they cover, to be looked up once the plan is read.
    pub(crate) covers: Vec<(String, Location)>,
}

/// A key of a map and its value.
#[derive(Clone, Copy)]
pub(super) struct Pair<'n> {
    pub(crate) key: &'n str,
    /// Where the key is.
    pub(crate) at: Location,
    pub(crate) value: &'n Node,
}

/// A map of a level, without repeated keys.
pub(super) struct Table<'n> {
    /// Where its first key is.
    pub(crate) at: Location,
    pub(crate) level: Level,
    pairs: Vec<Pair<'n>>,
}

impl<'n> Table<'n> {
    /// A map that has only a `text`.
    pub(crate) fn of_text(node: &'n Node, level: Level) -> Self {
        let (key, at, value) = ("text", node.at, node);
        let pairs = vec![Pair { key, at, value }];
        Self { at, level, pairs }
    }

    /// The value of `key`, unless that is nothing.
    pub(crate) fn get(&self, key: &str) -> Option<&'n Node> {
        self.find(key).map(|pair| pair.value)
    }

    /// `key` and its value, unless that is nothing.
    ///
    /// A key that its level does not list is a mistake in this program: schema and help would not
    /// know of it.
    pub(crate) fn find(&self, key: &str) -> Option<Pair<'n>> {
        debug_assert!(self.takes(key), "no list of keys has `{key}`");
        let found = self.pairs.iter().find(|pair| pair.key == key)?;
        (found.value.value != Value::Null).then_some(*found)
    }

    /// The entries of the list `key`; a single value is one, and nothing none.
    pub(crate) fn one_or_more(&self, key: &str) -> &'n [Node] {
        self.get(key).map_or(&[], Node::one_or_more)
    }

    /// Where the first of `keys` that is there has its value; else where the map begins.
    pub(crate) fn location_of(&self, keys: &[&str]) -> Location {
        let found = keys.iter().find_map(|key| self.get(key));
        found.map_or(self.at, |node| node.at)
    }

    /// Whether `key` is listed for its level.
    pub(crate) fn takes(&self, key: &str) -> bool {
        is_key(self.level, key)
    }

    fn own_keys(&self) -> impl Iterator<Item = &Pair<'n>> {
        self.pairs.iter().filter(|pair| !self.takes(pair.key))
    }
}

/// Similar names are suggested for this many errors at most: each search goes over all known
/// names.
const FAULTS_WITH_SUGGESTIONS: usize = 100;

impl Reader {
    pub(crate) fn note(&mut self, rule: Rule, at: Location, problem: impl Into<Source>) {
        self.diagnostics.push(Diagnostic::new(rule, at, problem));
    }

    /// The names to suggest for a fault that is about to be noted, in order: all of them, or none
    /// once there are many faults.
    pub(crate) fn suggestions<'k>(&self, known: &'k BTreeSet<String>) -> Vec<&'k str> {
        if self.diagnostics.len() >= FAULTS_WITH_SUGGESTIONS {
            return Vec::new();
        }
        known.iter().map(String::as_str).collect()
    }

    pub(super) fn wrong_type(&mut self, node: &Node, expected: Expected) {
        let (trap, found) = (wrong_type(node, expected), node.found());
        let problem = KeyProblem::WrongType {
            expected,
            found,
            trap,
        };
        self.note(Rule::WrongType, node.at, problem);
    }

    /// The keys of a map that are texts, each once; the others are noted.
    pub(crate) fn pairs<'n>(
        &mut self,
        node: &'n Node,
        expected: Expected,
    ) -> Option<Vec<Pair<'n>>> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, expected);
            return None;
        };
        let mut pairs = Vec::with_capacity(entries.len());
        let mut lines = HashMap::with_capacity(entries.len());
        for (key, value) in entries {
            let at = key.at;
            let Some(key) = key.scalar() else {
                self.wrong_type(key, Expected::TextAsKey);
                continue;
            };
            if let Some(first_line) = lines.insert(key, at.line) {
                let key = key.to_owned();
                let problem = KeyProblem::Duplicate { key, first_line };
                self.note(Rule::DuplicateKey, at, problem);
            } else {
                pairs.push(Pair { key, at, value });
            }
        }
        Some(pairs)
    }

    /// The pairs of the optional map `name`, whose keys are the author's.
    pub(crate) fn map_of<'n>(&mut self, table: &Table<'n>, name: &'static str) -> Vec<Pair<'n>> {
        let node = table.get(name);
        let pairs = node.and_then(|node| self.pairs(node, Expected::MapOf(name)));
        pairs.unwrap_or_default()
    }

    /// A map whose keys may include the author's own.
    pub(crate) fn open_table<'n>(&mut self, node: &'n Node, level: Level) -> Option<Table<'n>> {
        let pairs = self.pairs(node, Expected::Level(level))?;
        let at = match &node.value {
            Value::Map(entries) => entries.first().map_or(node.at, |(key, _)| key.at),
            _ => node.at,
        };
        Some(Table { at, level, pairs })
    }

    /// A map with the keys of its level; a text by itself is the map's `text`.
    pub(crate) fn text_or_table<'n>(&mut self, node: &'n Node, level: Level) -> Option<Table<'n>> {
        match node.scalar() {
            Some(_) => Some(Table::of_text(node, level)),
            None => self.table(node, level),
        }
    }

    /// A map with the keys of its level.
    pub(crate) fn table<'n>(&mut self, node: &'n Node, level: Level) -> Option<Table<'n>> {
        let table = self.open_table(node, level)?;
        let meant: Vec<_> = table
            .own_keys()
            .map(|pair| self.unknown_key(pair, level))
            .collect();
        let required = keys(level).iter().filter(|key| key.required);
        for key in required.filter(|key| !meant.contains(&Some(key.name))) {
            match table.pairs.iter().find(|pair| pair.key == key.name) {
                None => {
                    let key = key.name;
                    self.note(
                        Rule::MissingKey,
                        table.at,
                        KeyProblem::Missing { level, key },
                    );
                }
                Some(pair) if pair.value.value == Value::Null => {
                    self.wrong_type(pair.value, Expected::ValueOf(key.name));
                }
                Some(_) => {}
            }
        }
        Some(table)
    }

    /// Notes a key that its level does not have, and gives the one that it obviously means.
    fn unknown_key(&mut self, pair: &Pair, level: Level) -> Option<&'static str> {
        let key = pair.key.to_owned();
        let advice = advice(level, pair.key);
        let meant = advice.meant();
        let problem = KeyProblem::Unknown { level, key, advice };
        self.note(Rule::UnknownKey, pair.at, problem);
        meant
    }

    /// The one key of a map that is the author's label, and its value.
    pub(crate) fn labelled<'n>(&mut self, table: &Table<'n>) -> Option<Pair<'n>> {
        let mut own = table.own_keys();
        let first = own.next().copied();
        for pair in own {
            let (level, label) = (table.level, pair.key.to_owned());
            let problem = KeyProblem::SecondLabel { level, label };
            self.note(Rule::UnknownKey, pair.at, problem);
        }
        first
    }
}

/// The mistake that makes a value one of another type.
fn wrong_type(node: &Node, expected: Expected) -> Trap {
    match (&node.value, expected) {
        (Value::Text(text), Expected::Level(_) | Expected::MapOf(_)) => {
            let line = text.lines().next().unwrap_or_default();
            let word = line.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
            match lookalike::punctuation(line).and_then(|at| line[at..].chars().next()) {
                Some(found) => lookalike::trap(found),
                None if word.len() < line.len() && word.starts_with(':') => Trap::MissingSpace(':'),
                None => Trap::Unknown,
            }
        }
        (Value::Map(_), Expected::Text | Expected::TextAsKey) => Trap::UnquotedColon,
        (Value::List(_), Expected::Text | Expected::TextAsKey) => Trap::UnquotedBracket,
        (Value::Map(entries), Expected::ListOf(_)) => {
            let first = entries.first().and_then(|(key, _)| key.scalar());
            let first = first.unwrap_or_default();
            match lookalike::punctuation(first).and_then(|at| first[at..].chars().next()) {
                Some(found) => lookalike::trap(found),
                None if first.starts_with('-') => Trap::MissingSpace('-'),
                None => Trap::MissingDashes,
            }
        }
        (Value::Text(_) | Value::Plain(_), Expected::ListOf(_)) => Trap::MissingDashes,
        (Value::Null, _) => Trap::Nothing,
        _ => Trap::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::read_yaml;

    fn slot(look: impl Fn(&Table)) {
        let node = read_yaml("{title: a, topic: null}").expect("is YAML");
        let table = Reader::default().table(&node, Level::Slot);
        look(&table.expect("a map"));
    }

    #[test]
    fn a_key_without_a_value_is_not_there() {
        slot(|table| {
            assert!(table.get("title").is_some());
            assert!(table.get("topic").is_none());
            assert!(table.get("time").is_none());
        });
    }

    #[test]
    #[cfg_attr(not(debug_assertions), ignore = "only debug builds check")]
    #[should_panic(expected = "no list of keys has `sources`")]
    fn a_key_that_is_not_listed_is_not_looked_up() {
        slot(|table| assert!(table.get("sources").is_none()));
    }
}
