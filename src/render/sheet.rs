//! What a view shows, in terms of neither terminal nor Markdown: lines, tables and links.

use crate::text::{Label, Message};

use super::span::LABEL;
pub(crate) use super::span::{Glyph, Line, Part, Role, Span, Track, Width, dotted};

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
    /// Whether its columns are close to each other.
    pub(crate) is_close: bool,
    /// Whether its columns are as wide as those of the other tables of the sheet of which this holds; all of
    /// them have as many.
    pub(crate) is_aligned: bool,
    /// The column that gives way first if room is short: it is cut to one line with `…`, and left
    /// out if next to nothing would be left of it.
    pub(crate) yields: Option<usize>,
    /// The column that is broken over lines before the yielding one is left out.
    pub(crate) wraps: Option<usize>,
    /// Whether the yielding column is broken over lines instead of cut; where there is little room for it, it
    /// joins the one that wraps.
    pub(crate) is_whole: bool,
    /// The rows, all equally long.
    pub(crate) rows: Vec<Vec<Line>>,
}

impl Block {
    fn on_plan(&mut self, plan: &str) {
        let lines: Vec<&mut Line> = match self {
            Self::Heading(line) | Self::Line(_, line) => vec![line],
            Self::Split(left, right) => vec![left, right],
            Self::Table(table) => table.rows.iter_mut().flatten().collect(),
            Self::Graph(_) | Self::Blank => Vec::new(),
        };
        for span in lines.into_iter().flatten() {
            if let Part::Text(text) | Part::Column { text, .. } = &mut span.part {
                *text = std::mem::replace(text, "".into()).on_plan(plan);
            }
        }
    }
}

impl Table {
    /// How many columns it has.
    pub(crate) fn columns(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }
}

impl Sheet {
    /// This sheet with another below.
    pub(crate) fn and(mut self, below: Self) -> Self {
        self.blocks.extend(below.blocks);
        self
    }

    /// The same sheet, whose commands act on the plan that `--plan` calls `plan`.
    pub(crate) fn on_plan(mut self, plan: &str) -> Self {
        self.blocks.iter_mut().for_each(|block| block.on_plan(plan));
        self
    }

    /// Lets `add` add what is about a plan: its commands act on `plan`, if that is not the current one.
    pub(crate) fn of_plan(&mut self, plan: Option<&str>, add: impl FnOnce(&mut Self)) {
        let from = self.blocks.len();
        add(self);
        if let Some(plan) = plan {
            let added = self.blocks.iter_mut().skip(from);
            added.for_each(|block| block.on_plan(plan));
        }
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
