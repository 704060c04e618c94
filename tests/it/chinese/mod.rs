//! Every screen of every verb speaks Chinese where the language is Chinese, and its columns are
//! straight at every width. JSON is the same in every language.

mod excerpt;
mod header;
mod kinds;
mod script;
mod words;

use std::collections::HashMap;

use crate::alignment::{self, Screen};
use crate::columns;
use crate::sandbox::{Output, Sandbox};
use script::Step;

/// The configuration of the home.
const CONFIG: &str = "d/1/config.yaml";

/// The configuration of a terminal that draws ambiguous characters two columns wide.
const WIDE: &str = "ambiguous_width: 2\n";

/// A home in which `script` can be run in the language of the locale `lang`.
fn home(lang: &str) -> Sandbox {
    let home = Sandbox::new().short().env("LANG", lang);
    let mut home = home.env("EDITOR", "sh editor");
    for (key, folder) in [
        ("PLAN_CONFIG_DIR", "d/1"),
        ("PLAN_STATE_DIR", "d/2"),
        ("PLAN_DATA_DIR", "d/3"),
        ("PLAN_CACHE_DIR", "d/4"),
    ] {
        home = home.env(key, home.home().join(folder));
    }
    home.file("p.yaml", include_str!("plan.yaml"));
    home
}

/// What every command of the script writes, when `flag` is added to those that know it, and the line
/// `config` to the configuration.
fn walk(home: &Sandbox, flag: Option<&str>, config: &str) -> Vec<(Vec<String>, Output)> {
    home.file(CONFIG, config);
    let mut screens = Vec::new();
    let mut now = home.clone();
    for step in script::steps() {
        match step {
            Step::At(time) => now = home.at(&time),
            Step::File(name, change) => {
                let old = std::fs::read_to_string(home.home().join(&name)).unwrap_or_default();
                let line = if name == CONFIG { config } else { "" };
                home.file(&name, change.of(&old) + line);
            }
            Step::Run(mut args) => {
                args.extend(
                    flag.filter(|_| script::knows_json(&args))
                        .map(str::to_owned),
                );
                let out = now.run(&args);
                screens.push((args, out));
            }
        }
    }
    screens
}

/// Whether all words of a screen are in its language. Beside other plans, the shipped one has its own.
fn is_translated(args: &[String], out: &Output) -> bool {
    !script::is_data(args) && !out.stdout.contains("multimodal:")
}

/// What is wrong with a screen: English words, crooked columns, lines that are too long.
fn faults(args: &[String], out: &Output, width: usize, wide: bool) -> Vec<String> {
    let mut faults = Vec::new();
    let is_help = args.iter().any(|arg| arg == "--help" || arg == "help");
    if is_translated(args, out) {
        let english = [&out.stdout, &out.stderr].map(|text| words::english(text, is_help));
        let english = english.iter().flatten();
        faults.extend(english.map(|(line, words)| format!("English: {words:?} in {line}")));
    }
    let screen = Screen::new(&out.stdout, wide);
    if !is_help && !script::is_long(args) {
        faults.extend(columns::fits(&screen, width).err());
    }
    faults.extend(crooked(args, &screen).err());
    faults
}

/// What the tables of a screen have to be, if there are any.
fn crooked(args: &[String], screen: &Screen) -> Result<(), String> {
    let has = |head: &str| screen.lines.iter().any(|line| line.contains(head));
    match args[0].as_str() {
        "today" | "tomorrow" if has("  时间 ") => alignment::today(screen),
        "week" => alignment::days(screen),
        "report" => alignment::bars(screen),
        "log" if has("  操作 ") => alignment::log(screen),
        "status" | "doctor" if !args.iter().any(|arg| arg.starts_with("--")) => {
            alignment::status(screen)
        }
        _ => Ok(()),
    }
}

#[track_caller]
fn walk_in_chinese(width: usize, config: &str) {
    let home = home("zh_CN.UTF-8").env("COLUMNS", width.to_string());
    let screens = walk(&home, None, config);
    assert!(screens.len() > 150, "{} screens", screens.len());
    let mut report = String::new();
    for (args, out) in screens {
        let faults = faults(&args, &out, width, config == WIDE);
        if !faults.is_empty() {
            report += &format!("{}\n{out}\n", faults.join("\n"));
        }
    }
    assert!(report.is_empty(), "at {width} columns:\n{report}");
}

#[test]
fn all_screens_are_chinese_at_60_columns() {
    walk_in_chinese(60, "");
}

#[test]
fn all_screens_are_chinese_at_80_columns() {
    walk_in_chinese(80, "");
}

#[test]
fn all_screens_are_chinese_at_100_columns() {
    walk_in_chinese(100, "");
}

#[test]
fn all_screens_are_chinese_at_140_columns() {
    walk_in_chinese(140, "");
}

#[test]
fn all_screens_are_straight_where_signs_are_wide() {
    walk_in_chinese(80, WIDE);
}

/// The control: the same walk finds words nearly everywhere if the language is English.
#[test]
fn english_words_are_found_on_english_screens() {
    let screens = walk(&home("C.UTF-8"), None, "");
    let shown = screens.iter().filter(|(args, out)| {
        is_translated(args, out) && !format!("{}{}", out.stdout, out.stderr).is_empty()
    });
    let (found, not): (Vec<_>, Vec<_>) = shown.partition(|(args, out)| {
        let faults = faults(args, out, 100, false);
        faults.iter().any(|fault| fault.starts_with("English"))
    });
    let not: Vec<String> = not.iter().map(|(args, _)| args.join(" ")).collect();
    assert!(
        found.len() > 150,
        "only {} of them; not {not:?}",
        found.len()
    );
    let without: Vec<&str> = script::WITHOUT_WORDS.to_vec();
    assert_eq!(not, without);
}

#[test]
fn json_is_the_same_in_both_languages() {
    let [english, chinese] =
        ["C.UTF-8", "zh_CN.UTF-8"].map(|lang| walk(&home(lang), Some("--json"), ""));
    let (mut left, mut right) = (Ids::default(), Ids::default());
    let mut compared = 0;
    for ((args, english), (_, chinese)) in english.into_iter().zip(chinese) {
        assert_eq!(english.code, chinese.code, "{english}\n{chinese}");
        let (one, other) = (left.plain(&english.stdout), right.plain(&chinese.stdout));
        // The Markdown of the roadmap has notes, after a label in the language.
        let is_data = script::is_data(&args) && !args.contains(&"md".to_owned());
        if args.ends_with(&["--json".to_owned()]) || is_data {
            assert_eq!(one, other, "{args:?}");
            compared += usize::from(!one.is_empty());
        }
    }
    assert!(compared > 100, "{compared} answers");
}

/// Ids of events and devices, which differ from run to run, by the order in which they appear.
#[derive(Default)]
struct Ids(HashMap<String, usize>);

impl Ids {
    /// `text` with such ids replaced by their numbers.
    fn plain(&mut self, text: &str) -> String {
        let is_part = |c: char| c.is_ascii_hexdigit() || c == '-';
        let mut out = String::new();
        let mut word = String::new();
        for c in text.chars().chain(['\0']) {
            if is_part(c) {
                word.push(c);
                continue;
            }
            // The dash of an added slot, `x-1f3a9c02`, is none of the id's.
            let id = word.strip_prefix('-').unwrap_or(&word);
            if id.len() == 36 || [8, 16].contains(&id.len()) && !id.contains('-') {
                let next = self.0.len();
                let number = *self.0.entry(id.to_owned()).or_insert(next);
                out += &format!("#{number}");
            } else {
                out += &word;
            }
            word.clear();
            out.push(c);
        }
        out
    }
}
