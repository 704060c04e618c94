//! Tables with a column for each weekday.

use super::cells::{lines, time_of};
use super::column::{Role, cell_mark};
use super::columns::Columns;
use super::mark::Mark;
use super::node::{Cell, Form, Node};
use super::unit::UnitKind;

/// Every column is a day, below the row's week if it has one; with times in front, every cell is a
/// slot.
pub(super) fn timetable(columns: &Columns, rows: &[Node], weekdays: &[usize], out: &mut Vec<Node>) {
    let units = [UnitKind::Week, UnitKind::Phase];
    let unit = units
        .into_iter()
        .find_map(|kind| Some((kind, columns.unit(kind)?)));
    match unit {
        Some((kind, unit)) => {
            for row in rows {
                week(columns, row, (kind, unit), weekdays, out);
            }
        }
        None => weekdays
            .iter()
            .for_each(|column| day_of_column(columns, rows, *column, out)),
    }
}

fn day(columns: &Columns, column: usize, line: u32, depth: usize) -> Node {
    let mut node = Node::new(Form::Row(None), line, depth);
    let mut mark = Mark::new(UnitKind::Day);
    if let Role::Weekday(days) = columns.roles[column] {
        mark.weekdays = Some(days);
    }
    node.text = columns.head.get(column).cloned().unwrap_or_default();
    mark.words.clone_from(&node.text);
    node.unit = Some(mark);
    node
}

/// A row that is a week, with a day for each of its cells.
fn week(
    columns: &Columns,
    row: &Node,
    (kind, unit): (UnitKind, usize),
    weekdays: &[usize],
    out: &mut Vec<Node>,
) {
    let mut week = row.clone();
    week.text = row.cells.get(unit).map(Cell::text).unwrap_or_default();
    week.unit = cell_mark(&week.text, kind);
    week.cells.clear();
    out.push(week);
    for column in weekdays {
        let cell = row.cells.get(*column).filter(|cell| !cell.is_blank());
        if let Some(cell) = cell {
            out.push(day(columns, *column, row.line(), row.depth + 1));
            lines(cell, row.line(), row.depth + 2, out);
        }
    }
}

/// A column that is a day, with a slot for each cell that has a time in front.
fn day_of_column(columns: &Columns, rows: &[Node], column: usize, out: &mut Vec<Node>) {
    let times = columns.column(|role| *role == Role::Times);
    let Some(first) = rows.first() else {
        return;
    };
    out.push(day(columns, column, first.line(), first.depth));
    for row in rows {
        let Some(cell) = row.cells.get(column).filter(|cell| !cell.is_blank()) else {
            continue;
        };
        let time = times.and_then(|column| time_of(&row.cells.get(column)?.text()));
        let Some(time) = time else {
            lines(cell, row.line(), first.depth + 1, out);
            continue;
        };
        let mut slot = Node::new(Form::Item, row.line(), first.depth + 1);
        slot.times = Some(time);
        slot.text = cell.text();
        slot.links.clone_from(&cell.links);
        slot.tick = cell.tick;
        out.push(slot);
    }
}
