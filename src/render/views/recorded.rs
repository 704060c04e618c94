//! What was recorded, undone or redone, and warnings about slots that were moved.

use crate::model::Dates;
use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::progress::{Event, What};
use crate::render::sheet::{Line, Role, Sheet, Span};
use crate::summary::{DayLoad, DeliverableView, MoveWarnings, SlotView, Status, Study, Tally};
use crate::text::{Confirmation, Label, Message, MoveWarning, MovedSlot, Relinked, SlotName, Step};

use super::parts::{sign, slot_name, status_sign};

/// A slot that was marked, as it is now.
pub(crate) fn slot_marked(sheet: &mut Sheet, slot: &SlotView, again: bool) {
    let (id, title) = (slot.place.slot.id.as_str(), &slot.place.slot.title);
    let mut line = marked(sign(slot), id, title, again.then_some(slot.status));
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
        line.extend([Span::space(3), Span::dim(why)]);
    }
    sheet.line(line);
}

/// A deliverable that was marked, as it is now.
pub(crate) fn deliverable_marked(sheet: &mut Sheet, view: &DeliverableView, again: bool) {
    let again = again.then_some(view.status);
    let line = marked(
        status_sign(view.status),
        &view.what.id,
        &view.what.text,
        again,
    );
    sheet.line(line);
}

/// Something that was marked; `again` is its status if that was its status before.
fn marked(sign: Span, id: &str, title: &str, again: Option<Status>) -> Line {
    let id = Span::dim(format!("{id} "));
    let mut line = vec![sign, Span::space(1), id, Span::plain(title)];
    if let Some(status) = again {
        let words = match status {
            Status::Skipped => Confirmation::AlreadySkipped,
            _ => Confirmation::AlreadyDone,
        };
        line.extend([Span::space(3), Span::dim(words)]);
    }
    line
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
    let together = MovedTogether::in_events(events);
    let listed = events.iter().filter(|event| together.is_listed(event));
    let count = |event: &Event| together.count(event).unwrap_or_default();
    let steps = listed.filter_map(|event| step(study, &event.what, count(event)));
    let mut steps: Vec<Step> = steps.collect();
    // Marks of one slot may have been moved in parts.
    steps.dedup();
    for step in steps {
        sheet.line(vec![
            Span::new(label, Role::Label),
            Span::space(1),
            Span::plain(Confirmation::Step(step)),
        ]);
    }
}

/// What an event did; `count` slots were moved together with it.
fn step(study: &Study, what: &What, count: u32) -> Option<Step> {
    let name = |id: &String| SlotName::new(id, study.title(id).unwrap_or_default());
    let step = match what {
        What::Begin { start, .. } => Step::Begin(*start),
        What::Done { slot, .. } => Step::Done(name(slot)),
        What::Skip { slot, .. } => Step::Skip(name(slot)),
        What::Note { slot, text, .. } => {
            let (slot, text) = (name(slot), text.clone());
            Step::Note { slot, text }
        }
        What::Relinked { .. } => Step::Relinked(relinked(what)?),
        What::Off {
            first,
            last,
            cancel,
            ..
        } => {
            let (first, last) = (*first, *last);
            let step = if *cancel { Step::On } else { Step::Off };
            step(Dates { first, last })
        }
        What::Move { slot, to, .. } => {
            let (slot, to) = (name(slot), *to);
            Step::Move { slot, to }
        }
        What::Shift { from, weeks } => {
            let (weeks, from) = (*weeks, from.clone());
            Step::Shift { count, weeks, from }
        }
        What::Recover { way } => {
            let strategy = way.clone();
            Step::Recover { count, strategy }
        }
        What::Undo { .. } | What::Other { .. } => return None,
    };
    Some(step)
}

/// From which slot to which marks were moved.
pub(crate) fn relinked(what: &What) -> Option<Relinked> {
    let What::Relinked {
        from,
        was,
        to,
        title,
        ..
    } = what
    else {
        return None;
    };
    Some(Relinked {
        from: SlotName::new(from, was),
        to: SlotName::new(to, title),
    })
}

/// The ops that move or skip many slots together, and how many; such slots are not listed one by one.
pub(super) struct MovedTogether(HashMap<Uuid, u32>);

impl MovedTogether {
    pub(super) fn in_events<'e>(events: impl IntoIterator<Item = &'e Event> + Clone) -> Self {
        let is_head =
            |event: &&Event| matches!(event.what, What::Shift { .. } | What::Recover { .. });
        let heads = events.clone().into_iter().filter(is_head);
        let mut counts: HashMap<Uuid, u32> = heads.map(|event| (event.op, 0)).collect();
        for event in events.into_iter().filter(|event| is_move(event)) {
            counts.entry(event.op).and_modify(|count| *count += 1);
        }
        Self(counts)
    }

    pub(super) fn count(&self, event: &Event) -> Option<u32> {
        self.0.get(&event.op).copied()
    }

    pub(super) fn is_listed(&self, event: &Event) -> bool {
        !is_move(event) || self.count(event).is_none()
    }
}

fn is_move(event: &Event) -> bool {
    matches!(event.what, What::Move { .. } | What::Skip { .. })
}

/// Placements that the learner may not have meant.
pub(crate) fn move_warnings(study: &Study, found: &MoveWarnings) -> Vec<Message> {
    let mut late: Vec<SlotView> = found.late.clone();
    late.sort_by_key(|slot| std::cmp::Reverse((slot.dates.last, slot.time)));
    let end = study.calendar.end();
    let warnings = [
        moved(&found.past).map(MoveWarning::Past),
        moved(&found.begun).map(MoveWarning::Begun),
        moved(&found.night).map(MoveWarning::Night),
        moved(&found.resting).map(MoveWarning::RestDay),
        moved(&late).map(|slot| MoveWarning::AfterEnd { slot, end }),
        found
            .after
            .first()
            .map(|(slot, other)| MoveWarning::AfterSuccessor {
                count: found.after.len(),
                slot: slot_name(slot),
                other: slot_name(other),
            }),
        found
            .before
            .first()
            .map(|(slot, other)| MoveWarning::BeforePredecessor {
                count: found.before.len(),
                slot: slot_name(slot),
                other: slot_name(other),
            }),
    ];
    warnings.into_iter().flatten().map(Message::from).collect()
}

/// How many slots there are, and the first of them.
fn moved(slots: &[SlotView]) -> Option<MovedSlot> {
    let slot = slots.first()?;
    Some(MovedSlot {
        count: slots.len(),
        slot: slot_name(slot),
        dates: slot.dates,
        start: slot.time.map(|time| time.start),
    })
}

/// What is too much on a date.
pub(crate) fn crowded(date: NaiveDate, day: &DayLoad) -> Vec<Message> {
    let (load, budget) = (day.load, day.budget);
    let over = (load > budget).then_some(MoveWarning::OverBudget { date, load, budget });
    let overlaps = day.overlaps.iter().map(|(slot, other)| {
        let (slot, other) = (slot_name(slot), slot_name(other));
        MoveWarning::Overlap { slot, other, date }
    });
    over.into_iter()
        .chain(overlaps)
        .map(Message::from)
        .collect()
}
