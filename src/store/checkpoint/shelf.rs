//! Marks on a shelf: each can be read alone, and what counts its slot stands in front.

use std::collections::{BTreeMap, HashSet};
use std::hash::BuildHasherDefault;

use serde::{Deserialize, Serialize};

use super::entry::{Entry, date, number};
use crate::model::{Minutes, name};
use crate::progress::{AsItIs, Brief, Mark, State};
use crate::store::packed::{self, List, join, split};

/// Marks by the id and title of their slots.
pub(super) type Marks = BTreeMap<(String, String), Mark>;

/// Names of slots, as of [`name`].
pub type Names = HashSet<u64, BuildHasherDefault<AsItIs>>;

/// Marks of which only those wanted are read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Shelf {
    /// Where each stands.
    places: List,
    /// What each says in brief, in the same order.
    briefs: List,
    #[serde(with = "serde_bytes")]
    marks: Vec<u8>,
}

/// The name of a mark's slot, and the span of its bytes.
struct Place {
    name: u64,
    from: u32,
    to: u32,
}

impl Shelf {
    /// A shelf of `marks`. `None` where they are too large.
    pub fn of(marks: &Marks) -> Option<Self> {
        let (mut places, mut bytes) = (Vec::new(), Vec::new());
        for (key, mark) in marks {
            let from = u32::try_from(bytes.len()).ok()?;
            bytes.extend(postcard::to_allocvec(&Entry::of(key, mark)).ok()?);
            let to = u32::try_from(bytes.len()).ok()?;
            let name = name(&key.0, &key.1);
            places.push(Place { name, from, to });
        }
        Some(Self {
            places: List::of(places),
            briefs: List::of(marks.values().map(Brief::of)),
            marks: bytes,
        })
    }

    /// What they say in brief, with the names of their slots.
    pub fn briefs(&self) -> impl Iterator<Item = (u64, Brief)> {
        let places = self.places.iter::<Place>();
        let both = places.zip(self.briefs.iter());
        both.filter_map(|(place, brief)| Some((place?.name, brief?)))
    }

    /// All of them.
    pub fn all(&self) -> Marks {
        self.that(|_| true)
    }

    /// Those of the slots named.
    pub fn named(&self, names: &Names) -> Marks {
        self.that(|name| names.contains(&name))
    }

    /// One that cannot be read is none: the checksum says that this build put it there.
    fn that(&self, is_wanted: impl Fn(u64) -> bool) -> Marks {
        let places = self.places.iter::<Place>().flatten();
        let wanted = places.filter(|place| is_wanted(place.name));
        wanted.filter_map(|place| self.read(&place)).collect()
    }

    fn read(&self, place: &Place) -> Option<((String, String), Mark)> {
        let bytes = self.marks.get(place.from as usize..place.to as usize)?;
        postcard::from_bytes::<Entry>(bytes).ok()?.into_mark()
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

impl packed::Entry for Brief {
    fn to_numbers(&self) -> [u32; 4] {
        let state = self.state.map_or(0, |state| match state {
            State::Done => 1,
            State::Skipped => 2,
        });
        let flags = state
            | u32::from(self.has_notes) << 2
            | u32::from(self.took.is_some()) << 3
            | u32::from(self.seat.is_some()) << 4;
        let seat = self.seat.map_or(0, number).cast_unsigned();
        [flags, self.took.unwrap_or_default().0, seat, 0]
    }

    fn from_numbers([flags, took, seat, _]: [u32; 4]) -> Option<Self> {
        Some(Self {
            state: match flags & 3 {
                0 => None,
                1 => Some(State::Done),
                _ => Some(State::Skipped),
            },
            took: (flags & 8 != 0).then_some(Minutes(took)),
            seat: match flags & 16 {
                0 => None,
                _ => Some(date(seat.cast_signed())?),
            },
            has_notes: flags & 4 != 0,
        })
    }
}
