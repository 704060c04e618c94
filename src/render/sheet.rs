//! What a view shows, in terms of neither terminal nor Markdown: lines, tables and links.

use crate::model::Minutes;
use crate::text::{Label, Message, Phrase};

/// The column at which what follows a label begins.
const LABEL: usize = 10;

/// A view, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sheet {
    /// Its parts.
    pub(crate) blocks: Vec<Block>,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    Heading(Line),
    /// A line, broken between words if it is too long, and the indent after a break.
    Line(usize, Line),
    /// A line whose second half is at the right edge, or below if there is no room.
    Split(Line, Line),
    /// Rows of cells.
    Table(Table),
    /// Boxes and edges; if there is no room for them, the boxes as a list.
    Graph(Graph),
    /// An empty line.
    Blank,
}

/// A graph in layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Graph {
    pub(crate) boxes: Vec<GraphBox>,
    /// The layers from the top: positions in `boxes`.
    pub(crate) layers: Vec<Vec<usize>>,
    /// From box to box, each further down.
    pub(crate) edges: Vec<(usize, usize)>,
    /// The same in Mermaid's language, for Markdown.
    pub(crate) mermaid: String,
}

/// A box of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GraphBox {
    /// The lines inside it.
    pub(crate) lines: Vec<Line>,
    /// What a list shows in place of edges.
    pub(crate) aside: Option<Span>,
    /// Decides the colour of its border.
    pub(crate) role: Role,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Table {
    /// Columns to the left of it.
    pub(crate) indent: usize,
    /// The heads of the columns; empty for a table without heads.
    pub(crate) head: Vec<Message>,
    /// The columns that are aligned right.
    pub(crate) right: &'static [usize],
    /// The column that gives way first if room is short: it is cut to one line with `…`, and left
    /// out if next to nothing would be left of it.
    pub(crate) yields: Option<usize>,
    /// The column that is broken over lines before the yielding one is left out.
    pub(crate) wraps: Option<usize>,
    /// The rows, all equally long.
    pub(crate) rows: Vec<Vec<Line>>,
}

impl Table {
    /// How many columns it has.
    pub(crate) fn columns(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }
}

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
            Glyph::Done => Role::Done,
            Glyph::Now => Role::Now,
            Glyph::Overdue => Role::Warn,
            _ => Role::Dim,
        };
        Self {
            part: Part::Glyph(glyph),
            role,
        }
    }

    /// A bar.
    pub(crate) fn bar(done: u32, total: u32, cells: usize) -> Self {
        Self {
            part: Part::Bar { done, total, cells },
            role: Role::Done,
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

impl Sheet {
    /// This sheet with another below.
    pub(crate) fn and(mut self, below: Self) -> Self {
        self.blocks.extend(below.blocks);
        self
    }

    /// A sheet of one line.
    pub(crate) fn message(message: impl Into<Message>) -> Self {
        let mut sheet = Self::default();
        sheet.line(vec![Span::plain(message)]);
        sheet
    }

    /// Adds a heading.
    pub(crate) fn heading(&mut self, line: Line) {
        self.blocks.push(Block::Heading(line));
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, line: Line) {
        self.blocks.push(Block::Line(2, line));
    }

    /// Adds a line; after a break it is indented by `indent` columns.
    pub(crate) fn hanging(&mut self, indent: usize, line: Line) {
        self.blocks.push(Block::Line(indent, line));
    }

    /// Adds a line with a label before it.
    pub(crate) fn labelled(&mut self, label: Label, line: impl IntoIterator<Item = Span>) {
        let line: Line = std::iter::once(Span::label(label)).chain(line).collect();
        let has_link = line.iter().any(|span| span.role == Role::Link);
        // A link on a line of its own is not taken for another entry.
        self.hanging(if has_link { LABEL + 2 } else { LABEL }, line);
    }

    /// Adds a table, unless it has no rows.
    pub(crate) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// Adds a line of two halves, the second at the right edge.
    pub(crate) fn split(&mut self, left: Line, right: Line) {
        self.blocks.push(Block::Split(left, right));
    }

    /// Adds an empty line, unless the last one is empty already.
    pub(crate) fn blank(&mut self) {
        if !matches!(self.blocks.last(), None | Some(Block::Blank)) {
            self.blocks.push(Block::Blank);
        }
    }
}
