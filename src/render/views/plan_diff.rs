//! `check --against`: what happens to slots and marks if another version of the plan is followed.

use crate::progress::{self, MarkedItem, MatchedBy, OrphanedItem, State, Successor};
use crate::render::sheet::{Align, Block, Glyph, Line, Role, Sheet, Span, Table};
use crate::summary::Status;
use crate::text::{DiffKind, PlanDiff, SameSlot, Show, SlotName};

use super::parts::status_sign;

/// The differences between two versions of a plan.
pub(crate) fn plan_diff(followed: &str, other: &str, diff: &progress::PlanDiff) -> Sheet {
    let (followed, other) = (followed.to_owned(), other.to_owned());
    let mut sheet = Sheet::message(PlanDiff::Compared { other, followed });
    let counts = PlanDiff::Counts {
        kept: diff.kept,
        renamed: diff.renamed.len(),
        orphaned: diff.orphaned.len(),
        changed: diff.changed.len(),
        added: diff.added.len(),
        removed: diff.removed.len(),
    };
    sheet.line(vec![Span::space(2), Span::plain(counts)]);
    let parts: [(DiffKind, Vec<Vec<Line>>); 5] = [
        (
            DiffKind::Renamed,
            diff.renamed.iter().map(renamed).collect(),
        ),
        (
            DiffKind::Orphaned,
            diff.orphaned.iter().map(orphaned).collect(),
        ),
        (
            DiffKind::Changed,
            diff.changed.iter().map(changed).collect(),
        ),
        (DiffKind::Added, diff.added.iter().map(row).collect()),
        (DiffKind::Removed, diff.removed.iter().map(row).collect()),
    ];
    for (kind, rows) in parts {
        part(&mut sheet, kind, rows);
    }
    sheet
}

/// A heading and its rows, if there are any.
fn part(sheet: &mut Sheet, kind: DiffKind, mut rows: Vec<Vec<Line>>) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    if columns == 0 {
        return;
    }
    for row in &mut rows {
        row.resize(columns, Line::new());
    }
    sheet.blank();
    sheet.heading(vec![
        Span::plain(PlanDiff::Heading(kind)),
        Span::space(2),
        Span::dim(PlanDiff::Marks(kind)),
    ]);
    sheet.blocks.push(Block::Table(Table {
        indent: 1,
        head: Vec::new(),
        align: vec![Align::Left; columns],
        yields: None,
        wraps: Some(2),
        rows,
    }));
}

/// The sign of its mark, its id and its title.
fn row(item: &MarkedItem) -> Vec<Line> {
    vec![
        vec![sign(item)],
        vec![Span::new(&item.id, Role::Label)],
        vec![Span::plain(&item.title)],
    ]
}

fn renamed(successor: &Successor) -> Vec<Line> {
    let mut row = row(&successor.from);
    let (now, new) = (Span::dim(PlanDiff::Now), new_names(successor));
    row.push(vec![now, Span::space(1), Span::plain(new)]);
    let evidence = Span::dim(PlanDiff::Evidence(evidence(successor.by)));
    let changed = Span::new(PlanDiff::OtherContent, Role::Warn);
    row.push(if successor.has_changed {
        vec![evidence, Span::plain(", "), changed]
    } else {
        vec![evidence]
    });
    row
}

fn evidence(by: MatchedBy) -> SameSlot {
    match by {
        MatchedBy::Unchanged => SameSlot::Unchanged,
        MatchedBy::Title => SameSlot::Title,
        MatchedBy::Content => SameSlot::Content,
        MatchedBy::Id => SameSlot::Id,
        MatchedBy::Neighbours => SameSlot::Neighbours,
    }
}

/// Its id and title now, as far as they have changed.
fn new_names(successor: &Successor) -> String {
    let from = &successor.from;
    let id = (successor.to != from.id).then_some(successor.to.as_str());
    let title = (successor.title != from.title).then_some(successor.title.as_str());
    let parts: Vec<&str> = id.into_iter().chain(title).collect();
    parts.join(" ")
}

fn orphaned(lost: &OrphanedItem) -> Vec<Line> {
    let mut row = row(&lost.from);
    let candidates = lost.candidates.iter();
    let candidates = candidates.map(|(id, title)| SlotName::new(id, title));
    let candidates: Vec<SlotName> = candidates.collect();
    if !candidates.is_empty() {
        row.push(vec![Span::dim(PlanDiff::CouldBe(candidates))]);
    }
    row
}

fn changed(successor: &Successor) -> Vec<Line> {
    let mut row = row(&successor.from);
    let done = successor.from.mark.as_ref().filter(|mark| mark.is_done());
    if let Some((_, _, date)) = done.and_then(|mark| mark.state) {
        let words = Show::Done { date, took: None };
        row.push(vec![Span::new(words, Role::Warn)]);
    }
    row
}

/// The sign of its mark.
fn sign(item: &MarkedItem) -> Span {
    match item.state() {
        Some(State::Done) => status_sign(Status::Done),
        Some(State::Skipped) => status_sign(Status::Skipped),
        None if item.mark.is_some() => Span::glyph(Glyph::Dot),
        None => Span::space(1),
    }
}
