//! Messages about folders and files that other users can write to.

use std::path::PathBuf;

/// Messages of `store::permissions`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Permissions {
    /// Something other than a folder is in its place.
    NotAFolder(PathBuf),
    /// Every user can write to the file or folder.
    WritableByAll(PathBuf),
    /// The group can write to the file or folder.
    WritableByGroup(PathBuf),
    /// The group can write to the file or folder; with the command that prevents it.
    GroupWarning {
        /// The file or folder.
        path: PathBuf,
        /// A `chmod` command.
        command: String,
    },
}
