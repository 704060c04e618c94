//! What has to come before what.

use chrono::NaiveDate;

use super::{Placement, Problem};

/// A point in time: a study date and a minute of it.
pub(super) type Moment = (NaiveDate, u32);

/// The minute of a study day at which the night after begins.
pub(super) const MIDNIGHT: u32 = 24 * 60;

/// From one minute of a study day to another.
pub(super) type MinuteRange = (u32, u32);

/// From when to when a slot can be, by what it follows and what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    /// Not before this.
    pub from: Moment,
    /// Over by this, and the slot that says so.
    pub until: Option<(Moment, usize)>,
}

impl Problem {
    /// Whether the slot at `before` has to come before that at `after`: the plan has them in
    /// this order, and they are of one week, or the topic of the second depends on that of the
    /// first. What is running now is being done, and waits for nothing.
    #[must_use]
    pub fn precedes(&self, before: usize, after: usize) -> bool {
        let runs = |index: usize| self.jobs[index].running;
        !runs(before) && !runs(after) && self.is_planned_before(before, after)
    }

    /// The same by the plan alone, whatever is running.
    #[must_use]
    pub fn is_planned_before(&self, before: usize, after: usize) -> bool {
        let (a, b) = (&self.jobs[before], &self.jobs[after]);
        let needs = || match (a.topic, b.topic) {
            (Some(a), Some(b)) => self.needs[b].contains(&a),
            _ => false,
        };
        before < after && (a.week == b.week || needs())
    }

    /// Whether what stands at `first` cannot be over when what stands at `second` has to begin.
    pub(super) fn is_broken(&self, first: Placement, second: Placement) -> bool {
        let bounds = Bounds {
            from: self.first_after(first),
            until: None,
        };
        !bounds.hold(self, second)
    }

    /// The time of a placement that has to be kept to: one on a run of dates is free to be done on
    /// any of them.
    fn time(&self, placement: Placement) -> Option<MinuteRange> {
        let time = placement.time.filter(|_| placement.last == placement.date);
        time.map(|time| self.span(time))
    }

    /// The first moment at which what follows a slot at `placement` can begin. A slot without a time
    /// may be done in time whenever that is.
    pub(super) fn first_after(&self, placement: Placement) -> Moment {
        (
            placement.date,
            self.time(placement).map_or(0, |span| span.1),
        )
    }

    /// When a slot at `placement` begins; one without a time may do so at once.
    pub(super) fn begin(&self, placement: Placement) -> Moment {
        (
            placement.date,
            self.time(placement).map_or(0, |span| span.0),
        )
    }

    /// The last moment at which what a slot at `placement` follows can end.
    pub(super) fn last_before(&self, placement: Placement) -> Moment {
        (
            placement.last,
            self.time(placement).map_or(u32::MAX, |span| span.0),
        )
    }
}

impl Bounds {
    /// Whether a placement keeps them.
    pub fn hold(self, problem: &Problem, placement: Placement) -> bool {
        let until = self.until.map(|(until, _)| until);
        problem.last_before(placement) >= self.from
            && until.is_none_or(|until| problem.first_after(placement) <= until)
    }
}
