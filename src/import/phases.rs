//! The phases of a plan, from the units of a document.

use super::builder::Builder;
use super::chosen::parent;
use super::content::{DayContent, WeekContent};
use super::date::Dated;
use super::mark::Mark;
use super::node::Form;
use super::slot::draft;
use super::titles::{remark, shortened, weeks_of};
use super::unit::UnitKind;
use super::week::{content, parts};
use crate::model::{Day, Minutes, Note, Period, Phase, Session, Week};

impl Builder<'_> {
    /// The phases of the plan; a plan without any has one without a name.
    pub(super) fn phases(&mut self) -> Vec<Phase> {
        let mut phases: Vec<Phase> = Vec::new();
        let homes = self.week_homes();
        let weeks_of = |builder: &Self, phase: Option<usize>| {
            let weeks = builder.chosen.weeks.iter().zip(&homes);
            let own = weeks.filter(|(_, home)| **home == phase);
            builder.in_order(own.map(|(at, _)| *at).collect())
        };
        let outside = weeks_of(self, None);
        let loose = self.days_of(None);
        if self.chosen.phases.is_empty() || !outside.is_empty() || !loose.is_empty() {
            let mut weeks = self.nameless(&loose);
            weeks.extend(outside.iter().flat_map(|at| self.week(*at)));
            let title = (!self.chosen.phases.is_empty()).then(|| "…".to_owned());
            if !weeks.is_empty() {
                phases.push(Phase {
                    title,
                    weeks,
                    ..Phase::default()
                });
            }
        }
        for (index, at) in self.chosen.phases.iter().copied().enumerate() {
            let own = weeks_of(self, Some(index));
            phases.extend(self.phase(at, &own));
        }
        self.remarks();
        phases
    }

    /// The phase that each week belongs to: the one it is in, or the one that names its number.
    pub(super) fn week_homes(&self) -> Vec<Option<usize>> {
        let phases = &self.chosen.phases;
        let mut last = None;
        let home = |at: &usize| {
            let around = parent(self.document, *at, phases);
            let around = around.and_then(|phase| phases.binary_search(&phase).ok());
            let number = self.mark(*at).numbers.map(|(first, _)| first);
            let by_number = || {
                phases.iter().position(|phase| {
                    let weeks = self.mark(*phase).weeks;
                    weeks
                        .zip(number)
                        .is_some_and(|((a, b), number)| (a..=b).contains(&number))
                })
            };
            last = around.or_else(by_number).or(last);
            last
        };
        self.chosen.weeks.iter().map(home).collect()
    }

    /// Days that are in no week; where other days are, these have a week of their own.
    pub(super) fn nameless(&mut self, days: &[usize]) -> Vec<Week> {
        let days = self.days(days, None, None);
        if days.is_empty() {
            return Vec::new();
        }
        let number = (!self.chosen.weeks.is_empty()).then(|| {
            self.last_week += 1;
            self.last_week
        });
        vec![Week {
            number,
            days,
            ..Week::default()
        }]
    }

    pub(super) fn phase(&mut self, at: usize, weeks: &[usize]) -> Option<Phase> {
        let document = self.document;
        let node = &document.nodes[at];
        self.ledger.place(node);
        let days = self.days_of(Some(at));
        let has_parts = !weeks.is_empty() || !days.is_empty();
        let content = self.content(at, has_parts);
        let mut phase = self.named_phase(at);
        phase.goals = content.goals;
        phase.notes = content.notes;
        phase.notes.extend(content.fields.iter().flat_map(remark));
        if has_parts {
            let texts = content.deliverables.into_iter().map(|(text, _)| text);
            phase
                .notes
                .extend(texts.map(|text| Note { line: None, text }));
            phase.weeks = self.nameless(&days);
            let weeks: Vec<Week> = weeks.iter().flat_map(|at| self.week(*at)).collect();
            phase.weeks.extend(weeks);
        } else {
            phase.span = content
                .span
                .or(phase.span)
                .or_else(|| lasting(&self.mark(at)));
            let count = phase.span.map_or(1, weeks_of);
            let named = phase.heading.clone().or_else(|| phase.title.clone());
            let named = named.unwrap_or_default();
            let days = self.chart(at);
            let days = days.unwrap_or_else(|| {
                let span = (count, self.mark(at).dated);
                self.laid_in(content.work, span, &named, node.line(), content.weekly)
            });
            phase.weeks = vec![Week {
                days,
                ..Week::default()
            }];
        }
        Some(phase).filter(|phase| !phase.weeks.is_empty())
    }

    /// A phase by its mark: the mark's words are its short name.
    fn named_phase(&self, at: usize) -> Phase {
        let (node, mark) = (&self.document.nodes[at], self.mark(at));
        let names = [&mark.words, &mark.title, &node.text];
        let short = names.into_iter().find(|name| !name.trim().is_empty());
        let title = shortened(short.map_or("", String::as_str));
        let whole = [&node.text, &mark.title]
            .into_iter()
            .find(|name| !name.is_empty());
        let whole = whole.cloned().unwrap_or_default();
        let is_row = matches!(node.form, Form::Row(_));
        let is_numbered = (mark.numbers.is_some() || is_row) && !whole.contains(&mark.words);
        let whole = if is_numbered {
            format!("{} {whole}", mark.words)
        } else {
            whole
        };
        let by_weeks = || {
            mark.weeks
                .map(|(first, last)| Period::Weeks(last - first + 1))
        };
        Phase {
            heading: Some(whole).filter(|whole| *whole != title),
            title: Some(title),
            span: mark.span.or_else(by_weeks),
            ..Phase::default()
        }
    }

    pub(super) fn content(&mut self, at: usize, has_parts: bool) -> WeekContent {
        let chosen = self.chosen;
        let is_unit = |index: usize| chosen.is_part(index);
        let parts = parts(self.document, at, &is_unit, &mut self.ledger);
        content(
            self.document,
            &parts,
            has_parts,
            &mut self.stated,
            &mut self.ledger,
        )
    }

    /// The tasks of a Gantt chart's section, each a range of days.
    pub(super) fn chart(&mut self, at: usize) -> Option<Vec<Day>> {
        let document = self.document;
        let tasks: Vec<usize> = document.nodes[at]
            .children
            .iter()
            .copied()
            .filter(|child| document.nodes[*child].days.is_some())
            .collect();
        let mut days = Vec::new();
        for task in tasks {
            let node = &document.nodes[task];
            let mut left = node.days.unwrap_or(1);
            let parts = left.div_ceil(7);
            for part in 1..=parts {
                let width = left.min(7);
                left -= width;
                let numbers = (self.last_day + 1, self.last_day + width);
                self.last_day = numbers.1;
                let title = if parts > 1 {
                    format!("{} ({part}/{parts})", node.text)
                } else {
                    node.text.clone()
                };
                let mut draft = draft(&title, node.line());
                draft.slot.ticked = node.tick == Some(true);
                let minutes = Minutes(self.hours.of(0) * width);
                draft.slot.duration = Some(minutes.min(Minutes::DAY));
                let mut content = DayContent::default();
                content.sessions.push((Session::default(), vec![draft]));
                days.push(self.day(numbers, None, None, node.line(), content));
            }
        }
        (!days.is_empty()).then_some(days)
    }
}

/// How long a phase without parts lasts, by the numbers of its months or by its dates.
fn lasting(mark: &Mark) -> Option<Period> {
    let months = mark.numbers.filter(|_| mark.kind == UnitKind::Month);
    let months = months.map(|(first, last)| Period::Months(last - first + 1));
    let days = mark.dated.map(Dated::days).filter(|days| *days > 7);
    let weeks = days.and_then(|days| u32::try_from(days).ok()?.div_ceil(7).into());
    months.or(weeks.map(Period::Weeks))
}
