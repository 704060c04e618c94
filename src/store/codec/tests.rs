use std::panic::catch_unwind;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::error::ErrorKind;
use crate::model::{
    AddedSlot, Clock, Cover, EventKind, FixedEvent, Hours, Minutes, Placement, SlotId, Stretch,
    Window,
};
use crate::progress::{DueKind, Fingerprint, FitTerms, LaidSlot};
use crate::text::Message;

const DONE: &str = concat!(
    r#"{"v":1,"id":"01890000-0000-7000-8000-000000000001","op":"01890000-0000-7000-8000-000000000002","#,
    r#""n":7,"t":"done","slot":"d08-1045","title":"CLIP 模型原理","min":80,"again":true,"#,
    r#""at":"2026-12-07T12:00:00+08:00","day":"2026-12-07","dev":"k3"}"#
);

fn event(what: What) -> Event {
    let found = decode_line(DONE.as_bytes());
    Event {
        what,
        ..found.events[0].clone()
    }
}

fn note(text: &str) -> Event {
    let (slot, title, text) = ("s".to_owned(), "t".to_owned(), text.to_owned());
    event(What::Note {
        slot,
        title,
        fingerprint: None,
        text,
    })
}

/// The events of a line and its only fault.
fn read(line: &str) -> (usize, String) {
    let found = decode_line(line.as_bytes());
    assert!(found.faults.len() <= 1, "{found:?}");
    let faults = found.faults.into_iter().map(Message::from);
    let faults: Vec<String> = faults.map(|fault| fault.to_string()).collect();
    (found.events.len(), faults.concat())
}

#[test]
fn fields_are_written_in_a_fixed_order() {
    let found = decode_line(DONE.as_bytes());
    assert_eq!(found.faults, []);
    assert_eq!(encode(&found.events[0]).unwrap(), format!("{DONE}\n"));
    let moved = event(What::Relinked {
        from: "a".into(),
        was: "A".into(),
        was_sum: Fingerprint::parse("30-0000000a"),
        to: "b".into(),
        title: "B".into(),
        fingerprint: Fingerprint::parse("-0000000b-twu"),
    });
    let line = encode(&moved).unwrap();
    let fields = r#""t":"moved","title":"B","sum":"-0000000b-twu","from":"a","was":"A","was_sum":"30-0000000a","to":"b","at":"#;
    assert!(line.contains(fields), "{line}");
    fields_of_moves();
    let start = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    let line = encode(&event(What::Begin {
        afresh: false,
        plan: "p".into(),
        start,
    }))
    .unwrap();
    assert!(
        line.contains(r#""t":"begin","start":"2026-11-30","plan":"p","at":"#),
        "{line}"
    );
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Kinds that change the calendar.
fn fields_of_moves() {
    let (first, last) = (date("2026-12-02"), date("2026-12-04"));
    let to = Placement {
        date: date("2026-12-08"),
        last: date("2026-12-08"),
        time: Window::parse("15:00-16:15"),
    };
    let off = |last, why: Option<&str>, cancel| What::Off {
        first,
        last,
        why: why.map(str::to_owned),
        cancel,
        source: None,
    };
    let moved = |sum: &str, part: &str, to| What::Move {
        part: Stretch::parse(part),
        slot: "a".to_owned(),
        title: "A".to_owned(),
        fingerprint: Fingerprint::parse(sum),
        to,
    };
    let weeks = Placement {
        last,
        date: first,
        time: None,
    };
    for (what, fields) in [
        (
            off(last, Some("flu"), false),
            r#""t":"off","why":"flu","from":"2026-12-02","to":"2026-12-04","at":"#,
        ),
        (
            off(first, None, true),
            r#""t":"off","from":"2026-12-02","to":"2026-12-02","cancel":true,"at":"#,
        ),
        (
            moved("", "", weeks),
            r#""t":"move","slot":"a","title":"A","to":"2026-12-02","until":"2026-12-04","at":"#,
        ),
        (
            moved("75-0000000a", "60-90", to),
            r#""t":"move","slot":"a","title":"A","sum":"75-0000000a","to":"2026-12-08","time":"15:00-16:15","part":"60-90","at":"#,
        ),
    ] {
        let line = encode(&event(what)).unwrap();
        let rest = line.split_once(r#""n":7,"#).unwrap().1;
        assert_eq!(&rest[..fields.len()], fields);
    }
}

#[test]
fn a_day_at_work_has_a_name_and_a_source() {
    let (first, last) = (date("2026-10-10"), date("2026-10-10"));
    let what = What::Off {
        first,
        last,
        why: Some("国庆节（班）".to_owned()),
        cancel: true,
        source: Some("节假日".to_owned()),
    };
    let line = encode(&event(what.clone())).unwrap();
    let fields = r#""t":"off","why":"国庆节（班）","from":"2026-10-10","to":"2026-10-10","cancel":true,"source":"节假日","at":"#;
    assert!(line.contains(fields), "{line}");
    let read = decode_line(line.as_bytes());
    assert_eq!(read.events[0].what, what);
}

#[test]
fn fields_of_fits_and_sittings() {
    let laid = |text| LaidSlot::parse(text).unwrap();
    let fit = What::Fit {
        terms: Box::new(FitTerms {
            hours: Hours::parse("mon-fri=19:00-21:00").unwrap(),
            by: Some(date("2027-06-30")),
            whole: true,
        }),
        laid: vec![laid("a 2026-12-07 19:00-20:30, 2026-12-08 19:00-19:30")],
        kept: vec![laid("b 2026-12-02..2026-12-04")],
    };
    let sitting = What::Sitting {
        part: Stretch::parse("60-90").unwrap(),
        minutes: Some(Minutes(40)),
        fingerprint: None,
        again: false,
        slot: "a".to_owned(),
        title: "A".to_owned(),
    };
    for (what, fields) in [
        (
            fit,
            r#""t":"fit","hours":"mon-fri=19:00-21:00","by":"2027-06-30","whole":true,"lay":["a 2026-12-07 19:00-20:30, 2026-12-08 19:00-19:30"],"keep":["b 2026-12-02..2026-12-04"],"at":"#,
        ),
        (
            sitting,
            r#""t":"sitting","slot":"a","title":"A","min":40,"part":"60-90","at":"#,
        ),
    ] {
        let line = encode(&event(what)).unwrap();
        let rest = line.split_once(r#""n":7,"#).unwrap().1;
        assert_eq!(&rest[..fields.len()], fields);
    }
}

#[test]
fn fields_of_timers() {
    let start = |part| What::Start {
        part: Stretch::parse(part),
        fingerprint: Fingerprint::parse("75-0000000a"),
        slot: "a".to_owned(),
        title: "A".to_owned(),
    };
    let stop = What::Stop {
        of: Uuid::from_u128(1),
        fingerprint: None,
        slot: "a".to_owned(),
        title: "A".to_owned(),
    };
    for (what, fields) in [
        (
            start(""),
            r#""t":"start","slot":"a","title":"A","sum":"75-0000000a","at":"#,
        ),
        (
            start("60-90"),
            r#""t":"start","slot":"a","title":"A","sum":"75-0000000a","part":"60-90","at":"#,
        ),
        (
            stop,
            r#""t":"stop","slot":"a","title":"A","of":["00000000-0000-0000-0000-000000000001"],"at":"#,
        ),
    ] {
        let line = encode(&event(what)).unwrap();
        let rest = line.split_once(r#""n":7,"#).unwrap().1;
        assert_eq!(&rest[..fields.len()], fields);
    }
    let of_nothing = r#""t":"stop","of":[]"#;
    assert_eq!(
        read(&DONE.replace(r#""t":"done""#, of_nothing)),
        (0, "`stop` without `of`".to_owned())
    );
}

#[test]
fn fields_of_events_and_due_dates() {
    let event_of = |time, covers: &[&str]| What::FixedEvent {
        event: FixedEvent {
            id: SlotId::new("midterm").unwrap(),
            kind: EventKind::Exam,
            title: "Midterm".to_owned(),
            date: date("2026-12-16"),
            time,
            covers: covers.iter().map(|text| Cover::parse(text)).collect(),
        },
    };
    let due = |of, name: &str, date, time| What::Due {
        of,
        name: name.to_owned(),
        title: "M".to_owned(),
        date,
        time,
    };
    let (day, time) = (Some(date("2026-12-18")), Window::parse("09:00-11:00"));
    for (what, fields) in [
        (
            event_of(time, &["w1-w5", "A"]),
            r#""t":"event","title":"Midterm","time":"09:00-11:00","date":"2026-12-16","kind":"exam","name":"midterm","covers":["w1-w5","A"],"at":"#,
        ),
        (
            event_of(None, &[]),
            r#""t":"event","title":"Midterm","date":"2026-12-16","kind":"exam","name":"midterm","at":"#,
        ),
        (
            due(DueKind::Event, "midterm", day, time),
            r#""t":"due","title":"M","time":"09:00-11:00","date":"2026-12-18","kind":"event","name":"midterm","at":"#,
        ),
        (
            due(DueKind::Milestone, "M", None, None),
            r#""t":"due","title":"M","kind":"milestone","name":"M","at":"#,
        ),
    ] {
        let line = encode(&event(what)).unwrap();
        let rest = line.split_once(r#""n":7,"#).unwrap().1;
        assert_eq!(&rest[..fields.len()], fields);
    }
}

#[test]
fn a_shift_has_its_weeks() {
    let shift = What::Shift {
        from: "a".to_owned(),
        weeks: -1,
    };
    let line = encode(&event(shift)).unwrap();
    assert!(
        line.contains(r#""t":"shift","from":"a","weeks":-1,"at":"#),
        "{line}"
    );
}

#[test]
fn a_rest_does_not_end_before_it_starts() {
    let backwards = r#""t":"off","from":"2026-12-04","to":"2026-12-02""#;
    assert_eq!(
        read(&DONE.replace(r#""t":"done""#, backwards)),
        (
            0,
            "`off` ends on 2026-12-02, before it starts on 2026-12-04".to_owned()
        )
    );
}

#[test]
fn complete_objects_are_found_in_damaged_lines() {
    let torn = &DONE[..60];
    let in_text = &DONE[..DONE.find("模型").unwrap()];
    for (line, events, fault) in [
        (format!("\u{feff}{DONE}\r\n"), 1, ""),
        (format!("{DONE}{DONE}"), 2, ""),
        (format!("{DONE}\0\0{DONE}\0"), 2, "NUL bytes"),
        (format!("\0\0\0{DONE}"), 1, "NUL bytes"),
        ("\0\0".to_owned(), 0, "NUL bytes"),
        (format!("{torn}{DONE}"), 1, "incomplete line"),
        (format!("{{x}}{DONE}"), 1, "not JSON"),
        (format!("{in_text}{DONE}"), 1, "incomplete line"),
        (format!("{{{DONE}{DONE}"), 2, "incomplete line"),
        (format!("{DONE}{torn}"), 1, "incomplete line"),
        (format!("{DONE} and more"), 1, "stray text"),
        (format!("noise {DONE}"), 1, "stray text"),
        (torn.to_owned(), 0, "incomplete line"),
        ("<<<<<<< HEAD".to_owned(), 0, "git conflict marker"),
        ("=======\r\n".to_owned(), 0, "git conflict marker"),
        (" \t\r\n".to_owned(), 0, ""),
        (String::new(), 0, ""),
    ] {
        assert_eq!(read(&line), (events, fault.to_owned()), "{line:?}");
    }
}

#[test]
fn invalid_values_are_named() {
    for (old, new, reason) in [
        (
            r#""n":7"#,
            r#""n":9007199254740993"#,
            "invalid `n`: `9007199254740993`",
        ),
        (r#""v":1"#, r#""v":0"#, "invalid `v`: `0`"),
        (r#""min":80"#, r#""min":0"#, "invalid `min`: `0`"),
        (r#""min":80"#, r#""min":1441"#, "invalid `min`: `1441`"),
        (
            r#""min":80"#,
            r#""min":-1"#,
            "invalid value: integer `-1`, expected u32",
        ),
        (
            r#""day":"2026-12-07""#,
            r#""day":"2026-2-30""#,
            "invalid `day`: `2026-2-30`",
        ),
        (
            r#""day":"2026-12-07""#,
            r#""day":"+2026-1-2""#,
            "invalid `day`: `+2026-1-2`",
        ),
        (
            r#""at":"2026-12-07T12:00:00+08:00""#,
            r#""at":"noon""#,
            "invalid `at`: `noon`",
        ),
        (
            "01890000-0000-7000-8000-000000000002",
            "x\\u001b",
            "invalid `op`: `x\u{1b}`",
        ),
        (r#""title":"CLIP 模型原理","#, "", "`done` without `title`"),
        (
            r#""dev":"k3""#,
            r#""dev":"k3","dev":"k4""#,
            "duplicate field `dev`",
        ),
    ] {
        assert_eq!(read(&DONE.replace(old, new)), (0, reason.to_owned()));
    }
    assert_eq!(read(&DONE.replace(":7", ":9007199254740992")).0, 1);
}

#[test]
fn unknown_kinds_and_versions_are_kept() {
    let timer = DONE.replace(r#""t":"done""#, r#""t":"timer","start":5,"x":[{"y":1}]"#);
    let found = decode_line(timer.as_bytes());
    assert_eq!(
        found.events[0].what,
        What::Other {
            kind: "timer".into()
        }
    );
    assert!(!found.newer && found.faults.is_empty());

    let newer = decode_line(
        DONE.replace(r#""v":1"#, r#""v":2,"mood":"good""#)
            .as_bytes(),
    );
    assert_eq!(newer.events, decode_line(DONE.as_bytes()).events);
    assert!(newer.newer);
    for change in [r#""min":{"a":1}"#, r#""min":0"#] {
        let line = DONE
            .replace(r#""v":1"#, r#""v":2"#)
            .replace(r#""min":80"#, change);
        let other = decode_line(line.as_bytes());
        assert_eq!(
            other.events[0].what,
            What::Other {
                kind: "done".into()
            }
        );
        assert!(other.newer && other.faults.is_empty());
    }
}

#[test]
fn a_fingerprint_is_optional_and_an_invalid_one_is_ignored() {
    let old = decode_line(DONE.as_bytes()).events;
    let line = DONE.replace(r#""min":80,"#, r#""min":80,"sum":"75-8c1f0a3e-tw","#);
    let found = decode_line(line.as_bytes());
    assert_ne!(found.events, old);
    assert_eq!(encode(&found.events[0]).unwrap(), format!("{line}\n"));
    for strange in ["", "75", "sha256:00", "75-8c1f0a3e-tw!"] {
        let line = line.replace("75-8c1f0a3e-tw", strange);
        let found = decode_line(line.as_bytes());
        assert_eq!(
            (found.events, found.faults),
            (old.clone(), vec![]),
            "{strange}"
        );
    }
}

#[test]
fn a_note_fills_a_line_to_the_last_byte_and_no_further() {
    let error = encode(&note(&"学\n".repeat(2000))).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Usage);
    assert!(
        error.message.to_string().contains("takes 10000 bytes"),
        "{error}"
    );
    assert!(error.message.to_string().contains("4096 bytes"), "{error}");
    let fits = LINE_LIMIT - encode(&note("")).unwrap().len();
    assert!(
        error
            .message
            .to_string()
            .contains(&format!("and {fits} fit")),
        "{error}"
    );
    assert_eq!(encode(&note(&"x".repeat(fits))).unwrap().len(), LINE_LIMIT);
    assert!(encode(&note(&"x".repeat(fits + 1))).is_err());

    let many = encode(&event(What::Undo {
        of: vec![Uuid::nil(); 200],
    }))
    .unwrap_err();
    assert_eq!(many.kind, ErrorKind::Usage);
}

#[test]
fn an_event_that_would_not_be_read_back_is_refused() {
    let good = note("");
    let late = NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap();
    for bad in [
        Event {
            n: MAX_N + 1,
            ..good.clone()
        },
        Event {
            day: late,
            ..good.clone()
        },
        event(What::Other {
            kind: "done".into(),
        }),
    ] {
        let error = encode(&bad).unwrap_err();
        assert!(
            error
                .message
                .to_string()
                .starts_with("cannot record this: "),
            "{error}"
        );
    }
    // RFC 3339 has no offsets with seconds; the instant is kept.
    let odd = FixedOffset::east_opt(8 * 3600 + 343).unwrap();
    let mean_time = Event {
        at: good.at.with_timezone(&odd),
        ..good.clone()
    };
    assert_eq!(
        decode_line(encode(&mean_time).unwrap().as_bytes()).events,
        [good]
    );
}

/// Text with more control characters, quotes and newlines than random text.
fn text() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        '\u{0}', '\n', '\r', '\u{1b}', '"', '\\', '{', '\u{7f}', '\u{85}', '\u{9b}', '\u{2028}',
        '\u{202e}', '\u{2066}', '\u{feff}', '学', '🎓',
    ]);
    prop::collection::vec(prop_oneof![any::<char>(), nasty], 0..20)
        .prop_map(|chars| chars.into_iter().collect())
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..3_000_000i64).prop_map(|n| NaiveDate::default() + TimeDelta::days(n - 700_000))
}

fn fingerprint() -> impl Strategy<Value = Option<Fingerprint>> {
    let minutes = prop::option::of(any::<u32>().prop_map(Minutes));
    let fingerprint = (minutes, any::<u32>(), any::<bool>(), any::<bool>());
    prop::option::of(
        fingerprint.prop_map(|(minutes, work, title_shared, work_shared)| Fingerprint {
            minutes,
            work,
            title_shared,
            work_shared,
            all_shared: title_shared && work_shared && work % 2 == 0,
        }),
    )
}

fn correction() -> impl Strategy<Value = What> {
    prop_oneof![
        (text(), text(), fingerprint()).prop_map(|(slot, title, fingerprint)| What::Reopen {
            slot,
            title,
            fingerprint,
        }),
        (any::<u128>(), text(), text(), fingerprint()).prop_map(
            |(of, slot, title, fingerprint)| What::Unnote {
                of: Uuid::from_u128(of),
                slot,
                title,
                fingerprint,
            }
        ),
    ]
}

fn fixed_date() -> impl Strategy<Value = What> {
    let window = (0..600u32, 1..800u32).prop_map(|(start, length)| {
        let clock = crate::model::Clock::from_minutes(start)?;
        Window::from(clock, Minutes(length))
    });
    let covers = prop::collection::vec("(w[1-9]|w[1-3]-w[4-9]|[A-Z]|d0[1-9]-0900)", 0..4);
    let event = ("[a-z][a-z0-9-]{0,8}", text(), day(), window.clone(), covers);
    let due = (0..3usize, text(), text(), prop::option::of(day()), window);
    prop_oneof![
        event.prop_map(|(id, title, date, time, covers)| What::FixedEvent {
            event: FixedEvent {
                id: SlotId::new(&id).unwrap(),
                kind: EventKind::NAMES[id.len() % 2].0,
                title,
                date,
                time,
                covers: covers.iter().map(|text| Cover::parse(text)).collect(),
            }
        }),
        due.prop_map(|(of, name, title, date, time)| What::Due {
            of: [DueKind::Event, DueKind::Deliverable, DueKind::Milestone][of],
            name,
            title,
            date,
            time,
        }),
    ]
}

fn begin() -> impl Strategy<Value = What> {
    let all = (text(), day(), any::<bool>());
    all.prop_map(|(plan, start, afresh)| What::Begin {
        plan,
        start,
        afresh,
    })
}

fn added() -> impl Strategy<Value = What> {
    let minutes = prop::option::of((1..=1440u32).prop_map(Minutes));
    let time = (0..1440u32, 1..=1440u32).prop_map(|(start, length)| {
        let start = Clock::from_minutes(start)?;
        Window::from(start, Minutes(length))
    });
    (any::<u32>(), text(), day(), time, minutes).prop_map(|(id, title, date, time, duration)| {
        What::Add(AddedSlot {
            id: SlotId::added(id),
            title,
            date,
            time,
            duration,
        })
    })
}

fn what() -> impl Strategy<Value = What> {
    let minutes = prop::option::of((1..=1440u32).prop_map(Minutes));
    let ids = prop::collection::vec(any::<u128>().prop_map(Uuid::from_u128), 0..5);
    prop_oneof![
        begin(),
        added(),
        (text(), text(), minutes, fingerprint(), any::<bool>()).prop_map(
            |(slot, title, minutes, fingerprint, again)| What::Done {
                slot,
                title,
                minutes,
                fingerprint,
                again,
            }
        ),
        (
            text(),
            text(),
            prop::option::of(text()),
            fingerprint(),
            any::<bool>()
        )
            .prop_map(|(slot, title, why, fingerprint, again)| What::Skip {
                slot,
                title,
                why,
                fingerprint,
                again
            }),
        (text(), text(), fingerprint(), text()).prop_map(|(slot, title, fingerprint, text)| {
            What::Note {
                slot,
                title,
                fingerprint,
                text,
            }
        }),
        correction(),
        fixed_date(),
        ids.prop_map(|of| What::Undo { of }),
        (text(), text(), text(), text(), fingerprint(), fingerprint()).prop_map(
            |(from, was, to, title, was_sum, fingerprint)| What::Relinked {
                from,
                was,
                was_sum,
                to,
                title,
                fingerprint
            }
        ),
    ]
}

fn events() -> impl Strategy<Value = Event> {
    let ids =
        (any::<u128>(), any::<u128>()).prop_map(|(a, b)| (Uuid::from_u128(a), Uuid::from_u128(b)));
    let at = (0..4_000_000_000i64, 0..1_000_000_000u32, -1439..1440i32).prop_map(|(s, ns, min)| {
        let offset = FixedOffset::east_opt(min * 60).unwrap();
        DateTime::from_timestamp(s, ns)
            .unwrap()
            .with_timezone(&offset)
    });
    (ids, 0..=MAX_N, at, day(), text(), what()).prop_map(|((id, op), n, at, day, dev, what)| {
        Event {
            id,
            op,
            n,
            what,
            at,
            day,
            dev,
        }
    })
}

/// Whether a terminal prints the line without obeying anything in it.
fn is_tame(line: &str) -> bool {
    escape::terminal(line.trim_end_matches('\n')) == line.trim_end_matches('\n')
        && !line.contains(['\u{2028}', '\u{2029}'])
}

/// Whether the fault quotes no more than the beginning of a value; the sink escapes it.
fn is_short(fault: &LineFault) -> bool {
    Message::from(fault.clone()).to_string().chars().count() < 200
}

proptest! {
    #[test]
    fn an_event_comes_back_as_it_was(event in events()) {
        let line = encode(&event).unwrap();
        prop_assert!(is_tame(&line), "{line:?}");
        prop_assert_eq!(line.find('\n'), Some(line.len() - 1));
        let back = decode_line(line.as_bytes());
        prop_assert_eq!(&back.events, std::slice::from_ref(&event));
        // The offset too, which `==` ignores.
        prop_assert_eq!(back.events[0].at.offset(), event.at.offset());
        prop_assert_eq!(canonical(&back.events[0]), line);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = decode_line(&bytes);
    }

    #[test]
    fn a_damaged_line_spoils_no_complete_object_after_it(
        event in events(), at in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let whole = encode(&event).unwrap();
        let line = whole.trim_end().as_bytes();
        let cut = at.index(line.len());
        // The complete object at the end is found.
        let glued = [&line[..cut], line].concat();
        let found = decode_line(&glued).events;
        prop_assert_eq!(found.last(), Some(&event));
        let mut bent = glued;
        bent[cut] = byte;
        let found = decode_line(&bent);
        prop_assert!(found.faults.iter().all(is_short), "{:?}", found.faults);
    }
}

/// The controls: the properties can be violated.
#[test]
fn the_properties_can_fail() {
    let raw = serde_json::to_string(&Line::of(&note("\u{9b}31m"))).unwrap();
    assert!(!is_tame(&raw));
    assert_ne!(decode_line(DONE.as_bytes()).events, [note("")]);
    // A decoder that reads a line as one object loses the complete one after an incomplete one.
    let glued = format!("{}{DONE}", &DONE[..60]);
    assert!(serde_json::from_str::<Line>(&glued).is_err());
    let naive = |bytes: &[u8]| std::str::from_utf8(bytes).unwrap().len();
    assert!(catch_unwind(|| naive(b"\xff")).is_err());
}
