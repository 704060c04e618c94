//! Rescheduling: where work that is overdue, or planned for days of rest, can go.
//!
//! There are three strategies. [`catch_up()`] fits it into free time and leaves everything else
//! where it is; [`rebalance()`] lays out everything that is not done anew from today; [`extend()`]
//! moves the rest of the plan by whole weeks. All of them guarantee:
//!
//! - No day exceeds the upper bound of its budget, counting what was done today, unless the plan
//!   has as much on that day, or a day that has more moves by weeks as a whole.
//! - No slot goes to a day of rest, or before today.
//! - No slot goes before one whose topic its own depends on, or before an earlier part of the same
//!   series (of two slots that the plan has in that order). The rest of the plan's order is a
//!   preference: earlier slots are placed first.
//! - A slot with a time of day keeps its time if that is free and the plan has sessions then on that
//!   weekday; otherwise it gets a free time within the sessions of that weekday.
//! - A slot on a run of dates gets a run of the same length if the first date with room, and those
//!   after it, have room for one; otherwise it gets that date alone.
//! - [`catch_up()`] and [`rebalance()`] place a slot before the first event that covers it where there
//!   is room, and what it has to follow too. Otherwise it comes later, which the summary reports.
//! - A running slot stays where it is and keeps its time. What it would have to follow may come
//!   after it, because it is being done already.
//! - Slots that are done or skipped stay where they are, and so do those for which there is no
//!   placement. What is stranded without a placement is in nobody's way.
//! - A slot whose date the learner chose stays there, unless it is stranded.
//!
//! A study day goes on into the night: one o'clock comes after the evening. A slot on a run of
//! dates may be done on any of them that is no day of rest; its minutes are spread over them.

mod catch_up;
mod deadline;
mod extend;
mod fit;
mod needs;
mod order;
mod part;
mod precedence;
mod problem;
mod rebalance;
#[cfg(test)]
pub(crate) mod tests;
mod time;
mod timetable;
mod violations;
mod windows;

pub(crate) use catch_up::catch_up;
pub(crate) use deadline::by_deadline;
pub(crate) use extend::extend;
pub(crate) use fit::{Fixed, FreeTime, Piece, lay};
pub(crate) use needs::Needs;
pub(crate) use order::out_of_order;
pub(crate) use part::part;
#[cfg(test)]
pub(crate) use precedence::is_needed_before;
pub(crate) use problem::{Budgets, Job, Obstacle, Part, PlannedDay, Problem, Proposal};
pub(crate) use rebalance::rebalance;
pub(crate) use violations::{Violation, violations};
