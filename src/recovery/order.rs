//! What has to come before what.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Problem, Seat};

/// A point in time: a study date and a minute of it.
pub(super) type Moment = (NaiveDate, u32);

/// The minute of a study day at which the night after begins.
pub(super) const MIDNIGHT: u32 = 24 * 60;

/// From one minute of a study day to another.
pub(super) type Span = (u32, u32);

/// From when to when a slot can be, by what it follows and what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    /// Not before this.
    pub from: Moment,
    /// Over by this, and the slot that says so.
    pub until: Option<(Moment, usize)>,
}

/// Which slots can have to come before or after one another.
#[derive(Debug, Clone, Default)]
pub(super) struct Kin {
    weeks: HashMap<usize, Vec<usize>>,
    topics: HashMap<usize, Vec<usize>>,
    /// For each topic those that depend on it.
    needed_by: HashMap<usize, Vec<usize>>,
}

impl Kin {
    pub fn new(problem: &Problem) -> Self {
        let mut kin = Self::default();
        for (index, work) in problem.works.iter().enumerate() {
            kin.weeks.entry(work.week).or_default().push(index);
            if let Some(topic) = work.topic {
                kin.topics.entry(topic).or_default().push(index);
            }
        }
        for (topic, needs) in problem.needs.iter().enumerate() {
            for need in needs {
                kin.needed_by.entry(*need).or_default().push(topic);
            }
        }
        kin
    }

    /// Those of the week of a slot, of the topics its own depends on, and of those that depend
    /// on it; a slot can be among them twice, or be itself.
    fn of<'k>(&'k self, problem: &'k Problem, index: usize) -> impl Iterator<Item = usize> + 'k {
        let work = &problem.works[index];
        let needs = work.topic.and_then(|topic| problem.needs.get(topic));
        let needed_by = work.topic.and_then(|topic| self.needed_by.get(&topic));
        let topics = needs
            .into_iter()
            .flatten()
            .chain(needed_by.into_iter().flatten());
        let of_topics = topics.filter_map(|topic| self.topics.get(topic)).flatten();
        let of_week = self.weeks.get(&work.week).into_iter().flatten();
        of_week.chain(of_topics).copied()
    }
}

impl Problem {
    /// Whether the slot at `before` has to come before that at `after`: the plan has them in
    /// this order, and they are of one week, or the topic of the second depends on that of the
    /// first.
    #[must_use]
    pub fn precedes(&self, before: usize, after: usize) -> bool {
        let (a, b) = (&self.works[before], &self.works[after]);
        let needs = || match (a.topic, b.topic) {
            (Some(a), Some(b)) => self.needs[b].contains(&a),
            _ => false,
        };
        before < after && (a.week == b.week || needs())
    }

    /// Between what a slot has to be, where the others stand at `seats`: those that have no
    /// seat, and those done or skipped, are in nobody's way.
    pub(super) fn bounds(&self, index: usize, seats: &[Option<Seat>], kin: &Kin) -> Bounds {
        let mut bounds = Bounds {
            from: (self.today, self.from),
            until: None,
        };
        for other in kin.of(self, index) {
            let Some(seat) = seats[other].filter(|_| self.works[other].open) else {
                continue;
            };
            if self.precedes(other, index) {
                bounds.from = bounds.from.max(self.first_after(seat));
            } else if self.precedes(index, other) {
                let until = (self.last_before(seat), other);
                bounds.until = Some(bounds.until.map_or(until, |known| known.min(until)));
            }
        }
        bounds
    }

    /// Whether what stands at `first` cannot be over when what stands at `second` has to begin.
    pub(super) fn is_broken(&self, first: Seat, second: Seat) -> bool {
        let bounds = Bounds {
            from: self.first_after(first),
            until: None,
        };
        !bounds.hold(self, second)
    }

    /// The time of a seat that has to be kept to: one on a run of dates is free to be done on
    /// any of them.
    fn time(&self, seat: Seat) -> Option<Span> {
        let time = seat.time.filter(|_| seat.last == seat.date);
        time.map(|time| self.span(time))
    }

    /// The first moment at which what follows a slot at `seat` can begin. A slot without a time
    /// may be done in time whenever that is.
    fn first_after(&self, seat: Seat) -> Moment {
        (seat.date, self.time(seat).map_or(0, |span| span.1))
    }

    /// The last moment at which what a slot at `seat` follows can end.
    fn last_before(&self, seat: Seat) -> Moment {
        (seat.last, self.time(seat).map_or(u32::MAX, |span| span.0))
    }
}

impl Bounds {
    /// Whether a seat keeps them.
    pub fn hold(self, problem: &Problem, seat: Seat) -> bool {
        let until = self.until.map(|(until, _)| until);
        problem.last_before(seat) >= self.from
            && until.is_none_or(|until| problem.first_after(seat) <= until)
    }
}
