//! What would become of the marks if another version of the plan were followed.

use std::collections::HashMap;

use super::pair::{By, Entry, Known, entries, pair};
use super::{Links, Mark, OrphanWhy, Progress, State, What, link};
use crate::model::Plan;

/// A slot or deliverable by id and title, and its mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What its marks say, in the plan as it is.
    pub mark: Option<Mark>,
}

impl Named {
    /// Whether it was done or skipped.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        let (_, state, _) = self.mark.as_ref()?.state?;
        Some(state)
    }
}

/// What became of a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Became {
    /// What it is.
    pub from: Named,
    /// Its id in the other version.
    pub to: String,
    /// Its title there.
    pub title: String,
    /// By what it is known to be the same.
    pub by: By,
}

/// A plan laid beside another version of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Against {
    /// How many slots keep id and title.
    pub kept: u32,
    /// What has another id or title; its marks are taken along.
    pub renamed: Vec<Became>,
    /// What is marked and not certain to be any slot of the other version: its marks are kept, and
    /// do not count.
    pub orphaned: Vec<Named>,
    /// What is not marked and is in the other version no more.
    pub removed: Vec<Named>,
    /// What is new.
    pub added: Vec<Named>,
    /// What is the same slot and holds something else; what is done stays done.
    pub changed: Vec<Became>,
    /// The events that take the marks along.
    pub moves: Vec<What>,
}

/// Lays the plan that is followed beside another version of it. Both are known whole, so that far
/// less is left uncertain than where there are only marks to go by.
#[must_use]
pub fn against(progress: &Progress, plan: &Plan, other: &Plan) -> Against {
    let (former, now) = (entries(plan), entries(other));
    let pairs = pair(&former, &now, Known::All);
    let links = link(progress, plan);
    let mut found = Against::default();
    let mut taken = vec![false; now.len()];
    for (entry, pair) in former.iter().zip(&pairs) {
        let mark = links.marks.get(entry.id);
        let Some((to, by)) = *pair else {
            let lost = match mark {
                Some(_) => &mut found.orphaned,
                None => &mut found.removed,
            };
            lost.push(named(entry, mark));
            continue;
        };
        taken[to] = true;
        let became = Became {
            from: named(entry, mark),
            to: now[to].id.to_owned(),
            title: now[to].title.to_owned(),
            by,
        };
        if has_changed(entry, &now[to], mark) {
            found.changed.push(became.clone());
        }
        match by {
            By::Same => found.kept += 1,
            _ => found.renamed.push(became),
        }
    }
    let new = now.iter().zip(&taken).filter(|(_, taken)| !**taken);
    found.added = new.map(|(entry, _)| named(entry, None)).collect();
    found.moves = moves(progress, &links, &found.renamed);
    found
}

fn named(entry: &Entry, mark: Option<&Mark>) -> Named {
    Named {
        id: entry.id.to_owned(),
        title: entry.title.to_owned(),
        mark: mark.cloned(),
    }
}

/// Whether the slot holds something else: than when it was done, as far as that is known, else than
/// before.
fn has_changed(entry: &Entry, now: &Entry, mark: Option<&Mark>) -> bool {
    let when_done = mark.and_then(Mark::sum_when_done);
    let before = when_done.map(|sum| (sum.minutes, sum.work));
    now.content.is_some() && before.or(entry.content) != now.content
}

/// The events that take along all that counts for what is renamed, whatever title it had when it
/// was marked.
fn moves(progress: &Progress, links: &Links, renamed: &[Became]) -> Vec<What> {
    let renamed: HashMap<&str, &Became> = renamed
        .iter()
        .map(|became| (became.from.id.as_str(), became))
        .collect();
    let counts = |id: &str, title: &str| {
        let orphan = |o: &&super::Orphan| o.slot == id && o.title == title;
        let orphan = links.orphans.iter().find(orphan);
        orphan.is_none_or(|orphan| matches!(orphan.why, OrphanWhy::Retitled { .. }))
    };
    let keys = progress.marks.keys();
    let moved = keys.filter_map(|(id, title)| {
        let became = renamed.get(id.as_str())?;
        counts(id, title).then(|| What::Moved {
            from: id.clone(),
            was: title.clone(),
            to: became.to.clone(),
            title: became.title.clone(),
        })
    });
    moved.collect()
}
