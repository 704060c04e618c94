//! Cells of tables as nodes.

use super::clock::{Times, times_or_start};
use super::node::{Cell, Form, Node};
use super::scan::{Scan, decoration};

/// The lines of a cell as items.
pub(super) fn lines(cell: &Cell, line: u32, depth: usize, out: &mut Vec<Node>) {
    for text in &cell.lines {
        let mut node = Node::new(Form::Item, line, depth);
        node.text.clone_from(text);
        node.tick = cell.tick;
        let linked = cell.links.iter().filter(|link| text.contains(&link.text));
        node.links = linked.cloned().collect();
        out.push(node);
    }
}

/// The times of a cell; a single one is a start without an end.
pub(super) fn time_of(text: &str) -> Option<Times> {
    let scan = Scan::new(text);
    let at = decoration(&scan.folded, 0);
    times_or_start(&scan.folded, at).map(|(times, _)| times)
}
