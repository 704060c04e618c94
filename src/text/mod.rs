//! Every word that a person reads, one folder per language.
//!
//! Errors, warnings, hints, diagnostics and views carry a [`Message`]: a variant with typed
//! arguments and no words. The place where text leaves the program (the terminal, Markdown, JSON)
//! turns it into words with [`Message::text`]. A language is an exhaustive `match` over all
//! variants, so a missing translation does not compile, and plurals and word order are the
//! business of each language. One exception: the English help is the doc comments that clap reads in
//! `cli` and `commands`; in other languages it is here, and a test compares the two.
//!
//! Every area of the program has its own enum; `en` has the same files as this folder.

mod correction;
mod create;
mod doctor;
mod edit;
mod en;
mod export;
mod file;
mod fit;
mod fixed_date;
mod forecast;
mod help;
mod ics;
pub(crate) mod import;
mod init;
mod input;
mod journal;
mod language;
mod level;
mod lint;
mod lookup;
mod move_warning;
mod moving;
mod notice;
mod on_plan;
mod page;
mod phrase;
mod plans;
mod pull;
mod recording;
mod recovery;
mod report;
mod review;
mod run;
pub(crate) mod source;
mod timer;
mod usage;
mod zh;

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

pub(crate) use correction::Correction;
pub(crate) use create::{Create, CreateHint, NewPlan};
pub(crate) use doctor::{Doctor, DoctorHint, Health};
pub(crate) use edit::{Edit, EditHint};
pub(crate) use export::{Export, ExportHint, NoteWord};
pub(crate) use file::{
    Attempt, Config, ConfigKey, File, FileHint, Folder, Obstacle, Permissions, PlanName,
};
pub(crate) use fit::{Fit, FitColumn, FitHint};
pub(crate) use fixed_date::{Covered, DueDate, DueDateHint, FixedDate};
pub(crate) use forecast::{Forecast, ForecastBasis, Missing, Work};
pub(crate) use help::{HelpWords, VerbHelp};
pub(crate) use ics::{DayCounts, DayWord, Ics, IcsHint, Names};
pub(crate) use import::Import;
pub(crate) use init::{DiffKind, Init, InitHint, PlanDiff, SameSlot, ShippedPlan};
pub(crate) use input::Input;
pub(crate) use journal::{FreeText, Journal, JournalHint, JournalWarning, LineFault};
pub(crate) use language::{Language, Locale};
pub(crate) use lint::{Accept, Check, Lint};
pub(crate) use lookup::{
    Candidate, CandidateState, Level, Lookup, LookupHint, NAMED, SlotList, SlotName,
};
pub(crate) use move_warning::{DayLimit, MoveWarning, MovedSlot, PairKind, PairWarning};
pub(crate) use moving::{MovedSlots, Moving, MovingHint, Recover, Schedule};
pub(crate) use notice::Notice;
pub(crate) use page::Page;
pub(crate) use phrase::{DayName, DayNames, Label, MovedTo, Origin, Phrase, WeekName, Workload};
pub(crate) use plans::{Plans, Several};
pub(crate) use pull::{Pull, PullHint};
pub(crate) use recording::{Confirmation, Recording, RecordingHint, Relink, Relinked, Step, Still};
pub(crate) use recovery::{Proposal, Reason, Recovery, Shortfall};
pub(crate) use report::{Log, Report, Show};
pub(crate) use review::{InARow, Review, Sign};
pub(crate) use run::{Open, Run};
pub(crate) use source::Source;
pub(crate) use timer::Timer;
pub(crate) use usage::Usage;

/// Something to say, before it is put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Message {
    /// Text that is the same in every language: titles, ids, paths, the learner's own words.
    Verbatim(String),
    /// About reopened slots and removed notes.
    Correction(Correction),
    /// About recording, and what was recorded.
    Recording(Recording),
    /// What to do about it.
    RecordingHint(RecordingHint),
    /// About timers.
    Timer(Timer),
    /// About the run itself: clock, output, terminal.
    Run(Run),
    /// About how the command line is written.
    Usage(Usage),
    /// About dates, times and durations as people type them.
    Input(Input),
    /// About targets.
    Lookup(Lookup),
    /// What targets there are.
    LookupHint(LookupHint),
    /// About moved slots and rest days.
    Moving(Moving),
    /// What to do about moved slots and rest days.
    MovingHint(MovingHint),
    /// About `recover` and `skip overdue`.
    Recover(Recover),
    /// About slots that are added, and plan files that are created.
    Create(Create),
    /// What to do about them.
    CreateHint(CreateHint),
    /// About plan files that are edited.
    Edit(Edit),
    /// What to do about them.
    EditHint(EditHint),
    /// About exams and other events, and due dates, on screens.
    FixedDate(FixedDate),
    /// About recording them.
    DueDate(DueDate),
    /// What to do about them.
    DueDateHint(DueDateHint),
    /// About fitting a plan to the learner's own week.
    Fit(Fit),
    /// What to do about it.
    FitHint(FitHint),
    /// About calendar files of others.
    Ics(Ics),
    /// What to do about one.
    IcsHint(IcsHint),
    /// About calendars that are written.
    Export(Export),
    /// What to do about one that cannot be written.
    ExportHint(ExportHint),
    /// About the check boxes of a note.
    Pull(Pull),
    /// What to do about them.
    PullHint(PullHint),
    /// What screens say about several plans.
    Plans(Plans),
    /// Errors, warnings and hints about them.
    Several(Several),
    /// About links that are opened in the browser.
    Open(Open),
    /// About the review of a plan file.
    Check(Check),
    /// An error with a file.
    File(File),
    /// What to do about it.
    FileHint(FileHint),
    /// Who can write to a file or folder.
    Permissions(Permissions),
    /// About the configuration file and the time zone.
    Config(Config),
    /// An error with the journal, its lock or its backups.
    Journal(Journal),
    /// What to do about it.
    JournalHint(JournalHint),
    /// A warning about the journal or its backups.
    JournalWarning(JournalWarning),
    /// What is wrong with a line of the journal.
    LineFault(LineFault),
    /// About notes that are turned into plans.
    Import(Import),
    /// About the plan that is chosen, and versions of it.
    Init(Init),
    /// What to do about versions of a plan.
    InitHint(InitHint),
    /// About marks that are moved to another slot.
    Relink(Relink),
    /// About what `doctor` checks.
    Doctor(Doctor),
    /// What to do about what `doctor` finds.
    DoctorHint(DoctorHint),
    /// What is wrong with a plan file.
    Source(Box<Source>),
    /// How to fix it.
    SourceHelp(Box<Source>),
    /// What is suspicious in a plan.
    Lint(Box<Lint>),
    /// What to do about it, and how to accept it where that is possible.
    LintHelp(Box<Lint>, Option<Accept>),
    /// What a key of a plan file is for.
    KeyPurpose(source::Level, &'static str),
    /// A label or the head of a table.
    Label(Label),
    /// A value.
    Phrase(Phrase),
    /// Words of pages for a browser.
    Page(Page),
    /// About days and their slots.
    Schedule(Schedule),
    /// About slots that have changed in the plan.
    PlanDiff(PlanDiff),
    /// About the forecast.
    Forecast(Forecast),
    /// About what the forecast is based on.
    ForecastBasis(ForecastBasis),
    /// What `doctor` shows besides its findings.
    Health(Health),
    /// A warning about moved slots.
    MoveWarning(MoveWarning),
    /// About rest days, moved slots and what is to be rescheduled.
    Recovery(Recovery),
    /// About options for rescheduling.
    Proposal(Proposal),
    /// About what those options miss or do not place.
    Shortfall(Shortfall),
    /// About the history.
    Log(Log),
    /// What was recorded, undone or redone.
    Confirmation(Confirmation),
    /// About what has been done.
    Report(Report),
    /// How a plan is followed, and what it has come to.
    Review(Review),
    /// About the parts of a plan.
    Show(Show),
    /// A message about a plan that is not the current one, and what `--plan` calls that plan.
    OnPlan(Box<Message>, String),
}

impl Message {
    /// The message in words. Foreign text in it is not escaped yet.
    pub(crate) fn text(&self, locale: Locale) -> Cow<'_, str> {
        match locale.language() {
            Language::English => en::message(self, locale.year()),
            Language::Chinese => zh::message(self, locale.year()),
        }
    }

    /// The same message, with commands that act on the plan that `--plan` calls `plan`. A text that is the
    /// same in every language stays as it is.
    pub(crate) fn on_plan(self, plan: &str) -> Self {
        match self {
            Self::Verbatim(_) | Self::OnPlan(..) => self,
            message => Self::OnPlan(Box::new(message), plan.to_owned()),
        }
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Verbatim(text) if text.is_empty())
    }
}

/// In English: for JSON, whose messages are English in every language, and for tests.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Locale::default()))
    }
}

/// In English, as in [`fmt::Display`].
impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A text.
impl JsonSchema for Message {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Self::Verbatim(text)
    }
}

impl From<&String> for Message {
    fn from(text: &String) -> Self {
        Self::Verbatim(text.clone())
    }
}

impl From<&Message> for Message {
    fn from(message: &Message) -> Self {
        message.clone()
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Self {
        Self::Verbatim(text.to_owned())
    }
}

/// Lets the enum of an area be passed wherever a [`Message`] is expected.
macro_rules! areas {
    ($($area:ident),* $(,)?) => {$(
        impl From<$area> for Message {
            fn from(message: $area) -> Self {
                Self::$area(message)
            }
        }
    )*};
}

#[rustfmt::skip]
areas!(
    Timer,
    Run,
    Usage,
    Input,
    Lookup,
    LookupHint,
    Moving,
    MovingHint,
    Recover,
    Create,
    CreateHint,
    Edit,
    EditHint,
    FixedDate,
    DueDate,
    DueDateHint,
    Fit,
    FitHint,
    Ics,
    IcsHint,
    Export,
    ExportHint,
    Pull,
    PullHint,
    Plans,
    Several,
    Open,
    Check,
    File,
    FileHint,
    Permissions,
    Config,
    Journal,
    JournalHint,
    JournalWarning,
    LineFault,
    Import,
    Init,
    InitHint,
    Relink,
    Doctor,
    DoctorHint,
    Label,
    Phrase,
    Page,
    Schedule,
    PlanDiff,
    Correction,
    Recording,
    RecordingHint,
    Forecast,
    ForecastBasis,
    Health,
    MoveWarning,
    Recovery,
    Proposal,
    Shortfall,
    Log,
    Confirmation,
    Report,
    Review,
    Show,
);

/// Tests compare the English words.
#[cfg(test)]
mod compare {
    use super::{Locale, Message};

    impl PartialEq<&str> for Message {
        fn eq(&self, other: &&str) -> bool {
            self.text(Locale::default()) == **other
        }
    }

    impl PartialEq<String> for Message {
        fn eq(&self, other: &String) -> bool {
            self.text(Locale::default()) == **other
        }
    }
}
