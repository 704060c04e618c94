//! From the fields of a line to its event.

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::line::{Line, Text};
use super::{MAX_N, VERSION, capped};
use crate::model::{Minutes, Window};
use crate::progress::{Event, Fingerprint, Placement, What};
use crate::text::LineFault;

/// The event of a line.
///
/// # Errors
/// Why the line has none.
pub(super) fn event(line: Line) -> Result<Event, LineFault> {
    if line.v == 0 {
        return Err(invalid("v", "0"));
    }
    if line.n > MAX_N {
        return Err(invalid("n", &line.n.to_string()));
    }
    Ok(Event {
        id: uuid("id", &line.id)?,
        op: uuid("op", &line.op)?,
        n: line.n,
        at: DateTime::parse_from_rfc3339(line.at.as_str())
            .map_err(|_| invalid("at", line.at.as_str()))?,
        day: date("day", line.day.as_str())?,
        dev: line.dev.as_str().to_owned(),
        what: known_or_newer(line)?,
    })
}

/// What happened. An event of a newer version that lacks the fields its kind has in this version
/// counts as one of an unknown kind.
fn known_or_newer(line: Line) -> Result<What, LineFault> {
    let (v, kind) = (line.v, line.t.clone());
    match what(line) {
        Err(_) if v > VERSION => Ok(What::Other {
            kind: kind.into_owned(),
        }),
        what => what,
    }
}

fn what(line: Line) -> Result<What, LineFault> {
    let kind = line.t.clone();
    let need = |name, field: Option<Text>| need(&kind, name, field);
    // An invalid fingerprint is ignored.
    let fingerprint = line.sum.as_ref();
    let fingerprint = fingerprint.and_then(|sum| Fingerprint::parse(sum.as_str()));
    Ok(match kind.as_str() {
        "begin" => What::Begin {
            plan: need("plan", line.plan)?,
            start: date("start", &need("start", line.start)?)?,
        },
        "done" => What::Done {
            slot: need("slot", line.slot)?,
            title: need("title", line.title)?,
            minutes: line.min.map(minutes).transpose()?,
            fingerprint,
            again: line.again,
        },
        "skip" => What::Skip {
            slot: need("slot", line.slot)?,
            title: need("title", line.title)?,
            why: line.why.map(Text::into_owned),
            fingerprint,
            again: line.again,
        },
        "note" => What::Note {
            slot: need("slot", line.slot)?,
            title: need("title", line.title)?,
            text: need("text", line.text)?,
        },
        "undo" => {
            let of = line.of.ok_or_else(|| missing(&kind, "of"))?;
            let of = of.iter().map(|id| uuid("of", id)).collect::<Result<_, _>>();
            What::Undo { of: of? }
        }
        "moved" => What::Relinked {
            from: need("from", line.from)?,
            was: need("was", line.was)?,
            to: need("to", line.to)?,
            title: need("title", line.title)?,
        },
        _ => return calendar_change(line),
    })
}

/// The kinds that change the calendar.
fn calendar_change(line: Line) -> Result<What, LineFault> {
    let kind = line.t;
    let need = |name, field: Option<Text>| need(&kind, name, field);
    Ok(match kind.as_str() {
        "off" => {
            let (from, to) = (need("from", line.from)?, need("to", line.to)?);
            let (first, last) = dates("off", ("from", &from), ("to", &to))?;
            What::Off {
                first,
                last,
                why: line.why.map(Text::into_owned),
                cancel: line.cancel,
            }
        }
        "move" => {
            let (slot, title) = (need("slot", line.slot)?, need("title", line.title)?);
            let to = need("to", line.to)?;
            let until = line.until.as_ref().map_or(to.as_str(), Text::as_str);
            let (date, last) = dates("move", ("to", &to), ("until", until))?;
            let time = line.time.as_ref().map(window).transpose()?;
            let to = Placement { date, last, time };
            What::Move { slot, title, to }
        }
        "shift" => What::Shift {
            from: need("from", line.from)?,
            weeks: line.weeks.ok_or_else(|| missing(&kind, "weeks"))?,
        },
        "recover" => What::Recover {
            way: need("way", line.way)?,
        },
        _ => What::Other {
            kind: kind.into_owned(),
        },
    })
}

fn need(kind: &Text, name: &'static str, field: Option<Text>) -> Result<String, LineFault> {
    let text = field.map(Text::into_owned);
    text.ok_or_else(|| missing(kind, name))
}

fn uuid(name: &'static str, text: &Text) -> Result<Uuid, LineFault> {
    let text = text.as_str();
    Uuid::try_parse(text).map_err(|_| invalid(name, text))
}

/// A first date and a last one that is not before it, each from the field with its name.
fn dates(
    kind: &'static str,
    first: (&'static str, &str),
    last: (&'static str, &str),
) -> Result<(NaiveDate, NaiveDate), LineFault> {
    let (first, last) = (date(first.0, first.1)?, date(last.0, last.1)?);
    if last < first {
        return Err(LineFault::EndsBeforeStart { kind, first, last });
    }
    Ok((first, last))
}

/// Only `YYYY-MM-DD`: chrono alone would accept `2026-1-2` and signs as well.
fn date(name: &'static str, text: &str) -> Result<NaiveDate, LineFault> {
    let parsed = text
        .as_bytes()
        .first_chunk::<10>()
        .filter(|_| text.len() == 10)
        .and_then(plain_date);
    parsed.ok_or_else(|| invalid(name, text))
}

fn plain_date(bytes: &[u8; 10]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *bytes else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
            Some(number * 10 + digit)
        })
    };
    let year = number(&[y1, y2, y3, y4])?.cast_signed();
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

fn window(text: &Text) -> Result<Window, LineFault> {
    let text = text.as_str();
    Window::parse(text).ok_or_else(|| invalid("time", text))
}

fn minutes(min: u32) -> Result<Minutes, LineFault> {
    let minutes = Minutes(min);
    (Minutes(1)..=Minutes::DAY)
        .contains(&minutes)
        .then_some(minutes)
        .ok_or_else(|| invalid("min", &min.to_string()))
}

fn invalid(field: &'static str, value: &str) -> LineFault {
    LineFault::InvalidValue {
        field,
        value: capped(value),
    }
}

fn missing(kind: &Text, field: &'static str) -> LineFault {
    LineFault::MissingField {
        kind: kind.as_str().to_owned(),
        field,
    }
}
