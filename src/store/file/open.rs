//! Opening files that only `plan` and their owner write: no links, FIFOs or foreign files.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;
use rustix::io::Errno;

use super::error::{failed, foreign_owner, not_plain, read_error};
use crate::error::Result;
use crate::text::{Attempt, Folder, Obstacle};

/// How a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Access {
    /// For reading; a missing file is not created.
    Read,
    /// For reading and writing; a missing file is created with mode 0600.
    Write,
    /// For reading and appending; a missing file is created with mode 0600.
    Append,
}

/// Opens `path` in the state folder. It must be a regular file of this user, and have one link if it is opened
/// for writing. `None` if it is missing, which only [`Access::Read`] returns.
///
/// # Errors
/// `CannotCreate` if it is not such a file, or may not be created or written; `Io` otherwise.
pub(in crate::store) fn open(path: &Path, access: Access) -> Result<Option<File>> {
    let mut options = OpenOptions::new();
    options.read(true);
    match access {
        Access::Read => &mut options,
        Access::Write => options.write(true).create(true),
        Access::Append => options.append(true).create(true),
    };
    // NOFOLLOW: no link may lead the marks elsewhere. NONBLOCK: opening a FIFO would hang.
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let opened = options
        .mode(0o600)
        .custom_flags(flags.cast_signed())
        .open(path);
    let writing = access != Access::Read;
    let file = match opened {
        Ok(file) => file,
        Err(error) if !writing && error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) if is(&error, Errno::LOOP) => return Err(not_plain(path, Obstacle::Link)),
        Err(error) if is(&error, Errno::ISDIR) => return Err(not_plain(path, Obstacle::Folder)),
        Err(error) if is(&error, Errno::NOTDIR) => {
            return Err(not_plain(path, Obstacle::FileAbove));
        }
        // A socket, or a device file without a device.
        Err(error) if is(&error, Errno::NXIO) => return Err(not_plain(path, Obstacle::Special)),
        Err(error) if writing => return Err(failed(Attempt::Open, path, &error, Folder::State)),
        Err(error) => return Err(read_error(path, &error)),
    };
    let meta = file.metadata().map_err(|error| read_error(path, &error))?;
    check(path, &meta, writing)?;
    Ok(Some(file))
}

/// Checks that `meta` describes a regular file of this user, with one link if it is `writing`:
/// a write to a file with several links would show up elsewhere too.
///
/// # Errors
/// `CannotCreate` if not.
pub(in crate::store) fn check(path: &Path, meta: &Metadata, writing: bool) -> Result<()> {
    if meta.is_dir() {
        return Err(not_plain(path, Obstacle::Folder));
    }
    if !meta.is_file() {
        return Err(not_plain(path, Obstacle::Special));
    }
    if meta.uid() != own_uid() {
        return Err(foreign_owner(path, meta.uid(), Folder::State));
    }
    if writing && meta.nlink() > 1 {
        return Err(not_plain(path, Obstacle::HardLinks));
    }
    Ok(())
}

/// Whether `path` still names the open `file`.
pub(in crate::store) fn is_at(file: &File, path: &Path) -> bool {
    let same = |open: Metadata| {
        let named = path.symlink_metadata().ok()?;
        Some((named.dev(), named.ino()) == (open.dev(), open.ino()))
    };
    file.metadata().ok().and_then(same).unwrap_or(false)
}

/// The user whose files these must be.
pub(in crate::store) fn own_uid() -> u32 {
    rustix::process::geteuid().as_raw()
}

fn is(error: &io::Error, errno: Errno) -> bool {
    Errno::from_io_error(error) == Some(errno)
}
