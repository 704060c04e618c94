//! The roadmap as a drawing: boxes are closed and straight, no edge ends in the air, and nothing
//! is wider than asked, measured in the columns of a terminal.

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthChar;

use crate::sandbox::Sandbox;

/// Layers of three, three, four, two and one: A and B cross on their way to D and F, edges skip
/// one layer and all of them, and titles are of every length and script.
const WEB: &str = "\
plan: web
title: 网
roadmap:
  topics:
    A: {title: 深度学习基础}
    B: {title: Linear algebra for the impatient reader}
    C: {title: 🚀 起步}
    D: {title: 注意力机制与 Transformer, after: [B, A]}
    E: {title: 卷积, after: [C, A]}
    G: {title: 数据管道, after: [B, C]}
    F: {title: RNN 🧠, after: [G, B]}
    H: {title: 对比学习 contrastive, after: [D, A]}
    I: {title: 📚 Reading, after: [E, C]}
    J: {title: 模型评估与误差分析的方法, after: [D, G, A]}
    K: {title: 部署, after: [J, H, B]}
    L: {title: Ship it 🎉🎉, after: [F, I, C]}
    M: {title: 总结, after: [K, L, A]}
days:
  - slots:
      - {title: 阅读, topic: A}
      - {title: 练习, topic: E}
      - {title: 写, topic: M}
";

/// Edges that would have to arrive at D and E where others leave: A leads to E, B to D.
const CROSSED: &str = "\
plan: crossed
title: 交叉
roadmap:
  topics:
    A: {title: 一}
    B: {title: 二}
    C: {title: 三, after: [B]}
    D: {title: 四, after: [A]}
days: [{slots: [{title: a, topic: A}]}]
";

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// The strokes of a sign, by Unicode's name of it; of a `+` nothing is known but that it has one
/// upright and one level stroke at least.
fn strokes(c: char) -> u8 {
    match c {
        '│' | '|' => UP | DOWN,
        '─' | '-' => LEFT | RIGHT,
        '┌' => DOWN | RIGHT,
        '┐' => DOWN | LEFT,
        '└' => UP | RIGHT,
        '┘' => UP | LEFT,
        '├' => UP | DOWN | RIGHT,
        '┤' => UP | DOWN | LEFT,
        '┬' => DOWN | LEFT | RIGHT,
        '┴' => UP | LEFT | RIGHT,
        '┼' => UP | DOWN | LEFT | RIGHT,
        _ => 0,
    }
}

/// A drawing by the columns of a terminal.
struct Picture {
    rows: Vec<BTreeMap<usize, char>>,
    ends: Vec<usize>,
}

/// A box: its first and last row, its first and last column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Frame {
    top: usize,
    bottom: usize,
    left: usize,
    right: usize,
}

fn columns(c: char, wide: bool) -> usize {
    let columns = if wide { c.width_cjk() } else { c.width() };
    columns.unwrap_or(0)
}

impl Picture {
    /// With `wide`, characters of ambiguous width take two columns.
    fn of(text: &str, wide: bool) -> Self {
        let mut picture = Self {
            rows: Vec::new(),
            ends: Vec::new(),
        };
        for line in text.lines() {
            let mut column = 0;
            let mut row = BTreeMap::new();
            for c in line.chars() {
                row.insert(column, c);
                column += columns(c, wide);
            }
            picture.rows.push(row);
            picture.ends.push(column);
        }
        picture
    }

    fn at(&self, row: usize, column: usize) -> char {
        let row = self.rows.get(row);
        row.and_then(|row| row.get(&column)).copied().unwrap_or(' ')
    }

    /// Boxes, found by their titles: on a line `│ A ...` between borders.
    fn frames(&self, ids: &str) -> Result<Vec<Frame>, String> {
        ids.chars().map(|id| self.frame(id)).collect()
    }

    fn frame(&self, id: char) -> Result<Frame, String> {
        let begins = |row: usize, column: usize| {
            let sides = "│|".contains(self.at(row, column));
            let words = [1, 2, 3].map(|more| self.at(row, column + more));
            sides && words == [' ', id, ' ']
        };
        let mut places = (0..self.rows.len())
            .flat_map(|row| self.rows[row].keys().map(move |column| (row, *column)))
            .filter(|(row, column)| begins(*row, *column));
        let (row, left) = places.next().ok_or(format!("no box {id}"))?;
        let mut words = self.rows[row].range(left + 1..);
        let right = words.find(|(_, c)| "│|".contains(**c));
        let (right, _) = right.ok_or(format!("box {id} is open at the right"))?;
        Ok(Frame {
            top: row - 1,
            bottom: row + 2,
            left,
            right: *right,
        })
    }

    /// Whether a box is closed: its corners and its sides lie in the same columns.
    fn is_closed(&self, frame: Frame) -> Result<(), String> {
        let Frame {
            top,
            bottom,
            left,
            right,
        } = frame;
        for (row, column, wanted) in [
            (top, left, "┌+"),
            (top, right, "┐+"),
            (bottom, left, "└+"),
            (bottom, right, "┘+"),
            (top + 1, left, "│|"),
            (top + 1, right, "│|"),
            (top + 2, left, "│|"),
            (top + 2, right, "│|"),
        ] {
            let found = self.at(row, column);
            if !wanted.contains(found) {
                return Err(format!("row {row} column {column}: {found:?} for {wanted}"));
            }
        }
        for (row, crossing) in [(top, "┴+"), (bottom, "┬+")] {
            for column in left + 1..right {
                let found = self.at(row, column);
                if !"─-".contains(found) && !crossing.contains(found) {
                    return Err(format!("row {row} column {column}: {found:?} in a border"));
                }
            }
        }
        Ok(())
    }

    /// Whether each stroke goes on in the next cell. What is in a box is words, not strokes.
    fn goes_on(&self, frames: &[Frame]) -> Result<(), String> {
        let is_word = |row: usize, column: usize| {
            frames.iter().any(|frame| {
                (frame.top + 1..frame.bottom).contains(&row)
                    && (frame.left + 1..frame.right).contains(&column)
            })
        };
        let sign = |row, column| {
            if is_word(row, column) {
                ' '
            } else {
                self.at(row, column)
            }
        };
        // Of a `+` it is not known whether it has the stroke; that it has none is a fault below.
        let joined = |a: char, stroke: u8, b: char, back: u8| {
            a == '+' || b == '+' || (strokes(a) & stroke == 0) == (strokes(b) & back == 0)
        };
        let none = |c: char| c != '+' && strokes(c) == 0;
        let width = self.ends.iter().max().copied().unwrap_or(0);
        for row in 0..self.rows.len() {
            for column in 0..=width {
                let here = sign(row, column);
                let (below, next) = (sign(row + 1, column), sign(row, column + 1));
                let above = row.checked_sub(1).map_or(' ', |row| sign(row, column));
                let before = column
                    .checked_sub(1)
                    .map_or(' ', |column| sign(row, column));
                let at = format!("row {row} column {column}: {here}");
                if !joined(here, DOWN, below, UP) || row == 0 && strokes(here) & UP > 0 {
                    return Err(format!("{at} and {below:?} below"));
                }
                if !joined(here, RIGHT, next, LEFT) || column == 0 && strokes(here) & LEFT > 0 {
                    return Err(format!("{at} and {next:?} next to it"));
                }
                let upright = |c: char| c == '+' || strokes(c) & (UP | DOWN) > 0;
                let level = |c: char| c == '+' || strokes(c) & (LEFT | RIGHT) > 0;
                if here == '+' && !(upright(above) || upright(below)) {
                    return Err(format!("{at} leads neither up nor down"));
                }
                if here == '+' && !(level(before) || level(next)) {
                    return Err(format!("{at} leads neither left nor right"));
                }
                let ends = |c: char, both: u8, one: char, other: char| {
                    strokes(c) == both && c.is_ascii() && (none(one) || none(other))
                };
                if ends(here, UP | DOWN, above, below) || ends(here, LEFT | RIGHT, before, next) {
                    return Err(format!("{at} ends in the air"));
                }
            }
        }
        Ok(())
    }

    /// Whether the boxes of the topics `ids` are drawn straight within `width` columns; boxes in
    /// one row are next to each other, `layers` says which.
    fn is_straight(&self, layers: &[&str], width: usize) -> Result<(), String> {
        if let Some(end) = self.ends.iter().find(|end| **end > width) {
            return Err(format!("{end} columns of {width}"));
        }
        let mut all = Vec::new();
        for layer in layers {
            let frames = self.frames(layer)?;
            for frame in &frames {
                self.is_closed(*frame)?;
            }
            for pair in frames.windows(2) {
                let (a, b) = (pair[0], pair[1]);
                if a.top != b.top || a.right >= b.left || a.right - a.left != b.right - b.left {
                    return Err(format!("{layer}: {a:?} next to {b:?}"));
                }
            }
            if all
                .last()
                .is_some_and(|above: &Frame| above.bottom >= frames[0].top)
            {
                return Err(format!("{layer} is no row of its own"));
            }
            all.extend(frames);
        }
        self.goes_on(&all)
    }
}

/// Whether a drawing is a list and says in words what each topic comes after.
fn is_list(text: &str) -> bool {
    text.lines()
        .next()
        .is_some_and(|line| line.starts_with("A "))
        && text.lines().any(|line| line == "  after K, L, A")
}

/// A home with the fixtures; `wide/` is the configuration of a terminal that draws ambiguous
/// characters two columns wide.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.file("wide/config.yaml", "ambiguous_width: 2\n");
    home.file("plain/config.yaml", "");
    home.file("web.yaml", WEB);
    home.file("crossed.yaml", CROSSED);
    home
}

/// How a roadmap is asked for: flags, and whether ambiguous characters are wide.
const MODES: [(&[&str], bool); 3] = [(&[], false), (&["--ascii"], false), (&[], true)];

/// The drawing of a plan.
#[track_caller]
fn drawing(home: &Sandbox, plan: &str, width: usize, (flags, wide): (&[&str], bool)) -> String {
    let config = if wide { "wide" } else { "plain" };
    let home = home.env("PLAN_CONFIG_DIR", home.home().join(config));
    let home = home.env("COLUMNS", width.to_string());
    home.run(&[&["roadmap", "--plan", plan], flags].concat())
        .ok()
}

const SHIPPED: [&str; 7] = ["A", "BC", "D", "E", "FG", "H", "IJ"];
const OF_WEB: [&str; 5] = ["ABC", "DEG", "FHIJ", "KL", "M"];

#[test]
fn the_shipped_roadmap_is_straight_at_every_width() {
    let home = home();
    for mode in MODES {
        // `...` takes more columns than `…` where room is short.
        let least = if mode.0.is_empty() { 60 } else { 40 };
        for width in least..=140 {
            let text = drawing(&home, "multimodal", width, mode);
            let straight = Picture::of(&text, mode.1).is_straight(&SHIPPED, width);
            assert_eq!(straight, Ok(()), "{width} {mode:?}\n{text}");
        }
    }
}

#[test]
fn a_web_of_edges_is_straight_at_every_width_that_has_room_for_it() {
    let home = home();
    for mode in MODES {
        let mut lists = Vec::new();
        for width in 60..=140 {
            let text = drawing(&home, "web.yaml", width, mode);
            if is_list(&text) {
                lists.push(width);
                continue;
            }
            let straight = Picture::of(&text, mode.1).is_straight(&OF_WEB, width);
            assert_eq!(straight, Ok(()), "{width} {mode:?}\n{text}");
        }
        // Four boxes of 16 columns and three lines that pass them, three columns between each
        // two, and one to spare.
        assert_eq!(lists, (60..86).collect::<Vec<_>>(), "{mode:?}");
    }
}

/// Edges that cross arrive next to the columns in which the others leave.
#[test]
fn crossed_edges_are_not_taken_for_each_other() {
    let text = drawing(&home(), "crossed.yaml", 50, (&[], false));
    let expected = "
       ┌──────────────┐   ┌──────────────┐
       │ A 一         │   │ B 二         │
       │ ──────── 0/1 │   │ ──────── 0/0 │
       └───────┬──────┘   └───────┬──────┘
               └────────────────┐ │
             ┌──────────────────┼─┘
       ┌─────┴────────┐   ┌─────┴────────┐
       │ C 三         │   │ D 四         │
       │ ──────── 0/0 │   │ ──────── 0/0 │
       └──────────────┘   └──────────────┘
";
    assert_eq!(text, expected[1..]);
}

#[test]
fn the_checker_notices_what_is_not_straight() {
    let home = home();
    for mode in MODES {
        let text = drawing(&home, "web.yaml", 100, mode);
        let check = |text: &str| Picture::of(text, mode.1).is_straight(&OF_WEB, 100);
        assert_eq!(check(&text), Ok(()), "{text}");
        let lines: Vec<&str> = text.lines().collect();
        let with = |row: usize, line: &str| {
            let mut lines = lines.clone();
            lines[row] = line;
            lines.join("\n")
        };
        for (row, line) in lines.iter().enumerate() {
            let moved = with(row, &format!(" {line}"));
            assert!(check(&moved).is_err(), "row {row} moved\n{moved}");
            // Between two `+`, of which either may be a corner, a stroke is not missed.
            let signs = Picture::of(&text, mode.1);
            let is_hidden = |at: usize| {
                let column = line[..at].chars().map(|c| columns(c, mode.1)).sum();
                [row.wrapping_sub(1), row + 1]
                    .iter()
                    .all(|row| signs.at(*row, column) == '+')
            };
            let strokes = line.char_indices().filter(|(_, c)| "│|┼┴┬├┤".contains(*c));
            for (at, sign) in strokes.filter(|(at, _)| !is_hidden(*at)) {
                let cut = format!("{} {}", &line[..at], &line[at + sign.len_utf8()..]);
                let cut = with(row, &cut);
                assert!(check(&cut).is_err(), "row {row}, byte {at} cut\n{cut}");
            }
        }
        assert!(Picture::of(&text, mode.1).is_straight(&OF_WEB, 90).is_err());
        let list = drawing(&home, "web.yaml", 60, mode);
        assert!(check(&list).is_err(), "a list is no drawing");
    }
}
