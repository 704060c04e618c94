//! Reading a journal, whatever has happened to its lines.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::folder;
use super::lines::{End, Lines};
use crate::error::Result;
use crate::progress::Event;
use crate::store::cache::FileState;
use crate::store::codec::{self, Decoded};
use crate::store::file::{self, read_error};
use crate::text::{JournalWarning, LineFault, Message};

/// How many faults are listed; the rest is only counted. A file of another kind, put here by
/// mistake, can have a million lines.
pub(crate) const FAULTS_KEPT: usize = 1000;

/// Something in a journal that cannot be read. It stays in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The file: the journal or a conflict copy next to it.
    pub(crate) file: PathBuf,
    /// The line, from 1.
    pub(crate) line: usize,
    /// What is wrong with it.
    pub(crate) reason: LineFault,
}

/// The content of a journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// All events, each id once, sorted by [`Event::order`].
    pub(crate) events: Vec<Event>,
    /// What could not be read, in file and line order: the first [`FAULTS_KEPT`].
    pub(crate) faults: Vec<Fault>,
    /// How many more there are.
    pub(crate) more_faults: usize,
    /// Whether a newer version of the program wrote some of it.
    pub(crate) newer: bool,
    /// The length of `journal.jsonl` in bytes; 0 if it is missing.
    pub(crate) bytes: u64,
    /// The files that were read, in order, and the state of each; empty if that is uncertain.
    pub(crate) files: Vec<(PathBuf, FileState)>,
    /// Conflict copies of a sync service that were read as well, sorted by name.
    pub(crate) other_files: Vec<PathBuf>,
    /// What the learner should know about reading.
    pub(crate) warnings: Vec<Message>,
}

impl Reading {
    /// The greatest Lamport number; 0 if there are no events. A new event gets the next one.
    pub(crate) fn max_n(&self) -> u64 {
        self.events.last().map_or(0, |event| event.n)
    }

    /// The number of all faults, listed or not.
    pub(crate) fn fault_count(&self) -> usize {
        self.faults.len() + self.more_faults
    }

    /// The warning about the faults; `None` if there are none.
    pub(crate) fn fault_warning(&self) -> Option<Message> {
        let first = self.faults.first()?;
        let warning = JournalWarning::Unreadable {
            path: first.file.clone(),
            line: first.line,
            fault: first.reason.clone(),
            more: self.fault_count() - 1,
        };
        Some(warning.into())
    }

    /// Adds events that have just been written.
    pub(super) fn add(&mut self, written: &[Event]) {
        self.events.extend_from_slice(written);
        self.events.sort_by_key(Event::order);
    }

    /// Sets the present state of the journal. `None` makes the states of all files uncertain.
    pub(super) fn set_state(&mut self, journal: &Path, state: Option<FileState>) {
        let Some(state) = state else {
            self.files.clear();
            return;
        };
        self.files.retain(|(path, _)| path != journal);
        self.files.insert(0, (journal.to_owned(), state));
    }
}

/// Reads `journal` and the conflict copies next to it.
pub(super) fn read(journal: &Path) -> Result<(Reading, End)> {
    let mut gathered = Gathered::default();
    let mut end = End::default();
    if let Some(file) = file::open(journal)? {
        end = gathered
            .scan(journal, &file)
            .map_err(|error| read_error(journal, &error))?;
        gathered.reading.bytes = end.length;
    }
    for path in folder::conflict_copies(journal)? {
        // The journal itself can be read, so a copy that cannot be read is only a warning.
        let error = match file::open(&path) {
            Ok(None) => None,
            Ok(Some(file)) => {
                let scanned = gathered.scan(&path, &file);
                scanned.err().map(|error| read_error(&path, &error))
            }
            Err(error) => Some(error),
        };
        let warning = error.map(|error| {
            let error = Box::new(error.message);
            Message::from(JournalWarning::CopyIgnored { error })
        });
        gathered.reading.warnings.extend(warning);
        gathered.reading.other_files.push(path);
    }
    let mut reading = gathered.finish(journal);
    if reading.events.is_empty() {
        reading.warnings.extend(only_backups(journal));
    }
    Ok((reading, end))
}

/// The present state of `journal` and of the conflict copies next to it, as [`Reading::files`] has
/// them; `None` if there is no journal or something cannot be read.
pub(super) fn states(journal: &Path) -> Option<Vec<(PathBuf, FileState)>> {
    let paths = [journal.to_owned()]
        .into_iter()
        .chain(folder::conflict_copies(journal).ok()?);
    let state = |path: PathBuf| {
        let file = file::open(&path).ok()??;
        let state = FileState::now(&file).ok()?;
        Some((path, state))
    };
    paths.map(state).collect()
}

/// A warning if there are backups, for a journal without events.
fn only_backups(journal: &Path) -> Option<Message> {
    let backups = folder::backups(journal.parent()?);
    let is_backup = |name: &OsString| name.to_string_lossy().ends_with(".jsonl");
    let any = file::names(&backups).ok()?.iter().any(is_backup);
    let journal = journal.to_owned();
    any.then(|| JournalWarning::OnlyBackups { journal, backups }.into())
}

/// The events in one file, without conflict copies; none if the file is missing.
pub(super) fn events(path: &Path) -> Result<Vec<Event>> {
    let mut gathered = Gathered::default();
    if let Some(file) = file::open(path)? {
        gathered
            .scan(path, &file)
            .map_err(|error| read_error(path, &error))?;
    }
    Ok(gathered.finish(path).events)
}

/// The index of a file, and a line in it.
type At = (usize, usize);

/// Collects events, with their positions in case two have the same id.
#[derive(Default)]
struct Gathered {
    reading: Reading,
    files: Vec<PathBuf>,
    found: Vec<(Event, At)>,
}

impl Gathered {
    /// Reads one file to its end. The last line needs no newline.
    fn scan(&mut self, path: &Path, file: &File) -> io::Result<End> {
        let meta = file.metadata()?;
        let mut lines = Lines::of(file);
        let mut line = Vec::new();
        self.files.push(path.to_owned());
        let mut number = 0;
        while let Some(whole) = lines.next_into(&mut line)? {
            number += 1;
            let decoded = if whole {
                codec::decode_line(&line)
            } else {
                Decoded {
                    faults: vec![LineFault::TooLong],
                    ..Decoded::default()
                }
            };
            self.reading.newer |= decoded.newer;
            let at = (self.files.len() - 1, number);
            let events = decoded.events.into_iter();
            self.found.extend(events.map(|event| (event, at)));
            for reason in decoded.faults {
                self.fault(at, reason);
            }
        }
        let state = lines.end.state(&meta);
        self.reading.files.push((path.to_owned(), state));
        Ok(lines.end)
    }

    fn fault(&mut self, (file, line): At, reason: LineFault) {
        if self.reading.faults.len() == FAULTS_KEPT {
            self.reading.more_faults += 1;
            return;
        }
        let file = self.files[file].clone();
        self.reading.faults.push(Fault { file, line, reason });
    }

    fn finish(mut self, journal: &Path) -> Reading {
        let mut found = std::mem::take(&mut self.found);
        found.sort_by_key(|(event, _)| event.id);
        let mut kept: Vec<Event> = Vec::with_capacity(found.len());
        for (event, at) in found {
            match kept.last_mut().filter(|last| last.id == event.id) {
                None => kept.push(event),
                Some(last) => {
                    let (old, new) = (codec::canonical(last), codec::canonical(&event));
                    if old != new {
                        let id = event.id.to_string();
                        self.fault(at, LineFault::Conflict { id });
                    }
                    // Every device must choose the same one, whatever the order of lines.
                    if new > old {
                        *last = event;
                    }
                }
            }
        }
        kept.sort_by_key(Event::order);
        self.reading.events = kept;
        self.warn(journal);
        self.reading
    }

    fn warn(&mut self, journal: &Path) {
        let reading = &mut self.reading;
        let faults = reading.fault_warning();
        reading.warnings.extend(faults);
        if reading.newer {
            let warning = JournalWarning::NewerVersion(journal.to_owned());
            reading.warnings.push(warning.into());
        }
    }
}
