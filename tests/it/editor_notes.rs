//! What the editor of a plan file remarks: on request for a person, always for a script, and never
//! of any consequence for marks.

use serde_json::json;

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: p
title: Reading
resources:
  - {id: book, kind: book, title: A book, notes: [Skip the preface], editor_notes: [no link is given]}
days:
  - day: 1
    weekday: mon
    notes: [Bring a pencil]
    editor_notes: [{line: 7, text: a long day}]
    sessions:
      - half: morning
        editor_notes: [no time is given]
        slots:
          - title: Read
            notes: [Slowly]
            editor_notes: [{line: 9, text: a typing error}]
            fields: [{read: [{text: Chapter 1, resource: book}]}]
";

fn home() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-11-30T11:00:00")
        .env("COLUMNS", "80");
    home.file("p.yaml", PLAN);
    home.run(&["init", "p.yaml", "--start", "2026-11-30"]).ok();
    home
}

#[test]
fn they_are_shown_on_request() {
    let home = home();
    assert_eq!(
        home.run(&["show", "d1", "--editor-notes"]).ok(),
        "\
Day 1 Mon                                                        Mon 30 Nov 2026
  note: Bring a pencil
  editor, line 7: a long day

morning
  editor: no time is given
  Read                                                                     d01-1
  Mon 30 Nov · Day 1 Mon · open
  read
    - Chapter 1
      note: Skip the preface
      editor: no link is given
  note: Slowly
  editor, line 9: a typing error
"
    );
    assert_eq!(
        home.run(&["resources", "--editor-notes"]).ok(),
        "\
book  1
  book A book
      in d01-1: 0/1 done
      note: Skip the preface
      editor: no link is given
"
    );
    assert_eq!(
        home.run(&["next", "--editor-notes", "--lang", "zh"]).ok(),
        "  Read                                                                     d01-1
  11月30日 周一 · 第1天 · 未完成
  read
    - Chapter 1
      备注：Skip the preface
      编者注：no link is given
  备注：Slowly
  编者注（第 9 行）：a typing error
"
    );
}

#[test]
fn today_has_those_of_its_slots() {
    let home = home();
    let today = "\
Reading                                                          Mon 30 Nov 2026
Day 1 Mon                              week ────────── 0/1   plan ────────── 0/1

      time  slot  to do
   1        Read

 editor   a long day
          1 no time is given
          1 a typing error
          1 no link is given
";
    assert_eq!(home.run(&["--editor-notes"]).ok(), today);
    // The same from the card of the day, which there is once something is recorded.
    home.run(&["note", "1", "hm"]).ok();
    assert_eq!(home.run(&["today", "--editor-notes"]).ok(), today);
}

#[test]
fn equal_ones_of_several_resources_are_shown_once() {
    let home = home();
    let plan = PLAN
        .replace(
            "resources:\n",
            "resources:\n  - {id: other, kind: book, title: Another, editor_notes: [no link is given]}\n",
        )
        .replace(
            "{text: Chapter 1, resource: book}",
            "{text: Chapter 1, resource: book}, {text: Chapter 2, resource: other}",
        );
    home.file("p.yaml", plan);
    assert_eq!(
        home.run(&["--editor-notes"]).ok(),
        "\
Reading                                                          Mon 30 Nov 2026
Day 1 Mon                              week ────────── 0/1   plan ────────── 0/1

      time  slot  to do
   1        Read

 editor   a long day
          1 no time is given
          1 a typing error
          1 no link is given
"
    );
}

#[test]
fn they_are_left_out_otherwise() {
    let home = home();
    assert_eq!(
        home.run(&["show", "d1"]).ok(),
        "\
Day 1 Mon                                                        Mon 30 Nov 2026
  note: Bring a pencil

morning
  Read                                                                     d01-1
  Mon 30 Nov · Day 1 Mon · open
  read
    - Chapter 1
      note: Skip the preface
  note: Slowly
"
    );
    assert_eq!(
        home.run(&["resources"]).ok(),
        "\
book  1
  book A book
      in d01-1: 0/1 done
      note: Skip the preface
"
    );
    let today = "\
Reading                                                          Mon 30 Nov 2026
Day 1 Mon                              week ────────── 0/1   plan ────────── 0/1

      time  slot  to do
   1        Read

";
    assert_eq!(home.run(&["today"]).ok(), today);
    home.run(&["note", "1", "hm"]).ok();
    assert_eq!(home.run(&["today"]).ok(), today);
}

#[test]
fn json_has_them_with_and_without_the_flag() {
    let home = home();
    for flags in [&["--json"][..], &["--json", "--editor-notes"]] {
        let shown = home.run(&[&["show", "1"], flags].concat()).json();
        assert_eq!(
            shown["shown"][0]["slots"][0]["editor_notes"],
            json!([{"line": 9, "text": "a typing error"}])
        );
        let listed = home.run(&[&["resources"], flags].concat()).json();
        assert_eq!(
            listed["resources"][0]["editor_notes"],
            json!([{"line": null, "text": "no link is given"}])
        );
    }
    let plan = home.run(&["export", "--json"]).json();
    let day = &plan["phases"][0]["weeks"][0]["days"][0];
    assert_eq!(
        [&day["editor_notes"], &day["sessions"][0]["editor_notes"]],
        [
            &json!([{"line": 7, "text": "a long day"}]),
            &json!([{"line": null, "text": "no time is given"}])
        ]
    );
}

#[test]
fn marks_of_before_they_were_told_apart_still_match() {
    let home = home();
    // As an older version of the file had it: every remark is a note.
    let old = PLAN
        .replace(
            "notes: [Skip the preface], editor_notes: [no link is given]",
            "notes: [Skip the preface, no link is given]",
        )
        .replace("    notes: [Bring a pencil]\n", "")
        .replace("            notes: [Slowly]\n", "")
        .replace("editor_notes", "notes");
    home.file("p.yaml", old);
    home.run(&["done", "1"]).ok();
    home.file("p.yaml", PLAN);
    let shown = home.run(&["show", "1", "--json"]).json();
    let slot = &shown["shown"][0]["slots"][0];
    assert_eq!(
        [&slot["status"], &slot["content_changed"]],
        [&json!("done"), &json!(false)]
    );
    assert_eq!(home.run(&["today", "--json"]).json()["orphans"], json!([]));
}
