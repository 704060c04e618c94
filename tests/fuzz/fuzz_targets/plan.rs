//! Any bytes as a plan file.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| plan::fuzz::plan(bytes));
