//! Tables to nodes: a row is a unit or a slot if one of its columns says so, and its other cells are
//! the labelled lines below it.

use super::cells::{lines, time_of};
use super::clock::{Times, find_times};
use super::column::{Role, cell_mark, length_in};
use super::columns::Columns;
use super::date::dated;
use super::hours::middle;
use super::mark::Mark;
use super::node::{Cell, Document, Form, Node};
use super::recognise::mark;
use super::scan::{Scan, decoration};
use super::tail::period;
use super::timetable::timetable;
use super::titles::{is_rest, set_length};
use super::unit::{MarkPlace, UnitKind};
use super::weekday::whole_weekdays;

/// Puts what the rows of tables hold below them.
pub(super) fn expand(document: &mut Document) {
    let nodes = std::mem::take(&mut document.nodes);
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let table_of = |node: &Node| match node.form {
        Form::Row(table) => table,
        _ => None,
    };
    for run in nodes.chunk_by(|a, b| table_of(a).is_some() && table_of(a) == table_of(b)) {
        match run.first().and_then(table_of) {
            Some(index) => {
                let head = document.tables[index].head.clone();
                rows(&Columns::of(&head, run), run, &mut out);
            }
            None => out.extend_from_slice(run),
        }
    }
    document.nodes = out;
}

fn rows(columns: &Columns, rows: &[Node], out: &mut Vec<Node>) {
    let is_weekday = |column: &usize| matches!(columns.roles[*column], Role::Weekday(_));
    let weekdays: Vec<usize> = (0..columns.roles.len()).filter(is_weekday).collect();
    let covered = weekdays
        .iter()
        .filter_map(|column| match columns.roles[*column] {
            Role::Weekday(days) => Some(days.count()),
            _ => None,
        });
    if weekdays.len() >= 3 || covered.sum::<u32>() == 7 {
        timetable(columns, rows, &weekdays, out);
        return;
    }
    let mut last_outer = <[String; 2]>::default();
    let kind = columns.kind();
    let unit = kind.and_then(|kind| columns.unit(kind));
    let is_same = |a: &Node, b: &Node| {
        let (a, b) = (text(a, unit), text(b, unit));
        kind >= Some(UnitKind::Week) && !a.is_empty() && (b.is_empty() || a == b)
    };
    let mut rows = rows;
    while let Some(first) = rows.first() {
        let more = rows[1..].iter().take_while(|next| is_same(first, next));
        let (run, rest) = rows.split_at(1 + more.count());
        rows = rest;
        outer(columns, first, &mut last_outer, out);
        if let [only] = run {
            row(columns, only, kind, out);
            continue;
        }
        // Several rows of one day or week: each is a part of it.
        let name = text(first, unit);
        let mut whole = Node::new(Form::Row(None), first.line(), first.depth);
        whole.unit = kind.and_then(|kind| cell_mark(&name, kind));
        whole.text = name;
        dates(columns, first, &mut whole);
        out.push(whole);
        for part in run {
            let mut part = part.clone();
            part.depth += 1;
            row(columns, &part, None, out);
        }
    }
}

/// The month and week that several rows share, each where its cell changes.
fn outer(columns: &Columns, row: &Node, last: &mut [String; 2], out: &mut Vec<Node>) {
    if columns.kind() != Some(UnitKind::Day) {
        return;
    }
    for (kind, last) in [UnitKind::Month, UnitKind::Week].into_iter().zip(last) {
        let text = text(row, columns.unit(kind));
        if text.is_empty() || text == *last {
            continue;
        }
        let mut node = Node::new(Form::Row(None), row.line(), row.depth);
        node.unit = cell_mark(&text, kind);
        node.text.clone_from(&text);
        *last = text;
        if node.unit.is_some() {
            out.push(node);
        }
    }
}

/// The text of a row's cell in `column`.
fn text(row: &Node, column: Option<usize>) -> String {
    let cell = column.and_then(|column| row.cells.get(column));
    cell.map(Cell::text).unwrap_or_default()
}

/// A row that is a unit of this kind, or a part of one.
fn row(columns: &Columns, row: &Node, kind: Option<UnitKind>, out: &mut Vec<Node>) {
    let title = columns.title();
    let unit = columns.kind().and_then(|kind| columns.unit(kind));
    let mut node = row.clone();
    node.unit = kind.and_then(|kind| cell_mark(&text(row, unit), kind));
    dates(columns, row, &mut node);
    facts(columns, row, &mut node);
    if let Some(mark) = node.unit.as_mut().filter(|mark| mark.title.is_empty()) {
        mark.title = text(row, title);
    }
    name_rest(columns, row, &mut node);
    node.text = text(row, title);
    if node.text.is_empty() {
        let texts = row.cells.iter().map(Cell::text);
        node.text = texts
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_default();
    }
    node.tick = row
        .cells
        .iter()
        .filter_map(|cell| cell.tick)
        .reduce(|a, b| a && b);
    let linked = title.and_then(|column| row.cells.get(column));
    node.links = linked.map(|cell| cell.links.clone()).unwrap_or_default();
    node.cells.clear();
    let times = columns.column(|role| *role == Role::Times);
    let time = times.and_then(|column| time_of(&text(row, Some(column))));
    let below = push(node, time, out);
    self::cells(columns, row, &[title, unit], below, out);
}

/// A day with `Rest` in place of its time is free, whatever else is said about it.
fn name_rest(columns: &Columns, row: &Node, node: &mut Node) {
    let times = columns.column(|role| matches!(role, Role::Times | Role::Length));
    let rest = times.map(|column| text(row, Some(column)));
    let days = node.unit.as_mut().filter(|mark| mark.kind == UnitKind::Day);
    if let Some((rest, mark)) = rest.filter(|rest| is_rest(rest)).zip(days)
        && !is_rest(&mark.title)
    {
        let is_word = mark.title.contains(char::is_alphanumeric);
        mark.title = if is_word {
            format!("{rest} ({})", mark.title)
        } else {
            rest
        };
    }
}

/// Adds a row's node, and below a unit with a time its slot; gives the depth of what is below that.
fn push(mut node: Node, time: Option<Times>, out: &mut Vec<Node>) -> usize {
    let depth = node.depth;
    let Some(time) = time else {
        out.push(node);
        return depth + 1;
    };
    if node.unit.is_none() {
        node.times = Some(time);
        out.push(node);
        return depth + 1;
    }
    let mut slot = Node::new(Form::Row(None), node.line(), depth + 1);
    (slot.times, slot.text) = (Some(time), node.text.clone());
    out.extend([node, slot]);
    depth + 2
}

/// The dates of a row; a row with only those is a unit by them.
fn dates(columns: &Columns, row: &Node, node: &mut Node) {
    let Some(column) = columns.column(|role| *role == Role::Dates) else {
        return;
    };
    let text = text(row, Some(column));
    let scan = Scan::new(&text);
    let Some((dated, _)) = dated(&scan.folded, decoration(&scan.folded, 0)) else {
        return;
    };
    if node.unit.is_none() && columns.kind().is_none() {
        let mut found = mark(&text, MarkPlace::Bold).unwrap_or_else(|| Mark::new(UnitKind::Day));
        found.title.clear();
        node.unit = Some(found);
    }
    if let Some(mark) = &mut node.unit {
        mark.dated = Some(dated);
        mark.weekdays = mark.weekdays.or_else(|| dated.weekday.map(Into::into));
    }
}

/// How long a row takes; weekdays and how long it lasts, of one that is a unit.
fn facts(columns: &Columns, row: &Node, node: &mut Node) {
    let column = columns.column(|role| *role == Role::Length);
    let length = column.and_then(|column| {
        let head = columns.head.get(column).map_or("", String::as_str);
        length_in(head, &text(row, Some(column)))
    });
    let Some(mark) = &mut node.unit else {
        node.minutes = length.map(middle);
        return;
    };
    if let Some(length) = length {
        set_length(mark, length, &text(row, column));
    }
    if mark.kind == UnitKind::Phase {
        let weeks = columns
            .unit(UnitKind::Week)
            .map(|column| text(row, Some(column)));
        mark.weeks = weeks.and_then(|text| cell_mark(&text, UnitKind::Week)?.numbers);
        let texts = row.cells.iter().skip(1).map(Cell::text);
        let mut short = texts.filter(|text| text.chars().count() < 16);
        let has_weeks = mark.weeks.is_some();
        let span = || short.find_map(|text| period(&text)).filter(|_| !has_weeks);
        mark.span = mark.span.or_else(span);
    }
    mark.weekdays = mark.weekdays.or_else(|| whole_weekdays(&mark.words));
}

/// The other cells, as labelled lines.
fn cells(columns: &Columns, row: &Node, used: &[Option<usize>], depth: usize, out: &mut Vec<Node>) {
    let spans = columns.kind() == Some(UnitKind::Phase);
    for (column, cell) in row.cells.iter().enumerate() {
        let role = columns.roles.get(column).copied().unwrap_or(Role::Text);
        let is_title = used.contains(&Some(column));
        let is_fact = matches!(
            role,
            Role::Dates | Role::Times | Role::Length | Role::Index | Role::Unit(_)
        );
        let is_list = cell.lines.len() > 1;
        // How long a phase lasts has been read.
        let is_span = spans && column > 0 && period(&cell.text()).is_some() && !is_list;
        let is_fact = is_fact || is_span && cell.text().chars().count() < 16;
        let is_empty = cell.is_blank() && (role == Role::Status || cell.tick.is_none());
        if is_title && !(is_list && role == Role::Text) || is_fact || is_empty {
            continue;
        }
        let head = columns
            .head
            .get(column)
            .map(|head| head.trim().to_owned())
            .unwrap_or_default();
        let mut node = Node::new(Form::Item, row.line(), depth);
        node.times = find_times(&head).filter(|_| role == Role::Half);
        let is_slot = node.times.is_some();
        if role == Role::Half && !is_slot {
            node.unit = super::recognise::mark(&head, super::unit::MarkPlace::Bold);
            node.text.clone_from(&head);
        } else if !is_slot {
            node.label = Some(head);
        }
        node.tick = cell.tick.filter(|_| role != Role::Status);
        if !is_list && (is_slot || role != Role::Half) {
            node.text = cell.text();
            node.links.clone_from(&cell.links);
        }
        out.push(node);
        if is_list || role == Role::Half && !is_slot {
            lines(cell, row.line(), depth + 1, out);
        }
    }
}
