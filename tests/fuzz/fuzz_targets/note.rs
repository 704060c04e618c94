//! Any bytes as a note to import.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| plan::fuzz::note(bytes));
