//! A table for a terminal: comfy-table arranges, breaks, aligns and colours the cells.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, TableStyle, Width};
use unicode_width::UnicodeWidthChar;

use super::sheet::{Glyph, Line, Role, Span, Table};
use super::stand_ins::StandIns;
use super::style::{self, Style};
use super::{breaks, wrap};
use crate::text::Message;

/// Columns between the columns of a table.
const GAP: usize = 2;
/// Zero-width space: comfy-table breaks Chinese at it, and it is taken out of the lines.
const BREAK: char = '\u{200B}';
/// A yielding column narrower than this is left out.
const LEAST: usize = 12;

/// The same where the table has to show everything.
const LEAST_WHOLE: usize = 24;

/// Rows that are arranged at once: what is arranged takes several times the memory of the text.
const ROWS: usize = 1000;

/// How wide the columns of aligned tables are.
pub(super) fn shared_widths<'t>(
    tables: impl Iterator<Item = &'t Table>,
    style: Style,
) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for table in tables {
        widths.resize(widths.len().max(table.columns()), 0);
        for (column, width) in widths.iter_mut().enumerate() {
            *width = content(table, column, style).max(*width);
        }
    }
    widths
}

/// The widest content of a column.
fn content(table: &Table, column: usize, style: Style) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let cells = cells.map(|cell| style.measure_line(cell)).max();
    let head = table.head.get(column);
    let head = head.map_or(0, |head| style.measure(&style.message(head)));
    cells.unwrap_or(0).max(head)
}

/// Writes `table`; if it is aligned, with columns that are as wide as the `shared` ones.
pub(super) fn write(out: &mut String, table: &Table, shared: &[usize], style: Style) {
    let layout = Layout::of(table, shared, style);
    // If the table is too wide, comfy-table needs all rows to set the widths.
    let together = if layout.overflows() {
        table.rows.len().max(1)
    } else {
        ROWS
    };
    let mut parts = table.rows.chunks(together);
    layout.write(out, &table.head, parts.next().unwrap_or_default());
    for rows in parts {
        layout.write(out, &[], rows);
    }
}

/// Chinese with a [`BREAK`] wherever it may be broken; other text is broken at its spaces.
fn breakable(text: &str) -> String {
    let text = text.replace(BREAK, "");
    if text.chars().any(|c| c.width() == Some(2)) {
        return breaks::cell_words(&text).join(BREAK.encode_utf8(&mut [0; 4]));
    }
    text
}

fn narrow(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// A cell has one colour: that of its first part which has one.
fn role(line: &Line) -> Role {
    let roles = || line.iter().map(|span| span.role);
    let strong = roles().find(|role| !matches!(role, Role::Plain | Role::Dim));
    let is_dim = !line.is_empty() && roles().all(|role| role == Role::Dim);
    strong.unwrap_or(if is_dim { Role::Dim } else { Role::Plain })
}

fn cell(text: String, role: Role) -> Cell {
    // Even an empty cell would get codes, and a line would not end with its last words.
    let (color, attribute) = if text.is_empty() {
        (None, None)
    } else {
        style::look(role)
    };
    let is_breakable = text.contains(BREAK);
    let mut cell = Cell::new_owned(text).add_attributes(attribute.into_iter().collect());
    if is_breakable {
        cell = cell.set_delimiter(BREAK);
    }
    match color {
        Some(color) => cell.fg(color),
        None => cell,
    }
}

/// How wide the columns of a table may be.
struct Layout<'t> {
    table: &'t Table,
    style: Style,
    /// The width of each column's content, limited where the column wraps or yields.
    widths: Vec<usize>,
    /// Whether the yielding column has too little room to be of use.
    is_hidden: bool,
}

impl<'t> Layout<'t> {
    /// Writes some rows, below `head`.
    fn write(&self, out: &mut String, head: &[Message], rows: &[Vec<Line>]) {
        let style = self.style;
        let mut stand_ins = StandIns::default();
        let mut grid = comfy_table::Table::new();
        grid.load_style(TableStyle::new())
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(narrow(style.width.saturating_sub(self.table.indent)))
            .style_text_only();
        if style.color {
            grid.enforce_styling();
        } else {
            grid.force_no_tty();
        }
        if !head.is_empty() {
            let heads = head.iter().map(|head| style.message(head)).enumerate();
            let heads = heads.map(|(column, head)| self.aligned(column, cell(head, Role::Dim)));
            grid.set_header(heads);
        }
        for row in rows {
            let folded = self.is_folded().then(|| self.folded(row));
            let cells = folded.as_deref().unwrap_or(row).iter().enumerate();
            grid.add_row(cells.map(|(column, line)| self.cell(column, line, &mut stand_ins)));
        }
        self.constrain(&mut grid);
        for line in grid.lines() {
            out.push_str(&" ".repeat(self.table.indent));
            out.push_str(&stand_ins.undo(&line).replace(BREAK, ""));
            wrap::end_line(out);
        }
    }

    fn cell(&self, column: usize, line: &Line, stand_ins: &mut StandIns) -> Cell {
        let mut text = self.text(column, line);
        if self.overflows() {
            text = breakable(&text);
        }
        if self.style.wide {
            text = stand_ins.put(&text);
        }
        self.aligned(column, cell(text, role(line)))
    }

    fn aligned(&self, column: usize, cell: Cell) -> Cell {
        let is_right = self.table.right.contains(&column);
        cell.set_alignment(if is_right {
            CellAlignment::Right
        } else {
            CellAlignment::Left
        })
    }

    fn of(table: &'t Table, shared: &[usize], style: Style) -> Self {
        let width = |column: usize| match shared.get(column) {
            Some(shared) if table.is_aligned => *shared,
            _ => content(table, column, style),
        };
        let mut layout = Self {
            table,
            style,
            widths: (0..table.columns()).map(width).collect(),
            is_hidden: false,
        };
        if let Some(yields) = table.yields {
            let least = if table.is_whole { LEAST_WHOLE } else { LEAST };
            let least = least.min(layout.widths[yields]);
            let lacking = least.saturating_sub(layout.room(yields));
            if let Some(wraps) = table.wraps.filter(|_| lacking > 0) {
                layout.wrap(wraps, lacking);
            }
            let room = layout.room(yields);
            layout.widths[yields] = layout.widths[yields].min(room);
            layout.is_hidden = room < least;
            if layout.is_folded() {
                layout.fold(yields);
            }
        }
        layout
    }

    /// Whether the yielding column joins the one that wraps.
    fn is_folded(&self) -> bool {
        self.is_hidden && self.table.is_whole && self.table.wraps.is_some()
    }

    /// Gives the column that wraps all the room that the others leave.
    fn fold(&mut self, yields: usize) {
        let Some(wraps) = self.table.wraps else {
            return;
        };
        self.widths[yields] = 0;
        let room = (self.room(wraps) + self.gap()).min(self.style.width);
        let rows = self.table.rows.iter();
        let widths = rows.map(|row| self.style.measure_line(&self.folded(row)[wraps]));
        self.widths[wraps] = widths.max().unwrap_or(0).max(LEAST).min(room);
    }

    /// A row as it is shown: what yields is after what wraps, if it joins it.
    fn folded(&self, row: &[Line]) -> Vec<Line> {
        let mut row = row.to_vec();
        if let (Some(yields), Some(wraps)) = (self.table.yields, self.table.wraps)
            && self.is_folded()
        {
            let more = std::mem::take(&mut row[yields]);
            if !more.is_empty() {
                let dot = [Span::space(1), Span::glyph(Glyph::Dot), Span::space(1)];
                row[wraps].extend(dot.into_iter().chain(more));
            }
        }
        row
    }

    /// Columns between the columns.
    fn gap(&self) -> usize {
        if self.table.is_close { 1 } else { GAP }
    }

    /// Makes a column narrower that wraps: to a third of the screen, and if that is not enough, by
    /// what the yielding column is `lacking`.
    fn wrap(&mut self, column: usize, lacking: usize) {
        let width = self.widths[column];
        let enough = width.saturating_sub(lacking).max(LEAST);
        let limit = width.min(self.style.width / 3).min(enough);
        let lines = self.table.rows.iter().map(|row| {
            let text = wrap::broken(&row[column], limit, self.style);
            text.lines().map(|line| self.style.measure(line)).max()
        });
        let head = self.table.head.get(column);
        let head = head.map_or(0, |head| self.style.measure(&self.style.message(head)));
        let widest = lines.flatten().max().unwrap_or(0).max(head);
        // A single word may be wider than the limit.
        self.widths[column] = widest.min(limit);
    }

    /// The columns that all others leave for the one at `yields`.
    fn room(&self, yields: usize) -> usize {
        let others = self.widths.iter().enumerate();
        let others = others.filter(|(column, _)| *column != yields);
        let taken: usize = others.map(|(_, width)| width + self.gap()).sum();
        self.style.width.saturating_sub(self.table.indent + taken)
    }

    /// The text of a cell; that of the yielding column is cut to one line, that of the wrapping one
    /// broken over several.
    fn text(&self, column: usize, line: &Line) -> String {
        match self.table.yields {
            Some(yields) if yields == column && !self.table.is_whole => {
                self.style.plain(&self.style.cut(line, self.widths[column]))
            }
            _ if self.table.wraps == Some(column) || self.table.yields == Some(column) => {
                wrap::broken(line, self.widths[column], self.style)
            }
            _ => self.style.plain(line),
        }
    }

    fn is_shown(&self, column: usize) -> bool {
        !self.is_hidden || self.table.yields != Some(column)
    }

    /// Whether the columns are too wide together, so that cells are broken over lines.
    fn overflows(&self) -> bool {
        let shown = (0..self.widths.len()).filter(|column| self.is_shown(*column));
        let taken: usize = shown.map(|column| self.widths[column] + self.gap()).sum();
        self.table.indent + taken > self.style.width + self.gap()
    }

    /// Short columns keep their width; long ones share the rest.
    fn constrain(&self, grid: &mut comfy_table::Table) {
        let last = (0..self.widths.len()).rfind(|column| self.is_shown(*column));
        // Where only short columns are too wide together, all but the first share the room.
        let is_short = |column: usize| self.widths[column] <= self.style.width / 3;
        let mut shown = (0..self.widths.len()).filter(|column| self.is_shown(*column));
        let all_wrap = shown.all(is_short) && self.table.wraps.is_none() && self.overflows();
        for (number, column) in grid.column_iter_mut().enumerate() {
            let gap = if Some(number) == last { 0 } else { self.gap() };
            column.set_padding((0, narrow(gap)));
            let width = self.widths[number];
            if !self.is_shown(number) {
                column.set_constraint(ColumnConstraint::Hidden);
            } else if !self.overflows() {
                let own = Width::Fixed(narrow(width + gap));
                column.set_constraint(ColumnConstraint::Absolute(own));
            } else if self.table.wraps == Some(number) {
                let most = Width::Fixed(narrow(width + gap));
                column.set_constraint(ColumnConstraint::UpperBoundary(most));
            } else if is_short(number)
                && self.table.yields != Some(number)
                && (number == 0 || !all_wrap)
            {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
    }
}
