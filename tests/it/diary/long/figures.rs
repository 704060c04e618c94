//! What a look comes to, by name: as the program says it, and as it was worked out by hand.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::days::{NONE, NextWeek, Tally};

/// What `today` says. A slot is written as `d41-0900`; then its time, where that is not the one
/// in its id, as `@19:00`; where it came from as `<01-04`, or went to as `>01-14`; and `+` where
/// it is done, `-` skipped, `!` overdue.
pub struct Today {
    pub kind: &'static str,
    /// The number of the date's own entry in the plan.
    pub day: Option<u32>,
    pub slots: &'static str,
    /// The slots of the entry that were moved elsewhere.
    pub away: &'static str,
    pub overdue: &'static str,
    /// Slots to place, on rest days.
    pub displaced: &'static str,
    /// The next date with something to do.
    pub next: Option<&'static str>,
    /// Why it is a rest day.
    pub rest: Option<&'static str>,
    pub week: Tally,
    pub plan: Tally,
}

/// An ordinary day of study, as far as that can be said of any.
pub const STUDY: Today = Today {
    kind: "study",
    day: None,
    slots: "",
    away: "",
    overdue: "",
    displaced: "",
    next: None,
    rest: None,
    week: NONE,
    plan: NONE,
};

/// What `report` says of a calendar week.
pub struct Report {
    /// Done and all of each date that has slots.
    pub days: &'static str,
    /// The same of each week of the plan.
    pub weeks: &'static str,
    pub range: Tally,
    pub baseline: Tally,
    pub besides: Tally,
    pub plan: Tally,
    /// In hundredths.
    pub pace: u32,
    /// Planned minutes of skipped slots, which pace leaves out: 105 of Day 4, 105 of Day 28, 105 of
    /// Day 48, 90 of Day 63. Quotients in the comments are still of all minutes due.
    pub skipped_minutes: u32,
    pub slots_behind: i32,
    pub by_plan: Option<ByPlan>,
    pub next: Option<NextWeek>,
    pub overdue: &'static str,
    /// Slots done of each phase and of each topic.
    pub phases: &'static str,
    pub topics: &'static str,
    pub deliverables: &'static str,
    pub buffer: Option<&'static str>,
}

/// The pace where the plan's own dates give another one than the dates as they are now.
pub struct ByPlan {
    /// Minutes due by the plan's own dates.
    pub due_minutes: u32,
    /// By the dates of now, in hundredths.
    pub pace_now: u32,
}

/// A week without what few weeks have.
pub const WEEK: Report = Report {
    days: "",
    weeks: "",
    range: NONE,
    baseline: NONE,
    besides: NONE,
    plan: NONE,
    pace: 0,
    skipped_minutes: 0,
    slots_behind: 0,
    by_plan: None,
    next: None,
    overdue: "",
    phases: "",
    topics: "",
    deliverables: "",
    buffer: None,
};

impl Today {
    pub fn by_hand(&self) -> Value {
        json!({
            "kind": self.kind,
            "day": self.day,
            "slots": self.slots,
            "away": self.away,
            "overdue": self.overdue,
            "displaced": self.displaced,
            "next": self.next,
            "rest": self.rest,
            "progress": {"week": tally(&self.week), "plan": tally(&self.plan)},
        })
    }

    /// The same figures of what the program answers.
    pub fn found(answer: &Value) -> Value {
        let day = &answer["days"][0];
        json!({
            "kind": answer["kind"],
            "day": day["day"],
            "slots": list(&day["slots"], slot),
            "away": list(&day["moved_away"], |slot| {
                format!("{}>{}", text(&slot["id"]), &text(&slot["date"])[5..])
            }),
            "overdue": list(&answer["overdue"], id),
            "displaced": list(&answer["displaced"], id),
            "next": answer["next"]["date"],
            "rest": answer["rest"]["why"],
            "progress": answer["progress"],
        })
    }
}

impl Report {
    pub fn by_hand(&self) -> Value {
        let Tally {
            planned_done: done,
            planned_due,
            skipped,
            ..
        } = &self.plan;
        let due = planned_due - self.skipped_minutes;
        let next = self.next.as_ref().map(
            |next| json!({"week": next.week, "slots": next.slots, "planned_minutes": next.minutes}),
        );
        let by_plan = self.by_plan.as_ref();
        json!({
            "days": self.days,
            "weeks": self.weeks,
            "progress": {
                "range": tally(&self.range),
                "baseline": tally(&self.baseline),
                "plan": tally(&self.plan),
            },
            "besides": tally(&self.besides),
            "pace": {
                "hundredths": self.pace,
                "done_minutes": done,
                "due_minutes": by_plan.map_or(due, |by_plan| by_plan.due_minutes - self.skipped_minutes),
                "slots_behind": self.slots_behind,
                "slots_skipped": skipped,
            },
            "pace_now": by_plan.map(|by_plan| {
                json!({"hundredths": by_plan.pace_now, "done_minutes": done, "due_minutes": due})
            }),
            "next": next,
            "overdue": self.overdue,
            "phases": self.phases,
            "topics": self.topics,
            "deliverables": self.deliverables,
            "buffer": self.buffer,
        })
    }

    /// The same figures of what the program answers.
    pub fn found(answer: &Value) -> Value {
        let mut next = answer["next"].clone();
        if let Some(next) = next.as_object_mut() {
            next.remove("title");
            next.remove("last_week");
            next.remove("date");
        }
        let buffer = &answer["buffer"];
        let buffer = (!buffer.is_null())
            .then(|| format!("{}..{}", text(&buffer["from"]), text(&buffer["to"])));
        let count = |row: &Value| {
            let progress = &row["progress"];
            format!("{}/{}", progress["done"], progress["slots"])
        };
        let phases = |row: &Value| row["progress"]["done"].to_string();
        json!({
            "days": list(&answer["days"], count),
            "weeks": list(&answer["weeks"], |row| format!("{}:{}", row["week"], count(row))),
            "progress": answer["progress"],
            "besides": answer["besides"],
            "pace": answer["pace"],
            "pace_now": answer["pace_now"],
            "next": next,
            "overdue": list(&answer["overdue"], id),
            "phases": list(&answer["phases"], phases),
            "topics": list(&answer["topics"], |row| {
                format!("{}{}", text(&row["topic"]), row["progress"]["done"])
            }),
            "deliverables": list(&answer["deliverables"], |row| {
                format!("{}{}", text(&row["id"]), sign(row))
            }),
            "buffer": buffer,
        })
    }
}

/// All that the program says of a tally: what is open, and the percentage, follow from the rest.
fn tally(tally: &Tally) -> Value {
    json!({
        "slots": tally.slots,
        "done": tally.done,
        "skipped": tally.skipped,
        "overdue": tally.overdue,
        "open": tally.slots - tally.done - tally.skipped,
        "due": tally.due,
        "percent": (tally.done * 100).checked_div(tally.slots),
        "planned_minutes": tally.planned,
        "planned_done_minutes": tally.planned_done,
        "planned_due_minutes": tally.planned_due,
        "measured_minutes": tally.measured,
        "assumed_minutes": tally.assumed,
    })
}

/// Each figure in which two answers differ, by its name.
pub fn differences(found: &Value, by_hand: &Value) -> Vec<String> {
    let (found, by_hand) = (leaves(found), leaves(by_hand));
    let names = found.keys().chain(by_hand.keys());
    let mut names: Vec<&String> = names.collect();
    names.sort_unstable();
    names.dedup();
    let says = |all: &BTreeMap<String, Value>, name| {
        all.get(name).map_or("nothing".to_owned(), Value::to_string)
    };
    names
        .into_iter()
        .filter(|name| found.get(*name) != by_hand.get(*name))
        .map(|name| {
            format!(
                "{name} {}, not {}",
                says(&found, name),
                says(&by_hand, name)
            )
        })
        .collect()
}

fn leaves(value: &Value) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    let mut open = vec![(String::new(), value)];
    while let Some((name, value)) = open.pop() {
        match value {
            Value::Object(map) => {
                let inside = map.iter();
                open.extend(inside.map(|(key, value)| (format!("{name}.{key}"), value)));
            }
            _ => {
                all.insert(name.trim_start_matches('.').to_owned(), value.clone());
            }
        }
    }
    all
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// What each of a list is written as, with spaces between.
pub fn list(values: &Value, write: impl Fn(&Value) -> String) -> String {
    let values = values.as_array().into_iter().flatten();
    values.map(write).collect::<Vec<_>>().join(" ")
}

pub fn id(slot: &Value) -> String {
    text(&slot["id"]).to_owned()
}

fn slot(slot: &Value) -> String {
    let (mut written, start) = (id(slot), text(&slot["start"]));
    if !written.ends_with(&start.replace(':', "")) {
        written += &format!("@{start}");
    }
    if let Some(date) = slot["baseline"]["date"].as_str() {
        written += &format!("<{}", &date[5..]);
    }
    written + sign(slot)
}

fn sign(thing: &Value) -> &'static str {
    match text(&thing["status"]) {
        "done" => "+",
        "skipped" => "-",
        "overdue" => "!",
        _ => "",
    }
}
