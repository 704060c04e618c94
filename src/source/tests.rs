//! What is written is read back as the same plan; what is bare reads as its full form.

use proptest::prelude::*;

use super::*;
use crate::model::{Minutes, ResourceId};
use crate::tests::cases::cases;

fn plan_of(text: &str) -> Plan {
    let parsed = parse(text);
    assert_eq!(parsed.diagnostics, [], "{text}");
    parsed.plan.expect("a plan without faults")
}

fn names(text: &str) -> Vec<(&'static str, u32, u32)> {
    let parsed = parse(text);
    assert_eq!(parsed.plan.is_none(), !parsed.diagnostics.is_empty());
    let diagnostics = parsed.diagnostics.iter();
    diagnostics
        .map(|d| (d.rule.name(), d.at.line, d.at.column))
        .collect()
}

const SMALL: &str = "plan: p\ntitle: T\ndays:\n  - slots:\n      - {title: a, duration: 90m}\n";

#[test]
fn every_level_but_slots_may_be_left_out() {
    let days = plan_of(SMALL);
    let ids: Vec<_> = days.slots().map(|p| p.slot.id.to_string()).collect();
    assert_eq!(ids, ["d01-1"]);
    let weeks = plan_of("plan: p\ntitle: T\nweeks:\n  - slots: [{title: a}, {title: b}]\n");
    let ids: Vec<_> = weeks.slots().map(|p| p.slot.id.to_string()).collect();
    assert_eq!(ids, ["w01-1", "w01-2"]);
    let bare = plan_of("plan: p\ntitle: T\nslots: [{title: a, duration: 1.5h}]\n");
    assert_eq!(
        bare.slots().next().and_then(|p| p.slot.planned()),
        Some(Minutes(90))
    );
    for plan in [days, weeks, bare] {
        assert_eq!(plan_of(&write(&plan)), plan);
    }
}

#[test]
fn weeks_behind_an_alias_are_read_each_time() {
    let phase = "{title: A, weeks: [{week: 1, days: [{slots: [{title: a, duration: 1h}]}]}]}";
    let text = format!("plan: p\ntitle: T\nphases:\n- &a {phase}\n- *a\n");
    let parsed = parse(&text);
    let found: Vec<_> = parsed.diagnostics.iter().map(|d| d.rule.name()).collect();
    assert_eq!(found, ["duplicate-day"], "{:?}", parsed.diagnostics);
    assert_eq!(names("plan: p\ntitle: T\nweeks: []\n").len(), 1);
}

#[test]
fn faults_in_different_places_are_all_noted_in_order() {
    let text = "plan: p\ntitle: [x]\ntitel: T\ndays:\n  - day: 1\n    slots:\n      \
                - {time: 25:00-26:00, title: a}\n      - {title: b, topic: Z}\n";
    let expected = [
        ("wrong-type", 2, 8),
        ("unknown-key", 3, 1),
        ("bad-value", 7, 16),
        ("unknown-topic", 8, 27),
    ];
    assert_eq!(names(text), expected);
}

#[test]
fn a_plan_has_at_most_ten_thousand_slots() {
    let plan = |slots: usize| {
        let days = "- slots: [{title: a}]\n".repeat(slots);
        format!("plan: p\ntitle: T\ndays:\n{days}")
    };
    assert_eq!(plan_of(&plan(10_000)).slots().count(), 10_000);
    let parsed = parse(&plan(10_002));
    let [fault] = &parsed.diagnostics[..] else {
        panic!("{:?}", parsed.diagnostics)
    };
    assert_eq!((fault.rule, fault.at.line), (Rule::TooLarge, 10_004));
    assert_eq!(
        fault.message,
        "the plan has 10,002 slots; the limit is 10,000"
    );
}

#[test]
fn a_resource_of_the_library_needs_no_words() {
    let plan = plan_of(
        "plan: p\ntitle: T\nresources: [{id: r, kind: book, title: B}]\ndays:\n  - slots:\n      \
         - {title: a, items: [{resource: r}]}\n",
    );
    let item = &plan.phases[0].weeks[0].days[0].sessions[0].slots[0].fields[0].items[0];
    assert_eq!(
        (
            item.text.as_str(),
            item.resource.as_ref().map(ResourceId::as_str)
        ),
        ("", Some("r"))
    );
    assert_eq!(plan_of(&write(&plan)), plan);
    assert_eq!(
        names("plan: p\ntitle: T\nslots: [{title: a, items: [{kind: book}]}]\n"),
        [("missing-key", 3, 29)]
    );
}

#[test]
fn front_matter_of_every_kind_is_written_as_it_was_read() {
    let plan = plan_of(
        "plan: p\ntitle: T\nfront_matter: {a: null, b: [], c: [x], d: x, e: [x, y]}\nslots: [{title: a}]\n",
    );
    assert_eq!(plan_of(&write(&plan)), plan);
}

#[test]
fn a_session_without_slots_is_written_as_it_was_read() {
    let text = |morning: &str| {
        format!(
            "plan: p\ntitle: T\ndays:\n  - sessions:\n      - {{half: 上午, notes: [free]{morning}}}\n      \
             - {{half: 下午, slots: [{{title: a}}]}}\n"
        )
    };
    let plan = plan_of(&text(", slots: []"));
    let sessions = &plan.phases[0].weeks[0].days[0].sessions;
    let counts: Vec<usize> = sessions.iter().map(|s| s.slots.len()).collect();
    assert_eq!(counts, [0, 1]);
    assert_eq!(plan_of(&write(&plan)), plan);
    // One that says nothing of slots may have been meant to have some.
    assert_eq!(names(&text("")), [("missing-key", 5, 10)]);
}

#[test]
fn a_plan_whose_first_sessions_are_all_emptied_is_written_as_it_is() {
    let mut plan = plan_of(crate::store::plan_file::SHIPPED[0].text);
    let weeks = plan.phases.iter_mut().flat_map(|phase| &mut phase.weeks);
    let days = weeks.flat_map(|week| &mut week.days);
    let mut emptied = 0;
    for day in days.filter(|day| day.sessions.len() > 1) {
        day.sessions[0].slots.clear();
        emptied += 1;
    }
    assert!(emptied >= 50, "{emptied}");
    let written = write(&plan);
    assert_eq!(plan_of(&written), plan);
    let control = written.replace("slots: []", "title: no slots");
    assert!(
        parse(&control).plan.is_none(),
        "what says nothing of slots is a fault"
    );
}

/// A plan that has `text` in every place for a text.
fn plan_with(text: &str) -> Plan {
    let mut plan = plan_of(
        "plan: p\ntitle: T\ngoal: G\nfront_matter: {a: [b, c]}\nnotes: [n]\n\
         artifacts: [{line: 3, text: x}]\ndays:\n  - slots:\n      - title: a\n        fields:\n          \
         - 内容: [b, {课程: c, note: d}]\n          - 练习: e\n        items: [f]\n",
    );
    // A title is a single line, whose end is no part of it.
    let title = format!("题{text}").trim_end_matches('\n').to_owned();
    plan.title.clone_from(&title);
    for place in [&mut plan.notes[0].text, &mut plan.artifacts[0].text] {
        text.clone_into(place);
    }
    plan.goal = Some(text.to_owned());
    plan.front_matter[0].key = format!("k{text}");
    text.clone_into(&mut plan.front_matter[0].values[1]);
    let slot = &mut plan.phases[0].weeks[0].days[0].sessions[0].slots[0];
    slot.title = title;
    for field in &mut slot.fields {
        field.label = field.label.as_ref().map(|_| format!("{text}标"));
        for item in field.items.iter_mut().chain(field.value.as_deref_mut()) {
            text.clone_into(&mut item.text);
            item.label = item.label.as_ref().map(|_| format!("{text}签"));
            item.note = item.note.as_ref().map(|_| text.to_owned());
        }
    }
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(200, 2000)))]

    #[test]
    fn any_text_survives_writing_and_reading(
        text in "(\\PC|[ \\n\\t:#{}\\[\\],'\"|>~-]|\\PC\\PC: |[\\x00-\\x1f\\x7f-\\xa0]|[\u{2028}\u{feff}\u{202e}]){1,12}"
    ) {
        let plan = plan_with(&text);
        let written = write(&plan);
        let parsed = parse(&written);
        prop_assert_eq!(&parsed.diagnostics, &[], "{}", written);
        prop_assert_eq!(parsed.plan.as_ref(), Some(&plan), "{}", written);
        prop_assert_eq!(parsed.plan.map(|plan| write(&plan)), Some(written));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(plan: p\n|title: |days:\n|  - |\\PC{0,6}|\n|[\\[{&*!|>'\"]){0,40}") {
        let parsed = parse(&text);
        prop_assert_eq!(parsed.plan.is_some(), parsed.diagnostics.is_empty());
    }
}

#[test]
fn a_title_in_a_block_is_a_line() {
    let plan = |style: &str| {
        plan_of(&format!(
            "plan: p\ntitle: {style}\n  a\n  b\nslots:\n  - title: {style}\n      c\n      d\n    \
             duration: 1h\n"
        ))
    };
    for (style, title, slot) in [
        (">", "a b", "c d"),
        (">-", "a b", "c d"),
        (">+", "a b", "c d"),
        ("|", "a\nb", "c\nd"),
        ("|-", "a\nb", "c\nd"),
    ] {
        let plan = plan(style);
        let slots: Vec<_> = plan.slots().map(|place| &*place.slot.title).collect();
        assert_eq!((&*plan.title, &slots[..]), (title, &[slot][..]), "{style}");
        assert_eq!(plan_of(&write(&plan)), plan);
    }
}

#[test]
fn control_a_text_written_without_quotes_would_not_survive() {
    let written = write(&plan_with("a: b"));
    let damaged = written.replace("\"a: b\"", "a: b");
    assert_ne!(damaged, written);
    assert_ne!(parse(&damaged).plan, Some(plan_with("a: b")));
}
