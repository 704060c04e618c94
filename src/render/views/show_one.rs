//! `show` and `next`: one slot or deliverable in full.

use super::library::field;
use super::notes::notes;
use super::parts::{origin, sign, sitting, status_sign, time};
use crate::model::{Dates, Minutes, Placement, TopicId};
use crate::progress::{Mark, State};
use crate::render::sheet::{Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{DeliverableView, SlotView, Status, Study};
use crate::text::{DayNames, FixedDate, Label, Phrase, Schedule, Show, WeekName};

/// A slot in full.
pub(crate) fn show_slot(sheet: &mut Sheet, study: &Study, slot: &SlotView) {
    let place = &slot.place;
    let id = slot.id();
    let title = vec![Span::new(&place.slot.title, Role::Title)];
    let title = title.into_iter().chain(sitting(slot)).collect();
    head(sheet, sign(slot), title, id, facts(study, slot));
    content(sheet, study, slot);
    sittings(sheet, study, slot);
    match slot.sitting.filter(|sitting| sitting.of > 1) {
        Some(_) => done_sitting(sheet, slot),
        None => history(sheet, slot.mark, slot.took()),
    }
    if let Some(changed) = changed_since_done(slot) {
        sheet.line(vec![Span::space(2), Span::new(changed, Role::Warn)]);
    }
}

/// What there is to read and do in a slot, and the author's notes on it.
pub(crate) fn slot_content(study: &Study, slot: &SlotView) -> Sheet {
    let mut sheet = Sheet::default();
    content(&mut sheet, study, slot);
    sheet
}

fn content(sheet: &mut Sheet, study: &Study, slot: &SlotView) {
    let slot = slot.place.slot;
    for field in &slot.fields {
        self::field(sheet, study, field);
    }
    notes(sheet, 2, &slot.notes, &slot.editor_notes);
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

/// A title with its sign and id, and the facts below it.
fn head(sheet: &mut Sheet, sign: Span, title: Line, id: String, facts: Vec<Span>) {
    let line = [vec![sign, Span::space(1)], title].concat();
    sheet.split(line, vec![Span::dim(id)]);
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
pub(super) fn topic_name(study: &Study, id: &TopicId) -> String {
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
    let slot = slot.id();
    Some(Show::ChangedSinceDone { date, slot })
}

fn history(sheet: &mut Sheet, mark: Option<&Mark>, took: Option<Minutes>) {
    let Some(mark) = mark else { return };
    if let Some((state, date)) = mark.state().zip(mark.settled_on()) {
        let words = match state {
            State::Done => Show::Done { date, took },
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
        let took = slot.took();
        let words = Span::new(Show::Done { date, took }, Role::Done);
        sheet.line(vec![Span::space(2), words]);
    }
}

/// A deliverable, its marks and notes.
pub(crate) fn show_deliverable(sheet: &mut Sheet, view: &DeliverableView) {
    let week = WeekName::of(view.week).map(|week| Span::plain(Phrase::Week(week)));
    let due = Span::plain(Show::Due(view.dates.last));
    let plan = view.what.due;
    let own = (view.is_due_set).then(|| Span::dim(FixedDate::OwnDue { plan }));
    let facts = week.into_iter().chain([due]).chain(own);
    let facts = facts.chain([status(view.status)]).collect();
    let (sign, id) = (status_sign(view.status), view.id());
    let title = vec![Span::new(&view.what.text, Role::Title)];
    head(sheet, sign, title, id, facts);
    history(sheet, view.mark, None);
}
