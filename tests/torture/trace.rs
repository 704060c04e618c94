//! The system calls of a run, and making one of them go wrong.

use std::collections::HashMap;

use crate::home::{Home, Ran};

/// The `when`th call of `call`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    pub call: String,
    pub when: usize,
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} no. {}", self.call, self.when)
    }
}

/// A run whose calls are listed, each a line as in `openat(AT_FDCWD, "/etc/x", ...) = 3`.
/// `select` is what strace is to trace; paths follow file descriptors.
#[track_caller]
pub fn traced(home: &Home, select: &str, args: &[&str]) -> (Ran, Vec<String>) {
    let list = home.path().join("trace");
    let select = format!("trace={select}");
    let path = list.to_string_lossy();
    // No seccomp filter: where there is one, strace 6.1 injects nothing.
    let ran = home.under(
        &[
            "strace", "-f", "-qq", "-y", "-s", "4096", "-o", &path, "-e", &select,
        ],
        args,
    );
    let text = String::from_utf8_lossy(&std::fs::read(&list).unwrap()).into_owned();
    // A process id comes before each call.
    let calls = text
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(_, call)| call.trim_start().to_owned());
    let calls = calls.filter(|call| call.contains('(')).collect();
    std::fs::remove_file(&list).unwrap();
    (ran, calls)
}

/// The name of a listed call.
pub fn name(call: &str) -> &str {
    call.split('(').next().unwrap_or_default()
}

/// The points of a list of calls, in its order.
pub fn points(calls: &[String]) -> Vec<Point> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let points = calls.iter().map(|call| {
        let call = name(call);
        let when = seen.entry(call).or_default();
        *when += 1;
        Point {
            call: call.to_owned(),
            when: *when,
        }
    });
    points.collect()
}

/// A run in which `what` (as in `error=EIO`, `signal=KILL`, `retval=0`) happens at `point`.
pub fn with(home: &Home, point: &Point, what: &str, args: &[&str]) -> Ran {
    let Point { call, when } = point;
    inject(home, &format!("inject={call}:{what}:when={when}"), args)
}

/// A run with a rule of injection as strace takes it.
pub fn inject(home: &Home, rule: &str, args: &[&str]) -> Ran {
    home.under(
        &["strace", "-f", "-qq", "-o", "/dev/null", "-e", rule],
        args,
    )
}
