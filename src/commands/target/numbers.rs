//! Numbers and ids in a target.

use crate::error::{Error, Result};
use crate::text::{Lookup, LookupHint};

/// `2`, `1-3`, `1,3`: ordinals, in the order they are written; `None` if the text has another
/// form. A range is cut off at `most + 1`, which is enough for the error about it.
pub(super) fn ordinals(text: &str, most: usize) -> Option<Result<Vec<usize>>> {
    let plain = |c: char| c.is_ascii_digit() || ",- ".contains(c);
    if !text.starts_with(|c: char| c.is_ascii_digit()) || !text.chars().all(plain) {
        return None;
    }
    let mut numbers = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (number(first.trim())?, number(last.trim())?);
        if first > last {
            let error = Error::usage(Lookup::ReversedRange { first, last });
            let (first, last) = (last, first);
            return Some(Err(error.hint(LookupHint::RangeForm { first, last })));
        }
        let (first, last) = (first as usize, last as usize);
        numbers.extend(first..=last.min(first.max(most + 1)));
    }
    Some(Ok(numbers))
}

/// A number of one to six digits.
pub(super) fn number(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// `d1-0900` in the form of generated ids: `d01-0900`.
pub(super) fn padded(text: &str) -> Option<String> {
    let (day, rest) = text.strip_prefix('d')?.split_once('-')?;
    Some(format!("d{:02}-{rest}", number(day)?))
}
