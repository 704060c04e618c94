//! What was recorded, undone or redone.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::progress::{Event, What};
use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{DeliverableView, SlotView, Status, Study, Tally};
use crate::text::{Confirmation, Label, Relinked, SlotName, Step};

use super::parts::{placed_at, sign, status_sign};

/// A slot that was marked, as it is now.
pub(crate) fn slot_marked(sheet: &mut Sheet, slot: &SlotView, again: bool) {
    let mut line = vec![sign(slot), Span::space(1)];
    line.push(Span::dim(format!("{} ", slot.place.slot.id)));
    line.push(Span::plain(slot.place.slot.title.clone()));
    if again {
        line.extend(already(slot.status));
    }
    match (slot.actual(), slot.planned()) {
        (Some(actual), planned) => {
            line.extend([Span::space(3), Span::minutes(actual)]);
            if let Some(planned) = planned {
                line.extend([Span::space(1), Span::dim(Confirmation::InsteadOf(planned))]);
            }
        }
        (None, Some(planned)) => {
            line.extend([Span::space(3), Span::dim(Confirmation::Planned(planned))]);
        }
        (None, None) => {}
    }
    let skipped = slot.mark.filter(|_| slot.status == Status::Skipped);
    if let Some((_, why)) = skipped.and_then(|mark| mark.why.as_ref()) {
        line.extend([Span::space(3), Span::dim(why.clone())]);
    }
    sheet.line(line);
}

/// That the mark was there before.
fn already(status: Status) -> [Span; 2] {
    let words = match status {
        Status::Skipped => Confirmation::AlreadySkipped,
        _ => Confirmation::AlreadyDone,
    };
    [Span::space(3), Span::dim(words)]
}

/// A deliverable that was marked, as it is now.
pub(crate) fn deliverable_marked(sheet: &mut Sheet, view: &DeliverableView, again: bool) {
    let mut line = vec![status_sign(view.status), Span::space(1)];
    line.push(Span::dim(format!("{} ", view.what.id)));
    line.push(Span::plain(view.what.text.clone()));
    if again {
        line.extend(already(view.status));
    }
    sheet.line(line);
}

/// A note that was added.
pub(crate) fn noted(sheet: &mut Sheet, id: &str, title: &str, text: &str) {
    sheet.line(vec![
        Span::new(Label::Note, Role::Label),
        Span::dim(format!(" {id} ")),
        Span::plain(format!("{title}: {text}")),
    ]);
}

/// The open slots of a day; `date` is `None` for today.
pub(crate) fn left(sheet: &mut Sheet, slots: &[SlotView], date: Option<NaiveDate>) {
    let tally: Tally = slots.iter().collect();
    let words = Confirmation::Left {
        date,
        ordinals: slots.iter().map(|slot| slot.ordinal).collect(),
        planned: tally.planned,
    };
    sheet.line(vec![Span::space(2), Span::dim(words)]);
}

/// The events that a step undid or redid.
pub(crate) fn steps(sheet: &mut Sheet, study: &Study, label: Label, events: &[Event]) {
    let together = moved_together(events);
    let count = |event: &Event| together.get(&event.op).copied().unwrap_or_default();
    for event in events {
        let is_move = matches!(event.what, What::Move { .. });
        if is_move && together.contains_key(&event.op) {
            continue;
        }
        let Some(step) = step(study, &event.what, count(event)) else {
            continue;
        };
        sheet.line(vec![
            Span::new(label, Role::Label),
            Span::space(1),
            Span::plain(Confirmation::Step(step)),
        ]);
    }
}

/// What an event did; `count` slots were moved together with it.
fn step(study: &Study, what: &What, count: u32) -> Option<Step> {
    let name = |id: &String| SlotName {
        id: id.clone(),
        title: study.title(id).unwrap_or_default().to_owned(),
    };
    let step = match what {
        What::Begin { start, .. } => Step::Begin(*start),
        What::Done { slot, .. } => Step::Done(name(slot)),
        What::Skip { slot, .. } => Step::Skip(name(slot)),
        What::Note { slot, text, .. } => Step::Note {
            slot: name(slot),
            text: text.clone(),
        },
        What::Relinked { .. } => Step::Relinked(relinked(what)?),
        What::Off {
            first,
            last,
            cancel,
            ..
        } => {
            let (first, last) = (*first, *last);
            match cancel {
                true => Step::On { first, last },
                false => Step::Off { first, last },
            }
        }
        What::Move { slot, to, .. } => Step::Move {
            slot: name(slot),
            to: placed_at(*to),
        },
        What::Shift { from, weeks } => Step::Shift {
            count,
            weeks: *weeks,
            from: from.clone(),
        },
        What::Recover { way } => Step::Recover {
            count,
            strategy: way.clone(),
        },
        What::Undo { .. } | What::Other { .. } => return None,
    };
    Some(step)
}

/// From which slot to which marks were moved.
pub(super) fn relinked(what: &What) -> Option<Relinked> {
    let What::Relinked {
        from,
        was,
        to,
        title,
    } = what
    else {
        return None;
    };
    Some(Relinked {
        from: SlotName::new(from, was),
        to: SlotName::new(to, title),
    })
}

/// The ops that move many slots together, and how many; such moves are not listed one by one.
pub(super) fn moved_together<'e>(
    events: impl IntoIterator<Item = &'e Event> + Clone,
) -> HashMap<Uuid, u32> {
    let is_head = |event: &&Event| matches!(event.what, What::Shift { .. } | What::Recover { .. });
    let heads = events.clone().into_iter().filter(is_head);
    let mut counts: HashMap<Uuid, u32> = heads.map(|event| (event.op, 0)).collect();
    for event in events {
        if matches!(event.what, What::Move { .. })
            && let Some(count) = counts.get_mut(&event.op)
        {
            *count += 1;
        }
    }
    counts
}
