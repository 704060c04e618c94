//! The third week: a day marked a day late, the day of two dates, the day after the end.

use super::days::{Act, Day, Tally, evening, off, study};

/// Monday 7 to Sunday 13 December, and the Monday after it.
pub const DAYS: [Day; 8] = [
    Day {
        date: "12-07",
        morning: study(13, 4, "", Some(14)),
        acts: &[Act(
            "12-07T17:45",
            "done 2-4 --took 4h30m",
            "d13-1045 d13-1400 d13-1545",
        )],
        // The week: all four of Day 13, 360 of 360; measured yesterday's 100 + 270. The plan:
        // done 45 of 47; 4035 + 270 = 4305 of 4500: 0.956; measured 2480 + 270.
        evening: evening(
            "12-07T21:00",
            Tally([22, 4, 0, 0, 4], [1800, 360, 360, 370, 0]),
            Tally([65, 45, 2, 0, 47], [5940, 4305, 4500, 2750, 1605]),
            (96, 2),
            None,
        ),
    },
    Day {
        date: "12-08",
        morning: study(14, 4, "", Some(15)),
        acts: &[Act(
            "12-08T17:40",
            "done 09:00 10:45 14:00 15:45",
            "d14-0900 d14-1045 d14-1400 d14-1545",
        )],
        // All four, 360 assumed. The plan: done 49 of 51; 4665 of 4860: 0.959.
        evening: evening(
            "12-08T21:00",
            Tally([22, 8, 0, 0, 8], [1800, 720, 720, 370, 360]),
            Tally([65, 49, 2, 0, 51], [5940, 4665, 4860, 2750, 1965]),
            (96, 2),
            None,
        ),
    },
    Day {
        date: "12-09",
        morning: study(15, 4, "", Some(16)),
        // Worked, but nothing marked.
        acts: &[],
        // Due 8 + 4 and 720 + 360. The plan: 49 of 55; 4665 of 5220: 0.893.
        evening: evening(
            "12-09T21:00",
            Tally([22, 8, 0, 0, 12], [1800, 720, 1080, 370, 360]),
            Tally([65, 49, 2, 0, 55], [5940, 4665, 5220, 2750, 1965]),
            (89, 6),
            None,
        ),
    },
    Day {
        date: "12-10",
        morning: study(16, 4, "d15-0900 d15-1045 d15-1400 d15-1545", Some(17)),
        acts: &[
            Act(
                "12-10T08:50",
                "done all --date yesterday",
                "d15-0900 d15-1045 d15-1400 d15-1545",
            ),
            Act("12-10T10:30", "done 1 --took 1:30", "d16-0900"),
            Act("12-10T12:00", "done 2 --took 75", "d16-1045"),
            Act("12-10T17:45", "done 3,4", "d16-1400 d16-1545"),
        ],
        // Done 8 + 4 + 4 of 16; 1440 of 1440. Measured 370 + 165, assumed 360 + 360 + 195.
        // The plan: 57 of 59; 4665 + 720 = 5385 of 5580: 0.965. Measured 2750 + 165, assumed
        // 1965 + 555.
        evening: evening(
            "12-10T21:00",
            Tally([22, 16, 0, 0, 16], [1800, 1440, 1440, 535, 915]),
            Tally([65, 57, 2, 0, 59], [5940, 5385, 5580, 2915, 2520]),
            (97, 2),
            None,
        ),
    },
    Day {
        date: "12-11",
        morning: study(17, 4, "", Some(18)),
        acts: &[Act(
            "12-11T18:00",
            "done d17 --took 6h10m",
            "d17-0900 d17-1045 d17-1400 d17-1545",
        )],
        // All four, measured 370. The plan: 61 of 63; 5745 of 5940: 0.967. Measured 2915 + 370.
        evening: evening(
            "12-11T21:00",
            Tally([22, 20, 0, 0, 20], [1800, 1800, 1800, 905, 915]),
            Tally([65, 61, 2, 0, 63], [5940, 5745, 5940, 3285, 2520]),
            (97, 2),
            None,
        ),
    },
    Day {
        date: "12-12",
        morning: study(18, 2, "", None),
        acts: &[Act("12-12T16:00", "done 1 --took 3h", "d18-a")],
        // The day has two dates, and its slots no time: not due before the second has passed.
        // One is done, no planned minutes; measured 905 + 180 and 3285 + 180.
        evening: evening(
            "12-12T21:00",
            Tally([22, 21, 0, 0, 20], [1800, 1800, 1800, 1085, 915]),
            Tally([65, 62, 2, 0, 63], [5940, 5745, 5940, 3465, 2520]),
            (97, 1),
            None,
        ),
    },
    Day {
        date: "12-13",
        morning: study(18, 2, "", None),
        acts: &[],
        // As yesterday: its second date.
        evening: evening(
            "12-13T21:00",
            Tally([22, 21, 0, 0, 20], [1800, 1800, 1800, 1085, 915]),
            Tally([65, 62, 2, 0, 63], [5940, 5745, 5940, 3465, 2520]),
            (97, 1),
            None,
        ),
    },
    Day {
        date: "12-14",
        morning: off("after", "d18-b", None),
        acts: &[Act("12-14T20:00", "done d18-b", "d18-b")],
        // A week without slots. The plan: all 65 due, done 63 and skipped 2, which leaves 2
        // behind; 5745 = 5940 - 90 - 105 skipped.
        evening: evening(
            "12-14T21:00",
            Tally([0, 0, 0, 0, 0], [0, 0, 0, 0, 0]),
            Tally([65, 63, 2, 0, 65], [5940, 5745, 5940, 3465, 2520]),
            (97, 2),
            None,
        ),
    },
];
