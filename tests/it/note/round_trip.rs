//! The shipped plan, with a hundred boxes ticked by a program.

use std::collections::BTreeMap;
use std::fs;

use super::boxes;
use crate::sandbox::Sandbox;

/// A generator of numbers (Marsaglia's xorshift): the same ones in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

/// Kind and study date of each mark, by slot.
type Marks = BTreeMap<String, (String, String)>;

/// The id that the block of a line stands for.
fn id(line: &str) -> String {
    line.rsplit_once(" ^").unwrap().1.replace('P', ".")
}

/// Ticks a hundred boxes of a note in every way there is, and gives the marks that those are.
fn tick(note: &str) -> (String, Marks) {
    let mut numbers = Numbers(0x2026_1130);
    let mut lines: Vec<String> = note.lines().map(str::to_owned).collect();
    let mut open: Vec<usize> = (0..lines.len())
        .filter(|line| boxes(&lines[*line]).len() == 1)
        .collect();
    assert_eq!(open.len(), 280 + 40);
    let mut marks = Marks::new();
    for _ in 0..100 {
        let at = open.swap_remove(numbers.below(open.len()));
        let line = &lines[at];
        let (text, block) = line.rsplit_once(" ^").unwrap();
        let day = format!("2026-12-{:02}", numbers.below(9) + 1);
        let (sign, stamp, kind, day) = match numbers.below(4) {
            0 => ("[x]", String::new(), "done", "2026-12-09".to_owned()),
            1 => ("[x]", format!(" ✅ {day}"), "done", day),
            2 => ("[X]", format!(" [completion:: {day}]"), "done", day),
            _ => ("[-]", String::new(), "skip", "2026-12-09".to_owned()),
        };
        marks.insert(id(line), (kind.to_owned(), day));
        lines[at] = format!("{}{stamp} ^{block}", text.replacen("[ ]", sign, 1));
    }
    (lines.join("\n") + "\n", marks)
}

/// The marks of the journal's last step.
fn last_step(home: &Sandbox) -> Marks {
    let events = home.events();
    let op = &events.last().unwrap()["op"];
    let last = events.iter().filter(|event| &event["op"] == op);
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    last.map(|event| {
        (
            text(&event["slot"]),
            (text(&event["t"]), text(&event["day"])),
        )
    })
    .collect()
}

/// The sign of every box as it should be.
fn signs(home: &Sandbox) -> BTreeMap<String, char> {
    let note = home.run(&["export", "--format", "md"]).ok();
    let boxes = boxes(&note).into_iter();
    boxes
        .map(|line| (id(line), line.chars().nth(3).unwrap()))
        .collect()
}

#[test]
fn a_hundred_boxes_are_recorded_and_pushed() {
    let home = Sandbox::new().at("2026-12-09T22:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home.run(&["export", "--format", "md", "-o", "note.md"])
        .ok();
    let path = home.home().join("note.md");
    let (ticked, marks) = tick(&fs::read_to_string(&path).unwrap());
    fs::write(&path, &ticked).unwrap();

    let events = home.events().len();
    let dry = home.run(&["pull", "note.md", "--dry-run", "--json"]).json();
    assert_eq!(dry["marks"].as_array().unwrap().len(), 100);
    assert_eq!(home.events().len(), events);

    home.run(&["pull", "note.md"]).ok();
    assert_eq!(home.events().len(), events + 100);
    assert_eq!(last_step(&home), marks);
    assert_eq!(
        home.run(&["pull", "note.md"]).ok(),
        "  nothing new in the note\n"
    );
    assert_eq!(home.events().len(), events + 100);
    // The note is as it was.
    assert_eq!(fs::read_to_string(&path).unwrap(), ticked);

    // One step takes all of it back.
    let after = signs(&home);
    home.run(&["undo"]).ok();
    assert!(signs(&home).values().all(|sign| *sign == ' '));
    home.run(&["redo"]).ok();
    assert_eq!(signs(&home), after);

    // What is recorded elsewhere is pushed, and nothing else changes.
    let open = after.iter().filter(|(_, sign)| **sign == ' ');
    let open: Vec<&str> = open.map(|(id, _)| id.as_str()).collect();
    home.run(&[&["done"], &open[..20]].concat()).ok();
    home.run(&[&["skip"], &open[200..205]].concat()).ok();
    let said = home.run(&["pull", "note.md", "--push", "--json"]).json();
    assert_eq!(said["not_recorded"].as_array().unwrap().len(), 0, "{said}");
    let pushed = fs::read_to_string(&path).unwrap();
    let before: Vec<&str> = ticked.lines().collect();
    let now: Vec<&str> = pushed.lines().collect();
    assert_eq!(before.len(), now.len());
    let mut changed = 0;
    let signs = signs(&home);
    for (before, now) in before.iter().zip(&now) {
        if boxes(now).is_empty() {
            assert_eq!(before, now);
            continue;
        }
        assert_eq!((&before[..3], &before[4..]), (&now[..3], &now[4..]));
        changed += u64::from(before != now);
        let sign = now.chars().nth(3).unwrap().to_ascii_lowercase();
        assert_eq!(Some(&sign), signs.get(&id(now)), "{now}");
    }
    assert_eq!(said["updated_boxes"], changed);
    assert_eq!(changed, 25);
}
