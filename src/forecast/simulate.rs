//! A thousand futures, and what they say together.

use chrono::NaiveDate;

use super::history::{History, NOTHING, float};
use super::ratio::{Future, Past};
use super::rng::Dice;
use super::{Bound, Course, Estimate, Goal, Outlook};

pub(super) fn estimate(course: &Course, history: &History, futures: u32) -> Estimate {
    let all = float(history.basis.left);
    let needs: Vec<Option<f64>> = course
        .goals
        .iter()
        .map(|goal| need(course, history, goal))
        .collect();
    // What is to be dated in each future: the goals that are open, the end last.
    let sought: Vec<f64> = needs.iter().flatten().copied().chain([all]).collect();
    let past = Past::of(&history.steps, history.week, all);
    let mut dice = Dice::new();
    let mut found = vec![Vec::new(); sought.len()];
    for _ in 0..futures {
        live(history, &past, &sought, &mut dice, &mut found);
    }
    for dates in &mut found {
        dates.sort_unstable_by_key(|date| date.unwrap_or(NaiveDate::MAX));
    }
    let end = found.pop().unwrap_or_default();
    let mut found = found.iter();
    let outlook = |(goal, need): (&Goal, &Option<f64>)| match need.and_then(|_| found.next()) {
        None => Outlook::Settled,
        Some(dates) => Outlook::Open {
            p50: bound(dates, 50),
            chance: goal.due.map(|due| chance(dates, due)),
        },
    };
    Estimate {
        goals: course.goals.iter().zip(&needs).map(outlook).collect(),
        p10: bound(&end, 10),
        p50: bound(&end, 50),
        p80: bound(&end, 80),
        p90: bound(&end, 90),
        basis: history.basis,
    }
}

/// How much has to be done until the goal is reached, working from the front; `None` where
/// nothing is left to do for it.
fn need(course: &Course, history: &History, goal: &Goal) -> Option<f64> {
    let is_of = |index: &usize| goal.tasks.contains(index);
    let last = history.left.iter().rposition(is_of)?;
    let until = history.left[..=last].iter();
    Some(
        until
            .map(|index| f64::from(course.tasks[*index].weight))
            .sum(),
    )
}

/// One future: when each of the amounts sought is done, each date added to its row in `found`.
fn live(history: &History, past: &Past, sought: &[f64], dice: &mut Dice, found: &mut [Vec<Bound>]) {
    let mut future = Future::new(past, dice);
    let mut done = 0.0_f64;
    let mut so_far = history.done_today;
    let mut last = 0.0;
    let all = sought[sought.len() - 1];
    let mut dates = vec![None; sought.len()];
    for day in &history.days {
        let could = (future.next(dice) * day.load).min(past.best.max(day.load));
        // The first day is today, unless nothing is to be done today; what has been done
        // already is no part of what is left.
        let more = (could - so_far).max(0.0);
        so_far = 0.0;
        let most = if history.works_ahead { all } else { day.begun };
        done = (done + more).min(most.max(last));
        last = done;
        for (date, amount) in dates.iter_mut().zip(sought) {
            if date.is_none() && done >= amount - NOTHING {
                *date = Some(day.date);
            }
        }
        if done >= all - NOTHING {
            break;
        }
    }
    for (row, date) in found.iter_mut().zip(dates) {
        row.push(date);
    }
}

/// The first date by which `percent` of the futures are there.
fn bound(sorted: &[Bound], percent: usize) -> Bound {
    let index = (sorted.len() * percent).div_ceil(100);
    sorted[index.saturating_sub(1).min(sorted.len() - 1)]
}

/// How many futures in a hundred are there by `due`, rounded down.
fn chance(sorted: &[Bound], due: NaiveDate) -> u32 {
    let there = sorted.partition_point(|date| date.is_some_and(|date| date <= due));
    u32::try_from(there * 100 / sorted.len()).unwrap_or(100)
}
