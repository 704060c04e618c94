//! Three weeks with moved slots, and a late one: 11 January to 7 February.

use super::super::days::{NONE, NextWeek, Tally, tally};
use super::figures::{ByPlan, Report, STUDY, Today, WEEK};
use super::steps::{Device, Step, laptop, tablet};

/// 11 to 31 January.
pub const STEPS: &[Step] = &[
    laptop! { at: "01-11T17:50", typed: "done all", slots: "d43-0900 d43-1045 d43-1400 d43-1545" },
    laptop! { at: "01-12T15:45", typed: "done 1-3", slots: "d44-0900 d44-1045 d44-1400" },
    laptop! { at: "01-12T15:46", typed: "move d44.4 wed --at 19:00", slots: "d44-1545" },
    // The plan has Day 50 on this date, which is on Monday now. The week has 16 + 4 + 3 + 4 slots,
    // 4 × 360 + 345 + 270 + 360 = 2415 minutes: done 4 + 3, 615.
    Step::Today {
        at: "01-13T08:30",
        typed: "today",
        shows: Today {
            day: Some(50),
            slots: "d45-0900<01-08 d45-1045<01-08 d45-1400<01-08 d45-1545<01-08 \
                    d44-1545@19:00<01-07",
            away: "d50-0900>01-18 d50-1045>01-18 d50-1400>01-18 d50-1545>01-18",
            next: Some("2027-01-14"),
            week: tally! {
                slots: 27, done: 7, due: 7,
                planned: 2415, planned_done: 615, planned_due: 615, assumed: 615,
            },
            plan: tally! {
                slots: 280, done: 158, skipped: 2, due: 160,
                planned: 25215, planned_done: 14265, planned_due: 14475, measured: 2350, assumed: 12045,
            },
            ..STUDY
        },
    },
    // As it was looked at: the day is named after its slots, each slot says where it is from, and
    // the date's own day says where it has gone. 10:30 is an hour from now.
    Step::Screen {
        at: "01-13T09:30",
        typed: "today",
        shows: include_str!("../../../fixtures/diary-moved-today.txt"),
    },
    laptop! {
        at: "01-13T20:50", typed: "done all", slots: "d45-0900 d45-1045 d45-1400 d45-1545 d44-1545",
    },
    tablet! {
        at: "01-14T17:50", typed: "done 1-4 --took 6h",
        slots: "d46-0900 d46-1045 d46-1400 d46-1545",
    },
    laptop! { at: "01-15T17:45", typed: "done all", slots: "d47-0900 d47-1045 d47-1400 d48-0900" },
    tablet! { at: "01-15T18:00", typed: "done w08.1 w08.2 w08.4", slots: "w08.1 w08.2 w08.4" },
    laptop! { at: "01-16T11:50", typed: "done 1-2", slots: "d48-1045 d48-1400" },
    laptop! { at: "01-16T15:50", typed: "skip 3 --why 显存不够", slots: "d48-1545" },
    laptop! { at: "01-16T18:00", typed: "done d49.1", slots: "d49-0900" },
    laptop! { at: "01-17T11:00", typed: "done 2", slots: "d49-1045" },
    laptop! { at: "01-17T20:00", typed: "skip w08.5 --why 不再需要", slots: "w08.5" },
    // Done 4 + 3 + 5 + 4 + 4 + 2 + 2 = 24 of 27, skipped 1; all are over. 2415 - 105 skipped - 90 -
    // 105 open = 2115; measured 360 for 360. As the plan has the week, Days 48 to 54: done 3 + 2,
    // 255 + 165, skipped 1; over are Days 48 and 49. The plan: done 151 + 24 of 153 + 27; 13650 +
    // 2115 = 15765 of 16275: 0.968; by the plan's own dates Week 9 is due, 172 + 27 slots: 15765 of
    // 15555 + 2415: 0.877; measured 2350 + 360, assumed 11430 + 1755. Topics: G 16 + 1; H 2 + 1 + 2
    // + 2. Next: the week that the report of 24 January counts. Week 8 ended on Friday.
    Step::Report {
        at: "01-17T21:00",
        shows: Report {
            days: "4/4 3/3 5/5 4/4 4/4 2/3 2/4",
            weeks: "8:19/19 9:5/8",
            range: tally! {
                slots: 27, done: 24, skipped: 1, due: 27,
                planned: 2415, planned_done: 2115, planned_due: 2415, measured: 360, assumed: 1755,
            },
            baseline: tally! {
                slots: 27, done: 5, skipped: 1, due: 8,
                planned: 2415, planned_done: 420, planned_due: 720, assumed: 420,
            },
            plan: tally! {
                slots: 280, done: 175, skipped: 3, due: 180,
                planned: 25215, planned_done: 15765, planned_due: 16275, measured: 2710, assumed: 13185,
            },
            pace: 89,
            skipped_minutes: 315,
            slots_behind: 21,
            by_plan: Some(ByPlan {
                due_minutes: 17970,
                pace_now: 99,
            }),
            next: Some(NextWeek {
                week: 9,
                slots: 27,
                minutes: 2415,
            }),
            phases: "21 42 107 5 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H7 I8 J2",
            deliverables: "w08.1+ w08.2+ w08.3! w08.4+ w08.5-",
            ..WEEK
        },
    },
    // The same on the screen: 2115 minutes, as planned and as measured, are 35 h 15 min. By days 360,
    // 255, 465, 360, 345, 165 and 165. Per cent are rounded down.
    Step::Screen {
        at: "01-17T21:00",
        typed: "report",
        shows: include_str!("../../../fixtures/diary-moved-report.txt"),
    },
    laptop! { at: "01-18T08:55", typed: "done d49.3 --took 80", slots: "d49-1400" },
    laptop! { at: "01-18T18:00", typed: "done all", slots: "d50-0900 d50-1045 d50-1400 d50-1545" },
    laptop! {
        at: "01-19T18:00", typed: "done all --took 6h20m",
        slots: "d51-0900 d51-1045 d51-1400 d51-1545",
    },
    laptop! { at: "01-20T18:00", typed: "done all", slots: "d52-0900 d52-1045 d52-1400 d52-1545" },
    laptop! { at: "01-21T12:00", typed: "done 1-2", slots: "d53-0900 d53-1045" },
    laptop! { at: "01-21T19:00", typed: "done d49.4", slots: "d49-1545" },
    laptop! { at: "01-22T08:40", typed: "done 3-4 --date yesterday", slots: "d53-1400 d53-1545" },
    laptop! { at: "01-22T18:00", typed: "done all", slots: "d54-0900 d54-1045 d54-1400 d55-0900" },
    laptop! { at: "01-22T20:00", typed: "done w07.5 w08.3", slots: "w07.5 w08.3" },
    laptop! { at: "01-23T19:00", typed: "done all", slots: "d55-1045 d55-1400 d55-1545" },
    // Two months. Topic E and Week 6, 40 + 27 slots, of which one was skipped; w09.1 is missing.
    Step::Milestone {
        at: "01-23T21:00",
        number: 2,
        shows: "2027-01-23 +0,0/0,1/1 +66,1/67,5/5 +0,0/0,2/2 ?0,0/0,1/2",
    },
    Step::Milestone {
        at: "01-24T08:00",
        number: 2,
        shows: "2027-01-23 late +0,0/0,1/1 +66,1/67,5/5 +0,0/0,2/2 ?0,0/0,1/2",
    },
    laptop! { at: "01-24T18:00", typed: "done 1-3", slots: "d56-0900 d56-1045 d56-1400" },
    laptop! {
        at: "01-24T20:00", typed: "done w09.1 w09.2 w09.3 w09.4 w09.5",
        slots: "w09.1 w09.2 w09.3 w09.4 w09.5",
    },
    Step::Milestone {
        at: "01-24T20:30",
        number: 2,
        shows: "2027-01-23 +0,0/0,1/1 +66,1/67,5/5 +0,0/0,2/2 +0,0/0,2/2",
    },
    // 27 slots: Mon to Thu 4 × 360, Fri 255 + 90 = 345, Sat 270, Sun 360: 2415. Done 26, all but
    // 105; measured 380 for 360. As the plan has it, Days 55 to 61: done 4 + 3 of 8 over; 615 of
    // 720. Besides: two of Sunday before, 195; 80 for 90. The plan: done 175 + 2 + 26 of 180 + 27;
    // 15765 + 195 + 2310 = 18270 of 18690: 0.977, and of 17970 + 2415: 0.896, 226 slots being due;
    // measured 2710 + 80 + 380, assumed 13185 + 105 + 1950. Topic H: 28. Week 9 ended on Friday.
    // Next: the week that the report of 31 January counts.
    Step::Report {
        at: "01-24T21:00",
        shows: Report {
            days: "4/4 4/4 4/4 4/4 4/4 3/3 3/4",
            weeks: "9:19/19 10:7/8",
            range: tally! {
                slots: 27, done: 26, due: 27,
                planned: 2415, planned_done: 2310, planned_due: 2415, measured: 380, assumed: 1950,
            },
            baseline: tally! {
                slots: 27, done: 7, due: 8,
                planned: 2415, planned_done: 615, planned_due: 720, assumed: 615,
            },
            besides: tally! {
                slots: 2, done: 2, due: 2,
                planned: 195, planned_done: 195, planned_due: 195, measured: 80, assumed: 105,
            },
            plan: tally! {
                slots: 280, done: 203, skipped: 3, due: 207,
                planned: 25215, planned_done: 18270, planned_due: 18690, measured: 3170, assumed: 15240,
            },
            pace: 91,
            skipped_minutes: 315,
            slots_behind: 20,
            by_plan: Some(ByPlan {
                due_minutes: 20385,
                pace_now: 99,
            }),
            next: Some(NextWeek {
                week: 10,
                slots: 27,
                minutes: 2415,
            }),
            phases: "21 42 107 33 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H35 I8 J2",
            deliverables: "w09.1+ w09.2+ w09.3+ w09.4+ w09.5+",
            ..WEEK
        },
    },
    laptop! { at: "01-25T09:00", typed: "done d56.4", slots: "d56-1545" },
    laptop! { at: "01-25T19:00", typed: "done all", slots: "d57-0900 d57-1045 d57-1400 d57-1545" },
    tablet! { at: "01-26T12:05", typed: "done 1-2", slots: "d58-0900 d58-1045" },
    laptop! { at: "01-26T19:00", typed: "done 3-4", slots: "d58-1400 d58-1545" },
    tablet! { at: "01-26T19:05", typed: "undo", slots: "d58-0900 d58-1045" },
    tablet! { at: "01-26T19:06", typed: "redo", slots: "d58-0900 d58-1045" },
    laptop! { at: "01-27T19:00", typed: "done all", slots: "d59-0900 d59-1045 d59-1400 d59-1545" },
    laptop! { at: "01-28T19:00", typed: "done all", slots: "d60-0900 d60-1045 d60-1400 d60-1545" },
    laptop! { at: "01-29T18:00", typed: "done 1", slots: "d61-0900" },
    laptop! { at: "01-29T18:01", typed: "done 2-4 --took 4h", slots: "d61-1045 d61-1400 d62-0900" },
    laptop! { at: "01-30T19:10", typed: "done all", slots: "d62-1045 d62-1400 d62-1545" },
    laptop! { at: "01-31T16:00", typed: "done 1-2", slots: "d63-0900 d63-1045" },
    laptop! { at: "01-31T16:01", typed: "skip 3 --why 已经会了", slots: "d63-1400" },
    laptop! { at: "01-31T19:10", typed: "done 4", slots: "d63-1545" },
    laptop! {
        at: "01-31T20:00", typed: "done w10.1 w10.2 w10.3 w10.4", slots: "w10.1 w10.2 w10.3 w10.4",
    },
    // 27 slots, 2415 minutes, as in the week before. Done 26, skipped 90; measured 240 for 255, of
    // which the last of three has 85. As the plan has it, Days 62 to 68: done 4 + 3, 360 + 270, of 8
    // over, 720. Besides: 105 of Sunday before. The plan: done 203 + 1 + 26 of 207 + 27; 18270 + 105
    // + 2325 = 20700 of 21105: 0.980, and of 20385 + 2415: 0.907, 253 slots being due; measured 3170
    // + 240, assumed 15240 + 105 + 2070. Topics: H 1 + 16 + 2; I 1 + 4 + 3. Week 10 ended on Friday.
    // Next: the week that the report of 7 February counts.
    Step::Report {
        at: "01-31T21:00",
        shows: Report {
            days: "4/4 4/4 4/4 4/4 4/4 3/3 3/4",
            weeks: "10:19/19 11:7/8",
            range: tally! {
                slots: 27, done: 26, skipped: 1, due: 27,
                planned: 2415, planned_done: 2325, planned_due: 2415, measured: 240, assumed: 2070,
            },
            baseline: tally! {
                slots: 27, done: 7, skipped: 1, due: 8,
                planned: 2415, planned_done: 630, planned_due: 720, measured: 85, assumed: 540,
            },
            besides: tally! {
                slots: 1, done: 1, due: 1,
                planned: 105, planned_done: 105, planned_due: 105, assumed: 105,
            },
            plan: tally! {
                slots: 280, done: 230, skipped: 4, due: 234,
                planned: 25215, planned_done: 20700, planned_due: 21105, measured: 3410, assumed: 17415,
            },
            pace: 92,
            skipped_minutes: 405,
            slots_behind: 19,
            by_plan: Some(ByPlan {
                due_minutes: 22800,
                pace_now: 100,
            }),
            next: Some(NextWeek {
                week: 11,
                slots: 27,
                minutes: 2415,
            }),
            phases: "21 42 107 60 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H54 I16 J2",
            deliverables: "w10.1+ w10.2+ w10.3+ w10.4+ w10.5!",
            ..WEEK
        },
    },
];

/// 1 to 7 February.
pub const LATE: &[Step] = &[
    laptop! { at: "02-01T19:30", typed: "done all", slots: "d64-0900 d64-1045 d64-1400 d64-1545" },
    laptop! { at: "02-02T11:00", typed: "done 1", slots: "d65-0900" },
    laptop! { at: "02-04T19:30", typed: "done all", slots: "d67-0900 d67-1045 d67-1400 d67-1545" },
    laptop! { at: "02-04T20:00", typed: "done w11.1 w11.2 w11.3", slots: "w11.1 w11.2 w11.3" },
    laptop! { at: "02-05T12:05", typed: "done 1-2", slots: "d68-0900 d68-1045" },
    tablet! {
        at: "02-06T18:00", typed: "done all --took 7h",
        slots: "d69-1045 d69-1400 d69-1545",
    },
    laptop! { at: "02-07T15:40", typed: "done 1-3", slots: "d70-0900 d70-1045 d70-1400" },
    // 27 slots, 2415 minutes. Done 4 + 1 + 0 + 4 + 2 + 3 + 3 = 17; of Tuesday 270, of Wednesday 360,
    // of Friday 180 are overdue, 9 slots; the last of Sunday, 105, is over: 2415 - 915 = 1500;
    // measured 420 for 270. As the plan has it, Days 69 to 75: done 3 + 3, 270 + 255, of 8 over; 1
    // overdue. The plan: done 230 + 17 of 234 + 27; 20700 + 1500 = 22200 of 23520: 0.943, and of all
    // 25215: 0.880; measured 3410 + 420, assumed 17415 + 1230. Topics: I 4 + 1 + 4 + 2; J 3 + 3. Week
    // 11 ended on Friday. Next: Days 71 to 75, 19 slots, 4 × 360 + 255.
    Step::Report {
        at: "02-07T21:00",
        shows: Report {
            days: "4/4 1/4 0/4 4/4 2/4 3/3 3/4",
            weeks: "11:11/19 12:6/8",
            range: tally! {
                slots: 27, done: 17, overdue: 9, due: 27,
                planned: 2415, planned_done: 1500, planned_due: 2415, measured: 420, assumed: 1230,
            },
            baseline: tally! {
                slots: 27, done: 6, overdue: 1, due: 8,
                planned: 2415, planned_done: 525, planned_due: 720, measured: 420, assumed: 255,
            },
            plan: tally! {
                slots: 280, done: 247, skipped: 4, overdue: 9, due: 261,
                planned: 25215, planned_done: 22200, planned_due: 23520, measured: 3830, assumed: 18645,
            },
            pace: 89,
            skipped_minutes: 405,
            slots_behind: 29,
            by_plan: Some(ByPlan {
                due_minutes: 25215,
                pace_now: 96,
            }),
            next: Some(NextWeek {
                week: 12,
                slots: 19,
                minutes: 1695,
            }),
            overdue: "d65-1045 d65-1400 d65-1545 d66-0900 d66-1045 d66-1400 d66-1545 d68-1400 \
                      d69-0900",
            phases: "21 42 107 77 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H54 I27 J8",
            deliverables: "w11.1+ w11.2+ w11.3+ w11.4! w11.5!",
            ..WEEK
        },
    },
];
