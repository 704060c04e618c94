//! Limits on file sizes (`ulimit -f`).

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Once};

use signal_hook::consts::SIGXFSZ;

/// Catches SIGXFSZ from now on, so that `write` fails with `EFBIG` instead of the signal ending
/// the process.
pub(crate) fn catch_size_signal() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // If this fails, the signal still ends the process before anything is confirmed.
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    });
}
