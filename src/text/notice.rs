//! What a line on stderr or below an excerpt of a plan file is, and how it begins.

use super::{Language, Locale};

/// What a line on stderr or below an excerpt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notice {
    Error,
    Warning,
    Hint,
    /// What to do about an error or warning in a plan file.
    Help,
}

impl Notice {
    /// How the line begins.
    pub(crate) fn prefix(self, locale: Locale) -> &'static str {
        match (locale.language(), self) {
            (Language::English, Self::Error) => "error: ",
            (Language::English, Self::Warning) => "warning: ",
            (Language::English, Self::Hint) => "hint: ",
            (Language::English, Self::Help) => "help: ",
            (Language::Chinese, Self::Error) => "错误：",
            (Language::Chinese, Self::Warning) => "警告：",
            (Language::Chinese, Self::Hint | Self::Help) => "提示：",
        }
    }

    /// The prefix as a name and the colon after it.
    pub(crate) fn name(self, locale: Locale) -> (&'static str, &'static str) {
        let prefix = self.prefix(locale);
        prefix.split_at(prefix.find([':', '：']).unwrap_or(prefix.len()))
    }
}
