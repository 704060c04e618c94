//! `doctor`: the state of plan, journals and folders, and what to do.

use crate::error::Finding;
use crate::escape;
use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{self, JournalHealth, PlaceHealth, SlotView, Study};
use crate::text::{Health, Label, Message, Phrase};

use super::parts::{first_only, orphans};
use super::show_one::changed_since_done;

/// How many invalid lines are shown before the rest is only counted.
const NAMED: usize = 20;

/// Everything that was checked. `study` is `None` if its plan or journal cannot be read.
pub(crate) fn doctor(study: Option<&Study>, health: &summary::Health) -> Sheet {
    let mut sheet = Sheet::default();
    plan(&mut sheet, study, health);
    if let Some(journal) = &health.journal {
        self::journal(&mut sheet, Label::Journal, journal);
        backups(&mut sheet, journal);
    }
    for other in &health.others {
        self::journal(&mut sheet, Label::Another, other);
        if health.journal.is_none() {
            backups(&mut sheet, other);
        }
    }
    for place in &health.places {
        folder(&mut sheet, place);
    }
    let device = health.device.as_ref().map(Message::from);
    let device = device.unwrap_or_else(|| Health::NoDevice.into());
    sheet.labelled(Label::Device, [Span::plain(device)]);
    for relinked in &health.relinked {
        sheet.labelled(Label::Relinked, [Span::new(relinked, Role::Done)]);
    }
    if let Some(count) = health.merged {
        sheet.labelled(
            Label::Merged,
            [Span::new(Health::Merged(count), Role::Done)],
        );
    }
    if let Some(study) = study {
        orphans(&mut sheet, study);
        changed(&mut sheet, study);
    }
    for journal in health.journal.iter().chain(&health.others) {
        faults(&mut sheet, journal);
    }
    for (label, found) in first_only(Label::Found).zip(&health.findings) {
        finding(&mut sheet, label, found);
    }
    let count = health.findings.len();
    let role = if count == 0 { Role::Done } else { Role::Warn };
    let verdict = Span::new(Health::Problems(count), role);
    sheet.labelled(Label::Verdict, [verdict]);
    sheet
}

/// The plan and its start.
fn plan(sheet: &mut Sheet, study: Option<&Study>, health: &summary::Health) {
    let source = health.source.clone();
    let plan = match health.slots {
        Some(slots) => Health::Plan { source, slots },
        None => Health::PlanUnreadable { source },
    };
    sheet.labelled(Label::Plan, [Span::plain(plan)]);
    let Some(study) = study else { return };
    let start = study.calendar.start;
    let start = if study.started {
        Message::from(Phrase::Date(start))
    } else {
        Health::ProposedStart(start).into()
    };
    sheet.labelled(Label::Start, [Span::plain(start)]);
}

/// A journal, and the other files that are read with it.
fn journal(sheet: &mut Sheet, label: Label, journal: &JournalHealth) {
    let words = Health::Journal {
        path: journal.path.clone(),
        events: journal.events,
        bytes: journal.bytes,
    };
    sheet.labelled(label, [Span::plain(words)]);
    for file in &journal.other_files {
        sheet.labelled(Label::ReadToo, [Span::plain(file)]);
    }
    if let Some(path) = &journal.own_copy {
        sheet.labelled(Label::OwnCopy, [Span::plain(path)]);
        let command = Span::new(format!("rm {}", escape::shell_word(path)), Role::Command);
        let line = [Span::dim(Health::Forget), command];
        sheet.labelled(Label::Blank, line);
    }
}

fn backups(sheet: &mut Sheet, journal: &JournalHealth) {
    let backups = &journal.backups;
    let words = match (&backups.oldest, &backups.newest) {
        (Some(oldest), Some(newest)) => Health::Backups {
            folder: backups.folder.clone(),
            count: backups.count,
            oldest: oldest.clone(),
            newest: newest.clone(),
        },
        _ => Health::NoBackups,
    };
    sheet.labelled(Label::Backups, [Span::plain(words)]);
    // Show the command only if events are missing.
    let restore = backups.restore.as_ref();
    if let Some(restore) = restore.filter(|_| backups.missing_events > 0) {
        let command = Span::new(restore, Role::Command);
        let line = [Span::dim(Health::Restore), command];
        sheet.labelled(Label::Blank, line);
    }
}

/// A folder, and what chose it.
fn folder(sheet: &mut Sheet, place: &PlaceHealth) {
    let words = Health::Folder {
        path: place.path.clone(),
        decided_by: place.decided_by,
        exists: place.there,
        writable: place.writable,
    };
    let label = match place.name {
        "config" => Label::Config,
        "state" => Label::State,
        "data" => Label::Data,
        _ => Label::Cache,
    };
    sheet.labelled(label, [Span::plain(words)]);
}

/// Slots whose content has changed since they were done.
fn changed(sheet: &mut Sheet, study: &Study) {
    let slots: Vec<SlotView> = study.whole_slots().filter(SlotView::has_changed).collect();
    for (label, slot) in first_only(Label::Changed).zip(&slots) {
        let mut line = vec![
            Span::new(slot.place.slot.id.to_string(), Role::Warn),
            Span::plain(format!(" {} ", slot.place.slot.title)),
        ];
        line.extend(changed_since_done(slot).map(Span::dim));
        sheet.labelled(label, line);
    }
}

/// The first invalid lines of a journal.
fn faults(sheet: &mut Sheet, journal: &JournalHealth) {
    let shown = journal.faults.iter().take(NAMED);
    for (label, fault) in first_only(Label::Unread).zip(shown) {
        let words = Health::Fault {
            file: fault.file.clone(),
            line: fault.line,
            reason: Box::new(fault.reason.clone()),
        };
        sheet.labelled(label, [Span::new(words, Role::Warn)]);
    }
    let listed = journal.faults.len();
    let count = journal.fault_count.saturating_sub(listed.min(NAMED));
    if count > 0 {
        let words = Health::MoreFaults { count, listed };
        sheet.labelled(Label::Blank, [Span::dim(words)]);
    }
}

/// A problem, and what to do about it.
fn finding(sheet: &mut Sheet, label: Label, finding: &Finding) {
    sheet.labelled(label, [Span::new(&finding.message, Role::Warn)]);
    for hint in &finding.hints {
        let hint = Span::new(hint, Role::Hint);
        let line = [Span::dim(Health::Hint), hint];
        sheet.labelled(Label::Blank, line);
    }
}
