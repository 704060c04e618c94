//! What is true although the latest step about it was undone.

use std::collections::{HashMap, HashSet};

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
    let is_head = |what: &What| {
        matches!(
            what,
            What::Shift { .. } | What::Recover { .. } | What::Fit { .. }
        )
    };
    let heads = undone.iter().filter(|event| is_head(&event.what));
    let together: HashSet<Uuid> = heads.map(|event| event.op).collect();
    let now = Now::of(study);
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for event in undone {
        match &event.what {
            What::Begin { .. } if study.started && seen.insert(("begin", "")) => {
                found.push(Still::Begins(study.calendar.start));
            }
            What::Done { slot, title, .. }
            | What::Sitting { slot, title, .. }
            | What::Skip { slot, title, .. } => {
                let id = now.id(slot, title);
                found.extend(
                    id.filter(|id| seen.insert(("mark", id)))
                        .and_then(|id| marked(study, id)),
                );
            }
            What::Move { slot, title, .. } if !together.contains(&event.op) => {
                let id = now.id(slot, title).filter(|id| seen.insert(("move", id)));
                let slot = id.and_then(|id| study.slot(id));
                found.extend(slot.filter(SlotView::is_moved).map(Still::Moved));
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

/// The slots or deliverables of a study by what marks were recorded for, which may not be what they
/// count for.
struct Now<'a> {
    /// By id and title: the id that they count for now, if there is one.
    former: HashMap<(&'a str, &'a str), Option<&'a str>>,
    /// The titles of what is in the plan, by id.
    titles: HashMap<&'a str, &'a str>,
}

impl<'a> Now<'a> {
    fn of(study: &'a Study) -> Self {
        let former = study.reconciled.former().chain(&study.reconciled.followed);
        let former: Vec<_> = former.collect();
        // Of several, the first one counts.
        let former = former.into_iter().rev();
        let former = former.map(|marks| ((&*marks.slot, &*marks.title), marks.now()));
        let titles = study.plan.named();
        Self {
            former: former.collect(),
            titles: titles.collect(),
        }
    }

    /// The slot or deliverable that marks recorded for `id` and `title` count for, if any does.
    /// Since then the plan may have given `id` to another.
    fn id(&self, id: &'a str, title: &'a str) -> Option<&'a str> {
        let is_it = || self.titles.get(id) == Some(&title);
        let former = self.former.get(&(id, title)).copied();
        former.unwrap_or_else(|| is_it().then_some(id))
    }
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
