//! `show` and `next`: everything about a slot, a deliverable, a day, a week, a phase or a topic.

use crate::model::{Dates, Goal, Session};
use crate::render::sheet::{Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{
    DayView, PhaseRow, PlanWeek, SlotView, Study, Tally, Today, TopicView, WeekRow,
};
use crate::text::{Label, Message, Phrase, Recording, Schedule, Show, WeekName};

use super::deliverables::{FEW, deliverable, deliverables, overdue_deliverables};
use super::library::field;
use super::notes::notes;
use super::parts::{bar, day_names, sign, sitting, time, workload};
use super::show_one::{show_slot, topic_name};

/// Columns of a bar.
const BAR: usize = 10;

/// The next slot in full; if there is none, the next deliverable; and what else is to be handed in.
pub(crate) fn next(study: &Study, today: &Today, next: Option<&SlotView>) -> Sheet {
    let mut sheet = Sheet::default();
    let open = &today.deliverables;
    match next {
        Some(slot) => show_slot(&mut sheet, study, slot),
        None if open.all == 0 => sheet.line(vec![Span::plain(Recording::NothingLeft)]),
        None => sheet.line(vec![Span::plain(Schedule::DeliverablesLeft(open.all))]),
    }
    if today.plan.overdue > 0 {
        let slots = Span::new(Phrase::Slots(today.plan.overdue), Role::Warn);
        sheet.labelled(Label::Overdue, [slots]);
    }
    overdue_deliverables(&mut sheet, open, false, FEW);
    if let Some(what) = open.next.as_ref().filter(|_| next.is_none()) {
        sheet.labelled(Label::Next, deliverable(open, what, Role::Label));
    }
    sheet
}

/// The dates of a day now, and those the plan gives it if they are others.
fn day_dates(day: &DayView, with_year: bool) -> Message {
    let now = day.current_dates();
    let dates = now.iter().copied().reduce(Dates::hull);
    let dates = dates.unwrap_or(day.dates);
    if !day.slots.iter().any(|slot| slot.dates != slot.baseline) {
        return if with_year {
            Phrase::Dates(dates).into()
        } else {
            Phrase::ShortDates(dates).into()
        };
    }
    Show::MovedDay {
        now,
        planned: day.dates,
        with_year,
    }
    .into()
}

/// A day in full.
pub(crate) fn show_day(study: &Study, day: &DayView) -> Sheet {
    let mut sheet = Sheet::default();
    let title = Span::new(Phrase::Days(day_names(day, study)), Role::Title);
    sheet.split(vec![title], vec![Span::plain(day_dates(day, true))]);
    if let Some(entry) = day.entry {
        notes(&mut sheet, 2, &entry.day.notes, &entry.day.editor_notes);
    }
    let mut session: Option<*const Session> = None;
    for slot in &day.slots {
        let here: *const Session = slot.place.session;
        sheet.blank();
        if session != Some(here) {
            session = Some(here);
            heading(&mut sheet, slot.place.session);
        }
        show_slot(&mut sheet, study, slot);
    }
    sheet
}

/// The heading of a session, if it has a name.
fn heading(sheet: &mut Sheet, session: &Session) {
    let window = session.window.map(|window| window.to_string());
    let names = session.half.iter().chain(&session.title).chain(&window);
    let names = dotted(names.map(|name| Span::new(name, Role::Label)));
    if !names.is_empty() {
        sheet.line(names);
    }
    notes(sheet, 2, &session.notes, &session.editor_notes);
}

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
    notes(&mut sheet, 2, &first.week.notes, &first.week.editor_notes);
    for day in &view.days {
        sheet.blank();
        let names = Phrase::Days(day_names(day, study));
        let date = Span::dim(day_dates(day, false));
        sheet.split(vec![Span::new(names, Role::Label)], vec![date]);
        slot_table(&mut sheet, &day.slots, |slot| {
            let topic = slot.place.slot.topic.as_ref();
            topic.map_or_else(String::new, ToString::to_string).into()
        });
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
        sheet.hanging(4, vec![Span::plain("  - "), Span::plain(&goal.text)]);
    }
}

fn progress(tally: &Tally) -> Line {
    let mut line = bar(tally, BAR);
    let work = Phrase::Workload(workload(tally.slots, tally.planned));
    line.extend([Span::space(2), Span::dim(work)]);
    line
}

/// The title of a slot, and which sitting of it this is.
fn title(slot: &SlotView) -> Line {
    let title = Span::plain(&slot.place.slot.title);
    std::iter::once(title).chain(sitting(slot)).collect()
}

/// Slots on one line each, with `last` in the last column.
fn slot_table(sheet: &mut Sheet, slots: &[SlotView], last: fn(&SlotView) -> Message) {
    let row = |slot: &SlotView| {
        vec![
            vec![sign(slot), Span::dim(format!(" {}", slot.id()))],
            vec![Span::plain(time(slot))],
            title(slot),
            vec![Span::dim(last(slot))],
        ]
    };
    sheet.table(Table {
        indent: 1,
        rows: slots.iter().map(row).collect(),
        ..Table::default()
    });
}

/// A phase: its weeks.
pub(crate) fn show_phase(row: &PhaseRow, weeks: &[WeekRow]) -> Sheet {
    let mut sheet = Sheet::default();
    let title = row.phase.heading.as_ref().or(row.phase.title.as_ref());
    let title = title.map(|title| Span::new(title, Role::Title));
    let right = match row.buffer {
        Some(buffer) if row.tally.slots == 0 => vec![Span::plain(Phrase::Dates(buffer))],
        _ => progress(&row.tally),
    };
    sheet.split(title.into_iter().collect(), right);
    goals(&mut sheet, &row.phase.goals);
    notes(&mut sheet, 2, &row.phase.notes, &row.phase.editor_notes);
    sheet.blank();
    let rows = weeks.iter().map(|row| {
        let name = WeekName::of(row.week).map(|week| Span::plain(Phrase::Week(week)));
        vec![name.into_iter().collect(), progress(&row.tally)]
    });
    sheet.table(Table {
        indent: 2,
        rows: rows.collect(),
        ..Table::default()
    });
    sheet
}

/// A topic: the topics before it, and its slots.
pub(crate) fn show_topic(study: &Study, view: &TopicView) -> Sheet {
    let mut sheet = Sheet::default();
    let title = Span::new(topic_name(study, &view.topic.id), Role::Title);
    sheet.split(vec![title], progress(&view.tally));
    let after = view.topic.after.iter().map(|id| topic_name(study, id));
    let after: Vec<String> = after.collect();
    if !after.is_empty() {
        sheet.line(vec![Span::space(2), Span::dim(Show::After(after))]);
    }
    sheet.blank();
    slot_table(&mut sheet, &view.slots, |slot| {
        Phrase::ShortDate(slot.dates.first).into()
    });
    sheet
}
