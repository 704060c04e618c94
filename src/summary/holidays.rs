//! What a calendar file changes about rest days.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::{SlotView, Study, open_within};
use crate::calendar::add;
use crate::ics::{DayKind, MarkedDays};
use crate::model::Dates;
use crate::progress::What;

/// How long after the end of the plan days are imported.
const AHEAD: u64 = 366;

/// What importing a calendar file changes, from today on.
#[derive(Debug, Clone)]
pub(crate) struct Holidays<'a> {
    /// What the calendar is called.
    pub(crate) source: String,
    /// The changes, by date.
    pub(crate) changes: Vec<DayChange>,
    /// How many of its days are so already.
    pub(crate) already: usize,
    /// Names of events that are not marked as days off, in a calendar that marks those.
    pub(crate) unmarked: Vec<String>,
    /// Open slots on the new rest days.
    pub(crate) displaced: Vec<SlotView<'a>>,
}

/// Days that change in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayChange {
    pub(crate) dates: Dates,
    /// What they become; `None` if the calendar no longer has them.
    pub(crate) kind: Option<DayKind>,
    /// What they are called, or were.
    pub(crate) name: String,
}

impl DayChange {
    /// The event that records it.
    pub(crate) fn recorded(&self, source: &str) -> What {
        What::Off {
            first: self.dates.first,
            last: self.dates.last,
            why: self.kind.map(|_| self.name.clone()),
            cancel: self.kind != Some(DayKind::Rest),
            source: Some(source.to_owned()),
        }
    }

    /// How many days there are.
    pub(crate) fn days(&self) -> usize {
        self.dates.all().count()
    }
}

/// The dates on which a calendar file can change anything: what has passed stays as it was.
pub(crate) fn importable(study: &Study) -> Dates {
    let last = study.slots().map(|slot| slot.dates.last).max();
    let last = last.unwrap_or(study.today).max(study.calendar.end());
    Dates {
        first: study.today,
        last: add(last.max(study.today), AHEAD),
    }
}

/// What it changes if the days that the calendar `source` marks are imported: of all of them, or of
/// those with `only` in their names. Days that it no longer marks, and that were imported from it,
/// are study days as they were without it.
pub(crate) fn holidays<'a>(
    study: &'a Study,
    marked: &MarkedDays,
    source: &str,
    only: Option<&str>,
) -> Holidays<'a> {
    let only = only.map(str::to_lowercase);
    let only = only.as_deref();
    let is_chosen = |name: &str| only.is_none_or(|only| name.to_lowercase().contains(only));
    let mut changes: BTreeMap<NaiveDate, (Option<DayKind>, String)> = BTreeMap::new();
    let (mut already, mut unmarked) = (0, Vec::new());
    for (date, day) in &marked.days {
        let name = if day.name.is_empty() {
            source
        } else {
            &day.name
        };
        if !is_chosen(name) {
            continue;
        }
        if is_so(study, *date, day.kind, (name, source)) {
            already += 1;
        } else if day.is_unmarked && only.is_none() {
            if unmarked.last() != Some(&day.name) {
                unmarked.push(day.name.clone());
            }
        } else {
            changes.insert(*date, (Some(day.kind), name.to_owned()));
        }
    }
    for date in study.rests.imported(importable(study), source) {
        let why = study.rests.on(date).or(study.rests.at_work(date));
        let name = why.and_then(|rest| rest.why.clone()).unwrap_or_default();
        if !marked.days.contains_key(&date) && is_chosen(&name) {
            changes.insert(date, (None, name));
        }
    }
    let changes = runs(&changes);
    Holidays {
        source: source.to_owned(),
        displaced: displaced(study, &changes),
        unmarked,
        already,
        changes,
    }
}

/// Whether `date` is already what the calendar says. Rest that another calendar or the learner
/// declared is left as it is.
fn is_so(study: &Study, date: NaiveDate, kind: DayKind, (name, source): (&str, &str)) -> bool {
    let rest = match kind {
        DayKind::Rest => study.rests.on(date),
        DayKind::Work => study.rests.at_work(date),
    };
    rest.is_some_and(|rest| {
        rest.source.as_deref() != Some(source) || rest.why.as_deref() == Some(name)
    })
}

/// Dates in a row that change in the same way.
fn runs(changes: &BTreeMap<NaiveDate, (Option<DayKind>, String)>) -> Vec<DayChange> {
    let changes: Vec<(&NaiveDate, &(Option<DayKind>, String))> = changes.iter().collect();
    let runs = changes.chunk_by(|(a, was), (b, is)| was == is && a.succ_opt() == Some(**b));
    let run = |run: &[(&NaiveDate, &(Option<DayKind>, String))]| {
        let (first, (kind, name)) = run[0];
        let (first, last) = (*first, *run[run.len() - 1].0);
        DayChange {
            dates: Dates { first, last },
            kind: *kind,
            name: name.clone(),
        }
    };
    runs.map(run).collect()
}

/// The open slots on days that become rest days.
pub(crate) fn displaced<'a>(study: &'a Study, changes: &[DayChange]) -> Vec<SlotView<'a>> {
    let rest = changes
        .iter()
        .filter(|change| change.kind == Some(DayKind::Rest));
    let mut known = HashSet::new();
    let slots = rest.flat_map(|change| open_within(study, change.dates));
    slots.filter(|slot| known.insert(slot.key())).collect()
}
