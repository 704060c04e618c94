//! A sheet as text for a terminal: columns straight, colours where wanted, links whole.

use super::sheet::{Block, Graph, Line, Role, Sheet, Span};
use super::style::Style;
use super::{graph, table, wrap};

/// Columns between two halves of a line.
const GAP: usize = 2;

/// The sheet as text, each line ended.
pub(crate) fn terminal(sheet: &Sheet, style: Style) -> String {
    let mut out = String::new();
    let tables = sheet.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.is_aligned => Some(table),
        _ => None,
    });
    let shared = table::shared_widths(tables, style);
    for block in &sheet.blocks {
        match block {
            Block::Blank => out.push('\n'),
            Block::Heading(line) => wrap::write(&mut out, 2, &titled(line), style),
            Block::Line(indent, line) => wrap::write(&mut out, *indent, line, style),
            Block::Split(left, right) => split(&mut out, left, right, style),
            Block::Table(table) => table::write(&mut out, table, &shared, style),
            Block::Graph(graph) => self::graph(&mut out, graph, style),
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

fn graph(out: &mut String, graph: &Graph, style: Style) {
    let Some(lines) = graph::draw(graph, style) else {
        listed(out, graph, style);
        return;
    };
    for line in lines {
        out.push_str(&style.painted(&line));
        wrap::end_line(out);
    }
}

/// The boxes of a graph below each other, each with what it comes after.
fn listed(out: &mut String, graph: &Graph, style: Style) {
    for node in graph.layers.iter().flatten() {
        let node = &graph.boxes[*node];
        for (row, words) in node.lines.iter().enumerate() {
            let mut line = vec![Span::plain(if row == 0 { "" } else { "  " })];
            line.extend(words.iter().cloned());
            wrap::write(out, 4, &line, style);
        }
        if let Some(aside) = &node.aside {
            wrap::write(out, 4, &vec![Span::plain("  "), aside.clone()], style);
        }
    }
}

fn split(out: &mut String, left: &Line, right: &Line, style: Style) {
    let taken = style.measure_line(left) + style.measure_line(right);
    if taken + GAP > style.width {
        wrap::write(out, 2, left, style);
        wrap::write(out, 2, right, style);
        return;
    }
    out.push_str(&style.painted(left));
    out.push_str(&" ".repeat(style.width - taken));
    out.push_str(&style.painted(right));
    out.push('\n');
}
