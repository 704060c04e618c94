//! The long documentation: one Markdown file per topic, printed by `plan help TOPIC`.
//!
//! The screens in these files are run by a test, which is set up by HTML comments in them.

use crate::render::{Style, filled};
use crate::text::Language;

/// A topic in every language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Topic {
    /// What `plan help` calls it.
    pub(crate) name: &'static str,
    english: &'static str,
    chinese: &'static str,
}

impl Topic {
    /// Its text as Markdown.
    pub(crate) fn text(self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Chinese => self.chinese,
        }
    }
}

/// A topic that lacks a file in one of the languages does not compile.
macro_rules! topics {
    ($($name:literal),* $(,)?) => {
        [$(Topic {
            name: $name,
            english: include_str!(concat!($name, ".md")),
            chinese: include_str!(concat!("zh/", $name, ".md")),
        }),*]
    };
}

/// Every topic, in the order in which they are listed.
#[rustfmt::skip]
pub(crate) const TOPICS: [Topic; 13] = topics![
    "targets",
    "dates",
    "plan-file",
    "importing",
    "falling-behind",
    "hours",
    "calendars",
    "several-plans",
    "finish-date",
    "data",
    "json",
    "shell",
    "speed",
];

/// What an assistant has to know to follow a plan; `plan skill` prints it.
pub(crate) const SKILL: &str = include_str!("skill/SKILL.md");

/// A topic as a terminal shows it: Markdown without HTML comments, paragraphs filled, code indented
/// instead of fenced.
pub(crate) fn readable(markdown: &str, style: Style) -> String {
    let mut page = Page {
        style: Style {
            width: style.width.min(WIDEST),
            ..style
        },
        text: String::new(),
        paragraph: String::new(),
    };
    let (mut in_comment, mut in_code) = (false, false);
    for line in markdown.lines() {
        if in_comment || line.starts_with("<!-- ") {
            in_comment = !line.ends_with("-->");
        } else if line.starts_with("```") {
            in_code = !in_code;
        } else if in_code && !line.is_empty() {
            page.verbatim(&format!("  {line}"));
        } else if line.is_empty() || line.starts_with("    ") || line.starts_with('#') {
            page.verbatim(line);
        } else {
            page.prose(line);
        }
    }
    page.end_paragraph();
    page.text
}

/// Longer lines are hard to read.
const WIDEST: usize = 96;

struct Page {
    style: Style,
    text: String,
    /// The paragraph or list item that is being read, in one line.
    paragraph: String,
}

impl Page {
    fn verbatim(&mut self, line: &str) {
        self.end_paragraph();
        if !(line.is_empty() && self.text.ends_with("\n\n")) {
            self.text += &format!("{line}\n");
        }
    }

    fn prose(&mut self, line: &str) {
        if line.starts_with("- ") {
            self.end_paragraph();
        } else if self.paragraph.ends_with(|c: char| c.is_ascii()) {
            // Chinese has no spaces between words.
            self.paragraph.push(' ');
        }
        self.paragraph += line.trim_start();
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if paragraph.is_empty() {
            return;
        }
        let indent = if paragraph.starts_with("- ") { 2 } else { 0 };
        self.text += &filled(&paragraph, indent, self.style);
    }
}

#[cfg(test)]
mod tests;
