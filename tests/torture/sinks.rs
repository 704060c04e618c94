//! What each format must hold to, whatever the texts in it: the check of
//! `hostile.rs`, with controls for each format.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag};
use serde_json::Value;

use crate::home::Home;

/// A format that an answer can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sink {
    /// A terminal without colours, a pipe, stderr.
    Screen,
    /// A terminal with colours.
    Colour,
    Json,
    Markdown,
    Mermaid,
    /// A plan file.
    Yaml,
}

/// What no output may hold: C0 but the newline, DEL, C1, bidirectional controls and marks, separators
/// of lines, the byte order mark, the soft hyphen, tags.
pub fn acts(c: char) -> bool {
    let bidi = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mark = matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}');
    let unseen = matches!(
        c,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{ad}' | '\u{e0000}'..='\u{e007f}'
    );
    bidi || mark || unseen || (c.is_control() && c != '\n')
}

/// Whether `text` holds what a terminal obeys; colours are ours.
pub fn is_wild(sink: Sink, text: &str) -> bool {
    if sink == Sink::Colour {
        uncoloured(text).contains(acts)
    } else {
        text.contains(acts)
    }
}

/// Without sequences that only set colours.
fn uncoloured(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        // What is no colour stays wild.
        out += &digits
            .strip_prefix('m')
            .map_or_else(|| format!("\u{1b}{part}"), str::to_owned);
    }
    out
}

/// How an answer is built, with its texts left out: the same for every text in it. `None` where
/// it is not of its format at all.
pub fn shape(sink: Sink, text: &str) -> Option<String> {
    match sink {
        // Where lines break depends on the words.
        Sink::Screen | Sink::Colour => Some(String::new()),
        Sink::Json => Some(json_shape(&serde_json::from_str(text).ok()?)),
        Sink::Markdown => Some(markdown_shape(text)),
        Sink::Mermaid => Some(unlabelled(text)),
        Sink::Yaml => plan_of(text).map(|plan| json_shape(&plan)),
    }
}

/// The plan that a YAML text is, as JSON without any marks; `None` where it is no plan.
pub fn plan_of(text: &str) -> Option<Value> {
    let home = Home::new();
    let path = home.path().join("plan.yaml");
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    let ran = home.plan(&["export", "--format", "json", "--plan", path]);
    serde_json::from_str(&ran.stdout).ok()
}

fn json_shape(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(json_shape).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(pairs) => {
            let pair = |(key, value): (&String, &Value)| format!("{key}:{}", json_shape(value));
            let pairs: Vec<String> = pairs.iter().map(pair).collect();
            format!("{{{}}}", pairs.join(","))
        }
        Value::String(_) => "s".to_owned(),
        Value::Null => "n".to_owned(),
        Value::Bool(_) => "b".to_owned(),
        Value::Number(_) => "0".to_owned(),
    }
}

/// Everything but words: where blocks, links and the like begin and end. Diagrams are read too.
fn markdown_shape(text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH;
    let mut diagram = false;
    let mut shape = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                diagram = language == CowStr::Borrowed("mermaid");
                shape += if diagram { "diagram " } else { "code " };
            }
            Event::Text(text) if diagram => shape += &unlabelled(&text),
            Event::Text(_) => {}
            Event::Start(Tag::Link { dest_url, .. }) => shape += &format!("link {dest_url} "),
            event => shape += &format!("{event:?} "),
        }
    }
    // A cell too many is no event of its own: it moves the others.
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let bars = rows.map(|row| {
        row.replace("\\\\", "")
            .replace("\\|", "")
            .matches('|')
            .count()
    });
    shape += &format!("{:?}", bars.collect::<Vec<_>>());
    shape
}

/// A diagram without its quoted texts.
fn unlabelled(text: &str) -> String {
    let line = |line: &str| {
        let parts = line.split('"').enumerate();
        let kept = parts
            .filter(|(index, _)| index % 2 == 0)
            .map(|(_, part)| part);
        kept.collect::<Vec<_>>().join("\"")
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The words of a Markdown text, as they are shown.
pub fn markdown_words(text: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) | Event::Code(text) => words += &text,
            Event::End(_) => words.push('\n'),
            _ => {}
        }
    }
    words
}

/// An output that escapes nothing, for the control: `text` as it is, in the place of a title.
pub fn careless(sink: Sink, text: &str) -> String {
    match sink {
        Sink::Screen => format!("1 {text}\n"),
        Sink::Colour => format!("\u{1b}[1m1 {text}\u{1b}[0m\n"),
        Sink::Json => format!("{{\"title\": \"{text}\"}}\n"),
        Sink::Markdown => {
            format!("## {text}\n\n- 1 {text}\n\n{text}\n\n| a |\n| --- |\n| {text} |\n")
        }
        Sink::Mermaid => format!("graph TD\n    A[\"{text}\"]\n    A --> B\n"),
        Sink::Yaml => {
            format!("plan: p\ntitle: {text}\ndays: [{{day: 1, slots: [{{title: {text}}}]}}]\n")
        }
    }
}

#[test]
fn colours_are_ours_and_nothing_else_is() {
    assert!(!is_wild(Sink::Colour, "\u{1b}[1;31m红\u{1b}[0m\n"));
    for wild in [
        "\u{1b}[2J",
        "\u{1b}]0;x\u{7}",
        "\u{1b}[1",
        "\r",
        "\u{9b}1m",
        "\u{200f}",
        "\u{2028}",
        "\u{feff}",
        "\u{ad}",
        "\u{e0041}",
    ] {
        assert!(is_wild(Sink::Colour, wild), "{wild:?}");
        assert!(is_wild(Sink::Screen, wild), "{wild:?}");
    }
    assert!(is_wild(Sink::Screen, "\u{1b}[1;31m红\u{1b}[0m\n"));
}

#[test]
fn the_shape_of_a_text_changes_with_what_breaks_out_of_it() {
    for (sink, tame, hostile) in [
        (Sink::Json, "a", "a\", \"b\": \"c"),
        (Sink::Markdown, "a", "a</b>b"),
        (Sink::Markdown, "a", "a <http://x.org>"),
        (Sink::Markdown, "a", "*a*"),
        (Sink::Markdown, "a", "~~~"),
        (Sink::Markdown, "a", "1. a"),
        (Sink::Markdown, "a", "a | b"),
        (Sink::Mermaid, "a", "a\"]; click A \"x"),
        (Sink::Mermaid, "a", "a\n  A-->B"),
        (Sink::Yaml, "a", "a: b"),
    ] {
        let shape = |text| shape(sink, &careless(sink, text));
        assert_ne!(shape(tame), shape(hostile), "{sink:?} {hostile}");
        assert_eq!(shape(tame), shape("b"), "{sink:?}");
    }
    assert_eq!(markdown_words("# a\\*b\\_ &lt;\n"), "a*b_ <\n");
}
