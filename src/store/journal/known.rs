//! What is known of a journal when something is recorded or asked.

use std::borrow::Cow;

use super::read::{self, Reading};
use super::{Journal, adding};
use crate::error::{Error, Result};
use crate::progress::Event;
use crate::store::cache::Identity;
use crate::store::checkpoint::Folded;

/// All events of a journal ([`Reading`]), or only what they add up to ([`Folded`]).
pub trait Known: Sized {
    /// Reads `journal`; `locked` says whether the writers' lock is held.
    ///
    /// # Errors
    /// As [`Journal::read`].
    fn read(journal: &Journal, locked: bool) -> Result<Self>;

    /// The greatest Lamport number there is; 0 where there is none.
    fn max_n(&self) -> u64;

    /// Takes in events that were just written above all others.
    ///
    /// # Errors
    /// As [`Journal::read`].
    fn add(&mut self, journal: &Journal, written: &[Event]) -> Result<()>;

    /// What its events add up to.
    fn folded(&self) -> Cow<'_, Folded>;
}

impl Known for Reading {
    fn read(journal: &Journal, locked: bool) -> Result<Self> {
        let mut reading = read::read(&journal.path())?;
        reading.locked = locked;
        Ok(reading)
    }

    fn max_n(&self) -> u64 {
        self.max_n()
    }

    fn add(&mut self, _journal: &Journal, written: &[Event]) -> Result<()> {
        self.add(written);
        Ok(())
    }

    fn folded(&self) -> Cow<'_, Folded> {
        Cow::Owned(Folded::of(self))
    }
}

impl Known for Folded {
    /// Takes it from the checkpoint where that stands for the journal as it is; else the journal
    /// is read, its beginning perhaps only to be known again, and a new checkpoint is kept.
    fn read(journal: &Journal, locked: bool) -> Result<Self> {
        let path = journal.path();
        let checkpoint = journal.checkpoint.as_ref();
        let state = checkpoint.map_or(Ok(None), |_| read::state(&path))?;
        let (Some(checkpoint), Some(state)) = (checkpoint, state) else {
            return Ok(add_up(journal, locked, None)?.0);
        };
        let known = match checkpoint.read() {
            Some((of, mut folded)) if of == state && read::copies(&path)?.is_empty() => {
                folded.locked = locked;
                return Ok(folded);
            }
            kept => kept.map(|(_, folded)| folded),
        };
        let begun = checkpoint.begin(&state);
        let (folded, state) = add_up(journal, locked, known)?;
        if let (Some(state), Some(begun)) = (state, begun) {
            begun.keep(state, &folded);
        }
        Ok(folded)
    }

    fn max_n(&self) -> u64 {
        self.max_n
    }

    fn add(&mut self, journal: &Journal, written: &[Event]) -> Result<()> {
        if self.take(written) {
            return Ok(());
        }
        let (folded, _) = add_up(journal, self.locked, None).map_err(|error| {
            let message = format!("recorded, but not read again: {}", error.message);
            Error::new(error.kind, message).hint("nothing is lost: see `plan log`")
        })?;
        *self = folded;
        Ok(())
    }

    fn folded(&self) -> Cow<'_, Folded> {
        Cow::Borrowed(self)
    }
}

/// Adds up all events, from `known` on if it is the journal's beginning, keeping them only where
/// that is not enough. Gives the state the journal was in too, where a checkpoint can stand for
/// that.
fn add_up(
    journal: &Journal,
    locked: bool,
    known: Option<Folded>,
) -> Result<(Folded, Option<Identity>)> {
    if let Some((mut folded, state)) = adding::fold(&journal.path(), known)? {
        folded.locked = locked;
        return Ok((folded, Some(state)));
    }
    let reading = Reading::read(journal, locked)?;
    // With nothing beside it that counts too; of an empty one the copies matter.
    let is_alone = reading.other_files.is_empty() && !reading.events.is_empty();
    let is_all = |state: &Identity| is_alone && reading.bytes == state.size();
    let state = reading.state.filter(is_all);
    Ok((Folded::of(&reading), state))
}
