//! `import`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::import::{self, Counts, Decided, Planned};
use crate::text::{Import, Message};

/// What became of a note.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Imported<'a> {
    title: &'a str,
    plan: &'a str,
    /// What a careful reader counts in the note.
    counts: Counted,
    /// What the plan has that was made of it.
    planned: PlannedParts,
    /// The share of lines with text that are in the plan or listed as left over.
    coverage: f64,
    leftovers: Vec<Leftover<'a>>,
    decisions: Vec<Decision<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Counted {
    phases: usize,
    weeks: usize,
    days: usize,
    slots: usize,
    items: usize,
    resources: usize,
    links: usize,
    milestones: usize,
}

#[derive(JsonSchema, Serialize)]
struct PlannedParts {
    phases: usize,
    weeks: usize,
    days: usize,
    slots: usize,
    resources: usize,
    milestones: usize,
}

#[derive(JsonSchema, Serialize)]
struct Leftover<'a> {
    line: u32,
    text: &'a str,
    why: Message,
}

#[derive(JsonSchema, Serialize)]
struct Decision<'a> {
    /// The first and last line of each part it is about.
    lines: &'a [(u32, u32)],
    decision: Message,
}

/// `import`.
pub(crate) fn imported(imported: &import::Imported) -> Imported<'_> {
    let leftovers = imported.leftovers.iter().map(|left| Leftover {
        line: left.line,
        text: &left.text,
        why: Import::LeftOver(left.why).into(),
    });
    Imported {
        title: &imported.plan.title,
        plan: imported.plan.id.as_str(),
        counts: counted(&imported.counts),
        planned: planned(imported.planned),
        coverage: imported.coverage(),
        leftovers: leftovers.collect(),
        decisions: imported.decisions.iter().map(decision).collect(),
    }
}

fn counted(counts: &Counts) -> Counted {
    Counted {
        phases: counts.phases,
        weeks: counts.weeks,
        days: counts.days,
        slots: counts.slots,
        items: counts.items,
        resources: counts.resources,
        links: counts.links,
        milestones: counts.milestones,
    }
}

fn planned(planned: Planned) -> PlannedParts {
    PlannedParts {
        phases: planned.phases,
        weeks: planned.weeks,
        days: planned.days,
        slots: planned.slots,
        resources: planned.resources,
        milestones: planned.milestones,
    }
}

fn decision(decided: &Decided) -> Decision<'_> {
    Decision {
        lines: &decided.lines,
        decision: Import::Decision(decided.what.clone()).into(),
    }
}
