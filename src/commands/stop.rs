//! `plan stop`

use super::output::Output;
use super::record::{When, devices, record, stop};
use super::start::{goes_on, show};
use super::target::Targets;
use super::{followed, load, of_plan};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::{What, fold};
use crate::store::plan_file::PlanSource;
use crate::summary::{SlotView, Study, TimerView};
use crate::text::{RecordingHint, Timer};

const EXAMPLES: &str = "\
Examples:
  plan stop
  plan stop d05-1545     the timer of this slot, on whatever device

The slot stays open; `plan start` goes on with it.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A slot whose timer is to stop; otherwise, that of this device
    #[arg(value_name = "TARGET")]
    target: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Stops the timers of the target; without one, those of this device, or of others if it has none.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let target = match &args.target {
        Some(target) => Some(of_plan::enter_one(ctx, target)?),
        None => None,
    };
    let source = match &target {
        Some(_) => load::source(ctx),
        None => running_plan(ctx),
    };
    let is_other = ctx.is_other() || source != load::source(ctx);
    let outcome = followed::on(ctx, &source, is_other, |ctx| {
        let when = When::now(ctx);
        record(ctx, when, |study, _, devices| {
            let is_own = |view: &TimerView| devices.contains(&view.timer.dev);
            let (stopped, others) = if let Some(target) = &target {
                (of_target(study, target, when)?, Vec::new())
            } else {
                let timers = study.timers(when.at).into_iter();
                let (own, others): (Vec<TimerView>, _) = timers.partition(is_own);
                if own.is_empty() {
                    (others, own)
                } else {
                    (own, others)
                }
            };
            if stopped.is_empty() {
                return Err(Error::usage(Timer::NoneRunning).hint(Timer::StartOne));
            }
            let whats: Vec<What> = stopped.iter().map(stop).collect();
            let mut next = stopped.iter().filter_map(|view| {
                let slot = view.slot_view().filter(SlotView::is_open);
                slot.map(|slot| slot.name())
            });
            let others = others.iter();
            let others = others.map(|view| goes_on(view, Some(&view.timer.dev)));
            Ok((whats, (next.next_back(), others.collect::<Vec<Timer>>())))
        })
    })?;
    show(ctx, &args.output, &outcome);
    let (next, others) = &outcome.answer;
    for warning in others {
        ctx.warn(warning.clone());
    }
    if let Some(slot) = next.clone().filter(|_| !args.output.is_json()) {
        ctx.hint(RecordingHint::DoneWhenFinished(slot));
    }
    Ok(())
}

/// The timers of the slots that are named.
fn of_target<'s>(study: &'s Study, target: &str, when: When) -> Result<Vec<TimerView<'s>>> {
    let things = Targets::on(study, study.today).noted(target)?;
    let timers = study.timers(when.at).into_iter();
    let timers = timers.filter(|view| things.iter().any(|thing| thing.id() == view.slot));
    Ok(timers.collect())
}

/// The first plan that is shown in which a timer of this device is running, else any timer; without one,
/// that of the run.
fn running_plan(ctx: &Ctx) -> PlanSource {
    let own = load::source(ctx);
    let sources = followed::sources(ctx);
    if ctx.plan.is_some() || sources.len() < 2 {
        return own;
    }
    let devices = devices(ctx);
    let running = sources.into_iter().filter_map(|source| {
        let plan = load::plan_at(ctx, &source)?;
        let reading = load::journal(ctx, &plan.id).read().ok()?;
        let study = load::study(ctx, plan, fold(&reading.events));
        let timers = study.timers(ctx.now);
        let mut own = timers.iter().map(|view| devices.contains(&view.timer.dev));
        let is_own = own.any(|is_own| is_own);
        (!timers.is_empty()).then_some((!is_own, source))
    });
    let running = running.min_by_key(|(is_foreign, _)| *is_foreign);
    running.map_or(own, |(_, source)| source)
}
