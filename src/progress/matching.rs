//! Which slot of a former plan is which of the plan as it is: only where nothing else can be meant.
//!
//! The rules go from the surest down. Each looks only at what no rule before it has settled, and
//! settles a slot only where exactly one of the former and one of the present ones fit each other:
//! two can never claim one, and of several none is taken.

mod alike;
mod gaps;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::hash::Hash;

use self::alike::is_like;
use self::gaps::Gaps;
use serde::{Deserialize, Serialize};

use super::Fingerprint;
use crate::model::{Minutes, Plan};

/// A slot or deliverable, as far as it matters here.
#[derive(Debug, Clone, Copy)]
pub(super) struct MatchItem<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// Minutes, topic and fields; unknown for what older versions marked, for slots that have only
    /// remarks, and for deliverables.
    pub content: Option<(Option<Minutes>, u32)>,
    /// Whether it is known to be done or skipped, so that a wrong guess would make another so.
    pub weighs: bool,
    /// Whether another one of its plan has its title.
    pub title_shared: bool,
    /// Whether another one of its plan has its topic and fields; or it has no fields, which is
    /// soon said of another as well.
    pub work_shared: bool,
    /// Where it stands among the others of its list, if that is known.
    pub rank: Option<usize>,
}

/// How much is known of the former plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    /// All of it.
    WholePlan,
    /// Only what was marked in it.
    MarksOnly,
}

/// By what a slot is known to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MatchedBy {
    /// By id and title.
    Unchanged,
    /// By its title, which no other slot has.
    Title,
    /// By minutes, topic and fields, which no other slot has.
    Content,
    /// By its id: it holds the same, and its titles are alike.
    Id,
    /// By what stands around it: it holds the same, and its titles are alike.
    Neighbours,
}

impl MatchedBy {
    /// In words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Title => "same title",
            Self::Content => "same content",
            Self::Id => "same place",
            Self::Neighbours => "same neighbours",
        }
    }
}

/// For each of `former` the one of `now` that it is, where that is certain.
pub(super) fn match_items(
    former: &[MatchItem],
    now: &[MatchItem],
    evidence: Evidence,
) -> Vec<Option<(usize, MatchedBy)>> {
    let mut pairs = Matcher {
        former,
        now,
        of: vec![None; former.len()],
        taken: vec![false; now.len()],
    };
    let same = |e: &MatchItem| Some((e.id.to_owned(), e.title.to_owned()));
    if evidence == Evidence::MarksOnly {
        // What bears its id and title still counts; nobody else may have it.
        pairs.settle(MatchedBy::Unchanged, same, |_, _| true);
    }
    let title = |e: &MatchItem| (!e.title_shared).then(|| e.title.to_owned());
    pairs.settle(MatchedBy::Title, title, |_, _| true);
    pairs.settle(
        MatchedBy::Title,
        |e| {
            let (_, work) = e.content.filter(|_| !e.work_shared)?;
            Some((e.title.to_owned(), work))
        },
        |_, _| true,
    );
    if evidence == Evidence::WholePlan {
        // Of several alike, the one between the same two; only then the one of the same id.
        pairs.settle_in_gaps();
        pairs.settle(MatchedBy::Unchanged, same, |_, _| true);
        pairs.settle_in_gaps();
        // Of several alike, only one has left its place and only one has come to another.
        let alike = |e: &MatchItem| Some((e.title.to_owned(), e.content?));
        pairs.settle(MatchedBy::Title, alike, |_, _| true);
    }
    pairs.settle(
        MatchedBy::Content,
        |e| e.content.filter(|_| !e.work_shared),
        |_, _| true,
    );
    pairs.settle(MatchedBy::Id, |e| Some(e.id.to_owned()), is_like);
    pairs.settle_by_neighbours();
    for (index, pair) in pairs.of.iter_mut().enumerate() {
        if let Some((to, by)) = pair
            && (former[index].id, former[index].title) == (now[*to].id, now[*to].title)
        {
            *by = MatchedBy::Unchanged;
        }
    }
    pairs.of
}

struct Matcher<'p, 'a> {
    former: &'p [MatchItem<'a>],
    now: &'p [MatchItem<'a>],
    of: Vec<Option<(usize, MatchedBy)>>,
    taken: Vec<bool>,
}

impl Matcher<'_, '_> {
    fn take(&mut self, from: usize, to: usize, by: MatchedBy) {
        self.of[from] = Some((to, by));
        self.taken[to] = true;
    }

    /// Settles what has the same key as one other and no more, where the two also `agree`.
    fn settle<K: Hash + Eq>(
        &mut self,
        by: MatchedBy,
        key: impl Fn(&MatchItem) -> Option<K>,
        agree: impl Fn(&MatchItem, &MatchItem) -> bool,
    ) {
        let mut groups: HashMap<K, (Vec<usize>, Vec<usize>)> = HashMap::new();
        let open = (0..self.former.len()).filter(|f| self.of[*f].is_none());
        for f in open {
            if let Some(key) = key(&self.former[f]) {
                groups.entry(key).or_default().0.push(f);
            }
        }
        let free = (0..self.now.len()).filter(|n| !self.taken[*n]);
        for n in free {
            if let Some(group) = key(&self.now[n]).and_then(|key| groups.get_mut(&key)) {
                group.1.push(n);
            }
        }
        for (from, to) in groups.into_values() {
            if let ([f], [n]) = (from.as_slice(), to.as_slice())
                && agree(&self.former[*f], &self.now[*n])
            {
                self.take(*f, *n, by);
            }
        }
    }

    /// Settles what has its title and content alone between the same two that are settled, there
    /// as here; only where all of that kind are found so, for else any of them may be the one that
    /// has come from elsewhere.
    fn settle_in_gaps(&mut self) {
        let kind = |e: &MatchItem<'_>| Some((e.title.to_owned(), e.content?));
        let gap = Gaps::of(&self.of);
        let open = (0..self.former.len()).filter(|f| self.of[*f].is_none());
        let free = (0..self.now.len()).filter(|n| !self.taken[*n]);
        let mut kinds: HashMap<_, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for f in open {
            if let Some(kind) = kind(&self.former[f]) {
                kinds.entry(kind).or_default().0.push(f);
            }
        }
        for n in free {
            if let Some(group) = kind(&self.now[n]).and_then(|kind| kinds.get_mut(&kind)) {
                group.1.push(n);
            }
        }
        for (from, to) in kinds.into_values() {
            let mut gaps: HashMap<usize, (Vec<usize>, Vec<usize>)> = HashMap::new();
            for f in from {
                gaps.entry(gap.of_former(f)).or_default().0.push(f);
            }
            for n in to {
                gaps.entry(gap.of_now(n)).or_default().1.push(n);
            }
            gaps.retain(|_, (from, _)| !from.is_empty());
            let alone: Option<Vec<(usize, usize)>> = gaps
                .into_values()
                .map(|(from, to)| match (from.as_slice(), to.as_slice()) {
                    ([f], [n]) => Some((*f, *n)),
                    _ => None,
                })
                .collect();
            for (f, n) in alone.into_iter().flatten() {
                self.take(f, n, MatchedBy::Neighbours);
            }
        }
    }

    /// Settles what is alone between the nearest two that have stayed where they were, if there is
    /// also one alone between them now.
    fn settle_by_neighbours(&mut self) {
        let mut order: Vec<usize> = (0..self.former.len()).collect();
        order.retain(|f| self.former[*f].rank.is_some());
        order.sort_by_key(|f| self.former[*f].rank);
        let mut found = Vec::new();
        // The place of the last one that has stayed, and those without a place since.
        let mut before: Option<usize> = None;
        let mut open: Vec<usize> = Vec::new();
        for f in order {
            match self.of[f] {
                None => open.push(f),
                Some((after, _)) if self.has_stayed(f, after) => {
                    if let (Some(before), [only]) = (before, open.as_slice()) {
                        found.extend(self.alone_between(before, after).map(|n| (*only, n)));
                    }
                    before = Some(after);
                    open.clear();
                }
                Some(_) => {}
            }
        }
        for (f, n) in found {
            // One of several with its title may have stood there all along.
            let shared = self.former[f].title_shared || self.now[n].title_shared;
            if !shared && is_like(&self.former[f], &self.now[n]) {
                self.take(f, n, MatchedBy::Neighbours);
            }
        }
    }

    fn has_stayed(&self, f: usize, n: usize) -> bool {
        let (former, now) = (&self.former[f], &self.now[n]);
        former.id == now.id && now.rank.is_some()
    }

    /// The one between two places that is nobody's.
    fn alone_between(&self, before: usize, after: usize) -> Option<usize> {
        let between = (before + 1)..after;
        let mut free = between.filter(|n| !self.taken[*n]);
        free.next().filter(|_| free.next().is_none())
    }
}

/// A plan's slots in order, then its deliverables.
pub(super) fn items_of_plan(plan: &Plan) -> Vec<MatchItem<'_>> {
    let slots = plan.slots().zip(Fingerprint::all(plan)).enumerate();
    let slots = slots.map(|(rank, (place, fingerprint))| MatchItem {
        id: place.slot.id.as_str(),
        title: &place.slot.title,
        content: Some((fingerprint.minutes, fingerprint.work)),
        weighs: true,
        title_shared: false,
        work_shared: fingerprint.work_shared || place.slot.fields.is_empty(),
        rank: Some(rank),
    });
    let deliverables = plan.weeks().flat_map(|(_, week)| &week.deliverables);
    let deliverables = deliverables.map(|what| MatchItem {
        id: &what.id,
        title: &what.text,
        content: None,
        weighs: true,
        title_shared: false,
        work_shared: false,
        rank: None,
    });
    let mut all: Vec<MatchItem> = slots.chain(deliverables).collect();
    let mut titles: HashMap<&str, u32> = HashMap::new();
    for entry in &all {
        *titles.entry(entry.title).or_default() += 1;
    }
    for entry in &mut all {
        entry.title_shared = titles[entry.title] > 1;
    }
    all
}
