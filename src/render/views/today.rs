//! `today`, `tomorrow`: a day at a glance.

use crate::progress::Rest;
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{DayKind, DayView, SlotView, Study, Tally, Today};

use super::parts::{
    LABEL, day_title, displaced, label, load, moved_from, orphans, overdue, readings, role, sign,
    time, to_dates, to_do,
};

/// A day with its slots, what to read, what is overdue and what comes next.
#[must_use]
pub fn day(study: &Study, today: &Today) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, study, today);
    if let Some(rest) = today.rest {
        sheet.blank();
        sheet.line(vec![Span::plain(format!("A {}.", resting(rest)))]);
    }
    if let Some(day) = today.day.as_ref().filter(|day| !day.slots.is_empty()) {
        sheet.blank();
        sheet.blocks.push(Block::Table(Table {
            head: vec!["", "time", "slot", "to do"],
            ..slot_table(&day.slots)
        }));
        sheet.blank();
        readings(&mut sheet, study, &day.slots);
    } else {
        if today.rest.is_none() {
            sheet.blank();
            sheet.line(vec![Span::plain(nothing(today))]);
        }
        sheet.blank();
    }
    if let Some(day) = today.day.as_ref().filter(|day| !day.away.is_empty()) {
        away(&mut sheet, day);
    }
    overdue(&mut sheet, today);
    displaced(&mut sheet, today);
    orphans(&mut sheet, &study.reconciled.orphans);
    let is_over = today
        .day
        .as_ref()
        .is_none_or(|day| !day.slots.iter().any(SlotView::is_open));
    if let Some(next) = today.next.as_ref().filter(|_| is_over) {
        coming(&mut sheet, study, next);
    }
    sheet
}

fn header(sheet: &mut Sheet, study: &Study, today: &Today) {
    let title = vec![Span::new(study.plan.title.clone(), Role::Title)];
    sheet.blocks.push(Block::Split(
        title,
        vec![Span::plain(phrase::date(today.date))],
    ));
    if today.kind == DayKind::Before {
        sheet.line(vec![Span::new(before(study), Role::Now)]);
    }
    let place = today
        .day
        .as_ref()
        .map(|day| place(study, day))
        .unwrap_or_default();
    sheet
        .blocks
        .push(Block::Split(place, progress(&today.week, &today.plan)));
}

/// What is said before the plan has begun.
fn before(study: &Study) -> String {
    let start = phrase::date(study.calendar.start);
    if study.started {
        return format!("The plan begins on {start}. A preview of its first day:");
    }
    format!("Not begun yet: the first mark, or `plan init`, sets the start to {start}. A preview:")
}

/// Day, week and phase.
fn place(study: &Study, day: &DayView) -> Line {
    let mut parts = vec![Span::new(day_title(day, study), Role::Title)];
    let first = day.names.first();
    let week = first.and_then(|entry| phrase::week_name(entry.week));
    parts.extend(week.map(Span::plain));
    if let Some((number, of)) = first.and_then(|entry| entry.phase_number) {
        parts.push(Span::dim(format!("phase {number}/{of}")));
    }
    dotted(parts)
}

fn progress(week: &Tally, plan: &Tally) -> Line {
    let mut line = Line::new();
    if week.slots > 0 {
        line.push(Span::dim("week "));
        line.push(Span::bar(week.done, week.slots, 10));
        line.push(Span::plain(format!(" {}/{}   ", week.done, week.slots)));
    }
    line.push(Span::dim("plan "));
    line.push(Span::bar(plan.done, plan.slots, 10));
    line.push(Span::plain(format!(" {}/{}", plan.done, plan.slots)));
    line
}

/// A day's slots as a table without heads.
pub(super) fn slot_table(slots: &[SlotView]) -> Table {
    Table {
        indent: 1,
        head: vec![""; 4],
        align: vec![Align::Left; 4],
        yields: Some(3),
        wraps: None,
        rows: slots.iter().map(slot_row).collect(),
    }
}

fn slot_row(slot: &SlotView) -> Vec<Line> {
    let role = role(slot);
    let mut title = vec![Span::new(slot.place.slot.title.clone(), role)];
    let took = slot
        .actual()
        .map(|minutes| format!("  took {}", phrase::duration(minutes)));
    let left = slot.left.filter(|_| slot.is_open());
    let left = left.map(|left| format!("  now, {} left", phrase::duration(left)));
    title.extend(took.or(left).map(|words| Span::new(words, role)));
    let from = slot.is_moved().then(|| moved_from(slot));
    title.extend(from.map(|words| Span::dim(format!("  {words}"))));
    let mark = vec![sign(slot), Span::plain(format!(" {}", slot.ordinal))];
    vec![mark, vec![Span::new(time(slot), role)], title, to_do(slot)]
}

/// `day of rest: illness`
pub(super) fn resting(rest: &Rest) -> String {
    match &rest.why {
        Some(why) => format!("day of rest: {why}"),
        None => "day of rest".to_owned(),
    }
}

/// The slots of a day that were moved elsewhere, by the dates they are on now.
fn away(sheet: &mut Sheet, day: &DayView) {
    let words = to_dates(&day.away);
    sheet.hanging(LABEL, vec![label("moved"), Span::dim(words)]);
}

/// What is said of a day without slots.
fn nothing(today: &Today) -> &'static str {
    match today.kind {
        DayKind::Buffer => "Set aside for catching up.",
        DayKind::After if today.plan.open() == 0 => "The plan is finished: nothing is left to do.",
        DayKind::After => "The plan's days are over.",
        DayKind::Study => "Nothing is left on this day: its slots were moved.",
        _ => "A free day.",
    }
}

/// The next day with something to do.
fn coming(sheet: &mut Sheet, study: &Study, next: &DayView) {
    let tally = next.left();
    let date = phrase::short_date(next.dates.first);
    let words = format!(
        "{date} {}: {}",
        day_title(next, study),
        load(tally.slots, tally.planned)
    );
    sheet.hanging(LABEL, vec![label("next"), Span::plain(words)]);
}
