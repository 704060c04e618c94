//! Schema and parser take and refuse the same: values of every form, at each place that takes them.

use super::schema::takes;

/// Values for one place, each with whether it is valid there.
type Values = &'static [(&'static str, bool)];

/// Places (`@` is where the value goes) and values of every form there is.
const PLACES: &[(&str, Values)] = &[
    (
        "plan: @\ntitle: T\nslots: [{title: a}]\n",
        &[
            ("p", true),
            ("2026", true),
            ("-1", false),
            ("1.5", false),
            ("P", false),
            ("[p]", false),
        ],
    ),
    (
        "plan: p\ntitle: @\nslots: [{title: a}]\n",
        &[
            ("7", true),
            ("true", true),
            ("'  '", false),
            ("\"\\u3000\"", false),
            ("{a: b}", false),
            ("null", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nrest: @\nslots: [{title: a}]\n",
        &[
            ("sun", true),
            ("sat-sun", true),
            ("[mon, sat-sun]", true),
            ("[]", true),
            ("null", true),
            ("Sun", true),
            ("周末", true),
            ("周八", false),
            ("[mon, sonntag]", false),
            ("5", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nfront_matter: {key: @}\nslots: [{title: a}]\n",
        &[
            ("value", true),
            ("5", true),
            ("[a, b]", true),
            ("null", true),
            ("{a: b}", false),
            ("[[a]]", false),
        ],
    ),
    (
        "plan: p\ntitle: T\ntime_budget: {weekday: @}\nslots: [{title: a}]\n",
        &[
            ("6h", true),
            ("4h-6h", true),
            ("4h - 6h", true),
            ("1h30m-1.5h", true),
            ("90", true),
            ("0", false),
            ("1.5", false),
            ("h", false),
            ("4h-6h-8h", false),
            ("4..h", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nmilestones: [{title: @}]\nslots: [{title: a}]\n",
        &[("M", true), ("3", true), ("' '", false), ("[M]", false)],
    ),
    (
        "plan: p\ntitle: T\nmilestones: [{title: M, due: @}]\nslots: [{title: a}]\n",
        &[
            ("1 month", true),
            ("02 weeks", true),
            ("' 10  days '", true),
            ("null", true),
            ("0 days", false),
            ("5", false),
            ("1month", false),
            ("1 year", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nnotes: [{text: n, line: @}]\nslots: [{title: a}]\n",
        &[
            ("1", true),
            ("'12'", true),
            ("1000000", true),
            ("0", false),
            ("1000001", false),
            ("1.5", false),
            ("x", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nallow: [{rule: @}]\nslots: [{title: a}]\n",
        &[
            ("gap, at: d1, why: w", true),
            ("allow-unused, at: a1, why: w", true),
            ("gap, at: 5, why: w", true),
            ("gap, why: w", false),
            ("gap, at: d1", false),
            ("gap, at: d1, why: ''", false),
            ("gap, at: ' ', why: w", false),
            ("empty, at: d1, why: w", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nresources: [{id: r, kind: doc, title: R, url: @}]\nslots: [{title: a}]\n",
        &[
            ("https://example.org", true),
            ("http://example.org/a@b", true),
            ("'https://example.org?q=a@b'", true),
            ("HTTPS://Example.org/A", true),
            ("hTTp://example.org:80/", true),
            ("'https://[::1]/'", true),
            ("null", true),
            ("https://u@h", false),
            ("https://u:p@h/", false),
            ("https://@h", false),
            ("https:example.org", false),
            ("https:/example.org", false),
            ("https:///example.org", false),
            ("https://", false),
            ("' https://example.org'", false),
            ("'https:// example.org'", false),
            ("ftp://example.org", false),
            ("example.org", false),
            ("5", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nphases: [{title: @, days: [{slots: [{title: a}]}]}]\n",
        &[("P", true), ("1", true), ("''", false), ("null", false)],
    ),
    (
        "plan: p\ntitle: T\nweeks: [{week: @, slots: [{title: a}]}]\n",
        &[
            ("3", true),
            ("'3'", true),
            ("null", true),
            ("0", false),
            ("w3", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nweeks: [{slots: [{title: a}], deliverables: @}]\n",
        &[
            ("[text]", true),
            ("[7]", true),
            ("[{text: t}]", true),
            ("[{id: w05.1, text: t}]", true),
            ("[{id: 5, text: t}]", true),
            ("[{id: null, text: t}]", true),
            ("[]", true),
            ("['']", false),
            ("[' ']", false),
            ("[{text: ' '}]", false),
            ("[{id: W05, text: t}]", false),
            ("[{id: .1, text: t}]", false),
            ("[{id: w05.1}]", false),
            ("text", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nweeks: [{title: W, @}]\n",
        &[
            ("slots: [{title: a}]", true),
            ("days: null, slots: [{title: a}]", true),
            ("slots: []", false),
            ("days: []", false),
            ("days: [{slots: [{title: a}]}], slots: [{title: a}]", false),
        ],
    ),
    (
        "plan: p\ntitle: T\ndays: [{day: @, slots: [{title: a}]}]\n",
        &[
            ("3", true),
            ("'3'", true),
            ("' 3 '", true),
            ("18-19", true),
            ("18 - 19", true),
            ("0", false),
            ("-3", false),
            ("1.5", false),
            ("d3", false),
        ],
    ),
    (
        "plan: p\ntitle: T\ndays: [{weekday: @, slots: [{title: a}]}]\n",
        &[
            ("fri", true),
            ("Fri", true),
            ("FRIDAY", true),
            ("周五", true),
            ("frid", false),
            ("5", false),
            ("[fri]", false),
        ],
    ),
    (
        "plan: p\ntitle: T\ndays: [{origin: @, slots: [{title: a}]}]\n",
        &[
            ("authored", true),
            ("{seed: 5}", true),
            ("5", false),
            ("{}", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nslots: [{title: a, time: @}]\n",
        &[
            ("9:00-24:00", true),
            ("09:00 - 10:00", true),
            ("23:00-24:30", false),
            ("9:00", false),
            ("9-10", false),
            ("09:00–10:30", true),
            ("9am-10:30 PM", true),
            ("9am-13pm", false),
            ("9:0-10:00", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nslots: [{title: a, duration: @}]\n",
        &[
            ("90", true),
            ("90m", true),
            ("1h30", true),
            ("1:20", true),
            ("1.5h", true),
            ("1.5h30m", true),
            ("' 2h '", true),
            ("90m, time: null", true),
            ("90m, time: 9:00-10:00", false),
            ("0", false),
            ("-5", false),
            ("1.5", false),
            ("1.555h", false),
            ("1 h", true),
            ("1 h 30 min", true),
            ("90 Minutes", true),
            ("1 h 30 sec", false),
            ("true", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nslots: [{title: a, id: @}]\n",
        &[
            ("d18-a", true),
            ("7", true),
            ("a.b", false),
            ("-7", false),
            ("' a'", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nslots: [{title: a, fields: [@]}]\n",
        &[
            ("{内容: null}", true),
            ("{内容: a}", true),
            ("{内容: [a, {课程: b}]}", true),
            ("{label: text, text: a}", true),
            ("{内容: {a: b}}", false),
            ("{text: a}", false),
            ("{label: null}", false),
            ("{label: a, items: [b]}", true),
            ("{label: a, url: null, items: [b]}", true),
            ("{label: a, url: 'https://example.org', items: [b]}", false),
            ("{内容: a, items: [b], kind: paper}", true),
            ("{内容: null, items: [b]}", true),
            ("{内容: null, kind: paper}", false),
            ("{内容: [a], kind: paper}", false),
            ("{内容: [a], items: [b]}", false),
            ("{内容: a, text: b}", false),
            ("{内容: a, label: b}", false),
            ("{内容: a, label: null}", true),
            ("内容", false),
        ],
    ),
    (
        "plan: p\ntitle: T\nslots: [{title: a, items: [@]}]\n",
        &[
            ("a", true),
            ("{text: a, kind: paper, url: 'https://example.org'}", true),
            ("{课程: a, note: n}", true),
            ("{课程: null}", false),
            ("{课程: a, text: b}", false),
            ("{课程: a, label: b}", false),
            ("{课程: a, label: null}", true),
            ("{kind: paper}", false),
            ("{text: a, kind: film}", false),
            ("[a]", false),
        ],
    ),
];

#[test]
fn schema_and_parser_agree_on_every_form() {
    let mut wrong = Vec::new();
    for (place, values) in PLACES {
        for (value, expected) in *values {
            let text = place.replace('@', value);
            let found = (
                takes(&text).unwrap(),
                crate::source::parse(&text).diagnostics.is_empty(),
            );
            if found != (*expected, *expected) {
                wrong.push(format!("{found:?} of schema and parser: {text}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}
