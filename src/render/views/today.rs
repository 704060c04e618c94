//! `today`, `tomorrow`: a day at a glance.

use crate::progress::Rest;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{DayKind, DayView, SlotView, Study, Tally, Today};
use crate::text::{Label, Message, Phrase, Schedule, WeekName};

use super::parts::{
    day_names, displaced, moved_to, origin, orphans, overdue, readings, role, sign, time, to_do,
    workload,
};

/// Columns of a bar.
const BAR: usize = 10;

/// A day with its slots, what to read, what is overdue and what comes next.
pub(crate) fn day(study: &Study, today: &Today) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, study, today);
    if let Some(Rest { why, .. }) = today.rest {
        sheet.blank();
        let reason = why.clone();
        sheet.line(vec![Span::plain(Schedule::Rest { reason })]);
    }
    if let Some(day) = today.day.as_ref().filter(|day| !day.slots.is_empty()) {
        sheet.blank();
        let heads = [Label::Blank, Label::Time, Label::Slot, Label::ToDo];
        sheet.blocks.push(Block::Table(Table {
            head: heads.map(Message::from).to_vec(),
            ..slot_table(&day.slots)
        }));
        sheet.blank();
        readings(&mut sheet, study, &day.slots);
    } else {
        if today.rest.is_none() {
            sheet.blank();
            sheet.line(vec![Span::plain(no_slots(today))]);
        }
        sheet.blank();
    }
    if let Some(day) = today.day.as_ref().filter(|day| !day.away.is_empty()) {
        let moved = Phrase::MovedTo(moved_to(&day.away));
        sheet.labelled(Label::Moved, [Span::dim(moved)]);
    }
    overdue(&mut sheet, today);
    displaced(&mut sheet, today);
    orphans(&mut sheet, &study.reconciled.orphans);
    let is_open = |day: &DayView| day.slots.iter().any(SlotView::is_open);
    if let Some(next) = &today.next
        && !today.day.as_ref().is_some_and(is_open)
    {
        coming(&mut sheet, study, next);
    }
    sheet
}

fn header(sheet: &mut Sheet, study: &Study, today: &Today) {
    let title = Span::new(study.plan.title.clone(), Role::Title);
    let date = Span::plain(Phrase::Date(today.date));
    sheet.split(vec![title], vec![date]);
    if today.kind == DayKind::Before {
        let date = study.calendar.start;
        let words = if study.started {
            Schedule::StartsLater { date }
        } else {
            Schedule::NotStarted { date }
        };
        sheet.line(vec![Span::new(words, Role::Now)]);
    }
    let place = today.day.as_ref().map(|day| place(study, day));
    let progress = progress(&today.week, &today.plan);
    sheet.split(place.unwrap_or_default(), progress);
}

/// Day, week and phase.
fn place(study: &Study, day: &DayView) -> Line {
    let days = Phrase::Days(day_names(day, study));
    let mut parts = vec![Span::new(days, Role::Title)];
    if let Some(first) = day.names.first() {
        parts.extend(WeekName::of(first.week).map(|week| Span::plain(Phrase::Week(week))));
        let phase = first.phase_number;
        let phase = phase.map(|(number, count)| Phrase::Phase { number, count });
        parts.extend(phase.map(Span::dim));
    }
    dotted(parts)
}

fn progress(week: &Tally, plan: &Tally) -> Line {
    let mut line = Line::new();
    if week.slots > 0 {
        line.extend([Span::dim(Label::Week), Span::space(1)]);
        line.extend(super::parts::progress(week, BAR));
        line.push(Span::space(3));
    }
    line.extend([Span::dim(Label::Plan), Span::space(1)]);
    line.extend(super::parts::progress(plan, BAR));
    line
}

/// A day's slots as a table without heads.
pub(super) fn slot_table(slots: &[SlotView]) -> Table {
    Table {
        indent: 1,
        head: Vec::new(),
        align: vec![Align::Left; 4],
        yields: Some(3),
        wraps: None,
        rows: slots.iter().map(slot_row).collect(),
    }
}

fn slot_row(slot: &SlotView) -> Vec<Line> {
    let role = role(slot);
    let mut title = vec![Span::new(slot.place.slot.title.clone(), role)];
    let took = slot.actual().map(Schedule::Took);
    let left = slot.left.filter(|_| slot.is_open());
    let left = left.map(|left| Schedule::Running { left });
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
        DayKind::After if today.plan.open() == 0 => Schedule::Finished,
        DayKind::After => Schedule::Over,
        DayKind::Study => Schedule::AllMoved,
        _ => Schedule::Free,
    }
}

/// The next day with something to do.
fn coming(sheet: &mut Sheet, study: &Study, next: &DayView) {
    let left = next.left();
    let words = Phrase::NextDay {
        date: next.dates.first,
        days: day_names(next, study),
        work: workload(left.slots, left.planned),
    };
    sheet.labelled(Label::Next, [Span::plain(words)]);
}
