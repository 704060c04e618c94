//! A plan with the words alone that a report shows: what its weeks and slots are called, and what
//! is to be handed in.

use std::collections::BTreeSet;

use super::Compiled;
use crate::model::{Day, Plan, Session, Slot, Week};

/// The weeks of each phase.
pub(super) fn of(plan: &Plan) -> Vec<Vec<Week>> {
    let phases = plan.phases.iter();
    phases
        .map(|phase| phase.weeks.iter().map(week).collect())
        .collect()
}

fn week(week: &Week) -> Week {
    Week {
        number: week.number,
        title: week.title.clone(),
        days: week.days.iter().map(day).collect(),
        deliverables: week.deliverables.clone(),
        ..Week::default()
    }
}

/// What parts a day has does not matter.
fn day(day: &Day) -> Day {
    let session = Session {
        half: None,
        title: None,
        window: None,
        notes: Vec::new(),
        slots: day.slots().map(slot).collect(),
    };
    Day {
        numbers: day.numbers,
        weekdays: day.weekdays,
        title: None,
        origin: None,
        notes: Vec::new(),
        sessions: vec![session],
    }
}

fn slot(slot: &Slot) -> Slot {
    Slot {
        id: slot.id.clone(),
        id_is_given: slot.id_is_given,
        time: slot.time,
        duration: slot.duration,
        title: slot.title.clone(),
        topic: slot.topic.clone(),
        fields: Vec::new(),
        notes: Vec::new(),
    }
}

impl Compiled {
    /// The plan without its library, and of its weeks only what a report shows. `None` where the
    /// cache is damaged.
    #[must_use]
    pub fn sketch(&self) -> Option<Plan> {
        let bytes = self.body.piece(self.head.sketch)?;
        let weeks: Vec<Vec<Week>> = postcard::from_bytes(&bytes).ok()?;
        let mut plan = self.head.plan.clone();
        for (phase, weeks) in plan.phases.iter_mut().zip(weeks) {
            phase.weeks = weeks;
        }
        Some(plan)
    }

    /// Puts all of the words of the day entries at `days` in a sketch, and what they name of the
    /// library. `None` where the cache is damaged.
    #[must_use]
    pub fn fill(&self, sketch: &mut Plan, days: &BTreeSet<usize>) -> Option<()> {
        let weeks = sketch.phases.iter_mut().flat_map(|phase| &mut phase.weeks);
        let all = weeks.flat_map(|week| &mut week.days).enumerate();
        for (index, day) in all.filter(|(index, _)| days.contains(index)) {
            let entry = self.entry(index)?;
            sketch.resources.extend(entry.named);
            *day = entry.day;
        }
        Some(())
    }
}
