//! No verb makes a call that could shrink, replace, move or remove the journal.

use crate::home::{Home, have};
use crate::row::{Row, Verdict};
use crate::rows;
use crate::trace::{name, traced};
use crate::watch::Watch;

/// What is traced: every call that names a file or a file descriptor.
const CALLS: &str = "%file,%desc";

/// Calls that change a file otherwise than by writing to it.
const CHANGES: [&str; 16] = [
    "truncate",
    "ftruncate",
    "fallocate",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "copy_file_range",
    "pwrite64",
    "pwritev",
];

/// Whether a call could take something from a journal, or its folder, out of the world.
fn guilty(call: &str) -> bool {
    // Where a relative path begins says nothing about where it leads.
    let parts = call.split("AT_FDCWD<").map(|part| part.split_once(">, "));
    let rest: Vec<&str> = parts
        .map(|part| part.map_or("", |(_, rest)| rest))
        .collect();
    let call = if call.contains("AT_FDCWD<") {
        format!("{}({}", name(call), rest.concat())
    } else {
        call.to_owned()
    };
    let names = |file: &str| {
        let ends = [
            format!("/{file}\""),
            format!("\"{file}\""),
            format!("/{file}>"),
        ];
        ends.iter().any(|end| call.contains(end))
    };
    let journal = names("journal.jsonl");
    let opens = call.starts_with("open") || call.starts_with("creat");
    let writes = call.contains("O_WRONLY") || call.contains("O_RDWR");
    let opens_badly = opens
        && journal
        && (call.starts_with("creat(")
            || call.contains("O_TRUNC")
            || writes && !call.contains("O_APPEND"));
    opens_badly || CHANGES.contains(&name(&call)) && (journal || names("torture"))
}

/// Every verb that `plan --help` lists, in an order that gives each of them something to do.
const VERBS: &[&[&str]] = &[
    &["init"],
    &["today"],
    &["tomorrow"],
    &["next"],
    &["week"],
    &["show", "1"],
    &["done", "1"],
    &["done", "2-4", "--took", "2h", "--note", "together"],
    &["done", "1"],
    &["skip", "5", "--why", "no time"],
    &["note", "1", "a remark"],
    &["reopen", "1"],
    &["note", "1", "--remove"],
    &["start", "1"],
    &["start", "2"],
    &["stop"],
    &["undo"],
    &["undo"],
    &["redo"],
    &["redo"],
    &["log"],
    &["log", "--all"],
    &["move", "15", "2026-12-01"],
    &["undo"],
    &["add", "Office hour", "--on", "+1", "--time", "19:00-20:00"],
    &["undo"],
    &["add", "Midterm", "--exam", "--on", "2026-12-16"],
    &["due", "midterm", "2026-12-17"],
    &["undo"],
    &["undo"],
    &["off", "2026-11-30..2026-12-01", "--why", "flu"],
    &["recover"],
    &["recover", "--catch-up", "--apply"],
    &["undo"],
    &["recover", "--rebalance", "--apply"],
    &["undo"],
    &["recover", "--extend", "--apply"],
    &["off", "2026-11-30..2026-12-01", "--cancel"],
    &["shift", "1w"],
    &["undo"],
    &["fit", "--hours", "mon-fri=19:00-21:00", "--apply"],
    &["undo"],
    &["report"],
    &["report", "--all", "--json"],
    &["forecast"],
    &["page", "-o", "page.html"],
    &["roadmap"],
    &["resources"],
    &["milestones"],
    &["open", "nothing"],
    &["status", "--short"],
    &["check"],
    &["schema"],
    &["schema", "today"],
    &["skill"],
    &["export", "--format", "yaml"],
    &["export", "--format", "json"],
    &["export", "--format", "md", "-o", "plan.md"],
    &["pull", "plan.md", "--push"],
    &["doctor"],
    &["doctor", "--relink"],
    &["new", "own.yaml"],
    &["edit", "--yes", "--plan", "own.yaml"],
    &["init", "--restart", "--start", "2026-12-07"],
    &["init", "multimodal"],
    &["plans"],
    &["use", "multimodal"],
    &["import", "note.md"],
    &["completions", "bash"],
    &["man", "-o", "man1"],
    &["help"],
];

/// The verbs in the help.
fn listed(help: &str) -> Vec<&str> {
    let commands = help.split("Commands:\n").nth(1).unwrap();
    let lines = commands.lines().take_while(|line| !line.is_empty());
    lines
        .filter_map(|line| line.split_whitespace().next())
        .collect()
}

/// Runs one verb and says what was wrong with it.
fn watched(home: &Home, watch: &mut Watch, args: &[&str]) -> Verdict {
    let (ran, calls) = traced(home, CALLS, args);
    let mut complaints: Vec<String> = calls
        .into_iter()
        .filter(|call| guilty(call))
        .map(|call| format!("{args:?} calls {call}"))
        .collect();
    let now = home.journal();
    if !now.starts_with(&watch.bytes) {
        complaints.push(format!("{args:?} changed the journal"));
    }
    watch.bytes = now;
    let fine = ran.code == Some(0) || args[0] == "open";
    if !fine {
        complaints.push(format!("{args:?}: {ran:?}"));
    }
    Verdict {
        complaints,
        ..Verdict::default()
    }
}

#[test]
#[ignore = "ninety runs under strace"]
fn no_verb_could_shrink_or_move_the_journal() {
    if !have(&["strace", "truncate", "dd"], false) {
        return;
    }
    let mut row = Row::new(rows::SYSCALLS);
    for torn in [false, true] {
        let (home, mut watch) = Home::marked();
        if torn {
            let mut bytes = b"<<<<<<< mine\n".to_vec();
            bytes.extend(home.journal());
            bytes.extend(br#"{"v":1,"id":"01a20e50-bef"#);
            std::fs::write(home.journal_path(), &bytes).unwrap();
            watch.bytes = bytes;
        }
        let note = "# Study\n\n## Week 1\n\n- [ ] Read chapter 1\n";
        std::fs::write(home.path().join("note.md"), note).unwrap();
        let help = home.plan(&["--help"]).stdout;
        for verb in listed(&help) {
            assert!(
                VERBS.iter().any(|args| args[0] == verb),
                "`{verb}` is not tried"
            );
        }
        for args in VERBS {
            row.add(watched(&home, &mut watch, args));
        }
        // The last verb chose another plan.
        let text = std::fs::read_to_string(home.config()).unwrap();
        let back = text.replace(
            "\"multimodal\"",
            concat!(
                "\"",
                env!("CARGO_MANIFEST_DIR"),
                "/tests/torture/plan.yaml\""
            ),
        );
        std::fs::write(home.config(), back).unwrap();
        row.take(watch.verdict(&home, "after every verb"));
    }
    row.finish(
        2 * VERBS.len(),
        "calls found where a shell does harm",
        harm(),
    );
}

/// The control: what a shell does to a journal is seen, each time.
#[track_caller]
fn harm() -> usize {
    let lines = [
        ": > journal.jsonl",
        "truncate -s 10 journal.jsonl",
        "mv journal.jsonl old.jsonl",
        "rm journal.jsonl",
        "cp /dev/null journal.jsonl",
        "dd if=/dev/zero of=journal.jsonl bs=1 count=1 conv=notrunc",
        "sed -i 1d journal.jsonl",
        "cd .. && mv torture elsewhere",
    ];
    let seen = lines.iter().filter(|line| {
        let (home, _) = Home::marked();
        let script = format!("cd \"{}\" && {line}", home.folder().display());
        let list = home.path().join("trace");
        let status = std::process::Command::new("strace")
            .args([
                "-f",
                "-qq",
                "-y",
                "-s",
                "4096",
                "-e",
                "trace=%file,%desc",
                "-o",
            ])
            .arg(&list)
            .args(["sh", "-c", &script])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .status();
        assert!(status.unwrap().success(), "{line}");
        let calls = std::fs::read_to_string(&list).unwrap();
        let mut calls = calls.lines().filter_map(|call| call.split_once(' '));
        calls.any(|(_, call)| guilty(call.trim_start()))
    });
    let seen = seen.count();
    assert_eq!(seen, lines.len());
    seen
}
