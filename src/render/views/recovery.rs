//! `off`, `move`, `shift`, `recover`: rest, what was moved, and recovery options.

use crate::calendar::Dates;
use crate::progress::{Event, Placement, What};
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table};
use crate::summary::{
    HeaviestDay, Recovery, RecoveryOption, SlotView, Study, Tally, UnplacedReason,
};

use super::parts::load;
use crate::text::Message;

/// How many slots are left unplaced for the same reason before it is said once for all of them.
const ALIKE: usize = 2;

/// Rest that was declared or called off, or is so already, and what stands there.
#[must_use]
pub fn rest(
    dates: Dates,
    why: Option<&str>,
    (cancel, already): (bool, bool),
    stranded: &[SlotView],
) -> Sheet {
    let mut sheet = Sheet::default();
    let on = phrase::dates(dates);
    let why = why.map(|why| format!(": {why}")).unwrap_or_default();
    let verb = if cancel { "no rest on" } else { "rest on" };
    let so = if already { ALREADY } else { "" };
    let words = format!("{so}{verb} {on}{why}");
    sheet.line(vec![Span::plain(words)]);
    let tally: Tally = stranded.iter().collect();
    if tally.slots > 0 {
        let load = load(tally.slots, tally.planned);
        let words = format!("  {load} there, to be placed elsewhere");
        sheet.line(vec![Span::dim(words)]);
    }
    sheet
}

/// What is said where nothing had to be recorded.
const ALREADY: &str = "already so: ";

/// Each slot that was moved, and those that are where they were to be already.
#[must_use]
pub fn moved(study: &Study, events: &[Event], already: &[What]) -> Sheet {
    let mut sheet = Sheet::default();
    let moved = events.iter().map(|event| ("", &event.what));
    let already = already.iter().map(|what| (ALREADY, what));
    for (so, what) in moved.chain(already) {
        if let What::Begin { start, .. } = what {
            let words = format!("the plan begins on {}", phrase::date(*start));
            sheet.line(vec![Span::plain(words)]);
        }
        let What::Move { slot, title, to } = what else {
            continue;
        };
        let mut line = vec![Span::plain(so), Span::new(slot.clone(), Role::Label)];
        line.push(Span::plain(format!(" {title}")));
        line.push(Span::dim(format!("  to {}", phrase::placement(*to))));
        if let Some(view) = study.slot(slot).filter(SlotView::is_moved) {
            let words = format!(" ({} in the plan)", phrase::dates(view.baseline));
            line.push(Span::dim(words));
        }
        sheet.hanging(2, line);
    }
    sheet
}

/// Many slots that were moved together, in two lines.
#[must_use]
pub fn shifted(study: &Study, events: &[Event]) -> Sheet {
    let mut sheet = Sheet::default();
    let moved = events.iter().filter_map(|event| match &event.what {
        What::Move { slot, .. } => study.slot(slot),
        _ => None,
    });
    let mut moved: Vec<SlotView> = moved.collect();
    let minutes = moved.iter().filter_map(SlotView::planned).sum();
    let what = events.iter().find_map(|event| match &event.what {
        What::Shift { weeks, .. } => Some(format!("shifted by {}", phrase::weeks(*weeks))),
        What::Recover { way } => Some(format!("moved by {way}")),
        _ => None,
    });
    let count = u32::try_from(moved.len()).unwrap_or(u32::MAX);
    let words = format!("{} {}", load(count, minutes), what.unwrap_or_default());
    sheet.line(vec![Span::plain(words)]);
    moved.sort_by_key(SlotView::when);
    for (name, slot) in [("first", moved.first()), ("last", moved.last())] {
        if let Some(slot) = slot {
            let line = vec![
                Span::dim(format!("  {name:<6}")),
                Span::new(slot.place.slot.id.to_string(), Role::Label),
                Span::plain(format!(" {}", slot.place.slot.title)),
                Span::dim(format!("  {}", phrase::placement(slot.placement()))),
            ];
            sheet.hanging(8, line);
        }
    }
    sheet
}

/// The ways back side by side.
#[must_use]
pub fn ways_back(recovery: &Recovery) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, recovery);
    sheet.blank();
    let row = |name: &str, cell: fn(&RecoveryOption) -> String| {
        let cells = recovery
            .options
            .iter()
            .map(|option| vec![Span::plain(cell(option))]);
        let name = vec![Span::new(name, Role::Label)];
        std::iter::once(name).chain(cells).collect::<Vec<Line>>()
    };
    sheet.blocks.push(Block::Table(Table {
        indent: 2,
        head: ["", "catch-up", "rebalance", "extend"]
            .map(Message::from)
            .to_vec(),
        align: vec![Align::Left; 4],
        yields: None,
        wraps: None,
        rows: vec![
            row("ends", |option| {
                let not_all = || "not all placed".to_owned();
                option.end.map_or_else(not_all, phrase::date)
            }),
            row("against the plan", |option| {
                let left = || format!("{} left", unplaced(option));
                option.late.map_or_else(left, against)
            }),
            row("moves", |option| phrase::count(moves(option), "slot")),
            row("", |option| phrase::duration(option.minutes)),
            row("heaviest day", |option| {
                heaviest(option, |day| match day.others {
                    0 => phrase::short_date(day.date),
                    more => format!("{} and {more} more", phrase::short_date(day.date)),
                })
            }),
            row("", |option| {
                heaviest(option, |day| phrase::duration(day.minutes))
            }),
            row("over budget", |option| phrase::count(option.over, "day")),
            row("unplaced", unplaced),
        ],
    }));
    for option in &recovery.options {
        obstacles(&mut sheet, option);
    }
    sheet
}

fn header(sheet: &mut Sheet, recovery: &Recovery) {
    let since = recovery
        .since
        .map(|date| format!(" from {} on", phrase::short_date(date)));
    let words = format!(
        "{} to place{}",
        load(recovery.tally.slots, recovery.tally.planned),
        since.unwrap_or_default()
    );
    let end = vec![Span::dim(format!(
        "the plan's last date is {}",
        phrase::date(recovery.plan_end)
    ))];
    sheet
        .blocks
        .push(Block::Split(vec![Span::new(words, Role::Title)], end));
}

fn moves(option: &RecoveryOption) -> u32 {
    u32::try_from(option.moves.len()).unwrap_or(u32::MAX)
}

fn against(late: i64) -> String {
    let days = |late: i64| phrase::count(u32::try_from(late.abs()).unwrap_or(u32::MAX), "day");
    match late {
        0 => "on its last date".to_owned(),
        1.. => format!("{} after", days(late)),
        _ => format!("{} before", days(late)),
    }
}

fn heaviest(option: &RecoveryOption, of: fn(HeaviestDay) -> String) -> String {
    option.heaviest.map_or_else(String::new, of)
}

fn unplaced(option: &RecoveryOption) -> String {
    match u32::try_from(option.unplaced.len()).unwrap_or(u32::MAX) {
        0 => "none".to_owned(),
        count => phrase::count(count, "slot"),
    }
}

/// What a way back leaves where it is, and why.
fn obstacles(sheet: &mut Sheet, option: &RecoveryOption) {
    if option.unplaced.is_empty() {
        return;
    }
    sheet.blank();
    let words = format!("  Left unplaced by {}", option.strategy.name());
    sheet.line(vec![Span::new(words, Role::Label)]);
    for alike in option
        .unplaced
        .chunk_by(|a, b| reason(&a.1) == reason(&b.1))
    {
        let why = Span::dim(format!("  {}", reason(&alike[0].1)));
        if alike.len() > ALIKE {
            let ids = phrase::list(alike.iter().map(|(slot, _)| &slot.place.slot.id));
            sheet.hanging(4, vec![Span::new(format!("  {ids}"), Role::Warn), why]);
            continue;
        }
        for (slot, _) in alike {
            let mut line = vec![Span::new(format!("  {} ", slot.place.slot.id), Role::Warn)];
            line.push(Span::plain(slot.place.slot.title.clone()));
            line.push(why.clone());
            sheet.hanging(4, line);
        }
    }
}

fn reason(why: &UnplacedReason) -> String {
    match why {
        UnplacedReason::NoRoom => "no day up to the end of the plan has room".to_owned(),
        UnplacedReason::TooLong => "it is longer than any day's budget".to_owned(),
        UnplacedReason::Before(other) => format!(
            "no room before {}, which follows it on {}",
            other.place.slot.id,
            phrase::short_date(other.dates.first)
        ),
    }
}

/// One recovery option: what it would move, by the new dates.
#[must_use]
pub fn recovery_option(study: &Study, recovery: &Recovery, option: &RecoveryOption) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, recovery);
    let what = match moves(option) {
        0 => "moves nothing".to_owned(),
        count => format!("moves {}", load(count, option.minutes)),
    };
    let outcome = match option.end.zip(option.late) {
        Some((end, late)) => format!("it would end on {}, {}", phrase::date(end), against(late)),
        None => format!("not all is placed: {} left", unplaced(option)),
    };
    let words = format!("{} {what}; {outcome}", option.strategy.name());
    sheet.line(vec![Span::plain(words)]);
    if let Some((weeks, slot)) = option.past_today(study) {
        let time = slot
            .time
            .map_or_else(String::new, |time| format!(" {time}"));
        let words = format!(
            "  by {weeks} weeks, as a week less would put {} on today{time}, which has passed",
            slot.place.slot.id
        );
        sheet.hanging(2, vec![Span::dim(words)]);
    }
    let moves = option.by_date(study);
    if !moves.is_empty() {
        sheet.blank();
        sheet.blocks.push(Block::Table(Table {
            indent: 2,
            head: ["to", "", "slot", "title", "from"]
                .map(Message::from)
                .to_vec(),
            align: vec![Align::Left; 5],
            yields: Some(3),
            wraps: None,
            rows: moves
                .iter()
                .map(|(slot, placement)| row(slot, *placement))
                .collect(),
        }));
    }
    let narrowed = phrase::list(option.narrowed().map(|slot| &slot.place.slot.id));
    if !narrowed.is_empty() {
        let words = format!("  on fewer dates than before, no run of dates being free: {narrowed}");
        sheet.hanging(4, vec![Span::new(words, Role::Warn)]);
    }
    obstacles(&mut sheet, option);
    sheet
}

fn row(slot: &SlotView, placement: Placement) -> Vec<Line> {
    let time = placement
        .time
        .map_or_else(String::new, |time| time.to_string());
    let (first, last) = (placement.date, placement.last);
    let mut from = phrase::short_dates(slot.dates);
    if let Some(time) = slot.time.filter(|time| Some(*time) != placement.time) {
        from += &format!(" {time}");
    }
    vec![
        vec![Span::plain(phrase::short_dates(Dates { first, last }))],
        vec![Span::plain(time)],
        vec![Span::new(slot.place.slot.id.to_string(), Role::Label)],
        vec![Span::plain(slot.place.slot.title.clone())],
        vec![Span::dim(from)],
    ]
}
