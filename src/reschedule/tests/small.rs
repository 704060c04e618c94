//! Studies small enough for trying out everything: a few slots overdue or displaced, a few dates
//! left, times in half hours.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::generate::{
    Case, Tape, budgets, day, first_start, name_part, phase, plan, session, slot, topic, week,
    window,
};
use crate::calendar::add;
use crate::model::{Day, Plan, Slot, Week};
use crate::progress::What;

/// Slots of one evening after the other.
struct Evenings<'t, 'c> {
    tape: &'t mut Tape<'c>,
    /// None timed, all, or some.
    timed: u32,
    count: u32,
}

impl Evenings<'_, '_> {
    fn slot(&mut self, at: &mut u32) -> Slot {
        self.count += 1;
        let length = self.tape.of(&[60, 30, 90, 120]);
        let topic = self.tape.of(&[None, Some("A"), Some("B"), Some("C")]);
        let is_timed = self.timed == 1 || self.timed == 2 && self.tape.once_in(2);
        let time = (is_timed && *at + length <= 22 * 60).then(|| window(*at, *at + length));
        *at += length + self.tape.of(&[0, 30]);
        let duration = time.is_none().then_some(length);
        let mut slot = slot(&format!("s{}", self.count), time, duration, topic);
        name_part(self.tape, &mut slot, self.count as usize);
        slot
    }

    fn day(&mut self, number: u32, slots: u32, late: u32) -> Day {
        let mut at = 18 * 60 + late;
        let slots = (0..slots).map(|_| self.slot(&mut at)).collect();
        day(Some((number, number)), None, vec![session(None, slots)])
    }

    /// A day with what will be stranded, and so many after it, in one week or two.
    fn weeks(&mut self, stranded: u32, dates: u32) -> Vec<Week> {
        let mut days = vec![self.day(1, stranded, 0)];
        let split = self.tape.of(&[1, 2, 9]);
        let mut weeks = Vec::new();
        for number in 2..2 + dates {
            if number == 1 + split {
                weeks.push(week(1, std::mem::take(&mut days)));
            }
            let late = self.tape.of(&[0, 30, 60]);
            let slots = 1 + self.tape.below(2);
            days.push(self.day(number, slots, late));
        }
        weeks.push(week(2, days));
        weeks
    }
}

fn a_plan(tape: &mut Tape, weeks: Vec<Week>) -> Plan {
    let high = tape.of(&[120, 60, 180, 240]);
    let weekend = tape.of(&[high, high + 60, 60]);
    let none: &[&str] = &[];
    let (b, c) = (tape.of(&[none, &["A"]]), tape.of(&[none, &["B"], &["A"]]));
    let mut made = plan(vec![phase(None, weeks)]);
    made.time_budget = Some(budgets(Some(high), Some(weekend)));
    made.roadmap.topics = vec![topic("A", &[]), topic("B", b), topic("C", c)];
    made
}

fn off(first: NaiveDate) -> What {
    let (last, why, cancel) = (first, None, false);
    What::Off {
        first,
        last,
        why,
        cancel,
        source: None,
    }
}

fn skip(plan: &Plan, number: u32) -> What {
    let slot = format!("s{number}");
    let named = plan.slots().find(|place| place.slot.id.as_str() == slot);
    let title = named.map(|place| place.slot.title.clone());
    let title = title.expect("a slot of the plan");
    let (why, again) = (None, false);
    What::Skip {
        slot,
        title,
        why,
        fingerprint: None,
        again,
    }
}

/// A study whose first day is past, or a day of rest.
pub(crate) fn small(choices: &[u32]) -> Case {
    let mut tape = Tape::new(choices);
    let tape = &mut tape;
    let (stranded, dates) = (2 + tape.below(3), 2 + tape.below(3));
    let (timed, count) = (tape.below(3), 0);
    let mut evenings = Evenings { tape, timed, count };
    let weeks = evenings.weeks(stranded, dates);
    let (tape, count) = (evenings.tape, evenings.count);
    let made = a_plan(tape, weeks);
    let start = add(first_start(), u64::from(tape.below(7)));
    let is_ill = tape.once_in(4);
    let today = add(start, u64::from(!is_ill));
    let now = today.and_time(NaiveTime::MIN) + TimeDelta::hours(tape.of(&[8, 19]));
    let mut case = Case {
        plan: made,
        events: Vec::new(),
        now,
    };
    let plan = "p".to_owned();
    case.record(
        start,
        vec![What::Begin {
            plan,
            start,
            afresh: false,
        }],
    );
    if is_ill {
        case.record(start, vec![off(start)]);
    }
    if tape.once_in(4) {
        let date = add(today, u64::from(tape.below(dates)));
        case.record(start, vec![off(date)]);
    }
    for number in stranded + 1..=count {
        if tape.once_in(3) {
            let skip = skip(&case.plan, number);
            case.record(start, vec![skip]);
        }
    }
    case
}
