//! All file access: where files are, and how they are read, written and locked.

#![expect(
    clippy::disallowed_methods,
    reason = "only this module accesses files, and the clock that their modification times come from"
)]

pub mod cache;
pub mod codec;
pub mod compiled;
pub mod config;
pub mod day_card;
pub(crate) mod file;
pub mod journal;
pub mod lock;
pub mod paths;
pub mod permissions;
pub mod plan_file;
pub mod zone;

pub use journal::{BackupSummary, Journal, Reading};
pub use paths::Origin;
pub use permissions::FolderStatus;
