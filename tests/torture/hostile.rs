//! Texts that a terminal would obey, in every output of every verb; and files that would eat all
//! memory.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::home::{Home, Ran, each, have};
use crate::row::Row;
use crate::rows;
use crate::watch::{Verdict, Watch};

/// What no output may hold: C0 but the newline, DEL, C1, bidirectional controls.
fn acts(c: char) -> bool {
    let bidi = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    bidi || (c.is_control() && c != '\n')
}

/// Texts with everything that acts, and what breaks out of a format.
const TEXTS: [&str; 6] = [
    "\u{1b}[2J\u{1b}]0;x\u{7}\u{1b}]8;;http://x\u{1b}\\",
    "\u{202e}gnp.exe\u{202c} \u{2066}a\u{2067}b\u{2068}c\u{2069}",
    "\u{80}\u{85}\u{9b}31m\u{9d}0;x\u{9c}\u{7f}",
    "\t\r\u{8}\u{b}\u{c}\n- [x](javascript:alert(1)) | <b> `x` ```",
    "\"]; click A \"x\" %% {init} end\n  A-->B",
    "': !!x &a *a {a: b} # no\n--- \u{2028}\u{2029}",
];

/// A YAML text of it.
fn quoted(text: &str) -> String {
    let chars = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() || acts(c) => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"a{}z\"", chars.collect::<String>())
}

/// A home whose plan has the text in every place that takes one.
fn home_with(text: &str) -> (Home, PathBuf) {
    let home = Home::new();
    let t = quoted(text);
    let plan = format!(
        "plan: torture\ntitle: {t}\nnotes: [{t}]\n\
         roadmap: {{topics: {{A: {{title: {t}}}, B: {{title: {t}, after: [A]}}}}}}\n\
         resources:\n  - {{id: r, kind: paper, title: {t}, label: {t}, \
         url: \"https://example.org/r\", notes: [{t}]}}\n\
         weeks:\n  - week: 1\n    title: {t}\n    goals: [{t}]\n    days:\n      - day: 1\n        \
         weekday: mon\n        title: {t}\n        notes: [{t}]\n        slots:\n          \
         - {{time: \"09:00-10:00\", title: {t}, topic: A, notes: [{t}], fields: [{t}: {t}]}}\n          \
         - {{time: \"10:00-11:00\", title: {t}, items: [{t}]}}\n      - day: 2\n        weekday: tue\n        \
         slots: [{{time: \"09:00-10:00\", title: {t}, topic: B}}]\n    deliverables: [{{text: {t}}}]\n"
    );
    let path = home.path().join("hostile.yaml");
    std::fs::write(&path, plan).unwrap();
    std::fs::write(home.config(), format!("plan: \"{}\"\n", path.display())).unwrap();
    (home, path)
}

/// What is wrong with what a run wrote.
fn complaint(args: &[&str], ran: &Ran) -> Option<String> {
    let wild = ran.stdout.contains(acts) || ran.stderr.contains(acts);
    let json = args.contains(&"--json") && ran.code == Some(0);
    let broken = json && serde_json::from_str::<serde_json::Value>(&ran.stdout).is_err();
    let bad = wild || broken || ran.panicked() || ran.code.is_none();
    bad.then(|| format!("{args:?}: {ran:?}"))
}

/// What only shows, in each of the forms that some of them have.
const VIEWS: [&[&str]; 12] = [
    &["recover"],
    &["today"],
    &["week"],
    &["show", "d1"],
    &["show", "d1.1"],
    &["report"],
    &["roadmap"],
    &["resources"],
    &["milestones"],
    &["log"],
    &["doctor"],
    &["status"],
];
const FORMS: [&[&str]; 4] = [
    &[],
    &["--json"],
    &["--format", "md"],
    &["--format", "mermaid"],
];

/// Verbs that are given the text where they want something else.
const MISLED: [&str; 8] = [
    "done", "move", "off", "shift", "recover", "undo", "open", "show",
];

fn speak(text: &&str) -> Verdict {
    let (home, path) = home_with(text);
    let mut watch = Watch::on(&home);
    let mut verdict = Verdict::default();
    let file = path.to_str().unwrap();
    let mut note = (*text).to_owned();
    note.insert(0, 'a');
    let mut check = |args: &[&str], must: bool| {
        let ran = home.plan(args);
        watch.saw(&ran);
        verdict.complaints.extend(complaint(args, &ran));
        if must && ran.code != Some(0) {
            verdict.complaints.push(format!("{args:?}: {ran:?}"));
        }
    };
    check(&["done", "d1.1", "--note", &note, "--json"], true);
    check(&["skip", "d1.2", "--why", &note, "--json"], true);
    check(&["note", "d1.1", &note], true);
    check(&["move", "d2.1", "2026-12-03", "--json"], true);
    check(&["off", "2026-12-08", "--why", &note], false);
    check(&["shift", "1w"], true);
    check(&["undo"], true);
    check(&["redo"], true);
    for verb in VIEWS {
        for form in FORMS {
            check(&[verb, form].concat(), false);
        }
    }
    check(&["check", file], true);
    check(&["export", "--format", "yaml"], true);
    check(&["export", "--format", "json"], true);
    for verb in MISLED {
        check(&[verb, &note], false);
        check(&[verb, &note, &note], false);
    }
    watch.bytes = home.journal();
    if watch
        .bytes
        .iter()
        .any(|b| acts(char::from(*b)) && *b < 0x80)
    {
        verdict
            .complaints
            .push("the journal is not safe to `cat`".to_owned());
    }
    verdict.confirmed = watch.confirmed.len();
    verdict.lost = watch.lost(&home);
    verdict
}

#[test]
fn hostile_texts_in_every_output() {
    let mut row = Row::new(rows::HOSTILE);
    for verdict in each(&TEXTS, speak) {
        row.add(verdict);
    }
    let raw = TEXTS
        .iter()
        .map(|text| text.chars().filter(|c| acts(*c)).count());
    row.finish(
        TEXTS.len(),
        "characters that act, if they were not escaped",
        raw.sum(),
    );
}

/// Files made to eat memory or time, as a plan and as a journal.
fn bombs() -> [Vec<u8>; 7] {
    let laughs = (1..30).fold("plan: p\na0: &a0 [x, x]\n".to_owned(), |text, index| {
        let last = format!("*a{}", index - 1);
        text + &format!("a{index}: &a{index} [{last}, {last}, {last}]\n")
    });
    let glued = "{\"v\":".repeat(12_000);
    [
        laughs.into_bytes(),
        "[".repeat(1_000_000).into_bytes(),
        "{\"v\":1,\"of\":".repeat(5_000).into_bytes(),
        glued.into_bytes(),
        vec![0; 8_000_000],
        vec![b'x'; 8_000_000],
        "- \n".repeat(100_000).into_bytes(),
    ]
}

#[test]
fn files_that_would_eat_memory() {
    if !have(&["prlimit"], false) {
        return;
    }
    let mut row = Row::new(rows::MEMORY);
    let small = ["prlimit", "--as=200000000"];
    for (index, bomb) in bombs().iter().enumerate() {
        let (home, mut watch) = Home::marked();
        let path = home.path().join("bomb.yaml");
        std::fs::write(&path, bomb).unwrap();
        let since = Instant::now();
        let ran = home.under(&small, &["check", path.to_str().unwrap()]);
        let took = since.elapsed();
        assert!(
            matches!(ran.code, Some(65 | 74)),
            "bomb {index}: {:?}",
            ran.code
        );
        assert!(took < Duration::from_secs(10), "bomb {index} took {took:?}");
        watch.bytes = [&watch.bytes[..], bomb].concat();
        std::fs::write(home.journal_path(), &watch.bytes).unwrap();
        let since = Instant::now();
        let ran = home.under(&small, &["done", "11", "--json"]);
        let took = since.elapsed();
        assert!(took < Duration::from_secs(10), "bomb {index} took {took:?}");
        assert_eq!(
            (ran.code, watch.saw(&ran)),
            (Some(0), 1),
            "bomb {index}: {:?}",
            ran.stderr
        );
        row.add(watch.verdict(&home, &format!("bomb {index}")));
    }
    // The control: with less than the program itself needs, nothing runs.
    let none = Home::new().under(&["prlimit", "--as=2000000"], &["log"]);
    row.finish(
        7,
        "runs that end when memory is short",
        usize::from(none.code != Some(0)),
    );
}
