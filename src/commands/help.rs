//! `plan help`

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

/// Shows a topic in the pager, the help of a verb, or the help of `command` as a whole.
pub(crate) fn run(args: &Args, ctx: &mut Ctx, mut command: clap::Command) -> Result<()> {
    let name = args.name.as_deref();
    if let Some((_, text)) = guide::TOPICS.iter().find(|(topic, _)| Some(*topic) == name) {
        let text = guide::readable(text, ctx.style.width);
        ctx.page(&text);
        return Ok(());
    }
    if let Some(unknown) = name.filter(|name| command.find_subcommand(name).is_none()) {
        return Err(no_help(unknown, &command));
    }
    let asked = std::iter::once("plan").chain(name).chain(["--help"]);
    if let Err(help) = command.try_get_matches_from_mut(asked) {
        let help = help.render();
        ctx.out += &if ctx.style.color {
            help.ansi().to_string()
        } else {
            help.to_string()
        };
    }
    Ok(())
}

fn no_help(name: &str, command: &clap::Command) -> Error {
    let verbs = command.get_subcommands().map(clap::Command::get_name);
    let topics = guide::TOPICS.map(|(topic, _)| topic);
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
