//! Links: the author's, what is known to be wrong with them, and those that are suggested instead.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: links
title: Links
resources:
  - {id: right, kind: paper, title: Right, url: https://a.example/right, status: ok}
  - {id: astray, kind: paper, title: Astray, url: https://a.example/astray, status: wrong,
     suggested_url: https://b.example/better}
  - {id: dead, kind: doc, title: Dead, url: https://a.example/dead, status: not-found}
  - {id: other, kind: blog, title: Other, url: https://a.example/other, status: mismatch,
     suggested_url: https://b.example/same}
  - {id: old, kind: doc, title: Old, url: https://a.example/old, status: moved,
     suggested_url: https://b.example/new}
  - {id: linkless, kind: book, title: Linkless, status: none, suggested_url: https://b.example/it}
  - {id: lost, kind: repo, title: Lost, status: not-found, suggested_url: https://b.example/found}
  - {id: plain, kind: book, title: Plain, status: none}
days:
  - day: 1
    slots:
      - time: 09:00-10:00
        title: Read
        fields:
          - reading:
            - {Paper: '', resource: right}
            - {resource: astray}
            - {resource: dead}
            - {resource: other}
            - {resource: old}
            - {resource: linkless}
            - {resource: lost}
            - {resource: plain}
            - {text: Own, resource: lost, url: https://c.example/own}
";

/// Begun on Monday, 7 September, and looked at in its morning.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-09-07T08:00:00");
    home.file("links.yaml", PLAN);
    home.run(&["init", "links.yaml", "--start", "2026-09-07"])
        .ok();
    home
}

const TODAY: &str = "\
Links                                                                                 Mon 7 Sep 2026
Day 1                                                      week ────────── 0/1   plan ────────── 0/1

      time         slot  to do
   1  09:00-10:00  Read

 read     1 Paper Right  https://a.example/right
          1 Astray  https://a.example/astray  ! wrong, suggested: https://b.example/better
          1 Dead  https://a.example/dead  ! not found
          1 Other  https://a.example/other  ! different subject, suggested: https://b.example/same
          1 Old  https://a.example/old  moved, suggested: https://b.example/new
          1 Linkless  suggested: https://b.example/it
          1 Lost  ! not found, suggested: https://b.example/found
          1 Own  https://c.example/own  suggested: https://b.example/found
";

#[test]
fn today_marks_wrong_links_and_shows_suggested_ones() {
    let home = home();
    assert_eq!(home.run(&["today"]).ok(), TODAY);
    // Without the day card it is the same.
    std::fs::remove_dir_all(home.home().join(".cache")).unwrap();
    assert_eq!(home.run(&["today"]).ok(), TODAY);
    assert_eq!(home.run(&["today"]).ok(), TODAY);
}

/// A link is never broken, nor parted from what is wrong with it where there is room for both.
#[test]
fn long_lines_are_broken_around_links() {
    let said = home().env("COLUMNS", "60").run(&["today"]).ok();
    let (_, readings) = said.split_once("\n\n read ").unwrap();
    assert_eq!(
        readings,
        "    1 Paper Right  https://a.example/right
          1 Astray  https://a.example/astray  ! wrong,
            suggested: https://b.example/better
          1 Dead  https://a.example/dead  ! not found
          1 Other  https://a.example/other  ! different
            subject, suggested: https://b.example/same
          1 Old  https://a.example/old  moved, suggested:
            https://b.example/new
          1 Linkless  suggested: https://b.example/it
          1 Lost  ! not found, suggested:
            https://b.example/found
          1 Own  https://c.example/own  suggested:
            https://b.example/found
"
    );
    // The mark stays with its word: it would have had room alone.
    let said = home().env("COLUMNS", "47").run(&["today"]).ok();
    let lines: Vec<&str> = said.lines().skip(9).take(3).collect();
    assert_eq!(
        lines,
        [
            "          1 Astray  https://a.example/astray",
            "            ! wrong, suggested:",
            "            https://b.example/better"
        ]
    );
}

const SLOT: &str = "  Read                                                                                      d01-0900
  Mon 7 Sep · Day 1 · 09:00-10:00 · 1 h · open
  reading
    - Paper: Right  https://a.example/right
    - Astray  https://a.example/astray  ! wrong, suggested: https://b.example/better
    - Dead  https://a.example/dead  ! not found
    - Other  https://a.example/other  ! different subject, suggested: https://b.example/same
    - Old  https://a.example/old  moved, suggested: https://b.example/new
    - Linkless  suggested: https://b.example/it
    - Lost  ! not found, suggested: https://b.example/found
    - Plain
    - Own  https://c.example/own  suggested: https://b.example/found
";

#[test]
fn a_slot_and_the_library_mark_links_in_the_same_words() {
    let home = home();
    assert_eq!(home.run(&["show", "1"]).ok(), SLOT);
    assert_eq!(home.run(&["next"]).ok(), SLOT);
    assert_eq!(
        home.run(&["resources"]).ok(),
        "\
paper  2
  right Right  https://a.example/right
      in d01-0900: 0/1 done · link ok
  astray Astray  https://a.example/astray  ! wrong, suggested: https://b.example/better
      in d01-0900: 0/1 done

blog  1
  other Other  https://a.example/other  ! different subject, suggested: https://b.example/same
      in d01-0900: 0/1 done

doc  2
  dead Dead  https://a.example/dead  ! not found
      in d01-0900: 0/1 done
  old Old  https://a.example/old  moved, suggested: https://b.example/new
      in d01-0900: 0/1 done

book  2
  linkless Linkless  suggested: https://b.example/it
      in d01-0900: 0/1 done
  plain Plain
      in d01-0900: 0/1 done

repo  1
  lost Lost  ! not found, suggested: https://b.example/found
      in d01-0900: 0/1 done
"
    );
}

#[test]
fn markdown_has_both_links() {
    assert_eq!(
        home().run(&["today", "--format", "md"]).ok(),
        "\
Links — Mon 7 Sep 2026

Day 1 — week 0/1 plan 0/1

|  | time | slot | to do |
| --- | --- | --- | --- |
| 1 | 09:00-10:00 | Read |  |

- read 1 Paper Right <https://a.example/right>

- read 1 Astray <https://a.example/astray> ! wrong, suggested: <https://b.example/better>

- read 1 Dead <https://a.example/dead> ! not found

- read 1 Other <https://a.example/other> ! different subject, suggested: <https://b.example/same>

- read 1 Old <https://a.example/old> moved, suggested: <https://b.example/new>

- read 1 Linkless suggested: <https://b.example/it>

- read 1 Lost ! not found, suggested: <https://b.example/found>

- read 1 Own <https://c.example/own> suggested: <https://b.example/found>
"
    );
}

#[test]
fn json_has_status_and_suggested_link() {
    let expected: Value = json!([
        {"kind": "paper", "label": "Paper", "title": "Right", "url": "https://a.example/right",
            "id": "right", "status": "ok", "suggested_url": null},
        {"kind": "paper", "label": null, "title": "Astray", "url": "https://a.example/astray",
            "id": "astray", "status": "wrong", "suggested_url": "https://b.example/better"},
        {"kind": "doc", "label": null, "title": "Dead", "url": "https://a.example/dead",
            "id": "dead", "status": "not-found", "suggested_url": null},
        {"kind": "blog", "label": null, "title": "Other", "url": "https://a.example/other",
            "id": "other", "status": "mismatch", "suggested_url": "https://b.example/same"},
        {"kind": "doc", "label": null, "title": "Old", "url": "https://a.example/old",
            "id": "old", "status": "moved", "suggested_url": "https://b.example/new"},
        {"kind": "book", "label": null, "title": "Linkless", "url": null,
            "id": "linkless", "status": "none", "suggested_url": "https://b.example/it"},
        {"kind": "repo", "label": null, "title": "Lost", "url": null,
            "id": "lost", "status": "not-found", "suggested_url": "https://b.example/found"},
        {"kind": "book", "label": null, "title": "Plain", "url": null,
            "id": "plain", "status": "none", "suggested_url": null},
        {"kind": "repo", "label": null, "title": "Own", "url": "https://c.example/own",
            "id": "lost", "status": null, "suggested_url": "https://b.example/found"},
    ]);
    let home = home();
    for (verb, slot) in [
        (&["today"][..], "/days/0/slots/0"),
        (&["next"], "/next"),
        (&["show", "1"], "/shown/0/slots/0"),
        (&["status"], "/next"),
        (&["week"], "/days/0/slots/0"),
        (&["export"], "/phases/0/weeks/0/days/0/sessions/0/slots/0"),
    ] {
        let json = home.run(&[verb, &["--json"]].concat()).json();
        assert_eq!(
            json.pointer(slot).unwrap()["resources"],
            expected,
            "{verb:?}"
        );
    }
}

/// The shipped plan's author gives a link to a paper of particle physics, and 32 readings none for
/// which there is a good one.
#[test]
fn the_shipped_plan_shows_every_suggested_link() {
    let home = Sandbox::new()
        .at("2026-12-02T08:00:00")
        .env("COLUMNS", "200");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    let said = home.run(&["today"]).ok();
    let read = said.lines().find(|line| line.starts_with(" read"));
    assert_eq!(
        read,
        Some(
            " read     1 论文 Multimodal Fusion Techniques  https://arxiv.org/abs/2011.12373  \
             ! wrong, suggested: https://arxiv.org/abs/2209.03430"
        )
    );
    let plan = home.run(&["export", "--json"]).json();
    let mut suggested = Vec::new();
    readings(&plan, &mut suggested);
    assert_eq!(suggested.len(), 32);
    for (date, title, url) in suggested {
        let said = home.run(&["show", &date]).ok();
        let line = format!("{title}  suggested: {url}");
        assert!(
            said.lines().any(|read| read.ends_with(&line)),
            "{line}\n{said}"
        );
    }
}

/// Date, title and suggested link of every reading below `value` for which the author gives none.
fn readings(value: &Value, found: &mut Vec<(String, String, String)>) {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    if let Some(resources) = value
        .get("resources")
        .filter(|_| value.get("date").is_some())
    {
        for one in resources.as_array().unwrap() {
            if one["url"].is_null() && !one["suggested_url"].is_null() {
                let date = text(&value["date"]);
                found.push((date, text(&one["title"]), text(&one["suggested_url"])));
            }
        }
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| readings(value, found)),
        Value::Object(keys) => keys.values().for_each(|value| readings(value, found)),
        _ => {}
    }
}
