//! The device's own copy of the events that it recorded, outside the folder that is synced.
//!
//! A sync service, git or a restored backup can take confirmed events out of a journal. The copy
//! still has them: they count at once, and the next command that records adds them to the journal.

use std::hash::{BuildHasher, RandomState};
use std::io::{Read, Write};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use memchr::memchr_iter;
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use crate::error::Result;
use crate::progress::Event;
use crate::store::cache::FileState;
use crate::store::{codec, file};
use crate::text::{Attempt, Folder};

/// Where the copy of one journal is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Own {
    path: PathBuf,
}

impl Own {
    /// The copy of `journal`, a path, in the folder `own_dir`. Each absolute path has a copy of its
    /// own, so that a second state folder, for a trial, never gets the events of the first.
    pub(super) fn of(own_dir: &Path, journal: &Path) -> Self {
        let folder = journal.parent().unwrap_or(journal);
        let plan = folder.file_name().unwrap_or_default();
        let place = xxh3_64(resolved(folder).as_os_str().as_encoded_bytes());
        let path = own_dir.join(plan).join(format!("{place:016x}.jsonl"));
        Self { path }
    }

    /// The file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The file and its present state; `None` if there is none.
    pub(super) fn state(&self) -> Option<(PathBuf, FileState)> {
        let file = file::open(&self.path).ok()??;
        let state = FileState::appended(&file).ok()?;
        Some((self.path.clone(), state))
    }

    /// Reads the copy. One that is missing, or cannot be read, is empty: the journal has it all, too.
    pub(super) fn read(&self) -> Copy {
        let state = self.state();
        let mut bytes = Vec::new();
        if let Ok(Some(mut open)) = file::open(&self.path)
            && open.read_to_end(&mut bytes).is_err()
        {
            bytes.clear();
        }
        Copy::of(bytes, state)
    }

    /// Appends `lines`, which end in a newline. They are not synced: the journal is, and has them.
    ///
    /// # Errors
    /// `CannotCreate` if the file cannot be created or is not safe; `Io` if it cannot be written.
    pub(super) fn append(&self, lines: &str) -> Result<()> {
        let failed = |attempt, error| file::failed(attempt, &self.path, &error, Folder::Data);
        if let Some(folder) = self.path.parent() {
            file::create_private(folder).map_err(|error| failed(Attempt::Create, error))?;
        }
        let mut open = file::open_to_append(&self.path, Folder::Data)?;
        let write = |error| failed(Attempt::Write, error);
        let length = open.metadata().map_err(write)?.len();
        let mut last = [b'\n'];
        if length > 0 {
            open.read_exact_at(&mut last, length - 1).map_err(write)?;
        }
        let seal = if last == [b'\n'] { "" } else { "\n" };
        let all = format!("{seal}{lines}");
        open.write_all(all.as_bytes()).map_err(write)
    }
}

/// The path without links, as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = path.ancestors().find_map(|above| {
        let mut real = above.canonicalize().ok()?;
        real.extend(path.strip_prefix(above).ok()?);
        Some(real)
    });
    existing.unwrap_or(path)
}

/// The hash of a line without the white space around it. It is another one in each run, so that nobody can
/// prepare two lines with the same hash.
pub(super) fn hash(line: &[u8]) -> u64 {
    static SEED: OnceLock<u64> = OnceLock::new();
    let seed = SEED.get_or_init(|| RandomState::new().hash_one(0));
    xxh3_64_with_seed(line.trim_ascii(), *seed)
}

/// The lines of a copy, compared by their hashes: most of them are in the journal as well, and need
/// not be decoded.
#[derive(Default)]
pub(super) struct Copy {
    bytes: Vec<u8>,
    /// Sorted by hash.
    lines: Vec<CopiedLine>,
    /// The file and its state when it was read.
    pub(super) file: Option<(PathBuf, FileState)>,
}

struct CopiedLine {
    hash: u64,
    /// Where it is in the bytes.
    at: Range<usize>,
    /// Whether the journal has it.
    is_known: bool,
}

impl Copy {
    fn of(bytes: Vec<u8>, file: Option<(PathBuf, FileState)>) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for end in memchr_iter(b'\n', &bytes).chain([bytes.len()]) {
            let at = start..end;
            start = end + 1;
            if !at.is_empty() {
                let hash = hash(&bytes[at.clone()]);
                lines.push(CopiedLine {
                    hash,
                    at,
                    is_known: false,
                });
            }
        }
        lines.sort_unstable_by_key(|line| line.hash);
        lines.dedup_by_key(|line| line.hash);
        Self { bytes, lines, file }
    }

    /// Whether it has this line, which is in the journal.
    pub(super) fn has_line(&mut self, line: &[u8]) -> bool {
        let hash = hash(line);
        let found = self.lines.binary_search_by_key(&hash, |line| line.hash);
        if let Ok(index) = found {
            self.lines[index].is_known = true;
        }
        found.is_ok()
    }

    /// The events of the lines that the journal was not found to have.
    pub(super) fn into_unseen(self) -> Vec<Event> {
        let unseen = self.lines.iter().filter(|line| !line.is_known);
        let decoded = unseen.map(|line| codec::decode_line(&self.bytes[line.at.clone()]));
        decoded.flat_map(|line| line.events).collect()
    }
}
