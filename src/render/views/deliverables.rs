//! Deliverables, and what is overdue.

use std::borrow::Cow;

use crate::render::sheet::{Role, Sheet, Span, Width};
use crate::summary::{
    DeliverableView, MAX_LISTED, OpenDeliverable, OpenDeliverables, OverdueWeek, Tally, Today,
};
use crate::text::{Label, Phrase, Review, WeekName};

use super::parts::{NAMED, first_only, late, more, named, status_sign, workload};

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

/// The column at which slots begin that are below their week.
const BELOW: usize = 12;

/// Overdue slots of several weeks, each week with its count and its first slots; gives how many slots are
/// named.
pub(super) fn overdue_by_week(sheet: &mut Sheet, weeks: &[OverdueWeek]) -> usize {
    let most = (MAX_LISTED / weeks.len().max(1)).max(1);
    let mut shown = 0;
    for (label, one) in first_only(Label::Overdue).zip(weeks) {
        let words = Review::OverdueWeek {
            week: WeekName::of(one.week).map(|name| WeekName {
                title: None,
                ..name
            }),
            dates: one.dates,
            work: workload(one.tally.overdue, one.tally.planned),
        };
        sheet.labelled(label, [Span::plain(words)]);
        for slot in one.slots.iter().take(most) {
            let indent = Span::column("", Width::Columns(BELOW), Role::Label);
            sheet.hanging(BELOW + 2, [indent].into_iter().chain(late(slot)).collect());
        }
        shown += one.slots.iter().take(most).collect::<Tally>().different as usize;
    }
    shown
}

/// A deliverable that is to be handed in, and when.
pub(super) fn due(view: &DeliverableView) -> [Span; 3] {
    let (date, planned) = (view.dates.last, None);
    [
        Span::new(view.id(), Role::Label),
        Span::plain(format!(" {}", view.what.text)),
        Span::dim(Phrase::When { date, planned }),
    ]
}

/// Deliverables, a line each.
pub(super) fn deliverables(sheet: &mut Sheet, views: &[DeliverableView]) {
    for view in views {
        deliverable_line(sheet, view, false);
    }
}

/// Deliverables, a line each; open ones with their due dates.
pub(super) fn dated_deliverables(sheet: &mut Sheet, views: &[DeliverableView]) {
    for view in views {
        deliverable_line(sheet, view, view.is_open());
    }
}

fn deliverable_line(sheet: &mut Sheet, view: &DeliverableView, is_dated: bool) {
    let id = Span::new(format!(" {} ", view.id()), Role::Label);
    let text = Span::plain(&view.what.text);
    let (date, planned) = (view.dates.last, None);
    let date = is_dated.then(|| Span::dim(Phrase::When { date, planned }));
    let line = [Span::space(1), status_sign(view.status), id, text].into_iter();
    sheet.hanging(9, line.chain(date).collect());
}
