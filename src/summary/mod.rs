//! Numbers only: every figure that any output shows is worked out here, once.
//!
//! A [`Study`] is a plan, what has happened, and what time it is. The functions of
//! this room turn it into plain values; `render` shows them and works out nothing.

mod day;
mod deliverable;
mod facts;
mod forecast;
mod forecast_basis;
mod health;
mod library;
mod milestones;
mod move_warnings;
pub(crate) mod problem;
mod range;
mod recovery;
mod report;
mod roadmap;
mod slot;
mod study;
mod tally;
mod topic;
mod week;

pub use day::{DayEntry, DayKind, DayView, Today, current, next_open, today};
pub use deliverable::{DeliverableTally, DeliverableView};
pub use facts::{DayFacts, LISTED, day_facts};
pub use forecast::{End, ForecastView, GoalState, MilestoneOutlook, Prediction, Unit, forecast};
pub use forecast_basis::ForecastBasis;
pub use health::{Backups, Health, JournalFault, JournalHealth, PlaceHealth};
pub use library::{ResourceView, library};
pub use milestones::{GoalView, MilestoneView, milestones};
pub use move_warnings::{MoveWarnings, move_warnings};
pub use range::Range;
pub use recovery::{
    DayLoad, HeaviestDay, Recovery, RecoveryOption, RecoveryStrategy, UnplacedReason, day_load,
    open_within, recovery, stranded,
};
pub use report::{DayRow, PhaseRow, Report, WeekRow, report};
pub use roadmap::{RoadmapView, roadmap};
pub use slot::{Due, Reading, SlotView, Status};
pub use study::{Study, moment, study_date};
pub use tally::{Pace, Tally};
pub use topic::{TopicState, TopicView, topic, topics};
pub use week::{PlanWeek, WeekDay, WeekView, plan_week, week};
