//! Boxes that are not recorded, and that nothing is lost of.

use super::{edit, home, read};
use crate::sandbox::Sandbox;

/// The home on the third day. `Read` is done on the first and `Write` skipped; the talk was done and
/// reopened on the second.
fn third_day() -> Sandbox {
    let home = home();
    let second = home.at("2026-12-08T22:00:00");
    second.run(&["done", "d2-talk"]).ok();
    second.run(&["reopen", "d2-talk"]).ok();
    second
        .run(&["export", "--format", "md", "-o", "note.md"])
        .ok();
    home.at("2026-12-09T22:00:00")
}

#[test]
fn boxes_that_contradict_a_later_mark_are_listed() {
    let home = third_day();
    edit(
        &home,
        &[
            ("[x] 19:00 - 20:30 Read", "[-] 19:00 - 20:30 Read"),
            (
                "[-] 20:30 - 21:00 Write ⏳ 2026-12-07",
                "[x] 20:30 - 21:00 Write ⏳ 2026-12-07 ✅ 2026-12-07",
            ),
            ("[ ] Talk", "[x] Talk"),
            (
                "[ ] An essay 📅 2026-12-08",
                "[x] An essay 📅 2026-12-08 ✅ 2026-12-32",
            ),
            (
                "[ ] Rest of it ⏳ 2026-12-14",
                "[x] Rest of it ⏳ 2026-12-14 ✅ 2026-12-10",
            ),
            ("- Sleep", "- Sleep\n- [x] Buy milk ^milk"),
        ],
    );
    let (note, events) = (read(&home), home.journal("small"));
    let ran = home.run(&["pull", "note.md", "--push"]);
    assert_eq!(
        ran.stdout,
        "  nothing new in the note
  updated 0 check boxes in `note.md`
6 check boxes were not recorded:
  line 46: d01-1900 Read   done on Mon 7 Dec 2026, which may be later
  line 50: d01-2030 Write   skipped on Mon 7 Dec 2026, which may be later
  line 54: d2-talk Talk   reopened on Tue 8 Dec 2026, which may be later
  line 60: w01.1 An essay   invalid date `2026-12-32`
  line 68: d03-1 Rest of it   Thu 10 Dec 2026 is in the future
  line 84: `^milk`   not in the plan
"
    );
    assert_eq!(
        ran.stderr,
        "hint: `plan done`, `plan skip` and `plan reopen` record what you mean\n"
    );
    assert_eq!((read(&home), home.journal("small")), (note, events));
}

#[test]
fn boxes_that_are_later_than_a_mark_are_recorded() {
    let home = third_day();
    edit(
        &home,
        &[
            (
                "[-] 20:30 - 21:00 Write ⏳ 2026-12-07",
                "[x] 20:30 - 21:00 Write ⏳ 2026-12-07 ✅ 2026-12-08",
            ),
            (
                "[ ] Talk ⏳ 2026-12-08",
                "[-] Talk ⏳ 2026-12-08 ❌ 2026-12-09",
            ),
            ("[ ] Rest of it", "[x] Rest of it"),
        ],
    );
    let dry = home.run(&["pull", "note.md", "--dry-run", "--push"]);
    assert_eq!(
        dry.ok(),
        "dry run: nothing is recorded
✓ d01-2030 Write   Tue 8 Dec
– d2-talk Talk
✓ d03-1 Rest of it
  3 marks recorded
  updated 0 check boxes in `note.md`
"
    );
    assert_eq!(
        home.run(&["pull", "note.md"]).ok(),
        "✓ d01-2030 Write   Tue 8 Dec
– d2-talk Talk
✓ d03-1 Rest of it
  3 marks recorded
"
    );
    assert_eq!(
        home.run(&["undo"]).ok(),
        "undone: done d01-2030 Write   recorded for Tue 8 Dec 2026
undone: skip d2-talk Talk
undone: done d03-1 Rest of it
  d01-2030 Write is still skipped
"
    );
}

#[test]
fn a_repeated_id_is_no_mark() {
    let home = third_day();
    let line = "- [ ] Rest of it ⏳ 2026-12-14 ^d03-1";
    let both = format!("{}\n\n{line}", line.replace("[ ]", "[x]"));
    edit(&home, &[(line, &both)]);
    let note = read(&home);
    home.run(&["done", "d03-1"]).ok();
    let ran = home.run(&["pull", "note.md", "--push"]);
    assert_eq!(
        ran.stdout,
        "  nothing new in the note
  updated 0 check boxes in `note.md`
2 check boxes were not recorded:
  line 68: d03-1 Rest of it   several boxes have this id
  line 70: d03-1 Rest of it   several boxes have this id
"
    );
    assert_eq!(read(&home), note);
}

#[test]
fn unticking_reopens_nothing() {
    let home = third_day();
    let before = read(&home);
    edit(
        &home,
        &[("[x] 19:00 - 20:30 Read", "[ ] 19:00 - 20:30 Read")],
    );
    let events = home.journal("small");
    assert_eq!(
        home.run(&["pull", "note.md"]).ok(),
        "  nothing new in the note\n"
    );
    assert_eq!(
        home.run(&["pull", "note.md", "--push"]).ok(),
        "  nothing new in the note\n  updated 1 check box in `note.md`\n"
    );
    assert_eq!((read(&home), home.journal("small")), (before, events));
}

#[test]
fn only_a_note_of_a_known_plan_is_pulled() {
    let home = third_day();
    let note = read(&home);
    home.file("mine.md", "- [x] Talk ^d2-talk\n");
    home.file("other.md", note.replace("plan: small", "plan: unknown"));
    for (args, code, said) in [
        (
            &["pull", "none.md"][..],
            66,
            "error: there is no note `none.md`\n",
        ),
        (
            &["pull", "mine.md"],
            65,
            "error: `mine.md` is not a note that `plan` wrote\n\
             hint: write one: `plan export --format md -o FILE`\n",
        ),
        (
            &["pull", "other.md"],
            2,
            "error: `other.md` is a note of the unknown plan `unknown`\n\
             hint: `plan plans` lists the plans\n",
        ),
        (
            &["pull", "note.md", "--plan", "multimodal"],
            2,
            "error: `note.md` is a note of another plan, `small`\nhint: leave `--plan` out\n",
        ),
    ] {
        assert_eq!(home.run(args).fails(code), said);
    }
    // The plan of the note counts, whichever is followed.
    edit(
        &home,
        &[(
            "[ ] Talk ⏳ 2026-12-08",
            "[x] Talk ⏳ 2026-12-08 ✅ 2026-12-09",
        )],
    );
    home.run(&["init", "multimodal", "--start", "2026-12-07"])
        .ok();
    let said = home.run(&["pull", "note.md"]).ok();
    assert!(said.contains("✓ small:d2-talk Talk\n"), "{said}");
}
