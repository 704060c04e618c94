//! What the columns of a table hold, by their heads and cells.

use super::clock::{find_times, single, times};
use super::date::dated;
use super::label::has_word;
use super::length::{Length, find_length, length};
use super::mark::Mark;
use super::node::Cell;
use super::number::plain;
use super::recognise::mark;
use super::scan::{Scan, decoration, folded, range_sign, spaces};
use super::titles::is_rest;
use super::unit::{MarkPlace, UnitKind};
use super::weekday::whole_weekdays;
use crate::model::Weekdays;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Marks or numbers of units.
    Unit(UnitKind),
    /// Dates, or ranges of them.
    Dates,
    /// Ranges of times.
    Times,
    /// Durations.
    Length,
    /// Numbers of rows.
    Index,
    /// What has been done.
    Status,
    /// A half of the day, by the head.
    Half,
    /// A weekday, by the head.
    Weekday(Weekdays),
    Text,
}

const WEEK: [&str; 6] = ["week", "wk", "周", "周次", "周数", "第几周"];
const DAY: [&str; 8] = ["day", "天", "日", "天数", "日次", "日数", "第几天", "日目"];
const WEEKDAY: [&str; 4] = ["曜日", "星期", "weekday", "周几"];
const PHASE: [&str; 7] = [
    "phase",
    "stage",
    "阶段",
    "フェーズ",
    "ステージ",
    "段阶",
    "月份",
];
const MONTH: [&str; 5] = ["month", "月", "月次", "months", "第几月"];
const STATUS: [&str; 16] = [
    "status",
    "done",
    "状态",
    "完成",
    "完成情况",
    "完成度",
    "进度",
    "打卡",
    "check",
    "✓",
    "✅",
    "score",
    "progress",
    "quiz score",
    "进捗",
    "完了",
];

/// The cells of a column that are not blank.
struct Cells(Vec<String>);

impl Cells {
    /// Whether two thirds of them are such.
    fn are(&self, is: impl Fn(&str) -> bool) -> bool {
        self.0.iter().filter(|cell| is(cell)).count() * 3 >= self.0.len() * 2
    }

    /// Whether two thirds begin so, after signs.
    fn begin(&self, reads: impl Fn(&[char]) -> bool) -> bool {
        self.are(|cell| {
            let scan = Scan::new(cell);
            reads(&scan.folded[decoration(&scan.folded, 0)..])
        })
    }
}

/// The role of a column with this head and these cells.
pub(super) fn role(head: &str, cells: &[&Cell]) -> Role {
    let head = folded(head);
    let is_edge = |c: char| !c.is_alphanumeric() && c != '✓' && c != '✅';
    let head = head.trim().trim_matches(is_edge);
    let filled = cells.iter().filter(|cell| !cell.is_blank());
    let cells = Cells(filled.map(|cell| cell.text()).collect());
    let is_half = |cell: &str| unit(cell).is_some_and(|mark| mark.kind == UnitKind::Half);
    if STATUS.contains(&head) || cells.0.is_empty() {
        return Role::Status;
    }
    if let Some(kind) = counted(head, &cells) {
        return Role::Unit(kind);
    }
    // `Rest` among times is the time of a free day.
    let (rest, busy): (Vec<String>, Vec<String>) =
        cells.0.iter().cloned().partition(|cell| is_rest(cell));
    let busy = Cells(if busy.is_empty() { rest } else { busy });
    if busy.begin(|text| times(text, 0).is_some() || single(text, 0).is_some()) {
        return Role::Times;
    }
    if cells.begin(|text| dated(text, 0).is_some()) {
        return Role::Dates;
    }
    if cells.are(is_half) {
        return Role::Unit(UnitKind::Half);
    }
    if busy.are(is_length) {
        return Role::Length;
    }
    if unit_of(head).is_some() && cells.are(|cell| length_in(head, cell).is_some()) {
        return Role::Length;
    }
    if let Some(days) = whole_weekdays(head) {
        return Role::Weekday(days);
    }
    if is_half(head) || find_times(head).is_some() {
        return Role::Half;
    }
    if cells.are(|cell| number(cell).is_some()) {
        return Role::Index;
    }
    Role::Text
}

/// The kind of unit that most cells are marked as, or that the head counts.
fn counted(head: &str, cells: &Cells) -> Option<UnitKind> {
    let kinds = [
        UnitKind::Week,
        UnitKind::Day,
        UnitKind::Month,
        UnitKind::Phase,
    ];
    let is_marked = |kind: UnitKind| {
        cells.are(|cell| {
            unit(cell)
                .is_some_and(|mark| mark.kind == kind && mark.dated.is_none() && !mark.is_loose)
        })
    };
    if let Some(kind) = kinds.into_iter().find(|kind| is_marked(*kind)) {
        return Some(kind);
    }
    let is_weekday = |cell: &str| whole_weekdays(cell).is_some();
    if WEEKDAY.contains(&head) && cells.are(is_weekday) {
        return Some(UnitKind::Day);
    }
    let words: [(&[&str], UnitKind); 4] = [
        (&WEEK, UnitKind::Week),
        (&DAY, UnitKind::Day),
        (&MONTH, UnitKind::Month),
        (&PHASE, UnitKind::Phase),
    ];
    let named = words.into_iter().find(|(words, _)| {
        words.contains(&head)
            || words
                .iter()
                .any(|word| head.strip_suffix('s') == Some(word))
    });
    let (_, kind) = named?;
    let numbered = cells.are(|cell| number(cell).is_some());
    (numbered || kind == UnitKind::Phase).then_some(kind)
}

/// The mark of a cell.
fn unit(cell: &str) -> Option<Mark> {
    mark(cell, MarkPlace::Bold)
}

/// `3`, `3-4`, `B3`, `#3`: the number of a cell that holds nothing else.
pub(super) fn number(cell: &str) -> Option<(u32, u32)> {
    let scan = Scan::new(cell.trim().trim_matches(|c: char| !c.is_alphanumeric()));
    let text = &scan.folded;
    let letter = text.first().is_some_and(char::is_ascii_alphabetic)
        && text.get(1).is_some_and(char::is_ascii_digit);
    let (first, end) = plain(text, usize::from(letter))?;
    let range = range_sign(text, end).and_then(|sign| plain(text, sign));
    let (last, end) = range.unwrap_or((first, end));
    (spaces(text, end) == text.len() && first <= last).then_some((first, last))
}

/// The unit of the durations of a column with this head.
fn unit_of(head: &str) -> Option<&'static str> {
    const UNITS: [(&str, &[&str]); 2] = [
        ("hours", &["hour", "hrs", "(h)", "小时"]),
        ("min", &["min", "分钟", "分间"]),
    ];
    let head = folded(head);
    let named = UNITS
        .iter()
        .find(|(_, words)| words.iter().any(|word| has_word(&head, word)));
    named.map(|(unit, _)| *unit)
}

/// The duration in a cell: the head may say its unit.
pub(super) fn length_in(head: &str, cell: &str) -> Option<Length> {
    // `45m` could be metres elsewhere.
    let minutes = || {
        cell.ends_with('m')
            .then(|| find_length(&format!("{cell}in")))
    };
    let own = find_length(cell).or_else(|| minutes().flatten());
    let own = own.map(|(length, _)| length);
    own.or_else(|| Some(find_length(&format!("{cell} {}", unit_of(head)?))?.0))
}

fn is_length(cell: &str) -> bool {
    let scan = Scan::new(cell.trim_start_matches(|c: char| !c.is_alphanumeric()));
    length(&scan.folded, 0).is_some_and(|(_, end)| scan.len() - end <= 6)
}

/// The mark of a unit's cell: what it says, or its number.
pub(super) fn cell_mark(cell: &str, kind: UnitKind) -> Option<Mark> {
    if let Some(found) = unit(cell)
        .filter(|mark| mark.kind == kind || kind == UnitKind::Day && mark.kind == UnitKind::Half)
    {
        return Some(found);
    }
    let mut mark = Mark::new(kind);
    cell.clone_into(&mut mark.words);
    mark.weekdays = whole_weekdays(cell).filter(|_| kind == UnitKind::Day);
    if mark.weekdays.is_some() {
        return Some(mark);
    }
    mark.numbers = number(cell);
    let is_named = kind == UnitKind::Phase && mark.numbers.is_none();
    if is_named {
        cell.clone_into(&mut mark.title);
        mark.is_weak = true;
    }
    (mark.numbers.is_some() || is_named && !cell.is_empty()).then_some(mark)
}
