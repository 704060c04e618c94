//! The buffer, which holds the last days and what is to be caught up on, and the day after it: 8
//! to 15 February.

use super::super::days::Tally;
use super::figures::{NONE, Report, STUDY, Today, WEEK};
use super::steps::{Step, laptop, tablet};

pub const STEPS: &[Step] = &[
    laptop(
        "02-08T18:00",
        "done all",
        "d72-0900 d72-1045 d72-1400 d72-1545",
    ),
    laptop(
        "02-09T18:00",
        "done all",
        "d73-0900 d73-1045 d73-1400 d73-1545",
    ),
    laptop("02-09T19:40", "done d69.3", "d69-1400"),
    laptop(
        "02-10T18:00",
        "done all",
        "d74-0900 d74-1045 d74-1400 d74-1545",
    ),
    laptop("02-10T20:00", "done d69.4", "d69-1545"),
    tablet("02-11T15:40", "done all", "d75-0900 d75-1045 d75-1400"),
    laptop("02-11T18:00", "done d71.4", "d71-1545"),
    // A day that the plan sets aside. The week: Days 72 to 75, 15 slots, 1335 minutes, all done.
    // The plan: all 280 are over; done 251 + 15 + 3, 22575 + 1335 + 90 + 105 + 105; Day 66 and three
    // of Day 67 are overdue.
    Step::Today(
        "02-12T08:00",
        "today",
        Today {
            kind: "buffer",
            overdue: "d66-0900 d66-1045 d66-1400 d66-1545 d67-0900 d67-1045 d67-1400",
            week: Tally([15, 15, 0, 0, 15], [1335, 1335, 1335, 0, 1335]),
            plan: Tally([280, 269, 4, 7, 280], [25215, 24210, 25215, 3830, 20565]),
            ..STUDY
        },
    ),
    laptop("02-12T08:05", "off sat --why 婚礼", ""),
    // Day 66 fills this Friday; Saturday is free of work now, so Day 67 follows on Sunday.
    laptop(
        "02-12T08:10",
        "recover --catch-up --apply",
        "d66-0900 d66-1045 d66-1400 d66-1545 d67-0900 d67-1045 d67-1400",
    ),
    // 360 + 255 minutes more in the week; over are all but these 7, 615 minutes.
    Step::Today(
        "02-12T08:15",
        "today",
        Today {
            slots: "d66-0900<01-29 d66-1045<01-29 d66-1400<01-29 d66-1545<01-29",
            next: Some("2027-02-14"),
            week: Tally([22, 15, 0, 0, 15], [1950, 1335, 1335, 0, 1335]),
            plan: Tally([280, 269, 4, 0, 273], [25215, 24210, 24600, 3830, 20565]),
            ..STUDY
        },
    ),
    laptop(
        "02-12T18:00",
        "done all",
        "d66-0900 d66-1045 d66-1400 d66-1545",
    ),
    laptop(
        "02-12T20:00",
        "done w10.5 w11.4 w11.5 w12.1 w12.2 w12.3 w12.4",
        "w10.5 w11.4 w11.5 w12.1 w12.2 w12.3 w12.4",
    ),
    // Done and due 360 more.
    Step::Today(
        "02-13T09:00",
        "today",
        Today {
            kind: "rest",
            rest: Some("婚礼"),
            next: Some("2027-02-14"),
            week: Tally([22, 19, 0, 0, 19], [1950, 1695, 1695, 0, 1695]),
            plan: Tally([280, 273, 4, 0, 277], [25215, 24570, 24960, 3830, 20925]),
            ..STUDY
        },
    ),
    laptop("02-14T12:05", "done 1-2", "d67-0900 d67-1045"),
    // Day 84. 15 + 4 + 3 slots: done 21, all but 90. The plan has none here. Besides: 90 + 105 + 105
    // of Friday and Sunday before. The plan: done 251 + 3 + 21, skipped 4, of 280; 22575 + 300 + 1860
    // = 24735 of 25215: 0.981; assumed 18930 + 300 + 1860. Topics: I 4 + 2; J 15 + 3. Week 11 ends
    // today, Week 12 on Thursday.
    Step::Report(
        "02-14T21:00",
        Report {
            days: "4/4 4/4 4/4 3/3 4/4 2/3",
            weeks: "11:6/7 12:15/15",
            range: Tally([22, 21, 0, 0, 22], [1950, 1860, 1950, 0, 1860]),
            besides: Tally([3, 3, 0, 0, 3], [300, 300, 300, 0, 300]),
            plan: Tally([280, 275, 4, 0, 280], [25215, 24735, 25215, 3830, 21090]),
            pace: (98, 5),
            phases: "21 42 107 105 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H54 I33 J30",
            deliverables: "w11.1+ w11.2+ w11.3+ w11.4+ w11.5+ w12.1+ w12.2+ w12.3+ w12.4+ w12.5!",
            buffer: Some("2027-02-08..2027-02-14"),
            ..WEEK
        },
    ),
    // Weeks 9 and 10, 54 slots with one skipped; topic I, 35 with one skipped and one open; J.
    Step::Milestone(
        "02-14T21:00",
        3,
        "2027-02-23 +53,1/54,0/0 ?33,1/35,1/1 +30,0/30,1/1 ?0,0/0,1/2",
    ),
    // The day after: one is left.
    Step::Today(
        "02-15T09:00",
        "today",
        Today {
            kind: "after",
            overdue: "d67-1400",
            week: NONE,
            plan: Tally([280, 275, 4, 1, 280], [25215, 24735, 25215, 3830, 21090]),
            ..STUDY
        },
    ),
    // The plan's last date has passed.
    Step::Ways(
        "02-15T09:00",
        "d67-1400",
        [
            "catch-up: 0 slots, 0 min; end  (null); heaviest  null; over 0; \
             unplaced 1 no-room ",
            "rebalance: 1 slots, 90 min; end 2027-02-15 (1); heaviest 2027-02-15 90; over 0; \
             unplaced 0 ",
            "extend: 1 slots, 90 min; end 2027-02-21 (7); heaviest 2027-02-21 90; over 0; \
             unplaced 0 ",
        ],
    ),
    laptop("02-15T15:30", "done d67-1400", "d67-1400"),
    laptop("02-15T15:31", "done w12.5", "w12.5"),
    Step::Today(
        "02-15T16:00",
        "today",
        Today {
            kind: "after",
            plan: Tally([280, 276, 4, 0, 280], [25215, 24825, 25215, 3830, 21180]),
            ..STUDY
        },
    ),
    Step::Milestone(
        "02-15T16:00",
        3,
        "2027-02-23 +53,1/54,0/0 +34,1/35,1/1 +30,0/30,1/1 +0,0/0,2/2",
    ),
];
