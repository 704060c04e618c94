//! How long a sitting takes by the words of its title.

use super::clock::after_digit;
use super::hours::middle;
use super::length::{Length, length, minutes};
use super::number::digits;
use super::scan::Scan;
use super::statement::says_daily;

/// How long something takes by its own words: a duration in brackets, in front or at the end. Words
/// for every day are about more than one sitting.
pub(super) fn own_length(text: &str) -> Option<u32> {
    if says_daily(text) {
        return None;
    }
    let scan = Scan::new(text);
    let text = &scan.folded;
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(|c| c.is_alphanumeric() && !matches!(c, '约' | '共'))
    };
    let found =
        (0..text.len()).filter(|at| !after_digit(text, *at) && !is_letter(at.checked_sub(1)));
    let mut found = found.filter_map(|at| {
        let (length, end) = length(text, at).or_else(|| in_minutes(text, at))?;
        let before = text[..at].iter().rfind(|c| !matches!(c, ' ' | '~' | '约'));
        let is_first = !text[..at].iter().any(|c| c.is_alphanumeric());
        let next = text[end..].iter().find(|c| **c != ' ');
        let is_last = !text[end..].iter().any(|c| c.is_alphanumeric());
        let in_brackets = before == Some(&'(') && matches!(next, Some(')' | ',' | ';'));
        let divided = matches!(next, Some(':' | '-' | '|')) || text.get(end) == Some(&' ');
        (in_brackets || is_last || is_first && divided).then_some(length)
    });
    let middle = middle(found.next()?);
    (5..=720).contains(&middle).then_some(middle)
}

/// The `15m` of `(15m)`.
fn in_minutes(text: &[char], at: usize) -> Option<(Length, usize)> {
    let (length, end) = digits(text, at)?;
    let (_, end) = minutes(text, end)?;
    let is_alone = text.get(end) == Some(&')') && at.checked_sub(1).map(|at| text[at]) == Some('(');
    let (low, high) = (length, length);
    (is_alone && length <= 240).then_some((Length { low, high }, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_in_brackets_in_front_or_at_the_end() {
        for (text, minutes) in [
            ("Closures (~45 min)", Some(45)),
            ("Promises (1h 30m)", Some(90)),
            ("Design a feed (2 pomodoros)", Some(50)),
            ("Read (15m)", Some(15)),
            ("Swim (400m)", None),
            ("The river is 15m wide", None),
            ("Project (9h)", Some(540)),
            ("30 min: flash cards", Some(30)),
            ("背单词 30 分钟", Some(30)),
            ("结构体，约3小时", Some(180)),
            ("阅读（2小时，精读）", Some(120)),
            ("シャドーイング 30分", Some(30)),
            ("Watch the 2 hour talk on traits", None),
            ("每天 2 小时", None),
            ("Read 100 pages", None),
            ("5 mock interviews", None),
        ] {
            assert_eq!(own_length(text), minutes, "{text}");
        }
    }
}
