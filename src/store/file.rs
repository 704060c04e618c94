//! Plain file access, which everything else in `store` is built on: opening with care, reading
//! with a cap, replacing atomically, listing and syncing folders, and the errors of all that.

mod error;
mod folder;
mod open;
mod read;
mod replace;
mod size_limit;

pub(in crate::store) use error::{
    failed, foreign_owner, hint_for, list_command, not_plain, read_error, reason,
};
pub(in crate::store) use folder::{create_private, names, sync_folder};
pub(in crate::store) use open::{Access, check, is_at, open, own_uid};
pub(in crate::store) use read::{Content, read_capped};
pub(in crate::store) use replace::{copy, create, replace};
pub(crate) use size_limit::catch_size_signal;
