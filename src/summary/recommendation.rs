//! Which option for rescheduling is best, and why.

use super::{RecoveryOption, RecoveryStrategy};

/// The option that a person would choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recommendation {
    pub(crate) strategy: RecoveryStrategy,
    /// What speaks for it.
    pub(crate) reasons: Vec<Advantage>,
}

/// What speaks for an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Advantage {
    /// It places everything.
    Complete,
    /// No other option but letting go does.
    OnlyComplete,
    /// It ends by the plan's last date.
    OnTime,
    /// Fewer slots than with any other come too late for an event.
    ReadyForEvents,
    /// It misses fewer milestones than any other.
    FewestMilestones,
    /// It ends before any other that ends after the plan's last date.
    EndsSoonest,
    /// It misses fewer deliverables than any other.
    FewestDeliverables,
    /// It moves fewer slots than any other.
    FewestMoves,
    /// It keeps the weekday and time of every slot.
    KeepsWeekdays,
    /// No option places everything.
    NothingElse,
    /// All that place everything miss more milestones and deliverables, and little is let go.
    LosesLeast,
}

impl Advantage {
    /// Its name in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Complete => "places-everything",
            Self::OnlyComplete => "only-one-to-place-everything",
            Self::OnTime => "on-time",
            Self::ReadyForEvents => "most-before-events",
            Self::FewestMilestones => "fewest-milestones-missed",
            Self::EndsSoonest => "ends-soonest",
            Self::FewestDeliverables => "fewest-deliverables-missed",
            Self::FewestMoves => "fewest-moves",
            Self::KeepsWeekdays => "keeps-weekdays",
            Self::NothingElse => "nothing-else-places-everything",
            Self::LosesLeast => "loses-least",
        }
    }
}

type Measure = fn(&RecoveryOption) -> usize;

/// What options are compared by, the most important first; less is better.
const CRITERIA: [(Advantage, Measure); 6] = [
    (Advantage::ReadyForEvents, |option| {
        let late = option.misses.events.iter().map(|(_, slots)| *slots);
        late.map(|slots| slots as usize).sum()
    }),
    (Advantage::FewestMilestones, |option| {
        option.misses.milestones.len()
    }),
    (Advantage::EndsSoonest, |option| {
        let late = option.late.unwrap_or(i64::MAX).max(0);
        usize::try_from(late).unwrap_or(usize::MAX)
    }),
    (Advantage::FewestDeliverables, |option| {
        option.misses.deliverables.len()
    }),
    (Advantage::FewestMoves, |option| {
        option.slots_moved() as usize
    }),
    (Advantage::KeepsWeekdays, |option| {
        usize::from(option.strategy != RecoveryStrategy::Extend)
    }),
];

/// The option to recommend: of those that place everything, the one with the fewest slots too late
/// for an event, then that misses the fewest milestones, then that ends soonest, misses the fewest deliverables, moves the fewest slots, and
/// keeps weekdays. Letting go gives up work, and is for when there is no such option, or for little
/// work where that option misses more milestones, or more deliverables and no fewer milestones.
pub(crate) fn recommendation(options: &[RecoveryOption]) -> Recommendation {
    let is_complete = |option: &&RecoveryOption| {
        option.strategy != RecoveryStrategy::LetGo && option.unplaced.is_empty()
    };
    let complete: Vec<&RecoveryOption> = options.iter().filter(is_complete).collect();
    let values = |option: &RecoveryOption| CRITERIA.map(|(_, value)| value(option));
    let best = complete.iter().min_by_key(|option| values(option));
    let Some(best) = best else {
        return Recommendation {
            strategy: RecoveryStrategy::LetGo,
            reasons: vec![Advantage::NothingElse],
        };
    };
    if options.iter().any(|option| loses_less(option, best)) {
        return Recommendation {
            strategy: RecoveryStrategy::LetGo,
            reasons: vec![Advantage::LosesLeast],
        };
    }
    let others = || {
        complete
            .iter()
            .filter(|option| option.strategy != best.strategy)
    };
    let is_best = |value: Measure| others().all(|other| value(best) < value(other));
    let is_only = others().next().is_none();
    let mut reasons = vec![if is_only {
        Advantage::OnlyComplete
    } else {
        Advantage::Complete
    }];
    if best.late.is_some_and(|late| late <= 0) {
        reasons.push(Advantage::OnTime);
    }
    let decisive = CRITERIA
        .iter()
        .filter(|(_, value)| !is_only && is_best(*value));
    reasons.extend(decisive.map(|(reason, _)| *reason));
    // That an option ends soonest goes without saying where it is the only one to end on time.
    if reasons.contains(&Advantage::OnTime) {
        reasons.retain(|reason| *reason != Advantage::EndsSoonest);
    }
    Recommendation {
        strategy: best.strategy,
        reasons,
    }
}

/// Letting go is worth it only for at most one in this many open slots.
const LITTLE: u32 = 10;

/// Whether `option` lets little go and misses less than `best`.
fn loses_less(option: &RecoveryOption, best: &RecoveryOption) -> bool {
    let misses = |option: &RecoveryOption| {
        let misses = &option.misses;
        (misses.milestones.len(), misses.deliverables.len())
    };
    let is_little = option.slots_skipped() * LITTLE <= option.open;
    option.strategy == RecoveryStrategy::LetGo && is_little && misses(option) < misses(best)
}
