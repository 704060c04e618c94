//! Lines about what is to be done every week or day, which no day of the plan has.

use super::ledger::{Decided, Leftover};
use super::scan::{Scan, decoration, literal, one_of, spaces};
use super::weekday::weekdays;
use crate::text::import::{Decision, LeftOver};

/// The decision about such lines that are left over.
pub(super) fn decided(leftovers: &[Leftover]) -> Option<Decided> {
    let left = leftovers.iter().filter(|left| {
        let is_outside = matches!(left.why, LeftOver::Outside | LeftOver::Progress);
        is_outside && recurs(&left.text)
    });
    let lines: Vec<(u32, u32)> = left.map(|left| (left.line, left.line)).collect();
    let what = Decision::Recurring;
    (!lines.is_empty()).then_some(Decided { lines, what })
}

/// Whether a line begins with `Every Sunday`, `每天` or the like.
fn recurs(text: &str) -> bool {
    const EVERY: [(&str, ()); 4] = [("every ", ()), ("each ", ()), ("每", ()), ("毎", ())];
    const SPANS: [(&str, ()); 10] = [
        ("day", ()),
        ("week", ()),
        ("morning", ()),
        ("evening", ()),
        ("night", ()),
        ("天", ()),
        ("日", ()),
        ("周", ()),
        ("晚", ()),
        ("早", ()),
    ];
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '[');
    let text = text.trim_start_matches("[ ]");
    let scan = Scan::new(text);
    let text = &scan.folded;
    let Some(((), end)) = one_of(text, decoration(text, 0), &EVERY) else {
        return literal(text, decoration(text, 0), "daily:").is_some();
    };
    let at = spaces(text, end);
    weekdays(text, at).is_some() || one_of(text, at, &SPANS).is_some()
}
