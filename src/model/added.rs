//! Slots that the learner adds to a plan; they are in no file.

use std::borrow::Cow;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::walk::WeekIndex;
use super::{Dates, Day, Minutes, Placement, Plan, Session, Slot, SlotId, Window};

/// A slot that the learner added. Serialised, it has the keys of its line in the journal.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize)]
#[schemars(inline)]
pub(crate) struct AddedSlot {
    /// `x-` and eight hexadecimal digits.
    #[serde(rename = "slot", serialize_with = "text")]
    #[schemars(with = "SlotId")]
    pub(crate) id: SlotId,
    pub(crate) title: String,
    pub(crate) date: NaiveDate,
    #[serde(serialize_with = "optional_text")]
    #[schemars(with = "Option<String>")]
    pub(crate) time: Option<Window>,
    /// How long it is, if it has no time.
    #[serde(rename = "min")]
    pub(crate) duration: Option<Minutes>,
}

fn text<S: Serializer>(id: &SlotId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for it"
)]
fn optional_text<S: Serializer>(time: &Option<Window>, serializer: S) -> Result<S::Ok, S::Error> {
    time.map(|time| time.to_string()).serialize(serializer)
}

impl AddedSlot {
    /// When it is.
    pub(crate) fn placement(&self) -> Placement {
        Placement::on(self.date, self.time)
    }

    /// A day entry with just this slot.
    fn day(&self) -> Day {
        let slot = Slot {
            id: self.id.clone(),
            id_is_given: true,
            time: self.time,
            duration: self.duration,
            title: self.title.clone(),
            topic: None,
            ticked: false,
            fields: Vec::new(),
            notes: Vec::new(),
            editor_notes: Vec::new(),
        };
        let session = Session {
            slots: vec![slot],
            ..Session::default()
        };
        Day {
            added: Some(self.date),
            sessions: vec![session],
            ..Day::default()
        }
    }
}

impl Day {
    /// Whether the learner added it.
    pub(crate) fn is_added(&self) -> bool {
        self.added.is_some()
    }
}

impl Plan {
    /// Whether some of its slots are added ones.
    pub(crate) fn has_added(&self) -> bool {
        self.days().any(|(.., day)| day.is_added())
    }

    /// Takes out all slots that were added.
    pub(crate) fn remove_added(&mut self) {
        let weeks = self.phases.iter_mut().flat_map(|phase| &mut phase.weeks);
        weeks.for_each(|week| week.days.retain(|day| !day.is_added()));
    }

    /// Adds slots to a plan that has none of them, each to the week whose dates hold its own: the
    /// last of several, and where none does, the last that has begun by then. `dates` are those of
    /// every day entry.
    pub(crate) fn add(&mut self, slots: &[AddedSlot], dates: &[Dates]) {
        let weeks = self.week_dates(dates);
        let mut sorted: Vec<&AddedSlot> = slots.iter().collect();
        sorted.sort_by_key(|slot| (slot.date, slot.time));
        for slot in sorted {
            let holds = |week: &&(WeekIndex, Vec<Dates>)| {
                let hull = week.1.iter().copied().reduce(Dates::hull);
                hull.is_some_and(|dates| dates.contains(slot.date))
            };
            let has_begun = |week: &&(WeekIndex, Vec<Dates>)| {
                let first = week.1.iter().map(|dates| dates.first).min();
                first.is_some_and(|first| first <= slot.date)
            };
            let found = weeks.iter().rfind(holds);
            let found = found.or_else(|| weeks.iter().rfind(has_begun));
            if let Some((at, dates)) = found.or(weeks.first()) {
                let week = &mut self.phases[at.phase].weeks[at.week];
                week.insert_by_date(slot, dates);
            }
        }
    }

    /// The dates of the day entries of each week.
    fn week_dates(&self, dates: &[Dates]) -> Vec<(WeekIndex, Vec<Dates>)> {
        let days = self.days().zip(dates);
        let days = days.map(|((at, ..), dates)| (at, *dates));
        let days: Vec<(WeekIndex, Dates)> = days.collect();
        let weeks = days.chunk_by(|a, b| a.0 == b.0);
        let week = |days: &[(WeekIndex, Dates)]| {
            let dates = days.iter().map(|(_, dates)| *dates);
            (days[0].0, dates.collect())
        };
        weeks.map(week).collect()
    }

    /// The plan with the slots that were added to `other` and that it lacks, for comparing the two.
    pub(crate) fn with_added_of(&self, other: &Self) -> Cow<'_, Self> {
        let added = other.days().filter(|(.., day)| day.is_added());
        let is_new = |day: &Day| {
            let mut ids = day.slots().map(|slot| &slot.id);
            ids.all(|id| self.slots().all(|place| place.slot.id != *id))
        };
        let added = added.filter(|(.., day)| is_new(day));
        let added: Vec<Day> = added.map(|(.., day)| day.clone()).collect();
        let mut plan = Cow::Borrowed(self);
        if !added.is_empty() {
            let weeks = plan.to_mut().phases.iter_mut();
            let last = weeks.flat_map(|phase| &mut phase.weeks).last();
            if let Some(week) = last {
                week.days.extend(added);
            }
        }
        plan
    }
}

impl super::Week {
    /// Inserts a slot after those day entries, of which `dates` are the dates, that begin no later.
    fn insert_by_date(&mut self, slot: &AddedSlot, dates: &[Dates]) {
        let mut own = dates.iter();
        let begins = self
            .days
            .iter()
            .map(|day| day.added.or_else(|| own.next().map(|dates| dates.first)));
        let begins: Vec<Option<NaiveDate>> = begins.collect();
        let before = begins.iter().rposition(|first| *first <= Some(slot.date));
        self.days.insert(before.map_or(0, |at| at + 1), slot.day());
    }
}
