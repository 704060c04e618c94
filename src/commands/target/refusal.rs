//! Errors about targets that fit nothing, several slots, or more than can be marked.

use super::name;
use crate::error::Error;
use crate::summary::SlotView;
use crate::text::{Lookup, LookupHint, SlotList};

/// How much of a target is compared with titles, in characters: the time that takes grows with
/// the length.
const COMPARED: usize = 100;
/// From this Jaro-Winkler similarity on a title or id is suggested.
const SIMILAR: f64 = 0.6;

/// What messages call several slots.
pub(super) fn names(slots: &[SlotView]) -> SlotList {
    slots.iter().map(name).collect()
}

pub(super) fn ambiguous(text: &str, found: &[SlotView]) -> Error {
    let (text, count) = (text.to_owned(), found.len());
    Error::usage(Lookup::Ambiguous { text, count }).hint(LookupHint::ChooseSlot(names(found)))
}

/// Nothing in the plan has this name; suggests what has a similar one.
pub(super) fn no_match(text: &str, all: &[SlotView]) -> Error {
    let start: String = text.chars().take(COMPARED).collect();
    let score = |slot: &SlotView| {
        let title = strsim::jaro_winkler(&start, &slot.place.slot.title);
        title.max(strsim::jaro_winkler(&start, slot.place.slot.id.as_str()))
    };
    let mut similar: Vec<(f64, SlotView)> = all.iter().map(|slot| (score(slot), *slot)).collect();
    similar.retain(|(score, _)| *score > SIMILAR);
    similar.sort_by(|a, b| b.0.total_cmp(&a.0));
    let similar: Vec<SlotView> = similar.iter().take(3).map(|(_, slot)| *slot).collect();
    let text = text.to_owned();
    let error = Error::usage(Lookup::NoMatch { text });
    if similar.is_empty() {
        return error.hint(LookupHint::TargetForms);
    }
    error.hint(LookupHint::Similar(names(&similar)))
}

/// A week, phase or topic, which has no marks of its own; `target` is its shortest name.
pub(super) fn not_markable(text: &str, target: String) -> Error {
    let text = text.to_owned();
    Error::usage(Lookup::NotMarkable { text }).hint(LookupHint::MarkableForms { target })
}
