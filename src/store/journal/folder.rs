//! The folder of a journal: finding, creating, checking and syncing it.

use std::ffi::OsString;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::Journal;
use crate::error::{Finding, Result};
use crate::model::PlanId;
use crate::store::{dry_run, file, permissions};
use crate::text::{Attempt, Folder, Message};

/// The folder with the copies of the journal in `dir`.
pub(super) fn backups(dir: &Path) -> PathBuf {
    dir.join("backups")
}

/// The journals in the folder `state_dir`, sorted by the ids of their plans.
///
/// # Errors
/// `Io` if the folder cannot be read.
pub(crate) fn all(state_dir: &Path) -> Result<Vec<(PlanId, Journal)>> {
    let names = file::names(state_dir).map_err(|error| file::read_error(state_dir, &error))?;
    let id = |name: OsString| PlanId::new(name.to_str()?);
    let unwritten = dry_run::journals();
    let dirs = unwritten
        .iter()
        .filter_map(|journal| journal.parent()?.file_name());
    let names = names.into_iter().chain(dirs.map(OsString::from));
    let mut ids: Vec<PlanId> = names.filter_map(id).collect();
    ids.sort_unstable();
    ids.dedup();
    let journals = ids.into_iter().map(|id| {
        let journal = Journal::of(state_dir, &id);
        (id, journal)
    });
    let exists = |(_, journal): &(PlanId, Journal)| {
        let path = journal.path();
        path.symlink_metadata().is_ok() || unwritten.contains(&path)
    };
    Ok(journals.filter(exists).collect())
}

impl Journal {
    /// Finds what would prevent recording, and what lets other users change the marks. Writes nothing.
    pub(crate) fn inspect(&self) -> Vec<Finding> {
        if self.dir.symlink_metadata().is_err() {
            return Vec::new();
        }
        let mut found = Vec::from_iter(permissions::journal_folder(&self.dir));
        for path in [self.path(), self.lock_path()] {
            found.extend(match file::check_append(&path) {
                Ok(()) => permissions::journal_file(&path),
                Err(error) => Some(Finding::stops("journal", error)),
            });
        }
        let backups = backups(&self.dir);
        if backups.symlink_metadata().is_ok() {
            let finding = permissions::other_folder("backups", &backups, Folder::State);
            found.extend(finding);
        }
        found
    }
}

/// What else is in the folder of `journal`, sorted by name. Sync services and people give copies of a
/// journal names that nobody can foresee.
pub(super) fn other_files(journal: &Path) -> Result<Vec<PathBuf>> {
    let Some(dir) = journal.parent() else {
        return Ok(Vec::new());
    };
    let ours = [".", "..", "backups", "journal.jsonl", "lock"];
    let mut names = file::names(dir).map_err(|error| file::read_error(dir, &error))?;
    names.retain(|name| !ours.iter().any(|our| name == our));
    names.sort_unstable();
    Ok(names.iter().map(|name| dir.join(name)).collect())
}

/// Creates `dir` and the missing folders above it with mode 0700, and refuses it if another user
/// could change what is in it. Returns warnings.
///
/// # Errors
/// `CannotCreate` if it cannot be created or is not safe; `Io` if it cannot be examined.
pub(super) fn create(dir: &Path) -> Result<Vec<Message>> {
    let state = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
    let mut warnings = Vec::new();
    // Outermost first, so that nothing is created inside an unsafe folder.
    for folder in state.into_iter().chain([dir]) {
        file::create_private(folder)
            .map_err(|error| file::failed(Attempt::Create, folder, &error, Folder::State))?;
        if dry_run::is_on() && !folder.exists() {
            continue;
        }
        let meta = folder
            .metadata()
            .map_err(|error| file::read_error(folder, &error))?;
        if let Some(error) = permissions::unsafe_folder(folder, &meta, Folder::State) {
            return Err(error);
        }
        warnings.extend(permissions::group_warning(folder, &meta));
    }
    Ok(warnings)
}

/// Syncs `dir`. For a `new` (empty) journal, also syncs every folder above up to the mount point:
/// a run that was killed may have created any of them.
///
/// # Errors
/// A system error. Nothing is recorded yet.
pub(super) fn sync(dir: &Path, new: bool) -> io::Result<()> {
    if !new {
        return sync_if_allowed(dir);
    }
    let dir = dir.canonicalize()?;
    let device = dir.metadata()?.dev();
    for folder in dir.ancestors() {
        if folder.metadata()?.dev() != device {
            break;
        }
        sync_if_allowed(folder)?;
    }
    Ok(())
}

/// Syncs a folder. One that we may not open, or that is on a read-only file system, is skipped: we
/// cannot have created anything in it.
fn sync_if_allowed(folder: &Path) -> io::Result<()> {
    file::sync_folder(folder).or_else(|error| match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Ok(()),
        _ => Err(error),
    })
}
