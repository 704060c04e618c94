//! Titles that differ only in the number of a part, such as 实践（一） and 实践（二）, or "Essay,
//! part 1" and "Essay, part 2".

/// Words before the number of a part.
const WORDS: [&str; 3] = ["part", "pt", "pt."];

/// Roman numerals, from 1.
const ROMAN: [&str; 12] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
];

/// English numbers, from 1.
const ENGLISH: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// Chinese digits, from 0.
const CHINESE: &str = "〇一二三四五六七八九";

/// What a part with this title is a part of, and the number of the part. `None` for a title that
/// does not say that it is a part: a number alone, as in "Chapter 3", does not.
pub(crate) fn part(title: &str) -> Option<(String, u32)> {
    let title = title.to_lowercase();
    bracketed(&title)
        .or_else(|| chinese_part(&title))
        .or_else(|| worded(&title))
}

/// The title without the number between `start` and `end`.
fn without(title: &str, start: usize, end: usize) -> String {
    format!("{}#{}", title[..start].trim(), title[end..].trim())
}

/// A number in the last pair of brackets that has one: （一）, (2), [part 2], （上）, (1/2).
fn bracketed(title: &str) -> Option<(String, u32)> {
    let opened = title.rmatch_indices(['(', '（', '[', '【', '〔']);
    opened.into_iter().find_map(|(start, bracket)| {
        let inner = start + bracket.len();
        let (closed, bracket) = title[inner..]
            .match_indices([')', '）', ']', '】', '〕'])
            .next()?;
        let text = title[inner..inner + closed].trim();
        let number = in_brackets(text)?;
        Some((
            without(title, start, inner + closed + bracket.len()),
            number,
        ))
    })
}

fn in_brackets(text: &str) -> Option<u32> {
    let side = ["上", "中", "下"].iter().position(|side| *side == text);
    let side = side.and_then(|at| u32::try_from(at + 1).ok());
    let of_all = || {
        let (number, all) = text.split_once(['/', '／'])?;
        let (number, all) = (self::number(number)?, self::number(all)?);
        (number <= all).then_some(number)
    };
    let word = || worded(text).filter(|(rest, _)| rest == "#");
    let part = || chinese_part(text).filter(|(rest, _)| rest == "#");
    side.or_else(|| number(text))
        .or_else(of_all)
        .or_else(|| word().or_else(part).map(|(_, number)| number))
}

/// 第一部分, 第 2 部.
fn chinese_part(title: &str) -> Option<(String, u32)> {
    title.rmatch_indices('第').find_map(|(start, word)| {
        let inner = start + word.len();
        let length = title[inner..].find('部')?;
        let number = number(&title[inner..inner + length])?;
        let end = inner + length + '部'.len_utf8();
        let rest = title[end..].strip_prefix('分').unwrap_or(&title[end..]);
        Some((without(title, start, title.len() - rest.len()), number))
    })
}

/// "part 2", "pt. II", as words of their own.
fn worded(title: &str) -> Option<(String, u32)> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let pairs = words.windows(2).enumerate();
    let mut pairs = pairs.filter(|(_, pair)| WORDS.contains(&pair[0]));
    pairs.find_map(|(at, pair)| {
        let bare = pair[1].trim_end_matches([',', ':', ';', '.', '，', '：', '；']);
        let number = number(bare)?;
        let (before, after) = (words[..at].join(" "), words[at + 2..].join(" "));
        Some((
            format!("{before}#{}{after}", &pair[1][bare.len()..]),
            number,
        ))
    })
}

/// A number from 1 to 99, in digits, Chinese, Roman or English.
fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    let named = |names: &[&str]| {
        let at = names.iter().position(|name| *name == text)?;
        u32::try_from(at + 1).ok()
    };
    let digits = || {
        let digits: Option<String> = text.chars().map(digit).collect();
        digits?.parse().ok()
    };
    let number = named(&ROMAN)
        .or_else(|| named(&ENGLISH))
        .or_else(|| chinese(text))
        .or_else(digits);
    number.filter(|number| (1..=99).contains(number))
}

/// A digit, also a full-width one, as an ASCII digit.
fn digit(c: char) -> Option<char> {
    let digit = c.to_digit(10).or_else(|| {
        let full_width = u32::from(c).checked_sub(u32::from('０'))?;
        (full_width < 10).then_some(full_width)
    });
    char::from_digit(digit?, 10)
}

/// 一 to 九十九.
fn chinese(text: &str) -> Option<u32> {
    let digit = |text: &str| {
        let mut chars = text.chars();
        let (c, rest) = (chars.next()?, chars.next());
        let value = CHINESE.chars().position(|digit| digit == c)?;
        rest.is_none().then_some(u32::try_from(value).ok()?)
    };
    let Some((tens, ones)) = text.split_once('十') else {
        return digit(text);
    };
    let tens = if tens.is_empty() { 1 } else { digit(tens)? };
    let ones = if ones.is_empty() { 0 } else { digit(ones)? };
    Some(10 * tens + ones)
}

#[cfg(test)]
mod tests {
    use super::part;

    fn number(title: &str) -> Option<u32> {
        part(title).map(|(_, number)| number)
    }

    #[test]
    fn the_number_of_a_part_is_found() {
        let titles = [
            ("CLIP 实践（一）", Some(1)),
            ("CLIP 实践（二）", Some(2)),
            ("总复习（十二）", Some(12)),
            ("阅读（上）", Some(1)),
            ("阅读（下）", Some(3)),
            ("论文第二部分", Some(2)),
            ("Essay (1/3)", Some(1)),
            ("Essay, part 2", Some(2)),
            ("Part IV: Networks", Some(4)),
            ("Essay [pt. 3]", Some(3)),
            ("Ownership (II)", Some(2)),
            ("练习（２）", Some(2)),
        ];
        for (title, expected) in titles {
            assert_eq!(number(title), expected, "{title}");
        }
    }

    #[test]
    fn a_number_alone_is_no_part() {
        let titles = [
            "Chapter 3",
            "Exercises 1",
            "Flashcards, 30 min",
            "CLIP 模型原理",
            "Transformer (2017)",
            "Departments (3 of them)",
            "A part of speech",
            "第一周总结",
            "Depart 2",
            "(0)",
        ];
        for title in titles {
            assert_eq!(number(title), None, "{title}");
        }
    }

    #[test]
    fn parts_of_one_thing_differ_in_nothing_else() {
        let series = |title: &str| part(title).map(|(series, _)| series);
        for (a, b) in [
            ("CLIP 实践（一）", "CLIP 实践 (二)"),
            ("Essay, part 1", "Essay, Part two"),
            ("Essay, part 1: outline", "Essay, part 2: outline"),
            ("阅读（上）", "阅读（中）"),
        ] {
            assert_eq!(series(a), series(b), "{a} {b}");
        }
        for (a, b) in [
            ("CLIP 实践（一）", "ViT 实践（二）"),
            ("CLIP 模型实践（一）", "CLIP 模型实践（二）与预习"),
            ("Essay, part 1: outline", "Essay, part 2: draft"),
        ] {
            assert_ne!(series(a), series(b), "{a} {b}");
        }
    }
}
