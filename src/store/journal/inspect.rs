//! Whether marks could be made: looking at folder, journal, lock and copies without writing.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use rustix::fs::{Access, access};

use super::{Journal, folder};
use crate::error::{Finding, Result};
use crate::model::PlanId;
use crate::store::file::{self, check, not_plain, read_error, write_error};
use crate::store::permissions;

impl Journal {
    /// What would keep a mark from being made, or another user from leaving marks alone.
    #[must_use]
    pub fn inspect(&self) -> Vec<Finding> {
        if self.dir.symlink_metadata().is_err() {
            return Vec::new();
        }
        let mut found = permissions::marks_folder(&self.dir);
        for path in [self.path(), self.lock_path()] {
            found.extend(match file(&path) {
                Ok(()) => permissions::marks_file(&path),
                Err(error) => Some(Finding::stops("journal", error)),
            });
        }
        let copies = folder::backups(&self.dir);
        if copies.symlink_metadata().is_ok() {
            found.extend(permissions::other("backups", &copies, "PLAN_STATE_DIR"));
        }
        found
    }
}

/// Whether `path` is a file that marks can be written to; one that is not there can be made.
fn file(path: &Path) -> Result<()> {
    let meta = match path.symlink_metadata() {
        Ok(meta) => meta,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(read_error(path, &error)),
    };
    if meta.is_symlink() {
        return Err(not_plain(path, "a symbolic link"));
    }
    check(path, &meta, true)?;
    let rights = Access::READ_OK | Access::WRITE_OK;
    access(path, rights).map_err(|error| write_error("write", path, &error.into()))
}

/// The journals of all plans below the folder `state_dir`, by the ids of their plans.
///
/// # Errors
/// `Io` where the folder cannot be read.
pub fn all(state_dir: &Path) -> Result<Vec<(PlanId, Journal)>> {
    let names = file::names(state_dir).map_err(|error| read_error(state_dir, &error))?;
    let id = |name: OsString| PlanId::new(name.to_str()?);
    let mut ids: Vec<PlanId> = names.into_iter().filter_map(id).collect();
    ids.sort_unstable();
    let of = |id: PlanId| {
        let journal = Journal::of(state_dir, &id);
        (id, journal)
    };
    let found = ids.into_iter().map(of);
    let there = |(_, journal): &(PlanId, Journal)| journal.path().symlink_metadata().is_ok();
    Ok(found.filter(there).collect())
}
