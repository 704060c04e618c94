//! `import` and `new`: what became of a note, and a plan that was created.

use crate::import::{self, Imported, Leftover};
use crate::render::sheet::{Role, Sheet, Span};
use crate::text::{Create, Import};

/// A summary, the decisions, what is left over, and the commands that come next.
pub(crate) fn imported(
    imported: &Imported,
    file: &str,
    former: Vec<Import>,
    next: &[String],
    is_dry_run: bool,
) -> Sheet {
    let plan = &imported.plan;
    let (title, file) = (plan.title.clone(), file.to_owned());
    let mut sheet = Sheet::message(if is_dry_run {
        Import::WouldWrite { title, file }
    } else {
        Import::Written { title, file }
    });
    let mut line = |message: Import| sheet.hanging(4, vec![Span::space(2), Span::plain(message)]);
    let planned = imported.planned;
    line(Import::Found {
        phases: planned.phases,
        weeks: planned.weeks,
        days: planned.days,
        slots: planned.slots,
        resources: planned.resources,
        milestones: planned.milestones,
        events: plan.events.len(),
        links: imported.counts.links,
    });
    line(Import::Hours(Box::new(imported.hours.clone())));
    let left = import::runs(&imported.leftovers);
    let count = left.iter().map(Vec::len).sum();
    line(Import::Lines {
        all: imported.placed + imported.leftovers.len(),
        placed: imported.placed,
        left: count,
    });
    former.into_iter().for_each(&mut line);
    decisions(&mut sheet, imported);
    leftovers(&mut sheet, &left, count);
    next_commands(&mut sheet, next);
    sheet
}

/// What was created, and the commands that come next.
pub(crate) fn created(what: Create, next: &[String]) -> Sheet {
    let mut sheet = Sheet::message(what);
    next_commands(&mut sheet, next);
    sheet
}

fn next_commands(sheet: &mut Sheet, next: &[String]) {
    if next.is_empty() {
        return;
    }
    sheet.blank();
    sheet.heading(vec![Span::plain(Import::Next)]);
    for command in next {
        sheet.line(vec![Span::space(2), Span::new(command, Role::Command)]);
    }
}

fn decisions(sheet: &mut Sheet, imported: &Imported) {
    if imported.decisions.is_empty() {
        return;
    }
    sheet.blank();
    sheet.heading(vec![Span::plain(Import::Decisions)]);
    for decided in &imported.decisions {
        let mut line = vec![
            Span::space(2),
            Span::plain(Import::Decision(decided.what.clone())),
        ];
        if !decided.lines.is_empty() {
            line.push(Span::space(2));
            line.push(Span::dim(Import::DecisionLines(decided.lines.clone())));
        }
        sheet.hanging(4, line);
    }
}

/// After so many lines, the others are only counted.
const LONGEST_LIST: usize = 60;

/// Lines that follow each other and are left over for one reason are under one heading.
fn leftovers(sheet: &mut Sheet, left: &[Vec<&Leftover>], count: usize) {
    if left.is_empty() {
        return;
    }
    sheet.blank();
    sheet.heading(vec![Span::plain(Import::LeftOvers { count })]);
    // Lines whose words are lost come before those that are not missed.
    let mut left: Vec<&Vec<&Leftover>> = left.iter().collect();
    left.sort_by_key(|run| run[0].why.is_harmless());
    let mut shown = 0;
    for run in left {
        if shown >= LONGEST_LIST {
            sheet.line(vec![
                Span::space(2),
                Span::dim(Import::MoreLeftOvers {
                    count: count - shown,
                }),
            ]);
            return;
        }
        shown += run.len();
        let (first, last) = (run[0].line, run[run.len() - 1].line);
        sheet.hanging(
            4,
            vec![
                Span::space(2),
                Span::new(Import::LineRange(first, last), Role::Label),
                Span::space(2),
                Span::dim(Import::LeftOver(run[0].why)),
            ],
        );
        for left in run {
            sheet.hanging(8, vec![Span::space(6), Span::plain(left.text.trim())]);
        }
    }
}
