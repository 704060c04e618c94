//! The torture suite: what is done to `plan`, and that no confirmed mark is lost by it.
//!
//! Each case is named after its fault and ends by writing its figures as a [`row::Row`]; the
//! table of all rows is `figures.md`. What needs no privilege and is quick runs in `cargo test`;
//! the rest is ignored and runs by `cargo test --test torture -- --ignored`, best as root. A case
//! whose tools are missing is skipped with a message; under `CI=true` it fails. The rows that call
//! the crate itself are in `src/tests/torture`.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test stops at the first surprise, and does to files what the program must not"
)]

#[path = "../it/answer_schema.rs"]
mod answer_schema;
mod asked;
mod backups;
mod bounds;
mod bytes;
mod clocks;
mod errno;
mod foreign;
mod full;
mod git;
mod healing;
mod home;
mod hostile;
mod kill;
mod links;
mod locks;
mod mapped;
mod memory;
mod mounts;
mod parsers;
mod places;
mod power;
mod row;
mod rows;
mod sinks;
mod stdout;
mod syscalls;
mod texts;
mod trace;
mod watch;
mod writers;
