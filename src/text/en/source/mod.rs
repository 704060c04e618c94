//! Problems of plan files.

mod key;
mod structure;

use super::words::{count, grouped};
use crate::text::source::{FileProblem, Level, Lookalike, NoText, Source, Trap};

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

#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
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
        FileProblem::TooManyEvents {
            count: found,
            limit,
        } => {
            let (found, limit) = (
                count(grouped(*found as u64), "event"),
                grouped(*limit as u64),
            );
            format!("the plan has {found}; the limit is {limit}")
        }
        FileProblem::TooManyCovers { count, limit } => {
            let [found, limit] = [count, limit].map(|n| grouped(*n as u64));
            format!("the `covers` of all events have {found} entries; the limit is {limit}")
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
        FileProblem::BadTag => {
            "invalid YAML: unknown tag, or a text that does not fit it".to_owned()
        }
        FileProblem::BadMerge => "`<<` needs a map, or a list of maps".to_owned(),
        FileProblem::InvalidYaml {
            trap: Trap::Lookalike { found, .. } | Trap::Control(found),
            ..
        } => format!("invalid YAML: unexpected {}", character(*found)),
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
        FileProblem::TooManyEvents { .. } => "keep the exams and due dates of this plan only",
        FileProblem::TooManyCovers { .. } => "name ranges of weeks such as `w1-w5`, or topics",
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
            "the rest of the file is UTF-8: retype the text where it is damaged"
        }
        FileProblem::TooDeep { .. } => {
            "a plan is a few levels deep; write out what the aliases refer to"
        }
        FileProblem::SecondDocument => "a file holds one plan; remove the `---`",
        FileProblem::BadTag => "a text that begins with `!` needs quotes",
        FileProblem::BadMerge => "give it the alias of a map, as in `<<: *name`",
        FileProblem::InvalidYaml { trap, .. } => {
            return self::trap(*trap).unwrap_or_else(|| {
                "look for a missing space after `:` or `-`, wrong indentation, or an unclosed \
                 bracket or quote"
                    .to_owned()
            });
        }
    };
    help.to_owned()
}

fn convert(encoding: &str) -> String {
    format!("`iconv -f {encoding} -t UTF-8 old.yaml > new.yaml`")
}

fn trap(trap: Trap) -> Option<String> {
    let help = match trap {
        Trap::Bracket => "every `[` needs a `]`, and every `{` a `}`",
        Trap::Control(_) => "delete it",
        Trap::Indentation => "indent this line like the others of its map or list",
        Trap::Backslash => "use single quotes: within double quotes `\\` begins an escape",
        Trap::LeadingMark('`') => "a text that begins with a backtick needs quotes",
        Trap::LeadingMark(mark) => {
            return Some(format!("a text that begins with `{mark}` needs quotes"));
        }
        Trap::Lookalike { found, meant } => {
            let found = character(found);
            return Some(match meant {
                None => format!("delete the {found}"),
                Some(' ') => format!("write a plain space instead of the {found}"),
                Some(':') => format!("write `: ` (a colon and a space) instead of the {found}"),
                Some(meant) => format!("write `{meant}` instead of the {found}"),
            });
        }
        Trap::Nothing => "give it a value; the words `null` and `~` are nothing, unless quoted",
        Trap::MissingSpace(mark) => return Some(format!("write a space after `{mark}`")),
        Trap::TextAfter('\'') => "use double quotes, or write `''` for a quote within the text",
        Trap::TextAfter(mark) => {
            return Some(format!(
                "quote the whole text: it goes on after the `{mark}`"
            ));
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
    };
    Some(help.to_owned())
}

/// How to write a text without its lookalikes.
pub(super) fn written(lookalike: &Lookalike) -> String {
    let Lookalike { found, written } = lookalike;
    format!("write `{written}`, without the {}", character(*found))
}

/// The name of a character, and its number.
fn character(c: char) -> String {
    let name = match c {
        '\u{A0}' => "no-break space",
        '\u{3000}' => "ideographic space",
        '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => "typographic space",
        '\u{200B}' => "zero-width space",
        '\u{FEFF}' => "byte order mark",
        '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{AD}' => "invisible character",
        '\u{2010}' | '\u{2011}' => "typographic hyphen",
        '\u{2013}' => "en dash",
        '\u{2014}' => "em dash",
        '\u{2012}' | '\u{2015}' => "dash",
        '\u{2212}' => "minus sign",
        '～' | '\u{301C}' => "wave dash",
        '~' => "tilde",
        '*' => "asterisk",
        '：' => "full-width colon",
        '\u{2236}' => "ratio sign",
        '，' => "full-width comma",
        '、' => "ideographic comma",
        '“' | '”' | '„' | '‘' | '’' => "curly quote",
        '【' | '】' | '〔' | '〕' => "Chinese bracket",
        '•' | '·' | '●' | '▪' | '◦' | '‣' => "bullet",
        '０'..='９' => "full-width digit",
        '\u{FF01}'..='\u{FF5E}' => "full-width character",
        c if c.is_control() => "control character",
        _ => "character",
    };
    format!("{name} (U+{:04X})", u32::from(c))
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
