//! Marks laid beside the plan: which slot each belongs to now, and which belong to none.

use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

use super::matching::{Evidence, MatchItem, MatchedBy, items_of_plan, match_items};
use super::{Mark, Progress, What};
use crate::model::Plan;

/// Marks by slot or deliverable of the plan, and what could not be laid beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reconciled {
    /// What is known of each slot or deliverable that has marks, by its id.
    pub marks: HashMap<String, Mark>,
    /// Marks that belong to no slot of the plan, or to one that is called otherwise now.
    pub orphans: Vec<Orphan>,
}

/// Marks that do not fit the plan as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Orphan {
    /// The slot id they were made under.
    pub slot: String,
    /// The title they were made under.
    pub title: String,
    /// What they say.
    pub mark: Mark,
    /// Why they do not fit.
    pub reason: OrphanReason,
}

/// Why marks do not fit the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OrphanReason {
    /// The slot keeps its id and what it holds but is called otherwise now; its marks count.
    Retitled {
        /// Its title now.
        now: String,
    },
    /// The slot has another id now; its marks do not count until relinked.
    Moved {
        /// Its id now.
        to: String,
        /// Its title now.
        title: String,
        /// By what it is known to be the same.
        by: MatchedBy,
    },
    /// Another slot bears its id now, and it is not certain which one it is; the marks do not
    /// count.
    Replaced {
        /// The title of the slot that bears its id.
        now: String,
    },
    /// No slot is certain to be it; the marks do not count.
    Gone,
}

impl Orphan {
    /// Id and title of its slot now, where that is certain, and by what it is known.
    pub(super) fn successor(&self) -> Option<(&str, &str, MatchedBy)> {
        match &self.reason {
            OrphanReason::Moved { to, title, by } => Some((to, title, *by)),
            // The slot is the same: only its title is taken over.
            OrphanReason::Retitled { now } => Some((&self.slot, now, MatchedBy::Id)),
            OrphanReason::Replaced { .. } | OrphanReason::Gone => None,
        }
    }

    /// What it could be: the slot that bears its id.
    pub(super) fn candidates(&self) -> Vec<(String, String)> {
        match &self.reason {
            OrphanReason::Replaced { now } => vec![(self.slot.clone(), now.clone())],
            _ => Vec::new(),
        }
    }

    /// The event that takes its marks along, where it is certain whither.
    #[must_use]
    pub fn relink_event(&self) -> Option<What> {
        let (to, title, _) = self.successor()?;
        Some(self.relink_event_to(to, title))
    }

    /// The event that takes its marks along to the slot `to`, which is called `title`.
    #[must_use]
    pub fn relink_event_to(&self, to: &str, title: &str) -> What {
        What::Relinked {
            from: self.slot.clone(),
            was: self.title.clone(),
            to: to.to_owned(),
            title: title.to_owned(),
        }
    }
}

/// Lays marks beside the plan. A mark counts for the slot of its id if the titles agree, or if the
/// slot still holds what it held and only its title is another. It is never given to a slot of
/// another id without a `moved` event that says so.
#[must_use]
pub fn reconcile(progress: &Progress, plan: &Plan) -> Reconciled {
    let named: HashSet<(&str, &str)> = plan.named().collect();
    let fits = |(id, title): &(String, String)| named.contains(&(id.as_str(), title.as_str()));
    let fitting = progress.marks.iter().filter(|(key, _)| fits(key));
    let mut reconciled = Reconciled {
        marks: fitting
            .map(|((id, _), mark)| (id.clone(), mark.clone()))
            .collect(),
        orphans: Vec::new(),
    };
    let mut others = progress.marks.iter().filter(|(key, _)| !fits(key));
    if others.any(|(_, mark)| !mark.is_empty()) {
        look_for_others(&mut reconciled, progress, plan);
    }
    reconciled
}

/// Looks for the slots of the marks that do not fit the plan as it is.
fn look_for_others(reconciled: &mut Reconciled, progress: &Progress, plan: &Plan) {
    let now = items_of_plan(plan);
    let pairs = match_items(&items_of_marks(progress), &now, Evidence::MarksOnly);
    for (((id, title), mark), pair) in progress.marks.iter().zip(pairs) {
        if mark.is_empty() {
            continue;
        }
        let reason = match pair.map(|(to, by)| (now[to], by)) {
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
            reconciled.marks.entry(id.clone()).or_default().absorb(mark);
        }
        // Where a slot was put that is gone is nothing to speak of.
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

/// All that marks tell of the plan they were made in. What its ids tell of day and time orders it.
fn items_of_marks(progress: &Progress) -> Vec<MatchItem<'_>> {
    let mut order: Vec<_> = progress.marks.keys().map(|(id, _)| time_of(id)).collect();
    order.sort_unstable();
    let marks = progress.marks.iter();
    let items_of_plan = marks.map(|((id, title), mark)| {
        let fingerprint = mark.fingerprint.map(|(_, fingerprint)| fingerprint);
        MatchItem {
            id,
            title,
            content: fingerprint.map(|fingerprint| (fingerprint.minutes, fingerprint.work)),
            weighs: mark.state.is_some(),
            title_shared: fingerprint.is_some_and(|fingerprint| fingerprint.title_shared),
            work_shared: fingerprint.is_some_and(|fingerprint| fingerprint.work_shared),
            rank: time_of(id).and_then(|time| order.binary_search(&Some(time)).ok()),
        }
    });
    items_of_plan.collect()
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
