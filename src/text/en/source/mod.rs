//! Problems of plan files.

mod key;
mod structure;

use super::words::{count, grouped};
use crate::text::source::{FileProblem, Level, NoText, Source, Trap};

/// What is wrong.
pub(super) fn message(problem: &Source) -> String {
    match problem {
        Source::File(problem) => file(problem),
        Source::Key(problem) => key::message(problem),
        Source::Structure(problem) => structure::message(problem),
    }
}

/// How to fix it.
pub(super) fn help(problem: &Source) -> String {
    match problem {
        Source::File(problem) => file_help(problem),
        Source::Key(problem) => key::help(problem),
        Source::Structure(problem) => structure::help(problem),
    }
}

fn file(problem: &FileProblem) -> String {
    match problem {
        FileProblem::Empty => "the file is empty".to_owned(),
        FileProblem::TooManyBytes { count, limit } => {
            let (count, mib) = (grouped(*count), limit >> 20);
            format!("the file has {count} bytes; the limit is {mib} MiB")
        }
        FileProblem::TooManyValues { limit } => {
            let limit = grouped(*limit as u64);
            format!("the file has more than {limit} values")
        }
        FileProblem::TooManySlots {
            count: found,
            limit,
        } => {
            let (found, limit) = (
                count(grouped(*found as u64), "slot"),
                grouped(*limit as u64),
            );
            format!("the plan has {found}; the limit is {limit}")
        }
        FileProblem::NotText { kind } => {
            let kind = match kind {
                NoText::Zip => "a ZIP archive or an Office document",
                NoText::Binary => "a binary file",
                NoText::Gzip => "a gzip archive",
                NoText::Pdf => "a PDF document",
                NoText::Office => "an Office document",
            };
            format!("the file is {kind}, not a plan")
        }
        FileProblem::Encoded { encoding } => format!("the file is {encoding}, not UTF-8"),
        FileProblem::NotUtf8 { byte, .. } => format!("invalid UTF-8: byte 0x{byte:02X}"),
        FileProblem::TooDeep { limit } => {
            format!("nested deeper than {limit} levels, or too many aliases")
        }
        FileProblem::SecondDocument => "a second YAML document begins here".to_owned(),
        FileProblem::InvalidYaml { reason, .. } => format!("invalid YAML: {reason}"),
    }
}

fn file_help(problem: &FileProblem) -> String {
    let help = match problem {
        FileProblem::Empty => "begin with `plan: my-plan`, `title: ...` and `days:`",
        FileProblem::TooManyBytes { .. } | FileProblem::TooManyValues { .. } => {
            "a plan of 10,000 slots fits; is this the right file?"
        }
        FileProblem::TooManySlots { .. } => "split it into several plans, each with its own id",
        FileProblem::NotText { .. } => {
            "a plan is a text file; `plan help plan-file` shows how to write one"
        }
        FileProblem::Encoded { encoding } => {
            return format!("save it as UTF-8, or convert it: {}", convert(encoding));
        }
        FileProblem::NotUtf8 {
            likely: Some(likely),
            ..
        } => {
            let command = convert(likely);
            return format!("save the file as UTF-8; if it is {likely}, convert it: {command}");
        }
        FileProblem::NotUtf8 { likely: None, .. } => {
            "the rest of the file is UTF-8: type the text anew where it is damaged"
        }
        FileProblem::TooDeep { .. } => {
            "a plan is a few levels deep; write out what the aliases refer to"
        }
        FileProblem::SecondDocument => "a file holds one plan; remove the `---`",
        FileProblem::InvalidYaml { trap, .. } => self::trap(*trap).unwrap_or(
            "look for a missing space after `:` or `-`, wrong indentation, or an unclosed bracket \
             or quote",
        ),
    };
    help.to_owned()
}

fn convert(encoding: &str) -> String {
    format!("`iconv -f {encoding} -t UTF-8 old.yaml > new.yaml`")
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
