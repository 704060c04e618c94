//! Numbers as people write them in headings: `3`, `三`, `十二`, `three`, `3rd`, `IV`.

use super::scan::{ends_word, literal, one_of};

const WORDS: [(&str, u32); 24] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("iii", 3),
    ("ii", 2),
    ("iv", 4),
    ("i", 1),
    ("viii", 8),
    ("vii", 7),
    ("vi", 6),
    ("v", 5),
    ("ix", 9),
    ("x", 10),
    ("xi", 11),
    ("xii", 12),
];

const ORDINALS: [(&str, u32); 12] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
];

/// Up to four digits that do not go on.
pub(super) fn digits(text: &[char], at: usize) -> Option<(u32, usize)> {
    let rest = text.get(at..)?;
    let count = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    if !(1..=4).contains(&count) {
        return None;
    }
    let value = rest[..count]
        .iter()
        .filter_map(|c| c.to_digit(10))
        .fold(0, |sum, digit| sum * 10 + digit);
    Some((value, at + count))
}

/// The value of a Chinese digit.
fn chinese_digit(c: char) -> Option<u32> {
    let index = "零一二三四五六七八九".chars().position(|d| d == c);
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => index.and_then(|index| u32::try_from(index).ok()),
    }
}

/// A Chinese number below a hundred.
pub(super) fn chinese(text: &[char], at: usize) -> Option<(u32, usize)> {
    let one = |at: usize| text.get(at).copied().and_then(chinese_digit);
    let ten = |at: usize| text.get(at) == Some(&'十');
    let (tens, at_ten) = match one(at) {
        Some(digit) if ten(at + 1) => (digit, at + 1),
        Some(digit) => return Some((digit, at + 1)),
        None if ten(at) => (1, at),
        None => return None,
    };
    let (ones, end) = one(at_ten + 1).map_or((0, at_ten + 1), |digit| (digit, at_ten + 2));
    Some((tens * 10 + ones, end))
}

/// Digits, or a Chinese number.
pub(super) fn plain(text: &[char], at: usize) -> Option<(u32, usize)> {
    digits(text, at).or_else(|| chinese(text, at))
}

/// A number after a word such as `Week`: digits, Chinese, an English word or Roman.
pub(super) fn after_word(text: &[char], at: usize) -> Option<(u32, usize)> {
    plain(text, at).or_else(|| {
        let word = one_of(text, at, &WORDS);
        word.filter(|(_, end)| ends_word(text, *end))
    })
}

/// The position after the ending of `1st`, `2nd`, `3rd` or `4th`.
pub(super) fn ordinal_ending(text: &[char], at: usize) -> Option<usize> {
    let endings = ["st", "nd", "rd", "th"];
    endings.iter().find_map(|word| literal(text, at, word))
}

/// An ordinal before a word such as `week`: `first`, `1st`.
pub(super) fn ordinal(text: &[char], at: usize) -> Option<(u32, usize)> {
    if let Some((value, end)) = one_of(text, at, &ORDINALS) {
        return ends_word(text, end).then_some((value, end));
    }
    let (value, end) = digits(text, at)?;
    let end = ordinal_ending(text, end)?;
    ends_word(text, end).then_some((value, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_notation() {
        let read = |text: &str| {
            let text: Vec<char> = text.chars().collect();
            after_word(&text, 0).map(|(value, _)| value)
        };
        for (text, value) in [
            ("12", 12),
            ("三", 3),
            ("十", 10),
            ("十二", 12),
            ("二十四", 24),
            ("twelve", 12),
            ("iv", 4),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
        for text in ["", "a", "ivy", "12345"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
