//! Adding up a journal as it is read, without keeping its events.

use std::fs::File;
use std::io::{self, Seek};
use std::path::Path;

use super::lines::{Hashed, Lines};
use super::read::copies;
use crate::error::Result;
use crate::progress::Folding;
use crate::store::cache::Identity;
use crate::store::checkpoint::Folded;
use crate::store::codec;
use crate::store::file::{self, Access, read_error};

/// About how many bytes a mark takes.
const MARK: u64 = 220;

/// What the events of `journal` add up to, and the state it was in, without keeping the events;
/// only those after `known`, where the journal begins with what that adds up to. `None` where
/// there is more to tell: faults, a newer version, copies, an event that stands twice, or none.
pub(super) fn fold(journal: &Path, known: Option<Folded>) -> Result<Option<(Folded, Identity)>> {
    let Some(mut file) = file::open(journal, Access::Read)? else {
        return Ok(None);
    };
    if !copies(journal)?.is_empty() {
        return Ok(None);
    }
    let failed = |error| read_error(journal, &error);
    let state = Identity::of(&file.metadata().map_err(failed)?);
    if let Some(known) = known {
        if let Some(folded) = go_on(&file, state.size(), known).map_err(failed)? {
            return Ok(Some((folded, state)));
        }
        file.rewind().map_err(failed)?;
    }
    let folded = add_up(&file, state.size()).map_err(failed)?;
    Ok(folded.map(|folded| (folded, state)))
}

/// What all lines of a journal of `size` bytes add up to.
fn add_up(file: &File, size: u64) -> io::Result<Option<Folded>> {
    let mut lines = Lines::of(Hashed::of(file));
    let mut line = Vec::new();
    let mut folding = Folding::with_capacity(usize::try_from(size / MARK).unwrap_or(0));
    while let Some(whole) = lines.next_into(&mut line)? {
        if let Some(told) = codec::told(&line).filter(|_| whole) {
            folding.take_told(&told);
            continue;
        }
        let decoded = codec::decode_line(&line);
        if !whole || !decoded.is_sound() {
            return Ok(None);
        }
        decoded.events.iter().for_each(|event| folding.take(event));
    }
    if folding.is_empty() || lines.bytes != size || folding.may_hold_one_twice() {
        return Ok(None);
    }
    let extent = folding.highest().and_then(|highest| lines.extent(highest));
    Ok(Some(Folded::adding_up(folding, extent)))
}

/// The longest end of a journal, in bytes, that is added to what is known.
const END_CAP: u64 = 1024 * 1024;

/// What the lines of a journal of `size` bytes add up to, if it begins with what is `known` and
/// the rest stands above that.
fn go_on(file: &File, size: u64, mut known: Folded) -> io::Result<Option<Folded>> {
    let Some(extent) = known.extent else {
        return Ok(None);
    };
    if !(extent.length..=extent.length + END_CAP).contains(&size) {
        return Ok(None);
    }
    let mut input = Hashed::of(file);
    if input.pass(extent.length)? != extent.hash {
        return Ok(None);
    }
    if size == extent.length {
        return Ok(Some(known));
    }
    let mut lines = Lines::of(input);
    let (mut line, mut events, mut highest) = (Vec::new(), Vec::new(), extent.highest);
    while let Some(whole) = lines.next_into(&mut line)? {
        let decoded = codec::decode_line(&line);
        if !whole || !decoded.is_sound() {
            return Ok(None);
        }
        for event in decoded.events {
            let (order, id) = highest;
            if event.order() <= order || event.id <= id {
                return Ok(None);
            }
            highest = (event.order(), event.id);
            events.push(event);
        }
    }
    if extent.length + lines.bytes != size || !known.take(&events) {
        return Ok(None);
    }
    known.extent = lines.extent(highest);
    Ok(Some(known))
}
