//! Parts that several sections of a page share: figures, bars, links and lines of facts.

use std::fmt::{self, Write};

use askama::Template;

use crate::escape;
use crate::model::{LinkStatus, Minutes};
use crate::render::sheet::{Block, Line, Part, Role, Sheet};
use crate::render::style::sign;
use crate::source::safe_link;
use crate::summary::{self, Reading, Tally};
use crate::text::{Locale, Message, Page, Phrase, Report, Show};

/// Escapes what templates insert.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Escape;

impl askama::filters::Escaper for Escape {
    fn write_escaped_str<W: Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        dest.write_str(&escape::html(text))
    }
}

/// Puts messages into words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words(pub(crate) Locale);

impl Words {
    /// The message in words, on one line.
    pub(super) fn say(self, message: impl Into<Message>) -> String {
        let message: Message = message.into();
        message.text(self.0).replace('\n', " ")
    }
}

/// A figure, and where `--json` has it: the verb, then a JSON pointer.
#[derive(Debug, Template)]
#[template(
    source = r#"<data data-json="{{ at }}" value="{{ value }}">{{ words }}</data>"#,
    ext = "html",
    config = "src/render/html/askama.toml"
)]
pub(super) struct Figure {
    at: String,
    value: String,
    words: String,
}

impl Figure {
    pub(super) fn new(at: String, value: impl fmt::Display, words: String) -> Self {
        let value = value.to_string();
        Self { at, value, words }
    }

    /// A count, shown as it is.
    pub(super) fn count(at: String, value: impl fmt::Display) -> Self {
        let words = value.to_string();
        Self::new(at, value, words)
    }

    pub(super) fn minutes(at: String, minutes: Minutes, words: Words) -> Self {
        Self::new(at, minutes.0, words.say(Phrase::Duration(minutes)))
    }
}

/// Slots done and skipped as a bar, with the figures next to it.
#[derive(Debug, Template)]
#[template(path = "progress.html", config = "src/render/html/askama.toml")]
pub(super) struct Progress {
    tally: Tally,
    done: Figure,
    slots: Figure,
    /// How many were skipped, in words, if any.
    skipped: Option<String>,
}

impl Progress {
    /// The tally that `--json` has at `at`.
    pub(super) fn of(tally: &Tally, at: &str, words: Words) -> Self {
        Self {
            tally: *tally,
            done: Figure::count(format!("{at}/done"), tally.done),
            slots: Figure::count(format!("{at}/slots"), tally.slots),
            skipped: (tally.skipped > 0).then(|| words.say(Report::Skipped(tally.skipped))),
        }
    }
}

/// A title, linked if there is a link that leads there.
#[derive(Debug, Template)]
#[template(path = "link.html", config = "src/render/html/askama.toml")]
pub(super) struct Link {
    label: Option<String>,
    title: String,
    url: Option<String>,
    /// What is wrong with the link, in words.
    note: Option<String>,
    suggested: Option<String>,
}

impl Link {
    pub(super) fn new(title: &str, link: summary::Link, words: Words) -> Self {
        let suggested = link.suggested.and_then(safe_link);
        let given = link.url.filter(|_| !link.is_wrong()).and_then(safe_link);
        let is_told = |status: &LinkStatus| status.is_bad() || *status == LinkStatus::Moved;
        let note = match (link.status.filter(is_told), &given, &suggested) {
            (None, _, None) => None,
            (None, None, Some(_)) => Some(words.say(Page::SuggestedLink)),
            (status, given, suggested) => Some(words.say(Show::LinkNote {
                status,
                has_suggestion: given.is_some() && suggested.is_some(),
            })),
        };
        // The better one is what the title leads to, where the plan's own leads nowhere.
        let (url, suggested) = match given {
            Some(given) => (Some(given), suggested),
            None => (suggested, None),
        };
        Self {
            label: None,
            title: title.to_owned(),
            url,
            note,
            suggested,
        }
    }

    pub(super) fn of(reading: &Reading, words: Words) -> Self {
        Self {
            label: reading.item.label.clone(),
            ..Self::new(reading.title(), reading.link, words)
        }
    }
}

/// A piece of text, and its class in the style sheet.
pub(super) type Piece = (&'static str, String);

/// Lines of a sheet with the same label; it may be empty.
#[derive(Debug)]
pub(super) struct Fact {
    pub(crate) label: String,
    pub(crate) lines: Vec<Vec<Piece>>,
}

/// The parts of a sheet between empty lines.
pub(super) fn paragraphs(sheet: &Sheet) -> impl DoubleEndedIterator<Item = &[Block]> {
    sheet.blocks.split(|block| *block == Block::Blank)
}

/// The words of lines. What a screen shows in columns and bars is not among them.
pub(super) fn facts(blocks: Option<&[Block]>, words: Words) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for block in blocks.unwrap_or_default() {
        let Block::Line(_, line) = block else {
            continue;
        };
        let (label, pieces) = parts(line, words);
        match facts.last_mut().filter(|_| label.is_empty()) {
            Some(last) => last.lines.push(pieces),
            None => facts.push(Fact {
                label,
                lines: vec![pieces],
            }),
        }
    }
    facts
}

/// The words of a line, without the spaces that separate them on a screen.
pub(super) fn pieces(line: &Line, words: Words) -> Vec<String> {
    let pieces = parts(line, words).1.into_iter();
    let pieces = pieces.map(|(_, text)| text.trim().to_owned());
    pieces.filter(|text| !text.is_empty()).collect()
}

/// The label of a line, and its words. What is between backticks is code.
fn parts(line: &Line, words: Words) -> (String, Vec<Piece>) {
    let (mut label, mut pieces) = (String::new(), Vec::new());
    for span in line {
        match &span.part {
            Part::Column { text, .. } => label = words.say(text),
            Part::Glyph(glyph) => pieces.push((class(span.role), sign(*glyph).to_owned())),
            Part::Text(text) => {
                let text = words.say(text);
                let is_paired = text.matches('`').count().is_multiple_of(2);
                for (index, piece) in text.split('`').enumerate() {
                    let is_code = is_paired && index % 2 == 1;
                    let class = if is_code { "code" } else { class(span.role) };
                    pieces.push((class, piece.to_owned()));
                }
            }
            Part::Bar { .. } | Part::Track { .. } => {}
        }
    }
    (label, pieces)
}

/// The class of a role in the style sheet.
fn class(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Dim | Role::Hint | Role::Command => "dim",
        Role::Label => "id",
        Role::Done => "done",
        Role::Now => "now",
        Role::Warn => "warn",
        Role::Plain | Role::Link => "plain",
    }
}
