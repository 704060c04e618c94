//! From the fields of a line to its event.

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::line::{Line, Text};
use super::{MAX_N, VERSION, capped};
use crate::model::{
    AddedSlot, Cover, EventKind, FixedEvent, Hours, Minutes, Placement, SlotId, Stretch, Window,
    parse_date,
};
use crate::progress::{DueKind, Event, Fingerprint, FitTerms, LaidSlot, What};
use crate::text::LineFault;

/// The event of a line.
///
/// # Errors
/// Why the line has none.
pub(super) fn event(line: &Line) -> Result<Event, LineFault> {
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
        at: DateTime::parse_from_rfc3339(&line.at).map_err(|_| invalid("at", &line.at))?,
        day: date("day", &line.day)?,
        dev: line.dev.to_string(),
        what: match what(line) {
            // In a newer version, its kind may have other fields than in this one.
            Err(_) if line.v > VERSION => other(line),
            what => what?,
        },
    })
}

fn what(line: &Line) -> Result<What, LineFault> {
    let text = |name, field| line.need(name, field).map(str::to_owned);
    let fingerprint = fingerprint(line.sum.as_ref());
    Ok(match &*line.t {
        "begin" => What::Begin {
            plan: text("plan", &line.plan)?,
            start: date("start", line.need("start", &line.start)?)?,
            afresh: line.afresh,
        },
        "done" | "sitting" | "skip" | "note" => return mark(line),
        "undo" => What::Undo { of: undone(line)? },
        "moved" => What::Relinked {
            from: text("from", &line.from)?,
            was: text("was", &line.was)?,
            was_sum: self::fingerprint(line.was_sum.as_ref()),
            to: text("to", &line.to)?,
            title: text("title", &line.title)?,
            fingerprint,
        },
        "reopen" | "unnote" => return correction(line),
        "start" | "stop" => return timer(line),
        _ => return calendar_change(line),
    })
}

/// The kinds that say what was done with a slot.
fn mark(line: &Line) -> Result<What, LineFault> {
    let (slot, title) = line.named()?;
    let fingerprint = fingerprint(line.sum.as_ref());
    let minutes = line.min.map(minutes).transpose()?;
    let again = line.again;
    Ok(match &*line.t {
        "done" => What::Done {
            slot,
            title,
            minutes,
            fingerprint,
            again,
        },
        "sitting" => What::Sitting {
            part: stretch(line.need("part", &line.part)?)?,
            slot,
            title,
            minutes,
            fingerprint,
            again,
        },
        "skip" => What::Skip {
            slot,
            title,
            why: line.why(),
            fingerprint,
            again,
        },
        _ => What::Note {
            slot,
            title,
            fingerprint,
            text: line.need("text", &line.text)?.to_owned(),
        },
    })
}

/// The kinds that correct what was recorded.
fn correction(line: &Line) -> Result<What, LineFault> {
    let (slot, title) = line.named()?;
    let fingerprint = fingerprint(line.sum.as_ref());
    if &*line.t == "reopen" {
        return Ok(What::Reopen {
            slot,
            title,
            fingerprint,
        });
    }
    Ok(What::Unnote {
        of: only(line)?,
        slot,
        title,
        fingerprint,
    })
}

/// The kinds of timers.
fn timer(line: &Line) -> Result<What, LineFault> {
    let (slot, title) = line.named()?;
    let fingerprint = fingerprint(line.sum.as_ref());
    if &*line.t == "start" {
        return Ok(What::Start {
            part: line.part.as_deref().map(stretch).transpose()?,
            slot,
            title,
            fingerprint,
        });
    }
    Ok(What::Stop {
        of: only(line)?,
        slot,
        title,
        fingerprint,
    })
}

/// The one event that is corrected or ended.
fn only(line: &Line) -> Result<Uuid, LineFault> {
    let of = undone(line)?.first().copied();
    of.ok_or_else(|| line.missing("of"))
}

fn undone(line: &Line) -> Result<Vec<Uuid>, LineFault> {
    let of = line.of.as_ref().ok_or_else(|| line.missing("of"))?;
    of.iter().map(|id| uuid("of", id)).collect()
}

/// An invalid fingerprint is ignored.
fn fingerprint(sum: Option<&Text>) -> Option<Fingerprint> {
    sum.and_then(|sum| Fingerprint::parse(sum))
}

/// The kinds that change the calendar.
fn calendar_change(line: &Line) -> Result<What, LineFault> {
    Ok(match &*line.t {
        "off" => {
            let (from, to) = (line.need("from", &line.from)?, line.need("to", &line.to)?);
            let (first, last) = dates("off", ("from", from), ("to", to))?;
            What::Off {
                first,
                last,
                why: line.why(),
                cancel: line.cancel,
                source: line.source.as_deref().map(str::to_owned),
            }
        }
        "move" => {
            let (slot, title) = line.named()?;
            let to = placement(line)?;
            What::Move {
                slot,
                title,
                fingerprint: fingerprint(line.sum.as_ref()),
                part: line.part.as_deref().map(stretch).transpose()?,
                to,
            }
        }
        "shift" => {
            let weeks = line.weeks.ok_or_else(|| line.missing("weeks"));
            What::Shift {
                from: line.need("from", &line.from)?.to_owned(),
                weeks: weeks?,
            }
        }
        "add" => added(line)?,
        "fit" => fit(line)?,
        "event" => fixed_event(line)?,
        "due" => due(line)?,
        "recover" => What::Recover {
            way: line.need("way", &line.way)?.to_owned(),
        },
        _ => other(line),
    })
}

fn added(line: &Line) -> Result<What, LineFault> {
    let (slot, title) = line.named()?;
    Ok(What::Add(AddedSlot {
        id: SlotId::new(&slot).ok_or_else(|| invalid("slot", &slot))?,
        title,
        date: date("date", line.need("date", &line.date)?)?,
        time: time(line)?,
        duration: line.min.map(minutes).transpose()?,
    }))
}

fn fit(line: &Line) -> Result<What, LineFault> {
    let hours = line.need("hours", &line.hours)?;
    let terms = FitTerms {
        hours: Hours::parse(hours).map_err(|_| invalid("hours", hours))?,
        by: line.by.as_deref().map(|by| date("by", by)).transpose()?,
        whole: line.whole,
    };
    let read = |texts: &[Text]| {
        let laid = texts.iter();
        let laid = laid.map(|text| LaidSlot::parse(text).ok_or_else(|| invalid("lay", text)));
        laid.collect::<Result<Vec<LaidSlot>, LineFault>>()
    };
    let laid = line.lay.as_ref().ok_or_else(|| line.missing("lay"))?;
    let laid = read(laid)?;
    let kept = read(line.keep.as_deref().unwrap_or_default())?;
    Ok(What::Fit {
        terms: Box::new(terms),
        laid,
        kept,
    })
}

fn fixed_event(line: &Line) -> Result<What, LineFault> {
    let (name, kind) = (
        line.need("name", &line.name)?,
        line.need("kind", &line.kind)?,
    );
    let covers = line.covers.iter().flatten();
    Ok(What::FixedEvent {
        event: FixedEvent {
            id: SlotId::new(name).ok_or_else(|| invalid("name", name))?,
            kind: EventKind::parse(kind).ok_or_else(|| invalid("kind", kind))?,
            title: line.need("title", &line.title)?.to_owned(),
            date: date("date", line.need("date", &line.date)?)?,
            time: time(line)?,
            covers: covers.map(|cover| Cover::parse(cover)).collect(),
        },
    })
}

fn due(line: &Line) -> Result<What, LineFault> {
    let kind = line.need("kind", &line.kind)?;
    Ok(What::Due {
        of: DueKind::parse(kind).ok_or_else(|| invalid("kind", kind))?,
        name: line.need("name", &line.name)?.to_owned(),
        title: line.need("title", &line.title)?.to_owned(),
        date: line
            .date
            .as_deref()
            .map(|text| date("date", text))
            .transpose()?,
        time: time(line)?,
    })
}

fn stretch(text: &str) -> Result<Stretch, LineFault> {
    Stretch::parse(text).ok_or_else(|| invalid("part", text))
}

fn other(line: &Line) -> What {
    let kind = line.t.to_string();
    What::Other { kind }
}

impl Line<'_> {
    /// Id and title of the slot.
    fn named(&self) -> Result<(String, String), LineFault> {
        let slot = self.need("slot", &self.slot)?.to_owned();
        let title = self.need("title", &self.title)?.to_owned();
        Ok((slot, title))
    }

    fn why(&self) -> Option<String> {
        self.why.as_deref().map(str::to_owned)
    }

    /// The text of a field that events of this kind must have.
    #[expect(clippy::ref_option, reason = "the fields are optional")]
    fn need<'f>(&self, name: &'static str, field: &'f Option<Text>) -> Result<&'f str, LineFault> {
        field.as_deref().ok_or_else(|| self.missing(name))
    }

    fn missing(&self, field: &'static str) -> LineFault {
        let kind = self.t.to_string();
        LineFault::MissingField { kind, field }
    }
}

fn placement(line: &Line) -> Result<Placement, LineFault> {
    let to = line.need("to", &line.to)?;
    let until = line.until.as_deref().unwrap_or(to);
    let (date, last) = dates("move", ("to", to), ("until", until))?;
    let time = time(line)?;
    Ok(Placement { date, last, time })
}

fn time(line: &Line) -> Result<Option<Window>, LineFault> {
    let window = |text: &Text| Window::parse(text).ok_or_else(|| invalid("time", text));
    line.time.as_ref().map(window).transpose()
}

fn uuid(name: &'static str, text: &str) -> Result<Uuid, LineFault> {
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

fn date(name: &'static str, text: &str) -> Result<NaiveDate, LineFault> {
    parse_date(text).ok_or_else(|| invalid(name, text))
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
