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

/// The Latin letters and digits of a text, in lower case, with a dash between words; of a long text those
/// at its beginning, at most `most`.
pub(super) fn slug(text: &str, most: usize) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let slug = words.join("-");
    let slug = slug.get(..slug.len().min(most)).unwrap_or_default();
    slug.trim_end_matches('-').to_owned()
}

/// An id for a text without Latin letters, the same on every device: a word and a checksum.
pub(super) fn checksum_id(word: &str, text: &str) -> String {
    format!("{word}-{:08x}", crc32fast::hash(text.as_bytes()))
}

/// The id of a plan in a file of this name: its letters and digits, else a checksum of the title.
pub(super) fn plan_id(name: &str, title: &str) -> PlanId {
    let slug = slug(name, 48);
    let is_latin = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .all(|c| c.is_ascii());
    let is_shipped = SHIPPED.iter().any(|shipped| shipped.id == slug);
    let id = PlanId::new(&slug).filter(|_| is_latin && !is_shipped);
    id.unwrap_or_else(|| {
        let id = PlanId::new(&checksum_id("plan", title));
        id.unwrap_or_else(|| unreachable!("a checksum is an id"))
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
