//! A set of dates.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::Dates;

/// Dates, kept as runs that neither overlap nor touch: the last of each by its first.
#[derive(Debug, Default)]
pub(super) struct DateSet(BTreeMap<NaiveDate, NaiveDate>);

impl DateSet {
    /// Puts dates in.
    pub(super) fn add(&mut self, dates: Dates) {
        let Dates {
            mut first,
            mut last,
        } = dates;
        let after = last.succ_opt().unwrap_or(last);
        while let Some((from, to)) = self.0.range(..=after).next_back()
            && to.succ_opt().unwrap_or(*to) >= first
        {
            let (from, to) = (*from, *to);
            self.0.remove(&from);
            (first, last) = (first.min(from), last.max(to));
        }
        self.0.insert(first, last);
    }

    /// Puts several dates in.
    pub(super) fn add_all(&mut self, all: &[Dates]) {
        for dates in all {
            self.add(*dates);
        }
    }

    /// Those of some dates that are not in it, in order.
    pub(super) fn gaps(&self, within: Dates) -> Vec<Dates> {
        let mut gaps = Vec::new();
        let mut first = Some(within.first);
        let before = self.0.range(..=within.first).next_back();
        let inside = self.0.range(within.first..=within.last);
        for (from, to) in before.into_iter().chain(inside) {
            let Some(at) = first.filter(|at| *at <= *to) else {
                continue;
            };
            if let Some(last) = from.pred_opt().filter(|last| at <= *last) {
                gaps.push(Dates { first: at, last });
            }
            first = to.succ_opt();
        }
        if let Some(first) = first.filter(|first| *first <= within.last) {
            gaps.push(Dates {
                first,
                last: within.last,
            });
        }
        gaps
    }
}
