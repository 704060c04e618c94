//! `status`: what is on now, in a few lines.

use crate::render::phrase;
use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{SlotView, Study, Tally, Today};

use super::parts::{LABEL, label, orphans, time};

/// What is on, what comes next, and how far things are.
#[must_use]
pub fn status(
    study: &Study,
    today: &Today,
    current: Option<&SlotView>,
    next: Option<&SlotView>,
) -> Sheet {
    let mut sheet = Sheet::default();
    match current {
        Some(slot) => {
            let left = phrase::duration(slot.left.unwrap_or_default());
            let words = format!("{} {}, {left} left", slot.ordinal, slot.place.slot.title);
            sheet.hanging(LABEL, vec![label("now"), Span::new(words, Role::Now)]);
        }
        None => sheet.hanging(LABEL, vec![label("now"), Span::dim("nothing")]),
    }
    let is_other = |slot: &&SlotView| current.is_none_or(|c| c.place.slot.id != slot.place.slot.id);
    if let Some(slot) = next.filter(is_other) {
        let date = phrase::short_date(slot.dates.first);
        let (time, slot) = (time(slot), slot.place.slot);
        let words = format!("{} {}", slot.id, slot.title);
        let when = Span::dim(format!("  {date} {time}"));
        sheet.hanging(LABEL, vec![label("next"), Span::plain(words), when]);
    }
    progress(&mut sheet, "week", &today.week);
    progress(&mut sheet, "plan", &today.plan);
    if today.plan.overdue > 0 {
        let count = phrase::count(today.plan.overdue, "slot");
        sheet.line(vec![label("overdue"), Span::new(count, Role::Warn)]);
    }
    orphans(&mut sheet, &study.reconciled.orphans);
    sheet
}

fn progress(sheet: &mut Sheet, name: &str, tally: &Tally) {
    if tally.slots == 0 {
        return;
    }
    let count = format!(" {}/{}", tally.done, tally.slots);
    sheet.line(vec![
        label(name),
        Span::bar(tally.done, tally.slots, 20),
        Span::plain(count),
    ]);
}
