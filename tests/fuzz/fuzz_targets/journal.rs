//! Any bytes as a journal: what is read can be folded, and written again as it was read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::progress::{fold, last_step, last_undone};
use plan::store::codec;

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.split(|byte| *byte == b'\n');
    let events: Vec<_> = lines.flat_map(|line| codec::decode_line(line).events).collect();
    let _ = fold(&events);
    for event in &events {
        let _ = (last_step(&events, &event.dev), last_undone(&events, &event.dev));
        let _ = codec::encode(event);
    }
});
