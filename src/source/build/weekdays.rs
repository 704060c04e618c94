//! Weekdays: of a day, and of rest.

use chrono::Weekday;

use crate::model::Weekdays;
use crate::source::table::{Reader, Table};
use crate::source::{Node, Rule, Value};

/// Every weekday with its name in plan files.
pub(in crate::source) const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

impl Reader<'_> {
    pub(super) fn weekdays(&mut self, table: &Table, numbers: (u32, u32)) -> Option<Weekdays> {
        let weekdays = self.weekday_run(table.get("weekday")?)?;
        let days = numbers.1 - numbers.0 + 1;
        if weekdays.count() != days {
            let at = table.get("weekday").map_or(table.at, |node| node.at);
            let covers = weekdays.count();
            let message = format!("the entry numbers {days} day(s), its weekdays cover {covers}");
            self.note(
                Rule::BadValue,
                at,
                message,
                "18-19 goes with a run of two: sat-sun",
            );
        }
        Some(weekdays)
    }

    fn weekday_run(&mut self, node: &Node) -> Option<Weekdays> {
        let find = |text: &str| {
            let named = WEEKDAYS.iter().find(|(_, name)| *name == text);
            named.map(|(day, _)| *day)
        };
        let parse = |text: &str| {
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            let (first, last) = (find(first)?, find(last)?);
            Some(Weekdays { first, last })
        };
        let help = "write mon, tue, wed, thu, fri, sat or sun, or a run such as sat-sun";
        self.parsed(node, parse, "weekday", help)
    }

    /// Weekdays without slots on purpose: a run, or a list of days and runs.
    pub(super) fn rest(&mut self, node: &Node) -> Vec<Weekday> {
        let nodes = match &node.value {
            Value::List(items) => items,
            _ => std::slice::from_ref(node),
        };
        let runs: Vec<Weekdays> = nodes
            .iter()
            .filter_map(|node| self.weekday_run(node))
            .collect();
        runs.into_iter().flat_map(Weekdays::days).collect()
    }
}
