//! A second look at a plan that can be followed: what a careful teacher would ask about.
//!
//! The rules and their thresholds are those of `plan check`; each finding is a warning with its
//! place, and can be allowed in the file by rule and place, with a reason.

mod days;
mod links;
mod topics;

use crate::calendar::{Calendar, valid_start};
use crate::model::Plan;
use crate::source::{Diagnostic, Fault, Part, Places};

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What, where, and how to mend it.
    pub diagnostic: Diagnostic,
    /// The place by name, as `allow` gives it: `d06`, `d06-1400`, `I`, `clip`, `p1`, `m2`.
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
        // Any start will do: the layout is the same from every date that Day 1 can fall on.
        calendar: Calendar::lay(plan, valid_start(plan, chrono::NaiveDate::default())),
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
    desk.warnings
        .sort_by_key(|warning| (warning.diagnostic.at, warning.diagnostic.fault));
    desk.warnings
}

/// What a review works with.
struct Desk<'a> {
    plan: &'a Plan,
    places: &'a Places,
    calendar: Calendar,
    warnings: Vec<Warning>,
}

impl Desk<'_> {
    fn warn(&mut self, rule: Fault, part: &Part, at: String, message: String, help: &str) {
        let allows = self.plan.allow.iter();
        let mut allows = allows.filter(|allow| allow.rule == rule.name());
        let here = |place: &Option<String>| place.as_ref().is_none_or(|place| is_same(place, &at));
        let allowed = allows
            .find(|allow| here(&allow.at))
            .map(|allow| allow.why.clone());
        self.warnings.push(Warning {
            diagnostic: Diagnostic {
                fault: rule,
                at: self.places.of(part),
                message,
                help: format!(
                    "{help}; to accept it: `allow: [{{rule: {}, at: {at}, why: ...}}]`",
                    rule.name()
                ),
            },
            at,
            allowed,
        });
    }
}

/// Whether two names mean the same place: `d6` is `d06`.
fn is_same(a: &str, b: &str) -> bool {
    let day = |text: &str| {
        text.strip_prefix('d')
            .and_then(|number| number.parse::<u32>().ok())
    };
    a == b || day(a).is_some() && day(a) == day(b)
}

#[cfg(test)]
mod tests;
