//! Places that are not safe to keep marks in, and files that are none.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::home::{Home, have};
use crate::row::Row;
use crate::rows;
use crate::watch::{TAKEN_OUT, Watch, taken_out};

/// A mark is refused at once, and no byte of the journal changes.
#[track_caller]
fn refused(home: &Home, point: &str) {
    let since = Instant::now();
    let ran = home.plan(&["done", "1"]);
    assert_eq!(ran.code, Some(73), "{point}: {ran:?}");
    assert!(since.elapsed() < Duration::from_secs(5), "{point}: it hung");
    // `doctor` sees what the mark was refused for.
    let seen = home.plan(&["doctor", "--json"]);
    assert_eq!(seen.code, Some(73), "{point}: {seen:?}");
}

#[test]
fn the_journal_is_its_owners_alone() {
    let home = Home::new();
    let ran = home.under(
        &["sh", "-c", "umask 000 && exec \"$@\"", "sh"],
        &["done", "1"],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o7777;
    assert_eq!(mode(&home.folder()), 0o700);
    assert_eq!(mode(&home.journal_path()), 0o600);
    assert_eq!(mode(&home.folder().join("lock")) & 0o077, 0);
}

#[test]
fn world_writable_folder() {
    let mut row = Row::new(rows::OPEN_FOLDER);
    let (home, mut watch) = Home::marked();
    let state = home.folder().parent().unwrap().to_owned();
    for folder in [state, home.folder()] {
        for mode in [0o777, 0o702, 0o1777] {
            let point = format!("{} with mode {mode:o}", folder.display());
            fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
            refused(&home, &point);
            assert_eq!(home.journal(), watch.bytes, "{point}");
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
            row.add(watch.verdict(&home, &point));
            watch.bytes = home.journal();
        }
    }
    row.finish(6, TAKEN_OUT, taken_out());
}

#[test]
#[ignore = "gives files away, so it needs root"]
fn other_owner() {
    if !have(&[], true) {
        return;
    }
    let mut row = Row::new(rows::OTHER_OWNER);
    let (home, mut watch) = Home::marked();
    let state = home.folder().parent().unwrap().to_owned();
    let lock = home.folder().join("lock");
    for path in [home.journal_path(), lock, home.folder(), state] {
        let point = format!("{} is another's", path.display());
        let uid = path.metadata().unwrap().uid();
        chown(&path, Some(65534), None).unwrap();
        refused(&home, &point);
        assert_eq!(home.journal(), watch.bytes, "{point}");
        chown(&path, Some(uid), None).unwrap();
        row.add(watch.verdict(&home, &point));
        watch.bytes = home.journal();
    }
    row.finish(4, TAKEN_OUT, taken_out());
}

/// Puts something else in the place of a file; gives what must not be touched by it.
type Swap = fn(&Path, &Path) -> Option<PathBuf>;

const SWAPS: [(&str, Swap); 6] = [
    ("a link", |path, aside| {
        symlink(aside, path).unwrap();
        Some(aside.to_owned())
    }),
    ("a link to nowhere", |path, _| {
        symlink(path.with_extension("nowhere"), path).unwrap();
        None
    }),
    ("a FIFO", |path, _| {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
        None
    }),
    ("a folder", |path, _| {
        fs::create_dir(path).unwrap();
        None
    }),
    ("a socket", |path, _| {
        std::os::unix::net::UnixListener::bind(path).unwrap();
        None
    }),
    ("one of two names", |path, aside| {
        fs::hard_link(aside, path).unwrap();
        Some(aside.to_owned())
    }),
];

/// One swap of one file, and back.
#[track_caller]
fn swapped(home: &Home, watch: &mut Watch, (name, (what, swap)): (&str, (&str, Swap))) -> String {
    let path = home.folder().join(name);
    let aside = home.folder().join("aside");
    let point = format!("{name} is {what}");
    let target = b"somebody else's\n".as_slice();
    fs::rename(&path, home.folder().join("kept")).unwrap();
    fs::write(&aside, target).unwrap();
    let untouched = swap(&path, &aside);
    refused(home, &point);
    if let Some(aside) = untouched {
        assert_eq!(fs::read(aside).unwrap(), target, "{point}");
    }
    assert!(!path.with_extension("nowhere").exists(), "{point}");
    if path.symlink_metadata().unwrap().is_dir() {
        fs::remove_dir(&path).unwrap();
    } else {
        fs::remove_file(&path).unwrap();
    }
    fs::rename(home.folder().join("kept"), &path).unwrap();
    assert_eq!(home.journal(), watch.bytes, "{point}");
    point
}

#[test]
fn journal_or_lock_is_no_file_of_its_own() {
    if !have(&["mkfifo"], false) {
        return;
    }
    let mut row = Row::new(rows::NO_FILE);
    let (home, mut watch) = Home::marked();
    for name in ["journal.jsonl", "lock"] {
        for swap in SWAPS {
            let point = swapped(&home, &mut watch, (name, swap));
            row.add(watch.verdict(&home, &point));
            watch.bytes = home.journal();
        }
    }
    row.finish(12, TAKEN_OUT, taken_out());
}
