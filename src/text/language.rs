//! The languages that the program speaks.

use super::{HelpWords, VerbHelp, zh};

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Language {
    /// English.
    #[default]
    English,
    /// Chinese, in simplified characters.
    Chinese,
}

impl Language {
    /// Every language.
    pub(crate) const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// The language that `name` asks for: a tag such as `zh-CN`, or a locale such as `zh_CN.UTF-8`;
    /// `None` if it is neither English nor Chinese.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let end = name.find(['-', '_', '.', '@']).unwrap_or(name.len());
        match name[..end].to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }

    /// The help of all verbs and the words around it; `None` for English, which clap has.
    pub(crate) fn help(self) -> Option<(&'static HelpWords, Vec<&'static VerbHelp>)> {
        match self {
            Self::English => None,
            Self::Chinese => Some((&zh::help::WORDS, zh::help::verbs().collect())),
        }
    }
}

/// How messages are put into words: in which language and in which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Locale {
    language: Language,
    /// The current year, which short dates leave out; unknown in JSON, where they have every year.
    year: Option<i32>,
}

impl Locale {
    /// With the year in every date.
    pub(crate) fn of(language: Language) -> Self {
        Self {
            language,
            year: None,
        }
    }

    /// The language.
    pub(crate) fn language(self) -> Language {
        self.language
    }

    /// Columns of the widest short date, with or without its year, and a space.
    pub(crate) fn date_columns(self, with_year: bool) -> usize {
        match (self.language, with_year) {
            (Language::English, false) => "Mon 30 Nov ".len(),
            (Language::English, true) => "Mon 30 Nov 2026 ".len(),
            (Language::Chinese, _) => zh::date_columns(with_year),
        }
    }

    /// The year that short dates leave out.
    pub(super) fn year(self) -> Option<i32> {
        self.year
    }

    /// For a person who reads the message in `year`.
    pub(crate) fn new(language: Language, year: i32) -> Self {
        Self {
            language,
            year: Some(year),
        }
    }
}
