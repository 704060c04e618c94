//! What the recording verbs share: when something happened, what is recorded, and the confirmation.

use chrono::{NaiveDate, TimeDelta, TimeZone};

use super::output::Output;
use super::record::{Outcome, When};
use super::target::Thing;
use super::words::{self, DateReader, Looks};
use super::{followed, load};
use crate::calendar;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::{Minutes, Placement};
use crate::progress::{Event, Mark, What};
use crate::render::{Sheet, Span, json, views};
use crate::store::journal;
use crate::summary::{self, MAX_LISTED, MoveWarnings, SlotView, Status, Study};
use crate::text::{Correction, Message, Recording, RecordingHint, Several};

/// The event that marks a slot as done, or a sitting of it; the sitting of a slot that is done as a
/// whole only repeats that.
pub(super) fn done(thing: &Thing, minutes: Option<Minutes>) -> What {
    let (slot, title) = (thing.id().to_owned(), thing.title().to_owned());
    let (fingerprint, again) = (None, thing.status() == Status::Done);
    let sitting = match thing {
        Thing::Slot(slot) => slot.sitting.filter(|sitting| sitting.of > 1),
        Thing::Deliverable(_) => None,
    };
    match sitting {
        Some(sitting) => What::Sitting {
            part: sitting.part,
            minutes,
            fingerprint,
            again,
            slot,
            title,
        },
        None => What::Done {
            minutes,
            fingerprint,
            again,
            slot,
            title,
        },
    }
}

/// A note on a slot or deliverable.
pub(super) fn note(thing: &Thing, text: &str) -> What {
    What::Note {
        slot: thing.id().to_owned(),
        title: thing.title().to_owned(),
        fingerprint: None,
        text: text.to_owned(),
    }
}

/// A time that has not come yet means yesterday's if that is not longer ago than this.
const SHORTLY: TimeDelta = TimeDelta::hours(12);

/// When it happened, and the date that slot numbers and times refer to. A date in the future only
/// chooses the slots: the mark counts for today.
///
/// # Errors
/// `Usage` for an invalid date or time, or a time in the future.
pub(super) fn when(ctx: &Ctx, at: Option<&str>, date: Option<&str>) -> Result<(When, NaiveDate)> {
    let date = DateReader::of(ctx).read_flag(date, Looks::Back)?;
    let shown = date.unwrap_or(ctx.today);
    let mut when = When {
        at: ctx.now,
        day: shown.min(ctx.today),
    };
    let Some(clock) = at.map(words::clock).transpose()? else {
        return Ok((when, shown));
    };
    let now = ctx.now.naive_local();
    let moment = |day| calendar::moment(day, clock, ctx.day_starts);
    let yesterday = when.day.pred_opt().unwrap_or(when.day);
    let was_yesterday = date.is_none() && now - moment(yesterday) <= SHORTLY;
    let shown = match moment(when.day) > now {
        true if was_yesterday => {
            when.day = yesterday;
            yesterday
        }
        true => {
            let error = Error::usage(Recording::InFuture(clock));
            return Err(error.hint(RecordingHint::WithoutAt));
        }
        false => shown,
    };
    let moment = ctx.now.offset().from_local_datetime(&moment(when.day));
    when.at = moment.earliest().unwrap_or(ctx.now);
    Ok((when, shown))
}

/// The beginning of a confirmation: the plan, if several have marks, and `date`, if there is one.
pub(super) fn about(ctx: &Ctx, study: &Study, date: Option<NaiveDate>) -> Sheet {
    // Without the other plans, it is still true.
    let journals = journal::all(&ctx.paths.state_dir).unwrap_or_default();
    let plan = Some(&study.plan).filter(|_| journals.len() > 1);
    views::about(plan, date)
}

/// Confirms what was recorded.
pub(super) fn show(ctx: &mut Ctx, output: &Output, outcome: &Outcome<NaiveDate>) {
    let Outcome {
        op,
        events,
        study,
        answer: date,
    } = outcome;
    let day = study.shown_day(*date);
    // Before the start, Day 1 is shown.
    let shown = day.map(|day| {
        let is_own = day.dates.contains(*date);
        if is_own { *date } else { day.dates.first }
    });
    let other = |date: &NaiveDate| *date != study.today;
    let mut sheet = about(
        ctx,
        study,
        Some(*date).filter(|date| other(date) && shown.is_none() && !is_repeated(events)),
    );
    let left = left(study, *date);
    let body = || json::recorded(study, *op, events, &left);
    let sheet = || {
        if events.is_empty() {
            sheet.line(vec![Span::plain(Recording::NothingOpen)]);
        }
        for event in events.iter().take(MAX_LISTED) {
            confirm(&mut sheet, study, &event.what);
        }
        views::and_more(&mut sheet, events.len().saturating_sub(MAX_LISTED));
        if let Some(shown) = shown {
            views::left(&mut sheet, &left, Some(shown).filter(other));
        }
        sheet
    };
    output.give(ctx, study, body, sheet);
    if *date > study.today && !events.is_empty() && !output.is_json() {
        ctx.hint(RecordingHint::AheadOfTime(study.today));
    }
    hint_at_undo(ctx, output, outcome);
}

/// Says how a step is taken back in a plan that is not followed, which plain `undo` passes over.
pub(super) fn hint_at_undo<T>(ctx: &mut Ctx, output: &Output, outcome: &Outcome<T>) {
    let own = load::source(ctx);
    let mut followed = followed::sources(ctx).into_iter();
    let is_silent = output.is_json() || outcome.events.is_empty();
    if !is_silent && !followed.any(|plan| plan.is(&own)) {
        let id = outcome.study.plan.id.clone();
        ctx.hint(Several::UndoThere { id });
    }
}

/// Whether all marks among `events` repeat earlier ones, which keep their dates.
fn is_repeated(events: &[Event]) -> bool {
    let mut again = events.iter().map(|event| match event.what {
        What::Done { again, .. } | What::Sitting { again, .. } | What::Skip { again, .. } => again,
        _ => false,
    });
    !events.is_empty() && again.all(|again| again)
}

/// The open slots of `date`, without those displaced by rest.
pub(super) fn left(study: &Study, date: NaiveDate) -> Vec<SlotView<'_>> {
    let day = study.shown_day(date);
    let slots = day.map_or_else(Vec::new, |day| day.slots);
    let slots = slots.into_iter();
    slots
        .filter(|slot| slot.is_open() && !slot.displaced)
        .collect()
}

fn confirm(sheet: &mut Sheet, study: &Study, what: &What) {
    let deliverable = |id: &str| study.deliverables().find(|view| view.what.id == id);
    match what {
        What::Begin { start, .. } => {
            sheet.line(vec![Span::plain(Recording::PlanBegins(*start))]);
        }
        What::Done {
            slot: id, again, ..
        }
        | What::Skip {
            slot: id, again, ..
        } => {
            let since = study.reconciled.marks.get(id).and_then(Mark::settled_on);
            let again = (*again, since.filter(|since| *since != study.today));
            match study.slot(id) {
                Some(slot) => views::slot_marked(sheet, &slot, again),
                None => deliverable(id)
                    .iter()
                    .for_each(|view| views::deliverable_marked(sheet, view, again)),
            }
        }
        What::Sitting {
            slot: id,
            part,
            again,
            ..
        } => {
            let is_it = |slot: &SlotView| {
                let sitting = slot.sitting.filter(|sitting| sitting.part == *part);
                sitting.is_some() && slot.place.slot.id.as_str() == id
            };
            if let Some(slot) = study.slots().find(is_it) {
                views::slot_marked(sheet, &slot, (*again, None));
            }
        }
        What::Note {
            slot: id,
            title,
            text,
            ..
        } => views::noted(sheet, &study.target(id), title, text),
        What::Reopen { slot, title, .. } => {
            views::corrected(sheet, &study.target(slot), title, Correction::Reopened);
        }
        What::Unnote { slot, title, .. } => {
            views::corrected(sheet, &study.target(slot), title, Correction::NoteRemoved);
        }
        _ => {}
    }
}

/// The event that moves a slot.
pub(super) fn moving(slot: &SlotView, to: Placement) -> What {
    What::Move {
        slot: slot.place.slot.id.to_string(),
        title: slot.place.slot.title.clone(),
        fingerprint: None,
        part: slot.sitting.map(|sitting| sitting.part),
        to,
    }
}

/// Suspicious placements among the slots that `events` move or add.
pub(super) fn move_warnings(study: &Study, events: &[Event]) -> Vec<Message> {
    let moved = events.iter().filter_map(|event| match &event.what {
        What::Move { slot, part, .. } => Some((slot.as_str(), *part)),
        What::Add(slot) => Some((slot.id.as_str(), None)),
        _ => None,
    });
    views::move_warnings(study, &summary::move_warnings(study, moved))
}

/// The warning that slots among those that `events` move are after the end of the plan.
pub(super) fn late_warning(study: &Study, events: &[Event]) -> Option<Message> {
    let moved = events.iter().filter_map(|event| match &event.what {
        What::Move { slot, part, .. } => Some((slot.as_str(), *part)),
        _ => None,
    });
    let late = MoveWarnings {
        late: summary::move_warnings(study, moved).late,
        ..MoveWarnings::default()
    };
    views::move_warnings(study, &late).pop()
}

/// Confirms what was moved, then gives the warnings, which JSON carries too.
pub(super) fn show_moved<T>(
    ctx: &mut Ctx,
    output: &Output,
    outcome: &Outcome<T>,
    warnings: &[Message],
    sheet: impl FnOnce() -> Sheet,
) {
    let (study, events) = (&outcome.study, &outcome.events);
    let left = left(study, study.today);
    let warnings: Vec<Message> = warnings.iter().map(|warning| ctx.here(warning)).collect();
    let body = || json::moved(study, outcome.op, events, &left, &warnings);
    let about = about(ctx, study, None);
    output.give(ctx, study, body, || about.and(sheet()));
    for warning in warnings {
        ctx.warn(warning);
    }
    hint_at_undo(ctx, output, outcome);
}
