//! Plain file access, which everything else in `store` is built on: opening with care, reading
//! with a cap, replacing atomically, listing and syncing folders, and the errors of all that.

mod error;
mod open;
mod owner;
mod replace;

use std::ffi::{OsStr, OsString};
use std::fs::{DirBuilder, File};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Once};

use rustix::fs::{Access, Dir, OFlags, access};
use rustix::io::Errno;
use signal_hook::consts::SIGXFSZ;

use super::dry_run;

pub(in crate::store) use error::{
    failed, foreign_owner, list_command, not_plain, read_error, reason,
};
pub(in crate::store) use open::{
    Content, check_append, is_at, open, open_followed, open_to_append, read_capped,
};
use owner::foreign_folder;
pub(in crate::store) use owner::own_uid;
pub(in crate::store) use replace::{copy, create, draft, drafts, folder, replace, sweep};

/// Creates `dir` and the missing folders above it with mode 0700.
///
/// # Errors
/// Those of the system; `PermissionDenied` if root would write in another user's folder, who could
/// not change anything there afterwards; none if the folder exists.
pub(in crate::store) fn create_private(dir: &Path) -> io::Result<()> {
    if foreign_folder(dir).is_some() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    if dry_run::is_on() {
        return creatable(dir);
    }
    DirBuilder::new().recursive(true).mode(0o700).create(dir)
}

/// Whether `dir` is there, or could be created.
///
/// # Errors
/// Those that creating it would give.
fn creatable(dir: &Path) -> io::Result<()> {
    let dir = std::path::absolute(dir)?;
    match dir.ancestors().find(|above| above.exists()) {
        Some(there) if there == dir && there.is_dir() => Ok(()),
        Some(there) if there == dir => Err(Errno::EXIST.into()),
        Some(above) if !above.is_dir() => Err(Errno::NOTDIR.into()),
        Some(above) => Ok(access(above, Access::WRITE_OK)?),
        None => Err(Errno::NOENT.into()),
    }
}

/// The names in `dir`, in no order; none if there is no such folder.
///
/// # Errors
/// Those of opening and reading the folder.
pub(in crate::store) fn names(dir: &Path) -> io::Result<Vec<OsString>> {
    // Not the standard library's `read_dir`, which panics if closing the folder fails.
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

/// Syncs `dir`, so that names added, replaced or removed in it survive a power cut.
///
/// # Errors
/// Those of opening and syncing, except on file systems that cannot sync a folder.
pub(in crate::store) fn sync_folder(dir: &Path) -> io::Result<()> {
    let synced = File::open(dir).and_then(|open| open.sync_all());
    synced.or_else(|error| match error.kind() {
        io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported => Ok(()),
        _ => Err(error),
    })
}

/// Catches SIGXFSZ from now on, so that `write` fails with `EFBIG` instead of the signal ending
/// the process.
pub(crate) fn catch_size_signal() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // If this fails, the signal still ends the process before anything is confirmed.
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_listed_whatever_its_bytes() {
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
