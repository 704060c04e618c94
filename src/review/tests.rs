//! Each rule on a plan of a few lines, at its threshold and just beyond.

use super::*;
use crate::source::parse;

/// The findings on a plan: rule, place by name, and whether it is allowed.
fn found(body: &str) -> Vec<(&'static str, String, bool)> {
    let parsed = parse(&format!("plan: p\ntitle: T\n{body}"));
    assert_eq!(parsed.diagnostics, []);
    let warnings = review(&parsed.plan.expect("a plan"), &parsed.places);
    let one = |w: Warning| (w.diagnostic.fault.name(), w.at, w.allowed.is_some());
    warnings.into_iter().map(one).collect()
}

fn rules(body: &str) -> Vec<&'static str> {
    found(body).into_iter().map(|(rule, _, _)| rule).collect()
}

#[test]
fn a_budget_is_kept_up_to_its_bounds() {
    let day = |minutes: u32| {
        format!(
            "time_budget: {{weekday: 60m-100m}}\ndays: [{{weekday: mon, slots: [{{title: a, duration: {minutes}m}}]}}]\n"
        )
    };
    assert_eq!(rules(&day(100)), Vec::<&str>::new());
    assert_eq!(rules(&day(101)), ["over-budget"]);
    assert_eq!(rules(&day(30)), Vec::<&str>::new());
    assert_eq!(rules(&day(29)), ["under-budget"]);
}

#[test]
fn two_hours_are_enough() {
    assert_eq!(
        rules("slots: [{title: a, duration: 120m}]\n"),
        Vec::<&str>::new()
    );
    assert_eq!(
        rules("slots: [{title: a, duration: 121m}]\n"),
        ["long-slot"]
    );
}

#[test]
fn a_gap_is_rest_if_the_plan_says_so() {
    let days = "days: [{weekday: fri, slots: [{title: a}]}, {weekday: mon, slots: [{title: b}]}]\n";
    assert_eq!(found(days), [("gap", "d01".to_owned(), false)]);
    assert_eq!(rules(&format!("rest: sat-sun\n{days}")), Vec::<&str>::new());
    assert_eq!(rules(&format!("rest: sun\n{days}")), ["gap"]);
    let allowed = format!("allow: [{{rule: gap, at: d1, why: a trip}}]\n{days}");
    assert_eq!(found(&allowed), [("gap", "d01".to_owned(), true)]);
}

#[test]
fn a_phase_covers_the_weeks_it_declares() {
    let phase = |span: &str| {
        format!(
            "phases: [{{title: P, span: {span}, days: [{{weekday: mon, slots: [{{title: a}}]}}, {{weekday: tue, slots: [{{title: b}}]}}]}}]\n"
        )
    };
    assert_eq!(rules(&phase("1 week")), Vec::<&str>::new());
    assert_eq!(
        found(&phase("2 weeks")),
        [("span-differs", "p1".to_owned(), false)]
    );
}

#[test]
fn topics_come_in_their_order_and_all_of_them() {
    let plan = |first: &str, second: &str| {
        format!(
            "roadmap: {{topics: {{A: {{title: a}}, B: {{title: b, after: [A]}}}}}}\n\
             slots: [{{title: x, topic: {first}}}, {{title: y, topic: {second}}}]\n"
        )
    };
    assert_eq!(rules(&plan("A", "B")), Vec::<&str>::new());
    assert_eq!(
        found(&plan("B", "A")),
        [("topic-before-prerequisite", "B".to_owned(), false)]
    );
    assert_eq!(
        found(&plan("A", "A")),
        [("topic-unscheduled", "B".to_owned(), false)]
    );
}

#[test]
fn links_that_lead_astray_and_entries_that_nothing_uses() {
    let library = "resources: [{id: a, kind: paper, title: A, status: wrong}, {id: b, kind: paper, \
                   title: B, status: mismatch}, {id: c, kind: paper, title: C, status: not-found}, \
                   {id: d, kind: paper, title: D, status: ok}]\n";
    let used = "slots: [{title: x, items: [{resource: a}, {resource: b}, {resource: c}, {resource: d}]}]\n";
    assert_eq!(
        rules(&format!("{library}{used}")),
        ["link-wrong", "link-mismatch", "link-not-found"]
    );
    let unused = "slots: [{title: x, items: [{resource: a}, {resource: b}, {resource: c}]}]\n";
    let last = found(&format!("{library}{unused}")).pop();
    assert_eq!(last, Some(("resource-unused", "d".to_owned(), false)));
}

#[test]
fn a_milestone_is_late_after_its_due_date() {
    // Day 1 is a Monday; a week later is the next Monday.
    let plan = |second: &str| {
        format!(
            "rest: mon-sun\nmilestones: [{{title: M, due: 1 week, goals: [{{text: g, by: [w1]}}]}}]\n\
             weeks: [{{week: 1, days: [{{weekday: mon, slots: [{{title: x}}]}}, {{weekday: {second}, slots: [{{title: y}}]}}]}}]\n"
        )
    };
    assert_eq!(rules(&plan("mon")), Vec::<&str>::new());
    let late = plan("mon").replace("due: 1 week", "due: 6 days");
    assert_eq!(found(&late), [("milestone-late", "m1".to_owned(), false)]);
}
