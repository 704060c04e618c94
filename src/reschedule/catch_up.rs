//! Catching up: fitting stranded jobs into free time, with everything else left where it is.
//!
//! The search is a depth-first branch and bound (Land and Doig, 1960). It branches on the stranded
//! jobs in the order of the plan, each on the earliest date with room first, so that its first
//! descent is already what list scheduling would give. The bound assumes that the free minutes can
//! be divided at will. The exact optimum takes exponential time, so after a fixed number of steps
//! the best solution so far is taken; the tests compare it with exhaustive search.

use chrono::NaiveDate;

use super::precedence::Bounds;
use super::problem::{Problem, Proposal};
use super::time::dates;
use super::timetable::Timetable;
use crate::calendar::add;
use crate::progress::Placement;

/// How many jobs the search visits before it takes the best solution so far.
const MAX_STEPS: usize = 20_000;

/// Fits stranded jobs into free time up to the end of the plan, so that as few minutes as possible
/// are left over. Nothing else moves.
pub(crate) fn catch_up(problem: &Problem) -> Proposal {
    let stranded: Vec<usize> = problem.stranded().collect();
    let found = Search::new(problem, &stranded).best();
    let mut timetable = Timetable::new(problem, |index| problem.jobs[index].stranded);
    let (mut placed, mut left) = (Vec::new(), Vec::new());
    for (index, placement) in stranded.iter().zip(found) {
        if let Some(placement) = placement {
            timetable.put(*index, placement);
            placed.push(*index);
        } else {
            timetable.leave(*index);
            left.push(*index);
        }
    }
    // One that moves from the evening into a window may make room for another.
    while placed
        .iter()
        .any(|index| into_window(&mut timetable, *index))
    {}
    let moves = placed
        .iter()
        .map(|index| (*index, timetable.placements[*index]));
    Proposal {
        moves: moves.filter_map(|(index, to)| Some((index, to?))).collect(),
        unplaced: timetable.obstacles(left.iter().copied()),
    }
}

/// Moves a job from the evening into a session window of the same date, if one is free because a
/// job of an earlier step was left after all. Returns whether it did.
fn into_window(timetable: &mut Timetable, index: usize) -> bool {
    let evening = timetable.placements[index].filter(|to| !timetable.is_in_window(index, *to));
    let Some(evening) = evening else {
        return false;
    };
    timetable.take(index);
    let bounds = timetable.bounds(index);
    let found = timetable.find(index, evening.date, evening.last, bounds);
    let found = found.filter(|to| to.last == evening.last && timetable.is_in_window(index, *to));
    timetable.put(index, found.unwrap_or(evening));
    found.is_some()
}

/// Leaves jobs whose new placements would reverse their order with one that is left. Returns how
/// many of those it looked at.
fn leave_reversed(
    problem: &Problem,
    stranded: &[usize],
    placements: &mut [Option<Placement>],
) -> usize {
    let own = |at: usize| problem.jobs[stranded[at]].placement;
    let reverses = |at: usize, to: Placement, left: usize| {
        if problem.precedes(stranded[at], stranded[left]) {
            problem.is_reversed(to, own(left)) && !problem.is_reversed(own(at), own(left))
        } else {
            problem.precedes(stranded[left], stranded[at])
                && problem.is_reversed(own(left), to)
                && !problem.is_reversed(own(left), own(at))
        }
    };
    // An overdue job is before anything that moves: only those on days of rest can be in the way.
    let is_ahead = |at: &usize| own(*at).last >= problem.today;
    let left = (0..placements.len()).filter(|at| placements[*at].is_none());
    let mut left: Vec<usize> = left.filter(is_ahead).collect();
    let mut visited = 0;
    while let Some(other) = left.pop() {
        visited += 1;
        for (at, placement) in placements.iter_mut().enumerate() {
            if placement.is_some_and(|to| reverses(at, to, other)) {
                *placement = None;
                left.extend(Some(at).filter(is_ahead));
            }
        }
    }
    visited
}

/// Minutes and jobs that are left without a placement; fewer minutes come first.
type LeftOver = (u64, usize);

/// What the search has decided for a job.
#[derive(Debug, Clone, Copy)]
enum Choice {
    Undecided,
    Put(Placement),
    Leave,
}

/// A job on the current path of the search.
struct Step {
    index: usize,
    minutes: u64,
    bounds: Bounds,
    /// The first and last date not tried yet.
    untried: (NaiveDate, NaiveDate),
    choice: Choice,
}

struct Search<'p> {
    timetable: Timetable<'p>,
    stranded: &'p [usize],
    /// The current path: the first jobs of `stranded`. The path is no recursion, because thousands
    /// of jobs can be stranded.
    path: Vec<Step>,
    /// Minutes of the jobs behind the path.
    open: u64,
    /// Free minutes on all dates that any of the stranded jobs can go to.
    room: u64,
    left_over: LeftOver,
    best: Option<(LeftOver, Vec<Option<Placement>>)>,
    steps: usize,
}

impl<'p> Search<'p> {
    fn new(problem: &'p Problem, stranded: &'p [usize]) -> Self {
        let minutes = |index: &usize| u64::from(problem.jobs[*index].minutes.0);
        let timetable = Timetable::new(problem, |index| problem.jobs[index].stranded);
        let last = stranded.iter().map(|index| last_date(&timetable, *index));
        let dates = dates(problem.today, last.max().unwrap_or(problem.plan_end));
        Self {
            open: stranded.iter().map(minutes).sum(),
            room: dates.map(|date| u64::from(timetable.room(date))).sum(),
            timetable,
            stranded,
            path: Vec::new(),
            left_over: (0, 0),
            best: None,
            steps: 0,
        }
    }

    /// The best placements found for the stranded jobs.
    fn best(mut self) -> Vec<Option<Placement>> {
        self.descend();
        while let Some(mut step) = self.path.pop() {
            self.revert(&step);
            if self.choose(&mut step) {
                self.path.push(step);
                self.descend();
            } else {
                self.open += step.minutes;
            }
        }
        self.best
            .map_or_else(Vec::new, |(_, placements)| placements)
    }

    /// Goes on to the next job; after the last one the path is a solution.
    fn descend(&mut self) {
        let Some(index) = self.stranded.get(self.path.len()).copied() else {
            self.take_solution();
            return;
        };
        self.steps += 1;
        let minutes = u64::from(self.timetable.problem.jobs[index].minutes.0);
        self.open -= minutes;
        let bounds = self.timetable.bounds(index);
        self.path.push(Step {
            index,
            minutes,
            bounds,
            untried: (bounds.from.0, last_date(&self.timetable, index)),
            choice: Choice::Undecided,
        });
    }

    /// Keeps the current path if it is the best solution so far.
    fn take_solution(&mut self) {
        let placement = |step: &Step| match step.choice {
            Choice::Put(placement) => Some(placement),
            Choice::Undecided | Choice::Leave => None,
        };
        let mut placements: Vec<Option<Placement>> = self.path.iter().map(placement).collect();
        self.steps += leave_reversed(self.timetable.problem, self.stranded, &mut placements);
        let left = self.path.iter().zip(&placements);
        let left = left.filter(|(_, placement)| placement.is_none());
        let left_over = left.fold((0, 0), |(minutes, jobs), (step, _)| {
            (minutes + step.minutes, jobs + 1)
        });
        if self.best.as_ref().is_none_or(|(best, _)| left_over < *best) {
            self.best = Some((left_over, placements));
        }
    }

    fn revert(&mut self, step: &Step) {
        match step.choice {
            Choice::Undecided => {}
            Choice::Put(_) => {
                self.timetable.take(step.index);
                self.room += step.minutes;
            }
            Choice::Leave => {
                self.timetable.unleave(step.index);
                self.left_over.0 -= step.minutes;
                self.left_over.1 -= 1;
            }
        }
    }

    /// Makes the next choice for a job: the first untried date with room, or else to leave it.
    /// Returns false if none is left that could lead to a better solution.
    fn choose(&mut self, step: &mut Step) -> bool {
        if matches!(step.choice, Choice::Leave) || !self.can_improve(self.left_over) {
            return false;
        }
        let (first, last) = step.untried;
        let find = |date| self.timetable.find(step.index, date, last, step.bounds);
        if let Some(placement) = dates(first, last).find_map(find) {
            step.untried.0 = add(placement.date, 1);
            step.choice = Choice::Put(placement);
            self.timetable.put(step.index, placement);
            self.room -= step.minutes;
            return true;
        }
        step.choice = Choice::Leave;
        let left_over = (self.left_over.0 + step.minutes, self.left_over.1 + 1);
        if !self.can_improve(left_over) {
            return false;
        }
        self.left_over = left_over;
        self.timetable.leave(step.index);
        true
    }

    /// Whether a path with so much left over can lead to a better solution, if what is still open
    /// fills all the room there is.
    fn can_improve(&self, (minutes, jobs): LeftOver) -> bool {
        let bound = (minutes + self.open.saturating_sub(self.room), jobs);
        match &self.best {
            None => true,
            Some((best, _)) => bound < *best && self.steps < MAX_STEPS,
        }
    }
}

/// The last date that a job can go to.
fn last_date(timetable: &Timetable, index: usize) -> NaiveDate {
    let end = timetable.problem.plan_end;
    let until = timetable.bounds(index).until;
    until.map_or(end, |((date, _), _)| date.min(end))
}
