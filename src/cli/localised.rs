//! The command line in a language other than English.

use std::ffi::OsString;

use clap::{Arg, Command, CommandFactory};

use super::Cli;
use crate::text::{HelpWords, Language, VerbHelp};

/// Parses `arguments` with help in `language`. Returns clap's error, which may be a request for help;
/// `None` if they are valid.
pub(crate) fn parse_error(
    language: Language,
    arguments: impl IntoIterator<Item = OsString>,
) -> Option<clap::Error> {
    let mut command = localised(language);
    command.try_get_matches_from_mut(arguments).err()
}

/// The help that clap gives, with colours where wanted.
pub(crate) fn help_text(asked: &clap::Error, language: Language, color: bool) -> String {
    let text = asked.render();
    let text = if color {
        text.ansi().to_string()
    } else {
        text.to_string()
    };
    let Some((words, _)) = language.help() else {
        return text;
    };
    let headings = words.headings.iter();
    headings.fold(text, |text, (heading, translated)| {
        text.replace(heading, translated)
    })
}

/// The command line with its help in `language`.
pub(super) fn localised(language: Language) -> Command {
    let mut command = Cli::command();
    let Some((words, verbs)) = language.help() else {
        return command;
    };
    // Global and subcommand arguments exist only after `build`.
    command.build();
    let Some(program) = verbs.iter().find(|help| help.verb == "plan") else {
        return command;
    };
    let mut command = translated(command, words, &[program]);
    for verb in verbs.iter().filter(|help| help.verb != program.verb) {
        let help = [*verb, *program];
        command = command.mut_subcommand(verb.verb, |sub| translated(sub, words, &help));
    }
    command
}

/// Translates a command with `help[0]`; arguments missing there use `help[1]`.
fn translated(command: Command, words: &HelpWords, help: &[&VerbHelp]) -> Command {
    let Some(first) = help.first() else {
        return command;
    };
    let known = || help.iter().flat_map(|help| help.arguments);
    command
        .mut_args(|arg| translated_argument(arg, words, known()))
        .about(first.about)
        .after_help(first.examples)
        .help_template(words.template)
}

fn translated_argument(
    arg: Arg,
    words: &HelpWords,
    mut known: impl Iterator<Item = &'static (&'static str, &'static str)>,
) -> Arg {
    let text = match arg.get_id().as_str() {
        "help" => Some(words.help),
        "version" => Some(words.version),
        id => known.find(|(known, _)| *known == id).map(|(_, text)| *text),
    };
    let name = arg.get_value_names().and_then(|names| names.first());
    let name = name.and_then(|name| {
        let found = words
            .values
            .iter()
            .find(|(known, _)| *known == name.as_str());
        found.map(|(_, translated)| *translated)
    });
    let mut arg = arg.hide_default_value(true);
    if let Some(text) = text {
        arg = arg.help(text);
    }
    match name.filter(|_| arg.get_action().takes_values()) {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::Parser;

    use super::*;

    fn chinese() -> Vec<&'static VerbHelp> {
        Language::Chinese.help().expect("has help of its own").1
    }

    #[test]
    fn every_verb_and_every_argument_has_help_in_chinese() {
        let mut command = Cli::command();
        command.build();
        let english: BTreeSet<&str> = std::iter::once("plan")
            .chain(command.get_subcommands().map(Command::get_name))
            .collect();
        let verbs = chinese();
        let translated: BTreeSet<&str> = verbs.iter().map(|help| help.verb).collect();
        assert_eq!(translated, english);
        assert_eq!(verbs.len(), english.len(), "none is there twice");
        let command = localised(Language::Chinese);
        let is_chinese = |text: &str| text.chars().any(|c| ('一'..='鿿').contains(&c));
        for sub in std::iter::once(&command).chain(command.get_subcommands()) {
            for arg in sub.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                let id = arg.get_id();
                assert!(is_chinese(&help), "{} {id}: {help}", sub.get_name());
            }
        }
        // The control: in English they are not.
        let about = Cli::command().get_about().map(ToString::to_string);
        assert!(!is_chinese(&about.expect("is about something")));
    }

    #[test]
    fn help_names_only_existing_arguments() {
        let mut command = Cli::command();
        command.build();
        for help in chinese().iter().filter(|help| help.verb != "plan") {
            let verb = command.find_subcommand(help.verb).expect("a verb");
            let ids: Vec<&str> = verb
                .get_arguments()
                .map(|arg| arg.get_id().as_str())
                .collect();
            for (id, _) in help.arguments {
                assert!(ids.contains(id), "{} {id}", help.verb);
            }
        }
    }

    /// The arguments of an example: up to a run of spaces or a redirection, with quotes taken off.
    fn arguments(line: &str) -> Vec<String> {
        let line = line.split(" > ").next().unwrap_or_default();
        let mut quoted = false;
        let mut words = vec![String::new()];
        let mut previous = ' ';
        for c in line.trim_start().chars() {
            match c {
                '"' => quoted = !quoted,
                ' ' if !quoted && previous == ' ' => break,
                ' ' if !quoted => words.push(String::new()),
                c => words.last_mut().expect("there is one").push(c),
            }
            previous = c;
        }
        words.retain(|word| !word.is_empty());
        words
    }

    /// The examples among the lines of a help.
    fn examples(help: &str) -> Vec<&str> {
        let lines = help.lines();
        lines.filter(|line| line.starts_with("  plan ")).collect()
    }

    #[test]
    fn the_examples_can_be_typed_and_are_as_many_as_in_english() {
        let mut command = Cli::command();
        command.build();
        for help in chinese() {
            let found = examples(help.examples);
            for line in &found {
                let parsed = Cli::try_parse_from(arguments(line));
                assert!(parsed.is_ok(), "{line}: {parsed:?}");
            }
            let verb = command.find_subcommand(help.verb).unwrap_or(&command);
            let english = verb.get_after_help().map(ToString::to_string);
            let english = english.unwrap_or_default();
            assert_eq!(found.len(), examples(&english).len(), "{}", help.verb);
        }
        // The control.
        assert!(Cli::try_parse_from(arguments("  plan doen 2     typed wrong")).is_err());
    }
}
