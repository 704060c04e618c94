//! All file access: where files are, and how they are read, written and locked.

#![expect(
    clippy::disallowed_methods,
    reason = "only this module accesses files, and the clock that their modification times come from"
)]

pub(crate) mod cache;
pub(crate) mod calendar_file;
pub(crate) mod codec;
pub(crate) mod compiled;
pub(crate) mod config;
pub(crate) mod day_card;
pub(crate) mod device;
pub(crate) mod dry_run;
pub(crate) mod edit_copy;
pub(crate) mod export;
pub(crate) mod file;
pub(crate) mod journal;
mod learners;
pub(crate) mod lock;
pub(crate) mod paths;
pub(crate) mod permissions;
pub(crate) mod plan_file;
pub(crate) mod remembered;
pub(crate) mod unfinished;
pub(crate) mod zone;

pub(crate) use journal::{BackupSummary, Journal, Reading};
pub(crate) use learners::learners;
pub(crate) use paths::Origin;
pub(crate) use permissions::FolderStatus;
