//! Edits of a plan, as its author or a generator makes them.

use crate::model::{Clock, Field, Minutes, Note, Plan, Slot, Window};

pub(super) const KINDS: [&str; 6] = ["rename", "move", "retime", "split", "merge", "delete"];

/// Numbers without end from a seed (`SplitMix64`).
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }

    fn pick<'t, T>(&mut self, of: &'t [T]) -> Option<&'t T> {
        let at = usize::try_from(self.below(of.len().max(1) as u64)).unwrap();
        of.get(at)
    }
}

const SIGN: char = '#';
const PARTS: [&str; 3] = ["（续）", "（上）", "（下）"];

/// Writes each slot's id into a remark of it.
pub(super) fn carry_ids(plan: &mut Plan) {
    for place in places(plan) {
        let slot = at(plan, place);
        let text = format!("{SIGN}{}", slot.id);
        slot.notes.push(Note { line: None, text });
    }
}

/// The id a slot had in the former plan; none where it is another slot.
pub(super) fn tag(slot: &Slot) -> Option<String> {
    let tag = slot
        .notes
        .iter()
        .find_map(|note| note.text.strip_prefix(SIGN));
    tag.map(str::to_owned)
}

fn untag(slot: &mut Slot) -> Vec<String> {
    let was = tag(slot);
    slot.notes.retain(|note| !note.text.starts_with(SIGN));
    was.into_iter().collect()
}

/// Phase, week, day, session, slot.
type At = [usize; 5];

fn places(plan: &Plan) -> Vec<At> {
    let mut all = Vec::new();
    for (p, phase) in plan.phases.iter().enumerate() {
        for (w, week) in phase.weeks.iter().enumerate() {
            for (d, day) in week.days.iter().enumerate() {
                for (s, session) in day.sessions.iter().enumerate() {
                    all.extend((0..session.slots.len()).map(|n| [p, w, d, s, n]));
                }
            }
        }
    }
    all
}

fn list(plan: &mut Plan, [p, w, d, s, _]: At) -> &mut Vec<Slot> {
    &mut plan.phases[p].weeks[w].days[d].sessions[s].slots
}

fn at(plan: &mut Plan, place: At) -> &mut Slot {
    &mut list(plan, place)[place[4]]
}

/// Whether `time` is free in the day of `place`, its own slot aside.
fn is_free(plan: &Plan, place: At, time: Window, own: bool) -> bool {
    let day = &plan.phases[place[0]].weeks[place[1]].days[place[2]];
    let sessions = day.sessions.iter().enumerate();
    let mut slots = sessions.flat_map(|(s, session)| {
        session
            .slots
            .iter()
            .enumerate()
            .map(move |(n, slot)| ((s, n), slot))
    });
    slots.all(|(here, slot)| {
        (own && here == (place[3], place[4])) || slot.time.is_none_or(|other| !other.overlaps(time))
    })
}

fn has_others(plan: &Plan, place: At) -> bool {
    let day = &plan.phases[place[0]].weeks[place[1]].days[place[2]];
    day.slots().count() > 1
}

/// Edits one slot; gives what was done and the former ids of what it was done to.
pub(super) fn edit(plan: &mut Plan, random: &mut Random) -> (&'static str, Vec<String>) {
    loop {
        let kind = *random.pick(&KINDS).unwrap();
        let place = *random.pick(&places(plan)).unwrap();
        let done = match kind {
            "rename" => Some(rename(plan, place, random)),
            "move" => r#move(plan, place, random),
            "retime" => retime(plan, place, random),
            "split" => split(plan, place, random),
            "merge" => merge(plan, place),
            _ => delete(plan, place),
        };
        if let Some(slots) = done {
            let days = plan.phases.iter_mut().flat_map(|phase| &mut phase.weeks);
            let days = days.flat_map(|week| &mut week.days);
            days.for_each(|day| day.sessions.retain(|session| !session.slots.is_empty()));
            return (kind, slots);
        }
    }
}

fn rename(plan: &mut Plan, place: At, random: &mut Random) -> Vec<String> {
    let number = random.below(1000);
    let slot = at(plan, place);
    slot.title = match random.below(4) {
        0 => format!("{}（修订）", slot.title),
        1 => format!("New: {}", slot.title),
        2 => {
            let letters: Vec<char> = slot.title.chars().collect();
            let half = letters.len().div_ceil(2).max(2);
            letters.into_iter().take(half).collect::<String>() + "与应用"
        }
        _ => format!("另起的题目 {number}"),
    };
    tag(slot).into_iter().collect()
}

fn r#move(plan: &mut Plan, place: At, random: &mut Random) -> Option<Vec<String>> {
    let target = *random.pick(&places(plan))?;
    let length = at(plan, place).time.map(|time| time.length().0);
    let time = match length {
        None => None,
        Some(length) => {
            let starts = (0..24).map(|_| 300 + u32::try_from(random.below(68)).unwrap() * 15);
            let windows: Vec<Window> = starts.filter_map(|start| window(start, length)).collect();
            let free = windows
                .into_iter()
                .find(|time| is_free(plan, target, *time, false));
            Some(free?)
        }
    };
    if place[..3] == target[..3] && place[3] == target[3] || !has_others(plan, place) {
        return None;
    }
    let mut slot = list(plan, place).remove(place[4]);
    slot.time = time;
    let tags = tag(&slot).into_iter().collect();
    let slots = list(plan, target);
    let here = slots
        .iter()
        .position(|other| other.time > time)
        .unwrap_or(slots.len());
    slots.insert(here, slot);
    Some(tags)
}

fn window(start: u32, length: u32) -> Option<Window> {
    let clock = |minutes: u32| Clock::parse(&format!("{:02}:{:02}", minutes / 60, minutes % 60));
    let (start, end) = (clock(start)?, clock(start + length)?);
    Some(Window { start, end })
}

fn retime(plan: &mut Plan, place: At, random: &mut Random) -> Option<Vec<String>> {
    let time = at(plan, place).time?;
    let shift = [-45i64, -30, -15, 15, 30, 45];
    let start = i64::from(time.start.minutes()) + random.pick(&shift)?;
    let start = u32::try_from(start).ok()?;
    let length = match random.below(2) {
        0 => time.length().0,
        _ => time
            .end
            .minutes()
            .checked_sub(start)
            .filter(|length| *length >= 15)?,
    };
    let time = window(start, length).filter(|time| is_free(plan, place, *time, true))?;
    let slot = at(plan, place);
    slot.time = Some(time);
    Some(tag(slot).into_iter().collect())
}

/// Half of the fields, or of the entries of the only one, each; what cannot be halved stays with the
/// first part.
fn halved(fields: &[Field]) -> (Vec<Field>, Vec<Field>) {
    if let [only] = fields {
        let (first, second) = only.items.split_at(only.items.len().div_ceil(2));
        let part = |items: &[_]| Field {
            items: items.to_vec(),
            ..only.clone()
        };
        let second = (!second.is_empty()).then(|| part(second));
        return (vec![part(first)], second.into_iter().collect());
    }
    let (first, second) = fields.split_at(fields.len().div_ceil(2));
    (first.to_vec(), second.to_vec())
}

fn split(plan: &mut Plan, place: At, random: &mut Random) -> Option<Vec<String>> {
    let slot = at(plan, place);
    let time = slot.time.filter(|time| time.length().0 >= 30)?;
    // The halves of a merged one might be the two that it was made of.
    tag(slot)?;
    let half = time.length().0 / 2;
    let tags = tag(slot).into_iter().collect();
    let mut second = slot.clone();
    let start = time.start.minutes();
    slot.time = window(start, half);
    second.time = window(start + half, time.length().0 - half);
    (slot.fields, second.fields) = halved(&slot.fields);
    untag(&mut second);
    if random.below(2) == 0 {
        second.title += PARTS[0];
    } else {
        untag(slot);
        slot.title += PARTS[1];
        second.title += PARTS[2];
    }
    list(plan, place).insert(place[4] + 1, second);
    Some(tags)
}

fn merge(plan: &mut Plan, place: At) -> Option<Vec<String>> {
    let mut whole = plan.clone();
    let slots = list(&mut whole, place);
    let (first, second) = (slots.get(place[4])?, slots.get(place[4] + 1)?);
    // The halves of one slot, put together again, would be that slot.
    let is_part = |slot: &Slot| PARTS.iter().any(|part| slot.title.ends_with(part));
    if is_part(first) || is_part(second) {
        return None;
    }
    let time = match (first.time, second.time) {
        (Some(first), Some(second)) => Some(Window {
            start: first.start,
            end: second.end,
        }),
        (None, None) => None,
        _ => return None,
    };
    let mut second = slots.remove(place[4] + 1);
    if time.is_some_and(|time| !is_free(&whole, place, time, true)) {
        return None;
    }
    *plan = whole;
    let first = at(plan, place);
    let minutes = [first.duration, second.duration]
        .into_iter()
        .flatten()
        .map(|m| m.0)
        .sum();
    first.duration = Some(Minutes(minutes)).filter(|m| m.0 > 0);
    first.time = time;
    first.title = format!("{}；{}", first.title, second.title);
    first.fields.append(&mut second.fields);
    let mut tags = untag(first);
    tags.extend(untag(&mut second));
    Some(tags)
}

fn delete(plan: &mut Plan, place: At) -> Option<Vec<String>> {
    if !has_others(plan, place) {
        return None;
    }
    let slot = list(plan, place).remove(place[4]);
    Some(tag(&slot).into_iter().collect())
}
