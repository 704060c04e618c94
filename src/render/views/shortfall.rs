//! What options for rescheduling miss and do not place, by name; what is alike is said once.

use crate::render::sheet::{Line, Role, Sheet, Span, Table};
use crate::summary::{RecoveryOption, UnplacedReason};
use crate::text::{Proposal, Recovery, Shortfall, SlotName};

/// If more slots than this are not placed for the same reason, they are named by their ids only.
const ALIKE: usize = 2;

/// How many ids, milestones or deliverables are named before "and 12 more".
const NAMED: usize = 3;

/// What the options miss and what they do not place, those that are alike together.
pub(super) fn shortfalls(sheet: &mut Sheet, options: &[&RecoveryOption]) {
    missed(sheet, options, Shortfall::MissedEvents, |option| {
        let events = option.misses.events.iter();
        events
            .map(|(event, slots)| format!("{} {} ({slots})", event.id, event.title))
            .collect()
    });
    missed(sheet, options, Shortfall::MissedMilestones, |option| {
        let milestones = option.misses.milestones.iter();
        milestones
            .map(|milestone| milestone.title.clone())
            .collect()
    });
    missed(sheet, options, Shortfall::MissedDeliverables, |option| {
        let deliverables = option.misses.deliverables.iter();
        deliverables
            .map(|what| format!("{} {}", what.id, what.text))
            .collect()
    });
    let unplaced = options.iter().filter(|option| !option.unplaced.is_empty());
    let unplaced: Vec<&RecoveryOption> = unplaced.copied().collect();
    for (causes, options) in grouped(unplaced, |option| causes(option)) {
        obstacles(sheet, causes, &options);
    }
}

/// Items with the same key together, each group in the place of its first item.
fn grouped<T: Copy, K: PartialEq>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(T) -> K,
) -> Vec<(K, Vec<T>)> {
    let mut groups: Vec<(K, Vec<T>)> = Vec::new();
    for item in items {
        let key = key(item);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, members)) => members.push(item),
            None => groups.push((key, vec![item])),
        }
    }
    groups
}

pub(super) fn count<T>(slots: &[T]) -> u32 {
    u32::try_from(slots.len()).unwrap_or(u32::MAX)
}

/// What options miss, by name: a row for those that miss the same.
fn missed(
    sheet: &mut Sheet,
    options: &[&RecoveryOption],
    heading: Shortfall,
    names: fn(&RecoveryOption) -> Vec<String>,
) {
    let missing = options.iter().filter(|option| !names(option).is_empty());
    let missing: Vec<&RecoveryOption> = missing.copied().collect();
    if missing.is_empty() {
        return;
    }
    sheet.blank();
    sheet.line(vec![Span::space(2), Span::new(heading, Role::Label)]);
    let alike = grouped(missing, names).into_iter();
    let rows = alike.flat_map(|(names, options)| first_named(strategies(&options), names));
    sheet.table(Table {
        indent: 4,
        yields: Some(1),
        rows: rows.collect(),
        ..Table::default()
    });
}

fn strategies(options: &[&RecoveryOption]) -> Vec<&'static str> {
    options
        .iter()
        .map(|option| option.strategy.name())
        .collect()
}

/// The first of them, a row each, and how many more there are.
fn first_named(strategies: Vec<&'static str>, all: Vec<String>) -> Vec<Vec<Line>> {
    let shown = shown(all.len());
    let more = count(&all[shown..]);
    let names = all.into_iter().take(shown).map(Span::plain);
    let more = (more > 0).then(|| Span::dim(Recovery::More(more)));
    let strategies = Span::plain(Proposal::Strategies(strategies));
    let labels = std::iter::once(vec![strategies]).chain(std::iter::repeat(Line::new()));
    let rows = labels.zip(names.chain(more));
    rows.map(|(label, name)| vec![label, vec![name]]).collect()
}

/// How many of so many are named: all, or the first ones if more than one is left over.
fn shown(count: usize) -> usize {
    if count > NAMED + 1 { NAMED } else { count }
}

fn named(all: &[String]) -> Shortfall {
    let shown = shown(all.len());
    Shortfall::Named {
        names: all[..shown].to_vec(),
        more: count(&all[shown..]),
    }
}

/// The slots that an option does not place, by why; what comes first in the plan comes first.
fn causes(option: &RecoveryOption) -> Vec<(Shortfall, Vec<SlotName>)> {
    let causes = grouped(&option.unplaced, |(_, why)| reason(why)).into_iter();
    let named = causes.map(|(why, slots)| {
        let slots = slots.into_iter().map(|(slot, _)| slot.name());
        (why, slots.collect())
    });
    named.collect()
}

/// The slots that options do not place, which all leave the same, and why: each cause once.
fn obstacles(
    sheet: &mut Sheet,
    causes: Vec<(Shortfall, Vec<SlotName>)>,
    options: &[&RecoveryOption],
) {
    sheet.blank();
    let heading = Shortfall::NotPlaced(strategies(options));
    sheet.hanging(4, vec![Span::space(2), Span::new(heading, Role::Label)]);
    for (why, slots) in causes {
        let why = Span::dim(why);
        let ids: Vec<String> = slots.iter().map(|slot| slot.id.to_string()).collect();
        if slots.len() > ALIKE {
            let ids = Span::new(named(&ids), Role::Warn);
            sheet.hanging(6, vec![Span::space(4), ids, Span::space(2), why]);
            continue;
        }
        for slot in slots {
            let title = Span::plain(format!("{}  ", slot.title));
            let id = Span::new(format!("{} ", slot.id), Role::Warn);
            sheet.hanging(6, vec![Span::space(4), id, title, why.clone()]);
        }
    }
}

/// Why an option does not place the first of the slots that it does not place.
pub(crate) fn why_unplaced(option: &RecoveryOption) -> Option<Shortfall> {
    option.unplaced.first().map(|(_, why)| reason(why))
}

fn reason(reason: &UnplacedReason) -> Shortfall {
    match reason {
        UnplacedReason::NoRoom => Shortfall::NoRoom,
        UnplacedReason::TooLong => Shortfall::TooLong,
        UnplacedReason::Before(other) => Shortfall::NoRoomBefore {
            slot: other.id(),
            date: other.dates.first,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn alike_items_are_together_although_others_are_between_them() {
        let groups = grouped([1, 2, 3, 4, 6], |n| n % 2);
        assert_eq!(groups, [(1, vec![1, 3]), (0, vec![2, 4, 6])]);
    }
}
