//! The head of a plan file: budget, front matter, milestones, notes.

use crate::model::{
    Allow, Budget, FrontMatter, Goal, Milestone, MilestoneDue, Minutes, Note, Period, Reminder,
    TimeBudget, split_range,
};
use crate::source::keys::nearest;
use crate::source::reader::{Reader, Table};
use crate::source::{Location, Node, Part, Rule, Value};
use crate::text::source::{Form, KeyProblem, Level};

impl Reader {
    pub(super) fn time_budget(&mut self, table: &Table) -> Option<TimeBudget> {
        let budget = self.table(table.get("time_budget")?, Level::TimeBudget)?;
        Some(TimeBudget {
            weekday: self.budget(&budget, "weekday"),
            weekend: self.budget(&budget, "weekend"),
            verbatim: self.text_of(&budget, "verbatim"),
        })
    }

    fn budget(&mut self, table: &Table, key: &str) -> Option<Budget> {
        let parse = |text: &str| {
            let (low, high) = split_range(text).unwrap_or((text, text));
            let (low, high) = (Minutes::parse(low)?, Minutes::parse(high)?);
            (low <= high).then_some(Budget { low, high })
        };
        self.parsed_of(table, key, parse, Form::Budget)
    }

    pub(super) fn front_matter(&mut self, table: &Table) -> Vec<FrontMatter> {
        let pairs = self.map_of(table, "front_matter").into_iter();
        let lines = pairs.map(|pair| FrontMatter {
            key: pair.key.to_owned(),
            values: self.texts(pair.value),
            // Nothing is an empty list.
            is_list: matches!(pair.value.value, Value::List(_) | Value::Null),
        });
        lines.collect()
    }

    pub(super) fn milestone(&mut self, number: usize, node: &Node) -> Option<Milestone> {
        let table = self.table(node, Level::Milestone)?;
        let at = table.location_of(&["due"]);
        self.locations.insert(Part::Milestone(number), at);
        Some(Milestone {
            title: self.title_of(&table, "title")?,
            due: self.parsed_of(&table, "due", MilestoneDue::parse, Form::Due),
            goals: self.goals(&table),
            notes: self.notes(&table, "notes"),
            editor_notes: self.notes(&table, "editor_notes"),
        })
    }

    pub(super) fn period_of(&mut self, table: &Table, key: &str) -> Option<Period> {
        self.parsed_of(table, key, Period::parse, Form::Period)
    }

    pub(super) fn goals(&mut self, table: &Table) -> Vec<Goal> {
        self.each(table, "goals", |reader, node| {
            let table = reader.text_or_table(node, Level::Goal)?;
            Some(Goal {
                text: reader.text_of(&table, "text")?,
                by: reader.fulfilled_by(&table),
            })
        })
    }

    fn fulfilled_by(&mut self, table: &Table) -> Vec<String> {
        let nodes = table.one_or_more("by").iter();
        let targets: Vec<(String, Location)> = nodes
            .filter_map(|node| Some((self.text(node)?, node.at)))
            .collect();
        self.targets.extend_from_slice(&targets);
        targets.into_iter().map(|(target, _)| target).collect()
    }

    pub(super) fn reminder(&mut self, node: &Node) -> Option<Reminder> {
        let table = self.text_or_table(node, Level::Reminder)?;
        Some(Reminder {
            text: self.text_of(&table, "text")?,
            scope: self.text_of(&table, "scope"),
        })
    }

    pub(super) fn artifacts(&mut self, table: &Table) -> Vec<Note> {
        self.each(table, "artifacts", |reader, node| {
            reader.note_of(node, Level::Artifact)
        })
    }

    /// The notes under `key`: those of the author, or of the editor.
    pub(super) fn notes(&mut self, table: &Table, key: &'static str) -> Vec<Note> {
        self.each(table, key, |reader, node| reader.note_of(node, Level::Note))
    }

    fn note_of(&mut self, node: &Node, level: Level) -> Option<Note> {
        let table = self.text_or_table(node, level)?;
        Some(Note {
            line: self.number_of(&table, "line", Form::LineNumber),
            text: self.text_of(&table, "text")?,
        })
    }

    pub(super) fn allow(&mut self, number: usize, node: &Node) -> Option<Allow> {
        let table = self.table(node, Level::Allow)?;
        let at = table.location_of(&["at"]);
        self.locations.insert(Part::Allow(number), at);
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

    /// The name of a rule whose warnings can be allowed.
    fn rule(&mut self, node: &Node) -> Option<String> {
        let name = self.text(node)?;
        let known: Vec<&str> = Rule::warnings().map(Rule::name).collect();
        if known.contains(&&*name) {
            return Some(name);
        }
        let problem = KeyProblem::UnknownRule {
            nearest: nearest(&name, &known),
            known,
            name,
        };
        self.note(Rule::BadValue, node.at, problem);
        None
    }
}
