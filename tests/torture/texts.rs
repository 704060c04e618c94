//! Texts that a terminal or a format would obey, and a plan that is full of them.

use std::path::PathBuf;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use unicode_width::UnicodeWidthChar;

use crate::home::Home;
use crate::sinks::acts;

/// Texts with everything that acts, and what breaks out of a format.
const TEXTS: [&str; 7] = [
    "a\u{200e}b\u{200f}c\u{61c}d\u{2028}e\u{2029}f\u{feff}g\u{ad}h\u{e0001}\u{e0041}\u{e007f}",
    "\u{1b}[2J\u{1b}]0;x\u{7}\u{1b}]8;;http://x\u{1b}\\",
    "\u{202e}gnp.exe\u{202c} \u{2066}a\u{2067}b\u{2068}c\u{2069}",
    "\u{80}\u{85}\u{9b}31m\u{9d}0;x\u{9c}\u{7f}",
    "\t\r\u{8}\u{b}\u{c}\n- [x](javascript:alert(1)) | <b> `x` ```",
    "\"]; click A \"x\" %% {init} end\n  A-->B",
    "': !!x &a *a {a: b} # no\n--- \u{2028}\u{2029}",
];

/// What a terminal obeys, what cannot be seen, and what a format is built of.
const BITS: [&str; 81] = [
    "\u{200f}",
    "\u{61c}",
    "\u{e0041}",
    "\u{e007f}",
    "\u{0}",
    "\u{7}",
    "\u{8}",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u{1b}[31m",
    "\u{1b}]8;;http://x\u{7}",
    "\u{1b}c",
    "\u{7f}",
    "\u{85}",
    "\u{90}",
    "\u{9b}2J",
    "\u{9d}0;x\u{9c}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{ad}",
    "\u{301}",
    "\u{202e}",
    "\u{202a}",
    "\u{2066}",
    "\u{2069}",
    "\u{2028}",
    "\u{2029}",
    "\u{e000}",
    "\u{fffe}",
    "\u{10ffff}",
    "多模态",
    "👩‍🔬",
    "<b>",
    "</td>",
    "<!--",
    "<script>x</script>",
    "&lt;",
    "&#27;",
    "&",
    "javascript:x",
    "[x](http://x.org)",
    "![x](y)",
    "<http://x.org>",
    "`x`",
    "```",
    "~~~",
    "~~x~~",
    "*x*",
    "_x_",
    "# x",
    "> x",
    "- x",
    "+ x",
    "1. x",
    "1) x",
    "---",
    "===",
    "[^1]",
    "[ ] x",
    "$x$",
    "|",
    "\\",
    "\"",
    "'",
    "\"]; click A",
    "%%{init}%%",
    "-->",
    "end",
    "{a: b}",
    ": ",
    "? ",
    "!!x ",
    "&a ",
    "*a",
    "=1+1",
    "@x",
    "\\n;,",
    " ",
];

/// Made up of these, and of anything.
fn texts() -> impl Strategy<Value = String> {
    let bit = proptest::sample::select(&BITS[..]).prop_map(str::to_owned);
    let any = any::<char>().prop_map(String::from);
    let part = prop_oneof![6 => bit, 1 => any];
    let short = proptest::collection::vec(part, 1..8).prop_map(|parts| parts.concat());
    // Longer than a screen, and than a line of the journal.
    let long = short
        .clone()
        .prop_map(|text| text.repeat(5000 / text.len() + 1));
    // A title without anything to see is a fault of the plan.
    let seen = |text: String| {
        let is_seen = |c: char| !acts(c) && c.width().is_some_and(|width| width > 0);
        let is_blank = |c: char| c.is_whitespace() || !is_seen(c);
        if text.chars().take(60).all(is_blank) {
            format!("x{text}")
        } else {
            text
        }
    };
    prop_oneof![9 => short, 1 => long].prop_map(seen)
}

/// A YAML text of it.
pub fn quoted(text: &str) -> String {
    let chars = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control()
            || acts(c)
            || u32::from(c) > 0xFFFF
            || !c.is_alphanumeric() && !c.is_ascii() =>
        {
            format!("\\U{:08x}", u32::from(c))
        }
        c => c.to_string(),
    });
    format!("\"{}\"", chars.collect::<String>())
}

/// The start of a text: a title is not as long as everything else may be, and ends before a line
/// break at its end.
pub fn title_of(text: &str) -> String {
    let start: String = text.chars().take(200).collect();
    start.trim_end_matches('\n').to_owned()
}

/// A home whose plan has the text in every place that takes one.
pub fn home_with(text: &str) -> (Home, PathBuf) {
    let home = Home::new();
    let t = quoted(text);
    let n = quoted(&title_of(text));
    // YAML's keys, and so labels, end within 1,024 characters.
    let l = quoted(&text.chars().take(60).collect::<String>());
    let plan = format!(
        "plan: torture\ntitle: {n}\nnotes: [{t}]\n\
         roadmap: {{topics: {{A: {{title: {n}}}, B: {{title: {n}, after: [A]}}}}}}\n\
         resources:\n  - {{id: r, kind: paper, title: {n}, label: {n}, \
         url: \"https://example.org/r\", notes: [{t}]}}\n\
         weeks:\n  - week: 1\n    title: {n}\n    goals: [{t}]\n    days:\n      - day: 1\n        \
         weekday: mon\n        title: {n}\n        notes: [{t}]\n        slots:\n          \
         - {{time: \"09:00-10:00\", title: {n}, topic: A, notes: [{t}], fields: [{l}: {t}]}}\n          \
         - {{time: \"10:00-11:00\", title: {n}, items: [{t}]}}\n      - day: 2\n        weekday: tue\n        \
         slots: [{{time: \"09:00-10:00\", title: {n}, topic: B}}]\n    deliverables: [{{text: {n}}}]\n"
    );
    let path = home.path().join("hostile.yaml");
    std::fs::write(&path, &plan).unwrap();
    // An edited version of it, for `check --against`.
    let edited = plan.replace("09:00-10:00", "08:00-09:30");
    std::fs::write(home.path().join("edited.yaml"), edited).unwrap();
    std::fs::write(home.config(), format!("plan: \"{}\"\n", path.display())).unwrap();
    (home, path)
}

/// The corpus and `more` texts made up.
pub fn all(more: usize) -> Vec<String> {
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = TestRunner::new(config);
    let made = (0..more).map(|_| texts().new_tree(&mut runner).unwrap().current());
    let corpus = TEXTS.iter().map(|text| (*text).to_owned());
    corpus.chain(made.collect::<Vec<_>>()).collect()
}
