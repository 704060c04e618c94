//! The screens in README are what the program prints.
//!
//! README says in comments what has happened before (`<!-- run TIME` and one command a line), what
//! files there are (`<!-- file NAME`), and when a screen was taken (`<!-- screen TIME -->` before a
//! console block). Screens are compared whole, at 88 columns; with `UPDATE_README=1` they are
//! written anew, to be read in the diff.

use std::path::Path;

use crate::sandbox::Sandbox;

/// What happens in README, from top to bottom.
enum Step {
    Run(String, Vec<String>),
    File(String, String),
    Screen(String, Vec<String>),
}

fn readme() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    std::fs::read_to_string(path).unwrap()
}

/// The steps of README; a screen is the lines of its block.
fn steps(readme: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        let Some(comment) = line.strip_prefix("<!-- ") else {
            continue;
        };
        let (verb, what) = comment.split_once(' ').unwrap();
        let until = |end: &'static str| move |line: &&str| *line != end;
        match verb {
            "screen" => {
                assert_eq!(lines.next(), Some("```console"), "{line}");
                let time = what.trim_end_matches(" -->").to_owned();
                let block = lines.by_ref().take_while(until("```")).map(str::to_owned);
                steps.push(Step::Screen(time, block.collect()));
            }
            "run" => {
                let block = lines.by_ref().take_while(until("-->")).map(str::to_owned);
                steps.push(Step::Run(what.to_owned(), block.collect()));
            }
            "file" => {
                let block = lines.by_ref().take_while(until("-->"));
                let text: String = block.flat_map(|line| [line, "\n"]).collect();
                steps.push(Step::File(what.to_owned(), text));
            }
            _ => panic!("no such step: {line}"),
        }
    }
    steps
}

/// The words of a command line, double quotes minded.
fn words(line: &str) -> Vec<String> {
    let line = line.strip_prefix("plan").unwrap();
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// A screen as it is now: its commands run again.
fn taken(home: &Sandbox, time: &str, screen: &[String]) -> Vec<String> {
    let home = home.at(time).env("COLUMNS", "88");
    let mut lines = Vec::new();
    for command in screen.iter().filter_map(|line| line.strip_prefix("$ ")) {
        let out = home.run(&words(command));
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(format!("$ {command}"));
        lines.extend(
            out.stdout
                .lines()
                .chain(out.stderr.lines())
                .map(str::to_owned),
        );
    }
    lines
}

/// Every screen of README beside what it is now. A screen that was taken earlier than what has
/// been recorded by then is taken in a home that has lived only so long.
fn screens() -> Vec<(Vec<String>, Vec<String>)> {
    let text = readme();
    let steps = steps(&text);
    let mut screens = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let Step::Screen(time, screen) = step else {
            continue;
        };
        let home = Sandbox::new();
        for step in &steps[..index] {
            match step {
                Step::Run(when, commands) if when < time => {
                    for command in commands {
                        home.at(when).run(&words(command)).ok();
                    }
                }
                Step::File(name, text) => {
                    home.file(name, text);
                }
                _ => {}
            }
        }
        screens.push((screen.clone(), taken(&home, time, screen)));
    }
    screens
}

#[test]
fn the_screens_are_what_is_printed() {
    let screens = screens();
    assert!(screens.len() >= 4, "README has lost its screens");
    if std::env::var_os("UPDATE_README").is_some() {
        let mut text = readme();
        for (old, new) in &screens {
            text = text.replacen(&old.join("\n"), &new.join("\n"), 1);
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        std::fs::write(path, text).unwrap();
        return;
    }
    for (old, new) in screens {
        assert_eq!(old.join("\n"), new.join("\n"));
    }
}

#[test]
fn the_plan_shown_as_an_example_is_one() {
    let text = readme();
    let (_, rest) = text.split_once("```yaml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let home = Sandbox::new();
    home.file("plan.yaml", example);
    let said = home.run(&["check", "plan.yaml"]).ok();
    assert!(said.contains(" 2 slots, "), "{said}");
}

#[test]
fn a_changed_screen_is_noticed() {
    let (old, new) = screens().into_iter().next().unwrap();
    assert!(old.len() > 5);
    for index in 0..old.len() {
        let mut changed = old.clone();
        changed[index].push('x');
        assert_ne!(changed, new);
    }
}
