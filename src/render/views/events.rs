//! Exams and other events on fixed dates.

use crate::model::{EventKind, Placement};
use crate::render::sheet::{Role, Sheet, Span, dotted};
use crate::summary::{
    self, Clash, CoveredSlots, EventOdds, EventOutlook, EventProblem, EventView, EventsAhead,
    SlotView, Study,
};
use crate::text::{Covered, DueDate, FixedDate, Label, Message, Plans, SlotName};

use super::parts::first_only;

use super::parts::of_plan;

/// The events that are shown for a day. `is_other`: it is not the learner's own today.
pub(super) fn events_ahead(sheet: &mut Sheet, study: &Study, events: &EventsAhead, is_other: bool) {
    if is_other {
        let here = events.shown.iter().filter(|view| view.days_left == 0);
        here.for_each(|view| event_on_date(sheet, study, view));
        return;
    }
    for view in &events.shown {
        let words = FixedDate::Countdown {
            title: view.event.title.clone(),
            time: view.event.time,
            days: view.days_left,
            covered: Covered::from(view.covered),
        };
        let role = if view.days_left == 0 {
            Role::Now
        } else {
            Role::Plain
        };
        let line = of_plan(study).into_iter().chain([Span::new(words, role)]);
        sheet.labelled(label(view), line);
    }
    if !events.shown.is_empty() && events.more > 0 {
        let more = Span::dim(FixedDate::More(events.more));
        sheet.labelled(Label::Blank, [more]);
    }
}

/// Slots and events at the same time, a line each.
pub(super) fn clashes(sheet: &mut Sheet, clashes: Vec<Clash>) {
    for (label, Clash { what, time }) in first_only(Label::Overlap).zip(clashes) {
        let slots = Box::new(what);
        let words = Span::new(Plans::Overlap { slots, time }, Role::Warn);
        sheet.labelled(label, [words]);
    }
}

/// An event on the date that is shown.
pub(super) fn event_on_date(sheet: &mut Sheet, study: &Study, view: &EventView) {
    let words = FixedDate::OnDate {
        title: view.event.title.clone(),
        time: view.event.time,
        covered: Covered::from(view.covered),
    };
    let words = Span::new(words, Role::Now);
    sheet.labelled(label(view), of_plan(study).into_iter().chain([words]));
}

fn label(view: &EventView) -> Label {
    match view.event.kind {
        EventKind::Exam => Label::Exam,
        EventKind::Event => Label::Event,
    }
}

impl From<CoveredSlots> for Covered {
    fn from(covered: CoveredSlots) -> Self {
        let CoveredSlots {
            slots,
            done,
            skipped,
            ..
        } = covered;
        Self {
            slots,
            done,
            skipped,
        }
    }
}

/// What is wrong with the events of a study, each with the id of the event.
pub(crate) fn event_problems(
    study: &Study,
    is_meant: impl Fn(&EventProblem) -> bool,
) -> Vec<(String, Message)> {
    let problems = summary::event_problems(study).into_iter();
    let problems = problems.filter(|(_, problem)| is_meant(problem));
    let message = |(view, problem): (EventView, EventProblem)| {
        let id = view.event.id.to_string();
        let event = SlotName::new(&study.target(&view.event.id), &view.event.title);
        let at = Placement::on(view.event.date, view.event.time);
        let message = match problem {
            EventProblem::Passed => {
                let open = view.covered.open;
                DueDate::EventPassed { event, at, open }
            }
            EventProblem::RestDay => DueDate::EventOnRestDay { event, at },
            EventProblem::Overlaps(slots) => {
                let slots = slots.iter().map(SlotView::name).collect();
                DueDate::EventOverlaps { event, at, slots }
            }
            EventProblem::Late(slots) => {
                let slots = slots.iter().map(SlotView::name).collect();
                DueDate::SlotsTooLate { event, at, slots }
            }
        };
        (id, message.into())
    };
    problems.map(message).collect()
}

/// How many problems of events are listed at once; `plan milestones` shows them all.
const MOST_PROBLEMS: usize = 5;

/// The first problems of the events of a study, if they are meant.
pub(crate) fn first_event_problems(
    study: &Study,
    is_meant: impl Fn(&EventProblem) -> bool,
) -> impl Iterator<Item = Message> {
    let problems = event_problems(study, is_meant).into_iter();
    problems.map(|(_, problem)| problem).take(MOST_PROBLEMS)
}

/// Events in full: when they are, what they cover, and how much of that is done.
pub(crate) fn show_events(sheet: &mut Sheet, study: &Study, views: &[EventView]) {
    for view in views {
        sheet.blank();
        let event = &view.event;
        let title = format!("{} {}", study.target(&event.id), event.title);
        let title = Span::new(title, Role::Title);
        let at = FixedDate::At(Placement::on(event.date, event.time));
        let days = Span::dim(FixedDate::DaysLeft(view.days_left));
        sheet.split(vec![title], dotted([Span::plain(at), days]));
        let mut facts = vec![Span::plain(FixedDate::Kind(event.kind))];
        facts.extend(view.is_own.then(|| Span::dim(FixedDate::Own)));
        let from = view.moved_from;
        let from = from.map(|(date, time)| FixedDate::MovedFrom(Placement::on(date, time)));
        facts.extend(from.map(Span::dim));
        sheet.hanging(4, [vec![Span::space(2)], dotted(facts)].concat());
        let covers = event.covers.iter().map(ToString::to_string);
        let covers = match event.covers.as_slice() {
            [] => FixedDate::CoversNothing,
            _ => FixedDate::Covers(covers.collect()),
        };
        sheet.hanging(4, vec![Span::space(2), Span::dim(covers)]);
        let facts = covered_facts(view);
        if !facts.is_empty() {
            sheet.hanging(4, [vec![Span::space(2)], dotted(facts)].concat());
        }
    }
}

/// How much of what an event covers is done, and what is wrong with the rest.
fn covered_facts(view: &EventView) -> Vec<Span> {
    let covered = view.covered;
    if covered.slots == 0 {
        return Vec::new();
    }
    let mut facts = vec![Span::plain(FixedDate::Covered(Covered::from(covered)))];
    if view.is_missed() {
        let words = FixedDate::PassedOpen(covered.open);
        facts.push(Span::new(words, Role::Warn));
    } else if covered.late > 0 {
        facts.push(Span::new(FixedDate::Late(covered.late), Role::Warn));
    }
    facts
}

/// The odds that everything is done before each of some events.
pub(super) fn odds(sheet: &mut Sheet, outlooks: &[EventOutlook]) {
    if outlooks.is_empty() {
        return;
    }
    sheet.blank();
    sheet.heading(vec![Span::plain(Label::Events)]);
    for EventOutlook { view, odds } in outlooks {
        let event = &view.event;
        let title = Span::new(format!("{} {}", event.id, event.title), Role::Label);
        let at = FixedDate::At(Placement::on(event.date, event.time));
        let chance = odds.map(|odds| Span::plain(FixedDate::Odds(odds.chance)));
        let facts = [title, Span::plain(at)].into_iter().chain(chance);
        let facts = match odds {
            Some(_) => dotted(facts),
            None => dotted(facts.chain(covered_facts(view))),
        };
        sheet.hanging(4, [vec![Span::space(2)], facts].concat());
        let Some(EventOdds {
            with_hour,
            let_go,
            uncovered: slots,
            ..
        }) = *odds
        else {
            continue;
        };
        let with_hour = with_hour.map(FixedDate::OddsWithHour);
        let let_go = let_go.map(|chance| FixedDate::OddsLetGo { chance, slots });
        let others = dotted(with_hour.into_iter().chain(let_go).map(Span::dim));
        if !others.is_empty() {
            sheet.hanging(6, [vec![Span::space(4)], others].concat());
        }
    }
}

/// Events in a few words each, below a heading.
pub(super) fn list_events(sheet: &mut Sheet, study: &Study, views: &[EventView]) {
    if views.is_empty() {
        return;
    }
    sheet.blank();
    sheet.heading(vec![Span::plain(Label::Events)]);
    for view in views {
        let event = &view.event;
        let at = FixedDate::At(Placement::on(event.date, event.time));
        let title = format!("{} {}", study.target(&event.id), event.title);
        let title = Span::new(title, Role::Label);
        let days = Span::dim(FixedDate::DaysLeft(view.days_left));
        let facts = [title, Span::plain(at), days].into_iter();
        let facts = dotted(facts.chain(covered_facts(view)));
        sheet.hanging(4, [vec![Span::space(2)], facts].concat());
    }
}
