//! From a line to the event that it tells, or why there is none.

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::super::{MAX_N, VERSION};
use super::Line;
use crate::model::{Minutes, Window};
use crate::progress::{Event, Fingerprint, Placement, What};

impl Line {
    /// The event, or why there is none.
    pub(in super::super) fn into_event(mut self) -> Result<Event, String> {
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
        let fingerprint = self.sum.as_deref().and_then(Fingerprint::parse);
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
                fingerprint,
                again: self.again,
            },
            "skip" => What::Skip {
                slot: need("slot", self.slot)?,
                title: need("title", self.title)?,
                why: self.why,
                fingerprint,
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
            "moved" => What::Relinked {
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
                to: placement(
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

fn placement(to: &str, until: Option<&str>, time: Option<&str>) -> Result<Placement, String> {
    let first = date("to", to)?;
    let last = until.map_or(Ok(first), |until| date("until", until))?;
    if last < first {
        return Err(format!(
            "`move` ends on {last}, before it begins on {first}"
        ));
    }
    Ok(Placement {
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
