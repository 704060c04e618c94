//! `today`, `tomorrow` and `status`: what there is to do, at a glance.

use crate::progress::Rest;
use crate::render::sheet::{Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{DayKind, DayView, SlotView, Study, Today, scope_in_words};
use crate::text::{Label, Message, Phrase, Schedule, WeekName};

use super::deliverables::{later_deliverables, overdue};
use super::notes::editor_notes;
use super::parts::{
    bar, day_names, first_only, moved_to, origin, orphans, readings, role, sign, sitting, time,
    to_do, to_place, workload,
};

/// Columns of a bar.
const BAR: usize = 10;
/// Columns of a bar on a line of its own.
const LONG_BAR: usize = 20;

/// A day with its slots, what to read, what is overdue and what comes next. `is_other`: it is not the
/// learner's own today.
pub(crate) fn day(study: &Study, today: &Today, is_other: bool) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, study, today);
    if let Some(Rest { why, .. }) = today.rest {
        sheet.blank();
        let reason = why.clone();
        sheet.line(vec![Span::plain(Schedule::Rest { reason })]);
    }
    // On a rest day, the slots that it displaced are only counted.
    let slots = today.day.iter().flat_map(|day| &day.slots);
    let slots: Vec<SlotView> = slots.filter(|slot| !slot.displaced).copied().collect();
    own_slots(&mut sheet, study, today, &slots);
    for (label, reminder) in first_only(Label::Reminder).zip(&today.reminders) {
        let scope = scope_in_words(&study.plan, reminder);
        let scope = scope.map(|scope| Span::dim(format!("{scope}: ")));
        let line = scope.into_iter().chain([Span::plain(&reminder.text)]);
        sheet.labelled(label, line);
    }
    due(&mut sheet, today);
    overdue(&mut sheet, today, is_other);
    to_place(&mut sheet, &today.all_displaced);
    orphans(&mut sheet, study);
    later_deliverables(&mut sheet, today);
    if let Some(next) = &today.next
        && !slots.iter().any(SlotView::is_open)
    {
        let left = next.left();
        let words = Phrase::NextDay {
            date: next.dates.first,
            days: day_names(next, study),
            work: workload(left.different, left.planned),
        };
        sheet.labelled(Label::Next, [Span::plain(words)]);
    }
    let is_said = slots.is_empty() && today.kind == DayKind::After;
    if today.is_finished() && today.date >= study.today && !is_said {
        sheet.line(vec![Span::plain(Schedule::Finished)]);
    }
    sheet
}

/// The slots of the day with what belongs to them, and where others were moved.
fn own_slots(sheet: &mut Sheet, study: &Study, today: &Today, slots: &[SlotView]) {
    if slots.is_empty() {
        if today.rest.is_none() {
            sheet.blank();
            sheet.line(vec![Span::plain(no_slots(today))]);
        }
        sheet.blank();
    } else {
        sheet.blank();
        let heads = [Label::Blank, Label::Time, Label::Slot, Label::ToDo];
        sheet.table(Table {
            head: heads.map(Message::from).to_vec(),
            ..slot_table(slots)
        });
        sheet.blank();
        readings(sheet, study, slots);
    }
    if let Some(day) = &today.day {
        editor_notes(sheet, study, day);
    }
    if let Some(day) = today.day.as_ref().filter(|day| !day.away.is_empty()) {
        let moved = Phrase::MovedTo(moved_to(&day.away));
        sheet.labelled(Label::Moved, [Span::dim(moved)]);
    }
}

/// Deliverables that are due on the date.
fn due(sheet: &mut Sheet, today: &Today) {
    for (label, what) in first_only(Label::Due).zip(&today.deliverables.due) {
        let id = Span::new(what.id.clone(), Role::Now);
        sheet.labelled(label, [id, Span::plain(format!(" {}", what.text))]);
    }
}

fn header(sheet: &mut Sheet, study: &Study, today: &Today) {
    let title = Span::new(study.plan.title.clone(), Role::Title);
    let date = Span::plain(Phrase::Date(today.date));
    sheet.split(vec![title], vec![date]);
    if today.kind == DayKind::Before && today.day.is_some() {
        let date = study.calendar.start;
        let words = if study.started {
            Schedule::StartsLater { date }
        } else {
            Schedule::NotStarted { date }
        };
        sheet.line(vec![Span::new(words, Role::Now)]);
    }
    let place = today.day.as_ref().map(|day| place(study, day));
    let mut progress = Line::new();
    if today.week.slots > 0 {
        progress.extend([Span::dim(Label::Week), Span::space(1)]);
        progress.extend(bar(&today.week, BAR));
        progress.push(Span::space(3));
    }
    progress.extend([Span::dim(Label::Plan), Span::space(1)]);
    progress.extend(bar(&today.plan, BAR));
    sheet.split(place.unwrap_or_default(), progress);
}

/// Day, week and phase.
fn place(study: &Study, day: &DayView) -> Line {
    let days = Phrase::Days(day_names(day, study));
    let mut parts = vec![Span::new(days, Role::Title)];
    let (mut weeks, mut phases) = (Vec::new(), Vec::new());
    for name in &day.names {
        weeks.extend(WeekName::of(name.week));
        phases.extend(name.phase_number);
    }
    weeks.dedup();
    phases.dedup();
    parts.extend(
        weeks
            .into_iter()
            .map(|week| Span::plain(Phrase::Week(week))),
    );
    let phases = phases.into_iter();
    let phases = phases.map(|(number, count)| Phrase::Phase { number, count });
    parts.extend(phases.map(Span::dim));
    dotted(parts)
}

/// A day's slots as a table without heads.
pub(super) fn slot_table(slots: &[SlotView]) -> Table {
    Table {
        indent: 1,
        yields: Some(3),
        rows: slots.iter().map(slot_row).collect(),
        ..Table::default()
    }
}

fn slot_row(slot: &SlotView) -> Vec<Line> {
    let role = role(slot);
    let mut title = vec![Span::new(slot.place.slot.title.clone(), role)];
    title.extend(sitting(slot));
    let took = slot.actual().map(Schedule::Took);
    let left = slot.left.map(|left| Schedule::Running { left });
    if let Some(words) = took.or(left) {
        title.extend([Span::space(2), Span::new(words, role)]);
    }
    if slot.is_moved() {
        let from = Phrase::MovedFrom(origin(slot));
        title.extend([Span::space(2), Span::dim(from)]);
    }
    let mark = vec![sign(slot), Span::plain(format!(" {}", slot.ordinal))];
    vec![mark, vec![Span::new(time(slot), role)], title, to_do(slot)]
}

/// What a day without slots is.
fn no_slots(today: &Today) -> Schedule {
    match today.kind {
        DayKind::Buffer => Schedule::Buffer,
        DayKind::After if today.plan.open() == 0 => match today.deliverables.all {
            0 => Schedule::Finished,
            open => Schedule::DeliverablesLeft(open),
        },
        DayKind::After => Schedule::Over,
        DayKind::Before if today.day.is_none() => Schedule::Earlier,
        DayKind::Study | DayKind::Before => Schedule::AllMoved,
        _ => Schedule::Free,
    }
}

/// The slot that is on now, the next one, and the progress.
pub(crate) fn status(
    study: &Study,
    today: &Today,
    current: Option<&SlotView>,
    next: Option<&SlotView>,
) -> Sheet {
    let mut sheet = Sheet::default();
    let now = match current {
        Some(slot) => {
            let words = Schedule::Current {
                ordinal: slot.ordinal,
                title: slot.place.slot.title.clone(),
                left: slot.left.unwrap_or_default(),
            };
            Span::new(words, Role::Now)
        }
        None => Span::dim(today.rest.map_or(Schedule::NothingOn, rest_day)),
    };
    sheet.labelled(Label::Now, [now]);
    let is_other = |slot: &&SlotView| current.is_none_or(|c| c.place.slot.id != slot.place.slot.id);
    if let Some(slot) = next.filter(is_other) {
        let (id, title) = (&slot.place.slot.id, &slot.place.slot.title);
        let line = [
            Span::plain(format!("{id} {title}  ")),
            Span::dim(Phrase::ShortDate(slot.dates.first)),
            Span::space(1),
            Span::dim(time(slot)),
        ];
        sheet.labelled(Label::Next, line);
    }
    later_deliverables(&mut sheet, today);
    for (label, tally) in [(Label::Week, &today.week), (Label::Plan, &today.plan)] {
        if tally.slots > 0 {
            sheet.labelled(label, bar(tally, LONG_BAR));
        }
    }
    due(&mut sheet, today);
    let overdue = [
        (today.plan.overdue > 0).then_some(Phrase::Slots(today.plan.overdue)),
        (today.deliverables.all_overdue > 0)
            .then_some(Phrase::Deliverables(today.deliverables.all_overdue)),
    ];
    let overdue = overdue.into_iter().flatten();
    let overdue = dotted(overdue.map(|count| Span::new(count, Role::Warn)));
    if !overdue.is_empty() {
        sheet.labelled(Label::Overdue, overdue);
    }
    to_place(&mut sheet, &today.all_displaced);
    orphans(&mut sheet, study);
    sheet
}

/// What is said of a rest day.
pub(super) fn rest_day(rest: &Rest) -> Schedule {
    let reason = rest.why.clone();
    Schedule::RestDay { reason }
}
