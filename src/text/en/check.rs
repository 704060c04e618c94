//! Messages of `check`.

use std::borrow::Cow;

use super::words::{count, list};
use crate::text::Check;

/// The message in English.
pub(super) fn text(message: &Check) -> Cow<'static, str> {
    match message {
        Check::Summary {
            source,
            phases,
            weeks,
            days,
            slots,
            resources,
            topics,
            warnings,
            allowed,
        } => {
            let holds = list([
                count(phases, "phase"),
                count(weeks, "week"),
                count(days, "day"),
                count(slots, "slot"),
                count(resources, "resource"),
                count(topics, "topic"),
            ]);
            let warnings = match warnings {
                0 => "no warnings".to_owned(),
                n => count(n, "warning"),
            };
            let allowed = match allowed {
                0 => String::new(),
                n => format!(", {n} allowed"),
            };
            format!("{source}: {holds}; no errors, {warnings}{allowed}").into()
        }
        Check::Allowed { why } => format!("allowed: {why}").into(),
    }
}
