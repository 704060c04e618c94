//! The cache: answers are the same with and without it, whatever has become of it.

mod merged;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use proptest::{collection, prop_oneof};

use crate::cases::cases;
use crate::sandbox::{Output, Sandbox};

/// Every question there is, in the forms it can be asked in.
const QUESTIONS: &[&str] = &[
    "today",
    "today --json",
    "today --format md",
    "today --date +4",
    "today --date 2026-11-20",
    "today --date 2026-12-05",
    "today --date 2027-06-01 --json",
    "tomorrow",
    "tomorrow --json",
    "next",
    "next --json",
    "next --date fri",
    "status",
    "status --json",
    "status --short",
    "week",
    "week --json",
    "report",
    "report --json",
    "report --format md --week 1",
    "report --phase 1",
    "report --all --json",
    "report --since 2026-11-20 --until fri",
    "report --date +7 --json",
    "report --week 99",
    "forecast",
    "forecast --json",
    "recover",
    "milestones --json",
    "resources --json",
    "roadmap",
    "roadmap --format mermaid",
    "show d08-0900",
    "show d8 --json",
    "show w2",
    "show A",
    "log",
    "log --json",
    "check",
    "export",
    "done 99",
    "done nothing-of-that-name",
];

/// Nothing can be kept there.
const NOWHERE: &str = "/dev/null/cache";

/// The shipped plan.
const PLAN: &str = include_str!("../../plans/multimodal.yaml");

/// A study with something of everything: marks, a remark, a move, rest, and what is overdue.
fn study(plan: &str) -> Sandbox {
    let home = Sandbox::new().at("2026-12-02T09:20:00");
    home.file("mine.yaml", PLAN);
    home.run(&["init", plan, "--start", "2026-11-23"]).ok();
    for line in [
        "done d1 d2 d3 --took 20h",
        "note d02-0900 hm",
        "start d03-0900",
        "skip d04-0900 --why ill",
        "done d5 d8",
        "done w05.1",
        "move d10-0900 +2",
        "off 2026-12-04 --why trip",
    ] {
        run(&home, line).ok();
    }
    // From here on the file is older than any cache of it.
    std::thread::sleep(Duration::from_millis(30));
    run(&home, "today").ok();
    home
}

fn run(home: &Sandbox, line: &str) -> Output {
    home.run(&line.split(' ').collect::<Vec<_>>())
}

/// What a question gets: what is said, and the exit code.
fn answer(home: &Sandbox, question: &str) -> (String, String, i32) {
    let said = run(home, question);
    (said.stdout.clone(), said.stderr.clone(), said.code)
}

/// The file of the cache that ends in `kind`.
fn cached(home: &Sandbox, kind: &str) -> PathBuf {
    let cache = home.home().join(".cache/plan");
    let folders = std::fs::read_dir(cache).unwrap();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
    let mut files = files.map(|file| file.unwrap().path());
    files
        .find(|file| file.extension().is_some_and(|ending| ending == kind))
        .expect("something is kept")
}

#[test]
fn every_answer_is_the_same_with_the_cache_and_without() {
    for plan in ["multimodal", "mine.yaml"] {
        let home = study(plan);
        let kept = ["plan", "day"].map(|kind| std::fs::read(cached(&home, kind)).unwrap());
        let without = home.env("PLAN_CACHE_DIR", NOWHERE);
        for question in QUESTIONS {
            let with = answer(&home, question);
            assert_eq!(with, answer(&without, question), "{question}");
        }
        // The answer came from the cache: nothing was rebuilt.
        let still = ["plan", "day"].map(|kind| std::fs::read(cached(&home, kind)).unwrap());
        assert!(kept == still, "{plan}: rebuilt");
    }
}

#[test]
fn orphaned_marks_are_reported_with_and_without_cache() {
    let home = study("mine.yaml");
    let mut edited = PLAN.to_owned();
    // One slot is called otherwise; the next one is another.
    for (was, now) in [
        ("title: PyTorch 基础", "title: Called otherwise"),
        ("title: 自动求导机制", "title: Another"),
        ("练习项目: 实现简单神经网络", "练习项目: Something else"),
    ] {
        assert!(edited.contains(was), "{was}");
        edited = edited.replacen(was, now, 1);
    }
    home.file("mine.yaml", edited);
    std::thread::sleep(Duration::from_millis(30));
    run(&home, "today").ok();
    let without = home.env("PLAN_CACHE_DIR", NOWHERE);
    for question in ["report", "report --json", "report --all --format md"] {
        let with = answer(&home, question);
        for actual in ["Called otherwise", "Another"] {
            assert!(with.0.contains(actual), "{question}: {with:?}");
        }
        assert_eq!(with, answer(&without, question), "{question}");
    }
}

#[test]
fn marks_are_the_same_with_the_cache_and_without() {
    let (with, without) = (study("multimodal"), study("multimodal"));
    let without = without.env("PLAN_CACHE_DIR", NOWHERE);
    for line in [
        "done 1 --took 50m --note well",
        "done 1",
        "skip 2 --why late",
        "done d04-1045",
        "done all",
        "note 1 hm",
        "done 9:00 --date mon",
        "done CLIP",
        "undo",
        "redo",
        "done d7",
        "move d12 +1",
        "shift 1w --from d20",
        "undo",
        "off 2026-12-07 --cancel",
        "recover --catch-up --apply",
        "done 9",
    ] {
        assert_eq!(answer(&with, line), answer(&without, line), "{line}");
        for question in ["today --json", "status", "report --json"] {
            assert_eq!(
                answer(&with, question),
                answer(&without, question),
                "{line}: {question}"
            );
        }
    }
    // But for the ids, which are unlike everywhere.
    let actual = |home: &Sandbox| {
        let mut events = home.events();
        for event in &mut events {
            for key in ["id", "op", "of", "dev"] {
                event.as_object_mut().unwrap().remove(key);
            }
        }
        events
    };
    assert_eq!(actual(&with), actual(&without));
}

/// What can become of a file.
#[derive(Debug, Clone)]
enum Damage {
    Byte(Index, u8),
    Cut(Index),
    Longer(Vec<u8>),
    Other(Vec<u8>),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        6 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        2 => any::<Index>().prop_map(Damage::Cut),
        1 => collection::vec(any::<u8>(), 1..100).prop_map(Damage::Longer),
        1 => collection::vec(any::<u8>(), 0..100).prop_map(Damage::Other),
    ]
}

impl Damage {
    fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        match self {
            Self::Byte(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Self::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Self::Longer(more) => bytes.extend_from_slice(more),
            Self::Other(other) => bytes.clone_from(other),
        }
        bytes
    }
}

#[test]
fn a_damaged_cache_changes_no_answer() {
    let home = study("multimodal");
    let files = ["plan", "day"].map(|kind| cached(&home, kind));
    let good = files.clone().map(|file| std::fs::read(file).unwrap());
    let questions = ["today --json", "report --json"];
    let right = questions.map(|question| answer(&home, question));
    let config = Config {
        cases: cases(15, 150),
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let ran = runner.run(
        &(0..2_usize, 0..2_usize, damage()),
        |(file, asked, damage)| {
            std::fs::write(&files[file], damage.apply(&good[file])).unwrap();
            prop_assert_eq!(&answer(&home, questions[asked]), &right[asked]);
            // As every run that finds it damaged does.
            std::fs::write(&files[file], &good[file]).unwrap();
            Ok(())
        },
    );
    ran.expect("the same answer");
}

/// Where the value of a cache begins: after 24 bytes of magic and eight of its checksum.
const VALUE: usize = 32;

/// Gives changed bytes of a cache the checksum that they need to be read.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some(value) = bytes.get(VALUE..) {
        let checksum = xxhash_rust::xxh3::xxh3_64(value).to_le_bytes();
        bytes[24..VALUE].copy_from_slice(&checksum);
    }
    bytes
}

#[test]
fn a_forged_cache_is_believed_so_the_others_were_asked() {
    for (kind, question) in [("day", "today"), ("plan", "export --format json")] {
        let home = study("multimodal");
        let file = cached(&home, kind);
        let mut bytes = std::fs::read(&file).unwrap();
        let (title, forged) = ("多模态深度".as_bytes(), "被改了深度".as_bytes());
        let is_title = |part: &[u8]| part == title;
        let at = bytes.windows(title.len()).position(is_title).unwrap();
        bytes[at..at + title.len()].copy_from_slice(forged);
        std::fs::write(&file, sealed(bytes)).unwrap();
        let is_seen = || run(&home, question).ok().contains("被改了");
        assert!(is_seen(), "{kind}");
        // Unless others could have written it.
        std::fs::set_permissions(&file, Permissions::from_mode(0o622)).unwrap();
        assert!(!is_seen(), "{kind}");
    }
}

#[test]
fn a_card_of_another_study_changes_no_answer() {
    let home = study("multimodal");
    let right = answer(&home, "today --json");
    let card = cached(&home, "day");
    let own = std::fs::read(&card).unwrap();
    // Another learner of the same plan; the same learner on another day, and with another start of
    // the day.
    let stranger = Sandbox::new().at("2026-12-02T09:20:00");
    stranger.run(&["done", "1"]).ok();
    run(&stranger, "today").ok();
    let other_day = home.clone().at("2026-12-03T09:20:00");
    run(&other_day, "today").ok();
    let of_other_day = std::fs::read(&card).unwrap();
    for foreign in [
        std::fs::read(cached(&stranger, "day")).unwrap(),
        of_other_day,
    ] {
        assert_ne!(foreign, own);
        std::fs::write(&card, foreign).unwrap();
        assert_eq!(answer(&home, "today --json"), right);
    }
}

#[test]
fn a_hostile_card_never_ends_the_program() {
    let home = study("multimodal");
    let card = cached(&home, "day");
    let good = std::fs::read(&card).unwrap();
    let cases = cases(120, 300);
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let believed = std::cell::Cell::new(0);
    let right = answer(&home, "today --json");
    let ran = runner.run(&damage(), |damage| {
        std::fs::write(&card, sealed(damage.apply(&good))).unwrap();
        let said = run(&home, "today --json");
        prop_assert_eq!(said.code, 0, "{:?}: {}", damage, said.stderr);
        believed.set(believed.get() + u32::from(said.stdout != right.0));
        Ok(())
    });
    ran.expect("an answer");
    // The control: with its checksum right, some of what was damaged is believed.
    assert!(believed.get() > 0);
}

#[test]
fn an_edited_plan_is_seen_at_once() {
    let home = study("mine.yaml");
    let path = home.home().join("mine.yaml");
    for round in 10..60 {
        // In place and of the same length, as fast as it can be done.
        let title = format!("第{round}遍");
        let edited = PLAN.replacen("title: 多模态", &format!("title: {title}"), 1);
        std::fs::write(&path, &edited).unwrap();
        assert!(run(&home, "today").ok().contains(&title), "{round}");
        assert!(run(&home, "today").ok().contains(&title), "{round}, again");
    }
}

#[test]
fn an_edited_journal_is_seen_at_once() {
    let home = study("multimodal");
    let path = home
        .home()
        .join(".local/state/plan/multimodal/journal.jsonl");
    let without = home.env("PLAN_CACHE_DIR", NOWHERE);
    let states = ["\"t\":\"done\"", "\"t\":\"skip\""];
    for round in 0..20 {
        let (from, to) = (states[round % 2], states[(round + 1) % 2]);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace(from, to)).unwrap();
        let with = answer(&home, "today --json");
        assert_eq!(with, answer(&without, "today --json"), "{round}");
        run(&home, "note d08-0900 x").ok();
    }
}

#[test]
fn what_killed_runs_left_is_swept_away_a_day_later() {
    let home = study("mine.yaml");
    let folder = cached(&home, "plan").parent().unwrap().to_owned();
    let left = [".plan-oldold", ".plan-newnew", "other-old"].map(|name| folder.join(name));
    let day = Duration::from_hours(25);
    for path in &left {
        let file = std::fs::File::create(path).unwrap();
        if path.ends_with(".plan-oldold") || path.ends_with("other-old") {
            file.set_modified(std::time::SystemTime::now() - day)
                .unwrap();
        }
    }
    home.file("mine.yaml", format!("{PLAN}\n"));
    std::thread::sleep(Duration::from_millis(30));
    run(&home, "today").ok();
    assert_eq!(left.map(|path| path.exists()), [false, true, true]);
}

/// Two paths to plans of the same content and id, one of them through a link.
#[test]
fn what_is_said_of_a_path_is_not_said_of_another() {
    let home = Sandbox::new().at("2026-12-07T11:00:00");
    home.file("a/mine.yaml", PLAN);
    home.file("b/mine.yaml", PLAN);
    std::os::unix::fs::symlink("a", home.home().join("link")).unwrap();
    std::thread::sleep(Duration::from_millis(30));
    let paths = [
        "a/mine.yaml",
        "b/mine.yaml",
        "link/mine.yaml",
        "b/../a/mine.yaml",
    ];
    home.run(&["done", "1", "--plan", paths[0]]).ok();
    let without = home.env("PLAN_CACHE_DIR", NOWHERE);
    for damaged in [false, true] {
        if damaged {
            let path = std::fs::read_dir(home.home().join(".local/state/plan"));
            let folder = path.unwrap().next().unwrap().unwrap().path();
            let journal = folder.join("journal.jsonl");
            let text = std::fs::read_to_string(&journal).unwrap();
            std::fs::write(&journal, text + "junk\n").unwrap();
        }
        for _ in 0..2 {
            for path in paths {
                let question = format!("today --plan {path}");
                assert_eq!(answer(&home, &question), answer(&without, &question));
            }
        }
    }
    // And of a plan that has become faulty.
    for path in &paths[..2] {
        home.file(path, format!("{PLAN}oops: 1\n"));
    }
    for path in paths {
        let said = home.run(&["today", "--plan", path]).fails(65);
        assert!(said.contains(&format!(" --> {path}:")), "{said}");
    }
}
