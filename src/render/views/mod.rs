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

pub(crate) use doctor::doctor;
pub(crate) use forecast::forecast;
pub(crate) use init::init;
pub(crate) use library::{milestones, resources, roadmap};
pub(crate) use log::{LogStep, log};
pub(crate) use move_warnings::{crowded, move_warnings};
pub(crate) use plan_diff::plan_diff;
pub(crate) use recorded::{deliverable_marked, left, noted, slot_marked, steps};
pub(crate) use recovery::{moved, recovery_option, recovery_options, rest, shifted};
pub(crate) use report::report;
pub(crate) use show::{show_day, show_deliverable, show_slot};
pub(crate) use show_levels::{show_phase, show_topic, show_week};
pub(crate) use status::status;
pub(crate) use today::day;
pub(crate) use week::week;
