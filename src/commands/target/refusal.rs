//! Errors about targets that match nothing, several slots, or more than can be marked.

use crate::error::Error;
use crate::summary::{SlotView, Study};
use crate::text::{Level, Lookup, LookupHint, SlotList, SlotName};

/// How much of a target is compared with titles, in characters: the time that takes grows with
/// the length.
const COMPARED: usize = 100;
/// From this Jaro-Winkler similarity on a title or id is suggested.
const SIMILAR: f64 = 0.6;

/// What messages call several slots.
pub(super) fn names(slots: &[SlotView]) -> SlotList {
    slots.iter().map(SlotView::name).collect()
}

/// Several slots match.
pub(super) fn ambiguous(text: &str, found: &[SlotView]) -> Error {
    let (text, count) = (text.to_owned(), found.len());
    Error::usage(Lookup::Ambiguous { text, count }).hint(LookupHint::ChooseSlot(names(found)))
}

/// Several slots, days or whatever have just this name. All of them are listed.
pub(super) fn namesakes(text: &str, found: Vec<SlotName>) -> Error {
    let (text, count) = (text.to_owned(), found.len());
    let all = SlotList::all(found);
    Error::usage(Lookup::Namesakes { text, count }).hint(LookupHint::ChooseSlot(all))
}

/// The text is in no title as a whole, and too little to search for as a part of one.
pub(super) fn no_title(text: &str) -> Error {
    let text = text.to_owned();
    Error::usage(Lookup::NotATitle { text }).hint(LookupHint::TitleForm)
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

/// The error for a number that no week has.
pub(in crate::commands) fn no_such_week(study: &Study, text: &str) -> Error {
    let numbers = study.plan.weeks().filter_map(|(_, week)| week.number);
    numbered(Level::Week, text, numbers)
}

/// The error for a number that no phase with a title has.
pub(in crate::commands) fn no_such_phase(study: &Study, text: &str) -> Error {
    let titled = titled_phases(study);
    if titled.is_empty() {
        let text = text.to_owned();
        return Error::usage(Lookup::NoPhases { text }).hint(LookupHint::SeeWeeks);
    }
    no_such(Level::Phase, text).hint(LookupHint::Phases(titled))
}

fn titled_phases(study: &Study) -> Vec<(usize, String)> {
    let numbered = (1..).map_while(|number| {
        let phase = &study.plan.phases[study.phase_numbered(number)?];
        Some((number, phase.title.clone().unwrap_or_default()))
    });
    numbered.collect()
}

pub(super) fn no_such(level: Level, text: &str) -> Error {
    let text = text.to_owned();
    Error::usage(Lookup::Unknown { level, text })
}

/// The error for a number that no day or week has.
pub(super) fn numbered(level: Level, text: &str, known: impl Iterator<Item = u32>) -> Error {
    let error = no_such(level, text);
    let known: Vec<u32> = known.collect();
    match known.iter().copied().min().zip(known.iter().copied().max()) {
        Some((first, last)) => error.hint(LookupHint::Numbers { level, first, last }),
        None => error.hint(LookupHint::TargetForms),
    }
}
