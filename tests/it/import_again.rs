//! `plan import` of a note that was imported before, and of one from standard input.

use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    Sandbox::new()
        .at("2026-12-01T19:00:00")
        .env("COLUMNS", "80")
}

#[test]
fn a_mark_stays_with_a_slot_that_is_the_only_one_to_change() {
    let note = "# Go study\n\n## Week 1\n### Monday\n- 09:00-10:00 Read chapter 1\n- 10:00-11:00 Exercises\n- 14:00-15:00 Flash cards\n### Tuesday\n- 09:00-10:00 Read chapter 2\n";
    let home = home();
    home.file("go.md", note);
    home.run(&["import", "go.md", "--begin"]).ok();
    home.run(&["done", "d01-1000"]).ok();
    let edited = note.replace("10:00-11:00 Exercises", "11:30-12:00 Write a parser");
    home.file("go.md", edited);
    home.run(&["import", "go.md"]).ok();
    let shown = home.run(&["show", "d1", "--json"]).json();
    let slots = shown["shown"][0]["day"]["slots"].as_array().unwrap();
    let states: Vec<_> = slots
        .iter()
        .map(|slot| (slot["title"].as_str(), slot["status"].as_str()))
        .collect();
    let expected = [
        (Some("Read chapter 1"), Some("open")),
        (Some("Write a parser"), Some("done")),
        (Some("Flash cards"), Some("open")),
    ];
    assert_eq!(states, expected);
}

#[test]
fn a_note_from_standard_input() {
    let home = home();
    home.file("go.md", "## Week 1\n- Learn Go\n");
    let said = home.shell("$PLAN import - -o go.yaml < go.md").ok();
    assert_eq!(said.lines().next(), Some("go: written to go.yaml"));
    let said = home.shell("$PLAN import - < go.md").fails(2);
    let expected =
        "error: a note from standard input has no name: say where the plan goes with `-o FILE`\n";
    assert_eq!(said, expected);
}

#[test]
fn a_folder_that_is_not_there() {
    let home = home();
    home.file("go.md", "## Week 1\n- Learn Go\n");
    let said = home
        .run(&["import", "go.md", "-o", "new/dir/go.yaml"])
        .fails(73);
    let expected = "error: folder `new/dir` not found\nhint: run `mkdir -p new/dir`\n";
    assert_eq!(said, expected);
}

#[test]
fn a_note_in_another_encoding() {
    let home = home();
    let text = "# 学习\n\n## 第1周\n- 读书\n";
    let bytes: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    home.file("note.md", bytes);
    let said = home.run(&["import", "note.md"]).fails(65);
    let expected = "error[not-utf8]: the file is UTF-16, not UTF-8\n--> note.md:1:1\n = help: save it as UTF-8, or convert it: `iconv -f UTF-16 -t UTF-8 old.yaml > new.yaml`\n\n";
    assert_eq!(said, expected);
}

#[test]
fn a_mark_stays_with_the_only_slot_of_a_day_at_its_time() {
    let note = "# Go study\n\n## Week 1\n- Mon 19:00-20:00: Read chapter 1\n- Tue 19:00-20:00: Exercises\n\n## Week 2\n- Mon 19:00-20:00: Flash cards\n";
    for (edited, said) in [
        (
            note.replace("Read chapter 1", "Install Go"),
            &["imported before: 3 slots kept, with their marks"][..],
        ),
        // Something else has changed as well.
        (
            note.replace("Read chapter 1", "Install Go")
                .replace("Exercises", "Write a parser"),
            &[
                "imported before: 1 slot kept, with their marks",
                "not in the note any more, so their marks count for nothing: `Read chapter 1`; see `plan doctor`",
            ][..],
        ),
    ] {
        let home = home().env("COLUMNS", "200");
        home.file("go.md", note);
        home.run(&["import", "go.md", "--begin"]).ok();
        home.run(&["done", "d1"]).ok();
        home.file("go.md", edited);
        let out = home.run(&["import", "go.md"]).ok();
        let lines = out.lines().map(str::trim);
        let lines = lines.filter(|line| line.starts_with("imported") || line.starts_with("not in"));
        assert_eq!(lines.collect::<Vec<_>>(), said);
    }
}
