//! Reading a whole file that a person wrote, without trusting it to be one.

use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

/// What a path led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// Nothing is there.
    Missing,
    /// The bytes of a file.
    Whole(Vec<u8>),
    /// A file of so many bytes, more than may be read.
    TooLarge(u64),
    /// No file but something else, as a message calls it.
    NoFile(&'static str),
}

/// Reads the file at `path` if it has at most `max` bytes.
///
/// # Errors
/// What opening and reading give.
pub fn read_capped(path: &Path, max: u64) -> io::Result<Read> {
    // Without NONBLOCK a FIFO would hang until somebody writes to it.
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let opened = File::options().read(true).custom_flags(flags).open(path);
    let file = match opened {
        // Only opening can tell: what is open is there, whatever reading it says.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Read::Missing),
        opened => opened?,
    };
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Ok(Read::NoFile(if meta.is_dir() {
            "a folder"
        } else {
            "no regular file"
        }));
    }
    if meta.len() > max {
        return Ok(Read::TooLarge(meta.len()));
    }
    // No more is read even if the file grows meanwhile.
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len() + 1).unwrap_or(0));
    let read = (&file).take(max + 1).read_to_end(&mut bytes)? as u64;
    Ok(if read > max {
        Read::TooLarge(read)
    } else {
        Read::Whole(bytes)
    })
}
