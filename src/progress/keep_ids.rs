//! A plan that is made anew from an edited note: slots keep their ids, and so their marks.

use std::collections::HashSet;

use super::matching::{Evidence, items_of_plan, match_items};
use crate::model::{Plan, Slot, SlotId};

/// Gives the slots of `plan` the ids that they had in `former`, where [`match_items`] is certain. Says
/// how many kept theirs. Another slot gets an id that none has or had: that one may have marks.
pub(crate) fn keep_ids(former: &Plan, plan: &mut Plan) -> usize {
    let old: Vec<SlotId> = former.slots().map(|place| place.slot.id.clone()).collect();
    let mut kept = vec![None; plan.slots().count()];
    let (then, now) = (items_of_plan(former), items_of_plan(plan));
    let matches = match_items(&then, &now, Evidence::WholePlan);
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

/// The slot's id, with a number if another has it.
fn fresh(slot: &Slot, taken: &HashSet<SlotId>) -> SlotId {
    let numbered = (2..).filter_map(|number| SlotId::new(&format!("{}-{number}", slot.id)));
    let mut ids = std::iter::once(slot.id.clone()).chain(numbered);
    let free = ids.find(|id| !taken.contains(id));
    free.unwrap_or_else(|| unreachable!("there are more numbers than slots"))
}
