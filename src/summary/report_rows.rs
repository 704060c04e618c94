//! The rows of a report: days and phases.

use super::day::names;
use super::{SlotView, Study, Tally};
use crate::model::{Dates, Day, Phase};

/// A day entry in a report, or a date that slots were moved to.
#[derive(Debug, Clone)]
pub(crate) struct DayRow<'a> {
    /// The entry; `None` for a date that the plan leaves free.
    pub(crate) day: Option<&'a Day>,
    /// The entries it is named after ([`super::DayView::names`]).
    pub(crate) names: Vec<&'a Day>,
    pub(crate) dates: Dates,
    /// Its slots.
    pub(crate) tally: Tally,
    /// Whether it is rest that was declared.
    pub(crate) is_rest: bool,
}

/// A phase of the plan, with all of its slots.
#[derive(Debug, Clone)]
pub(crate) struct PhaseRow<'a> {
    /// Its number, from 1.
    pub(crate) number: usize,
    pub(crate) phase: &'a Phase,
    /// The numbers of its first and last week.
    pub(crate) weeks: Option<(u32, u32)>,
    /// When it is, if it is a buffer.
    pub(crate) buffer: Option<Dates>,
    /// Its slots.
    pub(crate) tally: Tally,
}

/// A row for each date with slots.
pub(super) fn day_rows<'a>(study: &'a Study, inside: &[SlotView<'a>]) -> Vec<DayRow<'a>> {
    let mut inside = inside.to_vec();
    inside.sort_by_key(|slot| slot.dates.first);
    let dates = inside.chunk_by(|a, b| a.dates.first == b.dates.first);
    let days: Vec<&Day> = study.plan.days().map(|(.., day)| day).collect();
    let date = |slots: &[SlotView<'a>]| {
        let first = slots[0].dates.first;
        let own = study.entry_index_on(first);
        let own_dates = own.map(|index| study.calendar.around(index, first));
        DayRow {
            day: own.map(|index| days[index]),
            names: names(own, slots).iter().map(|index| days[*index]).collect(),
            // If something was moved to the second date of an entry, that is a row of its own.
            dates: own_dates
                .filter(|dates| dates.first == first)
                .unwrap_or(Dates::on(first)),
            tally: slots.iter().collect(),
            is_rest: study.rests.on(first).is_some(),
        }
    };
    dates.map(date).collect()
}

/// The phases that have a title, each with its slots among `slots`.
pub(super) fn phase_rows<'a>(study: &'a Study, slots: &[SlotView<'a>]) -> Vec<PhaseRow<'a>> {
    let row = |(index, phase): (usize, &'a Phase)| {
        let inside = |slot: &&SlotView| slot.place.at.phase == index;
        let numbers = || phase.weeks.iter().filter_map(|week| week.number);
        PhaseRow {
            number: index + 1,
            phase,
            weeks: numbers().min().zip(numbers().max()),
            buffer: study.calendar.buffer_of(index),
            tally: slots.iter().filter(inside).collect(),
        }
    };
    let phases = study.plan.phases.iter().enumerate();
    let titled = phases.filter(|(_, phase)| phase.title.is_some());
    titled.map(row).collect()
}
