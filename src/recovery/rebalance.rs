//! Laying everything that is not done out anew.

use super::board::Board;
use super::catch_up::{dates, obstacle};
use super::{Problem, Proposal, Work};
use crate::calendar::add;

/// How far past the end of the plan places are sought, in days.
const BEYOND: u64 = 3 * 366;

/// A slot that is longer than any budget, and not stranded, stays where the plan has it: nowhere
/// else could hold it.
fn is_pinned(problem: &Problem, index: usize) -> bool {
    let work = &problem.works[index];
    let most = problem.budgets.weekday.max(problem.budgets.weekend);
    work.open && !work.stranded && work.minutes > most
}

/// Lays everything that is not done out anew from today, in the order of the plan: each slot
/// stays where it is if it can, else it goes to the first later date with room. What is stranded
/// takes the first dates with room, and what stood there gives way.
#[must_use]
pub fn rebalance(problem: &Problem) -> Proposal {
    let mut board = Board::new(problem, |index| !is_pinned(problem, index));
    let mut proposal = Proposal::default();
    let last = add(problem.end.max(problem.today), BEYOND);
    let open = |(index, work): &(usize, &Work)| work.open && !is_pinned(problem, *index);
    for (index, work) in problem.works.iter().enumerate().filter(open) {
        let bounds = problem.bounds(index, &board.seats);
        if !work.stranded && board.holds(index, work.seat, bounds) {
            board.put(index, work.seat);
            continue;
        }
        let from = if work.stranded {
            problem.today
        } else {
            work.seat.date
        };
        let mut dates = dates(from.max(bounds.from.0), last);
        match dates.find_map(|date| board.place(index, date, bounds)) {
            Some(seat) => {
                board.put(index, seat);
                if seat != work.seat {
                    proposal.moves.push((index, seat));
                }
            }
            None => proposal.unplaced.push((index, obstacle(&board, index))),
        }
    }
    proposal
}
