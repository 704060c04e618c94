//! The events that move marks to the slots they belong to now.

use std::collections::HashMap;

use super::matching::{MatchItem, items_of_plan};
use super::{Fingerprint, Orphan, Subject, What};
use crate::model::Plan;

/// What marks record of each slot and deliverable of a plan, by its id.
pub(crate) struct Identities<'p>(HashMap<&'p str, MatchItem<'p>>);

impl<'p> Identities<'p> {
    pub(crate) fn of(plan: &'p Plan) -> Self {
        let items = items_of_plan(plan).into_iter();
        Self(items.map(|item| (item.id, item)).collect())
    }

    /// The events that move its marks to its slot now; none if that is not certain.
    pub(crate) fn follow(&self, orphan: &Orphan) -> Vec<What> {
        let successor = orphan.successor();
        let events = successor.map(|(to, _, _)| self.relink(orphan.subjects(), to));
        events.unwrap_or_default()
    }

    /// The events that move its marks to `to`, even if they are marks of just that: it may be one
    /// of several that are alike.
    pub(crate) fn relink_to(&self, orphan: &Orphan, to: &str) -> Vec<What> {
        let to = self.0.get(to);
        let subjects = || orphan.subjects();
        to.map_or_else(Vec::new, |to| {
            subjects().map(|one| relinked(one, to)).collect()
        })
    }

    /// The events that move the marks of `subjects` to `to`, one for each that is not just that.
    pub(super) fn relink<'s>(
        &self,
        subjects: impl Iterator<Item = Subject<'s>>,
        to: &str,
    ) -> Vec<What> {
        let Some(to) = self.0.get(to) else {
            return Vec::new();
        };
        let (id, title, content) = (to.id, to.title, to.content());
        let moved = subjects.filter(|subject| *subject != Subject { id, title, content });
        moved.map(|subject| relinked(subject, to)).collect()
    }
}

fn relinked(subject: Subject, to: &MatchItem) -> What {
    What::Relinked {
        from: subject.id.to_owned(),
        was: subject.title.to_owned(),
        was_sum: subject.content.map(Fingerprint::from),
        to: to.id.to_owned(),
        title: to.title.to_owned(),
        fingerprint: to.fingerprint,
    }
}
