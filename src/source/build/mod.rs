//! From located nodes to a [`Plan`].

mod circles;
mod entries;
mod head;
mod library;
mod lift;
mod roadmap;
mod schedule;
mod slots;
mod weekdays;

pub(super) use lift::Lifted;
pub(super) use weekdays::WEEKDAYS;

use super::keys::PLAN;
use super::table::{Reader, Table};
use super::{Node, Parsed, Rule};
use crate::model::{Phase, Plan, PlanId};

/// Builds the plan; it is given only if no fault was found.
pub fn plan(mut root: Node) -> Parsed {
    let mut reader = Reader::default();
    lift::lift(&mut root, &mut reader.lifted);
    let plan = reader.plan(&root);
    if let Some(plan) = &plan {
        reader.unknown_targets(plan);
    }
    let mut diagnostics = reader.diagnostics;
    // The places of a fault come in any order where one part needs another first.
    diagnostics.sort_by_key(|d| (d.at, d.rule));
    Parsed {
        plan: plan.filter(|_| diagnostics.is_empty()),
        diagnostics,
        locations: reader.locations,
    }
}

impl Reader<'_> {
    fn plan(&mut self, root: &Node) -> Option<Plan> {
        let table = self.table(root, "plan", PLAN)?;
        // What slots refer to is read first, wherever it stands in the file.
        let roadmap = self.roadmap(&table);
        let resources = self.resources(&table);
        let rest = table
            .get("rest")
            .map_or_else(Vec::new, |node| self.rest(node));
        let phases = self.phases(&table);
        self.no_slots_at_all(&table, &phases);
        let id = self.parsed_of(&table, "plan", PlanId::new, "plan id", {
            "small letters, digits and `-`, at most 64, as in `my-plan`"
        });
        Some(Plan {
            title: self.title_of(&table, "title").unwrap_or_default(),
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
            rest,
            phases,
            // Last, so that the faults of a nameless plan are found too.
            id: id?,
        })
    }

    /// Goals that are fulfilled by no week, topic or deliverable of the plan.
    fn unknown_targets(&mut self, plan: &Plan) {
        for (target, at) in std::mem::take(&mut self.targets) {
            let topic = plan.roadmap.topic(&target).is_some();
            let week = target
                .strip_prefix('w')
                .and_then(|number| number.parse().ok());
            let is_week = |number: u32| plan.weeks().any(|(_, week)| week.number == Some(number));
            let mut deliverables = plan.weeks().flat_map(|(_, week)| &week.deliverables);
            if !topic && !week.is_some_and(is_week) && !deliverables.any(|d| d.id == target) {
                let message = format!("no week, topic or deliverable is called `{target}`");
                let help = "write a week (w5), a topic (A) or a deliverable (w05.2)";
                self.note(Rule::UnknownTarget, at, message, help);
            }
        }
    }

    /// A plan without a slot, where no list that is empty or cannot be read has been noted.
    fn no_slots_at_all(&mut self, table: &Table, phases: &[Phase]) {
        let any_slot = phases.iter().any(|phase| !phase.weeks.is_empty());
        if !any_slot && self.diagnostics.is_empty() {
            let message = "the plan has no slots";
            self.note(
                Rule::MissingKey,
                table.at,
                message,
                "add `days:` and a list of days",
            );
        }
    }
}
