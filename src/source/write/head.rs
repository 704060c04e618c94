//! What stands at the head of a plan file.

use super::Map;
use super::entries::field;
use super::yaml::{Out, length};
use crate::model::{
    Allow, Artifact, Budget, FrontMatter, Goal, LinkStatus, Milestone, Note, Reminder, Resource,
    Roadmap, TimeBudget, Topic,
};

pub(super) fn time_budget(budget: &TimeBudget) -> Out {
    let range = |budget: Budget| match (length(budget.low), length(budget.high)) {
        (low, high) if low == high => low,
        (low, high) => format!("{low}-{high}"),
    };
    let mut map = Map::small();
    map.show("weekday", budget.weekday.map(range));
    map.show("weekend", budget.weekend.map(range));
    map.text("verbatim", budget.verbatim.as_deref());
    map.done()
}

pub(super) fn texts(values: &[String]) -> Out {
    match values {
        [only] => Out::text(only),
        many => Out::List(many.iter().map(|text| Out::text(text)).collect()),
    }
}

pub(super) fn front_matter(lines: &[FrontMatter]) -> Option<Out> {
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

pub(super) fn roadmap(roadmap: &Roadmap) -> Option<Out> {
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

pub(super) fn resource(resource: &Resource) -> Out {
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
    map.text("status", resource.status.map(LinkStatus::name));
    map.text("suggested_url", resource.suggested_url.as_deref());
    map.list("fields", &resource.fields, field);
    map.list("notes", &resource.notes, note);
    map.done()
}

pub(super) fn milestone(milestone: &Milestone) -> Out {
    let mut map = Map::open();
    map.text("title", Some(&milestone.title));
    map.show("due", milestone.due);
    map.list("goals", &milestone.goals, goal);
    map.list("notes", &milestone.notes, note);
    map.done()
}

pub(super) fn goal(goal: &Goal) -> Out {
    if goal.by.is_empty() {
        return Out::text(&goal.text);
    }
    let mut map = Map::small();
    map.text("text", Some(&goal.text));
    map.list("by", &goal.by, |id| Out::text(id));
    map.done()
}

pub(super) fn reminder(reminder: &Reminder) -> Out {
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

pub(super) fn artifact(artifact: &Artifact) -> Out {
    line_and_text(artifact.line, &artifact.text)
}

pub(super) fn note(note: &Note) -> Out {
    line_and_text(note.line, &note.text)
}

pub(super) fn allow(allow: &Allow) -> Out {
    let mut map = Map::small();
    map.text("rule", Some(&allow.rule));
    map.text("at", Some(&allow.at));
    map.text("why", Some(&allow.why));
    map.done()
}
