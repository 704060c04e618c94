//! Events, for `log` and for what a mark recorded.

use serde_json::{Value, json};

use crate::progress::{Event, What};

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
        What::Done {
            minutes,
            fingerprint,
            again,
            ..
        } => {
            let fingerprint = fingerprint.map(|fingerprint| fingerprint.to_string());
            json!({"t": "done", "min": minutes.map(|m| m.0), "sum": fingerprint, "again": again})
        }
        What::Skip {
            why,
            fingerprint,
            again,
            ..
        } => {
            let fingerprint = fingerprint.map(|fingerprint| fingerprint.to_string());
            json!({"t": "skip", "why": why, "sum": fingerprint, "again": again})
        }
        What::Note { text, .. } => json!({"t": "note", "text": text}),
        What::Undo { of } => {
            let of: Vec<String> = of.iter().map(ToString::to_string).collect();
            json!({"t": "undo", "of": of})
        }
        What::Relinked {
            from,
            was,
            to,
            title,
        } => json!({"t": "moved", "from": from, "was": was, "to": to, "title": title}),
        What::Other { kind } => json!({"t": kind}),
        what => dated(what),
    }
}

/// The same, of the kinds that move work about.
fn dated(what: &What) -> Value {
    match what {
        What::Off {
            first,
            last,
            why,
            cancel,
        } => json!({
            "t": "off",
            "from": first.to_string(),
            "to": last.to_string(),
            "why": why,
            "cancel": cancel,
        }),
        What::Move { to, .. } => json!({
            "t": "move",
            "to": to.date.to_string(),
            "until": to.last.to_string(),
            "time": to.time.map(|time| time.to_string()),
        }),
        What::Shift { from, weeks } => json!({"t": "shift", "from": from, "weeks": weeks}),
        What::Recover { way } => json!({"t": "recover", "way": way}),
        _ => Value::Null,
    }
}
