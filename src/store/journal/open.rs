//! Opening a file of ours with care, and telling why it could not be done.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;
use rustix::io::Errno;

use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::store::place::foreign;

/// How a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Access {
    /// To read what is there; nothing is created.
    Read,
    /// To read and write, creating it with mode 0600 where it is missing.
    Write,
    /// To read and to append, creating it with mode 0600 where it is missing.
    Append,
}

/// Opens `path`, which must be a regular file of ours, with one link if it is to be written.
/// `None` where there is none (which only [`Access::Read`] gives).
///
/// # Errors
/// `CannotCreate` where it is no such file or may not be created or written; `Io` else.
pub(in crate::store) fn open(path: &Path, access: Access) -> Result<Option<File>> {
    let mut options = OpenOptions::new();
    options.read(true);
    match access {
        Access::Read => &mut options,
        Access::Write => options.write(true).create(true),
        Access::Append => options.append(true).create(true),
    };
    // NOFOLLOW: no link leads the marks elsewhere. NONBLOCK: a FIFO does not hang.
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let opened = options
        .mode(0o600)
        .custom_flags(flags.cast_signed())
        .open(path);
    let writing = access != Access::Read;
    let file = match opened {
        Ok(file) => file,
        Err(error) if !writing && error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) if is(&error, Errno::LOOP) => return Err(refused(path, "a symbolic link")),
        Err(error) if is(&error, Errno::ISDIR) => return Err(refused(path, "a folder")),
        Err(error) if is(&error, Errno::NOTDIR) => {
            return Err(refused(path, "in no folder, for a file stands in its way"));
        }
        // A socket, or a device that is not there.
        Err(error) if is(&error, Errno::NXIO) => return Err(refused(path, "no regular file")),
        Err(error) if writing => return Err(cannot("open", path, &error)),
        Err(error) => return Err(unread(path, &error)),
    };
    let meta = file.metadata().map_err(|error| unread(path, &error))?;
    check(path, &meta, writing)?;
    Ok(Some(file))
}

pub(super) fn check(path: &Path, meta: &Metadata, writing: bool) -> Result<()> {
    if meta.is_dir() {
        return Err(refused(path, "a folder"));
    }
    if !meta.is_file() {
        return Err(refused(path, "no regular file"));
    }
    if meta.uid() != own_uid() {
        return Err(foreign(path, meta.uid(), "PLAN_STATE_DIR"));
    }
    if writing && meta.nlink() > 1 {
        return Err(refused(path, "one of several links to a file"));
    }
    Ok(())
}

/// The user that files must belong to.
pub(in crate::store) fn own_uid() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// A path as an error shows it.
pub(in crate::store) fn shown(path: &Path) -> String {
    format!("`{}`", escape::terminal(&path.to_string_lossy()))
}

/// What the system said, without its number.
pub(in crate::store) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

fn is(error: &io::Error, errno: Errno) -> bool {
    Errno::from_io_error(error) == Some(errno)
}

pub(super) fn refused(path: &Path, what: &str) -> Error {
    Error::new(
        ErrorKind::CannotCreate,
        format!("{} is {what}", shown(path)),
    )
    .hint(
        "plan keeps marks in plain files of its own only: move it away, \
         or set `PLAN_STATE_DIR` to another folder",
    )
}

/// Creating, or opening to write, failed: what must be changed first is `CannotCreate`.
pub(in crate::store) fn cannot(verb: &str, path: &Path, error: &io::Error) -> Error {
    let kind = match Errno::from_io_error(error) {
        Some(Errno::IO | Errno::MFILE | Errno::NFILE | Errno::NOMEM | Errno::STALE) => {
            ErrorKind::Io
        }
        _ => ErrorKind::CannotCreate,
    };
    let message = format!("cannot {verb} {}: {}", shown(path), reason(error));
    Error::new(kind, message).hint(remedy(error))
}

/// Reading failed.
pub(in crate::store) fn unread(path: &Path, error: &io::Error) -> Error {
    let message = format!("cannot read {}: {}", shown(path), reason(error));
    Error::new(ErrorKind::Io, message).hint(remedy(error))
}

/// What to do about an error of the system.
pub(in crate::store) fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on the disk, then run it again"
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            "the file system is read-only: remount it, or set `PLAN_STATE_DIR` to another folder"
        }
        io::ErrorKind::PermissionDenied => {
            "see who may do that with `ls -ld`, or set `PLAN_STATE_DIR` to a folder of your own"
        }
        io::ErrorKind::FileTooLarge => "raise the limit on file sizes (`ulimit -f`)",
        _ => "check the disk, or set `PLAN_STATE_DIR` to a folder on another one",
    }
}
