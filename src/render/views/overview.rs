//! `show plan`: the plan as a whole.

use crate::model::{Note, Reminder};
use crate::render::sheet::{Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{BudgetUse, MilestoneView, Overview, PhaseRow, StageRow, Study, Tally};
use crate::text::{Label, Message, Phrase, Show};

use super::notes::notes;
use super::parts::{bar, field_label, first_only, workload};

/// Columns of a bar.
const BAR: usize = 10;

/// What the plan says of itself: its goal, budget, reminders, parts and notes.
pub(crate) fn show_plan(study: &Study, view: &Overview) -> Sheet {
    let plan = &study.plan;
    let mut sheet = Sheet::default();
    let mut right = bar(&view.tally, BAR);
    let work = Phrase::Workload(workload(view.tally.slots, view.tally.planned));
    right.extend([Span::space(2), Span::dim(work)]);
    sheet.split(vec![Span::new(&plan.title, Role::Title)], right);
    let facts = [&plan.direction, &plan.duration].into_iter().flatten();
    let facts = facts.map(Span::plain);
    let facts = facts.chain([Span::plain(Phrase::Dates(view.dates))]);
    sheet.line([vec![Span::space(2)], dotted(facts)].concat());
    sheet.blank();
    if let Some(goal) = &plan.goal {
        sheet.labelled(Label::Goal, [Span::plain(goal)]);
    }
    budget(&mut sheet, study, &view.budgets);
    if !plan.rest.is_empty() {
        let days = plan
            .rest
            .iter()
            .map(|day| Span::plain(Phrase::Weekday(*day)));
        sheet.labelled(Label::RestDays, dotted(days));
    }
    reminders(&mut sheet, &view.reminders);
    stages(&mut sheet, study, &view.stages);
    phases(&mut sheet, &view.phases);
    milestones(&mut sheet, &view.milestones);
    sheet.blank();
    notes(&mut sheet, 2, &plan.notes, &plan.editor_notes);
    source(&mut sheet, study);
    sheet
}

/// The author's words for the budget, and how much of it the plan uses.
fn budget(sheet: &mut Sheet, study: &Study, budgets: &[BudgetUse]) {
    let budget = study.plan.time_budget.as_ref();
    let verbatim = budget.and_then(|budget| budget.verbatim.as_ref());
    let used = budgets.iter().map(|used| {
        Span::plain(Show::BudgetUse {
            weekend: used.weekend,
            budget: used.budget,
            days: used.days,
            over: used.over,
            average: used.average,
            most: used.most,
        })
    });
    let lines = verbatim.map(Span::plain).into_iter().chain(used);
    for (label, line) in first_only(Label::Budget).zip(lines) {
        sheet.labelled(label, [line]);
    }
}

fn heading(sheet: &mut Sheet, label: Label) {
    sheet.blank();
    sheet.heading(vec![Span::plain(label)]);
}

fn reminders(sheet: &mut Sheet, reminders: &[&Reminder]) {
    if reminders.is_empty() {
        return;
    }
    heading(sheet, Label::Reminders);
    list(sheet, reminders);
}

/// Reminders, each with what it is for.
fn list(sheet: &mut Sheet, reminders: &[&Reminder]) {
    for reminder in reminders {
        let mut line = vec![Span::plain("  - ")];
        let scope = reminder.scope.as_ref();
        line.extend(scope.map(|scope| Span::dim(field_label(scope))));
        line.push(Span::plain(&reminder.text));
        sheet.hanging(4, line);
    }
}

/// The parts of one kind: title, what is in it or when it is, and how much is done.
fn parts(sheet: &mut Sheet, label: Label, rows: Vec<Vec<Line>>) {
    if rows.is_empty() {
        return;
    }
    heading(sheet, label);
    sheet.table(Table {
        indent: 2,
        rows,
        ..Table::default()
    });
}

fn part(title: &str, facts: impl IntoIterator<Item = Span>, tally: &Tally) -> Vec<Line> {
    let bar = if tally.slots > 0 {
        bar(tally, BAR)
    } else {
        Line::new()
    };
    vec![vec![Span::plain(title)], dotted(facts), bar]
}

fn stages(sheet: &mut Sheet, study: &Study, stages: &[StageRow]) {
    let roadmap = &study.plan.roadmap;
    let row = |row: &StageRow| {
        let topics = row.stage.topics.iter().map(|id| {
            let topic = roadmap.topic(id.as_str());
            let title = topic.map_or("", |topic| &topic.title);
            Span::plain(format!("{id} {title}"))
        });
        let span = row.stage.span.as_ref().map(Span::dim);
        part(&row.stage.title, span.into_iter().chain(topics), &row.tally)
    };
    parts(sheet, Label::Stages, stages.iter().map(row).collect());
    for row in stages {
        list(sheet, &row.reminders);
    }
    notes(sheet, 2, &roadmap.notes, &roadmap.editor_notes);
}

fn phases(sheet: &mut Sheet, phases: &[(PhaseRow, Vec<&Reminder>)]) {
    let row = |(row, _): &(PhaseRow, Vec<&Reminder>)| {
        let title = row.phase.heading.as_ref().or(row.phase.title.as_ref());
        let weeks = row.weeks.map(|(first, last)| Phrase::Weeks { first, last });
        let when = weeks.or(row.buffer.map(Phrase::Dates)).map(Span::dim);
        part(title.map_or("", |title| title), when, &row.tally)
    };
    parts(sheet, Label::Phases, phases.iter().map(row).collect());
    for (_, reminders) in phases {
        list(sheet, reminders);
    }
}

fn milestones(sheet: &mut Sheet, milestones: &[MilestoneView]) {
    if !milestones.is_empty() {
        heading(sheet, Label::AllMilestones);
    }
    for view in milestones {
        let role = if view.overdue { Role::Warn } else { Role::Dim };
        let due = view
            .due
            .map(|date| Span::new(Show::MilestoneDue(date), role));
        let goals = Show::Goals {
            reached: view.reached_goals(),
            all: view.goals.len(),
        };
        let facts = due.into_iter().chain([Span::dim(goals)]);
        let title = Span::plain(&view.milestone.title);
        let line = [vec![Span::space(2), title, Span::space(2)], dotted(facts)];
        sheet.hanging(4, line.concat());
        notes(
            sheet,
            4,
            &view.milestone.notes,
            &view.milestone.editor_notes,
        );
    }
}

/// What else the source document has; left out of the plan along with the editor's notes.
fn source(sheet: &mut Sheet, study: &Study) {
    let plan = &study.plan;
    for line in &plan.front_matter {
        let text = format!("{}: {}", line.key, line.values.join(", "));
        from_source(sheet, None, &text);
    }
    for Note { line, text } in &plan.artifacts {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        from_source(sheet, *line, &lines.join(" "));
    }
}

fn from_source(sheet: &mut Sheet, line: Option<u32>, text: &str) {
    let label = Message::from(Show::SourceText { line });
    sheet.hanging(4, vec![Span::space(2), Span::dim(label), Span::dim(text)]);
}
