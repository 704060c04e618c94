//! `--date` on questions, flags without a verb, and what else was asked of the command line.

use serde_json::json;

use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

#[test]
fn questions_are_asked_as_of_another_day() {
    let home = home();
    let next = home.run(&["next", "--date", "tomorrow", "--json"]).json();
    // At 11:00 of Day 9 its second slot is on.
    assert_eq!(next["next"]["id"], "d09-1045");
    let status = home.run(&["status", "--date", "+1", "--json"]).json();
    // Days 1 to 7 have 22 slots, Day 8 has 4.
    assert_eq!(status["overdue"].as_array().unwrap().len(), 26);
    assert_eq!(status["study_date"], "2026-12-01");
    let today = home.run(&["today", "--json"]).json();
    assert_eq!(today["overdue"].as_array().unwrap().len(), 22);
    for verb in ["roadmap", "resources", "milestones"] {
        home.run(&[verb, "--date", "2027-01-01"]).ok();
    }
    home.run(&["done", "1"]).ok();
    let log = |date: &str| home.run(&["log", "--date", date, "--json"]).json();
    assert_eq!(log("today")["events"].as_array().unwrap().len(), 2);
    assert_eq!(log("yesterday")["events"], json!([]));
}

#[test]
fn without_a_verb_flags_are_those_of_today() {
    let home = home();
    for flags in [&["--json"][..], &["--date", "tue"], &["--format", "md"]] {
        let with = home.run(&[&["today"], flags].concat()).ok();
        assert_eq!(home.run(flags).ok(), with);
    }
    assert_eq!(
        home.run(&["--json", "week"]).fails(2),
        "error: `--date`, `--all`, `--editor-notes`, `--format` and `--json` come after the verb\n\
         hint: for example `plan week --json`; without a verb they apply to `today`\n"
    );
}

#[test]
fn a_number_said_twice_is_one_slot_and_a_phase_has_a_name() {
    let home = home();
    let said = home.run(&["done", "1,1-2", "--json"]).json();
    let slots = said["recorded"].as_array().unwrap().iter();
    let slots: Vec<&str> = slots.map(|event| event["slot"].as_str().unwrap()).collect();
    assert_eq!(slots, ["d08-0900", "d08-1045"]);
    let phase = home.run(&["show", "第一阶段", "--json"]).json();
    assert_eq!(phase["shown"][0]["phase"], 1);
}

#[test]
fn browser_command_may_have_arguments_and_placeholders() {
    let home = home();
    let browser = home.file(
        "browser",
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$HOME/said\"\n",
    );
    home.shell("chmod +x browser").ok();
    let path = browser.display().to_string();
    for (browser, said) in [
        (path.clone(), "https://arxiv.org/abs/2103.00020\n"),
        (
            format!("/no/such/browser:{path} --new %s"),
            "--new\nhttps://arxiv.org/abs/2103.00020\n",
        ),
        (
            format!("{path} --private"),
            "--private\nhttps://arxiv.org/abs/2103.00020\n",
        ),
    ] {
        home.env("BROWSER", &browser).run(&["open", "clip"]).ok();
        let found = std::fs::read_to_string(home.home().join("said")).unwrap();
        assert_eq!(found, said, "{browser}");
    }
}
