//! Matching the slots of a former plan with those of the plan as it is now.
//!
//! This is deterministic record linkage in passes, from the surest rule to the weakest. Each pass
//! looks only at what the passes before it have not matched, and matches a pair only if exactly one
//! former and one present item share a key, so that two can never claim one and no choice is made
//! between several. A wrong match would give a mark to another slot, which is worse than none: a
//! method that maximises the total similarity, as an assignment algorithm does, is no option.

mod item;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::hash::Hash;

use serde::{Deserialize, Serialize};

pub(super) use self::item::are_alike;
use self::item::is_like;
pub(super) use self::item::{MatchItem, items_of_plan, time_of};
use super::fingerprint::Content;

/// How much is known of the former plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence<'k> {
    WholePlan,
    /// Only what was marked in it. Some of that is known to be these present items already.
    Marks {
        known: &'k [Option<usize>],
    },
}

/// Why a slot is known to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum MatchedBy {
    /// It has the same id and title.
    Unchanged,
    /// It has the same title, which no other slot has.
    Title,
    /// It has the same minutes, topic and fields, which no other slot has.
    Content,
    /// It has the same id and content, and a similar title.
    Id,
    /// It has the same neighbours and content, and a similar title.
    Neighbours,
}

impl MatchedBy {
    /// Its name in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Title => "same title",
            Self::Content => "same content",
            Self::Id => "same place",
            Self::Neighbours => "same neighbours",
        }
    }
}

/// For each item of `former` its match in `now`, if that is certain.
pub(super) fn match_items<'a>(
    former: &[MatchItem<'a>],
    now: &[MatchItem<'a>],
    evidence: Evidence<'_>,
) -> Vec<Option<(usize, MatchedBy)>> {
    type Item<'a> = MatchItem<'a>;
    let mut matcher = Matcher {
        former,
        now,
        matches: vec![None; former.len()],
        taken: vec![false; now.len()],
    };
    let id_and_title = |item: &Item<'a>| Some((item.id, item.title));
    if let Evidence::Marks { known } = evidence {
        let known = known.iter().enumerate();
        for (f, n) in known.filter_map(|(f, n)| Some((f, (*n)?))) {
            matcher.take((f, n), MatchedBy::Unchanged);
        }
    }
    let title = |item: &Item<'a>| (!item.title_shared).then_some(item.title);
    matcher.match_by(MatchedBy::Title, title);
    let title_and_work = |item: &Item<'a>| {
        let (_, work) = item.content().filter(|_| !item.work_shared)?;
        Some((item.title, work))
    };
    matcher.match_by(MatchedBy::Title, title_and_work);
    if evidence == Evidence::WholePlan {
        // Of several equal items, neighbours are surer than the id, which a time makes.
        matcher.match_in_gaps();
        matcher.match_by(MatchedBy::Unchanged, id_and_title);
        matcher.match_in_gaps();
        // Of several equal items, only one has left its place and only one has come to another.
        matcher.match_by(MatchedBy::Title, title_and_content);
    }
    let unique_content = |item: &Item| item.content().filter(|_| !item.work_shared);
    matcher.match_by(MatchedBy::Content, unique_content);
    matcher.match_if(MatchedBy::Id, |item: &Item<'a>| Some(item.id), is_like);
    matcher.match_by_neighbours();
    for (item, found) in former.iter().zip(&mut matcher.matches) {
        if let Some((to, by)) = found
            && id_and_title(item) == id_and_title(&now[*to])
        {
            *by = MatchedBy::Unchanged;
        }
    }
    matcher.matches
}

fn title_and_content<'a>(item: &MatchItem<'a>) -> Option<(&'a str, Content)> {
    Some((item.title, item.content()?))
}

/// Positions of former and present items.
type Sides = (Vec<usize>, Vec<usize>);

/// The only pair of two sides.
fn only_pair((former, now): &Sides) -> Option<(usize, usize)> {
    match (former.as_slice(), now.as_slice()) {
        ([f], [n]) => Some((*f, *n)),
        _ => None,
    }
}

struct Matcher<'p, 'a> {
    former: &'p [MatchItem<'a>],
    now: &'p [MatchItem<'a>],
    matches: Vec<Option<(usize, MatchedBy)>>,
    /// Which of `now` have a match.
    taken: Vec<bool>,
}

impl<'a> Matcher<'_, 'a> {
    fn take(&mut self, (f, n): (usize, usize), by: MatchedBy) {
        self.matches[f] = Some((n, by));
        self.taken[n] = true;
    }

    /// Unmatched items by key, where a former one has it.
    fn groups<K: Hash + Eq>(&self, key: impl Fn(&MatchItem<'a>) -> Option<K>) -> HashMap<K, Sides> {
        let mut groups: HashMap<K, Sides> = HashMap::new();
        for f in (0..self.former.len()).filter(|f| self.matches[*f].is_none()) {
            if let Some(key) = key(&self.former[f]) {
                groups.entry(key).or_default().0.push(f);
            }
        }
        for n in (0..self.now.len()).filter(|n| !self.taken[*n]) {
            if let Some(group) = key(&self.now[n]).and_then(|key| groups.get_mut(&key)) {
                group.1.push(n);
            }
        }
        groups
    }

    /// Matches items that are the only ones with their key on both sides.
    fn match_by<K: Hash + Eq>(&mut self, by: MatchedBy, key: impl Fn(&MatchItem<'a>) -> Option<K>) {
        self.match_if(by, key, |_, _| true);
    }

    /// The same, for pairs that also `agree`.
    fn match_if<K: Hash + Eq>(
        &mut self,
        by: MatchedBy,
        key: impl Fn(&MatchItem<'a>) -> Option<K>,
        agree: impl Fn(&MatchItem, &MatchItem) -> bool,
    ) {
        for (f, n) in self.groups(key).values().filter_map(only_pair) {
            if agree(&self.former[f], &self.now[n]) {
                self.take((f, n), by);
            }
        }
    }

    /// Matches equal items that are alone between the same two matches on both sides. If that
    /// leaves any of these equal items over, none is matched: that one may have come from anywhere.
    fn match_in_gaps(&mut self) {
        let gaps = Gaps::of(&self.matches);
        for (former, now) in self.groups(title_and_content).into_values() {
            let mut by_gap: HashMap<usize, Sides> = HashMap::new();
            for f in former {
                by_gap.entry(gaps.of_former(f)).or_default().0.push(f);
            }
            for n in now {
                by_gap.entry(gaps.of_now(n)).or_default().1.push(n);
            }
            by_gap.retain(|_, (former, _)| !former.is_empty());
            let pairs: Option<Vec<_>> = by_gap.values().map(only_pair).collect();
            for pair in pairs.into_iter().flatten() {
                self.take(pair, MatchedBy::Neighbours);
            }
        }
    }

    /// Matches an item that is alone between the nearest two that have kept their ids, if one is
    /// alone between them now as well.
    fn match_by_neighbours(&mut self) {
        let mut order: Vec<usize> = (0..self.former.len()).collect();
        order.retain(|f| self.former[*f].rank.is_some());
        order.sort_by_key(|f| self.former[*f].rank);
        let mut found = Vec::new();
        // The match of the last item that has kept its id, and the unmatched ones since.
        let mut before: Option<usize> = None;
        let mut open: Vec<usize> = Vec::new();
        for f in order {
            match self.matches[f] {
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
            // One of several with the same title may have been there all along.
            let shared = self.former[f].title_shared || self.now[n].title_shared;
            if !shared && is_like(&self.former[f], &self.now[n]) {
                self.take((f, n), MatchedBy::Neighbours);
            }
        }
    }

    fn has_stayed(&self, f: usize, n: usize) -> bool {
        let (former, now) = (&self.former[f], &self.now[n]);
        former.id == now.id && now.rank.is_some()
    }

    /// The only unmatched item between two positions.
    fn alone_between(&self, before: usize, after: usize) -> Option<usize> {
        let between = (before + 1)..after;
        let mut free = between.filter(|n| !self.taken[*n]);
        free.next().filter(|_| free.next().is_none())
    }
}

/// Landmarks: matches that follow each other in the same order on both sides.
struct Gaps {
    former: Vec<usize>,
    now: Vec<usize>,
}

impl Gaps {
    /// As many matches as keep their order: the longest increasing subsequence, by patience sorting
    /// (Fredman, 1975). The others have moved past landmarks, and say nothing about their
    /// neighbours.
    fn of(matches: &[Option<(usize, MatchedBy)>]) -> Self {
        let matches = matches.iter().enumerate();
        let pairs = matches.filter_map(|(f, found)| Some((f, (*found)?.0)));
        let pairs: Vec<(usize, usize)> = pairs.collect();
        // The last pair of the best run of each length so far, and for each pair the one before it.
        let mut ends: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
        for (at, (_, n)) in pairs.iter().enumerate() {
            let length = ends.partition_point(|end| pairs[*end].1 < *n);
            before.push(length.checked_sub(1).map(|last| ends[last]));
            match ends.get_mut(length) {
                Some(end) => *end = at,
                None => ends.push(at),
            }
        }
        let run = std::iter::successors(ends.last().copied(), |at| before[*at]);
        let (mut former, mut now): (Vec<usize>, Vec<usize>) = run.map(|at| pairs[at]).unzip();
        former.reverse();
        now.reverse();
        Self { former, now }
    }

    /// The number of landmarks before a former item.
    fn of_former(&self, f: usize) -> usize {
        self.former.partition_point(|landmark| *landmark < f)
    }

    /// The number of landmarks before a present item.
    fn of_now(&self, n: usize) -> usize {
        self.now.partition_point(|landmark| *landmark < n)
    }
}
