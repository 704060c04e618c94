//! Which slot of the plan each mark counts for.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::fingerprint::{Content, Fingerprint};
use super::{Mark, Progress, Subject};
use crate::model::{Plan, Slot};

/// A subject whose marks count for a slot or deliverable.
pub(super) struct Home<'e, 'p> {
    pub(super) subject: Subject<'e>,
    /// The id of the slot or deliverable.
    pub(super) id: &'p str,
    /// Whether it had another id or content when it was marked.
    pub(super) is_changed: bool,
}

/// Where marks count in a plan.
///
/// Content is title, duration, topic and fields. If only one slot had the content when it was
/// marked, its marks follow it: they count for the one slot that has it now, whatever its id, or
/// for none if several have it. If none has it, or the content is unknown or was not unique, marks
/// count for the slot with the same id and title, unless that is known to be another one.
pub(super) struct Homes<'e, 'p> {
    pub(super) counted: Vec<Home<'e, 'p>>,
    /// Subjects whose content several slots have now, with the ids of these.
    pub(super) ambiguous: Vec<(Subject<'e>, Vec<&'p str>)>,
    /// All others, by id and title.
    pub(super) unplaced: BTreeMap<(&'e str, &'e str), Vec<Subject<'e>>>,
}

/// Subjects that do not follow their content, by id and title.
type Others<'e, 'm> = HashMap<(&'m str, &'m str), Vec<(&'m Subject<'e>, &'m Mark)>>;

impl<'e, 'p> Homes<'e, 'p> {
    pub(super) fn of(progress: &Progress<'e>, plan: &'p Plan) -> Self {
        let marks = progress.marks.iter();
        let marks: Vec<_> = marks.filter(|(_, mark)| !mark.is_empty()).collect();
        let contents = marks
            .iter()
            .filter_map(|(subject, mark)| unique(subject, mark));
        let by_id = added_slots(progress, plan);
        let titles = contents.map(|(title, _)| title).collect();
        let slots = slots_by_content(plan, &titles, &by_id);
        let mut homes = Self {
            counted: Vec::with_capacity(marks.len()),
            ambiguous: Vec::new(),
            unplaced: BTreeMap::new(),
        };
        let mut others: Others<'e, '_> = HashMap::new();
        for (subject, mark) in marks {
            if let Some(id) = by_id.get(subject.id) {
                homes.counted.push(Home {
                    subject: *subject,
                    id,
                    is_changed: false,
                });
                continue;
            }
            let found = unique(subject, mark).and_then(|content| slots.get(&content));
            match found.map(Vec::as_slice) {
                Some([only]) => homes.counted.push(Home {
                    subject: *subject,
                    id: only,
                    is_changed: subject.id != *only,
                }),
                Some(several) => homes.ambiguous.push((*subject, several.to_vec())),
                None => others
                    .entry((subject.id, subject.title))
                    .or_default()
                    .push((subject, mark)),
            }
        }
        homes.place_by_id(others, plan);
        homes
    }

    /// Places subjects by id and title.
    fn place_by_id(&mut self, others: Others<'e, '_>, plan: &'p Plan) {
        if others.is_empty() {
            return;
        }
        let mut others: HashMap<(&str, &str), Vec<_>> = others;
        // Slots that have marks by their content, and whether these were made for another id.
        let mut known: HashMap<&str, bool> = HashMap::new();
        for home in &self.counted {
            *known.entry(home.id).or_default() |= home.is_changed;
        }
        for (id, title, slot) in everything(plan) {
            let Some(subjects) = others.remove(&(id, title)) else {
                continue;
            };
            let is_another = |subject: &Subject, mark: &Mark| match known.get(id) {
                Some(true) => true,
                Some(false) => unique(subject, mark).is_some(),
                None => false,
            };
            let now = slot.filter(|_| {
                subjects
                    .iter()
                    .any(|(subject, _)| subject.content.is_some())
            });
            let now = now.map(|slot| Fingerprint::of(slot).content());
            for (subject, mark) in subjects {
                if is_another(subject, mark) {
                    self.leave(*subject);
                } else {
                    self.counted.push(Home {
                        subject: *subject,
                        id,
                        is_changed: subject.content.is_some() && subject.content != now,
                    });
                }
            }
        }
        for (subject, _) in others.into_values().flatten() {
            self.leave(*subject);
        }
        self.unplaced
            .values_mut()
            .for_each(|subjects| subjects.sort_unstable());
    }

    fn leave(&mut self, subject: Subject<'e>) {
        let group = self.unplaced.entry((subject.id, subject.title));
        group.or_default().push(subject);
    }
}

/// The ids of added slots, whether the plan file has them by now or not. They are random and given to
/// no other slot, so they decide where marks belong: several office hours are alike.
fn added_slots<'p>(progress: &Progress, plan: &'p Plan) -> HashSet<&'p str> {
    if progress.added.is_empty() {
        return HashSet::new();
    }
    let ids = plan.slots().map(|place| place.slot.id.as_str());
    ids.filter(|id| progress.added.contains_key(id)).collect()
}

/// Title and content of a subject, if only one slot had them when it was marked.
fn unique<'e>(subject: &Subject<'e>, mark: &Mark) -> Option<(&'e str, Content)> {
    let (_, fingerprint) = mark.fingerprint.filter(|(_, sum)| !sum.all_shared)?;
    debug_assert_eq!(Some(fingerprint.content()), subject.content);
    Some((subject.title, subject.content?))
}

/// The ids of the slots with one of the `titles`, by title and content, except those `by_id`.
fn slots_by_content<'p>(
    plan: &'p Plan,
    titles: &HashSet<&str>,
    by_id: &HashSet<&str>,
) -> HashMap<(&'p str, Content), Vec<&'p str>> {
    let mut found: HashMap<(&str, Content), Vec<&str>> = HashMap::new();
    for slot in plan.slots().map(|place| place.slot) {
        if !by_id.contains(slot.id.as_str()) && titles.contains(slot.title.as_str()) {
            let content = Fingerprint::of(slot).content();
            found
                .entry((&slot.title, content))
                .or_default()
                .push(slot.id.as_str());
        }
    }
    found
}

/// Id and title of everything that can be marked, and the slot if it is one.
fn everything(plan: &Plan) -> impl Iterator<Item = (&str, &str, Option<&Slot>)> {
    let slots = plan.slots().map(|place| place.slot);
    let slots = slots.map(|slot| (slot.id.as_str(), slot.title.as_str(), Some(slot)));
    let deliverables = plan.weeks().flat_map(|(_, week)| &week.deliverables);
    slots.chain(deliverables.map(|what| (what.id.as_str(), what.text.as_str(), None)))
}
