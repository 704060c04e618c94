//! The same for screens of several plans: each plan has caches of its own.

use super::*;

/// Questions about several plans.
const OF_SEVERAL: &[&str] = &[
    "today",
    "today --json",
    "today --date +1",
    "tomorrow",
    "today --all --json",
    "status",
    "status --json",
    "status --short",
    "next",
    "next --json",
    "week",
    "week --json",
    "report",
    "report --json",
    "plans",
    "plans --json",
    "show rust-in-four-weeks:1",
    "--plan rust-in-four-weeks today",
];

/// A study of two plans, both with marks.
fn two_plans() -> Sandbox {
    let home = Sandbox::new().at("2026-12-02T19:20:00");
    for line in [
        "init rust-in-four-weeks --start 2026-11-30",
        "done d1",
        "init multimodal --start 2026-11-23",
        "done d5 d8",
        "move d10-0900 +2",
        "off 2026-12-04 --why trip",
    ] {
        run(&home, line).ok();
    }
    home.file(
        ".config/plan/config.yaml",
        "plan: multimodal\nfollow: [multimodal, rust-in-four-weeks]\n",
    );
    std::thread::sleep(Duration::from_millis(30));
    run(&home, "today").ok();
    home
}

/// Every file of the cache.
fn all_cached(home: &Sandbox) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(home.home().join(".cache/plan")).unwrap();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn answers_about_several_plans_are_the_same_with_the_cache_and_without() {
    let home = two_plans();
    let without = home.env("PLAN_CACHE_DIR", NOWHERE);
    for question in OF_SEVERAL {
        assert_eq!(
            answer(&home, question),
            answer(&without, question),
            "{question}"
        );
    }
}

#[test]
fn a_damaged_cache_of_any_plan_changes_no_answer() {
    let home = two_plans();
    let files = all_cached(&home);
    assert_eq!(files.len(), 4, "a plan and a day of each: {files:?}");
    let good: Vec<Vec<u8>> = files
        .iter()
        .map(|file| std::fs::read(file).unwrap())
        .collect();
    let right: Vec<_> = OF_SEVERAL
        .iter()
        .map(|question| answer(&home, question))
        .collect();
    let config = Config {
        cases: cases(10, 100),
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let ran = runner.run(
        &(0..4_usize, 0..OF_SEVERAL.len(), damage()),
        |(file, asked, damage)| {
            std::fs::write(&files[file], damage.apply(&good[file])).unwrap();
            prop_assert_eq!(&answer(&home, OF_SEVERAL[asked]), &right[asked]);
            std::fs::write(&files[file], &good[file]).unwrap();
            Ok(())
        },
    );
    ran.expect("the same answer");
}

/// The control: a card of the other plan that is forged is believed, so it was asked.
#[test]
fn a_forged_card_of_the_other_plan_is_believed() {
    let home = two_plans();
    let (title, forged) = (b"Rust in four", b"Dust in four");
    let mut changed = 0;
    for file in all_cached(&home) {
        let mut bytes = std::fs::read(&file).unwrap();
        let at = bytes.windows(title.len()).position(|part| part == title);
        if let Some(at) = at.filter(|_| file.extension().is_some_and(|ext| ext == "day")) {
            bytes[at..at + title.len()].copy_from_slice(forged);
            std::fs::write(&file, sealed(bytes)).unwrap();
            changed += 1;
        }
    }
    assert_eq!(changed, 1);
    assert!(run(&home, "today").ok().contains("Dust in four"));
}
