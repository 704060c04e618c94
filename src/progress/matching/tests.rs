//! Matching of slots, on plans of a few.

use super::item::are_alike;
use super::*;
use crate::model::Plan;
use crate::source::parse;

fn plan(slots: &str) -> Plan {
    let text = format!("plan: p\ntitle: T\ndays: [{{slots: [{slots}]}}]");
    parse(&text).plan.expect("a plan")
}

/// What becomes of each slot of `former`: the id it has now and by what it is known. If only some are
/// `marked`, nothing is known of the others.
fn pairs(former: &str, now: &str, marked: Option<&[usize]>) -> Vec<String> {
    let (former, now) = (plan(former), plan(now));
    let (mut former, now) = (items_of_plan(&former), items_of_plan(&now));
    let same = |item: &MatchItem| {
        let is_it = |other: &MatchItem| (other.id, other.title) == (item.id, item.title);
        now.iter().position(is_it)
    };
    if let Some(marked) = marked {
        former = marked.iter().map(|index| former[*index]).collect();
    }
    let known: Vec<Option<usize>> = former.iter().map(same).collect();
    let evidence = match marked {
        Some(_) => Evidence::Marks { known: &known },
        None => Evidence::WholePlan,
    };
    let found = match_items(&former, &now, evidence);
    let found = found.iter().map(|pair| match pair {
        Some((to, by)) => format!("{}: {}", now[*to].id, by.name()),
        None => "-".to_owned(),
    });
    found.collect()
}

const A: &str = "{time: 09:00-10:00, title: vectors, items: [x]}";
const B: &str = "{time: 10:00-11:00, title: matrices, items: [y]}";
const C: &str = "{time: 11:00-12:00, title: spaces, items: [z]}";

#[track_caller]
fn both(now: &str, expected: [&str; 3]) {
    let former = format!("{A}, {B}, {C}");
    let all = pairs(&former, now, None);
    assert_eq!(all, expected, "with both plans");
    let marked = pairs(&former, now, Some(&[0, 1, 2]));
    assert_eq!(marked, expected, "from marks alone");
}

#[test]
fn a_slot_is_found_by_title_then_by_content() {
    let moved = "{time: 15:00-16:30, title: matrices, items: [y, more]}";
    both(
        &format!("{A}, {C}, {moved}"),
        [
            "d01-0900: unchanged",
            "d01-1500: same title",
            "d01-1100: unchanged",
        ],
    );
    let renamed = "{time: 15:00-16:00, title: other words, items: [y]}";
    both(
        &format!("{A}, {C}, {renamed}"),
        [
            "d01-0900: unchanged",
            "d01-1500: same content",
            "d01-1100: unchanged",
        ],
    );
}

#[test]
fn what_took_its_place_is_not_it() {
    let other = "{time: 10:00-11:00, title: something else, items: [w]}";
    both(
        &format!("{A}, {other}, {C}"),
        ["d01-0900: unchanged", "-", "d01-1100: unchanged"],
    );
    // The third has come to where the second was.
    let third = "{time: 10:00-11:00, title: spaces, items: [z]}";
    both(
        &format!("{A}, {third}"),
        ["d01-0900: unchanged", "-", "d01-1000: same title"],
    );
}

#[test]
fn neither_half_of_a_slot_and_nothing_it_became_a_half_of_is_it() {
    let halves = "{time: 10:00-10:30, title: matrices I, items: [y]}, \
                  {time: 10:30-11:00, title: matrices II}";
    both(
        &format!("{A}, {halves}, {C}"),
        ["d01-0900: unchanged", "-", "d01-1100: unchanged"],
    );
    let whole = "{time: 10:00-12:00, title: matrices and spaces, items: [y, z]}";
    both(&format!("{A}, {whole}"), ["d01-0900: unchanged", "-", "-"]);
}

#[test]
fn a_bare_slot_is_found_by_its_place_where_its_words_are_alike() {
    let former = "{time: 09:00-10:00, title: one}, {time: 10:00-11:00, title: two of it}, \
                  {time: 11:00-12:00, title: three}";
    let now = |middle: &str| {
        format!("{{time: 09:00-10:00, title: one}}, {middle}, {{time: 11:00-12:00, title: three}}")
    };
    let all = |middle: &str| pairs(former, &now(middle), None)[1].clone();
    let some = |middle: &str| pairs(former, &now(middle), Some(&[0, 1, 2]))[1].clone();
    for (middle, found) in [
        (
            "{time: 10:00-11:00, title: two of them}",
            "d01-1000: same place",
        ),
        ("{time: 10:00-11:00, title: far away}", "-"),
        ("{time: 10:00-11:00, title: two of it 2}", "-"),
        ("{time: 10:00-10:45, title: two of them}", "-"),
        (
            "{id: given, time: 10:00-11:00, title: two of them}",
            "given: same neighbours",
        ),
        (
            "{id: given, time: 10:00-10:30, title: two of}, {time: 10:30-11:00, title: more}",
            "-",
        ),
    ] {
        assert_eq!(all(middle), found, "with both plans: {middle}");
        assert_eq!(some(middle), found, "from marks alone: {middle}");
    }
}

#[test]
fn of_slots_with_one_title_the_content_tells_and_else_nothing_does() {
    let (first, second) = (
        "{time: 09:00-10:00, title: review, items: [x]}",
        "{time: 10:00-11:00, title: review, items: [y]}",
    );
    let former = format!("{first}, {second}");
    let later = "{time: 15:00-16:00, title: review, items: [y]}";
    for marked in [None, Some(&[0, 1][..])] {
        assert_eq!(pairs(&former, later, marked), ["-", "d01-1500: same title"]);
    }
    // The first was marked and is gone; the second is the only one of that title.
    assert_eq!(pairs(&former, second, Some(&[0])), ["-"]);
    let alike = "{time: 09:00-10:00, title: review}, {time: 10:00-11:00, title: review}";
    let only = "{time: 15:00-16:00, title: review}";
    for marked in [None, Some(&[0, 1][..])] {
        assert_eq!(pairs(alike, only, marked), ["-", "-"]);
    }
    assert_eq!(pairs(alike, only, Some(&[0])), ["-"]);
}

#[test]
fn identical_slots_are_matched_by_their_neighbours() {
    let former = "{time: 08:00-09:00, title: a}, {time: 09:00-10:00, title: review}, \
                  {time: 10:00-11:00, title: b}, {time: 11:00-12:00, title: review}, \
                  {time: 12:00-13:00, title: c}";
    // A slot more at the front: every one begins an hour later.
    let now = "{time: 07:00-08:00, title: new}, {time: 09:00-10:00, title: a}, \
               {time: 10:00-11:00, title: review}, {time: 11:00-12:00, title: b}, \
               {time: 12:00-13:00, title: review}, {time: 13:00-14:00, title: c}";
    let found = pairs(former, now, None);
    assert_eq!(found[1], "d01-1000: same neighbours");
    assert_eq!(found[3], "d01-1200: same neighbours");
    // One is where the other was, and another is elsewhere: it may be either.
    let now = "{time: 07:00-08:00, title: review}, {time: 08:00-09:00, title: a}, \
               {time: 09:15-10:15, title: review}, {time: 10:15-11:00, title: b}, \
               {time: 12:00-13:00, title: c}";
    let found = pairs(former, now, None);
    assert_eq!([&*found[1], &*found[3]], ["-", "-"]);
}

#[test]
fn titles_are_alike_by_letters_but_not_across_numbers() {
    assert!(are_alike("模型训练实践", "ResNet 训练实践"));
    assert!(are_alike("Ownership and moves", "Ownership, moves"));
    assert!(!are_alike("Chapter 3", "Chapter 4"));
    assert!(!are_alike("CLIP 实践（一）", "CLIP 实践（二）"));
    assert!(!are_alike("卷积", "注意力"));
}
