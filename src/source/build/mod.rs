//! From located nodes to a [`Plan`].

mod entries;
mod head;
mod library;
mod roadmap;
mod schedule;
mod slots;

pub(super) use schedule::WEEKDAYS;

use super::keys::PLAN;
use super::table::{Reader, Table};
use super::{Fault, Node, Parsed};
use crate::model::{Plan, PlanId};

/// Builds the plan; it is given only if no fault was found.
pub fn plan(root: &Node) -> Parsed {
    let mut reader = Reader::default();
    let plan = reader.plan(root);
    let mut diagnostics = reader.diagnostics;
    // The places of a fault come in any order where one part needs another first.
    diagnostics.sort_by_key(|d| (d.at, d.fault));
    Parsed {
        plan: plan.filter(|_| diagnostics.is_empty()),
        diagnostics,
    }
}

impl Reader {
    fn plan(&mut self, root: &Node) -> Option<Plan> {
        let table = self.table(root, "plan", PLAN)?;
        // What slots refer to is read first, wherever it stands in the file.
        let roadmap = self.roadmap(&table);
        let resources = self.resources(&table);
        let phases = self.phases(&table);
        self.no_slots_at_all(&table, &phases);
        let id = self.parsed_of(&table, "plan", PlanId::new, "plan id", {
            "small letters, digits and `-`, at most 64, as in `my-plan`"
        });
        Some(Plan {
            title: self.text_of(&table, "title").unwrap_or_default(),
            language: self
                .text_of(&table, "language")
                .unwrap_or_else(|| "en".to_owned()),
            direction: self.text_of(&table, "direction"),
            duration: self.text_of(&table, "duration"),
            time_budget: self.time_budget(&table),
            goal: self.text_of(&table, "goal"),
            front_matter: self.front_matter(&table),
            roadmap,
            resources,
            milestones: self.each(&table, "milestones", Self::milestone),
            reminders: self.each(&table, "reminders", Self::reminder),
            artifacts: self.each(&table, "artifacts", Self::artifact),
            notes: self.notes(&table),
            allow: self.each(&table, "allow", Self::allow),
            phases,
            // Last, so that the faults of a nameless plan are found too.
            id: id?,
        })
    }

    /// A plan in which there is nothing to do and no list that could say where it is missing.
    fn no_slots_at_all(&mut self, table: &Table, phases: &[crate::model::Phase]) {
        let lists = ["phases", "weeks", "days", "slots"];
        let any_list = lists.iter().any(|name| table.get(name).is_some());
        if !any_list && phases.is_empty() {
            let message = "the plan has no `phases`, `weeks`, `days` or `slots`";
            self.note(
                Fault::MissingKey,
                table.at,
                message,
                "add `days:` and a list of days",
            );
        }
    }
}
