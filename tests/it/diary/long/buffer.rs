//! The buffer, which holds the last days and what is to be caught up on, and the day after it: 8
//! to 15 February.

use super::super::days::{NONE, Tally, tally};
use super::figures::{Report, STUDY, Today, WEEK};
use super::steps::{Device, Step, laptop, tablet};

pub const STEPS: &[Step] = &[
    laptop! { at: "02-08T18:00", typed: "done all", slots: "d72-0900 d72-1045 d72-1400 d72-1545" },
    laptop! { at: "02-09T18:00", typed: "done all", slots: "d73-0900 d73-1045 d73-1400 d73-1545" },
    laptop! { at: "02-09T19:40", typed: "done d69.3", slots: "d69-1400" },
    laptop! { at: "02-10T18:00", typed: "done all", slots: "d74-0900 d74-1045 d74-1400 d74-1545" },
    laptop! { at: "02-10T20:00", typed: "done d69.4", slots: "d69-1545" },
    tablet! { at: "02-11T15:40", typed: "done all", slots: "d75-0900 d75-1045 d75-1400" },
    laptop! { at: "02-11T18:00", typed: "done d71.4", slots: "d71-1545" },
    // A day that the plan sets aside. The week: Days 72 to 75, 15 slots, 1335 minutes, all done.
    // The plan: all 280 are over; done 251 + 15 + 3, 22575 + 1335 + 90 + 105 + 105; Day 66 and three
    // of Day 67 are overdue.
    Step::Today {
        at: "02-12T08:00",
        typed: "today",
        shows: Today {
            kind: "buffer",
            overdue: "d66-0900 d66-1045 d66-1400 d66-1545 d67-0900 d67-1045 d67-1400",
            week: tally! {
                slots: 15, done: 15, due: 15,
                planned: 1335, planned_done: 1335, planned_due: 1335, assumed: 1335,
            },
            plan: tally! {
                slots: 280, done: 269, skipped: 4, overdue: 7, due: 280,
                planned: 25215, planned_done: 24210, planned_due: 25215, measured: 3830, assumed: 20565,
            },
            ..STUDY
        },
    },
    laptop! { at: "02-12T08:05", typed: "off sat --why 婚礼", slots: "" },
    // Day 66 fills this Friday; Saturday is free of work now, so Day 67 follows on Sunday.
    laptop! {
        at: "02-12T08:10", typed: "recover --catch-up --apply",
        slots: "d66-0900 d66-1045 d66-1400 d66-1545 d67-0900 d67-1045 d67-1400",
    },
    // 360 + 255 minutes more in the week; over are all but these 7, 615 minutes.
    Step::Today {
        at: "02-12T08:15",
        typed: "today",
        shows: Today {
            slots: "d66-0900<01-29 d66-1045<01-29 d66-1400<01-29 d66-1545<01-29",
            next: Some("2027-02-14"),
            week: tally! {
                slots: 22, done: 15, due: 15,
                planned: 1950, planned_done: 1335, planned_due: 1335, assumed: 1335,
            },
            plan: tally! {
                slots: 280, done: 269, skipped: 4, due: 273,
                planned: 25215, planned_done: 24210, planned_due: 24600, measured: 3830, assumed: 20565,
            },
            ..STUDY
        },
    },
    laptop! { at: "02-12T18:00", typed: "done all", slots: "d66-0900 d66-1045 d66-1400 d66-1545" },
    laptop! {
        at: "02-12T20:00", typed: "done w10.5 w11.4 w11.5 w12.1 w12.2 w12.3 w12.4",
        slots: "w10.5 w11.4 w11.5 w12.1 w12.2 w12.3 w12.4",
    },
    // Done and due 360 more.
    Step::Today {
        at: "02-13T09:00",
        typed: "today",
        shows: Today {
            kind: "rest",
            rest: Some("婚礼"),
            next: Some("2027-02-14"),
            week: tally! {
                slots: 22, done: 19, due: 19,
                planned: 1950, planned_done: 1695, planned_due: 1695, assumed: 1695,
            },
            plan: tally! {
                slots: 280, done: 273, skipped: 4, due: 277,
                planned: 25215, planned_done: 24570, planned_due: 24960, measured: 3830, assumed: 20925,
            },
            ..STUDY
        },
    },
    laptop! { at: "02-14T12:05", typed: "done 1-2", slots: "d67-0900 d67-1045" },
    // Day 84. 15 + 4 + 3 slots: done 21, all but 90. The plan has none here. Besides: 90 + 105 + 105
    // of Friday and Sunday before. The plan: done 251 + 3 + 21, skipped 4, of 280; 22575 + 300 + 1860
    // = 24735 of 25215: 0.981; assumed 18930 + 300 + 1860. Topics: I 4 + 2; J 15 + 3. Week 11 ends
    // today, Week 12 on Thursday.
    Step::Report {
        at: "02-14T21:00",
        shows: Report {
            days: "4/4 4/4 4/4 3/3 4/4 2/3",
            weeks: "11:6/7 12:15/15",
            range: tally! {
                slots: 22, done: 21, due: 22,
                planned: 1950, planned_done: 1860, planned_due: 1950, assumed: 1860,
            },
            besides: tally! {
                slots: 3, done: 3, due: 3,
                planned: 300, planned_done: 300, planned_due: 300, assumed: 300,
            },
            plan: tally! {
                slots: 280, done: 275, skipped: 4, due: 280,
                planned: 25215, planned_done: 24735, planned_due: 25215, measured: 3830, assumed: 21090,
            },
            pace: 98,
            slots_behind: 5,
            phases: "21 42 107 105 0",
            topics: "A13 B2 C5 D4 E40 F28 G60 H54 I33 J30",
            deliverables: "w11.1+ w11.2+ w11.3+ w11.4+ w11.5+ w12.1+ w12.2+ w12.3+ w12.4+ w12.5!",
            buffer: Some("2027-02-08..2027-02-14"),
            ..WEEK
        },
    },
    // Weeks 9 and 10, 54 slots with one skipped; topic I, 35 with one skipped and one open; J.
    Step::Milestone {
        at: "02-14T21:00",
        number: 3,
        shows: "2027-02-23 +53,1/54,0/0 ?33,1/35,1/1 +30,0/30,1/1 ?0,0/0,1/2",
    },
    // The day after: one is left.
    Step::Today {
        at: "02-15T09:00",
        typed: "today",
        shows: Today {
            kind: "after",
            overdue: "d67-1400",
            week: NONE,
            plan: tally! {
                slots: 280, done: 275, skipped: 4, overdue: 1, due: 280,
                planned: 25215, planned_done: 24735, planned_due: 25215, measured: 3830, assumed: 21090,
            },
            ..STUDY
        },
    },
    // The plan's last date has passed.
    Step::Ways {
        at: "02-15T09:00",
        stranded: "d67-1400",
        ways: [
            "catch-up: 0 slots, 0 min; end  (null); heaviest  null; over 0; \
             unplaced 1 no-room ",
            "rebalance: 1 slots, 90 min; end 2027-02-15 (1); heaviest 2027-02-15 90; over 0; \
             unplaced 0 ",
            "extend: 1 slots, 90 min; end 2027-02-21 (7); heaviest 2027-02-21 90; over 0; \
             unplaced 0 ",
        ],
    },
    laptop! { at: "02-15T15:30", typed: "done d67-1400", slots: "d67-1400" },
    laptop! { at: "02-15T15:31", typed: "done w12.5", slots: "w12.5" },
    Step::Today {
        at: "02-15T16:00",
        typed: "today",
        shows: Today {
            kind: "after",
            plan: tally! {
                slots: 280, done: 276, skipped: 4, due: 280,
                planned: 25215, planned_done: 24825, planned_due: 25215, measured: 3830, assumed: 21180,
            },
            ..STUDY
        },
    },
    Step::Milestone {
        at: "02-15T16:00",
        number: 3,
        shows: "2027-02-23 +53,1/54,0/0 +34,1/35,1/1 +30,0/30,1/1 +0,0/0,2/2",
    },
];
