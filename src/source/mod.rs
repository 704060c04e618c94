//! From the text of a plan file to a [`Plan`], or to every fault it has.
//!
//! Reading is in two steps. `node` turns YAML into a tree in which every value knows its
//! place; the builder walks that tree, notes every fault and goes on, so that one run names
//! them all. [`write()`] is the way back.

mod build;
mod diagnostic;
mod keys;
mod link;
mod locations;
mod node;
mod syntax;
mod table;
#[cfg(test)]
mod tests;
mod values;
mod write;

pub use diagnostic::{Diagnostic, Rule};
pub use keys::{Key, LEVELS, SAYS_MORE, Shape};
pub use link::safe_link;
pub use locations::{Locations, Part};
pub use node::{Location, Node, Value, read as read_yaml};
pub use values::{LARGEST_NUMBER, LONGEST_TITLE};
pub use write::write;

use crate::model::Plan;

/// The largest plan file that is read, in bytes.
pub const MAX_BYTES: u64 = 64 << 20;

/// What to do about a file that is too large.
const HUGE: &str = "a plan of a hundred thousand slots fits; is this the right file?";

/// What became of a plan file.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The plan, if no fault was found.
    pub plan: Option<Plan>,
    /// The faults, in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
    /// Where the parts of the plan stand.
    pub locations: Locations,
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

/// Reads a plan file that is known to be text.
#[must_use]
pub fn parse(text: &str) -> Parsed {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.len() as u64 > MAX_BYTES {
        return too_large(text.len() as u64);
    }
    match node::read(text) {
        // A file of comments alone is as empty as one without a byte.
        Ok(Node {
            value: Value::Null, ..
        }) => {
            let help = "begin with `plan: my-plan`, `title: ...` and `days:`";
            Parsed::failed(Diagnostic::at_start(Rule::Empty, "the file is empty", help))
        }
        Ok(root) => build::plan(root),
        Err(diagnostic) => Parsed::failed(diagnostic),
    }
}

/// Reads the bytes of a plan file.
#[must_use]
pub fn parse_bytes(bytes: &[u8]) -> Parsed {
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text),
        Err(error) => Parsed::failed(not_utf8(bytes, error.valid_up_to())),
    }
}

/// What to say of a file of `bytes` bytes, too many to be read.
#[must_use]
pub fn too_large(bytes: u64) -> Parsed {
    Parsed::failed(Diagnostic::at_start(
        Rule::TooLarge,
        format!("the file has {bytes} bytes; at most {MAX_BYTES} are read"),
        HUGE,
    ))
}

fn not_utf8(bytes: &[u8], good: usize) -> Diagnostic {
    let before = String::from_utf8_lossy(&bytes[..good]);
    let last = before.rsplit('\n').next().unwrap_or_default();
    let nth = |before: usize| u32::try_from(before).map_or(u32::MAX, |n| n.saturating_add(1));
    let byte = bytes.get(good).copied().unwrap_or_default();
    Diagnostic {
        rule: Rule::NotUtf8,
        at: Location {
            line: nth(before.matches('\n').count()),
            column: nth(last.chars().count()),
            start: u32::try_from(good).unwrap_or(u32::MAX),
            len: 1,
        },
        message: format!("the byte 0x{byte:02X} is not UTF-8").into(),
        help: "save the file as UTF-8; for a file in GBK: `iconv -f GBK -t UTF-8`".into(),
    }
}
