//! From an event to the line that tells it.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use uuid::Uuid;

use super::super::VERSION;
use super::Line;
use crate::progress::{Event, What};

impl Line {
    pub(in super::super) fn of(event: &Event) -> Self {
        let named = event.slot();
        let line = Self {
            v: VERSION,
            id: event.id.to_string(),
            op: event.op.to_string(),
            n: event.n,
            slot: named.map(|(slot, _)| slot.to_owned()),
            title: named.map(|(_, title)| title.to_owned()),
            at: whole_minutes(event.at).to_rfc3339_opts(SecondsFormat::AutoSi, false),
            day: event.day.to_string(),
            dev: event.dev.clone(),
            ..Self::default()
        };
        line.telling(event.what.clone())
    }

    /// The line with its kind and what is special to that.
    fn telling(mut self, what: What) -> Self {
        let kind = match what {
            What::Begin { plan, start } => {
                (self.plan, self.start) = (Some(plan), Some(start.to_string()));
                "begin"
            }
            What::Done {
                minutes,
                fingerprint,
                again,
                ..
            } => {
                self.min = minutes.map(|m| m.0);
                self.sum = fingerprint.map(|fingerprint| fingerprint.to_string());
                self.again = again;
                "done"
            }
            What::Skip {
                why,
                fingerprint,
                again,
                ..
            } => {
                self.sum = fingerprint.map(|fingerprint| fingerprint.to_string());
                self.again = again;
                self.why = why;
                "skip"
            }
            What::Note { text, .. } => {
                self.text = Some(text);
                "note"
            }
            What::Undo { of } => {
                self.of = Some(of.iter().map(Uuid::to_string).collect());
                "undo"
            }
            What::Other { kind } => return Self { t: kind, ..self },
            what => return self.telling_of_places(what),
        };
        Self {
            t: kind.to_owned(),
            ..self
        }
    }

    /// The same, of the kinds that put slots elsewhere.
    fn telling_of_places(mut self, what: What) -> Self {
        let kind = match what {
            What::Relinked {
                from,
                was,
                to,
                title,
            } => {
                (self.from, self.was) = (Some(from), Some(was));
                (self.to, self.title) = (Some(to), Some(title));
                "moved"
            }
            What::Off {
                first,
                last,
                why,
                cancel,
            } => {
                (self.from, self.to) = (Some(first.to_string()), Some(last.to_string()));
                (self.why, self.cancel) = (why, cancel);
                "off"
            }
            What::Move { to, .. } => {
                self.to = Some(to.date.to_string());
                self.until = (to.last != to.date).then(|| to.last.to_string());
                self.time = to.time.map(|time| time.to_string());
                "move"
            }
            What::Shift { from, weeks } => {
                (self.from, self.weeks) = (Some(from), Some(weeks));
                "shift"
            }
            What::Recover { way } => {
                self.way = Some(way);
                "recover"
            }
            _ => "",
        };
        Self {
            t: kind.to_owned(),
            ..self
        }
    }
}

/// The same instant with its offset cut to whole minutes: RFC 3339 has no seconds there, and
/// rounding the offset alone would shift the instant.
fn whole_minutes(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let seconds = at.offset().local_minus_utc();
    FixedOffset::east_opt(seconds - seconds % 60).map_or(at, |offset| at.with_timezone(&offset))
}
