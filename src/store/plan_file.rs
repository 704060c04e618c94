//! Finding and reading plan files.

use std::path::{Path, PathBuf};

use super::file::{Content, read_capped};
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::source::{self, MAX_BYTES, Parsed};

/// A plan that comes with the program.
#[derive(Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its id.
    pub id: &'static str,
    /// What it is, in a line.
    pub about: &'static str,
    /// Its file.
    pub text: &'static str,
}

/// Every shipped plan; the first is followed where none is chosen.
pub const SHIPPED: &[Shipped] = &[
    Shipped {
        id: "multimodal",
        about: "多模态深度学习研究方向学习规划, twelve weeks in Chinese",
        text: include_str!("../../plans/multimodal.yaml"),
    },
    Shipped {
        id: "rust-in-four-weeks",
        about: "Rust in four weeks, evenings and Saturdays",
        text: include_str!("../../plans/rust-in-four-weeks.yaml"),
    },
];

/// Where a plan comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanSource {
    /// It is shipped.
    Shipped(&'static Shipped),
    /// It is a file.
    File(PathBuf),
}

impl PlanSource {
    /// What `name` means: the id of a shipped plan, else a path.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let shipped = SHIPPED.iter().find(|shipped| shipped.id == name);
        shipped.map_or_else(|| Self::File(PathBuf::from(name)), Self::Shipped)
    }

    /// How it is called in a message.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Shipped(shipped) => format!("the shipped plan `{}`", shipped.id),
            Self::File(path) => escape::terminal(&path.display().to_string()).into_owned(),
        }
    }
}

/// A plan file that has been read.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanText {
    /// Its text, for excerpts; what is not UTF-8 in it is replaced.
    pub text: String,
    /// What became of it.
    pub parsed: Parsed,
}

/// Reads and parses a plan.
///
/// # Errors
/// `NoPlanFile` where there is no such file, `Io` where it cannot be read. Faults of the plan are
/// no errors but [`Parsed::diagnostics`].
pub fn read(source: &PlanSource) -> Result<PlanText> {
    match source {
        PlanSource::Shipped(shipped) => Ok(PlanText {
            text: shipped.text.to_owned(),
            parsed: source::parse(shipped.text),
        }),
        PlanSource::File(path) => read_file(path),
    }
}

fn read_file(path: &Path) -> Result<PlanText> {
    match read_capped(path, MAX_BYTES).map_err(|error| unreadable(path, &error))? {
        Content::Missing => Err(missing(path)),
        Content::NotAFile(what) => {
            let message = format!(
                "{} is {what}",
                escape::terminal(&path.display().to_string())
            );
            Err(Error::new(ErrorKind::Io, message).hint("name the plan's YAML file"))
        }
        Content::TooLarge(bytes) => Ok(PlanText {
            text: String::new(),
            parsed: source::too_large(bytes),
        }),
        Content::Whole(bytes) => {
            let parsed = source::parse_bytes(&bytes);
            Ok(PlanText {
                text: text_of(bytes),
                parsed,
            })
        }
    }
}

/// The text of these bytes, without a byte order mark: places count from after it.
fn text_of(mut bytes: Vec<u8>) -> String {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    String::from_utf8(bytes).unwrap_or_else(|error| lossy(error.as_bytes()))
}

fn missing(path: &Path) -> Error {
    let shown = path.display().to_string();
    let ids: Vec<&str> = SHIPPED.iter().map(|shipped| shipped.id).collect();
    let message = format!("no plan file {}", escape::terminal(&shown));
    Error::new(ErrorKind::NoPlanFile, message).hint(format!(
        "give a path, or a shipped plan: {}",
        ids.join(", ")
    ))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    let shown = path.display().to_string();
    let shown = escape::terminal(&shown);
    Error::new(ErrorKind::Io, format!("cannot read {shown}: {error}"))
        .hint("see who may read the file: `ls -l`")
}
