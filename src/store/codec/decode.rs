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
        day: date("day", &line.day)?,
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
    let t = line.t;
    let need = |name, field: Option<Text>| match field {
        Some(field) => Ok(field.into_owned()),
        None => Err(missing(&t, name)),
    };
    // An invalid fingerprint is ignored.
    let fingerprint = line
        .sum
        .as_ref()
        .and_then(|sum| Fingerprint::parse(sum.as_str()));
    Ok(match t.as_str() {
        "begin" => What::Begin {
            plan: need("plan", line.plan)?,
            start: date("start", &need("start", line.start)?.into())?,
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
            let of = line.of.ok_or_else(|| missing(&t, "of"))?;
            let of = of.iter().map(|id| uuid("of", id)).collect::<Result<_, _>>();
            What::Undo { of: of? }
        }
        "moved" => What::Relinked {
            from: need("from", line.from)?,
            was: need("was", line.was)?,
            to: need("to", line.to)?,
            title: need("title", line.title)?,
        },
        _ => return calendar_change(Line { t, ..line }),
    })
}

/// The kinds that change the calendar.
fn calendar_change(line: Line) -> Result<What, LineFault> {
    let t = line.t;
    let need = |name, field: Option<Text>| match field {
        Some(field) => Ok(field.into_owned()),
        None => Err(missing(&t, name)),
    };
    Ok(match t.as_str() {
        "off" => {
            let first = date("from", &need("from", line.from)?.into())?;
            let last = date("to", &need("to", line.to)?.into())?;
            if last < first {
                let kind = "off";
                return Err(LineFault::EndsBeforeStart { kind, first, last });
            }
            What::Off {
                first,
                last,
                why: line.why.map(Text::into_owned),
                cancel: line.cancel,
            }
        }
        "move" => What::Move {
            slot: need("slot", line.slot)?,
            title: need("title", line.title)?,
            to: placement(
                &need("to", line.to)?.into(),
                line.until.as_ref(),
                line.time.as_ref(),
            )?,
        },
        "shift" => What::Shift {
            from: need("from", line.from)?,
            weeks: line.weeks.ok_or_else(|| missing(&t, "weeks"))?,
        },
        "recover" => What::Recover {
            way: need("way", line.way)?,
        },
        _ => What::Other {
            kind: t.into_owned(),
        },
    })
}

fn uuid(name: &'static str, text: &Text) -> Result<Uuid, LineFault> {
    let text = text.as_str();
    Uuid::try_parse(text).map_err(|_| invalid(name, text))
}

/// Only `YYYY-MM-DD`: chrono alone would accept `2026-1-2` and signs as well.
fn date(name: &'static str, text: &Text) -> Result<NaiveDate, LineFault> {
    let text = text.as_str();
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

fn placement(to: &Text, until: Option<&Text>, time: Option<&Text>) -> Result<Placement, LineFault> {
    let first = date("to", to)?;
    let last = until.map_or(Ok(first), |until| date("until", until))?;
    if last < first {
        let kind = "move";
        return Err(LineFault::EndsBeforeStart { kind, first, last });
    }
    Ok(Placement {
        date: first,
        last,
        time: time.map(|time| window(time.as_str())).transpose()?,
    })
}

fn window(text: &str) -> Result<Window, LineFault> {
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
