//! `plan schema`

use super::meaning;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::render::json;
use crate::text::Run;

const EXAMPLES: &str = "\
Examples:
  plan schema > plan.schema.json
  plan schema today              of what `plan today --json` prints

Editors complete and check a plan file that begins with this line:
  # yaml-language-server: $schema=plan.schema.json";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A verb with a JSON answer, such as `today` (default: the schema of plan files)
    #[arg(value_name = "VERB")]
    verb: Option<String>,
}

/// Prints the schema of plan files, made from the keys that the parser knows, or that of an answer.
///
/// # Errors
/// `Usage` for anything but a verb with a JSON answer.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let Some(verb) = &args.verb else {
        ctx.json_text(&json::schema());
        return Ok(());
    };
    let Some(schema) = json::answer_schema(verb) else {
        return Err(no_answer(verb));
    };
    ctx.json_text(&schema);
    Ok(())
}

fn no_answer(name: &str) -> Error {
    let mut error = Error::usage(Run::NoAnswer { name: name.into() });
    if let Some(name) = meaning::nearest(name, json::verbs()) {
        error = error.hint(Run::NearestAnswer { name });
    }
    let verbs = json::verbs().collect();
    error.hint(Run::Answers { verbs })
}
