//! Monte Carlo simulation: many futures, and the quantiles of their end dates.

use chrono::NaiveDate;

use super::bootstrap::{Future, Past, Random};
use super::history::{EPSILON, History};
use super::schedule::float;
use super::{Bound, Estimate, Goal, Outlook, Record};

pub(super) fn estimate(record: &Record, history: &History, futures: u32) -> Estimate {
    let all = float(history.basis.left);
    let needs: Vec<Option<f64>> = record
        .goals
        .iter()
        .map(|goal| need(record, history, goal))
        .collect();
    // The amounts of work that each future reaches at some date: for open goals, then for the end.
    let amounts: Vec<f64> = needs.iter().flatten().copied().chain([all]).collect();
    let past = Past::of(&history.past, history.week, all);
    let mut random = Random::new();
    let more = f64::from(record.more_a_week) / float(history.week as u64);
    let mut both = [(0.0, Vec::new()), (more, Vec::new())];
    for (_, found) in &mut both {
        *found = vec![Vec::new(); amounts.len()];
    }
    for _ in 0..futures {
        simulate(history, &past, &amounts, &mut random, &mut both);
    }
    let [(_, mut found), (_, mut with_more)] = both;
    for dates in found.iter_mut().chain(&mut with_more) {
        dates.sort_unstable_by_key(|date| date.unwrap_or(NaiveDate::MAX));
    }
    let end = found.pop().unwrap_or_default();
    let mut with_more = with_more.iter();
    let second_chance = |(goal, need): (&Goal, &Option<f64>)| {
        let dates = need.and_then(|_| with_more.next())?;
        goal.due.map(|due| chance(dates, due))
    };
    let goals = record.goals.iter().zip(&needs);
    let chances_with_more = goals.map(second_chance).collect();
    let mut found = found.iter();
    let outlook = |(goal, need): (&Goal, &Option<f64>)| match need.and_then(|_| found.next()) {
        None => Outlook::Settled,
        Some(dates) => Outlook::Open {
            p50: bound(dates, 50),
            chance: goal.due.map(|due| chance(dates, due)),
        },
    };
    Estimate {
        chances_with_more,
        goals: record.goals.iter().zip(&needs).map(outlook).collect(),
        p10: bound(&end, 10),
        p50: bound(&end, 50),
        p80: bound(&end, 80),
        p90: bound(&end, 90),
        basis: history.basis,
    }
}

/// How much has to be done until the goal is reached, in the order of work; `None` if nothing is
/// left to do for it.
fn need(record: &Record, history: &History, goal: &Goal) -> Option<f64> {
    let is_of = |index: &usize| goal.tasks.contains(index);
    let last = history.left.iter().rposition(is_of)?;
    let until = history.left[..=last].iter();
    Some(
        until
            .map(|index| f64::from(record.tasks[*index].weight))
            .sum(),
    )
}

/// By how much more is done on each study day, and the dates on which each amount is done in each of
/// the futures.
type Row = (f64, Vec<Vec<Bound>>);

/// Simulates one future and adds the date on which each amount is done to its row, with more done a
/// day too: the days are the same, so that more work is never worse.
fn simulate(
    history: &History,
    past: &Past,
    amounts: &[f64],
    random: &mut Random,
    both: &mut [Row; 2],
) {
    let mut future = Future::new(past, random);
    let mut done = [0.0_f64; 2];
    let mut so_far = history.done_today;
    let all = amounts[amounts.len() - 1];
    let mut dates = [vec![None; amounts.len()], vec![None; amounts.len()]];
    for day in &history.future {
        let could = (future.next(random) * day.load).min(past.best.max(day.load));
        // If the first day is today, a part of what it can hold has been done already.
        let work = (could - so_far).max(0.0);
        so_far = 0.0;
        let most = if history.works_ahead { all } else { day.begun };
        for ((done, dates), (more, _)) in done.iter_mut().zip(&mut dates).zip(both.iter()) {
            // What is more than the usual work is done ahead of the plan too.
            *done = (*done + work).min(most.max(*done)) + more;
            for (date, amount) in dates.iter_mut().zip(amounts) {
                if date.is_none() && *done >= amount - EPSILON {
                    *date = Some(day.date);
                }
            }
        }
        if done[0] >= all - EPSILON {
            break;
        }
    }
    for ((_, rows), dates) in both.iter_mut().zip(dates) {
        for (row, date) in rows.iter_mut().zip(dates) {
            row.push(date);
        }
    }
}

/// The first date by which `percent` of the futures have ended.
fn bound(sorted: &[Bound], percent: usize) -> Bound {
    let index = (sorted.len() * percent).div_ceil(100);
    sorted[index.saturating_sub(1).min(sorted.len() - 1)]
}

/// The percentage of futures that have ended by `due`, rounded down.
fn chance(sorted: &[Bound], due: NaiveDate) -> u32 {
    let there = sorted.partition_point(|date| date.is_some_and(|date| date <= due));
    u32::try_from(there * 100 / sorted.len()).unwrap_or(100)
}
