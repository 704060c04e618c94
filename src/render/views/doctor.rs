//! `doctor`: how things are, and what to do.

use crate::render::phrase;
use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{SlotView, Study};

use super::parts::{LABEL, label, orphans};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// Where the plan comes from.
    pub source: String,
    /// Where the configuration lies.
    pub config_dir: String,
    /// The journal's path.
    pub journal: String,
    /// Its size.
    pub bytes: u64,
    /// How many events it and the files beside it hold.
    pub events: usize,
    /// This device's id, once it has one.
    pub device: Option<String>,
    /// What is wrong with the time zone.
    pub zone: Option<String>,
    /// Lines that make no sense.
    pub faults: Vec<Fault>,
    /// What was met in reading it.
    pub warnings: Vec<String>,
    /// Copies beside the journal that are read too.
    pub other_files: Vec<String>,
    /// Marks that were relinked just now.
    pub relinked: Vec<String>,
}

/// A line of a journal that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// Why.
    pub reason: String,
}

/// Everything that was looked at.
#[must_use]
pub fn doctor(study: &Study, health: &Health) -> Sheet {
    let mut sheet = Sheet::default();
    places(&mut sheet, study, health);
    for file in &health.other_files {
        say(&mut sheet, "read too", file, Role::Plain);
    }
    if let Some(zone) = &health.zone {
        say(&mut sheet, "zone", zone, Role::Warn);
    }
    for warning in &health.warnings {
        say(&mut sheet, "warning", warning, Role::Warn);
    }
    for fault in &health.faults {
        let text = format!("{}:{}: {}", fault.file, fault.line, fault.reason);
        say(&mut sheet, "unread", &text, Role::Warn);
    }
    if !health.faults.is_empty() {
        say(
            &mut sheet,
            "",
            "what could not be read is kept as it is; all else counts",
            Role::Dim,
        );
    }
    for moved in &health.relinked {
        say(&mut sheet, "relinked", moved, Role::Done);
    }
    orphans(&mut sheet, &study.links.orphans);
    let changed = changed(&mut sheet, study);
    let fine = health.faults.is_empty()
        && health.warnings.is_empty()
        && health.zone.is_none()
        && study.links.orphans.is_empty()
        && changed == 0;
    let (verdict, role) = if fine {
        ("nothing is wrong", Role::Done)
    } else {
        ("look at the lines above", Role::Warn)
    };
    say(&mut sheet, "verdict", verdict, role);
    sheet
}

/// Slots that hold something else since they were done, each by name; gives how many.
fn changed(sheet: &mut Sheet, study: &Study) -> usize {
    let changed: Vec<_> = study.slots().filter(SlotView::has_changed).collect();
    for (index, slot) in changed.iter().enumerate() {
        let mut line = vec![label(if index == 0 { "changed" } else { "" })];
        line.push(Span::new(slot.place.slot.id.to_string(), Role::Warn));
        line.push(Span::plain(format!(" {}", slot.place.slot.title)));
        if let Some((_, _, day)) = slot.mark.and_then(|mark| mark.state) {
            let words = format!(
                " has changed since it was done on {}; it stays done, and \
                 `plan done {}` again settles that",
                phrase::date(day),
                slot.place.slot.id
            );
            line.push(Span::dim(words));
        }
        sheet.hanging(LABEL, line);
    }
    changed.len()
}

/// Where everything lies, and how much of it there is.
fn places(sheet: &mut Sheet, study: &Study, health: &Health) {
    let many = |n: usize, noun| phrase::count(u32::try_from(n).unwrap_or(u32::MAX), noun);
    let slots = many(study.plan.places().count(), "slot");
    say(
        sheet,
        "plan",
        &format!("{}: {slots} without faults", health.source),
        Role::Plain,
    );
    let start = phrase::date(study.calendar.start);
    let start = if study.started {
        start
    } else {
        format!("none yet; {start} is proposed")
    };
    say(sheet, "start", &start, Role::Plain);
    let events = many(health.events, "event");
    let journal = format!("{} ({events}, {} bytes)", health.journal, health.bytes);
    say(sheet, "journal", &journal, Role::Plain);
    say(sheet, "config", &health.config_dir, Role::Plain);
    say(
        sheet,
        "device",
        health.device.as_deref().unwrap_or("none yet"),
        Role::Plain,
    );
}

fn say(sheet: &mut Sheet, name: &str, text: &str, role: Role) {
    let name = Span::new(format!(" {name:<9}"), Role::Label);
    sheet.hanging(10, vec![name, Span::new(text, role)]);
}
