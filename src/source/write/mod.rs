//! Writes a plan file, which [`super::parse`] reads back as the same plan.

mod fields;
mod head;
mod schedule;
mod yaml;

use head::{
    allow, artifact, front_matter, milestone, note, reminder, resource, roadmap, time_budget,
};
use schedule::phase;
use yaml::{Map, Yaml};

use crate::model::{Plan, Weekdays};

/// Editors find the schema by this line, if the output of `plan schema` is saved next to the file.
const SCHEMA_LINE: &str = "# yaml-language-server: $schema=plan.schema.json\n";

/// The plan as YAML, keys in canonical order, levels without a name left out.
pub(crate) fn write(plan: &Plan) -> String {
    let map = Map::block()
        .text("plan", &plan.id)
        .text("title", &plan.title)
        .text("language", &plan.language)
        .maybe("direction", plan.direction.as_ref())
        .maybe("duration", plan.duration.as_ref())
        .put("time_budget", plan.time_budget.as_ref().map(time_budget))
        .list("rest", &plan.rest, |day| text(Weekdays::from(*day)))
        .maybe("goal", plan.goal.as_ref())
        .put("front_matter", front_matter(&plan.front_matter))
        .put("roadmap", roadmap(&plan.roadmap))
        .list("resources", &plan.resources, resource)
        .list("milestones", &plan.milestones, milestone)
        .list("reminders", &plan.reminders, reminder)
        .list("artifacts", &plan.artifacts, artifact)
        .list("notes", &plan.notes, note)
        .list("allow", &plan.allow, allow);
    let map = match plan.phases.as_slice() {
        [only] if only.title.is_none() => map.weeks(&only.weeks),
        phases => map.list("phases", phases, phase),
    };
    format!("{SCHEMA_LINE}{}", yaml::document(&Yaml::Map(map)))
}

/// Builds a map key by key; keys without a value, or with an empty list, are left out.
impl Map {
    /// A map that is written on one line if it fits.
    fn inline() -> Self {
        let (entries, is_block) = (Vec::new(), false);
        Self { entries, is_block }
    }

    /// A map with a line for each key.
    fn block() -> Self {
        let (entries, is_block) = (Vec::new(), true);
        Self { entries, is_block }
    }

    fn put(mut self, key: &str, value: Option<Yaml>) -> Self {
        self.entries
            .extend(value.map(|value| (key.to_owned(), value)));
        self
    }

    fn maybe(self, key: &str, value: Option<impl ToString>) -> Self {
        self.put(key, value.map(text))
    }

    fn text(self, key: &str, value: impl ToString) -> Self {
        self.maybe(key, Some(value))
    }

    fn list<T>(self, key: &str, items: &[T], yaml: impl Fn(&T) -> Yaml) -> Self {
        let list = || Yaml::List(items.iter().map(yaml).collect());
        self.put(key, (!items.is_empty()).then(list))
    }

    fn done(self) -> Yaml {
        Yaml::Map(self)
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "callers pass values and references"
)]
fn text(value: impl ToString) -> Yaml {
    Yaml::Text(value.to_string())
}
