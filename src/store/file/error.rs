//! Errors of the system as the learner sees them.

use std::io;
use std::path::Path;

use rustix::io::Errno;

use crate::error::{Error, ErrorKind};
use crate::escape;

/// Creating, replacing or opening for writing failed: `CannotCreate`, or `Io` for faults of the
/// disk and exhausted resources.
pub(in crate::store) fn write_error(verb: &str, path: &Path, error: &io::Error) -> Error {
    let kind = match Errno::from_io_error(error) {
        Some(Errno::IO | Errno::MFILE | Errno::NFILE | Errno::NOMEM | Errno::STALE) => {
            ErrorKind::Io
        }
        _ => ErrorKind::CannotCreate,
    };
    let message = format!("cannot {verb} {}: {}", shown(path), reason(error));
    Error::new(kind, message).hint(hint_for(error))
}

/// Reading failed.
pub(in crate::store) fn read_error(path: &Path, error: &io::Error) -> Error {
    let message = format!("cannot read {}: {}", shown(path), reason(error));
    Error::new(ErrorKind::Io, message).hint(hint_for(error))
}

/// `path` is `what` instead of a plain file.
pub(in crate::store) fn not_plain(path: &Path, what: &str) -> Error {
    Error::new(
        ErrorKind::CannotCreate,
        format!("{} is {what}", shown(path)),
    )
    .hint(
        "plan keeps marks in plain files of its own only: move it away, \
         or set `PLAN_STATE_DIR` to another folder",
    )
}

/// `path` belongs to another user, `uid`; `variable` can name another folder.
pub(in crate::store) fn foreign_owner(path: &Path, uid: u32, variable: &str) -> Error {
    let message = format!("{} belongs to another user (uid {uid})", shown(path));
    Error::new(ErrorKind::CannotCreate, message).hint(format!(
        "run plan as that user, or set `{variable}` to a folder of your own"
    ))
}

/// What to do about an error of the system.
pub(in crate::store) fn hint_for(error: &io::Error) -> &'static str {
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

/// A path as an error shows it.
pub(in crate::store) fn shown(path: &Path) -> String {
    format!("`{}`", escape::terminal(&path.to_string_lossy()))
}

/// The system's description of the error, without its number.
pub(in crate::store) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}
