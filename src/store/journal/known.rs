//! What is known of a journal when something is recorded or asked.

use std::borrow::Cow;

use super::Journal;
use super::read::{self, Reading};
use super::write::Appended;
use crate::error::{Error, Result};
use crate::progress::Event;
use crate::store::cache::Identity;
use crate::store::checkpoint::Folded;

/// All events of a journal ([`Reading`]), or only what they add up to ([`Folded`]).
pub trait Known: Sized {
    /// Reads `journal`; `locked` says whether the writers' lock is held. Gives the state it was
    /// in too, where a checkpoint can stand for that.
    ///
    /// # Errors
    /// As [`Journal::read`].
    fn read(journal: &Journal, locked: bool) -> Result<(Self, Option<State>)>;

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

/// The state a journal was in when it was read: a file, or none.
#[derive(Debug, Clone, Copy)]
pub struct State(Option<Identity>);

impl State {
    /// That of a journal that was read whole, with nothing beside it that counts too.
    fn of(reading: &Reading) -> Option<Self> {
        let size = reading.state.map_or(0, |state| state.size());
        let is_all = reading.other_files.is_empty() && reading.bytes == size;
        is_all.then_some(Self(reading.state))
    }

    /// The state it is in after a write, if the new lines are all that tells it from this one.
    pub(super) fn grown(self, appended: &Appended) -> Option<Identity> {
        let after = appended.state.filter(|_| !appended.again)?;
        let same = self.0.is_none_or(|before| before.is_same_file(&after));
        let size = self.0.map_or(0, |before| before.size());
        (same && size + appended.bytes == after.size()).then_some(after)
    }
}

impl Known for Reading {
    fn read(journal: &Journal, locked: bool) -> Result<(Self, Option<State>)> {
        let mut reading = read::read(&journal.path())?;
        reading.locked = locked;
        let state = State::of(&reading);
        Ok((reading, state))
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
    fn read(journal: &Journal, locked: bool) -> Result<(Self, Option<State>)> {
        let path = journal.path();
        let Some(checkpoint) = &journal.checkpoint else {
            return add_up(journal, locked);
        };
        let state = read::state(&path)?;
        if let Some(state) = state
            && read::copies(&path)?.is_empty()
            && let Some(mut folded) = checkpoint.read(&state)
        {
            folded.locked = locked;
            return Ok((folded, Some(State(Some(state)))));
        }
        let begun = state.and_then(|_| checkpoint.begin());
        let (folded, state) = add_up(journal, locked)?;
        if let Some(State(Some(state))) = state
            && let Some(begun) = begun
            && begun.is_after(&state)
        {
            begun.keep(state, &folded);
        }
        Ok((folded, state))
    }

    fn max_n(&self) -> u64 {
        self.max_n
    }

    fn add(&mut self, journal: &Journal, written: &[Event]) -> Result<()> {
        if self.take(written) {
            return Ok(());
        }
        let (folded, _) = add_up(journal, self.locked).map_err(|error| {
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

/// Adds up all events, keeping them only where that is not enough.
fn add_up(journal: &Journal, locked: bool) -> Result<(Folded, Option<State>)> {
    if let Some((mut folded, state)) = read::fold(&journal.path())? {
        folded.locked = locked;
        return Ok((folded, Some(State(Some(state)))));
    }
    let (reading, state) = Reading::read(journal, locked)?;
    Ok((Folded::of(&reading), state))
}
