//! The first week: a day missed, two days worked ahead of, three steps taken back.

use super::days::{Act, Day, Evening, Morning, NONE, NextWeek, STUDY, Tally, act, tally};

const WEEK_3: Option<NextWeek> = Some(NextWeek {
    week: 3,
    slots: 20,
    minutes: 1800,
});

/// Monday 23 to Sunday 29 November.
pub const DAYS: [Day; 7] = [
    Day {
        date: "11-23",
        morning: Morning {
            day: Some(1),
            slots: 4,
            next: Some(2),
            ..STUDY
        },
        acts: &[
            act! { at: "11-23T10:32", typed: "done 1", slots: "d01-0900" },
            act! { at: "11-23T12:05", typed: "done 10:45 --took 80", slots: "d01-1045" },
            act! { at: "11-23T17:40", typed: "done 3-4 --took 3h20m", slots: "d01-1400 d01-1545" },
        ],
        // All four, 360 of 360. Measured 80 + 200, assumed the first 90.
        evening: Evening {
            at: "11-23T21:00",
            week: tally! {
                slots: 22, done: 4, due: 4,
                planned: 2295, planned_done: 360, planned_due: 360, measured: 280, assumed: 90,
            },
            plan: tally! {
                slots: 64, done: 4, due: 4,
                planned: 5895, planned_done: 360, planned_due: 360, measured: 280, assumed: 90,
            },
            pace: 100,
            slots_behind: 0,
            next: WEEK_3,
        },
    },
    Day {
        date: "11-24",
        morning: Morning {
            day: Some(2),
            slots: 1,
            next: Some(3),
            ..STUDY
        },
        acts: &[
            act! {
                at: "11-24T12:15", typed: "done 1 --at 10:20 --note 卷积核不翻转",
                slots: "d02-0900 d02-0900",
            },
            // The afternoon is free: the morning of tomorrow.
            act! {
                at: "11-24T16:40", typed: "done d03-0900 d03-1045 --took 2h30m",
                slots: "d03-0900 d03-1045",
            },
        ],
        // Done 4 + 1 + 2 of 5 due; 360 + 90 + 165 = 615 of 450: 1.366. Measured 280 + 150,
        // assumed 90 + 90.
        evening: Evening {
            at: "11-24T21:00",
            week: tally! {
                slots: 22, done: 7, due: 5,
                planned: 2295, planned_done: 615, planned_due: 450, measured: 430, assumed: 180,
            },
            plan: tally! {
                slots: 64, done: 7, due: 5,
                planned: 5895, planned_done: 615, planned_due: 450, measured: 430, assumed: 180,
            },
            pace: 137,
            slots_behind: -2,
            next: WEEK_3,
        },
    },
    Day {
        date: "11-25",
        morning: Morning {
            day: Some(3),
            slots: 4,
            next: Some(4),
            ..STUDY
        },
        acts: &[
            act! { at: "11-25T17:35", typed: "done 14:00 15:45", slots: "d03-1400 d03-1545" },
            act! { at: "11-25T17:36", typed: "note d03-1545 残差块先画图再写", slots: "d03-1545" },
            // Ahead again: the first slot of tomorrow.
            act! { at: "11-25T20:10", typed: "done d04-0900 --took 1.5h", slots: "d04-0900" },
        ],
        // Done 7 + 2 + 1 of 9 due; 615 + 195 + 90 = 900 of 810: 1.111. Measured 430 + 90,
        // assumed 180 + 195.
        evening: Evening {
            at: "11-25T21:00",
            week: tally! {
                slots: 22, done: 10, due: 9,
                planned: 2295, planned_done: 900, planned_due: 810, measured: 520, assumed: 375,
            },
            plan: tally! {
                slots: 64, done: 10, due: 9,
                planned: 5895, planned_done: 900, planned_due: 810, measured: 520, assumed: 375,
            },
            pace: 111,
            slots_behind: -1,
            next: WEEK_3,
        },
    },
    Day {
        date: "11-26",
        morning: Morning {
            day: Some(4),
            slots: 4,
            next: Some(5),
            ..STUDY
        },
        // A day missed. What was done ahead of it stays done.
        acts: &[],
        // Due 9 + 4 and 810 + 360; nothing more done; today's are still open: 900 / 1170 = 0.769.
        evening: Evening {
            at: "11-26T22:30",
            week: tally! {
                slots: 22, done: 10, due: 13,
                planned: 2295, planned_done: 900, planned_due: 1170, measured: 520, assumed: 375,
            },
            plan: tally! {
                slots: 64, done: 10, due: 13,
                planned: 5895, planned_done: 900, planned_due: 1170, measured: 520, assumed: 375,
            },
            pace: 77,
            slots_behind: 3,
            next: WEEK_3,
        },
    },
    Day {
        date: "11-27",
        morning: Morning {
            day: Some(5),
            slots: 4,
            overdue: "d04-1045 d04-1400 d04-1545",
            next: Some(6),
            ..STUDY
        },
        acts: &[
            act! { at: "11-27T10:35", typed: "done 1", slots: "d05-0900" },
            act! { at: "11-27T10:40", typed: "skip d04-1400 --why 只有一块显卡", slots: "d04-1400" },
            act! { at: "11-27T12:10", typed: "done 2 --took 1:20", slots: "d05-1045" },
            act! { at: "11-27T15:40", typed: "done 注意力", slots: "d05-1400" },
            // Finished before midnight, marked after it: still Friday's fourth.
            act! { at: "11-28T00:20", typed: "done 4 --took 2h --at 23:30", slots: "d05-1545" },
        ],
        // Done 10 + 4 of 13 + 4; one of yesterday's three was skipped, so 2 overdue.
        // 900 + 360 = 1260 of 1170 + 360 = 1530: 0.823. Measured 520 + 80 + 120, assumed
        // 375 + 90 + 90.
        evening: Evening {
            at: "11-28T00:25",
            week: tally! {
                slots: 22, done: 14, skipped: 1, overdue: 2, due: 17,
                planned: 2295, planned_done: 1260, planned_due: 1530, measured: 720, assumed: 555,
            },
            plan: tally! {
                slots: 64, done: 14, skipped: 1, overdue: 2, due: 17,
                planned: 5895, planned_done: 1260, planned_due: 1530, measured: 720, assumed: 555,
            },
            pace: 88,
            slots_behind: 2,
            next: WEEK_3,
        },
    },
    Day {
        date: "11-28",
        morning: Morning {
            day: Some(6),
            slots: 3,
            overdue: "d04-1045 d04-1545",
            next: Some(7),
            ..STUDY
        },
        acts: &[
            act! { at: "11-28T12:05", typed: "done 1,2", slots: "d06-0900 d06-1045" },
            act! { at: "11-28T17:45", typed: "done 3 --took 3h", slots: "d06-1400" },
        ],
        // Done 14 + 3 of 17 + 3; 1260 + 375 = 1635 of 1530 + 375 = 1905: 0.858. Measured
        // 720 + 180, assumed 555 + 165.
        evening: Evening {
            at: "11-28T21:00",
            week: tally! {
                slots: 22, done: 17, skipped: 1, overdue: 2, due: 20,
                planned: 2295, planned_done: 1635, planned_due: 1905, measured: 900, assumed: 720,
            },
            plan: tally! {
                slots: 64, done: 17, skipped: 1, overdue: 2, due: 20,
                planned: 5895, planned_done: 1635, planned_due: 1905, measured: 900, assumed: 720,
            },
            pace: 90,
            slots_behind: 2,
            next: WEEK_3,
        },
    },
    Day {
        date: "11-29",
        morning: Morning {
            day: Some(7),
            slots: 2,
            overdue: "d04-1045 d04-1545",
            next: Some(8),
            ..STUDY
        },
        acts: &[
            act! { at: "11-29T08:50", typed: "done d04-1045 --took 70m", slots: "d04-1045" },
            act! { at: "11-29T12:05", typed: "done 1", slots: "d07-0900" },
            act! { at: "11-29T17:35", typed: "done 2 --took 4h", slots: "d07-1400" },
            // Not four hours; and three steps back, one too many even for a look at it.
            act! { at: "11-29T17:36", typed: "undo", slots: "d07-1400" },
            act! { at: "11-29T17:37", typed: "undo", slots: "d07-0900" },
            act! { at: "11-29T17:38", typed: "undo", slots: "d04-1045" },
            act! { at: "11-29T17:39", typed: "redo", slots: "d04-1045" },
            act! { at: "11-29T17:40", typed: "redo", slots: "d07-0900" },
            act! { at: "11-29T17:41", typed: "done 2 --took 3h40m", slots: "d07-1400" },
        ],
        // Done 17 + 1 + 2 of 20 + 2; 1635 + 75 + 180 + 210 = 2100 of 1905 + 390 = 2295: 0.915.
        // Measured 900 + 70 + 220, assumed 720 + 180.
        evening: Evening {
            at: "11-29T21:00",
            week: tally! {
                slots: 22, done: 20, skipped: 1, overdue: 1, due: 22,
                planned: 2295, planned_done: 2100, planned_due: 2295, measured: 1190, assumed: 900,
            },
            plan: tally! {
                slots: 64, done: 20, skipped: 1, overdue: 1, due: 22,
                planned: 5895, planned_done: 2100, planned_due: 2295, measured: 1190, assumed: 900,
            },
            pace: 95,
            slots_behind: 1,
            next: WEEK_3,
        },
    },
];
