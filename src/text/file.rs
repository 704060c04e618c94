//! Messages about files and folders, their permissions, the configuration and the time zone.

use std::path::PathBuf;

use super::Message;
use super::source::Lookalike;

/// A folder of `plan`'s own, and the variable that sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folder {
    /// `PLAN_CONFIG_DIR`.
    Config,
    /// `PLAN_STATE_DIR`.
    State,
    /// `PLAN_DATA_DIR`.
    Data,
    /// `PLAN_CACHE_DIR`.
    Cache,
}

impl Folder {
    /// The name of the variable.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Config => "PLAN_CONFIG_DIR",
            Self::State => "PLAN_STATE_DIR",
            Self::Data => "PLAN_DATA_DIR",
            Self::Cache => "PLAN_CACHE_DIR",
        }
    }
}

/// What was tried with a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attempt {
    /// Creating a file or folder.
    Create,
    /// Creating a file in a folder.
    CreateIn,
    /// Opening a file for writing.
    Open,
    /// Reading a file or folder.
    Read,
    /// Putting a new file in the place of an old one.
    Replace,
    /// Writing the new file, before it is put in its place.
    Save,
    /// Syncing the folder, so that no power cut brings the old file back.
    SyncSaved,
    /// Locking the journal.
    Lock,
    /// Writing marks to the journal.
    Record,
    /// Syncing the journal after all marks were written.
    Confirm,
    /// Deleting a backup that is no longer needed.
    DeleteBackup,
    /// Writing to a file.
    Write,
    /// Creating and deleting files in a folder.
    WriteIn,
}

/// What there is instead of a regular file with one link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// A symbolic link.
    Link,
    Folder,
    /// A FIFO, socket or device.
    Special,
    /// A file where a folder above should be.
    FileAbove,
    /// A file with several hard links.
    HardLinks,
}

/// A plan, by where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlanName {
    /// A shipped plan, by its id.
    Shipped(&'static str),
    /// A plan file.
    File(PathBuf),
}

/// Errors of `store::file`, `store::plan_file` and `store::paths`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::enum_variant_names,
    reason = "a plan file is what it is called"
)]
pub(crate) enum File {
    /// The system refused.
    Failed {
        /// What was tried.
        attempt: Attempt,
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// There is something other than a regular file.
    NotPlain { path: PathBuf, found: Obstacle },
    /// The file or folder belongs to another user.
    ForeignOwner {
        /// The file or folder.
        path: PathBuf,
        /// The user's number.
        uid: u32,
    },
    /// The file is larger than what is read.
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
        /// The largest size that is read.
        max: u64,
    },
    /// The file is in the place of a copy of the journal, but is none.
    NoCopy(PathBuf),
    /// A variable sets a folder relative to the current one.
    RelativeFolder {
        /// The variable.
        name: &'static str,
        path: PathBuf,
    },
    /// The folder for data, with copies of journals, is in the folder of journals, which may be synced.
    DataAmongJournals(PathBuf),
    /// There is no such plan file.
    NoPlanFile(PathBuf),
    /// A plan, named on its own.
    Plan(PlanName),
    /// The platform has no home folder, and nothing else says where this folder is.
    NoHome(Folder),
}

/// What to do about errors with files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FileHint {
    /// The disk is full.
    FreeSpace,
    /// The file system is read-only.
    ReadOnly(Option<Folder>),
    /// Permission is denied.
    CheckPermissions {
        /// A command that shows the permissions.
        command: String,
        /// The folder that could be another one; none for files of the learner's choice.
        folder: Option<Folder>,
    },
    /// The limit on file sizes (`ulimit -f`) is reached.
    RaiseSizeLimit,
    /// Some other error of the system.
    CheckDisk(Option<Folder>),
    /// The command can be repeated.
    Repeat,
    /// Use a folder where files can be locked.
    UseLocalDisk(Folder),
    /// A file or folder has to be a plain one.
    MoveAway(Folder),
    /// The folder belongs to another user, who is not root.
    RunAsOwner(Option<Folder>),
    /// The folder belongs to root.
    OwnFolder(Option<Folder>),
    /// How a variable names a folder.
    NameFolder,
    /// This command solves it.
    Run { command: String },
    /// Another folder solves it.
    SetOther(Folder),
    /// Another folder solves it too.
    OrSet(Folder),
    /// What it means to be without a cache.
    WithoutCache,
    /// There is no home folder.
    SetHome,
    /// There is no such plan file.
    ChoosePlan {
        /// The ids of the shipped plans.
        shipped: Vec<&'static str>,
    },
    /// A path is not that of a plan file.
    NamePlanFile,
}

/// Messages of `store::permissions`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Permissions {
    /// Something other than a folder is in its place.
    NotAFolder(PathBuf),
    /// Every user can write to the file or folder.
    WritableByAll(PathBuf),
    /// The group can write to the file or folder.
    WritableByGroup(PathBuf),
    /// The group can write to the file or folder; with the command that prevents it.
    GroupWarning {
        /// The file or folder.
        path: PathBuf,
        /// A `chmod` command.
        command: String,
    },
}

/// A key of the configuration file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ConfigKey {
    /// The followed plan.
    Plan,
    /// The plans that are followed with it.
    Follow,
    /// When a study day begins.
    DayStartsAt,
    /// Where journals are.
    StateDir,
    /// The hours of the learner's own week.
    Hours,
    /// Calendar files with times that are taken.
    Busy,
    /// Files that are rewritten after each step.
    Publish,
    /// The language of the screens.
    Language,
    /// How many columns a character of ambiguous width takes.
    AmbiguousWidth,
    /// The id of this device.
    Device,
}

impl ConfigKey {
    /// All keys.
    pub(crate) const ALL: [Self; 10] = [
        Self::Plan,
        Self::Follow,
        Self::DayStartsAt,
        Self::StateDir,
        Self::Hours,
        Self::Busy,
        Self::Publish,
        Self::Language,
        Self::AmbiguousWidth,
        Self::Device,
    ];

    /// Whether its value is a list, or one entry of it.
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::Follow | Self::Busy)
    }

    /// The key as it is written in the file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Follow => "follow",
            Self::DayStartsAt => "day_starts_at",
            Self::StateDir => "state_dir",
            Self::Hours => "hours",
            Self::Busy => "busy",
            Self::Publish => "publish",
            Self::Language => "language",
            Self::AmbiguousWidth => "ambiguous_width",
            Self::Device => "device",
        }
    }
}

/// Messages of `store::config` and `store::zone`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Config {
    /// A fault of the file, with its position.
    At {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u32,
        /// The column, from 1.
        column: u32,
        fault: Box<Message>,
    },
    /// A key could not be set: the file would not be valid.
    CannotSet {
        key: ConfigKey,
        /// The fault that the file would have, with its position.
        fault: Box<Message>,
    },
    /// The file is not a list of keys and values.
    NotPairs,
    /// There is no such key.
    UnknownKey(String),
    /// The key occurs twice.
    DuplicateKey(String),
    /// The key does not accept this value.
    InvalidValue { key: ConfigKey, value: String },
    /// No time zone is set.
    NoZone,
    /// `TZ` names a time zone that cannot be read.
    UnknownZone(String),

    /// Hint: move the file away, or make it readable.
    MoveAway,
    /// Hint: what a line looks like.
    PairForm,
    /// Hint: the keys there are.
    KnownKeys,
    /// Hint: remove one of two.
    RemoveOne,
    /// Hint: the values that the key accepts.
    Accepts(ConfigKey),
    /// How it is written without characters that only look right.
    Written(Lookalike),
    /// Hint: add the line by hand.
    AddLine { line: String },
}
