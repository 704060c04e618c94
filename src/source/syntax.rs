//! Why a file could not be read as YAML, judged by the library's error and the lines where it stopped.

use serde_yaml::Error as YamlError;
use serde_yaml::budget::BudgetBreach;

use super::{Diagnostic, Location, MAX_DEPTH, Rule, lookalike};
use crate::text::source::{FileProblem, Trap};

pub(super) fn explain(error: &YamlError, source: &str, max_values: usize) -> Diagnostic {
    // Errors of the library have no byte offset.
    let at = error.location().map_or(Location::START, |at| {
        let at = Location::from(at);
        Location::of(source, at.line, at.column)
    });
    let error = innermost(error);
    let (rule, problem) = match error {
        YamlError::MultipleDocuments { .. }
        | YamlError::Budget {
            breach: BudgetBreach::Documents { .. },
            ..
        } => (Rule::Syntax, FileProblem::SecondDocument),
        YamlError::Budget {
            breach: BudgetBreach::Nodes { .. } | BudgetBreach::Events { .. },
            ..
        } => {
            let limit = max_values;
            (Rule::TooLarge, FileProblem::TooManyValues { limit })
        }
        error if is_limit(error) => (Rule::TooDeep, FileProblem::TooDeep { limit: MAX_DEPTH }),
        error if is_about_a_tag(error) => (Rule::Syntax, FileProblem::BadTag),
        YamlError::MergeValueNotMapOrSeqOfMaps { .. } => (Rule::Syntax, FileProblem::BadMerge),
        error => return invalid(&error.to_string(), at, source),
    };
    Diagnostic::new(rule, at, problem)
}

fn invalid(message: &str, at: Location, source: &str) -> Diagnostic {
    // The location is shown by the excerpt.
    let reason = message.lines().next().unwrap_or_default();
    let reason = reason.split(" at line ").next().unwrap_or(reason);
    let found = tab(reason, at, source)
        .or_else(|| control(at, source))
        .or_else(|| lookalike(at, source));
    let (at, trap) = found.unwrap_or_else(|| (at, trap(reason, at, source)));
    let reason = reason.to_owned();
    Diagnostic::new(Rule::Syntax, at, FileProblem::InvalidYaml { reason, trap })
}

/// The error without what the library wraps around it.
fn innermost(error: &YamlError) -> &YamlError {
    match error.without_snippet() {
        YamlError::AliasError { error, .. } => innermost(error),
        error => error,
    }
}

/// Whether a limit was met. The scanner below the library reports its own limit on brackets as a
/// mere message.
fn is_limit(error: &YamlError) -> bool {
    match error {
        YamlError::Budget { .. }
        | YamlError::AliasReplayLimitExceeded { .. }
        | YamlError::AliasExpansionLimitExceeded { .. }
        | YamlError::AliasReplayStackDepthExceeded { .. } => true,
        YamlError::ExternalMessage { msg, .. } => msg == "recursion limit exceeded",
        _ => false,
    }
}

/// Whether a text does not fit its tag, or the tag is not one of YAML's own.
fn is_about_a_tag(error: &YamlError) -> bool {
    matches!(
        error,
        YamlError::UnsupportedTag { .. }
            | YamlError::TaggedScalarCannotDeserializeIntoString { .. }
            | YamlError::InvalidBooleanStrict { .. }
            | YamlError::InvalidScalar { .. }
            | YamlError::InvalidBinaryBase64 { .. }
            | YamlError::BinaryNotUtf8 { .. }
    )
}

/// The line of `at`, and how many bytes of it come before `at`.
fn line_at(at: Location, source: &str) -> (&str, usize) {
    let start = (at.start as usize).min(source.len());
    let begins = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = source[begins..].lines().next().unwrap_or_default();
    (line, (start - begins).min(line.len()))
}

/// Where byte `within` of the line of `at` is.
fn in_line(at: Location, source: &str, within: usize) -> Location {
    let (line, before) = line_at(at, source);
    let len = line[within..].chars().next().map_or(0, char::len_utf8);
    let short = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Location {
        column: short(line[..within].chars().count() + 1),
        start: short(at.start as usize - before + within),
        len: short(len),
        ..at
    }
}

/// The tab that `reason` complains about: the reader may have stopped one line before it, or after
/// it.
fn tab(reason: &str, at: Location, source: &str) -> Option<(Location, Trap)> {
    let lines = (1..).zip(source.lines()).skip(at.line as usize - 1).take(2);
    let mut tabs = lines.filter_map(|(line, text)| {
        let indent = text.len() - text.trim_start_matches(' ').len();
        let column = u32::try_from(indent + 1).ok()?;
        text[indent..].starts_with('\t').then_some((line, column))
    });
    let (line, column) = tabs.next().filter(|_| reason.contains("tab"))?;
    Some((Location::of(source, line, column), Trap::TabIndent))
}

/// A control character on the line where the reader stopped.
fn control(at: Location, source: &str) -> Option<(Location, Trap)> {
    let (line, _) = line_at(at, source);
    let is_control = |c: char| c.is_control() && c != '\t';
    let (within, found) = line.char_indices().find(|(_, c)| is_control(*c))?;
    Some((in_line(at, source, within), Trap::Control(found)))
}

/// A lookalike in the place of punctuation, on the line where the reader stopped or on the last
/// one before it that is not blank.
fn lookalike(at: Location, source: &str) -> Option<(Location, Trap)> {
    let before = source.lines().take(at.line as usize - 1);
    let before = (1..)
        .zip(before)
        .filter(|(_, line)| !line.trim().is_empty());
    let before = before.last().map(|(line, _)| Location::of(source, line, 1));
    [Some(at), before].into_iter().flatten().find_map(|at| {
        let (line, _) = line_at(at, source);
        let within = lookalike::punctuation(line)?;
        let trap = lookalike::trap(line[within..].chars().next()?);
        Some((in_line(at, source, within), trap))
    })
}

/// The mistake on the line where the reader stopped, or on the one before.
fn trap(reason: &str, at: Location, source: &str) -> Trap {
    let lines = || {
        source
            .lines()
            .skip((at.line as usize).saturating_sub(2))
            .take(2)
    };
    let any = |test: fn(&str) -> bool| lines().any(test);
    if any(|line| line.contains("](")) {
        return Trap::MarkdownLink;
    }
    let (line, within) = line_at(at, source);
    let (before, rest) = line.split_at(within);
    let last = before.trim_end().chars().next_back();
    let goes_on = ["did not find expected key", "trailing content"];
    match (last, rest.chars().next()) {
        (None, Some('*')) if rest.starts_with("* ") => {
            return Trap::Lookalike {
                found: '*',
                meant: Some('-'),
            };
        }
        (_, Some(mark)) if "@`%&*!|>?-".contains(mark) => return Trap::LeadingMark(mark),
        (Some(mark), _)
            if "]}\"'".contains(mark) && goes_on.iter().any(|part| reason.contains(part)) =>
        {
            return Trap::TextAfter(mark);
        }
        _ => {}
    }
    let is_odd = |line: &str, quote| line.matches(quote).count() % 2 == 1;
    if any(|line| line.trim_start_matches(' ').starts_with('\t')) {
        Trap::TabIndent
    } else if reason.contains("bracket") {
        Trap::Bracket
    } else if any(|line| line.matches(": ").count() > 1 && !line.contains('{')) {
        Trap::UnquotedColon
    } else if lines().any(|line| is_odd(line, '"') || is_odd(line, '\'')) {
        Trap::UnclosedQuote
    } else if reason.contains("quoted scalar") && line.contains('\\') {
        Trap::Backslash
    } else if reason.contains("did not find expected") && before.trim_matches([' ', '-']).is_empty()
    {
        Trap::Indentation
    } else {
        Trap::Unknown
    }
}
