//! The folder of a journal: made for its owner alone, checked, and made to last.

use std::ffi::{OsStr, OsString};
use std::fs::{DirBuilder, File, Metadata};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::fs::{Dir, OFlags};
use rustix::io::Errno;

use super::open::{cannot, unread};
use crate::error::Result;
use crate::store::place;

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
        warnings.extend(place::open_to_group(folder, &meta));
    }
    Ok(warnings)
}

/// The names of what is in `dir`, in no order; none where there is no such folder.
///
/// # Errors
/// What opening and reading it give.
pub(super) fn names(dir: &Path) -> io::Result<Vec<OsString>> {
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

/// How long a name can be on its way to the disk: file systems write theirs within a minute, and
/// within ten where a laptop is told to let its disk sleep.
const QUITE_LONG: Duration = Duration::from_mins(15);

/// Makes the entries of `dir` last, unless they have for long; for a journal without a byte in it
/// also those of every folder above, up to the mount point: any of them may be new, made perhaps
/// by a run that died.
///
/// # Errors
/// The system's, with nothing recorded yet.
pub(super) fn settle(dir: &Path, new: bool) -> io::Result<()> {
    if !new {
        let is_settled = has_stood(&dir.metadata()?, SystemTime::now());
        return if is_settled { Ok(()) } else { sync(dir) };
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

/// Whether nothing in the folder has had another name than now for long. Its time of change tells,
/// which nobody can set back.
fn has_stood(folder: &Metadata, now: SystemTime) -> bool {
    let changed = Duration::from_secs(folder.ctime().try_into().unwrap_or(0));
    now.duration_since(UNIX_EPOCH + changed)
        .is_ok_and(|since| since > QUITE_LONG)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_stood_once_its_time_of_change_is_long_ago() {
        let dir = tempfile::tempdir().unwrap();
        // What says that it was made long ago was put there just now.
        let file = File::open(dir.path()).unwrap();
        file.set_modified(UNIX_EPOCH).unwrap();
        let meta = dir.path().metadata().unwrap();
        let changed = UNIX_EPOCH + Duration::from_secs(meta.ctime().try_into().unwrap());
        let stood = |minutes| has_stood(&meta, changed + Duration::from_mins(minutes));
        assert_eq!([0, 14, 16].map(stood), [false, false, true]);
        assert!(!has_stood(&meta, changed - Duration::from_hours(1)));
    }

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
