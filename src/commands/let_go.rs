//! What `recover --let-go` and `skip overdue` share: which overdue work is let go.

use super::of_plan;
use super::target::{Target, Targets, Thing, Wanted};
use crate::context::Ctx;
use crate::error::Result;
use crate::escape::shell_word;
use crate::progress::What;
use crate::summary::{DeliverableView, SlotView, Status, Study};

// Limits what is let go.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Part {
    /// Only what is in this week, topic, phase or day: w3, A, p2, d8
    #[arg(long = "in", value_name = "TARGET")]
    within: Vec<String>,
    /// The same as it was typed, if the plan was named with it.
    #[arg(skip)]
    typed: Option<Vec<String>>,
}

impl Part {
    /// Makes the plan that it names the plan of the run.
    ///
    /// # Errors
    /// As [`of_plan::enter`].
    pub(super) fn enter(&self, ctx: &mut Ctx) -> Result<Self> {
        Ok(Self {
            within: of_plan::enter(ctx, &self.within)?,
            typed: Some(self.within.clone()),
        })
    }

    pub(super) fn is_all(&self) -> bool {
        self.within.is_empty()
    }

    /// The options as they are typed, each after a space.
    pub(super) fn typed(&self) -> String {
        let words = self.typed.as_ref().unwrap_or(&self.within).iter();
        let words = words.flat_map(|text| [" --in ".to_owned(), shell_word(text)]);
        words.collect()
    }

    /// # Errors
    /// `Usage` if a target means nothing.
    pub(super) fn of<'s>(&self, study: &'s Study) -> Result<Within<'s>> {
        let targets = Targets::on(study, study.today);
        let targets = self
            .within
            .iter()
            .map(|text| targets.find(text, Wanted::Parts));
        Ok(Within {
            study,
            targets: targets.collect::<Result<_>>()?,
        })
    }
}

/// A part of a study, or all of it if there are no targets.
pub(super) struct Within<'s> {
    study: &'s Study,
    targets: Vec<Target<'s>>,
}

impl Within<'_> {
    pub(super) fn has_slot(&self, slot: &SlotView) -> bool {
        let place = &slot.place;
        let is_slot = |other: &SlotView| other.place.index == place.index;
        let topic = |index: usize| &self.study.plan.roadmap.topics[index].id;
        self.targets.is_empty()
            || self.targets.iter().any(|target| match target {
                Target::Plan => true,
                Target::Slots(slots) | Target::Date(slots) => slots.iter().any(is_slot),
                Target::Days(days) => days.contains(&place.day_index),
                Target::Week(number) => place.week.number == Some(*number),
                Target::Phase(index) => place.at.phase == *index,
                Target::Topic(index) => place.slot.topic.as_ref() == Some(topic(*index)),
                Target::Deliverables(_) | Target::Resource(_) | Target::Event(_) => false,
            })
    }

    pub(super) fn has_deliverable(&self, view: &DeliverableView) -> bool {
        let phases = &self.study.plan.phases;
        self.targets.is_empty()
            || self.targets.iter().any(|target| match target {
                Target::Plan => true,
                Target::Deliverables(others) => {
                    others.iter().any(|other| other.what.id == view.what.id)
                }
                Target::Week(number) => view.week.number == Some(*number),
                Target::Phase(index) => std::ptr::eq(&raw const phases[*index], view.phase),
                Target::Slots(_)
                | Target::Date(_)
                | Target::Days(_)
                | Target::Topic(_)
                | Target::Resource(_)
                | Target::Event(_) => false,
            })
    }
}

/// The event that skips a slot or deliverable.
pub(super) fn skipping(thing: Thing, why: Option<&String>) -> What {
    What::Skip {
        slot: thing.id().to_owned(),
        title: thing.title().to_owned(),
        why: why.cloned(),
        fingerprint: None,
        again: thing.status() == Status::Skipped,
    }
}
