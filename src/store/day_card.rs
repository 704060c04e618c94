//! The day card: what the everyday commands need for the current study date, cached.
//!
//! A card holds a value that was computed from the whole plan and the whole journal, and the key
//! of everything that went into it. It is valid only while all of these are unchanged. The module
//! does not interpret the value.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::cache::{self, Draft, FileState};
use super::compiled::Origin;
use super::journal::Journal;
use super::paths::DAY_CARDS;
use super::plan_file::PlanSource;
use crate::model::{Minutes, PlanId};

/// Everything that the value on a card was computed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Key {
    /// The plan's source.
    pub(crate) origin: Origin,
    /// The plan's id, which names the folder of its journal.
    pub(crate) id: PlanId,
    /// The journal and every file that is read with it, in the order they are read.
    pub(crate) files: Vec<(PathBuf, FileState)>,
    /// The study date.
    pub(crate) today: NaiveDate,
    /// When a study day begins, in minutes after midnight.
    pub(crate) day_starts: Minutes,
}

/// The folders, and the plan and date to look up.
#[derive(Debug)]
pub(crate) struct Request<'a> {
    /// The folder of the cache.
    pub(crate) cache_dir: &'a Path,
    /// The folder with all journals.
    pub(crate) state_dir: &'a Path,
    /// The folder with the device's own copies of them.
    pub(crate) own_dir: &'a Path,
    pub(crate) source: &'a PlanSource,
    /// The study date.
    pub(crate) today: NaiveDate,
    /// When a study day begins, in minutes after midnight.
    pub(crate) day_starts: Minutes,
}

/// The value on the current card. `None` if there is none, or anything it was computed from may
/// have changed.
pub(crate) fn open<T: DeserializeOwned>(request: &Request) -> Option<T> {
    let origin = Origin::now(request.source)?;
    let payload = cache::read(&path(request.cache_dir, &origin))?;
    let (key, value) = postcard::take_from_bytes::<Key>(&payload).ok()?;
    if (&key.origin, key.today, key.day_starts) != (&origin, request.today, request.day_starts) {
        return None;
    }
    let journal = Journal::of(request.state_dir, &key.id).copied_to(request.own_dir);
    let files = journal.states()?;
    (key.files == files).then(|| postcard::from_bytes(value).ok())?
}

/// Writes a card with `value`. Skips writing if the card is current or an input is too recent to be
/// identified by its metadata. A failure is ignored.
pub(crate) fn write<T: Serialize>(cache_dir: &Path, key: &Key, value: impl FnOnce() -> T) {
    let path = path(cache_dir, &key.origin);
    let kept = cache::read(&path);
    let kept = kept.and_then(|payload| Some(postcard::take_from_bytes::<Key>(&payload).ok()?.0));
    if kept.as_ref() == Some(key) {
        return;
    }
    let Some(draft) = Draft::begin(path) else {
        return;
    };
    if key.files.iter().all(|(_, state)| draft.settles(state)) {
        draft.finish(&(key, value()));
    }
}

fn path(cache_dir: &Path, origin: &Origin) -> PathBuf {
    cache_dir.join(DAY_CARDS).join(origin.file_name("day"))
}
