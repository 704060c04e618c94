//! The fields of a journal line in the order they are written, and those of an event.

use std::borrow::Cow;
use std::fmt::Display;
use std::ops::Deref;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::{Deserialize, Serialize};

use super::VERSION;
use crate::model::Placement;
use crate::progress::{Event, LaidSlot, What};

/// A JSON string, borrowed from the line if it has no escapes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(#[serde(borrow)] pub(crate) Cow<'a, str>);

impl Text<'_> {
    fn of(value: impl Display) -> Self {
        Self(Cow::Owned(value.to_string()))
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// Every field of every kind of event. Unknown fields are ignored when reading.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is of another kind of event"
)]
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Line<'a> {
    pub(crate) v: u64,
    #[serde(borrow)]
    pub(crate) id: Text<'a>,
    pub(crate) op: Text<'a>,
    pub(crate) n: u64,
    pub(crate) t: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) slot: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) min: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sum: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) again: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) of: Option<Vec<Text<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) was: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) was_sum: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) time: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) part: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hours: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) whole: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lay: Option<Vec<Text<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) keep: Option<Vec<Text<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) weeks: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) way: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) cancel: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) start: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) afresh: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) plan: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) covers: Option<Vec<Text<'a>>>,
    pub(crate) at: Text<'a>,
    pub(crate) day: Text<'a>,
    pub(crate) dev: Text<'a>,
}

/// The fields that all kinds of events share, and all that is kept of an unknown kind.
#[derive(Debug, Deserialize)]
pub(super) struct Frame<'a> {
    v: u64,
    #[serde(borrow)]
    id: Text<'a>,
    op: Text<'a>,
    n: u64,
    t: Text<'a>,
    at: Text<'a>,
    day: Text<'a>,
    dev: Text<'a>,
}

/// The kinds of events that are understood.
const KNOWN: [&str; 19] = [
    "begin", "done", "sitting", "fit", "skip", "note", "reopen", "unnote", "start", "stop", "undo",
    "moved", "off", "move", "shift", "recover", "add", "event", "due",
];

impl<'a> Frame<'a> {
    /// The line without its other fields, whose types are not ours to judge: its kind or its
    /// version is unknown. `None` if both are known.
    pub(crate) fn into_foreign_line(self) -> Option<Line<'a>> {
        if self.v <= VERSION && KNOWN.contains(&&*self.t) {
            return None;
        }
        Some(Line {
            v: self.v,
            id: self.id,
            op: self.op,
            n: self.n,
            t: self.t,
            at: self.at,
            day: self.day,
            dev: self.dev,
            ..Line::default()
        })
    }
}

impl Line<'_> {
    /// The line of `event`.
    pub(crate) fn of(event: &Event) -> Self {
        let slot = event.slot();
        let mut line = Self {
            v: VERSION,
            id: Text::of(event.id),
            op: Text::of(event.op),
            n: event.n,
            slot: slot.map(|(slot, _)| Text::of(slot)),
            title: slot.map(|(_, title)| Text::of(title)),
            sum: event.what.fingerprint().map(Text::of),
            at: Text::of(whole_minutes(event.at).to_rfc3339_opts(SecondsFormat::AutoSi, false)),
            day: Text::of(event.day),
            dev: Text::of(&event.dev),
            ..Self::default()
        };
        line.t = Text::of(line.set_what(&event.what));
        line
    }

    /// Sets the fields that only this kind of event has, and returns the name of the kind.
    fn set_what<'w>(&mut self, what: &'w What) -> &'w str {
        match what {
            What::Done { minutes, again, .. } | What::Sitting { minutes, again, .. } => {
                (self.min, self.again) = (minutes.map(|minutes| minutes.0), *again);
                let What::Sitting { part, .. } = what else {
                    return "done";
                };
                self.part = Some(Text::of(part));
                "sitting"
            }
            What::Skip { why, again, .. } => {
                (self.why, self.again) = (why.as_ref().map(Text::of), *again);
                "skip"
            }
            What::Note { text, .. } => {
                self.text = Some(Text::of(text));
                "note"
            }
            What::Reopen { .. } => "reopen",
            What::Unnote { of, .. } => {
                self.of = Some(vec![Text::of(of)]);
                "unnote"
            }
            What::Undo { of } => {
                self.of = Some(of.iter().map(Text::of).collect());
                "undo"
            }
            What::Relinked {
                from,
                was,
                was_sum,
                to,
                title,
                ..
            } => {
                (self.from, self.was) = (Some(Text::of(from)), Some(Text::of(was)));
                self.was_sum = was_sum.map(Text::of);
                (self.to, self.title) = (Some(Text::of(to)), Some(Text::of(title)));
                "moved"
            }
            What::Add(slot) => {
                (self.date, self.time) = (Some(Text::of(slot.date)), slot.time.map(Text::of));
                self.min = slot.duration.map(|minutes| minutes.0);
                "add"
            }
            What::Start { .. } | What::Stop { .. } => self.set_timer(what),
            What::Other { kind } => kind,
            what => self.set_calendar_change(what),
        }
    }

    /// The same for timers.
    fn set_timer(&mut self, what: &What) -> &'static str {
        if let What::Stop { of, .. } = what {
            self.of = Some(vec![Text::of(of)]);
            return "stop";
        }
        if let What::Start { part, .. } = what {
            self.part = part.map(Text::of);
        }
        "start"
    }

    /// The same for the kinds that change the calendar.
    fn set_calendar_change(&mut self, what: &What) -> &'static str {
        match what {
            What::Begin {
                plan,
                start,
                afresh,
            } => {
                self.afresh = *afresh;
                (self.plan, self.start) = (Some(Text::of(plan)), Some(Text::of(start)));
                "begin"
            }
            What::Off {
                first,
                last,
                why,
                cancel,
                source,
            } => {
                (self.from, self.to) = (Some(Text::of(first)), Some(Text::of(last)));
                (self.why, self.cancel) = (why.as_ref().map(Text::of), *cancel);
                self.source = source.as_ref().map(Text::of);
                "off"
            }
            What::Move { to, part, .. } => {
                self.part = part.map(Text::of);
                let Placement { date, last, time } = to;
                self.to = Some(Text::of(date));
                self.until = (last != date).then(|| Text::of(last));
                self.time = time.map(Text::of);
                "move"
            }
            What::Shift { from, weeks } => {
                (self.from, self.weeks) = (Some(Text::of(from)), Some(*weeks));
                "shift"
            }
            What::Fit { terms, laid, kept } => {
                self.hours = Some(Text::of(&terms.hours));
                (self.by, self.whole) = (terms.by.map(Text::of), terms.whole);
                let texts = |laid: &[LaidSlot]| laid.iter().map(Text::of).collect();
                self.lay = Some(texts(laid));
                self.keep = (!kept.is_empty()).then(|| texts(kept));
                "fit"
            }
            What::Recover { way } => {
                self.way = Some(Text::of(way));
                "recover"
            }
            what => self.set_fixed_date(what),
        }
    }

    /// The same for events on fixed dates and due dates.
    fn set_fixed_date(&mut self, what: &What) -> &'static str {
        match what {
            What::FixedEvent { event } => {
                (self.kind, self.name) =
                    (Some(Text::of(event.kind.name())), Some(Text::of(&event.id)));
                (self.title, self.date) =
                    (Some(Text::of(&event.title)), Some(Text::of(event.date)));
                self.time = event.time.map(Text::of);
                let covers = event.covers.iter().map(Text::of);
                self.covers = (!event.covers.is_empty()).then(|| covers.collect());
                "event"
            }
            What::Due {
                of,
                name,
                title,
                date,
                time,
            } => {
                (self.kind, self.name) = (Some(Text::of(of.name())), Some(Text::of(name)));
                (self.title, self.date) = (Some(Text::of(title)), date.map(Text::of));
                self.time = time.map(Text::of);
                "due"
            }
            _ => "",
        }
    }
}

/// The same instant with its offset cut to whole minutes: RFC 3339 has no seconds there, and
/// rounding the offset alone would shift the instant.
fn whole_minutes(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let seconds = at.offset().local_minus_utc();
    FixedOffset::east_opt(seconds - seconds % 60).map_or(at, |offset| at.with_timezone(&offset))
}
