//! Fitting what is stranded into free time, all else staying where it is.

use chrono::NaiveDate;

use super::hours::dates;
use super::precedence::Bounds;
use super::timetable::Timetable;
use super::{Obstacle, Placement, Problem, Proposal};

/// How many slots are looked at before the best so far is taken.
const TRIES: usize = 20_000;

/// Fits what is stranded into free time up to the end of the plan, so that as few minutes as
/// can be are left over; what is moved is only what is stranded.
///
/// Places are sought slot by slot in the order of the plan, the earliest first, going back on
/// earlier choices where that leaves less over; after 20,000 steps the best so far is taken.
#[must_use]
pub fn catch_up(problem: &Problem) -> Proposal {
    let stranded: Vec<usize> = problem.stranded().collect();
    let placements = Search::new(problem, &stranded).best();
    let mut timetable = Timetable::new(problem, |index| problem.jobs[index].stranded);
    for (index, placement) in stranded.iter().zip(&placements) {
        match placement {
            Some(placement) => timetable.put(*index, *placement),
            None => timetable.leave(*index),
        }
    }
    let placed = stranded.iter().zip(&placements);
    let (placed, left): (Vec<_>, Vec<_>) = placed.partition(|(_, placement)| placement.is_some());
    let placed: Vec<usize> = placed.into_iter().map(|(index, _)| *index).collect();
    while placed.iter().any(|index| by_day(&mut timetable, *index)) {}
    Proposal {
        moves: placed
            .iter()
            .filter_map(|index| Some((*index, timetable.placements[*index]?)))
            .collect(),
        unplaced: obstacles(&mut timetable, left.into_iter().map(|(index, _)| *index)),
    }
}

/// Brings a slot that was put in the evening into a half-day of its date, where one that was to
/// have been there was left where it is after all; whether it could be done.
fn by_day(timetable: &mut Timetable, index: usize) -> bool {
    let evening =
        timetable.placements[index].filter(|placement| !timetable.is_by_day(index, *placement));
    let Some(evening) = evening else {
        return false;
    };
    timetable.take(index);
    let found = timetable.place(index, evening.date, evening.last, timetable.bounds(index));
    let found = found.filter(|placement| {
        placement.last == evening.last && timetable.is_by_day(index, *placement)
    });
    timetable.put(index, found.unwrap_or(evening));
    found.is_some()
}

/// Leaves where they are those that would be put on the wrong side of one that is left; gives
/// how many were left and looked at.
fn mend(problem: &Problem, stranded: &[usize], placements: &mut [Option<Placement>]) -> usize {
    let own = |at: usize| problem.jobs[stranded[at]].placement;
    let turns = |at: usize, placement: Placement, other: usize| {
        let (index, left) = (stranded[at], stranded[other]);
        if problem.precedes(index, left) {
            problem.is_broken(placement, own(other)) && !problem.is_broken(own(at), own(other))
        } else {
            problem.precedes(left, index)
                && problem.is_broken(own(other), placement)
                && !problem.is_broken(own(other), own(at))
        }
    };
    // What is overdue is before anything that is moved: only displaced ones can be in the way.
    let ahead = |at: &usize| own(*at).last >= problem.today;
    let mut left: Vec<usize> = (0..placements.len())
        .filter(|at| placements[*at].is_none())
        .filter(ahead)
        .collect();
    let mut looked_at = 0;
    while let Some(other) = left.pop() {
        looked_at += 1;
        for (at, placement) in placements.iter_mut().enumerate() {
            if placement.is_some_and(|placement| turns(at, placement, other)) {
                *placement = None;
                left.extend(Some(at).filter(ahead));
            }
        }
    }
    looked_at
}

/// Why there is no place for those that were left. What is overdue is in nobody's way, so that
/// none of them stands for the others.
pub(super) fn obstacles(
    timetable: &mut Timetable,
    left: impl Iterator<Item = usize> + Clone,
) -> Vec<(usize, Obstacle)> {
    for index in left.clone() {
        if timetable.problem.jobs[index].placement.last < timetable.problem.today {
            timetable.withdraw(index);
        }
    }
    left.map(|index| (index, obstacle(timetable, index)))
        .collect()
}

/// Why there is no place for a slot, where the others stand as they do.
fn obstacle(timetable: &Timetable, index: usize) -> Obstacle {
    let problem = timetable.problem;
    let job = &problem.jobs[index];
    if job.minutes > problem.budgets.weekday.max(problem.budgets.weekend) {
        return Obstacle::TooLong;
    }
    match timetable.bounds(index).until {
        Some(((date, _), other)) if date <= problem.end => Obstacle::Before(other),
        _ => Obstacle::NoRoom,
    }
}

/// Minutes, and slots, for which no place was found.
type LeftOver = (u64, usize);

/// What becomes of a slot.
#[derive(Debug, Clone, Copy)]
enum Choice {
    Undecided,
    Put(Placement),
    Left,
}

/// A slot that is looked at.
struct Step {
    index: usize,
    minutes: u64,
    bounds: Bounds,
    /// The first and last date that were not tried yet.
    open: (NaiveDate, NaiveDate),
    choice: Choice,
}

struct Search<'p> {
    timetable: Timetable<'p>,
    stranded: &'p [usize],
    /// The slots looked at, in the order of the plan: one for each step deep.
    steps: Vec<Step>,
    /// Minutes of those not looked at yet.
    open: u64,
    /// Minutes that are free on all dates where any of the stranded can be.
    room: u64,
    left_over: LeftOver,
    best: Option<(LeftOver, Vec<Option<Placement>>)>,
    tries: usize,
}

impl<'p> Search<'p> {
    fn new(problem: &'p Problem, stranded: &'p [usize]) -> Self {
        let minutes = |index: &usize| u64::from(problem.jobs[*index].minutes.0);
        let timetable = Timetable::new(problem, |index| problem.jobs[index].stranded);
        let last = stranded.iter().map(|index| last(&timetable, *index)).max();
        let dates = dates(problem.today, last.unwrap_or(problem.end));
        Self {
            open: stranded.iter().map(minutes).sum(),
            room: dates.map(|date| u64::from(timetable.room(date))).sum(),
            timetable,
            stranded,
            steps: Vec::new(),
            left_over: (0, 0),
            best: None,
            tries: 0,
        }
    }

    /// Tries every way that can still be better than the best, as long as there are tries left;
    /// gives a placement for each of the stranded that has one.
    fn best(mut self) -> Vec<Option<Placement>> {
        self.deeper();
        while let Some(mut step) = self.steps.pop() {
            self.take_back(&step);
            if self.choose(&mut step) {
                self.steps.push(step);
                self.deeper();
            } else {
                self.open += step.minutes;
            }
        }
        self.best
            .map_or_else(Vec::new, |(_, placements)| placements)
    }

    /// Goes on to the next slot; after the last there is a whole way back.
    fn deeper(&mut self) {
        let Some(index) = self.stranded.get(self.steps.len()).copied() else {
            self.found();
            return;
        };
        self.tries += 1;
        let minutes = u64::from(self.timetable.problem.jobs[index].minutes.0);
        self.open -= minutes;
        let bounds = self.timetable.bounds(index);
        self.steps.push(Step {
            index,
            minutes,
            bounds,
            open: (bounds.from.0, last(&self.timetable, index)),
            choice: Choice::Undecided,
        });
    }

    /// Keeps what all the steps add up to, if it is the best so far.
    fn found(&mut self) {
        let placement = |step: &Step| match step.choice {
            Choice::Put(placement) => Some(placement),
            Choice::Undecided | Choice::Left => None,
        };
        let mut placements: Vec<Option<Placement>> = self.steps.iter().map(placement).collect();
        self.tries += mend(self.timetable.problem, self.stranded, &mut placements);
        let left = self.steps.iter().zip(&placements);
        let left = left.filter(|(_, placement)| placement.is_none());
        let left_over = left.fold((0, 0), |(minutes, slots), (step, _)| {
            (minutes + step.minutes, slots + 1)
        });
        if self.best.as_ref().is_none_or(|(best, _)| left_over < *best) {
            self.best = Some((left_over, placements));
        }
    }

    fn take_back(&mut self, step: &Step) {
        match step.choice {
            Choice::Undecided => {}
            Choice::Put(_) => {
                self.timetable.take(step.index);
                self.room += step.minutes;
            }
            Choice::Left => {
                self.timetable.withdraw(step.index);
                self.left_over.0 -= step.minutes;
                self.left_over.1 -= 1;
            }
        }
    }

    /// Makes the next choice for a slot: a place on the first date that was not tried, or none
    /// at all. `false` where there is none that could be better than the best.
    fn choose(&mut self, step: &mut Step) -> bool {
        if matches!(step.choice, Choice::Left) || !self.may_be_better(self.left_over) {
            return false;
        }
        let (first, last) = step.open;
        let place = |date| self.timetable.place(step.index, date, last, step.bounds);
        if let Some(placement) = dates(first, last).find_map(place) {
            step.open.0 = crate::calendar::add(placement.date, 1);
            step.choice = Choice::Put(placement);
            self.timetable.put(step.index, placement);
            self.room -= step.minutes;
            return true;
        }
        step.choice = Choice::Left;
        let left_over = (self.left_over.0 + step.minutes, self.left_over.1 + 1);
        if !self.may_be_better(left_over) {
            return false;
        }
        self.left_over = left_over;
        self.timetable.leave(step.index);
        true
    }

    /// Whether what is still open could leave less over than the best so far, were it as fine
    /// as sand.
    fn may_be_better(&self, (minutes, slots): LeftOver) -> bool {
        let least = (minutes + self.open.saturating_sub(self.room), slots);
        match &self.best {
            None => true,
            Some((best, _)) => least < *best && self.tries < TRIES,
        }
    }
}

/// The last date on which a slot can be.
fn last(timetable: &Timetable, index: usize) -> NaiveDate {
    let until = timetable.bounds(index).until;
    let end = timetable.problem.end;
    until.map_or(end, |((date, _), _)| date.min(end))
}
