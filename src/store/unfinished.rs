//! A plan that is being chosen: `init` writes to the journal and to the configuration, and can be
//! killed in between. What it is about to do is kept until both are written.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{dry_run, file};
use crate::error::Result;
use crate::model::PlanId;
use crate::text::Folder;

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 64 * 1024;

/// A choice that is not in the configuration yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Choice {
    /// The id of the plan, which names its journal.
    pub(crate) plan: PlanId,
    /// The op in that journal that belongs to it.
    pub(crate) op: Uuid,
    /// The plan as the configuration will name it.
    pub(crate) chosen: String,
}

/// The choice that was kept in `data_dir` and not finished. A file that cannot be read is none, and so
/// is one of another user, in whose home nothing is to be written.
pub(crate) fn read(data_dir: &Path) -> Option<Choice> {
    let file = file::open(&path(data_dir)).ok()??;
    let mut text = String::new();
    file.take(MAX_BYTES).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

/// Keeps `choice` in `data_dir`.
///
/// # Errors
/// As [`file::replace`].
pub(crate) fn keep(data_dir: &Path, choice: &Choice) -> Result<()> {
    let text = serde_json::to_string(choice).unwrap_or_default() + "\n";
    file::replace(&path(data_dir), text.as_bytes(), Folder::Data)
}

/// Forgets the choice: it is in the configuration. If that fails, it is written there once more.
pub(crate) fn forget(data_dir: &Path) {
    if !dry_run::is_on() {
        let _ = std::fs::remove_file(path(data_dir));
    }
}

fn path(data_dir: &Path) -> PathBuf {
    data_dir.join("choice.json")
}
