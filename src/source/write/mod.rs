//! From a plan to the text of a plan file: what [`super::parse`] reads back as the same plan.

mod yaml;

use yaml::Out;

use super::build::WEEKDAYS;
use crate::model::{
    Allow, Artifact, Budget, Day, Deliverable, Field, FrontMatter, Goal, Item, Milestone, Note,
    Origin, Phase, Plan, Reminder, Resource, Roadmap, Session, Slot, TimeBudget, Topic, Week,
    Weekdays,
};

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
    yaml::document(&map.done())
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

fn time_budget(budget: &TimeBudget) -> Out {
    let range = |budget: Budget| match (yaml::length(budget.low), yaml::length(budget.high)) {
        (low, high) if low == high => low,
        (low, high) => format!("{low}-{high}"),
    };
    let mut map = Map::small();
    map.show("weekday", budget.weekday.map(range));
    map.show("weekend", budget.weekend.map(range));
    map.text("verbatim", budget.verbatim.as_deref());
    map.done()
}

fn texts(values: &[String]) -> Out {
    match values {
        [only] => Out::text(only),
        many => Out::List(many.iter().map(|text| Out::text(text)).collect()),
    }
}

fn front_matter(lines: &[FrontMatter]) -> Option<Out> {
    let value = |line: &FrontMatter| match line.values.as_slice() {
        [only] if !line.is_list => Out::text(only),
        many => Out::List(many.iter().map(|text| Out::text(text)).collect()),
    };
    let entries = lines.iter().map(|line| (line.key.clone(), value(line)));
    (!lines.is_empty()).then(|| Out::Map {
        entries: entries.collect(),
        open: true,
    })
}

fn roadmap(roadmap: &Roadmap) -> Option<Out> {
    let mut map = Map::open();
    let topics = roadmap.topics.iter().map(|t| (t.id.to_string(), topic(t)));
    let classes = roadmap
        .classes
        .iter()
        .map(|c| (c.name.clone(), Out::text(&c.style)));
    for (key, entries) in [
        ("topics", topics.collect::<Vec<_>>()),
        ("classes", classes.collect()),
    ] {
        let open = true;
        map.put(
            key,
            (!entries.is_empty()).then_some(Out::Map { entries, open }),
        );
    }
    map.list("stages", &roadmap.stages, |stage| {
        let mut map = Map::small();
        map.text("title", Some(&stage.title));
        map.text("span", stage.span.as_deref());
        map.list("topics", &stage.topics, |id| Out::text(id.as_str()));
        map.done()
    });
    map.text("source", roadmap.source.as_deref());
    map.list("notes", &roadmap.notes, note);
    (!map.entries.is_empty()).then(|| map.done())
}

fn topic(topic: &Topic) -> Out {
    let mut map = Map::small();
    map.text("title", Some(&topic.title));
    map.text("class", topic.class.as_deref());
    map.list("after", &topic.after, |id| Out::text(id.as_str()));
    map.done()
}

fn resource(resource: &Resource) -> Out {
    let mut map = Map::open();
    map.text("id", Some(resource.id.as_str()));
    map.text("kind", Some(resource.kind.name()));
    map.text("title", Some(&resource.title));
    map.text("label", resource.label.as_deref());
    map.put(
        "group",
        (!resource.group.is_empty()).then(|| texts(&resource.group)),
    );
    map.text("full_title", resource.full_title.as_deref());
    map.text("url", resource.url.as_deref());
    map.text(
        "status",
        resource.status.map(crate::model::LinkStatus::name),
    );
    map.text("suggested_url", resource.suggested_url.as_deref());
    map.list("fields", &resource.fields, field);
    map.list("notes", &resource.notes, note);
    map.done()
}

fn milestone(milestone: &Milestone) -> Out {
    let mut map = Map::open();
    map.text("title", Some(&milestone.title));
    map.show("due", milestone.due);
    map.list("goals", &milestone.goals, goal);
    map.list("notes", &milestone.notes, note);
    map.done()
}

fn goal(goal: &Goal) -> Out {
    if goal.by.is_empty() {
        return Out::text(&goal.text);
    }
    let mut map = Map::small();
    map.text("text", Some(&goal.text));
    map.list("by", &goal.by, |id| Out::text(id));
    map.done()
}

fn reminder(reminder: &Reminder) -> Out {
    let Some(scope) = &reminder.scope else {
        return Out::text(&reminder.text);
    };
    let mut map = Map::small();
    map.text("text", Some(&reminder.text));
    map.text("scope", Some(scope));
    map.done()
}

fn line_and_text(line: Option<u32>, text: &str) -> Out {
    if line.is_none() {
        return Out::text(text);
    }
    let mut map = Map::small();
    map.show("line", line);
    map.text("text", Some(text));
    map.done()
}

fn artifact(artifact: &Artifact) -> Out {
    line_and_text(artifact.line, &artifact.text)
}

fn note(note: &Note) -> Out {
    line_and_text(note.line, &note.text)
}

fn allow(allow: &Allow) -> Out {
    let mut map = Map::small();
    map.text("rule", Some(&allow.rule));
    map.text("at", allow.at.as_deref());
    map.text("why", Some(&allow.why));
    map.done()
}

fn phase(phase: &Phase) -> Out {
    let mut map = Map::open();
    map.text("title", Some(phase.title.as_deref().unwrap_or_default()));
    map.text("heading", phase.heading.as_deref());
    map.show("span", phase.span);
    map.show("buffer", phase.buffer);
    map.list("goals", &phase.goals, goal);
    map.list("notes", &phase.notes, note);
    map.weeks(&phase.weeks);
    map.done()
}

fn week(week: &Week) -> Out {
    let mut map = Map::open();
    map.show("week", week.number);
    map.text("title", week.title.as_deref());
    map.list("goals", &week.goals, goal);
    map.list("fields", &week.fields, field);
    map.list("notes", &week.notes, note);
    map.days(&week.days);
    map.list("deliverables", &week.deliverables, deliverable);
    map.done()
}

fn deliverable(deliverable: &Deliverable) -> Out {
    let mut map = Map::small();
    map.text("id", Some(&deliverable.id));
    map.text("text", Some(&deliverable.text));
    map.done()
}

fn day(day: &Day) -> Out {
    let mut map = Map::open();
    map.show(
        "day",
        day.numbers.map(|(first, last)| match last {
            _ if first == last => first.to_string(),
            _ => format!("{first}-{last}"),
        }),
    );
    map.show("weekday", day.weekdays.map(weekdays));
    map.text("title", day.title.as_deref());
    map.put(
        "origin",
        day.origin.map(|origin| match origin {
            Origin::Authored => Out::text("authored"),
            Origin::Seed(line) => {
                let mut map = Map::small();
                map.show("seed", Some(line));
                map.done()
            }
        }),
    );
    map.list("notes", &day.notes, note);
    map.sessions(&day.sessions);
    map.done()
}

fn weekdays(days: Weekdays) -> String {
    let name = |day| {
        WEEKDAYS
            .iter()
            .find(|(d, _)| *d == day)
            .map_or("", |(_, name)| *name)
    };
    if days.first == days.last {
        return name(days.first).to_owned();
    }
    format!("{}-{}", name(days.first), name(days.last))
}

fn session(session: &Session) -> Out {
    let mut map = Map::open();
    map.text("half", session.half.as_deref());
    map.text("title", session.title.as_deref());
    map.show("window", session.window);
    map.list("notes", &session.notes, note);
    map.list("slots", &session.slots, slot);
    map.done()
}

fn slot(slot: &Slot) -> Out {
    let mut map = Map::open();
    map.text("id", slot.id_is_given.then_some(slot.id.as_str()));
    map.show("time", slot.time);
    map.show("duration", slot.duration.map(yaml::length));
    map.text("title", Some(&slot.title));
    map.text(
        "topic",
        slot.topic.as_ref().map(crate::model::TopicId::as_str),
    );
    let (labelled, bare): (Vec<&Field>, Vec<&Field>) =
        slot.fields.iter().partition(|field| field.label.is_some());
    map.list("fields", &labelled, |f| field(f));
    let items: Vec<&Item> = bare.iter().flat_map(|field| &field.items).collect();
    map.list("items", &items, |i| item(i));
    map.list("notes", &slot.notes, note);
    map.done()
}

fn field(field: &Field) -> Out {
    let label = field.label.as_deref().unwrap_or_default();
    let items = || Out::List(field.items.iter().map(item).collect());
    let mut map = Map::small();
    let is_free = !super::keys::FIELD.iter().any(|key| key.name == label);
    match &field.value {
        None if is_free => map.put(label, Some(items())),
        Some(value) if is_free && field.items.is_empty() => map.text(label, Some(&value.text)),
        value => {
            map.text("label", Some(label));
            map.text("text", value.as_ref().map(|value| value.text.as_str()));
            map.list("items", &field.items, item);
        }
    }
    if let Some(value) = &field.value {
        reserved(&mut map, value);
    }
    map.done()
}

fn item(item: &Item) -> Out {
    if item.is_plain() {
        return Out::text(&item.text);
    }
    let mut map = Map::small();
    match &item.label {
        Some(label) if !super::keys::ITEM.iter().any(|key| key.name == label) => {
            map.text(label, Some(&item.text));
        }
        label => {
            map.text("label", label.as_deref());
            map.text("text", Some(&item.text));
        }
    }
    reserved(&mut map, item);
    map.done()
}

fn reserved(map: &mut Map, item: &Item) {
    map.text(
        "resource",
        item.resource.as_ref().map(crate::model::ResourceId::as_str),
    );
    map.text("url", item.url.as_deref());
    map.text("kind", item.kind.map(crate::model::Kind::name));
    map.text("corrected", item.corrected.as_deref());
    map.text("note", item.note.as_deref());
}
