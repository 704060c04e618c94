//! A short hash of a slot's content. Its marks record it, so that later edits of the slot can be
//! noticed.

use std::collections::HashMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{Item, Minutes, Plan, Slot};

/// Planned minutes, topic and fields, as a duration and a hash.
pub(crate) type Content = (Option<Minutes>, u32);

/// The content of a slot, and whether other slots of the plan are like it.
///
/// The title is no part of it, because every event has that anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Fingerprint {
    /// Planned minutes.
    pub(crate) minutes: Option<Minutes>,
    /// CRC-32 of its topic and its fields.
    pub(crate) work: u32,
    /// Whether another slot of the plan had the same title.
    pub(crate) title_shared: bool,
    /// Whether another slot of the plan had the same topic and fields.
    pub(crate) work_shared: bool,
    /// Whether another slot of the plan had the same title and content. Events of older versions
    /// don't say; if title and work were shared, perhaps by different slots, it is assumed.
    pub(crate) all_shared: bool,
}

impl Fingerprint {
    /// The fingerprint of a slot, without looking at the rest of its plan.
    pub(crate) fn of(slot: &Slot) -> Self {
        Self::from((slot.planned(), work(slot)))
    }

    /// A fingerprint of this content that says nothing of other slots.
    pub(super) fn from((minutes, work): Content) -> Self {
        Self {
            minutes,
            work,
            title_shared: false,
            work_shared: false,
            all_shared: false,
        }
    }

    /// The fingerprints of all slots in the order of the plan.
    pub(crate) fn all(plan: &Plan) -> Vec<Self> {
        Self::some(plan, |_| true).map(|(_, sum)| sum).collect()
    }

    /// The slots that are `wanted`, and their fingerprints, in the order of the plan.
    pub(crate) fn some(
        plan: &Plan,
        wanted: impl Fn(&Slot) -> bool,
    ) -> impl Iterator<Item = (&Slot, Self)> {
        let slots = plan.slots().map(|place| (place.slot, Self::of(place.slot)));
        let slots: Vec<(&Slot, Self)> = slots.collect();
        // How many slots have what the wanted ones have.
        let mut titles: HashMap<&str, u32> = HashMap::new();
        let mut works: HashMap<u32, u32> = HashMap::new();
        let mut all: HashMap<(&str, Content), u32> = HashMap::new();
        let is_wanted: Vec<bool> = slots.iter().map(|(slot, _)| wanted(slot)).collect();
        for ((slot, sum), _) in slots.iter().zip(&is_wanted).filter(|(_, wanted)| **wanted) {
            titles.insert(&slot.title, 0);
            works.insert(sum.work, 0);
            all.insert((&slot.title, sum.content()), 0);
        }
        for (slot, sum) in &slots {
            titles.entry(&slot.title).and_modify(|count| *count += 1);
            works.entry(sum.work).and_modify(|count| *count += 1);
            let key = (slot.title.as_str(), sum.content());
            all.entry(key).and_modify(|count| *count += 1);
        }
        let wanted = slots
            .into_iter()
            .zip(is_wanted)
            .filter(|(_, wanted)| *wanted);
        wanted.map(move |((slot, sum), _)| {
            let (title, content) = (slot.title.as_str(), sum.content());
            let sum = Self {
                title_shared: titles[title] > 1,
                work_shared: works[&sum.work] > 1,
                all_shared: all[&(title, content)] > 1,
                ..sum
            };
            (slot, sum)
        })
    }

    pub(crate) fn content(self) -> Content {
        (self.minutes, self.work)
    }

    /// Whether the content is the same.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        self.content() == other.content()
    }

    /// Parses what [`fmt::Display`] writes; `None` for anything else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let minutes = match parts.next()? {
            "" => None,
            minutes => Some(Minutes(minutes.parse().ok()?)),
        };
        let work = u32::from_str_radix(parts.next()?, 16).ok()?;
        let shared = parts.next().unwrap_or_default();
        let fingerprint = Self {
            minutes,
            work,
            title_shared: shared.contains('t'),
            work_shared: shared.contains('w'),
            all_shared: shared == "tw",
        };
        (fingerprint.to_string() == text).then_some(fingerprint)
    }
}

/// `75-8c1f0a3e`, with `-t`, `-w` or `-tw` if its title, its work or both are shared, and `-twu` if
/// both are but no other slot has the same title and content.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(minutes) = self.minutes {
            write!(f, "{}", minutes.0)?;
        }
        write!(f, "-{:08x}", self.work)?;
        match (self.title_shared, self.work_shared) {
            (true, true) if !self.all_shared => f.write_str("-twu"),
            (true, true) => f.write_str("-tw"),
            (true, false) => f.write_str("-t"),
            (false, true) => f.write_str("-w"),
            (false, false) => Ok(()),
        }
    }
}

/// CRC-32 of the topic and fields. Journals record it, so what is hashed, and in which order, can
/// never change. It has to notice edits, not attacks, and eight digits keep journal lines short.
fn work(slot: &Slot) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    // No text of a plan has these two control characters, so the parts can't run together.
    let mut take = |sign: u8, text: Option<&str>| {
        hasher.update(&[sign]);
        hasher.update(text.unwrap_or_default().as_bytes());
    };
    take(0x1e, slot.topic.as_ref().map(crate::model::TopicId::as_str));
    for field in &slot.fields {
        take(0x1e, field.label.as_deref());
        for Item {
            label,
            text,
            resource,
            url,
            ..
        } in field.entries()
        {
            take(0x1f, label.as_deref());
            take(0x1f, Some(text));
            take(
                0x1f,
                resource.as_ref().map(crate::model::ResourceId::as_str),
            );
            take(0x1f, url.as_deref());
        }
    }
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::parse;

    fn plan(slots: &str) -> Plan {
        let text = format!("plan: p\ntitle: T\ndays: [{{slots: [{slots}]}}]");
        parse(&text).plan.expect("a plan")
    }

    fn fingerprints(slots: &str) -> Vec<String> {
        Fingerprint::all(&plan(slots))
            .iter()
            .map(Fingerprint::to_string)
            .collect()
    }

    #[test]
    fn a_fingerprint_is_the_same_on_every_machine() {
        let slots = "{time: 09:00-10:15, title: 读, items: [a, b]}, {title: 写}, {title: 写}";
        assert_eq!(
            fingerprints(slots),
            ["75-593ce776", "-280dd2ee-tw", "-280dd2ee-tw"]
        );
    }

    #[test]
    fn a_fingerprint_comes_back_as_it_was() {
        for fingerprint in [
            "75-593ce776",
            "-280dd2ee-tw",
            "1440-00000000-t",
            "-0000000a-w",
            "60-0000000a-twu",
        ] {
            assert_eq!(
                Fingerprint::parse(fingerprint)
                    .map(|s| s.to_string())
                    .as_deref(),
                Some(fingerprint)
            );
        }
        for bad in [
            "",
            "-",
            "75",
            "75-xyz",
            "75-1",
            "x-00000000",
            "75-00000000-wt",
            "75-00000000-u",
            "75-00000000-tu",
            "+7-00000000",
        ] {
            assert_eq!(Fingerprint::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_title_is_no_part_of_it_and_all_else_is() {
        let fingerprint =
            |slot: &str| Fingerprint::of(plan(slot).slots().next().expect("a slot").slot);
        let one = fingerprint("{time: 09:00-10:00, title: a, items: [x, y]}");
        assert!(one.is_same_as(&fingerprint("{time: 19:00-20:00, title: b, items: [x, y]}")));
        for other in [
            "{time: 09:00-10:01, title: a, items: [x, y]}",
            "{time: 09:00-10:00, title: a, items: [xy]}",
            "{time: 09:00-10:00, title: a, items: [y, x]}",
            "{time: 09:00-10:00, title: a, fields: [{do: [x, y]}]}",
            "{time: 09:00-10:00, title: a, items: [x, {text: y, url: 'https://e.org'}]}",
        ] {
            assert!(!one.is_same_as(&fingerprint(other)), "{other}");
        }
    }

    #[test]
    fn what_is_shared_is_said_and_that_both_are_shared_by_different_slots() {
        let slots = "{title: a, items: [x]}, {title: b, items: [x]}, {title: a, items: [y]}, \
                     {title: c}, {title: c}";
        let shared = fingerprints(slots);
        let shared: Vec<&str> = shared.iter().map(|sum| &sum["-00000000".len()..]).collect();
        assert_eq!(shared, ["-twu", "-w", "-t", "-tw", "-tw"]);
    }
}
