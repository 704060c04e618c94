//! `plan note`

use super::marks;
use super::of_plan;
use super::output::Output;
use super::record::record;
use super::target::{Targets, Thing};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::{SlotNote, What};
use crate::summary::Study;
use crate::text::{Correction, Recording, RecordingHint};

const EXAMPLES: &str = r#"Examples:
  plan note 2 "ask about the temperature"
  plan note 2 -- "-1 is the right sign"       a note that begins with a dash
  plan note 2 --remove                        remove its only note
  plan note 2 --remove 1                      remove the first of several"#;

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A slot: 2, 10:45, d08-1045, d8.2, or part of a title
    #[arg(value_name = "TARGET")]
    target: String,
    /// The note
    #[arg(required_unless_present = "remove", value_name = "TEXT", value_parser = text)]
    text: Vec<String>,
    /// Remove note N of the slot; without N, its only one
    #[arg(long, value_name = "N", conflicts_with = "text")]
    #[expect(
        clippy::option_option,
        reason = "clap's type for an option with an optional value"
    )]
    remove: Option<Option<usize>>,
    /// The day that slot numbers and times refer to: yesterday, mon, -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// The text of a note, which must not be blank.
///
/// # Errors
/// `Usage` if it is.
pub(super) fn text(text: &str) -> Result<String> {
    if text.trim().is_empty() {
        return Err(Error::usage(Recording::EmptyNote));
    }
    Ok(text.to_owned())
}

/// Records a note on the one slot that the target names, or that one is removed.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let (when, date) = marks::when(ctx, None, args.date.as_deref())?;
    let target = of_plan::enter_one(ctx, &args.target)?;
    let text = args.text.join(" ");
    let outcome = record(ctx, when, |study, _, _| {
        let things = Targets::on(study, date).noted(&target)?;
        let [thing] = things.as_slice() else {
            let message = Recording::NoteNeedsOneSlot(things.len());
            return Err(Error::usage(message).hint(RecordingHint::NameOneSlot));
        };
        let what = match args.remove {
            None => marks::note(thing, &text),
            Some(number) => unnote(study, thing, number)?,
        };
        Ok((vec![what], date))
    })?;
    marks::show(ctx, &args.output, &outcome);
    Ok(())
}

/// The event that removes note `number` of a slot, counted from 1, or without a number its only one.
fn unnote(study: &Study, thing: &Thing, number: Option<usize>) -> Result<What> {
    let mark = study.reconciled.marks.get(thing.id());
    let notes: Vec<&SlotNote> = mark.iter().flat_map(|mark| mark.notes()).collect();
    let found = match (number, notes.as_slice()) {
        (None, [only]) => Some(only),
        (None, _) => None,
        (Some(number), notes) => number.checked_sub(1).and_then(|at| notes.get(at)),
    };
    if let Some(note) = found {
        return Ok(What::Unnote {
            of: note.id(),
            slot: thing.id().to_owned(),
            title: thing.title().to_owned(),
            fingerprint: None,
        });
    }
    if notes.is_empty() {
        return Err(Error::usage(Correction::NoNotes(thing.name())));
    }
    let error = match number {
        None => Error::usage(Correction::SeveralNotes(thing.name())),
        Some(number) => {
            let slot = thing.name();
            Error::usage(Correction::NoSuchNote { number, slot })
        }
    };
    let notes = notes.iter().map(|note| note.text.clone());
    Err(error.hint(Correction::ChooseNote(notes.collect())))
}
