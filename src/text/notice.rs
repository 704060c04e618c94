//! What a line on stderr is, and how it begins.

use super::{Language, Locale};

/// What a line on stderr is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notice {
    Error,
    Warning,
    Hint,
}

impl Notice {
    /// How the line begins.
    pub(crate) fn prefix(self, locale: Locale) -> &'static str {
        match (locale.language, self) {
            (Language::English, Self::Error) => "error: ",
            (Language::English, Self::Warning) => "warning: ",
            (Language::English, Self::Hint) => "hint: ",
            (Language::Chinese, Self::Error) => "错误：",
            (Language::Chinese, Self::Warning) => "警告：",
            (Language::Chinese, Self::Hint) => "提示：",
        }
    }
}
