//! Which reminders of a plan apply when.

use chrono::NaiveDate;

use super::{SlotView, Study};
use crate::model::{Dates, Phase, Plan, Reminder, Stage};

/// What the scope of a reminder names.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scope<'a> {
    /// No part of the plan: it always applies, as 当前阶段 does.
    Always,
    Phase(&'a Phase),
    /// A stage of the roadmap.
    Stage(&'a Stage),
}

impl<'a> Scope<'a> {
    /// The phase or else the stage with the title that is the reminder's scope.
    pub(crate) fn of(plan: &'a Plan, reminder: &Reminder) -> Self {
        let Some(scope) = reminder.scope.as_deref().map(str::trim) else {
            return Self::Always;
        };
        let is_it = |name: &Option<String>| name.as_deref().is_some_and(|name| name == scope);
        let mut phases = plan.phases.iter();
        if let Some(phase) = phases.find(|phase| is_it(&phase.title) || is_it(&phase.heading)) {
            return Self::Phase(phase);
        }
        let mut stages = plan.roadmap.stages.iter();
        let stage = stages.find(|stage| stage.title == scope);
        stage.map_or(Self::Always, Self::Stage)
    }

    /// Whether the slot is of this part of the plan.
    pub(super) fn has(self, slot: &SlotView) -> bool {
        match self {
            Self::Always => true,
            Self::Phase(phase) => std::ptr::eq(slot.place.phase, phase),
            Self::Stage(stage) => {
                let topic = slot.place.slot.topic.as_ref();
                topic.is_some_and(|topic| stage.topics.contains(topic))
            }
        }
    }
}

/// The scope of a reminder that always applies, if it says more than that.
pub(crate) fn scope_in_words<'p>(plan: &'p Plan, reminder: &'p Reminder) -> Option<&'p str> {
    let scope = reminder.scope.as_deref()?;
    let is_text = matches!(Scope::of(plan, reminder), Scope::Always);
    (is_text && scope.trim() != "当前阶段").then_some(scope)
}

/// The reminders of the stage that the plan is in on `date`, if that is the first date of its
/// calendar week with slots: they are to be seen once a week.
pub(super) fn weekly_reminders(
    study: &Study,
    slots: &[SlotView],
    date: NaiveDate,
) -> Vec<Reminder> {
    let reminders = &study.plan.reminders;
    let week = Dates::week_of(date);
    let begins = |slot: &&SlotView| week.contains(slot.dates.first) && !slot.displaced;
    if reminders.is_empty() || slots.iter().find(begins).map(|slot| slot.dates.first) != Some(date)
    {
        return Vec::new();
    }
    let is_current = |reminder: &&Reminder| {
        let scope = Scope::of(&study.plan, reminder);
        let mut today = slots.iter().filter(|slot| slot.dates.contains(date));
        today.any(|slot| scope.has(slot))
    };
    reminders.iter().filter(is_current).cloned().collect()
}
