//! Lines that several views share.

use std::borrow::Cow;

use crate::model::{Field, Minutes};
use crate::progress::OrphanReason;
use crate::render::sheet::{Glyph, Line, Role, Sheet, Span, dotted};
use crate::summary::{DayView, MAX_LISTED, SlotView, Status, Study, Tally};
use crate::text::{
    DayNames, Label, Message, MovedTo, Origin, Phrase, PlanDiff, Schedule, Workload,
};

/// How many slots are named before the rest is only counted.
pub(super) const NAMED: usize = 5;

/// The label on the first of several lines, then the room for it.
pub(super) fn first_only(label: Label) -> impl Iterator<Item = Label> {
    std::iter::once(label).chain(std::iter::repeat(Label::Blank))
}

/// The sign of a slot: that it is on now, else its status.
pub(crate) fn sign(slot: &SlotView) -> Span {
    if slot.now {
        return Span::glyph(Glyph::Now);
    }
    status_sign(slot.status)
}

/// The sign of a status; a space if it is open.
pub(crate) fn status_sign(status: Status) -> Span {
    match status {
        Status::Done => Span::glyph(Glyph::Done),
        Status::Skipped => Span::glyph(Glyph::Skipped),
        Status::Overdue => Span::glyph(Glyph::Overdue),
        Status::Open => Span::space(1),
    }
}

/// A bar, `3/4`, and how many were skipped, if any.
pub(super) fn bar(tally: &Tally, cells: usize) -> Line {
    let mut line = vec![
        Span::bar(tally.done, tally.slots, cells),
        Span::space(1),
        Span::plain(format!("{}/{}", tally.done, tally.slots)),
    ];
    let skipped = (tally.skipped > 0).then_some(Phrase::AlsoSkipped(tally.skipped));
    line.extend(skipped.map(Span::dim));
    line
}

/// The time studied and the time planned.
pub(super) fn studied(tally: &Tally) -> Phrase {
    Phrase::Studied {
        studied: tally.studied(),
        planned: tally.planned,
    }
}

/// The role of a slot's words.
pub(super) fn role(slot: &SlotView) -> Role {
    match slot.status {
        Status::Done | Status::Skipped => Role::Dim,
        _ if slot.now => Role::Now,
        _ => Role::Plain,
    }
}

/// The time of a slot, else its duration, else nothing.
pub(crate) fn time(slot: &SlotView) -> Message {
    let duration = || Some(Phrase::Duration(slot.planned()?).into());
    let time = slot.time.map(|time| time.to_string().into());
    time.or_else(duration).unwrap_or_else(|| "".into())
}

/// Which sitting of its slot it is, if the slot has several, right after the title.
pub(super) fn sitting(slot: &SlotView) -> Option<Span> {
    let sitting = slot.sitting.filter(|sitting| sitting.of > 1)?;
    let (n, of) = (sitting.n, sitting.of);
    Some(Span::dim(Schedule::SittingOf { n, of }))
}

/// The label of the slot to turn to: one that is overdue is not still to come.
pub(super) fn turn(slot: &SlotView) -> Label {
    match slot.status {
        Status::Overdue => Label::Overdue,
        Status::Open | Status::Done | Status::Skipped => Label::Next,
    }
}

/// A number of slots with their planned minutes.
pub(super) fn workload(slots: u32, planned: Minutes) -> Workload {
    Workload { slots, planned }
}

/// The names of a day, and its title if there is one. A day with slots on other dates goes by its
/// number alone, as those need not have its weekday; so do several days.
pub(crate) fn day_names(view: &DayView, study: &Study) -> DayNames {
    let only = match view.names.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    let with_weekday = only.is_some_and(|only| {
        let mut slots = view.slots.iter();
        let own = study.own_dates(only.index);
        slots.all(|slot| own.contains(slot.dates.first))
            && (!view.slots.is_empty() || own.contains(view.dates.first))
    });
    let days = view.names.iter().map(|entry| entry.day);
    let names = DayNames::of(days, with_weekday, &study.plan.language);
    let title = only.and_then(|only| only.day.title.clone());
    DayNames { title, ..names }
}

/// How many slots on rest days need another date, after the plan that is meant.
pub(super) fn to_place(sheet: &mut Sheet, plan: Option<Span>, displaced: &Tally) {
    if displaced.different > 0 {
        let words = Phrase::ToPlace(workload(displaced.different, displaced.planned));
        sheet.labelled(Label::ToPlace, plan.into_iter().chain([Span::plain(words)]));
    }
}

/// `linalg: `, where other plans are on the screen and nothing else says which one is meant.
pub(super) fn of_plan(study: &Study) -> Option<Span> {
    let plan = format!("{} ", study.target(""));
    study.is_other.then(|| Span::dim(plan))
}

/// Slots by name, a line for each or for each sitting; gives the number of slots.
pub(super) fn named<'v, 'a: 'v>(
    sheet: &mut Sheet,
    label: Label,
    slots: impl Iterator<Item = &'v SlotView<'a>>,
) -> usize {
    let lines = first_only(label).zip(slots).map(|(label, slot)| {
        sheet.labelled(label, late(slot));
        slot
    });
    lines.collect::<Tally>().different as usize
}

/// An overdue slot, when it was to be done, and how long it takes.
pub(super) fn late(slot: &SlotView) -> impl Iterator<Item = Span> {
    let (date, planned) = (slot.dates.first, slot.planned());
    let line = [
        Span::new(slot.id(), Role::Warn),
        Span::plain(format!(" {}", slot.place.slot.title)),
    ];
    let line = line.into_iter().chain(sitting(slot));
    line.chain([Span::dim(Phrase::When { date, planned })])
}

/// How many of `all` are not among those `shown`, and the command that shows them.
pub(super) fn more(
    sheet: &mut Sheet,
    all: u32,
    shown: usize,
    command: impl Into<Cow<'static, str>>,
) {
    let count = (all as usize).saturating_sub(shown);
    if count > 0 {
        let command = command.into();
        let words = Phrase::More { count, command };
        sheet.labelled(Label::Blank, [Span::dim(words)]);
    }
}

/// Where the plan has a slot that was moved: the date, or the time if the date is the same.
pub(super) fn origin(slot: &SlotView) -> Origin {
    match slot.baseline_time.filter(|_| slot.dates == slot.baseline) {
        Some(time) => Origin::Time(time),
        None => Origin::Date(slot.baseline.first),
    }
}

/// Slots by the dates they are on now.
pub(super) fn moved_to(slots: &[SlotView]) -> Vec<MovedTo> {
    let date = |slot: &SlotView| slot.dates.first;
    let moved = slots.chunk_by(|a, b| date(a) == date(b));
    let moved = moved.map(|slots| MovedTo {
        slots: slots.iter().map(SlotView::name).collect(),
        date: date(&slots[0]),
    });
    moved.collect()
}

/// What the plan has for some dates, if that is not what is there `now`.
pub(super) fn replanned(sheet: &mut Sheet, indent: usize, original: &Tally, now: &Tally) {
    if (original.slots, original.planned) == (now.slots, now.planned) {
        return;
    }
    let words = Phrase::Replanned {
        original: workload(original.slots, original.planned),
        now: workload(now.slots, now.planned),
        done: now.done,
    };
    sheet.line(vec![Span::space(indent), Span::dim(words)]);
}

/// Marks that don't fit the plan as it is now, the first ten by name.
pub(super) fn orphans(sheet: &mut Sheet, study: &Study) {
    let orphans = &study.reconciled.orphans;
    for (label, orphan) in first_only(Label::Marks).zip(orphans.iter().take(MAX_LISTED)) {
        let reason = match orphan.reason.clone() {
            OrphanReason::Retitled { now } => PlanDiff::Retitled { now },
            OrphanReason::Moved { to, title, .. } => PlanDiff::Moved {
                to,
                title: Some(title).filter(|title| *title != orphan.title),
            },
            OrphanReason::Ambiguous { slots } => PlanDiff::Ambiguous { slots },
            OrphanReason::Replaced { now } => {
                let id = orphan.slot.clone();
                if now == orphan.title {
                    PlanDiff::Edited { id }
                } else {
                    PlanDiff::Replaced { now, id }
                }
            }
            OrphanReason::Gone => PlanDiff::Gone,
        };
        let line = [
            Span::new(study.target(&orphan.slot), Role::Warn),
            Span::plain(format!(" {} ", orphan.title)),
            Span::dim(reason),
        ];
        sheet.labelled(label, line);
    }
    let all = u32::try_from(orphans.len()).unwrap_or(u32::MAX);
    more(sheet, all, MAX_LISTED, "plan doctor --json");
}

/// What there is to do in a slot, on one line.
pub(super) fn to_do(slot: &SlotView) -> Line {
    slot.to_do().map(field_line).unwrap_or_default()
}

/// A field of a slot with its entries, on one line.
pub(crate) fn field_line(field: &Field) -> Line {
    let mut parts = Vec::new();
    if let Some(value) = &field.value {
        let label = field.label.as_deref().unwrap_or_default();
        parts.push(Span::dim(field_label(label) + &value.text));
    }
    parts.extend(field.items.iter().map(|item| {
        let label = item.label.iter().map(|label| format!("{label} "));
        Span::dim(label.collect::<String>() + &item.text)
    }));
    dotted(parts)
}

/// The plan's own label before a value: Chinese has a colon of its own.
pub(super) fn field_label(label: &str) -> String {
    let colon = if label.is_ascii() { ": " } else { "：" };
    format!("{label}{colon}")
}
