//! Messages of `log`.

use std::borrow::Cow;

use super::confirmation::relinked;
use super::words::{dates, duration, list, placed_at, weeks};
use crate::text::Log;

/// The message in English.
pub(super) fn text(message: &Log) -> Cow<'static, str> {
    match message {
        Log::Nothing => "nothing recorded yet".into(),
        Log::Earlier { count } => format!("{count} earlier: plan log --all").into(),
        Log::Undone => "(undone)".into(),
        Log::Redone => "(brought back by redo)".into(),
        Log::Again(None) => "again".into(),
        Log::Again(Some(took)) => format!("again {}", duration(*took)).into(),
        Log::Rest {
            first,
            last,
            reason,
        } => {
            let reason = reason.as_ref().map(|reason| format!(": {reason}"));
            (dates(*first, *last) + &reason.unwrap_or_default()).into()
        }
        Log::Slots(ids) => list(ids).into(),
        Log::To(to) => format!("to {}", placed_at(to)).into(),
        Log::Shift { from, weeks: by } => format!("from {from} by {}", weeks(*by)).into(),
        Log::Relinked(message) => relinked(message).into(),
    }
}
