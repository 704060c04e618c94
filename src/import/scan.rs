//! Texts as the recognisers see them: full-width forms, dashes and traditional characters folded,
//! one character for each of the author's, so that a position in the one is a position in the other.

use crate::escape::is_hidden;

/// A text and its folded form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Scan {
    original: Vec<char>,
    pub(crate) folded: Vec<char>,
}

impl Scan {
    pub(super) fn new(text: &str) -> Self {
        let original: Vec<char> = text.chars().collect();
        let folded = original.iter().copied().map(fold).collect();
        Self { original, folded }
    }

    /// The author's text between two positions, without what cannot be seen around it.
    pub(super) fn slice(&self, from: usize, to: usize) -> String {
        let to = to.min(self.original.len());
        let from = from.min(to);
        let text: String = self.original[from..to].iter().collect();
        let is_edge = |c: char| c.is_whitespace() || is_hidden(c);
        text.trim_matches(is_edge).to_owned()
    }

    /// The author's text from a position on.
    pub(super) fn rest(&self, from: usize) -> String {
        self.slice(from, self.original.len())
    }

    pub(super) fn len(&self) -> usize {
        self.folded.len()
    }
}

/// The folded form of a whole text.
pub(crate) fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// A character as the recognisers know it.
fn fold(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => {
            let ascii = u32::from(c) - 0xFEE0;
            char::from_u32(ascii).map_or(c, fold)
        }
        '\u{3000}' | '\u{A0}' | '\t' | '\u{2002}'..='\u{200A}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '〜' | '∼' | '→' | '➜' => '~',
        '【' | '〔' | '「' => '[',
        '】' | '〕' | '」' => ']',
        '丨' | '│' => '|',
        '週' => '周',
        '階' => '阶',
        '個' => '个',
        '點' => '点',
        '時' => '时',
        '間' => '间',
        '鐘' | '鍾' => '钟',
        '單' => '单',
        '習' => '习',
        '學' => '学',
        '進' => '进',
        '標' => '标',
        '總' => '总',
        '覽' => '览',
        '檢' => '检',
        '資' => '资',
        '課' => '课',
        '務' => '务',
        '計' => '计',
        '劃' | '畫' => '划',
        '項' => '项',
        '實' => '实',
        '練' => '练',
        '復' | '複' => '复',
        _ => c.to_ascii_lowercase(),
    }
}

/// The position after white space from `at` on.
pub(super) fn spaces(text: &[char], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|c| **c == ' ').count()
}

/// The position after `word`, if the text has it at `at`.
pub(super) fn literal(text: &[char], at: usize, word: &str) -> Option<usize> {
    let mut end = at;
    for c in word.chars() {
        if text.get(end) != Some(&c) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// The longest of `words` at `at`, and the position after it.
pub(super) fn one_of<T: Copy>(text: &[char], at: usize, words: &[(&str, T)]) -> Option<(T, usize)> {
    let found = words
        .iter()
        .filter_map(|(word, value)| Some((*value, literal(text, at, word)?)));
    found.max_by_key(|(_, end)| *end)
}

/// Whether an English word ends before `at`.
pub(super) fn ends_word(text: &[char], at: usize) -> bool {
    !text.get(at).is_some_and(char::is_ascii_alphabetic)
}

/// The position after white space and a sign of a range (`-`, `~`, `至`, `to`).
pub(super) fn range_sign(text: &[char], at: usize) -> Option<usize> {
    let at = spaces(text, at);
    let words = [
        ("-", ()),
        ("--", ()),
        ("~", ()),
        ("至", ()),
        ("到", ()),
        ("to ", ()),
        ("から", ()),
        ("through ", ()),
        ("until ", ()),
    ];
    one_of(text, at, &words).map(|((), end)| spaces(text, end))
}

/// The position after emoji, signs, bullets and brackets.
pub(super) fn decoration(text: &[char], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|c| !c.is_alphanumeric()).count()
}
