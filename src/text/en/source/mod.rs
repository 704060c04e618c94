//! Problems of plan files.

mod file;
mod key;
mod structure;

use crate::text::source::{Level, Source, Trap};

/// What is wrong.
pub(super) fn message(problem: &Source) -> String {
    match problem {
        Source::File(problem) => file::message(problem),
        Source::Key(problem) => key::message(problem),
        Source::Structure(problem) => structure::message(problem),
    }
}

/// How to fix it.
pub(super) fn help(problem: &Source) -> String {
    match problem {
        Source::File(problem) => file::help(problem).to_owned(),
        Source::Key(problem) => key::help(problem),
        Source::Structure(problem) => structure::help(problem),
    }
}

fn trap(trap: Trap) -> Option<&'static str> {
    Some(match trap {
        Trap::FullWidthColon => {
            "`：` is a full-width colon: write `: ` (a colon and a space) after a key"
        }
        Trap::MarkdownLink => {
            "a Markdown link is not YAML: write `{text: ..., url: https://...}`, or quote it"
        }
        Trap::MissingDashes => "begin each entry with `- ` on a line of its own",
        Trap::TabIndent => "indent with spaces, not with tabs",
        Trap::UnclosedQuote => "a quote is opened but not closed",
        Trap::UnquotedBracket => "quote a text that begins with `[`; each `- ` begins an entry",
        Trap::UnquotedColon => "quote a text that contains `: `",
        Trap::Unknown => return None,
    })
}

fn did_you_mean(nearest: Option<&str>) -> Option<String> {
    nearest.map(|nearest| format!("did you mean `{nearest}`?"))
}

fn noun(level: Level) -> &'static str {
    match level {
        Level::TimeBudget => "time budget",
        Level::Allow => "`allow` entry",
        Level::Item => "entry",
        level => level.name(),
    }
}
