//! Exams and other events on fixed dates.

use super::roadmap::several;
use crate::model::{Cover, Coverable, EventKind, FixedEvent, Plan, SlotId, parse_date};
use crate::source::reader::{Reader, Table};
use crate::source::{MAX_COVERS, MAX_EVENTS, Node, Part, Rule, Value};
use crate::text::source::{FileProblem, Form, Level, StructureProblem};

impl Reader {
    pub(super) fn events(&mut self, table: &Table) -> Vec<FixedEvent> {
        if let Some(Node {
            value: Value::List(all),
            ..
        }) = table.get("events")
            && let Some(first) = all.get(MAX_EVENTS)
        {
            let (count, limit) = (all.len(), MAX_EVENTS);
            let problem = FileProblem::TooManyEvents { count, limit };
            self.note(Rule::TooLarge, first.at, problem);
            return Vec::new();
        }
        let events = self.each_numbered(table, "events", Self::event);
        if let Some((_, at)) = self.covers.get(MAX_COVERS) {
            let (at, count, limit) = (*at, self.covers.len(), MAX_COVERS);
            let problem = FileProblem::TooManyCovers { count, limit };
            self.note(Rule::TooLarge, at, problem);
        }
        events
    }

    fn event(&mut self, number: usize, node: &Node) -> Option<FixedEvent> {
        let table = self.table(node, Level::Event)?;
        let at = table.location_of(&["date"]);
        self.locations.insert(Part::Event(number), at);
        let id = self.parsed_of(&table, "id", SlotId::new, Form::EventId);
        if let Some(id) = &id {
            self.take_id(id.as_str(), table.location_of(&["id"]));
        }
        let kind = self.named_of(&table, "kind", &EventKind::NAMES, Form::EventKind);
        let title = self.title_of(&table, "title");
        let date = self.parsed_of(&table, "date", parse_date, Form::Date);
        Some(FixedEvent {
            kind: kind.unwrap_or(EventKind::Event),
            time: self.window_of(&table, "time"),
            covers: self.covers(&table),
            id: id?,
            title: title?,
            date: date?,
        })
    }

    fn covers(&mut self, table: &Table) -> Vec<Cover> {
        if let Some(node) = table.get("covers")
            && node.is_empty_list()
        {
            let key = "covers";
            self.note(
                Rule::MissingKey,
                node.at,
                StructureProblem::CoversNothing { key },
            );
        }
        let nodes = table.one_or_more("covers").iter();
        let covers = nodes.filter_map(|node| Some((self.text(node)?, node.at)));
        let covers: Vec<_> = covers.collect();
        self.covers.extend_from_slice(&covers);
        covers.iter().map(|(text, _)| Cover::parse(text)).collect()
    }

    /// What events cover that is no week, topic or slot of the plan.
    pub(super) fn unknown_covers(&mut self, plan: &Plan) {
        let coverable = Coverable::of(plan);
        let is_known = |text: &str| coverable.has(&Cover::parse(text));
        for (name, at) in std::mem::take(&mut self.covers) {
            if !is_known(&name) {
                let several = several(&name, is_known);
                let problem = StructureProblem::UnknownCover { name, several };
                self.note(Rule::UnknownTarget, at, problem);
            }
        }
    }
}
