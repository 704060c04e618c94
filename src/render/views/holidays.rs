//! `off --ics`: what a calendar file changes.

use super::recorded::and_more;
use super::recovery::to_reschedule;
use crate::ics::DayKind;
use crate::render::sheet::{Role, Sheet, Span, Table};
use crate::summary::{DayChange, Holidays, SlotView};
use crate::text::{DayCounts, DayWord, Ics, Names};

/// How many rows of changes are shown.
const ROWS: usize = 60;

/// What importing a calendar file would change.
pub(crate) fn holidays(found: &Holidays) -> Sheet {
    let mut sheet = Sheet::default();
    head(&mut sheet, &found.source, &found.changes, false);
    changes(&mut sheet, &found.changes);
    let has_more = found.already > 0 || !found.unmarked.is_empty() || !found.displaced.is_empty();
    if has_more && !found.changes.is_empty() {
        sheet.blank();
    }
    to_reschedule(&mut sheet, &found.displaced);
    if found.already > 0 {
        let words = Ics::Already(found.already);
        sheet.line(vec![Span::space(2), Span::dim(words)]);
    }
    if !found.unmarked.is_empty() {
        let words = Ics::Unmarked(Names::first_of(&found.unmarked));
        sheet.hanging(4, vec![Span::space(2), Span::dim(words)]);
    }
    sheet
}

/// What was recorded from a calendar file.
pub(crate) fn holidays_recorded(source: &str, recorded: &[DayChange], slots: &[SlotView]) -> Sheet {
    let mut sheet = Sheet::default();
    head(&mut sheet, source, recorded, true);
    to_reschedule(&mut sheet, slots);
    sheet
}

fn head(sheet: &mut Sheet, source: &str, changes: &[DayChange], is_recorded: bool) {
    let source = source.to_owned();
    let count = |kind| {
        let changes = changes.iter().filter(|change| change.kind == kind);
        changes.map(DayChange::days).sum()
    };
    let days = DayCounts {
        rest: count(Some(DayKind::Rest)),
        work: count(Some(DayKind::Work)),
        gone: count(None),
    };
    let words = if changes.is_empty() {
        Ics::NothingNew { source }
    } else if is_recorded {
        Ics::Recorded { source, days }
    } else {
        Ics::Head { source, days }
    };
    sheet.line(vec![Span::plain(words)]);
}

fn changes(sheet: &mut Sheet, changes: &[DayChange]) {
    let row = |change: &DayChange| {
        let (word, role) = match change.kind {
            Some(DayKind::Rest) => (DayWord::Rest, Role::Plain),
            Some(DayKind::Work) => (DayWord::Work, Role::Warn),
            None => (DayWord::Gone, Role::Dim),
        };
        vec![
            vec![Span::plain(Ics::Dates(change.dates))],
            vec![Span::plain(&change.name)],
            vec![Span::new(Ics::Day(word), role)],
        ]
    };
    if changes.is_empty() {
        return;
    }
    sheet.blank();
    sheet.table(Table {
        indent: 2,
        wraps: Some(1),
        rows: changes.iter().take(ROWS).map(row).collect(),
        ..Table::default()
    });
    and_more(sheet, changes.len().saturating_sub(ROWS));
}
