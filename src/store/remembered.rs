//! Which file the plan of a journal was last read from, on this device.
//!
//! Journals are synced, and a path means nothing on another device. So it is kept next to the device's
//! own copy of the journal. A plan that was never recorded or chosen here has none.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::file::{self, Content, read_capped};
use super::journal::{self, Journal};
use super::paths::Paths;
use super::plan_file::{PlanSource, SHIPPED};
use crate::model::PlanId;
use crate::text::Folder;

/// The largest file that is read, in bytes: no system has longer paths.
const MAX_BYTES: u64 = 64 * 1024;

/// Where the plan `id` was last read from; `None` if that is not known.
pub(crate) fn source(paths: &Paths, id: &PlanId) -> Option<PlanSource> {
    let Ok(Content::Whole(bytes)) = read_capped(&place(paths, id)?, MAX_BYTES) else {
        return None;
    };
    let path = Path::new(OsStr::from_bytes(&bytes));
    if path.is_absolute() {
        return Some(PlanSource::File(path.to_owned()));
    }
    let shipped = SHIPPED.iter().find(|shipped| path == shipped.id);
    shipped.map(PlanSource::Shipped)
}

/// Remembers where the plan `id` was read from. A failure is ignored: everything but `plan plans`, and
/// naming the plan by its id, works without it.
pub(crate) fn keep(paths: &Paths, id: &PlanId, from: &PlanSource) {
    let known = source(paths, id);
    let absolute = match from {
        // A shipped plan is found by its id anyway.
        PlanSource::Shipped(_) if known.is_none() => return,
        PlanSource::Shipped(shipped) => shipped.id.into(),
        PlanSource::File(path) => std::path::absolute(path).unwrap_or_else(|_| path.clone()),
    };
    let is_known = match &known {
        Some(PlanSource::File(path)) => *path == absolute,
        Some(PlanSource::Shipped(shipped)) => absolute == Path::new(shipped.id),
        None => false,
    };
    if !is_known && let Some(place) = place(paths, id) {
        let _ = file::replace(&place, absolute.as_os_str().as_bytes(), Folder::Data);
    }
}

/// The plan that is called `name`: where the begun plan of this id was last read from, else a shipped
/// plan, else the file at this path.
pub(crate) fn named(paths: &Paths, name: &str) -> PlanSource {
    let known = PlanId::new(name).and_then(|id| source(paths, &id));
    known.unwrap_or_else(|| PlanSource::named(name))
}

/// What [`named`] reads from `source`: the id of the begun plan that was last read there, or of the
/// shipped one; else the path of its file.
pub(crate) fn name(paths: &Paths, plan: &PlanSource) -> String {
    let path = match plan {
        PlanSource::Shipped(shipped) => return shipped.id.to_owned(),
        PlanSource::File(path) => path,
    };
    let mut begun = journal::all(&paths.state_dir)
        .unwrap_or_default()
        .into_iter();
    let is_it = |id: &PlanId| source(paths, id).is_some_and(|known| known.is(plan));
    let id = begun.find_map(|(id, _)| is_it(&id).then(|| id.to_string()));
    id.unwrap_or_else(|| path.display().to_string())
}

/// Finds what the configuration calls by the id of a begun plan: it is read from where it was last,
/// unless a file is called so.
pub(crate) fn find(paths: &Paths, plan: &mut PlanSource) {
    let PlanSource::File(path) = &*plan else {
        return;
    };
    let name = path.strip_prefix(&paths.config_dir).ok();
    let id = name.and_then(|name| PlanId::new(name.to_str()?));
    let known = id.and_then(|id| source(paths, &id));
    if let Some(known) = known.filter(|_| !path.exists()) {
        *plan = known;
    }
}

fn place(paths: &Paths, id: &PlanId) -> Option<std::path::PathBuf> {
    let journal = Journal::of(&paths.state_dir, id).copied_to(&paths.own_dir());
    Some(journal.own_copy()?.with_extension("plan"))
}
