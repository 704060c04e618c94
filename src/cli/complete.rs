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
    let plan = asked_plan(&words);
    let mut found = Vec::new();
    if let Some(shell) = shell.to_str().and_then(completer) {
        // It only fails where writing does, and a list in memory takes everything.
        let _ = shell.write_complete(
            &mut completed(is_flag, plan.as_deref()),
            words,
            None,
            &mut found,
        );
    }
    String::from_utf8_lossy(&found).into_owned()
}

/// The plan that `--plan` names among the words before the one that is typed.
fn asked_plan(words: &[OsString]) -> Option<String> {
    let before = words.split_last().map_or(&[][..], |(_, before)| before);
    let before: Vec<_> = before.iter().map(|word| word.to_string_lossy()).collect();
    let joined = before
        .iter()
        .filter_map(|word| word.strip_prefix("--plan="));
    let apart = before.windows(2).filter(|pair| pair[0] == "--plan");
    joined
        .chain(apart.map(|pair| &*pair[1]))
        .last()
        .map(str::to_owned)
}

/// The script that makes a shell ask `plan` for completions.
pub(crate) fn registration(shell: &str) -> String {
    let mut script = Vec::new();
    if shell == "bash" {
        // `piano:1` is one word.
        script.extend(b"COMP_WORDBREAKS=${COMP_WORDBREAKS//:/}\n");
    }
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
fn completed(is_flag: bool, plan: Option<&str>) -> Command {
    let mut command = Cli::command();
    // Arguments of verbs exist only after `build`.
    command.build();
    let verbs: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    for verb in verbs {
        let name = verb.clone();
        command = command.mut_subcommand(verb, |verb| {
            verb.mut_args(|arg| with_values(arg, &name, is_flag, plan))
        });
    }
    command.mut_args(|arg| with_values(arg, "", is_flag, plan))
}

/// An argument of a verb, with what it can be in a plan.
fn with_values(arg: Arg, verb: &str, is_flag: bool, plan: Option<&str>) -> Arg {
    let is_positional = arg.is_positional();
    let arg = if is_positional {
        arg
    } else {
        arg.hide(!is_flag)
    };
    let names = arg.get_value_names().unwrap_or_default();
    match names.first().map(Str::as_str) {
        Some("TARGET") => {
            let (plan, is_dated) = (plan.map(str::to_owned), verb == "due");
            arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
                candidates(completions::targets(plan.clone(), typed, is_dated))
            }))
        }
        Some("PLAN") if is_positional => arg.add(ArgValueCompleter::new(|typed: &OsStr| {
            candidates(completions::shipped(typed))
        })),
        Some("PLAN" | "ID") => arg.add(ArgValueCompleter::new(|typed: &OsStr| {
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
