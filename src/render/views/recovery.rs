//! `off`, `add`, `move`, `shift` and `recover --apply`: rest days, and slots that were moved or skipped.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::model::{Dates, Stretch};
use crate::progress::{Event, What};
use crate::render::sheet::{Line, Role, Sheet, Span, Width};
use crate::summary::{MAX_LISTED, SlotView, Status, Study, Tally};
use crate::text::{Create, Label, Phrase, Recording, Recovery, WeekName};

use super::parts::{sitting, workload};
use super::recorded::and_more;

/// Dates that are rest days now, or no longer, and the slots that have to be rescheduled. `already`:
/// they were so before.
pub(crate) fn rest(
    dates: Dates,
    reason: Option<&str>,
    (cancel, already): (bool, bool),
    stranded: &[SlotView],
) -> Sheet {
    let mut sheet = Sheet::default();
    let reason = reason.map(ToOwned::to_owned);
    let words = if cancel {
        Recovery::NoRest(dates)
    } else {
        Recovery::Rest { dates, reason }
    };
    let mut line = if already { already_so() } else { Line::new() };
    line.push(Span::plain(words));
    sheet.line(line);
    to_reschedule(&mut sheet, stranded);
    sheet
}

/// How much rest strands, if anything.
pub(super) fn to_reschedule(sheet: &mut Sheet, stranded: &[SlotView]) {
    let tally: Tally = stranded.iter().collect();
    if tally.different > 0 {
        let words = Recovery::ToReschedule(workload(tally.different, tally.planned));
        sheet.line(vec![Span::space(2), Span::dim(words)]);
    }
}

/// Before what was so already.
fn already_so() -> Line {
    vec![Span::plain(Recovery::Already)]
}

/// The slots that were moved, and those that were in their place already.
pub(crate) fn moved(study: &Study, events: &[Event], already: &[What]) -> Sheet {
    let mut sheet = Sheet::default();
    let moved = events.iter().map(|event| (Line::new(), &event.what));
    let already = already.iter().map(|what| (already_so(), what));
    let all = events.len() + already.len();
    for (mut line, what) in moved.chain(already).take(MAX_LISTED) {
        if let What::Begin { start, .. } = what {
            sheet.line(vec![Span::plain(Recording::PlanBegins(*start))]);
        }
        let What::Move {
            slot,
            title,
            to,
            part,
            ..
        } = what
        else {
            continue;
        };
        let is_part = |view: &SlotView| {
            let of = view.sitting.map(|sitting| sitting.part);
            view.place.slot.id.as_str() == slot && of == *part
        };
        let view = match part {
            Some(_) => study.slots().find(is_part),
            None => study.slot(slot),
        };
        line.push(Span::new(study.target(slot), Role::Label));
        line.push(Span::plain(format!(" {title}")));
        line.extend(view.as_ref().and_then(sitting));
        line.extend([Span::space(2), Span::dim(Recovery::To(*to))]);
        if let Some(view) = view.filter(SlotView::is_moved) {
            let planned = Recovery::PlannedFor(view.baseline);
            line.push(Span::dim(planned));
        }
        sheet.line(line);
    }
    and_more(&mut sheet, all.saturating_sub(MAX_LISTED));
    sheet
}

/// A slot that was added.
pub(crate) fn added(slot: Option<&SlotView>, events: &[Event]) -> Sheet {
    let mut sheet = Sheet::default();
    if let Some(start) = events.iter().find_map(begins) {
        sheet.line(vec![Span::plain(Recording::PlanBegins(start))]);
    }
    if let Some(slot) = slot {
        let words = Create::AddedOn {
            at: slot.placement(),
            length: slot.planned(),
            week: WeekName::of(slot.place.week),
        };
        let id = slot.id();
        sheet.line(vec![
            Span::new(id, Role::Label),
            Span::plain(format!(" {}  ", slot.place.slot.title)),
            Span::dim(words),
        ]);
    }
    sheet
}

/// The start, if an event records it.
fn begins(event: &Event) -> Option<NaiveDate> {
    match event.what {
        What::Begin { start, .. } => Some(start),
        _ => None,
    }
}

/// Many slots that were moved or skipped together: how many, the first and the last.
pub(crate) fn shifted(study: &Study, events: &[Event]) -> Sheet {
    let mut sheet = Sheet::default();
    let moved = events.iter().filter_map(|event| match &event.what {
        What::Move { slot, part, .. } => Some((slot.as_str(), *part)),
        What::Skip { slot, .. } => Some((slot.as_str(), None)),
        _ => None,
    });
    let moved: HashSet<(&str, Option<Stretch>)> = moved.collect();
    let is_moved = |slot: &SlotView| {
        let id = slot.place.slot.id.as_str();
        let part = slot.sitting.map(|sitting| sitting.part);
        // Of a slot that was moved or skipped as a whole, not what is recorded.
        let is_rest = slot.status != Status::Done && moved.contains(&(id, None));
        is_rest || moved.contains(&(id, part))
    };
    let moved = study.slots().filter(is_moved);
    let mut moved: Vec<SlotView> = moved.collect();
    let tally: Tally = moved.iter().collect();
    let work = workload(tally.different, tally.planned);
    let is_skip = |event: &Event| matches!(event.what, What::Skip { .. });
    let words = events.iter().find_map(|event| match &event.what {
        _ if events.iter().any(is_skip) => Some(Recovery::LetGo(work)),
        What::Shift { weeks, .. } => Some(Recovery::Shifted {
            work,
            weeks: *weeks,
        }),
        What::Recover { way } => {
            let strategy = way.clone();
            Some(Recovery::Rescheduled { work, strategy })
        }
        _ => None,
    });
    if let Some(start) = events.iter().find_map(begins) {
        sheet.line(vec![Span::plain(Recording::PlanBegins(start))]);
    }
    sheet.line(words.into_iter().map(Span::plain).collect());
    moved.sort_by_key(SlotView::when);
    first_and_last(&mut sheet, &moved);
    sheet
}

/// The first and the last of some slots, and when they are.
pub(super) fn first_and_last(sheet: &mut Sheet, slots: &[SlotView]) {
    for (label, slot) in [(Label::First, slots.first()), (Label::Last, slots.last())] {
        if let Some(slot) = slot {
            let line = vec![
                Span::space(2),
                Span::column(label, Width::Columns(6), Role::Dim),
                Span::new(slot.id(), Role::Label),
                Span::plain(format!(" {}  ", slot.place.slot.title)),
                Span::dim(Phrase::Placement(slot.placement())),
            ];
            sheet.hanging(8, line);
        }
    }
}
