//! Links that would act in an output if they came out as they went in.

use pulldown_cmark::{Event, Parser, Tag};

use crate::home::Home;
use crate::row::{Row, Verdict};
use crate::rows;
use crate::sinks::{Sink, acts, is_wild};
use crate::texts::quoted;

/// Links as a plan may give them, and as every output has them.
const LINKS: [(&str, &str); 9] = [
    (
        "https://e.org/<script src=//evil.example/x.js",
        "https://e.org/%3Cscript%20src=//evil.example/x.js",
    ),
    (
        "https://e.org/?<img src=x onerror=alert(1)>",
        "https://e.org/?%3Cimg%20src=x%20onerror=alert(1)%3E",
    ),
    ("https://e.org/a\u{202e}b", "https://e.org/a%E2%80%AEb"),
    (
        "https://e.org/\u{200f}#\u{ad}",
        "https://e.org/%E2%80%8F#%C2%AD",
    ),
    (
        "https://e.org/a\u{7}\u{1b}]8;;x",
        "https://e.org/a%07%1B]8;;x",
    ),
    ("https://e.org/a\tb\nc", "https://e.org/abc"),
    ("HTTPS://E.ORG", "https://e.org/"),
    ("https://例え.jp/道", "https://xn--r8jz45g.jp/%E9%81%93"),
    ("https://e.org/a\u{e0041}", "https://e.org/a%F3%A0%81%81"),
];

/// A plan with a link in every place that takes one, written by `yaml`.
fn plan(yaml: &str) -> String {
    format!(
        "plan: torture\ntitle: Links\nresources:\n  - {{id: r, kind: doc, title: R, url: {yaml}, \
         status: wrong, suggested_url: {yaml}}}\ndays:\n  - slots:\n      - title: S\n        items:\n          \
         - {{text: I, url: {yaml}}}\n          - {{resource: r}}\n"
    )
}

/// The links of a Markdown text, and whether it has HTML.
fn markdown(text: &str) -> (Vec<String>, bool) {
    let (mut links, mut has_html) = (Vec::new(), false);
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
            Event::Html(_) | Event::InlineHtml(_) => has_html = true,
            _ => {}
        }
    }
    (links, has_html)
}

/// The strings that look like links in a JSON value.
fn in_json(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.contains("://") => found.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| in_json(item, found)),
        serde_json::Value::Object(pairs) => pairs.values().for_each(|item| in_json(item, found)),
        _ => {}
    }
}

/// What is wrong with the outputs for a link.
fn complaints(link: &str, normal: &str) -> Vec<String> {
    let home = Home::new();
    let path = home.path().join("links.yaml");
    std::fs::write(&path, plan(&quoted(link))).unwrap();
    std::fs::write(home.config(), format!("plan: \"{}\"\n", path.display())).unwrap();
    let mut found = Vec::new();
    let mut expect = |what: &str, links: Vec<String>, wild: bool| {
        let all = !links.is_empty() && links.iter().all(|link| link == normal);
        if wild || !all {
            found.push(format!("{what} of {link:?}: {links:?}"));
        }
    };
    let wide = |args: &[&str]| {
        let mut command = home.command(&[], args);
        crate::home::ended(command.env("COLUMNS", "400"))
    };
    for args in [&["resources"][..], &["show", "d1"], &["today"], &["check"]] {
        let ran = wide(args);
        assert!(!ran.panicked() && ran.code == Some(0), "{args:?}: {ran:?}");
        let words = ran.stdout.split_whitespace();
        let links = words.filter(|word| word.to_lowercase().starts_with("http"));
        let links: Vec<String> = links
            .map(|word| word.trim_end_matches(',').to_owned())
            .collect();
        if args != ["check"] {
            expect(args[0], links, is_wild(Sink::Screen, &ran.stdout));
        }
        let (links, has_html) = markdown(&wide(&[args, &["--format", "md"]].concat()).stdout);
        if args != ["check"] {
            expect("md", links, has_html);
        }
        let json = wide(&[args, &["--json"]].concat()).stdout;
        let mut links = Vec::new();
        in_json(&serde_json::from_str(&json).unwrap(), &mut links);
        links.retain(|link| link.to_lowercase().starts_with("http"));
        if args != ["check"] {
            expect("json", links, json.contains(acts));
        }
    }
    let yaml = wide(&["export", "--format", "yaml"]).stdout;
    let links = yaml.split([' ', '\n']).filter_map(|word| {
        let word = word.trim_matches(['"', '}', ']', ',']);
        word.to_lowercase()
            .starts_with("http")
            .then(|| word.to_owned())
    });
    expect("yaml", links.collect(), yaml.contains(acts));
    found
}

#[test]
fn hostile_links_are_normalised_everywhere() {
    let mut row = Row::new(rows::LINKS);
    let mut raw = 0;
    for (link, normal) in LINKS {
        row.add(Verdict {
            confirmed: 1,
            lost: 0,
            complaints: complaints(link, normal),
        });
        // The control: as it was given, between angle brackets.
        let (links, has_html) = markdown(&format!("- <{link}>\n"));
        raw += usize::from(has_html || links != [normal] || link.contains(acts));
    }
    row.finish(9, "links that act where nothing is normalised", raw);
}
