//! Marks without their words: enough to count slots, and to see which days matter.

use chrono::NaiveDate;

use super::{Mark, State};
use crate::model::Minutes;

/// A mark without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Brief {
    /// What the slot counts as.
    pub state: Option<State>,
    /// The minutes it took, if it counts as done.
    pub took: Option<Minutes>,
    /// The first date of where it was put.
    pub placement: Option<NaiveDate>,
    /// Whether there are remarks on it.
    pub has_notes: bool,
}

impl Brief {
    /// What `mark` says, in brief.
    #[must_use]
    pub fn of(mark: &Mark) -> Self {
        Self {
            state: mark.state.map(|(_, state, _)| state),
            took: mark.actual(),
            placement: mark.placement.map(|(_, placement)| placement.date),
            has_notes: !mark.notes.is_empty(),
        }
    }

    /// As [`Mark::is_empty`].
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.state.is_none() && self.placement.is_none() && !self.has_notes
    }
}

/// Marks in brief, by the [`name`](crate::model::name) of the slot and title they were made under.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Briefs(Vec<(u64, Brief)>);

impl Briefs {
    /// That of the slot of this name.
    #[must_use]
    pub fn get(&self, name: u64) -> Option<&Brief> {
        let at = self.0.binary_search_by_key(&name, |(name, _)| *name).ok()?;
        Some(&self.0[at].1)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Brief> {
        self.0.iter().map(|(_, brief)| brief)
    }

    /// The names of their slots, rising.
    pub fn names(&self) -> impl Iterator<Item = u64> {
        self.0.iter().map(|(name, _)| *name)
    }
}

/// Of those with the same name the last one counts. It is fastest where they come in the order of
/// their names.
impl FromIterator<(u64, Brief)> for Briefs {
    fn from_iter<I: IntoIterator<Item = (u64, Brief)>>(named: I) -> Self {
        let mut all: Vec<(u64, Brief)> = named.into_iter().collect();
        all.sort_by_key(|(name, _)| *name);
        all.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                earlier.1 = later.1;
            }
            is_same
        });
        Self(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_one_slot_the_last_counts_wherever_it_came() {
        let named = |minutes| Brief {
            took: Some(Minutes(minutes)),
            ..Brief::default()
        };
        let told = [(7, 1), (2, 2), (7, 3), (9, 4), (2, 5), (7, 6)];
        let briefs: Briefs = told
            .map(|(name, took)| (name, named(took)))
            .into_iter()
            .collect();
        assert_eq!(briefs.names().collect::<Vec<_>>(), [2, 7, 9]);
        let took = |name| briefs.get(name).and_then(|brief| brief.took);
        assert_eq!(
            [2, 7, 9].map(took),
            [5, 6, 4].map(|took| Some(Minutes(took)))
        );
        assert_eq!(took(8), None);
    }
}
