//! The second week: a night, a changed plan, a day cut short, a free weekend.

use super::days::{Act, Day, Tally, evening, off, study};

const WEEK_4: Option<(u32, u32, u32)> = Some((4, 22, 1800));

/// Monday 30 November to Sunday 6 December. The plan is changed on Tuesday after the morning.
pub const DAYS: [Day; 7] = [
    Day {
        date: "11-30",
        morning: study(8, 4, "d04-1545", Some(9)),
        acts: &[
            Act("11-30T10:35", "done 1", "d08-0900"),
            Act("11-30T12:03", "done 2 --took 1h15m", "d08-1045"),
            Act("11-30T15:30", "done 3 --took 90", "d08-1400"),
            // The last one takes until one in the night, which is still Monday.
            Act(
                "12-01T01:00",
                "done 4 --note 损失终于降了",
                "d08-1545 d08-1545",
            ),
        ],
        // A new week: all four, 360 of 360; measured 75 + 90, assumed 90 + 105.
        // The plan: done 20 + 4 of 22 + 4; 2100 + 360 = 2460 of 2295 + 360 = 2655: 0.926.
        // Measured 1190 + 165, assumed 900 + 195.
        evening: evening(
            "12-01T01:05",
            Tally([20, 4, 0, 0, 4], [1800, 360, 360, 165, 195]),
            Tally([64, 24, 1, 1, 26], [5895, 2460, 2655, 1355, 1095]),
            (93, 2),
            WEEK_4,
        ),
    },
    Day {
        date: "12-01",
        morning: study(9, 4, "d04-1545", Some(10)),
        acts: &[
            Act("12-01T10:35", "done 1 --took 95", "d09-0900"),
            Act("12-01T12:05", "done 2", "d09-1045"),
            Act("12-01T15:35", "done 3", "d09-1400"),
            Act("12-01T17:40", "done 4", "d09-1545"),
            // The new slot of Day 2.
            Act("12-01T20:00", "done 卷积补练 --took 1h", "d02-1045"),
        ],
        // The week: 1800 - 15 planned, Day 8 345 now; done 4 + 4; 345 + 360 = 705 of 705.
        // Measured 165 + 95; assumed 195 - 15 + 75 + 90 + 105.
        // The plan: 65 slots, 5895 + 60 - 15 minutes; done 24 + 4 + 1 of 26 + 1 + 4 due.
        // 2460 - 15 + 360 + 60 = 2865 of 2655 + 60 - 15 + 360 = 3060: 0.936.
        // Measured 1355 + 95 + 60, assumed 1095 - 15 + 270.
        evening: evening(
            "12-01T21:00",
            Tally([20, 8, 0, 0, 8], [1785, 705, 705, 260, 450]),
            Tally([65, 29, 1, 1, 31], [5940, 2865, 3060, 1510, 1350]),
            (94, 2),
            WEEK_4,
        ),
    },
    Day {
        date: "12-02",
        morning: study(10, 4, "d04-1545", Some(11)),
        acts: &[
            Act("12-02T12:10", "done 1-2 --took 2h45m", "d10-0900 d10-1045"),
            Act("12-02T15:30", "done 3", "d10-1400"),
            // The fourth is forgotten; an old debt is paid.
            Act("12-02T20:30", "done d04-1545 --took 100", "d04-1545"),
        ],
        // The week: done 8 + 3 of 12; 705 + 255 = 960 of 1065. Measured 260 + 165, assumed
        // 450 + 90. The plan: done 29 + 4 of 35, none overdue; 2865 + 255 + 105 = 3225 of
        // 3420: 0.943. Measured 1510 + 165 + 100, assumed 1350 + 90.
        evening: evening(
            "12-02T21:00",
            Tally([20, 11, 0, 0, 12], [1785, 960, 1065, 425, 540]),
            Tally([65, 33, 1, 0, 35], [5940, 3225, 3420, 1775, 1440]),
            (94, 2),
            WEEK_4,
        ),
    },
    Day {
        date: "12-03",
        morning: study(11, 4, "d10-1545", Some(12)),
        acts: &[
            Act(
                "12-03T09:10",
                "done d10.4 --took 1h45m --date yesterday",
                "d10-1545",
            ),
            Act("12-03T10:40", "done 1", "d11-0900"),
            Act(
                "12-03T18:00",
                "done all --took 5h",
                "d11-1045 d11-1400 d11-1545",
            ),
        ],
        // The week: done 11 + 1 + 4 of 16; 960 + 105 + 360 = 1425 of 1425. Measured
        // 425 + 105 + 300, assumed 540 + 90. The plan: done 33 + 5 of 39; 3225 + 465 = 3690 of
        // 3780: 0.976. Measured 1775 + 405, assumed 1440 + 90.
        evening: evening(
            "12-03T21:00",
            Tally([20, 16, 0, 0, 16], [1785, 1425, 1425, 830, 630]),
            Tally([65, 38, 1, 0, 39], [5940, 3690, 3780, 2180, 1530]),
            (98, 1),
            WEEK_4,
        ),
    },
    Day {
        date: "12-04",
        morning: study(12, 4, "", Some(13)),
        acts: &[
            // Day 18-19 has a slot of the same title; today's is meant.
            Act("12-04T10:35", "done 前沿论文 --took 2h", "d12-0900"),
            Act("12-04T12:00", "done 2", "d12-1045"),
            // Ill in the afternoon.
        ],
        // The week: done 16 + 2 of 20; 1425 + 165 = 1590 of 1785. Measured 830 + 120, assumed
        // 630 + 75. The plan: done 40 of 43; 3690 + 165 = 3855 of 4140: 0.931. Measured
        // 2180 + 120, assumed 1530 + 75.
        evening: evening(
            "12-04T21:00",
            Tally([20, 18, 0, 0, 20], [1785, 1590, 1785, 950, 705]),
            Tally([65, 40, 1, 0, 43], [5940, 3855, 4140, 2300, 1605]),
            (93, 3),
            WEEK_4,
        ),
    },
    Day {
        date: "12-05",
        morning: off("free", "d12-1400 d12-1545", Some(13)),
        acts: &[Act("12-05T15:00", "done d12-1400 --took 80m", "d12-1400")],
        // One of Friday's two: 1590 + 90 = 1680, measured 950 + 80. The plan: 3855 + 90 = 3945
        // of 4140: 0.952; measured 2300 + 80.
        evening: evening(
            "12-05T21:00",
            Tally([20, 19, 0, 1, 20], [1785, 1680, 1785, 1030, 705]),
            Tally([65, 41, 1, 1, 43], [5940, 3945, 4140, 2380, 1605]),
            (95, 2),
            WEEK_4,
        ),
    },
    Day {
        date: "12-06",
        morning: off("free", "d12-1545", Some(13)),
        acts: &[
            Act(
                "12-06T10:00",
                "skip d12-1545 --why 周报已经写过",
                "d12-1545",
            ),
            // Ahead: the first of tomorrow, which is another week's.
            Act("12-06T16:30", "done d13-0900 --took 100", "d13-0900"),
        ],
        // The week: the last one overdue is skipped. The plan: done 42, skipped 2, due 43;
        // 3945 + 90 = 4035 of 4140: 0.974; measured 2380 + 100.
        evening: evening(
            "12-06T21:00",
            Tally([20, 19, 1, 0, 20], [1785, 1680, 1785, 1030, 705]),
            Tally([65, 42, 2, 0, 43], [5940, 4035, 4140, 2480, 1605]),
            (97, 1),
            WEEK_4,
        ),
    },
];
