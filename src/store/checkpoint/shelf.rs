//! Marks on a shelf: each can be read alone, and what counts its slot stands in front.

use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use serde::{Deserialize, Serialize};

use super::entry::{Entry, date, number};
use crate::model::{Minutes, name};
use crate::progress::{Brief, Mark, State};
use crate::store::packed::{self, List, join, split};

/// Marks by the id and title of their slots.
pub(super) type Marks = BTreeMap<(String, String), Mark>;

/// Names of slots, as of [`name`].
pub type Names = HashSet<u64, BuildHasherDefault<AsItIs>>;

/// A name is as good as a hash of it.
#[derive(Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, name: u64) {
        self.0 = self.0.rotate_left(8) ^ name;
    }
}

/// Marks of which only those wanted are read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Shelf {
    /// Where each stands: mostly in the order of [`Marks`].
    places: List,
    /// What each says in brief, by the names of their slots.
    briefs: List,
    #[serde(with = "serde_bytes")]
    marks: Vec<u8>,
}

/// What a mark says in brief, after the name of its slot.
type Named = (u64, Brief);

/// The name of a mark's slot, and the span of its bytes.
#[derive(Clone, Copy)]
struct Place {
    name: u64,
    from: u32,
    to: u32,
}

impl Shelf {
    /// A shelf of `marks`. `None` where they are too large.
    pub fn of(marks: &Marks) -> Option<Self> {
        Self::default().with(marks)
    }

    /// The same with these, in place of those of the same slots.
    pub fn with(mut self, marks: &Marks) -> Option<Self> {
        let names: Names = marks.keys().map(|key| name(&key.0, &key.1)).collect();
        let old = self.places.iter::<Place>().flatten();
        let mut places: Vec<Place> = old.filter(|old| !names.contains(&old.name)).collect();
        let old = self.briefs().filter(|(name, _)| !names.contains(name));
        let mut briefs: Vec<Named> = old.collect();
        for (key, mark) in marks {
            let from = u32::try_from(self.marks.len()).ok()?;
            let entry = Entry::of(key, mark);
            self.marks.extend(postcard::to_allocvec(&entry).ok()?);
            let to = u32::try_from(self.marks.len()).ok()?;
            let name = name(&key.0, &key.1);
            places.push(Place { name, from, to });
            briefs.push((name, Brief::of(mark)));
        }
        briefs.sort_by_key(|(name, _)| *name);
        self.places = List::of(places.iter().copied());
        self.briefs = List::of(briefs);
        let used: usize = places.iter().map(Place::length).sum();
        if self.marks.len() > 2 * used {
            // More of it is what marks were before than what they are.
            return Self::of(&self.all());
        }
        Some(self)
    }

    /// What they say in brief, with the names of their slots, in the order of these.
    pub fn briefs(&self) -> impl Iterator<Item = Named> {
        self.briefs.iter().flatten()
    }

    /// All of them.
    pub fn all(&self) -> Marks {
        self.those(|_| true)
    }

    /// Those of the slots named.
    pub fn named(&self, names: &Names) -> Marks {
        self.those(|name| names.contains(&name))
    }

    /// One that cannot be read is none: the checksum says that this build put it there.
    fn those(&self, is_wanted: impl Fn(u64) -> bool) -> Marks {
        let places = self.places.iter::<Place>().flatten();
        let wanted = places.filter(|place| is_wanted(place.name));
        wanted.filter_map(|place| self.read(&place)).collect()
    }

    fn read(&self, place: &Place) -> Option<((String, String), Mark)> {
        let bytes = self.marks.get(place.from as usize..place.to as usize)?;
        postcard::from_bytes::<Entry>(bytes).ok()?.into_mark()
    }
}

impl Place {
    fn length(&self) -> usize {
        (self.to as usize).saturating_sub(self.from as usize)
    }
}

impl packed::Entry for Place {
    fn to_numbers(&self) -> [u32; 4] {
        let [low, high] = split(self.name);
        [low, high, self.from, self.to]
    }

    fn from_numbers([low, high, from, to]: [u32; 4]) -> Option<Self> {
        let name = join([low, high]);
        Some(Self { name, from, to })
    }
}

impl packed::Entry for Named {
    fn to_numbers(&self) -> [u32; 4] {
        let (name, brief) = self;
        let [low, high] = split(*name);
        let state = brief.state.map_or(0, |state| match state {
            State::Done => 1,
            State::Skipped => 2,
        });
        let flags = state
            | u32::from(brief.has_notes) << 2
            | u32::from(brief.took.is_some()) << 3
            | u32::from(brief.placement.is_some()) << 4;
        // Nothing takes longer than a day.
        let took = brief.took.unwrap_or_default().min(Minutes::DAY);
        let placement = brief.placement.map_or(0, number).cast_unsigned();
        [low, high, flags | took.0 << 5, placement]
    }

    fn from_numbers([low, high, flags, placement]: [u32; 4]) -> Option<Self> {
        let brief = Brief {
            state: match flags & 3 {
                0 => None,
                1 => Some(State::Done),
                _ => Some(State::Skipped),
            },
            took: (flags & 8 != 0).then_some(Minutes(flags >> 5)),
            placement: match flags & 16 {
                0 => None,
                _ => Some(date(placement.cast_signed())?),
            },
            has_notes: flags & 4 != 0,
        };
        Some((join([low, high]), brief))
    }
}
