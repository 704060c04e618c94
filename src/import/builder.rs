//! What a plan is put together from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::chosen::{Chosen, has};
use super::hours::{Stated, WeekMinutes};
use super::ledger::Ledger;
use super::mark::Mark;
use super::node::Document;
use super::unit::UnitKind;
use crate::model::Window;
use crate::text::import::Decision;

/// Puts the plan together.
pub(super) struct Builder<'d> {
    pub(crate) document: &'d Document,
    pub(crate) chosen: &'d Chosen,
    /// The days of the plan by their innermost unit.
    days: BTreeMap<Option<usize>, Vec<usize>>,
    pub(crate) hours: WeekMinutes,
    /// Whether any slot has its time by these hours.
    pub(crate) needs_hours: bool,
    /// The times of day that were asked for, Monday first.
    pub(crate) windows: [Vec<Window>; 7],
    pub(crate) ledger: Ledger,
    pub(crate) stated: Stated,
    /// Nodes that are work though they are in no unit.
    pub(crate) used: BTreeSet<usize>,
    pub(crate) last_day: u32,
    pub(crate) last_week: u32,
    /// The date of the last day, if it has one.
    pub(crate) last_date: Option<NaiveDate>,
    pub(crate) spread: (usize, Vec<(u32, u32)>),
    pub(crate) breaks: Vec<u32>,
    pub(crate) alternatives: Vec<u32>,
    pub(crate) rests: Vec<u32>,
    /// Days that fall so many weeks before their dates.
    pub(crate) gaps: Vec<(u32, u32)>,
    /// Lines for several days, each of which is a day of the plan.
    pub(crate) ranges: Vec<u32>,
    /// How many slots only have the name of their day or week.
    pub(crate) unnamed: usize,
    /// What the days of the week that is being read hand in.
    pub(crate) pending: Vec<(String, bool)>,
}

impl<'d> Builder<'d> {
    pub(super) fn new(document: &'d Document, chosen: &'d Chosen, hours: WeekMinutes) -> Self {
        let mut days: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for day in &chosen.days {
            let is_outer = |up: &usize| has(&chosen.weeks, *up) || has(&chosen.phases, *up);
            let outer = document.around(*day).find(is_outer);
            days.entry(outer).or_default().push(*day);
        }
        Self {
            document,
            chosen,
            days,
            hours,
            needs_hours: false,
            windows: Default::default(),
            ledger: Ledger::default(),
            stated: Stated::default(),
            used: BTreeSet::new(),
            last_day: 0,
            last_week: 0,
            last_date: None,
            spread: (0, Vec::new()),
            breaks: Vec::new(),
            alternatives: Vec::new(),
            rests: Vec::new(),
            gaps: Vec::new(),
            ranges: Vec::new(),
            unnamed: 0,
            pending: Vec::new(),
        }
    }

    pub(super) fn mark(&self, at: usize) -> Mark {
        let mark = self.document.nodes[at].unit.clone();
        mark.unwrap_or_else(|| Mark::new(UnitKind::Day))
    }

    /// The days whose innermost unit is `at`; of `None`, those that are in none.
    pub(super) fn days_of(&self, at: Option<usize>) -> Vec<usize> {
        self.in_order(self.days.get(&at).cloned().unwrap_or_default())
    }

    /// Units in the order of their numbers, if each has its own: some may come from an overview.
    pub(super) fn in_order(&self, mut units: Vec<usize>) -> Vec<usize> {
        let number = |at: &usize| self.mark(*at).numbers;
        let numbers: BTreeSet<_> = units.iter().filter_map(number).collect();
        if numbers.len() == units.len() {
            units.sort_by_key(number);
        }
        units
    }

    /// Notes what was decided about days and slots.
    pub(super) fn remarks(&mut self) {
        let lines = |list: &[u32]| list.iter().map(|line| (*line, *line)).collect::<Vec<_>>();
        if !self.breaks.is_empty() {
            let count = self.breaks.len();
            self.ledger
                .decide(lines(&self.breaks), Decision::Breaks { count });
        }
        if !self.alternatives.is_empty() {
            self.ledger
                .decide(lines(&self.alternatives), Decision::Alternatives);
        }
        if !self.rests.is_empty() {
            let count = self.rests.len();
            self.ledger
                .decide(lines(&self.rests), Decision::RestDays { count });
        }
        for (day, weeks) in self.gaps.clone() {
            self.ledger.decide(Vec::new(), Decision::Gap { day, weeks });
        }
        if !self.ranges.is_empty() {
            self.ledger.decide(lines(&self.ranges), Decision::Ranges);
        }
        if self.spread.0 > 0 {
            let (slots, lines) = self.spread.clone();
            self.ledger.decide(lines, Decision::Spread { slots });
        }
    }
}
