//! A plan that is made anew from an edited note: slots keep their ids, and so their marks.

use std::collections::{HashMap, HashSet};

use super::matching::{Evidence, MatchItem, MatchedBy, are_alike, items_of_plan, match_items};
use crate::model::{Plan, Slot, SlotId, SlotRef};

/// Gives the slots of `plan` the ids that they had in `former`, where [`match_items`] is certain. Says
/// how many kept theirs. Another slot gets an id that none has or had: that one may have marks.
pub(crate) fn keep_ids(former: &Plan, plan: &mut Plan) -> usize {
    let old: Vec<SlotId> = former.slots().map(|place| place.slot.id.clone()).collect();
    let mut kept = vec![None; plan.slots().count()];
    let (then, now) = (items_of_plan(former), items_of_plan(plan));
    let mut matches = match_items(&then, &now, Evidence::WholePlan);
    reworded(&then, &now, &mut matches);
    alone(&days_of(former), &days_of(plan), &mut matches);
    renamed(former, plan, &mut matches);
    for (id, found) in old.iter().zip(matches) {
        let slot = found.and_then(|(to, _)| kept.get_mut(to));
        if let Some(slot) = slot {
            *slot = Some(id.clone());
        }
    }
    let mut taken: HashSet<SlotId> = old.into_iter().collect();
    let weeks = plan.phases.iter_mut().flat_map(|phase| &mut phase.weeks);
    let sessions = weeks
        .flat_map(|week| &mut week.days)
        .flat_map(|day| &mut day.sessions);
    let slots = sessions.flat_map(|session| &mut session.slots);
    for (slot, id) in slots.zip(&kept) {
        let id = id.clone().unwrap_or_else(|| fresh(slot, &taken));
        slot.id_is_given |= slot.id != id;
        slot.id = id.clone();
        taken.insert(id);
    }
    kept.iter().flatten().count()
}

/// Matches what is left: slots whose titles differ in nothing but how long they take, then slots in one
/// place with similar titles. Both plans are whole, so nothing else can have been either.
fn reworded(then: &[MatchItem], now: &[MatchItem], matches: &mut [Option<(usize, MatchedBy)>]) {
    let name = |item: &MatchItem<'_>| without_length(item.title).to_owned();
    let place = |item: &MatchItem<'_>| item.id.to_owned();
    let keys: [&dyn Fn(&MatchItem<'_>) -> String; 2] = [&name, &place];
    for key in keys {
        let taken: HashSet<usize> = matches.iter().flatten().map(|(to, _)| *to).collect();
        let mut groups: HashMap<String, [Vec<usize>; 2]> = HashMap::new();
        for (from, item) in then.iter().enumerate() {
            if item.rank.is_some() && matches[from].is_none() {
                groups.entry(key(item)).or_default()[0].push(from);
            }
        }
        for (to, item) in now.iter().enumerate() {
            if item.rank.is_some() && !taken.contains(&to) {
                groups.entry(key(item)).or_default()[1].push(to);
            }
        }
        for [from, to] in groups.values() {
            if let ([from], [to]) = (from.as_slice(), to.as_slice())
                && are_alike(&name(&then[*from]), &name(&now[*to]))
            {
                matches[*from] = Some((*to, MatchedBy::Id));
            }
        }
    }
}

/// The day of every slot of a plan, by its position.
fn days_of(plan: &Plan) -> Vec<usize> {
    let days = plan.days().enumerate();
    let slots = days.flat_map(|(index, (.., day))| day.slots().map(move |_| index));
    slots.collect()
}

/// Matches a slot whose time and title have both changed: the only one of its day without a match, then
/// and now, between the same slots. A day that was a single slot may be about something else.
fn alone(then: &[usize], now: &[usize], matches: &mut [Option<(usize, MatchedBy)>]) {
    let taken: HashSet<usize> = matches.iter().flatten().map(|(to, _)| *to).collect();
    let is_alone = |days: &[usize], is_open: &dyn Fn(usize) -> bool, at: usize| {
        let first = days.partition_point(|day| *day < days[at]);
        let last = days.partition_point(|day| *day <= days[at]);
        let of_day = first..last;
        let (open, known): (Vec<usize>, Vec<usize>) = of_day.partition(|other| is_open(*other));
        open == [at] && !known.is_empty()
    };
    let is_between = |from: usize, to: usize| {
        let to_of = |from: usize| matches[from].map(|(to, _)| to);
        let before = match (from.checked_sub(1), to.checked_sub(1)) {
            (None, None) => true,
            (Some(from), Some(to)) => to_of(from) == Some(to),
            _ => false,
        };
        let is_last = from + 1 == then.len() && to + 1 == now.len();
        let after = || from + 1 < then.len() && to_of(from + 1) == Some(to + 1);
        before && (is_last || after())
    };
    let mut found = Vec::new();
    for from in (0..then.len()).filter(|from| matches[*from].is_none()) {
        // Its place is after that of the slot before it.
        let to = match from.checked_sub(1) {
            None => 0,
            Some(before) => matches[before].map_or(usize::MAX, |(to, _)| to + 1),
        };
        let is_open_then = |at: usize| matches[at].is_none();
        let is_open_now = |at: usize| !taken.contains(&at);
        if to < now.len()
            && is_alone(then, &is_open_then, from)
            && is_alone(now, &is_open_now, to)
            && is_between(from, to)
        {
            found.push((from, to));
        }
    }
    for (from, to) in found {
        matches[from] = Some((to, MatchedBy::Neighbours));
    }
}

/// Matches the only slot of the plan that has changed, if that is only its title: it is at the same time
/// of the same day as before. Without a time of its own it may be something else.
fn renamed(former: &Plan, plan: &Plan, matches: &mut [Option<(usize, MatchedBy)>]) {
    let (then, now): (Vec<_>, Vec<_>) = (former.slots().collect(), plan.slots().collect());
    let is_same = |at: usize| {
        let (one, other) = (&then[at], &now[at]);
        let place = |of: &SlotRef| (of.week.number, of.day.numbers, of.day.weekdays);
        place(one) == place(other)
            && (one.slot.time, one.slot.duration) == (other.slot.time, other.slot.duration)
    };
    if then.len() != now.len() || !(0..then.len()).all(is_same) {
        return;
    }
    let other = |at: &usize| then[*at].slot.title != now[*at].slot.title;
    let changed: Vec<usize> = (0..then.len()).filter(other).collect();
    if let [only] = changed[..]
        && matches[only].is_none()
        && then[only].slot.time.is_some()
        && !matches.iter().flatten().any(|(to, _)| *to == only)
    {
        matches[only] = Some((only, MatchedBy::Neighbours));
    }
}

/// A title without a bracket at its end that says how long it takes.
fn without_length(title: &str) -> &str {
    let inner = title.trim_end().strip_suffix([')', '）']);
    let parts = inner.and_then(|inner| inner.rsplit_once(['(', '（']));
    let is_length = |inner: &str| inner.contains(|c: char| c.is_ascii_digit());
    parts
        .filter(|(_, inner)| is_length(inner))
        .map_or(title, |(before, _)| before.trim_end())
}

/// The slot's id, with a number if another has it.
fn fresh(slot: &Slot, taken: &HashSet<SlotId>) -> SlotId {
    let numbered = (2..).filter_map(|number| SlotId::new(&format!("{}-{number}", slot.id)));
    let mut ids = std::iter::once(slot.id.clone()).chain(numbered);
    let free = ids.find(|id| !taken.contains(id));
    free.unwrap_or_else(|| unreachable!("there are more numbers than slots"))
}
