//! `show` of a slot or a day: all there is to say.

use crate::model::{Field, Item, LinkStatus, Note, Resource};
use crate::progress::{Mark, State};
use crate::render::phrase;
use crate::render::sheet::{Block, Role, Sheet, Span, dotted};
use crate::summary::{DayView, DeliverableView, Reading, SlotView, Status, Study};

use super::parts::{day_title, moved_from, sign, status_sign, time};

/// A slot in full.
pub fn show_slot(sheet: &mut Sheet, study: &Study, slot: &SlotView) {
    let place = &slot.place;
    let mut title = vec![sign(slot), Span::plain(" ")];
    title.push(Span::new(place.slot.title.clone(), Role::Title));
    sheet.blocks.push(Block::Split(
        title,
        vec![Span::dim(place.slot.id.to_string())],
    ));
    let mut facts = vec![Span::plain(phrase::short_date(slot.dates.first))];
    facts.push(Span::plain(phrase::day_name(
        place.day,
        &study.plan.language,
    )));
    let when = time(slot);
    facts.extend((!when.is_empty()).then(|| Span::plain(when)));
    if let (Some(planned), Some(_)) = (slot.planned(), slot.time) {
        facts.push(Span::minutes(planned));
    }
    if let Some(topic) = place
        .slot
        .topic
        .as_ref()
        .and_then(|id| study.plan.roadmap.topic(id.as_str()))
    {
        facts.push(Span::plain(format!("{} {}", topic.id, topic.title)));
    }
    facts.push(Span::new(slot.status.name(), status_role(slot.status)));
    if slot.is_moved() {
        facts.push(Span::dim(format!("moved {}", moved_from(slot))));
    }
    let mut line = vec![Span::plain("  ")];
    line.extend(dotted(facts));
    sheet.line(line);
    for field in &place.slot.fields {
        self::field(sheet, study, field);
    }
    notes(sheet, 2, &place.slot.notes);
    history(sheet, slot.mark);
    if let Some((_, _, day)) = slot
        .mark
        .and_then(|mark| mark.state)
        .filter(|_| slot.has_changed())
    {
        let words = format!(
            "its content has changed since it was done on {}; doing it again settles that",
            phrase::date(day)
        );
        sheet.hanging(2, vec![Span::plain("  "), Span::new(words, Role::Warn)]);
    }
}

fn status_role(status: Status) -> Role {
    match status {
        Status::Done => Role::Done,
        Status::Overdue => Role::Warn,
        Status::Open | Status::Skipped => Role::Dim,
    }
}

pub(super) fn field(sheet: &mut Sheet, study: &Study, field: &Field) {
    let mut head = vec![Span::plain("  ")];
    if let Some(label) = &field.label {
        head.push(Span::new(label.clone(), Role::Label));
    }
    let value = field.value.as_ref().map(|item| Reading::of(study, item));
    if let Some(reading) = &value {
        head.push(Span::plain(format!("  {}", reading.title())));
    }
    match value.and_then(|reading| reading.url) {
        Some(url) => sheet.blocks.push(Block::Link(4, head, url.to_owned())),
        None if head.len() > 1 => sheet.hanging(4, head),
        None => {}
    }
    if let Some(value) = &field.value {
        beside(sheet, study, value);
    }
    for item in &field.items {
        let reading = Reading::of(study, item);
        let mut line = vec![Span::plain("    - ")];
        if let Some(label) = &item.label {
            line.push(Span::dim(phrase::labelled(label)));
        }
        line.push(Span::plain(reading.title()));
        match reading.url {
            Some(url) => sheet.blocks.push(Block::Link(6, line, url.to_owned())),
            None => sheet.hanging(6, line),
        }
        beside(sheet, study, item);
    }
}

/// What is said beside an entry's words: corrections, as such.
fn beside(sheet: &mut Sheet, study: &Study, item: &Item) {
    let mut say = |label: &str, text: &str, role: Role| {
        let words = vec![Span::dim(format!("      {label}: ")), Span::new(text, role)];
        sheet.hanging(8, words);
    };
    if let Some(corrected) = &item.corrected {
        say("read as", corrected, Role::Plain);
    }
    if let Some(note) = &item.note {
        say("note", note, Role::Dim);
    }
    if let Some(resource) = Reading::of(study, item).resource {
        about(sheet, resource);
    }
}

/// What the library knows of a resource beyond the author's words.
pub(super) fn about(sheet: &mut Sheet, resource: &Resource) {
    if let Some(title) = &resource.full_title {
        sheet.hanging(
            8,
            vec![Span::dim("      full title: "), Span::plain(title.clone())],
        );
    }
    let warning = match resource.status {
        Some(LinkStatus::Wrong) => "the link leads to something else",
        Some(LinkStatus::Mismatch) => "the link leads to another subject",
        Some(LinkStatus::NotFound) => "no trace of it was found",
        Some(LinkStatus::Moved) => "the address has changed",
        _ => "",
    };
    if !warning.is_empty() {
        sheet.hanging(8, vec![Span::new(format!("      ! {warning}"), Role::Warn)]);
    }
    if let Some(url) = &resource.suggested_url {
        sheet.blocks.push(Block::Link(
            8,
            vec![Span::dim(if resource.url.is_some() {
                "      instead:"
            } else {
                "      link:"
            })],
            url.clone(),
        ));
    }
    notes(sheet, 6, &resource.notes);
}

pub(super) fn notes(sheet: &mut Sheet, indent: usize, notes: &[Note]) {
    for note in notes {
        let lead = format!("{}note: ", " ".repeat(indent));
        sheet.hanging(
            indent + 2,
            vec![Span::dim(lead), Span::dim(note.text.clone())],
        );
    }
}

fn history(sheet: &mut Sheet, mark: Option<&Mark>) {
    let Some(mark) = mark else { return };
    if let Some((_, state, day)) = mark.state {
        let what = if state == State::Done {
            "done"
        } else {
            "skipped"
        };
        let mut words = format!("{what} on {}", phrase::date(day));
        if let Some(minutes) = mark.actual() {
            words += &format!(", took {}", phrase::duration(minutes));
        }
        if let Some((_, why)) = mark.why.as_ref().filter(|_| state == State::Skipped) {
            words += &format!(": {why}");
        }
        sheet.line(vec![Span::plain("  "), Span::new(words, Role::Done)]);
    }
    for note in &mark.notes {
        let lead = format!("  {} ", phrase::short_date(note.day));
        sheet.hanging(
            4,
            vec![Span::new(lead, Role::Label), Span::plain(note.text.clone())],
        );
    }
}

/// A deliverable, its marks and remarks.
pub fn show_deliverable(sheet: &mut Sheet, view: &DeliverableView) {
    let mut title = vec![status_sign(view.status), Span::plain(" ")];
    title.push(Span::new(view.what.text.clone(), Role::Title));
    sheet
        .blocks
        .push(Block::Split(title, vec![Span::dim(view.what.id.clone())]));
    let week = phrase::week_name(view.week).unwrap_or_default();
    let due = format!("due {}", phrase::short_date(view.dates.last));
    let status = Span::new(view.status.name(), status_role(view.status));
    let mut line = vec![Span::plain("  ")];
    line.extend(dotted([Span::plain(week), Span::plain(due), status]));
    sheet.line(line);
    history(sheet, view.mark);
}

/// `planned for Sun 29 Nov`: where the plan has a day whose slots stand elsewhere.
pub(super) fn planned(day: &DayView) -> String {
    format!("planned for {}", phrase::short_dates(day.dates))
}

/// A day in full.
#[must_use]
pub fn show_day(study: &Study, day: &DayView) -> Sheet {
    let mut sheet = Sheet::default();
    let title = vec![Span::new(day_title(day, study), Role::Title)];
    let dates = match day.stands().as_slice() {
        [] => phrase::dates(day.dates),
        [only] if *only == day.dates => phrase::dates(day.dates),
        [only] => format!("{}, {}", phrase::dates(*only), planned(day)),
        several => {
            let dates = several.iter().map(|dates| phrase::short_dates(*dates));
            format!("{}, {}", phrase::list(dates), planned(day))
        }
    };
    sheet
        .blocks
        .push(Block::Split(title, vec![Span::plain(dates)]));
    if let Some(entry) = day.entry {
        notes(&mut sheet, 2, &entry.day.notes);
    }
    let mut session: Option<*const crate::model::Session> = None;
    for slot in &day.slots {
        let here: *const crate::model::Session = slot.place.session;
        sheet.blank();
        if session != Some(here) {
            session = Some(here);
            heading(&mut sheet, slot);
        }
        show_slot(&mut sheet, study, slot);
    }
    sheet
}

/// The heading of a session, where it has a name.
fn heading(sheet: &mut Sheet, slot: &SlotView) {
    let session = slot.place.session;
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
