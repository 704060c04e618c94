//! A plan that has been checked, kept in the cache so that it need not be parsed again.
//!
//! Its head holds what tells of the plan as a whole, without the slots' words ([`Outline`]); its
//! body holds a piece for each week and for each day entry, of which only those wanted are read,
//! and one for all of them with few of their words.

mod library;
mod outline;
mod sketch;

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use self::library::Library;
use self::outline::PackedOutline;
use super::cache::{Body, Cached, Draft, Identity, Piece};
use super::packed::List;
use super::paths::COMPILED_PLANS;
use super::plan_file::PlanSource;
use crate::model::{Day, Outline, Plan, PlanId, Resource, Shape, SlotId, Week};
use crate::progress::Fingerprint;

/// What a plan was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Origin {
    /// It comes with this build.
    Shipped(String),
    /// A file in one of its states.
    File(PathBuf, Identity),
}

/// What is read of every compiled plan.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    origin: Origin,
    outline: PackedOutline,
    /// The plan without what stands in the pieces.
    plan: Plan,
    library: Piece,
    /// The weeks of each phase, as a report needs them.
    sketch: Piece,
    /// A piece for each week, without its days.
    weeks: List,
    /// A piece for each day entry: an [`Entry`].
    days: List,
}

/// A day entry, and what else of the plan matters to it.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    day: Day,
    /// The fingerprints of its slots among all of the plan.
    fingerprints: Vec<Fingerprint>,
    /// The entries of the library that it names.
    named: Vec<Resource>,
}

/// The same, borrowed.
#[derive(Debug, Serialize)]
struct EntryOf<'p> {
    day: &'p Day,
    fingerprints: Vec<Fingerprint>,
    named: Vec<&'p Resource>,
}

/// A compiled plan that is as good as its source.
#[derive(Debug)]
pub struct Compiled {
    head: Head,
    body: Body,
}

impl Compiled {
    /// Opens the compiled plan of `source`. `None` where there is none, or `source` may say
    /// something else by now.
    #[must_use]
    pub fn open(cache_dir: &Path, source: &PlanSource) -> Option<Self> {
        let (path, origin) = now(cache_dir, source)?;
        let Cached { head, body } = Cached::<Head>::open(&path)?;
        (head.origin == origin).then_some(Self { head, body })
    }

    /// What decides the plan's dates. `None` where the cache is damaged.
    #[must_use]
    pub fn shape(&self) -> Option<Shape> {
        self.head.outline.shape()
    }

    /// The plan without its words, of its slots those alone that have one of `names`, which have to
    /// rise. `None` where the cache is damaged.
    #[must_use]
    pub fn outline(&self, names: impl Iterator<Item = u64>) -> Option<Outline> {
        self.head.outline.unpack(names)
    }

    /// The plan's id.
    #[must_use]
    pub fn id(&self) -> &PlanId {
        &self.head.plan.id
    }

    /// The whole plan. `None` where the cache is damaged.
    #[must_use]
    pub fn whole(&self) -> Option<Plan> {
        let bytes = self.body.piece(self.head.library)?;
        let library: Library = postcard::from_bytes(&bytes).ok()?;
        let all: BTreeSet<usize> = (0..self.head.days.len()).collect();
        let (mut plan, _) = self.part(&all)?;
        library.put_back(&mut plan);
        Some(plan)
    }

    /// The plan with those of its day entries alone that stand at `days`, and of its library only
    /// what they name; and the fingerprints of their slots. `None` where the cache is damaged.
    #[must_use]
    pub fn part(&self, days: &BTreeSet<usize>) -> Option<(Plan, HashMap<SlotId, Fingerprint>)> {
        let Self { head, body } = self;
        let mut plan = head.plan.clone();
        let mut weeks = head.weeks.iter();
        let mut fingerprints = HashMap::new();
        let mut from = 0;
        for (phase, shape) in plan.phases.iter_mut().zip(&head.outline.phases) {
            for count in &shape.weeks {
                let piece = weeks.next()??;
                let wanted = days.range(from..from + count);
                let mut week = Week::default();
                if wanted.clone().next().is_some() {
                    week = postcard::from_bytes(&body.piece(piece)?).ok()?;
                }
                for index in wanted {
                    let entry = self.entry(*index)?;
                    let ids = entry.day.slots().map(|slot| slot.id.clone());
                    fingerprints.extend(ids.zip(entry.fingerprints));
                    plan.resources.extend(entry.named);
                    week.days.push(entry.day);
                }
                phase.weeks.push(week);
                from += count;
            }
        }
        Some((plan, fingerprints))
    }

    fn entry(&self, index: usize) -> Option<Entry> {
        let bytes = self.body.piece(self.head.days.get(index)?)?;
        postcard::from_bytes(&bytes).ok()
    }
}

/// Where the compiled plan of `source` lies, and the state that `source` is in.
fn now(cache_dir: &Path, source: &PlanSource) -> Option<(PathBuf, Origin)> {
    let origin = match source {
        PlanSource::Shipped(shipped) => Origin::Shipped(shipped.id.to_owned()),
        PlanSource::File(path) => {
            let state = Identity::of(&path.metadata().ok()?);
            Origin::File(std::path::absolute(path).ok()?, state)
        }
    };
    Some((path_of(cache_dir, &origin), origin))
}

fn path_of(cache_dir: &Path, origin: &Origin) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    match origin {
        Origin::Shipped(id) => id.hash(&mut hasher),
        Origin::File(path, _) => path.hash(&mut hasher),
    }
    let name = format!("{:016x}.plan", hasher.finish());
    cache_dir.join(COMPILED_PLANS).join(name)
}

/// A compiled plan that has been begun, before its source is read.
#[derive(Debug)]
pub struct Begun {
    draft: Draft,
    origin: Origin,
}

impl Begun {
    /// Begins the compiled plan of `source`. `None` where it cannot be kept.
    #[must_use]
    pub fn of(cache_dir: &Path, source: &PlanSource) -> Option<Self> {
        let (path, _) = now(cache_dir, source)?;
        let draft = Draft::begin(path)?;
        // Only what is seen of it from now on is certain to be no older than the draft.
        let (_, origin) = now(cache_dir, source)?;
        Some(Self { draft, origin })
    }

    /// Keeps `plan`, which was read since. Whether that could be done does not matter to anyone:
    /// it is made again next time.
    ///
    /// It is taken apart for that and put together again, since a copy could be large.
    pub fn keep(self, plan: &mut Plan) {
        if let Origin::File(_, state) = &self.origin
            && !self.draft.is_after(state)
        {
            return;
        }
        let mut body = Vec::new();
        if let Some(head) = Head::of(self.origin, plan, &mut body) {
            self.draft.finish(&head, &body);
        }
    }
}

impl Head {
    /// The head of `plan`, whose pieces are put in `body`. `None` where it is too large.
    fn of(origin: Origin, plan: &mut Plan, body: &mut Vec<u8>) -> Option<Self> {
        let outline = PackedOutline::of(&Shape::of(plan), Outline::of(plan));
        let sketch = Piece::put(body, &sketch::of(plan))?;
        let mut fingerprints = Fingerprint::all(plan).into_iter();
        let library = Library::take_out(plan);
        let (mut weeks, mut days) = (Vec::new(), Vec::new());
        let mut pieces = |week: &mut Week| {
            for day in &week.days {
                let entry = EntryOf {
                    day,
                    fingerprints: fingerprints.by_ref().take(day.slots().count()).collect(),
                    named: library.named_in(day),
                };
                days.push(Piece::put(body, &entry)?);
            }
            let its_days = std::mem::take(&mut week.days);
            let put = Piece::put(body, week);
            week.days = its_days;
            weeks.push(put?);
            Some(())
        };
        let all = plan.phases.iter_mut().flat_map(|phase| &mut phase.weeks);
        let put = all.map(&mut pieces).collect::<Option<()>>();
        let bare = without_weeks(plan);
        let library_put = Piece::put(body, &library);
        library.put_back(plan);
        put?;
        Some(Self {
            origin,
            outline,
            plan: bare,
            library: library_put?,
            sketch,
            weeks: List::of(weeks),
            days: List::of(days),
        })
    }
}

/// A copy of `plan` that has no weeks.
fn without_weeks(plan: &mut Plan) -> Plan {
    let phases = plan.phases.iter_mut();
    let weeks: Vec<_> = phases
        .map(|phase| std::mem::take(&mut phase.weeks))
        .collect();
    let bare = plan.clone();
    for (phase, weeks) in plan.phases.iter_mut().zip(weeks) {
        phase.weeks = weeks;
    }
    bare
}
