//! Parts of a line.

use crate::model::Minutes;
use crate::text::{Label, Message, Phrase};

/// The column at which what follows a label begins.
pub(super) const LABEL: usize = 10;

/// Parts of a line, side by side.
pub(crate) type Line = Vec<Span>;

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// What is shown.
    pub(crate) part: Part,
    /// Decides its colour.
    pub(crate) role: Role,
}

/// What a part of a line shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// Words.
    Text(Message),
    /// Words in a column of their own, so that what follows is aligned with other lines.
    Column {
        /// The words.
        text: Message,
        /// Spaces before them.
        indent: usize,
        /// The width of the column, indent included.
        width: Width,
    },
    /// A sign.
    Glyph(Glyph),
    /// `done` of `total` as a bar of `cells` columns.
    Bar {
        /// How much is done.
        done: u32,
        /// How much there is.
        total: u32,
        /// How many columns the bar takes.
        cells: usize,
    },
    /// How far work is, how far it is planned to be, and how far it may be, as a bar that leaves `besides`
    /// columns of the screen for other things.
    Track { of: Track, besides: usize },
}

/// Amounts of work along a bar, all of the same unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Track {
    /// `None` if that is to come.
    pub(crate) done: Option<u32>,
    pub(crate) planned: u32,
    /// From the least to the most that may be done.
    pub(crate) band: Option<(u32, u32)>,
    /// What a full bar is.
    pub(crate) all: u32,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    Columns(usize),
    /// As wide as a short date in the language of the reader, and a space; `true` for one with a year.
    Date(bool),
}

/// A sign; with `--ascii` it has another form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    Done,
    Now,
    Skipped,
    Overdue,
    /// Separates things of one kind.
    Dot,
    /// Something was cut off.
    More,
    /// How full something is, from 0 to 4.
    Shade(u32),
    /// A part of a bar that is done, left, planned, or may be done.
    BarDone,
    BarLeft,
    BarPlanned,
    BarBand,
}

/// What a part of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Role {
    /// Nothing in particular.
    #[default]
    Plain,
    Title,
    /// Less important than the rest.
    Dim,
    /// A label or an id.
    Label,
    Done,
    Now,
    /// Needs attention.
    Warn,
    /// A link: it is never broken.
    Link,
    /// A command to copy: it is never broken.
    Command,
    /// A hint: the commands in it, between backticks, are never broken.
    Hint,
}

impl Span {
    /// `text` in the role `role`.
    pub(crate) fn new(text: impl Into<Message>, role: Role) -> Self {
        Self {
            part: Part::Text(text.into()),
            role,
        }
    }

    /// `text` without a role.
    pub(crate) fn plain(text: impl Into<Message>) -> Self {
        Self::new(text, Role::Plain)
    }

    /// `text`, less important than the rest.
    pub(crate) fn dim(text: impl Into<Message>) -> Self {
        Self::new(text, Role::Dim)
    }

    /// So many spaces.
    pub(crate) fn space(columns: usize) -> Self {
        Self::plain(" ".repeat(columns))
    }

    /// `text` in a column of `width`.
    pub(crate) fn column(text: impl Into<Message>, width: Width, role: Role) -> Self {
        let (text, indent) = (text.into(), 0);
        let part = Part::Column {
            text,
            indent,
            width,
        };
        Self { part, role }
    }

    /// A label in its column.
    pub(crate) fn label(label: Label) -> Self {
        let part = Part::Column {
            text: label.into(),
            indent: 1,
            width: Width::Columns(LABEL),
        };
        let role = Role::Label;
        Self { part, role }
    }

    /// A sign.
    pub(crate) fn glyph(glyph: Glyph) -> Self {
        let role = match glyph {
            Glyph::Done | Glyph::BarDone | Glyph::Shade(1..) => Role::Done,
            Glyph::Now => Role::Now,
            Glyph::Overdue => Role::Warn,
            _ => Role::Dim,
        };
        Self {
            part: Part::Glyph(glyph),
            role,
        }
    }

    /// A bar; an empty one is dim.
    pub(crate) fn bar(done: u32, total: u32, cells: usize) -> Self {
        Self {
            part: Part::Bar { done, total, cells },
            role: if done == 0 { Role::Dim } else { Role::Done },
        }
    }

    /// A track that leaves so many columns of the screen.
    pub(crate) fn track(of: Track, besides: usize) -> Self {
        Self {
            part: Part::Track { of, besides },
            role: match of.done {
                None | Some(0) => Role::Dim,
                Some(_) => Role::Done,
            },
        }
    }

    /// A duration.
    pub(crate) fn minutes(minutes: Minutes) -> Self {
        Self::plain(Phrase::Duration(minutes))
    }
}

/// `parts` with dots between them.
pub(crate) fn dotted(parts: impl IntoIterator<Item = Span>) -> Line {
    let mut line = Line::new();
    for part in parts {
        if !line.is_empty() {
            line.extend([Span::space(1), Span::glyph(Glyph::Dot), Span::space(1)]);
        }
        line.push(part);
    }
    line
}
