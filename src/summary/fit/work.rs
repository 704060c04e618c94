//! What is left of each slot, and the sittings that it is laid in.

use crate::model::{Dates, Minutes, Window};
use crate::progress::{LaidSlot, Mark, Recorded, Sitting};
use crate::reschedule::Piece;
use crate::summary::{SlotView, Study};

/// The length of a slot that has none.
pub(crate) const ASSUMED: Minutes = Minutes(60);

/// An open slot as it is laid.
#[derive(Debug, Clone)]
pub(crate) struct FittedSlot<'a> {
    /// The slot as a whole.
    pub(crate) slot: SlotView<'a>,
    /// The dates of what is open of it now.
    pub(crate) now: Dates,
    /// What is laid of it, without sittings that are recorded.
    pub(crate) sittings: Vec<Sitting>,
}

/// What is left of a slot, and what of it is recorded.
pub(super) struct Work<'a> {
    pub(super) slot: SlotView<'a>,
    recorded: Vec<Recorded>,
    /// Where its sittings are now.
    rows: Vec<SlotView<'a>>,
    /// The lengths of what is to be laid: the parts between those that are recorded.
    pub(super) lengths: Vec<Minutes>,
    /// All its minutes.
    total: u32,
}

/// Whether an open slot stays where it is: the learner added it for its date, and has not missed it.
pub(super) fn stays(study: &Study, slot: &SlotView) -> bool {
    let is_stranded = || study.sittings(slot.place).any(|row| row.is_stranded());
    slot.place.day.is_added() && !is_stranded()
}

/// What is left of each open slot, in the order of the plan, without those that stay on their dates.
pub(super) fn work(study: &Study) -> impl Iterator<Item = Work<'_>> {
    let is_to_lay = |slot: &SlotView| slot.is_open() && !stays(study, slot);
    study
        .whole_slots()
        .filter(move |slot| is_to_lay(slot))
        .map(|slot| {
            let planned = slot.place.slot.planned();
            let rows: Vec<SlotView> = study.sittings(slot.place).collect();
            let laid = rows.last().and_then(|row| Some(row.sitting?.part.to));
            let total = planned.map(|planned| planned.0).or(laid);
            let total = total.unwrap_or(ASSUMED.0);
            let recorded = slot.mark.into_iter().flat_map(Mark::recorded);
            let recorded: Vec<Recorded> = recorded.collect();
            let mut lengths = Vec::new();
            let mut at = 0;
            for one in &recorded {
                lengths.extend(Some(Minutes(one.part.from.saturating_sub(at))));
                at = at.max(one.part.to);
            }
            lengths.push(Minutes(total.saturating_sub(at)));
            lengths.retain(|length| *length > Minutes::ZERO);
            Work {
                slot,
                recorded,
                rows,
                lengths,
                total,
            }
        })
}

impl<'a> Work<'a> {
    /// The dates of its open sittings.
    fn now(&self) -> Dates {
        let open = self.rows.iter().filter(|row| row.is_open());
        let dates = open.map(|row| row.dates).reduce(Dates::hull);
        dates.unwrap_or(self.slot.dates)
    }

    /// The time of a recorded sitting, if it was recorded on its date.
    fn time_of(&self, recorded: &Recorded) -> Option<Window> {
        let is_it = |row: &&SlotView| {
            let part = row.sitting.map(|sitting| sitting.part);
            part == Some(recorded.part) && row.dates == Dates::on(recorded.made.day)
        };
        self.rows.iter().find(is_it).and_then(|row| row.time)
    }

    /// The slot with the next of the pieces that are laid.
    pub(super) fn laid(
        &self,
        pieces: &mut impl Iterator<Item = Vec<Piece>>,
    ) -> (FittedSlot<'a>, LaidSlot) {
        let (mut new, mut all) = (Vec::new(), Vec::new());
        let mut at = 0;
        let mut lay = |until: u32, at: u32, all: &mut Vec<Sitting>| {
            if until > at {
                let next = pieces.next().unwrap_or_default();
                let sittings: Vec<Sitting> = next.into_iter().map(Sitting::from).collect();
                new.extend(&sittings);
                all.extend(sittings);
            }
        };
        for one in &self.recorded {
            lay(one.part.from, at, &mut all);
            if one.part.to > at {
                let minutes = Minutes(one.part.to - one.part.from.max(at));
                let (dates, time) = (Dates::on(one.made.day), self.time_of(one));
                all.push(Sitting {
                    dates,
                    time,
                    minutes,
                });
            }
            at = at.max(one.part.to);
        }
        lay(self.total, at, &mut all);
        let slot = self.slot.place.slot.id.to_string();
        (
            FittedSlot {
                slot: self.slot,
                now: self.now(),
                sittings: new,
            },
            LaidSlot {
                slot,
                sittings: all,
            },
        )
    }
}

impl From<Piece> for Sitting {
    fn from(piece: Piece) -> Self {
        Self {
            dates: Dates::on(piece.date),
            time: piece.time,
            minutes: piece.minutes,
        }
    }
}

impl FittedSlot<'_> {
    /// From its first sitting to its last.
    pub(super) fn dates(&self) -> Dates {
        let dates = self.sittings.iter().map(|sitting| sitting.dates);
        dates.reduce(Dates::hull).unwrap_or(self.slot.dates)
    }
}
