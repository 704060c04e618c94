//! `plan edit`: a copy is edited, looked at, and replaces the file.

use std::os::unix::fs::PermissionsExt;

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: p
title: Reading  # my own
rest: [tue, thu, fri, sat, sun]
weeks:
- week: 1
  days:
  - {day: 1, weekday: mon, slots: [{time: '19:00-20:30', title: Alpha}]}
  - {day: 2, weekday: wed, slots: [{time: '19:00-20:00', title: Beta}]}
- week: 2
  days:
  - day: 3
    weekday: mon
    slots:
    - {time: '19:00-20:00', title: Gamma}
";

/// On the Tuesday of the first week, when Alpha is done.
fn home() -> Sandbox {
    let home = Sandbox::new().short().at("2026-09-08T12:00:00");
    home.file("p.yaml", PLAN);
    home.run(&["init", "p.yaml", "--start", "2026-09-07"]).ok();
    home.run(&["done", "d1"]).ok();
    home
}

/// The same with an editor that runs these commands of `sed`.
fn with_sed(home: &Sandbox, script: &str) -> Sandbox {
    home.file("change.sed", script);
    home.env("EDITOR", "sed -i -f change.sed")
}

fn read(home: &Sandbox, name: &str) -> Option<String> {
    std::fs::read_to_string(home.home().join(name)).ok()
}

/// Nothing has changed, and there is no copy.
#[track_caller]
fn is_untouched(home: &Sandbox) {
    assert_eq!(read(home, "p.yaml").as_deref(), Some(PLAN));
    assert_eq!(read(home, "p.edit.yaml"), None);
}

#[test]
fn a_changed_plan_replaces_the_file_and_marks_follow() {
    let home = home();
    let path = home.home().join("p.yaml");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let editor = with_sed(&home, "s/19:00-20:30/18:00-19:30/\n");
    assert_eq!(
        editor.run(&["edit", "--yes"]).ok(),
        "p.edit.yaml: 2 weeks, 3 days, 3 slots, 0 resources, 0 topics; no errors, no\n\x20 warnings\n\
         p.edit.yaml compared with p.yaml\n\
         \x20 slots and deliverables: 2 kept, 1 renamed, 0 orphaned, 0 changed, 0 added, 0 removed\n\
         \n\
         renamed  marks move with them\n\
         \x20✓  d01-1900  Alpha  now d01-1800  same title\n\
         p.yaml is replaced\n"
    );
    let expected = PLAN.replace("19:00-20:30", "18:00-19:30");
    assert_eq!(read(&home, "p.yaml"), Some(expected));
    assert_eq!(read(&home, "p.edit.yaml"), None);
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    let shown = home.run(&["show", "d01-1800", "--json"]).json();
    assert_eq!(shown["shown"][0]["slots"][0]["status"], "done");
    assert!(home.run(&["doctor"]).stderr.is_empty());
}

#[test]
fn an_unchanged_copy_or_an_editor_that_fails_changes_nothing() {
    let home = home();
    for editor in ["true", "  true  --wait ", "sh -c 'exit 0' \"two words\""] {
        let edit = home.env("EDITOR", editor);
        assert_eq!(edit.run(&["edit", "--yes"]).ok(), "nothing was changed\n");
        is_untouched(&home);
    }
    // $VISUAL comes first.
    let edit = home.env("EDITOR", "true").env("VISUAL", "false");
    assert_eq!(
        edit.run(&["edit", "--yes"]).fails(74),
        "error: the editor `false` exited with code 1: nothing was changed\n"
    );
    is_untouched(&home);
    let error = home
        .env("EDITOR", "no-such-editor")
        .run(&["edit"])
        .fails(74);
    assert_eq!(
        error,
        "error: cannot start the editor `no-such-editor`: No such file or directory (os error 2)\n\
         hint: name one, for example `EDITOR=nano plan edit`\n"
    );
    is_untouched(&home);
    assert_eq!(
        home.run(&["edit"]).fails(2),
        "error: neither `$VISUAL` nor `$EDITOR` names an editor\n\
         hint: name one, for example `EDITOR=nano plan edit`\n"
    );
    is_untouched(&home);
}

#[test]
fn what_was_edited_before_the_editor_failed_is_kept() {
    let home = home();
    home.file("editor", "sed -i s/Beta/Delta/ \"$1\"\nexit 3\n");
    let edit = home.env("EDITOR", "sh editor");
    assert_eq!(
        edit.run(&["edit", "--yes"]).fails(74),
        "error: the editor `sh editor` exited with code 3: nothing was changed\n\
         hint: your version is in `p.edit.yaml`\n"
    );
    assert_eq!(read(&home, "p.yaml").as_deref(), Some(PLAN));
    assert_eq!(
        read(&home, "p.edit.yaml"),
        Some(PLAN.replace("Beta", "Delta"))
    );
}

#[test]
fn a_copy_with_errors_never_replaces_the_file() {
    let home = home();
    let edit = with_sed(&home, "s/20:30/25:00/\n");
    let out = edit.run(&["edit", "--yes"]);
    assert_eq!(
        out.stdout,
        "error[bad-value]: invalid time `19:00-25:00`\n \
         --> p.edit.yaml:7:43\n\
         \x20 |\n\
         7 |   - {day: 1, weekday: mon, slots: [{time: '19:00-25:00', title: Alpha}]}\n\
         \x20 |                                           ^^^^^^^^^^^^^\n\
         \x20 |\n\
         \x20 = help: write start and end as `HH:MM-HH:MM`, from 00:00 to 24:00\n\n"
    );
    assert_eq!(
        out.fails(65),
        "error: 1 error in p.edit.yaml\n\
         hint: fix the file, then run `plan check p.edit.yaml`\n\
         hint: `mv p.edit.yaml p.yaml` puts it in the place of the file\n"
    );
    assert_eq!(read(&home, "p.yaml").as_deref(), Some(PLAN));
    // The next copy takes another name, and leaves this one alone.
    let edit = with_sed(&home, "s/Beta/Delta/\n");
    edit.run(&["edit", "--yes"]).ok();
    let kept = PLAN.replace("20:30", "25:00");
    assert_eq!(read(&home, "p.edit.yaml"), Some(kept));
    assert_eq!(read(&home, "p.yaml"), Some(PLAN.replace("Beta", "Delta")));
}

#[test]
fn without_a_terminal_the_copy_is_kept_unless_the_answer_is_given() {
    let home = home();
    let edit = with_sed(&home, "s/Beta/Delta/\n");
    assert_eq!(
        edit.run(&["edit"]).fails(2),
        "error: `p.yaml` was not replaced\n\
         hint: your version is in `p.edit.yaml`\n\
         hint: `plan edit --yes` replaces it without a question\n"
    );
    assert_eq!(read(&home, "p.yaml").as_deref(), Some(PLAN));
    assert_eq!(
        read(&home, "p.edit.yaml"),
        Some(PLAN.replace("Beta", "Delta"))
    );
}

#[test]
fn a_file_that_has_changed_meanwhile_is_not_replaced() {
    let home = home();
    home.file(
        "editor",
        "sed -i s/Beta/Delta/ \"$1\"\necho '# synced' >> p.yaml\n",
    );
    let edit = home.env("EDITOR", "sh editor");
    assert_eq!(
        edit.run(&["edit", "--yes"]).fails(73),
        "error: `p.yaml` has changed since you began to edit\n\
         hint: your version is in `p.edit.yaml`\n"
    );
    assert_eq!(read(&home, "p.yaml"), Some(format!("{PLAN}# synced\n")));
    assert_eq!(
        read(&home, "p.edit.yaml"),
        Some(PLAN.replace("Beta", "Delta"))
    );
}

#[test]
fn another_id_is_refused() {
    let home = home();
    let edit = with_sed(&home, "s/plan: p/plan: q/\n");
    assert_eq!(
        edit.run(&["edit", "--yes"]).fails(65),
        "error: the plan id changed from `p` to `q`; your marks belong to `p`\n\
         hint: keep the line `plan: p`\n\
         hint: your version is in `p.edit.yaml`\n"
    );
    assert_eq!(read(&home, "p.yaml").as_deref(), Some(PLAN));
}

#[test]
fn a_broken_file_can_be_edited_and_fixed() {
    let home = home();
    home.file("p.yaml", PLAN.replace("20:30", "25:00"));
    let edit = with_sed(&home, "s/25:00/20:30/\n");
    assert_eq!(
        edit.run(&["edit", "--yes"]).ok(),
        "p.edit.yaml: 2 weeks, 3 days, 3 slots, 0 resources, 0 topics; no errors, no\n\x20 warnings\n\
         p.yaml is replaced\n"
    );
    is_untouched(&home);
}

#[test]
fn a_shipped_plan_becomes_a_file_next_to_the_configuration() {
    let home = Sandbox::new().short().at("2026-11-23T12:00:00");
    home.run(&["init", "rust-in-four-weeks", "--start", "2026-11-23"])
        .ok();
    home.run(&["done", "1"]).ok();
    let edit = home.env("EDITOR", "true");
    assert_eq!(edit.run(&["edit", "--yes"]).ok(), "nothing was changed\n");
    assert!(!home.home().join("config/rust-in-four-weeks.yaml").exists());
    let edit = with_sed(&home, "s/Guessing game/A game/\n");
    let said = edit.run(&["edit", "--yes"]).ok();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let yours = "rust-in-four-weeks is now a file of your own: config/rust-in-four-weeks.yaml, which is followed now";
    assert!(said.ends_with(yours), "{said}");
    let config = read(&home, "config/config.yaml").unwrap();
    let path = home.home().join("config/rust-in-four-weeks.yaml");
    assert!(
        config.contains(&format!("plan: \"{}\"", path.display())),
        "{config}"
    );
    let report = home.run(&["report", "--all", "--json"]).json();
    assert_eq!(report["progress"]["plan"]["done"], 1);
    assert_eq!(home.run(&["show", "A game", "--json"]).code, 0);
    // From now on it is a file like any other.
    let edit = with_sed(&home, "s/A game/One game/\n");
    let said = edit.run(&["edit", "--yes"]).ok();
    assert_eq!(
        said.lines().last(),
        Some("config/rust-in-four-weeks.yaml is replaced")
    );
}

/// The ids of added slots in the order of the journal.
fn added_ids(home: &Sandbox) -> Vec<String> {
    let journal = read(home, "state/p/journal.jsonl").unwrap();
    let added = journal.lines().filter(|line| line.contains(r#""t":"add""#));
    let id = |line: &str| {
        let event: serde_json::Value = serde_json::from_str(line).unwrap();
        event["slot"].as_str().unwrap().to_owned()
    };
    added.map(id).collect()
}

#[test]
fn added_slots_are_written_to_the_nearest_day_with_room() {
    let home = home();
    // Wednesday has room at eight, and not at half past seven; Monday has none either.
    for slot in [
        "'Office hour' --on thu --time 20:00-21:00",
        r#"'Talk: "maps"' --on wed --time 19:30-20:00"#,
        "'Film, with notes' --on 2026-09-20 --duration 2h",
    ] {
        home.shell(&format!("\"$PLAN\" add {slot}")).ok();
    }
    let ids = added_ids(&home);
    let [office, talk, film] = &ids[..] else {
        panic!("three are added")
    };
    home.run(&["done", "film"]).ok();
    let edit = home.env("EDITOR", "true");
    let said = edit.run(&["edit", "--yes", "--with-added"]).ok();
    assert_eq!(
        said,
        format!(
            "{talk} Talk: \"maps\" is left out: no day of its week has room for it\n\
             {office} Office hour goes to Day 2 Wed\n\
             {film} Film, with notes goes to Day 3 Mon\n\
             p.edit.yaml: 2 weeks, 3 days, 5 slots, 0 resources, 0 topics; no errors, no\n\x20 warnings\n\
             p.edit.yaml compared with p.yaml\n\
             \x20 slots and deliverables: 6 kept, 0 renamed, 0 orphaned, 0 changed, 0 added, 0 removed\n\
             p.yaml is replaced\n"
        )
    );
    let expected = PLAN
        .replace(
            "title: Beta}",
            &format!("title: Beta}}, {{id: {office}, time: 20:00-21:00, title: Office hour}}"),
        )
        .replace(
            "title: Gamma}",
            &format!(
                "title: Gamma}}\n    - {{id: {film}, duration: 2h, title: \"Film, with notes\"}}"
            ),
        );
    assert_eq!(read(&home, "p.yaml"), Some(expected));
    let shown = home.run(&["show", film, "--json"]).json();
    assert_eq!(shown["shown"][0]["slots"][0]["status"], "done");
    assert_eq!(shown["shown"][0]["slots"][0]["date"], "2026-09-14");
}

#[test]
fn a_slot_that_has_to_go_elsewhere_leaves_room_to_one_that_belongs_there() {
    let home = home();
    // No slot is on Tuesdays, and on Monday there is no room at eight.
    for slot in [
        "Call --on tue --time 20:00-21:00",
        "Talk --on wed --time 20:00-21:00",
    ] {
        home.shell(&format!("\"$PLAN\" add {slot}")).ok();
    }
    let ids = added_ids(&home);
    let edit = home.env("EDITOR", "true");
    let said = edit.run(&["edit", "--yes", "--with-added"]).ok();
    let said: Vec<&str> = said.lines().take(2).collect();
    assert_eq!(
        said,
        [
            format!(
                "{} Call is left out: no day of its week has room for it",
                ids[0]
            ),
            format!("{} Talk goes to Day 2 Wed", ids[1]),
        ]
    );
}

/// What is said on a terminal where these lines are typed.
#[cfg(target_os = "linux")]
fn on_terminal(home: &Sandbox, typed: &str, verb: &str) -> String {
    let line =
        format!("printf '{typed}' | script -qec 'stty cols 100; \"$PLAN\" {verb}' /dev/null");
    home.shell(&line).ok().replace("\r\n", "\n")
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_the_learner_is_asked() {
    let home = home();
    let edit = with_sed(&home, "s/Beta/Delta/\n");
    let said = on_terminal(&edit, "n\\n", "edit");
    assert!(said.contains("Replace `p.yaml`? [y/N] "), "{said}");
    assert!(said.contains("`p.yaml` was not replaced\n"), "{said}");
    assert_eq!(read(&home, "p.yaml").as_deref(), Some(PLAN));
    let said = on_terminal(&edit, "y\\n", "edit");
    assert!(said.contains("p.yaml is replaced\n"), "{said}");
    assert_eq!(read(&home, "p.yaml"), Some(PLAN.replace("Beta", "Delta")));
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_errors_can_be_fixed_at_once() {
    let home = home();
    // The first time it breaks a time, the second time it mends it.
    home.file(
        "editor",
        "if grep -q 25:00 \"$1\"; then sed -i s/25:00/21:00/ \"$1\"; else sed -i s/20:30/25:00/ \"$1\"; fi\n",
    );
    let edit = home.env("EDITOR", "sh editor");
    let said = on_terminal(&edit, "y\\ny\\n", "edit");
    assert!(said.contains("invalid time `19:00-25:00`"), "{said}");
    assert!(said.contains("Open the editor again? [y/N] "), "{said}");
    assert_eq!(read(&home, "p.yaml"), Some(PLAN.replace("20:30", "21:00")));
}
