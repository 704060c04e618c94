//! Where the rebalancing of 9 January puts what is not done, date by date.
//!
//! From Saturday on each day takes 360 minutes, in the order of the plan. Days 41 to 46 are 360
//! each, so that they take a date each at their own times. Day 47 is 255; of the 105 that are left
//! of Friday the first of Day 48, 90, takes 15:30-17:00: it follows what it builds on. From there
//! to Day 54 a date takes the second to fourth slot of a day and the first of the next: 75 + 90 +
//! 105 + 90 = 360. So it goes on: after Day 54 another slot has moved on, 90 + 105 + 90 + 75,
//! after Day 61 another, 105 + 90 + 75 + 90, and after Day 68 days begin with dates again.
//!
//! Times: each slot its own, unless it would fit in whole before that; else the first stretch of
//! 09:00-12:00 and 14:00-17:30 after what it follows; else after 17:30.

use std::collections::BTreeMap;

use serde_json::Value;

use super::figures::text;

/// A slot by the number of its day and its own, with its time where that is not its own:
/// `48.1@15:30`.
fn seat(slot: &Value) -> String {
    let (day, own) = text(&slot["id"])[1..].split_once('-').unwrap();
    let number = match own {
        "0900" => 1,
        "1045" => 2,
        "1400" => 3,
        _ => 4,
    };
    let start = text(&slot["start"]);
    let time = if start.replace(':', "") == own {
        String::new()
    } else {
        format!("@{start}")
    };
    format!("{day}.{number}{time}")
}

/// What `show` of several weeks says stands on each date, by time.
pub fn by_date(shown: &Value) -> BTreeMap<String, String> {
    let weeks = shown["shown"].as_array().unwrap().iter();
    let days = weeks.flat_map(|week| week["days"].as_array().unwrap());
    let slots = days.flat_map(|day| day["slots"].as_array().unwrap());
    let mut slots: Vec<&Value> = slots.collect();
    slots.sort_by_key(|slot| text(&slot["start"]));
    let mut dates: BTreeMap<String, String> = BTreeMap::new();
    for slot in slots {
        let seats = dates.entry(text(&slot["date"]).to_owned()).or_default();
        let space = if seats.is_empty() { "" } else { " " };
        *seats += &format!("{space}{}", seat(slot));
    }
    dates
}

pub const DATES: [(&str, &str); 34] = [
    ("01-09", "41.1 41.2 41.3 41.4"),
    ("01-10", "42.1 42.2 42.3 42.4"),
    ("01-11", "43.1 43.2 43.3 43.4"),
    ("01-12", "44.1 44.2 44.3 44.4"),
    ("01-13", "45.1 45.2 45.3 45.4"),
    ("01-14", "46.1 46.2 46.3 46.4"),
    ("01-15", "47.1 47.2 47.3 48.1@15:30"),
    ("01-16", "48.2@09:00 48.3@10:15 48.4@14:00 49.1@15:45"),
    ("01-17", "49.2@09:00 49.3@10:15 49.4@14:00 50.1@15:45"),
    ("01-18", "50.2@09:00 50.3@10:15 50.4@14:00 51.1@15:45"),
    ("01-19", "51.2@09:00 51.3@10:15 51.4@14:00 52.1@15:45"),
    ("01-20", "52.2@09:00 52.3@10:15 52.4@14:00 53.1@15:45"),
    ("01-21", "53.2@09:00 53.3@10:15 53.4@14:00 54.1@15:45"),
    ("01-22", "54.2@09:00 54.3@10:15 55.1@14:00 55.2@15:30"),
    ("01-23", "55.3@09:00 55.4@14:00 56.1@15:45 56.2@17:30"),
    ("01-24", "56.3@09:00 56.4@14:00 57.1@15:45 57.2@17:30"),
    ("01-25", "57.3@09:00 57.4@14:00 58.1@15:45 58.2@17:30"),
    ("01-26", "58.3@09:00 58.4@14:00 59.1@15:45 59.2@17:30"),
    ("01-27", "59.3@09:00 59.4@14:00 60.1@15:45 60.2@17:30"),
    ("01-28", "60.3@09:00 60.4@14:00 61.1@15:45 61.2@17:30"),
    ("01-29", "61.3@09:00 62.1@10:30 62.2@14:00 62.3@15:15"),
    ("01-30", "62.4@09:00 63.1@14:00 63.2@15:30 63.3@17:30"),
    ("01-31", "63.4@09:00 64.1@14:00 64.2@15:30 64.3@17:30"),
    ("02-01", "64.4@09:00 65.1@14:00 65.2@15:30 65.3@17:30"),
    ("02-02", "65.4@09:00 66.1@14:00 66.2@15:30 66.3@17:30"),
    ("02-03", "66.4@09:00 67.1@14:00 67.2@15:30 67.3@17:30"),
    ("02-04", "67.4@09:00 68.1@14:00 68.2@15:30 68.3@17:30"),
    ("02-05", "69.1 69.2 69.3 69.4"),
    ("02-06", "70.1 70.2 70.3 70.4"),
    ("02-07", "71.1 71.2 71.3 71.4"),
    ("02-08", "72.1 72.2 72.3 72.4"),
    ("02-09", "73.1 73.2 73.3 73.4"),
    ("02-10", "74.1 74.2 74.3 74.4"),
    ("02-11", "75.1 75.2 75.3"),
];
