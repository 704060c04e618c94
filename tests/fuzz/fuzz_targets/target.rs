//! Any text as a target of `done` or `note`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| plan::fuzz::target(bytes));
