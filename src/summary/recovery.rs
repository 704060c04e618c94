//! Ways back from what is overdue or stands on days of rest, and what each would mean.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{SlotView, Status, Study, Tally};
use crate::calendar::Dates;
use crate::model::{Budget, Day, Minutes, Plan, Session, Slot, TopicId, Window};
use crate::progress::{Seat, State};
use crate::recovery::{
    Budgets, DayPlan, Obstacle, Problem, Proposal, Work, catch_up, extend, rebalance,
};

/// One of the three ways back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// Into free time, all else staying where it is.
    CatchUp,
    /// Everything not done laid out anew from today.
    Rebalance,
    /// The rest of the plan moved by whole weeks.
    Extend,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::CatchUp, Self::Rebalance, Self::Extend];

    /// Its name on the command line and in the journal.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CatchUp => "catch-up",
            Self::Rebalance => "rebalance",
            Self::Extend => "extend",
        }
    }
}

/// What a way back would mean.
#[derive(Debug, Clone)]
pub struct WayBack<'a> {
    /// Which it is.
    pub way: Way,
    /// Slots and where they would be put, in the order of the plan.
    pub moves: Vec<(SlotView<'a>, Seat)>,
    /// Planned minutes of those.
    pub minutes: Minutes,
    /// Slots for which there is no place, and why.
    pub unplaced: Vec<(SlotView<'a>, Why<'a>)>,
    /// The last date with something to do.
    pub end: NaiveDate,
    /// Days by which that is after the plan's last date, time for catching up included; less
    /// than 0 where it is before.
    pub late: i64,
    /// The date from today on that holds the most, and how much; `None` where nothing is left, or
    /// the plan says nothing of time.
    pub heaviest: Option<(NaiveDate, Minutes)>,
    /// Dates from today on that hold more than their budget.
    pub over: u32,
}

/// Why there is no place for a slot.
#[derive(Debug, Clone, Copy)]
pub enum Why<'a> {
    /// No day up to the end of the plan has room.
    NoRoom,
    /// It has to come before this one.
    Before(SlotView<'a>),
    /// It is longer than any day's budget.
    TooLong,
}

/// Everything that a place has to be found for, and the ways back.
#[derive(Debug, Clone)]
pub struct Recovery<'a> {
    /// Overdue, or open on a day of rest; in the order of the plan.
    pub stranded: Vec<SlotView<'a>>,
    /// The last date with something to do, as things stand.
    pub end: NaiveDate,
    /// The plan's last date, time for catching up included.
    pub plan_end: NaiveDate,
    /// The three ways.
    pub ways: Vec<WayBack<'a>>,
}

/// The ways back from how things stand.
#[must_use]
pub fn recovery(study: &Study) -> Recovery<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let problem = problem(study, &slots);
    let way = |way: &Way| {
        let proposal = match way {
            Way::CatchUp => catch_up(&problem),
            Way::Rebalance => rebalance(&problem),
            Way::Extend => extend(&problem),
        };
        let back = way_back(*way, &problem, &slots, &proposal);
        // What a day holds is a guess then, not a figure.
        if says_time(&study.plan) {
            return back;
        }
        WayBack {
            heaviest: None,
            over: 0,
            ..back
        }
    };
    let stranded = problem.stranded().map(|index| slots[index]);
    Recovery {
        stranded: stranded.collect(),
        end: end(&problem, &Proposal::default()),
        plan_end: problem.end,
        ways: Way::ALL.iter().map(way).collect(),
    }
}

fn way_back<'a>(
    way: Way,
    problem: &Problem,
    slots: &[SlotView<'a>],
    proposal: &Proposal,
) -> WayBack<'a> {
    let seats = problem.seats(proposal).into_iter().map(Some);
    let loads = problem.loads(&seats.collect::<Vec<_>>());
    let ahead = loads.iter().filter(|(date, _)| **date >= problem.today);
    let heaviest = ahead
        .clone()
        .max_by_key(|(date, load)| (**load, std::cmp::Reverse(**date)));
    let over = ahead.filter(|(date, load)| **load > problem.budget(**date).0);
    let why = |obstacle| match obstacle {
        Obstacle::NoRoom => Why::NoRoom,
        Obstacle::Before(other) => Why::Before(slots[other]),
        Obstacle::TooLong => Why::TooLong,
    };
    let moves = proposal
        .moves
        .iter()
        .map(|(index, seat)| (slots[*index], *seat));
    let unplaced = proposal.unplaced.iter();
    let end = end(problem, proposal);
    WayBack {
        way,
        minutes: moves.clone().filter_map(|(slot, _)| slot.planned()).sum(),
        moves: moves.collect(),
        unplaced: unplaced
            .map(|(index, reason)| (slots[*index], why(*reason)))
            .collect(),
        end,
        late: (end - problem.end).num_days(),
        heaviest: heaviest.map(|(date, load)| (*date, Minutes(*load))),
        over: u32::try_from(over.count()).unwrap_or(u32::MAX),
    }
}

/// The last date with something to do.
fn end(problem: &Problem, proposal: &Proposal) -> NaiveDate {
    let seats = problem.seats(proposal);
    let open = problem
        .works
        .iter()
        .zip(seats)
        .filter(|(work, _)| work.open);
    open.map(|(_, seat)| seat.last).max().unwrap_or(problem.end)
}

/// What a place has to be found for: overdue, or open on a day of rest; in the order of the plan.
#[must_use]
pub fn stranded(study: &Study) -> Vec<SlotView<'_>> {
    study.slots().filter(is_stranded).collect()
}

fn is_stranded(slot: &SlotView) -> bool {
    slot.status == Status::Overdue || slot.displaced
}

/// Open slots that stand on some dates, and their planned minutes.
#[must_use]
pub fn standing(study: &Study, dates: Dates) -> (u32, Minutes) {
    let inside = |slot: &SlotView| {
        slot.is_open() && dates.first <= slot.dates.first && slot.dates.last <= dates.last
    };
    let tally: Tally = study
        .slots()
        .filter(inside)
        .collect::<Vec<_>>()
        .iter()
        .collect();
    (tally.slots, tally.planned)
}

/// What stands on a date, against what should.
#[derive(Debug, Clone)]
pub struct Crowding<'a> {
    /// Minutes that are planned there and not done; none where the plan says nothing of time.
    pub load: Minutes,
    /// The upper bound of the date's budget.
    pub budget: Minutes,
    /// Open slots whose times overlap.
    pub overlaps: Vec<(SlotView<'a>, SlotView<'a>)>,
}

/// What stands on `date`.
#[must_use]
pub fn crowding(study: &Study, date: NaiveDate) -> Crowding<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let problem = problem(study, &slots);
    let seats = problem.works.iter().map(|work| Some(work.seat));
    let loads = problem.loads(&seats.collect::<Vec<_>>());
    let load = loads.get(&date).filter(|_| says_time(&study.plan));
    let here = |slot: &&SlotView| slot.is_open() && slot.dates.contains(date);
    let here: Vec<&SlotView> = slots.iter().filter(here).collect();
    let pairs = here.iter().enumerate();
    let pairs = pairs.flat_map(|(at, a)| here[at + 1..].iter().map(move |b| (**a, **b)));
    let overlap =
        |(a, b): &(SlotView, SlotView)| a.time.zip(b.time).is_some_and(|(a, b)| a.overlaps(b));
    Crowding {
        load: Minutes(load.copied().unwrap_or_default()),
        budget: problem.budget(date),
        overlaps: pairs.filter(overlap).collect(),
    }
}

/// How things stand, as far as places in time go.
#[must_use]
pub fn problem(study: &Study, slots: &[SlotView]) -> Problem {
    let plan = &study.plan;
    let topics: Vec<&str> = plan.roadmap.topics.iter().map(|t| t.id.as_str()).collect();
    let budgets = budgets(study);
    let days: Vec<DayPlan> = day_plans(study, budgets);
    let work = |slot: &SlotView| Work {
        minutes: slot
            .planned()
            .unwrap_or_else(|| share(study, slot, budgets)),
        seat: slot.seat(),
        time: slot.place.slot.time.or(slot.time),
        entry: slot.place.day_index,
        week: slot.place.at.phase << 32 | slot.place.at.week,
        topic: topic(&topics, slot.place.slot.topic.as_ref()),
        open: slot.is_open(),
        stranded: is_stranded(slot),
    };
    let works: Vec<Work> = slots.iter().map(work).collect();
    let spent = slots.iter().zip(&works);
    let spent = spent.filter(|(slot, _)| is_done_on(slot, study.today));
    Problem {
        spent: spent
            .map(|(slot, work)| slot.actual().unwrap_or(work.minutes))
            .sum(),
        works,
        days,
        needs: needs(plan, &topics),
        budgets,
        rests: study.rests.clone(),
        free: plan.rest.clone(),
        used: used(study),
        today: study.today,
        from: first_minute(study),
        day_starts: study.day_starts,
        end: study.calendar.end(),
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
fn used(study: &Study) -> HashSet<NaiveDate> {
    let free = |date: &NaiveDate| study.plan.rest.contains(&date.weekday());
    let days = study.calendar.days.iter();
    let on_free = days.filter(|dates| dates.all().all(|date| free(&date)));
    on_free.flat_map(|dates| dates.all()).collect()
}

impl SlotView<'_> {
    /// Where it stands now.
    #[must_use]
    pub fn seat(&self) -> Seat {
        Seat {
            date: self.dates.first,
            last: self.dates.last,
            time: self.time,
        }
    }
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
fn says_time(plan: &Plan) -> bool {
    let budget = plan.time_budget.as_ref();
    budget.is_some_and(|budget| budget.weekday.or(budget.weekend).is_some())
        || plan.places().any(|place| place.slot.planned().is_some())
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

fn day_plans(study: &Study, budgets: Budgets) -> Vec<DayPlan> {
    let mut minutes: HashMap<usize, Minutes> = HashMap::new();
    for slot in study.slots() {
        let planned = slot.planned();
        let planned = planned.unwrap_or_else(|| share(study, &slot, budgets));
        *minutes.entry(slot.place.day_index).or_default() += planned;
    }
    let days = study.plan.days().zip(&study.calendar.days).enumerate();
    days.map(|(index, ((_, _, _, day), dates))| DayPlan {
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
