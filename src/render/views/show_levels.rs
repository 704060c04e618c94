//! `show` of a week, a phase or a topic: what is in it.

use crate::model::{Goal, TopicId};
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table};
use crate::summary::{PhaseRow, PlanWeek, SlotView, Study, Tally, TopicView, WeekRow};
use crate::text::{Label, Phrase, Show, WeekName};

use super::parts::{self, dates, day_names, deliverables, sign, time, workload};
use super::show::{day_dates, field, notes};

/// A week of the plan: its days and their slots.
pub(crate) fn show_week(study: &Study, view: &PlanWeek) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(first) = view.days.first().and_then(|day| day.entry) else {
        return sheet;
    };
    let name = WeekName::of(first.week).map(Phrase::Week);
    let title = name.map(|name| Span::new(name, Role::Title));
    sheet.split(title.into_iter().collect(), progress(&view.tally));
    goals(&mut sheet, &first.week.goals);
    for field in &first.week.fields {
        self::field(&mut sheet, study, field);
    }
    notes(&mut sheet, 2, &first.week.notes);
    for day in &view.days {
        sheet.blank();
        let names = Phrase::Days(day_names(day, study));
        let date = Span::dim(day_dates(day, false));
        sheet.split(vec![Span::new(names, Role::Label)], vec![date]);
        let topic = |slot: &SlotView| slot.place.slot.topic.as_ref().map(ToString::to_string);
        let last = |slot: &SlotView| Span::dim(topic(slot).unwrap_or_default());
        sheet.blocks.push(slot_table(&day.slots, last));
    }
    if !view.deliverables.is_empty() {
        sheet.blank();
        sheet.line(vec![Span::new(Label::Deliverables, Role::Title)]);
        deliverables(&mut sheet, &view.deliverables);
    }
    sheet
}

fn goals(sheet: &mut Sheet, goals: &[Goal]) {
    for goal in goals {
        sheet.hanging(4, vec![Span::plain("  - "), Span::plain(goal.text.clone())]);
    }
}

fn progress(tally: &Tally) -> Line {
    let mut line = Line::from(parts::progress(tally, 10));
    let work = Phrase::Workload(workload(tally.slots, tally.planned));
    line.extend([Span::space(2), Span::dim(work)]);
    line
}

/// Slots on one line each, with `last` in the last column.
fn slot_table(slots: &[SlotView], last: impl Fn(&SlotView) -> Span) -> Block {
    let row = |slot: &SlotView| {
        vec![
            vec![sign(slot), Span::dim(format!(" {}", slot.place.slot.id))],
            vec![Span::plain(time(slot))],
            vec![Span::plain(slot.place.slot.title.clone())],
            vec![last(slot)],
        ]
    };
    Block::Table(Table {
        indent: 1,
        head: Vec::new(),
        align: vec![Align::Left; 4],
        yields: None,
        wraps: None,
        rows: slots.iter().map(row).collect(),
    })
}

/// A phase: its weeks.
pub(crate) fn show_phase(row: &PhaseRow, weeks: &[WeekRow]) -> Sheet {
    let mut sheet = Sheet::default();
    let title = row.phase.heading.as_ref().or(row.phase.title.as_ref());
    let title = title.map(|title| Span::new(title.clone(), Role::Title));
    let right = match row.buffer {
        Some(buffer) if row.tally.slots == 0 => vec![Span::plain(dates(buffer))],
        _ => progress(&row.tally),
    };
    sheet.split(title.into_iter().collect(), right);
    goals(&mut sheet, &row.phase.goals);
    notes(&mut sheet, 2, &row.phase.notes);
    sheet.blank();
    let rows = weeks.iter().map(|row| {
        let name = WeekName::of(row.week).map(|week| Span::plain(Phrase::Week(week)));
        vec![name.into_iter().collect(), progress(&row.tally)]
    });
    sheet.blocks.push(Block::Table(Table {
        indent: 2,
        head: Vec::new(),
        align: vec![Align::Left; 2],
        yields: None,
        wraps: None,
        rows: rows.collect(),
    }));
    sheet
}

/// A topic: the topics before it, and its slots.
pub(crate) fn show_topic(study: &Study, view: &TopicView) -> Sheet {
    let mut sheet = Sheet::default();
    let title = format!("{} {}", view.topic.id, view.topic.title);
    sheet.split(vec![Span::new(title, Role::Title)], progress(&view.tally));
    let named = |id: &TopicId| {
        let topic = study.plan.roadmap.topic(id.as_str());
        let title = topic.map(|topic| topic.title.as_str());
        format!("{id} {}", title.unwrap_or_default())
    };
    let after: Vec<String> = view.topic.after.iter().map(named).collect();
    if !after.is_empty() {
        sheet.line(vec![Span::space(2), Span::dim(Show::After(after))]);
    }
    sheet.blank();
    let date = |slot: &SlotView| Span::dim(Phrase::ShortDate(slot.dates.first));
    sheet.blocks.push(slot_table(&view.slots, date));
    sheet
}
