//! One writer at a time: a lock on a file that is never deleted. The system releases the lock when
//! the process that holds it ends, however it ends.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use super::dry_run;
use super::file::{check_append, failed, is_at, open, open_to_append};
use crate::error::{Error, ErrorKind, Result};
use crate::escape::shell_word;
use crate::text::{Attempt, FileHint, Folder, Journal, JournalHint};

/// How long a writer waits for the lock.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// A held lock, released on drop.
#[derive(Debug)]
#[must_use = "the lock is released on drop"]
pub(crate) struct Lock {
    _file: Option<File>,
}

/// Waits at most `limit` for an exclusive lock on the file `path` in the folder `folder`, which is
/// created if missing.
///
/// # Errors
/// `Locked` if another process holds the lock all the time; `CannotCreate` if the file cannot be
/// created or is not a plain file of this user; `Io` if the file system has no locks.
pub(crate) fn exclusive(path: &Path, limit: Duration, folder: Folder) -> Result<Lock> {
    if dry_run::is_on() {
        return of_existing(path, limit, folder);
    }
    let since = Instant::now();
    loop {
        let file = open_to_append(path, folder)?;
        match wait(|| file.try_lock(), limit.saturating_sub(since.elapsed())) {
            // If the file was deleted meanwhile, another writer may have locked its successor.
            Ok(()) if is_at(&file, path) => {
                return Ok(Lock { _file: Some(file) });
            }
            Ok(()) if since.elapsed() < limit => {}
            Ok(()) | Err(TryLockError::WouldBlock) => return Err(held(path, folder)),
            Err(TryLockError::Error(error)) => {
                return Err(failed(Attempt::Lock, path, &error, folder));
            }
        }
    }
}

/// The lock for a run that writes nothing: one without a file where there is none.
fn of_existing(path: &Path, limit: Duration, folder: Folder) -> Result<Lock> {
    check_append(path)?;
    let file = open(path)?;
    match file.as_ref().map(|file| wait(|| file.try_lock(), limit)) {
        None | Some(Ok(())) => Ok(Lock { _file: file }),
        Some(Err(TryLockError::WouldBlock)) => Err(held(path, folder)),
        Some(Err(TryLockError::Error(error))) => Err(failed(Attempt::Lock, path, &error, folder)),
    }
}

/// Waits at most `limit` for a lock on the file `path` that is shared with other readers. `None`
/// if that fails or there is no such file: reading works without it.
pub(crate) fn shared(path: &Path, limit: Duration) -> Option<Lock> {
    let file = open(path).ok()??;
    wait(|| file.try_lock_shared(), limit).ok()?;
    Some(Lock { _file: Some(file) })
}

/// Tries until `limit` has passed; the pauses grow from 1 ms to 50 ms.
fn wait(
    attempt: impl Fn() -> std::result::Result<(), TryLockError>,
    limit: Duration,
) -> std::result::Result<(), TryLockError> {
    let since = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        match attempt() {
            Err(TryLockError::WouldBlock) if since.elapsed() < limit => {
                std::thread::sleep(pause.min(limit.saturating_sub(since.elapsed())));
                pause = (pause * 2).min(Duration::from_millis(50));
            }
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

fn held(path: &Path, of: Folder) -> Error {
    let folder = path.parent().unwrap_or(path).to_owned();
    let command = format!("fuser -v {}", shell_word(path));
    let error = Error::new(ErrorKind::Locked, Journal::LockHeld { folder });
    let error = match of {
        Folder::State => error.hint(JournalHint::WaitForLock),
        _ => error.hint(FileHint::Repeat),
    };
    error.hint(JournalHint::FindHolder { command })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_held_elsewhere_is_waited_for_and_then_reported() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let first = exclusive(&path, Duration::ZERO, Folder::State).unwrap();
        let limit = Duration::from_millis(30);
        let since = Instant::now();
        let error = exclusive(&path, limit, Folder::State).unwrap_err();
        assert!(since.elapsed() >= limit);
        assert_eq!(error.kind, ErrorKind::Locked);
        assert!(
            error
                .message
                .to_string()
                .starts_with("another plan holds the lock of `/")
        );
        assert!(shared(&path, limit).is_none());
        // The control: once it is released, both kinds succeed.
        drop(first);
        drop(exclusive(&path, limit, Folder::State).unwrap());
        let (one, two) = (shared(&path, limit), shared(&path, limit));
        assert!(one.is_some() && two.is_some());
        assert!(exclusive(&path, limit, Folder::State).is_err());
    }

    #[test]
    fn a_reader_does_not_create_the_lock_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        assert!(shared(&path, Duration::ZERO).is_none());
        assert!(!path.exists());
    }

    #[test]
    fn a_deleted_lock_file_protects_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let _old = exclusive(&path, Duration::ZERO, Folder::State).unwrap();
        let file = File::open(&path).unwrap();
        assert!(is_at(&file, &path));
        std::fs::rename(&path, dir.path().join("gone")).unwrap();
        assert!(!is_at(&file, &path));
        assert!(exclusive(&path, Duration::ZERO, Folder::State).is_ok());
    }
}
