//! Plans as people make them: a slot or two each evening, some time at the weekend, and some of it
//! missed. Most evenings are full.

use std::cell::Cell;

use chrono::{NaiveTime, TimeDelta, Weekday};
use proptest::prelude::*;

use super::brute::in_strict_order;
use super::check::{Breach, World};
use super::generate::{
    Case, Tape, begin, budgets, date, day, done, phase, plan, session, slot, topic, week, window,
};
use super::{choices, moved, runner};
use crate::calendar::add;
use crate::model::{Day, Period, Plan, Slot, Week, Weekdays};
use crate::reschedule::catch_up;
use crate::summary::problem::problem;
use crate::summary::{SlotView, recovery};
use crate::tests::cases::cases;

struct Author<'t, 'c> {
    tape: &'t mut Tape<'c>,
    slots: u32,
    day: u32,
    /// When evenings begin, in minutes.
    evening: u32,
    /// How long they are.
    length: u32,
    /// The topic of this week's slots that have one.
    topic: &'static str,
}

impl Author<'_, '_> {
    fn slot(&mut self, from: u32, until: u32) -> Slot {
        self.slots += 1;
        let topic = self.tape.once_in(3).then_some(self.topic);
        let id = format!("s{}", self.slots);
        slot(&id, Some(window(from, until)), None, topic)
    }

    /// Two slots one after the other, now and then two parts of something.
    fn pair(&mut self, from: u32, until: u32) -> Vec<Slot> {
        let middle = from + (until - from) / 2;
        let mut pair = vec![self.slot(from, middle), self.slot(middle, until)];
        if self.tape.once_in(4) {
            for (number, slot) in (1..).zip(&mut pair) {
                slot.title = format!("Essay {} part {number}", self.day);
            }
        }
        pair
    }

    fn day(&mut self, weekday: Weekday, from: u32, until: u32) -> Day {
        self.day += 1;
        let slots = if self.tape.once_in(2) {
            self.pair(from, until)
        } else {
            vec![self.slot(from, until)]
        };
        let weekdays = Weekdays {
            first: weekday,
            last: weekday,
        };
        let sessions = vec![session(None, slots)];
        day(Some((self.day, self.day)), Some(weekdays), sessions)
    }

    fn week(&mut self, number: u32, evenings: &[Weekday], saturday: bool) -> Week {
        let (from, until) = (self.evening, self.evening + self.length);
        self.topic = if number < 3 { "A" } else { "B" };
        let days = evenings.iter().map(|day| self.day(*day, from, until));
        let mut days: Vec<Day> = days.collect();
        if saturday {
            days.push(self.day(Weekday::Sat, 10 * 60, 12 * 60));
        }
        week(number, days)
    }
}

fn evening_plan(tape: &mut Tape) -> Plan {
    use Weekday::{Fri, Mon, Thu, Tue, Wed};
    let all: [&[Weekday]; 3] = [
        &[Mon, Tue, Wed, Thu, Fri],
        &[Mon, Wed, Fri],
        &[Mon, Tue, Thu],
    ];
    let evenings = tape.of(&all);
    let (saturday, count) = (!tape.once_in(3), 2 + tape.below(3));
    let budget = tape.once_in(2);
    let (evening, length) = (tape.of(&[19, 18, 20]) * 60, tape.of(&[90, 60, 120]));
    let mut author = Author {
        tape,
        slots: 0,
        day: 0,
        evening,
        length,
        topic: "A",
    };
    let weeks = (1..=count).map(|number| author.week(number, evenings, saturday));
    let mut phases = vec![phase(None, weeks.collect())];
    let tape = author.tape;
    if tape.once_in(2) {
        phases.push(phase(Some(Period::Weeks(1)), Vec::new()));
    }
    let mut made = plan(phases);
    made.rest = vec![Weekday::Sun];
    made.time_budget = budget.then(|| budgets(Some(length), Some(120)));
    made.roadmap.topics = vec![topic("A", &[]), topic("B", &["A"])];
    made
}

/// One to four slots of the last week are missed; everything else until yesterday is done.
fn evening_case(choices: &[u32]) -> Case {
    let mut tape = Tape::new(choices);
    let tape = &mut tape;
    let (start, days) = (date("2026-11-30"), 3 + tape.below(9));
    let missed = 1 + tape.below(4);
    let today = add(start, u64::from(days));
    let mut case = Case {
        plan: evening_plan(tape),
        events: Vec::new(),
        now: today.and_time(NaiveTime::MIN) + TimeDelta::hours(8),
    };
    begin(&mut case, start);
    let study = case.study();
    let past: Vec<SlotView> = study.slots().filter(|s| s.dates.last < today).collect();
    let mut left = missed;
    for view in past.iter().rev() {
        if left > 0 && tape.once_in(2) {
            left -= 1;
        } else {
            done(&mut case, view.place.slot, view.dates.first);
        }
    }
    case
}

#[test]
fn most_evening_plans_with_free_time_can_be_caught_up() {
    let [with_room, moved_any, strict, left] = [const { Cell::new(0) }; 4];
    let tried = cases(250, 1_000);
    let result = runner(tried).run(&choices(), |choices| {
        let study = evening_case(&choices).study();
        let world = World::new(&study);
        let option = &recovery(&study, |_| true).options[0];
        let found = moved(option);
        // With nothing moved at all, whatever could be placed counts as left.
        let mut none = found.clone();
        none.unplaced = world.stranded();
        none.moves.clear();
        let is_left = |faults: Vec<(Breach, String)>| {
            faults.iter().any(|(breach, _)| *breach == Breach::Left)
        };
        prop_assert!(!is_left(world.faults(&found)), "{found:?}");
        let add = |cell: &Cell<u32>, if_so: bool| cell.set(cell.get() + u32::from(if_so));
        let free = world
            .stranded()
            .iter()
            .any(|index| world.has_free_time(*index));
        add(&with_room, free);
        add(&moved_any, free && !found.moves.is_empty());
        add(&left, is_left(world.faults(&none)));
        let slots: Vec<SlotView> = study.slots().collect();
        let strictly = catch_up(&in_strict_order(&problem(&study, &slots)));
        add(&strict, free && !strictly.moves.is_empty());
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let counts = [&with_room, &moved_any, &strict, &left].map(Cell::get);
    #[allow(clippy::print_stdout)]
    {
        println!("of {tried}: with free time, caught up, in strict order, left: {counts:?}");
    }
    let [with_room, moved_any, strict, left] = counts;
    assert!(with_room * 2 > tried, "{counts:?}");
    assert!(moved_any * 10 >= with_room * 9, "{counts:?}");
    // Controls: the plan's order as a must, and a proposal that moves nothing.
    assert!(strict * 10 < with_room * 9, "{counts:?}");
    assert!(left >= moved_any, "{counts:?}");
}
