//! A document as lines with a depth: headings, list items, rows of tables, paragraphs and code.

use chrono::NaiveDate;

use super::clock::Times;
use super::mark::Mark;

/// A link with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(crate) text: String,
    pub(crate) url: String,
}

/// What a node is in Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The document.
    Root,
    Heading,
    /// A paragraph's line that begins in bold.
    Bold,
    /// A paragraph's line.
    Line,
    Item,
    /// A row of the table with this index, or a part of a row.
    Row(Option<usize>),
    /// A fenced block.
    Code,
}

/// What a unit is that is not the plan's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    /// It says again what the unit at this node says.
    Of(usize),
    /// It says again what other units say.
    Unknown,
    /// It belongs to another plan than the one that is imported.
    OtherPlan,
    /// It says how any week is spent.
    Routine,
}

/// A cell of a table, by its `<br>`-separated lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cell {
    pub(crate) lines: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) tick: Option<bool>,
}

impl Cell {
    /// Its lines in one.
    pub(super) fn text(&self) -> String {
        self.lines.join(" ")
    }

    /// Whether it says nothing, or only that something is not done yet.
    pub(super) fn is_blank(&self) -> bool {
        let is_letter = |c: char| c.is_alphanumeric();
        !self.lines.iter().any(|line| line.contains(is_letter))
    }
}

/// A line of the document, or a block of code.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(crate) form: Form,
    /// Its first and last line, from 1.
    pub(crate) lines: (u32, u32),
    /// How deep it is nested: what is deeper than the node before belongs to that.
    pub(crate) depth: usize,
    /// Its text without emphasis.
    pub(crate) text: String,
    /// All of its text, where a time is cut off.
    pub(crate) written: Option<String>,
    /// How many characters at its start are bold.
    pub(crate) bold: usize,
    /// What its text is, by the head of its column.
    pub(crate) label: Option<String>,
    pub(crate) tick: Option<bool>,
    /// The date on which a task is due.
    pub(crate) due: Option<NaiveDate>,
    /// What else is marked on a task, as it is written.
    pub(crate) marks: String,
    pub(crate) links: Vec<Link>,
    /// The cells of a row.
    pub(crate) cells: Vec<Cell>,
    pub(crate) parent: usize,
    pub(crate) children: Vec<usize>,
    /// What makes it a unit of the plan.
    pub(crate) unit: Option<Mark>,
    /// Why it is not the plan's, though it is marked as a unit.
    pub(crate) repeats: Option<Repeat>,
    /// How many minutes a row takes.
    pub(crate) minutes: Option<u32>,
    /// How many days a task of a chart takes.
    pub(crate) days: Option<u32>,
    /// The times that make it a slot.
    pub(crate) times: Option<Times>,
}

impl Node {
    pub(super) fn new(form: Form, line: u32, depth: usize) -> Self {
        Self {
            form,
            lines: (line, line),
            depth,
            text: String::new(),
            written: None,
            bold: 0,
            label: None,
            tick: None,
            due: None,
            marks: String::new(),
            links: Vec::new(),
            cells: Vec::new(),
            parent: 0,
            children: Vec::new(),
            unit: None,
            repeats: None,
            minutes: None,
            days: None,
            times: None,
        }
    }

    pub(super) fn line(&self) -> u32 {
        self.lines.0
    }
}

/// The depth of paragraphs outside of lists: below any heading.
pub(super) const PARAGRAPH: usize = 14;
/// The depth of the items of a list that is in no other.
pub(super) const ITEM: usize = 16;

/// The head of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    pub(crate) line: u32,
    pub(crate) head: Vec<String>,
}

/// A document that has been read. The first node is the document itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Document {
    pub(crate) nodes: Vec<Node>,
    pub(crate) tables: Vec<Table>,
    /// The lines of the front matter, between its fences.
    pub(crate) front: Vec<String>,
    /// All lines.
    pub(crate) lines: Vec<String>,
}

impl Document {
    /// The node at `index` and all below it, in order.
    pub(super) fn below(&self, index: usize) -> Vec<usize> {
        let mut all = Vec::new();
        let mut open = vec![index];
        while let Some(next) = open.pop() {
            all.push(next);
            open.extend(self.nodes[next].children.iter().rev());
        }
        all
    }

    /// The nodes around `index`, innermost first, without itself.
    pub(super) fn around(&self, index: usize) -> impl Iterator<Item = usize> {
        let up = |at: &usize| (*at != 0).then(|| self.nodes[*at].parent);
        std::iter::successors(Some(index), up).skip(1)
    }
}
