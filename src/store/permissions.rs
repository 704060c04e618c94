//! Who can write to the folders and files of `plan`: this user must, other users must not.

use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{Access, access};

use super::file::{failed, foreign_owner, own_uid};
use super::paths::{COMPILED_PLANS, DAY_CARDS, Paths};
use crate::error::{Error, ErrorKind, Finding};
use crate::escape::shell_word;
use crate::text::{Attempt, FileHint, Folder, Message, Permissions};

/// The permission bits that let all users write, and those of the group.
const WRITE_ALL: u32 = 0o002;
const WRITE_GROUP: u32 = 0o020;

/// The state of a folder, for `plan doctor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FolderStatus {
    pub(crate) exists: bool,
    /// Whether this user can write to it, or create it if it does not exist.
    pub(crate) writable: bool,
    /// Its permission bits, such as `0o700`.
    pub(crate) mode: Option<u32>,
}

impl FolderStatus {
    /// The state of the folder at `path`.
    pub(crate) fn of(path: &Path) -> Self {
        let meta = path.metadata().ok();
        Self {
            exists: meta.is_some(),
            writable: check_writable(path).is_ok(),
            mode: meta.map(|meta| meta.mode() & 0o7777),
        }
    }
}

/// Checks that this user can write to `path`, or to the nearest existing folder above it.
fn check_writable(path: &Path) -> io::Result<()> {
    let rights = Access::WRITE_OK | Access::EXEC_OK;
    for above in path.ancestors() {
        let above = if above == Path::new("") {
            Path::new(".")
        } else {
            above
        };
        match above.metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
            Ok(meta) if meta.is_dir() => return Ok(access(above, rights)?),
            Ok(_) if above == path => return Ok(access(above, Access::WRITE_OK)?),
            Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

/// What is wrong with the folder `path`, which `folder` sets.
fn folder_error(path: &Path, folder: Folder) -> Option<Error> {
    let meta = match path.metadata() {
        Ok(meta) if !meta.is_dir() => {
            let message = Permissions::NotAFolder(path.to_owned());
            let error = Error::new(ErrorKind::CannotCreate, message);
            return Some(error.hint(FileHint::MoveAway(folder)));
        }
        Ok(meta) => Some(meta),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Some(failed(Attempt::Read, path, &error, folder)),
    };
    let attempt = if meta.is_some() {
        Attempt::WriteIn
    } else {
        Attempt::Create
    };
    meta.and_then(|meta| unsafe_folder(path, &meta, folder))
        .or_else(|| Some(failed(attempt, path, &check_writable(path).err()?, folder)))
}

/// Why the folder `path` is not safe: another user could change what is in it.
pub(super) fn unsafe_folder(path: &Path, meta: &Metadata, folder: Folder) -> Option<Error> {
    if meta.uid() != own_uid() {
        return Some(foreign_owner(path, meta.uid(), folder));
    }
    let is_open = meta.mode() & WRITE_ALL != 0;
    is_open.then(|| {
        let message = Permissions::WritableByAll(path.to_owned());
        let command = chmod("o-w", path);
        Error::new(ErrorKind::CannotCreate, message)
            .hint(FileHint::Run { command })
            .hint(FileHint::OrSet(folder))
    })
}

/// A warning if the group can write to the folder `path`.
pub(super) fn group_warning(path: &Path, meta: &Metadata) -> Option<Message> {
    let is_shared = meta.mode() & WRITE_GROUP != 0;
    is_shared.then(|| {
        let command = chmod("g-w", path);
        let path = path.to_owned();
        Permissions::GroupWarning { path, command }.into()
    })
}

/// A finding if all users, or those of the group, can write to `path`.
fn shared(path: &Path, meta: &Metadata) -> Option<Finding> {
    let owned = path.to_owned();
    let (message, change) = match meta.mode() {
        mode if mode & WRITE_ALL != 0 => (Permissions::WritableByAll(owned), "o-w"),
        mode if mode & WRITE_GROUP != 0 => (Permissions::WritableByGroup(owned), "g-w"),
        _ => return None,
    };
    let command = chmod(change, path);
    Some(Finding::warns("place", message).hint(FileHint::Run { command }))
}

fn chmod(change: &str, path: &Path) -> String {
    format!("chmod {change} {}", shell_word(path))
}

/// Whether other users can write to `path`, a file of the journal's folder.
pub(super) fn journal_file(path: &Path) -> Option<Finding> {
    let meta = path.symlink_metadata().ok().filter(Metadata::is_file)?;
    shared(path, &meta)
}

/// What is wrong with `path`, a folder of journals.
pub(super) fn journal_folder(path: &Path) -> Option<Finding> {
    let error = folder_error(path, Folder::State).map(|error| Finding::stops("place", error));
    error.or_else(|| shared(path, &path.metadata().ok()?))
}

/// What is wrong with `path`, a folder that marks do not depend on.
pub(super) fn other_folder(about: &'static str, path: &Path, folder: Folder) -> Option<Finding> {
    let error = folder_error(path, folder)?;
    Some(Finding::stops(about, error).harmless())
}

/// What is wrong with the folders of configuration, marks, data and cache.
pub(crate) fn findings(paths: &Paths) -> Vec<Finding> {
    let found = [
        other_folder("place", &paths.config_dir, Folder::Config),
        config_file(&paths.config_dir.join("config.yaml")),
        journal_folder(&paths.state_dir),
        other_folder("place", &paths.data_dir, Folder::Data),
        cache(&paths.cache_dir),
    ];
    found.into_iter().flatten().collect()
}

/// Whoever can change the configuration decides where marks go.
fn config_file(path: &Path) -> Option<Finding> {
    let meta = fs::metadata(path).ok().filter(Metadata::is_file)?;
    let harmless = |error| Some(Finding::stops("place", error).harmless());
    let found = if meta.uid() == own_uid() {
        // That the group can is common: it depends on the `umask`.
        shared(path, &meta).filter(|_| meta.mode() & WRITE_ALL != 0)
    } else {
        harmless(foreign_owner(path, meta.uid(), Folder::Config))
    };
    found.or_else(|| {
        let error = check_writable(path).err()?;
        harmless(failed(Attempt::Write, path, &error, Folder::Config))
    })
}

fn cache(dir: &Path) -> Option<Finding> {
    let folders = [COMPILED_PLANS, DAY_CARDS].map(|name| dir.join(name));
    let mut folders = std::iter::once(dir).chain(folders.iter().map(AsRef::as_ref));
    let found = folders.find_map(|dir| other_folder("cache", dir, Folder::Cache))?;
    Some(found.hint(FileHint::WithoutCache))
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_folder_that_cannot_be_used_is_reported_with_a_remedy() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, "").unwrap();
        let error = |path: &Path| folder_error(path, Folder::Cache);
        assert_eq!(error(dir.path()), None);
        assert_eq!(error(&dir.path().join("a/b")), None);
        let shown = file.display();
        let message = format!("`{shown}` is not a folder");
        assert_eq!(error(&file).unwrap().message, message);
        let below = error(&file.join("a")).unwrap();
        let message = format!("cannot read `{shown}/a`: not a directory");
        assert_eq!(below.message, message);
        assert_eq!(
            below.hints,
            ["check the disk, or set `PLAN_CACHE_DIR` to a folder on another one"]
        );
        fs::set_permissions(dir.path(), Permissions::from_mode(0o702)).unwrap();
        let shown = dir.path().display();
        let open = error(dir.path()).unwrap();
        assert_eq!(open.message, format!("every user can write to `{shown}`"));
        assert_eq!(
            open.hints,
            [
                format!("run `chmod o-w {shown}`"),
                "or set `PLAN_CACHE_DIR` to a folder of your own".to_owned()
            ]
        );
    }

    #[test]
    fn a_missing_folder_is_writable_if_the_one_above_is() {
        let dir = tempfile::tempdir().unwrap();
        fs::set_permissions(dir.path(), Permissions::from_mode(0o750)).unwrap();
        let here = FolderStatus::of(dir.path());
        assert_eq!((here.exists, here.mode), (true, Some(0o750)));
        let below = FolderStatus::of(&dir.path().join("a/b"));
        assert_eq!((below.exists, below.mode), (false, None));
        assert!(here.writable && below.writable);
        let meta = dir.path().metadata().unwrap();
        assert_eq!(shared(dir.path(), &meta), None);
    }
}
