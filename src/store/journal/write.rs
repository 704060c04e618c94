//! Appending to a journal so that it lasts.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use super::folder;
use crate::error::{Error, ErrorKind, Result};
use crate::store::file::{self, Access, hint_for, is_at, reason, shown};

/// How often the lines are written again when another program keeps replacing the file.
const ATTEMPTS: usize = 5;

/// Appends `lines`, which end in a newline. When this returns, they are on the disk. Gives whether
/// the file was replaced meanwhile, so that they had to be written again.
///
/// # Errors
/// `CannotCreate` where the file cannot be made or is not safe; `Io` with `not recorded` or,
/// once the bytes may be there, `not confirmed`.
pub(super) fn append(path: &Path, lines: &str) -> Result<bool> {
    // A sync service may have put another file in its place, which lacks these lines.
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
    let message = format!(
        "not confirmed: another program keeps replacing {}",
        shown(path)
    );
    Err(Error::new(ErrorKind::Io, message)
        .hint("stop it or let it finish, then run it again: repeats are harmless"))
}

fn append_once(path: &Path, lines: &str) -> Result<File> {
    let file = file::open(path, Access::Append)?
        .ok_or_else(|| not_recorded(path, &io::ErrorKind::NotFound.into()))?;
    let failed = |error| not_recorded(path, &error);
    let length = file.metadata().map_err(failed)?.len();
    // The entry lasts before the first byte is in, so a journal with bytes in it needs no care
    // for the folders above, whoever made them and however that run ended.
    folder::sync(path.parent().unwrap_or(path), length == 0).map_err(failed)?;
    let mut bytes = Vec::with_capacity(lines.len() + 1);
    if length > 0 && last_byte(&file, length).map_err(failed)? != b'\n' {
        // A torn tail is sealed, never cut.
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(lines.as_bytes());
    let written = (&file).write(&bytes).map_err(failed)?;
    if written < bytes.len() {
        return Err(short(path, written, bytes.len()));
    }
    // Once only: after a failed sync the next one may report success over lost pages.
    file.sync_data()
        .map_err(|error| not_confirmed(path, &error))?;
    Ok(file)
}

fn last_byte(file: &File, length: u64) -> io::Result<u8> {
    let mut last = [0];
    file.read_exact_at(&mut last, length - 1)?;
    Ok(last[0])
}

fn not_recorded(path: &Path, error: &io::Error) -> Error {
    let message = format!("not recorded: {}: {}", shown(path), reason(error));
    Error::new(ErrorKind::Io, message).hint(hint_for(error))
}

fn short(path: &Path, written: usize, length: usize) -> Error {
    let message = format!(
        "not recorded: only {written} of {length} bytes went into {}",
        shown(path)
    );
    Error::new(ErrorKind::Io, message)
        .hint("make room on the disk (or raise `ulimit -f`), then run it again")
        .hint("whole lines that went in count, half a line does not, and repeats are harmless")
}

fn not_confirmed(path: &Path, error: &io::Error) -> Error {
    let message = format!(
        "not confirmed: {} could not be synced: {}",
        shown(path),
        reason(error)
    );
    Error::new(ErrorKind::Io, message).hint("run it again, repeats are harmless")
}
