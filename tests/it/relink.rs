//! `init` after another plan, what `undo` says of it, and `doctor --relink` by the learner's word.

use serde_json::{Value, json};

use crate::against::{EDITED, PLAN, home, same};
use crate::sandbox::Sandbox;

const TAKEN_ALONG: &str = "  its last day is Tue 8 Dec 2026
  d01-0900 卷积 is now 卷积（修订）; its marks move with it
  d01-1000 注意力机制 is now d01-1400; its marks move with it
  d02-0900 复习 has no certain successor: its marks are kept, but do not count
  d02-1100 测验 has no certain successor: its marks are kept, but do not count
";
const STAYS: &str = "hint: `plan init --restart --start DATE` moves the start; marks are kept\n";
const BY_WORD: &str =
    "hint: `plan doctor --relink OLD=NEW` moves the marks of OLD to the slot NEW\n";

/// For each mark that is left over its slot and why.
fn orphans(home: &Sandbox) -> Value {
    let doctor = home.run(&["doctor", "--json"]).json();
    let orphans = doctor["orphans"].as_array().unwrap().iter();
    orphans.map(|o| json!([o["slot"], o["why"]])).collect()
}

#[test]
fn another_plan_in_between_costs_no_mark() {
    let home = home();
    home.run(&["init", "rust-in-four-weeks"]).ok();
    let begun = home.run(&["init", "edited.yaml"]);
    assert_eq!(begun.stderr, format!("{STAYS}{BY_WORD}"));
    let head = "小计划 is now followed; it began on Mon 7 Dec 2026, and its marks are kept\n";
    same(&home, &begun.ok(), &format!("{head}{TAKEN_ALONG}"));
    assert_eq!(
        orphans(&home),
        json!([["d02-0900", "gone"], ["d02-1100", "gone"]])
    );
    // Once more there is nothing to take along.
    let before = home.journal("small");
    home.run(&["init", "edited.yaml"]).ok();
    assert_eq!(home.journal("small"), before);
}

#[test]
fn plan_edited_in_place_is_reported_and_init_moves_its_marks() {
    let home = home();
    home.file("plan.yaml", EDITED);
    // Where none is chosen but the one that is followed already, it is said what could be done.
    let before = home.journal("small");
    let certain =
        "hint: some marks belong to slots that were renamed: `plan doctor --relink` moves them\n";
    for args in [&["init"][..], &["init", "plan.yaml"]] {
        let again = home.run(args);
        let said = (&*again.stderr, again.code);
        assert_eq!(said, (&*format!("{STAYS}{certain}"), 0));
    }
    assert_eq!(home.journal("small"), before);
    home.run(&["init", "rust-in-four-weeks"]).ok();
    let begun = home.run(&["init", "plan.yaml", "--json"]).json();
    let recorded = begun["recorded"].as_array().unwrap().iter();
    let actual: Value = recorded.map(|event| event["from"].clone()).collect();
    assert_eq!(actual, json!(["d01-0900", "d01-1000"]));
    let listed = begun["orphans"].as_array().unwrap().iter();
    let listed: Value = listed.map(|o| json!([o["slot"], o["why"]])).collect();
    assert_eq!(listed, json!([["d02-0900", "gone"], ["d02-1100", "gone"]]));
}

#[test]
fn undo_reports_that_the_plan_is_still_followed() {
    let home = home();
    home.run(&["init", "edited.yaml"]).ok();
    let path = home.home().join("edited.yaml").display().to_string();
    let hint = format!("hint: {path} is still followed; `plan init PLAN` chooses another plan\n");
    let moves = "retitled d01-0900 卷积 to 卷积（修订）";
    let undone = home.run(&["undo"]);
    assert_eq!(undone.stderr, hint);
    assert_eq!(
        undone.ok(),
        format!("undone: {moves}\nundone: moved d01-1000 注意力机制 to d01-1400\n")
    );
    let redone = home.run(&["redo"]);
    assert_eq!(redone.stderr, "");
    assert_eq!(
        redone.ok(),
        format!("redone: {moves}\nredone: moved d01-1000 注意力机制 to d01-1400\n")
    );
    assert_eq!(
        home.run(&["undo", "--json"]).json()["followed"],
        json!(path)
    );
    // A mark is no choice.
    home.run(&["done", "d02-1030"]).ok();
    assert_eq!(home.run(&["undo"]).stderr, "");
}

#[test]
fn the_history_calls_a_redo_a_redo_and_a_new_title_retitled() {
    let home = home();
    home.run(&["init", "edited.yaml"]).ok();
    home.run(&["done", "d02-1200"]).ok();
    home.run(&["undo"]).ok();
    home.run(&["redo"]).ok();
    let log = home.run(&["log"]).ok();
    let lines: Vec<&str> = log.lines().collect();
    let expected = "\
2026-12-08 20:00  retitled            d01-0900 卷积 to 卷积（修订）
2026-12-08 20:00  moved               d01-1000 注意力机制 to d01-1400
2026-12-08 20:00  done      d02-1200  阅读
2026-12-08 20:00  undo                (brought back by redo) d02-1200 阅读
2026-12-08 20:00  redo                d02-1200 阅读";
    assert_eq!(lines[lines.len() - 5..].join("\n"), expected);
    let events = home.run(&["log", "--json"]).json()["events"].take();
    let events = events.as_array().unwrap().iter().rev().take(5).rev();
    let actual: Value = events
        .map(|e| json!([e["t"], e["verb"], e["live"]]))
        .collect();
    assert_eq!(
        actual,
        json!([
            ["moved", "retitled", true],
            ["moved", "moved", true],
            ["done", "done", true],
            ["undo", "undo", false],
            ["undo", "redo", true],
        ])
    );
}

/// The lines of `doctor` from its device to its verdict, and what it hints at.
fn relinked(home: &Sandbox, args: &[&str]) -> (String, String) {
    let said = home.run(&[&["doctor", "--relink"], args].concat());
    let hint = said.stderr.clone();
    let text = said.ok();
    let lines = text.lines().skip_while(|line| !line.starts_with(" device"));
    let lines = lines
        .skip(1)
        .take_while(|line| !line.starts_with(" changed"));
    (lines.collect::<Vec<_>>().join("\n"), hint)
}

#[test]
fn explicit_relinks_are_one_step() {
    let home = home();
    home.run(&["init", "edited.yaml"]).ok();
    let (said, hint) = relinked(&home, &["d02-0900=d02-1030", "测验=d2.2"]);
    let expected =
        " relinked d02-0900 复习 is now d02-1030\n relinked d02-1100 测验 is now d02-1200 阅读";
    assert_eq!((&*said, &*hint), (expected, ""));
    let status = |id: &str| {
        home.run(&["show", id, "--json"]).json()["shown"][0]["slots"][0]["status"].take()
    };
    assert_eq!(
        (status("d02-1030"), status("d02-1200")),
        (json!("done"), json!("skipped"))
    );
    assert_eq!(orphans(&home), json!([]));
    let undone =
        "undone: moved d02-0900 复习 to d02-1030\nundone: moved d02-1100 测验 to d02-1200 阅读\n";
    assert_eq!(home.run(&["undo"]).ok(), undone);
    assert_eq!(
        orphans(&home),
        json!([["d02-0900", "gone"], ["d02-1100", "gone"]])
    );
    assert_eq!(
        (status("d02-1030"), status("d02-1200")),
        (json!("open"), json!("open"))
    );
}

#[test]
fn a_word_that_makes_no_sense_moves_nothing() {
    let home = home();
    home.run(&["init", "edited.yaml"]).ok();
    let before = home.journal("small");
    for (pairs, said) in [
        (&["d02-0900"][..], "invalid pair `d02-0900`\nhint: write OLD=NEW: the id that `plan doctor` shows, and the slot that it is now".to_owned()),
        (&["d02-1200=d02-1030"], "no marks of `d02-1200`\nhint: orphaned marks: d02-0900 复习; d02-1100 测验".to_owned()),
        (&["d02-0900=d02-1030", "d02-1100=d02-1030"], "two slots cannot both be d02-1030 复习\nhint: marks of two slots are never merged".to_owned()),
        (&["d02-0900=d02-1030", "复习=d02-1200"], "d02-0900 复习 is given twice\nhint: marks go to one slot".to_owned()),
        (&["d02-0900=d2"], "`d2` is not a single slot\nhint: choose one: d02-1030 复习; d02-1200 阅读".to_owned()),
    ] {
        let args = [&["doctor", "--relink"], pairs].concat();
        assert_eq!(home.run(&args).fails(2), format!("error: {said}\n"));
    }
    home.run(&["doctor", "--relink", "d02-0900=d02-0930"])
        .fails(2);
    assert_eq!(home.journal("small"), before);
    let home = Sandbox::new().at("2026-12-08T20:00:00");
    assert_eq!(
        home.run(&["doctor", "--relink", "d01-0900=d01-1045"])
            .fails(2),
        "error: no marks of `d01-0900`\nhint: every mark matches its slot\n"
    );
}

/// Two titles trade places, which their contents do not: each is found by its title, and holds
/// something else.
#[test]
fn traded_titles_are_counted_once() {
    let home = home();
    let traded = PLAN
        .replace("title: 卷积", "title: X")
        .replace("title: 注意力机制", "title: 卷积");
    home.file(
        "traded.yaml",
        traded.replace("title: X", "title: 注意力机制"),
    );
    let shown = home.run(&["check", "--against", "traded.yaml"]).ok();
    let expected = "\
traded.yaml compared with plan.yaml
  slots and deliverables: 5 kept, 2 renamed, 0 orphaned, 0 changed, 0 added, 0 removed

renamed  marks move with them
 ✓  d01-0900  卷积        now d01-1000  same title, other content
 ✓  d01-1000  注意力机制  now d01-0900  same title, other content
";
    same(&home, &shown, expected);
    let json = home
        .run(&["check", "--against", "traded.yaml", "--json"])
        .json();
    let actual = json["renamed"].as_array().unwrap().iter();
    let actual: Value = actual
        .map(|one| json!([one["from"], one["to"], one["content_changed"]]))
        .collect();
    assert_eq!(
        actual,
        json!([
            ["d01-0900", "d01-1000", true],
            ["d01-1000", "d01-0900", true]
        ])
    );
    assert_eq!(json["changed"], json!([]));
}

/// Only their places tell which of two new titles is which of two old ones.
#[test]
fn two_new_titles_at_once_could_be_it_and_the_learner_says_so() {
    let bare = "plan: bare\ntitle: B\ndays:\n  - day: 1\n    slots:\n      \
                - {time: 09:00-10:00, title: vectors}\n      - {time: 10:00-11:00, title: matrices}\n";
    let home = Sandbox::new().at("2026-12-08T20:00:00");
    home.file("bare.yaml", bare);
    home.file(
        "new.yaml",
        bare.replace("vectors", "arrows")
            .replace("matrices", "tables"),
    );
    home.run(&["init", "bare.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["done", "d1"]).ok();
    let shown = home.run(&["check", "--against", "new.yaml"]);
    let hint =
        "hint: after that, `plan doctor --relink OLD=NEW` moves the marks of OLD to the slot NEW\n";
    assert_eq!(shown.stderr, hint);
    let expected = "\
new.yaml compared with bare.yaml
  slots and deliverables: 0 kept, 0 renamed, 2 orphaned, 0 changed, 2 added, 0 removed

orphaned  no certain successor; marks are kept, but do not count
 ✓  d01-0900  vectors   could be d01-0900 arrows or d01-1000 tables
 ✓  d01-1000  matrices  could be d01-1000 tables or d01-0900 arrows

added
    d01-0900  arrows
    d01-1000  tables
";
    same(&home, &shown.ok(), expected);
    let json = home
        .run(&["check", "--against", "new.yaml", "--json"])
        .json();
    assert_eq!(
        json["orphaned"][0]["perhaps"],
        json!(["d01-0900", "d01-1000"])
    );
    home.run(&["init", "new.yaml"]).ok();
    let marks = " marks    d01-0900 vectors does not count: arrows has its id; if that is the same slot, `plan doctor";
    let (said, hint) = relinked(&home, &["matrices=d01-1000"]);
    let expected = format!(" relinked d01-1000 matrices is now tables\n{marks}");
    assert_eq!(
        (said.lines().take(2).collect::<Vec<_>>().join("\n"), &*hint),
        (expected, BY_WORD)
    );
    relinked(&home, &["d01-0900=d01-0900"]);
    assert_eq!(orphans(&home), json!([]));
}

/// Where a slot was put stays; when it ends there follows from its length now.
#[test]
fn a_move_that_is_taken_along_ends_by_the_new_length() {
    let home = home();
    let own = "{time: 12:00-13:00, title: 讨论, items: [两人一组]}";
    for (now, id, end) in [
        (
            "{time: 12:15-13:00, title: 讨论, items: [两人一组]}",
            "d02-1215",
            "14:45",
        ),
        (
            "{time: 12:00-14:00, title: 讨论, items: [两人一组]}",
            "d02-1200",
            "16:00",
        ),
    ] {
        home.run(&["init", "plan.yaml"]).ok();
        home.run(&["move", "d02-1200", "wed", "--at", "14:00"]).ok();
        home.file("longer.yaml", PLAN.replace(own, now));
        home.run(&["init", "longer.yaml"]).ok();
        let shown = home.run(&["show", id, "--json"]).json();
        let slot = &shown["shown"][0]["slots"][0];
        let actual = json!([slot["date"], slot["start"], slot["end"]]);
        assert_eq!(actual, json!(["2026-12-09", "14:00", end]), "{id}");
        home.run(&["undo"]).ok();
    }
}

/// Two slots that hold something, under the titles they are given.
fn two(first: &str, second: Option<&str>) -> String {
    let slot = |title: &str, time: &str, work: &str| {
        format!("      - {{time: {time}, title: {title}, fields: [{{Task: {work}}}]}}\n")
    };
    let second = second.map(|title| slot(title, "10:00-11:00", "kernels"));
    format!(
        "plan: two\ntitle: Two\ndays:\n  - day: 1\n    slots:\n{}{}",
        slot(first, "09:00-10:00", "tensors"),
        second.unwrap_or_default()
    )
}

/// Two slots of Day 1 on Monday 7 December, and the plan's file.
fn home_of_two() -> Sandbox {
    let home = Sandbox::new().at("2026-12-07T12:00:00");
    home.file("two.yaml", two("Tensors and shapes", Some("Beta")));
    home.run(&["init", "two.yaml", "--start", "2026-12-07"])
        .ok();
    home
}

#[test]
fn marks_under_a_former_title_are_marks_of_its_own() {
    let home = home_of_two();
    home.run(&["done", "1", "2"]).ok();
    home.file("two.yaml", two("Gamma", None));
    // Another slot's go there too if the learner says so, and back.
    home.run(&["doctor", "--relink", "d01-1000=d01-0900"]).ok();
    assert_eq!(orphans(&home), json!([["d01-0900", "replaced"]]));
    home.run(&["undo"]).ok();
    // The mark of the same slot under its former title is taken over.
    home.run(&["doctor", "--relink", "d01-0900=d01-0900"]).ok();
    assert_eq!(orphans(&home), json!([["d01-1000", "gone"]]));
}

#[test]
fn a_move_takes_what_was_said_under_a_former_title_along() {
    let home = home_of_two();
    home.run(&["note", "1", "hm"]).ok();
    home.file("two.yaml", two("Tensors and their shapes", Some("Beta")));
    let remarks = || {
        let slot = home.run(&["show", "d01-0900", "--json"]).json();
        slot["shown"][0]["slots"][0]["remarks"].clone()
    };
    let said = json!([{"day": "2026-12-07", "text": "hm"}]);
    assert_eq!(remarks(), said);
    home.run(&["move", "d01-0900", "+1"]).ok();
    assert_eq!(remarks(), said);
    assert_eq!(orphans(&home), json!([]));
}

#[test]
fn a_choice_that_cannot_be_kept_says_what_was_recorded() {
    let home = Sandbox::new().at("2026-12-07T12:00:00");
    home.file("two.yaml", two("Tensors and shapes", Some("Beta")));
    let home = home.env("PLAN_CONFIG_DIR", "/proc/none/config");
    let said = home.run(&["init", "two.yaml"]).fails(73);
    let actual = said
        .lines()
        .find(|line| line.starts_with("error: "))
        .unwrap();
    assert!(
        actual.starts_with("error: recorded, but the plan could not be chosen: "),
        "{said}"
    );
    let recorded = String::from_utf8(home.journal("two")).unwrap();
    assert_eq!(recorded.lines().count(), 1);
}

/// What `today` says to type for a slot with a new title, where other slots had the former one.
#[test]
fn the_relink_that_today_suggests_works_as_typed() {
    let plan = "plan: r\ntitle: R\nlanguage: en\ndays:\n  \
                - {weekday: mon, slots: [{time: 19:00-20:00, title: Review}]}\n  \
                - {weekday: wed, slots: [{time: 19:00-20:00, title: Review}]}\n";
    let home = Sandbox::new().at("2026-09-07T21:00:00");
    home.file("r.yaml", plan);
    home.run(&["init", "r.yaml", "--start", "2026-09-07"]).ok();
    home.run(&["done", "1"]).ok();
    home.file("r.yaml", plan.replacen("Review", "Look back", 1));
    let today = home.run(&["today"]).ok();
    let flat = today.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = "marks d01-1900 Review does not count: Look back has its id; if that is the same slot, \
                `plan doctor --relink d01-1900=d01-1900` keeps its marks";
    assert!(flat.contains(said), "{today}");
    home.run(&["doctor", "--relink", "d01-1900=d01-1900"]).ok();
    assert_eq!(
        home.run(&["today"]).ok(),
        "\
R                                                                                     Mon 7 Sep 2026
Day 1 Mon                                                  week █████───── 1/2   plan █████───── 1/2

      time         slot       to do
 ✓ 1  19:00-20:00  Look back

 next     Wed 9 Sep Day 2 Wed: 1 slot, 1 h
"
    );
}
