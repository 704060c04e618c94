//! The JSON that scripts read: stable names, minutes as whole numbers, dates as ISO 8601.

mod doctor;
mod event;
mod forecast;
mod library;
mod plan;
mod plan_diff;
mod recovery;
mod schema;
pub mod shown;
mod slot;
mod verbs;

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

pub use doctor::doctor;
pub use event::event;
pub use forecast::forecast;
pub use library::{milestones, resources, roadmap};
pub use plan::plan;
pub use plan_diff::plan_diff;
pub use recovery::recovery;
pub use schema::schema;
pub use slot::slot;
pub use verbs::{begun, log, moved, next, recorded, rested, status, stepped};

use crate::calendar::Dates;
use crate::escape;
use crate::lint::Warning;
use crate::progress::{Orphan, OrphanReason};
use crate::source::Diagnostic;
use crate::summary::{
    DayKind, DayView, DeliverableView, Entry, Pace, Report, SlotView, Study, Tally, Today, WeekView,
};
use slot::{days, origin};

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

/// The same where there is no study, since its plan or its journal cannot be read.
#[must_use]
pub fn unstudied(today: NaiveDate, generated_at: &str, body: Value) -> Value {
    let mut map = Map::new();
    map.insert("plan".to_owned(), Value::Null);
    map.insert("generated_at".to_owned(), json!(generated_at));
    map.insert("study_date".to_owned(), json!(today.to_string()));
    map.insert("start".to_owned(), Value::Null);
    map.insert("started".to_owned(), Value::Null);
    if let Value::Object(body) = body {
        map.extend(body);
    }
    Value::Object(map)
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
    let entry = day.entry.as_ref();
    let numbers = |entry: &Entry| entry.day.numbers;
    json!({
        "day": entry.and_then(numbers).map(|(first, _)| first),
        "days": entry.map_or_else(Vec::new, |entry| days(entry.day)),
        "date": day.dates.first.to_string(),
        "last_date": day.dates.last.to_string(),
        "weekday": day.dates.first.weekday().to_string().to_lowercase(),
        "title": entry.and_then(|entry| entry.day.title.as_deref()),
        "week": entry.and_then(|entry| entry.week.number),
        "week_title": entry.and_then(|entry| entry.week.title.as_deref()),
        "phase": entry.and_then(|entry| entry.phase.title.as_deref()),
        "origin": entry.and_then(|entry| entry.day.origin).map(origin),
        "slots": slots(study, &day.slots),
        "moved_away": slots(study, &day.away),
    })
}

/// `today`, `tomorrow`.
#[must_use]
pub fn today(study: &Study, today: &Today) -> Value {
    json!({
        "date": today.date.to_string(),
        "kind": kind(today.kind),
        "rest": today.rest.map(|rest| json!({"why": rest.why})),
        "days": today.day.iter().map(|view| day(study, view)).collect::<Vec<_>>(),
        "overdue": slots(study, &today.overdue),
        "displaced": slots(study, &today.displaced),
        "next": today.next.as_ref().map(|view| day(study, view)),
        "progress": {"week": tally(&today.week), "plan": tally(&today.plan)},
        "orphans": orphans(&study.reconciled.orphans),
    })
}

fn kind(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Study => "study",
        DayKind::Before => "before",
        DayKind::Free => "free",
        DayKind::Buffer => "buffer",
        DayKind::Rest => "rest",
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
        "deliverables": deliverables(&week.deliverables),
        "overdue": slots(study, &today.overdue),
        "next": today.next.as_ref().map(|view| day(study, view)),
        "progress": {
            "week": tally(&week.tally),
            "baseline": tally(&week.baseline),
            "plan": tally(&today.plan),
        },
    })
}

/// What is to be handed in.
#[must_use]
pub fn deliverables(views: &[DeliverableView]) -> Value {
    let one = |view: &DeliverableView| {
        json!({
            "id": view.what.id,
            "text": view.what.text,
            "week": view.week.number,
            "due": view.dates.last.to_string(),
            "status": view.status.name(),
            "why": slot::why(view.mark, view.status),
            "remarks": slot::remarks(view.mark),
        })
    };
    views.iter().map(one).collect()
}

fn from_to(dates: Dates) -> Value {
    json!({"from": dates.first.to_string(), "to": dates.last.to_string()})
}

fn pace(pace: Pace) -> Value {
    json!({
        "hundredths": pace.hundredths(),
        "done_minutes": pace.done.0,
        "due_minutes": pace.due.0,
    })
}

/// `report`.
#[must_use]
pub fn report(study: &Study, report: &Report) -> Value {
    let pace = report.plan.pace().map(|pace| {
        let mut value = self::pace(pace);
        value["slots_behind"] = json!(report.plan.behind());
        value
    });
    json!({
        "range": from_to(report.dates),
        "planned_range": report.planned.map(from_to),
        "progress": {
            "range": tally(&report.tally),
            "baseline": tally(&report.baseline),
            "plan": tally(&report.plan),
        },
        "besides": tally(&report.besides),
        "days": report.days.iter().map(|row| json!({
            "day": row.day.and_then(|day| day.numbers).map(|(first, _)| first),
            "days": row.day.map_or_else(Vec::new, days),
            "date": row.dates.first.to_string(),
            "progress": tally(&row.tally),
        })).collect::<Vec<_>>(),
        "weeks": report.weeks.iter().map(|row| json!({
            "week": row.week.number, "title": row.week.title, "progress": tally(&row.tally),
        })).collect::<Vec<_>>(),
        "deliverables": deliverables(&report.deliverables),
        "buffer": report.buffer.map(from_to),
        "phases": report.phases.iter().map(|row| json!({
            "number": row.number,
            "phase": row.phase.title,
            "buffer": row.buffer.map(from_to),
            "weeks": row.weeks.map(|(first, last)| [first, last]),
            "progress": tally(&row.tally),
        })).collect::<Vec<_>>(),
        "topics": report.topics.iter().map(|row| json!({
            "topic": row.topic.id.as_str(), "title": row.topic.title, "progress": tally(&row.tally),
        })).collect::<Vec<_>>(),
        "overdue": slots(study, &report.overdue),
        "pace": pace,
        "pace_now": report.plan.pace_now().map(self::pace),
        "next": report.next.as_ref().map(|next| json!({
            "week": next.week.number,
            "title": next.week.title,
            "slots": next.slots,
            "planned_minutes": next.planned.0,
        })),
        "orphans": orphans(&study.reconciled.orphans),
    })
}

/// Marks that do not fit the plan as it is.
#[must_use]
pub fn orphans(orphans: &[Orphan]) -> Value {
    let one = |orphan: &Orphan| {
        let (why, now) = match &orphan.reason {
            OrphanReason::Retitled { now } => ("retitled", Some(now.as_str())),
            OrphanReason::Moved { to, .. } => ("moved", Some(to.as_str())),
            OrphanReason::Replaced { now } => ("replaced", Some(now.as_str())),
            OrphanReason::Gone => ("gone", None),
        };
        json!({"slot": orphan.slot, "title": orphan.title, "why": why, "now": now})
    };
    orphans.iter().map(one).collect()
}

/// A fault of a plan file.
#[must_use]
pub fn diagnostic(diagnostic: &Diagnostic) -> Value {
    json!({
        "name": diagnostic.rule.name(),
        "line": diagnostic.at.line,
        "column": diagnostic.at.column,
        "message": diagnostic.message,
        "help": diagnostic.help,
    })
}

/// `check`: faults and warnings; those that the file allows, with the reason.
#[must_use]
pub fn check(
    file: &str,
    generated_at: &str,
    errors: &[Diagnostic],
    warnings: &[Warning],
    allowed: &[Warning],
) -> Value {
    let warning = |warning: &Warning| {
        let mut value = diagnostic(&warning.diagnostic);
        value["at"] = json!(warning.at);
        if let Some(why) = &warning.allowed {
            value["allowed"] = json!(why);
        }
        value
    };
    json!({
        "file": file,
        "generated_at": generated_at,
        "errors": errors.iter().map(diagnostic).collect::<Vec<_>>(),
        "warnings": warnings.iter().map(warning).collect::<Vec<_>>(),
        "allowed": allowed.iter().map(warning).collect::<Vec<_>>(),
    })
}
