//! `show` of a week, a phase or a topic: what is in it.

use crate::model::TopicId;
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table};
use crate::summary::{DayView, PhaseRow, PlanWeek, SlotView, Study, Tally, TopicView, WeekRow};

use super::parts::{day_title, deliverables, load, sign, time};
use super::show::{field, notes, planned};

/// A week of the plan: its days and their slots.
#[must_use]
pub fn show_week(study: &Study, view: &PlanWeek) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(first) = view.days.first().and_then(|day| day.entry) else {
        return sheet;
    };
    let name = phrase::week_name(first.week).unwrap_or_default();
    let title = vec![Span::new(name, Role::Title)];
    sheet
        .blocks
        .push(Block::Split(title, progress(&view.tally)));
    for goal in &first.week.goals {
        sheet.hanging(4, vec![Span::plain("  - "), Span::plain(goal.text.clone())]);
    }
    for field in &first.week.fields {
        self::field(&mut sheet, study, field);
    }
    notes(&mut sheet, 2, &first.week.notes);
    for day in &view.days {
        sheet.blank();
        let date = vec![Span::dim(stands(day))];
        let title = vec![Span::new(day_title(day, study), Role::Label)];
        sheet.blocks.push(Block::Split(title, date));
        sheet.blocks.push(Block::Table(brief(&day.slots)));
    }
    if !view.deliverables.is_empty() {
        sheet.blank();
        sheet.line(vec![Span::new("Deliverables", Role::Title)]);
        deliverables(&mut sheet, &view.deliverables);
    }
    sheet
}

/// The dates a day stands on, and where the plan has it if that is elsewhere.
fn stands(day: &DayView) -> String {
    let dates = day.stands();
    if dates.is_empty() || dates == [day.dates] {
        return phrase::short_date(day.dates.first);
    }
    let dates = dates.into_iter().map(phrase::short_dates);
    format!("{}, {}", phrase::list(dates), planned(day))
}

fn progress(tally: &Tally) -> Line {
    let mut line = vec![Span::bar(tally.done, tally.slots, 10)];
    line.push(Span::plain(format!(" {}/{}  ", tally.done, tally.slots)));
    line.push(Span::dim(load(tally.slots, tally.planned)));
    line
}

/// Slots on one line each.
fn brief(slots: &[SlotView]) -> Table {
    let row = |slot: &SlotView| {
        let topic = slot.place.slot.topic.as_ref().map(ToString::to_string);
        vec![
            vec![sign(slot), Span::dim(format!(" {}", slot.place.slot.id))],
            vec![Span::plain(time(slot))],
            vec![Span::plain(slot.place.slot.title.clone())],
            vec![Span::dim(topic.unwrap_or_default())],
        ]
    };
    Table {
        indent: 1,
        head: vec![""; 4],
        align: vec![Align::Left; 4],
        yields: None,
        wraps: None,
        rows: slots.iter().map(row).collect(),
    }
}

/// A phase: its weeks.
#[must_use]
pub fn show_phase(row: &PhaseRow, weeks: &[WeekRow]) -> Sheet {
    let mut sheet = Sheet::default();
    let title = row.phase.heading.as_ref().or(row.phase.title.as_ref());
    let title = vec![Span::new(title.cloned().unwrap_or_default(), Role::Title)];
    let right = match row.buffer {
        Some(dates) if row.tally.slots == 0 => vec![Span::plain(phrase::dates(dates))],
        _ => progress(&row.tally),
    };
    sheet.blocks.push(Block::Split(title, right));
    for goal in &row.phase.goals {
        sheet.hanging(4, vec![Span::plain("  - "), Span::plain(goal.text.clone())]);
    }
    notes(&mut sheet, 2, &row.phase.notes);
    sheet.blank();
    let rows = weeks.iter().map(|row| {
        let name = phrase::week_name(row.week).unwrap_or_default();
        vec![vec![Span::plain(name)], progress(&row.tally)]
    });
    sheet.blocks.push(Block::Table(Table {
        indent: 2,
        head: vec![""; 2],
        align: vec![Align::Left; 2],
        yields: None,
        wraps: None,
        rows: rows.collect(),
    }));
    sheet
}

/// A topic: what it needs and its slots.
#[must_use]
pub fn show_topic(study: &Study, view: &TopicView) -> Sheet {
    let mut sheet = Sheet::default();
    let title = format!("{} {}", view.topic.id, view.topic.title);
    sheet.blocks.push(Block::Split(
        vec![Span::new(title, Role::Title)],
        progress(&view.tally),
    ));
    let named = |id: &TopicId| {
        let title = study
            .plan
            .roadmap
            .topic(id.as_str())
            .map(|topic| topic.title.as_str());
        format!("{id} {}", title.unwrap_or_default())
    };
    let after: Vec<String> = view.topic.after.iter().map(named).collect();
    if !after.is_empty() {
        let words = format!("  after {}", phrase::list(after));
        sheet.line(vec![Span::dim(words)]);
    }
    sheet.blank();
    let mut table = brief(&view.slots);
    for (cells, slot) in table.rows.iter_mut().zip(&view.slots) {
        cells[3] = vec![Span::dim(phrase::short_date(slot.dates.first))];
    }
    sheet.blocks.push(Block::Table(table));
    sheet
}
