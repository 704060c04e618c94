//! Any text as a date, a time of day and a length of time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::commands::words::{self, Looks};

fuzz_target!(|text: &str| {
    let today = "2026-11-30".parse().expect("a date");
    for looks in [Looks::Back, Looks::Ahead] {
        let _ = words::date(text, today, looks);
    }
    let _ = (words::clock(text), words::minutes(text));
});
