//! Reading a whole file that a person wrote: it may be missing, huge, or not a file at all.

use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

use crate::text::Obstacle;

/// What was found at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) enum Content {
    /// Nothing.
    Missing,
    /// A file, with all its bytes.
    Whole(Vec<u8>),
    /// A file with more bytes than the cap: this many.
    TooLarge(u64),
    /// Something other than a file.
    NotAFile(Obstacle),
}

/// Reads the file at `path` if it has at most `max` bytes. Links are followed.
///
/// # Errors
/// Those of opening and reading, except for a missing file.
pub(in crate::store) fn read_capped(path: &Path, max: u64) -> io::Result<Content> {
    // Without NONBLOCK, opening a FIFO would hang until somebody writes to it.
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let opened = File::options().read(true).custom_flags(flags).open(path);
    let file = match opened {
        // Only from opening: ENOENT from a later call is a fault of the disk, not a missing file.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Content::Missing),
        opened => opened?,
    };
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Ok(Content::NotAFile(if meta.is_dir() {
            Obstacle::Folder
        } else {
            Obstacle::Special
        }));
    }
    if meta.len() > max {
        return Ok(Content::TooLarge(meta.len()));
    }
    // The cap holds even if the file grows meanwhile.
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len() + 1).unwrap_or(0));
    let read = (&file).take(max + 1).read_to_end(&mut bytes)? as u64;
    Ok(if read > max {
        Content::TooLarge(read)
    } else {
        Content::Whole(bytes)
    })
}
