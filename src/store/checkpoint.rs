//! What a journal adds up to, kept in the cache so that its events need not be read again.

mod entry;
mod folded;
mod shelf;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use self::entry::{date, number};
pub use self::folded::{Extent, Folded};
pub use self::shelf::Names;
use self::shelf::Shelf;
use super::cache::{Cached, Draft, Identity};
use super::paths::CHECKPOINTS;
use crate::progress::Rests;

/// What is kept: whose journal it is, the state that was in, and what it added up to.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    journal: PathBuf,
    state: Identity,
    extent: Option<Extent>,
    start: Option<i32>,
    rests: Rests,
    max_n: u64,
    last_day: Option<i32>,
    warnings: Vec<String>,
    shelf: Shelf,
}

impl Head {
    /// `None` where it is too large.
    fn of(journal: PathBuf, state: Identity, folded: &Folded) -> Option<Self> {
        Some(Self {
            journal,
            state,
            extent: folded.extent,
            start: folded.start.map(number),
            rests: folded.rests.clone(),
            max_n: folded.max_n,
            last_day: folded.last_day.map(number),
            warnings: folded.warnings.clone(),
            shelf: folded.to_shelf()?,
        })
    }

    /// `None` where a number is no date.
    fn into_folded(self) -> Option<Folded> {
        let date = |number: Option<i32>| number.map_or(Some(None), |number| date(number).map(Some));
        let mut folded = Folded::shelved(self.shelf);
        folded.start = date(self.start)?;
        folded.rests = self.rests;
        folded.max_n = self.max_n;
        folded.last_day = date(self.last_day)?;
        folded.warnings = self.warnings;
        folded.extent = self.extent;
        Some(folded)
    }
}

/// Where the checkpoint of one journal lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    path: PathBuf,
    journal: PathBuf,
}

impl Checkpoint {
    /// That of `journal`. `None` where there is no current folder that its path could begin in.
    #[must_use]
    pub fn of(cache_dir: &Path, journal: &Path) -> Option<Self> {
        let journal = std::path::absolute(journal).ok()?;
        let mut hasher = DefaultHasher::new();
        journal.hash(&mut hasher);
        let name = format!("{:016x}.fold", hasher.finish());
        let path = cache_dir.join(CHECKPOINTS).join(name);
        Some(Self { path, journal })
    }

    /// What was kept of the journal, and the state that was in.
    #[must_use]
    pub fn read(&self) -> Option<(Identity, Folded)> {
        let head = Cached::<Head>::open(&self.path)?.head;
        let head = Some(head).filter(|head| head.journal == self.journal)?;
        Some((head.state, head.into_folded()?))
    }

    /// Begins a checkpoint before the journal is read, which is in the state `state`. `None` where
    /// none can be kept, or none yet.
    #[must_use]
    pub fn begin(&self, state: &Identity) -> Option<Begun<'_>> {
        let draft = state.is_past().then(|| Draft::begin(self.path.clone()))??;
        let checkpoint = self;
        Some(Begun { draft, checkpoint })
    }
}

/// A checkpoint that has been begun.
#[derive(Debug)]
pub struct Begun<'c> {
    draft: Draft,
    checkpoint: &'c Checkpoint,
}

impl Begun<'_> {
    /// Keeps what the journal in the state `state` adds up to, if what was read is certain to be
    /// all that the state stands for. Whether that could be done does not matter to anyone: it is
    /// worked out again next time.
    pub fn keep(self, state: Identity, folded: &Folded) {
        if !self.draft.is_after(&state) {
            return;
        }
        let journal = self.checkpoint.journal.clone();
        if let Some(head) = Head::of(journal, state, folded) {
            self.draft.finish(&head, &[]);
        }
    }
}

#[cfg(test)]
mod tests;
