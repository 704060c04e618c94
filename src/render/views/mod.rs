//! From a summary to a sheet, one function a view.

mod deliverables;
mod doctor;
mod events;
mod fit;
mod forecast;
mod holidays;
mod import;
mod library;
mod log;
mod merged;
mod moves;
mod notes;
mod options;
mod overview;
mod parts;
mod plan_diff;
mod plans;
mod pull;
mod readings;
mod recorded;
mod recovery;
mod report;
mod report_facts;
mod review;
mod shortfall;
mod show;
mod show_one;
mod status;
mod timer;
mod today;
mod week;

pub(crate) use doctor::doctor;
pub(crate) use events::{event_problems, first_event_problems, show_events};
pub(crate) use fit::{fit, fit_applied, hours_in_force, missed_dues};
pub(crate) use forecast::{forecast, milestone_state};
pub(crate) use holidays::{holidays, holidays_recorded};
pub(crate) use import::{created, imported};
pub(crate) use library::{milestones, resources, roadmap};
pub(crate) use log::{LogStep, log};
pub(crate) use merged::{merged_day, merged_next, merged_report, merged_status, merged_week};
pub(crate) use moves::{crowded, due_changes, move_warnings};
pub(crate) use options::{nothing_stranded, overdue, recovery_option, recovery_options};
pub(crate) use overview::show_plan;
pub(crate) use parts::{day_names, field_line, sign, status_sign, time};
pub(crate) use plan_diff::{init, plan_diff};
pub(crate) use plans::plans;
pub(crate) use pull::{pulled, why as why_refused};
pub(crate) use recorded::{
    about, and_more, corrected, deliverable_marked, left, noted, relinked, slot_marked, steps,
    still,
};
pub(crate) use recovery::{added, moved, rest, shifted};
pub(crate) use report::report;
pub(crate) use report_facts::report_facts;
pub(crate) use shortfall::why_unplaced;
pub(crate) use show::{next, show_day, show_phase, show_topic, show_week};
pub(crate) use show_one::{show_deliverable, show_slot, slot_content};
pub(crate) use status::status;
pub(crate) use timer::timed;
pub(crate) use today::{before_start, day, details, free, place, rest_day, slot_title};
pub(crate) use week::{week, without_slots};
