//! The shipped plan's first nineteen days, imported from the document they come from.

use super::{imported, left};
use crate::model::{Day, Field, Item, Plan, Resource};
use crate::tests::seed_render::{of_seed, url};
use crate::text::import::LeftOver;

pub(super) const SEED: &str = include_str!("../../../tests/fixtures/seed.md");
const PLAN: &str = include_str!("../../../plans/multimodal.yaml");

/// What is compared of a plan: the schedule line by line.
pub(super) fn schedule(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for (.., week, day) in plan.days().filter(|(.., day)| of_seed(day)) {
        let week = (week.number, week.title.as_deref().unwrap_or_default());
        lines.push(format!(
            "{week:?} {:?} {:?}",
            day.numbers,
            day.weekdays.map(|days| days.to_string())
        ));
        lines.extend(of_day(day, plan));
    }
    lines
}

fn of_day(day: &Day, plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for session in &day.sessions {
        lines.push(format!(
            "  {:?} {:?} {:?}",
            session.half, session.title, session.window
        ));
        for slot in &session.slots {
            lines.push(format!("    {:?} {}", slot.time, slot.title));
            lines.extend(slot.fields.iter().map(|field| of_field(field, plan)));
        }
    }
    lines
}

fn of_field(field: &Field, plan: &Plan) -> String {
    let item = |item: &Item| {
        let url = url(item, plan).unwrap_or_default();
        format!("{:?} {} {url}", item.label, item.text)
    };
    let value = field.value.as_deref().map(item);
    let items: Vec<String> = field.items.iter().map(item).collect();
    format!("      {:?} {value:?} {items:?}", field.label)
}

fn resources(plan: &Plan) -> Vec<String> {
    let listed = plan
        .resources
        .iter()
        .filter(|entry| !entry.group.is_empty());
    let line = |entry: &Resource| {
        let Resource {
            kind,
            title,
            label,
            group,
            url,
            fields,
            ..
        } = entry;
        format!("{kind:?} {title} {label:?} {group:?} {url:?} {fields:?}")
    };
    listed.map(line).collect()
}

fn shipped() -> Plan {
    crate::source::parse(PLAN).plan.unwrap()
}

#[test]
fn the_schedule_is_that_of_the_shipped_plan() {
    let (found, expected) = (schedule(&imported(SEED).plan), schedule(&shipped()));
    assert_eq!(expected.len(), 18 + 34 + 64 + 111);
    assert_eq!(found, expected);
}

#[test]
fn everything_around_the_schedule_is_that_of_the_shipped_plan() {
    let (found, expected) = (imported(SEED).plan, shipped());
    assert_eq!(found.title, expected.title);
    assert_eq!(found.language, expected.language);
    assert_eq!(found.direction, expected.direction);
    assert_eq!(found.duration, expected.duration);
    assert_eq!(found.time_budget, expected.time_budget);
    assert_eq!(found.goal, expected.goal);
    assert_eq!(found.front_matter, expected.front_matter);
    assert_eq!(found.roadmap.topics, expected.roadmap.topics);
    assert_eq!(found.roadmap.classes, expected.roadmap.classes);
    assert_eq!(found.roadmap.stages, expected.roadmap.stages);
    assert_eq!(found.roadmap.source, expected.roadmap.source);
    assert_eq!(resources(&found), resources(&expected));
    assert_eq!(found.reminders, expected.reminders);
    let milestones = |plan: &Plan| -> Vec<_> {
        let goals = |index: usize| {
            plan.milestones[index]
                .goals
                .iter()
                .map(|goal| goal.text.clone())
        };
        let all = 0..plan.milestones.len();
        all.map(|index| {
            (
                plan.milestones[index].title.clone(),
                plan.milestones[index].due,
                goals(index).collect::<Vec<_>>(),
            )
        })
        .collect()
    };
    assert_eq!(milestones(&found), milestones(&expected));
    let headings = |plan: &Plan| plan.phases[0].heading.clone();
    assert_eq!(headings(&found), headings(&expected));
}

#[test]
fn what_is_left_over_is_what_the_shipped_plan_keeps_apart() {
    let imported = imported(SEED);
    let (chatter, heading) = (LeftOver::Chatter, LeftOver::Heading);
    let expected = [
        (14, heading),
        (21, heading),
        (78, heading),
        (144, heading),
        (725, chatter),
        (727, heading),
        (734, chatter),
        (736, chatter),
        (737, chatter),
        (738, chatter),
        (739, chatter),
    ];
    assert_eq!(left(&imported), expected);
    let shipped = shipped();
    let kept: Vec<_> = imported
        .plan
        .artifacts
        .iter()
        .filter(|note| note.line > Some(200))
        .collect();
    assert_eq!(
        kept.iter().map(|note| note.line).collect::<Vec<_>>(),
        shipped
            .artifacts
            .iter()
            .map(|note| note.line)
            .collect::<Vec<_>>()
    );
    for (found, expected) in kept.iter().zip(&shipped.artifacts) {
        assert_eq!(found.text.trim(), expected.text.trim());
    }
}

#[test]
fn every_single_changed_line_of_the_schedule_is_seen() {
    let expected = schedule(&shipped());
    let lines: Vec<&str> = SEED.lines().collect();
    let mut changed = 0;
    for index in (149..720).step_by(7) {
        let Some(text) = lines[index].trim_start().strip_prefix("- ") else {
            continue;
        };
        if text.ends_with(['：', ')']) {
            continue;
        }
        let line = format!("{}改", lines[index]);
        let mut note = lines.clone();
        note[index] = &line;
        assert_ne!(
            schedule(&imported(&note.join("\n")).plan),
            expected,
            "{line}"
        );
        changed += 1;
    }
    assert!(changed > 40, "{changed}");
}
