//! Timers: how long a slot was worked on, by starts and stops.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Event, Fingerprint, Order, What};
use crate::model::{Minutes, Stretch};

/// From when to when a timer ran.
pub(crate) type Span = (DateTime<FixedOffset>, DateTime<FixedOffset>);

/// A timer that was started.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Timer {
    /// The order of its start.
    pub(super) order: Order,
    pub(crate) since: DateTime<FixedOffset>,
    /// The study date on which it was started.
    pub(crate) day: NaiveDate,
    /// The device that started it.
    pub(crate) dev: String,
    /// The sitting that it is for, if the slot was divided then.
    pub(crate) part: Option<Stretch>,
    /// What the slot held then.
    pub(crate) fingerprint: Option<Fingerprint>,
}

impl Timer {
    /// The id of the event that started it.
    pub(crate) fn id(&self) -> Uuid {
        self.order.1
    }

    /// When it ran until `end`, if that is not before its start, and on the same study day.
    pub(super) fn until(&self, end: DateTime<FixedOffset>, day: NaiveDate) -> Option<Span> {
        (day == self.day && end >= self.since).then_some((self.since, end))
    }
}

/// When a timer was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stop {
    order: Order,
    at: DateTime<FixedOffset>,
    /// The study date.
    day: NaiveDate,
}

/// The timers of a slot. Most slots have none, and take no room for them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Timers(Option<Box<Started>>);

/// Timers, and what ended them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Started {
    all: BTreeSet<Timer>,
    /// By the ids of their timers.
    stops: BTreeMap<Uuid, Stop>,
}

/// What the timers of a slot say about how long it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measured {
    /// None was started.
    Nothing,
    /// How long they ran, at least a minute and at most a day.
    Took(Minutes),
    /// One did not run on the study day in question alone.
    OtherDay {
        /// The study date on which it was started.
        day: NaiveDate,
        /// How long those ran that were stopped on the study day on which they were started.
        known: Option<Minutes>,
    },
}

impl Timers {
    /// Takes in a start or a stop.
    pub(super) fn take(&mut self, event: &Event) {
        let order = event.order();
        match &event.what {
            What::Start {
                part, fingerprint, ..
            } => {
                self.started().all.insert(Timer {
                    order,
                    since: event.at,
                    day: event.day,
                    dev: event.dev.clone(),
                    part: *part,
                    fingerprint: *fingerprint,
                });
            }
            What::Stop { of, .. } => {
                let (at, day) = (event.at, event.day);
                self.started().stops.insert(*of, Stop { order, at, day });
            }
            _ => {}
        }
    }

    /// Takes in what another says of the same slot. Of several stops of a timer, the first counts.
    pub(super) fn absorb(&mut self, other: Self) {
        let Some(other) = other.0 else {
            return;
        };
        let own = self.started();
        own.all.extend(other.all);
        for (of, theirs) in other.stops {
            let mine = own.stops.entry(of).or_insert(theirs);
            if theirs.order < mine.order {
                *mine = theirs;
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }

    /// In the order in which they were started.
    pub(super) fn all(&self) -> impl Iterator<Item = &Timer> {
        self.0.iter().flat_map(|started| &started.all)
    }

    pub(super) fn is_stopped(&self, timer: &Timer) -> bool {
        self.stop(timer).is_some()
    }

    fn stop(&self, timer: &Timer) -> Option<&Stop> {
        self.0.as_ref()?.stops.get(&timer.id())
    }

    fn started(&mut self) -> &mut Started {
        self.0.get_or_insert_default()
    }

    /// When a timer ran, if it was stopped on the study day on which it was started.
    pub(super) fn span(&self, timer: &Timer) -> Option<Span> {
        let stop = self.stop(timer)?;
        timer.until(stop.at, stop.day)
    }
}

/// The same time in spans that don't overlap, in order.
pub(super) fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for (from, until) in spans {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => joined.push((from, until)),
        }
    }
    joined
}

/// How long spans are together, to the nearest minute: at least one and at most a day. `None` if
/// there is no span.
pub(super) fn minutes_of(spans: &[Span]) -> Option<Minutes> {
    let length: TimeDelta = spans.iter().map(|(from, until)| *until - *from).sum();
    let minutes = u32::try_from((length.num_seconds() + 30) / 60).unwrap_or_default();
    let minutes = Minutes(minutes).clamp(Minutes(1), Minutes::DAY);
    (!spans.is_empty()).then_some(minutes)
}
