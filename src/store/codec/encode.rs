//! From an event to the fields of its line.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use uuid::Uuid;

use super::VERSION;
use super::line::{Line, Text};
use crate::progress::{Event, Fingerprint, Placement, What};

impl<'a> Line<'a> {
    /// The line of `event`.
    pub(crate) fn of(event: &'a Event) -> Self {
        let named = event.slot();
        let mut line = Self {
            v: VERSION,
            id: event.id.to_string().into(),
            op: event.op.to_string().into(),
            n: event.n,
            slot: named.map(|(slot, _)| slot.into()),
            title: named.map(|(_, title)| title.into()),
            at: whole_minutes(event.at)
                .to_rfc3339_opts(SecondsFormat::AutoSi, false)
                .into(),
            day: event.day.to_string().into(),
            dev: event.dev.as_str().into(),
            ..Self::default()
        };
        line.t = line.set_what(&event.what).into();
        line
    }

    /// Sets the fields that only this kind of event has, and returns the name of the kind.
    fn set_what(&mut self, what: &'a What) -> &'a str {
        match what {
            What::Begin { plan, start } => {
                (self.plan, self.start) = (text(plan), day(*start));
                "begin"
            }
            What::Done {
                minutes,
                fingerprint,
                again,
                ..
            } => {
                self.min = minutes.map(|minutes| minutes.0);
                self.set_mark(*fingerprint, *again);
                "done"
            }
            What::Skip {
                why,
                fingerprint,
                again,
                ..
            } => {
                self.set_mark(*fingerprint, *again);
                self.why = why.as_deref().and_then(text);
                "skip"
            }
            What::Note { text: note, .. } => {
                self.text = text(note);
                "note"
            }
            What::Undo { of } => {
                self.of = Some(of.iter().map(|id| Uuid::to_string(id).into()).collect());
                "undo"
            }
            What::Relinked {
                from,
                was,
                to,
                title,
            } => {
                (self.from, self.was) = (text(from), text(was));
                (self.to, self.title) = (text(to), text(title));
                "moved"
            }
            What::Other { kind } => kind,
            what => self.set_calendar_change(what),
        }
    }

    fn set_mark(&mut self, sum: Option<Fingerprint>, again: bool) {
        self.sum = sum.map(|sum| sum.to_string().into());
        self.again = again;
    }

    /// The same for the kinds that change the calendar.
    fn set_calendar_change(&mut self, what: &'a What) -> &'static str {
        match what {
            What::Off {
                first,
                last,
                why,
                cancel,
            } => {
                (self.from, self.to) = (day(*first), day(*last));
                (self.why, self.cancel) = (why.as_deref().and_then(text), *cancel);
                "off"
            }
            What::Move { to, .. } => {
                let Placement { date, last, time } = *to;
                self.to = day(date);
                self.until = day(last).filter(|_| last != date);
                self.time = time.map(|time| time.to_string().into());
                "move"
            }
            What::Shift { from, weeks } => {
                (self.from, self.weeks) = (text(from), Some(*weeks));
                "shift"
            }
            What::Recover { way } => {
                self.way = text(way);
                "recover"
            }
            _ => "",
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the fields are optional")]
fn text(text: &str) -> Option<Text<'_>> {
    Some(text.into())
}

#[expect(clippy::unnecessary_wraps, reason = "the fields are optional")]
fn day(date: NaiveDate) -> Option<Text<'static>> {
    Some(date.to_string().into())
}

/// The same instant with its offset cut to whole minutes: RFC 3339 has no seconds there, and
/// rounding the offset alone would shift the instant.
fn whole_minutes(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let seconds = at.offset().local_minus_utc();
    FixedOffset::east_opt(seconds - seconds % 60).map_or(at, |offset| at.with_timezone(&offset))
}
