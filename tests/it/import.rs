//! `plan import`: from a note to today's slots.

use crate::sandbox::Sandbox;

const NOTE: &str = "\
# Python in two weeks

Time: 1 hour a day

## Week 1: Basics
- [x] Install Python
- [ ] Read chapter 1

## Week 2: Programs
- [ ] Write a word counter
";

fn home() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-12-01T19:00:00")
        .env("COLUMNS", "80");
    home.file("note.md", NOTE);
    home
}

/// The steps that the log lists, the latest first.
fn log(home: &Sandbox) -> serde_json::Value {
    home.run(&["log", "--json"]).json()["events"].take()
}

/// The title and state of every slot of a target.
fn slots(home: &Sandbox, target: &str) -> Vec<(String, String)> {
    let shown = home.run(&["show", target, "--json"]).json();
    let days = shown["shown"].as_array().unwrap().iter();
    let slots = days.flat_map(|shown| {
        let slots = shown["day"]["slots"].as_array();
        slots.or(shown["slots"].as_array()).unwrap()
    });
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    slots
        .map(|slot| (text(&slot["title"]), text(&slot["status"])))
        .collect()
}

fn slot(title: &str, status: &str) -> (String, String) {
    (title.to_owned(), status.to_owned())
}

#[test]
fn from_a_note_to_the_slots_of_today() {
    let home = home();
    home.run(&["import", "note.md"]).ok();
    home.run(&["check", "note.yaml"]).ok();
    home.run(&["init", "note.yaml", "--start", "2026-11-30"])
        .ok();
    let today = home.run(&["today", "--date", "2026-11-30"]).ok();
    let expected = "\
Python in two weeks                                              Mon 30 Nov 2026
Day 1 Mon · Week 1 Basics              week █████───── 1/2   plan ███─────── 1/3

      time  slot            to do
 ✓ 1  1 h   Install Python

 next     Thu 3 Dec Day 2 Thu: 1 slot, 1 h
";
    assert_eq!(today, expected);
    home.run(&["done", "d2"]).ok();
    assert_eq!(slots(&home, "d2"), [slot("Read chapter 1", "done")]);
}

#[test]
fn what_was_ticked_is_done_once_on_its_date_and_undone_in_one_step() {
    let home = home();
    home.run(&["import", "note.md"]).ok();
    home.run(&["init", "note.yaml", "--start", "2026-11-30"])
        .ok();
    assert_eq!(slots(&home, "d1"), [slot("Install Python", "done")]);
    let before = log(&home);
    // Beginning again records nothing more of what was ticked.
    home.run(&["init", "note.yaml"]).ok();
    assert_eq!(log(&home), before);
    home.run(&["init", "note.yaml", "--restart", "--start", "2026-12-07"])
        .ok();
    home.run(&["undo"]).ok();
    assert_eq!(slots(&home, "d1"), [slot("Install Python", "done")]);
    home.run(&["undo"]).ok();
    assert_eq!(slots(&home, "d1"), [slot("Install Python", "open")]);
}

#[test]
fn beginning_at_once_and_in_ones_own_hours() {
    let home = home();
    let said = home
        .run(&[
            "import",
            "note.md",
            "--begin",
            "--hours",
            "tue=20:00-21:00,sat=10:00-11:00",
        ])
        .ok();
    assert!(
        said.starts_with("Python in two weeks: written to note.yaml\n"),
        "{said}"
    );
    assert!(!said.contains("plan init"), "{said}");
    let plan = std::fs::read_to_string(home.home().join("note.yaml")).unwrap();
    let times: Vec<&str> = plan
        .lines()
        .filter(|line| line.contains("time:"))
        .map(str::trim)
        .collect();
    assert_eq!(
        times,
        [
            "- time: 20:00-21:00",
            "- time: 10:00-11:00",
            "- time: 20:00-21:00"
        ]
    );
    assert_eq!(slots(&home, "d1"), [slot("Install Python", "done")]);
}

#[test]
fn an_edited_note_keeps_ids_and_marks() {
    let home = home();
    home.run(&["import", "note.md", "--begin"]).ok();
    home.run(&["done", "d2"]).ok();
    let edited = NOTE.replace(
        "- [x] Install Python\n",
        "- [x] Install Python\n- [ ] Choose an editor\n",
    );
    home.file("note.md", edited);
    let said = home.run(&["import", "note.md"]).ok();
    let kept = said.lines().nth(4);
    assert_eq!(
        kept,
        Some("  imported before: 3 slots kept, with their marks")
    );
    let plan = std::fs::read_to_string(home.home().join("note.yaml")).unwrap();
    let ids: Vec<&str> = plan
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- id: "))
        .collect();
    assert_eq!(ids, ["d01-1", "d02-1-2", "d02-1", "d03-1"]);
    assert_eq!(slots(&home, "d3"), [slot("Read chapter 1", "done")]);
}

/// Begins a note of three tasks with the first one done, and imports it again with `to` for `from`.
/// Gives what the answer says about the plan from before, and its slots.
fn again(from: &str, to: &str) -> (Vec<String>, Vec<(String, String)>) {
    let note = "# Go study\n\n## Week 1\n- [ ] Read chapter 1 (30 min)\n- [ ] Read chapter 2 (30 min)\n- [ ] Exercises\n";
    assert!(note.contains(from));
    let home = Sandbox::new()
        .at("2026-12-01T19:00:00")
        .env("COLUMNS", "200");
    home.file("go.md", note);
    home.run(&["import", "go.md", "--begin"]).ok();
    home.run(&["done", "d1"]).ok();
    home.file("go.md", note.replace(from, to));
    let said = home.run(&["import", "go.md"]).ok();
    let said = said.lines().skip(4).take_while(|line| !line.is_empty());
    (
        said.map(|line| line.trim().to_owned()).collect(),
        ["d1", "d2", "d3"].map(|day| slots(&home, day)).concat(),
    )
}

#[test]
fn a_mark_stays_where_only_words_or_minutes_have_changed() {
    let kept = "imported before: 3 slots kept, with their marks";
    let rest = [
        slot("Read chapter 2 (30 min)", "open"),
        slot("Exercises", "open"),
    ];
    for title in [
        "Read chapters 1 carefully",
        "Read chapter 1 (45 min)",
        "Read chapter 1 (30分钟)",
    ] {
        let (said, slots) = again("Read chapter 1 (30 min)", title);
        assert_eq!(said, [kept], "{title}");
        assert_eq!(
            slots,
            [&[slot(title, "done")], &rest[..]].concat(),
            "{title}"
        );
    }
}

#[test]
fn a_mark_without_a_slot_and_a_box_ticked_since_are_named() {
    let (said, slots) = again("Read chapter 1 (30 min)", "Install Go");
    let expected = [
        "imported before: 2 slots kept, with their marks",
        "not in the note any more, so their marks count for nothing: `Read chapter 1 (30 min)`; see `plan doctor`",
    ];
    assert_eq!(said, expected);
    assert_eq!(slots[0], slot("Install Go", "open"));
    let (said, _) = again("[ ] Exercises", "[x] Exercises");
    let expected = [
        "imported before: 3 slots kept, with their marks",
        "ticked in the note, but open in the plan: record it with `plan done d03-1`",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_plan_file_that_is_something_else_or_was_edited_is_not_overwritten() {
    let home = home();
    home.file(
        "note.yaml",
        "plan: note\ntitle: Mine\nslots: [{title: a}]\n",
    );
    let said = home.run(&["import", "note.md"]).fails(73);
    let expected = "error: `note.yaml` exists: it was not imported from this note, or was edited since\n\
                    hint: write to another file with `-o FILE`\n";
    assert_eq!(said, expected);
    home.run(&["import", "note.md", "-o", "other.yaml"]).ok();
    let path = home.home().join("other.yaml");
    let edited = std::fs::read_to_string(&path)
        .unwrap()
        .replace("Read chapter 1", "Read chapters");
    std::fs::write(&path, &edited).unwrap();
    home.run(&["import", "note.md", "-o", "other.yaml"])
        .fails(73);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), edited);
}

#[test]
fn what_is_no_study_plan_is_refused() {
    let home = home();
    home.file("log.md", "# Changelog\n## [1.1.0] - 2026-01-01\n### Added\n- x\n## [1.0.0] - 2025-01-01\n### Fixed\n- y\n");
    let said = home.run(&["import", "log.md"]).fails(65);
    let expected = "error: `log.md` is not a study plan: it is a changelog\n\
                    hint: a study plan has phases, weeks, days, times or tasks: `Week 1: …`, `Day 3`, \
                    `09:00-10:30 …`, `- [ ] …`; its title should say what is learned: `# Study plan: …`\n";
    assert_eq!(said, expected);
    assert!(!home.home().join("log.yaml").exists());
    std::fs::write(
        home.home().join("gbk.md"),
        b"# \xD1\xA7\xCF\xB0\xBC\xC6\xBB\xAE\n\n## \xB5\xDA\xD2\xBB\xD6\xDC\n- \xD1\xA7\xCF\xB0\xCB\xE3\xB7\xA8\xBA\xCD\xCA\xFD\xBE\xDD\xBD\xE1\xB9\xB9\n## \xB5\xDA\xB6\xFE\xD6\xDC\n- \xB8\xB4\xCF\xB0\n",
    )
    .unwrap();
    let said = home.run(&["import", "gbk.md"]).fails(65);
    assert!(said.contains("GB"), "{said}");
    let said = home.run(&["import", "none.md"]).fails(66);
    assert_eq!(
        said,
        "error: cannot read `none.md`: no such file or directory\n"
    );
}

#[test]
fn the_answer_for_a_script() {
    let home = home();
    let text = home.run(&["import", "note.md", "--json"]).ok();
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    let expected = serde_json::json!({
        "schema_version": 1,
        "title": "Python in two weeks",
        "plan": "note",
        "counts": {
            "phases": 0, "weeks": 2, "days": 0, "slots": 0, "items": 3, "resources": 0, "links": 0, "milestones": 0,
        },
        "planned": {
            "phases": 0, "weeks": 2, "days": 3, "slots": 3, "resources": 0, "milestones": 0,
        },
        "coverage": 1.0,
        "leftovers": [],
        "decisions": [
            {"lines": [[5, 5], [9, 9]], "decision": "tasks without a day: 3 slots, spread over your study days"},
            {"lines": [], "decision": "1 item ticked in the note: recorded as done when you start the plan"},
            {"lines": [[3, 3]], "decision": "study time from the note: 1 h a day from Monday to Friday, 1 h at weekends"},
        ],
    });
    assert_eq!(answer, expected);
}

#[test]
fn ids_come_from_the_name_of_the_file_or_are_made() {
    let home = home();
    for (name, id) in [
        ("My Plan 2.md", "my-plan-2"),
        ("multimodal.md", "plan-c5d6056c"),
        ("学习计划.md", "plan-c5d6056c"),
    ] {
        home.file(name, NOTE);
        let text = home.run(&["import", name, "--json"]).ok();
        let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(answer["plan"], id, "{name}");
    }
}
