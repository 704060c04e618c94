//! Studies made up from a list of choices, so that proptest can shrink them: the fewer and the
//! smaller the choices, the plainer the study.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use uuid::Uuid;

use crate::calendar::{Calendar, add, valid_start};
use crate::model::{
    Budget, Clock, Day, Minutes, Period, Phase, Plan, PlanId, Roadmap, Session, Slot, SlotId,
    TimeBudget, Topic, TopicId, Week, Weekdays, Window,
};
use crate::progress::{Event, Placement, What, fold};
use crate::summary::{SlotView, Study};

/// Choices, taken one after the other; once they are used up, all are 0.
pub(crate) struct Tape<'c> {
    choices: &'c [u32],
}

impl<'c> Tape<'c> {
    pub(crate) fn new(choices: &'c [u32]) -> Self {
        Self { choices }
    }

    /// A number less than `n`.
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        let Some((first, rest)) = self.choices.split_first() else {
            return 0;
        };
        self.choices = rest;
        first % n
    }

    /// True once in `n` times.
    pub(crate) fn once_in(&mut self, n: u32) -> bool {
        self.below(n) == n - 1
    }

    pub(crate) fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(u32::try_from(all.len()).expect("few")) as usize]
    }
}

/// A plan, what happened, and what time it is.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) plan: Plan,
    pub(crate) events: Vec<Event>,
    pub(crate) now: NaiveDateTime,
}

pub(crate) const DAY_STARTS: Minutes = Minutes(4 * 60);

impl Case {
    /// As `commands::load` puts them together.
    pub(crate) fn study(&self) -> Study {
        let progress = fold(&self.events);
        Study::new(
            self.plan.clone(),
            progress,
            first_start(),
            self.now,
            DAY_STARTS,
        )
    }

    /// Records events as one run of a command; gives its op.
    pub(crate) fn record(&mut self, day: NaiveDate, whats: Vec<What>) -> Uuid {
        let op = Uuid::from_u128(1 << 64 | self.events.len() as u128);
        for what in whats {
            let n = self.events.len() as u64 + 1;
            self.events.push(Event {
                id: Uuid::from_u128(u128::from(n)),
                op,
                n,
                at: self.now.and_utc().fixed_offset(),
                day,
                dev: "a".to_owned(),
                what,
            });
        }
        op
    }
}

/// Begins a plan.
pub(crate) fn begin(case: &mut Case, start: NaiveDate) {
    let plan = "p".to_owned();
    case.record(
        start,
        vec![What::Begin {
            plan,
            start,
            afresh: false,
        }],
    );
}

/// Marks a slot as done.
pub(crate) fn done(case: &mut Case, slot: &Slot, on: NaiveDate) {
    let (minutes, fingerprint, again) = (None, None, false);
    let what = What::Done {
        slot: slot.id.to_string(),
        title: slot.title.clone(),
        minutes,
        fingerprint,
        again,
    };
    case.record(on, vec![what]);
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn first_start() -> NaiveDate {
    date("2026-11-30")
}

pub(crate) fn window(from: u32, until: u32) -> Window {
    let clock = |minutes| Clock::from_minutes(minutes).expect("a time of day");
    Window {
        start: clock(from),
        end: clock(until),
    }
}

pub(crate) fn slot(
    id: &str,
    time: Option<Window>,
    duration: Option<u32>,
    topic: Option<&str>,
) -> Slot {
    Slot {
        id: SlotId::new(id).expect("an id"),
        id_is_given: true,
        time,
        duration: duration.map(Minutes),
        title: format!("title of {id}"),
        topic: topic.map(|topic| TopicId::new(topic).expect("a topic")),
        ticked: false,
        fields: Vec::new(),
        notes: Vec::new(),
        editor_notes: Vec::new(),
    }
}

pub(crate) fn session(window: Option<Window>, slots: Vec<Slot>) -> Session {
    Session {
        half: None,
        title: None,
        window,
        notes: Vec::new(),
        editor_notes: Vec::new(),
        slots,
    }
}

pub(crate) fn day(
    numbers: Option<(u32, u32)>,
    weekdays: Option<Weekdays>,
    sessions: Vec<Session>,
) -> Day {
    Day {
        numbers,
        weekdays,
        added: None,
        title: None,
        origin: None,
        notes: Vec::new(),
        editor_notes: Vec::new(),
        sessions,
    }
}

pub(crate) fn week(number: u32, days: Vec<Day>) -> Week {
    Week {
        number: Some(number),
        title: None,
        goals: Vec::new(),
        fields: Vec::new(),
        notes: Vec::new(),
        editor_notes: Vec::new(),
        days,
        deliverables: Vec::new(),
    }
}

pub(crate) fn phase(buffer: Option<Period>, weeks: Vec<Week>) -> Phase {
    Phase {
        title: Some("P".to_owned()),
        heading: None,
        span: None,
        buffer,
        goals: Vec::new(),
        notes: Vec::new(),
        editor_notes: Vec::new(),
        weeks,
    }
}

pub(crate) fn plan(phases: Vec<Phase>) -> Plan {
    Plan {
        events: Vec::new(),
        id: PlanId::new("p").expect("an id"),
        title: "T".to_owned(),
        language: "en".to_owned(),
        direction: None,
        duration: None,
        time_budget: None,
        goal: None,
        front_matter: Vec::new(),
        roadmap: Roadmap::default(),
        resources: Vec::new(),
        milestones: Vec::new(),
        reminders: Vec::new(),
        artifacts: Vec::new(),
        notes: Vec::new(),
        editor_notes: Vec::new(),
        rest: Vec::new(),
        allow: Vec::new(),
        phases,
    }
}

pub(crate) fn budgets(weekday: Option<u32>, weekend: Option<u32>) -> TimeBudget {
    let budget = |minutes: Option<u32>| {
        let high = Minutes(minutes?);
        let low = Minutes(high.0 / 2);
        Some(Budget { low, high })
    };
    TimeBudget {
        weekday: budget(weekday),
        weekend: budget(weekend),
        verbatim: None,
    }
}

pub(crate) fn topic(id: &str, after: &[&str]) -> Topic {
    let id_of = |id: &str| TopicId::new(id).expect("a topic");
    Topic {
        id: id_of(id),
        title: id.to_owned(),
        class: None,
        after: after.iter().map(|id| id_of(id)).collect(),
    }
}

const TOPICS: [&str; 4] = ["A", "B", "C", "D"];

fn roadmap(tape: &mut Tape) -> Roadmap {
    let count = tape.below(5) as usize;
    let topics = TOPICS[..count].iter().enumerate().map(|(index, id)| {
        let before = TOPICS[..index].iter().copied();
        let after: Vec<&str> = before.filter(|_| tape.once_in(3)).collect();
        topic(id, &after)
    });
    let topics = topics.collect();
    Roadmap {
        topics,
        ..Roadmap::default()
    }
}

/// Makes every fourth slot a part of an essay, of which there are two.
pub(crate) fn name_part(tape: &mut Tape, slot: &mut Slot, number: usize) {
    let essay = tape.of(&[None, None, None, None, None, None, Some("X"), Some("Y")]);
    if let Some(essay) = essay {
        slot.title = format!("Essay {essay} part {}", number % 100);
    }
}

/// What the parts of a plan are called and take so far.
struct Author<'t, 'c> {
    tape: &'t mut Tape<'c>,
    topics: usize,
    slots: usize,
    day: u32,
    week: u32,
}

impl Author<'_, '_> {
    fn slot(&mut self, time: Option<Window>, duration: Option<u32>) -> Slot {
        self.slots += 1;
        let topics = u32::try_from(self.topics).expect("few");
        let topic = self.tape.below(topics + 1).checked_sub(1);
        let topic = topic.map(|topic| TOPICS[topic as usize]);
        let mut slot = slot(&format!("s{}", self.slots), time, duration, topic);
        name_part(self.tape, &mut slot, self.slots);
        slot
    }

    /// Slots one after the other from a time on, until another.
    fn timed(&mut self, mut from: u32, until: u32, most: u32) -> Vec<Slot> {
        let mut slots = Vec::new();
        for _ in 0..=self.tape.below(most) {
            from += self.tape.of(&[0, 0, 15, 7]);
            let end = from + self.tape.of(&[60, 30, 45, 90, 25]);
            if end > until {
                break;
            }
            slots.push(self.slot(Some(window(from, end)), None));
            from = end;
        }
        slots
    }

    fn untimed(&mut self, most: u32, lengths: &[Option<u32>]) -> Session {
        let slots = (0..=self.tape.below(most)).map(|_| {
            let length = self.tape.of(lengths);
            self.slot(None, length)
        });
        let slots = slots.collect();
        session(None, slots)
    }

    fn sessions(&mut self) -> Vec<Session> {
        match self.tape.below(6) {
            0 => vec![self.untimed(3, &[Some(60), Some(30), Some(100)])],
            1 => vec![self.untimed(3, &[None])],
            2 => vec![self.untimed(3, &[None, Some(45)])],
            _ => self.halves(),
        }
    }

    fn halves(&mut self) -> Vec<Session> {
        let mut halves = Vec::new();
        for (from, until) in [(9 * 60, 12 * 60), (14 * 60, 17 * 60)] {
            let slots = self.timed(from, until, 3);
            let own = self.tape.once_in(2).then(|| window(from, until));
            if !slots.is_empty() && (halves.is_empty() || self.tape.once_in(2)) {
                halves.push(session(own, slots));
            }
        }
        if self.tape.once_in(6) {
            let mut night = self.timed(22 * 60 + 30, 24 * 60, 2);
            night.extend(self.timed(20, 2 * 60, 2));
            halves.push(session(None, night));
        }
        if self.tape.once_in(8) {
            let last = self.untimed(2, &[None, Some(20)]);
            halves.push(last);
        }
        halves.retain(|half| !half.slots.is_empty());
        if halves.is_empty() {
            halves.push(self.untimed(1, &[Some(30)]));
        }
        halves
    }

    fn day(&mut self) -> Day {
        let first = self.day + 1;
        let run = if self.tape.once_in(6) {
            self.tape.below(3)
        } else {
            0
        };
        self.day = first + run;
        let weekdays = self.tape.once_in(3).then(|| {
            let first = Weekday::Mon.num_days_from_monday() + self.tape.below(7);
            let first = Weekday::try_from(u8::try_from(first).expect("few")).expect("a weekday");
            let last = (0..run).fold(first, |day, _| day.succ());
            Weekdays { first, last }
        });
        let sessions = self.sessions();
        day(Some((first, self.day)), weekdays, sessions)
    }

    fn week(&mut self) -> Week {
        self.week += 1;
        let days = if self.tape.once_in(5) {
            let lengths = [None, Some(90), Some(300)];
            vec![day(None, None, vec![self.untimed(3, &lengths)])]
        } else {
            (0..=self.tape.below(4)).map(|_| self.day()).collect()
        };
        week(self.week, days)
    }
}

fn a_plan(tape: &mut Tape) -> Plan {
    let budget = |tape: &mut Tape| tape.of(&[None, Some(60), Some(120), Some(200), Some(360)]);
    let time_budget = tape.once_in(2).then(|| {
        let weekday = budget(tape);
        budgets(weekday, budget(tape))
    });
    let none: &[Weekday] = &[];
    let rest = tape.of(&[
        none,
        none,
        &[Weekday::Sun],
        &[Weekday::Sat, Weekday::Sun],
        &[Weekday::Wed],
    ]);
    let roadmap = roadmap(tape);
    let mut author = Author {
        topics: roadmap.topics.len(),
        tape,
        slots: 0,
        day: 0,
        week: 0,
    };
    let mut phases = Vec::new();
    for _ in 0..=author.tape.below(2) {
        let weeks = (0..=author.tape.below(2)).map(|_| author.week()).collect();
        phases.push(phase(None, weeks));
        if author.tape.once_in(3) {
            let span = author.tape.of(&[Period::Weeks(1), Period::Days(3)]);
            phases.push(phase(Some(span), Vec::new()));
        }
    }
    Plan {
        time_budget,
        rest: rest.to_vec(),
        roadmap,
        ..plan(phases)
    }
}

/// A study with whatever can have happened in it.
pub(crate) fn case(choices: &[u32]) -> Case {
    let mut tape = Tape::new(choices);
    let tape = &mut tape;
    // First what is worth shrinking last.
    let when = tape.below(1 << 16);
    let plan = a_plan(tape);
    let start = valid_start(&plan, add(first_start(), u64::from(tape.below(7))));
    let end = Calendar::lay(&plan, start).end();
    let length = u32::try_from((end - start).num_days()).expect("an end after the start");
    let today = add(start, u64::from(when % (length + 6))) - TimeDelta::days(1);
    let clock = 4 * 60
        + tape.of(&[
            4 * 60,
            0,
            6 * 60 + 3,
            10 * 60,
            17 * 60,
            19 * 60 + 55,
            23 * 60,
        ]);
    let seconds = TimeDelta::minutes(i64::from(clock)) + TimeDelta::seconds(tape.of(&[0, 30]));
    let mut case = Case {
        plan,
        events: Vec::new(),
        now: today.and_time(NaiveTime::MIN) + seconds,
    };
    if !tape.once_in(10) {
        let plan = "p".to_owned();
        case.record(
            start,
            vec![What::Begin {
                plan,
                start,
                afresh: false,
            }],
        );
    }
    marks(tape, &mut case, today);
    for _ in 0..tape.below(6) {
        happen(tape, &mut case, (start, length), today);
    }
    if when % 5 == 4 {
        go_into_a_slot(&mut case);
    }
    case
}

/// Turns the clock to where a slot of today is running that is not done, if there is one.
fn go_into_a_slot(case: &mut Case) {
    let study = case.study();
    let on_today = |slot: &SlotView| slot.is_open() && slot.dates.first == study.today;
    let starts = study.slots().filter(on_today);
    let mut starts = starts.filter_map(|slot| Some(study.moment(study.today, slot.time?.start)));
    if let Some(start) = starts.next() {
        case.now = start + TimeDelta::minutes(1);
    }
}

/// What was done or skipped.
fn marks(tape: &mut Tape, case: &mut Case, today: NaiveDate) {
    let study = case.study();
    let chance = tape.of(&[3, 2, 8]);
    for view in study.slots() {
        let past = view.dates.last <= today;
        if !tape.once_in(if past { chance } else { 12 }) {
            continue;
        }
        let (slot, title) = named(&view);
        let day = if tape.once_in(2) {
            today
        } else {
            view.dates.first.min(today)
        };
        let what = if tape.once_in(4) {
            let (why, again) = (None, false);
            What::Skip {
                slot,
                title,
                why,
                fingerprint: None,
                again,
            }
        } else {
            let (minutes, again) = (tape.once_in(3).then_some(Minutes(50)), false);
            What::Done {
                slot,
                title,
                minutes,
                fingerprint: None,
                again,
            }
        };
        case.record(day, vec![what]);
    }
}

fn named(view: &SlotView) -> (String, String) {
    let slot = view.place.slot;
    (slot.id.to_string(), slot.title.clone())
}

/// Rest, its end, a slot moved by hand, a shift, an undo.
fn happen(tape: &mut Tape, case: &mut Case, span: (NaiveDate, u32), today: NaiveDate) {
    let (start, length) = span;
    let near = |tape: &mut Tape| match tape.below(2) {
        0 => add(today, u64::from(tape.below(5))),
        _ => add(start, u64::from(tape.below(length + 4))),
    };
    let whats = match tape.below(7) {
        0..=2 => {
            let first = near(tape);
            let last = add(first, tape.of(&[0, 1, 3, 13]));
            let (why, cancel) = (None, tape.once_in(4));
            vec![What::Off {
                first,
                last,
                why,
                cancel,
                source: None,
            }]
        }
        3 | 4 => moved_by_hand(tape, &case.study(), near),
        5 => shifted_by_hand(tape, &case.study()),
        _ => {
            let is_begin = |event: &&Event| matches!(event.what, What::Begin { .. });
            let ops = case.events.iter().filter(|event| !is_begin(event));
            let ops: Vec<Uuid> = ops.map(|event| event.op).collect();
            let count = u32::try_from(ops.len()).expect("few");
            let op = ops.get(tape.below(count.max(1)) as usize);
            let of = op.copied().into_iter().collect();
            vec![What::Undo { of }]
        }
    };
    case.record(today, whats);
}

fn moved_by_hand(
    tape: &mut Tape,
    study: &Study,
    near: impl Fn(&mut Tape) -> NaiveDate,
) -> Vec<What> {
    let open: Vec<SlotView> = study.slots().filter(SlotView::is_open).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let view = &open[tape.below(u32::try_from(open.len()).expect("few")) as usize];
    let date = near(tape);
    let run = (view.dates.last - view.dates.first)
        .num_days()
        .unsigned_abs();
    let last = if tape.once_in(2) {
        add(date, run)
    } else {
        date
    };
    let length = view.planned().filter(|_| tape.once_in(2));
    let at = length.and_then(|length| {
        let clock = Clock::from_minutes(60 * tape.of(&[9, 10, 15, 20, 1]))?;
        Window::from(clock, length)
    });
    let time = at.or(view.time);
    let (slot, title) = named(view);
    let to = Placement { date, last, time };
    vec![What::Move {
        part: None,
        slot,
        title,
        fingerprint: None,
        to,
    }]
}

fn shifted_by_hand(tape: &mut Tape, study: &Study) -> Vec<What> {
    let weeks = tape.of(&[1, 2, -1]);
    let open: Vec<SlotView> = study.slots().filter(SlotView::is_open).collect();
    let from = tape.below(u32::try_from(open.len()).expect("few").max(1)) as usize;
    let Some(first) = open.get(from) else {
        return Vec::new();
    };
    let head = What::Shift {
        from: first.place.slot.id.to_string(),
        weeks,
    };
    let moves = open[from..].iter().map(|view| {
        let later = |date: NaiveDate| date + TimeDelta::weeks(i64::from(weeks));
        let (slot, title) = named(view);
        let to = Placement {
            date: later(view.dates.first),
            last: later(view.dates.last),
            time: view.time,
        };
        What::Move {
            part: None,
            slot,
            title,
            fingerprint: None,
            to,
        }
    });
    std::iter::once(head).chain(moves).collect()
}
