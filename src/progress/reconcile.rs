//! Reconciling marks with an edited plan: which slot does each mark belong to now?

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::matching::{Evidence, MatchItem, MatchedBy, items_of_plan, match_items};
use super::{Mark, Progress, What};
use crate::model::Plan;

/// Marks by slot or deliverable of the plan, and those that don't fit it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Reconciled {
    /// Marks that count, by the id of their slot or deliverable.
    pub(crate) marks: HashMap<String, Mark>,
    /// Marks that belong to no slot of the plan, or to one with another title.
    pub(crate) orphans: Vec<Orphan>,
}

/// Marks that don't fit the plan as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Orphan {
    /// The id of the slot when it was marked.
    pub(crate) slot: String,
    /// The title of the slot when it was marked.
    pub(crate) title: String,
    pub(crate) mark: Mark,
    /// Why they don't fit.
    pub(crate) reason: OrphanReason,
}

/// Why marks don't fit the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum OrphanReason {
    /// The slot has the same id and content but another title; its marks count.
    Retitled {
        /// Its title now.
        now: String,
    },
    /// The slot has another id; its marks don't count until relinked.
    Moved {
        /// Its id now.
        to: String,
        /// Its title now.
        title: String,
        /// Why it is known to be the same.
        by: MatchedBy,
    },
    /// Another slot has its id, and it is not certain which slot it is; its marks don't count.
    Replaced {
        /// The title of the slot that has its id.
        now: String,
    },
    /// No slot is certain to be it; its marks don't count.
    Gone,
}

impl Orphan {
    /// Id and title of its slot now if that is certain, and why it is.
    pub(super) fn successor(&self) -> Option<(&str, &str, MatchedBy)> {
        match &self.reason {
            OrphanReason::Moved { to, title, by } => Some((to, title, *by)),
            OrphanReason::Retitled { now } => Some((&self.slot, now, MatchedBy::Id)),
            OrphanReason::Replaced { .. } | OrphanReason::Gone => None,
        }
    }

    /// Slots that it could be, by id and title: the one that has its id.
    pub(super) fn candidates(&self) -> Vec<(String, String)> {
        match &self.reason {
            OrphanReason::Replaced { now } => vec![(self.slot.clone(), now.clone())],
            _ => Vec::new(),
        }
    }

    /// The event that moves its marks to its slot now, if that is certain.
    pub(crate) fn relink_event(&self) -> Option<What> {
        let (to, title, _) = self.successor()?;
        Some(self.relink_event_to(to, title))
    }

    /// The event that moves its marks to the slot `to` with this title.
    pub(crate) fn relink_event_to(&self, to: &str, title: &str) -> What {
        What::Relinked {
            from: self.slot.clone(),
            was: self.title.clone(),
            to: to.to_owned(),
            title: title.to_owned(),
        }
    }
}

/// Assigns marks to slots of the plan. A mark counts for the slot with its id if the title is the
/// same, or if only the title has changed. It never counts for a slot with another id unless a
/// `moved` event says so.
pub(crate) fn reconcile(progress: &Progress, plan: &Plan) -> Reconciled {
    let marks = progress.marks.iter();
    let mut others: HashMap<(&str, &str), &Mark> = marks
        .map(|((id, title), mark)| ((id.as_str(), title.as_str()), mark))
        .collect();
    let fitting = |(id, title)| Some((id, others.remove(&(id, title))?));
    let marks = plan.named().filter_map(fitting);
    let mut reconciled = Reconciled {
        marks: marks
            .map(|(id, mark): (&str, &Mark)| (id.to_owned(), mark.clone()))
            .collect(),
        orphans: Vec::new(),
    };
    if others.values().any(|mark| !mark.is_empty()) {
        add_orphans(&mut reconciled, progress, plan);
    }
    reconciled
}

/// Adds the marks that don't fit the plan as it is.
fn add_orphans(reconciled: &mut Reconciled, progress: &Progress, plan: &Plan) {
    let now = items_of_plan(plan);
    let matches = match_items(&items_of_marks(progress), &now, Evidence::MarksOnly);
    for (((id, title), mark), found) in progress.marks.iter().zip(matches) {
        if mark.is_empty() {
            continue;
        }
        let reason = match found.map(|(to, by)| (now[to], by)) {
            Some((_, MatchedBy::Unchanged)) => continue,
            Some((slot, _)) if slot.id == id => OrphanReason::Retitled {
                now: slot.title.to_owned(),
            },
            Some((slot, by)) => OrphanReason::Moved {
                to: slot.id.to_owned(),
                title: slot.title.to_owned(),
                by,
            },
            None => match now.iter().find(|slot| slot.id == id) {
                Some(slot) => OrphanReason::Replaced {
                    now: slot.title.to_owned(),
                },
                None => OrphanReason::Gone,
            },
        };
        if matches!(reason, OrphanReason::Retitled { .. }) {
            reconciled
                .marks
                .entry(id.clone())
                .or_default()
                .absorb(mark.clone());
        }
        // The placement of a slot that is gone is not worth reporting.
        if mark.is_bare() && reason == OrphanReason::Gone {
            continue;
        }
        reconciled.orphans.push(Orphan {
            slot: id.clone(),
            title: title.clone(),
            mark: mark.clone(),
            reason,
        });
    }
}

/// What marks reveal of the plan they were made in. Days and times in its ids give an order.
fn items_of_marks(progress: &Progress) -> Vec<MatchItem<'_>> {
    let mut order: Vec<_> = progress.marks.keys().map(|(id, _)| time_of(id)).collect();
    order.sort_unstable();
    let marks = progress.marks.iter();
    let items = marks.map(|((id, title), mark)| {
        let fingerprint = mark.fingerprint.map(|(_, fingerprint)| fingerprint);
        MatchItem {
            id,
            title,
            content: fingerprint.map(|fingerprint| fingerprint.content()),
            has_state: mark.state.is_some(),
            title_shared: fingerprint.is_some_and(|fingerprint| fingerprint.title_shared),
            work_shared: fingerprint.is_some_and(|fingerprint| fingerprint.work_shared),
            rank: time_of(id).and_then(|time| order.binary_search(&Some(time)).ok()),
        }
    });
    items.collect()
}

/// Day and time in an id made of them, such as `d08-1045`.
fn time_of(id: &str) -> Option<(u32, u32)> {
    let (day, time) = id.strip_prefix('d')?.split_once('-')?;
    let number = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse().ok())
    };
    Some((number(day)??, number(time)??))
}
