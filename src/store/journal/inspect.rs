//! Checking that marks can be recorded, without writing anything.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use rustix::fs::{Access, access};

use super::{Journal, folder};
use crate::error::{Finding, Result};
use crate::model::PlanId;
use crate::store::file::{self, check, failed, not_plain, read_error};
use crate::store::permissions;
use crate::text::{Attempt, Folder, Obstacle};

impl Journal {
    /// What would prevent recording, and what lets other users change the marks.
    pub(crate) fn inspect(&self) -> Vec<Finding> {
        if self.dir.symlink_metadata().is_err() {
            return Vec::new();
        }
        let mut found = Vec::from_iter(permissions::journal_folder(&self.dir));
        for path in [self.path(), self.lock_path()] {
            found.extend(match file(&path) {
                Ok(()) => permissions::journal_file(&path),
                Err(error) => Some(Finding::stops("journal", error)),
            });
        }
        let backups = folder::backups(&self.dir);
        if backups.symlink_metadata().is_ok() {
            found.extend(permissions::other_folder(
                "backups",
                &backups,
                Folder::State,
            ));
        }
        found
    }
}

/// Checks that `path` is a file that marks can be written to. A missing one can be created.
fn file(path: &Path) -> Result<()> {
    let meta = match path.symlink_metadata() {
        Ok(meta) => meta,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(read_error(path, &error)),
    };
    if meta.is_symlink() {
        return Err(not_plain(path, Obstacle::Link));
    }
    check(path, &meta, true)?;
    let rights = Access::READ_OK | Access::WRITE_OK;
    access(path, rights).map_err(|error| failed(Attempt::Write, path, &error.into(), Folder::State))
}

/// The journals in the folder `state_dir`, sorted by the ids of their plans.
///
/// # Errors
/// `Io` if the folder cannot be read.
pub(crate) fn all(state_dir: &Path) -> Result<Vec<(PlanId, Journal)>> {
    let names = file::names(state_dir).map_err(|error| read_error(state_dir, &error))?;
    let id = |name: OsString| PlanId::new(name.to_str()?);
    let mut ids: Vec<PlanId> = names.into_iter().filter_map(id).collect();
    ids.sort_unstable();
    let journals = ids.into_iter().map(|id| {
        let journal = Journal::of(state_dir, &id);
        (id, journal)
    });
    let exists = |(_, journal): &(PlanId, Journal)| journal.path().symlink_metadata().is_ok();
    Ok(journals.filter(exists).collect())
}
