//! Extending: moving the rest of the plan by whole weeks.

use chrono::NaiveDate;

use super::problem::{Job, Obstacle, Problem, Proposal};
use super::time::MIDNIGHT;
use super::timetable::Timetable;
use crate::calendar::{add, monday};
use crate::model::Dates;
use crate::progress::Placement;

/// The most weeks by which the plan is moved.
const MAX_WEEKS: u64 = 520;

/// Moves everything that is not done, from the first stranded job on, by as few whole weeks as
/// possible, so that each job keeps its weekday and time. If a job would end up on a day of rest, at
/// the time of an event, or at a time of today that has passed, its week and all that follow move by one more. Running jobs
/// stay.
pub(crate) fn extend(problem: &Problem) -> Proposal {
    let rest = rest(problem);
    let timetable = Timetable::new(problem, |index| !problem.jobs[index].running);
    let mut proposal = Proposal::default();
    let mut weeks = 0;
    for week in by_week(&rest) {
        let fits = |weeks: &u64| {
            let mut moves = moved(week, *weeks).zip(week);
            moves.all(|((_, to), (_, from))| is_free(problem, *from, to))
                && has_room(&timetable, moved(week, *weeks))
        };
        let Some(found) = (weeks..=MAX_WEEKS).find(fits) else {
            // What follows could not stay where it is either, so nothing is moved at all.
            let mut unplaced: Vec<usize> = rest.iter().map(|(index, _)| *index).collect();
            unplaced.sort_unstable();
            let unplaced = unplaced.into_iter().map(|index| (index, Obstacle::NoRoom));
            return Proposal {
                moves: Vec::new(),
                unplaced: unplaced.collect(),
            };
        };
        weeks = found;
        proposal.moves.extend(moved(week, weeks));
    }
    proposal.moves.sort_by_key(|(index, _)| *index);
    proposal
}

/// Open jobs from the first stranded one on, by date. A job on a run of dates brings along what is
/// on the dates before.
fn rest(problem: &Problem) -> Vec<(usize, Placement)> {
    let jobs = problem.jobs.iter().enumerate();
    let stays = |job: &Job| job.running || job.week.is_none() && !job.stranded;
    let open = jobs.filter(|(_, job)| job.open && !stays(job));
    let mut rest: Vec<(usize, Placement)> =
        open.map(|(index, job)| (index, job.placement)).collect();
    let stranded = problem.stranded();
    let first = stranded.map(|index| problem.jobs[index].placement.date);
    let Some(mut first) = first.min() else {
        return Vec::new();
    };
    // Sorted by their last dates, one pass from the end finds how far back the runs reach.
    rest.sort_by_key(|(_, placement)| std::cmp::Reverse(placement.last));
    let reached = rest.iter().take_while(|(_, placement)| {
        let is_reached = placement.last >= first;
        if is_reached {
            first = first.min(placement.date);
        }
        is_reached
    });
    let reached = reached.count();
    rest.truncate(reached);
    rest.sort_by_key(|(index, placement)| (placement.date, *index));
    rest
}

/// Jobs by calendar week. Weeks that a run of dates connects stay together.
fn by_week(rest: &[(usize, Placement)]) -> impl Iterator<Item = &[(usize, Placement)]> {
    let mut last = NaiveDate::MIN;
    rest.chunk_by(move |a, b| {
        last = last.max(a.1.last);
        monday(b.1.date) <= monday(last)
    })
}

/// Jobs with their placements so many weeks later.
fn moved(
    jobs: &[(usize, Placement)],
    weeks: u64,
) -> impl Iterator<Item = (usize, Placement)> + Clone {
    jobs.iter().map(move |(index, placement)| {
        let to = Placement {
            date: add(placement.date, 7 * weeks),
            last: add(placement.last, 7 * weeks),
            ..*placement
        };
        (*index, to)
    })
}

/// Whether the dates of running jobs have room for those of these jobs that go there.
fn has_room(timetable: &Timetable, moves: impl Iterator<Item = (usize, Placement)>) -> bool {
    let running = timetable.problem.jobs.iter().filter(|job| job.running);
    let Some(last) = running.map(|job| job.placement.last).max() else {
        return true;
    };
    let mut timetable = timetable.clone();
    let mut moves = moves.filter(|(_, to)| to.date <= last);
    moves.all(|(index, to)| {
        let has_room = timetable.has_room(index, to);
        timetable.put(index, to);
        has_room
    })
}

/// Whether a job can go from one placement to another that is some weeks later: not before now, and
/// not to days of rest only. A weekday that the plan leaves free stays free by itself.
fn is_free(problem: &Problem, from: Placement, to: Placement) -> bool {
    let start = to.time.map_or(u32::MAX, |time| problem.minutes(time).0);
    let dates = Dates {
        first: to.date,
        last: to.last,
    };
    // The calendar ends with the year 9999: what would go past that changes its weekday or length.
    let days = |placement: Placement| {
        (
            placement.last - placement.date,
            (placement.last - from.last).num_days() % 7,
        )
    };
    (to.date, start) >= (problem.today, problem.first_minute)
        && days(to) == days(from)
        && !problem.rests.cover(dates)
        && !is_during_event(problem, to)
}

/// Whether an event takes its time, or one of its dates if it has none.
fn is_during_event(problem: &Problem, to: Placement) -> bool {
    let range = to.time.map(|time| problem.minutes(time));
    let takes =
        |(from, until): &(u32, u32)| range.is_none_or(|(start, end)| *from < end && start < *until);
    let days = std::iter::successors(Some(to.date), NaiveDate::succ_opt);
    let mut days = days.take_while(|date| *date <= to.last);
    let is_timed_event = |(from, until): &&(u32, u32)| range.is_some() || until - from >= MIDNIGHT;
    days.any(|date| {
        let events = problem.events.get(&date).into_iter().flatten();
        events.filter(is_timed_event).any(takes)
    })
}
