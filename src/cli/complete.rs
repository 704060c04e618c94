//! Completion in shells: verbs, flags, and what can be named right now.

use std::ffi::{OsStr, OsString};

use clap::builder::Str;
use clap::{Arg, Command, CommandFactory};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter};
use clap_complete::env::{EnvCompleter, Shells};

use super::Cli;
use crate::commands::completions::{self, Named};
use crate::context::COMPLETING;

/// Completions for a command line, in the format of `shell`; nothing for an unknown one. The shell says
/// where the cursor is, in variables that only it and `clap_complete` know.
pub(crate) fn complete(shell: &OsStr, words: impl IntoIterator<Item = OsString>) -> String {
    let words = words.into_iter().skip_while(|word| word != "--").skip(1);
    let words: Vec<OsString> = words.collect();
    let last = words.last();
    let is_flag = last.is_some_and(|word| word.to_string_lossy().starts_with('-'));
    let mut found = Vec::new();
    if let Some(shell) = shell.to_str().and_then(completer) {
        // It only fails where writing does, and a list in memory takes everything.
        let _ = shell.write_complete(&mut completed(is_flag), words, None, &mut found);
    }
    String::from_utf8_lossy(&found).into_owned()
}

/// The script that makes a shell ask `plan` for completions.
pub(crate) fn registration(shell: &str) -> String {
    let mut script = Vec::new();
    if let Some(shell) = completer(shell) {
        let _ = shell.write_registration(COMPLETING, "plan", "plan", "plan", &mut script);
    }
    String::from_utf8_lossy(&script).into_owned()
}

fn completer(shell: &str) -> Option<&'static dyn EnvCompleter> {
    const SHELLS: Shells<'static> = Shells::builtins();
    SHELLS.completer(shell)
}

/// The command line, with what its arguments can be. Flags are hidden until the word `is_flag`, or they
/// would crowd out targets.
fn completed(is_flag: bool) -> Command {
    let mut command = Cli::command();
    // Arguments of verbs exist only after `build`.
    command.build();
    let verbs: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    for verb in verbs {
        command =
            command.mut_subcommand(verb, |verb| verb.mut_args(|arg| with_values(arg, is_flag)));
    }
    command.mut_args(|arg| with_values(arg, is_flag))
}

fn with_values(arg: Arg, is_flag: bool) -> Arg {
    let is_positional = arg.is_positional();
    let arg = if is_positional {
        arg
    } else {
        arg.hide(!is_flag)
    };
    let names = arg.get_value_names().unwrap_or_default();
    match names.first().map(Str::as_str) {
        Some("TARGET") => arg.add(ArgValueCompleter::new(|typed: &OsStr| {
            candidates(completions::targets(typed))
        })),
        Some("PLAN") => arg.add(ArgValueCompleter::new(|typed: &OsStr| {
            candidates(completions::plans(typed))
        })),
        Some("FILE") => arg.add(ArgValueCompleter::new(PathCompleter::file())),
        Some("DIR") => arg.add(ArgValueCompleter::new(PathCompleter::dir())),
        Some("PATH") => arg.add(ArgValueCompleter::new(PathCompleter::any())),
        _ => arg,
    }
}

fn candidates(found: Vec<Named>) -> Vec<CompletionCandidate> {
    let candidate = |(at, Named { word, title }): (usize, Named)| {
        let help = Some(title).filter(|title| !title.is_empty());
        CompletionCandidate::new(word)
            .help(help.map(Into::into))
            .display_order(Some(at))
    };
    found.into_iter().enumerate().map(candidate).collect()
}
