//! One file a verb: its arguments, and `run`: load, decide, record, show.

pub mod check;
pub mod doctor;
pub mod done;
pub mod export;
pub mod init;
mod load;
pub mod log;
pub mod milestones;
pub mod next;
pub mod note;
pub mod open;
mod output;
mod record;
pub mod redo;
pub mod report;
pub mod resources;
pub mod roadmap;
pub mod schema;
pub mod show;
pub mod skip;
pub mod status;
mod target;
pub mod today;
pub mod tomorrow;
pub mod undo;
pub mod week;
mod words;
