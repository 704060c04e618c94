//! The JSON that scripts read: stable names, minutes as whole numbers, dates as ISO 8601.

use chrono::Datelike;
use serde_json::{Map, Value, json};

use super::phrase;
use crate::escape;
use crate::model::{Day, Field, FrontMatter, Item, Note, Origin, Plan, Resource};
use crate::progress::{Event, Orphan, OrphanWhy, What};
use crate::source::Diagnostic;
use crate::summary::{DayKind, DayView, Reading, Report, SlotView, Study, Tally, Today, WeekView};

/// `value` as text for a script or a terminal.
#[must_use]
pub fn text(value: &Value) -> String {
    let pretty = format!("{value:#}\n");
    escape::json(&pretty).into_owned()
}

/// What every answer about a study begins with.
fn head(study: &Study, generated_at: &str) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("plan".to_owned(), json!(study.plan.id.as_str()));
    map.insert("generated_at".to_owned(), json!(generated_at));
    map.insert("study_date".to_owned(), json!(study.today.to_string()));
    map.insert("start".to_owned(), json!(study.calendar.start.to_string()));
    map.insert("started".to_owned(), json!(study.started));
    map
}

/// An answer: the common beginning, then `body`, which must be an object.
#[must_use]
pub fn answer(study: &Study, generated_at: &str, body: Value) -> Value {
    let mut map = head(study, generated_at);
    if let Value::Object(body) = body {
        map.extend(body);
    }
    Value::Object(map)
}

/// A slot, everywhere the same.
#[must_use]
pub fn slot(study: &Study, slot: &SlotView) -> Value {
    let place = &slot.place;
    let resources = slot.readings(study).map(|reading| resource_of(&reading));
    let time = place.slot.time;
    json!({
        "id": place.slot.id.as_str(),
        "ordinal": place.ordinal,
        "day": place.day.numbers.map(|(first, _)| first),
        "days": days(place.day),
        "date": slot.dates.first.to_string(),
        "weekday": weekday(slot),
        "start": time.map(|time| time.start.to_string()),
        "end": time.map(|time| time.end.to_string()),
        "title": place.slot.title,
        "status": slot.status.name(),
        "now": slot.now,
        "planned_minutes": slot.planned().map(|m| m.0),
        "actual_minutes": slot.actual().map(|m| m.0),
        "phase": place.phase.title,
        "week": place.week.number,
        "topic": place.slot.topic.as_ref().map(crate::model::TopicId::as_str),
        "origin": place.day.origin.map(origin),
        "resources": resources.collect::<Vec<_>>(),
        "fields": place.slot.fields.iter().map(field).collect::<Vec<_>>(),
        "notes": place.slot.notes.iter().map(note).collect::<Vec<_>>(),
        "remarks": slot.mark.map_or_else(Vec::new, |mark| {
            mark.notes.iter().map(|n| json!({"day": n.day.to_string(), "text": n.text})).collect()
        }),
    })
}

fn days(day: &Day) -> Vec<u32> {
    day.numbers
        .map_or_else(Vec::new, |(first, last)| (first..=last).collect())
}

fn weekday(slot: &SlotView) -> String {
    let name = slot.dates.first.weekday().to_string();
    name.to_lowercase()
}

fn origin(origin: Origin) -> Value {
    match origin {
        Origin::Authored => json!("authored"),
        Origin::Seed(line) => json!({"seed": line}),
    }
}

fn resource_of(reading: &Reading) -> Value {
    json!({
        "kind": reading.kind.name(),
        "label": reading.item.label,
        "title": reading.item.text,
        "url": reading.url,
        "id": reading.resource.map(|resource| resource.id.as_str()),
    })
}

/// A labelled list: its own value is a text, what stands beside that text comes after.
fn field(field: &Field) -> Value {
    let value = field.value.as_ref();
    let mut map = Map::new();
    map.insert("label".to_owned(), json!(field.label));
    map.insert("value".to_owned(), json!(value.map(|item| &item.text)));
    let items = field.items.iter().map(item);
    map.insert("items".to_owned(), items.collect());
    if let Some(value) = value {
        beside(&mut map, value);
    }
    Value::Object(map)
}

fn item(item: &Item) -> Value {
    let mut map = Map::new();
    map.insert("label".to_owned(), json!(item.label));
    map.insert("text".to_owned(), json!(item.text));
    beside(&mut map, item);
    Value::Object(map)
}

/// What is said beside an entry's words, where anything is.
fn beside(map: &mut Map<String, Value>, item: &Item) {
    let resource = item.resource.as_ref().map(|id| id.as_str().to_owned());
    let kind = item.kind.map(|kind| kind.name().to_owned());
    let pairs = [
        ("resource", resource),
        ("url", item.url.clone()),
        ("kind", kind),
        ("corrected", item.corrected.clone()),
        ("note", item.note.clone()),
    ];
    for (key, value) in pairs {
        if let Some(value) = value {
            map.insert(key.to_owned(), json!(value));
        }
    }
}

fn note(note: &Note) -> Value {
    json!({"line": note.line, "text": note.text})
}

/// Counts and minutes.
#[must_use]
pub fn tally(tally: &Tally) -> Value {
    json!({
        "slots": tally.slots,
        "done": tally.done,
        "skipped": tally.skipped,
        "overdue": tally.overdue,
        "open": tally.open(),
        "due": tally.due,
        "percent": tally.percent(),
        "planned_minutes": tally.planned.0,
        "planned_done_minutes": tally.planned_done.0,
        "planned_due_minutes": tally.planned_due.0,
        "measured_minutes": tally.measured.0,
        "assumed_minutes": tally.assumed.0,
    })
}

/// Slots in a list.
#[must_use]
pub fn slots<'a>(study: &Study, slots: impl IntoIterator<Item = &'a SlotView<'a>>) -> Value {
    slots.into_iter().map(|view| slot(study, view)).collect()
}

/// A day entry with its slots.
#[must_use]
pub fn day(study: &Study, day: &DayView) -> Value {
    json!({
        "day": day.day.numbers.map(|(first, _)| first),
        "days": days(day.day),
        "date": day.dates.first.to_string(),
        "last_date": day.dates.last.to_string(),
        "weekday": day.dates.first.weekday().to_string().to_lowercase(),
        "title": day.day.title,
        "week": day.week.number,
        "week_title": day.week.title,
        "phase": day.phase.title,
        "origin": day.day.origin.map(origin),
        "slots": slots(study, &day.slots),
    })
}

/// `today`, `tomorrow`.
#[must_use]
pub fn today(study: &Study, today: &Today) -> Value {
    json!({
        "date": today.date.to_string(),
        "kind": kind(today.kind),
        "days": today.day.iter().map(|view| day(study, view)).collect::<Vec<_>>(),
        "overdue": slots(study, &today.overdue),
        "next": today.next.as_ref().map(|view| day(study, view)),
        "progress": {"week": tally(&today.week), "plan": tally(&today.plan)},
        "orphans": orphans(&study.links.orphans),
    })
}

fn kind(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Study => "study",
        DayKind::Before => "before",
        DayKind::Free => "free",
        DayKind::Buffer => "buffer",
        DayKind::After => "after",
    }
}

/// `week`.
#[must_use]
pub fn week(study: &Study, week: &WeekView, today: &Today) -> Value {
    let days = week.days.iter().filter_map(|entry| entry.day.as_ref());
    json!({
        "range": {"from": week.dates.first.to_string(), "to": week.dates.last.to_string()},
        "weeks": week.weeks.iter().map(|w| json!({"week": w.number, "title": w.title})).collect::<Vec<_>>(),
        "days": days.map(|view| day(study, view)).collect::<Vec<_>>(),
        "overdue": slots(study, &today.overdue),
        "next": today.next.as_ref().map(|view| day(study, view)),
        "progress": {"week": tally(&week.tally), "plan": tally(&today.plan)},
    })
}

/// `report`.
#[must_use]
pub fn report(study: &Study, report: &Report) -> Value {
    let pace = report.plan.pace();
    json!({
        "range": {"from": report.dates.first.to_string(), "to": report.dates.last.to_string()},
        "progress": {"range": tally(&report.tally), "plan": tally(&report.plan)},
        "days": report.days.iter().map(|row| json!({
            "day": row.day.numbers.map(|(first, _)| first),
            "days": days(row.day),
            "date": row.dates.first.to_string(),
            "progress": tally(&row.tally),
        })).collect::<Vec<_>>(),
        "weeks": report.weeks.iter().map(|row| json!({
            "week": row.week.number, "title": row.week.title, "progress": tally(&row.tally),
        })).collect::<Vec<_>>(),
        "phases": report.phases.iter().map(|row| json!({
            "phase": row.phase.title,
            "weeks": row.weeks.map(|(first, last)| [first, last]),
            "progress": tally(&row.tally),
        })).collect::<Vec<_>>(),
        "topics": report.topics.iter().map(|row| json!({
            "topic": row.topic.id.as_str(), "title": row.topic.title, "progress": tally(&row.tally),
        })).collect::<Vec<_>>(),
        "overdue": slots(study, &report.overdue),
        "pace": pace.map(|pace| json!({
            "hundredths": pace.hundredths(),
            "done_minutes": pace.done.0,
            "due_minutes": pace.due.0,
            "slots_behind": report.plan.behind(),
        })),
        "next": report.next.as_ref().map(|next| json!({
            "week": next.week.number,
            "title": next.week.title,
            "slots": next.slots,
            "planned_minutes": next.planned.0,
        })),
        "orphans": orphans(&study.links.orphans),
    })
}

/// Marks that do not fit the plan as it is.
#[must_use]
pub fn orphans(orphans: &[Orphan]) -> Value {
    let one = |orphan: &Orphan| {
        let (why, now) = match &orphan.why {
            OrphanWhy::Retitled { now } => ("retitled", Some(now.as_str())),
            OrphanWhy::Moved { to } => ("moved", Some(to.as_str())),
            OrphanWhy::Gone => ("gone", None),
        };
        json!({"slot": orphan.slot, "title": orphan.title, "why": why, "now": now})
    };
    orphans.iter().map(one).collect()
}

/// An event, by the names it has in the journal.
#[must_use]
pub fn event(event: &Event) -> Value {
    let mut value = json!({
        "id": event.id.to_string(),
        "op": event.op.to_string(),
        "n": event.n,
    });
    extend(&mut value, what(&event.what));
    if let Some((slot, title)) = event.slot() {
        extend(&mut value, json!({"slot": slot, "title": title}));
    }
    extend(
        &mut value,
        json!({"at": event.at.to_rfc3339(), "day": event.day.to_string(), "dev": event.dev}),
    );
    value
}

fn extend(value: &mut Value, more: Value) {
    if let (Value::Object(map), Value::Object(more)) = (value, more) {
        map.extend(more);
    }
}

fn what(what: &What) -> Value {
    match what {
        What::Begin { plan, start } => {
            json!({"t": "begin", "plan": plan, "start": start.to_string()})
        }
        What::Done { minutes, again, .. } => {
            json!({"t": "done", "min": minutes.map(|m| m.0), "again": again})
        }
        What::Skip { why, .. } => json!({"t": "skip", "why": why}),
        What::Note { text, .. } => json!({"t": "note", "text": text}),
        What::Undo { of } => {
            let of: Vec<String> = of.iter().map(ToString::to_string).collect();
            json!({"t": "undo", "of": of})
        }
        What::Moved {
            from,
            was,
            to,
            title,
        } => json!({"t": "moved", "from": from, "was": was, "to": to, "title": title}),
        What::Other { kind } => json!({"t": kind}),
    }
}

/// A fault of a plan file.
#[must_use]
pub fn diagnostic(diagnostic: &Diagnostic) -> Value {
    json!({
        "name": diagnostic.fault.name(),
        "line": diagnostic.at.line,
        "column": diagnostic.at.column,
        "message": diagnostic.message,
        "help": diagnostic.help,
    })
}

/// `export --format json`: the whole plan, laid out and with its marks.
#[must_use]
pub fn plan(study: &Study) -> Value {
    let plan = &study.plan;
    let budget = plan.time_budget.as_ref();
    let range = |b: crate::model::Budget| json!({"low": b.low.0, "high": b.high.0});
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

fn goal(goal: &crate::model::Goal) -> Value {
    json!({"text": goal.text, "by": goal.by})
}

fn ids(topics: &[crate::model::TopicId]) -> Vec<&str> {
    topics.iter().map(crate::model::TopicId::as_str).collect()
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

fn resource(resource: &Resource) -> Value {
    json!({
        "id": resource.id.as_str(),
        "kind": resource.kind.name(),
        "title": resource.title,
        "label": resource.label,
        "group": resource.group,
        "full_title": resource.full_title,
        "url": resource.url,
        "status": resource.status.map(crate::model::LinkStatus::name),
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
