//! Any bytes as a journal.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| plan::fuzz::journal(bytes));
