//! Three weeks with moved slots, and a late one: 11 January to 7 February.

use super::super::days::Tally;
use super::figures::{Report, STUDY, Today, WEEK};
use super::steps::{Step, laptop, tablet};

/// 11 to 31 January.
pub const STEPS: &[Step] = &[
    laptop(
        "01-11T17:50",
        "done all",
        "d43-0900 d43-1045 d43-1400 d43-1545",
    ),
    laptop("01-12T15:45", "done 1-3", "d44-0900 d44-1045 d44-1400"),
    laptop("01-12T15:46", "move d44.4 wed --at 19:00", "d44-1545"),
    // The plan has Day 50 on this date; the first of it is on Sunday now, the rest on Monday. The
    // week has 16 + 4 + 4 + 4 slots, 4 × 360 + 345 + 360 + 360 = 2505 minutes: done 4 + 3, 615.
    Step::Today(
        "01-13T08:30",
        "today",
        Today {
            day: Some(50),
            slots: "d45-0900<01-08 d45-1045<01-08 d45-1400<01-08 d45-1545<01-08 \
                    d44-1545@19:00<01-07",
            away: "d50-0900>01-17 d50-1045>01-18 d50-1400>01-18 d50-1545>01-18",
            next: Some("2027-01-14"),
            week: Tally([28, 7, 0, 0, 7], [2505, 615, 615, 0, 615]),
            plan: Tally([280, 158, 2, 0, 160], [25215, 14265, 14475, 2350, 12045]),
            ..STUDY
        },
    ),
    // As it was looked at: the day goes by what stands there, each slot says where it is from, and
    // the date's own day says where it has gone. 10:30 is an hour from now.
    Step::Screen(
        "01-13T09:30",
        "today",
        include_str!("../../../fixtures/diary-moved-today.txt"),
    ),
    laptop(
        "01-13T20:50",
        "done all",
        "d45-0900 d45-1045 d45-1400 d45-1545 d44-1545",
    ),
    tablet(
        "01-14T17:50",
        "done 1-4 --took 6h",
        "d46-0900 d46-1045 d46-1400 d46-1545",
    ),
    laptop(
        "01-15T17:45",
        "done all",
        "d47-0900 d47-1045 d47-1400 d48-0900",
    ),
    tablet("01-15T18:00", "done w08.1 w08.2 w08.4", "w08.1 w08.2 w08.4"),
    laptop("01-16T11:50", "done 1-2", "d48-1045 d48-1400"),
    laptop("01-16T15:50", "skip 3 --why 显存不够", "d48-1545"),
    laptop("01-16T18:00", "done 4", "d49-0900"),
    laptop("01-17T11:00", "done 1", "d49-1045"),
    laptop("01-17T20:00", "skip w08.5 --why 不再需要", "w08.5"),
    // Done 4 + 3 + 5 + 4 + 4 + 3 + 1 = 24 of 28, skipped 1; all are over. 2505 - 105 skipped - 90 -
    // 105 - 90 open = 2115; measured 360 for 360. As the plan has the week, Days 48 to 54: done 3 +
    // 2, 255 + 165, skipped 1; over are Days 48 and 49 and the first of 50. The plan: done 151 + 24
    // of 153 + 28; 13650 + 2115 = 15765 of 16365: 0.963; by the plan's own dates Week 9 is due,
    // 172 + 27 slots: 15765 of 15555 + 2415: 0.877; measured 2350 + 360, assumed 11430 + 1755.
    // Topics: G 16 + 1; H 2 + 1 + 2 + 1 + 1. Next: what is left of Week 9 is 3 + 12 + 3 slots, 2415
    // - 360 - 360 - 90. Week 8 ended on Friday.
    Step::Report(
        "01-17T21:00",
        Report {
            days: "4/4 3/3 5/5 4/4 4/4 3/4 1/4",
            weeks: "8:19/19 9:5/9",
            range: Tally([28, 24, 1, 0, 28], [2505, 2115, 2505, 360, 1755]),
            baseline: Tally([27, 5, 1, 0, 9], [2415, 420, 810, 0, 420]),
            plan: Tally([280, 175, 3, 0, 181], [25215, 15765, 16365, 2710, 13185]),
            pace: (88, 24),
            by_plan: Some((17970, 96)),
            next: Some((9, 18, 1605)),
            phases: "21 42 107 5 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H7 I8 J2",
            deliverables: "w08.1+ w08.2+ w08.3! w08.4+ w08.5-",
            ..WEEK
        },
    ),
    // The same on the screen: 2115 minutes, as planned and as measured, are 35 h 15 min. By days 360,
    // 255, 465, 360, 345, 255 and 75. Per cent are rounded down.
    Step::Screen(
        "01-17T21:00",
        "report",
        include_str!("../../../fixtures/diary-moved-report.txt"),
    ),
    laptop("01-18T08:55", "done d49.3 --took 80", "d49-1400"),
    laptop(
        "01-18T18:00",
        "done all",
        "d50-1045 d50-1400 d50-1545 d51-0900",
    ),
    laptop(
        "01-19T18:00",
        "done all --took 6h20m",
        "d51-1045 d51-1400 d51-1545 d52-0900",
    ),
    laptop(
        "01-20T18:00",
        "done all",
        "d52-1045 d52-1400 d52-1545 d53-0900",
    ),
    laptop("01-21T12:00", "done 1-2", "d53-1045 d53-1400"),
    laptop("01-21T19:00", "done d49.4 d50.1", "d49-1545 d50-0900"),
    laptop(
        "01-22T08:40",
        "done 3-4 --date yesterday",
        "d53-1545 d54-0900",
    ),
    laptop(
        "01-22T18:00",
        "done all",
        "d54-1045 d54-1400 d55-0900 d55-1045",
    ),
    laptop("01-22T20:00", "done w07.5 w08.3", "w07.5 w08.3"),
    laptop(
        "01-23T19:00",
        "done all",
        "d55-1400 d55-1545 d56-0900 d56-1045",
    ),
    // Two months. Topic E and Week 6, 40 + 27 slots, of which one was skipped; w09.1 is missing.
    Step::Milestone(
        "01-23T21:00",
        2,
        "2027-01-23 +0,0/0,1/1 +66,1/67,0/0 +0,0/0,2/2 ?0,0/0,1/2",
    ),
    Step::Milestone(
        "01-24T08:00",
        2,
        "2027-01-23 late +0,0/0,1/1 +66,1/67,0/0 +0,0/0,2/2 ?0,0/0,1/2",
    ),
    laptop("01-24T18:00", "done 1-3", "d56-1400 d56-1545 d57-0900"),
    laptop(
        "01-24T20:00",
        "done w09.1 w09.2 w09.3 w09.4 w09.5",
        "w09.1 w09.2 w09.3 w09.4 w09.5",
    ),
    Step::Milestone(
        "01-24T20:30",
        2,
        "2027-01-23 +0,0/0,1/1 +66,1/67,0/0 +0,0/0,2/2 +0,0/0,2/2",
    ),
    // 28 slots: Mon to Thu 4 × 360, Fri 75 + 90 + 90 + 75 = 330, Sat and Sun 360: 2490. Done 27,
    // all but 75; measured 380 for 360. As the plan has it, Days 55 to 61: done 4 + 4 + 1 of 10
    // over; 810 of 885. Besides: three of Sunday before, 285; 80 for 90. The plan: done 175 + 3 +
    // 27 of 181 + 28; 15765 + 285 + 2415 = 18465 of 18855: 0.979, and of 17970
    // + 2415: 0.906, 226 slots being due; measured 2710 + 80 + 380, assumed
    // 13185 + 195 + 2055. Topic H: 30. Week 9 ended on Friday. Next: what is left of Week 10 is 2 +
    // 12 + 3 slots, 2415 - 360 - 360 - 165.
    Step::Report(
        "01-24T21:00",
        Report {
            days: "4/4 4/4 4/4 4/4 4/4 4/4 3/4",
            weeks: "9:18/18 10:9/10",
            range: Tally([28, 27, 0, 0, 28], [2490, 2415, 2490, 380, 2055]),
            baseline: Tally([27, 9, 0, 0, 10], [2415, 810, 885, 0, 810]),
            besides: Tally([3, 3, 0, 0, 3], [285, 285, 285, 80, 195]),
            plan: Tally([280, 205, 3, 0, 209], [25215, 18465, 18855, 3170, 15435]),
            pace: (91, 21),
            by_plan: Some((20385, 98)),
            next: Some((10, 17, 1530)),
            phases: "21 42 107 35 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H37 I8 J2",
            deliverables: "w09.1+ w09.2+ w09.3+ w09.4+ w09.5+",
            ..WEEK
        },
    ),
    laptop("01-25T09:00", "done d57.2", "d57-1045"),
    laptop(
        "01-25T19:00",
        "done all",
        "d57-1400 d57-1545 d58-0900 d58-1045",
    ),
    tablet("01-26T12:05", "done 1-2", "d58-1400 d58-1545"),
    laptop("01-26T19:00", "done 3-4", "d59-0900 d59-1045"),
    tablet("01-26T19:05", "undo", "d58-1400 d58-1545"),
    tablet("01-26T19:06", "redo", "d58-1400 d58-1545"),
    laptop(
        "01-27T19:00",
        "done all",
        "d59-1400 d59-1545 d60-0900 d60-1045",
    ),
    laptop(
        "01-28T19:00",
        "done all",
        "d60-1400 d60-1545 d61-0900 d61-1045",
    ),
    laptop("01-29T18:00", "done 1", "d61-1400"),
    laptop(
        "01-29T18:01",
        "done 2-4 --took 4h",
        "d62-0900 d62-1045 d62-1400",
    ),
    laptop(
        "01-30T19:10",
        "done all",
        "d62-1545 d63-0900 d63-1045 d63-1400",
    ),
    laptop("01-31T16:00", "done 1-2", "d63-1545 d64-0900"),
    laptop("01-31T16:01", "skip 3 --why 已经会了", "d64-1045"),
    laptop("01-31T19:10", "done 4", "d64-1400"),
    laptop(
        "01-31T20:00",
        "done w10.1 w10.2 w10.3 w10.4",
        "w10.1 w10.2 w10.3 w10.4",
    ),
    // 28 slots: Mon to Thu 4 × 360, Fri 90 + 90 + 75 + 90 = 345, Sat and Sun 360: 2505. Done 27,
    // skipped 75; measured 240 for 255. As the plan has it, Days 62 to 68: done 4 + 4 + 2, 900, of
    // 11 over, 975. Besides: 75 of Sunday before. The plan: done 205 + 1 + 27 of 209 + 28; 18465 +
    // 75 + 2430 = 20970 of 21360: 0.982, and of 20385 + 2415: 0.920, 253 slots being due; measured 3170 + 240, assumed 15435 + 75 + 2175. Topics: H 1
    // + 2 + 12 + 2; I 1 + 4 + 4 + 2. Week 10 ended on Friday. Next: what is left of Week 11 is 1 + 12
    // + 3 slots, 2415 - 360 - 360 - 255.
    Step::Report(
        "01-31T21:00",
        Report {
            days: "4/4 4/4 4/4 4/4 4/4 4/4 3/4",
            weeks: "10:17/17 11:10/11",
            range: Tally([28, 27, 1, 0, 28], [2505, 2430, 2505, 240, 2175]),
            baseline: Tally([27, 10, 1, 0, 11], [2415, 900, 975, 240, 645]),
            besides: Tally([1, 1, 0, 0, 1], [75, 75, 75, 0, 75]),
            plan: Tally([280, 233, 4, 0, 237], [25215, 20970, 21360, 3410, 17685]),
            pace: (92, 20),
            by_plan: Some((22800, 98)),
            next: Some((11, 16, 1440)),
            phases: "21 42 107 63 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H54 I19 J2",
            deliverables: "w10.1+ w10.2+ w10.3+ w10.4+ w10.5!",
            ..WEEK
        },
    ),
];

/// 1 to 7 February.
pub const LATE: &[Step] = &[
    laptop(
        "02-01T19:30",
        "done all",
        "d64-1545 d65-0900 d65-1045 d65-1400",
    ),
    laptop("02-02T11:00", "done 1", "d65-1545"),
    laptop(
        "02-04T19:30",
        "done all",
        "d67-1545 d68-0900 d68-1045 d68-1400",
    ),
    laptop("02-04T20:00", "done w11.1 w11.2 w11.3", "w11.1 w11.2 w11.3"),
    laptop("02-05T12:05", "done 1-2", "d69-0900 d69-1045"),
    tablet(
        "02-06T18:00",
        "done all --took 7h",
        "d70-0900 d70-1045 d70-1400 d70-1545",
    ),
    laptop("02-07T15:40", "done 1-3", "d71-0900 d71-1045 d71-1400"),
    // 28 slots, 7 × 360 = 2520. Done 4 + 1 + 0 + 4 + 2 + 4 + 3 = 18; of Tuesday 255, of Wednesday
    // 360, of Friday 195 are overdue, 9 slots; the last of Sunday, 105, is over: 2520 - 915 = 1605;
    // measured 420 for 360. As the plan has it, Days 69 to 75: done 2 + 4 + 3, 165 + 360 + 255, of
    // 12 over; 2 overdue. The plan: done 233 + 18 of 237 + 28; 20970 + 1605 = 22575 of 23880: 0.945, and of all 25215: 0.895;
    // measured 3410 + 420, assumed 17685 + 1245. Topics: I 4 + 1 + 1 + 2; J 1 + 2 + 4 + 3. Week 11
    // ended on Thursday. Next: Days 72 to 75, 15 slots, 3 × 360 + 255.
    Step::Report(
        "02-07T21:00",
        Report {
            days: "4/4 1/4 0/4 4/4 2/4 4/4 3/4",
            weeks: "11:9/16 12:9/12",
            range: Tally([28, 18, 0, 9, 28], [2520, 1605, 2520, 420, 1245]),
            baseline: Tally([27, 9, 0, 2, 12], [2415, 780, 1080, 420, 420]),
            plan: Tally([280, 251, 4, 9, 265], [25215, 22575, 23880, 3830, 18930]),
            pace: (90, 29),
            by_plan: Some((25215, 95)),
            next: Some((12, 15, 1335)),
            overdue: "d66-0900 d66-1045 d66-1400 d66-1545 d67-0900 d67-1045 d67-1400 d69-1400 \
                      d69-1545",
            phases: "21 42 107 81 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H54 I27 J12",
            deliverables: "w11.1+ w11.2+ w11.3+ w11.4! w11.5!",
            ..WEEK
        },
    ),
];
