//! The fields of a journal line, in the order they are written.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{MAX_N, VERSION};
use crate::model::{Minutes, Window};
use crate::progress::{Event, Seat, Sum, What};

/// Every field of every kind of event. Fields it does not know are ignored when reading.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Line {
    pub(super) v: u64,
    id: String,
    op: String,
    n: u64,
    t: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sum: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    again: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    cancel: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    at: String,
    day: String,
    dev: String,
}

/// What all kinds of events share, and all that is kept of a kind that is not known.
#[derive(Debug, Deserialize)]
pub(super) struct Frame {
    v: u64,
    id: String,
    op: String,
    n: u64,
    t: String,
    at: String,
    day: String,
    dev: String,
}

/// The kinds of events that are understood.
const KNOWN: [&str; 10] = [
    "begin", "done", "skip", "note", "undo", "moved", "off", "move", "shift", "recover",
];

impl Frame {
    /// Whether its other fields are none of our business: its kind or its version is not known.
    pub(super) fn is_foreign(&self) -> bool {
        self.v > VERSION || !KNOWN.contains(&self.t.as_str())
    }
}

impl From<Frame> for Line {
    fn from(frame: Frame) -> Self {
        Self {
            v: frame.v,
            id: frame.id,
            op: frame.op,
            n: frame.n,
            t: frame.t,
            at: frame.at,
            day: frame.day,
            dev: frame.dev,
            ..Self::default()
        }
    }
}

impl Line {
    pub(super) fn of(event: &Event) -> Self {
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
                sum,
                again,
                ..
            } => {
                self.min = minutes.map(|m| m.0);
                self.sum = sum.map(|sum| sum.to_string());
                self.again = again;
                "done"
            }
            What::Skip {
                why, sum, again, ..
            } => {
                self.sum = sum.map(|sum| sum.to_string());
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
            What::Moved {
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

    /// The event, or why there is none.
    pub(super) fn into_event(mut self) -> Result<Event, String> {
        if self.v == 0 {
            return Err("`v` is 0".to_owned());
        }
        if self.n > MAX_N {
            return Err("`n` is above 2^53".to_owned());
        }
        Ok(Event {
            id: uuid("id", &self.id)?,
            op: uuid("op", &self.op)?,
            n: self.n,
            at: DateTime::parse_from_rfc3339(&self.at)
                .map_err(|_| format!("`at` is no time: `{}`", self.at))?,
            day: date("day", &self.day)?,
            dev: std::mem::take(&mut self.dev),
            what: self.into_what()?,
        })
    }

    /// What happened. A known kind of a newer version that has not the fields it has here is
    /// taken as a kind that is not known.
    fn into_what(self) -> Result<What, String> {
        let (v, kind) = (self.v, self.t.clone());
        match self.into_known() {
            Err(_) if v > VERSION => Ok(What::Other { kind }),
            what => what,
        }
    }

    fn into_known(self) -> Result<What, String> {
        let t = self.t.clone();
        // One that cannot be read is as good as none.
        let sum = self.sum.as_deref().and_then(Sum::parse);
        let need = |name: &str, field: Option<String>| {
            field.ok_or_else(|| format!("`{t}` without `{name}`"))
        };
        Ok(match t.as_str() {
            "begin" => What::Begin {
                plan: need("plan", self.plan)?,
                start: date("start", &need("start", self.start)?)?,
            },
            "done" => What::Done {
                slot: need("slot", self.slot)?,
                title: need("title", self.title)?,
                minutes: self.min.map(minutes).transpose()?,
                sum,
                again: self.again,
            },
            "skip" => What::Skip {
                slot: need("slot", self.slot)?,
                title: need("title", self.title)?,
                why: self.why,
                sum,
                again: self.again,
            },
            "note" => What::Note {
                slot: need("slot", self.slot)?,
                title: need("title", self.title)?,
                text: need("text", self.text)?,
            },
            "undo" => {
                let of = self.of.ok_or("`undo` without `of`")?;
                What::Undo {
                    of: of
                        .iter()
                        .map(|id| uuid("of", id))
                        .collect::<Result<_, _>>()?,
                }
            }
            "moved" => What::Moved {
                from: need("from", self.from)?,
                was: need("was", self.was)?,
                to: need("to", self.to)?,
                title: need("title", self.title)?,
            },
            "off" | "move" | "shift" | "recover" => return self.into_dates(),
            _ => What::Other { kind: t },
        })
    }

    /// The same, of the kinds that move work about.
    fn into_dates(self) -> Result<What, String> {
        let t = self.t;
        let need = |name: &str, field: Option<String>| {
            field.ok_or_else(|| format!("`{t}` without `{name}`"))
        };
        Ok(match t.as_str() {
            "off" => {
                let first = date("from", &need("from", self.from)?)?;
                let last = date("to", &need("to", self.to)?)?;
                if last < first {
                    return Err(format!("`off` ends on {last}, before it begins on {first}"));
                }
                What::Off {
                    first,
                    last,
                    why: self.why,
                    cancel: self.cancel,
                }
            }
            "move" => What::Move {
                slot: need("slot", self.slot)?,
                title: need("title", self.title)?,
                to: seat(
                    &need("to", self.to)?,
                    self.until.as_deref(),
                    self.time.as_deref(),
                )?,
            },
            "shift" => What::Shift {
                from: need("from", self.from)?,
                weeks: self.weeks.ok_or("`shift` without `weeks`")?,
            },
            "recover" => What::Recover {
                way: need("way", self.way)?,
            },
            _ => What::Other { kind: t },
        })
    }
}

/// The same instant with its offset cut to whole minutes: RFC 3339 has no seconds there, and
/// rounding the offset alone would shift the instant.
fn whole_minutes(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let seconds = at.offset().local_minus_utc();
    FixedOffset::east_opt(seconds - seconds % 60).map_or(at, |offset| at.with_timezone(&offset))
}

fn uuid(name: &str, text: &str) -> Result<Uuid, String> {
    Uuid::try_parse(text).map_err(|_| format!("`{name}` is no UUID: `{text}`"))
}

/// Only `YYYY-MM-DD`: chrono alone would take `2026-1-2` and signs as well.
fn date(name: &str, text: &str) -> Result<NaiveDate, String> {
    text.parse::<NaiveDate>()
        .ok()
        .filter(|date| date.to_string() == text && text.len() == 10)
        .ok_or_else(|| format!("`{name}` is no date: `{text}`"))
}

fn seat(to: &str, until: Option<&str>, time: Option<&str>) -> Result<Seat, String> {
    let first = date("to", to)?;
    let last = until.map_or(Ok(first), |until| date("until", until))?;
    if last < first {
        return Err(format!(
            "`move` ends on {last}, before it begins on {first}"
        ));
    }
    Ok(Seat {
        date: first,
        last,
        time: time.map(window).transpose()?,
    })
}

fn window(text: &str) -> Result<Window, String> {
    Window::parse(text).ok_or_else(|| format!("`time` is no stretch of time: `{text}`"))
}

fn minutes(min: u32) -> Result<Minutes, String> {
    let minutes = Minutes(min);
    (Minutes(1)..=Minutes::DAY)
        .contains(&minutes)
        .then_some(minutes)
        .ok_or_else(|| format!("`min` is {min}, not 1 to 1440"))
}
