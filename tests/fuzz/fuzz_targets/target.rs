//! Any text as a target: what it names, or candidates, never a panic.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use plan::calendar::Calendar;
use plan::commands::target::Targets;
use plan::model::Minutes;
use plan::progress::{fold, link};
use plan::store::plan_file::SHIPPED;
use plan::summary::Study;

/// The shipped plan on its first day.
static STUDY: LazyLock<Study> = LazyLock::new(|| {
    let plan = plan::source::parse(SHIPPED[0].text).plan.expect("a shipped plan");
    let progress = fold(&[]);
    let start = "2026-11-30".parse().expect("a date");
    Study {
        links: link(&progress, &plan),
        calendar: Calendar::lay(&plan, start),
        rests: progress.rests,
        beside: None,
        started: true,
        now: start.and_hms_opt(11, 0, 0).expect("a time"),
        today: start,
        day_starts: Minutes(240),
        plan,
    }
});

fuzz_target!(|text: &str| {
    let targets = Targets::on(&STUDY, STUDY.today);
    let _ = targets.read(text);
    let _ = targets.noted(text);
});
