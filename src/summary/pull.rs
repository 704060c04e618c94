//! What the check boxes of a note say that is not recorded yet.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{DeliverableView, SlotView, Status, Study};
use crate::checklist::{BoxState, CheckBox, States, block_id, repeated};
use crate::progress::{Event, Mark, What, live_ids};
use crate::text::SlotName;

/// What a check box can be: a slot, a sitting of one, or a deliverable.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tickable<'a> {
    Slot(SlotView<'a>),
    Deliverable(DeliverableView<'a>),
}

impl<'a> Tickable<'a> {
    /// The id that marks are recorded for.
    pub(crate) fn id(&self) -> &'a str {
        match self {
            Self::Slot(slot) => slot.place.slot.id.as_str(),
            Self::Deliverable(view) => &view.what.id,
        }
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> SlotName {
        match self {
            Self::Slot(slot) => slot.name(),
            Self::Deliverable(view) => view.name(),
        }
    }

    /// The id of its block in a note.
    pub(crate) fn block(&self) -> String {
        let sitting = match self {
            Self::Slot(slot) => slot.sitting.filter(|sitting| sitting.of > 1),
            Self::Deliverable(_) => None,
        };
        block_id(self.id(), sitting.map(|sitting| sitting.part))
    }

    /// What its check box says.
    pub(crate) fn state(&self) -> BoxState {
        let status = match self {
            Self::Slot(slot) => slot.status,
            Self::Deliverable(view) => view.status,
        };
        match status {
            Status::Done => BoxState::Done,
            Status::Skipped => BoxState::Skipped,
            Status::Open | Status::Overdue => BoxState::Open,
        }
    }

    /// The study date since which it is done or skipped, if it is.
    pub(crate) fn since(&self) -> Option<NaiveDate> {
        match self {
            Self::Slot(slot) if slot.status == Status::Done => slot.done_on(),
            Self::Slot(SlotView { mark, .. }) | Self::Deliverable(DeliverableView { mark, .. }) => {
                mark.and_then(Mark::settled_on)
            }
        }
    }
}

/// Whatever may have a check box, by the id of its block: of a slot in several sittings, each of them and
/// the whole.
fn tickables(study: &Study) -> HashMap<String, Tickable<'_>> {
    let slots = study.slots().chain(study.whole_slots());
    let slots = slots.map(Tickable::Slot);
    let all = slots.chain(study.deliverables().map(Tickable::Deliverable));
    let mut found = HashMap::new();
    for one in all {
        // A slot in one sitting is that sitting.
        found.entry(one.block()).or_insert(one);
    }
    found
}

/// What the check boxes of a note are to say.
pub(crate) fn box_states(study: &Study) -> States {
    let all = tickables(study).into_iter();
    all.map(|(block, one)| (block, one.state())).collect()
}

/// What a note says, compared with what is recorded; of each `T`.
#[derive(Debug, Clone)]
pub(crate) struct Pulled<T> {
    /// What is to be recorded, in the order of the note.
    pub(crate) marks: Vec<PulledMark<T>>,
    /// What is not.
    pub(crate) refused: Vec<Refused<T>>,
}

impl Pulled<Tickable<'_>> {
    /// The same with names instead of views.
    pub(crate) fn named(self) -> Pulled<SlotName> {
        let marks = self.marks.into_iter().map(|mark| PulledMark {
            subject: mark.subject.name(),
            block: mark.block,
            state: mark.state,
            day: mark.day,
        });
        let refused = self.refused.into_iter().map(|refused| Refused {
            subject: refused.subject.map(|subject| subject.name()),
            line: refused.line,
            block: refused.block,
            why: refused.why,
        });
        Pulled {
            marks: marks.collect(),
            refused: refused.collect(),
        }
    }
}

/// A mark that a note has.
#[derive(Debug, Clone)]
pub(crate) struct PulledMark<T> {
    pub(crate) subject: T,
    /// The id of its block.
    pub(crate) block: String,
    /// Done or skipped.
    pub(crate) state: BoxState,
    /// The study date it counts for.
    pub(crate) day: NaiveDate,
}

/// A check box that is not recorded.
#[derive(Debug, Clone)]
pub(crate) struct Refused<T> {
    /// The number of its line, from 1.
    pub(crate) line: usize,
    /// The id of its block.
    pub(crate) block: String,
    pub(crate) subject: Option<T>,
    pub(crate) why: RefusedWhy,
}

/// Why a check box is not recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RefusedWhy {
    /// Nothing in the plan has its id.
    Unknown,
    /// Other boxes have the same id.
    Repeated,
    /// What it says is since something that is no date.
    NoDate(String),
    /// It says that it will be marked.
    Future(NaiveDate),
    /// It is a sitting that is skipped, and others of its slot are not.
    OneSitting,
    /// A later mark says something else, or one that may be later: what, and since when.
    Later(BoxState, NaiveDate),
}

/// What the check boxes of a note say that is not recorded. Boxes that are not ticked say nothing.
pub(crate) fn pull<'a>(
    study: &'a Study,
    events: &[Event],
    boxes: &[CheckBox],
) -> Pulled<Tickable<'a>> {
    let all = tickables(study);
    let (repeated, reopened) = (repeated(boxes), reopened(events));
    let skipped = wholly_skipped(&all, boxes);
    let (marks, refused) = (Vec::new(), Vec::new());
    let mut pulled = Pulled { marks, refused };
    let mut known = HashSet::new();
    for own in boxes {
        let subject = all.get(own.block).copied();
        let read = match subject {
            None => Err(RefusedWhy::Unknown),
            Some(_) if repeated.contains(own.block) => Err(RefusedWhy::Repeated),
            Some(one) if own.state == BoxState::Open || own.state == one.state() => continue,
            Some(one) if own.state == BoxState::Skipped && !skipped.contains(one.id()) => {
                Err(RefusedWhy::OneSitting)
            }
            Some(one) => day(study, own, &one, &reopened).map(|day| (one, day)),
        };
        match read {
            // Sittings are skipped together.
            Ok((subject, _)) if own.state == BoxState::Skipped && !known.insert(subject.id()) => {}
            Ok((subject, day)) => pulled.marks.push(PulledMark {
                subject,
                block: own.block.to_owned(),
                state: own.state,
                day,
            }),
            Err(why) => pulled.refused.push(Refused {
                line: own.line,
                block: own.block.to_owned(),
                subject,
                why,
            }),
        }
    }
    pulled
}

/// The study date that a mark counts for: the one that its line names, else today.
fn day(
    study: &Study,
    own: &CheckBox,
    subject: &Tickable,
    reopened: &HashMap<&str, NaiveDate>,
) -> Result<NaiveDate, RefusedWhy> {
    let date = match own.since {
        None => None,
        Some(Err(text)) => return Err(RefusedWhy::NoDate(text.to_owned())),
        // After midnight, a note is already in the next day.
        Some(Ok(date)) if date > study.now.date() => return Err(RefusedWhy::Future(date)),
        Some(Ok(date)) => Some(date),
    };
    let other = subject.since();
    let other = other.or_else(|| reopened.get(subject.id()).copied());
    if let Some(since) = other.filter(|since| date.is_none_or(|date| date <= *since)) {
        return Err(RefusedWhy::Later(subject.state(), since));
    }
    Ok(date.unwrap_or(study.today).min(study.today))
}

/// The slots that were reopened, and when.
fn reopened(events: &[Event]) -> HashMap<&str, NaiveDate> {
    let live = live_ids(events);
    let mut found = HashMap::new();
    for event in events.iter().filter(|event| live.contains(&event.id)) {
        if let What::Reopen { slot, .. } = &event.what {
            let last = found.entry(slot.as_str()).or_insert(event.day);
            *last = event.day.max(*last);
        }
    }
    found
}

/// The ids of what is skipped as a whole: its sittings that are not done, now or by the note, all are.
fn wholly_skipped<'a>(all: &HashMap<String, Tickable<'a>>, boxes: &[CheckBox]) -> HashSet<&'a str> {
    let says = |block: &str, state: BoxState| {
        let is_valid = |own: &CheckBox| !matches!(own.since, Some(Err(_)));
        let mut own = boxes.iter().filter(|own| own.block == block);
        own.any(|own| own.state == state && is_valid(own))
    };
    let mut skipped: HashSet<&str> = all.values().map(Tickable::id).collect();
    for (block, one) in all {
        let whole = block_id(one.id(), None);
        let is_settled = one.state() == BoxState::Done
            || says(block, BoxState::Done)
            || says(block, BoxState::Skipped)
            || says(&whole, BoxState::Skipped);
        if *block != whole && !is_settled {
            skipped.remove(one.id());
        }
    }
    skipped
}
