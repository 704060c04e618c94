//! The third week: a day marked a day late, the day of two dates, the day after the end.

use super::days::{Act, Day, Evening, Morning, NONE, STUDY, Tally, act, tally};

/// Monday 7 to Sunday 13 December, and the Monday after it.
pub const DAYS: [Day; 8] = [
    Day {
        date: "12-07",
        morning: Morning {
            day: Some(13),
            slots: 4,
            next: Some(14),
            ..STUDY
        },
        acts: &[act! {
            at: "12-07T17:45", typed: "done 2-4 --took 4h30m", slots: "d13-1045 d13-1400 d13-1545",
        }],
        // The week: all four of Day 13, 360 of 360; measured yesterday's 100 + 270. The plan:
        // done 45 of 47; 4035 + 270 = 4305 of 4500: 0.956; measured 2480 + 270.
        evening: Evening {
            at: "12-07T21:00",
            week: tally! {
                slots: 22, done: 4, due: 4,
                planned: 1800, planned_done: 360, planned_due: 360, measured: 370,
            },
            plan: tally! {
                slots: 65, done: 45, skipped: 2, due: 47,
                planned: 5940, planned_done: 4305, planned_due: 4500, measured: 2750, assumed: 1605,
            },
            pace: 100,
            slots_behind: 0,
            next: None,
        },
    },
    Day {
        date: "12-08",
        morning: Morning {
            day: Some(14),
            slots: 4,
            next: Some(15),
            ..STUDY
        },
        acts: &[act! {
            at: "12-08T17:40", typed: "done 09:00 10:45 14:00 15:45",
            slots: "d14-0900 d14-1045 d14-1400 d14-1545",
        }],
        // All four, 360 assumed. The plan: done 49 of 51; 4665 of 4860: 0.959.
        evening: Evening {
            at: "12-08T21:00",
            week: tally! {
                slots: 22, done: 8, due: 8,
                planned: 1800, planned_done: 720, planned_due: 720, measured: 370, assumed: 360,
            },
            plan: tally! {
                slots: 65, done: 49, skipped: 2, due: 51,
                planned: 5940, planned_done: 4665, planned_due: 4860, measured: 2750, assumed: 1965,
            },
            pace: 100,
            slots_behind: 0,
            next: None,
        },
    },
    Day {
        date: "12-09",
        morning: Morning {
            day: Some(15),
            slots: 4,
            next: Some(16),
            ..STUDY
        },
        // Worked, but nothing marked.
        acts: &[],
        // Due 8 + 4 and 720 + 360. The plan: 49 of 55; 4665 of 5220: 0.893.
        evening: Evening {
            at: "12-09T21:00",
            week: tally! {
                slots: 22, done: 8, due: 12,
                planned: 1800, planned_done: 720, planned_due: 1080, measured: 370, assumed: 360,
            },
            plan: tally! {
                slots: 65, done: 49, skipped: 2, due: 55,
                planned: 5940, planned_done: 4665, planned_due: 5220, measured: 2750, assumed: 1965,
            },
            pace: 93,
            slots_behind: 4,
            next: None,
        },
    },
    Day {
        date: "12-10",
        morning: Morning {
            day: Some(16),
            slots: 4,
            overdue: "d15-0900 d15-1045 d15-1400 d15-1545",
            next: Some(17),
            ..STUDY
        },
        acts: &[
            act! {
                at: "12-10T08:50", typed: "done all --date yesterday",
                slots: "d15-0900 d15-1045 d15-1400 d15-1545",
            },
            act! { at: "12-10T10:30", typed: "done 1 --took 1:30", slots: "d16-0900" },
            act! { at: "12-10T12:00", typed: "done 2 --took 75", slots: "d16-1045" },
            act! { at: "12-10T17:45", typed: "done 3,4", slots: "d16-1400 d16-1545" },
        ],
        // Done 8 + 4 + 4 of 16; 1440 of 1440. Measured 370 + 165, assumed 360 + 360 + 195.
        // The plan: 57 of 59; 4665 + 720 = 5385 of 5580: 0.965. Measured 2750 + 165, assumed
        // 1965 + 555.
        evening: Evening {
            at: "12-10T21:00",
            week: tally! {
                slots: 22, done: 16, due: 16,
                planned: 1800, planned_done: 1440, planned_due: 1440, measured: 535, assumed: 915,
            },
            plan: tally! {
                slots: 65, done: 57, skipped: 2, due: 59,
                planned: 5940, planned_done: 5385, planned_due: 5580, measured: 2915, assumed: 2520,
            },
            pace: 100,
            slots_behind: 0,
            next: None,
        },
    },
    Day {
        date: "12-11",
        morning: Morning {
            day: Some(17),
            slots: 4,
            next: Some(18),
            ..STUDY
        },
        acts: &[act! {
            at: "12-11T18:00", typed: "done d17 --took 6h10m",
            slots: "d17-0900 d17-1045 d17-1400 d17-1545",
        }],
        // All four, measured 370. The plan: 61 of 63; 5745 of 5940: 0.967. Measured 2915 + 370.
        evening: Evening {
            at: "12-11T21:00",
            week: tally! {
                slots: 22, done: 20, due: 20,
                planned: 1800, planned_done: 1800, planned_due: 1800, measured: 905, assumed: 915,
            },
            plan: tally! {
                slots: 65, done: 61, skipped: 2, due: 63,
                planned: 5940, planned_done: 5745, planned_due: 5940, measured: 3285, assumed: 2520,
            },
            pace: 100,
            slots_behind: 0,
            next: None,
        },
    },
    Day {
        date: "12-12",
        morning: Morning {
            day: Some(18),
            slots: 2,
            ..STUDY
        },
        acts: &[act! { at: "12-12T16:00", typed: "done 1 --took 3h", slots: "d18-a" }],
        // The day has two dates, and its slots no time: not due before the second has passed.
        // One is done, no planned minutes; measured 905 + 180 and 3285 + 180.
        evening: Evening {
            at: "12-12T21:00",
            week: tally! {
                slots: 22, done: 21, due: 20,
                planned: 1800, planned_done: 1800, planned_due: 1800, measured: 1085, assumed: 915,
            },
            plan: tally! {
                slots: 65, done: 62, skipped: 2, due: 63,
                planned: 5940, planned_done: 5745, planned_due: 5940, measured: 3465, assumed: 2520,
            },
            pace: 100,
            slots_behind: -1,
            next: None,
        },
    },
    Day {
        date: "12-13",
        morning: Morning {
            day: Some(18),
            slots: 2,
            ..STUDY
        },
        acts: &[],
        // As yesterday: its second date.
        evening: Evening {
            at: "12-13T21:00",
            week: tally! {
                slots: 22, done: 21, due: 20,
                planned: 1800, planned_done: 1800, planned_due: 1800, measured: 1085, assumed: 915,
            },
            plan: tally! {
                slots: 65, done: 62, skipped: 2, due: 63,
                planned: 5940, planned_done: 5745, planned_due: 5940, measured: 3465, assumed: 2520,
            },
            pace: 100,
            slots_behind: -1,
            next: None,
        },
    },
    Day {
        date: "12-14",
        morning: Morning {
            kind: "after",
            overdue: "d18-b",
            ..STUDY
        },
        acts: &[act! { at: "12-14T20:00", typed: "done d18-b", slots: "d18-b" }],
        // A week without slots. The plan: all 65 due, done 63 and skipped 2, which leaves 2
        // behind; 5745 = 5940 - 90 - 105 skipped.
        evening: Evening {
            at: "12-14T21:00",
            week: NONE,
            plan: tally! {
                slots: 65, done: 63, skipped: 2, due: 65,
                planned: 5940, planned_done: 5745, planned_due: 5940, measured: 3465, assumed: 2520,
            },
            pace: 100,
            slots_behind: 0,
            next: None,
        },
    },
];
