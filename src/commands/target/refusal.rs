//! Errors about targets that match nothing, several slots, or more than can be marked.

use chrono::NaiveDate;

use super::{Target, Targets};
use crate::error::Error;
use crate::summary::{SlotView, Status, Study};
use crate::text::{Candidate, CandidateState, Level, Lookup, LookupHint, NAMED, SlotList};

/// How much of a target is compared with titles, in characters: the time that takes grows with
/// the length.
const COMPARED: usize = 100;
/// From this Jaro-Winkler similarity on a title or id is suggested.
const SIMILAR: f64 = 0.6;

/// What messages call several slots.
pub(super) fn names(slots: &[SlotView]) -> SlotList {
    slots.iter().map(SlotView::name).collect()
}

impl Targets<'_> {
    /// Several match; the first few are listed.
    pub(super) fn ambiguous(&self, text: &str, found: &[Target]) -> Error {
        let error = Lookup::Ambiguous {
            text: text.to_owned(),
            count: found.len(),
            slots: found
                .iter()
                .all(|target| matches!(target, Target::Slots(_))),
        };
        self.choose(Error::usage(error), found, NAMED)
    }

    /// Several slots, days or whatever have just this name. All of them are listed.
    pub(super) fn namesakes(&self, text: &str, found: &[Target]) -> Error {
        let (text, count) = (text.to_owned(), found.len());
        self.choose(
            Error::usage(Lookup::Namesakes { text, count }),
            found,
            count,
        )
    }

    /// Hints at the candidates (today's first, then open ones), then at what to type: today's
    /// numbers, else the ids of the open ones.
    fn choose(&self, error: Error, found: &[Target], most: usize) -> Error {
        let number = |target: &Target| self.number_today(target).filter(|_| target.is_open());
        let is_settled = |target: &Target| state(target).is_some() && !target.is_open();
        let mut sorted: Vec<&Target> = found.iter().collect();
        sorted.sort_by_key(|target| (number(target).is_none(), is_settled(target)));
        let numbers: Vec<String> = sorted.iter().filter_map(|target| number(target)).collect();
        let open = sorted.iter().filter(|target| target.is_open());
        let open: Vec<String> = open.map(|target| self.name_of(target).id.into()).collect();
        let has_settled = found.iter().any(is_settled);
        let named = sorted.iter().take(most).map(|target| Candidate {
            name: self.name_of(target),
            state: state(target),
        });
        let error = error.hint(LookupHint::Choose {
            named: named.collect(),
            more: found.len().saturating_sub(most),
        });
        if !numbers.is_empty() {
            return error.hint(LookupHint::TodaysNumbers(numbers));
        }
        if open.is_empty() || !has_settled {
            return error;
        }
        let more = open.len().saturating_sub(NAMED);
        let ids = open.into_iter().take(NAMED).collect();
        error.hint(LookupHint::OpenIds { ids, more })
    }

    /// The number of a slot among today's.
    fn number_today(&self, target: &Target) -> Option<String> {
        let Target::Slots(slots) = target else {
            return None;
        };
        let day = self
            .day
            .as_ref()
            .filter(|_| self.date == self.study.today)?;
        let is_it = |slot: &&SlotView| slot.key() == slots[0].key();
        let slot = day.slots.iter().find(is_it);
        slot.filter(|slot| slot.dates.contains(self.date))
            .map(SlotView::number)
    }
}

/// When a slot or deliverable is, and whether it is done.
fn state(target: &Target) -> Option<(NaiveDate, CandidateState)> {
    let (date, status) = match target {
        Target::Slots(slots) => slots.first().map(|slot| (slot.dates.first, slot.status)),
        Target::Deliverables(views) => views.first().map(|view| (view.dates.last, view.status)),
        _ => None,
    }?;
    let state = match status {
        Status::Open => CandidateState::Open,
        Status::Done => CandidateState::Done,
        Status::Skipped => CandidateState::Skipped,
        Status::Overdue => CandidateState::Overdue,
    };
    Some((date, state))
}

/// The text is in no title as a whole, and too little to search for as a part of one.
pub(super) fn no_title(text: &str) -> Error {
    let hint = if text.chars().any(char::is_alphabetic) {
        LookupHint::TitleForm
    } else {
        LookupHint::NumberForms
    };
    let text = text.to_owned();
    Error::usage(Lookup::NotATitle { text }).hint(hint)
}

/// Nothing in the plan has this name; suggests what has a similar one.
pub(super) fn no_match(text: &str, study: &Study, all: &[SlotView]) -> Error {
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
    let lower = text.to_lowercase();
    let error = Error::usage(Lookup::NoMatch { text });
    let mut milestones = study
        .plan
        .milestones
        .iter()
        .map(|milestone| &milestone.title);
    if let Some(title) = milestones.find(|title| title.to_lowercase().contains(&lower)) {
        let title = title.clone();
        return error.hint(LookupHint::SeeMilestones { title });
    }
    if similar.is_empty() {
        return error.hint(LookupHint::TargetForms);
    }
    error.hint(LookupHint::Similar(names(&similar)))
}

/// Something that has no marks of its own.
pub(in crate::commands) fn not_markable(text: &str, target: &Target) -> Error {
    let level = match target {
        Target::Week(_) => Some(Level::Week),
        Target::Phase(_) => Some(Level::Phase),
        Target::Topic(_) => Some(Level::Topic),
        Target::Resource(_) => Some(Level::Resource),
        Target::Event(_) => Some(Level::Event),
        _ => None,
    };
    let text = text.to_owned();
    Error::usage(Lookup::NotMarkable { text, level })
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
