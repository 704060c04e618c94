//! What a journal adds up to, of which only the marks that are wanted need be read.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::shelf::{Marks, Names, Shelf};
use crate::model::name;
use crate::progress::{Brief, Briefs, Event, Folding, Order, Progress, Rests, fold};
use crate::store::journal::Reading;

/// What a journal adds up to.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    held: Held,
    /// As of [`Progress`].
    pub start: Option<NaiveDate>,
    /// As of [`Progress`].
    pub rests: Rests,
    /// The greatest Lamport number; 0 where there is none.
    pub max_n: u64,
    /// The latest study date that anything was recorded for.
    pub last_day: Option<NaiveDate>,
    /// What the learner should know, each a sentence; safe for a terminal.
    pub warnings: Vec<String>,
    /// Whether the writers' lock is held, so that it is the last word.
    pub locked: bool,
    /// What was added up, if more can be added to it.
    pub extent: Option<Extent>,
}

/// The beginning of a journal, by which it is known again. It ends with a whole line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// Its length in bytes.
    pub length: u64,
    /// The XXH3 hash of these bytes, 128 bits of it.
    pub hash: u128,
    /// Where the highest of its events stands, and the greatest id: a line after it that is not
    /// above both may have been there before.
    pub highest: (Order, Uuid),
}

#[derive(Debug, Clone)]
enum Held {
    All(Marks),
    /// Those of a checkpoint, and those among them that were changed or added since.
    Shelved(Shelf, Marks),
}

impl Default for Held {
    fn default() -> Self {
        Self::All(Marks::new())
    }
}

impl Folded {
    /// What `reading` adds up to.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        Self {
            max_n: reading.max_n(),
            last_day: reading.events.iter().map(|event| event.day).max(),
            warnings: reading.warnings.clone(),
            locked: reading.locked,
            ..Self::from(fold(&reading.events))
        }
    }

    /// What the events of a journal without any fault add up to.
    #[must_use]
    pub fn adding_up(folding: Folding, extent: Option<Extent>) -> Self {
        Self {
            max_n: folding.max_n(),
            last_day: folding.last_day(),
            extent,
            ..Self::from(folding.finish())
        }
    }

    /// The marks of a checkpoint, still on the shelf.
    pub(super) fn shelved(shelf: Shelf) -> Self {
        Self {
            held: Held::Shelved(shelf, Marks::new()),
            ..Self::default()
        }
    }

    /// All of it.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.taking(Shelf::all)
    }

    /// The same with the marks of the slots named, and perhaps of others.
    #[must_use]
    pub fn progress_of(&self, names: &Names) -> Progress {
        self.taking(|shelf| shelf.named(names))
    }

    fn taking(&self, wanted: impl Fn(&Shelf) -> Marks) -> Progress {
        let marks = match &self.held {
            Held::All(marks) => marks.clone(),
            Held::Shelved(kept, changed) => {
                let mut marks = wanted(kept);
                marks.extend(changed.clone());
                marks
            }
        };
        Progress {
            start: self.start,
            marks,
            rests: self.rests.clone(),
        }
    }

    /// Its marks in brief.
    #[must_use]
    pub fn briefs(&self) -> Briefs {
        let brief = |marks: &Marks| -> Vec<(u64, Brief)> {
            let named = marks
                .iter()
                .map(|(key, mark)| (name(&key.0, &key.1), Brief::of(mark)));
            named.collect()
        };
        match &self.held {
            Held::All(marks) => brief(marks).into_iter().collect(),
            Held::Shelved(kept, changed) => kept.briefs().chain(brief(changed)).collect(),
        }
    }

    /// Takes in events that stand above all others. Gives `false` where only all of them
    /// together can tell what they add up to; then it is of no use any more.
    #[must_use]
    pub fn take(&mut self, events: &[Event]) -> bool {
        if self.last_day.is_none() {
            let Progress {
                start,
                marks,
                rests,
            } = fold(events);
            (self.start, self.held, self.rests) = (start, Held::All(marks), rests);
        } else if !self.take_above(events) {
            return false;
        }
        let numbers = events.iter().map(|event| event.n);
        self.max_n = numbers.fold(self.max_n, u64::max);
        let days = events.iter().map(|event| Some(event.day));
        self.last_day = days.fold(self.last_day, Option::max);
        self.extent = None;
        true
    }

    fn take_above(&mut self, events: &[Event]) -> bool {
        let marks = match &mut self.held {
            Held::All(marks) => marks,
            Held::Shelved(kept, changed) => {
                let slots = events.iter().filter_map(Event::slot);
                let names: Names = slots.map(|(id, title)| name(id, title)).collect();
                for (key, mark) in kept.named(&names) {
                    changed.entry(key).or_insert(mark);
                }
                changed
            }
        };
        let mut progress = Progress {
            start: self.start,
            marks: std::mem::take(marks),
            rests: std::mem::take(&mut self.rests),
        };
        let taken = progress.take(events);
        (*marks, self.rests) = (progress.marks, progress.rests);
        taken
    }

    /// The same with all of its marks on the shelf.
    #[cfg(test)]
    #[must_use]
    pub fn reshelved(mut self) -> Self {
        let kept = self.to_shelf().unwrap_or_default();
        self.held = Held::Shelved(kept, Marks::new());
        self
    }

    /// Its marks as a checkpoint keeps them. `None` where they are too large.
    pub(super) fn to_shelf(&self) -> Option<Shelf> {
        match &self.held {
            Held::All(marks) => Shelf::of(marks),
            Held::Shelved(kept, changed) => kept.clone().with(changed),
        }
    }
}

impl From<Progress> for Folded {
    fn from(progress: Progress) -> Self {
        Self {
            held: Held::All(progress.marks),
            start: progress.start,
            rests: progress.rests,
            ..Self::default()
        }
    }
}
