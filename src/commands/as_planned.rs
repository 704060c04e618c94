//! `done --as-planned`: what was done before the learner used this program, on its planned dates.

use chrono::NaiveDate;

use super::marks;
use super::output::Output;
use super::record::{Dated, When, record};
use super::target::{Target, Targets, Thing, Wanted};
use super::words::{DateReader, Looks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::summary::{SlotView, Study};
use crate::text::{Recording, RecordingHint};

/// Marks past, open slots as done, each on the date it is planned for, in one step.
///
/// # Errors
/// `Usage` if nothing says which slots, or none of them is open and past.
pub(super) fn run(
    targets: &[String],
    until: Option<&str>,
    output: &Output,
    ctx: &mut Ctx,
) -> Result<()> {
    let until = DateReader::of(ctx).read_flag(until, Looks::Back)?;
    if targets.is_empty() && until.is_none() {
        return Err(Error::usage(Recording::NoTarget).hint(RecordingHint::AsPlannedForms));
    }
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let slots = past(study, targets, until)?;
        if slots.is_empty() {
            return Err(Error::usage(Recording::NothingPast).hint(RecordingHint::AsPlannedForms));
        }
        let marks = slots.iter().map(|slot| Dated {
            what: marks::done(&Thing::Slot(*slot), None),
            day: Some(slot.dates.last),
        });
        Ok((marks.collect::<Vec<_>>(), study.today))
    })?;
    marks::show(ctx, output, &outcome);
    Ok(())
}

/// Open slots whose time has passed: those that the targets name, and not after `until`.
fn past<'s>(
    study: &'s Study,
    targets: &[String],
    until: Option<NaiveDate>,
) -> Result<Vec<SlotView<'s>>> {
    let resolver = Targets::on(study, study.today);
    let named = resolver.separated(targets);
    let named = named.iter().map(|text| resolver.find(text, Wanted::Parts));
    let named = named.collect::<Result<Vec<Target>>>()?;
    let is_meant =
        |slot: &SlotView| named.is_empty() || named.iter().any(|target| is_in(target, slot));
    let is_past = |slot: &SlotView| {
        slot.is_open() && slot.due.now && until.is_none_or(|until| slot.dates.last <= until)
    };
    let slots = study.slots();
    Ok(slots
        .filter(|slot| is_past(slot) && is_meant(slot))
        .collect())
}

/// Whether a slot is what a target names, or in it.
fn is_in(target: &Target, slot: &SlotView) -> bool {
    let place = &slot.place;
    match target {
        Target::Slots(slots) | Target::Date(slots) => slots.iter().any(|one| {
            // A slot as a whole is all its sittings.
            let is_whole = one.sitting.is_none() && one.place.index == place.index;
            is_whole || one.key() == slot.key()
        }),
        Target::Days(days) => days.contains(&place.day_index),
        Target::Week(number) => place.week.number == Some(*number),
        Target::Phase(index) => place.at.phase == *index,
        Target::Plan => true,
        Target::Topic(_) | Target::Deliverables(_) | Target::Resource(_) | Target::Event(_) => {
            false
        }
    }
}
