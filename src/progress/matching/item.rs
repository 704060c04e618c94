//! What matching needs to know of a slot, and whether two can be the same despite different titles.

use std::collections::HashMap;

use crate::model::Plan;
use crate::progress::fingerprint::{Content, Fingerprint};

/// A slot or deliverable, as far as matching needs it.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::progress) struct MatchItem<'a> {
    pub(in crate::progress) id: &'a str,
    pub(in crate::progress) title: &'a str,
    /// Unknown for marks of older versions, for slots that have only notes, and for deliverables.
    pub(in crate::progress) fingerprint: Option<Fingerprint>,
    /// Whether it may be done or skipped, so that a wrong match would make another slot so.
    pub(in crate::progress) has_state: bool,
    /// Whether another item of its plan has its title.
    pub(in crate::progress) title_shared: bool,
    /// Whether another item of its plan has its topic and fields, or it has no fields, which
    /// another may easily have as well.
    pub(in crate::progress) work_shared: bool,
    /// Its position among the slots of its plan, if known.
    pub(in crate::progress) rank: Option<usize>,
}

/// A plan's slots in order, then its deliverables.
pub(in crate::progress) fn items_of_plan(plan: &Plan) -> Vec<MatchItem<'_>> {
    let slots = plan.slots().zip(Fingerprint::all(plan)).enumerate();
    let slots = slots.map(|(rank, (place, fingerprint))| MatchItem {
        id: place.slot.id.as_str(),
        title: &place.slot.title,
        fingerprint: Some(fingerprint),
        has_state: true,
        title_shared: false,
        work_shared: fingerprint.work_shared || place.slot.fields.is_empty(),
        rank: Some(rank),
    });
    let deliverables = plan.weeks().flat_map(|(_, week)| &week.deliverables);
    let deliverables = deliverables.map(|what| MatchItem {
        id: &what.id,
        title: &what.text,
        fingerprint: None,
        has_state: true,
        title_shared: false,
        work_shared: false,
        rank: None,
    });
    let mut items: Vec<MatchItem> = slots.chain(deliverables).collect();
    let mut titles: HashMap<&str, u32> = HashMap::new();
    for item in &items {
        *titles.entry(item.title).or_default() += 1;
    }
    for item in &mut items {
        item.title_shared = titles[item.title] > 1;
    }
    items
}

impl MatchItem<'_> {
    pub(in crate::progress) fn content(&self) -> Option<Content> {
        self.fingerprint.map(Fingerprint::content)
    }
}

/// Whether nothing is known to differ except the titles, and they are similar.
pub(super) fn is_like(former: &MatchItem, now: &MatchItem) -> bool {
    // A slot that was split or merged has a similar title as well. If its content is unknown, only
    // a note may follow it, because a wrong match would then make nothing done. A deliverable has
    // no content but its title.
    let unknown = former.content().is_none() && (!former.has_state || now.content().is_none());
    (unknown || former.content() == now.content()) && are_alike(former.title, now.title)
}

/// The least Dice coefficient of similar titles.
const ALIKE: f64 = 0.4;

/// Whether two titles are similar and have the same numbers: Chapter 3 is not Chapter 4, and
/// 实践（一） is not 实践（二）.
pub(in crate::progress) fn are_alike(one: &str, other: &str) -> bool {
    let numbers = |text: &str| -> String {
        let is_number = |c: &char| c.is_numeric() || "一二三四五六七八九十".contains(*c);
        text.chars().filter(is_number).collect()
    };
    numbers(one) == numbers(other) && dice(one, other) >= ALIKE
}

/// The Dice coefficient (Dice, 1945) of the pairs of adjacent letters: the share that two texts
/// have in common. Unlike an edit distance it ignores the order of words. It counts characters, not
/// bytes, of which a Chinese character has three.
fn dice(one: &str, other: &str) -> f64 {
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

/// Day and time in an id made of them, such as `d08-1045`.
pub(in crate::progress) fn time_of(id: &str) -> Option<(u32, u32)> {
    let (day, time) = id.strip_prefix('d')?.split_once('-')?;
    let number = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse().ok())
    };
    Some((number(day)??, number(time)??))
}
