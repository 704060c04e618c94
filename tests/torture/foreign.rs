//! What editors, sync services and other versions do to a journal.

use crate::home::Home;
use crate::row::Row;
use crate::rows;
use crate::watch::{TAKEN_OUT, Watch, taken_out};

/// What is done to the bytes, under its name, and whether a run says so.
type Deed = (&'static str, bool, fn(&str) -> Vec<u8>);

/// A line that is not ours: only its frame is.
fn other(version: u64, kind: &str, id: u32, more: &str) -> String {
    format!(
        "{{\"v\":{version},\"id\":\"01980000-0000-7000-8000-00000000{id:04}\",\
         \"op\":\"01980000-0000-7000-8000-000000000001\",\"n\":3,\"t\":\"{kind}\",{more}\
         \"at\":\"2026-11-30T11:00:00+08:00\",\"day\":\"2026-11-30\",\"dev\":\"z\"}}\n"
    )
}

const DEEDS: [Deed; 12] = [
    ("CRLF", false, |text| text.replace('\n', "\r\n").into()),
    ("BOM", false, |text| format!("\u{feff}{text}").into()),
    ("BOM and CRLF", false, |text| {
        format!("\u{feff}{}", text.replace('\n', "\r\n")).into()
    }),
    ("NULs at the end", true, |text| {
        [text.as_bytes(), &[0; 4096]].concat()
    }),
    ("NULs between lines", true, |text| {
        text.replacen('\n', &format!("\n{}", "\0".repeat(512)), 4)
            .into()
    }),
    ("all objects glued", false, |text| {
        text.replace('\n', "").into()
    }),
    ("a torn line, glued", true, |text| {
        let half = &text[..text.find('\n').unwrap() / 2];
        format!("{half}{text}").into()
    }),
    ("unknown events", false, |text| {
        let other = other(1, "dream", 77, "\"min\":{\"deep\":[1]},");
        format!("{other}{text}{other}").into()
    }),
    ("unknown fields", false, |text| {
        text.replace("\"v\":1,", "\"v\":1,\"mood\":{\"a\":[null]},")
            .into()
    }),
    ("a newer version", true, |text| {
        let other = other(9, "done", 78, "\"slot\":[7],");
        format!("{other}{text}").into()
    }),
    ("conflict markers", true, |text| {
        format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> main\n").into()
    }),
    ("no text, and too long a line", true, |text| {
        let long = [b"\xFF\xFE\n".to_vec(), vec![b'x'; 70_000]].concat();
        [&long, b"\n".as_slice(), text.as_bytes()].concat()
    }),
];

#[test]
fn journal_touched_by_others() {
    let mut row = Row::new(rows::FOREIGN);
    for (name, warned, deed) in DEEDS {
        let (home, mut watch) = Home::marked();
        let text = String::from_utf8(home.journal()).unwrap();
        watch.bytes = deed(&text);
        assert_ne!(watch.bytes, text.as_bytes());
        std::fs::write(home.journal_path(), &watch.bytes).unwrap();
        let said = home.plan(&["log", "--json"]);
        assert_eq!(said.stderr.contains("warning"), warned, "{name}: {said:?}");
        row.add(watch.verdict(&home, name));
    }
    row.finish(DEEDS.len(), TAKEN_OUT, taken_out());
}

/// The journal with something done to its last line; gives what the next mark says.
fn marked_after(home: &Home, watch: &mut Watch, bytes: Vec<u8>) -> String {
    std::fs::write(home.journal_path(), &bytes).unwrap();
    watch.bytes = bytes;
    let ran = home.plan(&["done", "11", "--json"]);
    assert_eq!((ran.code, watch.saw(&ran)), (Some(0), 1), "{ran:?}");
    ran.stderr
}

#[test]
fn a_torn_last_line_is_sealed_and_a_warning() {
    let (home, mut watch) = Home::marked();
    let torn = br#"{"v":1,"id":"01a20e50-bef"#;
    let bytes = [&home.journal()[..], torn].concat();
    let line = watch.confirmed.len() + 1;
    let said = marked_after(&home, &mut watch, bytes);
    let path = home.journal_path();
    let warning = format!(
        "warning: `{}`, line {line}: incomplete line; the file is left as it is, and `plan doctor` \
         lists what is in it\n",
        path.display()
    );
    assert_eq!(said, warning);
    let sealed = [&watch.bytes[..], b"\n{\"v\":1,"].concat();
    assert!(home.journal().starts_with(&sealed));
    assert_eq!(watch.lost(&home), 0);
    let doctor = home.plan(&["doctor", "--json"]).stdout;
    let doctor: serde_json::Value = serde_json::from_str(&doctor).unwrap();
    let faults = doctor["journal"]["faults"].as_array().unwrap();
    let lines: Vec<_> = faults.iter().map(|fault| &fault["line"]).collect();
    assert_eq!(lines, [line]);
}

#[test]
fn a_last_line_without_its_newline_counts() {
    let (home, mut watch) = Home::marked();
    let mut bytes = home.journal();
    bytes.pop();
    assert_eq!(marked_after(&home, &mut watch, bytes), "");
    assert_eq!(watch.lost(&home), 0);
}

#[test]
fn sync_conflict_copies() {
    let mut row = Row::new(rows::COPIES);
    let mut ignored = 0;
    for name in [
        "journal.sync-conflict-20261130-110000-ABCDEFG.jsonl",
        "journal (a's conflicted copy 2026-11-30).jsonl",
    ] {
        let (home, mut watch) = Home::marked();
        // The service kept the other device's journal, and put ours next to it.
        let (other, theirs) = Home::marked();
        std::fs::rename(home.journal_path(), home.folder().join(name)).unwrap();
        std::fs::copy(other.journal_path(), home.journal_path()).unwrap();
        watch = Watch {
            confirmed: [watch.confirmed, theirs.confirmed].concat(),
            bytes: theirs.bytes,
        };
        row.add(watch.verdict(&home, name));
        std::fs::rename(home.folder().join(name), home.path().join("gone")).unwrap();
        ignored += watch.lost(&home);
    }
    row.finish(2, "missing without the copies", ignored);
}
