//! `status`: what is on now, in a few lines.

use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{SlotView, Study, Tally, Today};
use crate::text::{Label, Phrase, Schedule};

use super::parts::{self, orphans, time};

/// Columns of a bar.
const BAR: usize = 20;

/// The slot that is on now, the next one, and the progress.
pub(crate) fn status(
    study: &Study,
    today: &Today,
    current: Option<&SlotView>,
    next: Option<&SlotView>,
) -> Sheet {
    let mut sheet = Sheet::default();
    let now = match current {
        Some(slot) => {
            let words = Schedule::Current {
                ordinal: slot.ordinal,
                title: slot.place.slot.title.clone(),
                left: slot.left.unwrap_or_default(),
            };
            Span::new(words, Role::Now)
        }
        None => Span::dim(Schedule::NothingOn),
    };
    sheet.labelled(Label::Now, [now]);
    let is_other = |slot: &&SlotView| current.is_none_or(|c| c.place.slot.id != slot.place.slot.id);
    if let Some(slot) = next.filter(is_other) {
        let (id, title) = (&slot.place.slot.id, &slot.place.slot.title);
        let line = [
            Span::plain(format!("{id} {title}  ")),
            Span::dim(Phrase::ShortDate(slot.dates.first)),
            Span::space(1),
            Span::dim(time(slot)),
        ];
        sheet.labelled(Label::Next, line);
    }
    progress(&mut sheet, Label::Week, &today.week);
    progress(&mut sheet, Label::Plan, &today.plan);
    if today.plan.overdue > 0 {
        let count = Phrase::Slots(today.plan.overdue);
        sheet.labelled(Label::Overdue, [Span::new(count, Role::Warn)]);
    }
    orphans(&mut sheet, &study.reconciled.orphans);
    sheet
}

fn progress(sheet: &mut Sheet, label: Label, tally: &Tally) {
    if tally.slots > 0 {
        sheet.labelled(label, parts::progress(tally, BAR));
    }
}
