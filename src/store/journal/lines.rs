//! The lines of a journal, one at a time, in bounded memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use memchr::memchr2;
use xxhash_rust::xxh3::Xxh3;

/// The longest line that is parsed, in bytes; a longer one is only counted.
const LINE_CAP: usize = 64 * 1024;

/// A file whose bytes are hashed as they are read.
struct Hashing<'f> {
    file: &'f File,
    hash: Box<Xxh3>,
}

impl Read for Hashing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.hash.update(&buffer[..read]);
        Ok(read)
    }
}

/// Lines of any length and content.
pub(super) struct Lines<'f> {
    input: BufReader<Hashing<'f>>,
    /// How many bytes have been read.
    pub(crate) bytes: u64,
    /// Whether the last line ended with a newline; an empty file counts as ended.
    pub(crate) is_ended: bool,
}

impl<'f> Lines<'f> {
    pub(crate) fn of(file: &'f File) -> Self {
        let hash = Box::default();
        Self {
            input: BufReader::with_capacity(LINE_CAP, Hashing { file, hash }),
            bytes: 0,
            is_ended: true,
        }
    }

    /// The hash of everything read, once the end has been reached.
    pub(crate) fn into_hash(self) -> Box<Xxh3> {
        self.input.into_inner().hash
    }

    /// The next line without its newline; `Some(false)` if it is longer than [`LINE_CAP`], `None` at
    /// the end. A run of NULs, which can be very long after a power cut, is reduced to one.
    pub(crate) fn next_into(&mut self, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
        line.clear();
        let (mut any, mut whole) = (false, true);
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                return Ok(any.then_some(whole));
            }
            any = true;
            let found = memchr2(b'\n', 0, chunk);
            let (text, rest) = chunk.split_at(found.unwrap_or(chunk.len()));
            let nuls = rest.iter().take_while(|byte| **byte == 0).count();
            line.extend_from_slice(text);
            if nuls > 0 && line.last() != Some(&0) {
                line.push(0);
            }
            if line.len() > LINE_CAP {
                whole = false;
                line.clear();
            }
            self.is_ended = rest.first() == Some(&b'\n');
            let used = text.len() + nuls + usize::from(self.is_ended);
            self.input.consume(used);
            self.bytes += used as u64;
            if self.is_ended {
                return Ok(Some(whole));
            }
        }
    }
}
