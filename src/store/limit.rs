//! Limits on file sizes (`ulimit -f`).

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Once};

use signal_hook::consts::SIGXFSZ;

/// From now on such a limit is an error of `write`, not the end of the process.
pub fn survive() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Where it cannot be had, such a write ends the process, before any confirmation.
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    });
}
