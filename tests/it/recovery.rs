//! Rest, moves, shifts, and the three recovery strategies, on the shipped plan begun on 23 November 2026.
//! Every date here was worked out by hand: Days 10 to 12 are Wednesday to Friday, 2 to 4
//! December; each takes the 360 minutes that are a day's budget.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::sandbox::Sandbox;

/// Everything up to Day 9 is done, and Days 10 to 12 were declared off on Saturday morning.
fn slipped() -> Sandbox {
    let home = Sandbox::new();
    let at = |now: &str| home.at(now);
    at("2026-11-23T08:00:00")
        .run(&["init", "--start", "2026-11-23"])
        .ok();
    let evening = at("2026-12-01T22:00:00");
    for day in 1..=9 {
        evening.run(&["done", &format!("d{day}")]).ok();
    }
    let home = at("2026-12-05T08:00:00");
    home.run(&["off", "2026-12-02..2026-12-04", "--why", "感冒"])
        .ok();
    home
}

/// The current date of every slot, its last date if that differs, and its time.
fn layout(home: &Sandbox) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for week in 1..=12 {
        let shown = home.run(&["show", &format!("w{week}"), "--json"]).json();
        let days = shown["shown"][0]["days"].as_array().unwrap();
        for slot in days.iter().flat_map(|day| day["slots"].as_array().unwrap()) {
            all.insert(text(&slot["id"]), seat(slot));
        }
    }
    all
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// `2026-12-05 09:00-10:30`, or the date alone.
fn seat(slot: &Value) -> String {
    match slot["start"].as_str() {
        Some(start) => format!("{} {start}-{}", text(&slot["date"]), text(&slot["end"])),
        None => text(&slot["date"]),
    }
}

/// The slots that a strategy would move, in the order of the plan.
fn moves(home: &Sandbox, way: &str) -> Vec<(String, String)> {
    let json = home.run(&["recover", way, "--json"]).json();
    let ways = json["ways"].as_array().unwrap();
    assert_eq!(ways.len(), 1);
    let moves = ways[0]["moves"].as_array().unwrap().iter();
    moves
        .map(|one| (text(&one["slot"]), seat(&one["to"])))
        .collect()
}

/// Applies a strategy: moved slots are where it proposed, all others where they were; one
/// `undo` brings everything back.
fn applied_and_undone(home: &Sandbox, way: &str) {
    let before = layout(home);
    assert_eq!(before.len(), 280);
    let mut expected = before.clone();
    expected.extend(moves(home, way));
    assert_eq!(layout(home), before, "looking moves nothing");
    home.run(&["recover", way, "--apply"]).ok();
    assert_eq!(layout(home), expected);
    home.run(&["undo"]).ok();
    assert_eq!(layout(home), before);
}

fn by_hand(table: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(slot, seat): &(&str, &str)| (String::from(*slot), String::from(*seat));
    table.iter().map(owned).collect()
}

/// Saturday and Sunday take a day each. Then no day has room but the Sundays of the authored
/// weeks, which plan 255 of 360 minutes: one slot of Day 12 each, in its order.
#[test]
fn catching_up_uses_free_days_and_leaves_all_else() {
    let home = slipped();
    let expected = by_hand(&[
        ("d10-0900", "2026-12-05 09:00-10:30"),
        ("d10-1045", "2026-12-05 10:45-12:00"),
        ("d10-1400", "2026-12-05 14:00-15:30"),
        ("d10-1545", "2026-12-05 15:45-17:30"),
        ("d11-0900", "2026-12-06 09:00-10:30"),
        ("d11-1045", "2026-12-06 10:45-12:00"),
        ("d11-1400", "2026-12-06 14:00-15:30"),
        ("d11-1545", "2026-12-06 15:45-17:30"),
        ("d12-0900", "2026-12-20 15:30-17:00"),
        ("d12-1045", "2026-12-27 15:30-16:45"),
        ("d12-1400", "2027-01-03 15:30-17:00"),
        ("d12-1545", "2027-01-10 15:45-17:30"),
    ]);
    assert_eq!(moves(&home, "--catch-up"), expected);
    applied_and_undone(&home, "--catch-up");
}

/// Days 10 to 12 take Saturday, Sunday and Monday. Everything after them moves on by a day and
/// keeps its time, but for the first slot of each Monday of the authored weeks: it follows Sunday's
/// 255 minutes, which are on Monday now and leave 105.
#[test]
fn rebalancing_keeps_order_and_times() {
    let home = slipped();
    let own = layout(&home);
    let later = |seat: &str, days: i64| {
        let date: chrono::NaiveDate = seat[..10].parse().unwrap();
        format!("{}{}", date + chrono::TimeDelta::days(days), &seat[10..])
    };
    let stays = ["d27-", "d34-", "d41-", "d48-", "d55-", "d62-", "d69-"];
    let mut expected: Vec<(String, String)> = Vec::new();
    for (id, seat) in own.iter().filter(|(id, _)| id.as_str() >= "d10") {
        let to = match id.as_str() {
            id if id < "d13" => later(seat, 3),
            _ if stays.iter().any(|day| *id == format!("{day}0900")) => {
                format!("{} 15:30-17:00", &seat[..10])
            }
            _ => later(seat, 1),
        };
        expected.push((id.clone(), to));
    }
    assert_eq!(moves(&home, "--rebalance"), expected);
    let json = home.run(&["recover", "--rebalance", "--json"]).json();
    let way = &json["ways"][0];
    assert_eq!(way["end"], "2027-02-08");
    assert_eq!(way["unplaced"], Value::Array(Vec::new()));
    applied_and_undone(&home, "--rebalance");
}

/// The shipped plan, all done until `done` and rest after it, which is declared the evening before.
fn resting(start: &str, done: &str, rest: &str, now: &str) -> Sandbox {
    let home = Sandbox::new();
    let first = home.at(&format!("{start}T08:00:00"));
    first.run(&["init", "multimodal", "--start", start]).ok();
    let home = home.at(now);
    let past = layout(&home)
        .into_iter()
        .filter(|(_, at)| &at[..10] <= done);
    let ids: Vec<String> = past.map(|(id, _)| id).collect();
    let args = std::iter::once("done").chain(ids.iter().map(String::as_str));
    home.run(&args.collect::<Vec<_>>()).ok();
    home.run(&["off", rest]).ok();
    home
}

/// Which slots a way does not place, and why.
fn unplaced(home: &Sandbox, way: &str) -> Vec<(String, String)> {
    let json = home.run(&["recover", way, "--json"]).json();
    let all = json["ways"][0]["unplaced"].as_array().unwrap().iter();
    let why = |one: &Value| match one["before"].as_str() {
        Some(before) => format!("before {before}"),
        None => text(&one["why"]),
    };
    all.map(|one| (text(&one["slot"]), why(one))).collect()
}

/// Days 73 to 75 are on rest days. The buffer has two days left: the earliest slots get them.
#[test]
fn the_earliest_slots_get_the_days_of_the_buffer() {
    let rest = "2027-02-05..2027-02-12";
    let home = resting("2026-11-23", "2027-01-31", rest, "2027-01-31T22:00:00");
    let expected = by_hand(&[
        ("d73-0900", "2027-02-13 09:00-10:30"),
        ("d73-1045", "2027-02-13 10:45-12:00"),
        ("d73-1400", "2027-02-13 14:00-15:30"),
        ("d73-1545", "2027-02-13 15:45-17:30"),
        ("d74-0900", "2027-02-14 09:00-10:30"),
        ("d74-1045", "2027-02-14 10:45-12:00"),
        ("d74-1400", "2027-02-14 14:00-15:30"),
        ("d74-1545", "2027-02-14 15:45-17:30"),
    ]);
    assert_eq!(moves(&home, "--catch-up"), expected);
    let left = ["d75-0900", "d75-1045", "d75-1400"].map(|id| (id, "no-room"));
    assert_eq!(unplaced(&home, "--catch-up"), by_hand(&left));
}

/// Days 66 to 73 are on rest days. Sunday 14 February has 105 minutes left, and the seven days of
/// the buffer 360 each: every slot keeps its time if that is free, and takes a gap if not.
#[test]
fn a_buffer_takes_what_it_can_hold() {
    let rest = "2027-02-05..2027-02-12";
    let home = resting("2026-11-30", "2027-01-31", rest, "2027-01-31T22:00:00");
    let expected = by_hand(&[
        ("d66-0900", "2027-02-14 15:30-17:00"),
        ("d66-1045", "2027-02-15 10:45-12:00"),
        ("d66-1400", "2027-02-15 14:00-15:30"),
        ("d66-1545", "2027-02-15 15:45-17:30"),
        ("d67-0900", "2027-02-15 09:00-10:30"),
        ("d67-1045", "2027-02-16 10:45-12:00"),
        ("d67-1400", "2027-02-16 14:00-15:30"),
        ("d67-1545", "2027-02-16 15:45-17:30"),
        ("d68-0900", "2027-02-16 09:00-10:30"),
        ("d68-1045", "2027-02-17 10:45-12:00"),
        ("d68-1400", "2027-02-17 14:00-15:30"),
        ("d69-0900", "2027-02-17 09:00-10:30"),
        ("d69-1045", "2027-02-17 15:30-16:45"),
        ("d69-1400", "2027-02-18 14:00-15:30"),
        ("d69-1545", "2027-02-18 15:45-17:30"),
        ("d70-0900", "2027-02-18 09:00-10:30"),
        ("d70-1045", "2027-02-18 10:45-12:00"),
        ("d70-1400", "2027-02-19 14:00-15:30"),
        ("d70-1545", "2027-02-19 15:45-17:30"),
        ("d71-0900", "2027-02-19 09:00-10:30"),
        ("d71-1045", "2027-02-19 10:45-12:00"),
        ("d71-1400", "2027-02-20 14:00-15:30"),
        ("d71-1545", "2027-02-20 15:45-17:30"),
        ("d72-0900", "2027-02-20 09:00-10:30"),
        ("d72-1045", "2027-02-20 10:45-12:00"),
        ("d72-1400", "2027-02-21 14:00-15:30"),
        ("d72-1545", "2027-02-21 15:45-17:30"),
        ("d73-0900", "2027-02-21 09:00-10:30"),
        ("d73-1045", "2027-02-21 10:45-12:00"),
    ]);
    assert_eq!(moves(&home, "--catch-up"), expected);
    let left = ["d73-1400", "d73-1545"].map(|id| (id, "no-room"));
    assert_eq!(unplaced(&home, "--catch-up"), by_hand(&left));
}

/// Days 23 to 29 are on rest days. Of the rest of the plan only Sundays have room: 105 minutes each.
/// Topic E has to come before F, which goes on with Day 30 on Thursday, and F before H, which begins
/// on Sunday 25 October with the second slot of Day 47.
#[test]
fn what_the_roadmap_needs_is_not_put_off() {
    let rest = "2026-10-01..2026-10-07";
    let home = resting("2026-09-07", "2026-09-30", rest, "2026-09-30T22:00:00");
    let expected = by_hand(&[
        ("d26-1400", "2026-10-11 15:30-17:00"),
        ("d27-0900", "2026-10-18 15:30-17:00"),
    ]);
    assert_eq!(moves(&home, "--catch-up"), expected);
    let all = layout(&home).into_keys();
    let rest = all.filter(|id| ("d23".."d30").contains(&id.as_str()));
    let left = rest.filter(|id| expected.iter().all(|(moved, _)| moved != id));
    let why = |id: String| match id.as_str() {
        id if id < "d26-1400" => (id.to_owned(), "before d30-0900".to_owned()),
        _ => (id, "before d47-1045".to_owned()),
    };
    let left: Vec<(String, String)> = left.map(why).collect();
    assert_eq!(left.len(), 25);
    assert_eq!(unplaced(&home, "--catch-up"), left);
}

#[test]
fn what_has_two_dates_gets_two_in_a_row() {
    let json = slipped().run(&["recover", "--rebalance", "--json"]).json();
    let moves = json["ways"][0]["moves"].as_array().unwrap().iter();
    let day_18 = moves.filter(|one| text(&one["slot"]).starts_with("d18-"));
    let run = |one: &Value| text(&one["to"]["date"]) + ".." + &text(&one["to"]["last_date"]);
    let runs: Vec<String> = day_18.map(run).collect();
    assert_eq!(runs, ["2026-12-13..2026-12-14"; 2]);
}

/// Everything from Day 10 on, 250 slots, a week later: the last day is that of the buffer.
#[test]
fn extending_keeps_weekdays_and_times() {
    let home = slipped();
    let own = layout(&home);
    let later = |seat: &str| {
        let date: chrono::NaiveDate = seat[..10].parse().unwrap();
        format!("{}{}", date + chrono::TimeDelta::days(7), &seat[10..])
    };
    let rest = own.iter().filter(|(id, _)| id.as_str() >= "d10");
    let expected: Vec<(String, String)> =
        rest.map(|(id, seat)| (id.clone(), later(seat))).collect();
    assert_eq!(expected.len(), 250);
    assert_eq!(expected[0].1, "2026-12-09 09:00-10:30");
    assert_eq!(moves(&home, "--extend"), expected);
    let json = home.run(&["recover", "--extend", "--json"]).json();
    assert_eq!(json["ways"][0]["end"], "2027-02-14");
    assert_eq!(json["ways"][0]["days_after_plan"], 0);
    applied_and_undone(&home, "--extend");
}

/// Catch-up: two days at the weekend, and Day 12 on four Sundays, each after what follows it in the
/// plan. Laid out anew or a week later, every week ends after its date, and the second month with
/// Week 9 on 24 January. Days of 360 minutes: the weekend, the five days and the weekend of Week 4
/// and six of each of eight weeks, 55 without the weekend; caught up there is a Sunday that takes
/// 105 more. Laid out anew: Days 10 to 17, the two dates of Day 18-19, Days 20 to 25, and five days of
/// each of seven weeks.
#[test]
fn all_options_are_compared() {
    let out = slipped().env("COLUMNS", "80").run(&["recover"]);
    assert_eq!(
        out.stderr,
        "hint: `plan recover --catch-up` shows it in full\n"
    );
    let expected = "\
12 slots, 18 h to reschedule from Wed 2 Dec on
the plan's last date is Sun 14 Feb 2027

                catch-up       rebalance      extend       let-go
  ends          7 Feb 2027     8 Feb 2027     14 Feb 2027  7 Feb 2027
  plan's end    7 days before  6 days before  same day     7 days before
  moves         12 slots       250 slots      250 slots    none
                18 h           370 h          370 h
  skips         none           none           none         12 slots
  heaviest day  6 h            6 h            6 h          6 h
                on 58 days     on 51 days     on 58 days   on 55 days
  out of order  4 slots        none           none         none
  milestones    none missed    none missed    1 missed     none missed
  deliverables  none missed    40 missed      40 missed    none missed

  recommended: catch-up, which places everything by the plan's last date; of
  those that do, it misses the fewest deliverables and moves the fewest slots

  Missed milestones
    extend  第二个月

  Missed deliverables
    rebalance, extend  w05.1 Transformer 编码器单元测试通过（误差 < 1e-5）
                       w05.2 CLIP ViT-B/32（openai）零样本：CIFAR-10 / CIFAR-10…
                       w05.3 3 模型 × 5 数据集结果 CSV
                       and 37 more
";
    assert_eq!(out.ok(), expected);
}

#[test]
fn json_says_what_each_option_misses_and_which_is_best() {
    let json = slipped().run(&["recover", "--json"]).json();
    assert_eq!(json["recommended"]["way"], "catch-up");
    let why = [
        "places-everything",
        "on-time",
        "fewest-deliverables-missed",
        "fewest-moves",
    ];
    assert_eq!(json["recommended"]["why"], Value::from(why.to_vec()));
    let figures = json["ways"].as_array().unwrap().iter().map(|way| {
        let misses = &way["misses"];
        let deliverables = misses["deliverables"].as_array().unwrap().len();
        (
            way["out_of_order"].clone(),
            misses["milestones"].clone(),
            deliverables,
        )
    });
    let none = || Value::Array(Vec::new());
    let expected = [
        (4.into(), none(), 0),
        (0.into(), none(), 40),
        (0.into(), Value::from(vec!["第二个月"]), 40),
        (0.into(), none(), 0),
    ];
    assert_eq!(figures.collect::<Vec<_>>(), expected);
}

/// Whatever is shown fits the terminal, in Chinese and in a plan that says each cause once.
#[test]
fn no_screen_of_recover_is_wider_than_the_terminal() {
    let rest = "2026-10-01..2026-10-07";
    let october = resting("2026-09-07", "2026-09-30", rest, "2026-09-30T22:00:00");
    for home in [slipped(), two_days_missed(), october] {
        for columns in ["60", "80", "100", "140"] {
            for way in ["", "--catch-up", "--rebalance", "--extend", "--let-go"] {
                let mut words = vec!["recover"];
                words.extend((!way.is_empty()).then_some(way));
                let said = home.env("COLUMNS", columns).run(&words).ok();
                let most = said.lines().map(UnicodeWidthStr::width).max().unwrap();
                assert!(most <= columns.parse().unwrap(), "{columns} {way}:\n{said}");
            }
        }
    }
}

#[test]
fn rest_moves_nothing_and_can_be_called_off() {
    let home = slipped();
    let before = layout(&home);
    let wednesday = home.at("2026-12-02T10:00:00");
    let today = wednesday.run(&["today", "--json"]).json();
    assert_eq!(today["kind"], "rest");
    assert_eq!(today["rest"]["why"], "感冒");
    assert_eq!(today["displaced"].as_array().unwrap().len(), 12);
    assert_eq!(today["overdue"].as_array().unwrap().len(), 0);
    let saturday = home.run(&["today", "--json"]).json();
    assert_eq!(saturday["displaced"].as_array().unwrap().len(), 12);
    assert_eq!(saturday["overdue"].as_array().unwrap().len(), 0);
    let said = home.run(&["off", "2026-12-03", "--cancel"]).ok();
    assert_eq!(said, "rest cancelled for Thu 3 Dec 2026\n");
    let thursday = home
        .at("2026-12-03T10:00:00")
        .run(&["today", "--json"])
        .json();
    assert_eq!(thursday["kind"], "study");
    assert_eq!(layout(&home), before);
    assert_eq!(
        home.run(&["off", "2026-12-03", "--cancel"]).fails(2),
        "error: no rest is declared on Thu 3 Dec 2026\n\
         hint: declared: Wed 2 - Fri 4 Dec 2026 (`plan off 2026-12-02..2026-12-04 --cancel`)\n"
    );
    assert_eq!(
        home.run(&["off", "2026-12-04..2026-12-03"]).fails(2),
        "error: Thu 3 Dec 2026 is before Fri 4 Dec 2026\n\
         hint: write the earlier date first, as in 2026-12-02..2026-12-04\n"
    );
}

#[test]
fn reason_is_kept_verbatim_and_date_is_named_after_its_slots() {
    let home = slipped();
    home.run(&["off", "sun", "--why", "At Mum's"]).ok();
    home.run(&["move", "d12", "sat"]).ok();
    let week = home.run(&["week"]).ok();
    let lines: Vec<&str> = week.lines().collect();
    assert!(lines.contains(&"Sun 6 Dec  rest day: At Mum's"), "{week}");
    assert!(lines.contains(&"Sat 5 Dec  Day 12"), "{week}");
    assert!(
        lines.contains(&"Fri 4 Dec  Day 12 周五 · rest day: 感冒"),
        "{week}"
    );
    let said = home.run(&["done", "5"]).fails(2);
    assert!(
        said.starts_with("error: no slot 5 on Sat 5 Dec 2026\n"),
        "{said}"
    );
}

#[test]
fn a_slot_is_moved_and_keeps_where_it_came_from() {
    let home = Sandbox::new().at("2026-11-23T08:00:00");
    let said = home.run(&["move", "d1.2", "sun", "--at", "14:00"]).ok();
    assert_eq!(
        said,
        "the plan begins on Mon 23 Nov 2026\n\
         d01-1045 自动求导机制  to Sun 29 Nov 2026 14:00-15:15 (planned for Mon 23 Nov 2026)\n"
    );
    let today = home.run(&["today", "--json"]).json();
    let ids = |slots: &Value| -> Vec<String> {
        let slots = slots.as_array().unwrap().iter();
        slots.map(|slot| text(&slot["id"])).collect()
    };
    assert_eq!(
        ids(&today["days"][0]["slots"]),
        ["d01-0900", "d01-1400", "d01-1545"]
    );
    assert_eq!(ids(&today["days"][0]["moved_away"]), ["d01-1045"]);
    // Ordinals are those of what is shown.
    home.run(&["done", "2"]).ok();
    let done = home.run(&["show", "d01-1400", "--json"]).json();
    assert_eq!(done["shown"][0]["slots"][0]["status"], "done");
    let sunday = home
        .at("2026-11-29T08:00:00")
        .run(&["today", "--json"])
        .json();
    let slots = sunday["days"][0]["slots"].as_array().unwrap();
    let moved = slots.iter().find(|slot| slot["id"] == "d01-1045").unwrap();
    assert_eq!(
        moved["baseline"],
        serde_json::json!({"date": "2026-11-23", "start": "10:45", "end": "12:00"})
    );
    home.run(&["undo", "2"]).ok();
    assert_eq!(
        home.run(&["move", "d1", "yesterday"]).fails(2),
        "error: Sun 22 Nov 2026 has passed\n\
         hint: to record work done on that day: `plan done TARGET --date 2026-11-22`\n"
    );
    assert_eq!(
        home.run(&["move", "d1", "sun", "--at", "9:00"]).fails(2),
        "error: 4 slots cannot all start at 09:00\nhint: move them one by one\n"
    );
}

#[test]
fn a_shift_moves_all_that_is_not_done_from_there_on() {
    let home = Sandbox::new().at("2026-11-23T08:00:00");
    home.run(&["done", "d13.1"]).ok();
    let before = layout(&home);
    let said = home.run(&["shift", "2w", "--from", "d13"]).ok();
    assert_eq!(
        said,
        "237 slots, 350 h 30 min shifted by 2 weeks\n\
         \x20 first d13-1045 预训练数据准备  Mon 21 Dec 2026 10:45-12:00\n\
         \x20 last  d75-1400 下一步  Sun 21 Feb 2027 14:00-15:30\n\
         \x20 40 deliverables are due on other dates now, with the slots of their weeks\n"
    );
    let after = layout(&home);
    for (id, was) in &before {
        let date: chrono::NaiveDate = was[..10].parse().unwrap();
        let stays = id.as_str() < "d13" || id == "d13-0900";
        let days = if stays { 0 } else { 14 };
        let expected = format!("{}{}", date + chrono::TimeDelta::days(days), &was[10..]);
        assert_eq!(after[id], expected, "{id}");
    }
    home.run(&["shift", "-2w", "--from", "2026-12-14"]).ok();
    assert_eq!(layout(&home), before);
    assert_eq!(home.run(&["undo", "2"]).ok().lines().count(), 2);
    assert_eq!(layout(&home), before);
    assert_eq!(
        home.run(&["shift", "-1w"]).fails(2),
        "error: d01-0900 PyTorch 基础 would move to Mon 16 Nov 2026, which has passed\n\
         hint: `plan shift -1w --from 2026-11-30` shifts only what can be moved\n"
    );
    assert_eq!(
        home.run(&["shift", "3d"]).fails(2),
        "error: invalid number of weeks `3d`\n\
         hint: write it as 1w or -1w; `plan move` moves by days\n"
    );
}

#[test]
fn what_is_done_is_never_moved() {
    let home = slipped();
    home.run(&["done", "d10", "d20.1"]).ok();
    for way in ["--catch-up", "--rebalance", "--extend"] {
        let moves = moves(&home, way);
        let done = |id: &str| id.starts_with("d10") || id == "d20-0900";
        assert!(!moves.is_empty());
        assert_eq!(moves.iter().find(|(id, _)| done(id)), None, "{way}");
    }
    assert_eq!(
        home.run(&["move", "d10.1", "sun"]).fails(2),
        "error: d10-0900 模态融合技术 is already done\n\
         hint: only open slots can be moved; `plan undo` takes back its mark\n"
    );
    home.run(&["done", "d11", "d12"]).ok();
    assert_eq!(
        home.run(&["recover"]).ok(),
        "No overdue slots, no slots on rest days.\n"
    );
}

/// Three weeks of five days, two untimed slots of an hour on each; Week 3 stops after Tuesday.
fn two_days_missed() -> Sandbox {
    let home = Sandbox::new();
    let mut text = "plan: small\ntitle: Small\nweeks:\n".to_owned();
    for week in 0..3 {
        text += &format!("  - week: {}\n    days:\n", week + 1);
        for (day, weekday) in ["mon", "tue", "wed", "thu", "fri"].iter().enumerate() {
            let number = week * 5 + day + 1;
            text += &format!(
                "      - {{day: {number}, weekday: {weekday}, slots: [{{title: a, duration: 1h}}, \
                 {{title: b, duration: 1h}}]}}\n"
            );
        }
    }
    home.file("small.yaml", text);
    let start = home.at("2026-11-22T12:00:00");
    start
        .run(&["init", "small.yaml", "--start", "2026-11-23"])
        .ok();
    let tuesday = home.at("2026-12-08T20:00:00");
    for day in 1..=12 {
        tuesday.run(&["done", &format!("d{day}")]).ok();
    }
    home.at("2026-12-11T20:00:00")
}

/// On the plan's last evening no day is left for Wednesday's and Thursday's four hours: nothing
/// can be caught up, and no date is an end then.
#[test]
fn a_way_that_leaves_something_over_has_no_end() {
    let said = two_days_missed().run(&["recover"]).ok();
    let expected = "\
4 slots, 4 h to reschedule from Wed 9 Dec on                 the plan's last date is Fri 11 Dec 2026

                catch-up        rebalance     extend        let-go
  ends          not all placed  13 Dec 2026   18 Dec 2026   11 Dec 2026
  plan's end    4 slots left    2 days after  7 days after  same day
  moves         none            6 slots       6 slots       none
                                6 h           6 h
  skips         none            none          none          4 slots
  heaviest day  2 h             2 h           2 h           2 h
                Fri 11 Dec      on 3 days     on 3 days     Fri 11 Dec
  not placed    4 slots         none          none          none

  recommended: rebalance, which places everything; of those that do, it ends soonest

  Not placed by catch-up
    d13-1, d13-2, d14-1, d14-2  no room before the end of the plan
";
    assert_eq!(said, expected);
    let said = two_days_missed().run(&["recover", "--catch-up"]).ok();
    let line = said.lines().nth(1);
    let expected = "catch-up would change nothing; 4 slots would not be placed";
    assert_eq!(line, Some(expected));
    let json = two_days_missed().run(&["recover", "--json"]).json();
    let figures = |way: usize| {
        let way = &json["ways"][way];
        let others = &way["heaviest_day"]["others"];
        (
            way["end"].clone(),
            way["days_after_plan"].clone(),
            others.clone(),
        )
    };
    assert_eq!(figures(0), (Value::Null, Value::Null, 0.into()));
    assert_eq!(figures(1), ("2026-12-13".into(), 2.into(), 2.into()));
}

/// Wednesday and Thursday are let go, and only Friday is left. One undo brings them back.
#[test]
fn what_was_missed_can_be_let_go() {
    let home = two_days_missed();
    let out = home.run(&["recover", "--let-go"]);
    let hint = "hint: `plan recover --let-go --apply` applies it\n";
    assert_eq!(out.stderr, hint);
    let expected = "\
4 slots, 4 h to reschedule from Wed 9 Dec on                 the plan's last date is Fri 11 Dec 2026
let-go would skip 4 slots, 4 h; the plan would end on Fri 11 Dec 2026, its last date

  slot   title  from
  d13-1  a      Wed 9 Dec
  d13-2  b      Wed 9 Dec
  d14-1  a      Thu 10 Dec
  d14-2  b      Thu 10 Dec
";
    assert_eq!(out.ok(), expected);
    let json = home.run(&["recover", "--let-go", "--json"]).json();
    let way = &json["ways"][0];
    let ids = Value::from(vec!["d13-1", "d13-2", "d14-1", "d14-2"]);
    assert_eq!((&way["way"], &way["skips"]), (&"let-go".into(), &ids));
    let before = home.journal("small");
    let out = home.run(&["recover", "--let-go", "--in", "d13", "--apply"]);
    assert_eq!(out.stderr, "hint: `plan undo` reverts it\n");
    let expected = "\
2 slots, 2 h skipped
  first d13-1 a  Wed 9 Dec 2026
  last  d13-2 b  Wed 9 Dec 2026
";
    assert_eq!(out.ok(), expected);
    let overdue = |home: &Sandbox| {
        let today = home.run(&["today", "--json"]).json();
        let overdue = today["overdue"].as_array().unwrap().iter();
        overdue.map(|slot| text(&slot["id"])).collect::<Vec<_>>()
    };
    assert_eq!(overdue(&home), ["d14-1", "d14-2"]);
    assert_eq!(home.run(&["undo"]).ok(), "undone: let-go of 2 slots\n");
    assert_eq!(overdue(&home), ["d13-1", "d13-2", "d14-1", "d14-2"]);
    assert!(home.journal("small").starts_with(&before));
    assert_eq!(
        home.run(&["recover", "--extend", "--in", "d13"]).fails(2),
        "error: `--in` needs `--let-go`\n\
         hint: `plan recover --let-go --in d13` shows what was missed there\n"
    );
}

/// Two weeks of a slot a day, one with a topic, and something to hand in.
fn overdue_with_a_deliverable() -> Sandbox {
    let home = Sandbox::new();
    let plan = "\
plan: small
title: Small
roadmap: {topics: {A: {title: Basics}}}
weeks:
  - week: 1
    days:
      - {day: 1, weekday: mon, slots: [{title: a, duration: 1h, topic: A}]}
      - {day: 2, weekday: tue, slots: [{title: b, duration: 1h}]}
    deliverables: [{id: w1.1, text: a report}]
  - week: 2
    days:
      - {day: 3, weekday: mon, slots: [{title: c, duration: 30m, topic: A}]}
      - {day: 4, weekday: fri, slots: [{title: d, duration: 1h}]}
";
    home.file("small.yaml", plan);
    let start = home.at("2026-11-23T08:00:00");
    start
        .run(&["init", "small.yaml", "--start", "2026-11-23"])
        .ok();
    home.at("2026-12-02T08:00:00")
}

#[test]
fn all_that_is_overdue_can_be_skipped_or_a_part_of_it() {
    let home = overdue_with_a_deliverable();
    let before = home.journal("small");
    let out = home.run(&["skip", "overdue"]);
    assert_eq!(out.stderr, "hint: `plan skip overdue --apply` applies it\n");
    let expected = "\
3 slots, 2 h 30 min and 1 deliverable overdue

  slot   title     from
  d01-1  a         Mon 23 Nov
  d02-1  b         Tue 24 Nov
  d03-1  c         Mon 30 Nov
  w1.1   a report  Tue 24 Nov
";
    assert_eq!(out.ok(), expected);
    assert_eq!(home.journal("small"), before);
    let ids = |part: &[&str]| {
        let mut words = vec!["skip", "overdue", "--json"];
        words.extend(part);
        let json = home.run(&words).json();
        let slots = json["slots"].as_array().unwrap().iter();
        let slots: Vec<String> = slots.map(|slot| text(&slot["id"])).collect();
        (slots.join(" "), json["deliverables"].clone())
    };
    let none = Value::Array(Vec::new());
    let report = Value::from(vec!["w1.1"]);
    assert_eq!(ids(&["--in", "w1"]), ("d01-1 d02-1".to_owned(), report));
    assert_eq!(
        ids(&["--in", "A"]),
        ("d01-1 d03-1".to_owned(), none.clone())
    );
    let both = ids(&["--in", "d2", "--in", "d3"]);
    assert_eq!(both, ("d02-1 d03-1".to_owned(), none));
    home.run(&["skip", "overdue", "--in", "w1", "--why", "ill", "--apply"])
        .ok();
    let left = home.run(&["skip", "overdue"]).ok();
    assert_eq!(
        left,
        "1 slot, 30 min overdue\n\n  slot   title  from\n  d03-1  c      Mon 30 Nov\n"
    );
    home.run(&["undo"]).ok();
    assert_eq!(home.run(&["skip", "overdue"]).ok(), expected);
    home.run(&["skip", "overdue", "--apply"]).ok();
    assert_eq!(home.run(&["skip", "overdue"]).ok(), "Nothing is overdue.\n");
    assert_eq!(
        home.run(&["skip", "1", "--apply"]).fails(2),
        "error: `--in` and `--apply` need `overdue` as the only target\n\
         hint: `plan skip overdue` shows all that is overdue\n"
    );
}

#[test]
fn to_apply_it_a_way_has_to_be_named() {
    let home = two_days_missed();
    let before = home.journal("small");
    assert_eq!(
        home.run(&["recover", "--apply"]).fails(2),
        "error: `--apply` needs one of `--catch-up`, `--rebalance`, `--extend` and `--let-go`\n\
         hint: `plan recover` compares them\n"
    );
    assert_eq!(home.journal("small"), before);
}

/// Day 11, Thursday 3 December, is missed. A week later it can be done in the morning; in the
/// evening its times have passed, and the plan is moved by two weeks.
#[test]
fn extend_skips_a_week_if_a_time_has_passed() {
    let home = Sandbox::new();
    let start = home.at("2026-11-22T12:00:00");
    start.run(&["init", "--start", "2026-11-23"]).ok();
    let wednesday = home.at("2026-12-02T22:00:00");
    for day in 1..=10 {
        wednesday.run(&["done", &format!("d{day}")]).ok();
    }
    let said = |now: &str| home.at(now).run(&["recover", "--extend"]).ok();
    let lines = |said: &str| {
        said.lines()
            .skip(1)
            .take(5)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let head =
        "  to                                slot      title                            from";
    assert_eq!(
        lines(&said("2026-12-10T08:00:00")),
        [
            "extend would move 246 slots, 364 h; the plan would end on Sun 14 Feb 2027, its last date",
            "",
            head,
            "  Thu 10 Dec           09:00-10:30  d11-0900  多模态数据增强                   Thu 3 Dec",
            "  Thu 10 Dec           10:45-12:00  d11-1045  性能优化技术                     Thu 3 Dec",
        ]
    );
    assert_eq!(
        lines(&said("2026-12-10T22:30:00")),
        [
            "extend would move 246 slots, 364 h; the plan would end on Sun 21 Feb 2027, 7 days after its last",
            "  date",
            "  by 2 weeks, as one week less would put d11-0900 on today 09:00-10:30, which has passed",
            "",
            head,
        ]
    );
}

#[test]
fn what_a_way_back_leaves_is_named_when_it_is_taken() {
    // Two Saturdays and Sundays are taken, so that catching up has room for only some of it.
    let home = Sandbox::new().at("2026-12-05T08:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    for day in ["d1", "d2", "d3", "d4", "d5", "d8", "d9"] {
        home.run(&["done", day]).ok();
    }
    home.run(&["off", "2026-12-02..2026-12-04"]).ok();
    home.run(&["off", "2026-12-19..2026-12-20"]).ok();
    let taken = home.run(&["recover", "--catch-up", "--apply"]);
    let left = home.run(&["recover", "--json"]).json();
    let left = left["stranded"].as_array().unwrap().len();
    assert_ne!(left, 0);
    let hint = format!("hint: {left} slots could not be placed: `plan recover` shows why\n");
    assert!(taken.stderr.starts_with(&hint), "{}", taken.stderr);
}

/// Two full weeks to an exam on the second Saturday, by which everything is to be done.
const EXAM: &str = "\
plan: exam
title: Exam
time_budget: {weekday: 1h30m, weekend: 2h}
rest: [sun]
milestones: [{title: Ready, due: 12 days, goals: [{text: everything, by: [w1, w2]}]}]
weeks:
  - week: 1
    days:
      - {weekday: mon, slots: [{time: 19:00-20:30, title: One}]}
      - {weekday: tue, slots: [{time: 19:00-20:30, title: Two}]}
      - {weekday: wed, slots: [{time: 19:00-20:30, title: Three}]}
      - {weekday: thu, slots: [{time: 19:00-20:30, title: Four}]}
      - {weekday: fri, slots: [{time: 19:00-20:30, title: Five}]}
      - {weekday: sat, slots: [{time: 10:00-12:00, title: Six}]}
  - week: 2
    days:
      - {weekday: mon, slots: [{time: 19:00-20:30, title: Seven}]}
      - {weekday: tue, slots: [{time: 19:00-20:30, title: Eight}]}
      - {weekday: wed, slots: [{time: 19:00-20:30, title: Nine}]}
      - {weekday: thu, slots: [{time: 19:00-20:30, title: Ten}]}
      - {weekday: fri, slots: [{time: 19:00-20:30, title: Eleven}]}
      - {weekday: sat, slots: [{time: 10:00-12:00, title: The exam}]}
    deliverables: [A report]
";

#[test]
fn what_loses_least_is_recommended_and_what_is_late_is_warned_of() {
    let home = Sandbox::new().at("2026-09-07T08:00:00");
    home.file("exam.yaml", EXAM);
    home.run(&["init", "exam.yaml", "--start", "2026-09-07"])
        .ok();
    home.run(&["off", "2026-09-18"]).ok();
    let said = home.run(&["recover"]).ok();
    let recommended = said
        .lines()
        .skip_while(|line| !line.contains("recommended"));
    assert_eq!(
        recommended.take(2).collect::<Vec<_>>(),
        [
            "  recommended: let-go, which gives up little; what places everything misses more milestones or",
            "  deliverables",
        ]
    );
    let json = home.run(&["recover", "--json"]).json();
    assert_eq!(
        json["recommended"],
        json!({"way": "let-go", "why": ["loses-least"]})
    );
    // With few slots left, one of them is much.
    let late = home.at("2026-09-17T08:00:00");
    late.run(&["done", "d1-9"]).ok();
    let json = late.run(&["recover", "--json"]).json();
    assert_eq!(json["recommended"]["way"], "extend");
    late.run(&["undo"]).ok();
    assert_eq!(
        home.run(&["recover", "--catch-up", "--apply"]).fails(2),
        "error: `--catch-up` places nothing: no room before the end of the plan\n\
         hint: `plan recover` shows the current proposals\n"
    );
    let applied = home.run(&["recover", "--extend", "--apply"]);
    assert_eq!(
        (&*applied.stdout, &*applied.stderr),
        (
            "2 slots, 3 h 30 min moved by extend\n  \
             first d11-1900 Eleven  Fri 25 Sep 2026 19:00-20:30\n  \
             last  d12-1000 The exam  Sat 26 Sep 2026 10:00-12:00\n  \
             w02.1 A report is due on Sat 26 Sep 2026 now, not on Sat 19 Sep 2026\n",
            "warning: 2 slots are after the plan's end on Sat 19 Sep 2026, among them d12-1000 The exam \
             on Sat 26 Sep 2026; `plan undo` reverts it\n"
        )
    );
    home.run(&["undo"]).ok();
    home.run(&["off", "2026-09-18", "--cancel"]).ok();
    assert_eq!(
        home.run(&["recover", "--catch-up", "--apply"]).fails(2),
        "error: `--catch-up` finds nothing to do: no overdue slots, no slots on rest days\n"
    );
}
