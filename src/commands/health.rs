//! Everything that `doctor` looks at. Nothing here gives up: what cannot be read is a finding.

use std::path::Path;

use chrono::NaiveDate;

use super::load;
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Finding};
use crate::escape;
use crate::model::Plan;
use crate::progress::{conflicting_starts, fold};
use crate::render::phrase;
use crate::store::plan_file::{self, PlanText};
use crate::store::{Copies, FolderStatus, Journal, Origin, Reading, journal, permissions, zone};
use crate::summary::{Backups, Health, JournalFault, JournalHealth, PlaceHealth, SlotView, Study};

/// How many faults of a plan file are listed; `plan check` lists them all.
const PLAN_FAULTS: usize = 5;

/// Looks at everything; the study is there where plan and journal can be read.
pub(super) fn health(ctx: &Ctx) -> (Health, Option<Study>) {
    let mut health = Health {
        places: places(ctx),
        device: ctx.config.device.clone(),
        zone: zone::zone_warning(ctx.zone.as_deref()),
        ..Health::default()
    };
    health.find(config(ctx));
    health.find(permissions::findings(&ctx.paths));
    let zone = health.zone.clone();
    health.find(zone.map(|sentence| Finding::warns("zone", sentence)));
    let plan = plan(ctx, &mut health);
    let study = journals(ctx, &mut health, plan);
    if let Some(study) = &study {
        health.find(marks(study));
    }
    health.sort();
    (health, study)
}

fn places(ctx: &Ctx) -> Vec<PlaceHealth> {
    let paths = &ctx.paths;
    let dirs = [
        ("config", &*paths.config_dir),
        ("state", &*paths.state_dir),
        ("cache", &*paths.cache_dir),
    ];
    let place = |((name, path), origin): ((&'static str, &Path), &Origin)| {
        let place = FolderStatus::of(path);
        PlaceHealth {
            name,
            path: shown(path),
            decided_by: match origin {
                Origin::Variable(variable) => Some(*variable),
                Origin::Config => Some("state_dir"),
                Origin::Platform => None,
            },
            there: place.exists,
            writable: place.writable,
            mode: place.mode,
        }
    };
    dirs.into_iter().zip(&paths.origins).map(place).collect()
}

/// The faults of the configuration. Where it may have named another folder for the marks, that
/// is said: an empty one would look like a loss.
fn config(ctx: &Ctx) -> Vec<Finding> {
    let faults = ctx.config_faults.iter().cloned();
    let mut found: Vec<Finding> = faults.map(|e| Finding::stops("config", e)).collect();
    let open = ctx.config.state_dir.is_none()
        && ctx.paths.origins[1] != Origin::Variable("PLAN_STATE_DIR");
    if let Some(last) = found.last_mut().filter(|_| open) {
        last.hints.push(
            "if it sets `state_dir`, the marks lie there and not where it is looked for them here"
                .into(),
        );
    }
    found
}

/// The plan, if it can be read.
fn plan(ctx: &Ctx, health: &mut Health) -> Option<Plan> {
    let source = load::source(ctx);
    health.source = source.shown();
    let PlanText { parsed, .. } = match plan_file::read(&source) {
        Ok(file) => file,
        Err(error) => {
            health.find([Finding::stops("plan", load::chosen(ctx, error))]);
            return None;
        }
    };
    if let Some(plan) = parsed.plan {
        health.slots = Some(plan.slots().count());
        return Some(plan);
    }
    let faults = parsed.diagnostics;
    let mut error = load::invalid(&source, faults.len());
    let lines = faults.iter().take(PLAN_FAULTS).map(|fault| {
        let text = format!("{}:{}: {}", fault.at.line, fault.at.column, fault.message);
        escape::terminal(&text).into_owned()
    });
    let lines = lines.collect::<Vec<_>>().join("; ");
    error.message = format!("{}: {lines}", error.message).into();
    health.find([Finding::stops("plan", error)]);
    health.plan_fault_count = faults.len();
    health.plan_faults = faults;
    None
}

/// All journals there are; the study, where the one of `plan` can be read.
fn journals(ctx: &Ctx, health: &mut Health, plan: Option<Plan>) -> Option<Study> {
    let state = &ctx.paths.state_dir;
    let all = journal::all(state).unwrap_or_else(|error| {
        health.find([Finding::stops("place", error)]);
        Vec::new()
    });
    let own = plan.as_ref().map(|plan| plan.id.clone());
    let before = health.findings.len();
    for (id, journal) in all.iter().filter(|(id, _)| Some(id) != own.as_ref()) {
        if let Some((found, _)) = examine(health, id.as_str(), journal) {
            health.others.push(found);
        }
    }
    // What is the matter with the journal of another plan stops no verb on this one.
    for finding in &mut health.findings[before..] {
        finding.stops = None;
    }
    if let Some(plan) = plan {
        let journal = Journal::of(state, &plan.id);
        let (found, reading) = examine(health, plan.id.as_str(), &journal)?;
        health.journal = Some(found);
        health.find(conflicting_starts(&reading.events).map(twice));
        return Some(load::study(ctx, plan, fold(&reading.events)));
    }
    None
}

/// Reads a journal and what lies beside it.
fn examine(health: &mut Health, plan: &str, journal: &Journal) -> Option<(JournalHealth, Reading)> {
    let found = journal.inspect();
    let reading = match journal.read() {
        Ok(reading) => reading,
        Err(error) => {
            let known = found.iter().any(|finding| finding.message == error.message);
            health.find(found);
            health.find((!known).then(|| Finding::stops("journal", error)));
            return None;
        }
    };
    health.find(found);
    let copies = journal.copies(&reading);
    health.find(lines(&reading));
    let backups = backups(journal, &copies);
    health.find(spared(&backups));
    let unread = copies.unread.into_iter();
    health.find(unread.map(|error| Finding::stops("backups", error).harmless()));
    let faults = reading.faults.iter().map(|fault| JournalFault {
        file: shown(&fault.file),
        line: fault.line,
        reason: fault.reason.clone(),
    });
    let found = JournalHealth {
        plan: plan.to_owned(),
        path: shown(&journal.path()),
        bytes: reading.bytes,
        events: reading.events.len(),
        faults: faults.collect(),
        fault_count: reading.fault_count(),
        warnings: reading.warnings.iter().map(ToString::to_string).collect(),
        other_files: reading.other_files.iter().map(|path| shown(path)).collect(),
        backups,
    };
    Some((found, reading))
}

/// What was met in the lines of a journal.
fn lines(reading: &Reading) -> Vec<Finding> {
    let own = reading.fault_warning().map(crate::text::Message::from);
    let others = reading.warnings.iter().filter(|w| Some(*w) != own.as_ref());
    let others = others.map(|warning| Finding::warns("journal", warning));
    let faulty = reading.faults.first().map(|first| {
        let path = shown(&first.file);
        let path = escape::terminal(&path);
        let message = format!(
            "{} in `{path}` cannot be read, the first is line {}: {}",
            count(reading.fault_count(), "place"),
            first.line,
            first.reason
        );
        Finding::warns("journal", message)
            .hint("nothing has to be done: they stay as they are, and every other line counts")
            .hint(format!(
                "`sed -n {}l {}` shows it",
                first.line,
                escape::shell_word(&first.file)
            ))
    });
    faulty.into_iter().chain(others).collect()
}

/// What is said of a plan that has begun twice without anybody's saying so.
fn twice((holds, other): (NaiveDate, NaiveDate)) -> Finding {
    let message = format!(
        "the plan had begun on {other} when a first mark began it again on {holds}, which holds"
    );
    let hint = format!("`plan init --restart --start {other}` brings the former start back");
    Finding::warns("journal", message).hint(hint)
}

/// The copies of a journal, and how what they hold is put back.
fn backups(journal: &Journal, copies: &Copies) -> Backups {
    let newest = copies.newest.as_ref();
    let newest = newest.map(|stem| copies.folder.join(format!("{stem}.jsonl")));
    let from: Vec<String> = if copies.hold_missing.is_empty() {
        newest.iter().map(|path| escape::shell_word(path)).collect()
    } else {
        copies
            .hold_missing
            .iter()
            .map(|path| escape::shell_word(path))
            .collect()
    };
    let to = escape::shell_word(&journal.path());
    Backups {
        folder: shown(&copies.folder),
        count: copies.count,
        oldest: copies.oldest.clone(),
        newest: copies.newest.clone(),
        missing_events: copies.missing,
        restore: (!from.is_empty()).then(|| format!("cat {} >> {to}", from.join(" "))),
    }
}

/// Events that only copies hold: whatever took them out of the journal, it was no plan.
fn spared(backups: &Backups) -> Option<Finding> {
    let restore = backups
        .restore
        .as_ref()
        .filter(|_| backups.missing_events > 0)?;
    let message = format!(
        "{} in the copies {} not in the journal any more",
        count(backups.missing_events, "event"),
        if backups.missing_events == 1 {
            "is"
        } else {
            "are"
        }
    );
    let hint = format!("put back what is missing, the rest is not counted twice: `{restore}`");
    Some(Finding::warns("backups", message).hint(hint))
}

/// Marks that do not fit the plan, and slots that have changed since they were done.
fn marks(study: &Study) -> Vec<Finding> {
    let orphans = &study.reconciled.orphans;
    let certain = orphans
        .iter()
        .filter(|o| o.relink_event().is_some())
        .count();
    let changed = study.slots().filter(SlotView::has_changed).count();
    let found = |n: usize, noun, what, hint| {
        let message = format!("{} {what}", count(n, noun));
        (n > 0).then(|| Finding::warns("marks", message).hint(hint))
    };
    [
        found(
            certain,
            "mark",
            "made for slots that have another id or title now",
            "`plan doctor --relink` takes them along",
        ),
        found(
            orphans.len() - certain,
            "mark",
            "without a slot that is certain to be theirs: kept, and counted nowhere",
            "give the slot its former id in the plan, or mark the right one with `plan done`",
        ),
        found(
            changed,
            "slot",
            "changed since marked done; still done",
            "`plan done` on each says that it is done as it is now",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn count(n: usize, noun: &str) -> String {
    phrase::count(u32::try_from(n).unwrap_or(u32::MAX), noun)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The failure that a finding is for other verbs; all has been said by then.
pub(super) fn failure(health: &Health) -> Result<(), Error> {
    let failed = |kind: ErrorKind| Err(Error::new(kind, ""));
    health.stops().map_or(Ok(()), failed)
}
