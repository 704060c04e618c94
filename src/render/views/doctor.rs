//! `doctor`: how things are, and what to do.

use crate::render::phrase;
use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::Study;

use super::parts::orphans;

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
    let device = health
        .device
        .clone()
        .unwrap_or_else(|| "none yet".to_owned());
    let slots = u32::try_from(study.plan.places().count()).unwrap_or(u32::MAX);
    let plan = format!(
        "{}: {} without faults",
        health.source,
        phrase::count(slots, "slot")
    );
    let start = phrase::date(study.calendar.start);
    let start = if study.started {
        start
    } else {
        format!("none yet; {start} is proposed")
    };
    let events = u32::try_from(health.events).unwrap_or(u32::MAX);
    let journal = format!(
        "{} ({}, {} bytes)",
        health.journal,
        phrase::count(events, "event"),
        health.bytes
    );
    for (name, text) in [
        ("plan", plan),
        ("start", start),
        ("journal", journal),
        ("config", health.config_dir.clone()),
        ("device", device),
    ] {
        say(&mut sheet, name, &text, Role::Plain);
    }
    for file in &health.other_files {
        say(&mut sheet, "read too", file, Role::Plain);
    }
    let zone = health.zone.as_deref();
    zone.inspect(|zone| say(&mut sheet, "zone", zone, Role::Warn));
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
    let fine = health.faults.is_empty() && zone.is_none() && study.links.orphans.is_empty();
    let verdict = if fine {
        "nothing is wrong"
    } else {
        "look at the lines above"
    };
    say(
        &mut sheet,
        "verdict",
        verdict,
        if fine { Role::Done } else { Role::Warn },
    );
    sheet
}

fn say(sheet: &mut Sheet, name: &str, text: &str, role: Role) {
    let name = Span::new(format!(" {name:<9}"), Role::Label);
    sheet.hanging(10, vec![name, Span::new(text, role)]);
}
