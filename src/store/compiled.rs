//! A checked plan, cached so that it need not be parsed again.

use std::fs::Metadata;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::cache::{self, Draft, FileState};
use super::file;
use super::paths::COMPILED_PLANS;
use super::plan_file::{PlanSource, PlanText};
use crate::model::Plan;

/// Plan files up to this many bytes (the shipped plan of four weeks has 25 KB) are identified by
/// their content: little to read and hash for every prompt. A longer one, by its metadata: it is
/// taken for unchanged if it was written through a mapping, keeps its length, and is on a file
/// system that keeps its times.
const HASHED: u64 = 32 * 1024;

/// What a plan was read from, in the state it had then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Origin {
    /// A plan of this build, by its id.
    Shipped(String),
    File(PathBuf, FileState),
}

impl Origin {
    /// The present state of `source`. `None` if it cannot be read.
    pub(crate) fn now(source: &PlanSource) -> Option<Self> {
        Some(match source {
            PlanSource::Shipped(shipped) => Self::Shipped(shipped.id.to_owned()),
            PlanSource::File(path) => {
                path.metadata().ok().filter(Metadata::is_file)?;
                let state = FileState::within(&file::open_followed(path).ok()?, HASHED).ok()?;
                Self::File(std::path::absolute(path).ok()?, state)
            }
        })
    }

    /// A file name for what is cached about this source, whatever state it is in.
    pub(crate) fn file_name(&self, extension: &str) -> String {
        let mut hasher = DefaultHasher::new();
        match self {
            Self::Shipped(id) => id.hash(&mut hasher),
            Self::File(path, _) => path.hash(&mut hasher),
        }
        format!("{:016x}.{extension}", hasher.finish())
    }

    fn path(&self, cache_dir: &Path) -> PathBuf {
        cache_dir.join(COMPILED_PLANS).join(self.file_name("plan"))
    }
}

/// The compiled plan of `source`, and the state of `source` that it is of. `None` if there is
/// none, or `source` may contain something else by now.
pub(crate) fn open(cache_dir: &Path, source: &PlanSource) -> Option<(Plan, Origin)> {
    let now = Origin::now(source)?;
    let payload = cache::read(&now.path(cache_dir))?;
    let (origin, plan) = postcard::take_from_bytes::<Origin>(&payload).ok()?;
    if origin != now {
        return None;
    }
    Some((postcard::from_bytes(plan).ok()?, origin))
}

/// A compiled plan that is begun before its source is read.
#[derive(Debug)]
pub(crate) struct Begun {
    draft: Draft,
    origin: Origin,
}

impl Begun {
    /// Begins the compiled plan of `source`. `None` if it cannot be kept.
    pub(crate) fn of(cache_dir: &Path, source: &PlanSource) -> Option<Self> {
        let draft = Draft::begin(Origin::now(source)?.path(cache_dir))?;
        // Only a state that is seen from now on is certain to be no older than the draft.
        let origin = Origin::now(source)?;
        Some(Self { draft, origin })
    }

    /// Keeps the plan of `text`, which was read since. Gives the state of the source that it is
    /// certain to be of.
    pub(crate) fn keep(mut self, text: &PlanText) -> Option<Origin> {
        if let Origin::File(_, state) = &mut self.origin {
            match (text.state, &*state) {
                // Whatever the file was before or is by now, this is what was read.
                (Some(read @ FileState::Content(length, _)), _) if length <= HASHED => {
                    *state = read;
                }
                (_, FileState::Metadata(identity)) if self.draft.is_after(identity) => {}
                _ => return None,
            }
        }
        self.draft
            .finish(&(&self.origin, text.parsed.plan.as_ref()?));
        Some(self.origin)
    }
}
