//! Ground floor: what a study plan *is*. No file, no format, no clock, no terminal.
//!
//! A [`Plan`] nests as `Phase > Week > Day > Session > Slot`. Levels that an author left out
//! exist without a name: a plan of bare `days:` has one phase without a title, and in it one week
//! without a number.

mod added;
mod covers;
mod dates;
mod fixed_event;
mod hours;
mod id;
mod note;
mod plan;
mod resource;
mod stretch;
mod time;
mod walk;
mod weekdays;

pub(crate) use added::AddedSlot;
pub(crate) use covers::Coverable;
pub(crate) use dates::{Busy, Dates, Placement};
pub(crate) use fixed_event::{Cover, EventKind, FixedEvent, MilestoneDue, parse_date};
pub(crate) use hours::{DayHours, Hours, HoursFault};
pub(crate) use id::{PlanId, ResourceId, SlotId, TopicId};
pub(crate) use note::Note;
pub(crate) use plan::{
    Allow, Budget, Class, Day, Deliverable, FrontMatter, Goal, Milestone, Origin, Phase, Plan,
    Reminder, Roadmap, Session, Slot, Stage, TimeBudget, Topic, Week,
};
pub(crate) use resource::{Field, Item, Kind, LinkStatus, Resource};
pub(crate) use stretch::Stretch;
pub(crate) use time::{Clock, Minutes, Period, Window, split_range};
pub(crate) use walk::SlotRef;
pub(crate) use weekdays::{Weekdays, weekday};
