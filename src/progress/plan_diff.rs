//! Comparing the followed plan with another version of it: what happens to the marks?

use std::collections::{BTreeMap, HashMap, HashSet};

use super::fingerprint::Content;
use super::matching::{Evidence, MatchItem, MatchedBy, items_of_plan, match_items};
use super::reconcile::counted;
use super::relink::Identities;
use super::{Fingerprint, Mark, Orphan, Progress, Reconciled, State, Subject, What, reconcile};
use crate::model::Plan;

/// A slot or deliverable, and its mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MarkedItem {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Its mark in the followed plan.
    pub(crate) mark: Option<Mark>,
}

impl MarkedItem {
    fn of(item: &MatchItem, mark: Option<&Mark>) -> Self {
        Self {
            id: item.id.to_owned(),
            title: item.title.to_owned(),
            mark: mark.cloned(),
        }
    }

    /// Whether it was done or skipped.
    pub(crate) fn state(&self) -> Option<State> {
        self.mark.as_ref()?.state()
    }
}

/// A slot and the slot that it is in the other version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Successor {
    /// The slot in the followed plan.
    pub(crate) from: MarkedItem,
    /// Its id in the other version.
    pub(crate) to: String,
    /// Its title in the other version.
    pub(crate) title: String,
    /// Why it is known to be the same.
    pub(crate) by: MatchedBy,
    /// Whether its content has changed since it was done, or in the other version.
    pub(crate) has_changed: bool,
}

/// A marked slot that is not certain to be any slot of the other version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrphanedItem {
    /// The slot in the followed plan.
    pub(crate) from: MarkedItem,
    /// Slots that it could be, by id and title: new ones with its id or its content.
    pub(crate) candidates: Vec<(String, String)>,
}

/// If more new slots than this have the content of an orphan, none of them is likely to be it.
const MAX_CANDIDATES: usize = 3;

/// The difference between two versions of a plan, with the marks that are affected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PlanDiff {
    /// How many slots keep their id, title and content.
    pub(crate) kept: u32,
    /// Slots with another id or title; their marks follow them.
    pub(crate) renamed: Vec<Successor>,
    /// Marked slots that are not certain to be any slot of the other version. Their marks are kept
    /// but don't count.
    pub(crate) orphaned: Vec<OrphanedItem>,
    /// Slots without marks that the other version doesn't have.
    pub(crate) removed: Vec<MarkedItem>,
    /// New slots.
    pub(crate) added: Vec<MarkedItem>,
    /// Slots with the same id and title but other content; what is done stays done.
    pub(crate) changed: Vec<Successor>,
    /// The events that make the marks follow renamed slots.
    pub(crate) moves: Vec<What>,
}

/// Compares the followed plan with another version of it. With both plans at hand, far fewer slots
/// are uncertain than with marks alone.
pub(crate) fn plan_diff(progress: &Progress, plan: &Plan, other: &Plan) -> PlanDiff {
    let (plan, other) = (&*plan.with_added_of(other), &*other.with_added_of(plan));
    let (former, now) = (items_of_plan(plan), items_of_plan(other));
    let matches = match_items(&former, &now, Evidence::WholePlan);
    diff(progress, (plan, &former), (other, &now), &matches)
}

/// Compares the followed plan with a version of it in which the same slots have the same ids.
pub(crate) fn plan_diff_by_id(progress: &Progress, plan: &Plan, other: &Plan) -> PlanDiff {
    let (plan, other) = (&*plan.with_added_of(other), &*other.with_added_of(plan));
    let (former, now) = (items_of_plan(plan), items_of_plan(other));
    let positions: HashMap<&str, usize> = now
        .iter()
        .enumerate()
        .map(|(to, item)| (item.id, to))
        .collect();
    let same = |item: &MatchItem| Some((*positions.get(item.id)?, MatchedBy::Id));
    let matches: Vec<_> = former.iter().map(same).collect();
    diff(progress, (plan, &former), (other, &now), &matches)
}

fn diff(
    progress: &Progress,
    (plan, former): (&Plan, &[MatchItem]),
    (other, now): (&Plan, &[MatchItem]),
    matches: &[Option<(usize, MatchedBy)>],
) -> PlanDiff {
    let reconciled = reconcile(progress, plan);
    let mut diff = PlanDiff::default();
    let taken: HashSet<usize> = matches.iter().flatten().map(|(to, _)| *to).collect();
    let free = (0..now.len()).filter(|to| !taken.contains(to));
    let free: Vec<MatchItem> = free.map(|to| now[to]).collect();
    for (item, found) in former.iter().zip(matches) {
        let mark = reconciled.marks.get(item.id);
        let from = MarkedItem::of(item, mark);
        match *found {
            Some((to, by)) => diff.add_match(from, item, &now[to], by),
            None if mark.is_some() => diff.orphaned.push(OrphanedItem {
                candidates: candidates(item, &free),
                from,
            }),
            None => diff.removed.push(from),
        }
    }
    diff.added = free.iter().map(|item| MarkedItem::of(item, None)).collect();
    let pairs = former.iter().zip(matches);
    let pairs = pairs.filter_map(|(item, found)| Some((item.id, (item, &now[(*found)?.0]))));
    let before = counted(progress, plan, &reconciled);
    diff.moves = moves(progress, other, &before, &pairs.collect());
    diff
}

impl PlanDiff {
    fn add_match(&mut self, from: MarkedItem, item: &MatchItem, now: &MatchItem, by: MatchedBy) {
        let successor = Successor {
            to: now.id.to_owned(),
            title: now.title.to_owned(),
            by,
            has_changed: has_changed(item, now, from.mark.as_ref()),
            from,
        };
        match by {
            MatchedBy::Unchanged if successor.has_changed => self.changed.push(successor),
            MatchedBy::Unchanged => self.kept += 1,
            _ => self.renamed.push(successor),
        }
    }

    /// Adds marks that fit neither version. The plan that was followed may have been another one
    /// since, so there are only the marks to go by.
    pub(crate) fn add_orphans(&mut self, reconciled: &Reconciled, plan: &Plan) {
        let identities = Identities::of(plan);
        let mut mentioned = Mentioned::in_diff(self);
        for orphan in reconciled.former() {
            if mentioned.has(orphan) {
                continue;
            }
            let from = MarkedItem {
                id: orphan.slot.clone(),
                title: orphan.title.clone(),
                mark: Some(orphan.mark.clone()),
            };
            let successor = orphan.successor();
            let Some((to, title, by)) = successor.filter(|(to, ..)| !mentioned.to.contains(*to))
            else {
                mentioned.orphaned.insert(orphan.slot.clone());
                self.orphaned.push(OrphanedItem {
                    candidates: orphan.candidates(),
                    from,
                });
                continue;
            };
            let moves = identities.follow(orphan);
            mentioned.add(&moves);
            mentioned.to.insert(to.to_owned());
            self.moves.extend(moves);
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

/// What a difference says something about.
struct Mentioned {
    /// Ids of slots that are orphaned.
    orphaned: HashSet<String>,
    /// Ids of slots in the other version that another one became.
    to: HashSet<String>,
    /// What is moved: id, title and content.
    moved: HashSet<(String, String, Option<Content>)>,
}

impl Mentioned {
    fn in_diff(diff: &PlanDiff) -> Self {
        let orphaned = diff.orphaned.iter().map(|lost| lost.from.id.clone());
        let renamed = diff.renamed.iter().map(|other| other.to.clone());
        let mut mentioned = Self {
            orphaned: orphaned.collect(),
            to: renamed.collect(),
            moved: HashSet::new(),
        };
        mentioned.add(&diff.moves);
        mentioned
    }

    fn add(&mut self, moves: &[What]) {
        self.moved
            .extend(moves.iter().filter_map(|what| match what {
                What::Relinked {
                    from, was, was_sum, ..
                } => Some((from.clone(), was.clone(), was_sum.map(Fingerprint::content))),
                _ => None,
            }));
    }

    fn has(&self, orphan: &Orphan) -> bool {
        let key = |one: Subject| (one.id.to_owned(), one.title.to_owned(), one.content);
        let mut subjects = orphan.subjects();
        self.orphaned.contains(&orphan.slot) || subjects.any(|one| self.moved.contains(&key(one)))
    }
}

/// Which of the new items an item could be, by id and title.
fn candidates(item: &MatchItem, free: &[MatchItem]) -> Vec<(String, String)> {
    let has_id = |other: &&MatchItem| other.id == item.id;
    let has_content = |other: &&MatchItem| {
        other.id != item.id && item.content().is_some() && other.content() == item.content()
    };
    let mut equal: Vec<&MatchItem> = free.iter().filter(has_content).collect();
    if equal.len() > MAX_CANDIDATES {
        equal.clear();
    }
    let found = free.iter().filter(has_id).chain(equal);
    found
        .map(|other| (other.id.to_owned(), other.title.to_owned()))
        .collect()
}

/// Whether the content is another than when the slot was done; if that is unknown, than before.
fn has_changed(item: &MatchItem, now: &MatchItem, mark: Option<&Mark>) -> bool {
    let when_done = mark.and_then(Mark::fingerprint_when_done);
    let before = when_done.map(Fingerprint::content);
    now.content().is_some() && before.or(item.content()) != now.content()
}

/// The events that make everything that counts for a slot of the followed plan count for its
/// successor: if that has another id or title, or if the marks would go elsewhere by themselves.
fn moves(
    progress: &Progress,
    other: &Plan,
    before: &HashMap<Subject, &str>,
    successors: &HashMap<&str, (&MatchItem, &MatchItem)>,
) -> Vec<What> {
    let reconciled = reconcile(progress, other);
    let after = counted(progress, other, &reconciled);
    let mut of_slot: BTreeMap<&str, Vec<Subject>> = BTreeMap::new();
    for subject in progress.marks.keys() {
        if let Some(slot) = before.get(subject) {
            of_slot.entry(slot).or_default().push(*subject);
        }
    }
    let identities = Identities::of(other);
    let moved = of_slot.into_iter().filter_map(|(slot, subjects)| {
        let (former, now) = successors.get(slot)?;
        let is_renamed = (former.id, former.title) != (now.id, now.title);
        let stays = |subject: &Subject| after.get(subject) == Some(&now.id);
        (is_renamed || !subjects.iter().all(stays))
            .then(|| identities.relink(subjects.into_iter(), now.id))
    });
    moved.flatten().collect()
}
