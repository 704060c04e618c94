//! A note that is kept current.

use std::fs;

use super::{edit, home, read};
use crate::sandbox::Sandbox;

/// The home with a note that is published.
fn published() -> Sandbox {
    let home = home();
    let config = "publish: {note: ../../note.md}\nplan: ../../plan.yaml\n";
    home.file(".config/plan/config.yaml", config);
    home
}

fn export(home: &Sandbox) -> String {
    home.run(&["export", "--format", "md"]).ok()
}

#[test]
fn a_note_is_current_after_each_step() {
    let home = published();
    home.run(&["today"]).ok();
    assert!(!home.home().join("note.md").exists());
    for step in [
        &["done", "d2-talk"][..],
        &["undo"],
        &["move", "d2-talk", "2026-12-10"],
        &["skip", "w01.1"],
    ] {
        let ran = home.run(step);
        assert_eq!(ran.stderr, "", "{step:?}");
        assert_eq!(read(&home), export(&home), "{step:?}");
    }
    // A note in the other dialect stays in it.
    fs::remove_file(home.home().join("note.md")).unwrap();
    let export = ["export", "--format", "md", "--dataview"];
    home.run(&[&export[..], &["-o", "note.md"]].concat()).ok();
    home.run(&["done", "d2-talk"]).ok();
    assert_eq!(read(&home), home.run(&export).ok());
}

#[test]
fn a_box_that_is_not_recorded_yet_is_kept() {
    let home = published();
    home.run(&["done", "d2-talk"]).ok();
    edit(
        &home,
        &[(
            "[ ] Rest of it ⏳ 2026-12-14",
            "[x] Rest of it ⏳ 2026-12-14 ✅ 2026-12-06",
        )],
    );
    let note = read(&home);
    // Only boxes differ, so there is nothing to warn of.
    let ran = home.run(&["skip", "w01.1"]);
    assert_eq!(ran.stderr, "");
    let skipped = note.replace("[ ] An essay", "[-] An essay");
    assert_eq!(read(&home), skipped);
    let ran = home.run(&["undo"]);
    assert_eq!(ran.stderr, "");
    assert_eq!(read(&home), note);
    // Once it is recorded, the note is written anew.
    home.run(&["pull", "note.md"]).ok();
    assert_eq!(read(&home), export(&home));
    assert!(read(&home).contains("- [x] Rest of it ⏳ 2026-12-14 ✅ 2026-12-06 ^d03-1\n"));
}

#[test]
fn a_note_with_text_of_the_learners_own_keeps_it() {
    let home = published();
    home.run(&["done", "d2-talk"]).ok();
    edit(&home, &[("- Sleep", "- Sleep\n\nMy own words")]);
    let note = read(&home);
    assert_eq!(home.run(&["undo"]).stderr, "");
    assert_eq!(read(&home), note.replace("[x] Talk", "[ ] Talk"));
    let ran = home.run(&["move", "d2-talk", "2026-12-10"]);
    let path = home.home().join(".config/plan/../../note.md");
    let path = path.display();
    assert_eq!(
        ran.stderr,
        format!(
            "warning: `{path}` has text or check boxes of your own: only other check boxes were updated\n\
             hint: record its check boxes with `plan pull {path}`; then delete it, or choose another name\n"
        )
    );
    assert_eq!(read(&home), note.replace("[x] Talk", "[ ] Talk"));
}

#[test]
fn another_file_is_never_overwritten() {
    let home = published();
    for other in ["mine", "---\nplan: small\n---\n- [ ] Talk ^d2-talk\n"] {
        home.file("note.md", other);
        let ran = home.run(&["done", "d2-talk"]);
        let path = home.home().join(".config/plan/../../note.md");
        let path = path.display();
        assert_eq!(
            ran.stderr,
            format!(
                "warning: recorded, but `{path}` was not rewritten: `{path}` is not a note that `plan` wrote\n\
                 hint: choose another name, or delete it first\n"
            )
        );
        ran.ok();
        assert_eq!(read(&home), other);
        home.run(&["undo"]).ok();
    }
}
