//! What would become of the marks if another version of the plan were followed.

use std::collections::{HashMap, HashSet};

use super::matching::{Evidence, MatchItem, MatchedBy, items_of_plan, match_items};
use super::{Mark, Orphan, OrphanReason, Progress, Reconciled, State, What, reconcile};
use crate::model::Plan;

/// A slot or deliverable by id and title, and its mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedItem {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What its marks say, in the plan as it is.
    pub mark: Option<Mark>,
}

impl MarkedItem {
    /// Whether it was done or skipped.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        let (_, state, _) = self.mark.as_ref()?.state?;
        Some(state)
    }
}

/// What became of a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Successor {
    /// What it is.
    pub from: MarkedItem,
    /// Its id in the other version.
    pub to: String,
    /// Its title there.
    pub title: String,
    /// By what it is known to be the same.
    pub by: MatchedBy,
    /// Whether it holds something else.
    pub has_changed: bool,
}

/// A slot that is marked and not certain to be any of the other version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrphanedItem {
    /// What it is.
    pub from: MarkedItem,
    /// What it could be, by id and title: new ones that bear its id or hold the same.
    pub candidates: Vec<(String, String)>,
}

/// So many that hold the same as an orphan are named; of more, each is hardly it.
const CANDIDATES: usize = 3;

/// A plan laid beside another version of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanDiff {
    /// How many slots keep id, title and what they hold.
    pub kept: u32,
    /// What has another id or title; its marks are taken along.
    pub renamed: Vec<Successor>,
    /// What is marked and not certain to be any slot of the other version: its marks are kept, and
    /// do not count.
    pub orphaned: Vec<OrphanedItem>,
    /// What is not marked and is in the other version no more.
    pub removed: Vec<MarkedItem>,
    /// What is new.
    pub added: Vec<MarkedItem>,
    /// What keeps id and title and holds something else; what is done stays done.
    pub changed: Vec<Successor>,
    /// The events that take the marks along.
    pub moves: Vec<What>,
}

/// Lays the plan that is followed beside another version of it. Both are known whole, so that far
/// less is left uncertain than where there are only marks to go by.
#[must_use]
pub fn plan_diff(progress: &Progress, plan: &Plan, other: &Plan) -> PlanDiff {
    let (former, now) = (items_of_plan(plan), items_of_plan(other));
    let pairs = match_items(&former, &now, Evidence::WholePlan);
    let reconciled = reconcile(progress, plan);
    let mut found = PlanDiff::default();
    let taken: HashSet<usize> = pairs.iter().flatten().map(|(to, _)| *to).collect();
    let free = (0..now.len()).filter(|to| !taken.contains(to));
    let free: Vec<MatchItem> = free.map(|to| now[to]).collect();
    for (entry, pair) in former.iter().zip(&pairs) {
        let mark = reconciled.marks.get(entry.id);
        let Some((to, by)) = *pair else {
            let from = named(entry, mark);
            match mark {
                Some(_) => found.orphaned.push(OrphanedItem {
                    candidates: candidates(entry, &free),
                    from,
                }),
                None => found.removed.push(from),
            }
            continue;
        };
        let successor = Successor {
            from: named(entry, mark),
            to: now[to].id.to_owned(),
            title: now[to].title.to_owned(),
            by,
            has_changed: has_changed(entry, &now[to], mark),
        };
        match by {
            MatchedBy::Unchanged if successor.has_changed => found.changed.push(successor),
            MatchedBy::Unchanged => found.kept += 1,
            _ => found.renamed.push(successor),
        }
    }
    found.added = free.iter().map(|entry| named(entry, None)).collect();
    found.moves = moves(progress, &reconciled, &found.renamed);
    found
}

impl PlanDiff {
    /// Adds marks that fit neither the plan that was followed, which may have been another one
    /// meanwhile, nor the one that is: of those there are only the marks to go by.
    pub fn add_orphans(&mut self, orphans: &[Orphan]) {
        for orphan in orphans {
            let is_moved = |what: &What| matches!(what, What::Relinked { from, was, .. } if (from, was) == (&orphan.slot, &orphan.title));
            let is_told = self.orphaned.iter().any(|lost| lost.from.id == orphan.slot);
            if is_told || self.moves.iter().any(is_moved) {
                continue;
            }
            let from = MarkedItem {
                id: orphan.slot.clone(),
                title: orphan.title.clone(),
                mark: Some(orphan.mark.clone()),
            };
            let successor = orphan.successor().filter(|(to, _, _)| {
                let mut others = self.renamed.iter();
                others.all(|other| other.to != *to)
            });
            let Some((to, title, by)) = successor else {
                self.orphaned.push(OrphanedItem {
                    candidates: orphan.candidates(),
                    from,
                });
                continue;
            };
            self.moves.extend(orphan.relink_event());
            self.renamed.push(Successor {
                from,
                to: to.to_owned(),
                title: title.to_owned(),
                by,
                has_changed: false,
            });
        }
    }
}

fn named(entry: &MatchItem, mark: Option<&Mark>) -> MarkedItem {
    MarkedItem {
        id: entry.id.to_owned(),
        title: entry.title.to_owned(),
        mark: mark.cloned(),
    }
}

/// Which of those that are free an entry could be.
fn candidates(entry: &MatchItem, free: &[MatchItem]) -> Vec<(String, String)> {
    let has_its_id = |other: &&MatchItem| other.id == entry.id;
    let holds_the_same = |other: &&MatchItem| {
        other.id != entry.id && entry.content.is_some() && other.content == entry.content
    };
    let (first, then) = (free.iter(), free.iter());
    let mut alike: Vec<&MatchItem> = then.filter(holds_the_same).collect();
    if alike.len() > CANDIDATES {
        alike.clear();
    }
    let found = first.filter(has_its_id).chain(alike);
    found
        .map(|other| (other.id.to_owned(), other.title.to_owned()))
        .collect()
}

/// Whether the slot holds something else: than when it was done, as far as that is known, else than
/// before.
fn has_changed(entry: &MatchItem, now: &MatchItem, mark: Option<&Mark>) -> bool {
    let when_done = mark.and_then(Mark::fingerprint_when_done);
    let before = when_done.map(|fingerprint| (fingerprint.minutes, fingerprint.work));
    now.content.is_some() && before.or(entry.content) != now.content
}

/// The events that take along all that counts for what is renamed, whatever title it had when it
/// was marked.
fn moves(progress: &Progress, reconciled: &Reconciled, renamed: &[Successor]) -> Vec<What> {
    let renamed: HashMap<&str, &Successor> = renamed
        .iter()
        .map(|successor| (successor.from.id.as_str(), successor))
        .collect();
    let counts = |id: &str, title: &str| {
        let orphan = |o: &&Orphan| o.slot == id && o.title == title;
        let orphan = reconciled.orphans.iter().find(orphan);
        orphan.is_none_or(|orphan| matches!(orphan.reason, OrphanReason::Retitled { .. }))
    };
    let keys = progress.marks.keys();
    let moved = keys.filter_map(|(id, title)| {
        let successor = renamed.get(id.as_str())?;
        counts(id, title).then(|| What::Relinked {
            from: id.clone(),
            was: title.clone(),
            to: successor.to.clone(),
            title: successor.title.clone(),
        })
    });
    moved.collect()
}
