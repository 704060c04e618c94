//! Opening and reading files: those that only `plan` and their owner write (no links, FIFOs or
//! foreign files), and those that a person wrote (they may be missing, huge, or not files at all).

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;
use rustix::io::Errno;

use super::error::{failed, foreign_owner, not_plain};
use super::owner::{is_root, own_uid};
use crate::error::{Error, Result};
use crate::store::dry_run;
use crate::text::{Attempt, Folder, Obstacle};

/// Opens `path` in the state folder for reading; `None` if it is missing. It must be a regular
/// file of this user, if that is not root.
///
/// # Errors
/// `CannotCreate` if it is not such a file; `Io` if it cannot be read.
pub(in crate::store) fn open(path: &Path) -> Result<Option<File>> {
    match open_plain(path, OpenOptions::new().read(true)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(not_opened(Attempt::Read, path, &error, Folder::State)),
        Ok(file) => checked(path, file, false, Folder::State).map(Some),
    }
}

/// Opens `path` in the folder `folder` for reading and appending; a missing file is created with
/// mode 0600. It must be a regular file of this user with one link.
///
/// # Errors
/// `CannotCreate` if it is not such a file, or may not be created or written; `Io` otherwise.
pub(in crate::store) fn open_to_append(path: &Path, folder: Folder) -> Result<File> {
    match open_plain(
        path,
        OpenOptions::new()
            .read(true)
            .append(true)
            .create(!dry_run::is_on()),
    ) {
        Err(error) => Err(not_opened(Attempt::Open, path, &error, folder)),
        Ok(file) => checked(path, file, true, folder),
    }
}

/// Checks that [`open_to_append`] can open `path` in the state folder, if it is there, and creates nothing.
///
/// # Errors
/// As [`open_to_append`].
pub(in crate::store) fn check_append(path: &Path) -> Result<()> {
    match open_plain(path, OpenOptions::new().read(true).append(true)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(not_opened(Attempt::Open, path, &error, Folder::State)),
        Ok(file) => checked(path, file, true, Folder::State).map(|_| ()),
    }
}

/// Opens a file, but no link: none may lead the marks elsewhere. Opening a FIFO does not block.
fn open_plain(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let options = options.mode(0o600).custom_flags(flags.bits().cast_signed());
    options.open(path)
}

fn not_opened(attempt: Attempt, path: &Path, error: &io::Error, folder: Folder) -> Error {
    let found = match Errno::from_io_error(error) {
        Some(Errno::LOOP) => Obstacle::Link,
        Some(Errno::ISDIR) => Obstacle::Folder,
        Some(Errno::NOTDIR) => Obstacle::FileAbove,
        // A socket, or a device file without a device.
        Some(Errno::NXIO) => Obstacle::Special,
        _ => return failed(attempt, path, error, folder),
    };
    not_plain(path, found, folder)
}

/// Checks that `file` is a regular file of this user, with one link if it is opened for `writing`:
/// a write to a file with several links would show up elsewhere too.
fn checked(path: &Path, file: File, writing: bool, folder: Folder) -> Result<File> {
    let meta = file
        .metadata()
        .map_err(|error| failed(Attempt::Read, path, &error, folder))?;
    if let Some(found) = obstacle(&meta) {
        return Err(not_plain(path, found, folder));
    }
    // Root reads everything, but must not write what its owner could not write any more.
    if meta.uid() != own_uid() && (writing || !is_root()) {
        return Err(foreign_owner(path, meta.uid(), folder));
    }
    if writing && meta.nlink() > 1 {
        return Err(not_plain(path, Obstacle::HardLinks, folder));
    }
    Ok(file)
}

/// What there is instead of a regular file.
fn obstacle(meta: &Metadata) -> Option<Obstacle> {
    if meta.is_dir() {
        Some(Obstacle::Folder)
    } else {
        (!meta.is_file()).then_some(Obstacle::Special)
    }
}

/// Whether `path` still names the open `file`.
pub(in crate::store) fn is_at(file: &File, path: &Path) -> bool {
    let id = |meta: Metadata| (meta.dev(), meta.ino());
    let (open, named) = (file.metadata().map(id), path.symlink_metadata().map(id));
    matches!((open, named), (Ok(open), Ok(named)) if open == named)
}

/// What was found at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) enum Content {
    /// Nothing.
    Missing,
    /// A file, with all its bytes.
    Whole(Vec<u8>),
    /// A file with more bytes than the cap: this many.
    TooLarge(u64),
    /// Something other than a file.
    NotAFile(Obstacle),
}

/// Opens what is at `path` for reading. Links are followed.
///
/// # Errors
/// Those of the system.
pub(in crate::store) fn open_followed(path: &Path) -> io::Result<File> {
    // Without NONBLOCK, opening a FIFO would hang until somebody writes to it.
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    File::options().read(true).custom_flags(flags).open(path)
}

/// Reads the file at `path` if it has at most `max` bytes. Links are followed.
///
/// # Errors
/// Those of opening and reading, except for a missing file.
pub(in crate::store) fn read_capped(path: &Path, max: u64) -> io::Result<Content> {
    if let Some(bytes) = dry_run::file(path) {
        return Ok(Content::Whole(bytes));
    }
    let file = match open_followed(path) {
        // Only from opening: ENOENT from a later call is a fault of the disk, not a missing file.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Content::Missing),
        opened => opened?,
    };
    let meta = file.metadata()?;
    if let Some(found) = obstacle(&meta) {
        return Ok(Content::NotAFile(found));
    }
    if meta.len() > max {
        return Ok(Content::TooLarge(meta.len()));
    }
    // The cap holds even if the file grows meanwhile.
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len() + 1).unwrap_or(0));
    let read = (&file).take(max + 1).read_to_end(&mut bytes)? as u64;
    Ok(if read > max {
        Content::TooLarge(read)
    } else {
        Content::Whole(bytes)
    })
}
