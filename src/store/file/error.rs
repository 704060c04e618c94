//! System errors as messages with hints.

use std::io;
use std::path::Path;

use rustix::io::Errno;

use super::owner::foreign_folder;
use crate::error::{Error, ErrorKind};
use crate::escape::shell_word;
use crate::text::{Attempt, File, FileHint, Folder, Obstacle};

/// The error for a failed `attempt` in the folder `folder`, or at a path that the command names: `CannotCreate` if a file or folder could
/// not be created or opened for writing, `Io` for everything else, such as a faulty disk.
pub(in crate::store) fn failed(
    attempt: Attempt,
    path: &Path,
    error: &io::Error,
    folder: impl Into<Option<Folder>>,
) -> Error {
    let folder = folder.into();
    // No error of the system but ours: root is kept out of another user's folder.
    if let Some((dir, uid)) = foreign_folder(path)
        && error.kind() == io::ErrorKind::PermissionDenied
    {
        return foreign_owner(dir, uid, folder);
    }
    let is_fault_of_disk = matches!(
        Errno::from_io_error(error),
        Some(Errno::IO | Errno::MFILE | Errno::NFILE | Errno::NOMEM | Errno::STALE)
    );
    let kind = match attempt {
        Attempt::Read
        | Attempt::Save
        | Attempt::SyncSaved
        | Attempt::Lock
        | Attempt::Record
        | Attempt::Confirm => ErrorKind::Io,
        _ if is_fault_of_disk => ErrorKind::Io,
        _ => ErrorKind::CannotCreate,
    };
    let hint = match attempt {
        Attempt::SyncSaved | Attempt::Confirm => FileHint::Repeat,
        Attempt::Lock => folder.map_or(FileHint::Repeat, FileHint::UseLocalDisk),
        _ => hint_for(error, path, folder),
    };
    let message = File::Failed {
        attempt,
        path: path.to_owned(),
        reason: reason(error),
    };
    Error::new(kind, message).hint(hint)
}

/// The error for a failed read of `path` in the state folder.
pub(in crate::store) fn read_error(path: &Path, error: &io::Error) -> Error {
    failed(Attempt::Read, path, error, Folder::State)
}

/// The error for something other than a plain file at `path` in the folder `folder`.
pub(in crate::store) fn not_plain(path: &Path, found: Obstacle, folder: Folder) -> Error {
    let path = path.to_owned();
    Error::new(ErrorKind::CannotCreate, File::NotPlain { path, found })
        .hint(FileHint::MoveAway(folder))
}

/// The error for a `path` that belongs to another user.
pub(in crate::store) fn foreign_owner(
    path: &Path,
    uid: u32,
    folder: impl Into<Option<Folder>>,
) -> Error {
    let folder = folder.into();
    let path = path.to_owned();
    let hint = match uid {
        0 => FileHint::OwnFolder(folder),
        _ => FileHint::RunAsOwner(folder),
    };
    Error::new(ErrorKind::CannotCreate, File::ForeignOwner { path, uid }).hint(hint)
}

/// The hint for a system error with `path` in the folder `folder`.
fn hint_for(error: &io::Error, path: &Path, folder: Option<Folder>) -> FileHint {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FileHint::FreeSpace,
        io::ErrorKind::ReadOnlyFilesystem => FileHint::ReadOnly(folder),
        io::ErrorKind::PermissionDenied => FileHint::CheckPermissions {
            command: list_command(path),
            folder,
        },
        io::ErrorKind::FileTooLarge => FileHint::RaiseSizeLimit,
        _ => FileHint::CheckDisk(folder),
    }
}

/// A command that shows the permissions of `path`, or of the nearest folder above that exists.
pub(in crate::store) fn list_command(path: &Path) -> String {
    let exists = |path: &&Path| path.symlink_metadata().is_ok();
    let nearest = path.ancestors().find(exists).unwrap_or(Path::new("."));
    format!("ls -ld {}", shell_word(nearest))
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
