//! Appending to a journal durably.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use super::folder;
use crate::error::{Error, ErrorKind, Result};
use crate::store::file::{self, is_at};
use crate::text::{Attempt, Folder, Journal, JournalHint};

/// How many times the lines are written if another program keeps replacing the file.
const ATTEMPTS: usize = 5;

/// Appends `lines`, which end in a newline. When this returns `Ok`, they are on the disk. Returns
/// whether another program replaced the file meanwhile, so that they were written again.
///
/// # Errors
/// `CannotCreate` if the file cannot be created or is not safe; `Io` with `not recorded` or, once
/// all bytes may be in the file, `not confirmed`.
pub(super) fn append(path: &Path, lines: &str) -> Result<bool> {
    // A sync service may have replaced the file with one that lacks these lines.
    append_until(path, lines, |file| is_at(file, path))
}

pub(super) fn append_until(
    path: &Path,
    lines: &str,
    mut is_there: impl FnMut(&File) -> bool,
) -> Result<bool> {
    file::catch_size_signal();
    for attempt in 0..ATTEMPTS {
        let file = append_once(path, lines)?;
        if is_there(&file) {
            return Ok(attempt > 0);
        }
    }
    let message = Journal::KeepsBeingReplaced(path.to_owned());
    Err(Error::new(ErrorKind::Io, message).hint(JournalHint::StopOtherProgram))
}

fn append_once(path: &Path, lines: &str) -> Result<File> {
    let file = file::open_to_append(path, Folder::State)?;
    let failed = |error| file::failed(Attempt::Record, path, &error, Folder::State);
    let length = file.metadata().map_err(failed)?.len();
    // All folder entries are synced before the first byte is written. So once a journal has bytes
    // in it, the folders above are safe, whoever created them and however that run ended.
    folder::sync(path.parent().unwrap_or(path), length == 0).map_err(failed)?;
    let mut bytes = Vec::with_capacity(lines.len() + 1);
    if length > 0 && last_byte(&file, length).map_err(failed)? != b'\n' {
        // An incomplete last line is ended, never cut off.
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(lines.as_bytes());
    let written = (&file).write(&bytes).map_err(failed)?;
    if written < bytes.len() {
        return Err(partly_written(path, written, bytes.len()));
    }
    // Never retried: after a failed sync, the kernel may report the next one as successful although
    // the data is lost.
    file.sync_data()
        .map_err(|error| file::failed(Attempt::Confirm, path, &error, Folder::State))?;
    Ok(file)
}

fn last_byte(file: &File, length: u64) -> io::Result<u8> {
    let mut last = [0];
    file.read_exact_at(&mut last, length - 1)?;
    Ok(last[0])
}

fn partly_written(path: &Path, written: usize, length: usize) -> Error {
    let message = Journal::PartlyWritten {
        path: path.to_owned(),
        written,
        length,
    };
    Error::new(ErrorKind::Io, message)
        .hint(JournalHint::MakeRoom)
        .hint(JournalHint::WholeLinesCount)
}
