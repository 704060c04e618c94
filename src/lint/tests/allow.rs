//! What entries of `allow` accept.

use super::*;

/// Day 6 has two slots that are too long, Day 7 one, the week without days another.
const LONG: &str = "rest: mon-sun\nweeks:\n\
    - {week: 3, days: [\
        {day: 6, slots: [{time: 09:00-12:00, title: a}, {time: 14:00-17:00, title: b}]}, \
        {day: 7, slots: [{time: 09:00-12:00, title: c}]}]}\n\
    - {week: 4, slots: [{duration: 3h, title: d}]}\n";

/// The long slots that an entry of `allow` at `at` accepts; `unused` means none.
fn accepted(at: &str) -> Vec<String> {
    let found = found(&format!(
        "allow: [{{rule: long-slot, at: {at}, why: so}}]\n{LONG}"
    ));
    let all = found.iter().filter(|(rule, _, _)| *rule == "long-slot");
    assert_eq!(all.count(), 4);
    let accepted = found.into_iter().filter_map(|found| match found {
        ("allow-unused", at, false) => Some(format!("unused {at}")),
        (_, at, allowed) => allowed.then_some(at),
    });
    accepted.collect()
}

#[test]
fn a_place_is_named_by_itself_or_by_its_day_or_week() {
    for at in ["d06-1400", "d6-1400", "d6.2", "d06.2"] {
        assert_eq!(accepted(at), ["d06-1400"], "{at}");
    }
    for at in ["d6", "d06"] {
        assert_eq!(accepted(at), ["d06-0900", "d06-1400"], "{at}");
    }
    assert_eq!(accepted("w3"), ["d06-0900", "d06-1400", "d07-0900"]);
    for at in ["w4", "w04", "w4.1", "w04-1"] {
        assert_eq!(accepted(at), ["w04-1"], "{at}");
    }
    for at in ["d6.3", "d8", "w5", "d6-1401", "d", "dx", "14:00", "日"] {
        assert_eq!(accepted(at), ["unused a1"], "{at}");
    }
}

#[test]
fn each_number_of_a_run_names_its_day() {
    let run = "time_budget: {weekend: 10m}\n\
               days: [{day: 6-7, weekday: sat-sun, slots: [{title: a, duration: 30m}]}]\n";
    for at in ["d6", "d07"] {
        let allow = format!("allow: [{{rule: over-budget, at: {at}, why: so}}]\n{run}");
        assert_eq!(found(&allow), [("over-budget", "d06".to_owned(), true)]);
    }
}

#[test]
fn ids_are_what_they_are() {
    let library = "resources: [{id: d6, kind: paper, title: A}, {id: d06, kind: paper, title: B}]\n\
                   slots: [{title: x}]\n";
    assert_eq!(
        found(&format!(
            "allow: [{{rule: resource-unused, at: d06, why: so}}]\n{library}"
        )),
        [
            ("resource-unused", "d6".to_owned(), false),
            ("resource-unused", "d06".to_owned(), true),
        ]
    );
}

#[test]
fn an_entry_that_accepts_nothing_is_made_known() {
    let gap = "days: [{weekday: fri, slots: [{title: a}]}, {weekday: mon, slots: [{title: b}]}]\n";
    let plan = |entries: &str| format!("allow: [{entries}]\n{gap}");
    let one = |rule, at: &str, allowed| (rule, at.to_owned(), allowed);
    // The second entry says what the first has said; the rule of the third finds nothing there.
    assert_eq!(
        found(&plan(
            "{rule: gap, at: d1, why: so}, {rule: gap, at: d01, why: so}, \
             {rule: over-budget, at: d1, why: so}"
        )),
        [
            one("allow-unused", "a2", false),
            one("allow-unused", "a3", false),
            one("gap", "d01", true),
        ]
    );
    // Two that name a place more and less closely are both of use.
    let weeks = "allow: [{rule: long-slot, at: d6, why: the day}, {rule: long-slot, at: d6.1, why: the slot}]\n";
    let parsed = parse(&format!("plan: p\ntitle: T\n{weeks}{LONG}"));
    let found_all = review(
        &parsed.plan.expect("a plan"),
        &parsed.locations,
        Minutes(240),
    );
    let allowed: Vec<_> = found_all
        .iter()
        .map(|w| (w.at.as_str(), w.allowed.as_deref()))
        .collect();
    assert_eq!(
        allowed,
        [
            ("d06-0900", Some("the slot")),
            ("d06-1400", Some("the day")),
            ("d07-0900", None),
            ("w04-1", None),
        ]
    );
    // What accepts nothing may be accepted; what would accept such an entry may not.
    assert_eq!(
        found(&plan(
            "{rule: allow-unused, at: a2, why: so}, {rule: gap, at: d2, why: so}, \
             {rule: allow-unused, at: a4, why: so}, {rule: allow-unused, at: a9, why: so}"
        )),
        [
            one("allow-unused", "a2", true),
            one("allow-unused", "a3", false),
            one("allow-unused", "a4", false),
            one("gap", "d01", false),
        ]
    );
}
