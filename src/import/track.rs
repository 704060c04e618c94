//! Series of units of one kind and form: which one is the plan, and which repeat it.

use super::again::is_again;
use super::chosen::{context, mark_of, parent};
use super::label::{About, has_word};
use super::nest::kind;
use super::node::{Document, Form, Repeat};
use super::scan::folded;
use super::similar::dice;
use super::tail::period;
use super::unit::UnitKind;

/// Units of a kind and form that follow each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Track {
    pub(crate) units: Vec<usize>,
    pub(crate) restarts: Vec<usize>,
    about: Option<About>,
}

/// The series of `units`; `outer` are the units around them, in each of which numbers may begin again.
pub(super) fn tracks(document: &Document, units: Vec<usize>, outer: &[usize]) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    for at in units {
        let about = context(document, at);
        let mut open = tracks.iter_mut().rev();
        let found = open.find(|track| {
            let Some(last) = track.units.last() else {
                return false;
            };
            class(document, *last) == class(document, at)
                && (track.about == about
                    || follows(document, *last, at)
                    || parent(document, *last, outer) != parent(document, at, outer))
        });
        let joins = |track: &Track| {
            let last = *track.units.last()?;
            let is_more = || is_again(document, &track.units, at, outer);
            if follows(document, last, at) || supplements(document, last, at) || is_more() {
                return Some(false);
            }
            let (a, b) = (parent(document, last, outer), parent(document, at, outer));
            (a != b && b.is_some()).then_some(true)
        };
        match found.and_then(|track| Some((joins(track)?, track))) {
            Some((restarts, track)) => {
                track.units.push(at);
                if restarts
                    && document.nodes[at]
                        .unit
                        .as_ref()
                        .is_some_and(|mark| mark.numbers.is_some())
                {
                    track.restarts.push(at);
                }
            }
            None => tracks.push(Track {
                units: vec![at],
                about,
                ..Track::default()
            }),
        }
    }
    tracks
}

/// Forms that can be in one series.
fn class(document: &Document, at: usize) -> usize {
    match document.nodes[at].form {
        Form::Heading => 0,
        Form::Bold | Form::Line => 1,
        Form::Row(_) => 2,
        _ => 3,
    }
}

/// Whether the unit at `at` comes after `last` by date, number or weekday.
fn follows(document: &Document, last: usize, at: usize) -> bool {
    let (Some(a), Some(b)) = (mark_of(document, last), mark_of(document, at)) else {
        return false;
    };
    if let (Some(a), Some(b)) = (a.dated, b.dated) {
        let key = |date: super::date::Date| (date.year, date.month, date.day);
        // Around the turn of the year the month goes back.
        return key(b.first) > key(a.last)
            || a.first.year.is_none() && a.first.month >= 11 && b.first.month <= 2;
    }
    if let (Some((_, last)), Some((first, _))) = (a.numbers, b.numbers) {
        return (first, b.fraction) > (last, a.fraction)
            || a.is_calendar && last >= 10 && first <= 3;
    }
    if let (Some(a), Some(b)) = (a.weekdays, b.weekdays) {
        return a.last.num_days_from_monday() < b.first.num_days_from_monday();
    }
    a.numbers.is_none() != b.numbers.is_none() || a.words != b.words
}

/// Whether the unit at `at` is more of what has the number of `last`: `Module 2`, `Module 2 extra`.
fn supplements(document: &Document, last: usize, at: usize) -> bool {
    let (a, b) = (&document.nodes[last], &document.nodes[at]);
    let (Some(first), Some(second)) = (a.unit.as_ref(), b.unit.as_ref()) else {
        return false;
    };
    let is_full = |node: &super::node::Node| !node.children.is_empty();
    a.form == Form::Heading
        && b.form == Form::Heading
        && a.depth == b.depth
        && a.parent == b.parent
        && first.numbers.is_some()
        && first.numbers == second.numbers
        && is_full(a)
        && is_full(b)
        && dice(&first.title, &second.title) < 0.3
}

/// The unit among `picked` that has the number or weekday of the one at `at`.
fn original(document: &Document, picked: &[usize], at: usize) -> Option<usize> {
    let mark = mark_of(document, at)?;
    let same = |other: &&usize| {
        let Some(other) = document.nodes[**other].unit.as_ref() else {
            return false;
        };
        match (mark.numbers, other.numbers) {
            (Some((a, b)), Some((c, d))) => a <= d && c <= b && mark.fraction == other.fraction,
            _ => {
                mark.weekdays.is_some() && mark.weekdays == other.weekdays
                    || mark.dated.is_some() && mark.dated == other.dated
                    || mark.words == other.words
            }
        }
    };
    picked.iter().find(same).copied()
}

/// What the unit at `at` repeats among `picked`; `None` if nothing: no unit in the same week or phase
/// has its number, date or weekday, nor one that cannot be compared with it.
pub(super) fn repeated(
    document: &Document,
    picked: &[usize],
    at: usize,
    outer: &[usize],
) -> Option<Repeat> {
    let own = parent(document, at, outer);
    let is_same_place = |other: &&usize| {
        let Some((a, b)) = own.zip(parent(document, **other, outer)) else {
            return true;
        };
        a == b || document.around(a).any(|up| up == b) || document.around(b).any(|up| up == a)
    };
    let near: Vec<usize> = picked.iter().filter(is_same_place).copied().collect();
    let is_apart = |other: &usize| {
        comparable(document, *other, at)
            && (follows(document, *other, at) || follows(document, at, *other))
    };
    let original = original(document, &near, at).map(Repeat::Of);
    original.or((!near.iter().all(is_apart)).then_some(Repeat::Unknown))
}

/// Whether two units are both named by a number, a date or a weekday.
fn comparable(document: &Document, a: usize, b: usize) -> bool {
    let (Some(a), Some(b)) = (mark_of(document, a), mark_of(document, b)) else {
        return false;
    };
    a.dated.is_some() && b.dated.is_some()
        || a.numbers.is_some() && b.numbers.is_some()
        || a.weekdays.is_some() && b.weekdays.is_some()
}

/// Whether a track is a plan of its own, which the learner can choose instead of the one that was
/// picked: their sections are alike, and say so or how long each takes.
pub(super) fn is_other_plan(document: &Document, picked: &[usize], track: &Track) -> bool {
    let section = |at: &usize| {
        let is_title = |up: &usize| {
            let node = &document.nodes[*up];
            matches!(node.form, Form::Heading | Form::Bold) && node.unit.is_none()
        };
        document.around(*at).find(is_title)
    };
    let (Some(a), Some(b)) = (
        picked.first().and_then(section),
        track.units.first().and_then(section),
    ) else {
        return false;
    };
    let (a, b) = (&document.nodes[a], &document.nodes[b]);
    a.line() != b.line() && a.depth == b.depth && is_option(&a.text) && is_option(&b.text)
}

/// Whether a heading offers one of several plans: `Option B`, `方案二`, `4-week plan`.
fn is_option(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "option",
        "plan a",
        "plan b",
        "plan c",
        "version",
        "variant",
        "方案",
        "版本",
        "选项",
        "路线a",
        "路线b",
        "路线c",
        "コース",
        "プラン",
    ];
    let folded = folded(text);
    WORDS.iter().any(|word| has_word(&folded, word)) || period(text).is_some()
}

/// Whether a track with the numbers of another is a second part of the plan: as full, and about
/// other things.
pub(super) fn begins_again(document: &Document, best: &Track, track: &Track) -> bool {
    let pairs: Vec<(usize, usize)> = track
        .units
        .iter()
        .filter_map(|at| Some((*at, original(document, &best.units, *at)?)))
        .collect();
    let title = |at: usize| {
        mark_of(document, at)
            .map(|mark| mark.title.clone())
            .unwrap_or_default()
    };
    let titled: Vec<f64> = pairs
        .iter()
        .map(|(a, b)| (title(*a), title(*b)))
        .filter(|(a, b)| !a.is_empty() && !b.is_empty())
        .map(|(a, b)| dice(&a, &b))
        .collect();
    if titled.len() < 2
        || track.about.is_some()
        || class(document, track.units[0]) != class(document, best.units[0])
    {
        return false;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of headings")]
    let mean = titled.iter().sum::<f64>() / titled.len() as f64;
    let content = |track: &Track| track.content(document) / track.units.len().max(1);
    mean < 0.15 && content(track) * 5 >= content(best) * 2
}

impl Track {
    /// Whether it says what is to be reached by when.
    pub(super) fn is_goals(&self) -> bool {
        matches!(self.about, Some(About::Goals | About::Milestones))
    }

    /// Whether it is for keeping track of the plan, or about any week.
    pub(super) fn is_aside(&self) -> bool {
        use About::{Progress, Reminders, Routine};
        matches!(self.about, Some(Progress | Reminders | Routine))
    }

    /// How many lines are below its units.
    fn content(&self, document: &Document) -> usize {
        self.units
            .iter()
            .map(|at| document.below(*at).len() - 1)
            .sum()
    }

    /// How much it looks like the plan itself: by units inside, then by what it holds.
    pub(super) fn score(&self, document: &Document) -> (bool, (usize, usize, usize)) {
        let mut inner = 0;
        for at in &self.units {
            let below = document.below(*at);
            inner += below
                .iter()
                .skip(1)
                .filter(|index| {
                    matches!(
                        kind(&document.nodes[**index]),
                        Some(UnitKind::Week | UnitKind::Day | UnitKind::Slot)
                    )
                })
                .count();
        }
        let aside = self.is_aside() || self.is_goals();
        let is_many = self.units.len() > 1;
        let content = self.content(document);
        // Much more of the same says it better; a little more does not.
        let full = match content / self.units.len().max(1) {
            0 => 0,
            1 => 1,
            2..8 => 2,
            _ => 3,
        };
        let aside = usize::from(!aside);
        (
            is_many || inner > 0 || full > 1,
            (
                inner.min(1) * 2 + aside,
                full * self.units.len().min(4),
                self.units.len(),
            ),
        )
    }
}
