//! Every error of a plan file, each told at the very place: the files of `tests/errors` say in
//! their first lines what is wrong with them and where, counted by hand.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::sandbox::Sandbox;

/// The name of every warning there is.
const WARNINGS: [&str; 13] = [
    "allow-unused",
    "gap",
    "link-mismatch",
    "link-not-found",
    "link-wrong",
    "long-slot",
    "milestone-late",
    "over-budget",
    "resource-unused",
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

/// No small file can have it; `hostile` makes a big one.
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
struct Case {
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
    fn put(&self, home: &Sandbox) -> String {
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

fn case(stem: &str) -> Case {
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
        let told = !words.is_empty() && !words.ends_with('.');
        assert!(told, "{key} is no text without a full stop: {error}");
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
fn every_bad_plan_is_faulted_where_it_says() {
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

#[test]
fn the_names_are_all_that_the_program_knows() {
    let known = |warnings: bool| -> BTreeSet<&str> {
        let faults = plan::source::Fault::ALL.iter();
        let faults = faults.filter(|fault| fault.is_warning() == warnings);
        faults.map(|fault| fault.name()).collect()
    };
    assert_eq!(known(false), BTreeSet::from(NAMES));
    assert_eq!(known(true), BTreeSet::from(WARNINGS));
}

/// The names without a bad plan of their own: one called by the name that has no other fault.
fn without_a_plan(cases: &[Case]) -> Vec<&'static str> {
    let is_of = |case: &Case, name: &str| {
        let stem = case.stem();
        let stem = stem.strip_prefix("warn-").unwrap_or(stem);
        stem.starts_with(name) && case.expected.iter().all(|fault| fault.name == name)
    };
    let names = plan::source::Fault::ALL.iter().map(|fault| fault.name());
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
        [NEEDS_A_BIG_FILE, "too-deep", "link-wrong"]
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
fn a_moved_column_is_noticed() {
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
fn strict_lets_a_warning_fail_and_all_shows_what_is_allowed() {
    let home = Sandbox::new();
    let gap = case("warn-gap").put(&home);
    home.run(&["check", &gap]).ok();
    assert_eq!(home.run(&["check", "--strict", &gap]).code, 1);
    let text = std::fs::read_to_string(home.home().join(&gap)).unwrap();
    let allowed = format!("{text}allow: [{{rule: gap, at: d1, why: 周末休息}}]\n");
    home.file("allowed.yaml", allowed);
    home.run(&["check", "--strict", "allowed.yaml"]).ok();
    let json = home.run(&["check", "--json", "allowed.yaml"]).json();
    assert_eq!(json["warnings"], serde_json::json!([]));
    let found = (&json["allowed"][0]["name"], &json["allowed"][0]["allowed"]);
    assert_eq!(found, (&"gap".into(), &"周末休息".into()));
}

#[test]
fn what_is_allowed_is_counted_and_shown_by_all() {
    let home = Sandbox::new();
    let name = case("warn-long-slot-one-of-two-allowed").put(&home);
    let out = home.run(&["check", "--all", &name]).ok();
    let expected = "\
warning[long-slot]: a slot of 150 minutes; 120 at a stretch are enough
  --> warn-long-slot-one-of-two-allowed.yaml:10:27
   |
10 |       - {title: 写作, time: 14:00-16:30}
   |                             ^^^^^^^^^^^
   |
   = help: split it, with a break between; to accept it: `allow: [{rule: long-slot, at: d01-1400, why: ...}]`

warning[long-slot]: a slot of 180 minutes; 120 at a stretch are enough
 --> warn-long-slot-one-of-two-allowed.yaml:9:27
  |
9 |       - {title: 讲座, time: 09:00-12:00}
  |                             ^^^^^^^^^^^
  |
  = help: split it, with a break between; to accept it: `allow: [{rule: long-slot, at: d01-0900, why: ...}]`

   allowed: 观看一场讲座

warn-long-slot-one-of-two-allowed.yaml: 1 phase, 1 week, 1 day, 2 slots, 0 resources, 0 topics; no
  faults, 1 warning, 1 allowed
";
    assert_eq!(out, expected);
    assert_eq!(home.run(&["check", "--strict", &name]).code, 1);
}

/// Each warning's bad plan, an entry of `allow` that accepts what is found there, and how often.
const ALLOWED: [(&str, &str, usize); 13] = [
    (
        "warn-over-budget",
        "{rule: over-budget, at: d1, why: 忙}",
        1,
    ),
    (
        "warn-under-budget",
        "{rule: under-budget, at: d01, why: 闲}",
        1,
    ),
    ("warn-long-slot", "{rule: long-slot, at: d1.2, why: 长}", 1),
    (
        "warn-topic-before-prerequisite",
        "{rule: topic-before-prerequisite, at: B, why: 先试}",
        1,
    ),
    (
        "warn-topic-unscheduled",
        "{rule: topic-unscheduled, at: B, why: 以后}",
        1,
    ),
    (
        "warn-span-differs",
        "{rule: span-differs, at: p1, why: 约}",
        1,
    ),
    ("warn-gap", "{rule: gap, at: d1, why: 周末}", 1),
    ("warn-link-wrong", "{rule: link-wrong, at: a, why: 知道}", 1),
    (
        "warn-link-mismatch",
        "{rule: link-mismatch, at: a, why: 知道}",
        1,
    ),
    (
        "warn-link-not-found",
        "{rule: link-not-found, at: a, why: 知道}",
        1,
    ),
    (
        "warn-resource-unused",
        "{rule: resource-unused, at: a, why: 备用}",
        1,
    ),
    (
        "warn-milestone-late",
        "{rule: milestone-late, at: m1, why: 约}",
        1,
    ),
    (
        "warn-allow-unused",
        "{rule: allow-unused, at: a1, why: 旧}, {rule: allow-unused, at: a3, why: 旧}",
        3,
    ),
];

#[test]
fn every_rule_can_be_allowed_by_its_place() {
    let rules = ALLOWED.map(|(stem, _, _)| stem.strip_prefix("warn-").unwrap());
    assert_eq!(BTreeSet::from(rules), BTreeSet::from(WARNINGS));
    for (stem, entries, count) in ALLOWED {
        let home = Sandbox::new();
        let name = case(stem).put(&home);
        assert_eq!(home.run(&["check", "--strict", &name]).code, 1, "{stem}");
        let text = std::fs::read_to_string(home.home().join(&name)).unwrap();
        // A plan that has an `allow` takes the entries behind those it has.
        let lines = entries.replace("}, {", "}\n  - {");
        let allowed = if text.contains("allow:\n") {
            text.replace("days:\n", &format!("  - {lines}\ndays:\n"))
        } else {
            format!("{text}allow:\n  - {lines}\n")
        };
        home.file("allowed.yaml", allowed);
        let out = home.run(&["check", "--strict", "allowed.yaml"]).ok();
        let told = format!("; no faults, no warnings, {count} allowed");
        let line = out.replace("\n  ", " ");
        assert!(line.trim_end().ends_with(&told), "{stem}: {out}");
    }
}
