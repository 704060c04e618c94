//! Moving the rest of the plan by whole weeks.

use chrono::NaiveDate;

use super::hours::dates;
use super::timetable::Timetable;
use super::{Obstacle, Placement, Problem, Proposal};
use crate::calendar::{add, monday};

/// By how many weeks the plan is moved at most.
const WEEKS: u64 = 520;

/// Moves everything not done, from the first slot that is stranded on, by as few whole weeks as
/// can be, so that each keeps its weekday and its time. Where that would put a slot on a day of
/// rest, or at a time of today that has passed, its week and all that follow move on by one more.
/// What is running now stays.
#[must_use]
pub fn extend(problem: &Problem) -> Proposal {
    let rest = rest(problem);
    let timetable = Timetable::new(problem, |index| !problem.jobs[index].running);
    let mut proposal = Proposal::default();
    let mut weeks = 0;
    for week in by_week(&rest) {
        let fits = |weeks: &u64| {
            let mut placements = week
                .iter()
                .map(|(_, placement)| (*placement, shifted(*placement, *weeks)));
            placements.all(|(from, to)| is_free(problem, from, to))
                && goes_beside(&timetable, week, *weeks)
        };
        let Some(found) = (weeks..=WEEKS).find(fits) else {
            // What follows could not stay where it is: nothing is moved at all.
            let left = rest.iter().map(|(index, _)| (*index, Obstacle::NoRoom));
            let mut unplaced: Vec<(usize, Obstacle)> = left.collect();
            unplaced.sort_by_key(|(index, _)| *index);
            return Proposal {
                moves: Vec::new(),
                unplaced,
            };
        };
        weeks = found;
        let moved = week
            .iter()
            .map(|(index, placement)| (*index, shifted(*placement, weeks)));
        proposal.moves.extend(moved);
    }
    proposal.moves.sort_by_key(|(index, _)| *index);
    proposal
}

/// Open slots from the first that is stranded on, by date. A slot on a run of dates brings along
/// what stands on the dates before.
fn rest(problem: &Problem) -> Vec<(usize, Placement)> {
    let jobs = problem.jobs.iter().enumerate();
    let mut open: Vec<(usize, Placement)> = jobs
        .filter(|(_, job)| job.open && !job.running)
        .map(|(index, job)| (index, job.placement))
        .collect();
    // By their last dates, so that one pass from the end finds how far back it goes.
    open.sort_by_key(|(index, placement)| (placement.last, *index));
    let stranded = problem.stranded();
    let first = stranded
        .map(|index| problem.jobs[index].placement.date)
        .min();
    let Some(mut first) = first else {
        return Vec::new();
    };
    let reached = |(_, placement): &&(usize, Placement)| {
        let is_reached = placement.last >= first;
        if is_reached {
            first = first.min(placement.date);
        }
        is_reached
    };
    let mut rest: Vec<(usize, Placement)> =
        open.iter().rev().take_while(reached).copied().collect();
    rest.sort_by_key(|(index, placement)| (placement.date, *index));
    rest
}

/// Slots by calendar week; weeks that a run of dates ties together go together.
fn by_week(rest: &[(usize, Placement)]) -> impl Iterator<Item = &[(usize, Placement)]> {
    let mut last = NaiveDate::MIN;
    rest.chunk_by(move |a, b| {
        last = last.max(a.1.last);
        monday(b.1.date) <= monday(last)
    })
}

/// A placement so many weeks later.
pub(crate) fn shifted(placement: Placement, weeks: u64) -> Placement {
    let later = |date: NaiveDate| add(date, 7 * weeks);
    Placement {
        date: later(placement.date),
        last: later(placement.last),
        ..placement
    }
}

/// Whether what comes to stand on the dates of what is running has room beside that.
fn goes_beside(timetable: &Timetable, week: &[(usize, Placement)], weeks: u64) -> bool {
    let problem = timetable.problem;
    let running = problem.jobs.iter().filter(|job| job.running);
    let Some(last) = running.map(|job| job.placement.last).max() else {
        return true;
    };
    let mut timetable = timetable.clone();
    let placements = week
        .iter()
        .map(|(index, placement)| (*index, shifted(*placement, weeks)));
    let mut beside = placements.filter(|(_, to)| to.date <= last);
    beside.all(|(index, to)| {
        let has_room = timetable.has_room(index, to);
        timetable.put(index, to);
        has_room
    })
}

/// Whether what stood at `from` can be put at `to`: from now on, and on no day of rest. A
/// weekday that the plan leaves free stays free by itself.
fn is_free(problem: &Problem, from: Placement, to: Placement) -> bool {
    let start = to.time.map_or(u32::MAX, |time| problem.span(time).0);
    let mut dates = dates(to.date, to.last);
    // The calendar ends with the year 9999.
    let days = |placement: Placement| {
        (
            placement.last - placement.date,
            (placement.last - from.last).num_days() % 7,
        )
    };
    (to.date, start) >= (problem.today, problem.from)
        && days(to) == days(from)
        && !dates.all(|date| problem.rests.on(date).is_some())
}
