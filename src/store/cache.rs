//! Files that can be recreated at any time, and how the program knows that one is current.
//!
//! A cache is never trusted. It counts only if this build wrote it, its checksum is right, and
//! everything it was computed from is in the same state as then. Otherwise, and whatever else is
//! wrong with it, it is silently ignored.

use std::fs::{File, Metadata};
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::OFlags;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::file::{self, own_uid};

/// The first bytes of every cache of this build: eight for the format, sixteen for the build.
const MAGIC: &[u8; 24] = match concat!("plan c2\n", env!("PLAN_BUILD"))
    .as_bytes()
    .first_chunk()
{
    Some(bytes) => bytes,
    None => panic!("the name of the build has sixteen characters"),
};

/// Seconds and nanoseconds by the clock of a file system.
type Stamp = (i64, i64);

/// Metadata that changes whenever a file is replaced or written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Identity {
    device: u64,
    inode: u64,
    size: u64,
    modified: Stamp,
    changed: Stamp,
}

impl Identity {
    /// The identity that `meta` describes.
    pub(crate) fn of(meta: &Metadata) -> Self {
        Self {
            device: meta.dev(),
            inode: meta.ino(),
            size: meta.len(),
            modified: (meta.mtime(), meta.mtime_nsec()),
            changed: (meta.ctime(), meta.ctime_nsec()),
        }
    }

    /// Whether a write after `stamp` is certain to change the times. A file system that stores
    /// whole seconds, or two at a time, needs that much distance.
    fn is_before(&self, stamp: Stamp) -> bool {
        let is_coarse = self.modified.1 == 0;
        let stamp = (stamp.0 - if is_coarse { 2 } else { 0 }, stamp.1);
        self.modified < stamp && self.changed < stamp
    }
}

/// What a file contained, as far as a cache needs to know.
///
/// A file that was modified within the current tick of the file system's clock can change again
/// without changing its metadata, and so can one that is written through a mapping, so short files are
/// compared by content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum FileState {
    /// Length in bytes and XXH3 hash of the content.
    Content(u64, u64),
    /// Metadata of a longer file.
    Metadata(Identity),
    /// Inode and length of a file that only this program writes, by appending.
    Appended(u64, u64),
}

impl FileState {
    /// Journals up to this many bytes are identified by their content, longer ones by their metadata.
    pub(crate) const HASHED: u64 = 1024 * 1024;

    /// The state of the file that `meta` describes, whose whole content went through `hash`.
    pub(crate) fn read(meta: &Metadata, length: u64, hash: &Xxh3) -> Self {
        if length > Self::HASHED {
            return Self::Metadata(Identity::of(meta));
        }
        Self::Content(length, hash.digest())
    }

    /// The state of a file that consists of `bytes`.
    pub(crate) fn of_content(bytes: &[u8]) -> Self {
        Self::Content(bytes.len() as u64, xxh3_64(bytes))
    }

    /// The present state of an open file that only this program writes, by appending.
    ///
    /// # Errors
    /// Those of examining it.
    pub(crate) fn appended(file: &File) -> io::Result<Self> {
        let meta = file.metadata()?;
        Ok(Self::Appended(meta.ino(), meta.len()))
    }

    /// The present state of an open journal.
    ///
    /// # Errors
    /// Those of reading it.
    pub(crate) fn now(file: &File) -> io::Result<Self> {
        Self::within(file, Self::HASHED)
    }

    /// The present state of an open file, which is identified by its content if it has at most
    /// `hashed` bytes.
    ///
    /// # Errors
    /// Those of reading it.
    pub(crate) fn within(mut file: &File, hashed: u64) -> io::Result<Self> {
        let meta = file.metadata()?;
        if meta.len() > hashed {
            return Ok(Self::Metadata(Identity::of(&meta)));
        }
        // In pieces: memory for a whole journal costs more than hashing it.
        let mut piece = [0; 16 * 1024];
        let (mut hash, mut length) = (Xxh3::new(), 0);
        loop {
            let read = match file.read(&mut piece) {
                Ok(0) => return Ok(Self::Content(length, hash.digest())),
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hash.update(&piece[..read]);
            length += read as u64;
        }
    }
}

/// A cache file that is being written. It is created before its sources are read, so that its own
/// time tells which states of them are settled.
#[derive(Debug)]
pub(crate) struct Draft {
    file: NamedTempFile,
    path: PathBuf,
    begun: Stamp,
}

impl Draft {
    /// Starts the cache file `path`. `None` if it cannot be written.
    pub(crate) fn begin(path: PathBuf) -> Option<Self> {
        file::catch_size_signal();
        let folder = path.parent()?;
        file::create_private(folder).ok()?;
        let file = file::draft(folder).ok()?;
        let begun = Identity::of(&file.as_file().metadata().ok()?).modified;
        Some(Self { file, path, begun })
    }

    /// Whether a file with this identity could not change after this draft was begun without
    /// changing its identity too.
    pub(crate) fn is_after(&self, identity: &Identity) -> bool {
        identity.is_before(self.begun)
    }

    /// The same for any state: content identifies itself.
    pub(crate) fn settles(&self, state: &FileState) -> bool {
        match state {
            FileState::Content(..) | FileState::Appended(..) => true,
            FileState::Metadata(identity) => self.is_after(identity),
        }
    }

    /// Completes the file and puts it in its place. A failure is ignored: the value is computed
    /// again next time.
    pub(crate) fn finish(mut self, value: &impl Serialize) {
        let Ok(payload) = postcard::to_allocvec(value) else {
            return;
        };
        let checksum = xxh3_64(&payload).to_le_bytes();
        let written = self
            .file
            .write_all(&[&MAGIC[..], &checksum, &payload].concat());
        let folder = self.path.parent().map(Path::to_owned);
        if written.is_ok() {
            let _ = self.file.persist(&self.path);
        }
        if let Some(folder) = folder {
            sweep(&folder);
        }
    }
}

/// Deletes drafts that killed runs have left in a cache folder, once they are a day old.
fn sweep(folder: &Path) {
    let is_old = |path: &PathBuf| {
        let modified = path.symlink_metadata().and_then(|meta| meta.modified());
        modified.is_ok_and(|modified| {
            let age = modified.elapsed();
            age.is_ok_and(|age| age > Duration::from_hours(24))
        })
    };
    for path in file::drafts(folder).into_iter().filter(is_old) {
        let _ = std::fs::remove_file(path);
    }
}

/// The serialised value in the cache file `path`. `None` unless this build wrote it completely and
/// no other user could have written it.
pub(crate) fn read(path: &Path) -> Option<Vec<u8>> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
    let mut options = File::options();
    let mut file = options.read(true).custom_flags(flags).open(path).ok()?;
    let meta = file.metadata().ok()?;
    if !meta.is_file() || meta.uid() != own_uid() || meta.mode() & 0o022 != 0 {
        return None;
    }
    let mut frame = [0; MAGIC.len() + 8];
    file.read_exact(&mut frame).ok()?;
    let (magic, checksum) = frame.split_first_chunk()?;
    if magic != MAGIC {
        return None;
    }
    let mut payload = Vec::with_capacity(usize::try_from(meta.len()).ok()?);
    file.read_to_end(&mut payload).ok()?;
    (xxh3_64(&payload).to_le_bytes() == checksum).then_some(payload)
}
