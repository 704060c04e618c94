//! Tests of the whole program: each runs the binary in a home of its own, with a fixed clock.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise, and it sets up files that the program must not touch so"
)]

mod add;
mod against;
mod alignment;
mod allow;
mod answer_schema;
mod answers;
mod as_of;
mod as_planned;
mod backups;
mod bad_plans;
mod blocks;
mod busy;
mod cache;
mod calendars;
#[path = "../../src/tests/cases.rs"]
mod cases;
mod chinese;
mod clashes;
mod color;
mod columns;
mod completion;
mod content;
mod corrections;
mod curriculum;
mod deliverables;
mod diary;
mod doctor;
mod dry_run;
mod edit;
mod editor_notes;
mod errors;
mod events;
mod export;
mod fit;
mod fit_again;
mod fit_kept;
mod fixed_dates;
mod forecast;
mod healing;
mod help;
mod holidays;
mod import;
mod import_again;
mod json;
mod links;
mod marks;
mod modules;
mod move_warnings;
mod moved;
mod new;
mod note;
mod open_work;
mod overview;
mod pages;
mod paths;
mod ranges;
mod readme;
mod recovery;
mod refused;
mod relink;
mod reporting;
mod rest;
mod review;
mod roadmap;
mod sandbox;
mod schema;
mod several;
mod several_commands;
mod several_files;
mod sitting_minutes;
mod sitting_moves;
mod sittings;
mod skill;
mod start;
mod streaks;
mod tables;
mod targets;
mod timers;
mod undo_redo;
mod words;
