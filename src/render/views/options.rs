//! `recover`: the options next to each other, and one in full; `skip overdue`.

use std::collections::HashSet;

use crate::model::{Dates, Placement};
use crate::render::sheet::{Line, Role, Sheet, Span, Table};
use crate::summary::{
    self, Advantage, DeliverableView, Recommendation, RecoveryOption, SlotView, Study, Tally,
};
use crate::text::{Label, Message, Phrase, Proposal, Reason, Recover, Recovery};

use super::deliverables::{MANY, overdue_deliverables};
use super::parts::workload;
use super::shortfall::{count, shortfalls};

/// No slot has to be rescheduled, but there may be something to hand in.
pub(crate) fn nothing_stranded(recovery: &summary::Recovery) -> Sheet {
    let mut sheet = Sheet::message(Recover::NothingStranded);
    let open = &recovery.deliverables;
    overdue_deliverables(&mut sheet, open, false, MANY);
    sheet
}

/// The options next to each other.
pub(crate) fn recovery_options(recovery: &summary::Recovery) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, recovery);
    let open = &recovery.deliverables;
    overdue_deliverables(&mut sheet, open, false, MANY);
    sheet.blank();
    let options = &recovery.options;
    let strategy = |option: &RecoveryOption| Proposal::Strategies(vec![option.strategy.name()]);
    let strategies = options.iter().map(|option| strategy(option).into());
    let head = std::iter::once(Label::Blank.into()).chain(strategies);
    sheet.table(Table {
        indent: 2,
        head: head.collect(),
        rows: option_rows(options),
        ..Table::default()
    });
    sheet.blank();
    sheet.hanging(2, recommended(&summary::recommendation(options)));
    shortfalls(&mut sheet, &options.iter().collect::<Vec<_>>());
    sheet
}

/// The figures of the options: a row per figure, a column per option. What no option falls short of
/// has no row.
fn option_rows(options: &[RecoveryOption]) -> Vec<Vec<Line>> {
    let figure = |label: Label, cell: fn(&RecoveryOption) -> Option<Message>| {
        let cells = options.iter().map(|option| cell(option).map(Span::plain));
        let label = vec![Span::new(label, Role::Label)];
        let cells = cells.map(|cell| cell.into_iter().collect());
        std::iter::once(label).chain(cells).collect::<Vec<Line>>()
    };
    let mut rows = vec![
        figure(Label::Ends, |option| {
            let end = option.end.map(Proposal::Ends);
            Some(end.unwrap_or(Proposal::NotAllPlaced).into())
        }),
        figure(Label::AgainstPlan, |option| {
            let unplaced = count(&option.unplaced);
            let late = option.late.map(Proposal::Late);
            Some(late.unwrap_or(Proposal::Left { unplaced }).into())
        }),
        figure(Label::AgainstDeadline, |option| {
            Some(Proposal::AfterDeadline(option.after_deadline?).into())
        }),
        figure(Label::Moves, |option| {
            Some(Proposal::Slots(option.slots_moved()).into())
        }),
        figure(Label::Blank, |option| {
            let is_moved = !option.moves.is_empty();
            is_moved.then(|| Phrase::Duration(option.minutes).into())
        }),
        figure(Label::Skips, |option| {
            Some(Proposal::Slots(option.slots_skipped()).into())
        }),
        figure(Label::HeaviestDay, |option| {
            Some(Phrase::Duration(option.heaviest?.minutes).into())
        }),
        figure(Label::Blank, |option| {
            let day = option.heaviest?;
            let (date, others) = (day.date, day.others);
            Some(Proposal::Heaviest { date, others }.into())
        }),
    ];
    let shortfalls = SHORTFALLS.iter().filter_map(|(label, of, words)| {
        let counts: Vec<u32> = options.iter().map(of).collect();
        let cells = counts.iter().map(|count| vec![Span::plain(words(*count))]);
        let label = std::iter::once(vec![Span::new(*label, Role::Label)]);
        let any = counts.iter().any(|count| *count > 0);
        any.then(|| label.chain(cells).collect())
    });
    rows.extend(shortfalls);
    rows.retain(|row| row.iter().skip(1).any(|cell| !cell.is_empty()));
    rows
}

/// What options fall short of: a label, how much, and in words.
const SHORTFALLS: [Shortfall; 6] = [
    (
        Label::NotPlaced,
        |option| count(&option.unplaced),
        Proposal::Slots,
    ),
    (
        Label::OutOfOrder,
        |option| option.out_of_order,
        Proposal::Slots,
    ),
    (Label::TooFull, |option| option.over, Proposal::DaysOver),
    (
        Label::Events,
        |option| option.misses.events.iter().map(|(_, slots)| slots).sum(),
        Proposal::TooLate,
    ),
    (
        Label::Milestones,
        |option| count(&option.misses.milestones),
        Proposal::Missed,
    ),
    (
        Label::DeliverablesMissed,
        |option| count(&option.misses.deliverables),
        Proposal::Missed,
    ),
];

type Shortfall = (Label, fn(&RecoveryOption) -> u32, fn(u32) -> Proposal);

fn header(sheet: &mut Sheet, recovery: &summary::Recovery) {
    let stranded = Recovery::Stranded {
        work: workload(recovery.tally.different, recovery.tally.planned),
        since: recovery.since,
    };
    let end = Span::dim(Recovery::PlanEnd {
        end: recovery.plan_end,
        deadline: recovery.deadline,
    });
    sheet.split(vec![Span::new(stranded, Role::Title)], vec![end]);
}

/// The option to choose, and why.
fn recommended(recommended: &Recommendation) -> Line {
    let reasons = recommended.reasons.iter().map(|reason| match reason {
        Advantage::Complete => Reason::PlacesEverything,
        Advantage::OnlyComplete => Reason::OnlyOneToPlaceEverything,
        Advantage::OnTime => Reason::EndsOnTime,
        Advantage::ReadyForEvents => Reason::ReadyForEvents,
        Advantage::FewestMilestones => Reason::FewestMilestones,
        Advantage::EndsSoonest => Reason::EndsSoonest,
        Advantage::FewestDeliverables => Reason::FewestDeliverables,
        Advantage::FewestMoves => Reason::FewestMoves,
        Advantage::KeepsWeekdays => Reason::KeepsWeekdays,
        Advantage::NothingElse => Reason::NothingElse,
        Advantage::LosesLeast => Reason::LosesLeast,
    });
    let words = Proposal::Recommended {
        strategy: recommended.strategy.name(),
        reasons: reasons.collect(),
    };
    vec![Span::space(2), Span::new(words, Role::Title)]
}

/// One option: what it would move, by the new dates, or skip.
pub(crate) fn recovery_option(
    study: &Study,
    recovery: &summary::Recovery,
    option: &RecoveryOption,
) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, recovery);
    sheet.hanging(2, vec![Span::plain(outcome(option))]);
    if let Some((weeks, slot)) = option.past_today(study) {
        let words = Proposal::NotToday {
            weeks,
            slot: slot.id(),
            time: slot.time,
        };
        sheet.line(vec![Span::space(2), Span::dim(words)]);
    }
    let moves = option.by_date(study);
    if !moves.is_empty() {
        sheet.blank();
        let head = [
            Label::To,
            Label::Blank,
            Label::Slot,
            Label::Title,
            Label::From,
        ];
        let rows = moves.iter().map(|(slot, placement)| row(slot, *placement));
        sheet.table(Table {
            indent: 2,
            head: head.map(Message::from).to_vec(),
            yields: Some(3),
            wraps: Some(4),
            rows: rows.collect(),
            ..Table::default()
        });
    }
    skipped(&mut sheet, &option.skips, &[]);
    let narrowed = option.narrowed().map(SlotView::id);
    let slots: Vec<String> = narrowed.collect();
    if !slots.is_empty() {
        let words = Span::new(Proposal::Narrowed { slots }, Role::Warn);
        sheet.hanging(4, vec![Span::space(2), words]);
    }
    shortfalls(&mut sheet, &[option]);
    sheet
}

fn outcome(option: &RecoveryOption) -> Proposal {
    let skipped: Tally = option.skips.iter().collect();
    Proposal::Outcome {
        strategy: option.strategy.name(),
        moves: workload(option.slots_moved(), option.minutes),
        skips: workload(skipped.different, skipped.planned),
        end: option.end.zip(option.late),
        unplaced: count(&option.unplaced),
    }
}

fn row(slot: &SlotView, to: Placement) -> Vec<Line> {
    let time = to.time.map(|time| Span::plain(time.to_string()));
    let mut from = vec![Span::dim(Phrase::ShortDates(slot.dates))];
    if let Some(time) = slot.time.filter(|time| Some(*time) != to.time) {
        from.push(Span::dim(format!(" {time}")));
    }
    vec![
        vec![Span::plain(Phrase::ShortDates(to.dates()))],
        time.into_iter().collect(),
        vec![Span::new(slot.id(), Role::Label)],
        vec![Span::plain(&slot.place.slot.title)],
        from,
    ]
}

/// What would be skipped.
fn skipped(sheet: &mut Sheet, slots: &[SlotView], deliverables: &[DeliverableView]) {
    let row = |id: &str, title: &str, dates: Span| {
        let id = Span::new(id.to_owned(), Role::Label);
        vec![vec![id], vec![Span::plain(title.to_owned())], vec![dates]]
    };
    // Of a slot in several sittings, the first says when it is from.
    let mut known = HashSet::new();
    let slots = slots.iter().filter(|slot| known.insert(slot.place.index));
    let slots = slots.map(|slot| {
        let (slot, dates) = (slot.place.slot, Span::dim(Phrase::ShortDates(slot.dates)));
        row(slot.id.as_str(), &slot.title, dates)
    });
    let deliverables = deliverables.iter().map(|view| {
        let last = Phrase::ShortDates(Dates::on(view.dates.last));
        row(&view.what.id, &view.what.text, Span::dim(last))
    });
    let rows: Vec<Vec<Line>> = slots.chain(deliverables).collect();
    if rows.is_empty() {
        return;
    }
    sheet.blank();
    sheet.table(Table {
        indent: 2,
        head: [Label::Slot, Label::Title, Label::From]
            .map(Message::from)
            .to_vec(),
        yields: Some(1),
        rows,
        ..Table::default()
    });
}

/// What is overdue, and what would be skipped with it.
pub(crate) fn overdue(
    (slots, all): (&[SlotView], &[SlotView]),
    deliverables: &[DeliverableView],
) -> Sheet {
    let mut sheet = Sheet::default();
    let (tally, all_skipped): (Tally, Tally) = (slots.iter().collect(), all.iter().collect());
    let words = Recovery::Overdue {
        slots: workload(tally.different, tally.planned),
        deliverables: count(deliverables),
    };
    sheet.line(vec![Span::new(words, Role::Title)]);
    if all_skipped.planned > tally.planned {
        let words = Recovery::WithSittings(all_skipped.planned);
        sheet.hanging(2, vec![Span::space(2), Span::dim(words)]);
    }
    skipped(&mut sheet, all, deliverables);
    sheet
}
