//! A week of illness, and the Saturday on which everything is rescheduled: 4 to 10 January.

use super::super::days::{NONE, NextWeek, Tally, tally};
use super::figures::{ByPlan, Report, STUDY, Today, WEEK};
use super::layout;
use super::steps::{Device, Step, laptop, tablet};

pub const STEPS: &[Step] = &[
    tablet! { at: "01-07T20:00", typed: "note d41-0900 发烧", slots: "d41-0900" },
    laptop! { at: "01-09T08:00", typed: "off 2027-01-04..2027-01-08 --why 流感", slots: "" },
    // Days 41 to 45, 20 slots and 1800 minutes, are to be placed; rest moves nothing.
    Step::Today {
        at: "01-09T08:02",
        typed: "today",
        shows: Today {
            day: Some(46),
            slots: "d46-0900 d46-1045 d46-1400 d46-1545",
            displaced: "d41-0900 d41-1045 d41-1400 d41-1545 d42-0900 d42-1045 d42-1400 d42-1545 \
                      d43-0900 d43-1045 d43-1400 d43-1545 d44-0900 d44-1045 d44-1400 d44-1545 \
                      d45-0900 d45-1045 d45-1400 d45-1545",
            next: Some("2027-01-10"),
            week: tally! {
                slots: 27, due: 20,
                planned: 2415, planned_due: 1800,
            },
            plan: tally! {
                slots: 280, done: 143, skipped: 2, due: 165,
                planned: 25215, planned_done: 12930, planned_due: 14940, measured: 2260, assumed: 10815,
            },
            ..STUDY
        },
    },
    // Topic G has to come before H, which begins on Sunday with the second slot of Day 47; Day 46
    // takes all of today, and Sunday has no room before that. All of Weeks 8 to 12, 5 × 27 slots and
    // 5 × 2415 minutes, moves in the next two ways: a week later ends with the buffer; rebalanced
    // the five missed days take five dates of the buffer.
    Step::Ways {
        at: "01-09T08:05",
        stranded: "d41-0900 d41-1045 d41-1400 d41-1545 d42-0900 d42-1045 d42-1400 d42-1545 \
         d43-0900 d43-1045 d43-1400 d43-1545 d44-0900 d44-1045 d44-1400 d44-1545 \
         d45-0900 d45-1045 d45-1400 d45-1545",
        ways: [
            "catch-up: 0 slots, 0 min; end  (null); heaviest 2027-01-09 360; over 0; \
             unplaced 20 before d47-1045",
            "rebalance: 135 slots, 12075 min; end 2027-02-12 (-2); heaviest 2027-01-09 360; \
             over 0; unplaced 0 ",
            "extend: 135 slots, 12075 min; end 2027-02-14 (0); heaviest 2027-01-11 360; over 0; \
             unplaced 0 ",
            "let-go: 0 slots, 0 min; end 2027-02-07 (-7); heaviest 2027-01-09 360; over 0; \
             unplaced 0 ",
        ],
    },
    laptop! { at: "01-09T08:10", typed: "recover --extend --apply", slots: "135 slots" },
    // Nothing is left in this week, and only what was due before it is due.
    Step::Today {
        at: "01-09T08:12",
        typed: "today",
        shows: Today {
            day: Some(46),
            away: "d46-0900>01-16 d46-1045>01-16 d46-1400>01-16 d46-1545>01-16",
            next: Some("2027-01-11"),
            plan: tally! {
                slots: 280, done: 143, skipped: 2, due: 145,
                planned: 25215, planned_done: 12930, planned_due: 13140, measured: 2260, assumed: 10815,
            },
            ..STUDY
        },
    },
    // That would be the whole buffer. Two days of it are worth more than the weekdays.
    laptop! { at: "01-09T08:15", typed: "undo", slots: "135 slots" },
    laptop! { at: "01-09T08:20", typed: "recover --rebalance --apply", slots: "135 slots" },
    Step::Layout {
        at: "01-09T08:21",
        dates: &layout::DATES,
    },
    Step::Today {
        at: "01-09T08:22",
        typed: "today",
        shows: Today {
            day: Some(46),
            slots: "d41-0900<01-04 d41-1045<01-04 d41-1400<01-04 d41-1545<01-04",
            away: "d46-0900>01-14 d46-1045>01-14 d46-1400>01-14 d46-1545>01-14",
            next: Some("2027-01-10"),
            week: tally! {
                slots: 8,
                planned: 720,
            },
            plan: tally! {
                slots: 280, done: 143, skipped: 2, due: 145,
                planned: 25215, planned_done: 12930, planned_due: 13140, measured: 2260, assumed: 10815,
            },
            ..STUDY
        },
    },
    // A day of the illness, looked back at.
    Step::Today {
        at: "01-09T08:25",
        typed: "today --date 2027-01-06",
        shows: Today {
            kind: "rest",
            day: Some(43),
            away: "d43-0900>01-11 d43-1045>01-11 d43-1400>01-11 d43-1545>01-11",
            next: Some("2027-01-09"),
            rest: Some("流感"),
            week: tally! {
                slots: 8,
                planned: 720,
            },
            plan: tally! {
                slots: 280, done: 143, skipped: 2, due: 145,
                planned: 25215, planned_done: 12930, planned_due: 13140, measured: 2260, assumed: 10815,
            },
            ..STUDY
        },
    },
    laptop! { at: "01-09T12:30", typed: "done 1-2", slots: "d41-0900 d41-1045" },
    laptop! { at: "01-09T15:40", typed: "done 3", slots: "d41-1400" },
    laptop! { at: "01-10T17:40", typed: "done all", slots: "d42-0900 d42-1045 d42-1400 d42-1545" },
    laptop! { at: "01-10T19:00", typed: "done d41.4 --took 90", slots: "d41-1545" },
    // Week 8 as it is now: Days 41 and 42, 8 slots, 720 minutes, all done; 90 measured for 105. As
    // the plan has it: 27 slots, of which these 8 are done and due. The plan: done 143 + 8 of 145 +
    // 8; 13650 of 13860: 0.985; by the plan's own dates all of Week 8 is due, 145 + 27
    // slots and 13140 + 2415 minutes: 13650 of 15555: 0.878; measured 2260 + 90, assumed 10815 + 615. Topic G: 8. What comes
    // next is what is on the coming Monday to Sunday, as the report of 17 January counts it. Week 8
    // ends on Friday, and so what is to be handed in is due then.
    Step::Report {
        at: "01-10T21:00",
        shows: Report {
            days: "4/4 4/4",
            weeks: "8:8/8",
            range: tally! {
                slots: 8, done: 8, due: 8,
                planned: 720, planned_done: 720, planned_due: 720, measured: 90, assumed: 615,
            },
            baseline: tally! {
                slots: 27, done: 8, due: 8,
                planned: 2415, planned_done: 720, planned_due: 720, measured: 90, assumed: 615,
            },
            plan: tally! {
                slots: 280, done: 151, skipped: 2, due: 153,
                planned: 25215, planned_done: 13650, planned_due: 13860, measured: 2350, assumed: 11430,
            },
            pace: 89,
            skipped_minutes: 210,
            slots_behind: 19,
            by_plan: Some(ByPlan {
                due_minutes: 15555,
                pace_now: 100,
            }),
            next: Some(NextWeek {
                week: 8,
                slots: 27,
                minutes: 2415,
            }),
            phases: "21 42 88 0 0",
            topics: "A13 B2 C5 D4 E40 F28 G43 H0 I8 J2",
            ..WEEK
        },
    },
];
