//! `init`: which plan begins when, and what became of its marks.

use crate::progress::PlanDiff;
use crate::render::sheet::{Role, Sheet, Span};
use crate::text::{Init, SlotName};

/// A headline and details about the plan, then the marks that `diff` moves and orphans, then other
/// plans to choose from.
pub(crate) fn init(headline: Init, details: Vec<Init>, diff: &PlanDiff, plans: &[Init]) -> Sheet {
    let mut sheet = Sheet::message(headline);
    let mut detail = |message, role| {
        sheet.hanging(4, vec![Span::plain("  "), Span::new(message, role)]);
    };
    for message in details {
        detail(message, Role::Plain);
    }
    for successor in diff.renamed.iter().filter(|s| s.from.mark.is_some()) {
        let from = SlotName::new(&successor.from.id, &successor.from.title);
        let to = SlotName::new(&successor.to, &successor.title);
        detail(Init::MarksMoved { from, to }, Role::Plain);
    }
    for lost in &diff.orphaned {
        let slot = SlotName::new(&lost.from.id, &lost.from.title);
        detail(Init::MarksOrphaned(slot), Role::Warn);
    }
    if !plans.is_empty() {
        detail(Init::OtherPlans, Role::Dim);
    }
    for plan in plans {
        let line = vec![Span::plain("    "), Span::dim(plan.clone())];
        sheet.hanging(6, line);
    }
    sheet
}
