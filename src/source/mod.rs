//! From the text of a plan file to a [`Plan`], or to every error in it.
//!
//! Reading is in two steps. `node` turns YAML into a tree in which every value knows its
//! location; `build` walks that tree, records every error and goes on, so that one run
//! reports them all. [`write()`] is the inverse.

mod build;
mod diagnostic;
mod encoding;
mod insert;
mod keys;
mod lookalike;
mod node;
mod reader;
mod syntax;
#[cfg(test)]
mod tests;
mod values;
mod write;

pub(crate) use diagnostic::{Diagnostic, Location, Locations, Part, Rule};
pub(crate) use encoding::{no_byte_text, text_of};
pub(crate) use insert::with_slot;
pub(crate) use keys::{DETAILS, Key, LEVELS, Shape};
pub(crate) use lookalike::replaced;
pub(crate) use node::{Node, Value, read as read_yaml};
pub(crate) use values::{LARGEST_NUMBER, LONGEST_TITLE, safe_link};
pub(crate) use write::{scalar, write};

use crate::model::Plan;
use crate::text::source::FileProblem;

/// The largest plan file that is read, in bytes.
pub(crate) const MAX_BYTES: u64 = 16 << 20;
/// The most slots of a plan.
pub(crate) const MAX_SLOTS: usize = 10_000;
/// The most events of a plan.
pub(crate) const MAX_EVENTS: usize = 100;
/// The most weeks, topics and slots that all events together may name in `covers`; weeks can be ranges.
pub(crate) const MAX_COVERS: usize = 2_000;
/// The most values of a plan file: a plan of 10,000 slots has some 300,000.
const MAX_VALUES: usize = 1_000_000;
/// The most levels of lists and maps in each other.
const MAX_DEPTH: usize = 64;

/// The result of parsing a plan file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Parsed {
    /// The plan, if there are no errors.
    pub(crate) plan: Option<Plan>,
    /// The errors, in the order of their locations.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Where the parts of the plan are.
    pub(crate) locations: Locations,
}

impl Parsed {
    fn failed(diagnostic: Diagnostic) -> Self {
        Self {
            plan: None,
            diagnostics: vec![diagnostic],
            locations: Locations::default(),
        }
    }
}

/// Reads the text of a plan file.
pub(crate) fn parse(text: &str) -> Parsed {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.len() as u64 > MAX_BYTES {
        return too_large(text.len() as u64);
    }
    match node::read(text) {
        Ok(root) if root.value == Value::Null => {
            let problem = FileProblem::Empty;
            Parsed::failed(Diagnostic::new(Rule::Empty, Location::START, problem))
        }
        Ok(root) => build::plan(&root),
        Err(diagnostic) => Parsed::failed(diagnostic),
    }
}

/// Reads the bytes of a plan file.
pub(crate) fn parse_bytes(bytes: &[u8]) -> Parsed {
    match encoding::text_of(bytes) {
        Ok(text) => parse(text),
        Err(diagnostic) => Parsed::failed(diagnostic),
    }
}

/// The answer to a file of `count` bytes, too many to be read.
pub(crate) fn too_large(count: u64) -> Parsed {
    let limit = MAX_BYTES;
    let problem = FileProblem::TooManyBytes { count, limit };
    Parsed::failed(Diagnostic::new(Rule::TooLarge, Location::START, problem))
}
