//! Colour: there where it is wanted, never where it is not, and nothing but colour.

use crate::alignment::plain;
use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00").env("NO_COLOR", "");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home.run(&["done", "1", "--took", "80"]).ok();
    home
}

fn coloured(text: &str) -> bool {
    text.contains('\u{1b}')
}

/// What `plan today` writes to a terminal.
#[cfg(target_os = "linux")]
fn on_a_terminal(home: &Sandbox, flags: &str) -> String {
    let line = format!(r#"script -qec "\"$PLAN\" today {flags} 2>/dev/null" /dev/null"#);
    home.shell(&line).ok()
}

#[test]
fn a_pipe_is_no_terminal() {
    let home = home();
    let text = home.run(&["today"]).ok();
    assert!(!coloured(&text), "{text}");
    assert_eq!(home.run(&["today", "--color", "auto"]).ok(), text);
    assert_eq!(home.run(&["today", "--color", "never"]).ok(), text);
}

#[test]
fn the_flag_beats_the_environment() {
    let home = home();
    let text = home.run(&["today", "--color", "always"]).ok();
    assert!(coloured(&text), "{text}");
    let grey = home.env("NO_COLOR", "1").env("TERM", "dumb");
    assert_eq!(grey.run(&["today", "--color", "always"]).ok(), text);
    assert_eq!(grey.run(&["--color", "always", "today"]).ok(), text);
    assert!(!coloured(&grey.run(&["today"]).ok()));
}

#[test]
#[cfg(target_os = "linux")]
fn terminal_has_colour_unless_disabled() {
    let home = home().env("TERM", "xterm");
    assert!(coloured(&on_a_terminal(&home, "")));
    assert!(coloured(&on_a_terminal(&home, "--color auto")));
    assert!(!coloured(&on_a_terminal(&home, "--color never")));
    let no_color = home.env("NO_COLOR", "1");
    assert!(!coloured(&on_a_terminal(&no_color, "")));
    assert!(coloured(&on_a_terminal(&no_color, "--color always")));
    assert!(!coloured(&on_a_terminal(&home.env("TERM", "dumb"), "")));
}

#[test]
fn colour_is_nothing_but_colour() {
    let home = home();
    for args in [
        &["today"][..],
        &["tomorrow"],
        &["week"],
        &["next"],
        &["show", "d8"],
        &["show", "w3"],
        &["show", "p1"],
        &["show", "A"],
        &["report"],
        &["report", "--all"],
        &["log"],
        &["status"],
        &["doctor"],
    ] {
        let grey = home.run(&[args, &["--color", "never"]].concat()).ok();
        let text = home.run(&[args, &["--color", "always"]].concat()).ok();
        assert!(!coloured(&grey) && coloured(&text), "{args:?}");
        assert_eq!(plain(&text), grey, "{args:?}");
    }
}

#[test]
fn scripts_and_notes_are_never_coloured() {
    let home = home();
    for args in [
        &["today", "--json"][..],
        &["today", "--format", "md"],
        &["report", "--json"],
        &["status", "--short"],
        &["export", "--format", "yaml"],
    ] {
        let text = home.run(&[args, &["--color", "always"]].concat()).ok();
        assert!(!coloured(&text), "{args:?}");
    }
}

#[test]
fn the_excerpt_of_a_fault_is_coloured_alike() {
    let home = home();
    home.file(
        "bad.yaml",
        "plan: bad\ntitle: 坏\ndays: [{slots: [{time: 25:00-26:00, title: a}]}]\n",
    );
    let of = |color: &str| home.run(&["check", "bad.yaml", "--color", color]);
    let (grey, text) = (of("never"), of("always"));
    assert_eq!((grey.code, text.code), (65, 65));
    assert!(!coloured(&grey.stdout) && coloured(&text.stdout), "{text}");
    assert_eq!(plain(&text.stdout), grey.stdout);
}
