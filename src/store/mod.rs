//! Every touch of a file: where files lie, how they are read, written and locked.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the room for file access, and for the clock that files get their times from; \
              everywhere else it is a fault"
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

pub use journal::{Copies, Journal, Reading};
pub use paths::Decided;
pub use permissions::FolderStatus;
