//! Where the rebalancing of 9 January puts what is not done, date by date.
//!
//! From Saturday on each day takes 360 minutes, in the order of the plan. Days 41 to 46 are 360
//! each, so that they take a date each at their own times. Day 47 is 255; of the 105 that are left
//! of Friday the first of Day 48, 90, takes 15:30-17:00: it follows what it builds on. The rest of
//! Day 48 has Saturday at its own times, and no time after it for Day 49, which has Sunday. So it
//! goes on: a date a day, but for the first slots of Days 55, 62 and 69, which follow the 255
//! minutes of Days 54, 61 and 68.

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

/// The slots of each date by time, from `show` of several weeks.
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

pub const DATES: [(&str, &str); 35] = [
    ("01-09", "41.1 41.2 41.3 41.4"),
    ("01-10", "42.1 42.2 42.3 42.4"),
    ("01-11", "43.1 43.2 43.3 43.4"),
    ("01-12", "44.1 44.2 44.3 44.4"),
    ("01-13", "45.1 45.2 45.3 45.4"),
    ("01-14", "46.1 46.2 46.3 46.4"),
    ("01-15", "47.1 47.2 47.3 48.1@15:30"),
    ("01-16", "48.2 48.3 48.4"),
    ("01-17", "49.1 49.2 49.3 49.4"),
    ("01-18", "50.1 50.2 50.3 50.4"),
    ("01-19", "51.1 51.2 51.3 51.4"),
    ("01-20", "52.1 52.2 52.3 52.4"),
    ("01-21", "53.1 53.2 53.3 53.4"),
    ("01-22", "54.1 54.2 54.3 55.1@15:30"),
    ("01-23", "55.2 55.3 55.4"),
    ("01-24", "56.1 56.2 56.3 56.4"),
    ("01-25", "57.1 57.2 57.3 57.4"),
    ("01-26", "58.1 58.2 58.3 58.4"),
    ("01-27", "59.1 59.2 59.3 59.4"),
    ("01-28", "60.1 60.2 60.3 60.4"),
    ("01-29", "61.1 61.2 61.3 62.1@15:30"),
    ("01-30", "62.2 62.3 62.4"),
    ("01-31", "63.1 63.2 63.3 63.4"),
    ("02-01", "64.1 64.2 64.3 64.4"),
    ("02-02", "65.1 65.2 65.3 65.4"),
    ("02-03", "66.1 66.2 66.3 66.4"),
    ("02-04", "67.1 67.2 67.3 67.4"),
    ("02-05", "68.1 68.2 68.3 69.1@15:30"),
    ("02-06", "69.2 69.3 69.4"),
    ("02-07", "70.1 70.2 70.3 70.4"),
    ("02-08", "71.1 71.2 71.3 71.4"),
    ("02-09", "72.1 72.2 72.3 72.4"),
    ("02-10", "73.1 73.2 73.3 73.4"),
    ("02-11", "74.1 74.2 74.3 74.4"),
    ("02-12", "75.1 75.2 75.3"),
];
