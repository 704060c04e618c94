//! Warnings about plans that can be followed: what a careful teacher would ask about.
//!
//! Each warning has a location and can be allowed in the plan file by rule and place, with a
//! reason.

mod allow;
mod days;
mod milestones;
mod topics;

use chrono::{NaiveDate, Weekday};

use crate::calendar::{Calendar, on_or_after, valid_start};
use crate::model::{Minutes, Plan};
use crate::source::{Diagnostic, Locations, Part, Rule};
use crate::text::{Accept, Lint, Message};
use allow::Allowed;

/// A warning about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Warning {
    /// What, where, and how to fix it.
    pub(crate) diagnostic: Diagnostic,
    /// The place as `allow` names it.
    pub(crate) at: String,
    /// Why it is accepted, if the file says so.
    pub(crate) allowed: Option<String>,
}

/// Reviews `plan` for a learner whose study days begin at `day_starts`, in minutes after midnight.
/// The warnings come in the order of their locations.
pub(crate) fn review(plan: &Plan, locations: &Locations, day_starts: Minutes) -> Vec<Warning> {
    let a_monday = on_or_after(NaiveDate::default(), Weekday::Mon);
    let mut linter = Linter {
        plan,
        locations,
        // Any start will do where Day 1 has its weekday; else a Monday, as `init` proposes.
        calendar: Calendar::lay(plan, valid_start(plan, a_monday)),
        allowed: Allowed::new(&plan.allow),
        warnings: Vec::new(),
    };
    linter.budgets();
    linter.rest_days();
    linter.long_slots();
    linter.slots_at_night(day_starts);
    linter.periods_and_gaps();
    linter.prerequisites();
    linter.unscheduled();
    linter.links();
    linter.unused();
    linter.milestones();
    // Last: only now is it known which entries have accepted something.
    linter.unused_allows();
    let order = |warning: &Warning| (warning.diagnostic.at, warning.diagnostic.rule);
    linter.warnings.sort_by_key(order);
    linter.warnings
}

struct Linter<'a> {
    plan: &'a Plan,
    locations: &'a Locations,
    calendar: Calendar,
    allowed: Allowed<'a>,
    warnings: Vec<Warning>,
}

impl Linter<'_> {
    /// Adds a warning about a part.
    fn warn(&mut self, rule: Rule, part: &Part, lint: Lint) {
        self.warn_named(rule, part, &[], lint);
    }

    /// Adds a warning about a part, which `allow` can call by `other_names` too.
    fn warn_named(&mut self, rule: Rule, part: &Part, other_names: &[String], lint: Lint) {
        let at = part.name();
        let allowed = self.allowed.find(rule, &at, other_names);
        let rule_name = rule.name();
        let accept = Accept {
            rule: rule_name,
            at,
        };
        self.push(rule, part, lint, Some(accept), allowed);
    }

    fn push(
        &mut self,
        rule: Rule,
        part: &Part,
        lint: Lint,
        accept: Option<Accept>,
        allowed: Option<String>,
    ) {
        let lint = Box::new(lint);
        self.warnings.push(Warning {
            diagnostic: Diagnostic {
                rule,
                at: self.locations.of(part),
                message: Message::Lint(lint.clone()),
                help: Message::LintHelp(lint, accept),
            },
            at: part.name(),
            allowed,
        });
    }
}

#[cfg(test)]
mod tests;
