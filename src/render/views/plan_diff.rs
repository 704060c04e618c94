//! `check --against` and `init`: what happens to slots and marks if another version of the plan is
//! followed.

use crate::progress::{self, Mark, MarkedItem, MatchedBy, OrphanedItem, State, Successor};
use crate::render::sheet::{Glyph, Line, Role, Sheet, Span, Table};
use crate::summary::{MAX_LISTED, Status};
use crate::text::{DiffKind, Init, PlanDiff, PlanName, SameSlot, Show, SlotName};

use super::parts::status_sign;
use super::recorded::and_more;

/// The differences between two versions of a plan.
pub(crate) fn plan_diff(followed: PlanName, other: PlanName, diff: &progress::PlanDiff) -> Sheet {
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
    part(&mut sheet, DiffKind::Renamed, &diff.renamed, renamed);
    part(&mut sheet, DiffKind::Orphaned, &diff.orphaned, orphaned);
    part(&mut sheet, DiffKind::Changed, &diff.changed, changed);
    part(&mut sheet, DiffKind::Added, &diff.added, row);
    part(&mut sheet, DiffKind::Removed, &diff.removed, row);
    sheet
}

/// A heading and its rows, if there are any.
fn part<T>(sheet: &mut Sheet, kind: DiffKind, items: &[T], row: fn(&T) -> Vec<Line>) {
    let mut rows: Vec<Vec<Line>> = items.iter().take(MAX_LISTED).map(row).collect();
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
    sheet.table(Table {
        indent: 1,
        wraps: Some(2),
        rows,
        ..Table::default()
    });
    and_more(sheet, items.len().saturating_sub(MAX_LISTED));
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
        vec![evidence, changed]
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
    let pairs = [(&successor.to, &from.id), (&successor.title, &from.title)];
    let new = pairs.iter().filter(|(now, before)| now != before);
    let new: Vec<&str> = new.map(|(now, _)| now.as_str()).collect();
    new.join(" ")
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
    if let Some(date) = successor.from.mark.as_ref().and_then(Mark::done_on) {
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

/// A headline and details about the plan, then the marks that `diff` moves and orphans, then other
/// plans to choose from.
pub(crate) fn init(
    headline: Init,
    details: Vec<Init>,
    diff: &progress::PlanDiff,
    plans: &[Init],
) -> Sheet {
    let mut sheet = Sheet::message(headline);
    let detail = |sheet: &mut Sheet, message: Init, role| {
        sheet.hanging(4, vec![Span::plain("  "), Span::new(message, role)]);
    };
    for message in details {
        detail(&mut sheet, message, Role::Plain);
    }
    let mut renamed = diff.renamed.iter().filter(|s| s.from.mark.is_some());
    for successor in renamed.by_ref().take(MAX_LISTED) {
        let from = SlotName::new(&successor.from.id, &successor.from.title);
        let to = SlotName::new(&successor.to, &successor.title);
        detail(&mut sheet, Init::MarksMoved { from, to }, Role::Plain);
    }
    and_more(&mut sheet, renamed.count());
    for lost in diff.orphaned.iter().take(MAX_LISTED) {
        let slot = SlotName::new(&lost.from.id, &lost.from.title);
        detail(&mut sheet, Init::MarksOrphaned(slot), Role::Warn);
    }
    and_more(&mut sheet, diff.orphaned.len().saturating_sub(MAX_LISTED));
    if !plans.is_empty() {
        detail(&mut sheet, Init::OtherPlans, Role::Dim);
    }
    for plan in plans {
        let line = vec![Span::plain("    "), Span::dim(plan.clone())];
        sheet.hanging(6, line);
    }
    sheet
}
