//! The id of a plan file that is written, and whose marks are under it.

use std::collections::HashSet;
use std::path::Path;

use super::load;
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Plan, PlanId};
use crate::progress::Event;
use crate::store::plan_file::SHIPPED;
use crate::text::{Import, Message};

/// The name of a file without its extension.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The id of a plan in a file of this name: its letters and digits, else a hash of the title.
pub(super) fn plan_id(name: &str, title: &str) -> PlanId {
    let lower = name.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    let is_latin = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .all(|c| c.is_ascii());
    let is_shipped = SHIPPED.iter().any(|shipped| shipped.id == slug);
    let slug = slug
        .get(..slug.len().min(48))
        .unwrap_or_default()
        .trim_end_matches('-')
        .to_owned();
    let id = PlanId::new(&slug).filter(|_| is_latin && !is_shipped);
    id.unwrap_or_else(|| {
        let hash = crc32fast::hash(title.as_bytes());
        let id = PlanId::new(&format!("plan-{hash:08x}"));
        id.unwrap_or_else(|| unreachable!("a hash is an id"))
    })
}

/// Refuses a plan whose id has marks of another plan: it needs an id of its own, and `hint` says how
/// to give it one.
///
/// # Errors
/// `CannotCreate`; `Io` if the journal cannot be read.
pub(super) fn refuse_other_journal(ctx: &Ctx, plan: &Plan, hint: impl Into<Message>) -> Result<()> {
    let reading = load::journal(ctx, &plan.id).read()?;
    let marked: Vec<(&str, &str)> = reading.events.iter().filter_map(Event::slot).collect();
    let titles: HashSet<&str> = plan.named().map(|(_, title)| title).collect();
    let fitting = marked
        .iter()
        .filter(|(_, title)| titles.contains(title))
        .count();
    match marked.first() {
        Some((_, title)) if fitting == 0 => {
            let (id, title) = (plan.id.to_string(), (*title).to_owned());
            let error = Error::new(ErrorKind::CannotCreate, Import::OtherTitle { id, title });
            Err(error.hint(hint))
        }
        _ => Ok(()),
    }
}
