//! The buffer, which holds the last days and what is to be caught up on, and the day after it: 8
//! to 15 February.

use super::super::days::{NONE, Tally, tally};
use super::figures::{Report, STUDY, Today, WEEK};
use super::steps::{Device, Step, laptop, tablet};

pub const STEPS: &[Step] = &[
    laptop! { at: "02-08T18:00", typed: "done all", slots: "d71-0900 d71-1045 d71-1400 d71-1545" },
    laptop! { at: "02-09T18:00", typed: "done all", slots: "d72-0900 d72-1045 d72-1400 d72-1545" },
    laptop! { at: "02-09T19:40", typed: "done d68.3", slots: "d68-1400" },
    laptop! { at: "02-10T18:00", typed: "done all", slots: "d73-0900 d73-1045 d73-1400 d73-1545" },
    laptop! { at: "02-10T20:00", typed: "done d69.1", slots: "d69-0900" },
    tablet! { at: "02-11T15:40", typed: "done all", slots: "d74-0900 d74-1045 d74-1400 d74-1545" },
    laptop! {
        at: "02-11T18:00", typed: "done d66.3 d66.4 d70.4", slots: "d66-1400 d66-1545 d70-1545",
    },
    // The week: Days 71 to 75, 19 slots, 1695 minutes, of which the last three are on this Friday.
    // The plan: done 247 + 16 + 5, 22200 + 1440 + 90 + 90 + 90 + 105 + 105; three of Day 65 and two
    // of Day 66 are overdue, 270 + 165.
    Step::Today {
        at: "02-12T08:00",
        typed: "today",
        shows: Today {
            slots: "d75-0900<02-07 d75-1045<02-07 d75-1400<02-07",
            overdue: "d65-1045 d65-1400 d65-1545 d66-0900 d66-1045",
            week: tally! {
                slots: 19, done: 16, due: 16,
                planned: 1695, planned_done: 1440, planned_due: 1440, assumed: 1440,
            },
            plan: tally! {
                slots: 280, done: 268, skipped: 4, overdue: 5, due: 277,
                planned: 25215, planned_done: 24120, planned_due: 24960, measured: 3830, assumed: 20565,
            },
            ..STUDY
        },
    },
    laptop! { at: "02-12T08:05", typed: "off sat --why 婚礼", slots: "" },
    // Friday has 105 minutes left, and nothing free before half past three; Saturday is free of work
    // now, so the rest, 360 minutes, fills Sunday.
    laptop! {
        at: "02-12T08:10", typed: "recover --catch-up --apply",
        slots: "d65-1045 d65-1400 d65-1545 d66-0900 d66-1045",
    },
    // 435 minutes more in the week; over are all but these 5 and the 3 of today.
    Step::Today {
        at: "02-12T08:15",
        typed: "today",
        shows: Today {
            slots: "d75-0900<02-07 d75-1045<02-07 d75-1400<02-07 d65-1045@15:30<01-28",
            next: Some("2027-02-14"),
            week: tally! {
                slots: 24, done: 16, due: 16,
                planned: 2130, planned_done: 1440, planned_due: 1440, assumed: 1440,
            },
            plan: tally! {
                slots: 280, done: 268, skipped: 4, due: 272,
                planned: 25215, planned_done: 24120, planned_due: 24525, measured: 3830, assumed: 20565,
            },
            ..STUDY
        },
    },
    laptop! { at: "02-12T18:00", typed: "done all", slots: "d75-0900 d75-1045 d75-1400 d65-1045" },
    laptop! {
        at: "02-12T20:00", typed: "done w10.5 w11.4 w11.5 w12.1 w12.2 w12.3 w12.4",
        slots: "w10.5 w11.4 w11.5 w12.1 w12.2 w12.3 w12.4",
    },
    // Done and due 255 + 75 more.
    Step::Today {
        at: "02-13T09:00",
        typed: "today",
        shows: Today {
            kind: "rest",
            rest: Some("婚礼"),
            next: Some("2027-02-14"),
            week: tally! {
                slots: 24, done: 20, due: 20,
                planned: 2130, planned_done: 1770, planned_due: 1770, assumed: 1770,
            },
            plan: tally! {
                slots: 280, done: 272, skipped: 4, due: 276,
                planned: 25215, planned_done: 24450, planned_due: 24855, measured: 3830, assumed: 20895,
            },
            ..STUDY
        },
    },
    laptop! { at: "02-14T12:05", typed: "done 1-2", slots: "d66-0900 d66-1045" },
    laptop! { at: "02-14T17:40", typed: "done 4", slots: "d65-1545" },
    // Day 84. 19 + 1 + 4 slots: done 23, all but 90. The plan has none here. Besides: 90 + 90 + 90 +
    // 105 + 105 of the week before. The plan: done 247 + 5 + 23, skipped 4, of 280; 22200 + 480 +
    // 2040 = 24720 of 25215: 0.980; assumed 18645 + 480 + 2040. Topics: I 2 + 1 + 3; J 3 + 19. Week
    // 11 ends today, Week 12 on Friday.
    Step::Report {
        at: "02-14T21:00",
        shows: Report {
            days: "4/4 4/4 4/4 4/4 4/4 3/4",
            weeks: "11:4/5 12:19/19",
            range: tally! {
                slots: 24, done: 23, due: 24,
                planned: 2130, planned_done: 2040, planned_due: 2130, assumed: 2040,
            },
            besides: tally! {
                slots: 5, done: 5, due: 5,
                planned: 480, planned_done: 480, planned_due: 480, assumed: 480,
            },
            plan: tally! {
                slots: 280, done: 275, skipped: 4, due: 280,
                planned: 25215, planned_done: 24720, planned_due: 25215, measured: 3830, assumed: 21165,
            },
            pace: 100,
            skipped_minutes: 405,
            slots_behind: 1,
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
        shows: "2027-02-23 +53,1/54,10/10 ?33,1/35,1/1 +30,0/30,1/1 ?0,0/0,1/2",
    },
    // The day after: one is left.
    Step::Today {
        at: "02-15T09:00",
        typed: "today",
        shows: Today {
            kind: "after",
            overdue: "d65-1400",
            week: NONE,
            plan: tally! {
                slots: 280, done: 275, skipped: 4, overdue: 1, due: 280,
                planned: 25215, planned_done: 24720, planned_due: 25215, measured: 3830, assumed: 21165,
            },
            ..STUDY
        },
    },
    // The plan's last date has passed.
    Step::Ways {
        at: "02-15T09:00",
        stranded: "d65-1400",
        ways: [
            "catch-up: 0 slots, 0 min; end  (null); heaviest  null; over 0; \
             unplaced 1 no-room ",
            "rebalance: 1 slots, 90 min; end 2027-02-15 (1); heaviest 2027-02-15 90; over 0; \
             unplaced 0 ",
            "extend: 1 slots, 90 min; end 2027-02-21 (7); heaviest 2027-02-21 90; over 0; \
             unplaced 0 ",
            "let-go: 0 slots, 0 min; end 2027-02-14 (0); heaviest  null; over 0; unplaced 0 ",
        ],
    },
    laptop! { at: "02-15T15:30", typed: "done d65-1400", slots: "d65-1400" },
    laptop! { at: "02-15T15:31", typed: "done w12.5", slots: "w12.5" },
    Step::Today {
        at: "02-15T16:00",
        typed: "today",
        shows: Today {
            kind: "after",
            plan: tally! {
                slots: 280, done: 276, skipped: 4, due: 280,
                planned: 25215, planned_done: 24810, planned_due: 25215, measured: 3830, assumed: 21255,
            },
            ..STUDY
        },
    },
    Step::Milestone {
        at: "02-15T16:00",
        number: 3,
        shows: "2027-02-23 +53,1/54,10/10 +34,1/35,1/1 +30,0/30,1/1 +0,0/0,2/2",
    },
];
