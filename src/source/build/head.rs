//! What stands at the head of a plan file: budget, front matter, milestones, remarks.

use crate::model::{
    Allow, Artifact, Budget, FrontMatter, Goal, Milestone, Minutes, Note, Period, Reminder,
    TimeBudget,
};
use crate::source::LARGEST_NUMBER;
use crate::source::keys::{ALLOW, BUDGET, GOAL, MILESTONE, REMINDER, TEXT};
use crate::source::table::{Reader, Table, nearest};
use crate::source::{Location, Node, Part, Rule, Value};

impl Reader<'_> {
    pub(super) fn time_budget(&mut self, table: &Table) -> Option<TimeBudget> {
        let budget = self.table(table.get("time_budget")?, "time budget", BUDGET)?;
        Some(TimeBudget {
            weekday: self.budget(&budget, "weekday"),
            weekend: self.budget(&budget, "weekend"),
            verbatim: self.text_of(&budget, "verbatim"),
        })
    }

    fn budget(&mut self, table: &Table, name: &str) -> Option<Budget> {
        let parse = |text: &str| {
            let (low, high) = text.split_once('-').unwrap_or((text, text));
            let (low, high) = (Minutes::parse(low)?, Minutes::parse(high)?);
            (low <= high).then_some(Budget { low, high })
        };
        self.parsed_of(
            table,
            name,
            parse,
            "length of time",
            "write 6h, 90m or a range 4h-6h",
        )
    }

    pub(super) fn front_matter(&mut self, table: &Table) -> Vec<FrontMatter> {
        let Some(node) = table.get("front_matter") else {
            return Vec::new();
        };
        if self.entries(node, "front matter", &[]).is_none() {
            return Vec::new();
        }
        let Value::Map(pairs) = &node.value else {
            return Vec::new();
        };
        let line = |(key, value): &(Node, Node)| {
            Some(FrontMatter {
                key: key.scalar()?.to_owned(),
                values: self.texts(value),
                // Nothing is a list of nothing.
                is_list: matches!(value.value, Value::List(_) | Value::Null),
            })
        };
        pairs.iter().filter_map(line).collect()
    }

    pub(super) fn milestone(&mut self, node: &Node) -> Option<Milestone> {
        let table = self.table(node, "milestone", MILESTONE)?;
        self.milestones += 1;
        let at = table.get("due").map_or(table.at, |due| due.at);
        self.locations.note(Part::Milestone(self.milestones), at);
        Some(Milestone {
            title: self.title_of(&table, "title")?,
            due: self.span(&table, "due"),
            goals: self.goals(&table),
            notes: self.notes(&table),
        })
    }

    pub(super) fn span(&mut self, table: &Table, name: &str) -> Option<Period> {
        let help = "write `10 days`, `2 weeks` or `1 month`";
        self.parsed_of(table, name, Period::parse, "length of time", help)
    }

    pub(super) fn goals(&mut self, table: &Table) -> Vec<Goal> {
        self.each(table, "goals", |reader, node| {
            if let Some(text) = node.scalar() {
                return Some(Goal {
                    text: text.to_owned(),
                    by: Vec::new(),
                });
            }
            let table = reader.table(node, "goal", GOAL)?;
            Some(Goal {
                text: reader.text_of(&table, "text")?,
                by: table
                    .get("by")
                    .map_or_else(Vec::new, |by| reader.fulfilled_by(by)),
            })
        })
    }

    fn fulfilled_by(&mut self, node: &Node) -> Vec<String> {
        let nodes = match &node.value {
            Value::List(items) => items,
            _ => std::slice::from_ref(node),
        };
        let targets: Vec<(String, Location)> = nodes
            .iter()
            .filter_map(|node| Some((self.text(node)?, node.at)))
            .collect();
        self.targets.extend_from_slice(&targets);
        targets.into_iter().map(|(target, _)| target).collect()
    }

    pub(super) fn reminder(&mut self, node: &Node) -> Option<Reminder> {
        if let Some(text) = node.scalar() {
            return Some(Reminder {
                text: text.to_owned(),
                scope: None,
            });
        }
        let table = self.table(node, "reminder", REMINDER)?;
        Some(Reminder {
            text: self.text_of(&table, "text")?,
            scope: self.text_of(&table, "scope"),
        })
    }

    pub(super) fn artifact(&mut self, node: &Node) -> Option<Artifact> {
        let (line, text) = self.line_and_text(node, "artifact")?;
        Some(Artifact { line, text })
    }

    pub(super) fn notes(&mut self, table: &Table) -> Vec<Note> {
        self.each(table, "notes", |reader, node| {
            let (line, text) = reader.line_and_text(node, "note")?;
            Some(Note { line, text })
        })
    }

    fn line_and_text(&mut self, node: &Node, what: &str) -> Option<(Option<u32>, String)> {
        if let Some(text) = node.scalar() {
            return Some((None, text.to_owned()));
        }
        let table = self.table(node, what, TEXT)?;
        let line = self.number(&table, "line", "line number");
        Some((line, self.text_of(&table, "text")?))
    }

    /// A whole number from 1 up.
    pub(super) fn number(&mut self, table: &Table, name: &str, what: &str) -> Option<u32> {
        let parse = |text: &str| {
            text.parse()
                .ok()
                .filter(|n| (1..=LARGEST_NUMBER).contains(n))
        };
        self.parsed_of(table, name, parse, what, "write a whole number from 1 up")
    }

    pub(super) fn allow(&mut self, node: &Node) -> Option<Allow> {
        let table = self.table(node, "allow entry", ALLOW)?;
        self.allows += 1;
        let at = table.get("at").map_or(table.at, |node| node.at);
        self.locations.note(Part::Allow(self.allows), at);
        let (rule, at, why) = (
            table.get("rule").and_then(|node| self.rule(node)),
            self.title_of(&table, "at"),
            self.title_of(&table, "why"),
        );
        Some(Allow {
            rule: rule?,
            at: at?,
            why: why?,
        })
    }

    /// The name of a warning.
    fn rule(&mut self, node: &Node) -> Option<String> {
        let rules = Rule::ALL.iter().filter(|fault| fault.is_warning());
        let names: Vec<&str> = rules.map(|fault| fault.name()).collect();
        let near = node.scalar().and_then(|text| nearest(text, &names));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("one of {}", names.join(", ")),
        };
        let is_rule = |text: &str| Rule::warning(text).map(|rule| rule.name().to_owned());
        self.parsed(node, is_rule, "rule of the review", &help)
    }
}
