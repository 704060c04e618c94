//! Numbers only: every figure that any output shows is worked out here, once.
//!
//! A [`Study`] is a plan, what has happened, and what time it is. The functions of
//! this module turn it into plain values; `render` shows them and computes nothing.

mod agenda;
mod burn_up;
mod clash;
mod clock;
mod closing;
mod dates;
mod day;
mod event_odds;
mod events;
mod facts;
mod fit;
mod followed;
mod forecast;
mod health;
mod holidays;
mod library;
mod merged;
mod milestones;
mod misses;
mod move_warnings;
mod overdue_weeks;
mod overview;
mod plans;
pub(crate) mod problem;
mod pull;
mod range;
mod recommendation;
mod recovery;
mod remarks;
mod reminders;
mod report;
mod report_rows;
mod roadmap;
mod rows;
mod slot;
mod slot_minutes;
mod slots;
mod status;
mod still;
mod stranded;
mod streak;
mod study;
mod tally;
mod task;
mod timer;
mod upcoming;
mod week;
mod week_rows;
mod work_map;
mod worked;

pub(crate) use agenda::{AgendaEntry, AgendaSubject, agenda};
pub(crate) use burn_up::{BurnUp, BurnUpPoint, BurnUpRow, burn_up, burn_up_with};
pub(crate) use clash::{Clash, clashes, overlaps_ahead};
pub(crate) use closing::Closing;
pub(crate) use dates::{DateFigures, dates};
pub(crate) use day::{DayKind, DayView, Today, current, next_open, today};
pub(crate) use event_odds::{EventOdds, EventOutlook};
pub(crate) use events::{
    CoveredSlots, EventProblem, EventView, EventsAhead, event_problems, events,
};
pub(crate) use facts::{DayFacts, MAX_LISTED, day_facts};
pub(crate) use fit::{ASSUMED, Deadline, Fit, FitFault, FittedEvent, FittedSlot, FittedWeek, fit};
pub(crate) use forecast::{
    End, ForecastView, Measured, MilestoneOutlook, MilestoneState, Pause, Prediction, Unit,
    forecast,
};
pub(crate) use health::{Backups, Health, JournalFault, JournalHealth, PlaceHealth};
pub(crate) use holidays::{DayChange, Holidays, displaced, holidays, importable};
pub(crate) use library::{Link, Reading, ResourceView, library};
pub(crate) use merged::{
    MergedDay, MergedReport, Overlap, first_turn, merged_day, merged_kind, merged_report, together,
};
pub(crate) use milestones::{
    DeliverableTally, DeliverableView, GoalView, MilestoneView, OpenDeliverable, OpenDeliverables,
    milestones, open_deliverables,
};
pub(crate) use misses::{MissedDue, missed_dues};
#[cfg(test)]
pub(crate) use move_warnings::loads;
pub(crate) use move_warnings::{
    Before, Crowding, MoveWarnings, crowding, due_changes, move_warnings,
};
pub(crate) use overdue_weeks::OverdueWeek;
pub(crate) use overview::{BudgetUse, Overview, StageRow, overview};
pub(crate) use plans::{PlanFile, PlanRole, PlanRow};
pub(crate) use pull::{Pulled, PulledMark, Refused, RefusedWhy, Tickable, box_states, pull};
pub(crate) use range::Range;
pub(crate) use recommendation::{Advantage, Recommendation, recommendation};
pub(crate) use recovery::{
    HeaviestDay, Recovery, RecoveryOption, RecoveryStrategy, UnplacedReason, recovery,
};
pub(crate) use remarks::Remark;
pub(crate) use reminders::scope_in_words;
pub(crate) use report::{Elsewhere, Report, report};
pub(crate) use report_rows::{DayRow, PhaseRow};
pub(crate) use roadmap::{RoadmapView, TopicState, TopicView, roadmap, topic, topics};
pub(crate) use slot::SlotView;
pub(crate) use status::Status;
pub(crate) use still::{Still, still};
pub(crate) use stranded::{open_within, overdue, stranded};
pub(crate) use streak::{Run, Streak};
pub(crate) use study::Study;
pub(crate) use tally::{Pace, Tally};
pub(crate) use timer::TimerView;
pub(crate) use upcoming::Upcoming;
pub(crate) use week::{PlanWeek, WeekDay, WeekView, plan_week, week};
pub(crate) use week_rows::WeekRow;
pub(crate) use work_map::{WorkDay, WorkMap, WorkWeek};
pub(crate) use worked::worked;
