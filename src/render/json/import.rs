//! `import`.

use serde::Serialize;

use crate::import::{Counts, Decided, Imported};
use crate::text::{Import, Message};

/// What became of a note.
#[derive(Serialize)]
pub(crate) struct Answer<'a> {
    title: &'a str,
    plan: &'a str,
    counts: Counted,
    /// The share of lines with text that are in the plan or listed as left over.
    coverage: f64,
    leftovers: Vec<Leftover<'a>>,
    decisions: Vec<Decision<'a>>,
}

#[derive(Serialize)]
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

#[derive(Serialize)]
struct Leftover<'a> {
    line: u32,
    text: &'a str,
    why: Message,
}

#[derive(Serialize)]
struct Decision<'a> {
    /// The first and last line of each part it is about.
    lines: &'a [(u32, u32)],
    decision: Message,
}

/// `import`.
pub(crate) fn imported(imported: &Imported) -> Answer<'_> {
    let leftovers = imported.leftovers.iter().map(|left| Leftover {
        line: left.line,
        text: &left.text,
        why: Import::LeftOver(left.why).into(),
    });
    Answer {
        title: &imported.plan.title,
        plan: imported.plan.id.as_str(),
        counts: counted(&imported.counts),
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

fn decision(decided: &Decided) -> Decision<'_> {
    Decision {
        lines: &decided.lines,
        decision: Import::Decision(decided.what.clone()).into(),
    }
}
