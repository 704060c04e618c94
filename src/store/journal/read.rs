//! Reading a journal, the files next to it, and the device's own copy.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::folder;
use super::gather::Gathered;
use super::lines::End;
use super::own::Own;
use super::reading::Reading;
use crate::error::Result;
use crate::progress::Event;
use crate::store::cache::FileState;
use crate::store::file::{self, read_error};
use crate::text::{JournalWarning, Message};

/// What is read together: a journal, every file next to it that has events of its plan, and the
/// device's own copy.
pub(super) struct Contents {
    pub(super) reading: Reading,
    /// The end of the journal.
    pub(super) end: End,
    /// The lines of events in the journal that are by this device and that its copy lacks.
    pub(super) uncopied: String,
}

/// Reads `journal`, the other files of its folder, and `own`.
pub(super) fn read(journal: &Path, own: Option<&Own>, devices: &[String]) -> Result<Contents> {
    let copy = own.map(Own::read);
    let mut gathered = Gathered::new(journal, copy, devices);
    let mut end = End::default();
    if let Some(file) = file::open(journal)? {
        end = gathered
            .journal(journal, &file)
            .map_err(|error| read_error(journal, &error))?;
    }
    for path in folder::other_files(journal)? {
        // The journal itself can be read, so another file that cannot be read is only a warning.
        let error = match file::open(&path) {
            Ok(None) => None,
            Err(_) if path.is_dir() => None,
            Err(error) => Some(error),
            Ok(Some(file)) => {
                let scanned = gathered.other(&path, &file);
                scanned.err().map(|error| read_error(&path, &error))
            }
        };
        gathered.warn(error.map(|error| {
            let error = Box::new(error.message);
            JournalWarning::OtherIgnored { error }
        }));
    }
    let (mut reading, uncopied) = gathered.finish(journal);
    reading.bytes = end.length;
    if reading.events.is_empty() {
        reading.warnings.extend(only_backups(journal));
    }
    Ok(Contents {
        reading,
        end,
        uncopied,
    })
}

/// The present state of `journal`, of the other files of its folder and of `own`, as
/// [`Reading::files`] has them; `None` if there is no journal or something cannot be read.
pub(super) fn states(journal: &Path, own: Option<&Own>) -> Option<Vec<(PathBuf, FileState)>> {
    let mut states = Vec::new();
    let now = |path: &Path| {
        let file = file::open(path).ok()??;
        FileState::now(&file).ok()
    };
    states.push((journal.to_owned(), now(journal)?));
    for path in folder::other_files(journal).ok()? {
        if let Some(state) = now(&path) {
            states.push((path, state));
        }
    }
    states.extend(own.and_then(Own::state));
    Some(states)
}

/// A warning if there are backups, for a journal without events.
fn only_backups(journal: &Path) -> Option<Message> {
    let backups = folder::backups(journal.parent()?);
    let is_backup = |name: &OsString| name.to_string_lossy().ends_with(".jsonl");
    let any = file::names(&backups).ok()?.iter().any(is_backup);
    let journal = journal.to_owned();
    any.then(|| JournalWarning::OnlyBackups { journal, backups }.into())
}

/// The events in one file alone; none if the file is missing.
pub(super) fn events(path: &Path) -> Result<Vec<Event>> {
    let mut gathered = Gathered::new(path, None, &[]);
    if let Some(file) = file::open(path)? {
        gathered
            .journal(path, &file)
            .map_err(|error| read_error(path, &error))?;
    }
    Ok(gathered.finish(path).0.events)
}
