//! `check`.

use serde::Serialize;

use crate::lint;
use crate::source;
use crate::text::Message;

/// Errors and warnings; those that the file allows apart, with the reason.
#[derive(Serialize)]
pub(crate) struct Check<'a> {
    file: &'a str,
    generated_at: String,
    errors: Vec<Diagnostic<'a>>,
    warnings: Vec<Warning<'a>>,
    allowed: Vec<Warning<'a>>,
}

/// Something to fix in a plan file.
#[derive(Serialize)]
pub(super) struct Diagnostic<'a> {
    name: &'static str,
    line: u32,
    column: u32,
    message: &'a Message,
    help: &'a Message,
}

#[derive(Serialize)]
struct Warning<'a> {
    #[serde(flatten)]
    diagnostic: Diagnostic<'a>,
    at: &'a str,
    /// Why the file allows it; absent when it doesn't.
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<&'a str>,
}

/// `check`.
pub(crate) fn check<'a>(
    file: &'a str,
    generated_at: String,
    errors: &'a [source::Diagnostic],
    warnings: &'a [lint::Warning],
    allowed: &'a [lint::Warning],
) -> Check<'a> {
    Check {
        file,
        generated_at,
        errors: errors.iter().map(Diagnostic::from).collect(),
        warnings: warnings.iter().map(Warning::from).collect(),
        allowed: allowed.iter().map(Warning::from).collect(),
    }
}

impl<'a> From<&'a source::Diagnostic> for Diagnostic<'a> {
    fn from(diagnostic: &'a source::Diagnostic) -> Self {
        Self {
            name: diagnostic.rule.name(),
            line: diagnostic.at.line,
            column: diagnostic.at.column,
            message: &diagnostic.message,
            help: &diagnostic.help,
        }
    }
}

impl<'a> From<&'a lint::Warning> for Warning<'a> {
    fn from(warning: &'a lint::Warning) -> Self {
        Self {
            diagnostic: Diagnostic::from(&warning.diagnostic),
            at: &warning.at,
            allowed: warning.allowed.as_deref(),
        }
    }
}
