//! One writer at a time: a lock on a file that is never deleted. The system lets go of it when
//! its holder ends, however that ends.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use super::file::{Access, is_at, open, reason, shown};
use crate::error::{Error, ErrorKind, Result};

/// How long a writer waits for the lock.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// A lock that is held until this is dropped.
#[derive(Debug)]
#[must_use = "the lock is let go when this is dropped"]
pub struct Lock {
    _file: File,
}

/// Waits at most `limit` to hold the lock file `path` alone; makes it where it is missing.
///
/// # Errors
/// `Locked` when `limit` has passed; `CannotCreate` where the file cannot be made or is no plain
/// file of ours; `Io` where the file system knows no locks.
pub fn exclusive(path: &Path, limit: Duration) -> Result<Lock> {
    let since = Instant::now();
    loop {
        let Some(file) = open(path, Access::Write)? else {
            continue;
        };
        match wait(|| file.try_lock(), limit.saturating_sub(since.elapsed())) {
            // Were the file deleted meanwhile, another writer would hold another one.
            Ok(()) if is_at(&file, path) => return Ok(Lock { _file: file }),
            Ok(()) if since.elapsed() < limit => {}
            Ok(()) | Err(TryLockError::WouldBlock) => return Err(held(path)),
            Err(TryLockError::Error(error)) => return Err(no_locks(path, &error)),
        }
    }
}

/// Waits at most `limit` to share the lock file `path` with other readers. `None` where there is
/// no such file, or it cannot be had: a reader can do without.
#[must_use]
pub fn shared(path: &Path, limit: Duration) -> Option<Lock> {
    let file = open(path, Access::Read).ok()??;
    wait(|| file.try_lock_shared(), limit).ok()?;
    Some(Lock { _file: file })
}

/// Tries again and again, at first after 1 ms, at last every 50 ms.
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

fn held(path: &Path) -> Error {
    let folder = shown(path.parent().unwrap_or(path));
    Error::new(
        ErrorKind::Locked,
        format!("another plan holds the lock of {folder}"),
    )
    .hint("nothing was recorded: run it again when the other one has ended")
    .hint(format!(
        "`fuser -v {}` names it",
        shown(path).trim_matches('`')
    ))
}

fn no_locks(path: &Path, error: &io::Error) -> Error {
    let message = format!(
        "not recorded: cannot lock {}: {}",
        shown(path),
        reason(error)
    );
    Error::new(ErrorKind::Io, message)
        .hint("set `PLAN_STATE_DIR` to a folder on a local disk, where files can be locked")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_held_elsewhere_is_waited_for_and_then_reported() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let first = exclusive(&path, Duration::ZERO).unwrap();
        let limit = Duration::from_millis(30);
        let since = Instant::now();
        let error = exclusive(&path, limit).unwrap_err();
        assert!(since.elapsed() >= limit);
        assert_eq!(error.kind, ErrorKind::Locked);
        assert!(
            error
                .message
                .to_string()
                .starts_with("another plan holds the lock of `/")
        );
        assert!(shared(&path, limit).is_none());
        // The control: once it is let go, both kinds can be had.
        drop(first);
        drop(exclusive(&path, limit).unwrap());
        let (one, two) = (shared(&path, limit), shared(&path, limit));
        assert!(one.is_some() && two.is_some());
        assert!(exclusive(&path, limit).is_err());
    }

    #[test]
    fn a_reader_makes_no_lock_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        assert!(shared(&path, Duration::ZERO).is_none());
        assert!(!path.exists());
    }

    #[test]
    fn a_deleted_lock_file_protects_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let _old = exclusive(&path, Duration::ZERO).unwrap();
        let file = File::open(&path).unwrap();
        assert!(is_at(&file, &path));
        std::fs::rename(&path, dir.path().join("gone")).unwrap();
        assert!(!is_at(&file, &path));
        assert!(exclusive(&path, Duration::ZERO).is_ok());
    }
}
