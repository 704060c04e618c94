//! The lines of a journal, one at a time, in bounded memory, and where they end.

use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader};

use memchr::memchr2;
use xxhash_rust::xxh3::Xxh3;

use crate::store::cache::FileState;

/// The longest line that is parsed, in bytes; a longer one is only counted.
const LINE_CAP: usize = 64 * 1024;

/// The end of a journal file, where lines are appended.
pub(super) struct End {
    /// The hash of everything before it.
    hash: Box<Xxh3>,
    /// The length of the file in bytes.
    pub(crate) length: u64,
    /// Whether the file ends with a newline, or is empty.
    is_ended: bool,
}

impl Default for End {
    /// The end of an empty file, or of one that is missing.
    fn default() -> Self {
        Self {
            hash: Box::default(),
            length: 0,
            is_ended: true,
        }
    }
}

impl End {
    /// The state of the file that `meta` describes.
    pub(crate) fn state(&self, meta: &Metadata) -> FileState {
        FileState::read(meta, self.length, &self.hash)
    }

    /// The state of the file after `lines` have been appended to it; `None` if that is uncertain.
    pub(crate) fn after(&mut self, lines: &str) -> Option<FileState> {
        self.hash.update(lines.as_bytes());
        self.length += lines.len() as u64;
        let is_known = self.is_ended && self.length <= FileState::HASHED;
        is_known.then(|| FileState::Content(self.length, self.hash.digest()))
    }
}

/// Lines of any length and content.
pub(super) struct Lines<'f> {
    input: BufReader<&'f File>,
    /// How far they have been read.
    pub(crate) end: End,
}

impl<'f> Lines<'f> {
    pub(crate) fn of(file: &'f File) -> Self {
        Self {
            input: BufReader::with_capacity(LINE_CAP, file),
            end: End::default(),
        }
    }

    /// The next line without its newline; `Some(false)` if it is longer than [`LINE_CAP`], `None` at
    /// the end. A run of NULs, which can be very long after a power cut, is reduced to one.
    pub(crate) fn next_into(&mut self, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
        line.clear();
        let (mut any, mut whole) = (false, true);
        loop {
            let is_new = self.input.buffer().is_empty();
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                return Ok(any.then_some(whole));
            }
            if is_new {
                self.end.hash.update(chunk);
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
            self.end.is_ended = rest.first() == Some(&b'\n');
            let used = text.len() + nuls + usize::from(self.end.is_ended);
            self.input.consume(used);
            self.end.length += used as u64;
            if self.end.is_ended {
                return Ok(Some(whole));
            }
        }
    }
}
