//! Shipped plans, and reading plan files.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::cache::FileState;
use super::dry_run;
use super::file::{self, Content, list_command, read_capped, reason};
use super::paths::expand_home;
use crate::error::{Error, ErrorKind, Result};
use crate::escape::shell_word;
use crate::source::{self, MAX_BYTES, Parsed};
use crate::text::{Attempt, Create, CreateHint, File, FileHint, PlanName, ShippedPlan};

/// A plan that is part of the program.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Shipped {
    pub(crate) id: &'static str,
    /// Which one it is, for its description.
    pub(crate) plan: ShippedPlan,
    /// The text of its plan file.
    pub(crate) text: &'static str,
}

/// All shipped plans. The first is followed unless another is chosen.
pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped {
        id: "multimodal",
        plan: ShippedPlan::Multimodal,
        text: include_str!("../../plans/multimodal.yaml"),
    },
    Shipped {
        id: "rust-in-four-weeks",
        plan: ShippedPlan::RustInFourWeeks,
        text: include_str!("../../plans/rust-in-four-weeks.yaml"),
    },
];

/// Where a plan is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlanSource {
    /// A shipped plan.
    Shipped(&'static Shipped),
    File(PathBuf),
}

impl PlanSource {
    /// The shipped plan with the id `name`; otherwise the file at this path.
    pub(crate) fn named(name: &str) -> Self {
        let shipped = SHIPPED.iter().find(|shipped| shipped.id == name);
        shipped.map_or_else(|| Self::File(PathBuf::from(name)), Self::Shipped)
    }

    /// What the configuration in the folder `dir` chooses by `name`: a path is relative to `dir`, and
    /// may begin with `~/`.
    pub(crate) fn chosen(name: &str, dir: &Path) -> Self {
        match Self::named(name) {
            Self::File(path) => Self::File(dir.join(expand_home(&path))),
            shipped @ Self::Shipped(_) => shipped,
        }
    }

    /// Whether both are the same plan file, by whatever paths, or the same shipped plan.
    pub(crate) fn is(&self, other: &Self) -> bool {
        let is_there = |path| Some(path) == other.real_path();
        self == other || self.real_path().is_some_and(is_there)
    }

    /// The path of its file without links; `None` if there is none.
    pub(crate) fn real_path(&self) -> Option<PathBuf> {
        match self {
            Self::Shipped(_) => None,
            Self::File(path) => path.canonicalize().ok().or_else(|| dry_run::place(path)),
        }
    }

    /// The plan that is followed where none is chosen.
    pub(crate) fn first() -> Self {
        Self::Shipped(&SHIPPED[0])
    }

    /// Its name for messages.
    pub(crate) fn name(&self) -> PlanName {
        match self {
            Self::Shipped(shipped) => PlanName::Shipped(shipped.id),
            Self::File(path) => PlanName::File(path.clone()),
        }
    }
}

/// A plan file that has been read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlanText {
    /// The text, for excerpts. Bytes that are not UTF-8 are replaced.
    pub(crate) text: String,
    /// The plan, or what is wrong with it.
    pub(crate) parsed: Parsed,
    /// The state of a file with this content; `None` if there is no file, or it is too large.
    pub(crate) state: Option<FileState>,
}

/// Reads and parses a plan.
///
/// # Errors
/// `NoPlanFile` if there is no such file, `Io` if it cannot be read. Faults in the plan are not
/// errors but [`Parsed::diagnostics`].
pub(crate) fn read(source: &PlanSource) -> Result<PlanText> {
    match source {
        PlanSource::Shipped(shipped) => Ok(PlanText {
            text: shipped.text.to_owned(),
            parsed: source::parse(shipped.text),
            state: None,
        }),
        PlanSource::File(path) => read_file(path),
    }
}

/// The bytes of a plan file.
///
/// # Errors
/// As [`read`]; `Io` if it is too large.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    content(path)?.map_err(|bytes| {
        let (path, max) = (path.to_owned(), MAX_BYTES);
        Error::new(ErrorKind::Io, File::TooLarge { path, bytes, max })
    })
}

/// The bytes of a plan file, or how many they are if those are too many.
fn content(path: &Path) -> Result<std::result::Result<Vec<u8>, u64>> {
    match read_capped(path, MAX_BYTES).map_err(|error| read_error(path, &error))? {
        Content::Missing => {
            let shipped = SHIPPED.iter().map(|shipped| shipped.id).collect();
            let message = File::NoPlanFile(path.to_owned());
            Err(Error::new(ErrorKind::NoPlanFile, message).hint(FileHint::ChoosePlan { shipped }))
        }
        Content::NotAFile(found) => {
            let path = path.to_owned();
            Err(Error::new(ErrorKind::Io, File::NotPlain { path, found })
                .hint(FileHint::NamePlanFile))
        }
        Content::TooLarge(bytes) => Ok(Err(bytes)),
        Content::Whole(bytes) => Ok(Ok(bytes)),
    }
}

fn read_file(path: &Path) -> Result<PlanText> {
    match content(path)? {
        Err(bytes) => Ok(PlanText {
            text: String::new(),
            parsed: source::too_large(bytes),
            state: None,
        }),
        Ok(bytes) => {
            let parsed = source::parse_bytes(&bytes);
            Ok(PlanText {
                state: Some(FileState::of_content(&bytes)),
                text: text_of(bytes),
                parsed,
            })
        }
    }
}

/// The text without a byte order mark, which positions do not count.
fn text_of(mut bytes: Vec<u8>) -> String {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    String::from_utf8(bytes).unwrap_or_else(|error| lossy(error.as_bytes()))
}

fn read_error(path: &Path, error: &io::Error) -> Error {
    let message = File::Failed {
        attempt: Attempt::Read,
        path: path.to_owned(),
        reason: reason(error),
    };
    let hint = FileHint::CheckPermissions {
        command: list_command(path),
        folder: None,
    };
    Error::new(ErrorKind::Io, message).hint(hint)
}

/// The name of standard input, where a note can come from.
pub(crate) const STDIN: &str = "-";

fn read_stdin() -> io::Result<Content> {
    let mut bytes = Vec::new();
    let most = MAX_BYTES + 1;
    io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    let size = u64::try_from(bytes.len()).unwrap_or(most);
    Ok(if size > MAX_BYTES {
        Content::TooLarge(size)
    } else {
        Content::Whole(bytes)
    })
}

/// Reads a note that is to be imported, as a plan file with what is wrong with its bytes.
///
/// # Errors
/// `NoPlanFile` if there is no such file, `Io` if it cannot be read or is too large.
pub(crate) fn read_note(path: &Path) -> Result<PlanText> {
    let failed = |kind, reason: String| {
        let (attempt, path) = (Attempt::Read, path.to_owned());
        let message = File::Failed {
            attempt,
            path,
            reason,
        };
        Error::new(kind, message)
    };
    let content = if path == Path::new(STDIN) {
        read_stdin()
    } else {
        read_capped(path, MAX_BYTES)
    };
    match content.map_err(|error| read_error(path, &error))? {
        Content::Missing => {
            let missing = reason(&rustix::io::Errno::NOENT.into());
            Err(failed(ErrorKind::NoPlanFile, missing))
        }
        Content::NotAFile(found) => {
            let path = path.to_owned();
            Err(Error::new(ErrorKind::Io, File::NotPlain { path, found }))
        }
        Content::TooLarge(bytes) => Ok(PlanText {
            text: String::new(),
            parsed: source::too_large(bytes),
            state: None,
        }),
        Content::Whole(bytes) => {
            let diagnostics = source::text_of(&bytes).err().into_iter().collect();
            Ok(PlanText {
                state: None,
                parsed: Parsed {
                    plan: None,
                    diagnostics,
                    locations: source::Locations::default(),
                },
                text: text_of(bytes),
            })
        }
    }
}

/// The text of a plan file that may be there.
///
/// # Errors
/// `Io` if it cannot be read.
pub(crate) fn existing(path: &Path) -> Result<Option<String>> {
    match read_capped(path, MAX_BYTES).map_err(|error| read_error(path, &error))? {
        Content::Missing => Ok(None),
        Content::Whole(bytes) => Ok(Some(text_of(bytes))),
        Content::NotAFile(_) | Content::TooLarge(_) => Ok(Some(String::new())),
    }
}

/// Creates a plan file in a folder that is there.
///
/// # Errors
/// `CannotCreate` if there is no such folder, or a file of this name; `Io` if writing failed.
pub(crate) fn create(path: &Path, text: &str) -> Result<()> {
    let folder = file::folder(path);
    if !folder.is_dir() {
        let command = format!("mkdir -p {}", shell_word(&folder));
        let error = Error::new(ErrorKind::CannotCreate, Create::NoFolder(folder));
        return Err(error.hint(FileHint::Run { command }));
    }
    if path.symlink_metadata().is_ok() {
        let error = Error::new(ErrorKind::CannotCreate, Create::Exists(path.to_owned()));
        return Err(error.hint(CreateHint::OtherName));
    }
    file::create(path, text.as_bytes(), None)
}

/// Writes a plan file. One that is there is replaced as a whole if `replaces`, else left unchanged.
///
/// # Errors
/// `CannotCreate` if there is no such folder, or a file of this name that is not to be replaced; `Io` if
/// writing failed.
pub(crate) fn write(path: &Path, text: &str, replaces: bool) -> Result<()> {
    if replaces {
        return file::replace(path, text.as_bytes(), None);
    }
    create(path, text)
}
