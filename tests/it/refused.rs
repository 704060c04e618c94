//! Command lines that name nothing or make no sense: each is refused with a hint, and nothing is
//! recorded. Made-up ones are tried in `tests/torture/parsers.rs`.

use crate::sandbox::Sandbox;

/// Begins the shipped plan a week before the fixed clock: today is Day 8.
fn begun() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    assert!(!home.journal("multimodal").is_empty(), "no start is noted");
    home
}

/// The command line is refused: exit 2, a hint, nothing on stdout, nothing in the journal.
#[track_caller]
fn is_refused(home: &Sandbox, args: &[&str]) -> String {
    let before = home.journal("multimodal");
    let out = home.run(args);
    assert_eq!(out.code, 2, "{out}");
    assert_eq!(out.stdout, "", "{out}");
    let line = |begins: &str| out.stderr.lines().any(|line| line.starts_with(begins));
    assert!(line("error: "), "no error: {out}");
    assert!(line("hint: "), "no hint: {out}");
    assert!(home.journal("multimodal") == before, "it is noted: {out}");
    out.stderr
}

#[test]
fn targets_that_name_nothing() {
    let home = begun();
    for target in [
        "99",
        "0",
        "3-1",
        "1-99",
        "d99.1",
        "d8.0",
        "d8.99",
        "nosuchthing",
        "x",
        "d76",
        "w05.9",
        "w5.0",
        "w99.1",
        "p6",
        "d1-0901",
        "",
        " ",
    ] {
        is_refused(&home, &["done", target]);
    }
    is_refused(&home, &["done", "1", "99"]);
    is_refused(&home, &["done", "18446744073709551616"]);
    is_refused(&home, &["done", "d08-1045/../../x"]);
}

#[test]
fn refusals_have_these_exact_messages() {
    let home = begun();
    for (args, error) in [
        (&["done", "3-1"][..], "the range `3-1` is reversed"),
        (&["done", "1,4-2"], "the range `4-2` is reversed"),
        (&["done", "x"], "cannot search titles for `x`"),
        (
            &["done", "1", "--date", "2026-11-22"],
            "`1` matches nothing: there are no slots on Sun 22 Nov 2026",
        ),
        (
            &["skip", "all", "--date", "2026-11-22"],
            "`all` matches nothing: there are no slots on Sun 22 Nov 2026",
        ),
        (&["done", "1", "--at", "22:59"], "22:59 is in the future"),
        (
            &["done", "1", "--at", "23:30", "--date", "today"],
            "23:30 is in the future",
        ),
        (
            &["done", "1-3", "--took", "2"],
            "2 min is less than one minute per slot",
        ),
        (
            &["done", "w05.2", "--took", "5"],
            "w05.2 CLIP ViT-B/32（openai）零样本：CIFAR-10 / CIFAR-100 / Pets / MNIST 四个数与参考值 89.8 / 64.2 / 87.0 / 48.4 \
             偏差 ≤ 1pp 或有书面解释 is a deliverable: it has no duration of its own",
        ),
        (&["done", "w5.9"], "no such deliverable `w5.9`"),
        (
            &["note", "1-2", "both"],
            "a note belongs to one slot; the target names 2",
        ),
    ] {
        let said = is_refused(&home, args);
        assert_eq!(
            said.lines().next(),
            Some(&*format!("error: {error}")),
            "{args:?}"
        );
    }
}

#[test]
fn a_title_that_three_slots_of_today_share() {
    let said = is_refused(&begun(), &["done", "CLIP"]);
    for id in ["d08-1045", "d08-1400", "d08-1545"] {
        assert!(said.contains(id), "{id} is not named: {said}");
    }
    assert!(!said.contains("d08-0900"), "its title has no CLIP: {said}");
}

#[test]
fn words_that_make_no_sense() {
    let home = begun();
    for args in [
        &["done", "1", "--took", "-5"][..],
        &["done", "1", "--took=-5"],
        &["done", "1", "--took", "0"],
        &["done", "1", "--took", "25h"],
        &["done", "1", "--took", "1:60"],
        &["done", "1", "--took", "soon"],
        &["done", "1", "--date", "2026-02-30"],
        &["done", "1", "--date", "2026-13-01"],
        &["done", "1", "--at", "25:00"],
        &["today", "--date", "tomorow"],
        &["report", "--week", "99"],
        &["report", "--week", "0"],
        &["report", "--phase", "99"],
        &["report", "--week", "13"],
        &["report", "--phase", "6"],
        &["note", "1", " "],
        &["done", "1", "--note", ""],
        &["export"],
        &["export", "--json", "--format", "yaml"],
        &["show", "d99"],
        &["show", "nosuchthing"],
    ] {
        is_refused(&home, args);
    }
}

#[test]
fn a_word_that_is_refused_can_be_mended() {
    let home = begun();
    let before = home.journal("multimodal");
    home.run(&["done", "1", "--took", "24h"]).ok();
    assert!(home.journal("multimodal").len() > before.len());
}
