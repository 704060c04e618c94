//! `doctor` keeps going after errors, names what set each folder, and how to fix it.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

/// A home with short paths.
fn home() -> Sandbox {
    Sandbox::new()
        .short()
        .env("COLUMNS", "140")
        .at("2026-11-23T11:00:00")
}

/// The same where marks were made on two days.
fn marked() -> Sandbox {
    let home = home();
    home.run(&["done", "1"]).ok();
    home.run(&["done", "2"]).ok();
    let next = home.at("2026-11-24T11:00:00");
    next.run(&["done", "1"]).ok();
    next
}

const JOURNAL: &str = "state/multimodal/journal.jsonl";

/// The name of the only file in a folder.
fn name_in(home: &Sandbox, folder: &str) -> String {
    let entries = fs::read_dir(home.home().join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<String> = names.collect();
    assert_eq!(names.len(), 1, "{names:?}");
    names[0].clone()
}

fn append(home: &Sandbox, name: &str, more: &str) {
    let path = home.home().join(name);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text + more).unwrap();
}

fn chmod(home: &Sandbox, name: &str, mode: u32) {
    fs::set_permissions(home.home().join(name), Permissions::from_mode(mode)).unwrap();
}

#[test]
fn where_nothing_is_wrong_it_says_so() {
    let home = home();
    assert_eq!(
        home.run(&["doctor"]).ok(),
        " plan     the shipped plan `multimodal`: 280 slots, no errors
 start    none yet; Mon 23 Nov 2026 is proposed
 journal  state/multimodal/journal.jsonl (0 events, 0 bytes)
 backups  none yet: the journal is backed up before the first mark of a day
 config   config (`PLAN_CONFIG_DIR`), does not exist yet
 state    state (`PLAN_STATE_DIR`), does not exist yet
 data     data (`PLAN_DATA_DIR`), does not exist yet
 cache    cache (`PLAN_CACHE_DIR`), does not exist yet
 device   none yet
 verdict  no problems found
"
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "one answer")]
fn every_answer_of_it_has_these_names() {
    let home = home();
    let place = |name: &str, variable: &str| {
        json!({"name": name, "path": name, "decided_by": variable, "there": false,
               "writable": true, "mode": null})
    };
    assert_eq!(
        home.run(&["doctor", "--json"]).json(),
        json!({
            "schema_version": 1,
            "plan": "multimodal",
            "generated_at": "2026-11-23T11:00:00+08:00",
            "study_date": "2026-11-23",
            "start": "2026-11-23",
            "started": false,
            "findings": [],
            "plan_source": "the shipped plan `multimodal`",
            "plan_slots": 280,
            "plan_faults": [],
            "plan_fault_count": 0,
            "places": [
                place("config", "PLAN_CONFIG_DIR"),
                place("state", "PLAN_STATE_DIR"),
                place("data", "PLAN_DATA_DIR"),
                place("cache", "PLAN_CACHE_DIR"),
            ],
            "device": null,
            "zone_warning": null,
            "journal": {
                "plan": "multimodal",
                "path": JOURNAL,
                "bytes": 0,
                "events": 0,
                "faults": [],
                "fault_count": 0,
                "warnings": [],
                "other_files": [],
                "own_copy": null,
                "backups": {
                    "folder": "state/multimodal/backups",
                    "count": 0,
                    "oldest": null,
                    "newest": null,
                    "missing_events": 0,
                    "restore": null,
                },
            },
            "other_journals": [],
            "relinked": [],
            "merged": null,
            "orphans": [],
            "changed": [],
        })
    );
}

/// Configuration, plan, folder and journal all at once.
#[test]
fn it_goes_on_where_other_verbs_stop() {
    let home = marked();
    append(&home, JOURNAL, "x{\n");
    home.file("config/config.yaml", "plna: x\nplan: ../gone.yaml\n");
    chmod(&home, "state", 0o777);
    let bytes = home.home().join(JOURNAL).metadata().unwrap().len();
    let copy = name_in(&home, "data/own/multimodal");
    let device = fs::read_to_string(home.home().join("data/device")).unwrap();
    let device = &device[..8];
    let expected = format!(
        " plan     config/../gone.yaml: unreadable, see below
 another  state/multimodal/journal.jsonl (4 events, {bytes} bytes)
 copy     data/own/multimodal/{copy}
          to forget it: rm data/own/multimodal/{copy}
 backups  3 in state/multimodal/backups, the oldest of 2026-11-23, the newest of 2026-11-24
 config   config (`PLAN_CONFIG_DIR`)
 state    state (`PLAN_STATE_DIR`)
 data     data (`PLAN_DATA_DIR`)
 cache    cache (`PLAN_CACHE_DIR`)
 device   {device}
 unread   state/multimodal/journal.jsonl:5: stray text
 found    config/config.yaml:1:1: unknown key `plna`
          hint: known keys: plan, follow, day_starts_at, state_dir, hours, busy, publish, language, ambiguous_width, device
          every user can write to `state`
          hint: run `chmod o-w state`
          hint: or set `PLAN_STATE_DIR` to a folder of your own
          no plan file `config/../gone.yaml`
          hint: give a path, or a shipped plan: multimodal, rust-in-four-weeks
          hint: it is chosen in config/config.yaml
          hint: `plan init PLAN` chooses another; the marks stay
          1 unreadable place in `state/multimodal/journal.jsonl`, the first in line 5: stray text
          hint: nothing needs to be done: they stay in the file, and all other lines count
          hint: `sed -n 5l state/multimodal/journal.jsonl` shows it
 verdict  4 problems found
"
    );
    let out = home.run(&["doctor"]);
    assert_eq!(out.stdout, expected);
    assert_eq!((&*out.stderr, out.code), ("", 65));
    // The control: another verb stops at the first of them.
    let said = home.run(&["today"]).fails(65);
    assert!(said.starts_with("error: config/config.yaml:1:1: unknown key `plna`\n"));
    // One after the other is mended, and the next one is what other verbs would stop at.
    home.file("config/config.yaml", "plan: ../gone.yaml\n");
    assert_eq!(home.run(&["doctor"]).code, 66);
    home.run(&["done", "1"]).fails(66);
    home.file("config/config.yaml", "");
    assert_eq!(home.run(&["doctor"]).code, 73);
    home.run(&["done", "1"]).fails(73);
    chmod(&home, "state", 0o700);
    let out = home.run(&["doctor"]).ok();
    assert!(out.ends_with(" verdict  1 problem found\n"), "{out}");
}

fn doctor(home: &Sandbox, code: i32) -> Value {
    let out = home.run(&["doctor", "--json"]);
    assert_eq!((out.code, &*out.stderr), (code, ""), "{out}");
    out.parse()
}

/// About what each finding is.
fn abouts(answer: &Value) -> Vec<&str> {
    let findings = answer["findings"].as_array().unwrap().iter();
    findings.map(|f| f["about"].as_str().unwrap()).collect()
}

#[test]
fn plan_with_errors_is_reported_with_the_first_of_them() {
    let home = home();
    let faulty = "plan: p\ntitle: T\ndays:\n  - {day: 1, slots: [{time: 25:00-26:00, title: A}]}\n";
    home.file("bad.yaml", faulty);
    let answer = doctor(&home.env("X", ""), 0);
    assert_eq!(abouts(&answer), [""; 0]);
    home.file("config/config.yaml", "plan: ../bad.yaml\n");
    let answer = doctor(&home, 65);
    assert_eq!(
        answer["findings"],
        json!([{
            "about": "plan",
            "message": "1 error in config/../bad.yaml: 4:29: invalid time `25:00-26:00`",
            "hints": ["fix the file, then run `plan check`; your marks are kept"],
            "exit_code": 65,
        }])
    );
    assert_eq!(
        (&answer["plan"], &answer["plan_slots"], &answer["orphans"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(answer["plan_faults"][0]["line"], 4);
}

#[test]
fn what_is_left_of_a_configuration_counts() {
    let home = Sandbox::new().at("2026-11-23T11:00:00");
    let kept = home.home().join("kept");
    let config = format!("day_starts_at: 13:00\nstate_dir: {}\n", kept.display());
    home.file(".config/plan/config.yaml", config);
    let answer = doctor(&home, 65);
    assert_eq!(answer["places"][1]["path"], kept.to_str().unwrap());
    assert_eq!(answer["places"][1]["decided_by"], "state_dir");
    assert_eq!(
        answer["findings"][0]["hints"],
        json!(["expected a time from 00:00 to 11:59, such as 04:00"]),
        "where marks lie is known"
    );
    home.file(".config/plan/config.yaml", "state_dir: [\n");
    let answer = doctor(&home, 65);
    let hints = answer["findings"][0]["hints"].as_array().unwrap();
    assert_eq!(
        hints.last().unwrap(),
        "if it sets `state_dir`, your marks are there and not in the folder checked here"
    );
    // A configuration that is none.
    fs::remove_file(home.home().join(".config/plan/config.yaml")).unwrap();
    fs::create_dir(home.home().join(".config/plan/config.yaml")).unwrap();
    assert_eq!(abouts(&doctor(&home, 74)), ["config"]);
    let said = home.run(&["doctor", "--relink"]).fails(74);
    assert!(said.contains("config.yaml` is a folder\n"), "{said}");
    assert!(!home.home().join(".local").exists());
}

#[test]
fn it_says_who_decided_on_each_place() {
    let home = Sandbox::new().at("2026-11-23T11:00:00");
    let decided = |home: &Sandbox| -> Vec<Value> {
        let answer = doctor(home, 0);
        let places = answer["places"].as_array().unwrap().iter();
        places.map(|place| place["decided_by"].clone()).collect()
    };
    assert_eq!(
        decided(&home),
        [json!(null), json!(null), json!(null), json!(null)]
    );
    let there = home.home().join("x");
    let xdg = home
        .env("XDG_CONFIG_HOME", &there)
        .env("XDG_STATE_HOME", &there)
        .env("XDG_DATA_HOME", &there)
        .env("XDG_CACHE_HOME", &there);
    if cfg!(target_os = "linux") {
        let names = [
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
        ];
        assert_eq!(decided(&xdg), names);
    }
    let relative = home
        .env("XDG_CONFIG_HOME", "x")
        .env("XDG_STATE_HOME", "x")
        .env("XDG_DATA_HOME", "x")
        .env("XDG_CACHE_HOME", "x");
    assert_eq!(
        decided(&relative),
        [json!(null), json!(null), json!(null), json!(null)]
    );
    let own = xdg
        .env("PLAN_CONFIG_DIR", there.join("c"))
        .env("PLAN_STATE_DIR", there.join("s"))
        .env("PLAN_DATA_DIR", there.join("d"))
        .env("PLAN_CACHE_DIR", there.join("k"));
    assert_eq!(
        decided(&own),
        [
            "PLAN_CONFIG_DIR",
            "PLAN_STATE_DIR",
            "PLAN_DATA_DIR",
            "PLAN_CACHE_DIR"
        ]
    );
}

#[test]
fn of_a_thousand_lines_that_make_no_sense_the_first_are_named() {
    let home = home();
    home.file(JOURNAL, "junk\n".repeat(1100));
    let out = home.run(&["doctor"]).ok();
    let unread: Vec<&str> = out
        .lines()
        .skip_while(|line| !line.starts_with(" unread"))
        .take_while(|line| !line.starts_with(" found"))
        .collect();
    let mut expected: Vec<String> = (1..=20)
        .map(|line| {
            let name = if line == 1 { " unread  " } else { "         " };
            format!("{name} {JOURNAL}:{line}: stray text")
        })
        .collect();
    expected.push(format!(
        "{:10}and 1080 more: `plan doctor --json` lists the first 1000",
        ""
    ));
    assert_eq!(unread, expected);
    let journal = doctor(&home, 0)["journal"].clone();
    assert_eq!(journal["faults"].as_array().unwrap().len(), 1000);
    assert_eq!(journal["faults"][999]["line"], 1000);
    assert_eq!(journal["fault_count"], 1100);
    let said = home.run(&["done", "1"]).stderr;
    assert_eq!(
        said,
        format!(
            "warning: `{JOURNAL}`, line 1: stray text, and 1099 more; the file is left as it \
             is, and `plan doctor` lists what is in it\n"
        )
    );
}

/// The line of shell that it gives is run as it is, in a folder whose name needs quotes.
#[test]
fn what_only_the_copies_hold_is_noticed_and_put_back() {
    let home = marked();
    let home = home.env("PLAN_STATE_DIR", home.home().join("it's mine"));
    fs::rename(home.home().join("state"), home.home().join("it's mine")).unwrap();
    let journal = home.home().join("it's mine/multimodal/journal.jsonl");
    let whole = fs::read_to_string(&journal).unwrap();
    assert_eq!(doctor(&home, 0)["findings"], json!([]));
    // An editor left only the last line, and half of another one.
    let last = whole.lines().last().unwrap();
    fs::write(&journal, format!("{last}\n{}", &whole[..40])).unwrap();
    let answer = doctor(&home, 0);
    assert_eq!(abouts(&answer), ["journal", "backups"]);
    let restore = "cat 'it'\\''s mine/multimodal/backups/2026-11-24.jsonl' >> \
                   'it'\\''s mine/multimodal/journal.jsonl'";
    assert_eq!(
        answer["findings"][1],
        json!({
            "about": "backups",
            "message": "3 events in the backups are missing from the journal",
            "hints": [format!("restore them, no event counts twice: `{restore}`")],
            "exit_code": null,
        })
    );
    assert_eq!(answer["journal"]["backups"]["missing_events"], 3);
    // Where nothing is missing, the command is not shown.
    let shown = home.run(&["doctor"]).ok();
    assert_eq!(shown.matches("restore:").count(), 1, "{shown}");
    home.shell(restore).ok();
    let answer = doctor(&home, 0);
    assert_eq!(abouts(&answer), ["journal"], "half a line stays");
    let ids = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line[13..49].to_owned());
        let mut ids: Vec<String> = lines.collect();
        ids.sort();
        ids
    };
    let log = home.run(&["log", "--json"]).json();
    let events = log["events"].as_array().unwrap().iter();
    let mut found: Vec<_> = events.map(|e| e["id"].as_str().unwrap()).collect();
    found.sort_unstable();
    assert_eq!(found, ids(&whole));
}

#[test]
fn missing_journal_is_reported_with_other_findings() {
    let home = marked();
    let journal = home.home().join(JOURNAL);
    fs::rename(&journal, home.home().join("aside")).unwrap();
    symlink(home.home().join("aside"), &journal).unwrap();
    let answer = doctor(&home, 73);
    assert_eq!(
        answer["findings"],
        json!([{
            "about": "journal",
            "message": "`state/multimodal/journal.jsonl` is a symbolic link",
            "hints": [
                "move it away, or set `PLAN_STATE_DIR` to another folder"
            ],
            "exit_code": 73,
        }])
    );
    assert_eq!(
        (&answer["plan_slots"], &answer["journal"]),
        (&json!(280), &json!(null))
    );
}

#[test]
fn what_stops_nothing_fails_nothing() {
    let home = marked().env("TZ", "Asia/Shangai");
    fs::remove_dir_all(home.home().join("cache")).unwrap();
    home.file("cache", "in the way");
    chmod(&home, "state/multimodal", 0o770);
    home.file("config/config.yaml", "");
    chmod(&home, "config/config.yaml", 0o666);
    chmod(&home, "state/multimodal/lock", 0o620);
    chmod(&home, JOURNAL, 0o606);
    let answer = doctor(&home, 0);
    let findings = answer["findings"].as_array().unwrap().iter();
    let actual: Vec<(&str, &str)> = findings
        .map(|f| (f["about"].as_str().unwrap(), f["message"].as_str().unwrap()))
        .collect();
    assert_eq!(
        actual,
        [
            ("place", "every user can write to `config/config.yaml`"),
            ("cache", "`cache` is not a folder"),
            (
                "zone",
                "unknown time zone `Asia/Shangai` in `TZ`, so dates follow the system's zone or \
                 UTC: set `TZ` to a name such as `Asia/Shanghai`, and check that tzdata is installed"
            ),
            ("place", "the group can write to `state/multimodal`"),
            (
                "place",
                "every user can write to `state/multimodal/journal.jsonl`"
            ),
            ("place", "the group can write to `state/multimodal/lock`"),
        ]
    );
    let last = &answer["findings"].as_array().unwrap().last().unwrap()["hints"];
    assert_eq!(*last, json!(["run `chmod g-w state/multimodal/lock`"]));
}

#[test]
fn marks_that_do_not_fit_are_findings() {
    let home = home();
    let plan = |first: &str, length: &str, second: &str| {
        format!(
            "plan: p\ntitle: T\ndays:\n  - {{day: 1, weekday: mon, slots: [\
             {{id: {first}, title: 读论文{length}}}, {{id: {second}, title: 写总结}}]}}\n"
        )
    };
    home.file("p.yaml", plan("a", "", "b"));
    home.file("config/config.yaml", "plan: ../p.yaml\n");
    home.run(&["done", "a"]).ok();
    home.file("p.yaml", plan("c", ", duration: 1h", "b"));
    let answer = doctor(&home, 0);
    assert_eq!(
        answer["findings"],
        json!([{
            "about": "marks",
            "message": "1 mark belongs to a slot whose id or title has changed",
            "hints": ["`plan doctor --relink` moves them"],
            "exit_code": null,
        }])
    );
    home.run(&["doctor", "--relink"]).ok();
    home.run(&["done", "c"]).ok();
    assert_eq!(doctor(&home, 0)["findings"], json!([]));
}

#[test]
fn a_journal_that_is_gone_is_missed_while_copies_of_it_are_there() {
    let home = Sandbox::new();
    let day = |date: &str| home.at(&format!("{date}T11:00:00"));
    day("2026-11-23").run(&["done", "1"]).ok();
    day("2026-11-24").run(&["done", "1"]).ok();
    let journal = home.file(".local/state/plan/multimodal/journal.jsonl", "");
    std::fs::remove_dir_all(home.home().join(".local/share/plan")).unwrap();
    let now = day("2026-12-05");
    for gone in [false, true] {
        if gone {
            std::fs::remove_file(&journal).unwrap();
        }
        let folder = journal.parent().unwrap().display().to_string();
        let said = now.run(&["today"]).stderr;
        let missed = format!(
            "warning: there are no events in `{folder}/journal.jsonl`, but backups in \
             `{folder}/backups`: `plan doctor` shows how to restore them\n"
        );
        assert!(said.starts_with(&missed), "{said}");
    }
    // A mark in between restarts the plan; with the copy put back there are two starts.
    now.run(&["done", "1"]).ok();
    let copy = journal.with_file_name("backups").join("2026-11-24.jsonl");
    let lines = [std::fs::read(&journal), std::fs::read(copy)].map(Result::unwrap);
    std::fs::write(&journal, lines.concat()).unwrap();
    let messages = || {
        let answer = doctor(&now, 0);
        let findings = answer["findings"].as_array().unwrap().iter();
        let messages = findings.map(|f| f["message"].as_str().unwrap().to_owned());
        messages.collect::<Vec<_>>()
    };
    let twice = "the plan had begun on Mon 23 Nov 2026 when a first mark started it again on Mon 7 Dec 2026, which counts";
    assert_eq!(messages(), [twice]);
    now.run(&["init", "--restart", "--start", "2026-11-23"])
        .ok();
    assert_eq!(messages(), [""; 0]);
    let today = now.run(&["today", "--json"]).json();
    assert_eq!(today["start"], "2026-11-23");
}

/// What other programs, wrong clocks and killed runs leave in the folder of backups.
#[test]
fn what_is_wrong_with_backups_is_named() {
    let home = marked();
    let folder = "state/multimodal/backups";
    home.file(&format!("{folder}/2026-11-22.jsonl"), "");
    home.file(&format!("{folder}/2026-11-21.jsonl"), "mine\n");
    home.file(&format!("{folder}/.plan-a1B2c3"), "{\"v\":1,");
    let journal = fs::read(home.home().join(JOURNAL)).unwrap();
    home.file(&format!("{folder}/2027-01-01.jsonl"), &journal);
    home.file(&format!("{folder}/2027-01-02.jsonl"), &journal);
    let away = "move it away, or set `PLAN_STATE_DIR` to another folder";
    let finding = |message: &str, hint: &str| json!({"about": "backups", "message": message, "hints": [hint], "exit_code": null});
    assert_eq!(
        doctor(&home, 0)["findings"],
        json!([
            finding(
                "`state/multimodal/backups/2026-11-21.jsonl` is no copy of the journal",
                away
            ),
            finding(
                "`state/multimodal/backups/2026-11-22.jsonl` is no copy of the journal",
                away
            ),
            finding(
                "2 backups are dated after today",
                "they are kept until then; if the clock was wrong, delete them"
            ),
            finding(
                "1 unfinished backup in `state/multimodal/backups`, left by killed runs",
                "the next backup deletes what is unfinished"
            ),
        ])
    );
    fs::rename(home.home().join(folder), home.home().join("elsewhere")).unwrap();
    symlink(home.home().join("elsewhere"), home.home().join(folder)).unwrap();
    let found = doctor(&home, 0)["findings"][0].clone();
    let link = "`state/multimodal/backups` is a symbolic link";
    assert_eq!(found, finding(link, away));
}
