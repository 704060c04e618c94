//! The largest plans and journals that are promised, each made to be expensive in its own way: no verb
//! takes more than a second of the processor, or more than 300 MB.
//!
//! The kernel counts the time and ends a run that takes more. On a busy or slow machine the same
//! instructions take more time, so the second is measured by hand, and a run that is ended is tried
//! twice more. `.ci/run`, which runs one verb of each kind, holds them to the memory and ends only what
//! has no end. Without optimisation many would be ended; there the tests are built with it.

mod inputs;
mod journals;
mod verbs;

use std::fmt::Write as _;
use std::fs;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};

use self::inputs::Input;
use self::verbs::{ALL, KINDS, Verbs};
use crate::home::{Home, each, have};
use crate::row::{Row, Verdict};
use crate::rows;

/// Seconds of the processor that a run may take, and bytes of addresses.
type Limits = (u32, u32);

const LIMITS: Limits = (1, 300_000_000);

/// Seconds after which a run is taken to have no end, on however busy a machine.
const ENDLESS: u32 = 60;

/// The head of the table of what the runs took.
const HEAD: &str = "
| the largest inputs | most seconds of the processor | by | most MB | by |
|---|---|---|---|---|
";

/// What a run took.
struct Cost {
    verb: &'static str,
    /// Hundredths of a second of the processor, counted by the kernel.
    time: u64,
    /// The most memory that it had, in kilobytes, as far as looking a thousand times a second shows.
    peak: u64,
    /// Whether it ended by itself, with a code that says so.
    ended: bool,
}

fn peak(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let mut lines = status.lines();
    let line = lines.find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// The time of the processor that a process took which has ended and was not waited for.
fn processor_time(child: &Child) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap();
    let (_, fields) = stat.rsplit_once(") ").unwrap();
    let fields: Vec<&str> = fields.split(' ').collect();
    let (user, system) = (fields[11], fields[12]);
    user.parse::<u64>().unwrap() + system.parse::<u64>().unwrap()
}

/// Runs a verb with so much time and memory.
fn cost(home: &Home, input: &Input, verb: &'static str, (cpu, memory): Limits) -> Cost {
    let limits = [format!("--cpu={cpu}"), format!("--as={memory}")];
    let args: Vec<&str> = verb.split(' ').collect();
    let mut command = home.command(&["prlimit", &limits[0], &limits[1]], &args);
    command.env("PLAN_NOW", input.now);
    command.envs(input.zone.map(|zone| ("TZ", home.path().join(zone))));
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let id = Pid::from_child(&child);
    let has_ended = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
    let mut most = 0;
    while waitid(WaitId::Pid(id), has_ended).unwrap().is_none() {
        most = peak(&child).unwrap_or_default().max(most);
        thread::sleep(Duration::from_millis(1));
    }
    let time = processor_time(&child);
    let status = child.wait().unwrap();
    Cost {
        verb,
        time,
        peak: most,
        ended: matches!(status.code(), Some(0..=2)),
    }
}

/// What the first of three runs takes that ends by itself.
fn first_ended(run: impl Fn() -> Cost) -> Cost {
    let mut runs = std::iter::repeat_with(run).take(3);
    let first = runs.next().unwrap();
    if first.ended {
        return first;
    }
    runs.find(|cost| cost.ended).unwrap_or(first)
}

/// A home with this plan and journal.
fn home(input: &Input) -> Home {
    let home = Home::on_disk();
    let plan = home.path().join("plan.yaml");
    let config = format!("plan: {}\ndevice: bench\n", plan.display());
    fs::write(home.config(), config).unwrap();
    fs::write(plan, &input.plan).unwrap();
    fs::create_dir_all(home.folder()).unwrap();
    fs::write(home.journal_path(), &input.journal).unwrap();
    // Without a lock nothing was ever recorded here.
    fs::write(home.folder().join("lock"), "").unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(home.path().join("fifo"))
        .status();
    assert!(made.unwrap().success());
    home
}

/// What verbs take of an input, without a cache.
fn costs(input: &Input, (reading, recording): Verbs, limits: Limits) -> Vec<Cost> {
    let home = home(input);
    let forget = || {
        let _ = fs::remove_dir_all(home.path().join(".cache"));
    };
    let mut costs: Vec<Cost> = Vec::new();
    for verb in reading {
        costs.push(first_ended(|| {
            forget();
            cost(&home, input, verb, limits)
        }));
    }
    for verb in recording {
        costs.push(first_ended(|| {
            forget();
            fs::write(home.journal_path(), &input.journal).unwrap();
            // The first run makes the device's own copy.
            let copies = home.path().join(".local/share/plan/own/torture");
            for copy in fs::read_dir(copies).into_iter().flatten() {
                fs::write(copy.unwrap().path(), &input.journal).unwrap();
            }
            cost(&home, input, verb, limits)
        }));
        assert!(home.journal().starts_with(input.journal.as_bytes()));
    }
    costs
}

/// A line of the table: what took the most time, and what the most memory.
fn line(name: &str, costs: &[Cost]) -> String {
    let slowest = costs.iter().max_by_key(|cost| cost.time).unwrap();
    let largest = costs.iter().max_by_key(|cost| cost.peak).unwrap();
    let mut line = String::new();
    let _ = writeln!(
        line,
        "| {name} | {}.{:02} | {} | {} | {} |",
        slowest.time / 100,
        slowest.time % 100,
        slowest.verb,
        largest.peak / 1000,
        largest.verb
    );
    line
}

/// Runs verbs on all inputs. Gives the table, how many runs there were, and what was ended.
fn measure(verbs: Verbs, limits: Limits) -> (String, usize, Verdict) {
    let numbers: Vec<usize> = (0..inputs::COUNT).collect();
    let mut found = each(&numbers, |number| {
        let input = inputs::get(*number);
        let costs = costs(&input, verbs, limits);
        (*number, input.name, input.journal.lines().count(), costs)
    });
    found.sort_by_key(|(number, ..)| *number);
    let (mut table, mut runs, mut verdict) = (HEAD.to_owned(), 0, Verdict::default());
    for (_, name, events, costs) in &found {
        table += &line(name, costs);
        runs += costs.len();
        verdict.confirmed += events;
        let ended = costs.iter().filter(|cost| !cost.ended);
        let complaints = ended.map(|cost| format!("`plan {}` of {name}", cost.verb));
        verdict.complaints.extend(complaints);
    }
    (table, runs, verdict)
}

#[test]
#[ignore = "three hundred runs on the largest inputs, a minute even if optimised"]
fn no_kind_of_verb_takes_long_or_much_memory() {
    if !have(&["prlimit", "mkfifo"], false) {
        return;
    }
    let mut row = Row::new(rows::BOUNDS);
    let (seconds, bytes) = LIMITS;
    let (_, runs, verdict) = measure(KINDS, (ENDLESS, bytes));
    row.tried(runs);
    row.take(verdict);
    // The control: with less than is needed, a run ends.
    let input = inputs::get(0);
    let home = home(&input);
    let short = [(0, bytes), (seconds, 12_000_000)];
    let ended = short.map(|limits| cost(&home, &input, "log", limits).ended);
    row.finish(
        inputs::COUNT * (KINDS.0.len() + KINDS.1.len()),
        "runs that end when memory or time is short",
        ended.iter().filter(|ended| !**ended).count(),
    );
}

/// By hand, with `PLAN_TEST_CASES=all`.
#[test]
#[ignore = "two thousand runs on the largest inputs, ten minutes even if optimised"]
fn no_verb_takes_long_or_much_memory() {
    if std::env::var_os("PLAN_TEST_CASES").is_none_or(|cases| cases != "all") {
        eprintln!("skipped: it needs `PLAN_TEST_CASES=all`");
        return;
    }
    let (table, runs, verdict) = measure(ALL, LIMITS);
    eprintln!("{runs} runs\n{table}");
    assert!(verdict.complaints.is_empty(), "{:?}", verdict.complaints);
}
