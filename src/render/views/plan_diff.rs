//! `check --against`: what would become of the marks if another version of the plan were followed.

use crate::progress::{MarkedItem, OrphanedItem, PlanDiff, State, Successor};
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Glyph, Line, Role, Sheet, Span, Table};
use crate::summary::Status;

use super::parts::status_sign;

/// A plan laid beside another version of it.
#[must_use]
pub fn plan_diff(followed: &str, other: &str, diff: &PlanDiff) -> Sheet {
    let mut sheet = Sheet::default();
    let many = |n: usize, word: &str| format!("{n} {word}");
    let counts = [
        format!("{} kept", diff.kept),
        many(diff.renamed.len(), "renamed"),
        many(diff.orphaned.len(), "orphaned"),
        many(diff.changed.len(), "changed"),
        many(diff.added.len(), "added"),
        many(diff.removed.len(), "removed"),
    ];
    let words = format!("{other} against {followed}");
    sheet.hanging(2, vec![Span::plain(words)]);
    sheet.hanging(2, vec![Span::plain(format!("  {}", phrase::list(counts)))]);
    let renamed = diff.renamed.iter().map(renamed);
    part(&mut sheet, "renamed", "marks are taken along", renamed);
    let orphaned = diff.orphaned.iter().map(orphaned);
    let left = "no slot is certain to be it; marks are kept and named, and do not count";
    part(&mut sheet, "orphaned", left, orphaned);
    let changed = diff.changed.iter().map(changed);
    let stays = "same slot, other content; what is done stays done";
    part(&mut sheet, "changed", stays, changed);
    let added = diff.added.iter().map(|named| row(named, &[]));
    part(&mut sheet, "added", "", added);
    let removed = diff.removed.iter().map(|named| row(named, &[]));
    part(&mut sheet, "removed", "nothing is marked there", removed);
    sheet
}

/// A heading and its rows, where there are any.
fn part(sheet: &mut Sheet, name: &str, words: &str, rows: impl Iterator<Item = Vec<Line>>) {
    let mut rows: Vec<Vec<Line>> = rows.collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    if columns == 0 {
        return;
    }
    for row in &mut rows {
        row.resize(columns, Line::new());
    }
    sheet.blank();
    let words = Span::dim(format!("  {words}"));
    sheet.heading(vec![Span::plain(name), words]);
    sheet.blocks.push(Block::Table(Table {
        indent: 1,
        head: Vec::new(),
        align: vec![Align::Left; columns],
        yields: None,
        wraps: Some(2),
        rows,
    }));
}

/// The sign of its mark, its id and title, and more.
fn row(named: &MarkedItem, more: &[Line]) -> Vec<Line> {
    let mut row = vec![
        vec![sign(named)],
        vec![Span::new(named.id.clone(), Role::Label)],
        vec![Span::plain(named.title.clone())],
    ];
    row.extend_from_slice(more);
    row
}

fn renamed(successor: &Successor) -> Vec<Line> {
    let from = &successor.from;
    let now = Span::plain(is_now(successor));
    let to = vec![Span::dim("now "), now];
    let mut by = vec![Span::dim(successor.by.name())];
    if successor.has_changed {
        by.push(Span::new(", other content", Role::Warn));
    }
    row(from, &[to, by])
}

/// What it could be is said, and that it is not certain.
fn orphaned(lost: &OrphanedItem) -> Vec<Line> {
    let perhaps = lost.candidates.iter();
    let names = perhaps.map(|(id, title)| format!("{id} {title}"));
    let names: Vec<String> = names.collect();
    let words = format!("could be {}", names.join(" or "));
    let perhaps = (!names.is_empty()).then(|| vec![Span::dim(words)]);
    row(&lost.from, perhaps.as_slice())
}

/// Its id and title now, as far as they are others.
fn is_now(successor: &Successor) -> String {
    let from = &successor.from;
    let id = (successor.to != from.id).then_some(successor.to.as_str());
    let title = (successor.title != from.title).then_some(successor.title.as_str());
    let parts: Vec<&str> = id.into_iter().chain(title).collect();
    parts.join(" ")
}

fn changed(successor: &Successor) -> Vec<Line> {
    let done = successor.from.mark.as_ref().filter(|mark| mark.is_done());
    let when = done.and_then(|mark| mark.state).map(|(_, _, day)| {
        let words = format!("done on {}", phrase::date(day));
        vec![Span::new(words, Role::Warn)]
    });
    row(&successor.from, when.as_slice())
}

/// The sign of what its marks say.
fn sign(named: &MarkedItem) -> Span {
    match named.state() {
        Some(State::Done) => status_sign(Status::Done),
        Some(State::Skipped) => status_sign(Status::Skipped),
        None if named.mark.is_some() => Span::glyph(Glyph::Dot),
        None => Span::plain(" "),
    }
}
