//! A home for one test: the binary runs in it with nothing of the real environment but `PATH`.
//!
//! ```ignore
//! let home = Sandbox::new();
//! home.at("2026-11-30T11:00:00").run(&["done", "1"]).ok();
//! home.at("2026-12-01T09:00:00").run(&["done", "99"]).fails(2);
//! ```

use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The program under test.
const PROGRAM: &str = env!("CARGO_BIN_EXE_plan");

/// A folder that is `HOME` and the current folder of every run, and how to run in it. A copy
/// shares the folder, so that each line of a test can have its own clock.
#[derive(Clone)]
pub struct Sandbox {
    home: Arc<TempDir>,
    env: Vec<(OsString, OsString)>,
    limit: Duration,
    is_short: bool,
}

impl Sandbox {
    pub fn new() -> Self {
        let home = tempfile::Builder::new().prefix("plan-").tempdir().unwrap();
        Self {
            home: Arc::new(home),
            env: Vec::new(),
            limit: Duration::from_mins(1),
            is_short: false,
        }
    }

    /// The same home when its clock says `now`, as in `2026-11-30T11:00:00`.
    #[must_use]
    pub fn at(&self, now: &str) -> Self {
        self.env("PLAN_NOW", now)
    }

    /// The same home with `key` set in the environment.
    #[must_use]
    pub fn env(&self, key: &str, value: impl AsRef<OsStr>) -> Self {
        let mut copy = self.clone();
        copy.env.push((key.into(), value.as_ref().to_owned()));
        copy
    }

    /// The same home with `config`, `state`, `data` and `cache` in it, and with outputs in which paths
    /// begin there.
    #[must_use]
    pub fn short(&self) -> Self {
        let mut copy = self.clone();
        for (key, folder) in [
            ("PLAN_CONFIG_DIR", "config"),
            ("PLAN_STATE_DIR", "state"),
            ("PLAN_DATA_DIR", "data"),
            ("PLAN_CACHE_DIR", "cache"),
        ] {
            copy = copy.env(key, self.home().join(folder));
        }
        copy.is_short = true;
        copy
    }

    /// The same home where a run that takes longer than `limit` fails the test.
    #[must_use]
    pub fn within(&self, limit: Duration) -> Self {
        Self {
            limit,
            ..self.clone()
        }
    }

    /// The folder itself.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Writes a file; `name` is relative to the home and may lie in folders not made yet.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.home().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The bytes of the journal of the plan `id`; nothing if there is no journal.
    pub fn journal(&self, id: &str) -> Vec<u8> {
        let path = format!(".local/state/plan/{id}/journal.jsonl");
        std::fs::read(self.home().join(path)).unwrap_or_default()
    }

    /// The lines of the shipped plan's journal.
    #[track_caller]
    pub fn events(&self) -> Vec<serde_json::Value> {
        let text = String::from_utf8(self.journal("multimodal")).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// Runs `plan` with `args` to its end, without input.
    #[track_caller]
    pub fn run<A: AsRef<OsStr>>(&self, args: &[A]) -> Output {
        let said = args.iter().map(|arg| arg.as_ref().to_string_lossy());
        let call = format!("plan {}", said.collect::<Vec<_>>().join(" "));
        let output = self.finish(call, self.command(PROGRAM).args(args));
        let args = args
            .iter()
            .map(|arg| arg.as_ref().to_string_lossy().into_owned());
        crate::answer_schema::check(&args.collect::<Vec<_>>(), &output.stdout);
        output
    }

    /// Runs a line of shell, in which `$PLAN` is the program.
    #[track_caller]
    pub fn shell(&self, line: &str) -> Output {
        let mut command = self.command("sh");
        command.args(["-c", line]).env("PLAN", PROGRAM);
        self.finish(line.to_owned(), &mut command)
    }

    #[track_caller]
    fn finish(&self, call: String, command: &mut Command) -> Output {
        let mut child = command.spawn().expect("it can be run");
        let out = drain(child.stdout.take());
        let err = drain(child.stderr.take());
        let Some(status) = wait(&mut child, self.limit) else {
            panic!("`{call}` still ran after {:?}", self.limit);
        };
        let Some(code) = status.code() else {
            panic!("`{call}` was killed: {status}");
        };
        let home = format!("{}/", self.home().display());
        let shown = |bytes| {
            let text = text(&call, bytes);
            if self.is_short {
                text.replace(&home, "")
            } else {
                text
            }
        };
        Output {
            stdout: shown(out),
            stderr: shown(err),
            call,
            code,
        }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.home())
            .env_clear()
            .env("HOME", self.home())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("TZ", "Asia/Shanghai")
            .env("COLUMNS", "100")
            .env("NO_COLOR", "1")
            .envs(self.env.iter().map(|(key, value)| (key, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

/// Reads a pipe on a thread of its own, so that a run that says much never waits for us.
fn drain(pipe: Option<impl Read + Send + 'static>) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            pipe.read_to_end(&mut bytes).unwrap();
        }
        bytes
    })
}

/// Waits for the end of `child`; kills it at `limit`.
fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let deadline = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        if Instant::now() > deadline {
            child.kill().unwrap();
            child.wait().unwrap();
            return None;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

#[track_caller]
fn text(call: &str, bytes: JoinHandle<Vec<u8>>) -> String {
    let bytes = bytes.join().unwrap();
    String::from_utf8(bytes).unwrap_or_else(|e| panic!("`{call}` wrote what is not UTF-8: {e}"))
}

/// What a run left behind.
#[must_use]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
    call: String,
}

impl Output {
    /// It went well; gives what it wrote to stdout.
    #[track_caller]
    pub fn ok(self) -> String {
        self.expect_code(0);
        self.stdout
    }

    /// It failed with exit code `code`; gives what it wrote to stderr.
    #[track_caller]
    pub fn fails(self, code: i32) -> String {
        self.expect_code(code);
        self.stderr
    }

    /// It went well and wrote one JSON value.
    #[track_caller]
    pub fn json(self) -> serde_json::Value {
        self.expect_code(0);
        self.parse()
    }

    /// What it wrote to stdout as JSON, whatever its exit code.
    #[track_caller]
    pub fn parse(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("no JSON: {e}\n{self}"))
    }

    #[track_caller]
    fn expect_code(&self, code: i32) {
        assert_eq!(self.code, code, "exit code of {self}");
    }
}

impl std::fmt::Display for Output {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            call,
            code,
            stdout,
            stderr,
        } = self;
        write!(
            f,
            "`{call}`, exit {code}\n-- stdout\n{stdout}\n-- stderr\n{stderr}"
        )
    }
}
