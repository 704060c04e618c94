//! Messages about marks whose slots have changed in the plan.

use std::borrow::Cow;

use crate::text::PlanDiff;

/// The message in English.
pub(super) fn text(message: &PlanDiff) -> Cow<'static, str> {
    match message {
        PlanDiff::Retitled { now } => format!("is now called {now}; its marks count").into(),
        PlanDiff::Moved { to, title } => {
            let title = title.as_ref().map(|title| format!(" {title}"));
            let title = title.unwrap_or_default();
            format!("is now {to}{title}; `plan doctor --relink` moves its marks there").into()
        }
        PlanDiff::Replaced { now } => {
            format!("may be gone: {now} has its id; its marks are kept, but do not count").into()
        }
        PlanDiff::Gone => "has no certain successor; its marks are kept, but do not count".into(),
    }
}
