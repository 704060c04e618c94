//! Columns are straight at every width, no line is wider than asked, links are whole: measured in
//! the columns of a terminal, Chinese and all.

use std::collections::BTreeSet;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::alignment::{Screen, log, numbers, report, status, today, weeks};
use crate::sandbox::Sandbox;

const WIDTHS: [usize; 4] = [60, 80, 100, 140];

const VERBS: [&[&str]; 15] = [
    &["today"],
    &["today", "--date", "2026-12-12"],
    &["tomorrow"],
    &["week"],
    &["show", "d8"],
    &["show", "w3"],
    &["show", "2"],
    &["show", "w05.2"],
    &["report"],
    &["report", "--week", "5"],
    &["report", "--all"],
    &["log"],
    &["log", "--all"],
    &["status"],
    &["doctor"],
];

/// A home in which a week has been lived, with short paths; `wide/` is the configuration of a
/// terminal that draws ambiguous characters two columns wide.
fn lived() -> Sandbox {
    let home = Sandbox::new().short();
    home.file("wide/config.yaml", "ambiguous_width: 2\ndevice: d1\n");
    let now = home.at("2026-11-30T11:00:00");
    now.run(&["init", "--start", "2026-11-23"]).ok();
    for args in [
        &["done", "d1", "--took", "4h"][..],
        &["done", "d2.1", "d3.1"],
        &["skip", "d4.1", "--why", "复习"],
        &[
            "note",
            "d2.1",
            "对比学习 a remark that is longer than there is room for on the line",
        ],
        &["done", "1", "--took", "1h20m"],
        &["skip", "4"],
        &["undo"],
        &["redo"],
    ] {
        now.run(args).ok();
    }
    now
}

/// Every screen of the home, with what was asked for.
fn screens(home: &Sandbox, width: usize, flags: &[&str]) -> Vec<(&'static [&'static str], Screen)> {
    let mut screens = Vec::new();
    for wide in [false, true] {
        let config = if wide { "wide" } else { "config" };
        let home = home.env("PLAN_CONFIG_DIR", home.home().join(config));
        let home = home.env("COLUMNS", width.to_string());
        for verb in VERBS {
            let args = [verb, flags].concat();
            let text = home.run(&args).ok();
            screens.push((verb, Screen::new(&text, wide)));
        }
    }
    screens
}

/// In how many columns each line is shown; one that is wider ends in its only link, or is a command
/// that can be copied.
pub fn fits(screen: &Screen, width: usize) -> Result<(), String> {
    for line in &screen.lines {
        let columns = screen.measure(line);
        let links = line.matches("http").count();
        let last = line.split(' ').next_back().unwrap_or_default();
        let is_command = line.trim_start().starts_with("cat ");
        if columns > width && !is_command && !(links == 1 && last.starts_with("http")) {
            return Err(format!("{columns} columns: {line}"));
        }
    }
    Ok(())
}

/// What the verb's tables have to be.
fn straight(verb: &[&str], screen: &Screen) -> Result<(), String> {
    match verb[0] {
        "today" | "tomorrow" => today(screen),
        "week" => weeks(screen, 5),
        "show" if verb[1] == "w3" => weeks(screen, 5),
        "report" => report(screen, 3),
        "log" => log(screen),
        "status" | "doctor" => status(screen),
        _ => Ok(()),
    }
}

#[track_caller]
fn every_screen(flags: &[&str], check: impl Fn(&[&str], &Screen, usize) -> Result<(), String>) {
    let home = lived();
    for width in WIDTHS {
        for (verb, screen) in screens(&home, width, flags) {
            if let Err(why) = check(verb, &screen, width) {
                let text = screen.lines.join("\n");
                let wide = screen.wide;
                panic!("{verb:?} {flags:?} at {width}, wide {wide}: {why}\n{text}");
            }
        }
    }
}

fn fits_and_is_straight(verb: &[&str], screen: &Screen, width: usize) -> Result<(), String> {
    fits(screen, width)?;
    // Where signs are wide: see below.
    if !screen.wide && matches!(verb, ["today" | "week"] | ["show", "w3"]) {
        numbers(screen)?;
    }
    straight(verb, screen)
}

#[test]
fn columns_are_straight_at_every_width() {
    every_screen(&[], fits_and_is_straight);
}

/// So that it can be copied, at any width.
#[test]
fn commands_of_doctor_are_on_one_line() {
    let home = lived();
    let is_whole = |line: &&String| {
        let command = line.split_once("rm data/own/multimodal/");
        command.is_some_and(|(_, file)| file.split_once('.').is_some_and(|(_, end)| end == "jsonl"))
    };
    for width in WIDTHS {
        let screens = screens(&home, width, &[]);
        let doctor = screens.iter().filter(|(verb, _)| *verb == ["doctor"]);
        let lines = doctor.flat_map(|(_, screen)| &screen.lines);
        let whole = lines.filter(is_whole).count();
        assert!(whole > 0, "at {width}");
    }
}

#[test]
fn slot_numbers_are_aligned_where_signs_are_wide() {
    every_screen(&[], |verb, screen, _| match verb {
        ["today" | "week"] | ["show", "w3"] => numbers(screen),
        _ => Ok(()),
    });
}

#[test]
fn ascii_draws_nothing_but_ascii_around_the_words_of_the_plan() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/multimodal.yaml");
    // Some of the plan's own remarks have signs in them; none of these screens shows those.
    let signs = "█─✓▶…–";
    let plan: BTreeSet<char> = std::fs::read_to_string(path)
        .unwrap()
        .chars()
        .filter(|c| !signs.contains(*c))
        .collect();
    every_screen(&["--ascii"], |verb, screen, width| {
        fits_and_is_straight(verb, screen, width)?;
        let all = screen.lines.iter().flat_map(|line| line.chars());
        let foreign: BTreeSet<char> = all.filter(|c| !c.is_ascii() && !plan.contains(c)).collect();
        if foreign.is_empty() {
            return Ok(());
        }
        Err(format!("not of the plan: {foreign:?}"))
    });
}

#[test]
fn the_links_of_a_day_are_whole_on_a_narrow_screen() {
    // Nothing is done yet: what is done needs no reading any more.
    let home = Sandbox::new()
        .at("2026-11-30T11:00:00")
        .env("COLUMNS", "60");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    let mut count = 0;
    for date in 0..21 {
        let ago = format!("{:+}", date - 7);
        let json = home.run(&["today", "--date", &ago, "--json"]).json();
        let days = json["days"].as_array().unwrap();
        let slots = || days.iter().flat_map(|day| day["slots"].as_array().unwrap());
        let readings = slots().flat_map(|slot| slot["resources"].as_array().unwrap());
        let readings: Vec<&Value> = readings.collect();
        // What is read in the slot that is on, else in the first.
        let current = slots().find(|slot| slot["now"] == true);
        let current = current.or_else(|| slots().next());
        let both = current
            .iter()
            .flat_map(|slot| slot["resources"].as_array().unwrap())
            .flat_map(|one| [&one["url"], &one["suggested_url"]]);
        let links: Vec<&str> = both.filter_map(Value::as_str).collect();
        let text = home.run(&["today", "--date", &ago]).ok();
        let shown: Vec<&str> = text
            .split_whitespace()
            .filter(|word| word.starts_with("http"))
            .collect();
        assert_eq!(shown, links, "{ago}: {text}");
        // A weekend's entry is shown on both of its days.
        if days.iter().all(|day| day["date"] == json["date"]) {
            count += readings.iter().filter(|one| one["url"].is_string()).count();
        }
    }
    assert_eq!(count, 13, "the days of the seed have 13 links");
}

/// `screen` with one more space at `at` of the line that holds `word`.
fn shifted(screen: &Screen, word: &str, at: usize) -> Screen {
    let mut screen = screen.clone();
    let line = screen.lines.iter_mut().find(|line| line.contains(word));
    let line = line.unwrap_or_else(|| panic!("no {word}"));
    line.insert(line.find(word).unwrap() + at, ' ');
    screen
}

#[test]
fn a_row_that_is_shifted_by_one_column_is_noticed() {
    let home = lived().env("COLUMNS", "100");
    let run = |args: &[&str]| Screen::new(&home.run(args).ok(), false);
    for (args, word) in [
        (&["today"][..], "14:00-15:30"),
        (&["today"], "CLIP 实践（二）"),
        (&["today"], "搭建模型架构"),
        (&["week"], "10:45-12:00"),
        (&["week"], "评估与分析"),
        (&["show", "w3"], "文本编码器优化"),
        (&["report"], "0/4"),
        (&["report"], "1/42"),
        (&["report"], "0/40"),
        (&["log"], "d01-1045"),
        (&["log"], "复习"),
        (&["status"], "2 CLIP"),
        (&["doctor"], "state/"),
    ] {
        let screen = run(args);
        assert_eq!(straight(args, &screen), Ok(()));
        let shifted = shifted(&screen, word, 0);
        assert!(
            straight(args, &shifted).is_err(),
            "{args:?} {word}: {}",
            shifted.lines.join("\n")
        );
    }
}

#[test]
fn a_line_that_is_too_wide_is_noticed() {
    let of = |line: &str| Screen::new(line, false);
    assert_eq!(fits(&of("多模态"), 6), Ok(()));
    assert_eq!(
        fits(&of("多模态."), 6),
        Err("7 columns: 多模态.".to_owned())
    );
    assert_eq!(fits(&of("a https://a.org"), 6), Ok(()));
    assert!(fits(&of("a https://a.org b"), 6).is_err());
    assert!(fits(&of("https://a.org https://a.org"), 6).is_err());
    let screen = Screen::new("── ▶", true);
    assert_eq!(screen.measure(&screen.lines[0]), 7);
    assert_eq!("── ▶".width(), 4);
}
