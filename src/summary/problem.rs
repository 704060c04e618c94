//! A study, as far as places in time go: what the ways back are worked out from.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::recovery::is_stranded;
use super::{SlotView, Study};
use crate::calendar::Dates;
use crate::model::{Budget, Day, Minutes, Plan, Session, Slot, TopicId, Window};
use crate::progress::State;
use crate::reschedule::{Budgets, Job, PlannedDay, Problem};

/// How things stand, as far as places in time go.
#[must_use]
pub fn problem(study: &Study, slots: &[SlotView]) -> Problem {
    let plan = &study.plan;
    let topics: Vec<&str> = plan.roadmap.topics.iter().map(|t| t.id.as_str()).collect();
    let budgets = budgets(study);
    let days: Vec<PlannedDay> = day_plans(study, budgets);
    let job = |slot: &SlotView| Job {
        minutes: slot
            .planned()
            .unwrap_or_else(|| share(study, slot, budgets)),
        placement: slot.placement(),
        time: slot.place.slot.time.or(slot.time),
        day: slot.place.day_index,
        week: slot.place.at.phase << 32 | slot.place.at.week,
        topic: topic(&topics, slot.place.slot.topic.as_ref()),
        open: slot.is_open(),
        stranded: is_stranded(slot),
        running: slot.now && slot.is_open() && !is_stranded(slot),
    };
    let jobs: Vec<Job> = slots.iter().map(job).collect();
    let spent = slots.iter().zip(&jobs);
    let spent = spent.filter(|(slot, _)| is_done_on(slot, study.today));
    Problem {
        done_today: spent
            .map(|(slot, job)| slot.actual().unwrap_or(job.minutes))
            .sum(),
        jobs,
        days,
        needs: needs(plan, &topics),
        budgets,
        rests: study.rests.clone(),
        free_weekdays: plan.rest.clone(),
        used_free_dates: used_free_dates(study),
        today: study.today,
        first_minute: first_minute(study),
        day_starts: study.day_starts,
        plan_end: study.calendar.end(),
    }
}

/// Whether a slot was marked done on `date`.
fn is_done_on(slot: &SlotView, date: NaiveDate) -> bool {
    let state = slot.mark.and_then(|mark| mark.state);
    state.is_some_and(|(_, state, day)| state == State::Done && day == date)
}

/// The first whole minute from now on, counted from the midnight that today began with.
fn first_minute(study: &Study) -> u32 {
    let since = study.now - study.today.and_time(NaiveTime::MIN);
    u32::try_from((since.num_seconds() + 59) / 60).unwrap_or_default()
}

/// Dates of a weekday that the plan leaves free on which it has something all the same.
fn used_free_dates(study: &Study) -> HashSet<NaiveDate> {
    let free = |date: &NaiveDate| study.plan.rest.contains(&date.weekday());
    let days = study.calendar.days.iter();
    let on_free = days.filter(|dates| dates.all().all(|date| free(&date)));
    on_free.flat_map(|dates| dates.all()).collect()
}

fn topic(topics: &[&str], id: Option<&TopicId>) -> Option<usize> {
    topics
        .iter()
        .position(|topic| Some(*topic) == id.map(TopicId::as_str))
}

/// For each topic all those it depends on, at one remove or more.
fn needs(plan: &Plan, topics: &[&str]) -> Vec<HashSet<usize>> {
    let direct = |index: usize| {
        let after = plan.roadmap.topics[index].after.iter();
        after.filter_map(|id| topic(topics, Some(id)))
    };
    let all = |index: usize| {
        let mut found = HashSet::new();
        let mut open: Vec<usize> = direct(index).collect();
        while let Some(next) = open.pop() {
            if found.insert(next) {
                open.extend(direct(next));
            }
        }
        found
    };
    (0..topics.len()).map(all).collect()
}

/// What a day is taken to hold where the plan says nothing of time, so that no day gets more
/// than another.
const UNKNOWN: Minutes = Minutes(60);

/// Whether the plan says anything of how long something takes.
pub(super) fn says_time(plan: &Plan) -> bool {
    let budget = plan.time_budget.as_ref();
    budget.is_some_and(|budget| budget.weekday.or(budget.weekend).is_some())
        || plan.slots().any(|place| place.slot.planned().is_some())
}

/// The upper bounds of daily budgets; where the plan names none, its heaviest day.
fn budgets(study: &Study) -> Budgets {
    let high = |budget: Option<Budget>| budget.map(|budget| budget.high);
    let budget = study.plan.time_budget.as_ref();
    let days = study.plan.days().zip(&study.calendar.days);
    let days = days.map(|((_, _, _, day), dates)| {
        let minutes: Minutes = day.slots().filter_map(Slot::planned).sum();
        let count = u32::try_from(study_dates(study, *dates).len()).unwrap_or(u32::MAX);
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

/// The dates of a day entry that are meant for study: not those of a weekday the plan leaves
/// free, unless it has no other.
fn study_dates(study: &Study, dates: Dates) -> Vec<NaiveDate> {
    let is_meant = |date: &NaiveDate| !study.plan.rest.contains(&date.weekday());
    let meant: Vec<NaiveDate> = dates.all().filter(is_meant).collect();
    if meant.is_empty() {
        dates.all().collect()
    } else {
        meant
    }
}

/// What a slot without planned minutes is taken for: an equal share of what the budget of its
/// dates leaves beside the slots that have some.
fn share(study: &Study, slot: &SlotView, budgets: Budgets) -> Minutes {
    let day = slot.place.day;
    let dates = study_dates(study, slot.baseline).into_iter();
    let budget: u32 = dates.map(|date| budgets.on(date).0).sum();
    let planned: Minutes = day.slots().filter_map(Slot::planned).sum();
    let open = day.slots().filter(|slot| slot.planned().is_none()).count();
    Minutes(budget.saturating_sub(planned.0) / u32::try_from(open.max(1)).unwrap_or(u32::MAX))
}

fn day_plans(study: &Study, budgets: Budgets) -> Vec<PlannedDay> {
    let mut minutes: HashMap<usize, Minutes> = HashMap::new();
    for slot in study.slots() {
        let planned = slot.planned();
        let planned = planned.unwrap_or_else(|| share(study, &slot, budgets));
        *minutes.entry(slot.place.day_index).or_default() += planned;
    }
    let days = study.plan.days().zip(&study.calendar.days).enumerate();
    days.map(|(index, ((_, _, _, day), dates))| PlannedDay {
        dates: (dates.first, dates.last),
        minutes: minutes.get(&index).copied().unwrap_or_default(),
        windows: windows(study, day),
    })
    .collect()
}

/// The half-days of a day: the author's windows, else from the first slot of each part to its
/// last; what belongs to the night after is a part of its own.
fn windows(study: &Study, day: &Day) -> Vec<Window> {
    let is_night = |time: &Window| time.start.minutes() < study.day_starts.0;
    let windows = |session: &Session| {
        let times = session.slots.iter().filter_map(|slot| slot.time);
        let (night, day): (Vec<Window>, Vec<Window>) = times.partition(is_night);
        let given = session
            .window
            .filter(|_| !(night.is_empty() && day.is_empty()));
        given.map_or_else(
            || {
                [day, night]
                    .iter()
                    .filter_map(|part| around(part))
                    .collect()
            },
            |window| vec![window],
        )
    };
    day.sessions.iter().flat_map(windows).collect()
}

/// From the start of the first to the end of the last.
fn around(times: &[Window]) -> Option<Window> {
    let start = times.iter().map(|time| time.start).min()?;
    let end = times.iter().map(|time| time.end).max()?;
    Some(Window { start, end })
}
