//! Check boxes in the text of a note.

use std::ops::Range;

use chrono::NaiveDate;

use super::BoxState;

/// A check box whose line has the id of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CheckBox<'t> {
    /// The number of its line, from 1.
    pub(crate) line: usize,
    /// Where the sign between its brackets is, in bytes.
    pub(super) sign: Range<usize>,
    pub(crate) state: BoxState,
    /// The id of its block.
    pub(crate) block: &'t str,
    /// Since when it says what it says, if the line says so; or what is written instead of a date.
    pub(crate) since: Option<Result<NaiveDate, &'t str>>,
}

/// The check boxes of a note that have the id of a block, in order. What is in a block of code is none.
pub(crate) fn boxes(note: &str) -> Vec<CheckBox<'_>> {
    let mut found = Vec::new();
    let (mut at, mut fence) = (0, None);
    for (number, line) in (1..).zip(note.split_inclusive('\n')) {
        if !is_code(line.trim(), &mut fence) {
            found.extend(check_box(line, at, number));
        }
        at += line.len();
    }
    found
}

/// Whether a line is in a block of code or at its edge; `fence` is the sign that began the block, and
/// how many of them.
fn is_code(line: &str, fence: &mut Option<(char, usize)>) -> bool {
    let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'));
    let length = sign.map_or(0, |sign| line.chars().take_while(|c| *c == sign).count());
    match (*fence, sign) {
        (Some((begun, least)), Some(sign)) if begun == sign && length >= least => {
            if line.len() == length {
                *fence = None;
            }
            true
        }
        (Some(_), _) => true,
        (None, Some(sign)) if length >= 3 => {
            *fence = Some((sign, length));
            true
        }
        (None, _) => false,
    }
}

fn check_box(line: &str, at: usize, number: usize) -> Option<CheckBox<'_>> {
    let item = line.trim_start_matches([' ', '\t', '>']);
    let digits = item.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if digits.len() == item.len() {
        item.strip_prefix(['-', '*', '+'])?
    } else {
        digits.strip_prefix(['.', ')'])?
    };
    let inner = rest.strip_prefix([' ', '\t'])?.trim_start();
    let inner = inner.strip_prefix('[')?;
    let sign = inner.chars().next()?;
    let text = inner[sign.len_utf8()..].strip_prefix(']')?;
    let state = BoxState::of(sign);
    let start = at + line.len() - inner.len();
    Some(CheckBox {
        line: number,
        sign: start..start + sign.len_utf8(),
        state,
        block: block(text.strip_prefix([' ', '\t'])?)?,
        since: stamp(text, state).map(|(_, since)| since),
    })
}

/// The id at the end of a block; a date may follow it.
fn block(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let last = words.iter().rposition(|word| word.starts_with('^'))?;
    let after = words[last + 1..].join(" ");
    let block = words[last].strip_prefix('^')?;
    let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let is_block = !block.is_empty() && block.chars().all(is_id);
    (is_block && without_stamps(&after).trim().is_empty()).then_some(block)
}

/// Where a line has the date since which it is done or skipped, in the form of Tasks or of Dataview.
fn stamp(text: &str, state: BoxState) -> Option<(Range<usize>, Result<NaiveDate, &str>)> {
    let marks = match state {
        BoxState::Open => return None,
        BoxState::Done => ["✅", "[completion::", "(completion::"],
        BoxState::Skipped => ["❌", "[cancelled::", "(cancelled::"],
    };
    let found = marks
        .iter()
        .find_map(|mark| Some((text.rfind(mark)?, mark)));
    let (from, mark) = found?;
    let rest = text[from + mark.len()..].trim_start_matches([' ', '\t', '\u{FE0F}']);
    let ends = |c: char| c.is_whitespace() || matches!(c, ']' | ')');
    let word = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let mut to = text.len() - rest.len() + word.len();
    if mark.ends_with(':') && text[to..].starts_with([']', ')']) {
        to += 1;
    }
    let date: Option<NaiveDate> = word.parse().ok();
    let date = date.filter(|date| date.to_string() == word);
    Some((from..to, date.ok_or(word)))
}

/// A line without the dates since which it is done or skipped.
pub(super) fn without_stamps(line: &str) -> String {
    let mut line = line.to_owned();
    for state in [BoxState::Done, BoxState::Skipped] {
        while let Some((range, Ok(_))) = stamp(&line, state) {
            let before = line[..range.start].trim_end_matches(' ').len();
            line.replace_range(before..range.end, "");
        }
    }
    line
}
