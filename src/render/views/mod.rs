//! From a summary to a sheet, one function a view.

mod doctor;
mod forecast;
mod init;
mod library;
mod log;
mod marks;
mod move_warnings;
mod parts;
mod plan_diff;
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
pub use marks::{back, handed_in, left, noted, recorded};
pub use move_warnings::{crowded, move_warnings};
pub use plan_diff::plan_diff;
pub use recovery::{moved, recovery_option, rest, shifted, ways_back};
pub use report::report;
pub use show::{show_day, show_deliverable, show_slot};
pub use show_levels::{show_phase, show_topic, show_week};
pub use status::status;
pub use today::day;
pub use week::week;
