//! `plan note`

use super::done;
use super::output::Output;
use super::record::record;
use super::target::Targets;
use crate::context::Ctx;
use crate::error::{Error, Result};

const EXAMPLES: &str = r#"Example:
  plan note 2 "ask about the temperature""#;

/// Keep a remark with a slot
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A slot: 2, 10:45, d08-1045, d8.2, or part of a title
    #[arg(value_name = "TARGET")]
    target: String,
    /// The remark
    #[arg(required = true, value_name = "TEXT", allow_hyphen_values = true)]
    text: Vec<String>,
    /// The day that numbers and times are of: yesterday, mon, -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// `Usage` where the target names nothing, or more than one slot; what recording gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let (when, date) = done::when(ctx, None, args.date.as_deref())?;
    let text = args.text.join(" ");
    if text.trim().is_empty() {
        return Err(Error::usage("the remark is empty").hint("write it behind the target"));
    }
    let outcome = record(ctx, when, |study, _, _| {
        let things = Targets::on(study, date).things(std::slice::from_ref(&args.target))?;
        let [thing] = things.as_slice() else {
            let message = format!("a remark goes to one slot; that names {}", things.len());
            return Err(Error::usage(message).hint("name it by its number or id"));
        };
        Ok((vec![done::note(thing, &text)], date))
    })?;
    done::show(ctx, &args.output, &outcome);
    Ok(())
}
