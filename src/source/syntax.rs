//! Why a file could not be read as YAML, judged by the library's error and the lines where it stopped.

use serde_yaml::Error as YamlError;
use serde_yaml::budget::BudgetBreach;

use super::{Diagnostic, Location, MAX_DEPTH, Rule};
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
        error => return invalid(&error.to_string(), at, source),
    };
    Diagnostic::new(rule, at, problem)
}

fn invalid(message: &str, at: Location, source: &str) -> Diagnostic {
    // The location is shown by the excerpt.
    let reason = message.lines().next().unwrap_or_default();
    let reason = reason.split(" at line ").next().unwrap_or(reason);
    let at = tab_location(reason, at, source).unwrap_or(at);
    let problem = FileProblem::InvalidYaml {
        reason: reason.to_owned(),
        trap: trap(source, at.line as usize),
    };
    Diagnostic::new(Rule::Syntax, at, problem)
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

/// The location of the tab that `reason` complains about: the reader may have stopped one line
/// before it, or after it.
fn tab_location(reason: &str, at: Location, source: &str) -> Option<Location> {
    let lines = (1..).zip(source.lines()).skip(at.line as usize - 1).take(2);
    let mut tabs = lines.filter_map(|(line, text)| {
        let indent = text.len() - text.trim_start_matches(' ').len();
        let column = u32::try_from(indent + 1).ok()?;
        text[indent..].starts_with('\t').then_some((line, column))
    });
    let (line, column) = tabs.next().filter(|_| reason.contains("tab"))?;
    Some(Location::of(source, line, column))
}

/// The mistake on the line where the reader stopped, or on the one before.
fn trap(source: &str, line: usize) -> Trap {
    let lines = || source.lines().skip(line.saturating_sub(2)).take(2);
    let any = |test: fn(&str) -> bool| lines().any(test);
    let is_odd = |line: &str, quote| line.matches(quote).count() % 2 == 1;
    if any(|line| line.contains("](")) {
        Trap::MarkdownLink
    } else if any(|line| line.trim_start_matches(' ').starts_with('\t')) {
        Trap::TabIndent
    } else if any(|line| line.contains('：') && !line.contains(": ")) {
        Trap::FullWidthColon
    } else if any(|line| line.matches(": ").count() > 1 && !line.contains('{')) {
        Trap::UnquotedColon
    } else if lines().any(|line| is_odd(line, '"') || is_odd(line, '\'')) {
        Trap::UnclosedQuote
    } else {
        Trap::Unknown
    }
}
