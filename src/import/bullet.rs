//! Bullets, check boxes and headings that Markdown does not know: `・`, `☐`, `[x]`, `##Month 1`.

use std::collections::BTreeMap;

use super::inline::Inline;
use super::label::{About, about, split};
use super::node::{Cell, Document, Form, ITEM, Node, PARAGRAPH};
use super::recognise::mark;
use super::task_marks::{self, TaskMarks};
use super::unit::{MarkPlace, UnitKind};
use crate::model::parse_date;

const BULLETS: [char; 13] = [
    '•', '・', '●', '○', '◦', '▪', '▸', '▶', '◆', '◇', '■', '*', '+',
];
const OPEN: [char; 5] = ['☐', '□', '⬜', '▢', '🔲'];
const DONE: [char; 3] = ['☑', '✔', '🗹'];

/// A text without the bullet and check box that it begins with, and whether the box is ticked.
pub(super) fn stripped(text: &str) -> (String, Option<bool>) {
    let mut rest = text.trim_start();
    if let Some(after) = rest
        .strip_prefix("- ")
        .or_else(|| rest.strip_prefix(BULLETS))
    {
        rest = after.trim_start();
    } else if let Some(after) = rest.strip_prefix('-').filter(|after| {
        !after.starts_with(|c: char| c == '-' || c.is_ascii_digit() || c.is_whitespace())
    }) {
        rest = after;
    }
    let (rest, tick) = checked(rest);
    (rest.to_owned(), tick)
}

/// A text without a check box in front, and whether it is ticked.
fn checked(text: &str) -> (&str, Option<bool>) {
    for (boxed, tick) in [
        ("[ ]", false),
        ("[]", false),
        ("[x]", true),
        ("[X]", true),
        ("[✓]", true),
        ("[✔]", true),
        ("[/]", false),
        ("[>]", false),
        ("[-]", false),
    ] {
        let plain = text.strip_prefix(boxed);
        let rest = plain.or_else(|| text.strip_prefix('\\')?.strip_prefix(boxed));
        // `[x](url)` is a link.
        if let Some(rest) = rest.filter(|rest| !rest.starts_with('(')) {
            return (rest.trim_start(), Some(tick));
        }
    }
    let rest = |rest: &'_ str| rest.trim_start_matches('\u{FE0F}').trim_start().len();
    if let Some(after) = text.strip_prefix(OPEN) {
        return (&text[text.len() - rest(after)..], Some(false));
    }
    if let Some(after) = text.strip_prefix(DONE) {
        return (&text[text.len() - rest(after)..], Some(true));
    }
    (text, None)
}

/// Whether a cell has the number of a week or day.
pub(super) fn is_unit(cell: &Cell) -> bool {
    let found = mark(&cell.text(), MarkPlace::Bold);
    found.is_some_and(|mark| {
        mark.numbers.is_some() && matches!(mark.kind, UnitKind::Week | UnitKind::Day)
    })
}

/// A cell of a table, line by line; it is ticked if all of its boxes are.
pub(super) fn cell(lines: Vec<Inline>) -> Cell {
    let mut cell = Cell::default();
    for line in lines {
        cell.links.extend(line.links);
        let (text, tick) = stripped(line.text.trim());
        cell.tick = match (cell.tick, tick) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (other, new) => new.or(other),
        };
        if !text.is_empty() {
            cell.lines.push(text);
        }
    }
    cell
}

/// A text without the date on which it was done, as Obsidian writes it: `Slices ✅ 2026-11-30`.
fn without_done_date(text: &str) -> (&str, bool) {
    let parts = text.rsplit_once("✅");
    let is_date = |date: &str| parse_date(date.trim()).is_some();
    match parts.filter(|(_, date)| is_date(date)) {
        Some((before, _)) => (before.trim_end(), true),
        None => (text, false),
    }
}

/// Gives an item its text.
pub(super) fn fill(node: &mut Node, line: Inline) {
    let (text, tick) = checked(line.text.trim());
    let removed = line.text.trim().chars().count() - text.chars().count();
    let (text, is_dated) = without_done_date(text);
    let tick = tick.or(is_dated.then_some(true));
    node.bold = line.bold().saturating_sub(removed);
    node.tick = node.tick.or(tick).map(|tick| tick || is_dated);
    let found = if node.tick.is_some() {
        task_marks::parted(text)
    } else {
        TaskMarks {
            text: text.to_owned(),
            ..TaskMarks::default()
        }
    };
    (node.text, node.marks, node.due) = (found.text, found.marks, found.due);
    node.links = line.links;
    if line.line > node.lines.0 {
        // The bullet is alone on its line.
        node.lines.1 = line.line;
    }
}

/// Whether a line that Markdown takes for a part of the list item above is at the margin of its source,
/// and begins something of its own.
pub(super) fn is_lazy(line: &Inline, source: &str) -> bool {
    let found = || mark(&line.text, MarkPlace::Line);
    let begins = || found().is_some_and(|mark| !mark.is_loose && !mark.is_weak);
    let is_role = |(label, _): (String, String)| {
        use About::{Deliverables, Goals, Milestones};
        matches!(about(&label), Some(Deliverables | Goals | Milestones))
    };
    let at_margin = !source.starts_with([' ', '\t', '>']);
    let is_own = || begins() || split(&line.text).is_some_and(is_role);
    at_margin && (line.bold() > 0 || line.text.starts_with('#') || is_own())
}

/// The node of a paragraph's line, inside of so many lists.
pub(super) fn line(line: Inline, lists: usize) -> Node {
    let text = line.text.trim();
    let hashes = text.chars().take_while(|c| *c == '#').count();
    let heading = text.trim_start_matches('#').trim_start();
    let is_heading = (2..=6).contains(&hashes)
        || hashes == 1 && mark(heading, MarkPlace::Heading).is_some_and(|mark| !mark.is_weak);
    if is_heading && lists == 0 && !heading.is_empty() {
        let mut node = Node::new(Form::Heading, line.line, 2 * hashes);
        heading.clone_into(&mut node.text);
        node.links = line.links;
        return node;
    }
    let indent = line.text.chars().take_while(|c| c.is_whitespace()).count();
    let (rest, tick) = stripped(text);
    let is_item = rest.len() < text.len() && lists == 0 && !text.starts_with('*');
    let (form, depth) = match lists {
        0 if is_item => (Form::Item, ITEM + 2 * (indent / 2)),
        0 if line.bold() > 0 => (Form::Bold, PARAGRAPH),
        0 => (Form::Line, PARAGRAPH),
        lists => (Form::Line, ITEM + 2 * lists - 1),
    };
    let mut node = Node::new(form, line.line, depth);
    node.bold = line.bold();
    node.tick = tick.filter(|_| is_item);
    node.text = if is_item { rest } else { text.to_owned() };
    node.links = line.links;
    node
}

/// ✅ before a text is a tick only in a document that also has a sign for what is not done.
pub(super) fn settle_glyphs(document: &mut Document) {
    const PENDING: [char; 7] = ['⬜', '☐', '□', '🔄', '⏳', '🔲', '❌'];
    let pending = document
        .nodes
        .iter()
        .any(|node| node.text.contains(PENDING));
    // Real boxes say it better.
    let is_box = |cell: &Cell| cell.tick.is_some();
    let in_cells = document
        .nodes
        .iter()
        .any(|node| node.cells.iter().any(is_box));
    for cell in document.nodes.iter_mut().flat_map(|node| &mut node.cells) {
        if in_cells && cell.text().trim() == "✅" {
            cell.tick = Some(true);
        }
    }
    let boxes = document.nodes.iter().any(|node| node.tick.is_some());
    if boxes {
        return;
    }
    closing_glyphs(document);
    if !pending {
        return;
    }
    for node in &mut document.nodes {
        if node.form == Form::Item && node.tick.is_none() && node.text.starts_with('✅') {
            node.tick = Some(true);
        }
        for cell in &mut node.cells {
            if cell.tick.is_none()
                && cell
                    .lines
                    .first()
                    .is_some_and(|line| line.starts_with('✅'))
            {
                cell.tick = Some(true);
            }
        }
    }
}

/// ✅ at the end of some lines of a list, or of some headings, and not of others, says which are done.
fn closing_glyphs(document: &mut Document) {
    const DONE: &str = "✅";
    let is_done = |node: &Node| node.text.trim_end().ends_with(DONE);
    let mut section = 0;
    let mut groups: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (index, node) in document.nodes.iter().enumerate() {
        match node.form {
            Form::Heading => {
                section = index;
                groups.entry((0, node.depth)).or_default().push(index);
            }
            Form::Item => groups.entry((section, node.depth)).or_default().push(index),
            _ => {}
        }
    }
    for group in groups.into_values() {
        let done = group
            .iter()
            .filter(|at| is_done(&document.nodes[**at]))
            .count();
        if done == 0 || done == group.len() {
            continue;
        }
        for at in group {
            let node = &mut document.nodes[at];
            let is_done = is_done(node);
            node.tick = Some(is_done).filter(|done| *done || node.form == Form::Item);
            if is_done {
                let text = node.text.trim_end().trim_end_matches(DONE);
                node.text = text.trim_end().to_owned();
            }
        }
    }
}
