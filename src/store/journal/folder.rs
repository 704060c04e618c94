//! The folder of a journal: made for its owner alone, checked, and made to last.

use std::fs::{DirBuilder, File, Metadata};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::Path;

use rustix::io::Errno;

use super::open::{cannot, foreign, own_uid, shown, unread};
use crate::error::{Error, ErrorKind, Result};

/// Makes `dir` and the folders above it where they are missing, with mode 0700, and refuses it
/// where another user could change what is in it. Gives warnings.
///
/// # Errors
/// `CannotCreate` where it cannot be made or is not safe; `Io` where it cannot be looked at.
pub(super) fn make(dir: &Path) -> Result<Vec<String>> {
    let state = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
    let mut warnings = Vec::new();
    // From above, so that nothing is made inside an unsafe folder.
    for folder in state.into_iter().chain([dir]) {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(|error| cannot("create", folder, &error))?;
        let meta = folder.metadata().map_err(|error| unread(folder, &error))?;
        check(folder, &meta)?;
        warnings.extend(warn(folder, &meta));
    }
    Ok(warnings)
}

fn check(folder: &Path, meta: &Metadata) -> Result<()> {
    if meta.uid() != own_uid() {
        return Err(foreign(folder, meta.uid()));
    }
    if meta.mode() & 0o002 != 0 {
        let message = format!("every user may write in {}", shown(folder));
        return Err(Error::new(ErrorKind::CannotCreate, message)
            .hint(format!(
                "run `chmod o-w {}`",
                shown(folder).trim_matches('`')
            ))
            .hint("or set `PLAN_STATE_DIR` to a folder of your own"));
    }
    Ok(())
}

fn warn(folder: &Path, meta: &Metadata) -> Option<String> {
    let shown = shown(folder);
    let bare = shown.trim_matches('`');
    (meta.mode() & 0o020 != 0).then(|| {
        format!("the group may write in {shown}: `chmod g-w {bare}` keeps the marks to yourself")
    })
}

/// Makes the entries of `dir` last; for a journal without a byte in it also those of every
/// folder above, up to the mount point: any of them may be new, made perhaps by a run that died.
///
/// # Errors
/// The system's, with nothing recorded yet.
pub(super) fn settle(dir: &Path, new: bool) -> io::Result<()> {
    let dir = dir.canonicalize()?;
    let device = dir.metadata()?.dev();
    for folder in dir.ancestors().take(if new { usize::MAX } else { 1 }) {
        if folder.metadata()?.dev() != device {
            break;
        }
        sync(folder)?;
    }
    Ok(())
}

/// Some file systems cannot sync a folder, and a folder above may not be open to us; neither
/// puts what we made at a risk that we could do something about.
fn sync(folder: &Path) -> io::Result<()> {
    let synced = File::open(folder).and_then(|open| open.sync_all());
    synced.or_else(|error| match Errno::from_io_error(&error) {
        Some(Errno::INVAL | Errno::NOTSUP | Errno::ACCESS | Errno::PERM | Errno::ROFS) => Ok(()),
        _ => Err(error),
    })
}
