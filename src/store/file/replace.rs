//! Replacing a file atomically: a reader, or a power cut, sees the whole old file or the whole new
//! one.

use std::ffi::OsString;
use std::fs::{File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};
use tempfile::NamedTempFile;

use super::error::failed;
use super::owner::own_uid;
use super::{catch_size_signal, create_private, names, sync_folder};
use crate::error::Result;
use crate::store::dry_run;
use crate::text::{Attempt, Folder};

/// Replaces the file `path`, or creates it, with `bytes`. An existing file keeps its mode, a new
/// one gets 0600; missing folders above it are created with mode 0700. If `path` is a symbolic
/// link, the file it points to is replaced. `of` is the folder it is in, for hints; `None`
/// if the command names the path. Never used for a journal.
///
/// # Errors
/// `CannotCreate` if the folder or the file cannot be created; `Io` if writing or syncing failed.
/// The old file is unchanged in all cases but one: after a failed sync of the folder, the new
/// file is in place, but a power cut could bring the old one back.
pub(in crate::store) fn replace(
    path: &Path,
    bytes: &[u8],
    of: impl Into<Option<Folder>>,
) -> Result<()> {
    if dry_run::is_on() {
        return pretend(path, bytes, of.into());
    }
    put(path, of.into(), |file| file.write_all(bytes), overwrite)
}

/// Like [`replace`], with the rest of `from` as the content.
///
/// # Errors
/// As [`replace`].
pub(in crate::store) fn copy(path: &Path, from: &mut File, of: Folder) -> Result<()> {
    put(
        path,
        Some(of),
        |file| io::copy(from, file).map(|_| ()),
        overwrite,
    )
}

fn overwrite(new: NamedTempFile, target: &Path) -> io::Result<()> {
    match new.persist(target) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.error),
    }
}

/// Like [`replace`], for a file that was missing: if there is one after all (created meanwhile, or
/// missed because of a disk fault), it is left unchanged.
///
/// # Errors
/// As [`replace`]; `CannotCreate` if there is something at `path`.
pub(in crate::store) fn create(
    path: &Path,
    bytes: &[u8],
    of: impl Into<Option<Folder>>,
) -> Result<()> {
    let persist = |new: NamedTempFile, target: &Path| {
        match new.persist_noclobber(target) {
            Ok(_) => Ok(()),
            // A file system that cannot rename without replacing.
            Err(error) if target.symlink_metadata().is_err() => overwrite(error.file, target),
            Err(error) => Err(error.error),
        }
    };
    if dry_run::is_on() {
        if path.symlink_metadata().is_ok() {
            let error = io::ErrorKind::AlreadyExists.into();
            return Err(failed(Attempt::Replace, path, &error, of.into()));
        }
        return pretend(path, bytes, of.into());
    }
    put(path, of.into(), |file| file.write_all(bytes), persist)
}

/// Keeps `bytes` in memory as what would be in `path`.
///
/// # Errors
/// `CannotCreate` if nothing can be written to its folder.
fn pretend(path: &Path, bytes: &[u8], of: Option<Folder>) -> Result<()> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let dir = folder(&target);
    create_private(&dir).map_err(|error| failed(Attempt::Create, &dir, &error, of))?;
    if dir.exists() {
        access(&dir, Access::WRITE_OK)
            .map_err(|error| failed(Attempt::CreateIn, &dir, &error.into(), of))?;
    }
    dry_run::keep_file(path, bytes);
    Ok(())
}

/// What the names of files begin with that are not complete yet. Six letters and digits follow.
const DRAFT: &str = ".plan-";

/// A file in `folder` that is to become another one.
pub(in crate::store) fn draft(folder: &Path) -> io::Result<NamedTempFile> {
    if dry_run::is_on() {
        return Err(io::ErrorKind::ReadOnlyFilesystem.into());
    }
    tempfile::Builder::new().prefix(DRAFT).tempfile_in(folder)
}

/// The files of this user in `folder` that are not complete.
pub(in crate::store) fn drafts(folder: &Path) -> Vec<PathBuf> {
    let is_draft = |name: &OsString| {
        let random = name.to_str().and_then(|name| name.strip_prefix(DRAFT));
        random
            .is_some_and(|text| text.len() == 6 && text.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    let is_own = |path: &PathBuf| {
        let meta = path.symlink_metadata();
        meta.is_ok_and(|meta| meta.is_file() && meta.uid() == own_uid())
    };
    let names = names(folder).unwrap_or_default().into_iter();
    let paths = names.filter(is_draft).map(|name| folder.join(name));
    paths.filter(is_own).collect()
}

/// Deletes what killed runs have left in `folder`. Only for a writer that no other one can be active
/// next to.
pub(in crate::store) fn sweep(folder: &Path) {
    if dry_run::is_on() {
        return;
    }
    for draft in drafts(folder) {
        // What cannot be deleted does no harm.
        let _ = std::fs::remove_file(draft);
    }
}

fn put(
    path: &Path,
    of: Option<Folder>,
    write: impl FnOnce(&mut File) -> io::Result<()>,
    persist: impl FnOnce(NamedTempFile, &Path) -> io::Result<()>,
) -> Result<()> {
    catch_size_signal();
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let dir = folder(&target);
    create_private(&dir).map_err(|error| failed(Attempt::Create, &dir, &error, of))?;
    let mode = match target.metadata() {
        Ok(meta) => meta.permissions().mode() & 0o777,
        Err(_) => 0o600,
    };
    let mut temporary = draft(&dir).map_err(|error| failed(Attempt::CreateIn, &dir, &error, of))?;
    fill(temporary.as_file_mut(), write, mode)
        .map_err(|error| failed(Attempt::Save, path, &error, of))?;
    persist(temporary, &target).map_err(|error| failed(Attempt::Replace, path, &error, of))?;
    sync_folder(&dir).map_err(|error| failed(Attempt::SyncSaved, path, &error, of))
}

/// The folder that a file is in.
pub(in crate::store) fn folder(target: &Path) -> PathBuf {
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
    // The data is synced before the rename: after a power cut, the name must not lead to an empty
    // file.
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use std::fs;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn folders_are_created_and_modes_kept() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a/b/config.yaml");
        replace(&path, b"one", Folder::Config).unwrap();
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        replace(&path, b"two", Folder::Config).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(mode(&path), 0o644);
        // No temporary file is left.
        assert_eq!(path.parent().unwrap().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn create_replaces_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a/config.yaml");
        create(&path, b"one", Folder::Config).unwrap();
        assert_eq!(
            (fs::read(&path).unwrap(), mode(&path)),
            (b"one".into(), 0o600)
        );
        let error = create(&path, b"two", Folder::Config).unwrap_err();
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
        replace(&link, b"new", Folder::Config).unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
    }

    #[test]
    fn a_folder_is_not_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("folder");
        fs::create_dir(&path).unwrap();
        let error = replace(&path, b"x", Folder::Config).unwrap_err();
        assert_eq!(error.kind, ErrorKind::CannotCreate);
        assert!(error.message.to_string().contains("folder`"), "{error}");
        assert_eq!(dir.path().read_dir().unwrap().count(), 1);
    }
}
