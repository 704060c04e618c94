//! Two devices share a folder whose journals get replaced, cut, copied and deleted.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use tempfile::TempDir;
use uuid::Uuid;

use super::many;
use super::row::{Row, Verdict};
use super::rows;
use crate::progress::{Event, fold};
use crate::store::Journal;
use crate::tests::cases::cases;

/// What is done on or to the device with this index.
#[derive(Debug, Clone)]
enum Step {
    /// It records an event.
    Mark(usize),
    /// The other's journal takes the place of its own.
    Replace(usize),
    /// The other's journal is put next to its own, under one of several names.
    Copy(usize, Index),
    /// Its journal is deleted.
    Delete(usize),
    /// Its journal is cut after some byte.
    Cut(usize, Index),
    /// Its journal is as it was some steps before.
    RollBack(usize, Index),
}

const NAMES: [&str; 4] = [
    "journal (1).jsonl",
    "journal-LAPTOP.jsonl",
    "journal.jsonl~",
    ".journal.jsonl.part",
];

fn step() -> impl Strategy<Value = Step> {
    let side = 0..2_usize;
    prop_oneof![
        6 => side.clone().prop_map(Step::Mark),
        2 => side.clone().prop_map(Step::Replace),
        2 => (side.clone(), any::<Index>()).prop_map(|(side, name)| Step::Copy(side, name)),
        1 => side.clone().prop_map(Step::Delete),
        1 => (side.clone(), any::<Index>()).prop_map(|(side, at)| Step::Cut(side, at)),
        1 => (side, any::<Index>()).prop_map(|(side, at)| Step::RollBack(side, at)),
    ]
}

/// A device with its own state folder, which stands for its side of a shared one.
struct Device {
    name: &'static str,
    dir: TempDir,
    /// Its journal after each step.
    past: Vec<Vec<u8>>,
    has_copy: bool,
}

impl Device {
    fn new(name: &'static str, has_copy: bool) -> Self {
        let memory = Path::new("/dev/shm");
        let temporary = std::env::temp_dir();
        let within = if memory.is_dir() { memory } else { &temporary };
        let dir = tempfile::tempdir_in(within).unwrap();
        let mut folder = fs::DirBuilder::new();
        let plan = many::journal_path(dir.path());
        folder
            .recursive(true)
            .mode(0o700)
            .create(plan.parent().unwrap())
            .unwrap();
        Self {
            name,
            dir,
            past: vec![Vec::new()],
            has_copy,
        }
    }

    fn path(&self) -> PathBuf {
        many::journal_path(self.dir.path())
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.path()).unwrap_or_default()
    }

    fn journal(&self) -> Journal {
        let journal = many::journal(self.dir.path());
        if self.has_copy {
            journal.copied_to(&self.dir.path().join("own"))
        } else {
            journal
        }
    }

    fn mark(&self, id: u128, kind: usize) -> Event {
        let journal = self.journal();
        let mut transaction = journal.begin(&[self.name.to_owned()]).unwrap();
        let n = transaction.reading().next_n(1).unwrap();
        let what = many::what(kind % 3, kind, Uuid::nil());
        let event = many::event(n, id, Uuid::from_u128(id), self.name, what);
        transaction.append(std::slice::from_ref(&event)).unwrap();
        event
    }

    /// Puts the other's journal next to its own and takes in what only it has.
    fn merge(&self, other: &Self) {
        fs::write(self.path().with_file_name(NAMES[0]), other.bytes()).unwrap();
        let journal = self.journal();
        let mut transaction = journal.begin(&[self.name.to_owned()]).unwrap();
        transaction.merge().unwrap();
    }

    fn events(&self) -> Vec<Event> {
        self.journal().read().unwrap().events
    }
}

/// What came of a history: how many events were confirmed, how many are missing on either device in
/// the end, and whether the two differ.
struct End {
    confirmed: usize,
    missing: usize,
    differ: bool,
}

fn simulate(steps: &[Step], has_copy: bool) -> End {
    let mut devices = ["a", "b"].map(|name| Device::new(name, has_copy));
    let mut confirmed = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        match step {
            Step::Mark(side) => confirmed.push(devices[*side].mark(index as u128 + 1, index)),
            Step::Replace(side) => {
                fs::write(devices[*side].path(), devices[1 - side].bytes()).unwrap();
            }
            Step::Copy(side, name) => {
                let path = devices[*side].path().with_file_name(name.get(&NAMES));
                fs::write(path, devices[1 - side].bytes()).unwrap();
            }
            Step::Delete(side) => {
                let _ = fs::remove_file(devices[*side].path());
            }
            Step::Cut(side, at) => {
                let mut bytes = devices[*side].bytes();
                bytes.truncate(at.index(bytes.len() + 1));
                fs::write(devices[*side].path(), bytes).unwrap();
            }
            Step::RollBack(side, at) => {
                fs::write(devices[*side].path(), at.get(&devices[*side].past)).unwrap();
            }
        }
        for device in &mut devices {
            let bytes = device.bytes();
            device.past.push(bytes);
        }
    }
    // Each records once more, then both merge.
    for (side, device) in devices.iter().enumerate() {
        confirmed.push(device.mark(900 + side as u128, side));
    }
    devices[0].merge(&devices[1]);
    devices[1].merge(&devices[0]);
    let [one, two] = devices.map(|device| device.events());
    let lacks = |events: &[Event]| confirmed.iter().filter(|e| !events.contains(e)).count();
    End {
        confirmed: confirmed.len(),
        missing: lacks(&one) + lacks(&two),
        differ: fold(&one) != fold(&two),
    }
}

/// Tries that many histories; gives what was confirmed and lost, and how many events the control, two
/// devices without copies of their own, has lost.
fn try_histories(count: u32) -> (Verdict, usize) {
    let config = ProptestConfig {
        cases: count,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let confirmed = std::cell::Cell::new(0);
    let control = std::cell::Cell::new(0);
    let histories = proptest::collection::vec(step(), 1..30);
    let result = TestRunner::new(config).run(&histories, |steps| {
        let end = simulate(&steps, true);
        prop_assert_eq!(end.missing, 0);
        prop_assert!(!end.differ);
        confirmed.set(confirmed.get() + end.confirmed);
        control.set(control.get() + simulate(&steps, false).missing);
        Ok(())
    });
    let complaints = result.err().map(|error| error.to_string());
    let verdict = Verdict {
        confirmed: confirmed.get(),
        lost: 0,
        complaints: complaints.into_iter().collect(),
    };
    (verdict, control.get())
}

#[test]
fn two_devices_lose_nothing_by_what_is_done_to_their_journals() {
    let mut row = Row::new(rows::DEVICES);
    let count = cases(60, 700);
    row.tried(count as usize);
    let (verdict, lost) = try_histories(count);
    row.take(verdict);
    row.finish(60, "lost without the devices' own copies", lost);
}
