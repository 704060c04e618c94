//! Each rule on a plan of a few lines, at its threshold and just beyond.

mod allow;

use super::*;
use crate::source::parse;

/// The findings on a plan: rule, place by name, and whether it is allowed.
fn found(body: &str) -> Vec<(&'static str, String, bool)> {
    let parsed = parse(&format!("plan: p\ntitle: T\n{body}"));
    assert_eq!(parsed.diagnostics, []);
    let warnings = review(
        &parsed.plan.expect("a plan"),
        &parsed.locations,
        Minutes(240),
    );
    let one = |w: Warning| (w.diagnostic.rule.name(), w.at, w.allowed.is_some());
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
fn a_weekday_that_is_left_free_has_no_slots() {
    let days = "days: [{weekday: sat, slots: [{title: a}]}, {weekday: sun, slots: [{title: b}]}]\n";
    assert_eq!(rules(&format!("rest: fri\n{days}")), Vec::<&str>::new());
    let found_with = |rest: &str| found(&format!("rest: {rest}\n{days}"));
    assert_eq!(found_with("sun"), [("rest-day", "d02".to_owned(), false)]);
    assert_eq!(
        found_with("sat-sun"),
        [
            ("rest-day", "d01".to_owned(), false),
            ("rest-day", "d02".to_owned(), false)
        ]
    );
    let weekend = "rest: sun\ndays: [{day: 1-2, weekday: sat-sun, slots: [{title: a}]}]\n";
    assert_eq!(found(weekend), [("rest-day", "d01".to_owned(), false)]);
    assert_eq!(
        said("rest: mon-sun\ndays: [{day: 1-2, weekday: sat-sun, slots: [{title: a}]}]\n"),
        "day 1 has slots on Saturday, Sunday, which `rest` leaves free"
    );
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
fn bad_links_and_entries_that_nothing_refers_to() {
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
            "rest: tue-sun\nmilestones: [{{title: M, due: 1 week, goals: [{{text: g, by: [w1]}}]}}]\n\
             weeks: [{{week: 1, days: [{{weekday: mon, slots: [{{title: x}}]}}, {{weekday: {second}, slots: [{{title: y}}]}}]}}]\n"
        )
    };
    assert_eq!(rules(&plan("mon")), Vec::<&str>::new());
    let late = plan("mon").replace("due: 1 week", "due: 6 days");
    assert_eq!(found(&late), [("milestone-late", "m1".to_owned(), false)]);
}

/// A milestone due after `due` that is fulfilled on the day that comes `days` after Day 1.
fn milestone(due: &str, days: u32) -> String {
    format!(
        "rest: mon-sun\nmilestones: [{{title: M, due: {due}, goals: [{{text: g, by: [A]}}]}}]\n\
         roadmap: {{topics: {{A: {{title: a}}}}}}\ndays: [{}{{slots: [{{title: x, topic: A}}]}}]\n",
        "{slots: [{title: x}]}, ".repeat(days as usize)
    )
}

/// What is said of a plan with one finding.
fn said(body: &str) -> String {
    let parsed = parse(&format!("plan: p\ntitle: T\n{body}"));
    assert_eq!(parsed.diagnostics, []);
    let mut warnings = review(
        &parsed.plan.expect("a plan"),
        &parsed.locations,
        Minutes(240),
    );
    assert_eq!(warnings.len(), 1);
    warnings.remove(0).diagnostic.message.to_string()
}

#[test]
fn a_milestone_is_late_if_it_is_from_any_start() {
    // From the first of February a month has 28 days, two have 59, three 89.
    for (due, most) in [("1 month", 28), ("2 months", 59), ("3 months", 89)] {
        assert_eq!(rules(&milestone(due, most)), Vec::<&str>::new(), "{due}");
        assert_eq!(
            said(&milestone(due, most + 1)),
            format!("M is due {due} after the start, up to 1 day before the last slot of `g`")
        );
    }
    assert_eq!(rules(&milestone("4 weeks", 28)), Vec::<&str>::new());
    assert_eq!(
        said(&milestone("4 weeks", 30)),
        "M is due 4 weeks after the start, 2 days before the last slot of `g`"
    );
}

#[test]
fn a_buffer_of_months_moves_what_comes_after_it() {
    let plan = |due: &str| {
        format!(
            "milestones: [{{title: M, due: {due}, goals: [{{text: g, by: [w2]}}]}}]\nphases:\n  \
             - {{title: A, weeks: [{{week: 1, slots: [{{title: x}}]}}]}}\n  \
             - {{title: B, buffer: 1 month}}\n  \
             - {{title: C, weeks: [{{week: 2, days: [{{slots: [{{title: y}}]}}]}}]}}\n"
        )
    };
    // A week, then a month of 31 days at the most: the first day after it is 38 days on.
    assert_eq!(rules(&plan("38 days")), Vec::<&str>::new());
    assert_eq!(
        said(&plan("37 days")),
        "M is due 37 days after the start, up to 1 day before the last slot of `g`"
    );
}

#[test]
fn a_plan_for_any_weekday_is_looked_at_from_a_monday() {
    let days = "{slots: [{title: x}]}, ".repeat(5);
    let phase = |span: &str| format!("phases: [{{title: P, span: {span}, days: [{days}]}}]\n");
    assert_eq!(rules(&phase("1 week")), Vec::<&str>::new());
    assert_eq!(rules(&phase("2 weeks")), ["span-differs"]);
}
