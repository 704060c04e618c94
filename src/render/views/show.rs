//! `show`: one thing in full.

use crate::model::{Field, Item, LinkStatus, Note, Resource};
use crate::progress::State;
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{DayView, PhaseRow, Reading, SlotView, Status, Study, Tally, TopicRow};

use super::parts::{day_title, load, sign, time};

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
    if let (Some(planned), Some(_)) = (slot.planned(), place.slot.time) {
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
    let mut line = vec![Span::plain("  ")];
    line.extend(dotted(facts));
    sheet.line(line);
    for field in &place.slot.fields {
        self::field(sheet, study, field);
    }
    notes(sheet, 2, &place.slot.notes);
    history(sheet, slot);
}

fn status_role(status: Status) -> Role {
    match status {
        Status::Done => Role::Done,
        Status::Overdue => Role::Warn,
        Status::Open | Status::Skipped => Role::Dim,
    }
}

fn field(sheet: &mut Sheet, study: &Study, field: &Field) {
    let mut head = vec![Span::plain("  ")];
    if let Some(label) = &field.label {
        head.push(Span::new(label.clone(), Role::Label));
    }
    if let Some(value) = &field.value {
        head.push(Span::plain(format!("  {}", value.text)));
    }
    if head.len() > 1 {
        sheet.hanging(4, head);
    }
    if let Some(value) = &field.value {
        beside(sheet, study, value);
    }
    for item in &field.items {
        let reading = Reading::of(study, item);
        let mut line = vec![Span::plain("    - ")];
        if let Some(label) = &item.label {
            line.push(Span::dim(format!("{label} ")));
        }
        line.push(Span::plain(item.text.clone()));
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
fn about(sheet: &mut Sheet, resource: &Resource) {
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
            vec![Span::dim("      instead:")],
            url.clone(),
        ));
    }
    notes(sheet, 6, &resource.notes);
}

fn notes(sheet: &mut Sheet, indent: usize, notes: &[Note]) {
    for note in notes {
        let lead = format!("{}note: ", " ".repeat(indent));
        sheet.hanging(
            indent + 2,
            vec![Span::dim(lead), Span::dim(note.text.clone())],
        );
    }
}

fn history(sheet: &mut Sheet, slot: &SlotView) {
    let Some(mark) = slot.mark else { return };
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

/// A day in full.
#[must_use]
pub fn show_day(study: &Study, day: &DayView) -> Sheet {
    let mut sheet = Sheet::default();
    let title = vec![Span::new(day_title(day, study), Role::Title)];
    sheet.blocks.push(Block::Split(
        title,
        vec![Span::plain(phrase::dates(day.dates))],
    ));
    notes(&mut sheet, 2, &day.day.notes);
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

/// A week of the plan: its days and their slots.
#[must_use]
pub fn show_week(study: &Study, days: &[DayView]) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(first) = days.first() else {
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
    notes(&mut sheet, 2, &first.week.notes);
    for day in days {
        sheet.blank();
        let date = vec![Span::dim(phrase::short_date(day.dates.first))];
        let title = vec![Span::new(day_title(day, study), Role::Label)];
        sheet.blocks.push(Block::Split(title, date));
        sheet.blocks.push(Block::Table(brief(&day.slots)));
    }
    for deliverable in &first.week.deliverables {
        let id = Span::new(format!("{} ", deliverable.id), Role::Label);
        sheet.hanging(4, vec![id, Span::plain(deliverable.text.clone())]);
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
        rows: slots.iter().map(row).collect(),
    }
}

/// A phase: its weeks.
#[must_use]
pub fn show_phase(row: &PhaseRow, weeks: &[(String, Tally)]) -> Sheet {
    let mut sheet = Sheet::default();
    let title = row.phase.heading.as_ref().or(row.phase.title.as_ref());
    let title = vec![Span::new(title.cloned().unwrap_or_default(), Role::Title)];
    sheet.blocks.push(Block::Split(title, progress(&row.tally)));
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
    let named = |id: &crate::model::TopicId| {
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
