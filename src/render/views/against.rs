//! `check --against`: what would become of the marks if another version of the plan were followed.

use crate::progress::{Against, Became, Named, Orphaned, State};
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Glyph, Line, Role, Sheet, Span, Table};
use crate::summary::Status;

use super::parts::status_sign;

/// A plan laid beside another version of it.
#[must_use]
pub fn against(followed: &str, other: &str, against: &Against) -> Sheet {
    let mut sheet = Sheet::default();
    let many = |n: usize, word: &str| format!("{n} {word}");
    let counts = [
        format!("{} kept", against.kept),
        many(against.renamed.len(), "renamed"),
        many(against.orphaned.len(), "orphaned"),
        many(against.changed.len(), "changed"),
        many(against.added.len(), "added"),
        many(against.removed.len(), "removed"),
    ];
    let words = format!("{other} against {followed}");
    sheet.hanging(2, vec![Span::plain(words)]);
    sheet.hanging(2, vec![Span::plain(format!("  {}", phrase::list(counts)))]);
    let renamed = against.renamed.iter().map(renamed);
    part(&mut sheet, "renamed", "marks are taken along", renamed);
    let orphaned = against.orphaned.iter().map(orphaned);
    let left = "no slot is certain to be it; marks are kept and named, and do not count";
    part(&mut sheet, "orphaned", left, orphaned);
    let changed = against.changed.iter().map(changed);
    let stays = "same slot, other content; what is done stays done";
    part(&mut sheet, "changed", stays, changed);
    let added = against.added.iter().map(|named| row(named, &[]));
    part(&mut sheet, "added", "", added);
    let removed = against.removed.iter().map(|named| row(named, &[]));
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
        head: vec![""; columns],
        align: vec![Align::Left; columns],
        yields: None,
        wraps: Some(2),
        rows,
    }));
}

/// The sign of its mark, its id and title, and more.
fn row(named: &Named, more: &[Line]) -> Vec<Line> {
    let mut row = vec![
        vec![sign(named)],
        vec![Span::new(named.id.clone(), Role::Label)],
        vec![Span::plain(named.title.clone())],
    ];
    row.extend_from_slice(more);
    row
}

fn renamed(became: &Became) -> Vec<Line> {
    let from = &became.from;
    let now = Span::plain(is_now(became));
    let to = vec![Span::dim("now "), now];
    let mut by = vec![Span::dim(became.by.name())];
    if became.has_changed {
        by.push(Span::new(", other content", Role::Warn));
    }
    row(from, &[to, by])
}

/// What it could be is said, and that it is not certain.
fn orphaned(lost: &Orphaned) -> Vec<Line> {
    let perhaps = lost.perhaps.iter();
    let names = perhaps.map(|(id, title)| format!("{id} {title}"));
    let names: Vec<String> = names.collect();
    let words = format!("could be {}", names.join(" or "));
    let perhaps = (!names.is_empty()).then(|| vec![Span::dim(words)]);
    row(&lost.from, perhaps.as_slice())
}

/// Its id and title now, as far as they are others.
fn is_now(became: &Became) -> String {
    let from = &became.from;
    let id = (became.to != from.id).then_some(became.to.as_str());
    let title = (became.title != from.title).then_some(became.title.as_str());
    let parts: Vec<&str> = id.into_iter().chain(title).collect();
    parts.join(" ")
}

fn changed(became: &Became) -> Vec<Line> {
    let done = became.from.mark.as_ref().filter(|mark| mark.is_done());
    let when = done.and_then(|mark| mark.state).map(|(_, _, day)| {
        let words = format!("done on {}", phrase::date(day));
        vec![Span::new(words, Role::Warn)]
    });
    row(&became.from, when.as_slice())
}

/// The sign of what its marks say.
fn sign(named: &Named) -> Span {
    match named.state() {
        Some(State::Done) => status_sign(Status::Done),
        Some(State::Skipped) => status_sign(Status::Skipped),
        None if named.mark.is_some() => Span::glyph(Glyph::Dot),
        None => Span::plain(" "),
    }
}

/// What `init` took along, and what it could not.
pub fn taken_along(sheet: &mut Sheet, against: &Against) {
    let marked = against.renamed.iter().filter(|b| b.from.mark.is_some());
    for became in marked {
        let (from, title) = (&became.from.id, &became.from.title);
        let now = is_now(became);
        let words = format!("  {from} {title} is {now} now; its marks are taken along");
        sheet.hanging(4, vec![Span::plain(words)]);
    }
    for lost in &against.orphaned {
        let Named { id, title, .. } = &lost.from;
        let words = format!(
            "  {id} {title} has no slot that is certain to be it; its marks are kept, and do not count"
        );
        sheet.hanging(4, vec![Span::new(words, Role::Warn)]);
    }
}
