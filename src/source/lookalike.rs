//! Characters that look like those of YAML and are not: full-width punctuation, typographic
//! spaces, quotes and dashes.

use crate::text::source::{Lookalike, Trap};

/// The ASCII character that `c` looks like.
fn ascii(c: char) -> Option<char> {
    Some(match c {
        '\u{3000}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => {
            ' '
        }
        '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '～'
        | '\u{301C}'
        | '~'
        | '•'
        | '·'
        | '●'
        | '▪'
        | '◦'
        | '‣' => '-',
        '\u{2236}' | '\u{FE55}' => ':',
        '、' => ',',
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '！'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0)?,
        _ => return None,
    })
}

/// Whether `c` takes no place on the screen.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'
    )
}

fn is_foreign(c: char) -> bool {
    ascii(c).is_some() || is_invisible(c)
}

/// The first character of `text` that only looks right, and the text with all of them replaced.
pub(crate) fn replaced(text: &str) -> Option<Lookalike> {
    let found = text.chars().find(|c| is_foreign(*c))?;
    let visible = text.chars().filter(|c| !is_invisible(*c));
    let written: String = visible.map(|c| ascii(c).unwrap_or(c)).collect();
    let written = written.trim().to_owned();
    Some(Lookalike { found, written })
}

/// The mistake of writing `found`.
pub(super) fn trap(found: char) -> Trap {
    let meant = ascii(found);
    Trap::Lookalike { found, meant }
}

/// The byte of `line` where a lookalike is in the place of punctuation: before a key, at its
/// end, or between the entries of `{}` and `[]`. Within texts such characters are as good as any.
pub(super) fn punctuation(line: &str) -> Option<usize> {
    let mut place = Place::Start;
    let mut quote = None;
    let mut brackets = Vec::new();
    let mut chars = line.char_indices();
    while let Some((at, c)) = chars.next() {
        let rest = chars.as_str();
        if let Some(open) = quote {
            quote = (c != open).then_some(open);
            continue;
        }
        let spaced = rest.starts_with([' ', '\t']) || rest.is_empty();
        match (place, c) {
            (_, ' ') => {}
            (Place::Start | Place::Value, '[' | '{') => {
                brackets.push(c);
                place = Place::in_brackets(&brackets);
            }
            (Place::Start | Place::Value, '-') if spaced => {}
            (Place::Start, '-') if rest.starts_with(is_space) => return Some(at + 1),
            (Place::Start | Place::Value, '"' | '\'') => {
                quote = Some(c);
                place = place.after();
            }
            (Place::Start, _) if !c.is_ascii() && is_foreign(c) => return Some(at),
            // A text may begin with one, unless a key comes after it.
            (Place::Value, _) if !c.is_ascii() && is_foreign(c) && rest.contains(": ") => {
                return Some(at);
            }
            (Place::Key, ':') if spaced => place = Place::Value,
            (Place::Key, ':') if rest.starts_with(is_space) => return Some(at + 1),
            (Place::Key, _) if c != ':' && ascii(c) == Some(':') => return Some(at),
            (_, ']' | '}') if brackets.pop().is_some() => place = Place::Text,
            (_, ',') if !brackets.is_empty() => place = Place::in_brackets(&brackets),
            (_, '#') if line[..at].ends_with(' ') || at == 0 => return None,
            (Place::Text, _) if ascii(c) == Some(',') && c != ',' && is_before_key(rest) => {
                return Some(at);
            }
            (Place::Start, _) => place = Place::Key,
            (Place::Value, _) => place = Place::Text,
            (Place::Key | Place::Text, _) => {}
        }
    }
    None
}

fn is_space(c: char) -> bool {
    is_invisible(c) || (c != ' ' && ascii(c) == Some(' '))
}

/// Whether `rest` begins with a word and a colon.
fn is_before_key(rest: &str) -> bool {
    let rest = rest.trim_start();
    let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
    word.is_some_and(|end| end > 0 && rest[end..].starts_with([':', '：']))
}

/// Where in a line one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before a key or an entry of a list.
    Start,
    /// In what may be a key.
    Key,
    /// Before the value of a key.
    Value,
    Text,
}

impl Place {
    /// Before an entry of the innermost list or map.
    fn in_brackets(brackets: &[char]) -> Self {
        match brackets.last() {
            Some('[') => Self::Value,
            _ => Self::Start,
        }
    }

    /// After a quoted text.
    fn after(self) -> Self {
        match self {
            Self::Start | Self::Key => Self::Key,
            Self::Value | Self::Text => Self::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lookalike in the place of punctuation.
    fn found(line: &str) -> Option<char> {
        punctuation(line).and_then(|at| line[at..].chars().next())
    }

    #[test]
    fn lookalikes_in_the_place_of_punctuation_are_found() {
        for (line, expected) in [
            ("title：x", '：'),
            ("  - title：x", '：'),
            ("\"title\"：x", '：'),
            ("title:\u{A0}x", '\u{A0}'),
            ("title:\u{3000}x", '\u{3000}'),
            ("\u{A0} title: x", '\u{A0}'),
            ("　　- title: x", '\u{3000}'),
            ("\u{200B}title: x", '\u{200B}'),
            ("－ title: x", '－'),
            ("— title: x", '—'),
            ("• title: x", '•'),
            ("＃ a comment", '＃'),
            ("-\u{A0}title: x", '\u{A0}'),
            ("slots: 【{title: a}】", '【'),
            ("  - ｛title: a｝", '｛'),
            ("slots: [{title: a， time: 9:00-10:00}]", '，'),
            ("slots: [{title：a, time: 9:00-10:00}]", '：'),
            ("slots: [{title: “a: b”}]", '“'),
        ] {
            assert_eq!(found(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn lookalikes_in_texts_are_left_alone() {
        for line in [
            "title: 第一章：绪论",
            "  - title: 【必读】，第一章",
            "title: “深入”理解",
            "title: a\u{A0}b",
            "title: \"a：b\"",
            "\"a：b\": c",
            "- 注意，这里没有键",
            "title: a # 注释：x",
            "goals: [一、二, 三：四]",
            "title: —— 前言",
            "",
        ] {
            assert_eq!(found(line), None, "{line}");
        }
    }

    #[test]
    fn all_of_them_are_replaced() {
        let all = replaced("\u{FEFF}０９：００～１０∶３０\u{A0}");
        let all = all.expect("there are some");
        assert_eq!(
            (all.found, all.written.as_str()),
            ('\u{FEFF}', "09:00-10:30")
        );
        assert_eq!(replaced("09:00-10:30"), None);
    }
}
