//! Files that can be made anew at any time: how one is known to be as good as what it was made
//! from, and how it is written.
//!
//! A cache is never trusted: it counts only if this build of the program wrote it, its checksum
//! holds, and what it was made from is still in the very state it was in (that of a journal also
//! if the journal begins with the very bytes). Else, and whatever goes wrong with it, it is done
//! without, silently.

use std::fs::{File, Metadata};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::fs::OFlags;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_64;

use super::file::{self, own_uid};

/// What every cache of this build begins with: eight bytes for the format, sixteen for the build.
const MAGIC: &[u8; 24] = match concat!("plan c1\n", env!("PLAN_BUILD"))
    .as_bytes()
    .first_chunk()
{
    Some(bytes) => bytes,
    None => panic!("the build has no name of sixteen characters"),
};
/// The magic, the length of the head, and the checksum of the head.
const FRAME: usize = MAGIC.len() + 8;

/// How long the clock that files get their times from may stand still: that of a kernel which
/// ticks a hundred times a second.
const TICK: Duration = Duration::from_millis(10);

/// What the name of a cache begins with before it is whole.
const DRAFT: &str = ".plan-";

/// A moment by the clock of a file system: seconds and nanoseconds.
type Stamp = (i64, i64);

/// Tells one state of a file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    device: u64,
    inode: u64,
    size: u64,
    modified: Stamp,
    changed: Stamp,
}

impl Identity {
    /// The state that `meta` is of.
    #[must_use]
    pub fn of(meta: &Metadata) -> Self {
        Self {
            device: meta.dev(),
            inode: meta.ino(),
            size: meta.len(),
            modified: (meta.mtime(), meta.mtime_nsec()),
            changed: (meta.ctime(), meta.ctime_nsec()),
        }
    }

    /// The file's length in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether the clock that times are taken from has gone on since, as far as can be told without
    /// asking the file system. If not, no cache can stand for this state yet, and none need be
    /// begun.
    #[must_use]
    pub fn is_past(&self) -> bool {
        // Not the time of the run, which may be made up.
        let since = SystemTime::now() - TICK;
        let stamp = |since: Duration| {
            let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
            (seconds, i64::from(since.subsec_nanos()))
        };
        let since = since.duration_since(UNIX_EPOCH).unwrap_or_default();
        self.is_before(stamp(since))
    }

    /// Whether whoever writes to the file after `stamp` gives it another time than it has. A file
    /// system that knows only whole seconds, or two at a time, needs that long.
    fn is_before(&self, stamp: Stamp) -> bool {
        let is_coarse = self.modified.1 == 0;
        let stamp = (stamp.0 - if is_coarse { 2 } else { 0 }, stamp.1);
        self.modified < stamp && self.changed < stamp
    }
}

/// Deletes what runs that were killed have left in a folder of caches, once they are a day old.
fn sweep(folder: &Path) {
    let names = file::names(folder).unwrap_or_default();
    let drafts = names
        .iter()
        .filter(|name| name.as_bytes().starts_with(DRAFT.as_bytes()));
    let is_old = |path: &PathBuf| {
        let changed = path.symlink_metadata().and_then(|meta| meta.modified());
        changed.is_ok_and(|changed| {
            changed
                .elapsed()
                .is_ok_and(|age| age > Duration::from_hours(24))
        })
    };
    for path in drafts.map(|name| folder.join(name)).filter(is_old) {
        // Whoever may not, may not keep a cache there either.
        let _ = std::fs::remove_file(path);
    }
}

/// A cache that has been begun, before what it is made from is read.
#[derive(Debug)]
pub struct Draft {
    file: NamedTempFile,
    path: PathBuf,
    begun: Stamp,
}

impl Draft {
    /// Begins the cache `path`. `None` where it cannot be written.
    #[must_use]
    pub fn begin(path: PathBuf) -> Option<Self> {
        file::catch_size_signal();
        let folder = path.parent()?;
        file::create_private(folder).ok()?;
        let file = tempfile::Builder::new().prefix(DRAFT).tempfile_in(folder);
        let file = file.ok()?;
        let begun = Identity::of(&file.as_file().metadata().ok()?).modified;
        Some(Self { file, path, begun })
    }

    /// Whether what was read from a file in the state `of`, after the cache was begun, is certain
    /// to be all that the state stands for.
    #[must_use]
    pub fn is_after(&self, of: &Identity) -> bool {
        of.is_before(self.begun)
    }

    /// Puts the cache in its place: the head, then `body`. Gives whether that could be done.
    pub fn finish(mut self, head: &impl Serialize, body: &[u8]) -> bool {
        let Ok(head) = postcard::to_allocvec(head) else {
            return false;
        };
        let Ok(length) = u32::try_from(head.len()) else {
            return false;
        };
        let checksum = checksum(&head).to_le_bytes();
        let parts = [&MAGIC[..], &length.to_le_bytes(), &checksum, &head];
        let written = self.file.write_all(&parts.concat());
        let written = written.and_then(|()| self.file.write_all(body));
        let folder = self.path.parent().map(Path::to_owned);
        let is_kept = written.is_ok() && self.file.persist(&self.path).is_ok();
        if let Some(folder) = folder {
            sweep(&folder);
        }
        is_kept
    }
}

/// A cache that has been opened.
#[derive(Debug)]
pub struct Cached<T> {
    /// Its head.
    pub head: T,
    /// Its body.
    pub body: Body,
}

/// What stands behind the head of a cache.
#[derive(Debug)]
pub struct Body {
    file: File,
    from: u64,
}

impl<T: DeserializeOwned> Cached<T> {
    /// Opens the cache `path`. `None` where there is none that this build wrote whole, or another
    /// user could have written it.
    #[must_use]
    pub fn open(path: &Path) -> Option<Self> {
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
        let mut options = File::options();
        let file = options.read(true).custom_flags(flags).open(path).ok()?;
        let meta = file.metadata().ok()?;
        let is_ours = meta.is_file() && meta.uid() == own_uid() && meta.mode() & 0o022 == 0;
        let mut frame = [0; FRAME];
        file.read_exact_at(&mut frame, 0)
            .ok()
            .filter(|()| is_ours)?;
        let (magic, numbers) = frame.split_first_chunk()?;
        let (length, numbers) = numbers.split_first_chunk()?;
        let length = u32::from_le_bytes(*length);
        let checksum = u32::from_le_bytes(*numbers.first_chunk()?);
        let from = FRAME as u64 + u64::from(length);
        if magic != MAGIC || from > meta.len() {
            return None;
        }
        let head = piece(&file, FRAME as u64, length, checksum)?;
        let head = postcard::from_bytes(&head).ok()?;
        Some(Self {
            head,
            body: Body { file, from },
        })
    }
}

impl Body {
    /// A piece of it. `None` where it cannot be read, or is not what was written.
    #[must_use]
    pub fn piece(&self, piece: Piece) -> Option<Vec<u8>> {
        let from = self.from.checked_add(piece.from)?;
        let holds = from.checked_add(u64::from(piece.length))? <= self.file.metadata().ok()?.len();
        holds.then(|| self::piece(&self.file, from, piece.length, piece.checksum))?
    }
}

fn piece(file: &File, from: u64, length: u32, checksum: u32) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length as usize];
    file.read_exact_at(&mut bytes, from).ok()?;
    (self::checksum(&bytes) == checksum).then_some(bytes)
}

/// A part of their XXH3 hash, which needs no asking what the processor can: where that is a virtual
/// one, each question takes longer than the checksum of a whole plan.
fn checksum(bytes: &[u8]) -> u32 {
    let [a, b, c, d, ..] = xxh3_64(bytes).to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// Where a piece of a cache's body stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub(super) from: u64,
    pub(super) length: u32,
    pub(super) checksum: u32,
}

impl Piece {
    /// Adds `value` to `body`. `None` where it is too large.
    pub fn put(body: &mut Vec<u8>, value: &impl Serialize) -> Option<Self> {
        let bytes = postcard::to_allocvec(value).ok()?;
        let piece = Self {
            from: body.len() as u64,
            length: u32::try_from(bytes.len()).ok()?,
            checksum: checksum(&bytes),
        };
        body.extend_from_slice(&bytes);
        Some(piece)
    }
}
