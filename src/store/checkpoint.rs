//! What a journal adds up to, kept in the cache so that its events need not be read again.

mod entry;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::entry::{Entry, date, number};
use super::cache::{Cached, Draft, Identity};
use super::journal::Reading;
use crate::progress::{Event, Folding, Progress, Rests, fold};

/// The folder of the cache that holds checkpoints.
pub(super) const FOLDER: &str = "journals";

/// All that a mark needs to know of what was recorded before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// What the events add up to.
    pub progress: Progress,
    /// The greatest Lamport number; 0 where there is none.
    pub max_n: u64,
    /// The latest study date that anything was recorded for.
    pub last_day: Option<NaiveDate>,
    /// What the learner should know, each a sentence; safe for a terminal.
    pub warnings: Vec<String>,
    /// Whether the writers' lock is held, so that it is the last word.
    pub locked: bool,
}

impl Folded {
    /// What `reading` adds up to.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        Self {
            progress: fold(&reading.events),
            max_n: reading.max_n(),
            last_day: reading.events.iter().map(|event| event.day).max(),
            warnings: reading.warnings.clone(),
            locked: reading.locked,
        }
    }

    /// What the events of a journal without any fault add up to.
    #[must_use]
    pub fn adding_up(folding: Folding) -> Self {
        Self {
            max_n: folding.max_n(),
            last_day: folding.last_day(),
            progress: folding.finish(),
            ..Self::default()
        }
    }

    /// Takes in events that stand above all others. Gives `false` where only all of them
    /// together can tell what they add up to.
    #[must_use]
    pub fn take(&mut self, events: &[Event]) -> bool {
        let were_none = self.last_day.is_none();
        if were_none {
            self.progress = fold(events);
        }
        let taken = were_none || self.progress.take(events);
        if taken {
            let numbers = events.iter().map(|event| event.n);
            self.max_n = numbers.fold(self.max_n, u64::max);
            let days = events.iter().map(|event| Some(event.day));
            self.last_day = days.fold(self.last_day, Option::max);
        }
        taken
    }
}

/// What is kept: whose journal it is, the state that was in, and what it added up to.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    journal: PathBuf,
    state: Identity,
    start: Option<i32>,
    rests: Rests,
    marks: Vec<Entry>,
    max_n: u64,
    last_day: Option<i32>,
    warnings: Vec<String>,
}

impl Head {
    fn of(journal: PathBuf, state: Identity, folded: &Folded) -> Self {
        let progress = &folded.progress;
        let marks = progress.marks.iter();
        Self {
            journal,
            state,
            start: progress.start.map(number),
            rests: progress.rests.clone(),
            marks: marks.map(|(key, mark)| Entry::of(key, mark)).collect(),
            max_n: folded.max_n,
            last_day: folded.last_day.map(number),
            warnings: folded.warnings.clone(),
        }
    }

    /// `None` where a number is no date.
    fn into_folded(self) -> Option<Folded> {
        let marks = self.marks.into_iter().map(Entry::into_mark);
        Some(Folded {
            progress: Progress {
                start: self
                    .start
                    .map_or(Some(None), |start| date(start).map(Some))?,
                marks: marks.collect::<Option<_>>()?,
                rests: self.rests,
            },
            max_n: self.max_n,
            last_day: self
                .last_day
                .map_or(Some(None), |day| date(day).map(Some))?,
            warnings: self.warnings,
            locked: false,
        })
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
        let path = cache_dir.join(FOLDER).join(name);
        Some(Self { path, journal })
    }

    /// What the journal in the state `state` adds up to, if that was kept.
    #[must_use]
    pub fn read(&self, state: &Identity) -> Option<Folded> {
        let head = Cached::<Head>::open(&self.path)?.head;
        let is_it = head.journal == self.journal && head.state == *state;
        is_it.then_some(head)?.into_folded()
    }

    /// Begins a checkpoint, before the journal is read or while its lock is held.
    #[must_use]
    pub fn begin(&self) -> Option<Begun<'_>> {
        let draft = Draft::begin(self.path.clone())?;
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
    /// Whether what was read since from a journal in the state `state` is all that it stands for.
    #[must_use]
    pub fn is_after(&self, state: &Identity) -> bool {
        self.draft.is_after(state)
    }

    /// Keeps what the journal in the state `state` adds up to. Whether that could be done does
    /// not matter to anyone: it is worked out again next time.
    pub fn keep(self, state: Identity, folded: &Folded) {
        let journal = self.checkpoint.journal.clone();
        self.draft.finish(&Head::of(journal, state, folded), &[]);
    }
}
