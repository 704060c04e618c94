//! The note with check boxes: what is in it, and what is recorded of it.

mod conflicts;
mod published;
mod round_trip;

use std::fs;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: small
title: A small *plan*
direction: Numbers
duration: two weeks
goal: Add and multiply
roadmap: {topics: {A: {title: Sums}, B: {title: Products, after: [A]}}}
resources:
  - {id: book, kind: book, title: The book, url: 'https://example.org/book?a=1&b=2'}
  - {id: talk, kind: video, title: A talk, group: [To watch]}
milestones:
  - {title: Half, due: 2026-12-13, goals: [{text: Sums, by: [A]}]}
events:
  - {id: exam, kind: exam, title: Exam, date: 2026-12-18, time: '09:00-11:00'}
reminders: [Sleep]
phases:
  - title: First
    heading: 'First: sums'
    weeks:
      - week: 1
        title: One
        goals: [{text: Add up}]
        days:
          - day: 1
            weekday: mon
            sessions:
              - half: Evening
                window: '19:00-21:00'
                slots:
                  - {time: '19:00-20:30', title: Read, topic: A, fields: [{Reading: [{Book: Chapter 1, resource: book}]}, {Task: Write it down}]}
                  - {time: '20:30-21:00', title: Write, topic: A}
          - {day: 2, weekday: tue, slots: [{id: d2-talk, title: Talk, items: [One, Two]}]}
        deliverables: [An essay]
  - title: Second
    weeks:
      - {week: 2, days: [{day: 3, weekday: mon, slots: [{title: Rest of it, duration: 2h}]}]}
";

/// The note on the evening of the first day, when the first slot is done and the second is skipped; the
/// checksums are left out.
const NOTE: &str = r#"---
plan: small
title: "A small *plan*"
generator: plan
checksum: SUMS
---
# A small \*plan\*

## About

- Subject: Numbers
- Duration: two weeks
- Goal: Add and multiply

## Roadmap

```mermaid
graph TD
    t_A["Sums"]
    t_B["Products"]
    t_A --> t_B
```

## Resources

### book

- [The book](<https://example.org/book?a=1&b=2>)

### To watch

- A talk

## Schedule

### First: sums

#### Week 1 One

- Add up

##### Day 1 Mon

###### Evening (19:00-21:00)

- [x] 19:00 - 20:30 Read ⏳ 2026-12-07 ✅ 2026-12-07 ^d01-1900
  - Reading:
    - Book: [Chapter 1](<https://example.org/book?a=1&b=2>)
  - Task: Write it down
- [-] 20:30 - 21:00 Write ⏳ 2026-12-07 ^d01-2030

##### Day 2 Tue

- [ ] Talk ⏳ 2026-12-08 ^d2-talk
  - One
  - Two

##### Deliverables

- [ ] An essay 📅 2026-12-08 ^w01P1

### Second

#### Week 2

##### Day 3 Mon

- [ ] Rest of it ⏳ 2026-12-14 ^d03-1

## Milestones

### Half

- due Sun 13 Dec 2026
- Sums

## Exams and events

- Exam Fri 18 Dec 2026 09:00-11:00

## Reminders

- Sleep
"#;

/// A home of the plan on its first evening, when the first slot is done and the second skipped.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-12-07T22:00:00");
    home.file("plan.yaml", PLAN);
    home.run(&["init", "plan.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["done", "1"]).ok();
    home.run(&["skip", "2"]).ok();
    home
}

fn read(home: &Sandbox) -> String {
    fs::read_to_string(home.home().join("note.md")).unwrap()
}

/// Changes the note as an editor does.
#[track_caller]
fn edit(home: &Sandbox, changes: &[(&str, &str)]) {
    let mut note = read(home);
    for (from, to) in changes {
        assert_eq!(note.matches(from).count(), 1, "{from}");
        note = note.replace(from, to);
    }
    home.file("note.md", note);
}

/// The lines of a note that are check boxes.
fn boxes(note: &str) -> Vec<&str> {
    note.lines()
        .filter(|line| line.starts_with("- ["))
        .filter(|line| line.contains(" ^"))
        .collect()
}

#[test]
fn a_small_note_as_a_whole() {
    let home = home();
    let note = home.run(&["export", "--format", "md"]).ok();
    // What boxes say is in the second checksum only.
    let whole = NOTE.replace("checksum: SUMS\n", "");
    let open = whole
        .replace("[x]", "[ ]")
        .replace("[-]", "[ ]")
        .replace(" ✅ 2026-12-07", "");
    let sums = [open, whole].map(|text| format!("{:08x}", crc32fast::hash(text.as_bytes())));
    assert_eq!(note, NOTE.replace("SUMS", &sums.join("-")));
    let said = home
        .run(&["export", "--format", "md", "-o", "note.md"])
        .ok();
    assert_eq!(said, "wrote the note `note.md`\n");
    assert_eq!(read(&home), note);
}

/// A plan that is fitted into an hour an evening: Read takes one and a half, the talk is taken for one.
fn fitted() -> Sandbox {
    let home = Sandbox::new().at("2026-12-07T10:00:00");
    home.file("plan.yaml", PLAN);
    home.run(&["init", "plan.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["fit", "--hours", "mon-fri=19:00-20:00", "--apply"])
        .ok();
    home.run(&["export", "--format", "md", "--dataview", "-o", "note.md"])
        .ok();
    home
}

#[test]
fn sittings_have_boxes_of_their_own() {
    let home = fitted();
    let note = read(&home);
    assert_eq!(
        boxes(&note),
        [
            "- [ ] 19:00 - 20:00 Read (1 of 2) [scheduled:: 2026-12-07] ^d01-1900S0-60",
            "- [ ] 19:00 - 19:30 Read (2 of 2) [scheduled:: 2026-12-08] ^d01-1900S60-90",
            "- [ ] 19:30 - 20:00 Write [scheduled:: 2026-12-08] ^d01-2030",
            "- [ ] 19:00 - 20:00 Talk [scheduled:: 2026-12-09] ^d2-talk",
            "- [ ] An essay [due:: 2026-12-09] ^w01P1",
            "- [ ] 19:00 - 20:00 Rest of it (1 of 2) [scheduled:: 2026-12-10] ^d03-1S0-60",
            "- [ ] 19:00 - 20:00 Rest of it (2 of 2) [scheduled:: 2026-12-11] ^d03-1S60-120",
        ]
    );
    edit(
        &home,
        &[
            ("[ ] 19:00 - 20:00 Read (1", "[-] 19:00 - 20:00 Read (1"),
            (
                "[ ] 19:00 - 20:00 Rest of it (1 of 2) [scheduled:: 2026-12-10]",
                "[x] 19:00 - 20:00 Rest of it (1 of 2) [scheduled:: 2026-12-10] [completion:: 2026-12-06]",
            ),
            (
                "[ ] 19:00 - 20:00 Rest of it (2",
                "[-] 19:00 - 20:00 Rest of it (2",
            ),
        ],
    );
    assert_eq!(
        home.run(&["pull", "note.md"]).stdout,
        "✓ d03-1 Rest of it (1 of 2)   Sun 6 Dec
– d03-1 Rest of it (2 of 2)
  2 marks recorded
1 check box was not recorded:
  line 46: d01-1900 Read (1 of 2)   a slot is skipped with all its open sittings
"
    );
    let note = home.run(&["export", "--format", "md"]).ok();
    assert_eq!(
        boxes(&note)[5..],
        [
            "- [x] 19:00 - 20:00 Rest of it (1 of 2) ⏳ 2026-12-10 ✅ 2026-12-06 ^d03-1S0-60",
            "- [-] 19:00 - 20:00 Rest of it (2 of 2) ⏳ 2026-12-11 ^d03-1S60-120",
        ]
    );
}

#[test]
fn after_another_fit_nothing_is_taken_for_former_sittings() {
    let home = fitted();
    let ticked = [("[ ] 19:00 - 20:00 Read (1", "[x] 19:00 - 20:00 Read (1")];
    edit(&home, &ticked);
    home.run(&["undo"]).ok();
    home.run(&["fit", "--hours", "mon-fri=18:00-21:00", "--apply"])
        .ok();
    let ran = home.run(&["pull", "note.md"]);
    assert_eq!(
        ran.stdout,
        "  nothing new in the note
4 check boxes were not recorded:
  line 46: `^d01-1900S0-60`   not in the plan
  line 47: `^d01-1900S60-90`   not in the plan
  line 69: `^d03-1S0-60`   not in the plan
  line 70: `^d03-1S60-120`   not in the plan
"
    );
}

/// What a title can try, and how it is written.
const HOSTILE: [(&str, &str); 10] = [
    (
        "<script>alert(1)</script>",
        r"\<script\>alert(1)\</script\>",
    ),
    ("<!-- a", r"\<!-- a"),
    ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
    ("[[Secret]] ![[x]]", r"\[\[Secret\]\] !\[\[x\]\]"),
    (
        "https://evil.example/ www.evil.example",
        r"https\://evil.example/ www\.evil.example",
    ),
    (
        "a ✅ 2020-01-01 ^d02-1900",
        r"a &#9989; 2020-01-01 \^d02-1900",
    ),
    ("==mark== %%hidden%%", r"\=\=mark\=\= \%\%hidden\%\%"),
    (
        "[due:: 2020-01-01] (a:: b)",
        r"\[due\:\: 2020-01-01\] (a\:\: b)",
    ),
    (
        "#tag `code` **bold** a@b.example",
        r"\#tag \`code\` \*\*bold\*\* a\@b.example",
    ),
    (
        "1. - [x] | $x$ ~~~ &amp; \\",
        r"1. - \[x\] \| \$x\$ \~\~\~ \&amp; \\",
    ),
];

#[test]
fn hostile_titles_are_text() {
    for (title, written) in HOSTILE {
        let home = Sandbox::new().at("2026-12-07T09:30:00");
        let quoted = serde_json::to_string(title).unwrap();
        let plan = PLAN
            .replace("title: Read,", &format!("title: {quoted},"))
            .replace("title: A small *plan*", &format!("title: {quoted}"))
            .replace("Book: Chapter 1", &format!("Book: {quoted}"))
            .replace("[An essay]", &format!("[{quoted}]"))
            .replace("reminders: [Sleep]", &format!("reminders: [{quoted}]"));
        home.file("plan.yaml", plan);
        home.run(&["init", "plan.yaml", "--start", "2026-12-07"])
            .ok();
        let note = home.run(&["export", "--format", "md"]).ok();
        let line = format!("- [ ] 19:00 - 20:30 {written} ⏳ 2026-12-07 ^d01-1900\n");
        assert!(note.contains(&line), "{line}{note}");
        assert!(
            note.contains(&format!("- [ ] {written} 📅 2026-12-08 ^w01P1\n")),
            "{note}"
        );
        harmless(&note);
    }
}

/// No HTML, and no link but those of the plan, for a reader of Markdown who is none of ours.
#[track_caller]
fn harmless(note: &str) {
    let (_, body) = note.split_once("\n---\n").unwrap();
    for event in Parser::new_ext(body, Options::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                assert_eq!(&*dest_url, "https://example.org/book?a=1&b=2");
            }
            Event::Code(_) | Event::InlineMath(_) | Event::Start(Tag::Strong | Tag::Emphasis) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
}

#[test]
fn only_a_note_without_edits_is_replaced() {
    let home = home();
    let write = ["export", "--format", "md", "-o", "note.md"];
    home.run(&write).ok();
    // Whatever is recorded since, it is as it was written.
    home.run(&["undo"]).ok();
    home.run(&write).ok();
    assert!(read(&home).contains("- [ ] 20:30 - 21:00 Write ⏳ 2026-12-07 ^d01-2030\n"));
    for (from, to) in [
        ("- [ ] Talk", "- [x] Talk"),
        ("- Sleep", "- Sleep well"),
        ("generator: plan", "generator: plan\ntags: [maths]"),
    ] {
        edit(&home, &[(from, to)]);
        let edited = read(&home);
        assert_eq!(
            home.run(&write).fails(73),
            "error: `note.md` has text or check boxes of your own, and is not replaced\n\
             hint: record its check boxes with `plan pull note.md`; then delete it, or choose another name\n"
        );
        assert_eq!(read(&home), edited);
        edit(&home, &[(to, from)]);
    }
    home.run(&write).ok();
    // A box that is recorded loses nothing.
    edit(&home, &[("- [ ] Talk", "- [x] Talk")]);
    home.run(&["pull", "note.md"]).ok();
    home.run(&write).ok();
    for other in [
        "mine",
        "---\nplan: small\n---\n",
        "---\nplan: other\ngenerator: plan\n---\n",
    ] {
        home.file("note.md", other);
        assert_eq!(
            home.run(&write).fails(73),
            "error: `note.md` is not a note that `plan` wrote\n\
             hint: choose another name, or delete it first\n"
        );
        assert_eq!(read(&home), other);
    }
}

#[test]
fn only_a_note_has_fields_for_dataview() {
    let home = home();
    for (args, said) in [
        (
            ["export", "--json", "--dataview"],
            "error: `--dataview` works only with `--format md`\nhint: add `--format md`\n",
        ),
        (
            ["export", "--json", "--output=x"],
            "error: `--output` works only with `--format ics`, `vdir` or `md`\n\
             hint: add `--format ics`, `--format vdir` or `--format md`\n",
        ),
    ] {
        assert_eq!(home.run(&args).fails(2), said);
    }
}

#[test]
fn every_query_verb_has_markdown() {
    let home = home();
    for verb in [
        "today",
        "tomorrow",
        "next",
        "week",
        "show d1",
        "report",
        "roadmap",
        "resources",
        "milestones",
        "forecast",
        "log",
        "status",
        "plans",
        "doctor",
        "check",
    ] {
        let args: Vec<&str> = verb.split(' ').collect();
        let markdown = home.run(&[&args[..], &["--format", "md"]].concat()).ok();
        assert_ne!(markdown, "", "{verb}");
        // The control: a table is something else, except of one line.
        if !["check", "next"].contains(&verb) {
            assert_ne!(markdown, home.run(&args).ok(), "{verb}");
        }
    }
}
