//! Makes what the benchmark measures: a plan of so many slots, a journal of so many events, and
//! the same items for the programs it is compared with.
//!
//! `generate DIR SLOTS EVENTS` writes into `DIR`:
//!
//! | file | what it is |
//! |---|---|
//! | `plan.yaml` | weeks of five days with four slots, each with readings and a task |
//! | `state/bench/journal.jsonl` | a start, then marks: each day's slots in turn, again and again |
//! | `plan.rem` | the slots for remind |
//! | `calcurse/apts` | the slots for calcurse |
//! | `task.json` | the slots for Taskwarrior, those marked done being completed |
//! | `plan.journal` | the slots for hledger |
//! | `events.csv` | the marks for SQLite |
//! | `now` | the time that all of them are asked at |

#![expect(
    clippy::disallowed_methods,
    reason = "this writes files for a benchmark, not a learner's"
)]

use std::error::Error;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use uuid::Uuid;

/// Start of the four slots of a day, and how long each takes in minutes.
const DAY: [(&str, u32); 4] = [("09:00", 90), ("10:45", 75), ("14:00", 90), ("15:45", 105)];

/// A slot of the made-up plan.
struct Slot {
    date: NaiveDate,
    day: usize,
    start: &'static str,
    minutes: u32,
    title: String,
}

impl Slot {
    fn id(&self) -> String {
        format!("d{:02}-{}", self.day, self.start.replace(':', ""))
    }

    fn end(&self) -> String {
        let (hours, minutes) = self.start.split_once(':').unwrap_or_default();
        let start = hours.parse().unwrap_or(0) * 60 + minutes.parse().unwrap_or(0);
        let end: u32 = start + self.minutes;
        format!("{:02}:{:02}", end / 60, end % 60)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [dir, slots, events] = &arguments[..] else {
        return Err("usage: generate DIR SLOTS EVENTS".into());
    };
    let dir = Path::new(dir);
    fs::create_dir_all(dir.join("state/bench"))?;
    fs::create_dir_all(dir.join("calcurse"))?;
    let slots = slots_of(slots.parse()?);
    let events = events.parse()?;
    // Half the plan is over, or as much as there are marks for.
    let today = slots[(slots.len() / 2).min(events) / DAY.len() * DAY.len()].date;
    fs::write(dir.join("now"), format!("{today}T10:00:00"))?;
    write_plan(&dir.join("plan.yaml"), &slots)?;
    let past: Vec<&Slot> = slots.iter().take_while(|slot| slot.date < today).collect();
    write_marks(dir, &past, events)?;
    write_others(dir, &slots, today)
}

fn slots_of(count: usize) -> Vec<Slot> {
    let mut date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let mut slots = Vec::with_capacity(count);
    for day in 1.. {
        for (start, minutes) in DAY {
            if slots.len() == count {
                return slots;
            }
            let number = slots.len() + 1;
            slots.push(Slot {
                date,
                day,
                start,
                minutes,
                title: format!("多模态学习 part {number}"),
            });
        }
        date = date + Days::new(if date.weekday() == Weekday::Fri { 3 } else { 1 });
    }
    slots
}

fn write_plan(path: &Path, slots: &[Slot]) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(
        out,
        "plan: bench\ntitle: A plan of {} slots\nlanguage: zh",
        slots.len()
    )?;
    writeln!(out, "phases:\n- title: All\n  weeks:")?;
    for (index, day) in slots.chunks(DAY.len()).enumerate() {
        if index % 5 == 0 {
            let week = index / 5 + 1;
            writeln!(out, "  - week: {week}\n    title: 第{week}周\n    days:")?;
        }
        let weekday = day[0].date.weekday().to_string().to_lowercase();
        writeln!(
            out,
            "    - day: {}\n      weekday: {weekday}\n      slots:",
            day[0].day
        )?;
        for slot in day {
            let Slot { start, title, .. } = slot;
            writeln!(
                out,
                "      - time: \"{start}-{}\"\n        title: {title}",
                slot.end()
            )?;
            let n = slot.minutes;
            writeln!(out, "        fields:\n        - 学习资源:")?;
            writeln!(
                out,
                "          - {{课程: 讲义第{n}页, url: \"https://example.org/{n}\"}}"
            )?;
            writeln!(
                out,
                "          - {{论文: Learning Transferable Visual Models}}"
            )?;
            writeln!(out, "        - 学习内容: [对比学习, 损失函数]")?;
            writeln!(out, "        - 实践任务: 写出损失函数并推导梯度，整理笔记")?;
        }
    }
    Ok(out.flush()?)
}

fn write_marks(dir: &Path, past: &[&Slot], count: usize) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(File::create(dir.join("state/bench/journal.jsonl"))?);
    let mut csv = BufWriter::new(File::create(dir.join("events.csv"))?);
    let start = past
        .first()
        .map(|slot| slot.date)
        .ok_or("no slot is past")?;
    let begin = format!(r#""t":"begin","start":"{start}","plan":"bench""#);
    writeln!(out, "{}", line(1, start, &begin))?;
    for n in 2..=count as u64 {
        let slot = past[usize::try_from(n - 2)? % past.len()];
        let minutes = 20 + u32::try_from(n % 100)?;
        let again = usize::try_from(n - 2)? >= past.len();
        let again = if again { r#","again":true"# } else { "" };
        let (id, title) = (slot.id(), &slot.title);
        let done = format!(r#""t":"done","slot":"{id}","title":"{title}","min":{minutes}{again}"#);
        writeln!(out, "{}", line(n, slot.date, &done))?;
        writeln!(csv, "{n},{id},{minutes},{}", slot.date)?;
    }
    out.flush()?;
    Ok(csv.flush()?)
}

/// A line of the journal; `what` is what happened, as the middle of a JSON object.
fn line(n: u64, day: NaiveDate, what: &str) -> String {
    let id = Uuid::from_u128(0x0189_0000_0000_7000_8000_0000_0000_0000 | u128::from(n));
    let op = Uuid::from_u128(0x0189_0000_0000_7000_8000_0001_0000_0000 | u128::from(n));
    let head = format!(r#""v":1,"id":"{id}","op":"{op}","n":{n}"#);
    let tail = format!(r#""at":"{day}T18:00:00+08:00","day":"{day}","dev":"bench""#);
    format!("{{{head},{what},{tail}}}")
}

fn write_others(dir: &Path, slots: &[Slot], today: NaiveDate) -> Result<(), Box<dyn Error>> {
    let (mut remind, mut calcurse, mut hledger) = (String::new(), String::new(), String::new());
    let mut task = "[\n".to_owned();
    for (index, slot) in slots.iter().enumerate() {
        let Slot {
            date,
            start,
            minutes,
            title,
            ..
        } = slot;
        let end = slot.end();
        let (hours, rest) = (minutes / 60, minutes % 60);
        writeln!(
            remind,
            "REM {date} AT {start} DURATION {hours}:{rest:02} MSG {title}"
        )?;
        let day = date.format("%m/%d/%Y");
        writeln!(calcurse, "{day} @ {start} -> {day} @ {end} |{title}")?;
        writeln!(hledger, "{date} {title}\n    (study)  {minutes}\n")?;
        let stamp = format!("{}T{}00Z", date.format("%Y%m%d"), start.replace(':', ""));
        let uuid = Uuid::from_u128(0x0189_0000_0000_4000_8000_0000_0000_0000 | index as u128);
        let comma = if index + 1 < slots.len() { "," } else { "" };
        let state = if *date < today {
            "completed"
        } else {
            "pending"
        };
        let ended = if *date < today {
            format!(r#","end":"{stamp}""#)
        } else {
            String::new()
        };
        writeln!(
            task,
            r#"{{"uuid":"{uuid}","description":"{title}","status":"{state}","entry":"20261101T000000Z","due":"{stamp}"{ended}}}{comma}"#
        )?;
    }
    fs::write(dir.join("plan.rem"), remind)?;
    fs::write(dir.join("calcurse/apts"), calcurse)?;
    fs::write(dir.join("plan.journal"), hledger)?;
    Ok(fs::write(dir.join("task.json"), task + "]\n")?)
}
