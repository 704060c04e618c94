use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::sync::Barrier;
use std::thread;

use tempfile::TempDir;
use uuid::Uuid;

use super::reading::OtherFile;
use super::*;
use crate::error::ErrorKind;
use crate::progress::What;
use crate::store::file;
use crate::tests::cases::cases;
use crate::text::LineFault;

struct Room {
    state: TempDir,
    journal: Journal,
}

impl Room {
    /// An empty state folder.
    fn new() -> Self {
        let state = tempfile::tempdir().unwrap();
        let journal = Journal::of(state.path(), &PlanId::new("p").unwrap());
        Self { state, journal }
    }

    /// A journal that holds `bytes`.
    fn with(bytes: &[u8]) -> Self {
        let room = Self::new();
        room.put("journal.jsonl", bytes);
        room
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let dir = self.journal.dir();
        fs::create_dir_all(dir).unwrap();
        fs::set_permissions(dir, Permissions::from_mode(0o700)).unwrap();
        fs::write(dir.join(name), bytes).unwrap();
        dir.join(name)
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.journal.path()).unwrap()
    }

    /// Records one event, numbered as the next.
    fn mark(&self, id: u128) -> Result<Marked> {
        mark(&self.journal, id)
    }
}

fn event(n: u64, id: u128) -> Event {
    Event {
        id: Uuid::from_u128(id),
        op: Uuid::from_u128(id + 1_000_000),
        n,
        at: "2026-12-07T12:00:00+08:00".parse().unwrap(),
        day: "2026-12-07".parse().unwrap(),
        dev: "k3".to_owned(),
        what: What::Skip {
            slot: "d08-1045".to_owned(),
            title: "CLIP 模型原理".to_owned(),
            why: None,
            fingerprint: None,
            again: false,
        },
    }
}

fn line(n: u64) -> String {
    codec::encode(&event(n, u128::from(n))).unwrap()
}

/// The journal after a mark, and the warnings about writing.
#[derive(Debug)]
struct Marked {
    reading: Reading,
    warnings: Vec<crate::text::Message>,
}

fn mark(journal: &Journal, id: u128) -> Result<Marked> {
    let mut transaction = journal.begin(&[])?;
    let event = event(transaction.reading().max_n() + 1, id);
    transaction.append(&[event])?;
    let (reading, warnings) = transaction.finish();
    Ok(Marked { reading, warnings })
}

fn numbers(reading: &Reading) -> Vec<u64> {
    reading.events.iter().map(|event| event.n).collect()
}

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[test]
fn recorded_events_are_read_back_and_private() {
    let state = tempfile::tempdir().unwrap();
    let below = state.path().join("a/b");
    let journal = Journal::of(&below, &PlanId::new("p").unwrap());
    let recorded = mark(&journal, 1).unwrap();
    assert_eq!(recorded.reading.events, [event(1, 1)]);
    assert!(recorded.warnings.is_empty());
    mark(&journal, 2).unwrap();
    let reading = journal.read().unwrap();
    assert_eq!(reading.events, [event(1, 1), event(2, 2)]);
    assert_eq!(
        (reading.bytes, reading.max_n()),
        (2 * line(1).len() as u64, 2)
    );
    assert!(reading.faults.is_empty() && reading.warnings.is_empty());
    for folder in [state.path().join("a"), below, journal.dir().to_owned()] {
        assert_eq!(mode(&folder), 0o700);
    }
    assert_eq!(
        (mode(&journal.path()), mode(&journal.lock_path())),
        (0o600, 0o600)
    );
}

#[test]
fn reading_creates_nothing_and_long_notes_are_refused() {
    let room = Room::new();
    assert_eq!(room.journal.read().unwrap(), Reading::default());
    assert!(room.journal.is_new());
    let long = Event {
        dev: "x".repeat(5000),
        ..event(1, 1)
    };
    let unfit = encode(&[long], 0);
    assert_eq!(unfit.unwrap_err().kind, ErrorKind::Usage);
    assert_eq!(room.state.path().read_dir().unwrap().count(), 0);
    drop(room.journal.begin(&[]).unwrap());
    assert!(!room.journal.is_new());
    assert_eq!(room.journal.read().unwrap(), Reading::default());
}

#[test]
fn an_incomplete_last_line_is_ended_and_never_cut_off() {
    let torn = line(1) + &line(2)[..40];
    let room = Room::with(torn.as_bytes());
    let recorded = room.mark(9).unwrap();
    let sealed = format!("{torn}\n{}", codec::encode(&event(2, 9)).unwrap());
    assert_eq!(String::from_utf8(room.bytes()).unwrap(), sealed);
    let fault = &recorded.reading.faults[0];
    assert_eq!((fault.line, &fault.reason), (2, &LineFault::Incomplete));
    assert!(
        recorded.reading.warnings[0]
            .to_string()
            .contains("line 2: incomplete line")
    );
    // The control: without the added newline, a line-based reader would lose the new mark.
    let plain = |text: &str| {
        let parsed = |line: &&str| serde_json::from_str::<serde_json::Value>(line).is_ok();
        text.lines().filter(parsed).count()
    };
    assert_eq!(plain(&sealed), 2);
    assert_eq!(plain(&(torn + &line(3))), 1);
}

#[test]
fn no_complete_line_is_lost_wherever_the_file_is_cut() {
    let whole: String = (1..=20).map(line).collect();
    let length = line(1).len();
    let room = Room::with(b"");
    let path = room.journal.path();
    let mut strict_lost = 0;
    let is_end = |cut: usize| whole.as_bytes().get(cut) == Some(&b'\n');
    let step = cases(7, 1) as usize;
    let cuts = (0..=whole.len()).filter(|cut| cut % step == 0 || is_end(*cut));
    for cut in cuts {
        let bytes = &whole.as_bytes()[..cut];
        fs::write(&path, bytes).unwrap();
        // Lines with two-digit numbers are longer; a line is complete without its newline.
        let complete = whole[..]
            .match_indices('\n')
            .filter(|(at, _)| *at <= cut)
            .count();
        let reading = room.journal.read().unwrap();
        assert_eq!(reading.events.len(), complete, "cut at {cut}");
        strict_lost += complete - (bytes.split(|b| *b == b'\n').count() - 1);
        // Syncing at each point would take long: only at the ends of lines and some others.
        if cut % 97 == 0 || cut % length < 2 {
            let after = room.mark(77).unwrap().reading;
            assert_eq!(after.events.len(), complete + 1, "cut at {cut}");
            assert_eq!(room.journal.read().unwrap().events, after.events);
            assert!(room.bytes().starts_with(bytes));
        }
    }
    // The control: a reader that requires the newline loses a line at each end.
    assert_eq!(strict_lost, 20);
}

#[test]
fn eight_writers_lose_nothing() {
    let room = Room::new();
    let start = Barrier::new(8);
    thread::scope(|scope| {
        for writer in 0..8u128 {
            let (start, state) = (&start, room.state.path());
            scope.spawn(move || {
                // Long enough for a slow machine: this is not a test of the limit.
                let journal = Journal::of(state, &PlanId::new("p").unwrap())
                    .with_patience(Duration::from_mins(5));
                start.wait();
                for turn in 0..50 {
                    mark(&journal, writer * 100 + turn).unwrap();
                }
            });
        }
    });
    let reading = room.journal.read().unwrap();
    assert!(reading.faults.is_empty());
    assert_eq!(numbers(&reading), (1..=400).collect::<Vec<_>>());
    let ids: BTreeSet<Uuid> = reading.events.iter().map(|event| event.id).collect();
    assert_eq!(ids.len(), 400);
    // The control: without the lock two writers see the same state and take the same number.
    let seen = [room.journal.read().unwrap(), room.journal.read().unwrap()];
    for (reading, id) in seen.iter().zip([1000, 1001]) {
        let line = codec::encode(&event(reading.max_n() + 1, id)).unwrap();
        write::append(&room.journal.path(), &line).unwrap();
    }
    assert!(numbers(&room.journal.read().unwrap()).ends_with(&[401, 401]));
}

#[test]
fn lines_are_written_again_if_the_journal_is_replaced() {
    let room = Room::with(line(1).as_bytes());
    let path = room.journal.path();
    let replacement = room.put("new", line(5).as_bytes());
    let mut checks = 0;
    let again = write::append_until(&path, &line(2), |file| {
        checks += 1;
        if checks == 1 {
            fs::rename(&replacement, &path).unwrap();
        }
        file::is_at(file, &path)
    });
    assert_eq!((again, checks), (Ok(true), 2));
    assert_eq!(numbers(&room.journal.read().unwrap()), [2, 5]);
    // The control, and the bound: if it is replaced every time, there is an error.
    let error = write::append_until(&path, &line(2), |_| false).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Io);
    assert!(
        error.message.to_string().starts_with("not confirmed: "),
        "{error}"
    );
    assert_eq!(room.bytes().len(), 7 * line(1).len());
}

#[test]
fn with_the_lock_held_elsewhere_nothing_is_written() {
    let room = Room::with(line(1).as_bytes());
    let held = lock::exclusive(&room.journal.lock_path(), Duration::ZERO, Folder::State).unwrap();
    let journal = room
        .journal
        .clone()
        .with_patience(Duration::from_millis(20));
    let error = mark(&journal, 2).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Locked);
    assert!(!error.hints.is_empty());
    assert_eq!(room.bytes(), line(1).as_bytes());
    // A reader reads without the lock. The control: a writer writes once it is released.
    assert_eq!(numbers(&journal.read().unwrap()), [1]);
    drop(held);
    assert_eq!(numbers(&mark(&journal, 2).unwrap().reading), [1, 2]);
}

/// Reading and recording are both refused, with a hint.
#[track_caller]
fn refuses(room: &Room, what: &str) {
    for error in [room.journal.read().unwrap_err(), room.mark(1).unwrap_err()] {
        assert_eq!(error.kind, ErrorKind::CannotCreate, "{error}");
        assert!(error.message.to_string().contains(what), "{error}");
        assert!(!error.hints.is_empty());
    }
}

#[test]
fn anything_but_a_plain_file_of_this_user_is_refused_and_unchanged() {
    let room = Room::with(b"");
    let (path, other) = (room.journal.path(), room.put("other", b"precious"));
    fs::rename(&path, room.state.path().join("away")).unwrap();
    symlink(&other, &path).unwrap();
    refuses(&room, "is a symbolic link");
    fs::rename(&path, room.state.path().join("link")).unwrap();
    fs::create_dir(&path).unwrap();
    refuses(&room, "is a folder");
    fs::rename(&path, room.state.path().join("folder")).unwrap();
    let (fifo, mode) = (rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR);
    rustix::fs::mknodat(
        rustix::fs::CWD,
        &path,
        fifo,
        mode | rustix::fs::Mode::WUSR,
        0,
    )
    .unwrap();
    refuses(&room, "is not a regular file");
    fs::rename(&path, room.state.path().join("fifo")).unwrap();
    // Reading through a hard link is allowed, writing is not.
    fs::hard_link(&other, &path).unwrap();
    let error = room.mark(1).unwrap_err();
    assert_eq!(error.kind, ErrorKind::CannotCreate);
    assert!(error.message.to_string().contains("links"), "{error}");
    assert_eq!(fs::read(&other).unwrap(), b"precious");
    // The control: a plain file in its place is used.
    fs::rename(&path, room.state.path().join("hard")).unwrap();
    assert_eq!(numbers(&room.mark(1).unwrap().reading).len(), 1);
}

#[test]
fn another_users_journal_is_not_written() {
    let room = Room::with(line(1).as_bytes());
    // Only root can change the owner.
    if chown(room.journal.path(), Some(1), None).is_ok() {
        let error = room.mark(1).unwrap_err();
        assert_eq!(error.kind, ErrorKind::CannotCreate);
        let path = room.journal.path();
        let message = format!("`{}` belongs to another user (uid 1)", path.display());
        assert_eq!(error.message, message);
        assert_eq!(room.bytes(), line(1).as_bytes());
        // Root may look at it.
        assert_eq!(numbers(&room.journal.read().unwrap()), [1]);
    }
}

#[test]
fn a_folder_that_others_can_write_to_is_refused() {
    for plan_folder in [true, false] {
        let room = Room::with(line(1).as_bytes());
        let folder = if plan_folder {
            room.journal.dir()
        } else {
            room.state.path()
        };
        fs::set_permissions(folder, Permissions::from_mode(0o777)).unwrap();
        let error = room.mark(2).unwrap_err();
        assert_eq!(error.kind, ErrorKind::CannotCreate);
        assert_eq!(
            error.hints[0],
            format!("run `chmod o-w {}`", folder.display())
        );
        assert!(!room.journal.lock_path().exists());
        assert_eq!(room.bytes(), line(1).as_bytes());
        // For the group there is a warning. The control: without either there is none.
        fs::set_permissions(folder, Permissions::from_mode(0o770)).unwrap();
        let warnings = room.mark(2).unwrap().warnings;
        assert!(
            warnings[0].to_string().contains("chmod g-w"),
            "{warnings:?}"
        );
        fs::set_permissions(folder, Permissions::from_mode(0o700)).unwrap();
        assert!(room.mark(3).unwrap().warnings.is_empty());
    }
}

#[test]
fn a_folder_that_cannot_be_created_is_named() {
    let room = Room::new();
    let file = room.state.path().join("file");
    fs::write(&file, "").unwrap();
    let journal = Journal::of(&file, &PlanId::new("p").unwrap());
    let error = mark(&journal, 1).unwrap_err();
    assert_eq!(error.kind, ErrorKind::CannotCreate, "{error}");
    assert!(error.message.to_string().contains("file"), "{error}");
}

#[test]
fn every_file_with_events_is_read_too() {
    let room = Room::with((line(1) + &line(2)).as_bytes());
    let sync = room.put(
        "journal.sync-conflict-20261207-1200-K3.jsonl",
        line(3).as_bytes(),
    );
    let copy = room.put(
        "journal (Ann's conflicted copy 2026).jsonl",
        line(2).as_bytes(),
    );
    let torn = line(4) + &line(6)[..50];
    let notes = room.put("notes.jsonl", torn.as_bytes());
    let begun = What::Begin {
        afresh: false,
        plan: "other".to_owned(),
        start: "2026-12-07".parse().unwrap(),
    };
    let begun = Event {
        what: begun,
        ..event(7, 7)
    };
    room.put("other.jsonl", codec::encode(&begun).unwrap().as_bytes());
    room.put("shopping.txt", b"milk\n");
    fs::create_dir(room.journal.dir().join("folder")).unwrap();
    let partial = room.put(".syncthing.journal.tmp", line(5).as_bytes());
    let reading = room.journal.read().unwrap();
    assert_eq!(numbers(&reading), [1, 2, 3, 4, 5]);
    let lacking = |path: &PathBuf, number: Option<u64>| OtherFile {
        path: path.clone(),
        lacking: number
            .map(|n| event(n, u128::from(n)))
            .into_iter()
            .collect(),
    };
    let others = [
        lacking(&partial, Some(5)),
        lacking(&copy, None),
        lacking(&sync, Some(3)),
        lacking(&notes, Some(4)),
    ];
    assert_eq!(reading.other_files, others);
    assert!(reading.warnings.is_empty() && reading.faults.is_empty());
    assert_eq!(room.mark(9).unwrap().reading.max_n(), 6);
    // One that cannot be read is only a warning.
    fs::rename(&sync, room.state.path().join("away")).unwrap();
    symlink("nowhere", &sync).unwrap();
    let reading = room.journal.read().unwrap();
    assert_eq!(numbers(&reading), [1, 2, 4, 5, 6]);
    assert!(reading.warnings[0].to_string().contains("symbolic link"));
}

#[test]
fn of_two_contents_with_one_id_both_count_in_the_same_order_everywhere() {
    let other = codec::encode(&Event {
        dev: "zz".to_owned(),
        ..event(1, 1)
    })
    .unwrap();
    for text in [line(1) + &other, other.clone() + &line(1)] {
        let reading = Room::with(text.as_bytes()).journal.read().unwrap();
        let devices: Vec<&str> = reading.events.iter().map(|event| &*event.dev).collect();
        assert_eq!(devices, ["k3", "zz"]);
        assert_eq!((reading.faults.len(), reading.faults[0].line), (1, 2));
        assert!(matches!(
            reading.faults[0].reason,
            LineFault::Conflict { .. }
        ));
    }
    // The control: a repeated line, which a merge can produce, is not a fault.
    let twice = Room::with((line(1) + &line(1)).as_bytes());
    assert!(twice.journal.read().unwrap().faults.is_empty());
}

#[test]
fn complete_lines_of_a_damaged_file_are_read() {
    let ours = format!(
        "\u{feff}{}\r\n<<<<<<< HEAD\n{}",
        line(1).trim_end(),
        line(2)
    );
    let theirs = format!("=======\n{}{}>>>>>>> theirs\n", line(3).trim_end(), line(4));
    let crash = format!("{}{}", "\0".repeat(200_000), line(5));
    let long = format!("{}\n{}", "x".repeat(70_000), line(6));
    let newer = line(7).replace(r#""v":1"#, r#""v":2"#);
    let text = ours + &theirs + &crash + &long + &newer;
    let reading = Room::with(text.as_bytes()).journal.read().unwrap();
    assert_eq!(numbers(&reading), [1, 2, 3, 4, 5, 6, 7]);
    let marker = LineFault::ConflictMarker;
    let faults: Vec<_> = reading
        .faults
        .iter()
        .map(|f| (f.line, f.reason.clone()))
        .collect();
    assert_eq!(
        faults,
        [
            (2, marker.clone()),
            (4, marker.clone()),
            (6, marker),
            (7, LineFault::NulBytes),
            (8, LineFault::TooLong)
        ]
    );
    assert!(reading.newer);
    assert_eq!(reading.warnings.len(), 2);
    assert_eq!(reading.bytes, text.len() as u64);
}

#[test]
fn the_states_of_files_follow_what_is_appended() {
    let room = Room::with(line(1).as_bytes());
    assert_eq!(
        Journal::of(&room.state.path().join("x"), &PlanId::new("p").unwrap()).states(),
        None
    );
    let before = room.journal.states().unwrap();
    assert_eq!(room.journal.read().unwrap().files, before);
    let after = room.mark(2).unwrap().reading.files;
    assert_ne!(after, before);
    assert_eq!(room.journal.states().unwrap(), after);
    // A conflict copy, and any change of it, is another state.
    let copy = "journal.sync-conflict-1.jsonl";
    room.put(copy, line(3).as_bytes());
    let with_copy = room.journal.states().unwrap();
    assert_eq!(room.journal.read().unwrap().files, with_copy);
    assert_eq!(with_copy[0], after[0]);
    room.put(copy, line(4).as_bytes());
    assert_ne!(room.journal.states().unwrap(), with_copy);
    // After an incomplete last line was ended, the state is uncertain.
    let torn = Room::with(line(1).trim_end().as_bytes());
    assert_eq!(torn.mark(2).unwrap().reading.files, []);
}

/// A journal of events with these numbers.
fn numbered(numbers: &[u64]) -> Room {
    let lines = (1..)
        .zip(numbers)
        .map(|(id, n)| codec::encode(&event(*n, id)).unwrap());
    Room::with(lines.collect::<String>().as_bytes())
}

#[test]
fn an_impossible_number_orders_before_all_others() {
    let room = numbered(&[codec::MAX_N, 2_000_000, 7]);
    let reading = room.journal.read().unwrap();
    assert_eq!(numbers(&reading), [0, 0, 7]);
    let faults = reading.faults.iter();
    let faults: Vec<_> = faults.map(|f| (f.line, f.reason.clone())).collect();
    let impossible = |n| LineFault::ImpossibleNumber { n };
    assert_eq!(
        faults,
        [(1, impossible(codec::MAX_N)), (2, impossible(2_000_000))]
    );
    assert_eq!(reading.next_n(1), Ok(8));
    assert_eq!(numbers(&room.mark(9).unwrap().reading), [0, 0, 7, 8]);
    assert_eq!(numbers(&room.journal.read().unwrap()), [0, 0, 7, 8]);
}

/// Three events, so that 1,000,003 is the greatest number, and with a fourth one 1,000,004.
#[test]
fn a_number_that_is_about_to_become_possible_is_outdone_or_recording_is_refused() {
    let next = |numbers: &[u64], count| {
        let reading = numbered(numbers).journal.read().unwrap();
        reading
            .next_n(count)
            .map_err(|error| error.message.to_string())
    };
    let refused = Err("not recorded: the journal has events that nothing can follow".to_owned());
    assert_eq!(next(&[1, 2, 1_000_003], 1), Ok(1_000_004));
    assert_eq!(next(&[1, 2, 1_000_003], 2), Ok(1_000_004));
    assert_eq!(next(&[1, 2, 1_000_004], 1), refused);
    assert_eq!(next(&[1, 2, 1_000_004], 2), refused);
    assert_eq!(next(&[1, 2, 1_000_006], 2), Ok(3));
    assert_eq!(next(&[1, 2, 1_000_006], 3), refused);
}

#[test]
fn an_event_that_would_take_no_effect_is_refused() {
    let room = Room::with((line(1) + &line(2)).as_bytes());
    let mut transaction = room.journal.begin(&[]).unwrap();
    let error = transaction.append(&[event(2, 9)]).unwrap_err();
    let message = "not recorded: the journal has events that nothing can follow";
    assert_eq!(error.message.to_string(), message);
    assert_eq!(transaction.append(&[event(3, 9)]), Ok(()));
}

/// A journal with a copy in another folder, on a device with the name `k3`.
struct Copied {
    room: Room,
    data: TempDir,
}

impl Copied {
    fn new() -> Self {
        let (room, data) = (Room::new(), tempfile::tempdir().unwrap());
        Self { room, data }
    }

    fn journal(&self) -> Journal {
        self.room.journal.clone().copied_to(self.data.path())
    }

    fn begin<T>(&self, with: impl FnOnce(&mut Transaction) -> T) -> (T, Vec<String>) {
        let journal = self.journal();
        let mut transaction = journal.begin(&["k3".to_owned()]).unwrap();
        let answer = with(&mut transaction);
        let warnings = transaction.finish().1;
        (answer, warnings.iter().map(ToString::to_string).collect())
    }

    fn mark(&self, n: u64) -> Vec<String> {
        let one = event(n, u128::from(n));
        let (done, warnings) = self.begin(|transaction| transaction.append(&[one]));
        assert_eq!(done, Ok(()));
        warnings
    }

    fn copy(&self) -> String {
        fs::read_to_string(self.journal().own_copy().unwrap()).unwrap()
    }
}

const HEALED: &str =
    "1 event that this device had recorded was missing from the journal and was added again";

#[test]
fn events_taken_out_of_the_journal_still_count_and_are_added_again() {
    let here = Copied::new();
    assert_eq!((here.mark(1), here.mark(2)), (vec![], vec![]));
    assert_eq!(here.copy(), line(1) + &line(2));
    assert_eq!(mode(here.journal().own_copy().unwrap()), 0o600);
    here.room.put("journal.jsonl", line(1).as_bytes());
    let reading = here.journal().read().unwrap();
    assert_eq!(numbers(&reading), [1, 2]);
    assert_eq!(reading.missing, [event(2, 2)]);
    // The control: without the copy it is lost.
    assert_eq!(numbers(&here.room.journal.read().unwrap()), [1]);
    assert_eq!(here.begin(|_| ()).1, [HEALED]);
    assert_eq!(here.room.bytes(), (line(1) + &line(2)).into_bytes());
    assert_eq!(here.begin(|_| ()).1, [""; 0]);
    assert_eq!(here.copy(), line(1) + &line(2));
}

#[test]
fn lines_laid_out_in_another_way_are_not_added_again() {
    let here = Copied::new();
    here.mark(1);
    here.mark(2);
    let crlf = (line(1) + &line(2)).replace('\n', "\r\n");
    let glued = (line(1) + &line(2)).replace('\n', "");
    for text in [crlf, glued] {
        here.room.put("journal.jsonl", text.as_bytes());
        assert_eq!(here.begin(|_| ()).1, [""; 0], "{text}");
        assert_eq!(here.room.bytes(), text.as_bytes());
    }
    assert_eq!(here.copy(), line(1) + &line(2));
}

#[test]
fn the_copy_gets_what_it_lacks_of_this_device_only() {
    let here = Copied::new();
    let theirs = Event {
        dev: "zz".to_owned(),
        ..event(2, 2)
    };
    let text = line(1) + &codec::encode(&theirs).unwrap() + &line(3);
    here.room.put("journal.jsonl", text.as_bytes());
    here.begin(|_| ());
    assert_eq!(here.copy(), line(1) + &line(3));
    here.begin(|_| ());
    assert_eq!(here.copy(), line(1) + &line(3));
}

#[test]
fn a_torn_copy_is_sealed_and_one_that_cannot_be_written_is_a_warning() {
    let here = Copied::new();
    here.mark(1);
    let path = here.journal().own_copy().unwrap().to_owned();
    fs::write(&path, &line(1)[..20]).unwrap();
    here.mark(2);
    assert_eq!(
        here.copy(),
        format!("{}\n{}{}", &line(1)[..20], line(1), line(2))
    );
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let warnings = here.mark(3);
    let warning = "the marks are safe, but this device's own copy of them failed: ";
    assert!(
        warnings.iter().all(|said| said.starts_with(warning)),
        "{warnings:?}"
    );
    assert!(!warnings.is_empty());
    assert_eq!(numbers(&here.journal().read().unwrap()), [1, 2, 3]);
}

#[test]
fn another_path_has_another_copy() {
    let here = Copied::new();
    here.mark(1);
    let elsewhere = tempfile::tempdir().unwrap();
    let trial = Journal::of(elsewhere.path(), &PlanId::new("p").unwrap());
    let trial = trial.copied_to(here.data.path());
    assert_eq!(trial.read().unwrap().events, []);
    // The same place by another name is the same journal.
    let link = elsewhere.path().join("link");
    symlink(here.room.state.path(), &link).unwrap();
    let same = Journal::of(&link, &PlanId::new("p").unwrap()).copied_to(here.data.path());
    assert_eq!(same.own_copy(), here.journal().own_copy());
}

#[test]
fn merging_adds_what_other_files_have_once() {
    let here = Copied::new();
    here.mark(1);
    let other = line(1) + &line(2) + &line(3);
    here.room.put("journal (1).jsonl", other.as_bytes());
    here.room.put("journal.jsonl.orig", line(3).as_bytes());
    let merged = here.begin(|transaction| transaction.merge().unwrap());
    assert_eq!(merged, (2, vec![]));
    assert_eq!(here.room.bytes(), other.as_bytes());
    assert_eq!(here.begin(|transaction| transaction.merge().unwrap()).0, 0);
}

#[test]
fn where_the_journal_is_gone_a_file_next_to_it_does_not_stand_for_it() {
    let here = Copied::new();
    here.mark(1);
    fs::rename(
        here.room.journal.path(),
        here.room.journal.dir().join("journal (1).jsonl"),
    )
    .unwrap();
    assert_eq!(here.journal().read().unwrap().missing, [event(1, 1)]);
    assert_eq!(here.begin(|_| ()).1, [HEALED]);
    assert_eq!(here.room.bytes(), line(1).into_bytes());
}

#[test]
fn the_states_tell_that_the_copy_has_changed() {
    let here = Copied::new();
    here.mark(1);
    let before = here.journal().states().unwrap();
    assert_eq!(here.journal().read().unwrap().files, before);
    let (after, _) = here.begin(|transaction| {
        transaction.append(&[event(2, 2)]).unwrap();
        transaction.reading().files.clone()
    });
    assert_ne!(after, before);
    assert_eq!(here.journal().states().unwrap(), after);
    fs::remove_file(here.journal().own_copy().unwrap()).unwrap();
    assert_eq!(here.journal().states().unwrap(), after[..1]);
}
