//! `plan note`

use super::marks;
use super::output::Output;
use super::record::record;
use super::target::Targets;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::text::{Recording, RecordingHint};

const EXAMPLES: &str = r#"Examples:
  plan note 2 "ask about the temperature"
  plan note 2 -- "-1 is the right sign"       a note that begins with a dash"#;

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A slot: 2, 10:45, d08-1045, d8.2, or part of a title
    #[arg(value_name = "TARGET")]
    target: String,
    /// The note
    #[arg(required = true, value_name = "TEXT", value_parser = text)]
    text: Vec<String>,
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

/// Records a note on the one slot that the target names.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let (when, date) = marks::when(ctx, None, args.date.as_deref())?;
    let text = args.text.join(" ");
    let outcome = record(ctx, when, |study, _, _| {
        let things = Targets::on(study, date).noted(&args.target)?;
        let [thing] = things.as_slice() else {
            let message = Recording::NoteNeedsOneSlot(things.len());
            return Err(Error::usage(message).hint(RecordingHint::NameOneSlot));
        };
        Ok((vec![marks::note(thing, &text)], date))
    })?;
    marks::show(ctx, &args.output, &outcome);
    Ok(())
}
