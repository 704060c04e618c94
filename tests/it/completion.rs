//! Completion as shells ask for it, and the manual pages.

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
plan: tab
title: Tab
days:
  - day: 1
    weekday: mon
    slots:
      - {time: "19:00-20:00", title: Read}
      - {time: "20:00-21:00", title: "Write\e[31m"}
  - day: 2
    weekday: tue
    slots:
      - {time: "19:00-20:00", title: Talk}
"#;

/// Monday at noon.
fn home() -> Sandbox {
    let home = Sandbox::new();
    home.file("plan.yaml", PLAN);
    let home = home.at("2026-12-07T12:00:00");
    home.run(&["init", "plan.yaml", "--start", "2026-12-07"])
        .ok();
    home
}

/// What fish is told for a line whose last word is being typed.
fn fish(home: &Sandbox, line: &[&str]) -> String {
    let words: Vec<&str> = ["--", "plan"].iter().chain(line).copied().collect();
    home.env("PLAN_COMPLETE", "fish").run(&words).ok()
}

#[test]
fn targets_are_todays_open_slots_and_what_is_overdue_with_their_titles() {
    let home = home();
    assert_eq!(fish(&home, &["done", ""]), "1\tRead\n2\tWrite\\u{1b}[31m\n");
    home.run(&["done", "1"]).ok();
    assert_eq!(fish(&home, &["skip", ""]), "2\tWrite\\u{1b}[31m\n");
    let tuesday = home.at("2026-12-08T12:00:00");
    assert_eq!(
        fish(&tuesday, &["done", ""]),
        "1\tTalk\nd01-2000\tWrite\\u{1b}[31m\n"
    );
    assert_eq!(fish(&tuesday, &["done", "2"]), "");
    // With a letter, every id of the plan.
    assert_eq!(
        fish(&tuesday, &["note", "d01"]),
        "d01-1900\tRead\nd01-2000\tWrite\\u{1b}[31m\n"
    );
}

#[test]
fn verbs_flags_values_and_plans_are_completed() {
    let home = home();
    let words = |line: &[&str]| {
        let found = fish(&home, line);
        let words = found.lines().map(|line| line.split('\t').next().unwrap());
        words.map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(words(&["do"]), ["done", "doctor"]);
    assert_eq!(words(&["export", "--al"]), ["--alarm"]);
    assert_eq!(
        words(&["export", "--format", ""]),
        ["yaml", "json", "ics", "vdir", "csv", "md"]
    );
    assert_eq!(words(&["init", "ru"]), ["rust-in-four-weeks"]);
    assert_eq!(words(&["check", "pl"]), ["plan.yaml"]);
}

#[test]
fn several_plans_are_completed_with_their_ids() {
    let home = home();
    home.file(
        "piano.yaml",
        "plan: piano\ntitle: Piano\nweeks: [{week: 1, title: First, days: [{weekday: mon, slots: [{id: \
         scales, title: 音阶, duration: 30m}]}], deliverables: [{id: w01.1, text: Recording}]}]\n",
    );
    home.run(&["init", "piano.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["use", "tab"]).ok();
    home.run(&[
        "add",
        "Recital",
        "--exam",
        "--on",
        "2026-12-20",
        "--covers",
        "piano:w1",
    ])
    .ok();
    let config = home.home().join(".config/plan/config.yaml");
    let text = std::fs::read_to_string(&config).unwrap() + "follow: [tab, piano]\n";
    std::fs::write(&config, text).unwrap();
    let own = "1\tRead\n2\tWrite\\u{1b}[31m\n";
    for (line, expected) in [
        (&["done", ""][..], format!("{own}piano:1\t音阶\n")),
        (&["done", "pi"], "piano:1\t音阶\n".to_owned()),
        (
            &["done", "tab:"],
            own.replace("1\tR", "tab:1\tR").replace("2\tW", "tab:2\tW"),
        ),
        (&["done", "piano:"], "piano:1\t音阶\n".to_owned()),
        (&["show", "piano:s"], "piano:scales\t音阶\n".to_owned()),
        (&["show", "piano:音"], "piano:音阶\tscales\n".to_owned()),
        (&["--plan", "piano", "done", ""], "1\t音阶\n".to_owned()),
        (&["--plan=piano", "show", "音"], "音阶\tscales\n".to_owned()),
        (
            &["--plan", "piano", "show", "w"],
            "w01.1\tRecording\nw1\tFirst\n".to_owned(),
        ),
        (
            &["--plan", "piano", "due", ""],
            "recital\tRecital\nw01.1\tRecording\n".to_owned(),
        ),
        (&["use", "p"], "piano\tPiano\n".to_owned()),
        (&["--plan", "t"], "tab\tTab\n".to_owned()),
    ] {
        assert_eq!(fish(&home, line), expected, "{line:?}");
    }
}

#[test]
fn bash_gets_words_and_nothing_is_said_where_nothing_can_be_read() {
    let home = home();
    let bash = home
        .env("PLAN_COMPLETE", "bash")
        .env("_CLAP_IFS", "\n")
        .env("_CLAP_COMPLETE_INDEX", "2");
    assert_eq!(bash.run(&["--", "plan", "done", ""]).ok(), "1\n2");
    home.file(".config/plan/config.yaml", "plan: [");
    let flags = fish(&home, &["done", ""]);
    assert!(flags.lines().all(|line| line.starts_with("--")), "{flags}");
    let unknown = home.env("PLAN_COMPLETE", "tcsh");
    assert_eq!(unknown.run(&["--", "plan", "do"]).ok(), "");
}

#[test]
fn a_script_for_each_shell_asks_the_program() {
    let home = Sandbox::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = home.run(&["completions", shell]).ok();
        assert!(script.contains("PLAN_COMPLETE"), "{script}");
        assert!(!script.contains(env!("CARGO_MANIFEST_DIR")), "{script}");
    }
    // In bash, a colon would end the word before it.
    let bash = home.run(&["completions", "bash"]).ok();
    let first = bash.lines().next();
    assert_eq!(first, Some("COMP_WORDBREAKS=${COMP_WORDBREAKS//:/}"));
    home.run(&["completions", "tcsh"]).fails(2);
}

#[test]
fn the_manual_has_a_page_for_each_verb_in_the_readers_language() {
    let home = Sandbox::new();
    let help = home.run(&["--help"]).ok();
    let verbs = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let verbs = verbs.take_while(|line| !line.is_empty()).count();
    let said = format!("wrote {} manual pages to `man1`\n", verbs + 1);
    assert_eq!(home.run(&["man", "-o", "man1"]).ok(), said);
    let page = |name: &str| std::fs::read_to_string(home.home().join("man1").join(name)).unwrap();
    assert!(page("plan-done.1").contains("Mark slots as done"));
    home.run(&["man", "-o", "man1", "--lang", "zh"]).ok();
    assert!(page("plan-done.1").contains("记录时段已完成"));
    assert!(page("plan.1").starts_with(".ie"));
}
