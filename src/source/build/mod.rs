//! From located nodes to a [`Plan`].

mod entries;
mod events;
mod head;
mod roadmap;
mod schedule;
mod slots;

use std::collections::HashSet;

use roadmap::several;

use super::reader::{Reader, Table};
use super::{MAX_SLOTS, Node, Parsed, Rule};
use crate::model::{Phase, Plan, PlanId};
use crate::text::source::{FileProblem, Form, Level, StructureProblem};

/// Builds the plan; it is given only if no fault was found.
pub(crate) fn plan(root: &Node) -> Parsed {
    let mut reader = Reader::default();
    let plan = reader.plan(root);
    if let Some(plan) = &plan {
        reader.unknown_targets(plan);
        reader.unknown_covers(plan);
    }
    reader.too_many_slots();
    let mut diagnostics = reader.diagnostics;
    // Some parts are read before others that precede them in the file.
    diagnostics.sort_by_key(|found| (found.at, found.rule));
    Parsed {
        plan: plan.filter(|_| diagnostics.is_empty()),
        diagnostics,
        locations: reader.locations,
    }
}

impl Reader {
    fn plan(&mut self, root: &Node) -> Option<Plan> {
        let table = self.table(root, Level::Plan)?;
        // What slots refer to is read first, wherever it is in the file.
        let roadmap = self.roadmap(&table);
        let resources = self.resources(&table);
        let rest = self.rest(&table);
        let phases = self.phases(&table);
        self.no_slots_at_all(&table, &phases);
        let id = self.parsed_of(&table, "plan", PlanId::new, Form::PlanId);
        let language = self.line_of(&table, "language");
        Some(Plan {
            title: self.title_of(&table, "title").unwrap_or_default(),
            language: language.unwrap_or_else(|| "en".to_owned()),
            direction: self.line_of(&table, "direction"),
            duration: self.line_of(&table, "duration"),
            time_budget: self.time_budget(&table),
            goal: self.text_of(&table, "goal"),
            front_matter: self.front_matter(&table),
            roadmap,
            resources,
            milestones: self.each_numbered(&table, "milestones", Self::milestone),
            events: self.events(&table),
            reminders: self.each(&table, "reminders", Self::reminder),
            artifacts: self.artifacts(&table),
            notes: self.notes(&table, "notes"),
            editor_notes: self.notes(&table, "editor_notes"),
            allow: self.each_numbered(&table, "allow", Self::allow),
            rest,
            phases,
            // Last, so that the faults of a plan without an id are found too.
            id: id?,
        })
    }

    /// Goals that are fulfilled by no week, topic or deliverable of the plan.
    fn unknown_targets(&mut self, plan: &Plan) {
        let weeks = || plan.weeks().map(|(_, week)| week);
        let numbers: HashSet<u32> = weeks().filter_map(|week| week.number).collect();
        let deliverables = weeks().flat_map(|week| &week.deliverables);
        let topics = plan.roadmap.topics.iter();
        let mut ids: HashSet<&str> = deliverables.map(|it| it.id.as_str()).collect();
        ids.extend(topics.map(|topic| topic.id.as_str()));
        let is_known = |name: &str| {
            let week = name
                .strip_prefix('w')
                .and_then(|number| number.parse().ok());
            ids.contains(name) || week.is_some_and(|week| numbers.contains(&week))
        };
        for (name, at) in std::mem::take(&mut self.targets) {
            if !is_known(&name) {
                let several = several(&name, is_known);
                let problem = StructureProblem::UnknownTarget { name, several };
                self.note(Rule::UnknownTarget, at, problem);
            }
        }
    }

    /// A plan without a slot, where no list that is empty or cannot be read has been noted.
    fn no_slots_at_all(&mut self, table: &Table, phases: &[Phase]) {
        let has_slots = phases.iter().any(|phase| !phase.weeks.is_empty());
        if !has_slots && self.diagnostics.is_empty() {
            self.note(Rule::MissingKey, table.at, StructureProblem::NoSlots);
        }
    }

    fn too_many_slots(&mut self) {
        if let Some(at) = self.one_slot_too_many {
            let (count, limit) = (self.slots, MAX_SLOTS);
            let problem = FileProblem::TooManySlots { count, limit };
            self.note(Rule::TooLarge, at, problem);
        }
    }
}
