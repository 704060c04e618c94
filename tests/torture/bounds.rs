//! The largest plans and journals that are promised, of every dear kind: no verb takes long or much
//! memory. Limits are far above what is needed, so that only a quadratic step exceeds them.
//!
//! Without optimisation this would take half an hour, so it is built with `cargo test --release` only
//! and is no row of the table: `cargo test --release --test torture bounds -- --ignored --nocapture`.

mod inputs;
mod journals;

use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use self::inputs::Input;
use crate::home::{Home, have};

/// Seconds of the processor that a run may take, and bytes of addresses.
const CPU: u32 = 5;
const MEMORY: u32 = 600_000_000;

/// Verbs that record nothing.
const READING: [&str; 30] = [
    "today",
    "today --json",
    "next",
    "week",
    "show w1",
    "show d1.1",
    "show Slot",
    "log",
    "log --all",
    "log --json",
    "report",
    "report --all --json",
    "report --all --format md",
    "roadmap",
    "roadmap --json",
    "resources",
    "milestones",
    "milestones --json",
    "forecast",
    "status",
    "check",
    "check --against plan.yaml",
    "export --json",
    "export --format yaml",
    "doctor",
    "doctor --json",
    "recover",
    "recover --json",
    "recover --extend",
    "skip overdue",
];

/// Verbs that record something; each finds the journal as it was made.
const RECORDING: [&str; 13] = [
    "done d1.1",
    "skip d1.2",
    "note d1.1 word",
    "undo",
    "redo",
    "off 2032-01-05",
    "move d2.1 2032-01-05",
    "shift 1w",
    "skip overdue --apply",
    "recover --rebalance --apply",
    "recover --extend --apply",
    "init --start 2026-12-07 --restart",
    "doctor --relink",
];

/// What a run took.
struct Cost {
    what: String,
    time: Duration,
    /// The most memory that it had, in kilobytes, as far as looking a thousand times a second shows.
    peak: u64,
    /// Whether it ended by itself, with a code that says so.
    ended: bool,
}

fn peak(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// Runs a verb with so much memory and time.
fn cost(home: &Home, input: &Input, verb: &str, (cpu, memory): (u32, u32)) -> Cost {
    let limits = [format!("--cpu={cpu}"), format!("--as={memory}")];
    let tool = ["prlimit", &limits[0], &limits[1]];
    let args: Vec<&str> = verb.split(' ').collect();
    let out = || std::fs::File::create(home.path().join("out")).unwrap();
    let mut command = home.command(&tool, &args);
    command
        .env("PLAN_NOW", input.now)
        .stdout(out())
        .stderr(out());
    let since = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut most = 0;
    let status = loop {
        most = peak(&child).unwrap_or_default().max(most);
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        thread::sleep(Duration::from_millis(1));
    };
    Cost {
        what: format!("`plan {verb}` of {}", input.name),
        time: since.elapsed(),
        peak: most,
        ended: matches!(status.code(), Some(0..=2)),
    }
}

/// What every verb takes of an input.
fn costs(input: &Input) -> Vec<Cost> {
    let home = Home::new();
    std::fs::write(
        home.config(),
        format!(
            "plan: {}\ndevice: bench\n",
            home.path().join("plan.yaml").display()
        ),
    )
    .unwrap();
    std::fs::write(home.path().join("plan.yaml"), &input.plan).unwrap();
    std::fs::create_dir_all(home.folder()).unwrap();
    let write = || std::fs::write(home.journal_path(), &input.journal).unwrap();
    write();
    let mut costs: Vec<Cost> = Vec::new();
    for verb in READING {
        costs.push(cost(&home, input, verb, (CPU, MEMORY)));
    }
    for verb in RECORDING {
        write();
        costs.push(cost(&home, input, verb, (CPU, MEMORY)));
    }
    costs
}

#[test]
#[ignore = "a thousand runs on the largest inputs, some minutes even if optimised"]
fn no_verb_takes_long_or_much_memory() {
    if !have(&["prlimit"], false) {
        return;
    }
    let mut complaints: Vec<String> = Vec::new();
    let mut all: Vec<Cost> = Vec::new();
    for input in inputs::all() {
        for cost in costs(&input) {
            let complaint = (!cost.ended).then(|| format!("{} after {:?}", cost.what, cost.time));
            complaints.extend(complaint);
            all.push(cost);
        }
    }
    let slowest = all.iter().max_by_key(|cost| cost.time).unwrap();
    let largest = all.iter().max_by_key(|cost| cost.peak).unwrap();
    eprintln!(
        "{} runs; slowest: {}, {:.1} s; largest: {}, {} MB",
        all.len(),
        slowest.what,
        slowest.time.as_secs_f64(),
        largest.what,
        largest.peak / 1000,
    );
    // The control: limits below what is needed end a run.
    let home = Home::new();
    let input = inputs::all().next().unwrap();
    std::fs::create_dir_all(home.folder()).unwrap();
    std::fs::write(home.journal_path(), &input.journal).unwrap();
    let small = cost(&home, &input, "log", (CPU, 12_000_000));
    let long = cost(&home, &input, "log", (0, MEMORY));
    assert!(!small.ended && !long.ended);
    assert!(complaints.is_empty(), "{complaints:?}");
    assert!(all.len() >= 500, "only {} runs", all.len());
}
