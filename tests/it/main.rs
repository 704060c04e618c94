//! Tests of the whole program: each runs the binary in a home of its own, with a fixed clock.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise, and it sets up files that the program must not touch so"
)]

mod controls;
mod errors;
mod hostile;
mod readme;
mod sandbox;
mod seed;
mod seed_render;
mod weeks;
mod weeks_render;
