//! From a plan to the text of a plan file: what [`super::parse`] reads back as the same plan.

mod entries;
mod head;
mod schedule;
mod yaml;

use head::{
    allow, artifact, front_matter, milestone, note, reminder, resource, roadmap, time_budget,
};
use schedule::{day, phase, session, slot, week};
use yaml::Out;

use crate::model::{Day, Plan, Session, Week, Weekdays};

/// By this line editors find the schema: `plan schema` writes it beside the file.
const EDITORS: &str = "# yaml-language-server: $schema=plan.schema.json\n";

/// The plan as YAML, keys in their canonical order, levels that have no name left out.
#[must_use]
pub fn write(plan: &Plan) -> String {
    let mut map = Map::open();
    map.text("plan", Some(plan.id.as_str()));
    map.text("title", Some(&plan.title));
    map.text("language", Some(&plan.language));
    map.text("direction", plan.direction.as_deref());
    map.text("duration", plan.duration.as_deref());
    map.put("time_budget", plan.time_budget.as_ref().map(time_budget));
    map.list("rest", &plan.rest, |day| {
        Out::Text(Weekdays::from(*day).to_string())
    });
    map.text("goal", plan.goal.as_deref());
    map.put("front_matter", front_matter(&plan.front_matter));
    map.put("roadmap", roadmap(&plan.roadmap));
    map.list("resources", &plan.resources, resource);
    map.list("milestones", &plan.milestones, milestone);
    map.list("reminders", &plan.reminders, reminder);
    map.list("artifacts", &plan.artifacts, artifact);
    map.list("notes", &plan.notes, note);
    map.list("allow", &plan.allow, allow);
    match plan.phases.as_slice() {
        [only] if only.title.is_none() => map.weeks(&only.weeks),
        phases => map.list("phases", phases, phase),
    }
    format!("{EDITORS}{}", yaml::document(&map.done()))
}

/// A map being put together; what is absent or empty is left out.
struct Map {
    entries: Vec<(String, Out)>,
    open: bool,
}

impl Map {
    /// A map that is written on one line where it fits.
    fn small() -> Self {
        Self {
            entries: Vec::new(),
            open: false,
        }
    }

    /// A map that is always written over several lines.
    fn open() -> Self {
        Self {
            entries: Vec::new(),
            open: true,
        }
    }

    fn put(&mut self, key: &str, value: Option<Out>) {
        if let Some(value) = value {
            self.entries.push((key.to_owned(), value));
        }
    }

    fn text(&mut self, key: &str, value: Option<&str>) {
        self.put(key, value.map(Out::text));
    }

    fn show(&mut self, key: &str, value: Option<impl ToString>) {
        self.put(key, value.map(|value| Out::Text(value.to_string())));
    }

    fn list<T>(&mut self, key: &str, values: &[T], out: impl Fn(&T) -> Out) {
        let items = || values.iter().map(out).collect();
        self.put(key, (!values.is_empty()).then(|| Out::List(items())));
    }

    fn weeks(&mut self, weeks: &[Week]) {
        match weeks {
            [only] if only.number.is_none() => self.days(&only.days),
            weeks => self.list("weeks", weeks, week),
        }
    }

    fn days(&mut self, days: &[Day]) {
        match days {
            [only] if only.numbers.is_none() => self.sessions(&only.sessions),
            days => self.list("days", days, day),
        }
    }

    fn sessions(&mut self, sessions: &[Session]) {
        match sessions {
            [only] if is_nameless(only) => self.list("slots", &only.slots, slot),
            sessions => self.list("sessions", sessions, session),
        }
    }

    fn done(self) -> Out {
        Out::Map {
            entries: self.entries,
            open: self.open,
        }
    }
}

fn is_nameless(session: &Session) -> bool {
    let Session {
        half,
        title,
        window,
        notes,
        slots: _,
    } = session;
    half.is_none() && title.is_none() && window.is_none() && notes.is_empty()
}
