//! Events from several files, put together to one set.

use std::collections::HashSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::lines::{End, Lines};
use super::own::{Copy, hash};
use super::reading::{FAULTS_KEPT, Fault, OtherFile, Reading, greatest_n};
use crate::progress::{Event, What};
use crate::store::cache::{FileState, Identity};
use crate::store::codec::{self, Decoded};
use crate::text::{JournalWarning, LineFault};

/// How much of a file next to the journal is read, in bytes, until its first event.
const FOREIGN_BYTES: u64 = 1024 * 1024;

/// The index of a file, and a line in it.
type At = (usize, usize);

/// Collects events, with their positions in case two have the same id.
#[derive(Default)]
pub(super) struct Gathered<'d> {
    reading: Reading,
    /// The journal, and the other files that count.
    files: Vec<PathBuf>,
    found: Vec<(Event, At)>,
    copy: Option<Copy>,
    /// The names of this device.
    devices: &'d [String],
    /// Lines of events of the journal by this device that the copy lacks.
    uncopied: String,
}

impl<'d> Gathered<'d> {
    /// Nothing of `journal` yet, which need not exist.
    pub(super) fn new(journal: &Path, copy: Option<Copy>, devices: &'d [String]) -> Self {
        Self {
            files: vec![journal.to_owned()],
            copy,
            devices,
            ..Self::default()
        }
    }

    pub(super) fn warn(&mut self, warning: Option<JournalWarning>) {
        self.reading.warnings.extend(warning.map(Into::into));
    }

    /// Reads the journal to its end. The last line needs no newline.
    pub(super) fn journal(&mut self, path: &Path, file: &File) -> io::Result<End> {
        let meta = file.metadata()?;
        let mut lines = Lines::of(file);
        let mut line = Vec::new();
        let mut number = 0;
        while let Some(whole) = lines.next_into(&mut line)? {
            number += 1;
            let decoded = decode(&line, whole);
            let is_copied = self.copy.as_mut().is_none_or(|copy| copy.has_line(&line));
            if !is_copied {
                self.note_uncopied(&decoded.events);
            }
            self.take(decoded, number);
        }
        let state = lines.end.state(&meta);
        self.reading.files.push((path.to_owned(), state));
        Ok(lines.end)
    }

    /// Notes events whose line is not in the copy: they may be in it, if the line is laid out in
    /// another way.
    fn note_uncopied(&mut self, events: &[Event]) {
        let Some(copy) = &mut self.copy else { return };
        for event in events
            .iter()
            .filter(|event| self.devices.contains(&event.dev))
        {
            let line = codec::canonical(event);
            if !copy.has_line(line.as_bytes()) {
                self.uncopied += &line;
            }
        }
    }

    /// Reads a file next to the journal. It counts if it has an event, and no `begin` of another plan;
    /// its incomplete last line is no fault, for it may be on its way here.
    pub(super) fn other(&mut self, path: &Path, file: &File) -> io::Result<()> {
        let meta = file.metadata()?;
        let mut lines = Lines::of(file);
        let mut line = Vec::new();
        let mut decoded: Vec<Decoded> = Vec::new();
        let mut any = false;
        while let Some(whole) = lines.next_into(&mut line)? {
            decoded.push(decode(&line, whole));
            any |= decoded.last().is_some_and(|line| !line.events.is_empty());
            if !any && lines.end.length > FOREIGN_BYTES {
                let state = FileState::Metadata(Identity::of(&meta));
                self.reading.files.push((path.to_owned(), state));
                return Ok(());
            }
        }
        let state = lines.end.state(&meta);
        self.reading.files.push((path.to_owned(), state));
        let plan = path.parent().and_then(Path::file_name);
        let is_foreign = |event: &Event| matches!(&event.what, What::Begin { plan: begun, .. } if plan != Some(begun.as_ref()));
        if !any || decoded.iter().flat_map(|line| &line.events).any(is_foreign) {
            return Ok(());
        }
        if let Some(last) = decoded.last_mut() {
            last.faults.clear();
        }
        self.files.push(path.to_owned());
        for (index, line) in decoded.into_iter().enumerate() {
            self.take(line, index + 1);
        }
        Ok(())
    }

    /// Takes in a line of the file that was begun last.
    fn take(&mut self, line: Decoded, number: usize) {
        self.reading.newer |= line.newer;
        let at = (self.files.len() - 1, number);
        let events = line.events.into_iter();
        self.found.extend(events.map(|event| (event, at)));
        for reason in line.faults {
            self.fault(at, reason);
        }
    }

    fn fault(&mut self, (file, line): At, reason: LineFault) {
        if self.reading.faults.len() == FAULTS_KEPT {
            self.reading.more_faults += 1;
            return;
        }
        let file = self.files[file].clone();
        self.reading.faults.push(Fault { file, line, reason });
    }

    /// The reading, and the lines of events that the device's copy lacks.
    pub(super) fn finish(mut self, journal: &Path) -> (Reading, String) {
        self.add_missing();
        let found = std::mem::take(&mut self.found);
        let mut kept = self.each_once(found);
        self.judge_numbers(&mut kept);
        self.reading.events = kept.into_iter().map(|(event, _)| event).collect();
        self.reading.events.sort_by_key(Event::order);
        self.add_warnings(journal);
        (self.reading, self.uncopied)
    }

    /// Adds the events that only the device's copy has, and names those that the journal lacks, here
    /// and in other files.
    fn add_missing(&mut self) {
        let copied = self.copy.take().map(|mut copy| {
            self.reading.files.extend(copy.file.take());
            copy.into_unseen()
        });
        let copied = copied.unwrap_or_default();
        let has_others = self.files.len() > 1;
        if copied.is_empty() && !has_others {
            return;
        }
        // Only these may be in the journal too, so only events with their ids are compared.
        let others = self.found.iter().filter(|(_, at)| at.0 != 0);
        let others = others.map(|(event, _)| event).chain(&copied);
        let ids: HashSet<Uuid> = others.map(|event| event.id).collect();
        let in_journal = self.found.iter().filter(|(_, at)| at.0 == 0);
        let known: HashSet<u64> = in_journal
            .filter(|(event, _)| ids.contains(&event.id))
            .map(|(event, _)| hash(codec::canonical(event).as_bytes()))
            .collect();
        let lacks = |event: &Event| !known.contains(&hash(codec::canonical(event).as_bytes()));
        for (index, path) in self.files.iter().enumerate().skip(1) {
            let events = self.found.iter().filter(|(_, at)| at.0 == index);
            let lacking = events.map(|(event, _)| event).filter(|event| lacks(event));
            self.reading.other_files.push(OtherFile {
                path: path.clone(),
                lacking: lacking.cloned().collect(),
            });
        }
        self.reading.missing = copied.into_iter().filter(lacks).collect();
        let missing = self.reading.missing.iter().cloned();
        // No fault is reported of these: what they differ from is reported where it is.
        self.found.extend(missing.map(|event| (event, (0, 0))));
    }

    /// Each event once. Of several with the same id, each that differs counts: one of them is what
    /// its device wrote, and nothing says which.
    fn each_once(&mut self, mut found: Vec<(Event, At)>) -> Vec<(Event, At)> {
        found.sort_by_key(|(event, _)| event.id);
        let mut kept: Vec<(Event, At)> = Vec::with_capacity(found.len());
        let mut rest = found.into_iter().peekable();
        while let Some((event, at)) = rest.next() {
            let mut variants = Vec::new();
            while let Some((other, at)) = rest.next_if(|(next, _)| next.id == event.id) {
                if other != event {
                    variants.push((other, at));
                }
            }
            if variants.is_empty() {
                kept.push((event, at));
                continue;
            }
            variants.insert(0, (event, at));
            let line = |(event, at): (Event, At)| (codec::canonical(&event), event, at);
            let mut variants: Vec<(String, Event, At)> = variants.into_iter().map(line).collect();
            variants.sort_by(|a, b| a.0.cmp(&b.0));
            variants.dedup_by(|a, b| a.0 == b.0);
            let last = variants.iter().map(|variant| variant.2).max();
            if let Some(at) = last.filter(|_| variants.len() > 1) {
                let id = variants[0].1.id.to_string();
                self.fault(at, LineFault::Conflict { id });
            }
            kept.extend(variants.into_iter().map(|(_, event, at)| (event, at)));
        }
        kept
    }

    /// Puts events with an impossible number before all others, so that no edited line can rule over
    /// all marks to come.
    fn judge_numbers(&mut self, kept: &mut [(Event, At)]) {
        let limit = greatest_n(kept.len());
        for (event, at) in kept.iter_mut().filter(|(event, _)| event.n > limit) {
            self.fault(*at, LineFault::ImpossibleNumber { n: event.n });
            self.reading.impossible.push(event.n);
            event.n = 0;
        }
    }

    fn add_warnings(&mut self, journal: &Path) {
        let reading = &mut self.reading;
        let faults = reading.fault_warning();
        reading.warnings.extend(faults);
        if reading.newer {
            let warning = JournalWarning::NewerVersion(journal.to_owned());
            reading.warnings.push(warning.into());
        }
    }
}

fn decode(line: &[u8], whole: bool) -> Decoded {
    if whole {
        return codec::decode_line(line);
    }
    Decoded {
        faults: vec![LineFault::TooLong],
        ..Decoded::default()
    }
}
