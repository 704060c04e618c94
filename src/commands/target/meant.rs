//! Which of several slots and deliverables of one name is meant.

use std::collections::HashSet;

use super::titles::key;
use super::{Target, Targets, Wanted};
use crate::error::Result;
use crate::summary::{DeliverableView, SlotView};

impl<'a> Target<'a> {
    /// Each slot as a target of its own.
    pub(super) fn slots(slots: &[SlotView<'a>]) -> Vec<Self> {
        slots.iter().map(|slot| Self::Slots(vec![*slot])).collect()
    }

    /// Whether it is a slot or deliverable that is neither done nor skipped.
    pub(super) fn is_open(&self) -> bool {
        match self {
            Self::Slots(slots) => slots.iter().any(SlotView::is_open),
            Self::Deliverables(views) => views.iter().any(DeliverableView::is_open),
            _ => false,
        }
    }
}

impl<'a> Targets<'a> {
    /// What has `part` in its title among `all` slots, those of the date first; `None` if nothing has.
    pub(super) fn with_part(
        &self,
        text: &str,
        part: &str,
        all: &[SlotView<'a>],
        wanted: Wanted,
    ) -> Option<Result<Target<'a>>> {
        let has = |slot: &&SlotView| key(&slot.place.slot.title).contains(part);
        let parts: Vec<SlotView> = all.iter().filter(has).copied().collect();
        if parts.is_empty() {
            return None;
        }
        let titles: HashSet<String> = parts
            .iter()
            .map(|slot| key(&slot.place.slot.title))
            .collect();
        let mut found = Target::slots(&parts);
        let namesakes = self.study.deliverables();
        let namesakes = namesakes.filter(|view| titles.contains(&key(&view.what.text)));
        let namesakes = namesakes.map(|view| Target::Deliverables(vec![view]));
        found.extend(namesakes.filter(|target| wanted.takes(target)));
        if let Some(meant) = self.meant(&found, wanted) {
            return Some(Ok(meant));
        }
        let here = found.iter().filter(|target| self.is_slot_here(target));
        let here: Vec<Target> = here.cloned().collect();
        let is_one_open = here.iter().any(Target::is_open);
        let candidates = if is_one_open { &here } else { &found };
        Some(Err(self.ambiguous(text, candidates)))
    }

    /// The candidate that is meant, if unambiguous. `Open`: the day's only open slot, else the only
    /// open deliverable; if nothing is open, the day's only slot. Otherwise: the day's only open
    /// slot, else the day's only slot, else the only open deliverable.
    pub(super) fn meant(&self, found: &[Target<'a>], wanted: Wanted) -> Option<Target<'a>> {
        if let [only] = found {
            return Some(only.clone());
        }
        let is_thing = |target| matches!(target, &Target::Slots(_) | &Target::Deliverables(_));
        if !found.iter().all(is_thing) {
            return None;
        }
        let here = found.iter().filter(|target| self.is_slot_here(target));
        let here: Vec<&Target> = here.collect();
        let open_here = only_one(here.iter().filter(|target| target.is_open()).copied());
        let open: Vec<&Target> = found.iter().filter(|target| target.is_open()).collect();
        let deliverable = match open.as_slice() {
            [only @ Target::Deliverables(_)] => Some(*only),
            _ => None,
        };
        let of_date = only_one(here.into_iter());
        let found = match wanted {
            Wanted::Open | Wanted::Movable if open.is_empty() => of_date,
            Wanted::Open | Wanted::Movable => open_here.or(deliverable),
            _ => open_here.or(of_date).or(deliverable),
        };
        found.cloned()
    }

    /// Whether it is a slot of the date.
    fn is_slot_here(&self, target: &Target) -> bool {
        let Target::Slots(slots) = target else {
            return false;
        };
        let mut here = self.day.iter().flat_map(|day| &day.slots);
        here.any(|known| {
            slots
                .iter()
                .any(|slot| slot.place.index == known.place.index)
        })
    }
}

/// The item, if there is no other.
fn only_one<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next();
    first.filter(|_| items.next().is_none())
}
