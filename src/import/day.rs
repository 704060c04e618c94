//! What a day holds: halves, slots with times, or slots without.

use super::breaks::is_break;
use super::clock::{Times, has_afternoon};
use super::content::DayContent;
use super::fields::notes;
use super::hours::middle;
use super::label::{About, about};
use super::layout::share;
use super::ledger::Ledger;
use super::nest::kind;
use super::node::{Document, Form, Node};
use super::sitting::own_length;
use super::slot::{Draft, draft, fill, line, link_of, place_below};
use super::titles::is_rest;
use super::unit::UnitKind;
use super::untimed::untimed;
use crate::model::{Minutes, Session, Window};
use crate::text::import::LeftOver;

/// Reads the content of a day: `parts` are the nodes directly below it.
pub(super) fn day(
    document: &Document,
    title: &str,
    parts: &[usize],
    ledger: &mut Ledger,
) -> DayContent {
    let mut content = DayContent::default();
    let mut loose: Vec<usize> = Vec::new();
    let has_times = parts.iter().any(|at| {
        document
            .below(*at)
            .iter()
            .any(|below| document.nodes[*below].times.is_some())
    });
    for at in parts.iter().copied() {
        let node = &document.nodes[at];
        match kind(node) {
            Some(UnitKind::Half) => half(document, at, &mut content, ledger),
            Some(UnitKind::Slot) => timed(document, at, false, &mut content, ledger),
            _ if node.form == Form::Heading && !has_times => {
                titled(document, at, title, &mut content, ledger);
            }
            _ => {
                if inner_times(document, at) {
                    wrapped(document, at, &mut content, ledger);
                } else {
                    loose.push(at);
                }
            }
        }
    }
    let has_slots = content.sessions.iter().any(|(_, slots)| !slots.is_empty());
    if has_slots {
        aside(document, &loose, &mut content, ledger);
    } else {
        let drafts = untimed(document, title, &loose, &mut content, ledger);
        content.sessions.push((Session::default(), drafts));
    }
    content
}

fn inner_times(document: &Document, at: usize) -> bool {
    let below = document.below(at);
    below
        .iter()
        .skip(1)
        .any(|index| document.nodes[*index].times.is_some())
}

/// A half of a day, with its slots or as one.
fn half(document: &Document, at: usize, content: &mut DayContent, ledger: &mut Ledger) {
    let node = &document.nodes[at];
    let Some(mark) = &node.unit else {
        ledger.place(node);
        return;
    };
    let below = document.below(at);
    let mut lines = below[1..].iter().map(|index| &document.nodes[*index]);
    let is_free = is_rest(&mark.title) || mark.title.is_empty() && !node.children.is_empty();
    if is_free && lines.all(|line| line.times.is_none() && is_rest(&line.text)) {
        content.breaks.push(node.line());
        for index in below {
            ledger.leave(&document.nodes[index], LeftOver::Break);
        }
        return;
    }
    ledger.place(node);
    let afternoon = has_afternoon(&mark.words);
    let window = mark.times.map(|times| late(times, afternoon));
    let mut session = Session {
        half: Some(mark.words.clone()),
        window: window.and_then(Times::window),
        title: Some(mark.title.clone()).filter(|title| speaks(title)),
        ..Session::default()
    };
    let (inner, loose) = timed_below(document, node, afternoon, ledger);
    let drafts = inner.sessions.into_iter().flat_map(|(_, drafts)| drafts);
    let mut drafts: Vec<Draft> = drafts.collect();
    content.breaks.extend(inner.breaks);
    if drafts.is_empty() {
        let own = session.title.take().unwrap_or_default();
        drafts = untimed(document, &own, &loose, content, ledger);
        // A title that is not that of the only slot stays the session's.
        let is_used = drafts.iter().any(|draft| draft.slot.title == own);
        session.title = Some(own).filter(|own| !own.is_empty() && !is_used);
        fit(&mut drafts, session.window, mark.length.map(middle));
    } else {
        let remarks = loose.iter().flat_map(|at| notes(document, *at));
        session.notes.extend(remarks);
        place_all(document, &loose, ledger);
    }
    content.sessions.push((session, drafts));
}

/// The slots with times below a node, and what is next to them.
fn timed_below(
    document: &Document,
    node: &Node,
    afternoon: bool,
    ledger: &mut Ledger,
) -> (DayContent, Vec<usize>) {
    let mut inner = DayContent::default();
    let mut loose = Vec::new();
    for child in node.children.iter().copied() {
        if document.nodes[child].times.is_some() {
            timed(document, child, afternoon, &mut inner, ledger);
        } else if inner_times(document, child) {
            wrapped(document, child, &mut inner, ledger);
        } else {
            loose.push(child);
        }
    }
    (inner, loose)
}

/// Gives the slots of a half its time: the only one all of it, several a share each.
fn fit(drafts: &mut [Draft], window: Option<Window>, length: Option<u32>) {
    let count = u32::try_from(drafts.len()).unwrap_or(1);
    if let ([only], Some(window)) = (&mut *drafts, window) {
        only.slot.time = Some(window);
    } else if let Some(minutes) = length.or(window.map(|window| window.length().0)) {
        for draft in drafts {
            draft.slot.duration = Some(Minutes(share(minutes, count)));
        }
    }
}

fn late(times: Times, afternoon: bool) -> Times {
    if afternoon {
        times.in_afternoon()
    } else {
        times
    }
}

fn speaks(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A slot with times.
fn timed(
    document: &Document,
    at: usize,
    afternoon: bool,
    content: &mut DayContent,
    ledger: &mut Ledger,
) {
    let node = &document.nodes[at];
    let Some(times) = node.times else {
        return;
    };
    if is_break(&node.text) {
        content.breaks.push(node.line());
        for index in document.below(at) {
            ledger.leave(&document.nodes[index], LeftOver::Break);
        }
        return;
    }
    // Without a title of its own, the first line below is it.
    let first = node.children.first().filter(|_| !speaks(&node.text));
    let title = first.map_or(&node.text, |child| &document.nodes[*child].text);
    let mut draft = draft(title, node.line());
    set_time(&mut draft, late(times, afternoon));
    draft.slot.ticked = node.tick == Some(true);
    ledger.place(node);
    let mut children = node.children.as_slice();
    if let Some(first) = first {
        ledger.place(&document.nodes[*first]);
        children = &children[1..];
    }
    link_of(node, &mut draft);
    fill(document, children, &mut draft, ledger);
    match content.sessions.last_mut() {
        Some((session, drafts)) if is_nameless(session) => drafts.push(draft),
        _ => content.sessions.push((Session::default(), vec![draft])),
    }
}

/// Gives a slot its time, or how long it takes if it passes midnight.
fn set_time(draft: &mut Draft, times: Times) {
    let slot = &mut draft.slot;
    slot.time = times.window();
    if slot.time.is_none() {
        slot.duration = Some(Minutes(times.length())).filter(|minutes| minutes.0 > 0);
    }
}

fn is_nameless(session: &Session) -> bool {
    session.half.is_none() && session.title.is_none() && session.window.is_none()
}

fn place_all(document: &Document, parts: &[usize], ledger: &mut Ledger) {
    for at in parts {
        place_below(document, *at, ledger);
    }
}

/// A part that has timed slots somewhere below is a session by its name.
fn wrapped(document: &Document, at: usize, content: &mut DayContent, ledger: &mut Ledger) {
    let node = &document.nodes[at];
    ledger.place(node);
    let mut session = Session {
        title: Some(node.text.clone()),
        ..Session::default()
    };
    let (inner, loose) = timed_below(document, node, false, ledger);
    for at in loose {
        session.notes.extend(notes(document, at));
        place_below(document, at, ledger);
    }
    content.breaks.extend(inner.breaks);
    let drafts = inner
        .sessions
        .into_iter()
        .flat_map(|(_, drafts)| drafts)
        .collect();
    content.sessions.push((session, drafts));
}

/// A heading in a day without times: a session, unless the day's title says what its slot is.
fn titled(
    document: &Document,
    at: usize,
    title: &str,
    content: &mut DayContent,
    ledger: &mut Ledger,
) {
    let node = &document.nodes[at];
    ledger.place(node);
    let is_label = matches!(
        about(&node.text),
        Some(About::Goals | About::Resources | About::Reminders | About::Deliverables)
    );
    let drafts = if title.is_empty() && !is_label {
        untimed(document, "", &node.children, content, ledger)
    } else {
        let mut draft = draft(&node.text, node.line());
        fill(document, &node.children, &mut draft, ledger);
        vec![draft]
    };
    let is_same = drafts.len() == 1 && drafts[0].slot.title == node.text;
    let session = Session {
        title: Some(node.text.clone()).filter(|_| !is_same),
        ..Session::default()
    };
    content.sessions.push((session, drafts));
}

/// What is next to timed slots: tasks with a box or a duration, and notes on the first session.
fn aside(document: &Document, loose: &[usize], content: &mut DayContent, ledger: &mut Ledger) {
    let is_task = |at: &usize| {
        let node = &document.nodes[*at];
        node.form == Form::Item && (node.tick.is_some() || own_length(&node.text).is_some())
    };
    let (tasks, loose): (Vec<usize>, Vec<usize>) = loose.iter().partition(|at| is_task(at));
    let tasks = tasks.into_iter().map(|at| line(document, at, ledger));
    let tasks: Vec<Draft> = tasks.collect();
    if let Some((_, drafts)) = content.sessions.last_mut() {
        drafts.extend(tasks);
    }
    let remarks: Vec<_> = loose.iter().flat_map(|at| notes(document, *at)).collect();
    place_all(document, &loose, ledger);
    if let Some(draft) = content
        .sessions
        .iter_mut()
        .flat_map(|(_, drafts)| drafts)
        .next()
    {
        draft.slot.notes.extend(remarks);
    }
}
