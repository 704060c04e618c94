//! Dates of day entries whose slots are not on the same dates.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::Dates;

/// Which day entries have slots on a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Scattered {
    /// Positions of day entries by the first date of their slots, with the last.
    runs: BTreeMap<NaiveDate, Vec<(NaiveDate, usize)>>,
    /// How many days the longest run of dates goes on after its first.
    longest: u64,
}

impl Scattered {
    /// Indexes `slots`: pairs of the position of a day entry and the dates of a slot.
    pub(super) fn new(slots: &[(usize, Dates)]) -> Self {
        let mut runs: BTreeMap<NaiveDate, Vec<(NaiveDate, usize)>> = BTreeMap::new();
        for (day, dates) in slots {
            let run = (dates.last, *day);
            let here = runs.entry(dates.first).or_default();
            if !here.contains(&run) {
                here.push(run);
            }
        }
        let lengths = slots
            .iter()
            .map(|(_, dates)| (dates.last - dates.first).num_days());
        let longest = lengths.max().unwrap_or(0).unsigned_abs();
        Self { runs, longest }
    }

    /// The entries with slots on `date`, in the order of the plan.
    pub(super) fn on(&self, date: NaiveDate) -> BTreeSet<usize> {
        let from = date - chrono::Days::new(self.longest);
        let near = self.runs.range(from..=date).flat_map(|(_, runs)| runs);
        let here = near.filter(|(last, _)| date <= *last);
        here.map(|(_, day)| *day).collect()
    }

    /// The dates of the slots of an entry that are on `date`, taken together.
    pub(super) fn run(&self, day: usize, date: NaiveDate) -> Option<Dates> {
        let from = date - chrono::Days::new(self.longest);
        let near = self.runs.range(from..=date);
        let runs = near.flat_map(|(first, runs)| runs.iter().map(|run| (*first, *run)));
        let own = runs.filter(|(_, (last, of))| *of == day && date <= *last);
        let dates = own.map(|(first, (last, _))| Dates { first, last });
        dates.reduce(Dates::hull)
    }

    /// The same for an excerpt of the plan that has only the entries at `days`.
    pub(super) fn excerpt(&self, days: &BTreeSet<usize>) -> Self {
        let position: BTreeMap<usize, usize> = days.iter().copied().zip(0..).collect();
        let runs = self.runs.iter().filter_map(|(first, runs)| {
            let kept = runs.iter();
            let kept = kept.filter_map(|(last, day)| Some((*last, *position.get(day)?)));
            let kept: Vec<(NaiveDate, usize)> = kept.collect();
            (!kept.is_empty()).then_some((*first, kept))
        });
        Self {
            runs: runs.collect(),
            longest: self.longest,
        }
    }
}
