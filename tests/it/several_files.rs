//! Several plans: where their files are, and what is wrong with some of them.

use std::fs;

use serde_json::Value;

use crate::sandbox::Sandbox;

/// A plan with one slot, on Mondays at 19:00.
fn plan(id: &str, title: &str) -> String {
    format!(
        "plan: {id}\ntitle: {title}\ndays: [{{day: 1, weekday: mon, slots: [{{id: one, time: \
         '19:00-20:00', title: First}}]}}]\n"
    )
}

/// Two plans that began on Monday, 7 September 2026; `a` is the current one.
fn home() -> Sandbox {
    let home = Sandbox::new().short().at("2026-09-07T18:00:00");
    for id in ["b", "a"] {
        let file = format!("{id}.yaml");
        home.file(&file, plan(id, &format!("Plan {}", id.to_uppercase())));
        home.run(&["init", &file, "--start", "2026-09-07"]).ok();
    }
    home
}

fn follow(home: &Sandbox, plans: &str) {
    let config = format!("plan: ../a.yaml\nfollow: {plans}\n");
    home.file("config/config.yaml", config);
}

fn said(home: &Sandbox, line: &str) -> (String, String, i32) {
    let args: Vec<&str> = line.split(' ').collect();
    let out = home.run(&args);
    (out.stdout, out.stderr, out.code)
}

const NOT_BEGUN: &str = "
Not begun
  multimodal (多模态深度学习研究方向学习规划, twelve weeks
    in Chinese)
  rust-in-four-weeks (Rust in four weeks, evenings and
    Saturdays)
";

#[test]
fn plans_are_listed_with_progress_next_slot_and_file() {
    let home = home().env("COLUMNS", "60");
    said(&home, "done b:1");
    let first = "\
▶ a  Plan A                                   ────────── 0/1
 next     one First  Mon 7 Sep
 file     a.yaml
";
    let second = "
  b  Plan B                                   ██████████ 1/1
 next     nothing: finished
 file     b.yaml
";
    let list = |second: &str| (format!("{first}{second}{NOT_BEGUN}"), String::new(), 0);
    assert_eq!(said(&home, "plans"), list(second));
    // A file that has moved, one that is damaged, one that is another plan by now.
    fs::rename(home.home().join("b.yaml"), home.home().join("c.yaml")).expect("moved");
    assert_eq!(
        said(&home, "plans"),
        list("\n  b\n file     no longer at b.yaml\n")
    );
    home.file("b.yaml", "weeks: 1\n");
    assert_eq!(
        said(&home, "plans"),
        list("\n  b\n file     3 errors in b.yaml\n")
    );
    home.file("b.yaml", plan("z", "Another"));
    // The folder, which is left out here, takes part in the wrapping.
    let (out, err, _) = said(&home.env("COLUMNS", "200"), "plans");
    let files: Vec<&str> = out.lines().filter(|l| l.starts_with(" file")).collect();
    let other = " file     b.yaml is the plan `z` by now, not `b`";
    assert_eq!(files, [" file     a.yaml", other]);
    assert_eq!(err, "");
    // With its new path it is known again, with its mark, and the current plan.
    said(&home, "init c.yaml");
    let (out, _, _) = said(&home, "plans");
    let second = second.replace("  b  ", "▶ b  ").replace("b.yaml", "c.yaml");
    assert!(out.starts_with(second.trim_start()), "{out}");
}

#[test]
fn the_list_in_json_says_what_is_known_of_each_file() {
    let home = home();
    fs::remove_file(home.home().join("b.yaml")).expect("removed");
    let list: Value = serde_json::from_str(&home.run(&["plans", "--json"]).ok()).expect("JSON");
    assert_eq!(list["current"], "a");
    let plans = list["plans"].as_array().expect("plans").iter();
    let rows = plans.map(|plan| {
        let text = |key: &str| plan[key].as_str().unwrap_or("-").to_owned();
        let slots = plan["progress"]["slots"].as_u64();
        let begun = plan["begun"] == true;
        (
            text("plan"),
            text("file_state"),
            text("file"),
            slots.filter(|_| begun),
        )
    });
    let file = |name: &str| home.home().join(name).display().to_string();
    let row = |plan: &str, state: &str, file: String, slots| {
        (plan.to_owned(), state.to_owned(), file, slots)
    };
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            row("a", "found", file("a.yaml").replace(&file(""), ""), Some(1)),
            row("b", "moved", file("b.yaml").replace(&file(""), ""), None),
            row("multimodal", "shipped", "-".to_owned(), None),
            row("rust-in-four-weeks", "shipped", "-".to_owned(), None),
        ]
    );
}

#[test]
fn another_plan_becomes_the_current_one_without_a_mark() {
    let home = home();
    let journals = || {
        let read = |id: &str| fs::read(home.home().join(format!("state/{id}/journal.jsonl")));
        [read("a").expect("a journal"), read("b").expect("a journal")]
    };
    let before = journals();
    let text = |line: &str| {
        let (out, err, code) = said(&home, line);
        format!("{out}{err}[{code}]")
    };
    assert_eq!(text("use b"), "Plan B is the current plan now\n[0]");
    assert_eq!(text("use b"), "Plan B is the current plan already\n[0]");
    assert_eq!(journals(), before);
    let config = fs::read_to_string(home.home().join("config/config.yaml")).expect("a file");
    assert_eq!(
        config,
        format!("plan: \"{}\"\n", home.home().join("b.yaml").display())
    );
    assert_eq!(
        text("use rust-in-four-weeks"),
        "Rust in four weeks is the current plan now\n\
         hint: `plan init` records its start; so does the first mark\n[0]"
    );
    assert_eq!(
        text("use c"),
        "error: no plan `c`\nhint: `plan plans` lists them; `plan init FILE` begins a plan file\n[66]"
    );
    assert_eq!(
        text("use a.yaml"),
        "error: `a.yaml` is a file, not the id of a plan\nhint: `plan init a.yaml` follows it\n[2]"
    );
    // A plan of which this device has only the journal.
    home.file("state/old/journal.jsonl", &before[0]);
    let unknown = "\
error: the plan file of `old` is not known on this device
hint: `plan init FILE` with its plan file; the marks are kept
[66]";
    for line in ["use old", "--plan old today", "done old:1"] {
        assert_eq!(text(line), unknown, "{line}");
    }
}

#[test]
fn a_plan_that_was_chosen_before_is_remembered_when_another_is() {
    let home = home();
    // As if it had been begun by a version that remembered nothing.
    let own = home.home().join("data/own/a");
    for entry in fs::read_dir(&own).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ext| ext == "plan") {
            fs::remove_file(path).expect("removed");
        }
    }
    let (_, _, code) = said(&home, "use b");
    assert_eq!(code, 0);
    let (out, _, _) = said(&home, "use a");
    assert_eq!(out, "Plan A is the current plan now\n");
}

#[test]
fn what_cannot_be_read_hides_nothing_else() {
    let home = home();
    home.file("copy.yaml", plan("a", "A copy"));
    let alone = said(&home, "today");
    for (plans, warnings) in [
        ("[]", ""),
        ("[a, ../a.yaml]", ""),
        (
            "[../copy.yaml]",
            "warning: config/../copy.yaml is left out: another followed plan has the id `a`\n",
        ),
        (
            "[nothing]",
            "warning: `config/nothing` is left out: no plan file `config/nothing`\n",
        ),
    ] {
        follow(&home, plans);
        let (out, err, code) = said(&home, "today");
        assert_eq!((&out, code), (&alone.0, 0), "{plans}");
        assert!(err.starts_with(warnings), "{plans}: {err}");
        assert_eq!(
            err.matches("warning").count(),
            usize::from(!warnings.is_empty()),
            "{err}"
        );
    }
    // Where the current plan cannot be read, the others are shown.
    follow(&home, "[b]");
    home.file("a.yaml", "weeks: 1\n");
    let (out, err, code) = said(&home, "today");
    let expected = "\
b: Plan B                                                                             Mon 7 Sep 2026
Day 1 Mon                                                  week ────────── 0/1   plan ────────── 0/1

        time         slot   to do
   b:1  19:00-20:00  First

";
    assert_eq!((out.as_str(), code), (expected, 0));
    assert!(err.starts_with("warning: `a` is left out: "), "{err}");
    // Without any, it is the error of the plan.
    home.file("b.yaml", "weeks: 1\n");
    let (out, _, code) = said(&home, "today");
    assert_eq!((out.as_str(), code), ("", 65));
}

#[test]
fn all_means_what_has_begun_and_is_not_finished() {
    let home = home();
    said(&home, "done b:1");
    let alone = said(&home, "today");
    assert_eq!(said(&home, "today --all"), alone);
    // The current plan is finished too: nothing runs, and it is shown as ever.
    said(&home, "done 1");
    assert_eq!(said(&home, "today --all"), said(&home, "today"));
    let fresh = Sandbox::new().short().at("2026-09-07T18:00:00");
    assert_eq!(said(&fresh, "today --all"), said(&fresh, "today"));
    let (_, err, code) = said(&home, "today --all --plan a");
    let expected = "\
error: `--all` and `--plan` exclude each other
hint: `--all` shows every plan that has begun and is not finished, `--plan` one
";
    assert_eq!((err.as_str(), code), (expected, 2));
}

#[test]
fn a_fit_leaves_the_times_of_other_followed_plans_free() {
    let home = home();
    let starts = |home: &Sandbox| -> Vec<Value> {
        let out = home
            .run(&["fit", "--hours", "mon=19:00-21:00", "--json"])
            .ok();
        let fit: Value = serde_json::from_str(&out).expect("JSON");
        let sittings = fit["sittings"].as_array().expect("sittings").iter();
        sittings.map(|sitting| sitting["start"].clone()).collect()
    };
    assert_eq!(starts(&home), ["19:00"]);
    follow(&home, "[a, b]");
    assert_eq!(starts(&home), ["20:00"]);
    // So do its exams: of the hour, half is left, and the other half is a week later.
    said(
        &home,
        "--plan b add Exam --exam --on 2026-09-07 --time 20:00-20:30",
    );
    assert_eq!(starts(&home), ["20:30", "19:00"]);
    said(&home, "due b:exam --remove");
    // Control: what is done takes no time.
    said(&home, "done b:1");
    assert_eq!(starts(&home), ["19:00"]);
}

#[test]
fn a_followed_plan_that_cannot_be_read_is_listed_with_the_reason() {
    let home = home().env("COLUMNS", "200");
    home.file("broken.yaml", "weeks: 1\n");
    follow(&home, "[a, ../broken.yaml, nothing]");
    let (out, _, _) = said(&home, "plans");
    let rows = "
· config/../broken.yaml
 file     3 errors in config/../broken.yaml

· config/nothing
 file     no plan file `config/nothing`

  b  Plan B";
    assert!(out.contains(rows), "{out}");
    let list: Value = serde_json::from_str(&home.run(&["plans", "--json"]).ok()).expect("JSON");
    assert_eq!(list["plans"][1]["plan"], Value::Null);
    assert_eq!(list["plans"][1]["file_state"], "unreadable");
}

#[test]
fn a_slot_that_is_overdue_is_not_what_comes_next() {
    let home = home().at("2026-10-01T18:00:00").env("COLUMNS", "60");
    let (out, _, _) = said(&home, "plans");
    let rows = "\
▶ a  Plan A                                   ────────── 0/1
 overdue  one First  Mon 7 Sep
 file     a.yaml

  b  Plan B                                   ────────── 0/1
 overdue  b:one First  Mon 7 Sep
 file     b.yaml
";
    assert_eq!(out, format!("{rows}{NOT_BEGUN}"));
    let status = "\
\x20now      nothing
 overdue  one First  Mon 7 Sep 19:00-20:00
 plan     ──────────────────── 0/1
 overdue  1 slot
";
    assert_eq!(said(&home, "status").0, status);
}

#[test]
fn undo_takes_no_other_step_where_a_journal_cannot_be_read() {
    let home = home();
    follow(&home, "[a, b]");
    said(&home, "done a:1");
    let journal = home.home().join("state/b/journal.jsonl");
    fs::rename(&journal, home.home().join("moved")).expect("moved");
    fs::create_dir(&journal).expect("a folder");
    let before = fs::read(home.home().join("state/a/journal.jsonl")).expect("a journal");
    let (out, _, code) = said(&home, "undo");
    assert_eq!((out.as_str(), code), ("", 73));
    let after = fs::read(home.home().join("state/a/journal.jsonl")).expect("a journal");
    assert_eq!(after, before);
    // A plan file that cannot be read is said to be left out.
    fs::remove_dir(&journal).expect("removed");
    fs::rename(home.home().join("moved"), &journal).expect("back");
    fs::remove_file(home.home().join("b.yaml")).expect("removed");
    let (out, err, code) = said(&home, "undo");
    assert_eq!(
        (out.as_str(), code),
        ("Plan A (a)\nundone: done one First\n", 0)
    );
    assert!(
        err.starts_with("warning: `b` is left out: no plan file "),
        "{err}"
    );
}

#[test]
fn all_plans_excludes_what_belongs_to_one() {
    let home = home();
    follow(&home, "[a, b]");
    let part = "error: `--all-plans` and what is about one plan exclude each other\n";
    home.file(
        "a.yaml",
        plan("a", "Plan A")
            .replace("days:", "weeks: [{week: 1, days:")
            .replace("]}]\n", "]}]}]\n"),
    );
    for part_of_one in ["w1", "1", "--week 1", "b:all", "--format html"] {
        let (_, err, code) = said(&home, &format!("report {part_of_one} --all-plans"));
        assert_eq!((err.as_str(), code), (part, 2), "{part_of_one}");
    }
    let (_, err, code) = said(&home, "report --all-plans --plan a");
    let expected = "\
error: `--all-plans` and `--plan` exclude each other
hint: `--all-plans` shows every plan that has begun and is not finished, `--plan` one
";
    assert_eq!((err.as_str(), code), (expected, 2));
}
