//! A second look at a plan that can be followed: what a careful teacher would ask about.
//!
//! The rules and their thresholds are those of `plan check`; each finding is a warning with its
//! place, and can be allowed in the file by rule and place, with a reason.

mod allow;
mod days;
mod links;
mod milestones;
mod topics;

use chrono::{NaiveDate, Weekday};

use crate::calendar::{Calendar, on_or_after, valid_start};
use crate::model::Plan;
use crate::source::{Diagnostic, Fault, Part, Places};
use allow::Accepted;

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What, where, and how to mend it.
    pub diagnostic: Diagnostic,
    /// The place by name, as `allow` gives it: `d06`, `d06-1400`, `I`, `clip`, `p1`, `m2`, `a1`.
    pub at: String,
    /// Why it is accepted, if the file says so.
    pub allowed: Option<String>,
}

/// Reviews `plan`, whose parts stand at `places`. Findings come in the order of their places.
#[must_use]
pub fn review(plan: &Plan, places: &Places) -> Vec<Warning> {
    let mut desk = Desk {
        plan,
        places,
        // Any start will do where Day 1 has its weekday; else a Monday, as `init` proposes.
        calendar: Calendar::lay(plan, valid_start(plan, a_monday())),
        accepted: Accepted::of(plan),
        warnings: Vec::new(),
    };
    desk.budgets();
    desk.long_slots();
    desk.spans_and_gaps();
    desk.prerequisites();
    desk.unscheduled();
    desk.links();
    desk.unused();
    desk.milestones();
    // Last: only now is it known what is there to accept.
    desk.unused_allows();
    desk.warnings
        .sort_by_key(|warning| (warning.diagnostic.at, warning.diagnostic.fault));
    desk.warnings
}

fn a_monday() -> NaiveDate {
    on_or_after(NaiveDate::default(), Weekday::Mon)
}

/// What a review works with.
struct Desk<'a> {
    plan: &'a Plan,
    places: &'a Places,
    calendar: Calendar,
    accepted: Accepted<'a>,
    warnings: Vec<Warning>,
}

impl Desk<'_> {
    fn warn(&mut self, rule: Fault, part: &Part, at: String, message: String, help: &str) {
        let allowed = self.accepted(rule, part, &at);
        let help = format!(
            "{help}; to accept it: `allow: [{{rule: {}, at: {at}, why: ...}}]`",
            rule.name()
        );
        self.note(rule, part, at, message, help, allowed);
    }

    fn note(
        &mut self,
        fault: Fault,
        part: &Part,
        at: String,
        message: String,
        help: String,
        allowed: Option<String>,
    ) {
        self.warnings.push(Warning {
            diagnostic: Diagnostic {
                fault,
                at: self.places.of(part),
                message: message.into(),
                help: help.into(),
            },
            at,
            allowed,
        });
    }
}

#[cfg(test)]
mod tests;
