//! What clap says about a command line, as an error with hints.

use std::error::Error as _;
use std::ffi::OsString;
use std::num::{IntErrorKind, ParseIntError};

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Cli;
use crate::commands::meaning;
use crate::error::Error;
use crate::text::{Message, Run, Usage};

/// The error for a command line that clap refuses, with the `words` on it.
pub(crate) fn usage_error(
    refused: &clap::Error,
    words: impl IntoIterator<Item = OsString>,
) -> Error {
    if let Some(name) = context(refused, ContextKind::InvalidSubcommand) {
        return meaning::unknown_verb(&name, &Cli::command());
    }
    let error = Error::usage(message(refused));
    let accepted = all(refused, ContextKind::ValidValue);
    if !accepted.is_empty() {
        return error.hint(Usage::Accepted { values: accepted });
    }
    match context(refused, ContextKind::SuggestedArg) {
        Some(option) => error.hint(Usage::NearestOption { option }),
        None => error.hint(match verb(words) {
            Some(verb) => Run::SeeHelpOf { verb },
            None => Run::SeeHelp,
        }),
    }
}

/// The first of the words that is a verb.
fn verb(words: impl IntoIterator<Item = OsString>) -> Option<String> {
    let program = Cli::command();
    let takes_value = |word: &OsString| {
        let name = word.to_str().and_then(|word| word.strip_prefix("--"));
        let mut options = program.get_arguments();
        name.is_some()
            && options.any(|one| one.get_long() == name && one.get_action().takes_values())
    };
    let mut words = words.into_iter().skip(1);
    while let Some(word) = words.next() {
        if takes_value(&word) {
            words.next();
        } else if let Some(verb) = program.find_subcommand(&word) {
            return Some(verb.get_name().to_owned());
        }
    }
    None
}

fn message(refused: &clap::Error) -> Message {
    let argument = context(refused, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(refused, ContextKind::InvalidValue).unwrap_or_default();
    let others = all(refused, ContextKind::PriorArg);
    let problem = match refused.kind() {
        ErrorKind::ArgumentConflict if others.iter().all(|other| *other == argument) => {
            Usage::Repeated { option: argument }
        }
        ErrorKind::ArgumentConflict => Usage::Conflict {
            option: argument,
            others,
        },
        ErrorKind::InvalidValue if value.is_empty() => Usage::NoValue { option: argument },
        ErrorKind::ValueValidation => Usage::Refused {
            value,
            option: argument,
            reason: Box::new(reason(refused)),
        },
        ErrorKind::InvalidValue | ErrorKind::TooManyValues => Usage::InvalidValue {
            value,
            option: argument,
        },
        ErrorKind::MissingRequiredArgument => Usage::Missing {
            arguments: all(refused, ContextKind::InvalidArg),
        },
        ErrorKind::InvalidUtf8 => Usage::NotUtf8,
        ErrorKind::UnknownArgument => Usage::Unexpected { argument },
        // No option of ours can fail in another way.
        _ => return first_line(refused),
    };
    problem.into()
}

/// The first line of clap's own words.
fn first_line(refused: &clap::Error) -> Message {
    let text = refused.render().to_string();
    let line = text.lines().next().unwrap_or_default();
    line.trim_start_matches("error: ").into()
}

fn context(refused: &clap::Error, kind: ContextKind) -> Option<String> {
    all(refused, kind).into_iter().next()
}

fn all(refused: &clap::Error, kind: ContextKind) -> Vec<String> {
    match refused.get(kind) {
        Some(ContextValue::String(text)) => vec![name(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| name(text)).collect(),
        _ => Vec::new(),
    }
}

/// An option without the name of its value.
fn name(text: &str) -> String {
    let end = text.starts_with("--").then(|| text.find(" <")).flatten();
    text[..end.unwrap_or(text.len())].to_owned()
}

/// Why a value was refused: in the words of our own parsers, or for numbers in ours instead of
/// theirs.
fn reason(refused: &clap::Error) -> Message {
    let Some(source) = refused.source() else {
        return Message::Verbatim(String::new());
    };
    if let Some(error) = source.downcast_ref::<Error>() {
        return error.message.clone();
    }
    let text = source.to_string();
    let number = source.downcast_ref().map(ParseIntError::kind);
    let reason = match number {
        Some(IntErrorKind::PosOverflow | IntErrorKind::NegOverflow) => Run::NumberTooLarge,
        Some(_) => Run::NotAWholeNumber,
        // The words of `clap::value_parser!(..).range(..)`.
        None => match text
            .split_once(" is not in ")
            .and_then(|(_, range)| range.split_once("..="))
        {
            Some((first, last)) => Run::NumberOutOfRange {
                first: first.to_owned(),
                last: last.to_owned(),
            },
            None => return text.into(),
        },
    };
    reason.into()
}
