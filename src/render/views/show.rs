//! `show` of a slot, a deliverable or a day: everything about it.

use crate::model::{Field, Item, LinkStatus, Note, Resource, Session};
use crate::progress::{Mark, State};
use crate::render::sheet::{Block, Role, Sheet, Span, dotted};
use crate::summary::{DayView, DeliverableView, Reading, SlotView, Status, Study};
use crate::text::{DayNames, Label, Message, Phrase, Show, WeekName};

use super::parts::{dates, day_names, field_label, origin, sign, status_sign, time};

/// A slot in full.
pub(crate) fn show_slot(sheet: &mut Sheet, study: &Study, slot: &SlotView) {
    let place = &slot.place;
    let title = Span::new(place.slot.title.clone(), Role::Title);
    let id = Span::dim(place.slot.id.to_string());
    sheet.split(vec![sign(slot), Span::space(1), title], vec![id]);
    let mut line = vec![Span::space(2)];
    line.extend(dotted(facts(study, slot)));
    sheet.line(line);
    for field in &place.slot.fields {
        self::field(sheet, study, field);
    }
    notes(sheet, 2, &place.slot.notes);
    history(sheet, slot.mark);
    if let Some(changed) = changed_since_done(slot) {
        sheet.line(vec![Span::space(2), Span::new(changed, Role::Warn)]);
    }
}

/// Date, time, topic and status of a slot.
fn facts(study: &Study, slot: &SlotView) -> Vec<Span> {
    let place = &slot.place;
    let day = DayNames::of(place.day, &study.plan.language);
    let mut facts = vec![
        Span::plain(Phrase::ShortDate(slot.dates.first)),
        Span::plain(Phrase::Days(day)),
    ];
    let when = time(slot);
    facts.extend((!when.is_empty()).then(|| Span::plain(when)));
    if let (Some(planned), Some(_)) = (slot.planned(), slot.time) {
        facts.push(Span::minutes(planned));
    }
    let topic = place.slot.topic.as_ref();
    let topic = topic.and_then(|id| study.plan.roadmap.topic(id.as_str()));
    facts.extend(topic.map(|topic| Span::plain(format!("{} {}", topic.id, topic.title))));
    facts.push(status(slot.status));
    if slot.is_moved() {
        facts.push(Span::dim(Show::MovedFrom(origin(slot))));
    }
    facts
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

pub(super) fn field(sheet: &mut Sheet, study: &Study, field: &Field) {
    let mut head = vec![Span::space(2)];
    let label = field.label.as_ref();
    head.extend(label.map(|label| Span::new(label.clone(), Role::Label)));
    let value = field.value.as_ref().map(|item| Reading::of(study, item));
    if let Some(reading) = &value {
        head.push(Span::plain(format!("  {}", reading.title())));
    }
    if head.len() > 1 {
        linked(sheet, 4, head, value.and_then(|reading| reading.url));
    }
    if let Some(value) = &field.value {
        remarks(sheet, study, value);
    }
    for item in &field.items {
        let reading = Reading::of(study, item);
        let mut line = vec![Span::plain("    - ")];
        let label = item.label.as_ref();
        line.extend(label.map(|label| Span::dim(field_label(label))));
        line.push(Span::plain(reading.title()));
        linked(sheet, 6, line, reading.url);
        remarks(sheet, study, item);
    }
}

/// A line, with its link if it has one.
pub(super) fn linked(sheet: &mut Sheet, indent: usize, line: Vec<Span>, url: Option<&str>) {
    match url {
        Some(url) => sheet.blocks.push(Block::Link(indent, line, url.to_owned())),
        None => sheet.hanging(indent, line),
    }
}

/// Corrections and notes of an entry, and what the library knows of its resource.
fn remarks(sheet: &mut Sheet, study: &Study, item: &Item) {
    let corrected = item.corrected.as_ref();
    if let Some(corrected) = corrected {
        remark(sheet, Show::ReadAs, Span::plain(corrected.clone()));
    }
    if let Some(note) = &item.note {
        remark(sheet, Show::Note, Span::dim(note.clone()));
    }
    if let Some(resource) = Reading::of(study, item).resource {
        about(sheet, resource);
    }
}

fn remark(sheet: &mut Sheet, label: Show, text: Span) {
    let line = vec![Span::space(6), Span::dim(label), Span::space(1), text];
    sheet.hanging(8, line);
}

/// What the library knows of a resource beyond the author's words.
pub(super) fn about(sheet: &mut Sheet, resource: &Resource) {
    if let Some(title) = &resource.full_title {
        remark(sheet, Show::FullTitle, Span::plain(title.clone()));
    }
    if let Some(status) = resource.status {
        let problem = Message::from(Show::LinkProblem(status));
        let is_known = status.is_bad() || status == LinkStatus::Moved;
        if is_known {
            let sign = Span::new("      ! ", Role::Warn);
            sheet.hanging(8, vec![sign, Span::new(problem, Role::Warn)]);
        }
    }
    if let Some(url) = &resource.suggested_url {
        let label = match resource.url {
            Some(_) => Show::Instead,
            None => Show::Link,
        };
        linked(sheet, 8, vec![Span::space(6), Span::dim(label)], Some(url));
    }
    notes(sheet, 6, &resource.notes);
}

pub(super) fn notes(sheet: &mut Sheet, indent: usize, notes: &[Note]) {
    for note in notes {
        let text = Span::dim(note.text.clone());
        let line = vec![
            Span::space(indent),
            Span::dim(Show::Note),
            Span::space(1),
            text,
        ];
        sheet.hanging(indent + 2, line);
    }
}

fn history(sheet: &mut Sheet, mark: Option<&Mark>) {
    let Some(mark) = mark else { return };
    if let Some((_, state, date)) = mark.state {
        let words = match state {
            State::Done => Show::Done {
                date,
                took: mark.actual(),
            },
            State::Skipped => Show::Skipped {
                date,
                reason: mark.why.as_ref().map(|(_, why)| why.clone()),
            },
        };
        sheet.line(vec![Span::space(2), Span::new(words, Role::Done)]);
    }
    for note in &mark.notes {
        let line = vec![
            Span::space(2),
            Span::new(Phrase::ShortDate(note.day), Role::Label),
            Span::space(1),
            Span::plain(note.text.clone()),
        ];
        sheet.hanging(4, line);
    }
}

/// A deliverable, its marks and notes.
pub(crate) fn show_deliverable(sheet: &mut Sheet, view: &DeliverableView) {
    let title = Span::new(view.what.text.clone(), Role::Title);
    let id = Span::dim(view.what.id.clone());
    sheet.split(
        vec![status_sign(view.status), Span::space(1), title],
        vec![id],
    );
    let week = WeekName::of(view.week).map(|week| Span::plain(Phrase::Week(week)));
    let due = Span::plain(Show::Due(view.dates.last));
    let facts = week.into_iter().chain([due, status(view.status)]);
    let mut line = vec![Span::space(2)];
    line.extend(dotted(facts));
    sheet.line(line);
    history(sheet, view.mark);
}

/// The dates of a day now, and those the plan gives it if they are others.
pub(super) fn day_dates(day: &DayView, with_year: bool) -> Message {
    let now = day.current_dates();
    if now.is_empty() || now == [day.dates] {
        return if with_year {
            dates(day.dates).into()
        } else {
            Phrase::ShortDate(day.dates.first).into()
        };
    }
    Show::MovedDay {
        now: now.iter().map(|dates| (dates.first, dates.last)).collect(),
        planned: (day.dates.first, day.dates.last),
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
        notes(&mut sheet, 2, &entry.day.notes);
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
    let names: Vec<Span> = names
        .map(|name| Span::new(name.clone(), Role::Label))
        .collect();
    if !names.is_empty() {
        sheet.line(dotted(names));
    }
    notes(sheet, 2, &session.notes);
}
