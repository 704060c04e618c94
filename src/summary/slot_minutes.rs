//! How long a slot takes, and how long it took.

use super::{SlotView, Status};
use crate::model::{Clock, Minutes, Stretch, Window};
use crate::progress::{Mark, Recorded};

impl SlotView<'_> {
    /// Planned minutes, if the plan has any.
    pub(crate) fn planned(&self) -> Option<Minutes> {
        let sitting = self.sitting.map(|sitting| sitting.part.length());
        sitting.or_else(|| self.place.slot.planned())
    }

    /// Planned minutes that are not recorded yet.
    pub(crate) fn left_to_do(&self) -> Option<Minutes> {
        let whole = Stretch::new(0, self.planned()?.0);
        let part = self.sitting.map(|sitting| sitting.part).or(whole)?;
        let recorded = self.mark.map_or(Minutes::ZERO, |mark| mark.covered(part));
        Some(part.length() - recorded)
    }

    /// Whether sittings that are recorded make up all of it.
    pub(crate) fn is_recorded(&self) -> bool {
        let mut recorded = self.mark.into_iter().flat_map(Mark::recorded);
        recorded.next().is_some() && self.left_to_do() == Some(Minutes::ZERO)
    }

    /// The minutes it took, if the learner said. Of a slot that was done as a whole, one sitting has the
    /// minutes that no sitting has recorded.
    pub(crate) fn actual(&self) -> Option<Minutes> {
        let mark = self.mark?;
        let part = self.sitting.map(|sitting| sitting.part);
        let own = |one: &Recorded| part.is_none_or(|part| part.contains(one.part));
        let own: Vec<Recorded> = mark.recorded().filter(own).collect();
        let took = Recorded::took_together(&own);
        let unrecorded = self.left_to_do().unwrap_or_default();
        let all = mark.actual();
        let lengths: Minutes = own.iter().map(Recorded::length).sum();
        match (self.sitting, all) {
            (None, Some(all)) => Some(all),
            (Some(sitting), Some(all)) => {
                let rest = all - mark.in_sittings();
                let rest = if sitting.has_rest {
                    rest
                } else {
                    Minutes::ZERO
                };
                let is_said = rest > Minutes::ZERO || unrecorded > Minutes::ZERO;
                if is_said { Some(lengths + rest) } else { took }
            }
            (_, None) if self.status == Status::Done => took.map(|took| took + unrecorded),
            (Some(_), None) => took,
            (None, None) => None,
        }
    }

    /// The same without what took no time, because all of it was recorded for other sittings.
    pub(crate) fn took(&self) -> Option<Minutes> {
        self.actual().filter(|took| *took > Minutes::ZERO)
    }

    /// How long it is where it is moved to: of a slot in several sittings, all that are not recorded.
    pub(crate) fn length_to_place(&self) -> Option<Minutes> {
        match self.sitting {
            Some(_) => self.planned(),
            None => self.left_to_do(),
        }
    }

    /// Its time of day if it is moved so that it begins at `start`.
    pub(crate) fn time_from(&self, start: Clock) -> Option<Window> {
        Window::from(start, self.length_to_place()?)
    }
}
