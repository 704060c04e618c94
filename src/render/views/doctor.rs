//! `doctor`: how things are, and what to do.

use crate::error::Finding;
use crate::render::phrase;
use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{Health, JournalHealth, PlaceHealth, SlotView, Study};

use super::parts::{LABEL, label, orphans};

/// How many lines that make no sense are named before the rest is only counted.
const NAMED: usize = 20;

/// Everything that was looked at. There is no study where its plan or journal cannot be read.
#[must_use]
pub fn doctor(study: Option<&Study>, health: &Health) -> Sheet {
    let mut sheet = Sheet::default();
    plan(&mut sheet, study, health);
    if let Some(journal) = &health.journal {
        self::journal(&mut sheet, "journal", journal);
        copies(&mut sheet, journal);
    }
    for other in &health.others {
        self::journal(&mut sheet, "another", other);
        if health.journal.is_none() {
            copies(&mut sheet, other);
        }
    }
    for place in &health.places {
        self::place(&mut sheet, place);
    }
    let device = health.device.as_deref().unwrap_or("none yet");
    say(&mut sheet, "device", device, Role::Plain);
    for moved in &health.relinked {
        let line = vec![label("relinked"), Span::new(moved, Role::Done)];
        sheet.hanging(LABEL, line);
    }
    if let Some(study) = study {
        orphans(&mut sheet, &study.reconciled.orphans);
        changed(&mut sheet, study);
    }
    for journal in health.journal.iter().chain(&health.others) {
        faults(&mut sheet, journal);
    }
    for (index, finding) in health.findings.iter().enumerate() {
        let name = if index == 0 { "found" } else { "" };
        found(&mut sheet, name, finding);
    }
    let (verdict, role) = match health.findings.len() {
        0 => ("nothing is wrong".to_owned(), Role::Done),
        n => (many(n, "thing") + " to look at", Role::Warn),
    };
    say(&mut sheet, "verdict", &verdict, role);
    sheet
}

/// The plan and its start.
fn plan(sheet: &mut Sheet, study: Option<&Study>, health: &Health) {
    let state = match health.slots {
        Some(slots) => format!("{} without faults", many(slots, "slot")),
        None => "cannot be followed, see below".to_owned(),
    };
    let words = format!("{}: {state}", health.source);
    say(sheet, "plan", &words, Role::Plain);
    let Some(study) = study else { return };
    let start = phrase::date(study.calendar.start);
    let start = if study.started {
        start
    } else {
        format!("none yet; {start} is proposed")
    };
    say(sheet, "start", &start, Role::Plain);
}

/// Where a journal lies, and how much of it there is.
fn journal(sheet: &mut Sheet, name: &str, journal: &JournalHealth) {
    let events = many(journal.events, "event");
    let words = format!("{} ({events}, {} bytes)", journal.path, journal.bytes);
    say(sheet, name, &words, Role::Plain);
    for file in &journal.other_files {
        say(sheet, "read too", file, Role::Plain);
    }
}

/// The copies of a journal.
fn copies(sheet: &mut Sheet, journal: &JournalHealth) {
    let backups = &journal.backups;
    let (Some(oldest), Some(newest)) = (&backups.oldest, &backups.newest) else {
        let words = "none yet: the journal is copied before the first mark of a day";
        return say(sheet, "copies", words, Role::Plain);
    };
    let count = match backups.count {
        1 => "1 copy".to_owned(),
        n => format!("{n} copies"),
    };
    let words = format!(
        "{count} in {}, the oldest of {oldest}, the newest of {newest}",
        backups.folder
    );
    say(sheet, "copies", &words, Role::Plain);
    if let Some(restore) = &backups.restore {
        let command = Span::new(restore, Role::Command);
        sheet.hanging(LABEL, vec![label(""), Span::dim("putting back: "), command]);
    }
}

/// A folder, and who chose it.
fn place(sheet: &mut Sheet, place: &PlaceHealth) {
    let chosen = match place.decided_by {
        Some("state_dir") => " (`state_dir` of the configuration)".to_owned(),
        Some(variable) => format!(" (`{variable}`)"),
        None => String::new(),
    };
    let state = match (place.there, place.writable) {
        (true, true) => "",
        (true, false) => ", read-only",
        (false, true) => ", not there yet",
        (false, false) => ", not there, and cannot be made",
    };
    let words = format!("{}{chosen}{state}", place.path);
    say(sheet, place.name, &words, Role::Plain);
}

/// Slots that hold something else since they were done, each by name.
fn changed(sheet: &mut Sheet, study: &Study) {
    for (index, slot) in study.slots().filter(SlotView::has_changed).enumerate() {
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
}

/// Lines that make no sense, the first few by number.
fn faults(sheet: &mut Sheet, journal: &JournalHealth) {
    for (index, fault) in journal.faults.iter().take(NAMED).enumerate() {
        let text = format!("{}:{}: {}", fault.file, fault.line, fault.reason);
        say(
            sheet,
            if index == 0 { "unread" } else { "" },
            &text,
            Role::Warn,
        );
    }
    let shown = journal.faults.len().min(NAMED);
    if journal.fault_count > shown {
        let words = format!(
            "and {} more: `plan doctor --json` names the first {}",
            journal.fault_count - shown,
            journal.faults.len()
        );
        say(sheet, "", &words, Role::Dim);
    }
}

/// What is not as it should be, and what to do about it.
fn found(sheet: &mut Sheet, name: &str, finding: &Finding) {
    say(sheet, name, &finding.message.to_string(), Role::Warn);
    for hint in &finding.hints {
        let mut line = vec![label(""), Span::dim("hint: ")];
        line.extend(with_commands(&hint.to_string()));
        sheet.hanging(LABEL, line);
    }
}

/// A sentence whose commands stand between backticks.
fn with_commands(sentence: &str) -> Vec<Span> {
    let parts: Vec<&str> = sentence.split('`').collect();
    if parts.len().is_multiple_of(2) {
        // One of them belongs to a name.
        return vec![Span::dim(sentence)];
    }
    let span = |(index, part): (usize, &str)| match index % 2 {
        0 => Span::dim(part),
        _ => Span::new(format!("`{part}`"), Role::Command),
    };
    parts.into_iter().enumerate().map(span).collect()
}

fn many(n: usize, noun: &str) -> String {
    phrase::count(u32::try_from(n).unwrap_or(u32::MAX), noun)
}

fn say(sheet: &mut Sheet, name: &str, text: &str, role: Role) {
    sheet.hanging(LABEL, vec![label(name), Span::new(text, role)]);
}
