//! Help: every verb is listed and has examples, and the examples work as printed.

use std::path::{Path, PathBuf};

use crate::sandbox::Sandbox;

/// Every verb there is.
const VERBS: [&str; 44] = [
    "today",
    "tomorrow",
    "next",
    "week",
    "show",
    "done",
    "skip",
    "reopen",
    "note",
    "start",
    "stop",
    "undo",
    "redo",
    "log",
    "off",
    "add",
    "move",
    "due",
    "shift",
    "recover",
    "fit",
    "report",
    "page",
    "roadmap",
    "resources",
    "milestones",
    "forecast",
    "open",
    "status",
    "init",
    "plans",
    "use",
    "import",
    "new",
    "edit",
    "check",
    "schema",
    "export",
    "pull",
    "doctor",
    "completions",
    "man",
    "skill",
    "help",
];

/// Every topic of the long documentation.
const TOPICS: [&str; 13] = [
    "targets",
    "dates",
    "plan-file",
    "importing",
    "falling-behind",
    "hours",
    "calendars",
    "several-plans",
    "finish-date",
    "data",
    "json",
    "shell",
    "speed",
];

/// The command lines that a help text gives as examples, what is said of each cut off.
fn examples(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| !line.starts_with("Example"));
    let lines = lines.filter(|line| line.starts_with("  plan "));
    let command = |line: &str| {
        let line = line.trim();
        // The description comes after two spaces or more.
        line.split("   ").next().unwrap_or(line).trim().to_owned()
    };
    lines.map(command).collect()
}

const HOLIDAYS: &str = "\
BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261224
DTEND;VALUE=DATE:20261227
SUMMARY:Christmas
END:VEVENT
END:VCALENDAR
";

/// A home where today is Day 14, and each example finds what it speaks of.
fn home() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-12-08T11:00:00")
        .env("BROWSER", "true")
        .env("EDITOR", "true");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home.run(&["off", "wed..fri"]).ok();
    home.run(&["note", "2", "read on"]).ok();
    home.run(&["done", "d8.1"]).ok();
    for slot in ["1", "2", "3", "4"] {
        home.run(&["skip", slot]).ok();
    }
    home.run(&["undo"]).ok();
    let plan = home.run(&["export", "--format", "yaml"]).ok();
    home.file("my-plan.yaml", plan);
    home.file("note.md", "# Study\n\n## Week 1\n\n- [ ] Read chapter 1\n");
    home.run(&["export", "--format", "md", "-o", "plan.md"])
        .ok();
    home.file("my.yaml", include_str!("../../plans/multimodal.yaml"));
    home.file("holidays.ics", HOLIDAYS);
    home.file("work.ics", HOLIDAYS);
    let journal = home.journal("multimodal");
    home.file("class/ann/multimodal/journal.jsonl", journal);
    home
}

#[test]
fn help_lists_every_verb_and_no_other() {
    let help = Sandbox::new().run(&["--help"]).ok();
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let lines = lines.take_while(|line| !line.is_empty());
    let verbs: Vec<&str> = lines
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(verbs, VERBS);
}

#[test]
fn help_says_the_same_of_a_verb_in_the_list_and_in_its_own_help() {
    let home = Sandbox::new();
    let list = home.run(&["--help"]).ok();
    for verb in VERBS {
        let help = home.run(&[verb, "--help"]).ok();
        let about = help.lines().next().unwrap();
        let listed = format!("\n  {verb:<11}  {about}\n");
        assert!(list.contains(&listed), "{listed}{list}");
        for line in help.lines() {
            assert!(line.chars().count() <= 120, "{line}");
        }
    }
}

#[test]
fn every_verb_has_examples_of_its_own() {
    let home = Sandbox::new();
    for verb in VERBS {
        let help = home.run(&[verb, "--help"]).ok();
        let examples = examples(&help);
        assert!(!examples.is_empty(), "{help}");
        let own = format!("plan {verb}");
        for example in examples {
            assert!(
                example == own || example.starts_with(&format!("{own} ")),
                "{example}"
            );
        }
        assert_eq!(home.run(&[verb, "-h"]).ok(), help);
        assert_eq!(home.run(&["help", verb]).ok(), help);
    }
}

#[test]
fn help_is_a_verb_that_explains_the_others_and_itself() {
    let home = Sandbox::new();
    assert_eq!(home.run(&["help"]).ok(), home.run(&["--help"]).ok());
    let itself = home.run(&["help", "help"]).ok();
    assert!(itself.contains("Usage: plan help "), "{itself}");
}

#[test]
fn help_lists_and_prints_every_topic_and_no_other() {
    let home = Sandbox::new();
    let help = home.run(&["help"]).ok();
    let lines = help.lines().skip_while(|line| !line.starts_with("Topics"));
    let lines = lines.skip(1).take_while(|line| !line.is_empty());
    let listed: Vec<&str> = lines.filter_map(|l| l.split_whitespace().next()).collect();
    assert_eq!(listed, TOPICS);
    for (folder, locale) in [("src/guide", "C.UTF-8"), ("src/guide/zh", "zh_CN.UTF-8")] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let files = std::fs::read_dir(&folder).unwrap();
        let files = files.map(|entry| entry.unwrap().path());
        let is_markdown = |path: &PathBuf| path.extension().is_some_and(|ext| ext == "md");
        let mut files: Vec<PathBuf> = files.filter(is_markdown).collect();
        let mut expected = TOPICS.map(|topic| folder.join(format!("{topic}.md")));
        files.sort();
        expected.sort();
        assert_eq!(files, expected);
        let home = home.env("LANG", locale);
        for topic in TOPICS {
            let text = home.run(&["help", topic]).ok();
            let markdown = std::fs::read_to_string(folder.join(format!("{topic}.md"))).unwrap();
            assert_eq!(text.lines().next(), markdown.lines().next());
            assert!(!text.contains("<!--") && !text.contains("```"), "{text}");
        }
    }
}

#[test]
fn what_has_no_help_is_refused_with_the_nearest_name() {
    let topics = "hint: the topics are targets, dates, plan-file, importing, falling-behind, \
                  hours, calendars, several-plans, finish-date, data, json, shell, speed\n";
    for (name, shown, nearest) in [
        (
            "planfile",
            "planfile",
            "hint: did you mean `plan help plan-file`?\n",
        ),
        ("dnoe", "dnoe", "hint: did you mean `plan help done`?\n"),
        ("\u{1b}[31m", "\\u{1b}[31m", ""),
    ] {
        assert_eq!(
            Sandbox::new().run(&["help", name]).fails(2),
            format!("error: no verb or topic is called `{shown}`\n{nearest}{topics}")
        );
    }
}

#[test]
fn help_is_given_with_a_broken_configuration() {
    let home = Sandbox::new();
    home.file(".config/plan/config.yaml", "plan: [");
    home.run(&["today"]).fails(65);
    home.run(&["help", "done"]).ok();
    home.run(&["help", "data"]).ok();
}

/// What `line` prints on a terminal with so many rows.
#[cfg(target_os = "linux")]
fn on_terminal(home: &Sandbox, rows: u16, line: &str) -> String {
    let line = format!("script -qec 'stty rows {rows} cols 100; {line}' /dev/null");
    home.shell(&line).ok().replace("\r\n", "\n")
}

#[cfg(target_os = "linux")]
#[test]
fn a_topic_is_paged_on_a_terminal_that_it_does_not_fit() {
    let home = Sandbox::new();
    home.file("pager", "echo paged with $1\ncat\n");
    let text = home.run(&["help", "data"]).ok();
    let pager = home.env("PAGER", "sh pager -x");
    let help = "\"$PLAN\" help data";
    assert_eq!(
        on_terminal(&pager, 10, help),
        format!("paged with -x\n{text}")
    );
    assert_eq!(on_terminal(&pager, 1000, help), text);
    assert_eq!(on_terminal(&pager, 10, &format!("{help} | cat")), text);
    // Without a pager, or with one that fails, the text is printed.
    for broken in ["nosuch", "false", "sh -x nosuch"] {
        let said = on_terminal(&home.env("PAGER", broken), 10, help);
        assert!(said.ends_with(&text), "{said}");
    }
}

/// The shipped plans that a text does not name.
fn unnamed(help: &str) -> Vec<String> {
    let line = help.lines().find_map(|l| l.strip_prefix("Shipped plans: "));
    let line = line.unwrap_or_default().trim_end_matches('.');
    let named: Vec<&str> = line.split(", ").collect();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/plans");
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let ids = files.filter_map(|name| Some(name.strip_suffix(".yaml")?.to_owned()));
    ids.filter(|id| !named.contains(&id.as_str())).collect()
}

#[test]
fn help_of_init_names_every_shipped_plan() {
    let help = Sandbox::new().run(&["init", "--help"]).ok();
    assert_eq!(unnamed(&help), [""; 0], "{help}");
    let other = help.replace("rust-in-four-weeks", "rust-in-four-months");
    assert_eq!(unnamed(&other), ["rust-in-four-weeks"]);
}

#[test]
fn every_example_works_as_printed() {
    let sandbox = Sandbox::new();
    let mut all = examples(&sandbox.run(&["--help"]).ok());
    for verb in VERBS {
        all.extend(examples(&sandbox.run(&[verb, "--help"]).ok()));
    }
    assert!(all.len() >= 30, "{all:?}");
    for example in &all {
        let rest = example.strip_prefix("plan").unwrap();
        // The homes share what they would all compile.
        let home = home().env("PLAN_CACHE_DIR", sandbox.home().join("cache"));
        if rest.contains(" midterm") {
            let exam = ["add", "Midterm", "--exam", "--on", "2027-01-16"];
            home.run(&exam).ok();
        }
        if rest.starts_with(" stop") {
            home.run(&["start", "d05-1545"]).ok();
        }
        let out = home.shell(&format!("\"$PLAN\"{rest}"));
        assert_eq!(out.code, 0, "{out}");
    }
}

#[test]
fn an_unknown_verb_gets_one_of_the_same_meaning() {
    for (word, hint) in [
        ("list", "try `plan week` or `plan today`"),
        ("overdue", "try `plan recover` or `plan today`"),
        ("create", "try `plan new FILE`"),
        ("Change", "try `plan edit`"),
        ("switch", "try `plan use ID` or `plan init PLAN`"),
        ("完成", "try `plan done TARGET`"),
        ("todya", "did you mean `plan today`?"),
        ("xyzzy", "see `plan --help`, or `--help` after a verb"),
    ] {
        let out = home().run(&[word]);
        let expected = format!("error: no verb is called `{word}`\nhint: {hint}\n");
        assert_eq!(out.fails(2), expected);
    }
    let topics = "hint: the topics are targets, dates, plan-file, importing, falling-behind, \
                  hours, calendars, several-plans, finish-date, data, json, shell, speed\n";
    let said = "error: no verb or topic is called `list`\nhint: try `plan week` or `plan today`\n";
    let out = home().run(&["help", "list"]);
    assert_eq!(out.fails(2), format!("{said}{topics}"));
}

#[test]
fn the_value_of_an_option_is_not_the_verb() {
    let out = home().run(&["--plan", "today", "done", "1", "--frob"]);
    let hint = "hint: `plan help done` shows how, with examples\n";
    assert_eq!(
        out.fails(2),
        format!("error: unexpected argument `--frob`\n{hint}")
    );
}

#[test]
fn an_example_that_makes_no_sense_is_noticed() {
    let text = "Examples:\n  plan done 2     today's\n  plan nosuch --x\n";
    assert_eq!(examples(text), ["plan done 2", "plan nosuch --x"]);
    let out = home().shell("\"$PLAN\" nosuch --x");
    assert_eq!(
        out.fails(2),
        "error: no verb is called `nosuch`\nhint: see `plan --help`, or `--help` after a verb\n"
    );
}

#[test]
fn a_number_that_is_none_is_refused_in_plain_words() {
    let refused = |args: &[&str], why: &str| {
        let said = home().run(args);
        let hint = format!("hint: `plan help {}` shows how, with examples", args[0]);
        assert_eq!(said.stderr, format!("error: invalid value {why}\n{hint}\n"));
    };
    refused(&["undo", "x"], "`x` for `[STEPS]`: not a whole number");
    refused(
        &["undo", "999"],
        "`999` for `[STEPS]`: not a number from 1 to 255",
    );
    refused(
        &["report", "--week", "1.5"],
        "`1.5` for `--week`: not a whole number",
    );
    refused(&["undo", ""], "`` for `[STEPS]`: not a whole number");
    refused(
        &["undo", "99999999999999999999"],
        "`99999999999999999999` for `[STEPS]`: the number is too large",
    );
    // What was typed is quoted verbatim.
    refused(
        &["report", "--phase", "x: 3 is not in 1..=2"],
        "`x: 3 is not in 1..=2` for `--phase`: not a whole number",
    );
    refused(
        &["report", "--week", ": invalid digit found in string"],
        "`: invalid digit found in string` for `--week`: not a whole number",
    );
}
