//! Twelve weeks lived with the whole shipped plan, from the Sunday before to the last day of its
//! buffer and the day after: 280 slots, 25215 minutes. A late week, a trip that falls through, a
//! week of illness, what recovery moved, a second device next to the first; and every Sunday, and
//! on special days, all figures as they were worked out by hand beforehand.
//!
//! Weeks 5 to 12 have 27 slots each: six days of 90 + 75 + 90 + 105 = 360 minutes, and a Sunday
//! of 90 + 75 + 90 = 255; 6 × 360 + 255 = 2415. Weeks 1 to 4 are in [`super::days`]. The
//! calendar weeks hold 22 + 20 + 22 + 8 × 27 = 280 slots and 2295 + 1800 + 1800 + 8 × 2415 =
//! 25215 minutes. Day 20 is on 14 December, Day 41 on 4 January, Day 75 on 7 February; the buffer
//! ends on 14 February.

mod autumn;
mod buffer;
mod december;
mod figures;
mod january;
mod layout;
mod left_out;
mod sick;
mod steps;

use chrono::NaiveDate;
use serde_json::Value;

use crate::sandbox::Sandbox;
use figures::{Report, Today, differences, list, text};
use steps::{Device, Step};

/// All of it.
fn all() -> impl Iterator<Item = &'static Step> {
    let parts: [&[Step]; 6] = [
        autumn::STEPS,
        december::STEPS,
        sick::STEPS,
        january::STEPS,
        january::LATE,
        buffer::STEPS,
    ];
    parts.into_iter().flatten()
}

/// Two devices that share a folder of marks, and all that was not as written beforehand.
struct Life {
    home: Sandbox,
    differences: Vec<String>,
}

impl Life {
    fn new() -> Self {
        let home = Sandbox::new();
        let marks = home.home().join("shared");
        Self {
            home: home.env("PLAN_STATE_DIR", marks).env("COLUMNS", "80"),
            differences: Vec::new(),
        }
    }

    fn device(&self, device: Device, time: &str) -> Sandbox {
        let home = self.home.at(&format!("{}:00", dated(time)));
        let own = match device {
            Device::Laptop => "laptop",
            Device::Tablet => "tablet",
        };
        let home = home.env("PLAN_CONFIG_DIR", home.home().join(own));
        home.env("PLAN_DATA_DIR", home.home().join(own).join("data"))
    }

    fn ask(&self, device: Device, time: &str, typed: &str) -> Value {
        let mut words: Vec<&str> = typed.split(' ').collect();
        words.push("--json");
        self.device(device, time).run(&words).json()
    }

    /// The report on a week, with the pace of the plan and all that is overdue, as it is by hand.
    fn report(&self, at: &str) -> Value {
        let mut report = self.ask(Device::Laptop, at, "report");
        let mut all = self.ask(Device::Laptop, at, "report --all");
        for key in ["pace", "pace_now", "overdue"] {
            report[key] = all[key].take();
        }
        report
    }

    fn live(&mut self, step: &Step) {
        match step {
            Step::Do {
                at,
                device,
                typed,
                slots,
            } => self.act(at, *device, typed, slots),
            // Both devices say the same.
            Step::Today { at, typed, shows } => {
                let found = Today::found(&self.ask(Device::Tablet, at, typed));
                self.compare(&format!("{at} {typed}"), &found, &shows.by_hand());
            }
            Step::Report { at, shows } => {
                let found = Report::found(&self.report(at));
                self.compare(&format!("{at} report"), &found, &shows.by_hand());
            }
            Step::Milestone { at, number, shows } => {
                let answer = self.ask(Device::Laptop, at, "milestones");
                let found = milestone(&answer["milestones"][number - 1]);
                self.same(&format!("{at} milestone {number}"), &found, shows);
            }
            Step::Ways { at, stranded, ways } => {
                let answer = self.ask(Device::Laptop, at, "recover");
                let slots = list(&answer["stranded"], figures::id);
                self.same(&format!("{at} stranded"), &slots, stranded);
                for (way, by_hand) in answer["ways"].as_array().unwrap().iter().zip(ways) {
                    self.same(&format!("{at} way"), &self::way(way), by_hand);
                }
            }
            Step::Layout { at, dates } => {
                let weeks = self.ask(Device::Laptop, at, "show w8 w9 w10 w11 w12");
                let found = layout::by_date(&weeks);
                for (date, by_hand) in *dates {
                    let found = found.get(&dated(date)).map_or("", String::as_str);
                    self.same(&format!("{at} {date}"), found, by_hand);
                }
                assert_eq!(found.len(), dates.len(), "no other dates");
            }
            Step::Screen { at, typed, shows } => {
                let words: Vec<&str> = typed.split(' ').collect();
                let found = self.device(Device::Laptop, at).run(&words).ok();
                if found != *shows {
                    self.differences
                        .push(format!("{at} {typed}:\n{found}\nnot\n{shows}"));
                }
            }
        }
    }

    /// Types what is typed; it must be about those slots, and count for that day.
    fn act(&mut self, time: &str, device: Device, typed: &str, by_hand: &str) {
        let answer = self.ask(device, time, typed);
        let about = match typed {
            "undo" => &answer["undone"],
            "redo" => &answer["redone"],
            _ => &answer["recorded"],
        };
        let mut slots: Vec<&str> = Vec::new();
        let named = about.as_array().unwrap().iter();
        for slot in named.filter_map(|event| event["slot"].as_str()) {
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        }
        let found = match slots.len() {
            0..20 => slots.join(" "),
            many => format!("{many} slots"),
        };
        self.same(&format!("{time} {typed}"), &found, by_hand);

        let mut day: NaiveDate = dated(&time[..5]).parse().unwrap();
        if typed.ends_with("--date yesterday") {
            day = day.pred_opt().unwrap();
        }
        for event in answer["recorded"].as_array().unwrap() {
            let counted = text(&event["day"]);
            self.same(&format!("{time} {typed}, day"), counted, &day.to_string());
        }
    }

    fn compare(&mut self, what: &str, found: &Value, by_hand: &Value) {
        let differences = differences(found, by_hand);
        let named = differences
            .iter()
            .map(|difference| format!("{what}: {difference}"));
        self.differences.extend(named);
    }

    fn same(&mut self, what: &str, found: &str, by_hand: &str) {
        if found != by_hand {
            let difference = format!("{what}: {found:?}, not {by_hand:?}");
            self.differences.push(difference);
        }
    }
}

/// `12-31T09:00` with its year.
fn dated(time: &str) -> String {
    let year = if time < "03" { 2027 } else { 2026 };
    format!("{year}-{time}")
}

/// Whether it is overdue; of each goal whether it is reached, the slots done, skipped and all,
/// and the deliverables done and all.
fn milestone(milestone: &Value) -> String {
    let goal = |goal: &Value| {
        let reached = if goal["reached"] == true { "+" } else { "?" };
        let (slots, things) = (&goal["progress"], &goal["deliverables"]);
        let [done, skipped, all] = ["done", "skipped", "slots"].map(|key| &slots[key]);
        format!(
            "{reached}{done},{skipped}/{all},{}/{}",
            things["done"], things["all"]
        )
    };
    let late = if milestone["overdue"] == true {
        " late"
    } else {
        ""
    };
    format!(
        "{}{late} {}",
        text(&milestone["due"]),
        list(&milestone["goals"], goal)
    )
}

/// A recovery strategy in a line.
fn way(way: &Value) -> String {
    let heaviest = &way["heaviest_day"];
    let unplaced = list(&way["unplaced"], |one| {
        format!("{} {}", text(&one["why"]), text(&one["before"]))
    });
    let count = way["unplaced"].as_array().unwrap().len();
    let why: Vec<&str> = unplaced.split(' ').take(2).collect();
    format!(
        "{}: {} slots, {} min; end {} ({}); heaviest {} {}; over {}; unplaced {count} {}",
        text(&way["way"]),
        way["slots_moved"],
        way["minutes_moved"],
        text(&way["end"]),
        way["days_after_plan"],
        text(&heaviest["date"]),
        heaviest["minutes"],
        way["days_over_budget"],
        why.join(" "),
    )
}

#[test]
fn twelve_weeks_are_lived_as_written_beforehand() {
    let mut life = Life::new();
    all().for_each(|step| life.live(step));
    let differences = life.differences;
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

/// The comparison bites: with one mark of four slots left out, 360 minutes that took 380, just
/// those figures differ that depend on it, until the catching up of February would find them.
#[test]
fn a_mark_left_out_is_seen_in_what_depends_on_it_alone() {
    let mut life = Life::new();
    let is_left_out = |step: &Step| {
        matches!(
            step,
            Step::Do {
                at: "01-19T18:00",
                ..
            }
        )
    };
    let before = all().take_while(|step| !is_left_out(step));
    for step in before.filter(|step| matches!(step, Step::Do { .. })) {
        life.live(step);
    }
    let after = all().skip_while(|step| !is_left_out(step)).skip(1);
    let is_over = |step: &&Step| {
        matches!(
            step,
            Step::Do {
                at: "02-01T19:30",
                ..
            }
        )
    };
    after
        .take_while(|step| !is_over(step))
        .for_each(|step| life.live(step));
    assert_eq!(life.differences, left_out::DIFFERENCES);
}
