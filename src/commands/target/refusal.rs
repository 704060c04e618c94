//! What is said of a target that names nothing, or too much.

use crate::error::Error;
use crate::escape;
use crate::render::phrase;
use crate::summary::SlotView;

/// How much of a text is compared with titles, in characters.
const LIKE: usize = 100;

/// Slots by id and title, for a hint.
pub(super) fn titles(slots: &[SlotView]) -> String {
    let name = |slot: &SlotView| format!("{} {}", slot.place.slot.id, slot.place.slot.title);
    let named = phrase::list(slots.iter().take(8).map(name));
    let more = slots.len().saturating_sub(8);
    let named = if more > 0 {
        format!("{named} and {more} more")
    } else {
        named
    };
    escape::terminal(&named).into_owned()
}

pub(super) fn ambiguous(text: &str, found: &[SlotView]) -> Error {
    let text = escape::terminal(text);
    Error::usage(format!("`{text}` could be any of {} slots", found.len()))
        .hint(format!("say which: {}", titles(found)))
}

pub(super) fn unknown(text: &str, all: &[SlotView]) -> Error {
    // Likeness takes time that grows with the length; the beginning tells enough.
    let start: String = text.chars().take(LIKE).collect();
    let score = |slot: &SlotView| {
        let title = strsim::jaro_winkler(&start, &slot.place.slot.title);
        title.max(strsim::jaro_winkler(&start, slot.place.slot.id.as_str()))
    };
    let mut nearest: Vec<(f64, SlotView)> = all.iter().map(|slot| (score(slot), *slot)).collect();
    nearest.sort_by(|a, b| b.0.total_cmp(&a.0));
    let near = nearest.iter().filter(|(score, _)| *score > 0.6).take(3);
    let near: Vec<SlotView> = near.map(|(_, slot)| *slot).collect();
    let error = Error::usage(format!(
        "`{}` names nothing in the plan",
        escape::terminal(text)
    ));
    if near.is_empty() {
        return error.hint(
            "a target is a number shown by `plan today`, a start time, an id (d08-1045, d8.2, \
             d8, w5, p1, A) or part of a title",
        );
    }
    error.hint(format!("the nearest are {}", titles(&near)))
}

pub(super) fn too_much(text: &str) -> Error {
    let text = escape::terminal(text);
    Error::usage(format!(
        "`{text}` is more than a day; marks go to slots and days"
    ))
    .hint("name slots, or a day such as `d8`; `plan show` lists what is in it")
}
