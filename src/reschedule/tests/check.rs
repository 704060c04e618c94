//! Whether a proposal keeps its promises: everything is reckoned anew here, from the plan and
//! the placements of its slots alone, with no help from what is tested.
//!
//! What was amiss before is not held against an option. It answers for what it moves: a day
//! that is over its budget counts if something was moved there; an order that is broken counts
//! if one of the two was moved, or if it was kept before; an overlap counts if one of the two was
//! moved. What is left without a place is in nobody's way: its date is none on which it could still
//! be done.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::{Day, Minutes, Session, Slot, TopicId, Window};
use crate::progress::{Mark, Placement};
use crate::summary::{RecoveryStrategy, Study};

/// What a proposal can do wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Breach {
    /// A slot was moved that is done or skipped, or that catching up has to leave alone.
    Touched,
    /// A slot is moved twice, or both moved and without a place.
    Doubled,
    /// A slot that needs a place has none and is not named.
    Lost,
    /// A slot was moved whose time is running.
    Running,
    /// A slot was moved to before today, or to a time of today that has passed.
    Past,
    /// A slot was moved to a day of rest.
    Rest,
    /// A day holds more than it may.
    Budget,
    /// A slot is before one whose topic its own needs, or before an earlier part of its series.
    Order,
    /// Two slots have the same time.
    Clash,
    /// A slot is at a time at which the plan has no sessions on that weekday, or of another length.
    Grid,
    /// A slot was caught up at another time of day although its own is free.
    Own,
    /// A slot was not caught up although there is room for it.
    Left,
    /// A slot was caught up after the end of the plan.
    Late,
    /// An extension lost the weekday or the time, or left out something.
    Rhythm,
}

/// A slot, by what the plan and the journal say.
#[derive(Clone)]
struct Item<'s> {
    slot: &'s Slot,
    minutes: u32,
    entry: usize,
    is_open: bool,
    is_stranded: bool,
    is_running: bool,
    placement: Placement,
    /// What it took of today, being done.
    spent: u32,
}

/// A study, seen from outside.
#[derive(Clone)]
pub(crate) struct World<'s> {
    study: &'s Study,
    items: Vec<Item<'s>>,
    entries: Vec<&'s Day>,
    /// Each topic and all that have to come before it.
    before: HashMap<&'s str, HashSet<&'s str>>,
    /// Dates of rest by the weekday alone on which the plan has something all the same.
    used: HashSet<NaiveDate>,
    planned: HashMap<NaiveDate, u32>,
}

/// Minutes, end, days late, the heaviest date with its minutes and how many others are as heavy,
/// and days over.
pub(crate) type Figures = (
    u32,
    Option<NaiveDate>,
    Option<i64>,
    Option<(NaiveDate, Minutes, u32)>,
    u32,
);

/// What is moved, and what has no place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Moved {
    pub(crate) way: RecoveryStrategy,
    pub(crate) moves: Vec<(usize, Placement)>,
    pub(crate) unplaced: Vec<usize>,
    /// Those that are let go.
    pub(crate) skips: Vec<usize>,
}

const NIGHT: u32 = 4 * 60;

fn days(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    first.iter_days().take_while(|date| *date <= last).collect()
}

/// From when to when, in minutes of the study day: the night after belongs to it.
pub(crate) fn span(time: Window) -> (u32, u32) {
    let start = time.start.minutes();
    let start = if start < NIGHT { start + 1440 } else { start };
    (start, start + time.length().0)
}

fn overlap(a: (u32, u32), b: (u32, u32)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

impl<'s> World<'s> {
    pub(crate) fn new(study: &'s Study) -> Self {
        let entries: Vec<&Day> = study.plan.days().map(|(_, _, _, day)| day).collect();
        let free = |date: &NaiveDate| study.plan.rest.contains(&date.weekday());
        let own = (0..entries.len()).map(|entry| study.own_dates(entry));
        let own = own.map(|d| days(d.first, d.last));
        let used = own.filter(|dates| dates.iter().all(free)).flatten();
        let mut world = Self {
            study,
            items: Vec::new(),
            entries,
            before: HashMap::new(),
            used: used.collect(),
            planned: HashMap::new(),
        };
        world.items = study
            .slots()
            .map(|view| world.item(view.place.slot, &view))
            .collect();
        world.before = world.topics();
        for index in 0..world.entries.len() {
            let items = world.items.iter().filter(|item| item.entry == index);
            let minutes = items.map(|item| item.minutes).sum();
            for (date, minutes) in evenly(&world.planned_dates(index), minutes) {
                *world.planned.entry(date).or_default() += minutes;
            }
        }
        world
    }

    fn item(&self, slot: &'s Slot, view: &crate::summary::SlotView<'s>) -> Item<'s> {
        let mark = self.study.reconciled.marks.get(slot.id.as_str());
        let state = mark.and_then(Mark::state);
        let baseline = self.study.own_dates(view.place.day_index);
        let placement = mark
            .and_then(|mark| mark.placement)
            .map(|(_, placement)| placement);
        let placement = placement.unwrap_or(Placement {
            date: baseline.first,
            last: baseline.last,
            time: slot.time,
        });
        let minutes = self.minutes(slot, view.place.day_index);
        let all_rest = days(placement.date, placement.last)
            .iter()
            .all(|date| self.study.rests.on(*date).is_some());
        let took = mark.and_then(Mark::actual).map(|minutes| minutes.0);
        let is_stranded = state.is_none() && (placement.last < self.study.today || all_rest);
        // On a rest day nothing is.
        let is_study = self.study.rests.on(self.study.today).is_none();
        let is_on = placement.time.filter(|_| is_study).is_some_and(|time| {
            let (start, end) = span(time);
            let midnight = placement.date.and_time(chrono::NaiveTime::MIN);
            let since = (self.study.now - midnight).num_seconds();
            (i64::from(start) * 60..i64::from(end) * 60).contains(&since)
        });
        Item {
            slot,
            minutes,
            entry: view.place.day_index,
            is_open: state.is_none(),
            is_stranded,
            is_running: state.is_none() && !is_stranded && is_on,
            placement,
            spent: match mark.and_then(Mark::done_on) {
                Some(day) if day == self.study.today => took.unwrap_or(minutes),
                _ => 0,
            },
        }
    }

    /// What the plan gives a slot, or its share of what is left of its dates.
    fn minutes(&self, slot: &Slot, entry: usize) -> u32 {
        if let Some(planned) = slot.planned() {
            return planned.0;
        }
        let budget: u32 = self
            .planned_dates(entry)
            .iter()
            .map(|date| self.budget(*date))
            .sum();
        let (known, unknown): (Vec<&Slot>, Vec<&Slot>) = self.entries[entry]
            .slots()
            .partition(|slot| slot.planned().is_some());
        let known: u32 = known
            .iter()
            .filter_map(|slot| slot.planned())
            .map(|m| m.0)
            .sum();
        budget.saturating_sub(known) / u32::try_from(unknown.len()).expect("few")
    }

    /// The dates of an entry on which the plan means something to be done.
    fn planned_dates(&self, entry: usize) -> Vec<NaiveDate> {
        let dates = self.study.own_dates(entry);
        let all = days(dates.first, dates.last);
        let free = |date: &NaiveDate| self.study.plan.rest.contains(&date.weekday());
        let kept: Vec<NaiveDate> = all.iter().filter(|d| !free(d)).copied().collect();
        if kept.is_empty() { all } else { kept }
    }

    pub(crate) fn budget(&self, date: NaiveDate) -> u32 {
        let heaviest = (0..self.entries.len()).map(|entry| {
            let planned = self.entries[entry].slots().filter_map(Slot::planned);
            let minutes: u32 = planned.map(|m| m.0).sum();
            minutes / u32::try_from(self.planned_dates(entry).len()).expect("few")
        });
        let heaviest = heaviest.max().filter(|most| *most > 0);
        let budget = self.study.plan.time_budget.as_ref();
        let weekday = budget.and_then(|b| b.weekday).map(|b| b.high.0);
        let weekend = budget.and_then(|b| b.weekend).map(|b| b.high.0);
        let (own, other) = match date.weekday() {
            Weekday::Sat | Weekday::Sun => (weekend, weekday),
            _ => (weekday, weekend),
        };
        own.or(heaviest).or(other).unwrap_or(60)
    }

    fn topics(&self) -> HashMap<&'s str, HashSet<&'s str>> {
        let topics = &self.study.plan.roadmap.topics;
        let mut before: HashMap<&str, HashSet<&str>> = HashMap::new();
        // Topics come after those they need, as the generator writes them.
        for topic in topics {
            let mut all = HashSet::new();
            for after in &topic.after {
                all.insert(after.as_str());
                all.extend(before[after.as_str()].iter().copied());
            }
            before.insert(topic.id.as_str(), all);
        }
        before
    }

    pub(crate) fn is_rest(&self, date: NaiveDate) -> bool {
        let weekday = self.study.plan.rest.contains(&date.weekday());
        self.study.rests.on(date).is_some() || weekday && !self.used.contains(&date)
    }

    /// The most a date may hold.
    pub(crate) fn most(&self, date: NaiveDate) -> u32 {
        if self.is_rest(date) {
            return 0;
        }
        let planned = self.planned.get(&date).copied().unwrap_or_default();
        planned.max(self.budget(date))
    }

    fn over(&self, placement: Placement, minutes: u32) -> Vec<(NaiveDate, u32)> {
        let all = days(placement.date, placement.last);
        let kept: Vec<NaiveDate> = all.iter().filter(|d| !self.is_rest(**d)).copied().collect();
        evenly(if kept.is_empty() { &all } else { &kept }, minutes)
    }

    pub(crate) fn loads(&self, placements: &[Placement]) -> BTreeMap<NaiveDate, u32> {
        let mut loads = BTreeMap::new();
        for (item, placement) in self
            .items
            .iter()
            .zip(placements)
            .filter(|(item, _)| item.is_open)
        {
            for (date, minutes) in self.over(*placement, item.minutes) {
                *loads.entry(date).or_default() += minutes;
            }
        }
        loads
    }

    /// What was done today.
    pub(crate) fn spent(&self) -> u32 {
        self.items.iter().map(|item| item.spent).sum()
    }

    pub(crate) fn follows(&self, before: usize, after: usize) -> bool {
        let (a, b) = (&self.items[before], &self.items[after]);
        let topic = |item: &Item<'s>| item.slot.topic.as_ref().map(TopicId::as_str);
        let needs = || match (topic(a), topic(b)) {
            (Some(a), Some(b)) => self.before[b].contains(a),
            _ => false,
        };
        // The generators write "Essay part 2".
        let series = |item: &Item<'s>| item.slot.title.rsplit_once(" part ");
        let number = |text: &str| text.parse::<u32>().expect("a number");
        let parts = || match (series(a), series(b)) {
            (Some((a, m)), Some((b, n))) => a == b && number(m) < number(n),
            _ => false,
        };
        // What is running is being done: it waits for nothing.
        let waits = !a.is_running && !b.is_running;
        before < after && waits && (needs() || parts())
    }

    pub(crate) fn placements(&self) -> Vec<Placement> {
        self.items.iter().map(|item| item.placement).collect()
    }

    pub(crate) fn after(&self, moved: &Moved) -> Vec<Placement> {
        let mut placements = self.placements();
        for (index, placement) in &moved.moves {
            placements[*index] = *placement;
        }
        placements
    }

    pub(crate) fn stranded(&self) -> Vec<usize> {
        let all = 0..self.items.len();
        all.filter(|index| self.items[*index].is_stranded).collect()
    }

    pub(crate) fn minutes_of(&self, index: usize) -> u32 {
        self.items[index].minutes
    }

    /// The slots whose time is running.
    pub(crate) fn running(&self) -> Vec<usize> {
        let all = 0..self.items.len();
        all.filter(|index| self.items[*index].is_running).collect()
    }

    pub(crate) fn is_open(&self, index: usize) -> bool {
        self.items[index].is_open
    }

    /// The time a slot has by the plan, else by the learner.
    pub(crate) fn time(&self, index: usize) -> Option<Window> {
        let item = &self.items[index];
        item.slot.time.or(item.placement.time)
    }

    /// The first minute of today that has not passed.
    pub(crate) fn earliest(&self) -> u32 {
        let midnight = self.study.today.and_time(chrono::NaiveTime::MIN);
        let seconds = (self.study.now - midnight).num_seconds();
        u32::try_from((seconds + 59) / 60).expect("after midnight")
    }

    /// When the plan has sessions on the weekday of a date; else on that part of the week, on any
    /// day, or at the slot's own time.
    pub(crate) fn grid(&self, index: usize, date: NaiveDate) -> Vec<(u32, u32)> {
        let is_weekend = |day: Weekday| matches!(day, Weekday::Sat | Weekday::Sun);
        let day = date.weekday();
        let alike: [&dyn Fn(Weekday) -> bool; 3] = [
            &|other| other == day,
            &|other| is_weekend(other) == is_weekend(day),
            &|_| true,
        ];
        for is_alike in alike {
            let entries = self.entries.iter().enumerate();
            let entries = entries.map(|(at, day)| (self.study.own_dates(at), day));
            let here = entries.filter(|(dates, _)| {
                let mut dates = days(dates.first, dates.last).into_iter();
                dates.any(|date| is_alike(date.weekday()))
            });
            let mut spans: Vec<(u32, u32)> = here.flat_map(|(_, day)| half_days(day)).collect();
            spans.sort_unstable();
            let mut whole: Vec<(u32, u32)> = Vec::new();
            for (start, end) in spans {
                match whole.last_mut() {
                    Some(last) if start <= last.1 => last.1 = last.1.max(end),
                    _ => whole.push((start, end)),
                }
            }
            if !whole.is_empty() {
                return whole;
            }
        }
        self.time(index).map(span).into_iter().collect()
    }

    /// All that is wrong with an option, and where.
    pub(crate) fn faults(&self, moved: &Moved) -> Vec<(Breach, String)> {
        let mut faults = self.counts(moved);
        faults.extend(self.places(moved));
        faults.extend(self.budgets(moved));
        faults.extend(self.orders(moved));
        match moved.way {
            RecoveryStrategy::Extend => faults.extend(self.rhythm(moved)),
            RecoveryStrategy::Rebalance => faults.extend(self.times(moved)),
            RecoveryStrategy::CatchUp => {
                faults.extend(self.times(moved));
                faults.extend(self.left(moved));
            }
            // It moves nothing, and what it skips is counted with the rest.
            RecoveryStrategy::LetGo => {}
        }
        faults
    }

    fn name(&self, index: usize) -> &str {
        self.items[index].slot.id.as_str()
    }

    fn counts(&self, moved: &Moved) -> Vec<(Breach, String)> {
        let mut faults = Vec::new();
        let mut named = HashSet::new();
        let indices = moved.moves.iter().map(|(index, _)| *index);
        let named_once = indices.chain(moved.unplaced.iter().copied());
        for index in named_once.chain(moved.skips.iter().copied()) {
            let item = &self.items[index];
            if !named.insert(index) {
                faults.push((Breach::Doubled, self.name(index).to_owned()));
            }
            let only_stranded = matches!(
                moved.way,
                RecoveryStrategy::CatchUp | RecoveryStrategy::LetGo
            );
            if !item.is_open || only_stranded && !item.is_stranded {
                faults.push((Breach::Touched, self.name(index).to_owned()));
            }
            if item.is_running {
                faults.push((Breach::Running, self.name(index).to_owned()));
            }
        }
        for index in self.stranded() {
            if !named.contains(&index) {
                faults.push((Breach::Lost, self.name(index).to_owned()));
            }
        }
        faults
    }

    fn places(&self, moved: &Moved) -> Vec<(Breach, String)> {
        let mut faults = Vec::new();
        let today = self.study.today;
        for (index, placement) in &moved.moves {
            let said = format!("{} to {placement:?}", self.name(*index));
            let passed = placement.date == today
                && placement
                    .time
                    .is_some_and(|time| span(time).0 < self.earliest());
            if placement.date < today || passed || *placement == self.items[*index].placement {
                faults.push((Breach::Past, said.clone()));
            }
            let weekday_is_kept = moved.way == RecoveryStrategy::Extend;
            let rest = |date: &NaiveDate| {
                self.study.rests.on(*date).is_some() || self.is_rest(*date) && !weekday_is_kept
            };
            if days(placement.date, placement.last).iter().all(rest) {
                faults.push((Breach::Rest, said.clone()));
            }
            if moved.way == RecoveryStrategy::CatchUp && placement.last > self.study.calendar.end()
            {
                faults.push((Breach::Late, said));
            }
        }
        faults
    }

    fn budgets(&self, moved: &Moved) -> Vec<(Breach, String)> {
        let mut faults = Vec::new();
        for (date, load) in self.loads(&self.after(moved)) {
            let spent = if date == self.study.today {
                self.spent()
            } else {
                0
            };
            // What takes no time on the date, as on a rest day among its dates, takes no room.
            let takes = |(index, placement): &&(usize, Placement)| {
                let over = self.over(*placement, self.items[*index].minutes);
                over.iter().any(|(on, minutes)| *on == date && *minutes > 0)
            };
            let here = moved.moves.iter().filter(takes);
            if load + spent <= self.most(date) || here.count() == 0 {
                continue;
            }
            if moved.way == RecoveryStrategy::Extend && self.is_carried(moved, date) {
                continue;
            }
            let most = self.most(date);
            faults.push((Breach::Budget, format!("{date}: {load} + {spent} > {most}")));
        }
        faults
    }

    /// Whether a day is moved as a whole: everything on it was together on another date.
    fn is_carried(&self, moved: &Moved, date: NaiveDate) -> bool {
        let placements = self.after(moved);
        let covers = |placement: &Placement| (placement.date..=placement.last).contains(&date);
        let here =
            (0..placements.len()).filter(|i| self.items[*i].is_open && covers(&placements[*i]));
        let mut weeks =
            here.map(|i| (placements[i].date - self.items[i].placement.date).num_days());
        let first = weeks.next().unwrap_or_default();
        first > 0 && weeks.all(|days| days == first)
    }

    fn orders(&self, moved: &Moved) -> Vec<(Breach, String)> {
        let (was, is) = (self.placements(), self.after(moved));
        let put: HashSet<usize> = moved.moves.iter().map(|(index, _)| *index).collect();
        let left: HashSet<usize> = moved.unplaced.iter().copied().collect();
        let mut faults = Vec::new();
        for a in 0..self.items.len() {
            for b in a + 1..self.items.len() {
                let open = self.items[a].is_open && self.items[b].is_open;
                if !open || !self.follows(a, b) || !is_broken(is[a], is[b]) {
                    continue;
                }
                if left.contains(&a) || left.contains(&b) {
                    continue;
                }
                let touched = put.contains(&a) || put.contains(&b);
                let strict = touched && moved.way != RecoveryStrategy::Extend;
                if strict || !is_broken(was[a], was[b]) {
                    let (a, b) = (self.name(a), self.name(b));
                    faults.push((Breach::Order, format!("{b} before {a}")));
                }
            }
        }
        faults
    }

    /// Times of day of what is caught up or laid out anew.
    fn times(&self, moved: &Moved) -> Vec<(Breach, String)> {
        let placements = self.after(moved);
        let mut faults = Vec::new();
        for (index, placement) in &moved.moves {
            let said = || format!("{} to {placement:?}", self.name(*index));
            let (own, time) = match (self.time(*index), placement.time) {
                (Some(own), Some(time)) if own.length() == time.length() => (own, time),
                (None, None) => continue,
                _ => {
                    faults.push((Breach::Grid, said()));
                    continue;
                }
            };
            if self.clashes(*index, *placement, &placements) {
                faults.push((Breach::Clash, said()));
            }
            if !self.is_in_grid(*index, *placement) {
                faults.push((Breach::Grid, said()));
            }
            let kept = Placement {
                time: Some(own),
                ..*placement
            };
            let keeps_times = moved.way == RecoveryStrategy::CatchUp;
            if keeps_times && time != own && self.is_free(*index, kept, moved) {
                faults.push((Breach::Own, said()));
            }
        }
        faults
    }

    /// Whether there is a date until the end of the plan on which a slot's time fits budget and
    /// sessions, whatever comes before or after it.
    pub(crate) fn has_free_time(&self, index: usize) -> bool {
        let moved = Moved {
            way: RecoveryStrategy::CatchUp,
            moves: Vec::new(),
            unplaced: self.stranded(),
            skips: Vec::new(),
        };
        let mut alone = self.clone();
        for item in &mut alone.items {
            item.is_running = true;
        }
        !alone
            .left(&Moved {
                unplaced: vec![index],
                ..moved
            })
            .is_empty()
    }

    fn is_in_grid(&self, index: usize, placement: Placement) -> bool {
        let grid = self.grid(index, placement.date);
        placement.time.map(span).is_none_or(|(start, end)| {
            let inside = |w: &(u32, u32)| w.0 <= start && end <= w.1;
            grid.iter().any(inside)
        })
    }

    /// Whether a slot could be at a time of day, whatever the budget: in a session, not passed, free
    /// and in order.
    fn is_free(&self, index: usize, placement: Placement, moved: &Moved) -> bool {
        let mut placements = self.after(moved);
        for left in &moved.unplaced {
            // Out of the way.
            placements[*left].time = None;
        }
        let is_left = |other: &usize| moved.unplaced.contains(other);
        let start = placement.time.map_or(u32::MAX, |time| span(time).0);
        let passed = placement.date == self.study.today && start < self.earliest();
        !passed
            && self.is_in_grid(index, placement)
            && !self.clashes(index, placement, &placements)
            && self.is_in_order(index, placement, &placements, is_left)
    }

    /// What was left although there is room for it on one date. A slot on a run of dates may take
    /// one alone.
    fn left(&self, moved: &Moved) -> Vec<(Breach, String)> {
        let placements = self.after(moved);
        let mut loads = self.loads(&placements);
        for index in &moved.unplaced {
            for (date, minutes) in self.over(placements[*index], self.items[*index].minutes) {
                *loads.entry(date).or_default() -= minutes;
            }
        }
        *loads.entry(self.study.today).or_default() += self.spent();
        let mut faults = Vec::new();
        for index in &moved.unplaced {
            for date in days(self.study.today, self.study.calendar.end()) {
                let load = loads.get(&date).copied().unwrap_or_default();
                if self.is_rest(date) || load + self.items[*index].minutes > self.most(date) {
                    continue;
                }
                let put = |time| Placement {
                    date,
                    last: date,
                    time,
                };
                let own = self.time(*index);
                let times = own.map_or_else(
                    || vec![None],
                    |own| {
                        let any = (0..1680).step_by(5);
                        let any = any.filter_map(|from| at(from, own.length()));
                        std::iter::once(own).chain(any).map(Some).collect()
                    },
                );
                let mut free = times
                    .into_iter()
                    .map(put)
                    .filter(|placement| self.is_free(*index, *placement, moved));
                if let Some(placement) = free.next() {
                    let said = format!("{} fits {placement:?}", self.name(*index));
                    faults.push((Breach::Left, said));
                    break;
                }
            }
        }
        faults
    }

    pub(crate) fn clashes(
        &self,
        index: usize,
        placement: Placement,
        placements: &[Placement],
    ) -> bool {
        let others = placements.iter().enumerate();
        placement.time.is_some_and(|time| {
            others
                .filter(|(other, _)| *other != index && self.items[*other].is_open)
                .filter(|(_, other)| other.date <= placement.last && placement.date <= other.last)
                .any(|(_, other)| other.time.is_some_and(|t| overlap(span(t), span(time))))
        })
    }

    fn is_in_order(
        &self,
        index: usize,
        placement: Placement,
        placements: &[Placement],
        is_left: impl Fn(&usize) -> bool,
    ) -> bool {
        (0..placements.len())
            .filter(|other| self.items[*other].is_open && *other != index && !is_left(other))
            .all(|other| {
                let kept = |a, b, first, second| !self.follows(a, b) || !is_broken(first, second);
                kept(other, index, placements[other], placement)
                    && kept(index, other, placement, placements[other])
            })
    }

    /// What is moved by whole weeks.
    fn rhythm(&self, moved: &Moved) -> Vec<(Breach, String)> {
        let mut faults = Vec::new();
        let mut weeks = Vec::new();
        for (index, to) in &moved.moves {
            let from = self.items[*index].placement;
            let (first, last) = (
                (to.date - from.date).num_days(),
                (to.last - from.last).num_days(),
            );
            if first < 7 || first % 7 != 0 || first != last || from.time != to.time {
                faults.push((Breach::Rhythm, format!("{} to {to:?}", self.name(*index))));
            }
            weeks.push((from.date, first / 7));
        }
        // None is moved by less than what is before it.
        weeks.sort_unstable();
        if weeks.windows(2).any(|pair| pair[0].1 > pair[1].1) {
            faults.push((Breach::Rhythm, format!("{weeks:?}")));
        }
        let stranded = self.stranded();
        let first = stranded
            .iter()
            .map(|index| self.items[*index].placement.date)
            .min();
        for (index, item) in self.items.iter().enumerate() {
            let is_rest = first.is_some_and(|first| item.placement.last >= first)
                && item.is_open
                && !item.is_running;
            let is_named =
                moved.moves.iter().any(|(i, _)| *i == index) || moved.unplaced.contains(&index);
            if is_rest && !is_named {
                faults.push((Breach::Rhythm, format!("{} is left out", self.name(index))));
            }
        }
        faults
    }

    /// Minutes that are moved, end, days late, the heaviest date with others as heavy, and days
    /// over, as they should be shown. Where something has no place there is no end.
    pub(crate) fn figures(&self, moved: &Moved) -> Figures {
        let placements = self.after(moved);
        let planned = |(index, _): &(usize, Placement)| self.items[*index].slot.planned();
        let minutes: Minutes = moved.moves.iter().filter_map(planned).sum();
        let plan_end = self.study.calendar.end();
        let mut left = self.clone();
        for index in &moved.skips {
            left.items[*index].is_open = false;
        }
        let open = (0..placements.len()).filter(|index| left.items[*index].is_open);
        let end = open
            .map(|index| placements[index].last)
            .max()
            .unwrap_or(plan_end);
        let mut heaviest: Option<(NaiveDate, Minutes, u32)> = None;
        let mut over = 0;
        for (date, load) in left.loads(&placements) {
            if date < self.study.today {
                continue;
            }
            over += u32::from(load > self.budget(date));
            match &mut heaviest {
                Some((_, most, others)) if most.0 == load => *others += 1,
                Some((_, most, _)) if most.0 > load => {}
                None if load == 0 => {}
                _ => heaviest = Some((date, Minutes(load), 0)),
            }
        }
        let budget = self.study.plan.time_budget.as_ref();
        let says = budget.is_some_and(|b| b.weekday.is_some() || b.weekend.is_some())
            || self.items.iter().any(|item| item.slot.planned().is_some());
        if !says {
            (heaviest, over) = (None, 0);
        }
        let end = Some(end).filter(|_| moved.unplaced.is_empty());
        let late = end.map(|end| (end - plan_end).num_days());
        (minutes.0, end, late, heaviest, over)
    }
}

/// Whether what comes first by the plan cannot be over when the second has to begin. What has no
/// time, or a run of dates, may be done at any time of them.
pub(crate) fn is_broken(first: Placement, second: Placement) -> bool {
    let timed = |placement: Placement| {
        placement
            .time
            .filter(|_| placement.date == placement.last)
            .map(span)
    };
    let over = (first.date, timed(first).map_or(0, |span| span.1));
    let begins = (second.last, timed(second).map_or(u32::MAX, |span| span.0));
    begins < over
}

/// So many minutes of the study day on, where a clock can show it.
pub(crate) fn at(from: u32, length: Minutes) -> Option<Window> {
    let clock = crate::model::Clock::from_minutes(if from >= 1440 { from - 1440 } else { from })?;
    let time = Window::from(clock, length)?;
    (span(time).0 == from).then_some(time)
}

fn evenly(dates: &[NaiveDate], minutes: u32) -> Vec<(NaiveDate, u32)> {
    let count = u32::try_from(dates.len()).expect("few");
    let share = |index: usize| minutes / count + if index == 0 { minutes % count } else { 0 };
    dates
        .iter()
        .enumerate()
        .map(|(index, date)| (*date, share(index)))
        .collect()
}

/// The author's windows, else from the first slot of a part to its last, before midnight and
/// after it.
fn half_days(day: &Day) -> Vec<(u32, u32)> {
    let of = |session: &Session| {
        let spans: Vec<(u32, u32)> = session
            .slots
            .iter()
            .filter_map(|s| s.time)
            .map(span)
            .collect();
        if spans.is_empty() {
            return Vec::new();
        }
        if let Some(window) = session.window {
            return vec![span(window)];
        }
        let (day, night): (Vec<_>, Vec<_>) = spans.into_iter().partition(|span| span.0 < 1440);
        let whole = |spans: Vec<(u32, u32)>| {
            let start = spans.iter().map(|span| span.0).min()?;
            Some((start, spans.iter().map(|span| span.1).max()?))
        };
        [day, night].into_iter().filter_map(whole).collect()
    };
    day.sessions.iter().flat_map(of).collect()
}
