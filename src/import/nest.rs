//! What belongs to what: units by their kind, the rest by its depth.

use std::collections::BTreeSet;

use super::chatter::is_chatter;
use super::label::{About, about, split};
use super::mark::Mark;
use super::node::{Document, Form, Node, PARAGRAPH};
use super::unit::UnitKind;

/// The kind of a node that is a unit.
pub(super) fn kind(node: &Node) -> Option<UnitKind> {
    let unit = node.unit.as_ref().map(|mark| mark.kind);
    unit.or_else(|| node.times.map(|_| UnitKind::Slot))
}

/// Gives every node its parent and children.
pub(super) fn nest(document: &mut Document) {
    let mut open: Vec<usize> = vec![0];
    let mut had = BTreeSet::new();
    for index in 1..document.nodes.len() {
        let node = &document.nodes[index];
        if node.depth == PARAGRAPH && node.form == Form::Line && is_chatter(&node.text) {
            open.truncate(1);
        }
        dates(document, &open, index);
        drop_aside(document, &open, index);
        widen(document, &open, index);
        drop_inner(document, &open, index, &had);
        had.extend(kind(&document.nodes[index]));
        while let Some(top) = open.last().copied().filter(|top| *top != 0) {
            if !closes(document, top, index) {
                break;
            }
            open.pop();
        }
        let parent = open.last().copied().unwrap_or_default();
        document.nodes[index].parent = parent;
        document.nodes[parent].children.push(index);
        open.push(index);
    }
}

/// Whether the node at `index` ends the one at `top`.
fn closes(document: &Document, top: usize, index: usize) -> bool {
    let (outer, node) = (&document.nodes[top], &document.nodes[index]);
    match (kind(outer), kind(node)) {
        (Some(a), Some(b)) if a >= b => true,
        (Some(_), Some(_)) if outer.depth <= node.depth => false,
        // `**Phase 1**` above `### Week 1`.
        (Some(_), Some(b)) => {
            let children = outer.children.iter().map(|child| &document.nodes[*child]);
            let mut units = children.filter(|child| child.unit.is_some());
            let is_first = node.form == Form::Heading && outer.form == Form::Bold;
            !(is_first && units.all(|child| kind(child) == Some(b) && child.depth == node.depth))
        }
        (_, None) if is_part(document, top, index) => false,
        // Lines below `第 1 周：数组` are about that week.
        (Some(_), None) if outer.form == Form::Line && node.form == Form::Line => {
            outer.depth > node.depth
        }
        (None, _) if outer.form == Form::Line && !is_intro(&outer.text) => true,
        (None, _) if outer.form == Form::Bold && is_fact(&outer.text) => true,
        _ => match node.form {
            Form::Line | Form::Code if outer.form == Form::Bold => outer.depth > node.depth,
            Form::Row(_) if outer.depth == node.depth => true,
            _ => outer.depth >= node.depth,
        },
    }
}

/// Whether a line is a label with its value, so that what follows it is something else.
fn is_fact(text: &str) -> bool {
    split(text).is_some_and(|(_, value)| value.chars().any(char::is_alphanumeric))
}

/// Whether a paragraph introduces what follows it.
pub(super) fn is_intro(text: &str) -> bool {
    text.trim_end_matches(['*', ' ']).ends_with([':', '：'])
}

/// Whether a heading on the level of the unit before is a part of that: `### Week 1`, `### Goals`,
/// `### Week 2`.
fn is_part(document: &Document, top: usize, index: usize) -> bool {
    let (outer, node) = (&document.nodes[top], &document.nodes[index]);
    let same = |other: &Node| other.form == node.form && other.depth == node.depth;
    let is_label = match node.form {
        Form::Heading => about(&node.text).is_some(),
        Form::Bold => {
            outer
                .unit
                .as_ref()
                .is_some_and(|unit| unit.kind >= UnitKind::Week)
                && split(&node.text).is_some()
        }
        _ => false,
    };
    if kind(outer).is_none()
        || !same(outer)
        || !is_label
        || node.form == Form::Bold && node.depth < PARAGRAPH
    {
        return false;
    }
    let mut later = document.nodes[index + 1..].iter();
    let next = later.find(|other| other.depth < node.depth || same(other) && kind(other).is_some());
    let is_next = next.is_some_and(|other| same(other) && kind(other) == kind(outer));
    is_next && node.form == Form::Heading
}

/// A line of dates below a unit with a number says when that is.
fn dates(document: &mut Document, open: &[usize], index: usize) {
    let node = &document.nodes[index];
    let is_title = matches!(node.form, Form::Bold | Form::Line);
    let Some(inner) = node
        .unit
        .clone()
        .filter(|mark| is_title && mark.numbers.is_none() && mark.title.is_empty())
    else {
        return;
    };
    let (depth, is_range) = (
        node.depth,
        inner.dated.is_some_and(|dated| dated.days() > 1),
    );
    let Some(outer) = open
        .last()
        .copied()
        .filter(|top| document.nodes[*top].depth < depth)
    else {
        return;
    };
    let Some(mark) = document.nodes[outer].unit.as_mut().filter(|mark| {
        mark.dated.is_none()
            && mark.numbers.is_some()
            && (is_range || mark.kind == UnitKind::Day && inner.dated.is_some())
    }) else {
        return;
    };
    mark.dated = inner.dated;
    mark.weekdays = mark.weekdays.or(inner.weekdays);
    document.nodes[index].unit = None;
}

/// The longest title of a part that says only what kind of part it is, in characters.
const LONGEST: usize = 14;

/// Takes its mark from `Week 1 checkpoint` inside of a week.
fn drop_aside(document: &mut Document, open: &[usize], index: usize) {
    let node = &document.nodes[index];
    let Some(inner) = node.unit.as_ref().filter(|mark| mark.numbers.is_some()) else {
        return;
    };
    let is_aside = inner.title.chars().count() <= LONGEST
        && matches!(
            about(&inner.title),
            Some(About::Milestones | About::Progress | About::Goals | About::Deliverables)
        );
    let is_inside = open.iter().map(|at| &document.nodes[*at]).any(|outer| {
        outer.depth < node.depth
            && outer
                .unit
                .as_ref()
                .is_some_and(|mark| mark.kind == inner.kind && mark.numbers.is_some())
    });
    if is_aside && is_inside {
        document.nodes[index].unit = None;
    }
}

/// `Weeks 1-4` above `Week 1` is a phase, `Days 1-7` above `Day 1` a week.
fn widen(document: &mut Document, open: &[usize], index: usize) {
    let Some(Mark {
        kind,
        numbers: Some((first, last)),
        ..
    }) = document.nodes[index].unit.clone()
    else {
        return;
    };
    for at in open.iter().copied() {
        let is_outer = document.nodes[at].depth < document.nodes[index].depth;
        let Some(mark) = document.nodes[at]
            .unit
            .as_mut()
            .filter(|mark| is_outer && mark.kind == kind)
        else {
            continue;
        };
        if mark.numbers.is_none() {
            // `# 周末冲刺` above `## Day 1` is a title.
            document.nodes[at].unit = None;
            continue;
        }
        let wider = mark
            .numbers
            .filter(|(a, b)| *a <= first && last <= *b && b - a > last - first);
        if let Some(numbers) = wider {
            (mark.kind, mark.numbers) = match kind {
                UnitKind::Week => (UnitKind::Phase, None),
                UnitKind::Day => (UnitKind::Week, None),
                _ => continue,
            };
            mark.weeks = (kind == UnitKind::Week).then_some(numbers);
        }
    }
}

/// Takes its mark from a node that only repeats the unit it is in, or is inside a smaller one. `had`
/// are the kinds of units before it.
fn drop_inner(document: &mut Document, open: &[usize], index: usize, had: &BTreeSet<UnitKind>) {
    let node = &document.nodes[index];
    let Some(inner) = kind(node) else {
        return;
    };
    let is_row = matches!(node.form, Form::Row(_));
    let is_text = matches!(node.form, Form::Item | Form::Line);
    let around = open.iter().map(|at| &document.nodes[*at]);
    let drops = around
        .filter(|outer| outer.depth < node.depth)
        .any(|outer| {
            let Some(outer_kind) = kind(outer) else {
                return false;
            };
            if outer_kind == UnitKind::Slot {
                return true;
            }
            if outer_kind == inner && inner != UnitKind::Slot {
                let numbers = |node: &Node| node.unit.as_ref().and_then(|mark| mark.numbers);
                let is_span = numbers(outer).is_some_and(|(a, b)| b > a);
                let repeats = numbers(outer) == numbers(node) && numbers(node).is_some();
                let is_weak = |node: &Node| node.unit.as_ref().is_some_and(|mark| mark.is_weak);
                // `Chapter 3` in `Phase 1`.
                let is_part = inner == UnitKind::Phase && is_weak(node) && !is_weak(outer);
                return repeats
                    || is_part
                    || (is_text || is_row) && !is_span && inner >= UnitKind::Week;
            }
            let is_weak = node
                .unit
                .as_ref()
                .is_some_and(|mark| mark.is_weak || mark.is_calendar);
            outer_kind > inner
                && (is_text
                    || is_row
                    || is_weak
                    || inner <= UnitKind::Month && !had.contains(&inner))
        });
    if drops {
        let node = &mut document.nodes[index];
        node.unit = None;
        if inner == UnitKind::Slot {
            node.times = None;
        }
    }
}
