//! `status`: what is on, what comes next, and how much is done.

use crate::progress::Rest;
use crate::render::sheet::{Role, Sheet, Span, dotted};
use crate::summary::{SlotView, Study, TimerView, Today};
use crate::text::{Label, Phrase, Schedule};

use super::deliverables::later_deliverables;
use super::parts::{bar, first_only, orphans, time, to_place, turn};
use super::timer::running;
use super::today::{due, rest_day};

/// Columns of a bar on a line of its own.
const LONG_BAR: usize = 20;

/// The slot that is on now, the timers that are running, the next slot, and the progress. `devices` are
/// the names of this device.
pub(crate) fn status(
    study: &Study,
    today: &Today,
    (current, next): (Option<&SlotView>, Option<&SlotView>),
    (timers, devices): (&[TimerView], &[String]),
) -> Sheet {
    let mut sheet = Sheet::default();
    let on = current.map_or(&[][..], std::slice::from_ref);
    now(&mut sheet, on, today.rest);
    running(&mut sheet, timers, devices);
    let is_other = |slot: &&SlotView| current.is_none_or(|c| c.place.slot.id != slot.place.slot.id);
    if let Some(slot) = next.filter(is_other) {
        coming(&mut sheet, slot);
    }
    progress(&mut sheet, study, today);
    sheet
}

/// The slots that are on now.
pub(super) fn now(sheet: &mut Sheet, current: &[SlotView], rest: Option<&Rest>) {
    let slots = current.iter().map(|slot| {
        let words = Schedule::Current {
            ordinal: slot.number(),
            title: slot.place.slot.title.clone(),
            left: slot.left.unwrap_or_default(),
        };
        Span::new(words, Role::Now)
    });
    let nothing = || Span::dim(rest.map_or(Schedule::NothingOn, rest_day));
    let nothing = current.is_empty().then(nothing);
    for (label, span) in first_only(Label::Now).zip(slots.chain(nothing)) {
        sheet.labelled(label, [span]);
    }
}

/// The slot to turn to next.
pub(super) fn coming(sheet: &mut Sheet, slot: &SlotView) {
    let (id, title) = (slot.id(), &slot.place.slot.title);
    let line = [
        Span::plain(format!("{id} {title}  ")),
        Span::dim(Phrase::ShortDate(slot.dates.first)),
        Span::space(1),
        Span::dim(time(slot)),
    ];
    sheet.labelled(turn(slot), line);
}

/// How much is done, and what is due, overdue or to be placed.
pub(super) fn progress(sheet: &mut Sheet, study: &Study, today: &Today) {
    later_deliverables(sheet, today);
    for (label, tally) in [(Label::Week, &today.week), (Label::Plan, &today.plan)] {
        if tally.slots > 0 {
            sheet.labelled(label, bar(tally, LONG_BAR));
        }
    }
    due(sheet, today);
    let overdue = [
        (today.plan.overdue > 0).then_some(Phrase::Slots(today.plan.overdue)),
        (today.deliverables.all_overdue > 0)
            .then_some(Phrase::Deliverables(today.deliverables.all_overdue)),
    ];
    let overdue = overdue.into_iter().flatten();
    let overdue = dotted(overdue.map(|count| Span::new(count, Role::Warn)));
    if !overdue.is_empty() {
        sheet.labelled(Label::Overdue, overdue);
    }
    to_place(sheet, None, &today.all_displaced);
    orphans(sheet, study);
}
