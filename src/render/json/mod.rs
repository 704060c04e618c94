//! The JSON that scripts read, one struct per answer.
//!
//! The fields of these structs, with their names and order, are the contract with scripts. Minutes
//! are whole numbers, dates and times ISO 8601, unknown values `null`; few keys may be absent, and
//! those say so.

#![expect(clippy::struct_field_names, reason = "fields are named as their keys")]

mod answers;
mod check;
mod day;
mod deliverable;
mod event;
mod export;
mod fit;
mod forecast;
mod holidays;
mod import;
mod library;
mod overview;
mod plans;
mod pull;
mod record;
mod recovery;
mod report;
mod schema;
pub(crate) mod show;
mod slot;
mod tally;
mod timer;

use std::io::Write;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

pub(crate) use answers::{answer_schema, verbs};
pub(crate) use check::{check, doctor, plan_diff, plan_name};
pub(crate) use day::{
    merged_next, merged_status, merged_today, merged_week, next, status, today, week,
};
pub(crate) use export::export;
pub(crate) use fit::{fit, hours_in_force};
pub(crate) use forecast::forecast;
pub(crate) use holidays::holidays;
pub(crate) use import::imported;
pub(crate) use library::{milestones, resources, roadmap};
pub(crate) use plans::{chosen, plans};
pub(crate) use pull::pulled;
pub(crate) use record::{begun, log, log_lines, moved, recorded, rested, stepped};
pub(crate) use recovery::{overdue, recovery};
pub(crate) use report::{merged_report, report};
pub(crate) use schema::schema;
pub(crate) use slot::weekday;
pub(crate) use timer::timed;

use crate::escape;
use crate::model::PlanId;
use crate::summary::Study;

/// The version of the answers. Within one, keys and values are added, and nothing else changes.
const SCHEMA_VERSION: u32 = 1;

/// What every answer begins with.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Versioned<A> {
    /// The version of the answers.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: u32,
    /// With `--dry-run`: nothing was recorded. Else absent.
    #[schemars(extend("const" = true))]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
    #[serde(flatten)]
    answer: A,
}

/// `answer` with its version, and whether nothing was recorded.
pub(crate) fn versioned<A>(answer: A, dry_run: bool) -> Versioned<A> {
    Versioned {
        schema_version: SCHEMA_VERSION,
        dry_run,
        answer,
    }
}

/// An answer about a study: the keys that each begins with, then those of the verb.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Answer<'a, B> {
    /// The id of the plan; `null` if there is none, or it cannot be read.
    plan: Option<&'a PlanId>,
    /// The time of the run, in the learner's zone (RFC 3339).
    generated_at: String,
    /// The study day of the run, which begins at `day_starts_at` of the configuration.
    study_date: NaiveDate,
    /// The date of Day 1.
    start: Option<NaiveDate>,
    /// Whether the start is recorded; else it is proposed.
    started: Option<bool>,
    #[serde(flatten)]
    body: B,
}

/// An answer about `study`.
pub(crate) fn answer<B>(study: &Study, generated_at: String, body: B) -> Answer<'_, B> {
    Answer {
        plan: Some(&study.plan.id),
        start: Some(study.calendar.start),
        started: Some(study.started),
        ..without_study(study.today, generated_at, body)
    }
}

/// An answer where plan or journal cannot be read, so that there is no study.
pub(crate) fn without_study<B>(
    study_date: NaiveDate,
    generated_at: String,
    body: B,
) -> Answer<'static, B> {
    Answer {
        plan: None,
        generated_at,
        study_date,
        start: None,
        started: None,
        body,
    }
}

/// The least that a piece of an answer takes, in bytes, unless it is the last.
pub(crate) const PIECE: usize = 64 << 10;

/// Gives `value` as indented JSON, safe to show on a terminal, piece by piece.
///
/// # Errors
/// What `to` gives; nothing more is written then.
pub(crate) fn write(
    value: &impl Serialize,
    to: impl FnMut(&str) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let mut pieces = Pieces {
        piece: Vec::new(),
        to,
    };
    serde_json::to_writer_pretty(&mut pieces, value)?;
    pieces.piece.push(b'\n');
    pieces.flush()
}

/// Passes on what is written once there is enough of it.
struct Pieces<F> {
    piece: Vec<u8>,
    to: F,
}

impl<F: FnMut(&str) -> std::io::Result<()>> Write for Pieces<F> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    /// serde never splits a character between two writes, so a piece is text.
    fn flush(&mut self) -> std::io::Result<()> {
        let text = std::str::from_utf8(&self.piece).map_err(std::io::Error::other)?;
        (self.to)(&escape::json(text))?;
        self.piece.clear();
        Ok(())
    }
}

/// The whole of it.
#[cfg(test)]
pub(crate) fn text(value: &impl Serialize) -> String {
    let mut text = String::new();
    let written = write(value, |piece| {
        text.push_str(piece);
        Ok(())
    });
    assert!(written.is_ok(), "{written:?}");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts with characters that are escaped, and of every length in bytes.
    fn long() -> Vec<String> {
        let texts = (0..20_000).map(|n| format!("{n} 多\u{202e}\u{85}é\n\"{}", "长".repeat(n % 7)));
        texts.collect()
    }

    #[test]
    fn pieces_are_the_whole_text() {
        let value = long();
        let whole = serde_json::to_string_pretty(&value).unwrap() + "\n";
        let mut pieces: Vec<String> = Vec::new();
        let written = write(&value, |piece| {
            pieces.push(piece.to_owned());
            Ok(())
        });
        assert!(written.is_ok());
        assert!(pieces.len() > 10, "{}", pieces.len());
        assert!(pieces.iter().all(|piece| piece.len() < 2 * PIECE));
        assert_eq!(pieces.concat(), escape::json(&whole));
        // The control: without its last piece it is not whole.
        assert_ne!(pieces[..pieces.len() - 1].concat(), escape::json(&whole));
    }

    #[test]
    fn a_reader_that_goes_away_ends_the_answer() {
        let mut taken = 0;
        let written = write(&long(), |_| {
            taken += 1;
            Err(std::io::ErrorKind::BrokenPipe.into())
        });
        assert_eq!(written.unwrap_err().kind(), std::io::ErrorKind::BrokenPipe);
        assert_eq!(taken, 1);
    }
}
