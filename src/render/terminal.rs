//! A sheet as text for a terminal: columns straight, colours where wanted, links whole.

use comfy_table::{Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement};
use unicode_width::UnicodeWidthChar;

use super::sheet::{Align, Block, Glyph, Line, Part, Role, Sheet, Span, Table};
use crate::escape;

/// How a terminal is to be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// How many columns there are.
    pub width: usize,
    /// Whether to use colour.
    pub color: bool,
    /// Whether signs and bars are to be ASCII.
    pub ascii: bool,
    /// Whether characters of ambiguous width take two columns.
    pub wide: bool,
}

/// Columns between the columns of a table.
const GAP: usize = 2;
/// A yielding column narrower than this is left out.
const LEAST: usize = 12;

/// The sheet as text, each line ended.
#[must_use]
pub fn terminal(sheet: &Sheet, style: Style) -> String {
    let mut out = String::new();
    for block in &sheet.blocks {
        match block {
            Block::Blank => out.push('\n'),
            Block::Heading(line) => style.wrapped(&mut out, 2, &titled(line)),
            Block::Line(indent, line) => style.wrapped(&mut out, *indent, line),
            Block::Split(left, right) => style.split(&mut out, left, right),
            Block::Link(indent, line, url) => style.link(&mut out, *indent, line, url),
            Block::Table(table) => style.table(&mut out, table),
        }
    }
    out
}

fn titled(line: &Line) -> Line {
    let mut line = line.clone();
    for span in line.iter_mut().filter(|span| span.role == Role::Plain) {
        span.role = Role::Title;
    }
    line
}

impl Style {
    /// Columns that `c` takes. A terminal that draws ambiguous characters wide is told so by
    /// `wide`; there is no asking it.
    fn columns(self, c: char) -> usize {
        let columns = if self.wide { c.width_cjk() } else { c.width() };
        columns.unwrap_or(0)
    }

    /// Columns that `text` takes.
    #[must_use]
    pub fn measure(self, text: &str) -> usize {
        text.chars().map(|c| self.columns(c)).sum()
    }

    fn glyph(self, glyph: Glyph) -> &'static str {
        match (glyph, self.ascii) {
            (Glyph::Done, false) => "✓",
            (Glyph::Done, true) => "x",
            (Glyph::Now, false) => "▶",
            (Glyph::Now, true) => ">",
            (Glyph::Skipped, false) => "–",
            (Glyph::Skipped, true) => "-",
            (Glyph::Overdue | Glyph::Warn, _) => "!",
            (Glyph::Dot, false) => "·",
            (Glyph::Dot, true) => "|",
            (Glyph::More, false) => "…",
            (Glyph::More, true) => "...",
        }
    }

    /// A part of a line as safe text.
    fn text(self, span: &Span) -> String {
        match &span.part {
            Part::Text(text) => escape::terminal(text).into_owned(),
            Part::Glyph(glyph) => self.glyph(*glyph).to_owned(),
            Part::Bar { done, total, cells } => {
                let (full, rest) = if self.ascii { ("#", "-") } else { ("█", "─") };
                let cells = cells / self.measure(full).max(1);
                let filled = filled_cells(*done, *total, cells);
                full.repeat(filled) + &rest.repeat(cells - filled)
            }
        }
    }

    fn paint(self, text: &str, role: Role) -> String {
        let code = match role {
            _ if !self.color => return text.to_owned(),
            Role::Plain => return text.to_owned(),
            Role::Title => "1",
            Role::Dim => "2",
            Role::Label => "36",
            Role::Done => "32",
            Role::Now => "1;33",
            Role::Warn => "31",
            Role::Link => "34",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    fn line_text(self, line: &Line) -> String {
        line.iter().map(|span| self.text(span)).collect()
    }

    fn painted(self, line: &Line) -> String {
        let spans = line.iter().map(|span| self.paint(&self.text(span), span.role));
        spans.collect()
    }

    /// Writes a line, broken before words that do not fit.
    fn wrapped(self, out: &mut String, indent: usize, line: &Line) {
        let mut column = 0;
        for span in line {
            for piece in pieces(&self.text(span)) {
                let columns = self.measure(piece);
                let solid = self.measure(piece.trim_end());
                if column > indent && column + solid > self.width {
                    trim_spaces(out);
                    out.push('\n');
                    out.extend(std::iter::repeat_n(' ', indent));
                    column = indent;
                }
                out.push_str(&self.paint(piece, span.role));
                column += columns;
            }
        }
        trim_spaces(out);
        out.push('\n');
    }

    fn split(self, out: &mut String, left: &Line, right: &Line) {
        let taken = self.measure(&self.line_text(left)) + self.measure(&self.line_text(right));
        if taken + GAP > self.width {
            self.wrapped(out, 2, left);
            self.wrapped(out, 2, right);
            return;
        }
        out.push_str(&self.painted(left));
        out.extend(std::iter::repeat_n(' ', self.width - taken));
        out.push_str(&self.painted(right));
        out.push('\n');
    }

    fn link(self, out: &mut String, indent: usize, line: &Line, url: &str) {
        let url = escape::terminal(url);
        let taken = self.measure(&self.line_text(line)) + GAP + self.measure(&url);
        if taken <= self.width {
            let words = self.painted(line);
            out.push_str(&format!("{words}  {}\n", self.paint(&url, Role::Link)));
        } else {
            self.wrapped(out, indent, line);
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(&self.paint(&url, Role::Link));
            out.push('\n');
        }
    }

    fn table(self, out: &mut String, table: &Table) {
        let mut swap = Swap::new(self);
        let (widths, shown) = self.widths(table);
        let mut grid = comfy_table::Table::new();
        grid.load_style(comfy_table::presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.width - table.indent.min(self.width)).unwrap_or(u16::MAX))
            .set_truncation_indicator(if self.ascii { "..." } else { "…" })
            .force_no_tty();
        if self.color {
            comfy_table::crossterm::style::force_color_output(true);
            grid.enforce_styling();
        }
        if table.head.iter().any(|head| !head.is_empty()) {
            let dim = |column: &usize| Cell::new(table.head[*column]).add_attribute(Attribute::Dim);
            grid.set_header(shown.iter().map(dim));
        }
        for row in &table.rows {
            let cells = shown.iter().map(|column| {
                let width = (Some(*column) == table.yields).then(|| widths[*column]);
                self.cell(&row[*column], width, table.align[*column], &mut swap)
            });
            grid.add_row(cells.collect::<Vec<_>>());
        }
        for (position, column) in grid.column_iter_mut().enumerate() {
            let last = position + 1 == shown.len();
            column.set_padding((0, if last { 0 } else { u16::try_from(GAP).unwrap_or(2) }));
            if Some(shown[position]) != table.yields && self.rigid(table, shown[position]) {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        for line in grid.lines() {
            out.extend(std::iter::repeat_n(' ', table.indent));
            out.push_str(swap.back(&line).trim_end());
            out.push('\n');
        }
    }

    /// Whether a column keeps the width of its content: all but long ones do.
    fn rigid(self, table: &Table, column: usize) -> bool {
        self.content_width(table, column) <= self.width / 3
    }

    fn content_width(self, table: &Table, column: usize) -> usize {
        let rows = table.rows.iter().map(|row| self.measure(&self.line_text(&row[column])));
        let head = self.measure(table.head[column]);
        rows.max().unwrap_or(0).max(head)
    }

    /// The width of each column's content, the yielding one's cut to the room there is; and the
    /// columns that are shown.
    fn widths(self, table: &Table) -> (Vec<usize>, Vec<usize>) {
        let mut shown: Vec<usize> = (0..table.head.len()).collect();
        let mut widths: Vec<usize> = shown.iter().map(|c| self.content_width(table, *c)).collect();
        if let Some(yields) = table.yields {
            let others: usize = shown.iter().filter(|c| **c != yields).map(|c| widths[*c] + GAP).sum();
            let room = self.width.saturating_sub(table.indent + others);
            widths[yields] = widths[yields].min(room);
            if room < LEAST {
                shown.retain(|column| *column != yields);
            }
        }
        (widths, shown)
    }

    fn cell(self, line: &Line, width: Option<usize>, align: Align, swap: &mut Swap) -> Cell {
        let text = self.line_text(line);
        let text = width.map_or_else(|| text.clone(), |width| self.cut(&text, width));
        let cell = Cell::new(swap.there(&text)).set_alignment(match align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
        match cell_role(line) {
            Role::Plain => cell,
            Role::Title => cell.add_attribute(Attribute::Bold),
            Role::Dim => cell.add_attribute(Attribute::Dim),
            Role::Label => cell.fg(Color::DarkCyan),
            Role::Done => cell.fg(Color::DarkGreen),
            Role::Now => cell.fg(Color::DarkYellow).add_attribute(Attribute::Bold),
            Role::Warn => cell.fg(Color::DarkRed),
            Role::Link => cell.fg(Color::DarkBlue),
        }
    }

    /// `text` cut to `width` columns, with a sign that there is more.
    fn cut(self, text: &str, width: usize) -> String {
        if self.measure(text) <= width {
            return text.to_owned();
        }
        let more = self.glyph(Glyph::More);
        let room = width.saturating_sub(self.measure(more));
        let mut taken = 0;
        let fits = |c: &char| {
            taken += self.columns(*c);
            taken <= room
        };
        let kept: String = text.chars().take_while(fits).collect();
        kept.trim_end().to_owned() + more
    }
}

/// A cell has one colour: that of its first part which has one, unless most of it is plain.
fn cell_role(line: &Line) -> Role {
    let now = line.iter().find(|span| span.role == Role::Now);
    let all = line.iter().map(|span| span.role).filter(|role| *role != Role::Dim);
    match now {
        Some(span) => span.role,
        None if line.iter().all(|span| span.role == Role::Dim) && !line.is_empty() => Role::Dim,
        None => all.into_iter().next().unwrap_or_default(),
    }
}

/// Full cells of a bar: none only for nothing, all only for everything.
fn filled_cells(done: u32, total: u32, cells: usize) -> usize {
    if done == 0 || total == 0 || cells == 0 {
        return 0;
    }
    if done >= total {
        return cells;
    }
    let filled = done as usize * cells / total as usize;
    filled.clamp(1, cells - 1)
}

/// Words with the spaces behind them; Chinese may be broken between any two characters, but not
/// before a closing mark.
fn pieces(text: &str) -> Vec<&str> {
    let mut starts = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let closing = "，。、：；！？）》」』】”’".contains(c);
        let opening = before.is_some_and(|b| "（《「『【“‘".contains(b));
        let wide = |c: char| c.width() == Some(2);
        let word_ends = before == Some(' ') && c != ' ';
        let between = before.is_some_and(|b| b != ' ' && (wide(b) || wide(c)));
        if at > 0 && (word_ends || between && !closing && !opening && c != ' ') {
            starts.push(at);
        }
        before = Some(c);
    }
    starts.push(text.len());
    starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).filter(|piece| !piece.is_empty()).collect()
}

fn trim_spaces(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
}

/// The table crate measures every character of ambiguous width as one column. Where a terminal
/// draws them as two, they are laid out as stand-ins that always take two (unassigned characters
/// of plane 3) and put back afterwards.
struct Swap {
    style: Style,
    out: Vec<char>,
}

impl Swap {
    const FIRST: u32 = 0x3_F000;

    fn new(style: Style) -> Self {
        Self {
            style,
            out: Vec::new(),
        }
    }

    fn there(&mut self, text: &str) -> String {
        if !self.style.wide {
            return text.to_owned();
        }
        let swap = |c: char| {
            if c.width() == c.width_cjk() {
                return c;
            }
            let found = self.out.iter().position(|known| *known == c);
            let index = found.unwrap_or_else(|| {
                self.out.push(c);
                self.out.len() - 1
            });
            let code = u32::try_from(index).ok().map(|index| Self::FIRST + index);
            code.and_then(char::from_u32).unwrap_or(c)
        };
        text.chars().map(swap).collect()
    }

    fn back(&self, line: &str) -> String {
        let back = |c: char| {
            let index = u32::from(c).checked_sub(Self::FIRST).map(|index| index as usize);
            index.and_then(|index| self.out.get(index)).copied().unwrap_or(c)
        };
        line.chars().map(back).collect()
    }
}
