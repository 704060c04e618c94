//! Deliverables, and what is overdue.

use std::borrow::Cow;

use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{DeliverableView, MAX_LISTED, OpenDeliverable, OpenDeliverables, Today};
use crate::text::{Label, Phrase};

use super::parts::{NAMED, first_only, more, named, status_sign};

/// Up to how many are named next to other things, and what lists all.
pub(super) const FEW: (usize, Cow<'static, str>) = (NAMED, Cow::Borrowed("plan report --all"));
/// The same where they are what is asked for.
pub(super) const MANY: (usize, Cow<'static, str>) =
    (MAX_LISTED, Cow::Borrowed("plan report --all --json"));

/// What is overdue, the first few by name. `is_other`: what is so on another day than today, which
/// only `today` of that day knows.
pub(super) fn overdue(sheet: &mut Sheet, today: &Today, is_other: bool) {
    let command = if is_other {
        format!("plan today {} --json", today.date).into()
    } else {
        FEW.1
    };
    let slots = today.overdue.iter().take(NAMED);
    let shown = named(sheet, Label::Overdue, slots);
    more(sheet, today.plan.overdue, shown, command.clone());
    let open = &today.deliverables;
    overdue_deliverables(sheet, open, shown > 0, (NAMED, command));
}

/// Deliverables that are overdue, the first `most` by name, and what lists all; `under`: below others
/// of that label.
pub(super) fn overdue_deliverables(
    sheet: &mut Sheet,
    open: &OpenDeliverables,
    under: bool,
    (most, command): (usize, Cow<'static, str>),
) {
    let label = if under { Label::Blank } else { Label::Overdue };
    let shown = open.overdue.iter().take(most);
    let shown = first_only(label).zip(shown).map(|(label, what)| {
        sheet.labelled(label, deliverable(open, what, Role::Warn));
    });
    let shown = shown.count();
    more(sheet, open.all_overdue, shown, command);
}

/// Once no slot is left, the deliverables that are due after the date, the first few by name.
pub(super) fn later_deliverables(sheet: &mut Sheet, today: &Today) {
    if today.plan.open() > 0 {
        return;
    }
    let open = &today.deliverables;
    let shown = open.later.iter().take(NAMED);
    let shown = first_only(Label::Next).zip(shown).map(|(label, what)| {
        sheet.labelled(label, deliverable(open, what, Role::Label));
    });
    let shown = shown.count();
    more(sheet, open.all_later, shown, "plan report --all");
}

/// A deliverable that is open, and when it is due.
pub(super) fn deliverable(
    open: &OpenDeliverables,
    what: &OpenDeliverable,
    role: Role,
) -> [Span; 3] {
    let (date, planned) = (what.due, None);
    [
        Span::new(open.target(what), role),
        Span::plain(format!(" {}", what.text)),
        Span::dim(Phrase::When { date, planned }),
    ]
}

/// Deliverables, a line each.
pub(super) fn deliverables(sheet: &mut Sheet, views: &[DeliverableView]) {
    for view in views {
        let id = Span::new(format!(" {} ", view.id()), Role::Label);
        let text = Span::plain(&view.what.text);
        sheet.hanging(9, vec![Span::space(1), status_sign(view.status), id, text]);
    }
}
