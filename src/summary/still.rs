//! What is true although the latest step about it was undone.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{DeliverableView, SlotView, Status, Study};
use crate::model::Dates;
use crate::progress::{Event, What};

/// Something that is true because of an earlier step.
#[derive(Debug, Clone)]
pub(crate) enum Still<'a> {
    /// A slot is done or skipped.
    Marked(SlotView<'a>),
    /// A deliverable is done or skipped.
    DeliverableMarked(DeliverableView<'a>),
    /// A slot is not where the plan has it.
    Moved(SlotView<'a>),
    /// The plan begins on this date.
    Begins(NaiveDate),
    /// These are rest days.
    Rest(Dates),
}

/// What is true in `study` of what these events were about, which are undone.
pub(crate) fn still<'a>(study: &'a Study, undone: &[&'a Event]) -> Vec<Still<'a>> {
    let is_head = |what: &What| matches!(what, What::Shift { .. } | What::Recover { .. });
    let heads = undone.iter().filter(|event| is_head(&event.what));
    let together: HashSet<Uuid> = heads.map(|event| event.op).collect();
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for event in undone {
        match &event.what {
            What::Begin { .. } if study.started && seen.insert(("begin", "")) => {
                found.push(Still::Begins(study.calendar.start));
            }
            What::Done { slot, .. } | What::Skip { slot, .. }
                if seen.insert(("mark", slot.as_str())) =>
            {
                found.extend(marked(study, slot));
            }
            What::Move { slot, .. }
                if !together.contains(&event.op) && seen.insert(("move", slot.as_str())) =>
            {
                let slot = study.slot(slot).filter(SlotView::is_moved);
                found.extend(slot.map(Still::Moved));
            }
            What::Off {
                first,
                last,
                cancel: false,
                ..
            } => found.extend(rest(study, *first, *last)),
            _ => {}
        }
    }
    found
}

fn marked<'a>(study: &'a Study, id: &str) -> Option<Still<'a>> {
    let is_marked = |status: Status| matches!(status, Status::Done | Status::Skipped);
    let slot = study.slot(id).filter(|slot| is_marked(slot.status));
    let deliverable = || {
        let mut views = study.deliverables();
        views.find(|view| view.what.id == id && is_marked(view.status))
    };
    slot.map(Still::Marked)
        .or_else(|| deliverable().map(Still::DeliverableMarked))
}

/// The rest days among some dates, in runs.
fn rest(study: &Study, first: NaiveDate, last: NaiveDate) -> Vec<Still<'_>> {
    let is_rest = |date: &NaiveDate| study.rests.on(*date).is_some();
    let dates: Vec<NaiveDate> = Dates { first, last }.all().collect();
    let runs = dates.chunk_by(|a, b| is_rest(a) == is_rest(b));
    let runs = runs.filter(|run| is_rest(&run[0]));
    runs.map(|run| {
        let (first, last) = (run[0], run[run.len() - 1]);
        Still::Rest(Dates { first, last })
    })
    .collect()
}
