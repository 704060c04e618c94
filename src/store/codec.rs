//! A journal line: an [`Event`] as JSON. Decoding accepts any bytes and salvages what it can.

mod decode;
mod line;

use serde::de::IgnoredAny;
use serde_json::error::Category;

use self::line::{Frame, Line};
use crate::error::{Error, Result};
use crate::escape;
use crate::progress::{Event, What};
use crate::text::{FreeText, Journal, JournalHint, LineFault};

/// The longest line that is written, in bytes, including its newline.
pub(crate) const LINE_LIMIT: usize = 4096;

/// The greatest Lamport number that is accepted: 2^53, up to which every JSON parser is exact.
pub(crate) const MAX_N: u64 = 1 << 53;

/// The version of the format that is written.
pub(crate) const VERSION: u64 = 1;

/// How a line of this version begins. Inside a JSON string the quotes would be escaped, so an
/// object begins wherever these bytes occur: reading resumes there.
const START: &[u8] = br#"{"v":"#;

/// The content of one line of the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// The events, in their order on the line.
    pub(crate) events: Vec<Event>,
    /// What could not be read, and why.
    pub(crate) faults: Vec<LineFault>,
    /// Whether some of it was written by a newer version of the program.
    pub(crate) newer: bool,
}

/// The event as one line with its newline, at most [`LINE_LIMIT`] bytes, safe to `cat`.
///
/// # Errors
/// `Usage` if the line would be longer, or would not be read back as the same event (minutes out
/// of range, a year past 9999, a Lamport number above [`MAX_N`]).
pub(crate) fn encode(event: &Event) -> Result<String> {
    let line = canonical(event);
    if line.len() > LINE_LIMIT {
        return Err(too_long(event, line.len()));
    }
    // What is confirmed must be readable.
    let back = decode_line(line.as_bytes());
    if back.events.as_slice() != std::slice::from_ref(event) {
        let fault = back.faults.into_iter().next();
        return Err(Error::usage(Journal::NotReadableBack { fault }));
    }
    Ok(line)
}

/// The event as a line with its newline, of any length. Events are equal if these are.
pub(super) fn canonical(event: &Event) -> String {
    let json = serde_json::to_string(&Line::of(event)).unwrap_or_default();
    escape::json(&json).into_owned() + "\n"
}

fn too_long(event: &Event, length: usize) -> Error {
    let limit = LINE_LIMIT;
    let (kind, text) = match &event.what {
        What::Note { text, .. } => (FreeText::Note, text),
        What::Skip { why: Some(why), .. } => (FreeText::Reason, why),
        _ => {
            let message = Journal::LineTooLong { length, limit };
            return Error::usage(message).hint(JournalHint::NameFewerSlots);
        }
    };
    let json = serde_json::to_string(text).unwrap_or_default();
    let taken = escape::json(&json).len().saturating_sub(2);
    let message = Journal::FreeTextTooLong {
        kind,
        length: taken,
        fits: limit.saturating_sub(length - taken),
        limit,
    };
    Error::usage(message).hint(JournalHint::ShortenText)
}

/// Reads a line, with or without its newline, and never fails: complete objects become events, the
/// rest becomes faults.
pub(crate) fn decode_line(bytes: &[u8]) -> Decoded {
    let mut found = Decoded::default();
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.contains(&0) {
        found.faults.push(LineFault::NulBytes);
    }
    let bytes = trim(bytes);
    if is_conflict_marker(bytes) {
        found.faults.push(LineFault::ConflictMarker);
    } else if !bytes.is_empty() && !bytes.iter().any(|b| matches!(b, b'{' | b'[')) {
        // Checked first because a file of another kind can have a million such lines.
        found.faults.push(LineFault::StrayText);
    } else if let Some(line) = whole_line(bytes) {
        found.take(&line);
    } else {
        for part in parts(bytes) {
            found.decode_part(part);
        }
    }
    found
}

/// The fields of a line that is one JSON object. Checking the encoding of the whole line first is
/// cheaper than checking that of each string.
fn whole_line(bytes: &[u8]) -> Option<Line<'_>> {
    serde_json::from_str(std::str::from_utf8(bytes).ok()?).ok()
}

impl Decoded {
    /// Decodes the objects at the front of `rest` until one is not valid.
    fn decode_part(&mut self, mut rest: &[u8]) {
        while !rest.is_empty() {
            let mut objects = serde_json::Deserializer::from_slice(rest).into_iter::<IgnoredAny>();
            if rest[0] != b'{' {
                return self.faults.push(LineFault::StrayText);
            }
            if let Some(Err(error)) = objects.next() {
                return self.faults.push(match error.classify() {
                    Category::Eof => LineFault::Incomplete,
                    _ => LineFault::NotJson,
                });
            }
            let (object, more) = rest.split_at(objects.byte_offset());
            self.decode_object(object);
            rest = trim(more);
        }
    }

    fn decode_object(&mut self, object: &[u8]) {
        match serde_json::from_slice::<Line>(object) {
            Ok(line) => self.take(&line),
            // Fields of other types: perhaps an event of a kind, or a version, that is to come.
            Err(error) => {
                let frame = serde_json::from_slice::<Frame>(object);
                match frame.ok().and_then(Frame::into_foreign_line) {
                    Some(line) => self.take(&line),
                    None => self.faults.push(not_an_event(&error)),
                }
            }
        }
    }

    fn take(&mut self, line: &Line) {
        self.newer |= line.v > VERSION;
        match decode::event(line) {
            Ok(event) => self.events.push(event),
            Err(fault) => self.faults.push(fault),
        }
    }
}

fn not_an_event(error: &serde_json::Error) -> LineFault {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or(&reason);
    LineFault::NotAnEvent {
        reason: capped(reason),
    }
}

/// The beginning of a text that may be very long.
fn capped(text: &str) -> String {
    text.chars().take(120).collect()
}

/// Trims white space, and NULs, which a power cut can leave in the place of data.
fn trim(bytes: &[u8]) -> &[u8] {
    let blank = |b: &u8| *b == 0 || b.is_ascii_whitespace();
    let start = bytes.iter().position(|b| !blank(b)).unwrap_or(bytes.len());
    let end = bytes
        .iter()
        .rposition(|b| !blank(b))
        .map_or(start, |i| i + 1);
    &bytes[start..end]
}

fn is_conflict_marker(line: &[u8]) -> bool {
    [b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||"]
        .iter()
        .any(|mark| {
            line.strip_prefix(*mark)
                .is_some_and(|rest| matches!(rest, [] | [b' ', ..]))
        })
}

/// Splits the line before each [`START`], so that an incomplete object spoils no complete one.
fn parts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut cuts: Vec<usize> = bytes
        .windows(START.len())
        .enumerate()
        .filter_map(|(at, window)| (window == START).then_some(at))
        .collect();
    cuts.insert(0, 0);
    cuts.push(bytes.len());
    let pieces: Vec<&[u8]> = cuts
        .windows(2)
        .map(|cut| trim(&bytes[cut[0]..cut[1]]))
        .collect();
    pieces.into_iter().filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests;
