//! A run that only shows what it would record: no file is written. What would be in a file or in a
//! journal is kept in memory and read from there, so that the rest of the run goes on as if it had
//! been written.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::progress::Event;

/// What the run would have written, by absolute paths.
#[derive(Default)]
struct Unwritten {
    /// Whole files.
    files: HashMap<PathBuf, Vec<u8>>,
    /// The events that were added to journals.
    events: HashMap<PathBuf, Vec<Event>>,
}

static UNWRITTEN: OnceLock<Mutex<Unwritten>> = OnceLock::new();

/// From now on, this process writes no file.
pub(crate) fn begin() {
    UNWRITTEN.get_or_init(Mutex::default);
}

/// Whether no file is to be written.
pub(in crate::store) fn is_on() -> bool {
    UNWRITTEN.get().is_some()
}

fn unwritten() -> Option<MutexGuard<'static, Unwritten>> {
    let unwritten = UNWRITTEN.get()?;
    Some(unwritten.lock().unwrap_or_else(PoisonError::into_inner))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Keeps what would be in the file `path`.
pub(in crate::store) fn keep_file(path: &Path, bytes: &[u8]) {
    if let Some(mut unwritten) = unwritten() {
        unwritten.files.insert(absolute(path), bytes.to_owned());
    }
}

/// What would be in the file `path`, if the run would have written it.
pub(in crate::store) fn file(path: &Path) -> Option<Vec<u8>> {
    unwritten()?.files.get(&absolute(path)).cloned()
}

/// The absolute form of `path`, if the run would have written a file there.
pub(in crate::store) fn place(path: &Path) -> Option<PathBuf> {
    file(path).map(|_| absolute(path))
}

/// Keeps events that would be in the journal `path`.
pub(in crate::store) fn keep_events(path: &Path, events: &[Event]) {
    if let Some(mut unwritten) = unwritten() {
        let kept = unwritten.events.entry(absolute(path)).or_default();
        kept.extend_from_slice(events);
    }
}

/// The events that would be in the journal `path`.
pub(in crate::store) fn events(path: &Path) -> Vec<Event> {
    let unwritten = unwritten();
    let events = unwritten
        .as_ref()
        .and_then(|all| all.events.get(&absolute(path)));
    events.cloned().unwrap_or_default()
}

/// The journals with such events.
pub(in crate::store) fn journals() -> Vec<PathBuf> {
    let unwritten = unwritten();
    let journals = unwritten.iter().flat_map(|all| all.events.keys());
    journals.cloned().collect()
}
