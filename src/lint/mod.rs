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
use crate::source::{Diagnostic, Locations, Part, Rule};
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

/// Reviews `plan`, whose parts stand at `locations`. Findings come in the order of their places.
#[must_use]
pub fn review(plan: &Plan, locations: &Locations) -> Vec<Warning> {
    let mut linter = Linter {
        plan,
        locations,
        // Any start will do where Day 1 has its weekday; else a Monday, as `init` proposes.
        calendar: Calendar::lay(plan, valid_start(plan, a_monday())),
        accepted: Accepted::of(plan),
        warnings: Vec::new(),
    };
    linter.budgets();
    linter.long_slots();
    linter.spans_and_gaps();
    linter.prerequisites();
    linter.unscheduled();
    linter.links();
    linter.unused();
    linter.milestones();
    // Last: only now is it known what is there to accept.
    linter.unused_allows();
    linter
        .warnings
        .sort_by_key(|warning| (warning.diagnostic.at, warning.diagnostic.rule));
    linter.warnings
}

fn a_monday() -> NaiveDate {
    on_or_after(NaiveDate::default(), Weekday::Mon)
}

/// What a review works with.
struct Linter<'a> {
    plan: &'a Plan,
    locations: &'a Locations,
    calendar: Calendar,
    accepted: Accepted<'a>,
    warnings: Vec<Warning>,
}

impl Linter<'_> {
    fn warn(&mut self, rule: Rule, part: &Part, at: String, message: String, help: &str) {
        let allowed = self.accepted(rule, part, &at);
        let help = format!(
            "{help}; to accept it: `allow: [{{rule: {}, at: {at}, why: ...}}]`",
            rule.name()
        );
        self.note(rule, part, at, message, help, allowed);
    }

    fn note(
        &mut self,
        rule: Rule,
        part: &Part,
        at: String,
        message: String,
        help: String,
        allowed: Option<String>,
    ) {
        self.warnings.push(Warning {
            diagnostic: Diagnostic {
                rule,
                at: self.locations.of(part),
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
