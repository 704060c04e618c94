//! Every error of a plan file, each reported at its exact place: the files of `tests/errors` say in
//! their first lines what is wrong with them and where, counted by hand.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::sandbox::Sandbox;

/// The name of every warning there is.
pub const WARNINGS: [&str; 15] = [
    "allow-unused",
    "before-day-start",
    "gap",
    "link-mismatch",
    "link-not-found",
    "link-wrong",
    "long-slot",
    "milestone-late",
    "over-budget",
    "resource-unused",
    "rest-day",
    "span-differs",
    "topic-before-prerequisite",
    "topic-unscheduled",
    "under-budget",
];

/// The name of every error there is.
const NAMES: [&str; 20] = [
    "bad-url",
    "bad-value",
    "cycle",
    "duplicate-day",
    "duplicate-id",
    "duplicate-key",
    "empty",
    "empty-day",
    "end-before-start",
    "missing-key",
    "not-utf8",
    "overlap",
    "syntax",
    "too-deep",
    "too-large",
    "unknown-key",
    "unknown-resource",
    "unknown-target",
    "unknown-topic",
    "wrong-type",
];

/// No small file can have it; `bad_plans` makes a big one.
const NEEDS_A_BIG_FILE: &str = "too-large";

/// An error without its words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    line: u64,
    column: u64,
    name: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} {}", self.line, self.column, self.name)
    }
}

/// A bad plan and what is wrong with it.
pub struct Case {
    path: PathBuf,
    expected: Vec<Fault>,
}

impl Case {
    /// Whether it can be followed all the same.
    fn is_warned(&self) -> bool {
        self.stem().starts_with("warn-")
    }

    /// How `check` ends on it.
    fn code(&self) -> i32 {
        if self.is_warned() { 0 } else { 65 }
    }

    fn read(path: PathBuf) -> Self {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        let expected = if text.is_empty() {
            // A file without a byte cannot say so itself.
            vec![fault("1:1 empty").unwrap()]
        } else {
            let head = text
                .lines()
                .map_while(|line| line.strip_prefix("# expect: "));
            head.map(|said| {
                fault(said).unwrap_or_else(|| panic!("{} expects `{said}`", path.display()))
            })
            .collect()
        };
        Self { path, expected }
    }

    /// Its file name without the end.
    fn stem(&self) -> &str {
        self.path.file_stem().unwrap().to_str().unwrap()
    }

    /// The file in a home, where it is called by its name alone.
    pub fn put(&self, home: &Sandbox) -> String {
        let name = format!("{}.yaml", self.stem());
        home.file(&name, std::fs::read(&self.path).unwrap());
        name
    }
}

/// Reads `7:13 bad-value`.
fn fault(said: &str) -> Option<Fault> {
    let (place, name) = said.split_once(' ')?;
    let (line, column) = place.split_once(':')?;
    Some(Fault {
        line: line.parse().ok()?,
        column: column.parse().ok()?,
        name: name.to_owned(),
    })
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors")
}

fn files(end: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder()).unwrap();
    let mut paths: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == end))
        .collect();
    paths.sort();
    paths
}

fn cases() -> Vec<Case> {
    files("yaml").into_iter().map(Case::read).collect()
}

pub fn case(stem: &str) -> Case {
    Case::read(folder().join(format!("{stem}.yaml")))
}

/// What `plan check --json` finds in a file.
#[track_caller]
fn check(case: &Case) -> Vec<Fault> {
    let home = Sandbox::new();
    let name = case.put(&home);
    let out = home.run(&["check", "--json", &name]);
    assert_eq!(out.code, case.code(), "{out}");
    let json = out.parse();
    let list = |name: &str| {
        json[name]
            .as_array()
            .cloned()
            .unwrap_or_else(|| panic!("no {name}: {out}"))
    };
    let (errors, warnings) = (list("errors"), list("warnings"));
    let all = if case.is_warned() {
        (warnings, errors)
    } else {
        (errors, warnings)
    };
    assert_eq!(all.1, [0; 0], "the other list: {out}");
    all.0.iter().map(read).collect()
}

#[track_caller]
fn read(error: &Value) -> Fault {
    for key in ["message", "help"] {
        let words = error[key].as_str().unwrap_or_default();
        let actual = !words.is_empty() && !words.ends_with('.');
        assert!(actual, "{key} is not a text without a full stop: {error}");
    }
    let number = |key: &str| error[key].as_u64().unwrap_or_default();
    Fault {
        line: number("line"),
        column: number("column"),
        name: error["name"].as_str().unwrap_or_default().to_owned(),
    }
}

/// How two lists differ, line by line; `None` if they do not.
fn difference(expected: &[Fault], found: &[Fault]) -> Option<String> {
    let list = |faults: &[Fault]| {
        let lines = faults.iter().map(|fault| format!("    {fault}\n"));
        lines.collect::<String>()
    };
    let (expected, found) = (list(expected), list(found));
    (expected != found).then(|| format!("  expected\n{expected}  found\n{found}"))
}

#[test]
fn every_bad_plan_has_its_errors_where_it_says() {
    let wrong: Vec<_> = cases()
        .iter()
        .filter_map(|case| {
            let difference = difference(&case.expected, &check(case))?;
            Some(format!("{}\n{difference}", case.stem()))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} files\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_error_has_a_bad_plan_and_every_bad_plan_an_error() {
    let cases = cases();
    for case in &cases {
        let stem = case.stem();
        assert!(!case.expected.is_empty(), "{stem} expects nothing");
        assert!(
            case.expected.is_sorted(),
            "{stem}: not in the order of the file"
        );
    }
    let expected = cases.iter().flat_map(|case| &case.expected);
    let mut covered: BTreeSet<_> = expected.map(|fault| fault.name.as_str()).collect();
    covered.insert(NEEDS_A_BIG_FILE);
    assert_eq!(covered, NAMES.into_iter().chain(WARNINGS).collect());
}

/// The names without a bad plan of their own: one called by the name that has no other fault.
fn without_a_plan(cases: &[Case]) -> Vec<&'static str> {
    let is_of = |case: &Case, name: &str| {
        let stem = case.stem();
        let stem = stem.strip_prefix("warn-").unwrap_or(stem);
        stem.starts_with(name) && case.expected.iter().all(|fault| fault.name == name)
    };
    let names = NAMES.into_iter().chain(WARNINGS);
    names
        .filter(|name| !cases.iter().any(|case| is_of(case, name)))
        .collect()
}

#[test]
fn every_error_and_every_warning_has_a_bad_plan_of_its_own() {
    let mut cases = cases();
    assert_eq!(without_a_plan(&cases), [NEEDS_A_BIG_FILE]);
    cases.retain(|case| !["warn-link-wrong", "too-deep"].contains(&case.stem()));
    assert_eq!(
        without_a_plan(&cases),
        ["too-deep", NEEDS_A_BIG_FILE, "link-wrong"]
    );
}

#[test]
fn ten_faults_are_ten_different_ones() {
    let expected = case("ten-faults").expected;
    let names: BTreeSet<_> = expected.iter().map(|fault| &fault.name).collect();
    assert_eq!(names.len(), 10);
    assert_eq!(expected.len(), 10);
}

#[test]
fn moved_column_fails_the_comparison() {
    let case = case("ten-faults");
    let found = check(&case);
    assert_eq!(difference(&case.expected, &found), None);
    for index in 0..case.expected.len() {
        let mut moved = case.expected.clone();
        moved[index].column += 1;
        assert!(difference(&moved, &found).is_some(), "fault {index} moved");
        moved.remove(index);
        assert!(difference(&moved, &found).is_some(), "fault {index} gone");
    }
    let mut turned = case.expected.clone();
    turned.swap(0, 1);
    assert!(
        difference(&turned, &found).is_some(),
        "two in another order"
    );
}

#[test]
fn the_table_shows_the_line_with_a_caret() {
    for path in files("txt") {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let home = Sandbox::new();
        let case = case(&stem);
        let out = home.run(&["check", &case.put(&home)]);
        assert_eq!(out.code, case.code(), "{out}");
        let expected = std::fs::read_to_string(&path).unwrap();
        assert_eq!(out.stdout, expected, "{}: {out}", path.display());
    }
}

#[test]
fn every_bad_plan_has_its_text_and_every_text_its_plan() {
    let stems = |end: &str| -> Vec<String> {
        let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
        files(end).into_iter().map(stem).collect()
    };
    assert_eq!(stems("txt"), stems("yaml"));
}

#[test]
fn a_prompt_shows_no_errors() {
    let home = Sandbox::new().at("2026-12-07T11:00:00");
    let plan = home.file("broken.yaml", "plan: broken\ntitel: Broken\n");
    let plan = plan.to_str().unwrap();
    let out = home.run(&["status", "--short", "--plan", plan]);
    assert_eq!((out.code, &*out.stdout, &*out.stderr), (0, "", ""));
    assert_ne!(home.run(&["status", "--plan", plan]).stderr, "");
    assert_ne!(
        home.run(&["status", "--short", "--json", "--plan", plan])
            .stderr,
        ""
    );
    home.file(".config/plan/config.yaml", "plan: [\n");
    let out = home.run(&["status", "--short"]);
    assert_eq!((out.code, &*out.stdout, &*out.stderr), (0, "", ""));
    assert_ne!(home.run(&["status"]).stderr, "");
}

#[test]
fn the_hint_about_a_broken_file_checks_that_file() {
    let home = Sandbox::new().at("2026-12-07T11:00:00");
    home.file("my plan.yaml", "plan: broken\ntitle: Broken\n");
    let said = home.run(&["check", "my plan.yaml"]).fails(65);
    assert_eq!(
        said.lines().last(),
        Some("hint: fix the file, then run `plan check 'my plan.yaml'`")
    );
}

#[test]
fn errors_beyond_the_first_fifty_are_counted_with_the_command_that_lists_them() {
    let home = Sandbox::new().at("2026-12-07T11:00:00");
    let keys: Vec<String> = (1..=52).map(|n| format!("key{n}: x\n")).collect();
    let keys = keys.concat();
    let plan = "plan: big\ntitle: Big\nslots:\n  - {title: A}\n".to_owned();
    home.file("big plan.yaml", &plan);
    home.run(&["init", "big plan.yaml"]).ok();
    home.file("big plan.yaml", plan.clone() + &keys);
    home.file("other plan.yaml", plan + &keys);
    let last = |args: &[&str]| {
        let out = home.run(args);
        let more = out.stdout.lines().rfind(|line| !line.is_empty());
        more.unwrap_or_default().to_owned()
    };
    assert_eq!(
        last(&["check", "other plan.yaml"]),
        "and 2 more: `plan check 'other plan.yaml' --json` lists them all"
    );
    assert_eq!(
        last(&["check"]),
        "and 2 more: `plan check --json` lists them all"
    );
}
