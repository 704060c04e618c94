//! Reading maps out of located nodes by the keys of their level: every fault is noted, and reading
//! goes on.

use std::collections::{HashMap, HashSet};

use super::build::Lifted;
use super::keys::Key;
use super::{Diagnostic, Location, Locations, Node, Rule, Value};
use crate::text::Message;

/// What has been noted so far, and the names that may be referred to.
#[derive(Default)]
pub(super) struct Reader<'s> {
    pub diagnostics: Vec<Diagnostic>,
    pub topics: HashSet<String>,
    pub resources: HashSet<String>,
    pub ids: HashSet<String>,
    pub last_day: Option<u32>,
    pub last_week: Option<u32>,
    pub locations: Locations,
    /// Milestones, phases and entries of `allow` so far.
    pub milestones: usize,
    pub phases: usize,
    pub allows: usize,
    /// What goals say they are fulfilled by, to be looked up once the plan is read.
    pub targets: Vec<(String, Location)>,
    /// Lists that are read and given up part by part.
    pub lifted: Lifted<'s>,
}

/// A map whose keys have been checked.
pub(super) struct Table<'n> {
    /// Where its first key stands.
    pub at: Location,
    keys: &'static [Key],
    entries: Vec<(&'n str, Location, &'n Node<'n>)>,
}

impl<'n> Table<'n> {
    /// The value of `name`, if there is one.
    pub fn get(&self, name: &str) -> Option<&'n Node<'n>> {
        self.find(name).map(|(_, value)| value)
    }

    /// The key called `name` and its value, if there is one.
    ///
    /// A key that the level's list does not have is a fault of this program: the schema and the
    /// help would not know of it.
    pub fn find(&self, name: &str) -> Option<(Location, &'n Node<'n>)> {
        debug_assert!(self.takes(name), "no list of keys has `{name}`");
        let found = self.entries.iter().find(|(key, _, _)| *key == name)?;
        (found.2.value != Value::Null).then_some((found.1, found.2))
    }

    /// Whether `name` is a key of its level.
    pub fn takes(&self, name: &str) -> bool {
        self.keys.iter().any(|key| key.name == name)
    }
}

/// Looking for what was meant walks over all that is known; after so many faults it is left, so
/// that a plan of many names and many faults is answered soon.
const MOST_GUESSED: usize = 100;

impl Reader<'_> {
    /// Whether to look for what was meant by a name.
    pub fn guesses(&self) -> bool {
        self.diagnostics.len() < MOST_GUESSED
    }

    pub fn note(
        &mut self,
        rule: Rule,
        at: Location,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        self.diagnostics.push(Diagnostic {
            rule,
            at,
            message: message.into(),
            help: help.into(),
        });
    }

    pub(super) fn wrong_type(&mut self, node: &Node, expected: &str) {
        let help = match &node.value {
            Value::Text(text) if text.contains('：') && expected.contains("map") => {
                "`：` is a full-width colon: write `: ` (a colon and a space) after a key"
            }
            Value::Map(_) if expected.contains("text") => {
                "a text that holds `: ` needs quotes around it"
            }
            Value::List(_) if expected.contains("text") => {
                "a text that begins with `[` needs quotes around it; one `- ` is one entry"
            }
            Value::Text(_) | Value::Plain(_) if expected.contains("list") => {
                "begin each entry with `- ` on a line of its own"
            }
            _ => "`plan export --format yaml` shows a whole plan",
        };
        let found = node.describe();
        self.note(
            Rule::WrongType,
            node.at,
            format!("expected {expected}, found {found}"),
            help,
        );
    }

    /// The entries of a map that also takes keys of its own, repeated ones noted; `keys` are those
    /// that mean something here.
    pub fn entries<'n>(
        &mut self,
        node: &'n Node<'n>,
        what: &str,
        keys: &'static [Key],
    ) -> Option<Table<'n>> {
        let Value::Map(pairs) = &node.value else {
            self.wrong_type(node, &format!("a map ({what})"));
            return None;
        };
        let at = pairs.first().map_or(node.at, |(key, _)| key.at);
        let mut entries: Vec<(&str, Location, &Node)> = Vec::with_capacity(pairs.len());
        let mut seen = HashMap::with_capacity(pairs.len());
        for (key, value) in pairs {
            let Some(name) = key.scalar() else {
                self.wrong_type(key, "a text as key");
                continue;
            };
            if let Some(first) = seen.insert(name, key.at.line) {
                let message = format!("the key `{name}` stands here a second time");
                let help = format!("the first is on line {first}; remove one");
                self.note(Rule::DuplicateKey, key.at, message, &help);
                continue;
            }
            entries.push((name, key.at, value));
        }
        Some(Table { at, keys, entries })
    }

    /// A map with the keys of its level.
    pub fn table<'n>(
        &mut self,
        node: &'n Node<'n>,
        what: &str,
        keys: &'static [Key],
    ) -> Option<Table<'n>> {
        let table = self.entries(node, what, keys)?;
        for (name, at, _) in &table.entries {
            if !table.takes(name) {
                self.unknown_key(name, *at, what, keys);
            }
        }
        for key in keys.iter().filter(|key| key.required) {
            match table.entries.iter().find(|(name, _, _)| *name == key.name) {
                None => {
                    let message = format!("the {what} has no `{}`", key.name);
                    let help = format!("add `{}:` — {}", key.name, key.doc);
                    self.note(Rule::MissingKey, table.at, message, &help);
                }
                Some((_, _, value)) if value.value == Value::Null => {
                    self.wrong_type(value, &format!("a value for `{}`", key.name));
                }
                Some(_) => {}
            }
        }
        Some(table)
    }

    fn unknown_key(&mut self, name: &str, at: Location, what: &str, keys: &[Key]) {
        let known: Vec<&str> = keys.iter().map(|key| key.name).collect();
        let help = match nearest(name, &known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known here: {}", known.join(", ")),
        };
        let message = format!("a {what} has no key `{name}`");
        self.note(Rule::UnknownKey, at, message, &help);
    }

    /// The one key of a map that is the author's label rather than a key of ours, and its value.
    pub fn free<'n>(&mut self, table: &Table<'n>, what: &str) -> Option<(&'n str, &'n Node<'n>)> {
        let mut free = table
            .entries
            .iter()
            .filter(|(name, _, _)| !table.takes(name));
        let first = free.next().map(|(name, _, value)| (*name, *value));
        for (name, at, _) in free {
            let message = format!("a {what} has one label; `{name}` is a second");
            self.note(
                Rule::UnknownKey,
                *at,
                message,
                "begin a new entry with `- ` for it",
            );
        }
        first
    }
}

/// The known name that is nearest to `name`, if one is near at all.
pub(super) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let score = |candidate: &&str| strsim::jaro_winkler(name, candidate);
    let best = known.iter().max_by(|a, b| score(a).total_cmp(&score(b)))?;
    (score(best) > 0.8).then_some(*best)
}

#[cfg(test)]
mod tests {
    use super::super::keys::SLOT;
    use super::*;
    use crate::source::read_yaml;

    fn slot(look: impl Fn(&Table)) {
        let node = read_yaml("{title: a, topic: null}").expect("is YAML");
        let table = Reader::default().table(&node, "slot", SLOT);
        look(&table.expect("a map"));
    }

    #[test]
    fn nothing_behind_a_key_is_as_good_as_no_key() {
        slot(|table| {
            assert!(table.get("title").is_some());
            assert!(table.get("topic").is_none());
            assert!(table.get("time").is_none());
        });
    }

    #[test]
    #[cfg_attr(not(debug_assertions), ignore = "only builds for tests look")]
    #[should_panic(expected = "no list of keys has `sources`")]
    fn a_key_that_stands_in_no_list_is_not_looked_up() {
        slot(|table| assert!(table.get("sources").is_none()));
    }
}
