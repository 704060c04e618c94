//! A table for a terminal, laid out by the table crate and coloured afterwards.

use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle,
    TableStyle, Width,
};
use unicode_width::UnicodeWidthChar;

use super::sheet::{Align, Glyph, Line, Role, Table};
use super::terminal::Style;

/// Columns between the columns of a table; one of them is [`CELL`].
const GAP: usize = 2;
/// A yielding column narrower than this is left out.
const LEAST: usize = 12;
/// Stands between cells until they are coloured. No cell holds it: controls are escaped.
const CELL: char = '\u{1F}';
/// Fills the lines between rows, which tell where a row of several lines ends.
const ROW: char = '\u{1E}';
/// Lines as the table crate is to draw them, to be taken apart again.
const MARKED: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(CELL))
    .header_separator(LineStyle::none().fill(ROW).junction(ROW))
    .content_lines(ContentLineStyle::none().junction(CELL))
    .row_separator(LineStyle::none().fill(ROW).junction(ROW));

/// Writes `table`.
pub(super) fn write(out: &mut String, table: &Table, style: Style) {
    let layout = Layout::of(table, style);
    let mut swap = Swap::new(style);
    let grid = layout.grid(table, &mut swap);
    let has_head = grid.header().is_some();
    let mut row: usize = 0;
    for line in grid.lines() {
        if line.starts_with(ROW) {
            row += 1;
            continue;
        }
        let line = swap.back(&line);
        let last = line.trim_end_matches([' ', CELL]).len();
        out.extend(std::iter::repeat_n(' ', table.indent));
        for (position, cell) in line[..last].split(CELL).enumerate() {
            if position > 0 {
                out.push(' ');
            }
            let index = if has_head {
                row.checked_sub(1)
            } else {
                Some(row)
            };
            let role = index.map_or(Role::Dim, |row| {
                role(&table.rows[row][layout.shown[position]])
            });
            let words = cell.trim_matches(' ');
            let lead = cell.len() - cell.trim_start_matches(' ').len();
            out.push_str(&cell[..lead.min(cell.len())]);
            out.push_str(&style.paint(words, role));
            out.push_str(&cell[(lead + words.len()).min(cell.len())..]);
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
}

/// A cell has one colour: that of its first part which has one.
fn role(line: &Line) -> Role {
    let strong = line
        .iter()
        .map(|span| span.role)
        .find(|role| !matches!(role, Role::Plain | Role::Dim));
    let dim = !line.is_empty() && line.iter().all(|span| span.role == Role::Dim);
    strong.unwrap_or(if dim { Role::Dim } else { Role::Plain })
}

/// How wide the columns of a table may be.
struct Layout {
    style: Style,
    /// The columns that are shown.
    shown: Vec<usize>,
    /// The width of each column's content, the yielding one's cut to the room there is.
    widths: Vec<usize>,
}

impl Layout {
    fn of(table: &Table, style: Style) -> Self {
        let content = |column: usize| {
            let rows = table
                .rows
                .iter()
                .map(|row| style.measure(&style.line_text(&row[column])));
            rows.max()
                .unwrap_or(0)
                .max(style.measure(table.head[column]))
        };
        let mut shown: Vec<usize> = (0..table.head.len()).collect();
        let mut widths: Vec<usize> = shown.iter().map(|column| content(*column)).collect();
        if let Some(yields) = table.yields {
            let room = |widths: &[usize]| {
                let others = shown
                    .iter()
                    .filter(|c| **c != yields)
                    .map(|c| widths[*c] + GAP);
                style
                    .width
                    .saturating_sub(table.indent + others.sum::<usize>())
            };
            if let Some(wraps) = table.wraps.filter(|_| room(&widths) < LEAST) {
                widths[wraps] = widths[wraps].min(style.width / 3);
            }
            let room = room(&widths);
            widths[yields] = widths[yields].min(room);
            if room < LEAST {
                shown.retain(|column| *column != yields);
            }
        }
        Self {
            style,
            shown,
            widths,
        }
    }

    fn grid(&self, table: &Table, swap: &mut Swap) -> comfy_table::Table {
        let mut grid = comfy_table::Table::new();
        let width = self.style.width.saturating_sub(table.indent);
        grid.load_style(MARKED)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(width).unwrap_or(u16::MAX));
        if table.head.iter().any(|head| !head.is_empty()) {
            grid.set_header(
                self.shown
                    .iter()
                    .map(|column| Cell::new(table.head[*column])),
            );
        }
        for row in &table.rows {
            let cells = self
                .shown
                .iter()
                .map(|column| self.cell(table, row, *column, swap));
            grid.add_row(cells.collect::<Vec<_>>());
        }
        for (position, column) in self.shown.iter().enumerate() {
            let Some(laid) = grid.column_mut(position) else {
                continue;
            };
            let last = position + 1 == self.shown.len();
            laid.set_padding((0, u16::from(!last)));
            // Short columns keep their width; long ones share what is left.
            let width = self.widths[*column];
            if Some(*column) == table.wraps {
                let most = u16::try_from(width + GAP).unwrap_or(u16::MAX);
                laid.set_constraint(ColumnConstraint::UpperBoundary(Width::Fixed(most)));
            } else if width <= self.style.width / 3 && Some(*column) != table.yields {
                laid.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        grid
    }

    fn cell(&self, table: &Table, row: &[Line], column: usize, swap: &mut Swap) -> Cell {
        let text = self.style.line_text(&row[column]);
        let yields = Some(column) == table.yields;
        let text = if yields {
            cut(&text, self.widths[column], self.style)
        } else {
            text
        };
        Cell::new(swap.there(&text)).set_alignment(match table.align[column] {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        })
    }
}

/// `text` cut to `width` columns, with a sign that there is more.
pub(super) fn cut(text: &str, width: usize, style: Style) -> String {
    if style.measure(text) <= width {
        return text.to_owned();
    }
    let more = style.glyph(Glyph::More);
    // Where there is not even room for the sign, the words are cut without it.
    let more = if style.measure(more) > width {
        ""
    } else {
        more
    };
    let room = width.saturating_sub(style.measure(more));
    let mut taken = 0;
    let fits = |c: &char| {
        taken += style.columns(*c);
        taken <= room
    };
    let kept: String = text.chars().take_while(fits).collect();
    kept.trim_end().to_owned() + more
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
            let index = u32::from(c)
                .checked_sub(Self::FIRST)
                .map(|index| index as usize);
            index
                .and_then(|index| self.out.get(index))
                .copied()
                .unwrap_or(c)
        };
        line.chars().map(back).collect()
    }
}
