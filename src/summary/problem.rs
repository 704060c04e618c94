//! A study as a scheduling problem.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{SlotView, Study};
use crate::model::{Budget, Dates, Day, Minutes, Plan, Session, Slot, Topic, Window};
use crate::reschedule::{Budgets, Job, Needs, Part, PlannedDay, Problem, part};

/// The scheduling problem of a study, whose slots are `slots`.
pub(crate) fn problem(study: &Study, slots: &[SlotView]) -> Problem {
    let plan = &study.plan;
    let topics = plan.roadmap.topics.iter().map(|topic| topic.id.as_str());
    let topics: HashMap<&str, usize> = topics.zip(0..).collect();
    let budgets = budgets(study);
    let length = |slot: &SlotView| {
        let planned = slot.planned();
        planned.unwrap_or_else(|| share(study, slot, budgets))
    };
    let mut known = HashMap::new();
    let job = |slot: &SlotView| {
        let topic = slot.place.slot.topic.as_ref();
        Job {
            minutes: length(slot),
            placement: slot.placement(),
            time: time_of(study, slot),
            day: slot.place.day_index,
            week: (!slot.place.day.is_added())
                .then_some(slot.place.at.phase << 32 | slot.place.at.week),
            topic: topic.and_then(|id| topics.get(id.as_str()).copied()),
            part: series(slot).map(|(series, number)| {
                let next = known.len();
                let series = *known.entry(series).or_insert(next);
                Part { series, number }
            }),
            is_last: slot.is_last(),
            open: slot.is_open(),
            stranded: slot.is_stranded(),
            running: slot.now && !slot.is_stranded(),
            deadline: study.deadline(slot),
        }
    };
    let jobs: Vec<Job> = slots.iter().map(job).collect();
    Problem {
        done_today: spent_today(slots, study.today, length),
        days: planned_days(study, &jobs),
        jobs,
        needs: needs(plan, &topics),
        budgets,
        hours: study.hours.clone(),
        rests: study.rests.clone(),
        busy: study.busy.clone(),
        events: study.times_of_events(),
        free_weekdays: plan.rest.clone(),
        used_free_dates: used_free_dates(study),
        today: study.today,
        first_minute: first_minute(study),
        day_starts: study.day_starts,
        plan_end: study.calendar.end(),
    }
}

/// The time of day that a slot keeps to: after a fit its own now, else the plan's.
fn time_of(study: &Study, slot: &SlotView) -> Option<Window> {
    match study.fit {
        Some(_) => slot.time,
        None => slot.place.slot.time.or(slot.time),
    }
}

/// The time that was spent today: where the learner did not say, as long as `length` gives.
pub(super) fn spent_today(
    slots: &[SlotView],
    today: NaiveDate,
    length: impl Fn(&SlotView) -> Minutes,
) -> Minutes {
    let done = slots.iter().filter(|slot| slot.done_on() == Some(today));
    done.map(|slot| slot.actual().unwrap_or_else(|| length(slot)))
        .sum()
}

/// What a slot is a part of, and which: its sittings follow each other, and so do the parts that
/// titles name.
fn series(slot: &SlotView) -> Option<(String, u32)> {
    let sitting = slot.sitting.filter(|sitting| sitting.of > 1);
    match sitting {
        Some(sitting) => {
            let id = format!("sittings of {}", slot.place.slot.id);
            Some((id, u32::try_from(sitting.n).unwrap_or(u32::MAX)))
        }
        None => part(&slot.place.slot.title),
    }
}

/// The first whole minute from now on, counted from the midnight at the beginning of today.
pub(super) fn first_minute(study: &Study) -> u32 {
    let since = study.now - study.today.and_time(NaiveTime::MIN);
    u32::try_from((since.num_seconds() + 59) / 60).unwrap_or_default()
}

/// Dates on free weekdays of the plan on which it has something all the same.
fn used_free_dates(study: &Study) -> HashSet<NaiveDate> {
    let free = |date: &NaiveDate| study.plan.rest.contains(&date.weekday());
    let days = study.days_of_file().map(|(_, dates)| dates);
    let on_free = days.filter(|dates| dates.all().all(|date| free(&date)));
    on_free.flat_map(Dates::all).collect()
}

/// For each topic all topics it depends on, directly or not.
fn needs(plan: &Plan, topics: &HashMap<&str, usize>) -> Needs {
    let direct = |topic: &Topic| {
        let after = topic.after.iter();
        after
            .filter_map(|id| topics.get(id.as_str()).copied())
            .collect()
    };
    let direct: Vec<Vec<usize>> = plan.roadmap.topics.iter().map(direct).collect();
    Needs::of(&direct)
}

/// The budget of a day if the plan has no durations at all: any number will do, as long as every day
/// gets the same.
const UNKNOWN: Minutes = Minutes(60);

/// Whether the plan has budgets or durations.
pub(super) fn has_durations(plan: &Plan) -> bool {
    let budget = plan.time_budget.as_ref();
    budget.is_some_and(|budget| budget.weekday.or(budget.weekend).is_some())
        || plan.slots().any(|place| place.slot.planned().is_some())
}

/// The upper bounds of daily budgets; if the plan has none, its heaviest day.
fn budgets(study: &Study) -> Budgets {
    let high = |budget: Option<Budget>| budget.map(|budget| budget.high);
    let budget = study.plan.time_budget.as_ref();
    let days = study.days_of_file().map(|(day, dates)| {
        let minutes: Minutes = day.slots().filter_map(Slot::planned).sum();
        let count = u32::try_from(study_dates(study, dates).len()).unwrap_or(u32::MAX);
        Minutes(minutes.0 / count.max(1))
    });
    let heaviest = days.max().filter(|most| *most > Minutes::ZERO);
    let weekday = budget.and_then(|b| high(b.weekday));
    let weekend = budget.and_then(|b| high(b.weekend));
    let or = |budget: Option<Minutes>| budget.or(heaviest).or(weekday).or(weekend);
    Budgets {
        weekday: or(weekday).unwrap_or(UNKNOWN),
        weekend: or(weekend).unwrap_or(UNKNOWN),
    }
}

/// The dates of a day entry without free weekdays, unless it has no others.
fn study_dates(study: &Study, dates: Dates) -> Vec<NaiveDate> {
    let is_free = |date: &NaiveDate| study.plan.rest.contains(&date.weekday());
    let mut all: Vec<NaiveDate> = dates.all().collect();
    if !all.iter().all(is_free) {
        all.retain(|date| !is_free(date));
    }
    all
}

/// The assumed minutes of a slot without a duration: an equal share of what the other slots leave of
/// the budget of its dates. An added slot without one has none.
fn share(study: &Study, slot: &SlotView, budgets: Budgets) -> Minutes {
    let day = slot.place.day;
    if day.is_added() {
        return Minutes::ZERO;
    }
    let dates = study_dates(study, study.own_dates(slot.place.day_index)).into_iter();
    let budget: u32 = dates.map(|date| budgets.on(date).0).sum();
    let planned: Minutes = day.slots().filter_map(Slot::planned).sum();
    let open = day.slots().filter(|slot| slot.planned().is_none()).count();
    Minutes(budget.saturating_sub(planned.0) / u32::try_from(open.max(1)).unwrap_or(u32::MAX))
}

fn planned_days(study: &Study, jobs: &[Job]) -> Vec<PlannedDay> {
    let days = study.plan.days().zip(study.own_days());
    let days = days.map(|((_, _, _, day), dates)| PlannedDay {
        dates: (dates.first, dates.last),
        minutes: Minutes::ZERO,
        // An added slot says nothing of when the learner studies.
        windows: if day.is_added() {
            Vec::new()
        } else {
            windows(study, day)
        },
    });
    let mut days: Vec<PlannedDay> = days.collect();
    for job in jobs {
        days[job.day].minutes += job.minutes;
    }
    days
}

/// The windows of a day's sessions: the author's, else from the start of the first slot to the end
/// of the last. Slots in the night after the day have a window of their own.
fn windows(study: &Study, day: &Day) -> Vec<Window> {
    let is_night = |time: &Window| time.start.minutes() < study.day_starts.0;
    let windows = |session: &Session| {
        let times = session.slots.iter().filter_map(|slot| slot.time);
        let (night, day): (Vec<Window>, Vec<Window>) = times.partition(is_night);
        match session.window {
            Some(window) if !(night.is_empty() && day.is_empty()) => vec![window],
            _ => [day, night]
                .iter()
                .filter_map(|part| around(part))
                .collect(),
        }
    };
    day.sessions.iter().flat_map(windows).collect()
}

/// From the start of the first to the end of the last.
fn around(times: &[Window]) -> Option<Window> {
    let start = times.iter().map(|time| time.start).min()?;
    let end = times.iter().map(|time| time.end).max()?;
    Some(Window { start, end })
}
