//! The end of the late week, Christmas with two devices, and a trip that falls through: 20
//! December to 3 January.

use super::super::days::Tally;
use super::figures::{Report, STUDY, Today, WEEK};
use super::steps::{Step, laptop, tablet};

pub const STEPS: &[Step] = &[
    laptop("12-20T15:35", "done all", "d26-0900 d26-1045 d26-1400"),
    laptop("12-20T15:40", "done w05.1 w05.2 w05.3", "w05.1 w05.2 w05.3"),
    // 90 and 105 are left of Thursday. Sunday's 255 are done, so that its budget of 360 has room for
    // one of them; the learner puts both there by hand, 16:00-17:30 and 17:30-19:15.
    laptop("12-20T16:00", "move d23-1400 today --at 16:00", "d23-1400"),
    laptop("12-20T16:01", "move d23-1545 today --at 17:30", "d23-1545"),
    // Of 27 these two are open, and neither over nor overdue: done 25, 2415 - 195 = 2220. The plan:
    // 63 + 25 where 62 + 2 + 25 are due; 5790 + 2220 of 5895 + 2220.
    Step::Today(
        "12-20T16:05",
        "today",
        Today {
            day: Some(26),
            slots: "d26-0900+ d26-1045+ d26-1400+ d23-1400@16:00<12-17 d23-1545@17:30<12-17",
            next: Some("2026-12-21"),
            week: Tally([27, 25, 0, 0, 25], [2415, 2220, 2220, 180, 2025]),
            plan: Tally([280, 88, 1, 0, 89], [25215, 8010, 8115, 1500, 6690]),
            ..STUDY
        },
    ),
    laptop("12-20T17:35", "done 4", "d23-1400"),
    // Week 5: 27 slots, wherever they are in it: done 26, all 27 over; 2415 - 105 = 2310; measured
    // 180 for 195. Thursday has 2 left, Sunday 5. The plan: done 63 + 26 of 62 + 2 + 27; 8100 of
    // 8310: 0.975; measured 1320 + 180, assumed 4665 + 2115. Topics: D 1; F 1; E the other 24.
    Step::Report(
        "12-20T21:00",
        Report {
            days: "4/4 4/4 4/4 2/2 4/4 4/4 4/5",
            weeks: "5:26/27",
            range: Tally([27, 26, 0, 0, 27], [2415, 2310, 2415, 180, 2115]),
            baseline: Tally([27, 26, 0, 0, 27], [2415, 2310, 2415, 180, 2115]),
            plan: Tally([280, 89, 1, 0, 91], [25215, 8100, 8310, 1500, 6780]),
            pace: (97, 2),
            next: Some((6, 27, 2415)),
            phases: "21 42 26 0 0",
            topics: "A13 B2 C5 D4 E39 F3 G7 H0 I8 J2",
            deliverables: "w05.1+ w05.2+ w05.3+ w05.4 w05.5",
            ..WEEK
        },
    ),
    laptop("12-21T08:50", "done d23-1545", "d23-1545"),
    laptop(
        "12-21T17:50",
        "done all",
        "d27-0900 d27-1045 d27-1400 d27-1545",
    ),
    laptop(
        "12-22T17:45",
        "done 1-3 --took 4h",
        "d28-0900 d28-1045 d28-1400",
    ),
    laptop("12-22T17:46", "skip 4 --why 下载太慢", "d28-1545"),
    laptop("12-22T20:00", "done w05.4", "w05.4"),
    laptop("12-22T20:01", "skip w05.5 --why 并入下周", "w05.5"),
    laptop(
        "12-23T17:50",
        "done all",
        "d29-0900 d29-1045 d29-1400 d29-1545",
    ),
    // A month: topic A is 14 slots, one of them skipped; Week 1 is Days 1 to 5, 17 slots with the
    // same one; topic D is Days 7, 8, 11, 20.
    Step::Milestone(
        "12-23T21:00",
        1,
        "2026-12-23 +13,1/14,0/0 +13,1/14,0/0 +16,1/17,0/0 +4,0/4,0/0",
    ),
    laptop("12-24T08:40", "move 4 sun", "d30-1545"),
    laptop("12-24T15:40", "done 1-3", "d30-0900 d30-1045 d30-1400"),
    laptop(
        "12-25T17:50",
        "done all",
        "d31-0900 d31-1045 d31-1400 d31-1545",
    ),
    laptop("12-26T12:05", "done 1-2", "d32-0900 d32-1045"),
    // The same slot on the other device, with the time it took.
    tablet("12-26T12:10", "done 2 --took 70", "d32-1045"),
    tablet("12-26T17:35", "done 3-4", "d32-1400 d32-1545"),
    tablet("12-26T17:40", "undo", "d32-1400 d32-1545"),
    tablet("12-26T17:41", "undo", "d32-1045"),
    // The laptop's two stay. The week: done 4 + 3 + 4 + 3 + 4 + 2 = 20, 1 skipped; over are 12 + 3
    // + 4 + 4; 360 + 255 + 360 + 255 + 360 + 165 = 1755 of 5 × 360 + 255 = 2055; measured 240 for
    // 255. The plan: 89 + 1 + 20 of 91 + 23; 8100 + 105 + 1755 of 8310 + 2055.
    Step::Today(
        "12-26T17:41",
        "today",
        Today {
            day: Some(32),
            slots: "d32-0900+ d32-1045+ d32-1400 d32-1545",
            next: Some("2026-12-27"),
            week: Tally([27, 20, 1, 0, 23], [2415, 1755, 2055, 240, 1500]),
            plan: Tally([280, 110, 2, 0, 114], [25215, 9960, 10365, 1740, 8385]),
            ..STUDY
        },
    ),
    tablet("12-26T17:42", "redo", "d32-1045"),
    tablet("12-26T17:43", "redo", "d32-1400 d32-1545"),
    // The laptop takes back its own mark, and with it the tablet's repetition.
    laptop("12-26T17:50", "undo", "d32-0900 d32-1045"),
    // 90 + 105 instead of 90 + 75: 1785 done, 1785 - 255 assumed.
    Step::Today(
        "12-26T17:50",
        "today",
        Today {
            day: Some(32),
            slots: "d32-0900 d32-1045 d32-1400+ d32-1545+",
            next: Some("2026-12-27"),
            week: Tally([27, 20, 1, 0, 23], [2415, 1785, 2055, 240, 1530]),
            plan: Tally([280, 110, 2, 0, 114], [25215, 9990, 10365, 1740, 8415]),
            ..STUDY
        },
    ),
    laptop("12-26T17:51", "redo", "d32-0900 d32-1045"),
    laptop(
        "12-27T17:45",
        "done all",
        "d33-0900 d33-1045 d33-1400 d30-1545",
    ),
    tablet(
        "12-27T18:00",
        "done w06.1 w06.2 w06.3 w06.4 w06.5",
        "w06.1 w06.2 w06.3 w06.4 w06.5",
    ),
    // A week with the parents: Weeks 7 to 12, 6 × 27.
    laptop("12-27T20:30", "shift 1w --from w7", "162 slots"),
    // Week 6: 27 slots, done 26, skipped 1 of 105; measured 240 + 70 for 255 + 75, assumed 2310 -
    // 330. Besides: Thursday's 105 on Monday. The plan: done 89 + 1 + 26 of 91 + 27; 8100 + 105 +
    // 2310 = 10515 of 10725: 0.980; measured 1500 + 310, assumed 6780 + 105 + 1980. Topics: E 1;
    // F 27 - 1 skipped - 1; G 1.
    Step::Report(
        "12-27T21:00",
        Report {
            days: "4/4 3/4 4/4 3/3 4/4 4/4 4/4",
            weeks: "6:26/27",
            range: Tally([27, 26, 1, 0, 27], [2415, 2310, 2415, 310, 1980]),
            baseline: Tally([27, 26, 1, 0, 27], [2415, 2310, 2415, 310, 1980]),
            besides: Tally([1, 1, 0, 0, 1], [105, 105, 105, 0, 105]),
            plan: Tally([280, 116, 2, 0, 118], [25215, 10515, 10725, 1810, 8865]),
            pace: (98, 2),
            next: Some((7, 27, 2415)),
            phases: "21 42 53 0 0",
            topics: "A13 B2 C5 D4 E40 F28 G8 H0 I8 J2",
            deliverables: "w06.1+ w06.2+ w06.3+ w06.4+ w06.5+",
            ..WEEK
        },
    ),
    Step::Today(
        "12-28T08:30",
        "today",
        Today {
            day: Some(34),
            away: "d34-0900>01-04 d34-1045>01-04 d34-1400>01-04 d34-1545>01-04",
            next: Some("2027-01-04"),
            plan: Tally([280, 116, 2, 0, 118], [25215, 10515, 10725, 1810, 8865]),
            ..STUDY
        },
    ),
    // The trip falls through: everything stands where the plan has it.
    laptop("12-28T09:00", "shift -1w --from w7", "162 slots"),
    Step::Today(
        "12-28T09:01",
        "today",
        Today {
            day: Some(34),
            slots: "d34-0900 d34-1045 d34-1400 d34-1545",
            next: Some("2026-12-29"),
            week: Tally([27, 0, 0, 0, 0], [2415, 0, 0, 0, 0]),
            plan: Tally([280, 116, 2, 0, 118], [25215, 10515, 10725, 1810, 8865]),
            ..STUDY
        },
    ),
    laptop(
        "12-28T18:00",
        "done all",
        "d34-0900 d34-1045 d34-1400 d34-1545",
    ),
    laptop(
        "12-29T18:00",
        "done all --took 5h30m",
        "d35-0900 d35-1045 d35-1400 d35-1545",
    ),
    laptop("12-30T12:05", "done 1-2", "d36-0900 d36-1045"),
    tablet("12-30T17:45", "done 3 4", "d36-1400 d36-1545"),
    laptop("12-31T15:40", "done 1-3", "d37-0900 d37-1045 d37-1400"),
    laptop(
        "01-01T19:00",
        "done d38.1 d38.2 --note 新年",
        "d38-0900 d38-1045",
    ),
    laptop("01-01T19:01", "done all", "d38-1400 d38-1545"),
    laptop("01-02T09:50", "done d37.4 --took 2h", "d37-1545"),
    laptop(
        "01-02T18:00",
        "done all",
        "d39-0900 d39-1045 d39-1400 d39-1545",
    ),
    laptop("01-03T15:40", "done all", "d40-0900 d40-1045 d40-1400"),
    laptop(
        "01-03T20:00",
        "done w07.1 w07.2 w07.3 w07.4",
        "w07.1 w07.2 w07.3 w07.4",
    ),
    // Week 7: all 27; measured 330 + 120 for 360 + 105, assumed 2415 - 465. The plan: done 143 of
    // 145; 12930 of 13140: 0.984; measured 1810 + 450, assumed 8865 + 1950. Topic G: 27.
    Step::Report(
        "01-03T21:00",
        Report {
            days: "4/4 4/4 4/4 4/4 4/4 4/4 3/3",
            weeks: "7:27/27",
            range: Tally([27, 27, 0, 0, 27], [2415, 2415, 2415, 450, 1950]),
            baseline: Tally([27, 27, 0, 0, 27], [2415, 2415, 2415, 450, 1950]),
            plan: Tally([280, 143, 2, 0, 145], [25215, 12930, 13140, 2260, 10815]),
            pace: (98, 2),
            next: Some((8, 27, 2415)),
            phases: "21 42 80 0 0",
            topics: "A13 B2 C5 D4 E40 F28 G35 H0 I8 J2",
            deliverables: "w07.1+ w07.2+ w07.3+ w07.4+ w07.5",
            ..WEEK
        },
    ),
];
