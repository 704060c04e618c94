//! Any text as a date, a time of day and a duration.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| plan::fuzz::date(bytes));
