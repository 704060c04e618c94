//! The first week: a day missed, two days worked ahead of, three steps taken back.

use super::days::{Act, Day, Tally, evening, study};

const WEEK_3: Option<(u32, u32, u32)> = Some((3, 20, 1800));

/// Monday 23 to Sunday 29 November.
pub const DAYS: [Day; 7] = [
    Day {
        date: "11-23",
        morning: study(1, 4, "", Some(2)),
        acts: &[
            Act("11-23T10:32", "done 1", "d01-0900"),
            Act("11-23T12:05", "done 10:45 --took 80", "d01-1045"),
            Act("11-23T17:40", "done 3-4 --took 3h20m", "d01-1400 d01-1545"),
        ],
        // All four, 360 of 360. Measured 80 + 200, assumed the first 90.
        evening: evening(
            "11-23T21:00",
            Tally([22, 4, 0, 0, 4], [2295, 360, 360, 280, 90]),
            Tally([64, 4, 0, 0, 4], [5895, 360, 360, 280, 90]),
            (100, 0),
            WEEK_3,
        ),
    },
    Day {
        date: "11-24",
        morning: study(2, 1, "", Some(3)),
        acts: &[
            Act(
                "11-24T12:15",
                "done 1 --at 10:20 --note 卷积核不翻转",
                "d02-0900 d02-0900",
            ),
            // The afternoon is free: the morning of tomorrow.
            Act(
                "11-24T16:40",
                "done d03-0900 d03-1045 --took 2h30m",
                "d03-0900 d03-1045",
            ),
        ],
        // Done 4 + 1 + 2 of 5 due; 360 + 90 + 165 = 615 of 450: 1.366. Measured 280 + 150,
        // assumed 90 + 90.
        evening: evening(
            "11-24T21:00",
            Tally([22, 7, 0, 0, 5], [2295, 615, 450, 430, 180]),
            Tally([64, 7, 0, 0, 5], [5895, 615, 450, 430, 180]),
            (137, -2),
            WEEK_3,
        ),
    },
    Day {
        date: "11-25",
        morning: study(3, 4, "", Some(4)),
        acts: &[
            Act("11-25T17:35", "done 14:00 15:45", "d03-1400 d03-1545"),
            Act("11-25T17:36", "note d03-1545 残差块先画图再写", "d03-1545"),
            // Ahead again: the first slot of tomorrow.
            Act("11-25T20:10", "done d04-0900 --took 1.5h", "d04-0900"),
        ],
        // Done 7 + 2 + 1 of 9 due; 615 + 195 + 90 = 900 of 810: 1.111. Measured 430 + 90,
        // assumed 180 + 195.
        evening: evening(
            "11-25T21:00",
            Tally([22, 10, 0, 0, 9], [2295, 900, 810, 520, 375]),
            Tally([64, 10, 0, 0, 9], [5895, 900, 810, 520, 375]),
            (111, -1),
            WEEK_3,
        ),
    },
    Day {
        date: "11-26",
        morning: study(4, 4, "", Some(5)),
        // A day missed. What was done ahead of it stays done.
        acts: &[],
        // Due 9 + 4 and 810 + 360; nothing more done; today's are still open: 900 / 1170 = 0.769.
        evening: evening(
            "11-26T22:30",
            Tally([22, 10, 0, 0, 13], [2295, 900, 1170, 520, 375]),
            Tally([64, 10, 0, 0, 13], [5895, 900, 1170, 520, 375]),
            (77, 3),
            WEEK_3,
        ),
    },
    Day {
        date: "11-27",
        morning: study(5, 4, "d04-1045 d04-1400 d04-1545", Some(6)),
        acts: &[
            Act("11-27T10:35", "done 1", "d05-0900"),
            Act(
                "11-27T10:40",
                "skip d04-1400 --why 只有一块显卡",
                "d04-1400",
            ),
            Act("11-27T12:10", "done 2 --took 1:20", "d05-1045"),
            Act("11-27T15:40", "done 注意力", "d05-1400"),
            // Finished before midnight, marked after it: still Friday's fourth.
            Act("11-28T00:20", "done 4 --took 2h --at 23:30", "d05-1545"),
        ],
        // Done 10 + 4 of 13 + 4; one of yesterday's three was skipped, so 2 overdue.
        // 900 + 360 = 1260 of 1170 + 360 = 1530: 0.823. Measured 520 + 80 + 120, assumed
        // 375 + 90 + 90.
        evening: evening(
            "11-28T00:25",
            Tally([22, 14, 1, 2, 17], [2295, 1260, 1530, 720, 555]),
            Tally([64, 14, 1, 2, 17], [5895, 1260, 1530, 720, 555]),
            (82, 3),
            WEEK_3,
        ),
    },
    Day {
        date: "11-28",
        morning: study(6, 3, "d04-1045 d04-1545", Some(7)),
        acts: &[
            Act("11-28T12:05", "done 1,2", "d06-0900 d06-1045"),
            Act("11-28T17:45", "done 3 --took 3h", "d06-1400"),
        ],
        // Done 14 + 3 of 17 + 3; 1260 + 375 = 1635 of 1530 + 375 = 1905: 0.858. Measured
        // 720 + 180, assumed 555 + 165.
        evening: evening(
            "11-28T21:00",
            Tally([22, 17, 1, 2, 20], [2295, 1635, 1905, 900, 720]),
            Tally([64, 17, 1, 2, 20], [5895, 1635, 1905, 900, 720]),
            (86, 3),
            WEEK_3,
        ),
    },
    Day {
        date: "11-29",
        morning: study(7, 2, "d04-1045 d04-1545", Some(8)),
        acts: &[
            Act("11-29T08:50", "done d04-1045 --took 70m", "d04-1045"),
            Act("11-29T12:05", "done 1", "d07-0900"),
            Act("11-29T17:35", "done 2 --took 4h", "d07-1400"),
            // Not four hours; and three steps back, one too many even for a look at it.
            Act("11-29T17:36", "undo", "d07-1400"),
            Act("11-29T17:37", "undo", "d07-0900"),
            Act("11-29T17:38", "undo", "d04-1045"),
            Act("11-29T17:39", "redo", "d04-1045"),
            Act("11-29T17:40", "redo", "d07-0900"),
            Act("11-29T17:41", "done 2 --took 3h40m", "d07-1400"),
        ],
        // Done 17 + 1 + 2 of 20 + 2; 1635 + 75 + 180 + 210 = 2100 of 1905 + 390 = 2295: 0.915.
        // Measured 900 + 70 + 220, assumed 720 + 180.
        evening: evening(
            "11-29T21:00",
            Tally([22, 20, 1, 1, 22], [2295, 2100, 2295, 1190, 900]),
            Tally([64, 20, 1, 1, 22], [5895, 2100, 2295, 1190, 900]),
            (92, 2),
            WEEK_3,
        ),
    },
];
