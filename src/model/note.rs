//! Notes on the plan, of its author and of its editor.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A note of the author; a remark of the editor on the author's text, which itself stays as it is;
/// or text of the source document, verbatim.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Note {
    /// Its line in the source document, from 1.
    pub(crate) line: Option<u32>,
    pub(crate) text: String,
}
