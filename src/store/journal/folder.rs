//! The folder of a journal: made for its owner alone, checked, and made to last.

use std::ffi::{OsStr, OsString};
use std::fs::{DirBuilder, File};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::{Dir, OFlags};
use rustix::io::Errno;

use super::open::{cannot, unread};
use crate::error::{Finding, Result};
use crate::store::place;
use crate::text::Message;

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
        if let Some(error) = place::unsafe_folder(folder, &meta, "PLAN_STATE_DIR") {
            return Err(error);
        }
        let open = place::open_to_group(folder, &meta);
        let told = |open: Finding| format!("{}: {}", open.message, joined(&open.hints));
        warnings.extend(open.map(told));
    }
    Ok(warnings)
}

/// The names of what is in `dir`, in no order; none where there is no such folder.
///
/// # Errors
/// What opening and reading it give.
pub(in crate::store) fn names(dir: &Path) -> io::Result<Vec<OsString>> {
    // Not `read_dir` of the standard library, which panics where closing the folder fails.
    let flags = OFlags::DIRECTORY.bits().cast_signed();
    let open = match File::options().read(true).custom_flags(flags).open(dir) {
        Ok(open) => open,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let name = |entry: rustix::io::Result<rustix::fs::DirEntry>| {
        Ok(OsStr::from_bytes(entry?.file_name().to_bytes()).to_owned())
    };
    Dir::new(open)?.map(name).collect()
}

/// Makes the entries of `dir` last; for a journal without a byte in it also those of every
/// folder above, up to the mount point: any of them may be new, made perhaps by a run that died.
///
/// # Errors
/// The system's, with nothing recorded yet.
pub(super) fn settle(dir: &Path, new: bool) -> io::Result<()> {
    if !new {
        return sync(dir);
    }
    let dir = dir.canonicalize()?;
    let device = dir.metadata()?.dev();
    for folder in dir.ancestors() {
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

/// Hints as one sentence.
fn joined(hints: &[Message]) -> String {
    let hints: Vec<String> = hints.iter().map(Message::to_string).collect();
    hints.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_given_whatever_its_bytes() {
        let dir = tempfile::tempdir().unwrap();
        let odd = OsStr::from_bytes(b"\xFFodd");
        for name in [OsStr::new("a"), OsStr::new(".b"), odd] {
            File::create(dir.path().join(name)).unwrap();
        }
        let mut found = names(dir.path()).unwrap();
        found.retain(|name| name != "." && name != "..");
        found.sort();
        assert_eq!(found, [OsStr::new(".b"), OsStr::new("a"), odd]);
        assert_eq!(
            names(&dir.path().join("none")).unwrap(),
            Vec::<OsString>::new()
        );
        assert!(names(&dir.path().join("a")).is_err());
    }
}
