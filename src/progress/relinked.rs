//! What marks are of, which `moved` events change.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::fingerprint::Content;
use super::{Event, Fingerprint, Mark, Order, Subject, What};

/// A live `moved` event: what marks were of, and what they are of since.
struct Relink<'e> {
    order: Order,
    from: Subject<'e>,
    to: Subject<'e>,
    fingerprint: Option<Fingerprint>,
}

impl<'e> Relink<'e> {
    fn of(event: &'e Event) -> Option<Self> {
        let What::Relinked {
            from,
            was,
            was_sum,
            to,
            title,
            fingerprint,
        } = &event.what
        else {
            return None;
        };
        let subject = |id, title, sum: &Option<Fingerprint>| Subject {
            id,
            title,
            content: sum.map(Fingerprint::content),
        };
        Some(Self {
            order: event.order(),
            from: subject(from, was, was_sum),
            to: subject(to, title, fingerprint),
            fingerprint: *fingerprint,
        })
    }

    /// Whether it names a content. An event of an older version does not: then marks with any
    /// content move, and keep it.
    fn names_content(&self) -> bool {
        self.from.content.or(self.to.content).is_some()
    }
}

/// The live `moved` events of an op. They happen at once, when the last of them was recorded: where
/// `a` became `b` and `b` became `c`, a mark of `a` is one of `b`.
struct Step<'e> {
    order: Order,
    relinks: Vec<Relink<'e>>,
}

/// The steps of live events, in order.
fn steps<'e>(live: &[&'e Event]) -> Vec<Step<'e>> {
    let mut by_op: BTreeMap<Uuid, Vec<Relink>> = BTreeMap::new();
    for event in live {
        if let Some(relink) = Relink::of(event) {
            by_op.entry(event.op).or_default().push(relink);
        }
    }
    let steps = by_op.into_values().filter_map(|mut relinks| {
        relinks.sort_by_key(|relink| relink.order);
        let order = relinks.last()?.order;
        Some(Step { order, relinks })
    });
    let mut steps: Vec<Step> = steps.collect();
    steps.sort_by_key(|step| step.order);
    steps
}

/// Which ids became which, by each op of live events, in order; an id becomes only one other in an op.
pub(super) fn renamings<'e>(live: &[&'e Event]) -> Vec<(Uuid, Vec<(&'e str, &'e str)>)> {
    let renaming = |step: Step<'e>| {
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        for Relink { from, to, .. } in &step.relinks {
            let is_known = |pair: &(&str, &str)| pair.0 == from.id || pair.1 == to.id;
            if from.id != to.id && !pairs.iter().any(is_known) {
                pairs.push((from.id, to.id));
            }
        }
        (step.order.1, pairs)
    };
    steps(live).into_iter().map(renaming).collect()
}

/// The marks that live events make, by what they are of in the end. Moves of the ops `shifts` are
/// part of a shift.
pub(super) fn marks<'e>(live: &[&'e Event], shifts: &HashSet<Uuid>) -> BTreeMap<Subject<'e>, Mark> {
    let mark_of = |event: &Event| Mark::of(event, shifts.contains(&event.op));
    let steps = steps(live);
    let marked = live.iter().copied();
    let mut marked = marked.filter_map(|event| Some((event, event.subject()?)));
    if steps.is_empty() {
        let mut marks: HashMap<Subject, Mark> = HashMap::new();
        for (event, subject) in marked {
            let mark = marks.entry(subject).or_default();
            mark.absorb(mark_of(event));
        }
        return marks.into_iter().collect();
    }
    let mut marked: Vec<(&Event, Subject)> = marked.by_ref().collect();
    marked.sort_by_key(|(event, _)| event.order());
    let mut marked = marked.into_iter().peekable();
    let mut marks = Marks::default();
    for step in &steps {
        while let Some((event, subject)) = marked.next_if(|(event, _)| event.order() < step.order) {
            marks.add(subject, mark_of(event));
        }
        marks.relink(step);
    }
    for (event, subject) in marked {
        marks.add(subject, mark_of(event));
    }
    marks.by_subject()
}

/// The marks of one id and title, by content.
type Contents = HashMap<Option<Content>, Mark>;

/// Marks by id and title, as they are between two steps. All marks of a subject move together, and
/// where two lots meet the smaller one is taken into the larger, so that a chain of a thousand steps
/// costs no more than a thousand steps apart.
#[derive(Default)]
struct Marks<'e>(HashMap<(&'e str, &'e str), Contents>);

impl<'e> Marks<'e> {
    fn add(&mut self, subject: Subject<'e>, mark: Mark) {
        let contents = self.0.entry((subject.id, subject.title)).or_default();
        contents.entry(subject.content).or_default().absorb(mark);
    }

    /// Takes all marks that a step moves from where they are before it brings any to where they go.
    fn relink(&mut self, step: &Step<'e>) {
        let mut on_the_way = Vec::new();
        for relink in &step.relinks {
            if let Some(contents) = self.taken(relink) {
                on_the_way.push(((relink.to.id, relink.to.title), contents));
            }
        }
        for (to, mut fewer) in on_the_way {
            let contents = self.0.entry(to).or_default();
            if fewer.len() > contents.len() {
                std::mem::swap(contents, &mut fewer);
            }
            for (content, mark) in fewer {
                contents.entry(content).or_default().absorb(mark);
            }
        }
    }

    /// The marks that a `moved` event moves, with what they are of after it.
    fn taken(&mut self, relink: &Relink<'e>) -> Option<Contents> {
        let from = (relink.from.id, relink.from.title);
        if !relink.names_content() {
            return self.0.remove(&from);
        }
        let mut mark = self.0.get_mut(&from)?.remove(&relink.from.content)?;
        let fingerprint = relink.fingerprint;
        mark.fingerprint = fingerprint.map(|fingerprint| (relink.order, fingerprint));
        Some(HashMap::from([(relink.to.content, mark)]))
    }

    fn by_subject(self) -> BTreeMap<Subject<'e>, Mark> {
        let marks = self.0.into_iter().flat_map(|((id, title), contents)| {
            contents.into_iter().map(move |(content, mark)| {
                let subject = Subject { id, title, content };
                (subject, mark)
            })
        });
        marks.collect()
    }
}

#[cfg(test)]
mod tests;
