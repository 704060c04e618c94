//! Messages about several plans: which there are, which are followed, and where their files are.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Message, PlanName, SlotName};
use crate::model::{PlanId, Window};

/// Errors, warnings and hints about several plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Several {
    /// The plan has begun, but where its file is has never been known on this device.
    FileUnknown { id: PlanId },
    /// Hint: give its file.
    GiveFile,
    /// Hint: the file was there; give its new path.
    GiveNewPath,
    /// There is no plan with this id.
    NoSuchPlan { name: String },
    /// Hint: where the ids are listed, and how a file is followed.
    SeePlans,
    /// The name is a path.
    IsFile { path: PathBuf },
    /// Hint: how a file is followed.
    InitFile { file: String },
    /// The file of a plan is another plan by now.
    OtherPlanThere {
        id: PlanId,
        file: PlanName,
        now: PlanId,
    },
    /// Hint: its start is not recorded yet.
    RecordStart,

    /// A plan, which `--plan` calls `plan`, is left out because of this error.
    LeftOut { plan: String, error: Box<Message> },
    /// A followed plan is left out, because another one has the same id.
    SameId { plan: PlanName, id: PlanId },
    /// The flag for all plans and `--plan` are both given.
    AllOrOne { all: &'static str },
    /// Hint: what each of them is for.
    AllOrOneForms { all: &'static str },
    /// `--all-plans` is given for what is about one plan: a part of it, or a page.
    AllOrPart,
    /// Targets of several plans are given to a command that records for one.
    DifferentPlans { targets: [String; 2] },
    /// Hint: one command for each plan.
    OneByOne,
    /// Hint: the plan that was the current one is not listed in the configuration, and not shown any more.
    NotFollowed { plan: PlanName },
    /// Hint: how a step of a plan that is not followed is taken back.
    UndoThere { id: PlanId },
}

/// What screens say about several plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Plans {
    /// The plan with this title is the current one from now on.
    NowCurrent { title: String },
    /// It has been the current one.
    AlreadyCurrent { title: String },
    /// Two slots of different plans at the same time.
    Overlap {
        slots: Box<[SlotName; 2]>,
        time: Window,
    },
    /// Two slots overlap on a date.
    OverlapOn {
        slots: Box<[SlotName; 2]>,
        date: NaiveDate,
    },
    /// A plan, before what is about it.
    Named { id: PlanId, title: String },
    /// All plans together.
    Together,
    /// The heading of how much of each whole plan is done, whatever dates a report is on.
    WholeNow,
    /// The heading of plans that can be begun.
    NotBegun,
    /// Everything is done or skipped.
    Finished,
    /// The file is part of the program.
    Shipped,
    /// Where the file is.
    At(PathBuf),
    /// Where the file was; it is not there any more.
    Moved(PathBuf),
    /// The file cannot be read, or is not valid.
    Unreadable(Box<Message>),
    /// Where the file is, is not known.
    Unknown,
}
