//! The whole plan, for `export --format json`.

use serde_json::{Value, json};

use super::slot::{days, field, note, origin, slot};
use crate::model::{Budget, Day, FrontMatter, Goal, LinkStatus, Plan, Resource, TopicId};
use crate::render::phrase;
use crate::summary::{SlotView, Study};

/// `export --format json`: the whole plan, laid out and with its marks.
#[must_use]
pub fn plan(study: &Study) -> Value {
    let plan = &study.plan;
    let budget = plan.time_budget.as_ref();
    let range = |b: Budget| json!({"low": b.low.0, "high": b.high.0});
    json!({
        "title": plan.title,
        "language": plan.language,
        "direction": plan.direction,
        "duration": plan.duration,
        "time_budget": budget.map(|budget| json!({
            "weekday_minutes": budget.weekday.map(range),
            "weekend_minutes": budget.weekend.map(range),
            "verbatim": budget.verbatim,
        })),
        "rest": plan.rest.iter().map(|day| day.to_string().to_lowercase()).collect::<Vec<_>>(),
        "goal": plan.goal,
        "front_matter": front_matter(plan),
        "roadmap": roadmap(plan),
        "resources": plan.resources.iter().map(resource).collect::<Vec<_>>(),
        "milestones": plan.milestones.iter().map(|m| json!({
            "title": m.title,
            "due": m.due.map(|due| due.to_string()),
            "goals": m.goals.iter().map(goal).collect::<Vec<_>>(),
            "notes": m.notes.iter().map(note).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "reminders": plan.reminders.iter()
            .map(|r| json!({"text": r.text, "scope": r.scope})).collect::<Vec<_>>(),
        "artifacts": plan.artifacts.iter()
            .map(|a| json!({"line": a.line, "text": a.text})).collect::<Vec<_>>(),
        "notes": plan.notes.iter().map(note).collect::<Vec<_>>(),
        "allow": plan.allow.iter()
            .map(|a| json!({"rule": a.rule, "at": a.at, "why": a.why})).collect::<Vec<_>>(),
        "phases": phases(study),
    })
}

fn front_matter(plan: &Plan) -> Value {
    let value = |line: &FrontMatter| match line.values.as_slice() {
        [only] if !line.is_list => json!(only),
        many => json!(many),
    };
    let lines = plan.front_matter.iter();
    Value::Object(lines.map(|line| (line.key.clone(), value(line))).collect())
}

fn goal(goal: &Goal) -> Value {
    json!({"text": goal.text, "by": goal.by})
}

fn ids(topics: &[TopicId]) -> Vec<&str> {
    topics.iter().map(TopicId::as_str).collect()
}

fn roadmap(plan: &Plan) -> Value {
    let roadmap = &plan.roadmap;
    json!({
        "topics": roadmap.topics.iter().map(|topic| json!({
            "id": topic.id.as_str(),
            "title": topic.title,
            "class": topic.class,
            "after": ids(&topic.after),
        })).collect::<Vec<_>>(),
        "classes": roadmap.classes.iter()
            .map(|class| json!({"name": class.name, "style": class.style})).collect::<Vec<_>>(),
        "stages": roadmap.stages.iter().map(|stage| json!({
            "title": stage.title, "span": stage.span, "topics": ids(&stage.topics),
        })).collect::<Vec<_>>(),
        "source": roadmap.source,
        "notes": roadmap.notes.iter().map(note).collect::<Vec<_>>(),
    })
}

pub(super) fn resource(resource: &Resource) -> Value {
    json!({
        "id": resource.id.as_str(),
        "kind": resource.kind.name(),
        "title": resource.title,
        "label": resource.label,
        "group": resource.group,
        "full_title": resource.full_title,
        "url": resource.url,
        "status": resource.status.map(LinkStatus::name),
        "suggested_url": resource.suggested_url,
        "fields": resource.fields.iter().map(field).collect::<Vec<_>>(),
        "notes": resource.notes.iter().map(note).collect::<Vec<_>>(),
    })
}

fn phases(study: &Study) -> Value {
    let all: Vec<SlotView> = study.slots().collect();
    let mut views = all.iter();
    let phases = study.plan.phases.iter().map(|phase| {
        let weeks = phase.weeks.iter().map(|week| {
            let days = week
                .days
                .iter()
                .map(|entry| day_entry(study, entry, &mut views));
            json!({
                "week": week.number,
                "title": week.title,
                "goals": week.goals.iter().map(goal).collect::<Vec<_>>(),
                "fields": week.fields.iter().map(field).collect::<Vec<_>>(),
                "notes": week.notes.iter().map(note).collect::<Vec<_>>(),
                "days": days.collect::<Vec<_>>(),
                "deliverables": week.deliverables.iter()
                    .map(|d| json!({"id": d.id, "text": d.text})).collect::<Vec<_>>(),
            })
        });
        json!({
            "title": phase.title,
            "heading": phase.heading,
            "span": phase.span.map(|span| span.to_string()),
            "buffer": phase.buffer.map(|span| span.to_string()),
            "goals": phase.goals.iter().map(goal).collect::<Vec<_>>(),
            "notes": phase.notes.iter().map(note).collect::<Vec<_>>(),
            "weeks": weeks.collect::<Vec<_>>(),
        })
    });
    phases.collect()
}

/// A day entry in full; `views` gives its slots in the order of the plan.
fn day_entry<'a>(
    study: &Study,
    day: &Day,
    views: &mut impl Iterator<Item = &'a SlotView<'a>>,
) -> Value {
    let mut dates = None;
    let sessions = day.sessions.iter().map(|session| {
        let slots = session
            .slots
            .iter()
            .filter_map(|_| views.next())
            .map(|view| {
                dates = Some(view.dates);
                slot(study, view)
            });
        json!({
            "half": session.half,
            "title": session.title,
            "window": session.window.map(|window| window.to_string()),
            "notes": session.notes.iter().map(note).collect::<Vec<_>>(),
            "slots": slots.collect::<Vec<_>>(),
        })
    });
    let sessions: Vec<Value> = sessions.collect();
    json!({
        "day": day.numbers.map(|(first, _)| first),
        "days": days(day),
        "name": phrase::day_name(day, &study.plan.language),
        "date": dates.map(|dates| dates.first.to_string()),
        "last_date": dates.map(|dates| dates.last.to_string()),
        "title": day.title,
        "origin": day.origin.map(origin),
        "notes": day.notes.iter().map(note).collect::<Vec<_>>(),
        "sessions": sessions,
    })
}
