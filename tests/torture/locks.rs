//! Another process holds the lock.

use std::fs::File;
use std::thread;
use std::time::{Duration, Instant};

use crate::home::{Home, Ran};
use crate::row::Row;
use crate::rows;
use crate::watch::{TAKEN_OUT, taken_out};

fn held(home: &Home) -> File {
    let lock = home.folder().join("lock");
    let lock = File::options().write(true).open(lock).unwrap();
    lock.lock().unwrap();
    lock
}

fn timed(home: &Home, args: &[&str]) -> (Ran, Duration) {
    let since = Instant::now();
    let ran = home.plan(args);
    (ran, since.elapsed())
}

#[test]
#[ignore = "waits for three seconds"]
fn lock_held_for_3_s() {
    let mut row = Row::new(rows::LOCK_SHORT);
    let (home, mut watch) = Home::marked();
    // The control of the wait: no process holds it.
    let (ran, took) = timed(&home, &["done", "1", "--json"]);
    assert!(
        watch.saw(&ran) == 1 && took < Duration::from_secs(2),
        "{took:?}"
    );
    let lock = held(&home);
    let holder = thread::spawn(move || {
        thread::sleep(Duration::from_secs(3));
        drop(lock);
    });
    let (ran, took) = timed(&home, &["done", "1", "--json"]);
    holder.join().unwrap();
    assert_eq!((ran.code, watch.saw(&ran)), (Some(0), 1), "{ran:?}");
    assert!(took > Duration::from_millis(2_500), "{took:?}");
    row.add(watch.verdict(&home, "held for 3 s"));
    row.finish(1, TAKEN_OUT, taken_out());
}

#[test]
#[ignore = "waits for ten seconds"]
fn lock_held_for_60_s() {
    let mut row = Row::new(rows::LOCK_LONG);
    let (home, mut watch) = Home::marked();
    let lock = held(&home);
    let ((ran, took), (read, read_took)) = thread::scope(|scope| {
        let writer = scope.spawn(|| timed(&home, &["done", "1", "--json"]));
        let reader = scope.spawn(|| timed(&home, &["log", "--json"]));
        (writer.join().unwrap(), reader.join().unwrap())
    });
    assert_eq!((ran.code, &*ran.stdout), (Some(75), ""), "{ran:?}");
    assert!(
        ran.stderr.contains("another plan holds the lock"),
        "{ran:?}"
    );
    // It gives up after ten seconds, long before the holder would let go.
    let patience = Duration::from_secs(9)..Duration::from_secs(30);
    assert!(patience.contains(&took), "{took:?}");
    assert_eq!(home.journal(), watch.bytes);
    // A reader does not wait for it.
    assert_eq!(read.code, Some(0), "{read:?}");
    assert!(read_took < Duration::from_secs(5), "{read_took:?}");
    drop(lock);
    row.add(watch.verdict(&home, "held for 60 s"));
    row.finish(1, TAKEN_OUT, taken_out());
}
