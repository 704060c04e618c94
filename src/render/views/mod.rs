//! From a summary to a sheet, one function a view.

mod doctor;
mod forecast;
mod init;
mod library;
mod log;
mod move_warnings;
mod parts;
mod plan_diff;
mod recorded;
mod recovery;
mod report;
mod show;
mod show_levels;
mod status;
mod today;
mod week;

pub use doctor::doctor;
pub use forecast::forecast;
pub use init::init;
pub use library::{milestones, resources, roadmap};
pub use log::{LogStep, log};
pub use move_warnings::{crowded, move_warnings};
pub use plan_diff::plan_diff;
pub use recorded::{deliverable_marked, left, noted, slot_marked, steps};
pub use recovery::{moved, recovery_option, recovery_options, rest, shifted};
pub use report::report;
pub use show::{show_day, show_deliverable, show_slot};
pub use show_levels::{show_phase, show_topic, show_week};
pub use status::status;
pub use today::day;
pub use week::week;
