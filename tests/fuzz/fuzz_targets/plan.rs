//! Any bytes as a plan file: a plan, or faults, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = plan::source::parse_bytes(bytes);
});
