//! Writes a plan file, which [`super::parse`] reads back as the same plan.

mod schedule;
mod yaml;

use schedule::{field, goal, note, phase};
use yaml::{Map, Yaml, duration, plain_or_quoted, text};

use crate::model::{
    Allow, Budget, Cover, EventKind, FixedEvent, FrontMatter, LinkStatus, Milestone, Plan,
    Reminder, Resource, Roadmap, Slot, Stage, TimeBudget, Topic, Weekdays,
};

/// Editors find the schema by this line, if the output of `plan schema` is saved next to the file.
const SCHEMA_LINE: &str = "# yaml-language-server: $schema=plan.schema.json\n";

/// A text as YAML: plain if it is read back as the same, else in quotes.
pub(crate) fn scalar(text: &str) -> String {
    plain_or_quoted(text, false)
}

/// A slot on one line.
pub(super) fn slot_on_a_line(slot: &Slot) -> String {
    let time = slot.time.map(|time| format!(", time: {time}"));
    let duration = slot
        .duration
        .map(|length| format!(", duration: {}", duration(length)));
    format!(
        "{{id: {}{}{}, title: {}}}",
        slot.id,
        time.unwrap_or_default(),
        duration.unwrap_or_default(),
        plain_or_quoted(&slot.title, true)
    )
}

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
        .list("events", &plan.events, event)
        .list("reminders", &plan.reminders, reminder)
        .list("artifacts", &plan.artifacts, note)
        .list("notes", &plan.notes, note)
        .list("editor_notes", &plan.editor_notes, note)
        .list("allow", &plan.allow, allow);
    let map = match plan.phases.as_slice() {
        [only] if only.title.is_none() => map.weeks(&only.weeks),
        phases => map.list("phases", phases, phase),
    };
    format!("{SCHEMA_LINE}{}", yaml::document(&Yaml::Map(map)))
}

fn time_budget(budget: &TimeBudget) -> Yaml {
    let range = |budget: Budget| match (duration(budget.low), duration(budget.high)) {
        (low, high) if low == high => low,
        (low, high) => format!("{low}-{high}"),
    };
    Map::inline()
        .maybe("weekday", budget.weekday.map(range))
        .maybe("weekend", budget.weekend.map(range))
        .maybe("verbatim", budget.verbatim.as_ref())
        .done()
}

fn texts(values: &[String]) -> Yaml {
    match values {
        [only] => text(only),
        many => Yaml::List(many.iter().map(text).collect()),
    }
}

fn front_matter(lines: &[FrontMatter]) -> Option<Yaml> {
    let value = |line: &FrontMatter| match line.values.as_slice() {
        [only] if !line.is_list => text(only),
        many => Yaml::List(many.iter().map(text).collect()),
    };
    by_name(lines.iter().map(|line| (line.key.as_str(), value(line))))
}

fn roadmap(roadmap: &Roadmap) -> Option<Yaml> {
    let topics = roadmap.topics.iter();
    let topics = topics.map(|one| (one.id.as_str(), topic(one)));
    let classes = roadmap.classes.iter();
    let classes = classes.map(|class| (class.name.as_str(), text(&class.style)));
    let map = Map::block()
        .put("topics", by_name(topics))
        .put("classes", by_name(classes))
        .list("stages", &roadmap.stages, stage)
        .maybe("source", roadmap.source.as_ref())
        .list("notes", &roadmap.notes, note)
        .list("editor_notes", &roadmap.editor_notes, note);
    (!map.entries.is_empty()).then(|| map.done())
}

fn by_name<'a>(values: impl Iterator<Item = (&'a str, Yaml)>) -> Option<Yaml> {
    let add = |map: Map, (name, value): (&str, Yaml)| map.put(name, Some(value));
    let map = values.fold(Map::block(), add);
    (!map.entries.is_empty()).then(|| map.done())
}

fn topic(topic: &Topic) -> Yaml {
    Map::inline()
        .text("title", &topic.title)
        .maybe("class", topic.class.as_ref())
        .list("after", &topic.after, |id| text(id))
        .done()
}

fn stage(stage: &Stage) -> Yaml {
    Map::inline()
        .text("title", &stage.title)
        .maybe("span", stage.span.as_ref())
        .list("topics", &stage.topics, |id| text(id))
        .done()
}

fn resource(resource: &Resource) -> Yaml {
    let group = (!resource.group.is_empty()).then(|| texts(&resource.group));
    Map::block()
        .text("id", &resource.id)
        .text("kind", resource.kind.name())
        .text("title", &resource.title)
        .maybe("label", resource.label.as_ref())
        .put("group", group)
        .maybe("full_title", resource.full_title.as_ref())
        .maybe("url", resource.url.as_ref())
        .maybe("status", resource.status.map(LinkStatus::name))
        .maybe("suggested_url", resource.suggested_url.as_ref())
        .list("fields", &resource.fields, field)
        .list("notes", &resource.notes, note)
        .list("editor_notes", &resource.editor_notes, note)
        .done()
}

fn milestone(milestone: &Milestone) -> Yaml {
    Map::block()
        .text("title", &milestone.title)
        .number("due", milestone.due)
        .list("goals", &milestone.goals, goal)
        .list("notes", &milestone.notes, note)
        .list("editor_notes", &milestone.editor_notes, note)
        .done()
}

fn event(event: &FixedEvent) -> Yaml {
    let kind = Some(event.kind).filter(|kind| *kind != EventKind::Event);
    let covers: Vec<String> = event.covers.iter().map(Cover::to_string).collect();
    Map::inline()
        .text("id", &event.id)
        .maybe("kind", kind.map(EventKind::name))
        .text("title", &event.title)
        .number("date", Some(event.date))
        .maybe("time", event.time)
        .list("covers", &covers, |cover| text(cover))
        .done()
}

fn reminder(reminder: &Reminder) -> Yaml {
    Map::inline()
        .text("text", &reminder.text)
        .maybe("scope", reminder.scope.as_ref())
        .text_or_map()
}

fn allow(allow: &Allow) -> Yaml {
    Map::inline()
        .text("rule", &allow.rule)
        .text("at", &allow.at)
        .text("why", &allow.why)
        .done()
}
