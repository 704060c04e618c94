//! Twelve public study plans: units as a careful reader counts them, and every line accounted for.
//! They are not part of the project; where they are missing, the test says so and ends.

use std::path::Path;

use super::{imported, lost};

/// Whether two counts are within five per cent of each other.
fn close(found: usize, expected: usize) -> bool {
    found.abs_diff(expected) * 20 <= expected
}

#[test]
#[expect(clippy::print_stderr, reason = "it says that it was skipped")]
fn the_twelve_are_read_as_a_careful_reader_does() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus"));
    if !folder.is_dir() {
        eprintln!("skipped: it needs the plans in {}", folder.display());
        return;
    }
    let expected = std::fs::read_to_string(folder.join("expected.json")).unwrap();
    let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
    let (mut table, mut wrong) = (String::new(), Vec::new());
    for (name, expected) in expected.as_object().unwrap() {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let imported = imported(&text);
        let counts = imported.counts;
        let count = |key: &str| usize::try_from(expected[key].as_u64().unwrap()).unwrap();
        let units = [
            ("phases", counts.phases, "phases"),
            ("weeks", counts.weeks, "week_blocks"),
            ("days", counts.days, "day_blocks"),
        ];
        let items = [
            ("slots", counts.slots, "slots"),
            ("items", counts.items, "items"),
        ];
        table += &format!("{name:30}");
        for (what, found, key) in units.into_iter().chain(items) {
            table += &format!("  {what} {found}/{}", count(key));
        }
        for (what, found, key) in units {
            if found != count(key) {
                wrong.push(format!("{name}: {found} {what}, not {}", count(key)));
            }
        }
        for (what, found, key) in items {
            if !close(found, count(key)) {
                wrong.push(format!("{name}: {found} {what}, not {}", count(key)));
            }
        }
        let accounted = imported.placed + imported.leftovers.len();
        table += &format!("  lines {accounted}/{}\n", imported.lines);
        if accounted != imported.lines {
            wrong.push(format!("{name}: {accounted} of {} lines", imported.lines));
        }
        let lost = lost(&text, &imported);
        wrong.extend(lost.iter().map(|line| format!("{name}: lost line {line}")));
    }
    println!("found/expected\n{table}");
    assert!(wrong.is_empty(), "{table}\n{}", wrong.join("\n"));
}

#[test]
fn a_line_that_is_lost_is_noticed() {
    let text = "# Study\n\n## Week 1\n\n- [ ] Read chapter one\n- [ ] Read chapter two\n";
    let mut imported = imported(text);
    assert_eq!(lost(text, &imported), [""; 0]);
    let week = &mut imported.plan.phases[0].weeks[0];
    week.days.pop();
    assert_eq!(lost(text, &imported), ["6: - [ ] Read chapter two"]);
}
