//! The second week: a night, a changed plan, a day cut short, a free weekend.

use super::days::{Act, Day, Evening, Morning, NONE, NextWeek, STUDY, Tally, act, tally};

const WEEK_4: Option<NextWeek> = Some(NextWeek {
    week: 4,
    slots: 22,
    minutes: 1800,
});

/// Monday 30 November to Sunday 6 December. The plan is changed on Tuesday after the morning.
pub const DAYS: [Day; 7] = [
    Day {
        date: "11-30",
        morning: Morning {
            day: Some(8),
            slots: 4,
            overdue: "d04-1545",
            next: Some(9),
            ..STUDY
        },
        acts: &[
            act! { at: "11-30T10:35", typed: "done 1", slots: "d08-0900" },
            act! { at: "11-30T12:03", typed: "done 2 --took 1h15m", slots: "d08-1045" },
            act! { at: "11-30T15:30", typed: "done 3 --took 90", slots: "d08-1400" },
            // The last one takes until one in the night, which is still Monday.
            act! { at: "12-01T01:00", typed: "done 4 --note 损失终于降了", slots: "d08-1545 d08-1545" },
        ],
        // A new week: all four, 360 of 360; measured 75 + 90, assumed 90 + 105.
        // The plan: done 20 + 4 of 22 + 4; 2100 + 360 = 2460 of 2295 + 360 = 2655: 0.926.
        // Measured 1190 + 165, assumed 900 + 195.
        evening: Evening {
            at: "12-01T01:05",
            week: tally! {
                slots: 20, done: 4, due: 4,
                planned: 1800, planned_done: 360, planned_due: 360, measured: 165, assumed: 195,
            },
            plan: tally! {
                slots: 64, done: 24, skipped: 1, overdue: 1, due: 26,
                planned: 5895, planned_done: 2460, planned_due: 2655, measured: 1355, assumed: 1095,
            },
            pace: 96,
            slots_behind: 1,
            next: WEEK_4,
        },
    },
    Day {
        date: "12-01",
        morning: Morning {
            day: Some(9),
            slots: 4,
            overdue: "d04-1545",
            next: Some(10),
            ..STUDY
        },
        acts: &[
            act! { at: "12-01T10:35", typed: "done 1 --took 95", slots: "d09-0900" },
            act! { at: "12-01T12:05", typed: "done 2", slots: "d09-1045" },
            act! { at: "12-01T15:35", typed: "done 3", slots: "d09-1400" },
            act! { at: "12-01T17:40", typed: "done 4", slots: "d09-1545" },
            // The new slot of Day 2.
            act! { at: "12-01T20:00", typed: "done 卷积补练 --took 1h", slots: "d02-1045" },
        ],
        // The week: 1800 - 15 planned, Day 8 345 now; done 4 + 4; 345 + 360 = 705 of 705.
        // Measured 165 + 95; assumed 195 - 15 + 75 + 90 + 105.
        // The plan: 65 slots, 5895 + 60 - 15 minutes; done 24 + 4 + 1 of 26 + 1 + 4 due.
        // 2460 - 15 + 360 + 60 = 2865 of 2655 + 60 - 15 + 360 = 3060: 0.936.
        // Measured 1355 + 95 + 60, assumed 1095 - 15 + 270.
        evening: Evening {
            at: "12-01T21:00",
            week: tally! {
                slots: 20, done: 8, due: 8,
                planned: 1785, planned_done: 705, planned_due: 705, measured: 260, assumed: 450,
            },
            plan: tally! {
                slots: 65, done: 29, skipped: 1, overdue: 1, due: 31,
                planned: 5940, planned_done: 2865, planned_due: 3060, measured: 1510, assumed: 1350,
            },
            pace: 96,
            slots_behind: 1,
            next: WEEK_4,
        },
    },
    Day {
        date: "12-02",
        morning: Morning {
            day: Some(10),
            slots: 4,
            overdue: "d04-1545",
            next: Some(11),
            ..STUDY
        },
        acts: &[
            act! { at: "12-02T12:10", typed: "done 1-2 --took 2h45m", slots: "d10-0900 d10-1045" },
            act! { at: "12-02T15:30", typed: "done 3", slots: "d10-1400" },
            // The fourth is forgotten; an old debt is paid.
            act! { at: "12-02T20:30", typed: "done d04-1545 --took 100", slots: "d04-1545" },
        ],
        // The week: done 8 + 3 of 12; 705 + 255 = 960 of 1065. Measured 260 + 165, assumed
        // 450 + 90. The plan: done 29 + 4 of 35, none overdue; 2865 + 255 + 105 = 3225 of
        // 3420: 0.943. Measured 1510 + 165 + 100, assumed 1350 + 90.
        evening: Evening {
            at: "12-02T21:00",
            week: tally! {
                slots: 20, done: 11, due: 12,
                planned: 1785, planned_done: 960, planned_due: 1065, measured: 425, assumed: 540,
            },
            plan: tally! {
                slots: 65, done: 33, skipped: 1, due: 35,
                planned: 5940, planned_done: 3225, planned_due: 3420, measured: 1775, assumed: 1440,
            },
            pace: 97,
            slots_behind: 1,
            next: WEEK_4,
        },
    },
    Day {
        date: "12-03",
        morning: Morning {
            day: Some(11),
            slots: 4,
            overdue: "d10-1545",
            next: Some(12),
            ..STUDY
        },
        acts: &[
            act! {
                at: "12-03T09:10", typed: "done d10.4 --took 1h45m --date yesterday",
                slots: "d10-1545",
            },
            act! { at: "12-03T10:40", typed: "done 1", slots: "d11-0900" },
            act! {
                at: "12-03T18:00", typed: "done all --took 5h", slots: "d11-1045 d11-1400 d11-1545",
            },
        ],
        // The week: done 11 + 1 + 4 of 16; 960 + 105 + 360 = 1425 of 1425. Measured
        // 425 + 105 + 300, assumed 540 + 90. The plan: done 33 + 5 of 39; 3225 + 465 = 3690 of
        // 3780: 0.976. Measured 1775 + 405, assumed 1440 + 90.
        evening: Evening {
            at: "12-03T21:00",
            week: tally! {
                slots: 20, done: 16, due: 16,
                planned: 1785, planned_done: 1425, planned_due: 1425, measured: 830, assumed: 630,
            },
            plan: tally! {
                slots: 65, done: 38, skipped: 1, due: 39,
                planned: 5940, planned_done: 3690, planned_due: 3780, measured: 2180, assumed: 1530,
            },
            pace: 100,
            slots_behind: 0,
            next: WEEK_4,
        },
    },
    Day {
        date: "12-04",
        morning: Morning {
            day: Some(12),
            slots: 4,
            next: Some(13),
            ..STUDY
        },
        acts: &[
            // Day 18-19 has a slot of the same title; today's is meant.
            act! { at: "12-04T10:35", typed: "done 前沿论文 --took 2h", slots: "d12-0900" },
            act! { at: "12-04T12:00", typed: "done 2", slots: "d12-1045" },
            // Ill in the afternoon.
        ],
        // The week: done 16 + 2 of 20; 1425 + 165 = 1590 of 1785. Measured 830 + 120, assumed
        // 630 + 75. The plan: done 40 of 43; 3690 + 165 = 3855 of 4140: 0.931. Measured
        // 2180 + 120, assumed 1530 + 75.
        evening: Evening {
            at: "12-04T21:00",
            week: tally! {
                slots: 20, done: 18, due: 20,
                planned: 1785, planned_done: 1590, planned_due: 1785, measured: 950, assumed: 705,
            },
            plan: tally! {
                slots: 65, done: 40, skipped: 1, due: 43,
                planned: 5940, planned_done: 3855, planned_due: 4140, measured: 2300, assumed: 1605,
            },
            pace: 95,
            slots_behind: 2,
            next: WEEK_4,
        },
    },
    Day {
        date: "12-05",
        morning: Morning {
            kind: "free",
            overdue: "d12-1400 d12-1545",
            next: Some(13),
            ..STUDY
        },
        acts: &[act! { at: "12-05T15:00", typed: "done d12-1400 --took 80m", slots: "d12-1400" }],
        // One of Friday's two: 1590 + 90 = 1680, measured 950 + 80. The plan: 3855 + 90 = 3945
        // of 4140: 0.952; measured 2300 + 80.
        evening: Evening {
            at: "12-05T21:00",
            week: tally! {
                slots: 20, done: 19, overdue: 1, due: 20,
                planned: 1785, planned_done: 1680, planned_due: 1785, measured: 1030, assumed: 705,
            },
            plan: tally! {
                slots: 65, done: 41, skipped: 1, overdue: 1, due: 43,
                planned: 5940, planned_done: 3945, planned_due: 4140, measured: 2380, assumed: 1605,
            },
            pace: 97,
            slots_behind: 1,
            next: WEEK_4,
        },
    },
    Day {
        date: "12-06",
        morning: Morning {
            kind: "free",
            overdue: "d12-1545",
            next: Some(13),
            ..STUDY
        },
        acts: &[
            act! { at: "12-06T10:00", typed: "skip d12-1545 --why 周报已经写过", slots: "d12-1545" },
            // Ahead: the first of tomorrow, which is another week's.
            act! { at: "12-06T16:30", typed: "done d13-0900 --took 100", slots: "d13-0900" },
        ],
        // The week: the last one overdue is skipped. The plan: done 42, skipped 2, due 43;
        // 3945 + 90 = 4035 of 4140: 0.974; measured 2380 + 100.
        evening: Evening {
            at: "12-06T21:00",
            week: tally! {
                slots: 20, done: 19, skipped: 1, due: 20,
                planned: 1785, planned_done: 1680, planned_due: 1785, measured: 1030, assumed: 705,
            },
            plan: tally! {
                slots: 65, done: 42, skipped: 2, due: 43,
                planned: 5940, planned_done: 4035, planned_due: 4140, measured: 2480, assumed: 1605,
            },
            pace: 102,
            slots_behind: -1,
            // One of an hour and a half is done ahead.
            next: Some(NextWeek {
                week: 4,
                slots: 21,
                minutes: 1710,
            }),
        },
    },
];
