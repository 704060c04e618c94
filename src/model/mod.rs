//! Ground floor: what a study plan *is*. No file, no format, no clock, no terminal.
//!
//! A [`Plan`] nests as `Phase > Week > Day > Session > Slot`. Levels that an author left out
//! exist without a name: a plan of bare `days:` has one phase without a title, and in it one week
//! without a number.

mod excerpt;
mod id;
mod minutes;
mod plan;
mod resource;
mod roadmap;
mod walk;
mod weekdays;

pub(crate) use id::{PlanId, ResourceId, SlotId, TopicId};
pub(crate) use minutes::{Clock, Minutes, Period, Window};
pub(crate) use plan::{
    Allow, Artifact, Budget, Day, Deliverable, FrontMatter, Goal, Milestone, Note, Origin, Phase,
    Plan, Reminder, Session, Slot, TimeBudget, Week,
};
pub(crate) use resource::{Field, Item, Kind, LinkStatus, Resource};
pub(crate) use roadmap::{Class, Roadmap, Stage, Topic};
pub(crate) use walk::{SlotRef, WeekIndex};
pub(crate) use weekdays::Weekdays;
