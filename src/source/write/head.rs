//! The head of a plan file.

use super::fields::field;
use super::text;
use super::yaml::{Map, Yaml, duration};
use crate::model::{
    Allow, Artifact, Budget, FrontMatter, Goal, LinkStatus, Milestone, Note, Reminder, Resource,
    Roadmap, Stage, TimeBudget, Topic,
};

pub(super) fn time_budget(budget: &TimeBudget) -> Yaml {
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

pub(super) fn front_matter(lines: &[FrontMatter]) -> Option<Yaml> {
    let value = |line: &FrontMatter| match line.values.as_slice() {
        [only] if !line.is_list => text(only),
        many => Yaml::List(many.iter().map(text).collect()),
    };
    let add = |map: Map, line: &FrontMatter| map.put(&line.key, Some(value(line)));
    (!lines.is_empty()).then(|| lines.iter().fold(Map::block(), add).done())
}

pub(super) fn roadmap(roadmap: &Roadmap) -> Option<Yaml> {
    let topics = roadmap
        .topics
        .iter()
        .map(|one| (one.id.as_str(), topic(one)));
    let classes = roadmap.classes.iter();
    let classes = classes.map(|class| (class.name.as_str(), text(&class.style)));
    let map = Map::block()
        .put("topics", by_name(topics))
        .put("classes", by_name(classes))
        .list("stages", &roadmap.stages, stage)
        .maybe("source", roadmap.source.as_ref())
        .list("notes", &roadmap.notes, note);
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

pub(super) fn resource(resource: &Resource) -> Yaml {
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
        .done()
}

pub(super) fn milestone(milestone: &Milestone) -> Yaml {
    Map::block()
        .text("title", &milestone.title)
        .maybe("due", milestone.due)
        .list("goals", &milestone.goals, goal)
        .list("notes", &milestone.notes, note)
        .done()
}

pub(super) fn goal(goal: &Goal) -> Yaml {
    if goal.by.is_empty() {
        return text(&goal.text);
    }
    let map = Map::inline().text("text", &goal.text);
    map.list("by", &goal.by, |id| text(id)).done()
}

pub(super) fn reminder(reminder: &Reminder) -> Yaml {
    let map = Map::inline().text("text", &reminder.text);
    match &reminder.scope {
        Some(scope) => map.text("scope", scope).done(),
        None => text(&reminder.text),
    }
}

pub(super) fn artifact(artifact: &Artifact) -> Yaml {
    line_and_text(artifact.line, &artifact.text)
}

pub(super) fn note(note: &Note) -> Yaml {
    line_and_text(note.line, &note.text)
}

fn line_and_text(line: Option<u32>, words: &str) -> Yaml {
    match line {
        Some(line) => Map::inline().text("line", line).text("text", words).done(),
        None => text(words),
    }
}

pub(super) fn allow(allow: &Allow) -> Yaml {
    Map::inline()
        .text("rule", &allow.rule)
        .text("at", &allow.at)
        .text("why", &allow.why)
        .done()
}
