//! `show` and `next`: everything about a slot, a deliverable, a day, a week, a phase or a topic.

use crate::model::{Dates, Goal, Placement, Session, TopicId};
use crate::progress::{Mark, State};
use crate::render::sheet::{Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{
    DayView, DeliverableView, PhaseRow, PlanWeek, SlotView, Status, Study, Tally, Today, TopicView,
    WeekRow,
};
use crate::text::{DayNames, Label, Message, Phrase, Recording, Schedule, Show, WeekName};

use super::deliverables::{FEW, deliverable, deliverables, overdue_deliverables};
use super::library::field;
use super::notes::notes;
use super::parts::{bar, day_names, origin, sign, status_sign, time, workload};

/// Columns of a bar.
const BAR: usize = 10;

/// A slot in full.
pub(crate) fn show_slot(sheet: &mut Sheet, study: &Study, slot: &SlotView) {
    let place = &slot.place;
    let id = place.slot.id.to_string();
    head(sheet, sign(slot), &place.slot.title, id, facts(study, slot));
    for field in &place.slot.fields {
        self::field(sheet, study, field);
    }
    notes(sheet, 2, &place.slot.notes, &place.slot.editor_notes);
    sittings(sheet, study, slot);
    match slot.sitting.filter(|sitting| sitting.of > 1) {
        Some(_) => done_sitting(sheet, slot),
        None => history(sheet, slot.mark),
    }
    if let Some(changed) = changed_since_done(slot) {
        sheet.line(vec![Span::space(2), Span::new(changed, Role::Warn)]);
    }
}

/// The sittings of a slot that has several.
fn sittings(sheet: &mut Sheet, study: &Study, slot: &SlotView) {
    let sittings: Vec<SlotView> = study.sittings(slot.place).collect();
    if slot.sitting.is_some() || sittings.len() < 2 {
        return;
    }
    let row = |sitting: &SlotView| {
        let number = sitting.sitting.map(|sitting| {
            let (n, of) = (sitting.n, sitting.of);
            Span::dim(Schedule::Sitting { n, of })
        });
        vec![
            vec![sign(sitting)],
            number.into_iter().collect(),
            vec![Span::plain(Phrase::Placement(sitting.placement()))],
            sitting.planned().map(Span::minutes).into_iter().collect(),
        ]
    };
    sheet.table(Table {
        indent: 2,
        rows: sittings.iter().map(row).collect(),
        ..Table::default()
    });
}

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
        sheet.labelled(Label::Next, deliverable(what, Role::Label));
    }
    sheet
}

/// A title with its sign and id, and the facts below it.
fn head(sheet: &mut Sheet, sign: Span, title: &str, id: String, facts: Vec<Span>) {
    let title = Span::new(title, Role::Title);
    sheet.split(vec![sign, Span::space(1), title], vec![Span::dim(id)]);
    sheet.line([vec![Span::space(2)], dotted(facts)].concat());
}

/// Date, time, topic and status of a slot.
fn facts(study: &Study, slot: &SlotView) -> Vec<Span> {
    let place = &slot.place;
    // On another date, its weekday would contradict that of the date.
    let own = study.own_dates(place.day_index);
    let at_home = own.contains(slot.dates.first);
    let day = DayNames::of([place.day], at_home, &study.plan.language);
    let several: Vec<Dates> = study.sittings(slot.place).map(|row| row.dates).collect();
    let is_whole = slot.sitting.is_none() && several.len() > 1;
    let date = match several.into_iter().reduce(Dates::hull).filter(|_| is_whole) {
        Some(dates) => Phrase::ShortDates(dates),
        None => Phrase::ShortDate(slot.dates.first),
    };
    let mut facts = vec![Span::plain(date), Span::plain(Phrase::Days(day))];
    // Of several sittings, each has a time.
    let when = time(slot);
    facts.extend((!when.is_empty() && !is_whole).then(|| Span::plain(when)));
    if let (Some(planned), true) = (slot.planned(), slot.time.is_some() || is_whole) {
        facts.push(Span::minutes(planned));
    }
    let topic = place.slot.topic.as_ref();
    facts.extend(topic.map(|id| Span::plain(topic_name(study, id))));
    facts.push(status(slot.status));
    if slot.is_moved() {
        facts.push(Span::dim(Show::MovedFrom(origin(slot))));
    }
    let own = Placement {
        date: own.first,
        last: own.last,
        time: place.slot.time,
    };
    if (own.dates(), own.time) != (slot.baseline, slot.baseline_time) {
        facts.push(Span::dim(Show::InPlanFile(own)));
    }
    facts
}

/// The id and title of a topic.
fn topic_name(study: &Study, id: &TopicId) -> String {
    let topic = study.plan.roadmap.topic(id.as_str());
    let title = topic.map_or("", |topic| &topic.title);
    format!("{id} {title}")
}

fn status(status: Status) -> Span {
    match status {
        Status::Done => Span::new(Label::Done, Role::Done),
        Status::Overdue => Span::new(Label::Overdue, Role::Warn),
        Status::Open => Span::dim(Label::Open),
        Status::Skipped => Span::dim(Label::Skipped),
    }
}

/// That the content of a slot has changed since it was done.
pub(super) fn changed_since_done(slot: &SlotView) -> Option<Show> {
    let date = slot.done_on().filter(|_| slot.has_changed())?;
    let slot = slot.place.slot.id.to_string();
    Some(Show::ChangedSinceDone { date, slot })
}

fn history(sheet: &mut Sheet, mark: Option<&Mark>) {
    let Some(mark) = mark else { return };
    if let Some((state, date)) = mark.state().zip(mark.settled_on()) {
        let words = match state {
            State::Done => Show::Done {
                date,
                took: mark.actual(),
            },
            State::Skipped => Show::Skipped {
                date,
                reason: mark.why().map(str::to_owned),
            },
        };
        sheet.line(vec![Span::space(2), Span::new(words, Role::Done)]);
    }
    for note in mark.notes() {
        let date = Span::new(Phrase::ShortDate(note.day), Role::Label);
        let text = Span::plain(&note.text);
        sheet.hanging(4, vec![Span::space(2), date, Span::space(1), text]);
    }
}

/// When a sitting was done, and how long it took.
fn done_sitting(sheet: &mut Sheet, slot: &SlotView) {
    let done = slot.done_on().filter(|_| slot.status == Status::Done);
    if let Some(date) = done {
        let took = slot.actual();
        let words = Span::new(Show::Done { date, took }, Role::Done);
        sheet.line(vec![Span::space(2), words]);
    }
}

/// A deliverable, its marks and notes.
pub(crate) fn show_deliverable(sheet: &mut Sheet, view: &DeliverableView) {
    let week = WeekName::of(view.week).map(|week| Span::plain(Phrase::Week(week)));
    let due = Span::plain(Show::Due(view.dates.last));
    let facts = week.into_iter().chain([due, status(view.status)]).collect();
    let (sign, id) = (status_sign(view.status), view.what.id.clone());
    head(sheet, sign, &view.what.text, id, facts);
    history(sheet, view.mark);
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

/// Slots on one line each, with `last` in the last column.
fn slot_table(sheet: &mut Sheet, slots: &[SlotView], last: fn(&SlotView) -> Message) {
    let row = |slot: &SlotView| {
        vec![
            vec![sign(slot), Span::dim(format!(" {}", slot.place.slot.id))],
            vec![Span::plain(time(slot))],
            vec![Span::plain(&slot.place.slot.title)],
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
