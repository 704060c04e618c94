//! What is to be shown, before it is known where: lines, tables and links in neutral terms.

use crate::model::Minutes;
use crate::text::Message;

use super::phrase;

/// A view, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Line),
    /// A line, broken between words where it is too long; what follows the break is indented
    /// by so many columns.
    Line(usize, Line),
    /// A line whose second half stands at the right edge, or below where there is no room.
    Split(Line, Line),
    /// Words and a link, which stands on a line of its own rather than being cut. The number is
    /// the indent of what follows a break.
    Link(usize, Line, String),
    /// Rows of cells.
    Table(Table),
    /// Boxes and lines; where there is no room for them, the lines of the boxes below each other.
    Graph(Graph),
    /// An empty line.
    Blank,
}

/// A graph in layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// Its boxes.
    pub boxes: Vec<GraphBox>,
    /// The layers from the top: positions in `boxes`.
    pub layers: Vec<Vec<usize>>,
    /// From box to box, each further down.
    pub edges: Vec<(usize, usize)>,
    /// The same in Mermaid's language, for Markdown.
    pub mermaid: String,
}

/// A box of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphBox {
    /// What stands in it.
    pub lines: Vec<Line>,
    /// What is said in place of edges where there is no room for boxes.
    pub aside: Option<Span>,
    /// What it is, which decides the colour of its border.
    pub role: Role,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Columns to the left of it.
    pub indent: usize,
    /// The heads of the columns; all empty for a table without heads.
    pub head: Vec<&'static str>,
    /// How each column is aligned.
    pub align: Vec<Align>,
    /// The column that gives way first where room is short: it is cut to one line with `…`,
    /// and left out where next to nothing would be left of it.
    pub yields: Option<usize>,
    /// The column that is broken over lines before the yielding one is left out.
    pub wraps: Option<usize>,
    /// Its rows, each as wide as `head`.
    pub rows: Vec<Vec<Line>>,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// To the left.
    Left,
    /// To the right.
    Right,
}

/// Parts of a line, side by side.
pub type Line = Vec<Span>;

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What stands there.
    pub part: Part,
    /// What it is, which decides its colour.
    pub role: Role,
}

/// What stands in a part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Text(Message),
    /// A sign of ours.
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

/// A sign of ours, which has another form where only ASCII is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// Done.
    Done,
    /// Its time is running.
    Now,
    /// Left out on purpose.
    Skipped,
    /// Overdue.
    Overdue,
    /// Between things of one kind.
    Dot,
    /// There is more.
    More,
}

/// What a part of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Nothing in particular.
    #[default]
    Plain,
    /// A title.
    Title,
    /// Said in passing.
    Dim,
    /// A label.
    Label,
    /// Something done.
    Done,
    /// What is on now.
    Now,
    /// Something to look at.
    Warn,
    /// A link.
    Link,
    /// A command to copy: it is never broken.
    Command,
}

impl Span {
    /// `text` in the role `role`.
    pub fn new(text: impl Into<Message>, role: Role) -> Self {
        Self {
            part: Part::Text(text.into()),
            role,
        }
    }

    /// `text` without a role.
    pub fn plain(text: impl Into<Message>) -> Self {
        Self::new(text, Role::Plain)
    }

    /// `text`, said in passing.
    pub fn dim(text: impl Into<Message>) -> Self {
        Self::new(text, Role::Dim)
    }

    /// A sign of ours.
    #[must_use]
    pub fn glyph(glyph: Glyph) -> Self {
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
    #[must_use]
    pub fn bar(done: u32, total: u32, cells: usize) -> Self {
        Self {
            part: Part::Bar { done, total, cells },
            role: Role::Done,
        }
    }

    /// A length of time in words.
    #[must_use]
    pub fn minutes(minutes: Minutes) -> Self {
        Self::plain(phrase::duration(minutes))
    }
}

/// `texts` with a dot between them.
#[must_use]
pub fn dotted(texts: impl IntoIterator<Item = Span>) -> Line {
    let mut line = Line::new();
    for text in texts {
        if !line.is_empty() {
            line.push(Span::plain(" "));
            line.push(Span::glyph(Glyph::Dot));
            line.push(Span::plain(" "));
        }
        line.push(text);
    }
    line
}

impl Sheet {
    /// A sheet of one line.
    pub fn message(message: impl Into<Message>) -> Self {
        let mut sheet = Self::default();
        sheet.line(vec![Span::plain(message)]);
        sheet
    }

    /// Adds a heading.
    pub fn heading(&mut self, line: Line) {
        self.blocks.push(Block::Heading(line));
    }

    /// Adds a line.
    pub fn line(&mut self, line: Line) {
        self.blocks.push(Block::Line(2, line));
    }

    /// Adds a line; what follows a break is indented by `indent` columns.
    pub fn hanging(&mut self, indent: usize, line: Line) {
        self.blocks.push(Block::Line(indent, line));
    }

    /// Adds an empty line, unless the last one is empty already.
    pub fn blank(&mut self) {
        if !matches!(self.blocks.last(), None | Some(Block::Blank)) {
            self.blocks.push(Block::Blank);
        }
    }
}
