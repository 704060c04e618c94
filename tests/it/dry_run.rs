//! `--dry-run`: the answer of the real run, marked, and not a byte written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

/// Every file and folder of a home, with caches.
pub fn tree(home: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, root: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            let is_folder = path.is_dir();
            into.insert(
                name,
                if is_folder {
                    Vec::new()
                } else {
                    std::fs::read(&path).unwrap()
                },
            );
            if is_folder {
                walk(&path, root, into);
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(home.home(), home.home(), &mut found);
    found
}

/// The same without the line in which the doctor says how long the journal is.
fn comparable(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.ends_with(" bytes)"));
    without_ids(&lines.collect::<Vec<_>>().join("\n"))
}

/// A text in which ids that are made anew in each run are all the same.
fn without_ids(text: &str) -> String {
    let is_hex = |word: &str| word.chars().all(|c| c.is_ascii_hexdigit());
    let same = |word: &str| {
        let slot = word
            .strip_prefix("x-")
            .is_some_and(|id| id.len() == 8 && is_hex(id));
        match word.len() {
            36 if is_hex(&word.replace('-', "")) => "UUID".to_owned(),
            8 if is_hex(word) => "DEVICE".to_owned(),
            _ if slot => "x-ID".to_owned(),
            _ => word.to_owned(),
        }
    };
    let mut words = vec![String::new()];
    for c in text.chars() {
        let in_word = c.is_ascii_alphanumeric() || c == '-';
        let last = words.last_mut().unwrap();
        if in_word && !last.ends_with(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
            last.push(c);
        } else {
            words.push(c.to_string());
        }
    }
    words.iter().map(|word| same(word)).collect()
}

const PLAN: &str =
    "plan: small\ntitle: Small\ndays:\n  - slots:\n      - {id: one, title: Read, duration: 30m}\n";

/// A home with what the cases begin from: `setup` are lines of `plan`.
fn home(setup: &[&str]) -> Sandbox {
    let home = Sandbox::new().short().at("2026-11-30T11:00:00");
    home.file("small.yaml", PLAN);
    home.file(
        "off.ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261203\nSUMMARY:Trip\n\
         X-APPLE-SPECIAL-DAY:WORK-HOLIDAY\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    home.file(
        "note.md",
        "# Python\n\n## Week 1\n- [ ] Read\n\n## Week 2\n- [ ] Write\n",
    );
    for line in setup {
        match line.strip_prefix("edit ") {
            Some("box") => edit(&home, "boxes.md", "- [ ]", "- [x]"),
            Some("config") => {
                let path = home.home().join("config/config.yaml");
                let text = std::fs::read_to_string(path).unwrap();
                let publish = "publish: {page: page.html, ics: plan.ics, note: plan.md}\n";
                home.file("config/config.yaml", text + publish);
            }
            Some("id") => edit(
                &home,
                "small.yaml",
                "id: one, title: Read",
                "id: two, title: Look",
            ),
            _ => {
                home.run(&words(line)).ok();
            }
        }
    }
    home
}

fn edit(home: &Sandbox, name: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(home.home().join(name)).unwrap();
    assert!(text.contains(from), "{text}");
    home.file(name, text.replacen(from, to, 1));
}

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

const BEGIN: &str = "init multimodal --start 2026-11-23";

/// Every verb that records: what is done before, and the command.
const CASES: &[(&[&str], &str)] = &[
    (&[BEGIN], "done 2 --took 80 --note good"),
    (&[], "done 1"),
    (&[BEGIN, "edit config", "done 1"], "done 2"),
    (&[BEGIN], "done all"),
    (&[BEGIN], "skip 1 --why tired"),
    (&[BEGIN, "done 2"], "reopen 2"),
    (&[BEGIN], "note 2 later"),
    (&[BEGIN], "start 2"),
    (&[BEGIN, "start 2"], "stop"),
    (&[BEGIN, "start 2"], "done 2"),
    (&[BEGIN, "done 2"], "undo"),
    (&[BEGIN, "done 2", "skip 1"], "undo 2"),
    (&[BEGIN, "done 2", "skip 1", "undo 2"], "redo 2"),
    (&[BEGIN], "off tomorrow"),
    (&[BEGIN], "add Talk --on tomorrow --duration 45m"),
    (&[BEGIN], "add Exam --on 2026-12-20 --exam --covers w1"),
    (&[BEGIN], "move 2 tomorrow"),
    (&[BEGIN], "due w05.1 2026-12-30"),
    (&[BEGIN], "shift 1w"),
    (&[BEGIN], "recover --rebalance --apply"),
    (&[BEGIN], "fit --hours mon-fri=19:00-21:00,sat=3h --apply"),
    (&[], BEGIN),
    (&[BEGIN], "init small.yaml"),
    (&[BEGIN], "init --restart --start 2026-12-07"),
    (&[BEGIN], "use rust-in-four-weeks"),
    (&[], "import note.md -o python.yaml --begin"),
    (
        &[],
        "import note.md -o python.yaml --begin --hours mon-fri=19:00-21:00",
    ),
    (&[BEGIN], "done --as-planned w1"),
    (&[BEGIN], "skip overdue --apply"),
    (&[BEGIN], "off --ics off.ics --apply"),
    (
        &[BEGIN, "export --format md -o boxes.md", "edit box"],
        "pull boxes.md",
    ),
    (
        &[BEGIN, "export --format md -o boxes.md", "done 2"],
        "pull boxes.md --push",
    ),
    (
        &["init small.yaml --start 2026-11-23", "done one", "edit id"],
        "doctor --relink one=two",
    ),
];

#[test]
fn a_dry_run_says_what_the_real_one_says_and_writes_nothing() {
    for (setup, line) in CASES {
        let home = home(setup);
        let before = tree(&home);
        let publishes = before.contains_key("config/page.html");
        assert_eq!(publishes, setup.contains(&"edit config"), "{line}");
        let dry = home.run(&[words(line), vec!["--dry-run"]].concat());
        assert_eq!(tree(&home), before, "{line}");
        let real = home.run(&words(line));
        assert_eq!((dry.code, real.code), (0, 0), "{dry}{real}");
        let marked = format!("dry run: nothing is recorded\n{}", real.stdout);
        // A file is not there yet.
        let marked = marked.replace(": written to ", ": would be written to ");
        assert_eq!(comparable(&dry.stdout), comparable(&marked), "{line}");
        assert_eq!(
            without_ids(&dry.stderr),
            without_ids(&real.stderr),
            "{line}"
        );
        // The control: the real run writes.
        assert_ne!(tree(&home), before, "{line}");
    }
}

#[test]
fn its_json_is_that_of_the_real_run_with_one_key_more() {
    for (setup, line) in CASES.iter().filter(|(_, line)| !line.starts_with("doctor")) {
        let home = home(setup);
        let before = tree(&home);
        let args = [words(line), vec!["--json"]].concat();
        let mut dry = home.run(&[&args[..], &["--dry-run"]].concat()).json();
        assert_eq!(tree(&home), before, "{line}");
        let real = home.run(&args).json();
        assert_eq!(real.get("dry_run"), None, "{line}");
        let keys: Vec<&String> = dry.as_object().unwrap().keys().take(2).collect();
        assert_eq!(keys, ["schema_version", "dry_run"], "{line}");
        assert_eq!(
            dry.as_object_mut().unwrap().shift_remove("dry_run"),
            Some(json!(true))
        );
        let text = |value: &Value| without_ids(&format!("{value:#}"));
        assert_eq!(text(&dry), text(&real), "{line}");
    }
}

#[test]
fn it_is_marked_in_every_language_and_only_once() {
    let home = home(&[BEGIN]);
    let dry = home.run(&["--lang", "zh", "start", "2", "--dry-run"]).ok();
    let real = home.run(&["--lang", "zh", "start", "2"]).ok();
    assert_eq!(dry, format!("试运行：什么都不会记录\n{real}"));
}

/// A command that fails fails alike, and its answer is not marked if there is none.
#[test]
fn it_fails_as_the_real_run_does() {
    let home = home(&[BEGIN]);
    home.file("broken.yaml", "plan: broken\ntitle: Broken\ndays: 3\n");
    for line in [
        "done 99",
        "redo",
        "move 2 someday",
        "init broken.yaml",
        "use nothing",
        "pull note.md",
        "import none.md",
    ] {
        let dry = home.run(&[words(line), vec!["--dry-run"]].concat());
        let real = home.run(&words(line));
        assert_ne!(real.code, 0, "{real}");
        let of = |output: &crate::sandbox::Output| (output.code, output.stderr.clone());
        assert_eq!(of(&dry), of(&real), "{line}");
    }
}

/// Where nothing can be recorded, a dry run says so too.
#[test]
fn it_fails_where_the_real_run_cannot_write() {
    let home = home(&[]);
    let file = home.file("file", "");
    let journal = "state/multimodal/journal.jsonl";
    for (name, path) in [("a file", file.clone()), ("in a file", file.join("state"))] {
        let home = home.env("PLAN_STATE_DIR", path);
        alike(&home, "done 1", 73, name);
    }
    let home = self::home(&[BEGIN]);
    std::fs::rename(home.home().join(journal), home.home().join("journal")).unwrap();
    std::os::unix::fs::symlink(home.home().join("journal"), home.home().join(journal)).unwrap();
    alike(&home, "done 1", 73, "a link");
    let home = self::home(&[BEGIN]);
    std::fs::remove_file(home.home().join("config/config.yaml")).unwrap();
    std::fs::create_dir(home.home().join("config/config.yaml")).unwrap();
    let code = home.run(&["use", "rust-in-four-weeks"]).code;
    alike(&home, "use rust-in-four-weeks", code, "a folder");
}

/// The dry run and the real one both fail with `code` and the same words.
#[track_caller]
fn alike(home: &Sandbox, line: &str, code: i32, what: &str) {
    let before = tree(home);
    let dry = home.run(&[words(line), vec!["--dry-run"]].concat());
    assert_eq!(tree(home), before, "{what}");
    let real = home.run(&words(line));
    assert_eq!(real.code, code, "{what}: {real}");
    assert_eq!((dry.code, &dry.stderr), (code, &real.stderr), "{what}");
    assert!(code != 0 && dry.stdout.is_empty(), "{what}: {dry}");
}

/// The verbs whose help has the flag are those that record.
#[test]
fn every_verb_that_records_has_the_flag() {
    let home = Sandbox::new();
    let help = home.run(&["help"]).ok();
    let verbs = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let verbs = verbs.take_while(|line| !line.is_empty());
    let verbs = verbs.map(|line| line.split_whitespace().next().unwrap());
    let has_flag = |verb: &&str| {
        home.run(&["help", *verb])
            .ok()
            .contains("\n      --dry-run")
    };
    let with_flag: BTreeSet<&str> = verbs.filter(has_flag).collect();
    let cases = CASES.iter().map(|(_, line)| words(line)[0]);
    assert_eq!(with_flag, cases.collect::<BTreeSet<&str>>());
}
