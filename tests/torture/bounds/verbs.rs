//! The verbs that are measured, with their arguments.

/// Verbs that record nothing, and such as do.
pub type Verbs = (&'static [&'static str], &'static [&'static str]);

/// All of them.
pub const ALL: Verbs = (READING, RECORDING);

/// Verbs that record nothing.
const READING: &[&str] = &[
    "today",
    "today --json",
    "tomorrow",
    "next",
    "week",
    "week --json",
    "show w1",
    "show all",
    "show d1.1 --json",
    "show Slot",
    "open d1.1 --print",
    "log",
    "log --all",
    "log --json",
    "log --all --format md",
    "report",
    "report --json",
    "report --all",
    "report --all --json",
    "report --all --format md",
    "roadmap",
    "roadmap --json",
    "resources",
    "resources --json",
    "milestones",
    "milestones --json",
    "forecast",
    "forecast --json",
    "status",
    "status --json",
    "check",
    "check --json",
    "check --against plan.yaml",
    "export --json",
    "export --format yaml",
    "schema",
    "help plan-file",
    "doctor",
    "doctor --json",
    "recover",
    "recover --json",
    "recover --catch-up",
    "recover --extend",
    "skip overdue",
    "init --json",
    "plans",
    "plans --json",
    "today --lang zh",
];

/// Verbs that record something; each finds the journal as it was made.
const RECORDING: &[&str] = &[
    "done d1.1",
    "skip d1.2",
    "reopen d1.1",
    "note d1.1 word",
    "note d1.1 --remove 1",
    "undo",
    "redo",
    "off 2032-01-05",
    "off 2032-01-05 --cancel",
    "move d2.1 2032-01-05",
    "shift 1w",
    "skip overdue --apply",
    "recover --catch-up --apply",
    "recover --rebalance --apply",
    "recover --extend --apply",
    "recover --let-go --apply",
    "init --start 2026-12-07 --restart",
    "doctor --relink",
    "doctor --merge",
    "move w2 +1w",
];

/// One of each kind.
pub const KINDS: Verbs = (
    &[
        "today",
        "log --all --format md",
        "log --json",
        "report --all --json",
        "milestones",
        "check --against plan.yaml",
        "doctor",
        "recover",
    ],
    &["done d1.1", "undo", "shift 1w", "doctor --relink"],
);
