//! How marks are kept: for their owner alone, through torn lines and readers that go away.

use std::fs::File;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;

use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

const FOLDER: &str = ".local/state/plan/multimodal";

fn done(home: &Sandbox) -> u64 {
    let json = home.run(&["today", "--json"]).json();
    json["progress"]["plan"]["done"].as_u64().unwrap()
}

#[test]
fn the_journal_is_its_owners_alone() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    let out = home.shell("umask 000 && \"$PLAN\" done 1");
    assert_eq!(out.code, 0, "{out}");
    let mode = |name: &str| {
        let meta = std::fs::metadata(home.home().join(FOLDER).join(name)).unwrap();
        format!("{:o}", meta.permissions().mode() & 0o7777)
    };
    assert_eq!(mode(""), "700");
    assert_eq!(mode("journal.jsonl"), "600");
    let lock = std::fs::metadata(home.home().join(FOLDER).join("lock")).unwrap();
    assert_eq!(lock.permissions().mode() & 0o077, 0);
}

#[test]
fn a_torn_last_line_is_sealed_and_told() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let whole = home.journal("multimodal");
    let torn = [&whole[..], br#"{"v":1,"id":"01a20e50-bef"#].concat();
    home.file(&format!("{FOLDER}/journal.jsonl"), &torn);
    let out = home.run(&["done", "2"]);
    let path = home.home().join(FOLDER).join("journal.jsonl");
    let warnings = format!(
        "warning: `{}`, line 3: incomplete line; the file is left as it is, and `plan doctor` \
         lists what is in it\n",
        path.display()
    );
    assert_eq!((out.code, &*out.stderr), (0, &*warnings), "{out}");
    let after = home.journal("multimodal");
    let sealed = [&torn[..], b"\n{\"v\":1,"].concat();
    assert!(
        after.starts_with(&sealed),
        "{}",
        String::from_utf8_lossy(&after)
    );
    assert_eq!(done(&home), 2);
    let json = home.run(&["doctor", "--json"]).json();
    assert_eq!(
        (
            &json["journal"]["faults"][0]["line"],
            &json["journal"]["faults"][1]
        ),
        (&3.into(), &serde_json::Value::Null)
    );
}

#[test]
fn a_last_line_without_its_end_counts() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let mut bytes = home.journal("multimodal");
    bytes.pop();
    home.file(&format!("{FOLDER}/journal.jsonl"), &bytes);
    let out = home.run(&["done", "2"]);
    assert_eq!((out.code, &*out.stderr), (0, ""), "{out}");
    assert_eq!(done(&home), 2);
}

/// A pipe whose reader has gone away.
fn nobody() -> std::io::PipeWriter {
    std::io::pipe().unwrap().1
}

const UNSEEN: &str = "error: recorded, but the confirmation could not be written: ";
const KEPT: &str = "hint: nothing is lost: see `plan log`\n";

#[test]
fn a_mark_whose_confirmation_cannot_be_written_is_kept_and_told() {
    let home = home();
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let said = home.run_into(&["done", "1"], full()).fails(74);
    assert_eq!(
        said,
        format!("{UNSEEN}No space left on device (os error 28)\n{KEPT}")
    );
    let said = home.run_into(&["skip", "2", "--json"], nobody()).fails(74);
    assert_eq!(said, format!("{UNSEEN}Broken pipe (os error 32)\n{KEPT}"));
    let said = home.run_into(&["undo"], nobody()).fails(74);
    assert_eq!(said, format!("{UNSEEN}Broken pipe (os error 32)\n{KEPT}"));
    let kinds: Vec<String> = home
        .events()
        .iter()
        .map(|e| e["t"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kinds, ["begin", "done", "skip", "undo"]);
}

#[test]
fn a_question_whose_reader_has_gone_ends_quietly() {
    let home = home();
    for args in [
        &["today"][..],
        &["week", "--json"],
        &["report"],
        &["log"],
        &["status"],
        &["check"],
        &["doctor"],
        &["export", "--format", "yaml"],
        &["--help"],
        &["done", "--help"],
    ] {
        let out = home.run_into(args, nobody());
        let said = out
            .stderr
            .replace("hint: `plan done 2` when you finish it\n", "");
        assert_eq!((out.code, &*said), (0, ""), "{args:?}");
    }
    let full = File::options().write(true).open("/dev/full").unwrap();
    let said = home.run_into(&["week"], full).fails(74);
    assert_eq!(
        said,
        "error: cannot write the output: No space left on device (os error 28)\n\
         hint: free some space where the output goes\n"
    );
}

#[test]
fn the_first_line_is_enough_for_head() {
    let home = home();
    let out = home.shell("{ \"$PLAN\" export --format json; echo $? >&2; } | head -1");
    assert_eq!((&*out.stdout, &*out.stderr, out.code), ("{\n", "0\n", 0));
    let out = home.shell("{ \"$PLAN\" today 2>/dev/null; echo $? >&2; } | head -1");
    let first = home.run(&["today"]).ok();
    let first = first.lines().next().unwrap();
    assert_eq!((out.stdout.trim_end(), &*out.stderr), (first, "0\n"));
}

#[test]
fn a_pipe_without_a_reader_is_broken() {
    use std::io::Write;
    let error = nobody().write_all(b"x").unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
    let (mut reader, writer) = std::io::pipe().unwrap();
    drop(writer);
    assert_eq!(reader.read(&mut [0]).unwrap(), 0);
}
