//! Entry points of the fuzz targets in `tests/fuzz`: each takes any bytes, and none may panic.

use std::sync::LazyLock;

use crate::commands::target::Targets;
use crate::commands::words::{self, DateReader, Looks};
use crate::import::{self, Request};
use crate::model::{Minutes, PlanId};
use crate::progress::{fold, last_redoable, last_undoable};
use crate::source;
use crate::store::{codec, plan_file::SHIPPED};
use crate::summary::Study;
use crate::text::Language;

/// The shipped plan on its first day.
static STUDY: LazyLock<Option<Study>> = LazyLock::new(|| {
    let plan = source::parse(SHIPPED[0].text).plan?;
    let progress = fold(&[]);
    let start = chrono::NaiveDate::from_ymd_opt(2026, 11, 30)?;
    let now = start.and_hms_opt(8, 0, 0)?;
    Some(Study::new(plan, progress, start, now, Minutes(240)))
});

/// Reads a journal, folds its events, and encodes them again.
pub fn journal(bytes: &[u8]) {
    let lines = bytes.split(|byte| *byte == b'\n');
    let events = lines.flat_map(|line| codec::decode_line(line).events);
    let events: Vec<_> = events.collect();
    let _ = fold(&events);
    for event in &events {
        let _ = last_undoable(&events, &[&event.dev]);
        let _ = last_redoable(&events, &[&event.dev]);
        let _ = codec::encode(event);
    }
}

/// Reads a plan file.
pub fn plan(bytes: &[u8]) {
    let _ = source::parse_bytes(bytes);
}

/// Imports a note; bytes that are not UTF-8 are ignored.
pub fn note(bytes: &[u8]) {
    let id = PlanId::new("note");
    if let (Ok(text), Some(study), Some(id)) = (str::from_utf8(bytes), STUDY.as_ref(), id) {
        let request = Request {
            id,
            name: "note".to_owned(),
            hours: None,
            today: study.today,
        };
        if let Ok(imported) = import::import(text, &request) {
            let _ = source::parse(&source::write(&imported.plan));
        }
    }
}

/// Resolves a target of `done` or `note`; bytes that are not UTF-8 are ignored.
pub fn target(bytes: &[u8]) {
    if let (Ok(text), Some(study)) = (str::from_utf8(bytes), STUDY.as_ref()) {
        let targets = Targets::on(study, study.today);
        let _ = targets.read(text);
        let _ = targets.noted(text);
    }
}

/// Reads a date, a time of day and a duration; bytes that are not UTF-8 are ignored.
pub fn date(bytes: &[u8]) {
    if let (Ok(text), Some(study)) = (str::from_utf8(bytes), STUDY.as_ref()) {
        for language in Language::ALL {
            let today = study.today;
            let reader = DateReader { today, language };
            let _ = reader.read_week(text);
            for looks in [Looks::Back, Looks::Ahead] {
                let _ = reader.read(text, looks);
            }
        }
        let _ = words::clock(text);
        let _ = words::minutes(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_takes_any_bytes() {
        assert!(STUDY.is_some());
        let inputs: [&[u8]; 9] = [
            b"",
            b"\xFF\x00\n",
            b"{\"v\":1,\"t\":\"done\"}\n{",
            b"plan: p\ntitle: T\nslots: [{title: a}]\n",
            b"# Study\n## Week 1\n- [x] 9:00-10:00 a\n",
            b"1-3,d08-1045,CLIP",
            "w05.2 多模态".as_bytes(),
            b"2026-02-30",
            b"1h30..24:00",
        ];
        for bytes in inputs {
            for target in [journal, plan, note, target, date] {
                target(bytes);
            }
        }
    }
}
