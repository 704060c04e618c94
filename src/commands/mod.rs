//! One file a verb: its arguments, and `run`: load, decide, record, show.
//!
//! Every `run` fails with `Usage` if an argument is invalid or refers to nothing, and with what
//! loading or recording gives. Only other errors are documented.

pub(crate) mod add;
mod as_of;
mod as_planned;
mod busy;
pub(crate) mod check;
pub(crate) mod doctor;
pub(crate) mod done;
pub(crate) mod edit;
mod editor_notes;
pub(crate) mod export;
pub(crate) mod fit;
pub(crate) mod forecast;
mod former;
pub(crate) mod help;
mod identity;
pub(crate) mod import;
pub(crate) mod init;
mod let_go;
mod load;
pub(crate) mod log;
mod marks;
pub(crate) mod meaning;
pub(crate) mod milestones;
pub(crate) mod r#move;
pub(crate) mod new;
pub(crate) mod next;
pub(crate) mod note;
pub(crate) mod off;
pub(crate) mod open;
mod output;
mod record;
pub(crate) mod recover;
pub(crate) mod redo;
pub(crate) mod reopen;
pub(crate) mod report;
pub(crate) mod resources;
pub(crate) mod roadmap;
pub(crate) mod schema;
pub(crate) mod shift;
pub(crate) mod show;
pub(crate) mod skip;
pub(crate) mod status;
pub(crate) mod target;
mod ticked;
pub(crate) mod today;
pub(crate) mod tomorrow;
pub(crate) mod undo;
pub(crate) mod week;
pub(crate) mod words;
