//! From a set of events to the state they add up to.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::undo::{is_live, undone};
use super::{Event, Fingerprint, Mark, Order, Subject, What};
use crate::model::Dates;

/// A declaration of rest, or its cancellation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rest {
    /// The order of its event.
    pub(crate) order: Order,
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    /// Why, if the learner said.
    pub(crate) why: Option<String>,
    /// Whether the dates are days of study again.
    pub(crate) cancel: bool,
}

/// All declarations of rest, the latest first. For each date the latest one decides.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Rests(Vec<Rest>);

impl Rests {
    /// Adds a live `off`. The order of adding doesn't matter.
    pub(super) fn take(&mut self, event: &Event) {
        let What::Off {
            first,
            last,
            why,
            cancel,
        } = &event.what
        else {
            return;
        };
        let rest = Rest {
            order: event.order(),
            first: *first,
            last: *last,
            why: why.clone(),
            cancel: *cancel,
        };
        let at = self.0.partition_point(|known| known.order > rest.order);
        if !self.0[at..].starts_with(std::slice::from_ref(&rest)) {
            self.0.insert(at, rest);
        }
    }

    /// The declaration that makes `date` a rest day.
    pub(crate) fn on(&self, date: NaiveDate) -> Option<&Rest> {
        let mut all = self.0.iter();
        let last = all.find(|rest| (rest.first..=rest.last).contains(&date));
        last.filter(|rest| !rest.cancel)
    }

    /// The dates of each declaration of which some date is still a rest day, the latest first; a
    /// part that was cancelled is left out at its ends.
    pub(crate) fn declared(&self) -> Vec<Dates> {
        let is_rest = |date: &NaiveDate| self.on(*date).is_some();
        let rests = self.0.iter().filter(|rest| !rest.cancel);
        let mut declared: Vec<Dates> = Vec::new();
        for rest in rests {
            let days = Dates {
                first: rest.first,
                last: rest.last,
            };
            let mut days = days.all().filter(is_rest);
            let Some(first) = days.next() else { continue };
            let last = days.last().unwrap_or(first);
            let found = Dates { first, last };
            if !declared.contains(&found) {
                declared.push(found);
            }
        }
        declared
    }

    /// Whether there are no declarations.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A live `moved` event: what marks were of, and what they are of since.
struct Move<'e> {
    order: Order,
    op: Uuid,
    from: Subject<'e>,
    to: Subject<'e>,
    fingerprint: Option<Fingerprint>,
}

impl<'e> Move<'e> {
    fn of(event: &'e Event) -> Option<Self> {
        let What::Relinked {
            from,
            was,
            was_sum,
            to,
            title,
            fingerprint,
        } = &event.what
        else {
            return None;
        };
        let subject = |id, title, sum: &Option<Fingerprint>| Subject {
            id,
            title,
            content: sum.map(Fingerprint::content),
        };
        Some(Self {
            order: event.order(),
            op: event.op,
            from: subject(from, was, was_sum),
            to: subject(to, title, fingerprint),
            fingerprint: *fingerprint,
        })
    }

    /// What a subject becomes by it. An event of an older version names no content: then marks with
    /// any content move, and keep it.
    fn apply(&self, subject: Subject<'e>) -> Option<Subject<'e>> {
        let names_content = self.from.content.or(self.to.content).is_some();
        let content = if names_content {
            self.to.content
        } else {
            subject.content
        };
        let is_it = (subject.id, subject.title) == (self.from.id, self.from.title)
            && (!names_content || subject.content == self.from.content);
        is_it.then_some(Subject { content, ..self.to })
    }
}

/// What a plan's events add up to, before they are matched with the slots of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Progress<'e> {
    /// The date of Day 1 by the highest live `begin`; where none is live but marks are, by the
    /// highest of all.
    pub(crate) start: Option<NaiveDate>,
    /// Marks by what they are of: the slot as it was then, or by the `moved` events since.
    pub(crate) marks: BTreeMap<Subject<'e>, Mark>,
    /// Rest that was declared.
    pub(crate) rests: Rests,
}

/// Adds up a set of events. Their order in the slice does not matter, except for those that differ
/// and have the same id; nor does repeating one.
pub(crate) fn fold(events: &[Event]) -> Progress<'_> {
    let undone = undone(events);
    let moves = moves(events, &undone);
    let mut progress = Progress::default();
    let mut begins: Vec<Begin> = Vec::new();
    let mut marks: HashMap<Subject, Mark> = HashMap::new();
    for event in events {
        let live = is_live(event, &undone);
        if let What::Begin { start, .. } = event.what {
            begins.push((live, event.order(), start));
        } else if !live {
        } else if let Some(subject) = event.subject() {
            let mut mark = Mark::of(event);
            let subject = moved(subject, &mut mark, event.order(), &moves);
            marks.entry(subject).or_default().absorb(mark);
        } else {
            progress.rests.take(event);
        }
    }
    progress.marks = marks.into_iter().collect();
    progress.begin(&begins);
    progress
}

/// A `begin`: whether it is live, its order, and the start it gives.
type Begin = (bool, Order, NaiveDate);

impl Progress<'_> {
    /// Settles the start, once all marks are in.
    fn begin(&mut self, begins: &[Begin]) {
        let highest = begins.iter().max().copied();
        // A note does not begin a plan.
        let any_mark = self.marks.values().any(|mark| mark.settled.is_some());
        self.start = highest
            .filter(|(live, _, _)| *live || any_mark)
            .map(|(_, _, start)| start);
        self.drop_placements(begins);
    }

    /// A start on another date lays the plan out again, so earlier moves no longer apply.
    fn drop_placements(&mut self, begins: &[Begin]) {
        let other = |begin: &&Begin| begin.0 && Some(begin.2) != self.start;
        let last = begins.iter().filter(other).map(|begin| begin.1).max();
        for mark in self.marks.values_mut() {
            mark.placement = mark.placement.filter(|(order, _)| Some(*order) > last);
        }
    }
}

/// The live `moved` events, in order.
fn moves<'e>(events: &'e [Event], dead: &HashMap<Uuid, Order>) -> Vec<Move<'e>> {
    let live = events.iter().filter(|event| is_live(event, dead));
    let mut moves: Vec<Move> = live.filter_map(Move::of).collect();
    moves.sort_by_key(|step| step.order);
    moves
}

/// What a mark that was made at `order` is of by the moves since. Those of one op happened at once:
/// where `a` became `b` and `b` became `c`, a mark of `a` is one of `b`.
fn moved<'e>(
    mut subject: Subject<'e>,
    mark: &mut Mark,
    order: Order,
    moves: &[Move<'e>],
) -> Subject<'e> {
    let mut taken = Vec::new();
    for step in moves.iter().filter(|step| step.order > order) {
        if !taken.contains(&step.op)
            && let Some(next) = step.apply(subject)
        {
            subject = next;
            taken.push(step.op);
            if let Some(fingerprint) = step.fingerprint {
                mark.fingerprint = Some((step.order, fingerprint));
            }
        }
    }
    subject
}
