//! Whose files and folders these are.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The user whose files these must be.
pub(in crate::store) fn own_uid() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// Whether this user is root, who may write anywhere.
pub(super) fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// For root: the nearest existing folder at or above `path` and its owner, if that is another user.
/// Other users are stopped by the system where they may not write.
pub(in crate::store) fn foreign_folder(path: &Path) -> Option<(&Path, u32)> {
    if !is_root() {
        return None;
    }
    let mut existing = path.ancestors().filter_map(|above| {
        let meta = above.metadata().ok().filter(Metadata::is_dir)?;
        Some((above, meta.uid()))
    });
    existing.next().filter(|(_, uid)| *uid != own_uid())
}
