//! Help: every verb is listed and has examples, and the examples can be typed as they stand.

use crate::sandbox::Sandbox;

/// Every verb there is.
const VERBS: [&str; 28] = [
    "today",
    "tomorrow",
    "next",
    "week",
    "show",
    "done",
    "skip",
    "note",
    "undo",
    "redo",
    "log",
    "off",
    "move",
    "shift",
    "recover",
    "report",
    "roadmap",
    "resources",
    "milestones",
    "forecast",
    "open",
    "status",
    "init",
    "check",
    "schema",
    "export",
    "doctor",
    "help",
];

/// Every verb but `help`, which has no flags: it is no example of anything itself.
fn verbs_with_flags() -> impl Iterator<Item = &'static str> {
    VERBS.into_iter().filter(|verb| *verb != "help")
}

/// The command lines that a help text gives as examples, what is said of each cut off.
fn examples(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| !line.starts_with("Example"));
    let lines = lines.filter(|line| line.starts_with("  plan"));
    let command = |line: &str| {
        let line = line.trim();
        // What is said of it stands behind two spaces or more.
        line.split("   ").next().unwrap_or(line).trim().to_owned()
    };
    lines.map(command).collect()
}

/// A home where today is Day 14, and each example finds what it speaks of.
fn home() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-12-08T11:00:00")
        .env("BROWSER", "true");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home.run(&["off", "wed..fri"]).ok();
    for slot in ["1", "2", "3", "4"] {
        home.run(&["skip", slot]).ok();
    }
    home.run(&["undo"]).ok();
    let plan = home.run(&["export", "--format", "yaml"]).ok();
    home.file("my-plan.yaml", plan);
    home.file("my.yaml", include_str!("../../plans/multimodal.yaml"));
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
fn every_verb_has_examples_of_its_own() {
    let home = Sandbox::new();
    for verb in verbs_with_flags() {
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
    home.run(&["help", "nosuch"]).fails(2);
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
fn every_example_can_be_typed_as_it_stands() {
    let sandbox = Sandbox::new();
    let mut all = examples(&sandbox.run(&["--help"]).ok());
    for verb in verbs_with_flags() {
        all.extend(examples(&sandbox.run(&[verb, "--help"]).ok()));
    }
    assert!(all.len() >= 30, "{all:?}");
    for example in &all {
        let rest = example.strip_prefix("plan").unwrap();
        let out = home().shell(&format!("\"$PLAN\"{rest}"));
        assert_eq!(out.code, 0, "{out}");
    }
}

#[test]
fn an_example_that_makes_no_sense_is_noticed() {
    let text = "Examples:\n  plan done 2     today's\n  plan nosuch --x\n";
    assert_eq!(examples(text), ["plan done 2", "plan nosuch --x"]);
    let out = home().shell("\"$PLAN\" nosuch --x");
    assert_eq!(
        out.fails(2),
        "error: unrecognized subcommand 'nosuch'\nhint: see `plan --help`, or `--help` behind a verb\n"
    );
}

#[test]
fn a_number_that_is_none_is_refused_in_plain_words() {
    let refused = |args: &[&str], why: &str| {
        let said = home().run(args);
        let hint = "hint: see `plan --help`, or `--help` behind a verb";
        assert_eq!(said.stderr, format!("error: invalid value {why}\n{hint}\n"));
    };
    refused(&["undo", "x"], "'x' for '[STEPS]': it is no whole number");
    refused(
        &["undo", "999"],
        "'999' for '[STEPS]': it is not a number from 1 to 255",
    );
    refused(
        &["report", "--week", "1.5"],
        "'1.5' for '--week <N>': it is no whole number",
    );
    refused(&["undo", ""], "'' for '[STEPS]': it is no whole number");
    refused(
        &["undo", "99999999999999999999"],
        "'99999999999999999999' for '[STEPS]': it is too large a number",
    );
    // The learner's own words are told as they are.
    refused(
        &["report", "--phase", "x: 3 is not in 1..=2"],
        "'x: 3 is not in 1..=2' for '--phase <N>': it is no whole number",
    );
    refused(
        &["report", "--week", ": invalid digit found in string"],
        "': invalid digit found in string' for '--week <N>': it is no whole number",
    );
}
