//! The end of the late week, Christmas with two devices, and a trip that falls through: 20
//! December to 3 January.

use super::super::days::{NONE, NextWeek, Tally, tally};
use super::figures::{Report, STUDY, Today, WEEK};
use super::steps::{Device, Step, laptop, tablet};

pub const STEPS: &[Step] = &[
    laptop! { at: "12-20T15:35", typed: "done all", slots: "d26-0900 d26-1045 d26-1400" },
    laptop! { at: "12-20T15:40", typed: "done w05.1 w05.2 w05.3", slots: "w05.1 w05.2 w05.3" },
    // 90 and 105 are left of Thursday. Sunday's 255 are done, so that its budget of 360 has room for
    // one of them; the learner puts both there by hand, 16:00-17:30 and 17:30-19:15.
    laptop! { at: "12-20T16:00", typed: "move d23-1400 today --at 16:00", slots: "d23-1400" },
    laptop! { at: "12-20T16:01", typed: "move d23-1545 today --at 17:30", slots: "d23-1545" },
    // Of 27 these two are open, and neither over nor overdue: done 25, 2415 - 195 = 2220. The plan:
    // 63 + 25 where 62 + 2 + 25 are due; 5790 + 2220 of 5895 + 2220.
    Step::Today {
        at: "12-20T16:05",
        typed: "today",
        shows: Today {
            day: Some(26),
            slots: "d26-0900+ d26-1045+ d26-1400+ d23-1400@16:00<12-17 d23-1545@17:30<12-17",
            next: Some("2026-12-21"),
            week: tally! {
                slots: 27, done: 25, due: 25,
                planned: 2415, planned_done: 2220, planned_due: 2220, measured: 180, assumed: 2025,
            },
            plan: tally! {
                slots: 280, done: 88, skipped: 1, due: 89,
                planned: 25215, planned_done: 8010, planned_due: 8115, measured: 1500, assumed: 6690,
            },
            ..STUDY
        },
    },
    laptop! { at: "12-20T17:35", typed: "done 4", slots: "d23-1400" },
    // Week 5: 27 slots, wherever they are in it: done 26, all 27 over; 2415 - 105 = 2310; measured
    // 180 for 195. Thursday has 2 left, Sunday 5. The plan: done 63 + 26 of 62 + 2 + 27; 8100 of
    // 8310: 0.975; measured 1320 + 180, assumed 4665 + 2115. Topics: D 1; F 1; E the other 24.
    Step::Report {
        at: "12-20T21:00",
        shows: Report {
            days: "4/4 4/4 4/4 2/2 4/4 4/4 4/5",
            weeks: "5:26/27",
            range: tally! {
                slots: 27, done: 26, due: 27,
                planned: 2415, planned_done: 2310, planned_due: 2415, measured: 180, assumed: 2115,
            },
            baseline: tally! {
                slots: 27, done: 26, due: 27,
                planned: 2415, planned_done: 2310, planned_due: 2415, measured: 180, assumed: 2115,
            },
            plan: tally! {
                slots: 280, done: 89, skipped: 1, due: 91,
                planned: 25215, planned_done: 8100, planned_due: 8310, measured: 1500, assumed: 6780,
            },
            pace: 99,
            skipped_minutes: 105,
            slots_behind: 1,
            next: Some(NextWeek {
                week: 6,
                slots: 27,
                minutes: 2415,
            }),
            phases: "21 42 26 0 0",
            topics: "A13 B2 C5 D4 E39 F3 G7 H0 I8 J2",
            deliverables: "w05.1+ w05.2+ w05.3+ w05.4 w05.5",
            ..WEEK
        },
    },
    laptop! { at: "12-21T08:50", typed: "done d23-1545", slots: "d23-1545" },
    laptop! { at: "12-21T17:50", typed: "done all", slots: "d27-0900 d27-1045 d27-1400 d27-1545" },
    laptop! { at: "12-22T17:45", typed: "done 1-3 --took 4h", slots: "d28-0900 d28-1045 d28-1400" },
    laptop! { at: "12-22T17:46", typed: "skip 4 --why 下载太慢", slots: "d28-1545" },
    laptop! { at: "12-22T20:00", typed: "done w05.4", slots: "w05.4" },
    laptop! { at: "12-22T20:01", typed: "skip w05.5 --why 并入下周", slots: "w05.5" },
    laptop! { at: "12-23T17:50", typed: "done all", slots: "d29-0900 d29-1045 d29-1400 d29-1545" },
    // A month: topic A is 14 slots, one of them skipped; Week 1 is Days 1 to 5, 17 slots with the
    // same one; topic D is Days 7, 8, 11, 20.
    Step::Milestone {
        at: "12-23T21:00",
        number: 1,
        shows: "2026-12-23 +13,1/14,0/0 +13,1/14,0/0 +16,1/17,0/0 +4,0/4,0/0",
    },
    laptop! { at: "12-24T08:40", typed: "move 4 sun", slots: "d30-1545" },
    laptop! { at: "12-24T15:40", typed: "done 1-3", slots: "d30-0900 d30-1045 d30-1400" },
    laptop! { at: "12-25T17:50", typed: "done all", slots: "d31-0900 d31-1045 d31-1400 d31-1545" },
    laptop! { at: "12-26T12:05", typed: "done 1-2", slots: "d32-0900 d32-1045" },
    // The same slot on the other device, with the time it took.
    tablet! { at: "12-26T12:10", typed: "done 2 --took 70", slots: "d32-1045" },
    tablet! { at: "12-26T17:35", typed: "done 3-4", slots: "d32-1400 d32-1545" },
    tablet! { at: "12-26T17:40", typed: "undo", slots: "d32-1400 d32-1545" },
    tablet! { at: "12-26T17:41", typed: "undo", slots: "d32-1045" },
    // The laptop's two stay. The week: done 4 + 3 + 4 + 3 + 4 + 2 = 20, 1 skipped; over are 12 + 3
    // + 4 + 4; 360 + 255 + 360 + 255 + 360 + 165 = 1755 of 5 × 360 + 255 = 2055; measured 240 for
    // 255. The plan: 89 + 1 + 20 of 91 + 23; 8100 + 105 + 1755 of 8310 + 2055.
    Step::Today {
        at: "12-26T17:41",
        typed: "today",
        shows: Today {
            day: Some(32),
            slots: "d32-0900+ d32-1045+ d32-1400 d32-1545",
            next: Some("2026-12-27"),
            week: tally! {
                slots: 27, done: 20, skipped: 1, due: 23,
                planned: 2415, planned_done: 1755, planned_due: 2055, measured: 240, assumed: 1500,
            },
            plan: tally! {
                slots: 280, done: 110, skipped: 2, due: 114,
                planned: 25215, planned_done: 9960, planned_due: 10365, measured: 1740, assumed: 8385,
            },
            ..STUDY
        },
    },
    tablet! { at: "12-26T17:42", typed: "redo", slots: "d32-1045" },
    tablet! { at: "12-26T17:43", typed: "redo", slots: "d32-1400 d32-1545" },
    // The laptop takes back its own mark, and with it the tablet's repetition.
    laptop! { at: "12-26T17:50", typed: "undo", slots: "d32-0900 d32-1045" },
    // 90 + 105 instead of 90 + 75: 1785 done, 1785 - 255 assumed.
    Step::Today {
        at: "12-26T17:50",
        typed: "today",
        shows: Today {
            day: Some(32),
            slots: "d32-0900 d32-1045 d32-1400+ d32-1545+",
            next: Some("2026-12-27"),
            week: tally! {
                slots: 27, done: 20, skipped: 1, due: 23,
                planned: 2415, planned_done: 1785, planned_due: 2055, measured: 240, assumed: 1530,
            },
            plan: tally! {
                slots: 280, done: 110, skipped: 2, due: 114,
                planned: 25215, planned_done: 9990, planned_due: 10365, measured: 1740, assumed: 8415,
            },
            ..STUDY
        },
    },
    laptop! { at: "12-26T17:51", typed: "redo", slots: "d32-0900 d32-1045" },
    laptop! { at: "12-27T17:45", typed: "done all", slots: "d33-0900 d33-1045 d33-1400 d30-1545" },
    tablet! {
        at: "12-27T18:00", typed: "done w06.1 w06.2 w06.3 w06.4 w06.5",
        slots: "w06.1 w06.2 w06.3 w06.4 w06.5",
    },
    // A week with the parents: Weeks 7 to 12, 6 × 27.
    laptop! { at: "12-27T20:30", typed: "shift 1w --from w7", slots: "162 slots" },
    // Week 6: 27 slots, done 26, skipped 1 of 105; measured 240 + 70 for 255 + 75, assumed 2310 -
    // 330. Besides: Thursday's 105 on Monday. The plan: done 89 + 1 + 26 of 91 + 27; 8100 + 105 +
    // 2310 = 10515 of 10725: 0.980; measured 1500 + 310, assumed 6780 + 105 + 1980. Topics: E 1;
    // F 27 - 1 skipped - 1; G 1.
    Step::Report {
        at: "12-27T21:00",
        shows: Report {
            days: "4/4 3/4 4/4 3/3 4/4 4/4 4/4",
            weeks: "6:26/27",
            range: tally! {
                slots: 27, done: 26, skipped: 1, due: 27,
                planned: 2415, planned_done: 2310, planned_due: 2415, measured: 310, assumed: 1980,
            },
            baseline: tally! {
                slots: 27, done: 26, skipped: 1, due: 27,
                planned: 2415, planned_done: 2310, planned_due: 2415, measured: 310, assumed: 1980,
            },
            besides: tally! {
                slots: 1, done: 1, due: 1,
                planned: 105, planned_done: 105, planned_due: 105, assumed: 105,
            },
            plan: tally! {
                slots: 280, done: 116, skipped: 2, due: 118,
                planned: 25215, planned_done: 10515, planned_due: 10725, measured: 1810, assumed: 8865,
            },
            pace: 100,
            skipped_minutes: 210,
            slots_behind: 0,
            next: Some(NextWeek {
                week: 7,
                slots: 27,
                minutes: 2415,
            }),
            phases: "21 42 53 0 0",
            topics: "A13 B2 C5 D4 E40 F28 G8 H0 I8 J2",
            deliverables: "w06.1+ w06.2+ w06.3+ w06.4+ w06.5+",
            ..WEEK
        },
    },
    Step::Today {
        at: "12-28T08:30",
        typed: "today",
        shows: Today {
            // A shift moves the baseline, so nothing was planned for today.
            kind: "free",
            next: Some("2027-01-04"),
            plan: tally! {
                slots: 280, done: 116, skipped: 2, due: 118,
                planned: 25215, planned_done: 10515, planned_due: 10725, measured: 1810, assumed: 8865,
            },
            ..STUDY
        },
    },
    // The trip falls through: everything is back where the plan has it.
    laptop! { at: "12-28T09:00", typed: "shift -1w --from w7", slots: "162 slots" },
    Step::Today {
        at: "12-28T09:01",
        typed: "today",
        shows: Today {
            day: Some(34),
            slots: "d34-0900 d34-1045 d34-1400 d34-1545",
            next: Some("2026-12-29"),
            week: tally! {
                slots: 27,
                planned: 2415,
            },
            plan: tally! {
                slots: 280, done: 116, skipped: 2, due: 118,
                planned: 25215, planned_done: 10515, planned_due: 10725, measured: 1810, assumed: 8865,
            },
            ..STUDY
        },
    },
    laptop! { at: "12-28T18:00", typed: "done all", slots: "d34-0900 d34-1045 d34-1400 d34-1545" },
    laptop! {
        at: "12-29T18:00", typed: "done all --took 5h30m",
        slots: "d35-0900 d35-1045 d35-1400 d35-1545",
    },
    laptop! { at: "12-30T12:05", typed: "done 1-2", slots: "d36-0900 d36-1045" },
    tablet! { at: "12-30T17:45", typed: "done 3 4", slots: "d36-1400 d36-1545" },
    laptop! { at: "12-31T15:40", typed: "done 1-3", slots: "d37-0900 d37-1045 d37-1400" },
    laptop! { at: "01-01T19:00", typed: "done d38.1 d38.2 --note 新年", slots: "d38-0900 d38-1045" },
    laptop! { at: "01-01T19:01", typed: "done all", slots: "d38-1400 d38-1545" },
    laptop! { at: "01-02T09:50", typed: "done d37.4 --took 2h", slots: "d37-1545" },
    laptop! { at: "01-02T18:00", typed: "done all", slots: "d39-0900 d39-1045 d39-1400 d39-1545" },
    laptop! { at: "01-03T15:40", typed: "done all", slots: "d40-0900 d40-1045 d40-1400" },
    laptop! {
        at: "01-03T20:00", typed: "done w07.1 w07.2 w07.3 w07.4", slots: "w07.1 w07.2 w07.3 w07.4",
    },
    // Week 7: all 27; measured 330 + 120 for 360 + 105, assumed 2415 - 465. The plan: done 143 of
    // 145; 12930 of 13140: 0.984; measured 1810 + 450, assumed 8865 + 1950. Topic G: 27.
    Step::Report {
        at: "01-03T21:00",
        shows: Report {
            days: "4/4 4/4 4/4 4/4 4/4 4/4 3/3",
            weeks: "7:27/27",
            range: tally! {
                slots: 27, done: 27, due: 27,
                planned: 2415, planned_done: 2415, planned_due: 2415, measured: 450, assumed: 1950,
            },
            baseline: tally! {
                slots: 27, done: 27, due: 27,
                planned: 2415, planned_done: 2415, planned_due: 2415, measured: 450, assumed: 1950,
            },
            plan: tally! {
                slots: 280, done: 143, skipped: 2, due: 145,
                planned: 25215, planned_done: 12930, planned_due: 13140, measured: 2260, assumed: 10815,
            },
            pace: 100,
            skipped_minutes: 210,
            slots_behind: 0,
            next: Some(NextWeek {
                week: 8,
                slots: 27,
                minutes: 2415,
            }),
            phases: "21 42 80 0 0",
            topics: "A13 B2 C5 D4 E40 F28 G35 H0 I8 J2",
            deliverables: "w07.1+ w07.2+ w07.3+ w07.4+ w07.5",
            ..WEEK
        },
    },
];
