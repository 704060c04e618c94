//! Six weeks of evenings with two plans: the learner's own on Mondays, Wednesdays and Fridays, and
//! another one on the same Mondays and Wednesdays. Figures are worked out by hand.
//!
//! `stats` has 18 slots of 60 minutes, s01 to s18, `piano` 12 slots of 30, p01 to p12. A usual week has
//! 5 slots and 240 minutes: 90 on Monday, 90 on Wednesday, 60 on Friday; all six have 30 slots. An exam
//! on Monday of week 4 covers weeks 1 to 3 of `stats`, which are 9 slots; it is put off by a week.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{ids, number};
use crate::sandbox::Sandbox;

/// Weeks of slots `letter01`, `letter02` and so on, all at the same time of these weekdays.
fn plan(id: &str, letter: char, (weekdays, time): (&[&str], &str)) -> String {
    let mut text = format!("plan: {id}\ntitle: {id}\nweeks:\n");
    for week in 0..6 {
        let _ = writeln!(text, "- week: {}\n  days:", week + 1);
        for (at, weekday) in weekdays.iter().enumerate() {
            let n = week * weekdays.len() + at + 1;
            let slot = format!("{{id: {letter}{n:02}, time: '{time}', title: '{letter} {n}'}}");
            let _ = writeln!(
                text,
                "  - {{day: {n}, weekday: {weekday}, slots: [{slot}]}}"
            );
        }
    }
    text
}

/// Both plans begin on Monday, 7 September 2026.
fn home() -> Sandbox {
    let home = Sandbox::new().short().at("2026-09-06T20:00:00");
    let days: [&[&str]; 2] = [&["mon", "wed", "fri"], &["mon", "wed"]];
    home.file("stats.yaml", plan("stats", 's', (days[0], "19:00-20:00")));
    home.file("piano.yaml", plan("piano", 'p', (days[1], "19:30-20:00")));
    for file in ["piano.yaml", "stats.yaml"] {
        home.run(&["init", file, "--start", "2026-09-07"]).ok();
    }
    home.file(
        "config/config.yaml",
        "plan: ../stats.yaml\nfollow: [stats, piano]\n",
    );
    home
}

/// An evening at 21:00: what was typed at 20:45, or at the time before it, and what it comes to.
struct Evening {
    date: &'static str,
    typed: &'static [&'static str],
    /// In this calendar week, of both plans: slots done, and their minutes.
    week: (u32, u32),
    /// Slots done in both plans.
    done: u32,
    /// What is overdue on this evening.
    overdue: &'static str,
    /// Days until the exam and how many of its slots are done; none once it has passed.
    exam: Option<(u32, u32)>,
}

/// An [`Evening`] on one line.
macro_rules! evening {
    ($date:literal, $typed:expr, $week:expr, $done:literal, $overdue:literal, $exam:expr) => {
        Evening {
            date: $date,
            typed: &$typed,
            week: $week,
            done: $done,
            overdue: $overdue,
            exam: $exam,
        }
    };
}

const EVENINGS: [Evening; 21] = [
    evening!(
        "09-07",
        [
            "add Exam --exam --on 2026-09-28 --covers w1-w3",
            "done 1",
            "done piano:1"
        ],
        (2, 90),
        2,
        "",
        Some((21, 1))
    ),
    evening!(
        "09-09",
        ["done piano:all", "done all"],
        (4, 180),
        4,
        "",
        Some((19, 2))
    ),
    evening!("09-11", ["done 1"], (5, 240), 5, "", Some((17, 3))),
    // No piano this Monday: a skipped slot is not done, and no time was studied.
    evening!(
        "09-14",
        ["done 1", "skip piano:1"],
        (1, 60),
        6,
        "",
        Some((14, 4))
    ),
    evening!(
        "09-16",
        ["done s05", "done piano:p04"],
        (3, 150),
        8,
        "",
        Some((12, 5))
    ),
    // Friday is forgotten, and made up for on Saturday.
    evening!("09-18", [], (3, 150), 8, "", Some((10, 5))),
    evening!("09-19", ["done s06"], (4, 210), 9, "", Some((9, 6))),
    // Two sick days: the slots of Monday wait for another date, and none is overdue.
    evening!(
        "09-21",
        [
            "off 2026-09-21..2026-09-22",
            "--plan piano off 2026-09-21..2026-09-22"
        ],
        (0, 0),
        9,
        "",
        Some((7, 6))
    ),
    evening!("09-22", [], (0, 0), 9, "", Some((6, 6))),
    evening!(
        "09-23",
        [
            "done 1",
            "done piano:1",
            "move s07 2026-09-24",
            "move piano:p05 2026-09-24",
            "due exam 2026-10-05"
        ],
        (2, 90),
        11,
        "",
        Some((12, 7))
    ),
    evening!(
        "09-24",
        ["done piano:1", "done 1"],
        (4, 180),
        13,
        "",
        Some((11, 8))
    ),
    evening!("09-25", ["done 1"], (5, 240), 14, "", Some((10, 9))),
    evening!(
        "09-28",
        ["done 1", "done piano:1"],
        (2, 90),
        16,
        "",
        Some((7, 9))
    ),
    // With timers: 25 + 25 minutes of an hour, then 35 of the half hour at the piano.
    evening!(
        "09-30",
        [
            "19:00 start",
            "19:25 stop",
            "19:35 start",
            "20:00 done 1",
            "20:00 start",
            "20:35 done piano:1"
        ],
        (4, 175),
        18,
        "",
        Some((5, 9))
    ),
    evening!("10-02", ["done 1"], (5, 235), 19, "", Some((3, 9))),
    evening!(
        "10-05",
        ["done 1", "done piano:1"],
        (2, 90),
        21,
        "",
        Some((0, 9))
    ),
    // `undo` takes back the piano, which was the last step, and `redo` brings it again.
    evening!(
        "10-07",
        ["done 1", "done piano:1", "undo", "redo"],
        (4, 180),
        23,
        "",
        None
    ),
    // Friday is missed: it is overdue from Saturday on, until it is done.
    evening!("10-09", [], (4, 180), 23, "", None),
    evening!("10-10", [], (4, 180), 23, "s15", None),
    evening!(
        "10-12",
        ["done 1", "done piano:1"],
        (2, 90),
        25,
        "s15",
        None
    ),
    evening!(
        "10-14",
        ["done s15", "done 1", "done piano:1"],
        (4, 180),
        28,
        "",
        None
    ),
];

fn ask(home: &Sandbox, line: &str) -> Value {
    let mut words: Vec<&str> = line.split(' ').collect();
    words.push("--json");
    home.run(&words).json()
}

/// Days until the exam, and how many of the nine slots that it covers are done.
fn exam(home: &Sandbox) -> Option<(u32, u32)> {
    let event = &ask(home, "--plan stats today")["events"][0];
    if event.is_null() {
        return None;
    }
    let covered = &event["covered"];
    assert_eq!(
        (&event["id"], number(&covered["slots"])),
        (&json!("exam"), 9)
    );
    Some((number(&event["days_left"]), number(&covered["done"])))
}

/// What an evening comes to: the week, what is done, what is overdue, and the exam.
type Figures = ((u32, u32), u32, String, Option<(u32, u32)>);

/// The same by the screens of both plans.
fn found(home: &Sandbox) -> Figures {
    let (today, report) = (ask(home, "today"), ask(home, "report"));
    let (week, range) = (&today["progress"]["week"], &report["progress"]["range"]);
    assert_eq!(week, range, "today and report");
    let minutes = number(&range["measured_minutes"]) + number(&range["assumed_minutes"]);
    let plan = number(&today["progress"]["plan"]["done"]);
    let overdue = ids(&today["overdue"]).join(" ");
    ((number(&week["done"]), minutes), plan, overdue, exam(home))
}

#[test]
fn six_weeks_of_evenings_are_lived_as_written_beforehand() {
    let home = home();
    // Both plans want the same half hour, until the piano is fitted around the other.
    let overlaps = |date: &str| ask(&home, &format!("today --date {date}"))["overlaps"].clone();
    assert_eq!(
        overlaps("2026-09-07")[0]["slots"],
        json!(["s01", "piano:p01"])
    );
    let fit = [
        "--plan",
        "piano",
        "fit",
        "--hours",
        "mon,wed=19:00-20:30",
        "--apply",
    ];
    home.run(&fit).ok();
    for date in ["2026-09-07", "2026-09-09", "2026-10-14"] {
        assert_eq!(overlaps(date), Value::Array(Vec::new()), "{date}");
    }
    for evening in &EVENINGS {
        let home = |time: &str| home.at(&format!("2026-{}T{time}:00", evening.date));
        for line in evening.typed {
            let is_time = |text: &&str| text.len() == 5 && text.contains(':');
            let timed = line.split_once(' ').filter(|(time, _)| is_time(time));
            let (time, line) = timed.unwrap_or(("20:45", line));
            let words: Vec<&str> = line.split(' ').collect();
            home(time).run(&words).ok();
        }
        let overdue = evening.overdue.to_owned();
        let by_hand = (evening.week, evening.done, overdue, evening.exam);
        assert_eq!(found(&home("21:00")), by_hand, "{}", evening.date);
    }
    // The last evening: all but the skipped slot is done, each in its week or made up for.
    let last = home.at("2026-10-16T20:45:00");
    last.run(&["done", "1"]).ok();
    let report = ask(&last, "report --all");
    let (all, pace) = (&report["progress"]["plan"], &report["pace"]);
    assert_eq!((number(&all["done"]), number(&all["skipped"])), (29, 1));
    // 18 * 60 + 11 * 30 minutes, of as many that were due.
    let figures = ["done_minutes", "due_minutes", "hundredths", "slots_behind"];
    assert_eq!(figures.map(|key| number(&pace[key])), [1410, 1410, 100, 0]);
    // The week with timers, by the calendar.
    let worked = ask(&last, "report --date 2026-09-30")["worked"].take();
    let row = |plan, date: &str, minutes| json!({"plan": plan, "date": date, "minutes": minutes});
    let by_hand = [
        row("stats", "2026-09-28", 60),
        row("stats", "2026-09-30", 50),
        row("stats", "2026-10-02", 60),
        row("piano", "2026-09-28", 30),
        row("piano", "2026-09-30", 35),
    ];
    assert_eq!(worked, json!(by_hand));
}

/// The control: with one mark left out, that evening is another.
#[test]
fn a_mark_left_out_of_the_second_plan_is_seen() {
    let home = home().at("2026-09-07T20:45:00");
    home.run(&["done", "1"]).ok();
    let by_hand = (EVENINGS[0].week, EVENINGS[0].done, String::new(), None);
    assert_ne!(found(&home), by_hand);
    home.run(&["done", "piano:1"]).ok();
    assert_eq!(found(&home), by_hand);
}
