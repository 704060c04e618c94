//! Messages of `doctor --relink`.

use std::borrow::Cow;

use super::words::{name, names, renamed};
use crate::text::Relink;

/// The message in English.
pub(super) fn text(message: &Relink) -> Cow<'static, str> {
    match message {
        Relink::Relinked { from, to } => renamed(from, to).into(),
        Relink::InvalidPair { text } => format!("invalid pair `{text}`").into(),
        Relink::PairForm => {
            "write OLD=NEW: the id that `plan doctor` shows, and the slot that it is now".into()
        }
        Relink::NoOrphan { text } => format!("no orphaned marks of `{text}`").into(),
        Relink::NoOrphans => "every mark matches its slot".into(),
        Relink::Orphans(slots) => format!("orphaned marks: {}", names(slots)).into(),
        Relink::AmbiguousOrphan { text, count } => {
            format!("orphaned marks of {count} slots match `{text}`").into()
        }
        Relink::ChooseOrphan(slots) => format!("choose one: {}", names(slots)).into(),
        Relink::RepeatedOrphan(slot) => format!("{} is given twice", name(slot)).into(),
        Relink::OneSlot => "marks go to one slot".into(),
        Relink::RepeatedSlot(slot) => format!("two slots cannot both be {}", name(slot)).into(),
        Relink::NeverMerged => "marks of two slots are never merged".into(),
        Relink::NotOneSlot { text } => format!("`{text}` is not a single slot").into(),
        Relink::HasMarks(slot) => format!("{} already has marks", name(slot)).into(),
        Relink::SeeMarks { id } => {
            format!("marks of two slots are never merged; `plan show {id}` shows them").into()
        }
    }
}
