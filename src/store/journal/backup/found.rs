//! What is found in a folder of backups, and what of it is certain to be a copy of the journal.

use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;

use crate::error::{Error, ErrorKind, Result};
use crate::store::{codec, file};
use crate::text::{File, FileHint, Folder};

/// How much of a file is read to see whether it is a backup, in bytes: one line at least.
const HEAD: u64 = 2 * codec::LINE_LIMIT as u64;

/// The names of the daily and of the monthly backups in a folder, oldest first. Other files are
/// ignored.
pub(super) fn names(folder: &Path) -> (Vec<String>, Vec<String>) {
    let names = file::names(folder).unwrap_or_default();
    let names = names.into_iter().filter_map(|name| name.into_string().ok());
    let (mut daily, mut monthly) = (Vec::new(), Vec::new());
    for name in names {
        let Some(stem) = name.strip_suffix(".jsonl") else {
            continue;
        };
        let is_date = |text: &str| {
            let date = text.parse::<NaiveDate>();
            date.is_ok_and(|date| date.to_string() == text)
        };
        if is_date(stem) {
            daily.push(name);
        } else if is_date(&format!("{stem}-01")) {
            monthly.push(name);
        }
    }
    daily.sort_unstable();
    monthly.sort_unstable();
    (daily, monthly)
}

/// What is found where a backup belongs.
pub(super) enum Found {
    Nothing,
    /// A file without content, which holds nothing that could be lost.
    Empty,
    /// A file that begins as the journal does, or holds events.
    Copy,
}

/// Finds out whether `path` is a copy of a journal that begins with `journal`.
///
/// # Errors
/// `CannotCreate` if it is something else, a link for example; `Io` if it cannot be read.
pub(super) fn examine(path: &Path, journal: &[u8]) -> Result<Found> {
    let Some(head) = head_of(path)? else {
        return Ok(Found::Nothing);
    };
    if head.is_empty() {
        return Ok(Found::Empty);
    }
    let has_event = |line: &[u8]| !codec::decode_line(line).events.is_empty();
    if journal.starts_with(&head) || head.split(|byte| *byte == b'\n').any(has_event) {
        return Ok(Found::Copy);
    }
    Err(no_copy(path))
}

pub(super) fn no_copy(path: &Path) -> Error {
    let message = File::NoCopy(path.to_owned());
    Error::new(ErrorKind::CannotCreate, message).hint(FileHint::MoveAway(Folder::State))
}

/// How the file at `path` begins; empty if it is missing.
pub(super) fn head(path: &Path) -> Result<Vec<u8>> {
    Ok(head_of(path)?.unwrap_or_default())
}

fn head_of(path: &Path) -> Result<Option<Vec<u8>>> {
    let Some(file) = file::open(path)? else {
        return Ok(None);
    };
    let mut head = Vec::new();
    file.take(HEAD)
        .read_to_end(&mut head)
        .map_err(|error| file::read_error(path, &error))?;
    Ok(Some(head))
}
