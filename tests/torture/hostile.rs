//! Texts that a terminal or a format would obey: in every output of every verb they are harmless, and
//! come out as they went in.

use std::collections::HashMap;
use std::path::Path;

use crate::home::{Home, Ran, each, ended};
use crate::row::{Row, Verdict};
use crate::rows;
use crate::sinks::{Sink, acts, careless, is_wild, markdown_words, plan_of, shape};
use crate::texts::{all, home_with, quoted, title_of};
use crate::watch::Watch;

/// What only shows, in each of the forms that some of them have.
const VIEWS: [&[&str]; 16] = [
    &["recover"],
    &["today"],
    &["week"],
    &["show", "d1"],
    &["show", "d1.1"],
    &["report"],
    &["roadmap"],
    &["resources"],
    &["milestones"],
    &["log"],
    &["doctor"],
    &["status"],
    &["status", "--short"],
    &["next"],
    &["forecast"],
    &["check", "--against", "edited.yaml"],
];
const FORMS: [(Sink, &[&str]); 5] = [
    (Sink::Screen, &[]),
    (Sink::Colour, &["--color", "always"]),
    (Sink::Json, &["--json"]),
    (Sink::Markdown, &["--format", "md"]),
    (Sink::Mermaid, &["--format", "mermaid"]),
];

/// Verbs that are given the text where they want something else.
const MISLED: [&str; 8] = [
    "done", "move", "off", "shift", "recover", "undo", "open", "show",
];

/// What is wrong with what a run wrote.
fn complaint(sink: Sink, ran: &Ran) -> Option<&'static str> {
    if ran.panicked() || ran.code.is_none() {
        return Some("no end of its own");
    }
    let coloured = if sink == Sink::Colour {
        sink
    } else {
        Sink::Screen
    };
    let broken = ran.code == Some(0) && shape(sink, &ran.stdout).is_none();
    let wild = is_wild(sink, &ran.stdout) || is_wild(coloured, &ran.stderr);
    let what = [(broken, "not of its format"), (wild, "something acts")];
    what.into_iter().find_map(|(is, what)| is.then_some(what))
}

/// How the answers to one text are built, by call.
type Shapes = HashMap<String, (Option<i32>, Option<String>)>;

/// One text everywhere: what was found, and how every answer is built.
struct Speech {
    home: Home,
    watch: Watch,
    verdict: Verdict,
    shapes: Shapes,
}

impl Speech {
    fn check(&mut self, sink: Sink, args: &[&str], must: bool) -> Ran {
        let ran = self.home.plan(args);
        self.watch.saw(&ran);
        self.judge(sink, args, must, &ran);
        ran
    }

    fn judge(&mut self, sink: Sink, args: &[&str], must: bool, ran: &Ran) {
        let failed = must && ran.code != Some(0);
        // Between slots `status --short` has nothing to say.
        let silent = ran.code == Some(0) && ran.stdout.trim().is_empty() && args[0] != "status";
        let what = complaint(sink, ran)
            .or(failed.then_some("it fails"))
            .or(silent.then_some("it says nothing"));
        if let Some(what) = what {
            let actual = format!("{sink:?} {args:?}: {what}: {ran:?}");
            self.verdict
                .complaints
                .push(actual.chars().take(3000).collect());
        }
    }

    /// The same for a call whose answer must be built the same way for every text.
    fn view(&mut self, sink: Sink, args: &[&str]) -> Ran {
        let ran = self.check(sink, args, false);
        let shape = shape(sink, &ran.stdout);
        self.shapes.insert(format!("{args:?}"), (ran.code, shape));
        if sink == Sink::Screen {
            let narrow = ended(self.home.command(&[], args).env("COLUMNS", "40"));
            self.judge(sink, args, false, &narrow);
        }
        ran
    }
}

/// Speaks `text` everywhere.
fn speak(text: &str) -> Speech {
    let (home, path) = home_with(text);
    let mut speech = Speech {
        watch: Watch::on(&home),
        home,
        verdict: Verdict::default(),
        shapes: Shapes::new(),
    };
    let note: String = text.chars().filter(|c| *c != '\0').take(150).collect();
    let note = format!("a{note}");
    speech.check(
        Sink::Json,
        &["done", "d1.1", "--note", &note, "--json"],
        true,
    );
    speech.check(
        Sink::Json,
        &["skip", "d1.2", "--why", &note, "--json"],
        true,
    );
    speech.check(Sink::Screen, &["note", "d1.1", &note], true);
    speech.check(Sink::Json, &["move", "d2.1", "2026-12-03", "--json"], true);
    speech.check(Sink::Screen, &["off", "2026-12-08", "--why", &note], false);
    for verb in ["shift", "undo", "redo"] {
        let args = if verb == "shift" {
            &["shift", "1w"][..]
        } else {
            &[verb]
        };
        speech.check(Sink::Screen, args, true);
    }
    for verb in VIEWS {
        for (sink, form) in FORMS {
            speech.view(sink, &[verb, form].concat());
        }
    }
    speech.view(Sink::Json, &["export", "--format", "json"]);
    speech.check(Sink::Screen, &["check", path.to_str().unwrap()], true);
    kept(&mut speech, &path, &title_of(text));
    for verb in MISLED {
        speech.check(Sink::Screen, &[verb, &note], false);
        speech.check(Sink::Screen, &[verb, &note, &note], false);
    }
    settle(&mut speech);
    speech
}

/// A text is not only harmless: it comes out as it went in.
fn kept(speech: &mut Speech, path: &Path, title: &str) {
    let before = plan_of(&std::fs::read_to_string(path).unwrap());
    let yaml = speech.view(Sink::Yaml, &["export", "--format", "yaml"]);
    let json = speech.view(Sink::Json, &["show", "d1.1", "--json"]);
    let md = speech.view(Sink::Markdown, &["show", "d1.1", "--format", "md"]);
    let after = plan_of(&yaml.stdout);
    let seen = words(&markdown_words(&md.stdout)).contains(&words(&escaped(title)));
    let value = serde_json::from_str(&json.stdout).unwrap_or_default();
    for (fine, what) in [
        (
            before.is_some() && before == after,
            "the exported plan is another one",
        ),
        (holds(&value, title), "JSON has another title"),
        (seen, "Markdown has another title"),
    ] {
        let actual = || format!("{title:?}: {what}\n{}", md.stdout);
        speech.verdict.complaints.extend((!fine).then(actual));
    }
}

/// A text as a terminal shows it, line breaks as spaces.
fn escaped(text: &str) -> String {
    let chars = text.chars().map(|c| {
        if c == '\n' {
            " ".to_owned()
        } else if acts(c) {
            format!("\\u{{{:x}}}", u32::from(c))
        } else {
            c.to_string()
        }
    });
    chars.collect()
}

/// Runs of spaces are one in Markdown.
fn words(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a string of `value` is `text`.
fn holds(value: &serde_json::Value, text: &str) -> bool {
    match value {
        serde_json::Value::String(found) => found == text,
        serde_json::Value::Array(items) => items.iter().any(|item| holds(item, text)),
        serde_json::Value::Object(pairs) => pairs.values().any(|item| holds(item, text)),
        _ => false,
    }
}

/// The journal is safe to `cat`, and nothing of it is lost.
fn settle(speech: &mut Speech) {
    speech.watch.bytes = speech.home.journal();
    let text = String::from_utf8_lossy(&speech.watch.bytes).into_owned();
    if is_wild(Sink::Screen, &text) {
        let actual = "the journal is not safe to `cat`".to_owned();
        speech.verdict.complaints.push(actual);
    }
    speech.verdict.confirmed = speech.watch.confirmed.len();
    speech.verdict.lost = speech.watch.lost(&speech.home);
}

/// Answers that are built in another way than those to a tame text.
fn differences(text: &str, shapes: &Shapes, tame: &Shapes) -> Vec<String> {
    let other = tame
        .iter()
        .filter(|(call, shape)| shapes.get(*call) != Some(shape));
    let actual = other.map(|(call, shape)| {
        let found = shapes.get(call);
        format!("{text:?}: {call} is built otherwise:\n{found:?}\n{shape:?}")
    });
    actual
        .map(|actual| actual.chars().take(3000).collect())
        .collect()
}

/// Speaks all texts, and tells what is wrong.
fn speak_all(texts: &[String]) -> Vec<Verdict> {
    let tame = speak("tame");
    let wrong = &tame.verdict.complaints;
    assert!(wrong.is_empty(), "{wrong:?}");
    let verdict = |text: &String| {
        let mut speech = speak(text);
        let differences = differences(text, &speech.shapes, &tame.shapes);
        speech.verdict.complaints.extend(differences);
        speech.verdict
    };
    each(texts, verdict)
}

/// In how many texts the check sees what a careless output would let through.
fn seen_in(texts: &[String]) -> usize {
    let caught = |sink: Sink, text: &str| {
        let shown = careless(sink, text);
        is_wild(sink, &shown) || shape(sink, &shown) != shape(sink, &careless(sink, "tame"))
    };
    let every = [
        Sink::Screen,
        Sink::Colour,
        Sink::Json,
        Sink::Markdown,
        Sink::Mermaid,
        Sink::Yaml,
    ];
    for sink in every {
        let caught = texts.iter().filter(|text| caught(sink, text)).count();
        assert!(
            caught * 4 > texts.len(),
            "{sink:?}: only {caught} of {}",
            texts.len()
        );
    }
    let any = |text: &&String| every.iter().any(|sink| caught(*sink, text));
    texts.iter().filter(any).count()
}

#[test]
fn a_few_hostile_texts_in_every_output() {
    for verdict in speak_all(&all(2)) {
        assert!(
            verdict.lost == 0 && verdict.complaints.is_empty(),
            "{}",
            verdict.complaints.join("\n")
        );
    }
}

#[test]
fn an_output_that_escapes_nothing_is_seen() {
    assert!(seen_in(&all(200)) > 150);
}

#[test]
#[ignore = "five thousand runs"]
fn hostile_texts_in_every_output() {
    let mut row = Row::new(rows::HOSTILE);
    let texts = all(54);
    for verdict in speak_all(&texts) {
        row.add(verdict);
    }
    row.finish(
        60,
        "texts that act where nothing is escaped",
        seen_in(&texts),
    );
}

/// What a terminal obeys, and what makes a line read as another one.
const CONTROLS: &str = "\u{1b}[31m红\t\r\u{7}\u{202e}\u{2067}\u{9b}2J\u{7f}完";
/// The same on a screen.
const SHOWN: &str = r"\u{1b}[31m红\u{9}\u{d}\u{7}\u{202e}\u{2067}\u{9b}2J\u{7f}完";

#[track_caller]
fn tame(ran: Ran, code: i32) -> Ran {
    assert_eq!(ran.code, Some(code), "{ran:?}");
    assert_eq!(complaint(Sink::Screen, &ran), None, "{ran:?}");
    ran
}

#[test]
fn a_control_character_is_shown_as_an_escape() {
    let (home, _) = home_with(&format!("读{CONTROLS}"));
    let wide = |args: &[&str]| tame(ended(home.command(&[], args).env("COLUMNS", "400")), 0);
    for args in [
        &["today"][..],
        &["show", "d1.1"],
        &["done", "1", "--note", &format!("记{CONTROLS}")],
        &["log"],
    ] {
        let said = wide(args).stdout;
        assert!(said.contains(&format!("读{SHOWN}")), "{args:?}: {said}");
    }
    let said = wide(&["show", "d1.1"]).stdout;
    assert!(said.contains(&format!("记{SHOWN}")), "{said}");
}

#[test]
fn json_gives_the_words_back_as_they_are() {
    let text = format!("读{CONTROLS}");
    let (home, _) = home_with(&text);
    let json = home.plan(&["today", "--json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let slot = &json["days"][0]["slots"][0];
    assert_eq!(slot["title"], *text);
    assert_eq!(slot["fields"][0]["label"], *text);
    assert!(holds(&slot["fields"][0]["value"], &text), "{slot:#}");
    assert!(holds(&slot["notes"], &text), "{slot:#}");
}

#[test]
fn an_error_shows_a_control_character_as_an_escape() {
    let (home, _) = home_with(&format!("读{CONTROLS}"));
    let word = format!("无{CONTROLS}");
    // A title that two slots have is answered by both of them.
    for (target, shown) in [(&*word, "无"), ("31m红", "读")] {
        let said = tame(home.plan(&["done", target]), 2).stderr;
        assert!(said.contains(&format!("{shown}{SHOWN}")), "{said}");
    }
    for args in [
        &["today", "--date", &word][..],
        &["done", "1", "--took", &word],
        &[&word],
    ] {
        tame(home.plan(args), 2);
    }
    tame(home.plan(&["check", &word]), 66);
    tame(home.plan(&["today", "--plan", &format!("./{word}")]), 66);
}

#[test]
fn a_fault_of_a_plan_shows_a_control_character_as_an_escape() {
    let home = Home::new();
    let path = home.path().join("bad.yaml");
    let yaml = quoted(CONTROLS);
    for (name, line) in [
        (
            "unknown-key",
            "{title: \"\u{202e}\t读\u{2067}\", topik: A}".to_owned(),
        ),
        ("unknown-key", format!("{{title: a, {yaml}: b}}")),
        ("bad-value", format!("{{title: a, time: {yaml}}}")),
        ("bad-value", format!("{{title: a, id: {yaml}}}")),
        ("unknown-topic", format!("{{title: a, topic: {yaml}}}")),
        ("syntax", format!("{{title: \"{CONTROLS}\"}}")),
    ] {
        let text = format!("plan: small\ntitle: 小\ndays:\n  - slots:\n      - {line}\n");
        std::fs::write(&path, &text).unwrap();
        tame(home.plan(&["check", "bad.yaml"]), 65);
        let json = tame(home.plan(&["check", "--json", "bad.yaml"]), 65).stdout;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["errors"][0]["name"], name, "{json}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        // Another verb than `check` finds the same fault.
        let ran = tame(home.plan(&["today", "--plan", "bad.yaml"]), 65);
        assert_eq!(ran.stdout, "", "{ran:?}");
    }
}
