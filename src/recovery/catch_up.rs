//! Fitting what is stranded into free time, all else staying where it is.

use chrono::NaiveDate;

use super::board::Board;
use super::{Obstacle, Problem, Proposal, Seat};

/// How many placings are tried before the best so far is taken.
const TRIES: u32 = 20_000;

/// Fits what is stranded into free time up to the end of the plan, so that as few minutes as
/// can be are left over; what is moved is only what is stranded.
///
/// Places are sought slot by slot in the order of the plan, the earliest first, going back on
/// earlier choices where that leaves less over; after 20,000 placings the best so far is taken.
#[must_use]
pub fn catch_up(problem: &Problem) -> Proposal {
    let stranded: Vec<usize> = problem.stranded().collect();
    let minutes = |index: &usize| u64::from(problem.works[*index].minutes.0);
    let mut search = Search {
        board: Board::new(problem, |index| problem.works[index].stranded),
        open: stranded.iter().map(minutes).sum(),
        room: 0,
        stranded: &stranded,
        chosen: Vec::new(),
        left_over: (0, 0),
        best: None,
        tries: 0,
    };
    search.room = search.all_room();
    search.go(0);
    let chosen = search.best.map_or_else(Vec::new, |(_, chosen)| chosen);
    let mut board = Board::new(problem, |index| problem.works[index].stranded);
    let moves: Vec<(usize, Seat)> = stranded
        .iter()
        .zip(&chosen)
        .filter_map(|(index, seat)| Some((*index, (*seat)?)))
        .collect();
    for (index, seat) in &moves {
        board.put(*index, *seat);
    }
    let left = stranded
        .iter()
        .filter(|index| board.seats[**index].is_none());
    let unplaced = left.map(|index| (*index, obstacle(&board, *index)));
    Proposal {
        unplaced: unplaced.collect(),
        moves: moves
            .into_iter()
            .filter(|(index, seat)| problem.works[*index].seat != *seat)
            .collect(),
    }
}

/// Why there is no place for a slot, where the others stand as they do.
pub(super) fn obstacle(board: &Board, index: usize) -> Obstacle {
    let problem = board.problem;
    let work = &problem.works[index];
    if work.minutes > problem.budgets.weekday.max(problem.budgets.weekend) {
        return Obstacle::TooLong;
    }
    match problem.bounds(index, &board.seats).until {
        Some(((date, _), other)) if date <= problem.end => Obstacle::Before(other),
        _ => Obstacle::NoRoom,
    }
}

/// Minutes, and slots, for which no place was found.
type LeftOver = (u64, usize);

struct Search<'p> {
    board: Board<'p>,
    stranded: &'p [usize],
    /// Minutes of those not looked at yet.
    open: u64,
    /// Minutes that are free on all dates where any of the stranded can be.
    room: u64,
    /// Where each of those looked at was put.
    chosen: Vec<Option<Seat>>,
    left_over: LeftOver,
    best: Option<(LeftOver, Vec<Option<Seat>>)>,
    tries: u32,
}

impl Search<'_> {
    /// Places the stranded from `next` on, in every way that can still be better than the best.
    fn go(&mut self, next: usize) {
        let Some(index) = self.stranded.get(next).copied() else {
            self.best = Some((self.left_over, self.chosen.clone()));
            return;
        };
        let minutes = u64::from(self.board.problem.works[index].minutes.0);
        self.open -= minutes;
        for seat in self.places(index) {
            if !self.may_be_better() {
                break;
            }
            self.tries += 1;
            self.board.put(index, seat);
            self.room -= minutes;
            self.chosen.push(Some(seat));
            self.go(next + 1);
            self.chosen.pop();
            self.room += minutes;
            self.board.take(index);
        }
        self.left_over = (self.left_over.0 + minutes, self.left_over.1 + 1);
        if self.may_be_better() {
            self.chosen.push(None);
            self.go(next + 1);
            self.chosen.pop();
        }
        self.left_over = (self.left_over.0 - minutes, self.left_over.1 - 1);
        self.open += minutes;
    }

    /// Whether what is still open could leave less over than the best so far, were it as fine
    /// as sand.
    fn may_be_better(&self) -> bool {
        let (minutes, slots) = self.left_over;
        let least = (minutes + self.open.saturating_sub(self.room), slots);
        match &self.best {
            None => true,
            Some((best, _)) => least < *best && self.tries < TRIES,
        }
    }

    fn all_room(&self) -> u64 {
        let problem = self.board.problem;
        let until = |index: &usize| {
            let bounds = problem.bounds(*index, &self.board.seats);
            bounds.until.map_or(problem.end, |((date, _), _)| date)
        };
        let last = self.stranded.iter().map(until).max();
        let last = last.unwrap_or(problem.end).min(problem.end);
        let dates = dates(problem.today, last);
        dates.map(|date| u64::from(self.board.room(date))).sum()
    }

    /// A place on each date that has one.
    fn places(&self, index: usize) -> Vec<Seat> {
        let problem = self.board.problem;
        let bounds = problem.bounds(index, &self.board.seats);
        let last = bounds.until.map_or(problem.end, |((date, _), _)| date);
        dates(bounds.from.0, last.min(problem.end))
            .filter_map(|date| self.board.place(index, date, bounds))
            .collect()
    }
}

/// Dates from one to another, both included.
pub(super) fn dates(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |date| *date <= last)
}
