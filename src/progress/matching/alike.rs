//! Whether two slots may be the same under another title.

use super::MatchItem;

/// Whether two may be the same under another title: nothing is known to differ but the words, and
/// the words are alike.
pub(super) fn is_like(former: &MatchItem, now: &MatchItem) -> bool {
    // A slot that was split or merged has a title alike as well. Where nothing is known of what it
    // held, only a remark may follow it; a deliverable holds nothing but its words.
    let unknown = former.content.is_none() && (!former.weighs || now.content.is_none());
    (unknown || former.content == now.content) && are_alike(former.title, now.title)
}

/// How many of their pairs of letters two titles share at least to be alike.
const ALIKE: f64 = 0.4;

/// Whether two titles are alike. Where their numbers differ they are not, however much else they
/// share: Chapter 3 is not Chapter 4, 实践（一） not 实践（二）.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
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
