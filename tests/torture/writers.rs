//! Several processes at once: writers that all get their turn or are killed, and readers.

use std::collections::HashSet;
use std::process::Child;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::home::{Home, Ran};
use crate::row::{Row, Verdict};
use crate::rows;
use crate::watch::{TAKEN_OUT, Watch, taken_out};

const WRITERS: usize = 8;

/// Each number was given once: no process wrote between another's reading and writing.
fn numbers_differ(home: &Home) -> Option<String> {
    let journal = String::from_utf8(home.journal()).unwrap();
    let mut seen = HashSet::new();
    let number =
        |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["n"].as_u64();
    let twice = journal.lines().map(number).find(|n| !seen.insert(*n))?;
    Some(format!("{twice:?} was given twice"))
}

/// Marks ten slots again and again until `marks` are confirmed.
fn write(home: &Home, marks: usize) -> Watch {
    let mut watch = Watch::on(home);
    while watch.confirmed.len() < marks {
        let ran = home.plan(&["done", "1-10", "--json"]);
        // A writer that waits for ten seconds gets an error, and tries again.
        assert!(watch.saw(&ran) > 0 || ran.code == Some(75), "{ran:?}");
    }
    watch
}

#[test]
#[ignore = "8,000 marks"]
fn eight_writers_make_a_thousand_marks_each() {
    let (home, mut watch) = Home::marked();
    let written: Vec<Watch> = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|_| scope.spawn(|| write(&home, 1000)))
            .collect();
        writers.into_iter().map(|w| w.join().unwrap()).collect()
    });
    let mut row = Row::new(rows::WRITERS);
    for writer in written {
        row.tried(writer.confirmed.len());
        watch.confirmed.extend(writer.confirmed);
    }
    let mut verdict = watch.verdict(&home, "8 writers");
    verdict.complaints.extend(numbers_differ(&home));
    row.take(verdict);
    row.finish(8000, TAKEN_OUT, taken_out());
}

/// Numbers that look like chance and are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % limit.max(1)
    }
}

/// Lets eight writers run for a while, kills those that still do, and notes what was confirmed.
/// Gives how many were killed.
fn round(home: &Home, watch: &mut Watch, patience: Duration, dice: &mut Dice) -> usize {
    let mark = || {
        home.command(&[], &["done", "1-3", "--json"])
            .spawn()
            .unwrap()
    };
    let writers: Vec<Child> = (0..WRITERS).map(|_| mark()).collect();
    let mut killed = 0;
    for mut writer in writers {
        let pause = dice.below(u64::try_from(patience.as_micros()).unwrap());
        thread::sleep(Duration::from_micros(pause));
        // An answer is short, so it fits in the pipe and no process waits for us to read it.
        if writer.try_wait().unwrap().is_none() {
            writer.kill().unwrap();
        }
        let output = writer.wait_with_output().unwrap();
        killed += usize::from(output.status.code().is_none());
        let ran = Ran {
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            ..Ran::default()
        };
        watch.saw(&ran);
    }
    killed
}

#[test]
#[ignore = "100 rounds of 8 writers"]
fn eight_writers_killed_at_random() {
    let (home, mut watch) = Home::marked();
    let mut row = Row::new(rows::WRITERS_KILLED);
    let mut dice = Dice(6);
    let mut killed = 0;
    for number in 0..100 {
        let since = Instant::now();
        let ran = home.plan(&["done", "1-3", "--json"]);
        watch.saw(&ran);
        // As long as they take side by side, more or less.
        killed += round(&home, &mut watch, since.elapsed(), &mut dice);
        let verdict = watch.verdict(&home, &format!("round {number}"));
        row.add(Verdict {
            confirmed: 0,
            ..verdict
        });
        watch.bytes = home.journal();
    }
    row.take(Verdict {
        confirmed: watch.confirmed.len(),
        ..Verdict::default()
    });
    let confirmed = watch.confirmed.len();
    assert!(killed > 40, "{killed} of 800 were killed");
    assert!(
        confirmed > 100 * 4 + 50,
        "{confirmed} events were confirmed"
    );
    row.finish(100, TAKEN_OUT, taken_out());
}

/// Reads again and again; what had been confirmed before a read began is in it, and the next one
/// has no fewer events.
fn read(home: &Home, confirmed: &Mutex<Watch>, reads: usize) -> Verdict {
    let mut verdict = Verdict::default();
    let mut count = 0;
    for _ in 0..reads {
        let known = confirmed.lock().unwrap().clone();
        let (lost, listed) = known.lost_of(home);
        verdict.lost += lost;
        if listed < count {
            let complaint = format!("{listed} events after {count}");
            verdict.complaints.push(complaint);
        }
        count = listed;
    }
    verdict
}

#[test]
#[ignore = "1,000 reads"]
fn readers_during_writes() {
    let (home, watch) = Home::marked();
    let confirmed = Mutex::new(watch);
    let over = AtomicBool::new(false);
    let verdicts = thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                let ran = home.plan(&["done", "1", "--json"]);
                assert!(confirmed.lock().unwrap().saw(&ran) > 0, "{ran:?}");
                thread::sleep(Duration::from_millis(20));
            }
        });
        let readers = [(); 2].map(|()| scope.spawn(|| read(&home, &confirmed, 500)));
        let verdicts = readers.map(thread::ScopedJoinHandle::join);
        over.store(true, Ordering::Relaxed);
        verdicts.map(Result::unwrap)
    });
    let mut row = Row::new(rows::READERS);
    row.tried(1000);
    for verdict in verdicts {
        row.take(verdict);
    }
    let mut watch = confirmed.into_inner().unwrap();
    row.take(watch.verdict(&home, "after the reads"));
    row.finish(1000, TAKEN_OUT, taken_out());
}
