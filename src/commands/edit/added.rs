//! Slots of `plan add` that are written into the file.

use chrono::NaiveDate;

use crate::commands::load;
use crate::context::Ctx;
use crate::error::Result;
use crate::model::{Dates, Day, SlotId};
use crate::render::Sheet;
use crate::source;
use crate::store::edit_copy::EditCopy;
use crate::store::plan_file;
use crate::summary::{SlotView, Study};
use crate::text::{DayNames, Edit};

/// Writes added slots into the copy, each to the day of its week that is nearest to its date and has
/// room for it: at once if that was asked for, else if the learner says so.
pub(super) fn offer(ctx: &mut Ctx, copy: &EditCopy, asked: bool) -> Result<()> {
    let study = load::whole(ctx)?;
    let added = study.whole_slots().filter(|slot| slot.place.day.is_added());
    let mut added: Vec<SlotView> = added.collect();
    if added.is_empty() {
        return Ok(());
    }
    added.sort_by_key(SlotView::when);
    let names = added.iter().map(SlotView::name).collect();
    if !asked && ctx.ask(Edit::WithAdded(names))? != Some(true) {
        return Ok(());
    }
    let mut text = plan_file::read(&copy.source())?.text;
    let mut written: Vec<Option<&Day>> = vec![None; added.len()];
    // A slot that has to go to another day does not take the room of one that belongs there.
    for is_near in [true, false] {
        for (slot, day) in added.iter().zip(&mut written) {
            if day.is_none() {
                let mut days = days(&study, slot).filter(|near| near.distance == 0 || !is_near);
                let found = days.find_map(|near| {
                    let text = source::with_slot(&text, near.last, slot.place.slot)?;
                    Some((text, near.day))
                });
                if let Some((with, found)) = found {
                    (text, *day) = (with, Some(found));
                }
            }
        }
    }
    copy.write(&text)?;
    for (slot, day) in added.iter().zip(written) {
        let slot = slot.name();
        let message = match day {
            Some(day) => {
                let day = Box::new(DayNames::of([day], true, &study.plan.language));
                Edit::AddedWritten { slot, day }
            }
            None => Edit::AddedNotWritten(slot),
        };
        ctx.show(&Sheet::message(message));
    }
    Ok(())
}

/// A day of the week of an added slot.
struct Near<'a> {
    /// How many days it is from the slot.
    distance: u64,
    /// Its last slot.
    last: &'a SlotId,
    day: &'a Day,
}

/// The days of the week of a slot, the nearest first.
fn days<'a>(study: &'a Study, slot: &SlotView) -> impl Iterator<Item = Near<'a>> + use<'a> {
    let (date, week) = (slot.dates.first, slot.place.at);
    let days = study.plan.days().enumerate();
    let own = days.filter(|(_, (at, .., day))| *at == week && !day.is_added());
    let near = own.filter_map(|(index, (.., day))| {
        Some(Near {
            distance: distance(study.own_dates(index), date),
            last: &day.slots().last()?.id,
            day,
        })
    });
    let mut near: Vec<Near> = near.collect();
    near.sort_by_key(|near| near.distance);
    near.into_iter()
}

/// How many days a date is before or after some dates.
fn distance(dates: Dates, date: NaiveDate) -> u64 {
    let before = (dates.first - date).num_days().max(0);
    let after = (date - dates.last).num_days().max(0);
    before.max(after).unsigned_abs()
}
