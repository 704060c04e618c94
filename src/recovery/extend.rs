//! Moving the rest of the plan by whole weeks.

use chrono::NaiveDate;

use super::{Obstacle, Problem, Proposal, Seat};
use crate::calendar::{add, monday};

/// By how many weeks the plan is moved at most.
const WEEKS: u64 = 520;

/// Moves everything not done, from the first slot that is stranded on, by as few whole weeks as
/// can be, so that each keeps its weekday and its time. Where that would put a slot on a day of
/// rest, its week and all that follow move on by one more.
#[must_use]
pub fn extend(problem: &Problem) -> Proposal {
    let stranded = problem
        .stranded()
        .map(|index| problem.works[index].seat.date);
    let Some(first) = stranded.min() else {
        return Proposal::default();
    };
    let rest = problem.works.iter().enumerate();
    let mut rest: Vec<(usize, Seat)> = rest
        .filter(|(_, work)| work.open && work.seat.last >= first)
        .map(|(index, work)| (index, work.seat))
        .collect();
    rest.sort_by_key(|(index, seat)| (monday(seat.date), *index));
    let mut proposal = Proposal::default();
    let mut weeks = 0;
    for week in rest.chunk_by(|a, b| monday(a.1.date) == monday(b.1.date)) {
        let fits = |weeks: u64| {
            week.iter()
                .all(|(_, seat)| is_free(problem, shifted(*seat, weeks)))
        };
        let Some(found) = (weeks..=WEEKS).find(|weeks| fits(*weeks)) else {
            let left = week.iter().map(|(index, _)| (*index, Obstacle::NoRoom));
            proposal.unplaced.extend(left);
            continue;
        };
        weeks = found;
        let moved = week
            .iter()
            .map(|(index, seat)| (*index, shifted(*seat, weeks)));
        proposal.moves.extend(moved.filter(|_| weeks > 0));
    }
    proposal.moves.sort_by_key(|(index, _)| *index);
    proposal.unplaced.sort_by_key(|(index, _)| *index);
    proposal
}

/// A seat so many weeks later.
pub(crate) fn shifted(seat: Seat, weeks: u64) -> Seat {
    let later = |date: NaiveDate| add(date, 7 * weeks);
    Seat {
        date: later(seat.date),
        last: later(seat.last),
        ..seat
    }
}

/// Whether something can be put at `seat`: from now on, and on no day of rest. A weekday that
/// the plan leaves free stays free by itself.
fn is_free(problem: &Problem, seat: Seat) -> bool {
    let mut dates = super::catch_up::dates(seat.date, seat.last);
    let start = seat.time.map_or(u32::MAX, |time| time.start.minutes());
    (seat.date, start) >= (problem.today, problem.from)
        && seat.last >= problem.today
        && !dates.all(|date| problem.rests.on(date).is_some())
}
