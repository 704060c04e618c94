//! Which slot of a former plan is which of the plan as it is: only where nothing else can be meant.
//!
//! The rules go from the surest down. Each looks only at what no rule before it has settled, and
//! settles a slot only where exactly one of the former and one of the present ones fit each other:
//! two can never claim one, and of several none is taken.

use std::collections::HashMap;
use std::hash::Hash;

use super::Sum;
use crate::model::{Minutes, Plan};

/// A slot or deliverable, as far as it matters here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
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
pub(super) enum Known {
    /// All of it.
    All,
    /// Only what was marked in it.
    Marked,
}

/// By what a slot is known to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// By id and title.
    Same,
    /// By its title, which no other slot has.
    Title,
    /// By minutes, topic and fields, which no other slot has.
    Content,
    /// By its id: it holds the same, and its titles are alike.
    Id,
    /// By what stands around it: it holds the same, and its titles are alike.
    Neighbours,
}

impl By {
    /// In words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "unchanged",
            Self::Title => "same title",
            Self::Content => "same content",
            Self::Id => "same place",
            Self::Neighbours => "same neighbours",
        }
    }
}

/// For each of `former` the one of `now` that it is, where that is certain.
pub(super) fn pair(former: &[Entry], now: &[Entry], known: Known) -> Vec<Option<(usize, By)>> {
    let mut pairs = Pairs {
        former,
        now,
        of: vec![None; former.len()],
        taken: vec![false; now.len()],
    };
    let same = |e: &Entry| Some((e.id.to_owned(), e.title.to_owned()));
    if known == Known::Marked {
        // What bears its id and title still counts; nobody else may have it.
        pairs.settle(By::Same, same, |_, _| true);
    }
    let title = |e: &Entry| (!e.title_shared).then(|| e.title.to_owned());
    pairs.settle(By::Title, title, |_, _| true);
    pairs.settle(
        By::Title,
        |e| {
            let (_, work) = e.content.filter(|_| !e.work_shared)?;
            Some((e.title.to_owned(), work))
        },
        |_, _| true,
    );
    if known == Known::All {
        // Of several alike, the one between the same two; only then the one of the same id.
        pairs.settle_in_gaps();
        pairs.settle(By::Same, same, |_, _| true);
        pairs.settle_in_gaps();
        // Of several alike, only one has left its place and only one has come to another.
        let alike = |e: &Entry| Some((e.title.to_owned(), e.content?));
        pairs.settle(By::Title, alike, |_, _| true);
    }
    pairs.settle(
        By::Content,
        |e| e.content.filter(|_| !e.work_shared),
        |_, _| true,
    );
    pairs.settle(By::Id, |e| Some(e.id.to_owned()), is_like);
    pairs.settle_by_neighbours();
    for (index, pair) in pairs.of.iter_mut().enumerate() {
        if let Some((to, by)) = pair
            && (former[index].id, former[index].title) == (now[*to].id, now[*to].title)
        {
            *by = By::Same;
        }
    }
    pairs.of
}

struct Pairs<'p, 'a> {
    former: &'p [Entry<'a>],
    now: &'p [Entry<'a>],
    of: Vec<Option<(usize, By)>>,
    taken: Vec<bool>,
}

impl Pairs<'_, '_> {
    fn take(&mut self, from: usize, to: usize, by: By) {
        self.of[from] = Some((to, by));
        self.taken[to] = true;
    }

    /// Settles what has the same key as one other and no more, where the two also `agree`.
    fn settle<K: Hash + Eq>(
        &mut self,
        by: By,
        key: impl Fn(&Entry) -> Option<K>,
        agree: impl Fn(&Entry, &Entry) -> bool,
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
        let kind = |e: &Entry<'_>| Some((e.title.to_owned(), e.content?));
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
                self.take(f, n, By::Neighbours);
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
                self.take(f, n, By::Neighbours);
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

/// What lies between settled ones that follow each other there as here.
struct Gaps {
    former: Vec<usize>,
    now: Vec<usize>,
}

impl Gaps {
    /// As many of the settled ones as keep their order (the longest increasing subsequence): the rest
    /// has been moved past others, and is no landmark.
    fn of(pairs: &[Option<(usize, By)>]) -> Self {
        let settled = pairs.iter().enumerate();
        let settled: Vec<(usize, usize)> = settled
            .filter_map(|(f, pair)| Some((f, (*pair)?.0)))
            .collect();
        // The last of the best run of each length so far, and for each the one before it.
        let mut ends: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = Vec::with_capacity(settled.len());
        for (at, (_, n)) in settled.iter().enumerate() {
            let length = ends.partition_point(|end| settled[*end].1 < *n);
            before.push(length.checked_sub(1).map(|last| ends[last]));
            match ends.get_mut(length) {
                Some(end) => *end = at,
                None => ends.push(at),
            }
        }
        let mut run: Vec<usize> =
            std::iter::successors(ends.last().copied(), |at| before[*at]).collect();
        run.reverse();
        Self {
            former: run.iter().map(|at| settled[*at].0).collect(),
            now: run.iter().map(|at| settled[*at].1).collect(),
        }
    }

    fn of_former(&self, f: usize) -> usize {
        self.former.partition_point(|landmark| *landmark < f)
    }

    fn of_now(&self, n: usize) -> usize {
        self.now.partition_point(|landmark| *landmark < n)
    }
}

/// Whether two may be the same under another title: nothing is known to differ but the words, and
/// the words are alike.
fn is_like(former: &Entry, now: &Entry) -> bool {
    // A slot that was split or merged has a title alike as well. Where nothing is known of what it
    // held, only a remark may follow it; a deliverable holds nothing but its words.
    let unknown = former.content.is_none() && (!former.weighs || now.content.is_none());
    (unknown || former.content == now.content) && are_alike(former.title, now.title)
}

/// How many of their pairs of letters two titles share at least to be alike.
const ALIKE: f64 = 0.4;

/// Whether two titles are alike. Where their numbers differ they are not, however much else they
/// share: Chapter 3 is not Chapter 4, 实践（一） not 实践（二）.
fn are_alike(one: &str, other: &str) -> bool {
    let numbers = |text: &str| -> String {
        let is_number = |c: &char| c.is_numeric() || "一二三四五六七八九十".contains(*c);
        text.chars().filter(is_number).collect()
    };
    numbers(one) == numbers(other) && shared_pairs(one, other) >= ALIKE
}

/// The share of pairs of letters side by side that two texts have in common (Sørensen and Dice), by
/// characters, not bytes: Chinese has three of those a letter.
fn shared_pairs(one: &str, other: &str) -> f64 {
    let pairs = |text: &str| -> Vec<(char, char)> {
        let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
    };
    let (one, mut other) = (pairs(one), pairs(other));
    let all = u32::try_from(one.len() + other.len()).unwrap_or(u32::MAX);
    let shared = one.iter().filter(|pair| {
        let found = other.iter().position(|other| other == *pair);
        found.map(|at| other.swap_remove(at)).is_some()
    });
    let shared = u32::try_from(shared.count()).unwrap_or(u32::MAX);
    f64::from(2 * shared) / f64::from(all.max(1))
}

/// A plan's slots in order, then its deliverables.
pub(super) fn entries(plan: &Plan) -> Vec<Entry<'_>> {
    let slots = plan.places().zip(Sum::all(plan)).enumerate();
    let slots = slots.map(|(rank, (place, sum))| Entry {
        id: place.slot.id.as_str(),
        title: &place.slot.title,
        content: Some((sum.minutes, sum.work)),
        weighs: true,
        title_shared: false,
        work_shared: sum.work_shared || place.slot.fields.is_empty(),
        rank: Some(rank),
    });
    let deliverables = plan.weeks().flat_map(|(_, week)| &week.deliverables);
    let deliverables = deliverables.map(|what| Entry {
        id: &what.id,
        title: &what.text,
        content: None,
        weighs: true,
        title_shared: false,
        work_shared: false,
        rank: None,
    });
    let mut all: Vec<Entry> = slots.chain(deliverables).collect();
    let mut titles: HashMap<&str, u32> = HashMap::new();
    for entry in &all {
        *titles.entry(entry.title).or_default() += 1;
    }
    for entry in &mut all {
        entry.title_shared = titles[entry.title] > 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::parse;

    fn plan(slots: &str) -> Plan {
        let text = format!("plan: p\ntitle: T\ndays: [{{slots: [{slots}]}}]");
        parse(&text).plan.expect("a plan")
    }

    /// What becomes of each slot of `former`: the id it has now and by what it is known.
    fn pairs(former: &str, now: &str, known: Known, marked: &[usize]) -> Vec<String> {
        let (former, now) = (plan(former), plan(now));
        let (former, now) = (entries(&former), entries(&now));
        let former: Vec<Entry> = match known {
            Known::All => former,
            Known::Marked => marked.iter().map(|index| former[*index]).collect(),
        };
        let of = pair(&former, &now, known);
        let told = of.iter().map(|pair| match pair {
            Some((to, by)) => format!("{}: {}", now[*to].id, by.name()),
            None => "-".to_owned(),
        });
        told.collect()
    }

    const A: &str = "{time: 09:00-10:00, title: vectors, items: [x]}";
    const B: &str = "{time: 10:00-11:00, title: matrices, items: [y]}";
    const C: &str = "{time: 11:00-12:00, title: spaces, items: [z]}";

    #[track_caller]
    fn both(now: &str, expected: [&str; 3]) {
        let former = format!("{A}, {B}, {C}");
        let all = pairs(&former, now, Known::All, &[]);
        assert_eq!(all, expected, "with both plans");
        let marked = pairs(&former, now, Known::Marked, &[0, 1, 2]);
        assert_eq!(marked, expected, "from marks alone");
    }

    #[test]
    fn a_slot_is_found_by_title_then_by_content() {
        let moved = "{time: 15:00-16:30, title: matrices, items: [y, more]}";
        both(
            &format!("{A}, {C}, {moved}"),
            [
                "d01-0900: unchanged",
                "d01-1500: same title",
                "d01-1100: unchanged",
            ],
        );
        let renamed = "{time: 15:00-16:00, title: other words, items: [y]}";
        both(
            &format!("{A}, {C}, {renamed}"),
            [
                "d01-0900: unchanged",
                "d01-1500: same content",
                "d01-1100: unchanged",
            ],
        );
    }

    #[test]
    fn what_took_its_place_is_not_it() {
        let other = "{time: 10:00-11:00, title: something else, items: [w]}";
        both(
            &format!("{A}, {other}, {C}"),
            ["d01-0900: unchanged", "-", "d01-1100: unchanged"],
        );
        // The third has come to where the second was.
        let third = "{time: 10:00-11:00, title: spaces, items: [z]}";
        both(
            &format!("{A}, {third}"),
            ["d01-0900: unchanged", "-", "d01-1000: same title"],
        );
    }

    #[test]
    fn neither_half_of_a_slot_and_nothing_it_became_a_half_of_is_it() {
        let halves = "{time: 10:00-10:30, title: matrices I, items: [y]}, \
                      {time: 10:30-11:00, title: matrices II}";
        both(
            &format!("{A}, {halves}, {C}"),
            ["d01-0900: unchanged", "-", "d01-1100: unchanged"],
        );
        let whole = "{time: 10:00-12:00, title: matrices and spaces, items: [y, z]}";
        both(&format!("{A}, {whole}"), ["d01-0900: unchanged", "-", "-"]);
    }

    #[test]
    fn a_bare_slot_is_found_by_its_place_where_its_words_are_alike() {
        let former = "{time: 09:00-10:00, title: one}, {time: 10:00-11:00, title: two of it}, \
                      {time: 11:00-12:00, title: three}";
        let now = |middle: &str| {
            format!(
                "{{time: 09:00-10:00, title: one}}, {middle}, {{time: 11:00-12:00, title: three}}"
            )
        };
        let all = |middle: &str| pairs(former, &now(middle), Known::All, &[])[1].clone();
        let some = |middle: &str| pairs(former, &now(middle), Known::Marked, &[0, 1, 2])[1].clone();
        for (middle, found) in [
            (
                "{time: 10:00-11:00, title: two of them}",
                "d01-1000: same place",
            ),
            ("{time: 10:00-11:00, title: far away}", "-"),
            ("{time: 10:00-11:00, title: two of it 2}", "-"),
            ("{time: 10:00-10:45, title: two of them}", "-"),
            (
                "{id: given, time: 10:00-11:00, title: two of them}",
                "given: same neighbours",
            ),
            (
                "{id: given, time: 10:00-10:30, title: two of}, {time: 10:30-11:00, title: more}",
                "-",
            ),
        ] {
            assert_eq!(all(middle), found, "with both plans: {middle}");
            assert_eq!(some(middle), found, "from marks alone: {middle}");
        }
    }

    #[test]
    fn of_slots_with_one_title_the_content_tells_and_else_nothing_does() {
        let (first, second) = (
            "{time: 09:00-10:00, title: review, items: [x]}",
            "{time: 10:00-11:00, title: review, items: [y]}",
        );
        let former = format!("{first}, {second}");
        let later = "{time: 15:00-16:00, title: review, items: [y]}";
        for known in [Known::All, Known::Marked] {
            assert_eq!(
                pairs(&former, later, known, &[0, 1]),
                ["-", "d01-1500: same title"]
            );
        }
        // The first was marked and is gone; the second is the only one of that title.
        assert_eq!(pairs(&former, second, Known::Marked, &[0]), ["-"]);
        let alike = "{time: 09:00-10:00, title: review}, {time: 10:00-11:00, title: review}";
        let only = "{time: 15:00-16:00, title: review}";
        for known in [Known::All, Known::Marked] {
            assert_eq!(pairs(alike, only, known, &[0, 1]), ["-", "-"]);
        }
        assert_eq!(pairs(alike, only, Known::Marked, &[0]), ["-"]);
    }

    #[test]
    fn of_slots_all_alike_what_stands_around_tells() {
        let former = "{time: 08:00-09:00, title: a}, {time: 09:00-10:00, title: review}, \
                      {time: 10:00-11:00, title: b}, {time: 11:00-12:00, title: review}, \
                      {time: 12:00-13:00, title: c}";
        // A slot more at the front: every one begins an hour later.
        let now = "{time: 07:00-08:00, title: new}, {time: 09:00-10:00, title: a}, \
                   {time: 10:00-11:00, title: review}, {time: 11:00-12:00, title: b}, \
                   {time: 12:00-13:00, title: review}, {time: 13:00-14:00, title: c}";
        let found = pairs(former, now, Known::All, &[]);
        assert_eq!(found[1], "d01-1000: same neighbours");
        assert_eq!(found[3], "d01-1200: same neighbours");
        // One stands where the other stood, and another elsewhere: it may be either.
        let now = "{time: 07:00-08:00, title: review}, {time: 08:00-09:00, title: a}, \
                   {time: 09:15-10:15, title: review}, {time: 10:15-11:00, title: b}, \
                   {time: 12:00-13:00, title: c}";
        let found = pairs(former, now, Known::All, &[]);
        assert_eq!([&*found[1], &*found[3]], ["-", "-"]);
    }

    #[test]
    fn titles_are_alike_by_letters_but_not_across_numbers() {
        assert!(are_alike("模型训练实践", "ResNet 训练实践"));
        assert!(are_alike("Ownership and moves", "Ownership, moves"));
        assert!(!are_alike("Chapter 3", "Chapter 4"));
        assert!(!are_alike("CLIP 实践（一）", "CLIP 实践（二）"));
        assert!(!are_alike("卷积", "注意力"));
    }
}
