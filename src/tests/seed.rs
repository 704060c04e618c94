//! The shipped plan holds the whole seed: rendered back, it is the seed, line by line.

use std::collections::BTreeMap;

use super::seed_render::{drawing, head, of_seed, schedule, tail, url};
use crate::model::{Field, Item, LinkStatus, Minutes, Origin, Plan, SlotRef};

const SEED: &str = include_str!("../../tests/fixtures/seed.md");
const TOPICS: &str = include_str!("../../tests/fixtures/seed-topics.tsv");
const PLAN: &str = include_str!("../../plans/multimodal.yaml");

fn multimodal() -> Plan {
    let parsed = crate::source::parse(PLAN);
    let Some(plan) = parsed.plan else {
        panic!("plans/multimodal.yaml: {:#?}", parsed.diagnostics)
    };
    assert!(parsed.diagnostics.is_empty());
    plan
}

/// The seed's lines `first` to `last`, counted from 1.
fn seed(first: usize, last: usize) -> Vec<&'static str> {
    let lines = SEED.lines().skip(first - 1).take(last + 1 - first);
    lines.collect()
}

/// The first line in which the two differ but for white space at its end; `start` is the
/// number of the first.
fn first_difference(start: usize, expected: &[&str], actual: &[String]) -> Option<String> {
    let lines = expected.len().max(actual.len());
    let differing = (0..lines).find_map(|i| {
        let wanted = expected.get(i).map(|line| line.trim_end());
        let found = actual.get(i).map(|line| line.trim_end());
        (wanted != found).then_some((i + start, wanted, found))
    });
    differing.map(|(line, wanted, found)| format!("line {line}: {wanted:?} became {found:?}"))
}

fn places(plan: &Plan) -> Vec<SlotRef<'_>> {
    plan.slots().filter(|place| of_seed(place.day)).collect()
}

fn fields(plan: &Plan) -> Vec<&Field> {
    let slots = plan.slots().filter(|place| of_seed(place.day));
    slots.flat_map(|place| &place.slot.fields).collect()
}

/// Changes one of the texts that hang on slots.
fn change_entry(plan: &mut Plan, number: usize) {
    let weeks = plan.phases.iter_mut().flat_map(|phase| &mut phase.weeks);
    let days = weeks
        .flat_map(|week| &mut week.days)
        .filter(|day| of_seed(day));
    let sessions = days.flat_map(|day| &mut day.sessions);
    let slots = sessions.flat_map(|session| &mut session.slots);
    let fields = slots.flat_map(|slot| &mut slot.fields);
    let mut entries = fields.flat_map(|field| {
        field
            .value
            .as_deref_mut()
            .into_iter()
            .chain(&mut field.items)
    });
    let Some(entry) = entries.nth(number) else {
        panic!("there is no entry {number}")
    };
    entry.text.push('改');
}

#[test]
fn the_schedule_is_the_seeds() {
    let rendered = schedule(&multimodal());
    // The blank line after the last day is before the left-over text: line 724.
    assert_eq!(first_difference(146, &seed(146, 724), &rendered), None);
}

#[test]
fn the_comparison_sees_every_single_changed_entry() {
    let whole = multimodal();
    let expected = seed(146, 724);
    for number in 0..fields(&whole).iter().flat_map(|f| f.entries()).count() {
        let mut changed = whole.clone();
        change_entry(&mut changed, number);
        let difference = first_difference(146, &expected, &schedule(&changed));
        assert!(
            difference.is_some_and(|text| text.contains('改')),
            "{number}"
        );
    }
}

#[test]
fn text_before_the_schedule_is_the_seeds() {
    let rendered = head(&multimodal());
    assert_eq!(first_difference(1, &seed(1, 145), &rendered), None);
}

#[test]
fn text_after_the_schedule_is_the_seeds() {
    let plan = multimodal();
    assert_eq!(first_difference(725, &seed(725, 760), &tail(&plan)), None);
    let scopes = plan.reminders.iter().map(|r| r.scope.as_deref());
    assert!(scopes.eq([Some("当前阶段"); 4]));
    let lines: Vec<_> = plan.artifacts.iter().map(|a| a.line).collect();
    assert_eq!(lines, [Some(725), Some(727), Some(734)]);
    for artifact in &plan.artifacts {
        let line = artifact.line.map_or(1, |line| line as usize);
        assert_eq!(artifact.text.lines().next(), Some(seed(line, line)[0]));
    }
}

#[test]
fn the_drawing_is_the_seeds_to_the_last_space_and_says_what_the_topics_say() {
    let roadmap = multimodal().roadmap;
    let source = roadmap.source.clone().unwrap_or_default();
    let kept: Vec<_> = source.lines().collect();
    assert_eq!(kept, seed(24, 75));
    let said = kept.iter().map(|line| line.trim());
    let said: Vec<_> = said
        .filter(|line| !line.is_empty() && !line.starts_with("%%"))
        .collect();
    assert_eq!(drawing(&roadmap), said);
}

#[test]
fn every_slot_has_the_id_the_topic_and_the_title_of_the_table() {
    let plan = multimodal();
    let rows = places(&plan).into_iter().map(|SlotRef { slot, .. }| {
        let topic = slot.topic.as_ref().map_or("-", |topic| topic.as_str());
        format!("{}\t{topic}\t{}", slot.id, slot.title)
    });
    let table: Vec<_> = std::iter::once("slot\ttopic\ttitle".to_owned())
        .chain(rows)
        .collect();
    assert_eq!(table, TOPICS.lines().collect::<Vec<_>>());
}

#[test]
fn every_slot_is_in_its_phase_and_week() {
    let plan = multimodal();
    let mut counts: BTreeMap<(usize, &str, u32), usize> = BTreeMap::new();
    for place in places(&plan) {
        let phase = place.phase.title.as_deref().unwrap_or_default();
        let week = place.week.number.unwrap_or_default();
        *counts.entry((place.at.phase, phase, week)).or_default() += 1;
    }
    let counts: Vec<_> = counts.into_iter().collect();
    let expected = [
        ((0, "第一阶段", 1), 17),
        ((0, "第一阶段", 2), 5),
        ((1, "第二阶段", 3), 20),
        ((1, "第二阶段", 4), 22),
    ];
    assert_eq!(counts, expected);
}

#[test]
fn every_day_names_the_line_of_its_heading() {
    let plan = multimodal();
    let mut days = 0;
    for (.., day) in plan.days() {
        let (Some(Origin::Seed(line)), Some((number, _))) = (day.origin, day.numbers) else {
            continue;
        };
        let heading = seed(line as usize, line as usize)[0];
        assert!(
            heading.starts_with(&format!("##### Day {number}")),
            "{heading}"
        );
        days += 1;
    }
    assert_eq!(days, 18);
}

#[test]
fn slots_hours_and_entries_are_as_many_as_in_the_seed() {
    let plan = multimodal();
    let places = places(&plan);
    let (timed, untimed): (Vec<&SlotRef>, Vec<&SlotRef>) =
        places.iter().partition(|p| p.slot.time.is_some());
    assert_eq!((timed.len(), untimed.len()), (62, 2));
    let minutes: Minutes = places.iter().filter_map(|p| p.slot.planned()).sum();
    assert_eq!(minutes, Minutes(98 * 60 + 15));
    let days = plan.days().filter(|(.., day)| of_seed(day));
    let sessions = days.flat_map(|(.., day)| &day.sessions);
    assert_eq!(
        sessions.filter(|session| session.half.is_some()).count(),
        33
    );
    let of_timed = || timed.iter().flat_map(|place| &place.slot.fields);
    assert_eq!(of_timed().count(), 109);
    assert_eq!(of_timed().flat_map(Field::entries).count(), 267);
    assert_eq!(of_timed().filter(|field| field.value.is_some()).count(), 15);
    let bare = untimed.iter().flat_map(|place| &place.slot.fields);
    let bare: Vec<_> = bare
        .map(|field| (field.label.is_none(), field.items.len()))
        .collect();
    assert_eq!(bare, [(true, 3), (true, 3)]);
}

#[test]
fn links_and_resources_are_as_many_as_in_the_seed() {
    let plan = multimodal();
    let fields = fields(&plan);
    let entries = fields.iter().flat_map(|field| field.entries());
    let reading: Vec<&Item> = entries.filter(|entry| entry.resource.is_some()).collect();
    let linked = reading.iter().filter(|entry| url(entry, &plan).is_some());
    assert_eq!((reading.len(), linked.count()), (39, 13));
    let overview = plan.resources.iter().filter(|r| !r.group.is_empty());
    let with_link = overview.clone().filter(|entry| entry.url.is_some());
    assert_eq!((overview.count(), with_link.count()), (13, 7));
    let bad = |status| {
        let entries = plan
            .resources
            .iter()
            .filter(move |r| r.status == Some(status));
        entries
            .map(|entry| entry.id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(bad(LinkStatus::Wrong), ["fusion-techniques"]);
    assert_eq!(bad(LinkStatus::Mismatch), ["hf-pretraining", "multibert"]);
    let lost = ["pretraining-model", "multimodal-guide", "vlm-tutorial"];
    assert_eq!(bad(LinkStatus::NotFound), lost);
}
