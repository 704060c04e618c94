//! Reconciling marks with an edited plan: which slot does each mark belong to now?

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::fingerprint::Content;
use super::homes::Homes;
use super::matching::{Evidence, MatchItem, MatchedBy, items_of_plan, match_items, time_of};
use super::{Mark, Progress, Subject};
use crate::model::Plan;

/// Marks by slot or deliverable of the plan, and those that don't fit it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Reconciled {
    /// Marks that count, by the id of their slot or deliverable.
    pub(crate) marks: HashMap<String, Mark>,
    /// Marks that belong to no slot of the plan, or to one with another title.
    pub(crate) orphans: Vec<Orphan>,
    /// Marks that count for a slot that had another id or content when they were made.
    pub(crate) followed: Vec<Orphan>,
}

/// Marks that don't fit the plan as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Orphan {
    /// The id of the slot when it was marked.
    pub(crate) slot: String,
    /// The title of the slot when it was marked.
    pub(crate) title: String,
    /// What the slot held when it was marked; several if it was edited in between.
    pub(super) contents: Vec<Option<Content>>,
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
    /// Several slots have its title and content, which only one had; its marks don't count.
    Ambiguous {
        /// Their ids.
        slots: Vec<String>,
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
            _ => None,
        }
    }

    /// Whether its slot is certain.
    pub(crate) fn is_certain(&self) -> bool {
        self.now().is_some()
    }

    /// The id of its slot now, if that is certain.
    pub(crate) fn now(&self) -> Option<&str> {
        self.successor().map(|(id, _, _)| id)
    }

    /// Whether its marks count all the same.
    pub(crate) fn counts(&self) -> bool {
        matches!(self.reason, OrphanReason::Retitled { .. })
    }

    /// Slots that it could be, by id and title.
    pub(super) fn candidates(&self) -> Vec<(String, String)> {
        match &self.reason {
            OrphanReason::Replaced { now } => vec![(self.slot.clone(), now.clone())],
            OrphanReason::Ambiguous { slots } => {
                let slots = slots.iter().cloned();
                slots.map(|id| (id, self.title.clone())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What its marks are of.
    pub(super) fn subjects(&self) -> impl Iterator<Item = Subject<'_>> {
        self.contents.iter().map(|content| Subject {
            id: &self.slot,
            title: &self.title,
            content: *content,
        })
    }
}

impl Orphan {
    fn of(progress: &Progress, subjects: &[Subject], reason: OrphanReason) -> Self {
        let mut mark = Mark::default();
        for subject in subjects {
            mark.absorb(progress.marks[subject].clone());
        }
        let first = subjects.first();
        Self {
            slot: first
                .map(|subject| subject.id.to_owned())
                .unwrap_or_default(),
            title: first
                .map(|subject| subject.title.to_owned())
                .unwrap_or_default(),
            contents: subjects.iter().map(|subject| subject.content).collect(),
            mark,
            reason,
        }
    }
}

/// Assigns marks to slots of the plan, as [`Homes`] says. Other marks count for no slot, unless
/// only the title of the slot with their id has changed.
pub(crate) fn reconcile(progress: &Progress, plan: &Plan) -> Reconciled {
    let homes = Homes::of(progress, plan);
    let mut reconciled = Reconciled::default();
    for home in &homes.counted {
        reconciled.count(home.id, progress.marks[&home.subject].clone());
    }
    reconciled.followed = followed(&homes, progress);
    let ambiguous = homes.ambiguous.iter().map(|(subject, slots)| {
        let slots = slots.iter().map(|id| (*id).to_owned()).collect();
        Orphan::of(progress, &[*subject], OrphanReason::Ambiguous { slots })
    });
    reconciled.orphans = ambiguous.collect();
    if !homes.unplaced.is_empty() {
        add_unplaced(&mut reconciled, &homes, progress, plan);
    }
    reconciled
        .orphans
        .sort_by(|a, b| (&a.slot, &a.title).cmp(&(&b.slot, &b.title)));
    reconciled
}

impl Reconciled {
    /// Marks that were made for another id or title than their slot has now.
    pub(crate) fn former(&self) -> impl Iterator<Item = &Orphan> {
        let moved = self.followed.iter().filter(|marks| !marks.counts());
        self.orphans.iter().chain(moved)
    }

    fn count(&mut self, slot: &str, mark: Mark) {
        let fingerprint = None;
        let mark = Mark {
            fingerprint,
            ..mark
        };
        self.marks.entry(slot.to_owned()).or_default().absorb(mark);
    }
}

/// Marks that count for a slot that had another id or content when they were made.
fn followed(homes: &Homes, progress: &Progress) -> Vec<Orphan> {
    let mut found: BTreeMap<(&str, &str, &str), Vec<Subject>> = BTreeMap::new();
    for home in homes.counted.iter().filter(|home| home.is_changed) {
        let key = (home.subject.id, home.subject.title, home.id);
        found.entry(key).or_default().push(home.subject);
    }
    let followed = found.into_iter().map(|((id, title, to), subjects)| {
        let (to, title, by) = (to.to_owned(), title.to_owned(), MatchedBy::Content);
        let reason = if id == to {
            OrphanReason::Retitled { now: title }
        } else {
            OrphanReason::Moved { to, title, by }
        };
        Orphan::of(progress, &subjects, reason)
    });
    followed.collect()
}

/// The slots that marks count for, by what they were recorded for.
pub(super) fn counted<'a>(
    progress: &Progress<'a>,
    plan: &'a Plan,
    reconciled: &'a Reconciled,
) -> HashMap<Subject<'a>, &'a str> {
    let homes = Homes::of(progress, plan).counted.into_iter();
    let homes = homes.map(|home| (home.subject, home.id));
    let retitled = reconciled.orphans.iter().filter(|orphan| orphan.counts());
    let retitled = retitled.flat_map(|orphan| orphan.subjects().map(|one| (one, &*orphan.slot)));
    homes.chain(retitled).collect()
}

/// Marks that count for the slot `id`, by what they were recorded for.
pub(crate) fn marks_of(progress: &Progress, plan: &Plan, id: &str) -> Vec<Orphan> {
    let homes = Homes::of(progress, plan);
    let here = homes.counted.iter().filter(|home| home.id == id);
    let mut subjects: Vec<Subject> = here.map(|home| home.subject).collect();
    subjects.sort_unstable();
    let groups = subjects.chunk_by(|a, b| (a.id, a.title) == (b.id, b.title));
    let orphans = groups.map(|group| Orphan::of(progress, group, OrphanReason::Gone));
    orphans.collect()
}

/// Adds the marks that [`Homes`] has found no place for.
fn add_unplaced(reconciled: &mut Reconciled, homes: &Homes, progress: &Progress, plan: &Plan) {
    let now = items_of_plan(plan);
    let groups = homes.unplaced.values();
    let lost = groups.map(|group| Orphan::of(progress, group, OrphanReason::Gone));
    let lost: Vec<Orphan> = lost.collect();
    let (former, known) = items_of_marks(homes, &lost, &now);
    let matches = match_items(&former, &now, Evidence::Marks { known: &known });
    let titles: HashMap<&str, &str> = now.iter().map(|item| (item.id, item.title)).collect();
    let reasons = lost.iter().zip(matches).map(|(orphan, found)| {
        let found = found.map(|(to, by)| (&now[to], by));
        reason(&orphan.slot, found, &titles)
    });
    let reasons: Vec<OrphanReason> = reasons.collect();
    for (mut orphan, reason) in lost.into_iter().zip(reasons) {
        orphan.reason = reason;
        if orphan.counts() {
            reconciled.count(&orphan.slot, orphan.mark.clone());
        }
        // The placement of a slot that is gone is not worth reporting.
        if !(orphan.mark.is_bare() && orphan.reason == OrphanReason::Gone) {
            reconciled.orphans.push(orphan);
        }
    }
}

/// Why marks of the slot `id` don't fit, of which `found` is the slot now. The plan has `titles`, by
/// id.
fn reason(
    id: &str,
    found: Option<(&MatchItem, MatchedBy)>,
    titles: &HashMap<&str, &str>,
) -> OrphanReason {
    match found {
        Some((slot, _)) if slot.id == id => OrphanReason::Retitled {
            now: slot.title.to_owned(),
        },
        Some((slot, by)) => OrphanReason::Moved {
            to: slot.id.to_owned(),
            title: slot.title.to_owned(),
            by,
        },
        None => match titles.get(id) {
            Some(title) => OrphanReason::Replaced {
                now: (*title).to_owned(),
            },
            None => OrphanReason::Gone,
        },
    }
}

/// What marks reveal of the plan they were made in, first those without a place; and for each its
/// position in `now`, if it has one. Days and times in ids give an order.
fn items_of_marks<'a>(
    homes: &Homes<'a, 'a>,
    lost: &'a [Orphan],
    now: &[MatchItem],
) -> (Vec<MatchItem<'a>>, Vec<Option<usize>>) {
    let positions: HashMap<&str, usize> = (0..).zip(now).map(|(at, item)| (item.id, at)).collect();
    let unplaced = lost.iter().map(|orphan| {
        let item = MatchItem {
            id: &orphan.slot,
            title: &orphan.title,
            fingerprint: orphan.mark.fingerprint.map(|(_, fingerprint)| fingerprint),
            has_state: orphan.mark.settled.is_some(),
            ..MatchItem::default()
        };
        (item, None)
    });
    let placed = homes.counted.iter().map(|home| {
        let Subject { id, title, .. } = home.subject;
        let item = MatchItem {
            id,
            title,
            ..MatchItem::default()
        };
        (item, positions.get(home.id).copied())
    });
    let (mut items, known): (Vec<MatchItem>, Vec<_>) = unplaced.chain(placed).unzip();
    let mut order: Vec<_> = items.iter().map(|item| time_of(item.id)).collect();
    order.sort_unstable();
    for item in &mut items {
        let fingerprint = item.fingerprint;
        item.title_shared = fingerprint.is_some_and(|fingerprint| fingerprint.title_shared);
        item.work_shared = fingerprint.is_some_and(|fingerprint| fingerprint.work_shared);
        item.rank = time_of(item.id).and_then(|time| order.binary_search(&Some(time)).ok());
    }
    (items, known)
}
