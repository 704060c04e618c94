//! `plans`: the plans that there are.

use crate::render::sheet::{Glyph, Role, Sheet, Span};
use crate::summary::{PlanFile, PlanRole, PlanRow};
use crate::text::{Init, Label, Phrase, Plans};

use super::parts::{bar, turn};

/// Columns of a bar.
const BAR: usize = 10;

/// The plans with marks, each with its progress, next slot and file; then those that can be begun.
pub(crate) fn plans(rows: &[PlanRow]) -> Sheet {
    let mut sheet = Sheet::default();
    let is_shown = |row: &&PlanRow| row.is_begun || row.role != PlanRole::Other;
    for row in rows.iter().filter(is_shown) {
        sheet.blank();
        plan(&mut sheet, row);
    }
    let shipped = rows.iter().filter(|row| !is_shown(row));
    let shipped = shipped.filter_map(|row| match row.file {
        PlanFile::Shipped { id, plan } => Some(Init::ShippedPlan {
            id,
            plan,
            begun: false,
        }),
        _ => None,
    });
    for (index, words) in shipped.enumerate() {
        if index == 0 {
            sheet.blank();
            sheet.heading(vec![Span::plain(Plans::NotBegun)]);
        }
        sheet.hanging(4, vec![Span::space(2), Span::plain(words)]);
    }
    sheet
}

fn plan(sheet: &mut Sheet, row: &PlanRow) {
    let sign = match row.role {
        PlanRole::Current => Span::glyph(Glyph::Now),
        PlanRole::Followed => Span::glyph(Glyph::Dot),
        PlanRole::Other => Span::space(1),
    };
    let mut name = vec![sign, Span::space(1), Span::new(&row.name, Role::Label)];
    if let Some(study) = row.study {
        name.extend([Span::space(2), Span::new(&study.plan.title, Role::Title)]);
    }
    match &row.tally {
        Some(tally) => sheet.split(name, bar(tally, BAR)),
        None => sheet.line(name),
    }
    match &row.next {
        Some(slot) => {
            let words = format!("{} {}  ", slot.id(), slot.place.slot.title);
            let date = Span::dim(Phrase::ShortDate(slot.dates.first));
            sheet.labelled(turn(slot), [Span::plain(words), date]);
        }
        None if row.is_finished => {
            sheet.labelled(Label::Next, [Span::dim(Plans::Finished)]);
        }
        None => {}
    }
    sheet.labelled(Label::File, [file(&row.file)]);
}

fn file(file: &PlanFile) -> Span {
    match file {
        PlanFile::Shipped { .. } => Span::dim(Plans::Shipped),
        PlanFile::At(path) => Span::dim(Plans::At(path.clone())),
        PlanFile::Moved(path) => Span::new(Plans::Moved(path.clone()), Role::Warn),
        PlanFile::Unreadable(_, error) => Span::new(Plans::Unreadable(error.clone()), Role::Warn),
        PlanFile::Unknown => Span::new(Plans::Unknown, Role::Warn),
    }
}
