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
    let home = Sandbox::new().at("2026-12-01T19:00:00");
    home.file("note.md", NOTE);
    home
}

/// What the journal says of marks, a line each.
fn marks(home: &Sandbox) -> Vec<String> {
    let log: serde_json::Value = serde_json::from_str(&home.run(&["log", "--json"]).ok()).unwrap();
    let text = log.to_string();
    let events = text.matches("\"slot\":\"").count();
    vec![events.to_string()]
}

#[test]
fn from_a_note_to_the_slots_of_today() {
    let home = home();
    home.run(&["import", "note.md"]).ok();
    home.run(&["check", "note.yaml"]).ok();
    home.run(&["init", "note.yaml", "--start", "2026-11-30"])
        .ok();
    let today = home.run(&["today", "--date", "2026-11-30"]).ok();
    assert!(today.contains("Install Python"), "{today}");
    home.run(&["done", "d2"]).ok();
    let report = home.run(&["report"]).ok();
    assert!(report.contains("done 2/2"), "{report}");
}

#[test]
fn what_was_ticked_is_done_once_on_its_date_and_undone_in_one_step() {
    let home = home();
    home.run(&["import", "note.md"]).ok();
    home.run(&["init", "note.yaml", "--start", "2026-11-30"])
        .ok();
    let show = home.run(&["show", "d1", "--json"]).ok();
    let shown: serde_json::Value = serde_json::from_str(&show).unwrap();
    let text = shown.to_string();
    assert!(text.contains("\"status\":\"done\""), "{text}");
    assert!(text.contains("2026-11-30"), "{text}");
    let before = marks(&home);
    // Beginning again records nothing more.
    home.run(&["init", "note.yaml"]).ok();
    home.run(&["init", "note.yaml", "--restart", "--start", "2026-12-07"])
        .ok();
    home.run(&["undo"]).ok();
    assert_eq!(marks(&home).len(), before.len());
    home.run(&["undo"]).ok();
    let text = home.run(&["show", "d1", "--json"]).ok();
    assert!(!text.contains("\"status\": \"done\""), "{text}");
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
    assert!(home.run(&["today"]).ok().contains("Install Python"));
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
    assert!(
        said.contains("imported before: 3 slots kept their ids"),
        "{said}"
    );
    let plan = std::fs::read_to_string(home.home().join("note.yaml")).unwrap();
    let ids: Vec<&str> = plan
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- id: "))
        .collect();
    assert_eq!(ids, ["d01-1", "d02-1-2", "d02-1", "d03-1"]);
    let show = home.run(&["show", "d3", "--json"]).ok();
    assert!(show.contains("\"status\": \"done\""), "{show}");
}

#[test]
fn a_plan_file_that_is_something_else_or_was_edited_is_not_overwritten() {
    let home = home();
    home.file(
        "note.yaml",
        "plan: note\ntitle: Mine\nslots: [{title: a}]\n",
    );
    let said = home.run(&["import", "note.md"]).fails(73);
    let expected = "error: `note.yaml` exists, and is not an import of this plan\n\
                    hint: `-o FILE` writes to another file\n";
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
    let expected = "error: `log.md` is not a study plan: it lists the changes in versions of a program\n\
                    hint: a study plan has phases, weeks, days, times or tasks: `Week 1: …`, `Day 3`, \
                    `09:00-10:30 …`, `- [ ] …`\n";
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
        "title": "Python in two weeks",
        "plan": "note",
        "counts": {
            "phases": 0, "weeks": 2, "days": 0, "slots": 0, "items": 3, "resources": 0, "links": 0, "milestones": 0,
        },
        "coverage": 1.0,
        "leftovers": [],
        "decisions": [
            {"lines": [[5, 5], [9, 9]], "decision": "work without a day: 3 slots spread over the study days"},
            {"lines": [], "decision": "1 item ticked: recorded as done when the plan begins"},
            {"lines": [[3, 3]], "decision": "study time as stated: 1 h a day from Monday to Friday, 1 h at weekends"},
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
