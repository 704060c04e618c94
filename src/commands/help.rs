//! `plan help`

use std::ffi::OsString;

use super::meaning;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::guide;
use crate::text::Run;

const EXAMPLES: &str = "\
Examples:
  plan help             the verbs and the topics
  plan help done        a verb, as `plan done --help`
  plan help plan-file   a topic";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A verb such as `done`, or a topic such as `plan-file`; `plan help` lists both
    #[arg(value_name = "VERB|TOPIC")]
    name: Option<String>,
}

/// Shows a topic in the pager, the help of a verb, or that of `command` as a whole: what `help`
/// gives for these arguments.
pub(crate) fn run(
    args: &Args,
    ctx: &mut Ctx,
    command: &clap::Command,
    help: impl FnOnce(Vec<OsString>) -> Option<String>,
) -> Result<()> {
    let name = args.name.as_deref();
    if let Some(topic) = guide::TOPICS.iter().find(|topic| Some(topic.name) == name) {
        let text = topic.text(ctx.style.locale.language());
        let text = guide::readable(text, ctx.style);
        ctx.page(&text);
        return Ok(());
    }
    if let Some(unknown) = name.filter(|name| command.find_subcommand(name).is_none()) {
        return Err(no_help(unknown, command));
    }
    let asked = std::iter::once("plan").chain(name).chain(["--help"]);
    ctx.out += &help(asked.map(OsString::from).collect()).unwrap_or_default();
    Ok(())
}

fn no_help(name: &str, command: &clap::Command) -> Error {
    let verbs = command.get_subcommands().map(clap::Command::get_name);
    let topics = guide::TOPICS.map(|topic| topic.name);
    let mut error = Error::usage(Run::NoHelp { name: name.into() });
    let commands = meaning::commands(name);
    if !commands.is_empty() {
        error = error.hint(Run::Meant { commands });
    } else if let Some(name) = meaning::nearest(name, verbs.chain(topics)) {
        error = error.hint(Run::NearestHelp { name });
    }
    let topics = topics.to_vec();
    error.hint(Run::HelpTopics { topics })
}
