//! Tests that use several parts of the crate: the shipped plans, the schema, edited plans, the
//! forecast on synthetic learners, and the in-process rows of the torture suite. A test of a single
//! module is next to that module; a test of the whole program is in `tests/it`.
#![allow(
    clippy::disallowed_methods,
    reason = "the tests read fixtures and prepare files as a user would"
)]

pub(crate) mod cases;
mod clock;
mod export;
mod faults;
mod fit;
mod forms;
pub(crate) mod home;
mod import;
mod keys;
mod mutations;
mod replay;
mod schema;
mod seed;
mod seed_render;
mod torture;
mod weeks;
mod weeks_render;
