//! The lines of a journal, one after the other, and the bytes they are known again by.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use memchr::memchr2;
use uuid::Uuid;
use xxhash_rust::xxh3::Xxh3;

use crate::progress::Order;
use crate::store::checkpoint::Extent;

/// The longest line that is looked at, in bytes; of longer ones only the length is noted.
const LINE_CAP: usize = 64 * 1024;

/// A file whose bytes are hashed as they are read.
pub(super) struct Hashed<'f> {
    file: &'f File,
    hash: Box<Xxh3>,
    length: u64,
}

impl<'f> Hashed<'f> {
    pub fn of(file: &'f File) -> Self {
        Self {
            file,
            hash: Box::default(),
            length: 0,
        }
    }

    /// The hash of all that was read.
    fn digest(&self) -> u128 {
        self.hash.digest128()
    }

    /// Reads `length` bytes and gives their hash, or that of fewer where there are no more.
    pub fn pass(&mut self, length: u64) -> io::Result<u128> {
        let mut buffer = vec![0; LINE_CAP];
        while self.length < length {
            let left = usize::try_from(length - self.length).unwrap_or(LINE_CAP);
            let read = self.read(&mut buffer[..left.min(LINE_CAP)]);
            match read {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self.digest())
    }
}

impl Read for Hashed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.hash.update(&buffer[..read]);
        self.length += read as u64;
        Ok(read)
    }
}

/// Lines of any length and content, one at a time, in bounded memory.
pub(super) struct Lines<R> {
    input: R,
    /// How many bytes they took.
    pub bytes: u64,
    /// Whether the last one ended with a newline.
    is_ended: bool,
}

impl<R: Read> Lines<BufReader<R>> {
    pub fn of(input: R) -> Self {
        Self {
            input: BufReader::with_capacity(LINE_CAP, input),
            bytes: 0,
            is_ended: false,
        }
    }
}

impl Lines<BufReader<Hashed<'_>>> {
    /// The journal that was read to its end, by which it is known again; `None` where the last
    /// line is not whole.
    pub fn extent(&self, highest: (Order, Uuid)) -> Option<Extent> {
        let read = self.input.get_ref();
        self.is_ended.then(|| Extent {
            length: read.length,
            hash: read.digest(),
            highest,
        })
    }
}

impl<R: BufRead> Lines<R> {
    /// The next line without its newline; `Some(false)` where it was too long to be kept. A run
    /// of NULs, which can be as long as a disk makes it, is kept as one of them.
    pub fn next_into(&mut self, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
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
