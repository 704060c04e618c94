use chrono::NaiveDate;

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Line, state, block, and since when.
type Read<'n> = (usize, BoxState, &'n str, Option<Result<NaiveDate, &'n str>>);

fn read(note: &str) -> Vec<Read<'_>> {
    let boxes = boxes(note).into_iter();
    boxes
        .map(|own| (own.line, own.state, own.block, own.since))
        .collect()
}

#[test]
fn a_box_is_an_item_with_the_id_of_a_block() {
    let note = "- [ ] a ^a1\n\
                * [x] b ⏳ 2026-12-07 ✅ 2026-12-08 ^b-2\r\n\
                > 1. [X] c [completion:: 2026-12-09] ^c\n\
                \t+ [-] d ❌ 2026-12-10 ^d  \n\
                - [x] e ^e ✅\u{FE0F} 2026-12-11\n\
                - [/] f ✅ 2026-12-08 ^f\n\
                - [x] g ✅ tomorrow ^g\n\
                - [x] no id\n- [x]no space ^h\n- [xx] two ^i\nx [x] no item ^j\n- [x] k \\^k\n- [x] ^l and more\n\
                ```\n- [x] code ^m\n~~~\n```\n- [x] n ^n";
    let (open, done, skipped) = (BoxState::Open, BoxState::Done, BoxState::Skipped);
    assert_eq!(
        read(note),
        [
            (1, open, "a1", None),
            (2, done, "b-2", Some(Ok(date("2026-12-08")))),
            (3, done, "c", Some(Ok(date("2026-12-09")))),
            (4, skipped, "d", Some(Ok(date("2026-12-10")))),
            (5, done, "e", Some(Ok(date("2026-12-11")))),
            (6, open, "f", None),
            (7, done, "g", Some(Err("tomorrow"))),
            (18, done, "n", None),
        ]
    );
}

#[test]
fn a_block_id_is_spelt_reversibly() {
    let part = Stretch::parse("30-60");
    for (id, part, block) in [
        ("d08-1045", None, "d08-1045"),
        ("d08-1045", part, "d08-1045S30-60"),
        ("w05.1", None, "w05P1"),
        ("w05-1", None, "w05-1"),
        ("a.b.c--d", None, "aPbPc--d"),
    ] {
        assert_eq!(block_id(id, part), block);
        assert!(block.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
        let (read, rest) = block.split_once('S').unwrap_or((block, ""));
        assert_eq!(
            (read.replace('P', "."), Stretch::parse(rest)),
            (id.to_owned(), part)
        );
    }
}

fn states(pairs: &[(&str, BoxState)]) -> States {
    pairs
        .iter()
        .map(|(block, state)| ((*block).to_owned(), *state))
        .collect()
}

#[test]
fn pushing_changes_what_nobody_else_has_marked() {
    use BoxState::{Done, Open, Skipped};
    let before = states(&[
        ("a", Open),
        ("b", Done),
        ("c", Open),
        ("d", Skipped),
        ("e", Open),
        ("r", Open),
    ]);
    let now = states(&[
        ("a", Done),
        ("b", Open),
        ("c", Open),
        ("d", Skipped),
        ("e", Skipped),
        ("r", Done),
    ]);
    let note = "- [ ] a ^a\n- [x] b ✅ 2026-12-07 ^b\n- [x] c ^c\n- [x] d ^d\n- [/] e ^e\n- [x] z ^z\n\
                - [ ] r ^r\n- [ ] r ^r\n";
    let pushed = pushed(note, &before, &now);
    let expected = "- [x] a ^a\n- [ ] b ✅ 2026-12-07 ^b\n- [x] c ^c\n- [x] d ^d\n- [-] e ^e\n- [x] z ^z\n\
                    - [ ] r ^r\n- [ ] r ^r\n";
    assert_eq!(pushed, (expected.to_owned(), 3));
}

#[test]
fn a_note_is_replaced_unless_something_would_be_lost() {
    use BoxState::{Done, Open};
    let note = sealed(
        "generator: plan\nplan: p\n",
        "# P\n\n- [ ] a ^a\n- [ ] b ^b\n",
    );
    let front = front(&note).unwrap();
    assert_eq!(front.plan, "p");
    let (before, now) = (
        states(&[("a", Open), ("b", Open)]),
        states(&[("a", Done), ("b", Open)]),
    );
    let update = |note: &str| super::update(note, &before, &now);
    assert_eq!(update(&note), Update::Replace);
    // The mark is known, or says nothing.
    for (from, to) in [
        ("[ ] a", "[x] a ✅ 2026-12-07"),
        ("[ ] b", "[/] b"),
        ("[ ] b ^b", "[ ] b ✅ 2026-12-07 ^b"),
    ] {
        assert_eq!(update(&note.replace(from, to)), Update::Replace, "{to}");
    }
    for (from, to) in [
        ("[ ] b", "[x] b"),
        ("[ ] b", "[-] b ❌ 2026-12-07"),
        ("# P", "# P\n\nMine"),
        ("plan: p", "tags: [x]\nplan: p"),
    ] {
        let edited = note.replace(from, to);
        assert_ne!(edited, note);
        assert_eq!(
            update(&edited),
            Update::Push(edited.replace("[ ] a", "[x] a")),
            "{to}"
        );
    }
}

#[test]
fn only_what_the_program_wrote_is_its_own() {
    let note = "---\ngenerator: plan\nplan: p\n---\n";
    assert_eq!(front(note).unwrap().plan, "p");
    assert_eq!(front(&note.replace('\n', "\r\n")).unwrap().plan, "p");
    for other in [
        "",
        "plan: p\n",
        "---\nplan: p\n---\n",
        "---\ngenerator: plan\n---\n",
        "---\n---\ngenerator: plan\nplan: p\n",
        " ---\ngenerator: plan\nplan: p\n---\n",
    ] {
        assert_eq!(front(other), None, "{other}");
    }
}
