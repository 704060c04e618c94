//! Slots of `plan add` that are written into the file.

use chrono::NaiveDate;

use crate::commands::load;
use crate::context::Ctx;
use crate::error::Result;
use crate::model::{Dates, Day, Slot, SlotId};
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
    let mut written = Vec::new();
    for slot in &added {
        let found = days(&study, slot).find_map(|(last, day)| {
            let text = source::with_slot(&text, last, slot.place.slot)?;
            Some((text, day))
        });
        written.push(match found {
            Some((with, day)) => {
                text = with;
                let day = Box::new(DayNames::of([day], true, &study.plan.language));
                Edit::AddedWritten {
                    slot: slot.name(),
                    day,
                }
            }
            None => Edit::AddedNotWritten(slot.name()),
        });
    }
    copy.write(&text)?;
    for message in written {
        ctx.show(&Sheet::message(message));
    }
    Ok(())
}

/// The days of the week of a slot, the nearest first, each with its last slot.
fn days<'a>(
    study: &'a Study,
    slot: &SlotView,
) -> impl Iterator<Item = (&'a SlotId, &'a Day)> + use<'a> {
    let (date, week) = (slot.dates.first, slot.place.at);
    let days = study.plan.days().enumerate();
    let own = days.filter(|(_, (at, .., day))| *at == week && !day.is_added());
    let near = own.map(|(index, (.., day))| (distance(study.own_dates(index), date), day));
    let mut near: Vec<(u64, &Day)> = near.collect();
    near.sort_by_key(|(distance, _)| *distance);
    let last = |day: &'a Day| day.slots().last().map(|slot: &Slot| (&slot.id, day));
    near.into_iter().filter_map(move |(_, day)| last(day))
}

/// How many days a date is before or after some dates.
fn distance(dates: Dates, date: NaiveDate) -> u64 {
    let before = (dates.first - date).num_days().max(0);
    let after = (date - dates.last).num_days().max(0);
    before.max(after).unsigned_abs()
}
