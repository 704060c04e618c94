//! What takes confirmed marks out of the journal from outside, and that the next mark puts them back.

use std::time::Duration;

use crate::git::git;
use crate::home::{Home, have};
use crate::row::{Row, Verdict};
use crate::rows;
use crate::watch::Watch;

const CONTROL: &str = "lost without the device's own copy";

/// How many confirmed events the journal itself lacks.
fn lacking(home: &Home, watch: &Watch) -> usize {
    let text = String::from_utf8_lossy(&home.journal()).into_owned();
    let lacks = |id: &&String| !text.contains(id.as_str());
    watch.confirmed.iter().filter(lacks).count()
}

/// The check: every confirmed event counts at once; the next mark says that some were missing, and
/// afterwards the journal has them all.
fn healed(home: &Home, watch: &mut Watch, point: &str) -> Verdict {
    let mut complaints = Vec::new();
    if lacking(home, watch) == 0 {
        complaints.push(format!("{point}: nothing was taken out"));
    }
    let listed = home.listed();
    let mut lost = watch
        .confirmed
        .iter()
        .filter(|id| !listed.contains(id))
        .count();
    let next = home.plan(&["done", "d1.10", "--json"]);
    if next.code != Some(0) || watch.saw(&next) == 0 {
        complaints.push(format!("{point}: the next mark fails: {next:?}"));
    }
    if !next.stderr.contains("missing from the journal") {
        complaints.push(format!("{point}: nothing is said: {next:?}"));
    }
    lost += lacking(home, watch);
    Verdict {
        confirmed: watch.confirmed.len(),
        lost,
        complaints,
    }
}

/// The control: the same without the copy.
fn not_healed(home: &Home, watch: &Watch) -> usize {
    home.forget_copy();
    home.plan(&["done", "d1.10", "--json"]);
    lacking(home, watch)
}

fn mark(home: &Home, watch: &mut Watch, range: &str) {
    let ran = home.plan(&["done", range, "--json"]);
    assert!(watch.saw(&ran) > 0, "{ran:?}");
}

/// A folder of marks in git with two commits of three marks each, and three marks since.
fn in_git() -> (Home, Watch) {
    let home = Home::new();
    let mut watch = Watch::on(&home);
    std::fs::create_dir_all(home.folder()).unwrap();
    let within = home.folder();
    let run = |args: &[&str]| assert!(git(&home, &within, args), "{args:?}");
    run(&["init", "-q"]);
    std::fs::write(within.join(".gitignore"), "lock\nbackups/\n").unwrap();
    let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(&within, private).unwrap();
    for range in ["1-3", "4-6"] {
        mark(&home, &mut watch, range);
        run(&["add", "-A"]);
        run(&["commit", "-q", "-m", "marks"]);
    }
    mark(&home, &mut watch, "7-9");
    (home, watch)
}

/// What is done, and the commands of git that do it.
const DEEDS: [(&str, &[&[&str]]); 6] = [
    ("stash", &[&["stash", "-q"]]),
    ("checkout", &[&["checkout", "-q", "--", "."]]),
    (
        "checkout of an old commit",
        &[&["stash", "-q"], &["checkout", "-q", "HEAD~1"]],
    ),
    ("reset", &[&["reset", "-q", "--hard", "HEAD~1"]]),
    (
        "rebase that drops a commit",
        &[
            &["stash", "-q"],
            &["rebase", "-q", "--onto", "HEAD~1", "HEAD"],
        ],
    ),
    (
        "revert",
        &[&["stash", "-q"], &["revert", "--no-edit", "HEAD"]],
    ),
];

#[test]
fn folder_rolled_back_by_git() {
    if !have(&["git"], false) {
        return;
    }
    let mut row = Row::new(rows::ROLLED_BACK);
    let mut lost = 0;
    for (name, commands) in DEEDS {
        for is_control in [false, true] {
            let (home, mut watch) = in_git();
            for command in commands {
                assert!(git(&home, &home.folder(), command), "{name}: {command:?}");
            }
            if is_control {
                lost += not_healed(&home, &watch);
            } else {
                row.add(healed(&home, &mut watch, name));
            }
        }
    }
    row.finish(DEEDS.len(), CONTROL, lost);
}

/// Puts the journal as it was before each of `marks` back in its place, `pause` after the mark.
fn replaced(home: &Home, watch: &mut Watch, marks: usize, pause: Duration) {
    for _ in 0..marks {
        let old = home.journal_path().with_extension("old");
        std::fs::copy(home.journal_path(), &old).unwrap();
        mark(home, watch, "2");
        std::thread::sleep(pause);
        std::fs::rename(old, home.journal_path()).unwrap();
    }
}

#[test]
#[ignore = "900 marks"]
fn journal_replaced_after_a_mark() {
    let mut row = Row::new(rows::REPLACED);
    let mut lost = 0;
    for millis in [0, 1, 5] {
        let (home, mut watch) = Home::marked();
        replaced(&home, &mut watch, 300, Duration::from_millis(millis));
        row.take(healed(&home, &mut watch, &format!("{millis} ms")));
        row.tried(300);
        let (home, mut watch) = Home::marked();
        replaced(&home, &mut watch, 3, Duration::from_millis(millis));
        lost += not_healed(&home, &watch);
    }
    row.finish(900, CONTROL, lost);
}

/// What is done to the folder of a journal, under its name.
type Loss = (&'static str, fn(&Home));

const LOSSES: [Loss; 5] = [
    ("the journal deleted", |home| {
        std::fs::remove_file(home.journal_path()).unwrap();
    }),
    ("the folder deleted", |home| {
        std::fs::remove_dir_all(home.folder()).unwrap();
    }),
    ("all folders deleted", |home| {
        std::fs::remove_dir_all(home.folder().parent().unwrap()).unwrap();
    }),
    ("the journal emptied", |home| {
        std::fs::write(home.journal_path(), "").unwrap();
    }),
    ("an old backup put back", |home| {
        let backups = std::fs::read_dir(home.folder().join("backups")).unwrap();
        let backup = backups.map(|entry| entry.unwrap().path()).min().unwrap();
        std::fs::copy(backup, home.journal_path()).unwrap();
    }),
];

#[test]
fn journal_gone() {
    let mut row = Row::new(rows::GONE);
    let mut lost = 0;
    for (name, lose) in LOSSES {
        let (home, mut watch) = Home::marked();
        lose(&home);
        row.add(healed(&home, &mut watch, name));
        let (home, watch) = Home::marked();
        lose(&home);
        lost += not_healed(&home, &watch);
    }
    row.finish(LOSSES.len(), CONTROL, lost);
}
