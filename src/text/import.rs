//! Messages about notes that are turned into plans.

use chrono::NaiveDate;

use crate::model::{Hours, Minutes};

/// Why a line of a note is not in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LeftOver {
    /// It says again what another part says.
    Repeats {
        /// The line of the other part, if it is known.
        line: Option<u32>,
    },
    /// It belongs to another plan in the same note.
    OtherPlan,
    /// Some of its words are not in the plan.
    Partly,
    /// It is for keeping track, which `plan` does.
    Progress,
    /// It says how a day is spent in general.
    Routine,
    /// It is what an assistant says about its answer.
    Chatter,
    /// It is a heading over parts that are in the plan.
    Heading,
    /// It is in a section that is not part of the plan.
    Outside,
    /// It is a break between slots.
    Break,
    /// It has no text: a rule, a fence, or the line below the head of a table.
    Markup,
}

impl LeftOver {
    /// Whether nothing to do can be lost with the line.
    pub(crate) fn is_harmless(self) -> bool {
        !matches!(
            self,
            Self::Outside | Self::Partly | Self::OtherPlan | Self::Repeats { line: None }
        )
    }
}

/// What was decided about a note that can be read in several ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Parts are said several times.
    OnePlan {
        /// How many parts say again what others say.
        repeats: usize,
    },
    /// The note has several plans to choose from.
    OtherPlan,
    /// Numbers begin again in a later part.
    Restart,
    /// Parts under another heading go on with the series.
    Continued,
    /// Times that are for no day are no slots.
    Template,
    /// Two slots are at the same time.
    Alternatives,
    /// Breaks and meals are no slots.
    Breaks {
        /// How many.
        count: usize,
    },
    /// An assistant's remarks are left out.
    Chatter,
    /// The hours that the note states for a day.
    HoursStated {
        /// On Monday to Friday.
        weekday: Minutes,
        /// On Saturday and Sunday.
        weekend: Minutes,
    },
    /// The hours that the note states for single weekdays.
    HoursOfDays { hours: Box<Hours> },
    /// The hours that were asked for.
    HoursAsked,
    /// No hours are stated.
    HoursAssumed {
        /// On Monday to Friday.
        weekday: Minutes,
    },
    /// A day falls before its date, as there are weeks without days before it.
    Gap {
        /// The number of the day.
        day: u32,
        /// How many weeks too early.
        weeks: u32,
    },
    /// Work for a range of days is on each of them, or divided among them.
    Ranges,
    /// Work without days was spread over the study days.
    Spread {
        /// How many slots.
        slots: usize,
    },
    /// What is to be done every week or day is in no slot.
    Recurring,
    /// The first date that the note names.
    Dated { start: NaiveDate },
    /// Months are the phases of the plan.
    MonthsArePhases,
    /// Days on which nothing is to be done.
    RestDays {
        /// How many.
        count: usize,
    },
    /// Checked boxes are kept.
    Ticked {
        /// How many slots and deliverables.
        count: usize,
    },
    /// A chart is the plan.
    Chart,
}

/// Why a document is not imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoPlan {
    /// There is no text.
    Empty,
    /// It lists what has changed in versions of a program.
    Changelog,
    /// It says how a meal is made.
    Recipe,
    /// It describes functions, endpoints or options.
    Reference,
    /// It has no phases, weeks, days, times or tasks.
    NoUnits,
    /// It has parts, but nothing in it is about learning.
    NoLearning,
    /// It has days or weeks, but they are empty.
    Template,
    /// Its weeks or days have numbers that no plan has.
    Numbers,
    /// It has more slots than a plan can have.
    TooLarge,
}

/// Messages about a note that is turned into a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Import {
    /// The note is no study plan.
    Refused {
        /// The path of the note.
        file: String,
        why: NoPlan,
    },
    /// What a refused note would need.
    RefusedHint,
    /// Where the plan was written.
    Written {
        title: String,
        /// The path of the plan file.
        file: String,
    },
    /// Where the plan would be written, in a dry run.
    WouldWrite {
        title: String,
        /// The path of the plan file.
        file: String,
    },
    /// How much was found.
    Found {
        phases: usize,
        weeks: usize,
        days: usize,
        /// Slots of the plan file.
        slots: usize,
        resources: usize,
        milestones: usize,
        /// Exams and other events on fixed dates.
        events: usize,
        links: usize,
    },
    /// How the lines were accounted for.
    Lines {
        /// Lines with text.
        all: usize,
        /// Those that are in the plan.
        placed: usize,
        /// Those that are left over.
        left: usize,
    },
    /// The time for study, where slots have no times of their own.
    Hours(Box<Hours>),
    /// The heading of the decisions.
    Decisions,
    /// A decision.
    Decision(Decision),
    /// The lines that a decision is about.
    DecisionLines(Vec<(u32, u32)>),
    /// The heading of the lines that are left over.
    LeftOvers {
        /// How many lines with text are listed.
        count: usize,
    },
    /// How many more lines are left over than are listed.
    MoreLeftOvers { count: usize },
    /// Why lines are left over.
    LeftOver(LeftOver),
    /// Lines that are left over: the first and the last.
    LineRange(u32, u32),
    /// What to do next.
    Next,
    /// A file at the place of the plan file was not made by an import of this plan.
    Exists {
        /// Its path.
        file: String,
    },
    /// A note from standard input needs a name for its plan file.
    NoName,
    /// What to do about that.
    ExistsHint,
    /// The id has a journal of a plan with another title.
    OtherTitle {
        id: String,
        /// The title of the plan whose marks are there.
        title: String,
    },
    /// What to do about that.
    OtherTitleHint,
    /// The plan file had been imported before; ids were kept.
    Kept {
        /// How many slots kept the id of before.
        slots: usize,
    },
    /// Marks whose slots are not in the plan any more.
    Lost {
        /// The titles of the slots.
        titles: Vec<String>,
    },
    /// Boxes that were ticked since the plan began, while their slots are open.
    TickedSince {
        /// The slots.
        ids: Vec<String>,
    },
}
