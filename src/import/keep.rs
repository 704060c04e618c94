//! A note that is imported again: slots keep their ids, and so their marks. And the line that says
//! that a plan file is as the import wrote it.

use std::collections::{HashMap, HashSet};

use super::similar::dice;
use crate::model::{Plan, Slot, SlotId};

const STAMP: &str = "# Imported from ";

/// The plan file with a line that names the note and has a checksum of the rest.
pub(crate) fn stamped(file: &str, note: &str) -> String {
    let (first, rest) = file.split_once('\n').unwrap_or((file, ""));
    let note: String = note.chars().filter(|c| !c.is_control()).collect();
    let sum = crc32fast::hash(rest.as_bytes());
    format!("{first}\n{STAMP}{note} [{sum:08x}]\n{rest}")
}

/// Whether a plan file was written by an import, and not edited since.
pub(crate) fn is_stamped(file: &str) -> bool {
    let mut lines = file.splitn(3, '\n');
    let (_, stamp, rest) = (
        lines.next(),
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    );
    let sum = stamp
        .strip_prefix(STAMP)
        .and_then(|stamp| stamp.rsplit_once('['))
        .map(|(_, sum)| sum.trim_end_matches(']'));
    sum == Some(format!("{:08x}", crc32fast::hash(rest.as_bytes())).as_str())
}

/// Gives the slots of `plan` the ids that they had in `former`: first by title and content, then by
/// title, then by place if the titles are similar. Says how many kept theirs.
pub(crate) fn keep_ids(former: &Plan, plan: &mut Plan) -> usize {
    let old: Vec<&Slot> = former.slots().map(|place| place.slot).collect();
    let mut taken: HashSet<usize> = HashSet::new();
    let mut new: Vec<&mut Slot> = plan
        .phases
        .iter_mut()
        .flat_map(|phase| &mut phase.weeks)
        .flat_map(|week| &mut week.days)
        .flat_map(|day| &mut day.sessions)
        .flat_map(|session| &mut session.slots)
        .collect();
    let mut matches: Vec<Option<usize>> = vec![None; new.len()];
    let whole = |slot: &Slot| format!("{}\n{:?}", slot.title, slot.fields);
    pair(&old, &new, &mut matches, &mut taken, whole);
    pair(&old, &new, &mut matches, &mut taken, |slot| {
        slot.title.clone()
    });
    by_place(&old, &new, &mut matches, &mut taken);
    let mut used: HashSet<String> = matches
        .iter()
        .flatten()
        .map(|index| old[*index].id.to_string())
        .collect();
    // An id of before that no slot has any more is not given to another slot: it may have marks.
    let gone: HashSet<&str> = old.iter().map(|slot| slot.id.as_str()).collect();
    let mut kept = 0;
    for (slot, found) in new.iter_mut().zip(&matches) {
        if let Some(index) = found {
            kept += 1;
            slot.id_is_given |= slot.id != old[*index].id;
            slot.id = old[*index].id.clone();
        } else {
            fresh(slot, &mut used, &gone);
        }
    }
    kept
}

/// Pairs slots with the same id whose titles are similar.
fn by_place(
    old: &[&Slot],
    new: &[&mut Slot],
    matches: &mut [Option<usize>],
    taken: &mut HashSet<usize>,
) {
    let ids = old.iter().enumerate();
    let ids: HashMap<&str, usize> = ids.map(|(at, slot)| (slot.id.as_str(), at)).collect();
    for (slot, found) in new.iter().zip(matches).filter(|(_, found)| found.is_none()) {
        let same = ids.get(slot.id.as_str()).copied();
        let same = same.filter(|at| !taken.contains(at));
        if let Some(at) = same.filter(|at| dice(&old[*at].title, &slot.title) > 0.5) {
            taken.insert(at);
            *found = Some(at);
        }
    }
}

/// Pairs slots that have the same key, in order.
fn pair(
    old: &[&Slot],
    new: &[&mut Slot],
    matches: &mut [Option<usize>],
    taken: &mut HashSet<usize>,
    key: impl Fn(&Slot) -> String,
) {
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, slot) in old
        .iter()
        .enumerate()
        .rev()
        .filter(|(index, _)| !taken.contains(index))
    {
        known.entry(key(slot)).or_default().push(index);
    }
    for (slot, found) in new.iter().zip(matches).filter(|(_, found)| found.is_none()) {
        if let Some(index) = known.get_mut(&key(slot)).and_then(Vec::pop) {
            taken.insert(index);
            *found = Some(index);
        }
    }
}

/// Gives a new slot an id that no other has or had.
fn fresh(slot: &mut Slot, used: &mut HashSet<String>, gone: &HashSet<&str>) {
    let base = slot.id.to_string();
    let mut id = base.clone();
    let mut number = 2;
    while used.contains(&id) || gone.contains(id.as_str()) {
        id = format!("{base}-{number}");
        number += 1;
    }
    if id != base
        && let Some(new) = SlotId::new(&id)
    {
        slot.id = new;
        slot.id_is_given = true;
    }
    used.insert(id);
}
