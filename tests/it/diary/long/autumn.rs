//! Weeks 1 to 4, and the late week after them: 23 November to 20 December.

use super::super::days::{NONE, NextWeek, Tally, tally};
use super::figures::{Report, STUDY, Today, WEEK};
use super::steps::{Device, Step, laptop, tablet};

pub const STEPS: &[Step] = &[
    laptop! { at: "11-22T20:15", typed: "init --start 2026-11-23", slots: "" },
    laptop! { at: "11-23T18:00", typed: "done all", slots: "d01-0900 d01-1045 d01-1400 d01-1545" },
    laptop! { at: "11-24T12:00", typed: "done 1 --took 80", slots: "d02-0900" },
    laptop! {
        at: "11-25T18:10", typed: "done all --took 6h30m",
        slots: "d03-0900 d03-1045 d03-1400 d03-1545",
    },
    laptop! { at: "11-26T17:40", typed: "done 1-3", slots: "d04-0900 d04-1045 d04-1400" },
    laptop! { at: "11-26T17:41", typed: "skip 4 --why 没有要完善的", slots: "d04-1545" },
    laptop! { at: "11-27T18:00", typed: "done all", slots: "d05-0900 d05-1045 d05-1400 d05-1545" },
    laptop! { at: "11-28T18:00", typed: "done all", slots: "d06-0900 d06-1045 d06-1400" },
    laptop! { at: "11-29T12:30", typed: "done 1", slots: "d07-0900" },
    // Calendar week 1, Days 1 to 7: 22 slots, 2295 minutes. Done 4 + 1 + 4 + 3 + 4 + 3 + 1 = 20:
    // all but the skipped 105 and the 210 of Sunday afternoon: 1980; measured 80 + 390, assumed
    // 1980 - 90 - 360 = 1530. Pace 1980 / 2295 = 0.863. Topics: A 4 + 1 + 4 + 3 + 1, B 2, C 2 + 3.
    Step::Report {
        at: "11-29T21:00",
        shows: Report {
            days: "4/4 1/1 4/4 3/4 4/4 3/3 1/2",
            weeks: "1:16/17 2:4/5",
            range: tally! {
                slots: 22, done: 20, skipped: 1, due: 22,
                planned: 2295, planned_done: 1980, planned_due: 2295, measured: 470, assumed: 1530,
            },
            baseline: tally! {
                slots: 22, done: 20, skipped: 1, due: 22,
                planned: 2295, planned_done: 1980, planned_due: 2295, measured: 470, assumed: 1530,
            },
            plan: tally! {
                slots: 280, done: 20, skipped: 1, due: 22,
                planned: 25215, planned_done: 1980, planned_due: 2295, measured: 470, assumed: 1530,
            },
            pace: 90,
            skipped_minutes: 105,
            slots_behind: 1,
            next: Some(NextWeek {
                week: 3,
                slots: 20,
                minutes: 1800,
            }),
            phases: "20 0 0 0 0",
            topics: "A13 B2 C5 D0 E0 F0 G0 H0 I0 J0",
            ..WEEK
        },
    },
    laptop! { at: "11-30T08:50", typed: "done d07-1400 --took 3h", slots: "d07-1400" },
    laptop! { at: "11-30T18:00", typed: "done all", slots: "d08-0900 d08-1045 d08-1400 d08-1545" },
    laptop! { at: "12-01T12:10", typed: "done 1,2", slots: "d09-0900 d09-1045" },
    laptop! { at: "12-01T17:50", typed: "done 3 4", slots: "d09-1400 d09-1545" },
    tablet! { at: "12-02T12:05", typed: "done 1-2", slots: "d10-0900 d10-1045" },
    laptop! { at: "12-02T17:45", typed: "done 3-4", slots: "d10-1400 d10-1545" },
    laptop! { at: "12-03T17:45", typed: "done all", slots: "d11-0900 d11-1045 d11-1400 d11-1545" },
    laptop! { at: "12-03T17:50", typed: "note d11.2 混合精度再看一遍", slots: "d11-1045" },
    laptop! { at: "12-04T17:45", typed: "done all", slots: "d12-0900 d12-1045 d12-1400 d12-1545" },
    laptop! { at: "12-04T17:46", typed: "undo", slots: "d12-0900 d12-1045 d12-1400 d12-1545" },
    laptop! { at: "12-04T17:47", typed: "done 1-3", slots: "d12-0900 d12-1045 d12-1400" },
    laptop! {
        at: "12-05T10:00", typed: "done d12-1545 --took 2h --date yesterday", slots: "d12-1545",
    },
    // Calendar week 2, Days 8 to 12: 20 slots, 1800 minutes, all done; measured 120, assumed
    // 1800 - 105. Besides: the Sunday afternoon, 210, in 180. The plan: done 20 + 1 + 20 = 41 of
    // 42; 1980 + 210 + 1800 = 3990 of 2295 + 1800 = 4095: 0.974; measured 470 + 180 + 120,
    // assumed 1530 + 1695. Topics: D Days 7, 8, 11; E 3 + 4; F 2; G 1 + 1; I 1 + 2 + 3; J 1.
    Step::Report {
        at: "12-06T21:00",
        shows: Report {
            days: "4/4 4/4 4/4 4/4 4/4",
            weeks: "3:20/20",
            range: tally! {
                slots: 20, done: 20, due: 20,
                planned: 1800, planned_done: 1800, planned_due: 1800, measured: 120, assumed: 1695,
            },
            baseline: tally! {
                slots: 20, done: 20, due: 20,
                planned: 1800, planned_done: 1800, planned_due: 1800, measured: 120, assumed: 1695,
            },
            besides: tally! {
                slots: 1, done: 1, due: 1,
                planned: 210, planned_done: 210, planned_due: 210, measured: 180,
            },
            plan: tally! {
                slots: 280, done: 41, skipped: 1, due: 42,
                planned: 25215, planned_done: 3990, planned_due: 4095, measured: 770, assumed: 3225,
            },
            pace: 100,
            skipped_minutes: 105,
            slots_behind: 0,
            next: Some(NextWeek {
                week: 4,
                slots: 22,
                minutes: 1800,
            }),
            phases: "21 20 0 0 0",
            topics: "A13 B2 C5 D3 E7 F2 G2 H0 I6 J1",
            ..WEEK
        },
    },
    laptop! { at: "12-07T17:50", typed: "done all", slots: "d13-0900 d13-1045 d13-1400 d13-1545" },
    laptop! {
        at: "12-08T17:40", typed: "done 09:00 10:45 14:00 15:45",
        slots: "d14-0900 d14-1045 d14-1400 d14-1545",
    },
    // The morning after a day of which nothing was marked. The week: done 8, and 4 overdue of 12
    // due: 720 of 1080. The plan: done 41 + 8 of 42 + 12; 3990 + 720 of 4095 + 1080.
    Step::Today {
        at: "12-10T08:30",
        typed: "today",
        shows: Today {
            day: Some(16),
            slots: "d16-0900 d16-1045 d16-1400 d16-1545",
            overdue: "d15-0900 d15-1045 d15-1400 d15-1545",
            next: Some("2026-12-11"),
            week: tally! {
                slots: 22, done: 8, overdue: 4, due: 12,
                planned: 1800, planned_done: 720, planned_due: 1080, assumed: 720,
            },
            plan: tally! {
                slots: 280, done: 49, skipped: 1, overdue: 4, due: 54,
                planned: 25215, planned_done: 4710, planned_due: 5175, measured: 770, assumed: 3945,
            },
            ..STUDY
        },
    },
    laptop! {
        at: "12-10T08:45", typed: "done all --date yesterday",
        slots: "d15-0900 d15-1045 d15-1400 d15-1545",
    },
    laptop! { at: "12-10T17:45", typed: "done all", slots: "d16-0900 d16-1045 d16-1400 d16-1545" },
    laptop! {
        at: "12-11T18:00", typed: "done d17 --took 6h10m",
        slots: "d17-0900 d17-1045 d17-1400 d17-1545",
    },
    tablet! { at: "12-12T16:00", typed: "done 1 --took 3h", slots: "d18-a" },
    // Friday of the week before reads papers too: the day's own slots come first.
    laptop! { at: "12-13T16:00", typed: "done 前沿论文", slots: "d18-b" },
    // Calendar week 3, Days 13 to 19: 22 slots, 1800 minutes, all done. The two of the weekend
    // have no time: not due before it has passed. Measured 370 + 180, assumed 1800 - 360. The
    // plan: done 41 + 22 = 63 where 42 + 20 are due; 5790 of 5895: 0.982; measured 770 + 550,
    // assumed 3225 + 1440. Topics: E 4 + 4; G 3 + 2; I 1 + 1; J 1; 6 have none.
    Step::Report {
        at: "12-13T21:00",
        shows: Report {
            days: "4/4 4/4 4/4 4/4 4/4 2/2",
            weeks: "4:22/22",
            range: tally! {
                slots: 22, done: 22, due: 20,
                planned: 1800, planned_done: 1800, planned_due: 1800, measured: 550, assumed: 1440,
            },
            baseline: tally! {
                slots: 22, done: 22, due: 20,
                planned: 1800, planned_done: 1800, planned_due: 1800, measured: 550, assumed: 1440,
            },
            besides: NONE,
            plan: tally! {
                slots: 280, done: 63, skipped: 1, due: 62,
                planned: 25215, planned_done: 5790, planned_due: 5895, measured: 1320, assumed: 4665,
            },
            pace: 100,
            skipped_minutes: 105,
            slots_behind: -2,
            next: Some(NextWeek {
                week: 5,
                slots: 27,
                minutes: 2415,
            }),
            phases: "21 42 0 0 0",
            topics: "A13 B2 C5 D3 E15 F2 G7 H0 I8 J2",
            ..WEEK
        },
    },
    // The late week.
    laptop! { at: "12-14T17:50", typed: "done all", slots: "d20-0900 d20-1045 d20-1400 d20-1545" },
    laptop! { at: "12-15T12:05", typed: "done 1-2", slots: "d21-0900 d21-1045" },
    laptop! { at: "12-16T10:40", typed: "done 1", slots: "d22-0900" },
    laptop! { at: "12-17T08:50", typed: "done d21.3 d21.4 --took 3h", slots: "d21-1400 d21-1545" },
    laptop! { at: "12-17T12:05", typed: "done 1-2", slots: "d23-0900 d23-1045" },
    // The week: done 4 + 4 + 1 + 2 = 11 of 16 due; 360 + 360 + 90 + 165 = 975 of 1440; measured
    // 180 for 195. The plan: the two of the weekend are due now: 62 + 2 + 16; done 63 + 11; 5790 +
    // 975 of 5895 + 1440.
    Step::Today {
        at: "12-18T08:30",
        typed: "today",
        shows: Today {
            day: Some(24),
            slots: "d24-0900 d24-1045 d24-1400 d24-1545",
            overdue: "d22-1045 d22-1400 d22-1545 d23-1400 d23-1545",
            next: Some("2026-12-19"),
            week: tally! {
                slots: 27, done: 11, overdue: 5, due: 16,
                planned: 2415, planned_done: 975, planned_due: 1440, measured: 180, assumed: 780,
            },
            plan: tally! {
                slots: 280, done: 74, skipped: 1, overdue: 5, due: 80,
                planned: 25215, planned_done: 6765, planned_due: 7335, measured: 1500, assumed: 5445,
            },
            ..STUDY
        },
    },
    laptop! { at: "12-18T17:50", typed: "done all", slots: "d24-0900 d24-1045 d24-1400 d24-1545" },
    laptop! {
        at: "12-19T12:40", typed: "done d22.2 d22.3 d22.4", slots: "d22-1045 d22-1400 d22-1545",
    },
    laptop! { at: "12-19T18:30", typed: "done all", slots: "d25-0900 d25-1045 d25-1400 d25-1545" },
];
