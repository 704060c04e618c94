//! Plan files that cannot be read, or would take too much time or memory: each is refused quickly,
//! with its name and a hint, and stays as it is. With little memory they are tried in
//! `tests/torture/memory.rs`.

use std::fmt::Write;
use std::process::Command;
use std::time::Duration;

use crate::sandbox::{Output, Sandbox};

/// A plan file may be this big and no bigger.
const LIMIT: usize = 16 << 20;

/// Guards against hanging, no more: a debug build on a busy machine keeps it.
const SOON: Duration = Duration::from_secs(10);

fn home() -> Sandbox {
    Sandbox::new().at("2026-11-30T11:00:00").within(SOON)
}

/// The answer names the file, says that something is wrong, and says what to do.
#[track_caller]
fn reports_errors(out: &Output, file: &str) {
    let said = format!("{}{}", out.stdout, out.stderr);
    assert!(said.contains("error"), "no error is named: {out}");
    assert!(said.contains(file), "{file} is not named: {out}");
    let mended = said.contains("help: ") || said.contains("hint: ");
    assert!(mended, "nothing says what to do: {out}");
}

/// `plan check FILE` finds nothing wrong but `error`, and says so to people and programs.
#[track_caller]
fn has_only(home: &Sandbox, file: &str, error: &str) {
    let out = home.run(&["check", file]);
    assert_eq!(out.code, 65, "{out}");
    reports_errors(&out, file);
    assert!(out.stdout.len() + out.stderr.len() < 4096, "{out}");

    let out = home.run(&["check", "--json", file]);
    assert_eq!(out.code, 65, "{out}");
    let json = out.parse();
    let errors = json["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{out}");
    assert_eq!(errors[0]["name"], error, "{out}");

    let out = home.run(&["today", "--plan", file]);
    assert_eq!(out.code, 65, "{out}");
    assert_eq!(out.stdout, "", "{out}");
    reports_errors(&out, file);
}

/// The same for a file of these bytes, which stay as they are.
#[track_caller]
fn refuses(bytes: impl AsRef<[u8]>, error: &str) {
    let home = home();
    let path = home.file("bad.yaml", &bytes);
    has_only(&home, "bad.yaml", error);
    let same = std::fs::read(path).unwrap() == bytes.as_ref();
    assert!(same, "the file has changed");
}

#[test]
fn a_hundred_thousand_brackets() {
    refuses("[".repeat(100_000), "too-deep");
}

#[test]
fn a_hundred_thousand_braces_behind_a_key() {
    refuses(format!("plan: {}", "{a: ".repeat(100_000)), "too-deep");
}

#[test]
fn an_alias_bomb() {
    let mut bomb = String::from("plan: bomb\ntitle: 炸弹\nnotes:\n  - &a0 [哈, 哈]\n");
    for level in 1..=30 {
        let below = format!("*a{}", level - 1);
        let aliases = [below.as_str(); 9].join(", ");
        writeln!(bomb, "  - &a{level} [{aliases}]").unwrap();
    }
    refuses(bomb, "too-deep");
}

#[test]
fn a_byte_more_than_the_limit() {
    let mut text = b"plan: big\ntitle: \xe5\xa4\xa7\ndays: [{slots: [{title: a}]}]\n".to_vec();
    text.resize(LIMIT + 1, b'\n');
    refuses(text, "too-large");
}

#[test]
fn a_gigabyte_that_is_not_there() {
    let home = home();
    let path = home.file("bad.yaml", "plan: big\n");
    let file = std::fs::File::options().write(true).open(&path).unwrap();
    file.set_len(1 << 30).unwrap();
    drop(file);
    has_only(&home, "bad.yaml", "too-large");
    assert_eq!(std::fs::metadata(&path).unwrap().len(), 1 << 30);
}

#[test]
fn nothing_at_all() {
    refuses("", "empty");
    refuses("\n \n# 只有注释\n", "empty");
}

#[test]
fn bytes_that_are_no_text() {
    refuses(b"plan: small\ntitle: \xff\n", "not-utf8");
    refuses(b"\x7fELF\x02\x01\x01\x00\x00\xfe", "not-utf8");
}

/// `text` as UTF-16 in little-endian order.
fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn utf_16_is_called_utf_16() {
    let home = home();
    let text = "plan: small\ntitle: 小计划\nslots: [{title: 阅读}]\n";
    for (mark, name) in [("\u{FEFF}", "UTF-16"), ("", "UTF-16LE")] {
        home.file("bad.yaml", utf_16(&format!("{mark}{text}")));
        let out = home.run(&["check", "bad.yaml"]);
        let expected = format!(
            "error[not-utf8]: the file is {name}, not UTF-8\n--> bad.yaml:1:1\n = help: save it as \
             UTF-8, or convert it: `iconv -f {name} -t UTF-8 old.yaml > new.yaml`\n\n"
        );
        assert_eq!(
            (out.code, out.stdout.as_str()),
            (65, expected.as_str()),
            "{out}"
        );
    }
    // Control: the same text as UTF-8, with a byte order mark and without one, is a plan.
    for mark in ["\u{FEFF}", ""] {
        home.file("good.yaml", format!("{mark}{text}"));
        let out = home.run(&["check", "good.yaml"]).ok();
        assert_eq!(
            out,
            "good.yaml: 1 week, 1 day, 1 slot, 0 resources, 0 topics; no errors, no warnings\n"
        );
    }
}

/// A plan of topics of which each comes after the one before it.
fn chain(topics: usize, first_after: &str) -> String {
    let mut text = String::from("plan: long\ntitle: 长\nroadmap:\n  topics:\n");
    writeln!(text, "    T0: {{title: 一, after: [{first_after}]}}").unwrap();
    for topic in 1..topics {
        let before = topic - 1;
        writeln!(text, "    T{topic}: {{title: 题, after: [T{before}]}}").unwrap();
    }
    text + "days: [{slots: [{title: a, topic: T0}]}]\n"
}

#[test]
fn topics_in_a_circle_of_twenty_thousand() {
    refuses(chain(20_000, "T19999"), "cycle");
}

#[test]
fn topics_in_a_chain_of_twenty_thousand() {
    let home = home().within(Duration::from_mins(5));
    home.file("long.yaml", chain(20_000, ""));
    let drawing = home.run(&["roadmap", "--plan", "long.yaml"]).ok();
    // Every box takes four lines, and the edge to the next one a fifth.
    assert_eq!(drawing.lines().count(), 20_000 * 5 - 1);
}

#[test]
fn twenty_thousand_topics_after_as_many_that_are_not_there() {
    let home = home().within(Duration::from_mins(5));
    let text = chain(20_000, "").replace("after: [T", "after: [Nowhere");
    home.file("bad.yaml", text);
    let out = home.run(&["check", "--json", "bad.yaml"]);
    assert_eq!(out.code, 65);
    let errors = out.parse()["errors"].as_array().unwrap().clone();
    assert_eq!(errors.len(), 19_999);
    let helps = [&errors[0], &errors[19_998]].map(|error| error["help"].as_str().unwrap());
    let named = "T0, T1, T10, T100, T1000, T10000, T10001, T10002, T10003, T10004, T10005, \
                 T10006, T10007, T10008, T10009, T1001, T10010, T10011, T10012, T10013, T10014, \
                 T10015, T10016, T10017, T10018, T10019, T1002, T10020, T10021, T10022";
    let first = format!("known topics: {named} and 19970 more");
    assert_eq!(helps, [&*first, "add it to `roadmap: {topics: ...}`"]);
}

/// A place where no plan can be read: exit `code`, and nothing on stdout.
#[track_caller]
fn cannot_be_read(home: &Sandbox, file: &str, code: i32) {
    for args in [
        &["check", file][..],
        &["check", "--json", file],
        &["today", "--plan", file],
        &["init", file],
    ] {
        let out = home.run(args);
        assert_eq!(out.code, code, "{out}");
        assert_eq!(out.stdout, "", "{out}");
        reports_errors(&out, file);
    }
}

#[test]
fn pipe_without_a_writer_is_refused() {
    use std::os::unix::fs::FileTypeExt;
    let home = home();
    let path = home.home().join("pipe.yaml");
    let made = Command::new("mkfifo").arg(&path).status().unwrap();
    assert!(made.success());
    cannot_be_read(&home, "pipe.yaml", 74);
    assert!(std::fs::metadata(&path).unwrap().file_type().is_fifo());
}

#[test]
fn a_folder_for_a_file() {
    let home = home();
    let kept = home.file("plans.yaml/kept", "kept");
    cannot_be_read(&home, "plans.yaml", 74);
    assert_eq!(std::fs::read(kept).unwrap(), b"kept");
}

#[test]
fn no_such_file() {
    let home = home();
    cannot_be_read(&home, "nosuch.yaml", 66);
    assert!(!home.home().join("nosuch.yaml").exists());
}
