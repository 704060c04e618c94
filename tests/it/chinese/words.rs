//! Which words of a line are English.

/// Words that are the same in Chinese.
const SAME: &[&str] = &[
    // the sign of what is done, without Unicode
    "x",
    // the program, formats and encodings
    "plan",
    "Rust",
    "YAML",
    "JSON",
    "CSV",
    "Schema",
    "Markdown",
    "Mermaid",
    "UTF-8",
    "iCalendar",
    "Obsidian",
    "Dataview",
    "HH",
    "MM",
    "ASCII",
    "UTC",
    // the plan's id, and what the script mistypes
    "shici",
    "shuxue",
    "Shuxue",
    "bieji",
    "linalg",
    "multimodal",
    "rust-in-four-weeks", // commands to copy
    "rm",
    "cat",
    "sed",
    "ls", // values of options, in help
    "table",
    "json",
    "md",
    "mermaid",
    "yaml",
    "ics",
    "vdir",
    "csv",
    "html",
    "slots",
    "marks",
    "dates",
    "auto",
    "always",
    "never",
    "zh",
    "en",
];

/// The verbs, which help names without backticks.
const VERBS: &[&str] = &[
    "today",
    "tomorrow",
    "next",
    "week",
    "show",
    "done",
    "skip",
    "note",
    "start",
    "stop",
    "undo",
    "redo",
    "reopen",
    "log",
    "off",
    "add",
    "move",
    "due",
    "shift",
    "recover",
    "fit",
    "report",
    "page",
    "roadmap",
    "resources",
    "milestones",
    "forecast",
    "open",
    "status",
    "init",
    "new",
    "edit",
    "plans",
    "use",
    "check",
    "schema",
    "export",
    "pull",
    "import",
    "doctor",
    "completions",
    "man",
    "skill",
    "help",
];

/// What help names as it is typed, without backticks.
const TYPED: &[&str] = &[
    "1w", "2w", "-1w", "80m", "A", "N", "all", "clip", "CLIP", "last",
];

/// Each line of a screen with English words, and those; `is_help` for help, whose lines begin with
/// a command, a verb or a flag.
pub fn english(text: &str, is_help: bool) -> Vec<(&str, Vec<String>)> {
    let mut in_command = false;
    let mut found = Vec::new();
    // A line that is a command to run has no words.
    let is_to_run = |line: &str| !is_help && line.trim_start().starts_with("plan ");
    let lines = text.lines().filter(|line| !is_source(line));
    for line in lines.filter(|line| !is_to_run(line)) {
        let words = english_in(line, is_help, in_command);
        in_command ^= line.matches('`').count() % 2 == 1;
        if !words.is_empty() {
            found.push((line, words));
        }
    }
    found
}

/// The English words of a line outside of backticks; `in_command`: it begins between two of them.
fn english_in(line: &str, is_help: bool, in_command: bool) -> Vec<String> {
    let line = if is_help { explained(line) } else { line };
    let line = without_rule(line);
    let outside = line.split('`').skip(usize::from(in_command)).step_by(2);
    let outside = outside.collect::<Vec<_>>().join(" ");
    let words = outside.split(|c: char| !c.is_ascii_graphic() || "()[]{}<>,;:\"'=|#".contains(c));
    let words = words.map(|word| word.trim_matches(|c| "!.?*+\\".contains(c)));
    let words = words.filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()));
    let same = |word: &str| {
        SAME.contains(&word) || is_help && (VERBS.contains(&word) || TYPED.contains(&word))
    };
    let english = words.filter(|word| !same(word) && !is_id(word) && !is_place(word));
    english.map(str::to_owned).collect()
}

/// A line of the plan file that a diagnostic quotes, or the caret below.
fn is_source(line: &str) -> bool {
    let rest = line
        .trim_start()
        .trim_start_matches(|c: char| c.is_ascii_digit());
    rest.trim_start().starts_with('|')
}

/// What follows the command, verb or flag with which a line of help begins.
fn explained(line: &str) -> &str {
    let text = line.trim_start();
    if text.len() == line.len() || !text.starts_with(|c: char| c.is_ascii_graphic()) {
        return line;
    }
    text.split_once("  ").map_or("", |(_, rest)| rest)
}

/// A diagnostic without the name of its rule, which `allow` takes.
fn without_rule(line: &str) -> &str {
    let is_diagnostic = ["错误[", "警告["]
        .iter()
        .any(|start| line.starts_with(start));
    match line.split_once(']') {
        Some((_, rest)) if is_diagnostic => rest,
        _ => line,
    }
}

/// `d01-0900`, `w01.2`, `t1`, `k1`; or the eight digits of a device or of what was added.
fn is_id(word: &str) -> bool {
    let added = ["x-", "exam-", "event-"];
    let added = added.iter().find_map(|start| word.strip_prefix(start));
    let word = added.unwrap_or(word);
    if word.len() == 8 && word.chars().all(|c| c.is_ascii_hexdigit()) {
        return true;
    }
    let mut chars = word.chars();
    chars.next().is_some_and(|c| "dwprtk".contains(c))
        && chars.next().is_some_and(|c| c.is_ascii_digit())
        && chars.all(|c| c.is_ascii_alphanumeric() || "-.".contains(c))
}

/// A link, a path, a file or a flag.
fn is_place(word: &str) -> bool {
    let file = [".yaml", ".jsonl", ".json", ".md"]
        .iter()
        .any(|end| word.ends_with(end));
    file || word.contains('/') || word.starts_with("--") || word.starts_with("http")
}

#[test]
fn words_are_told_from_names() {
    for (line, found) in [
        (
            "✓ d01-0900 绝句选读   1 小时 20 分（计划 1 小时 30 分）",
            &[][..],
        ),
        ("提示：用 `plan done 1` 标记 w01.2", &[]),
        ("警告[long-slot]：时段长 3 小时", &[]),
        ("  --> p.yaml:36:13", &[]),
        (
            "  宋词课  https://example.org/song  ! wrong，建议：",
            &["wrong"],
        ),
        ("today nothing", &["today", "nothing"]),
        ("已撤销：catch-up", &["catch-up"]),
    ] {
        assert_eq!(english_in(line, false, false), found, "{line}");
    }
    let help = |line| english_in(line, true, false);
    assert_eq!(help("  today       显示今天的时段"), [""; 0]);
    assert_eq!(help("      --all   also shown"), ["also", "shown"]);
    assert_eq!(help("  plan undo 3     最近 three"), ["three"]);
    assert_eq!(
        english("用 `plan\n  done 1` 标记\nand\n1 | key", false),
        [("and", vec!["and".to_owned()])]
    );
}
