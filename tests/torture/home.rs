//! A home in which `plan` is tortured, and running it there.

use std::ffi::OsString;
use std::io::{ErrorKind, Read};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::answer_schema;
use crate::watch::Watch;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_plan");

/// A plan of one day with twenty slots.
const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/torture/plan.yaml");

/// A run that takes longer hangs.
const LIMIT: Duration = Duration::from_secs(90);

/// Waits until a cache of what was written last is valid, so that the run after it makes the same
/// calls every time.
pub fn settle() {
    thread::sleep(Duration::from_millis(30));
}

/// A folder for one learner. A clone shares it.
#[derive(Clone)]
pub struct Home {
    dir: Arc<TempDir>,
    state: PathBuf,
    env: Vec<(OsString, OsString)>,
}

impl Home {
    /// One without a journal, in memory where there is such a place: a sync costs nothing there,
    /// and only a power cut could tell the difference.
    pub fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let temporary = std::env::temp_dir();
        Self::below(if memory.is_dir() { memory } else { &temporary })
    }

    /// One on the disk, for files that are too large for a small memory.
    pub fn on_disk() -> Self {
        Self::below(&std::env::temp_dir())
    }

    fn below(within: &Path) -> Self {
        let dir = tempfile::Builder::new().prefix("plan-").tempdir_in(within);
        let dir = Arc::new(dir.unwrap());
        let home = Self {
            state: dir.path().join(".local/state/plan"),
            dir,
            env: Vec::new(),
        };
        std::fs::create_dir_all(home.dir.path().join(".config/plan")).unwrap();
        std::fs::write(home.config(), format!("plan: \"{PLAN}\"\n")).unwrap();
        home
    }

    /// The same learner, who keeps the journal below `state`.
    pub fn keeping_in(&self, state: &Path) -> Self {
        let mut env = self.env.clone();
        env.push(("PLAN_STATE_DIR".into(), state.into()));
        Self {
            dir: Arc::clone(&self.dir),
            state: state.to_owned(),
            env,
        }
    }

    /// One with nine marks, all of them seen to be confirmed.
    #[track_caller]
    pub fn marked() -> (Self, Watch) {
        let home = Self::new();
        let watch = home.mark();
        (home, watch)
    }

    /// The same on the morning after, when the first mark copies the journal beforehand.
    #[track_caller]
    pub fn marked_the_day_before() -> (Self, Watch) {
        let (mut home, watch) = Self::marked();
        home.env
            .push(("PLAN_NOW".into(), "2026-12-01T09:00:00".into()));
        (home, watch)
    }

    /// Makes nine marks, each when what was written before it has [`settle`]d.
    #[track_caller]
    pub fn mark(&self) -> Watch {
        let mut watch = Watch::on(self);
        for range in ["1-3", "4-6", "7-9"] {
            let ran = self.plan(&["done", range, "--json"]);
            assert_eq!(ran.code, Some(0), "{ran:?}");
            watch.saw(&ran);
            settle();
        }
        watch.bytes = self.journal();
        watch
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn config(&self) -> PathBuf {
        self.path().join(".config/plan/config.yaml")
    }

    /// The folder of the journal and its lock.
    pub fn folder(&self) -> PathBuf {
        self.state.join("torture")
    }

    pub fn journal_path(&self) -> PathBuf {
        self.folder().join("journal.jsonl")
    }

    /// Where marks go when the configuration, which chooses our plan, was not found.
    pub fn other_journal(&self) -> PathBuf {
        self.state.join("multimodal/journal.jsonl")
    }

    /// Deletes the device's own copy, so that what is lost from the journal is lost. Whoever asks about
    /// the journal alone does this first.
    pub fn forget_copy(&self) {
        let copies = self.path().join(".local/share/plan/own");
        // Several threads may do this at once, next to one that records.
        let removed = std::fs::remove_dir_all(copies).map_err(|error| error.kind());
        let others = [ErrorKind::NotFound, ErrorKind::DirectoryNotEmpty];
        assert!(removed.is_ok() || removed.is_err_and(|kind| others.contains(&kind)));
    }

    /// The ids of all events there are.
    pub fn listed(&self) -> Vec<String> {
        let log = |more: &[&str]| {
            let ran = self.plan(&[&["log", "--json"], more].concat());
            ran.ids("events").unwrap_or_default()
        };
        let mut listed = log(&[]);
        if self.other_journal().exists() {
            listed.extend(log(&["--plan", "multimodal"]));
        }
        listed
    }

    /// The bytes of the journal; none where there is no journal.
    pub fn journal(&self) -> Vec<u8> {
        std::fs::read(self.journal_path()).unwrap_or_default()
    }

    /// Runs `plan`. A JSON answer, if it came out whole, is as its schema says.
    pub fn plan(&self, args: &[&str]) -> Ran {
        let ran = self.under(&[], args);
        let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        answer_schema::check(&args, &ran.stdout);
        ran
    }

    /// Runs `plan` under another program, which is called with `tool`.
    pub fn under(&self, tool: &[&str], args: &[&str]) -> Ran {
        ended(&mut self.command(tool, args))
    }

    /// A call that has not been started.
    pub fn command(&self, tool: &[&str], args: &[&str]) -> Command {
        let mut call = tool.to_vec();
        call.push(PROGRAM);
        call.extend(args);
        let mut command = Command::new(call[0]);
        command
            .args(&call[1..])
            .current_dir(self.path())
            .env_clear()
            .env("HOME", self.path())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("TZ", "Asia/Shanghai")
            .env("COLUMNS", "100")
            .env("NO_COLOR", "1")
            .env("BROWSER", "true")
            .env("EDITOR", "sed -i s/Exercises/Problems/")
            .env("PLAN_NOW", "2026-11-30T11:00:00")
            .envs(self.env.iter().map(|(key, value)| (key, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

/// Runs a call to its end; one that hangs ends without a code.
pub fn ended(command: &mut Command) -> Ran {
    let mut child = command.spawn().expect("it can be run");
    let out = drain(child.stdout.take());
    let err = drain(child.stderr.take());
    let deadline = Instant::now() + LIMIT;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > deadline {
            // It may have ended by itself meanwhile.
            let _ = child.kill();
        }
        thread::sleep(Duration::from_millis(1));
    };
    let text = |bytes: thread::JoinHandle<Vec<u8>>| {
        String::from_utf8_lossy(&bytes.join().unwrap()).into_owned()
    };
    Ran {
        code: status.code(),
        signal: status.signal(),
        stdout: text(out),
        stderr: text(err),
    }
}

fn drain(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            pipe.read_to_end(&mut bytes).unwrap();
        }
        bytes
    })
}

/// How a run ended.
#[derive(Debug, Default)]
pub struct Ran {
    pub code: Option<i32>,
    pub signal: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// The ids under `list` in its answer, if that came out whole.
    pub fn ids(&self, list: &str) -> Option<Vec<String>> {
        let answer: serde_json::Value = serde_json::from_str(&self.stdout).ok()?;
        let ids = answer[list].as_array()?.iter();
        ids.map(|event| Some(event["id"].as_str()?.to_owned()))
            .collect()
    }

    pub fn panicked(&self) -> bool {
        self.code == Some(101) || self.stderr.contains("panicked")
    }
}

/// Whether the tools are there, and root where that is needed. Without them a case is skipped;
/// where the whole suite is to run, that is a failure.
#[track_caller]
pub fn have(tools: &[&str], root: bool) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let there = |tool: &&&str| std::env::split_paths(&path).any(|dir| dir.join(tool).is_file());
    let mut missing: Vec<String> = tools
        .iter()
        .filter(|tool| !there(tool))
        .map(|tool| format!("`{tool}`"))
        .collect();
    if root && !rustix::process::geteuid().is_root() {
        missing.push("root".to_owned());
    }
    if missing.is_empty() {
        return true;
    }
    let message = format!("skipped: it needs {}", missing.join(" and "));
    let whole = std::env::var_os("CI").is_some_and(|ci| ci == "true");
    assert!(!whole, "{message}");
    eprintln!("{message}");
    false
}

/// Does `job` for every point, on every processor; what it gives comes in any order.
pub fn each<T: Sync, R: Send>(points: &[T], job: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(point) = points.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(job(point));
        }
        done
    };
    let threads = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let results = threads.into_iter().flat_map(|t| t.join().unwrap());
        results.collect()
    })
}
