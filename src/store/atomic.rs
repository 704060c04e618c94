//! Replacing a file so that a reader, or a power cut, finds the old one or the new one whole.

use std::fs::{DirBuilder, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::journal::open::{cannot, reason, remedy, shown};
use super::limit;
use crate::error::{Error, ErrorKind, Result};

/// Puts `bytes` in the place of the file `path`, keeping its mode (0600 where there was none),
/// and makes missing folders above it with mode 0700. Never for a journal. A symbolic link stays
/// one: the file it leads to is replaced.
///
/// # Errors
/// `CannotCreate` where the folder or the file cannot be made; `Io` where writing or syncing
/// failed. Until the last step, making the new entry last, the old file stays as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    put(path, |file| file.write_all(bytes), over)
}

/// The same with what can be read from `from`.
///
/// # Errors
/// As [`replace`].
pub fn copy(path: &Path, from: &mut File) -> Result<()> {
    put(path, |file| io::copy(from, file).map(|_| ()), over)
}

/// Puts a new file in the place of what is there.
fn over(new: NamedTempFile, target: &Path) -> io::Result<()> {
    match new.persist(target) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.error),
    }
}

/// The same for a file that is not there. One that is there after all, put there meanwhile or
/// not seen for a fault of the disk, stays as it is.
///
/// # Errors
/// As [`replace`]; `CannotCreate` where there is something at `path`.
pub fn create(path: &Path, bytes: &[u8]) -> Result<()> {
    let persist = |new: NamedTempFile, target: &Path| {
        match new.persist_noclobber(target) {
            Ok(_) => Ok(()),
            // A file system that knows no such renaming.
            Err(error) if target.symlink_metadata().is_err() => match error.file.persist(target) {
                Ok(_) => Ok(()),
                Err(error) => Err(error.error),
            },
            Err(error) => Err(error.error),
        }
    };
    put(path, |file| file.write_all(bytes), persist)
}

fn put(
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
    persist: impl FnOnce(NamedTempFile, &Path) -> io::Result<()>,
) -> Result<()> {
    limit::survive();
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let dir = folder(&target);
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&dir)
        .map_err(|error| cannot("create", &dir, &error))?;
    let mode = match target.metadata() {
        Ok(meta) => meta.permissions().mode() & 0o777,
        Err(_) => 0o600,
    };
    let mut temporary = tempfile::Builder::new()
        .prefix(".plan-")
        .tempfile_in(&dir)
        .map_err(|error| cannot("create a file in", &dir, &error))?;
    fill(temporary.as_file_mut(), write, mode).map_err(|error| unwritten(path, &error))?;
    persist(temporary, &target).map_err(|error| cannot("replace", path, &error))?;
    File::open(&dir)
        .and_then(|open| open.sync_all())
        .or_else(|error| match error.kind() {
            io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported => Ok(()),
            _ => Err(unsynced(path, &error)),
        })
}

fn folder(target: &Path) -> PathBuf {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn fill(
    file: &mut File,
    write: impl FnOnce(&mut File) -> io::Result<()>,
    mode: u32,
) -> io::Result<()> {
    file.set_permissions(Permissions::from_mode(mode))?;
    write(file)?;
    // Data before the name: a new name must never lead to an empty file.
    file.sync_all()
}

fn unwritten(path: &Path, error: &io::Error) -> Error {
    let message = format!(
        "cannot write {}, which is as it was: {}",
        shown(path),
        reason(error)
    );
    Error::new(ErrorKind::Io, message).hint(remedy(error))
}

fn unsynced(path: &Path, error: &io::Error) -> Error {
    let message = format!(
        "{} is written, but a power cut could still undo that: {}",
        shown(path),
        reason(error)
    );
    Error::new(ErrorKind::Io, message).hint("run it again, repeats are harmless")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn folders_are_made_and_modes_kept() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a/b/config.yaml");
        replace(&path, b"one").unwrap();
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(mode(&path), 0o644);
        // Nothing temporary stays behind.
        assert_eq!(path.parent().unwrap().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn what_is_there_after_all_is_not_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a/config.yaml");
        create(&path, b"one").unwrap();
        assert_eq!(
            (fs::read(&path).unwrap(), mode(&path)),
            (b"one".into(), 0o600)
        );
        let error = create(&path, b"two").unwrap_err();
        assert_eq!(error.kind, ErrorKind::CannotCreate);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(path.parent().unwrap().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn a_link_stays_a_link() {
        let dir = tempfile::tempdir().unwrap();
        let (real, link) = (dir.path().join("real"), dir.path().join("link"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        replace(&link, b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
    }

    #[test]
    fn what_cannot_be_replaced_is_left_and_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("folder");
        fs::create_dir(&path).unwrap();
        let error = replace(&path, b"x").unwrap_err();
        assert_eq!(error.kind, ErrorKind::CannotCreate);
        assert!(error.message.to_string().contains("folder`"), "{error}");
        assert_eq!(dir.path().read_dir().unwrap().count(), 1);
    }
}
