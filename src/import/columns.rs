//! What the columns of one table hold together.

use super::column::{Role, role};
use super::node::{Cell, Node};
use super::scan::folded;
use super::unit::UnitKind;

/// A table's columns.
pub(super) struct Columns<'h> {
    pub(crate) head: &'h [String],
    pub(crate) roles: Vec<Role>,
}

const TITLES: [&str; 26] = [
    "topic",
    "topics",
    "主题",
    "内容",
    "学习内容",
    "任务",
    "task",
    "tasks",
    "theme",
    "title",
    "subject",
    "科目",
    "テーマ",
    "学习主题",
    "focus",
    "重点",
    "活动",
    "activity",
    "学习任务",
    "课題",
    "タスク",
    "章节",
    "what",
    "目标",
    "goal",
    "module",
];

impl<'h> Columns<'h> {
    /// The columns of a table with this head and these rows.
    pub(super) fn of(head: &'h [String], rows: &[Node]) -> Self {
        let columns = rows
            .iter()
            .map(|row| row.cells.len())
            .max()
            .unwrap_or_default();
        let blank = Cell::default();
        let of_column = |column: usize| {
            let cells: Vec<&Cell> = rows
                .iter()
                .map(|row| row.cells.get(column).unwrap_or(&blank))
                .collect();
            role(head.get(column).map_or("", String::as_str), &cells)
        };
        Self {
            head,
            roles: (0..columns).map(of_column).collect(),
        }
    }

    /// The first column with such a role.
    pub(super) fn column(&self, is: impl Fn(&Role) -> bool) -> Option<usize> {
        self.roles.iter().position(is)
    }

    /// The column of units of a kind.
    pub(super) fn unit(&self, kind: UnitKind) -> Option<usize> {
        self.column(|role| *role == Role::Unit(kind))
    }

    /// The column whose cells name what a row is about.
    pub(super) fn title(&self) -> Option<usize> {
        let texts = || {
            (0..)
                .zip(&self.roles)
                .filter(|(_, role)| **role == Role::Text)
                .map(|(column, _)| column)
        };
        let is_named = |column: &usize| {
            let head = self.head.get(*column).map(|head| folded(head));
            head.is_some_and(|head| {
                TITLES.contains(&head.trim().trim_matches(|c: char| !c.is_alphanumeric()))
            })
        };
        texts().find(is_named).or_else(|| texts().next())
    }

    /// The kind of unit that each row is.
    pub(super) fn kind(&self) -> Option<UnitKind> {
        let phase_with_weeks = self.unit(UnitKind::Phase).is_some();
        if self.unit(UnitKind::Day).is_some() {
            return Some(UnitKind::Day);
        }
        if self.unit(UnitKind::Week).is_some() && !phase_with_weeks {
            return Some(UnitKind::Week);
        }
        if phase_with_weeks {
            return Some(
                if self
                    .unit(UnitKind::Week)
                    .is_some_and(|week| self.unit(UnitKind::Phase) > Some(week))
                {
                    UnitKind::Week
                } else {
                    UnitKind::Phase
                },
            );
        }
        self.unit(UnitKind::Month).map(|_| UnitKind::Month)
    }
}
