//! `show` of a week, a phase or a topic: what is in it.

use crate::model::TopicId;
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table};
use crate::summary::{DayView, DeliverableView, PhaseRow, SlotView, Study, Tally, TopicRow};

use super::parts::{day_title, deliverables, load, sign, time};
use super::show::{field, notes};

/// A week of the plan: its days and their slots.
#[must_use]
pub fn show_week(study: &Study, days: &[DayView], handed_in: &[DeliverableView]) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(first) = days.first().and_then(|day| day.entry) else {
        return sheet;
    };
    let name = phrase::week_name(first.week).unwrap_or_default();
    let tally: Tally = days.iter().flat_map(|day| &day.slots).collect();
    let progress = progress(&tally);
    sheet
        .blocks
        .push(Block::Split(vec![Span::new(name, Role::Title)], progress));
    for goal in &first.week.goals {
        sheet.hanging(4, vec![Span::plain("  - "), Span::plain(goal.text.clone())]);
    }
    for field in &first.week.fields {
        self::field(&mut sheet, study, field);
    }
    notes(&mut sheet, 2, &first.week.notes);
    for day in days {
        sheet.blank();
        let date = vec![Span::dim(phrase::short_date(day.dates.first))];
        let title = vec![Span::new(day_title(day, study), Role::Label)];
        sheet.blocks.push(Block::Split(title, date));
        sheet.blocks.push(Block::Table(brief(&day.slots)));
    }
    if !handed_in.is_empty() {
        sheet.blank();
        sheet.line(vec![Span::new("Deliverables", Role::Title)]);
        deliverables(&mut sheet, handed_in);
    }
    sheet
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
pub fn show_phase(row: &PhaseRow, weeks: &[(String, Tally)]) -> Sheet {
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
    let rows = weeks
        .iter()
        .map(|(name, tally)| vec![vec![Span::plain(name.clone())], progress(tally)]);
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
pub fn show_topic(study: &Study, row: &TopicRow, slots: &[SlotView]) -> Sheet {
    let mut sheet = Sheet::default();
    let title = format!("{} {}", row.topic.id, row.topic.title);
    sheet.blocks.push(Block::Split(
        vec![Span::new(title, Role::Title)],
        progress(&row.tally),
    ));
    let named = |id: &TopicId| {
        let title = study
            .plan
            .roadmap
            .topic(id.as_str())
            .map(|topic| topic.title.as_str());
        format!("{id} {}", title.unwrap_or_default())
    };
    let after: Vec<String> = row.topic.after.iter().map(named).collect();
    if !after.is_empty() {
        let words = format!("  after {}", phrase::list(after));
        sheet.line(vec![Span::dim(words)]);
    }
    sheet.blank();
    let mut table = brief(slots);
    for (cells, slot) in table.rows.iter_mut().zip(slots) {
        cells[3] = vec![Span::dim(phrase::short_date(slot.dates.first))];
    }
    sheet.blocks.push(Block::Table(table));
    sheet
}
