//! Numbers, names and dates on screen mean the same as targets.

use crate::sandbox::Sandbox;

const GREEK: &str = "\
plan: greek
title: Greek
language: en
days:
  - day: 1
    weekday: mon
    slots:
      - {time: 09:00-10:00, title: Alpha}
      - {time: 10:00-11:00, title: Beta}
      - {time: 11:00-12:00, title: Gamma}
  - day: 2
    weekday: tue
    slots: [{time: 14:00-15:00, title: Delta}]
";

/// The Greek plan, begun on Monday, 7 September 2026, and looked at in its morning.
fn greek() -> Sandbox {
    follow("greek", GREEK)
}

fn follow(id: &str, plan: &str) -> Sandbox {
    let home = Sandbox::new()
        .at("2026-09-07T08:00:00")
        .env("COLUMNS", "80");
    let file = format!("{id}.yaml");
    home.file(&file, plan);
    home.run(&["init", &file, "--start", "2026-09-07"]).ok();
    home
}

/// What a command prints, without the spaces at the ends of its lines.
#[track_caller]
fn screen(home: &Sandbox, args: &[&str]) -> String {
    let said = home.run(args);
    let lines = said.stdout.lines().map(str::trim_end);
    let out: String = lines.map(|line| line.to_owned() + "\n").collect();
    out + &said.stderr
}

#[test]
fn a_move_numbers_the_rest_of_the_day_anew() {
    let home = greek();
    home.run(&["move", "1", "tue"]).ok();
    assert_eq!(
        screen(&home, &["today"]),
        "\
Greek                                                             Mon 7 Sep 2026
Day 1 Mon                              week ────────── 0/4   plan ────────── 0/4

      time         slot   to do
   1  10:00-11:00  Beta
   2  11:00-12:00  Gamma

 moved    d01-0900 Alpha to Tue 8 Sep
hint: `plan done 1` when you finish it
"
    );
    assert_eq!(
        screen(&home, &["done", "2"]),
        "✓ d01-1100 Gamma   planned 1 h\n  left today: 1 (1 h)\n"
    );
    // A mark changes no number.
    let at_ten = home.at("2026-09-07T10:20:00");
    assert_eq!(screen(&at_ten, &["status", "--short"]), "1/2 Beta 40m\n");
    assert_eq!(
        screen(&home, &["done", "3"]),
        "\
error: no slot 3 on Mon 7 Sep 2026
hint: slots 1 to 2: d01-1000 Beta; d01-1100 Gamma
"
    );
    assert_eq!(
        screen(&home, &["note", "1", "hard"]),
        "note d01-1000 Beta: hard\n  left today: 1 (1 h)\n"
    );
    assert_eq!(
        screen(&home, &["show", "2"]),
        "\
✓ Gamma                                                                 d01-1100
  Mon 7 Sep · Day 1 Mon · 11:00-12:00 · 1 h · done
  done on Mon 7 Sep 2026
"
    );
}

#[test]
fn a_day_that_was_moved_after_a_mark_is_numbered_anew_on_both_dates() {
    let home = greek();
    home.run(&["done", "2"]).ok();
    home.run(&["move", "d1", "tue"]).ok();
    let rows = |args: &[&str]| -> Vec<String> {
        let screen = screen(&home, args);
        let row = |line: &&str| line.contains(":00-");
        screen.lines().filter(row).map(ToOwned::to_owned).collect()
    };
    assert_eq!(rows(&["today"]), [" ✓ 1  10:00-11:00  Beta"]);
    assert_eq!(
        rows(&["today", "--date", "tue"]),
        [
            "   1  09:00-10:00  Alpha  from Mon 7 Sep",
            "   2  11:00-12:00  Gamma  from Mon 7 Sep",
            "   3  14:00-15:00  Delta",
        ]
    );
    assert_eq!(
        rows(&["week"]),
        [
            " ✓ 1  10:00-11:00  Beta",
            "   1  09:00-10:00  Alpha  from Mon 7 Sep",
            "   2  11:00-12:00  Gamma  from Mon 7 Sep",
            "   3  14:00-15:00  Delta",
        ]
    );
    // The plan's second slot of Day 1 is still Beta, and its third is Gamma.
    let json = home.run(&["show", "d1.2-3", "--json"]).json();
    let slot = |n: usize| {
        let slot = &json["shown"][0]["slots"][n];
        format!("{} {} {}", slot["title"], slot["date"], slot["ordinal"])
    };
    assert_eq!(slot(0), "\"Beta\" \"2026-09-07\" 1");
    assert_eq!(slot(1), "\"Gamma\" \"2026-09-08\" 2");
}

/// After it, dates before the start have no slots, on screen and as targets.
#[test]
fn nothing_was_planned_before_the_start() {
    let home = greek();
    assert_eq!(
        screen(&home, &["today", "--date", "2026-09-06"]),
        "\
Greek                                                             Sun 6 Sep 2026
                                                             plan ────────── 0/4

Before the start of the plan.

 next     Mon 7 Sep Day 1 Mon: 3 slots, 3 h
"
    );
    assert_eq!(
        screen(&home, &["show", "1", "--date", "2026-09-06"]),
        "\
error: `1` matches nothing: there are no slots on Sun 6 Sep 2026
hint: next: d01-0900 Alpha
"
    );
}

/// Before the start, the preview is of the first day as it will be.
#[test]
fn a_preview_has_the_numbers_of_its_date() {
    let home = greek();
    let sunday = home.at("2026-09-06T08:00:00");
    sunday.run(&["move", "1", "tue"]).ok();
    let json = sunday.run(&["today", "--json"]).json();
    let titles: Vec<_> = json["days"][0]["slots"]
        .as_array()
        .unwrap()
        .iter()
        .map(|slot| format!("{} {}", slot["ordinal"], slot["title"]))
        .collect();
    assert_eq!(titles, ["1 \"Beta\"", "2 \"Gamma\""]);
    assert!(sunday.run(&["show", "1"]).ok().contains("Beta"));
}

const MANY: &str = "\
plan: many
title: Many
language: zh
roadmap: {topics: {A: {title: 深度学习基础}}}
resources: [{id: clip, kind: paper, title: CLIP paper, url: 'https://example.org/clip'}]
phases:
  - title: Part one
    weeks:
      - week: 1
        title: Tensors
        days:
          - {day: 1, weekday: mon, slots: [{time: 09:00-10:00, title: CLIP 实践（一）, topic: A}]}
          - {day: 2, weekday: tue, slots: [{time: 09:00-10:00, title: Café au lait}]}
  - title: A break
    buffer: 1 week
  - title: Part two
    weeks:
      - week: 2
        title: Attention
        days:
          - {day: 3, weekday: mon, slots: [{time: 09:00-10:00, title: x}]}
          - {day: 4, weekday: tue, slots: [{time: 09:00-10:00, title: Flashcards}]}
          - {day: 5, weekday: wed, slots: [{time: 09:00-10:00, title: Flashcards}]}
        deliverables:
          - {id: w02.1, text: an essay}
          - {id: w02.2, text: a talk}
          - {id: w02.3, text: a demo}
";

/// The first line that `show` prints, with single spaces.
fn shown(home: &Sandbox, target: &str) -> String {
    let said = home.run(&["show", target]);
    let text = said.stdout + &said.stderr;
    let line = text.lines().find(|line| !line.is_empty()).unwrap_or("");
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn whatever_is_printed_is_accepted() {
    let home = follow("many", MANY);
    let clip = "CLIP 实践（一） d01-0900";
    for (target, first) in [
        ("Day 1", "Day 1 周一 Mon 7 Sep 2026"),
        ("Day 1 周一", "Day 1 周一 Mon 7 Sep 2026"),
        ("d1.1", clip),
        ("D1.1", clip),
        ("D01-0900", clip),
        ("d01-0900 CLIP 实践（一）", clip),
        ("clip实践（一）", clip),
        ("CLIP 实践(一)", clip),
        ("CLIP 实践[一]", clip),
        ("d1。1", clip),
        ("１", clip),
        ("９：００", clip),
        ("09:00–10:00", clip),
        ("2026-09-07", clip),
        ("Cafe\u{301} au lait", "Café au lait d02-0900"),
        ("x", "x d03-0900"),
        ("week 1", "Week 1 Tensors ────────── 0/2 2 slots, 2 h"),
        (
            "Week 1 Tensors",
            "Week 1 Tensors ────────── 0/2 2 slots, 2 h",
        ),
        ("tensors", "Week 1 Tensors ────────── 0/2 2 slots, 2 h"),
        ("Part one", "Part one ────────── 0/2 2 slots, 2 h"),
        ("phase 1/2", "Part one ────────── 0/2 2 slots, 2 h"),
        // A break without weeks has no number, on screen neither.
        ("p2", "Part two ────────── 0/3 3 slots, 3 h"),
        ("A break", "A break Mon 14 - Sun 20 Sep 2026"),
        ("A", "A 深度学习基础 ────────── 0/1 1 slot, 1 h"),
        ("深度学习 基础", "A 深度学习基础 ────────── 0/1 1 slot, 1 h"),
        (
            "A 深度学习基础",
            "A 深度学习基础 ────────── 0/1 1 slot, 1 h",
        ),
        ("clip", "paper 1"),
        ("CLIP paper", "paper 1"),
        ("w02.2", "a talk w02.2"),
        ("a talk", "a talk w02.2"),
    ] {
        assert_eq!(shown(&home, target), first, "{target}");
    }
}

#[test]
fn a_name_that_several_have_is_refused_with_all_of_them() {
    let home = follow("many", MANY);
    assert_eq!(
        screen(&home, &["done", "flashcards"]),
        "\
error: `flashcards` is the name of 2 parts of the plan
hint: choose one: d04-0900 Flashcards (Tue 22 Sep, open); d05-0900 Flashcards (Wed 23 Sep, open)
"
    );
    assert_eq!(
        screen(&home, &["show", "e"]),
        "\
error: cannot search titles for `e`
hint: one letter is in too many titles: give two, or a whole title; `all` means every slot of the day
"
    );
    assert_eq!(
        screen(&home, &["done", "深度学习基础"]),
        "\
error: `深度学习基础` is a topic, not a slot or day
hint: name slots, or a day such as `d8`; `plan show A` lists its slots
"
    );
}

#[test]
fn a_range_names_several_deliverables() {
    let home = follow("many", MANY);
    assert_eq!(
        screen(&home, &["done", "w02.2-3"]),
        "✓ w02.2 a talk\n✓ w02.3 a demo\n  left today: 1 (1 h)\n"
    );
    assert_eq!(
        screen(&home, &["done", "w2.3-4"]),
        "\
error: no such deliverable `w2.3-4`
hint: deliverables: w02.1, w02.2, w02.3
"
    );
}

/// An id of the plan's own comes before the position that it looks like.
#[test]
fn a_deliverable_is_found_by_the_id_that_it_was_given() {
    let home = follow(
        "ids",
        "\
plan: ids
title: Ids
language: en
weeks:
  - week: 1
    days: [{day: 1, weekday: mon, slots: [{time: 09:00-10:00, title: Alpha}]}]
    deliverables: [{id: w01.2, text: a talk}, {id: essay, text: twenty pages}]
",
    );
    assert_eq!(
        screen(&home, &["done", "essay"]),
        "✓ essay twenty pages\n  left today: 1 (1 h)\n"
    );
    assert_eq!(
        screen(&home, &["done", "w01.2"]),
        "✓ w01.2 a talk\n  left today: 1 (1 h)\n"
    );
}

/// Two slots that start at the same time cannot be told apart by it.
#[test]
fn a_time_that_several_slots_have_is_refused() {
    let home = greek();
    home.run(&["move", "d2.1", "mon", "--at", "09:00"]).ok();
    assert_eq!(
        screen(&home, &["done", "9:00"]),
        "\
error: `09:00` matches 2 slots
hint: choose one: d01-0900 Alpha (Mon 7 Sep, open); d02-1400 Delta (Mon 7 Sep, open)
hint: today's are 1, 2
"
    );
}

#[test]
fn a_header_names_every_week_that_its_slots_are_from() {
    let home = follow("many", MANY);
    home.run(&["move", "d3.1", "tue"]).ok();
    assert_eq!(
        screen(&home, &["today", "--date", "tue"]),
        "\
Many                                                              Tue 8 Sep 2026
Day 2, 3 · Week 1 Tensors · Week 2 Attention · phase 1/2 · phase 2/2
week ────────── 0/3   plan ────────── 0/5

      time         slot                           to do
   1  09:00-10:00  Café au lait
   2  09:00-10:00  x             from Mon 21 Sep

 overlap  09:00-10:00: d02-0900 Café au lait and d03-0900 x
 overdue  d01-0900 CLIP 实践（一） (Mon 7 Sep), 1 h
"
    );
}

#[test]
fn a_moved_slot_has_no_weekday_but_that_of_its_date() {
    let home = follow("many", MANY);
    home.run(&["move", "d1", "sat"]).ok();
    assert_eq!(
        screen(&home, &["show", "d1.1"]),
        "  CLIP 实践（一）                                                       d01-0900
  Sat 12 Sep · Day 1 · 09:00-10:00 · 1 h · A 深度学习基础 · open · moved from
  Mon 7 Sep
"
    );
    assert_eq!(
        shown(&home, "d1"),
        "Day 1 Sat 12 Sep 2026, planned for Mon 7 Sep"
    );
}

#[test]
fn a_date_in_another_year_has_its_year() {
    let home = greek();
    home.run(&["move", "d1.1", "2027-01-04"]).ok();
    assert_eq!(
        screen(&home, &["show", "d1.1"]),
        "  Alpha                                                                 d01-0900
  Mon 4 Jan 2027 · Day 1 · 09:00-10:00 · 1 h · open · moved from Mon 7 Sep
"
    );
    assert!(screen(&home, &["today"]).contains(" moved    d01-0900 Alpha to Mon 4 Jan 2027\n"),);
    let week = screen(&home, &["week", "--date", "2027-01-04"]);
    let days: Vec<&str> = week.lines().skip(3).take(6).collect();
    assert_eq!(
        days,
        [
            "",
            "Mon 4 Jan 2027  Day 1",
            "   1  09:00-10:00  Alpha  from Mon 7 Sep",
            "Tue 5 Jan 2027  after the end",
            "Wed 6 Jan 2027  after the end",
            "Thu 7 Jan 2027  after the end",
        ]
    );
    let later = home.at("2027-01-04T10:30:00");
    assert!(screen(&later, &["show", "d1.2"]).contains("Mon 7 Sep 2026 · Day 1 Mon · 10:00-11:00"),);
}

#[test]
fn rows_of_a_report_between_dates_have_dates() {
    let home = greek();
    home.run(&["done", "1"]).ok();
    let rows = |args: &[&str]| -> Vec<String> {
        let screen = screen(&home, args);
        let row = |line: &&str| line.contains("Day ");
        screen.lines().filter(row).map(ToOwned::to_owned).collect()
    };
    assert_eq!(
        rows(&["report", "--since", "2026-09-01", "--until", "2026-09-08"]),
        [
            "  Mon 7 Sep  Day 1  █████───────────  1/3  1 h",
            "  Tue 8 Sep  Day 2  ────────────────  0/1",
        ]
    );
    assert_eq!(
        rows(&["report"]),
        [
            "  Mon  Day 1  █████───────────  1/3  1 h",
            "  Tue  Day 2  ────────────────  0/1",
        ]
    );
}

/// A slot of today is still offered after its time, before those of later days.
#[test]
fn todays_open_slot_is_offered_after_its_time() {
    let home = greek();
    home.run(&["done", "1-2"]).ok();
    let evening = home.at("2026-09-07T20:00:00");
    assert_eq!(
        screen(&evening, &["status"]),
        " now      nothing
 next     d01-1100 Gamma  Mon 7 Sep 11:00-12:00
 week     ██████████────────── 2/4
 plan     ██████████────────── 2/4
"
    );
    assert_eq!(
        screen(&evening, &["next"]),
        "  Gamma                                                                 d01-1100
  Mon 7 Sep · Day 1 Mon · 11:00-12:00 · 1 h · open
"
    );
    // What is still to come today is offered first.
    home.run(&["move", "d2.1", "mon", "--at", "21:00"]).ok();
    assert!(evening.run(&["next"]).ok().contains("Delta"));
}

#[test]
fn what_comes_next_is_counted_where_it_is_now() {
    let home = follow("many", MANY);
    home.run(&["move", "d2.1", "2026-09-24"]).ok();
    let next = |args: &[&str]| {
        let screen = screen(&home, args);
        let next = screen.lines().find(|line| line.starts_with(" next"));
        next.map(ToOwned::to_owned)
    };
    assert_eq!(
        next(&["report"]).as_deref(),
        Some(" next     Mon 21 Sep Weeks 1-2: 4 slots, 4 h")
    );
    home.run(&["move", "d5.1", "2026-10-07"]).ok();
    assert_eq!(
        next(&["report"]).as_deref(),
        Some(" next     Mon 21 Sep Weeks 1-2: 3 slots, 3 h")
    );
}

/// Four evenings in which titles repeat, with something to hand in.
const TINY: &str = "\
plan: t
title: Tiny
rest: [sun]
time_budget: {weekday: 2h, weekend: 2h}
milestones: [{title: First half, due: 1 week, goals: [{text: it, by: [w1]}]}]
resources: [{id: book, kind: book, title: The book}]
weeks:
  - title: One
    days:
      - {weekday: mon, slots: [{time: 19:00-20:30, title: Chapter 1}]}
      - {weekday: tue, slots: [{time: 19:00-19:45, title: Exercises}, {time: 19:45-20:30, title: Flashcards}]}
      - {weekday: wed, slots: [{time: 19:00-20:30, title: Chapter 2}]}
      - {weekday: thu, slots: [{time: 19:00-19:45, title: Exercises}, {time: 19:45-20:30, title: Flashcards}]}
    deliverables: [Report on birds]
";

#[test]
fn candidates_have_dates_and_states_and_open_ones_come_first() {
    let home = follow("t", TINY);
    home.run(&["done", "d2"]).ok();
    let wed = home.at("2026-09-09T21:00:00");
    let candidates = "hint: choose one: d04-1900 Exercises (Thu 10 Sep, open); d02-1900 Exercises \
                      (Tue 8 Sep, done)\n\
                      hint: only `d04-1900` is open\n";
    assert_eq!(
        wed.run(&["done", "exerc"]).fails(2),
        format!("error: `exerc` matches 2 slots\n{candidates}")
    );
    assert_eq!(
        wed.run(&["done", "Exercises"]).fails(2),
        format!("error: `Exercises` is the name of 2 parts of the plan\n{candidates}")
    );
    // Today's number is named for a slot that is open only.
    let tue = home.at("2026-09-08T21:00:00");
    assert_eq!(
        tue.run(&["done", "Exercises"]).fails(2),
        format!("error: `Exercises` is the name of 2 parts of the plan\n{candidates}")
    );
    // Here the slot of today is meant, done or not.
    let note = "note d02-1900 Exercises: hard\n  nothing left today\n";
    assert_eq!(tue.run(&["note", "Exercises", "hard"]).ok(), note);
    assert_eq!(tue.run(&["note", "exerc", "hard"]).ok(), note);
}

#[test]
fn the_open_slot_of_today_is_meant_by_a_title_and_by_a_part_of_it() {
    let home = follow("t", TINY);
    let thu = home.at("2026-09-10T21:00:00");
    let done = "✓ d04-1945 Flashcards   planned 45 min\n  left today: 1 (45 min)\n";
    assert_eq!(thu.run(&["done", "Flashcards"]).ok(), done);
    let done = "✓ d04-1900 Exercises   planned 45 min\n  nothing left today\n";
    assert_eq!(thu.run(&["done", "exerc"]).ok(), done);
    // Of what is left, none is of today.
    let left = "error: `flash` matches 2 slots\n\
                hint: choose one: d02-1945 Flashcards (Tue 8 Sep, overdue); d04-1945 Flashcards \
                (Thu 10 Sep, done)\n\
                hint: only `d02-1945` is open\n";
    assert_eq!(thu.run(&["done", "flash"]).fails(2), left);
    home.run(&["done", "d02-1945"]).ok();
    let already =
        "✓ d04-1945 Flashcards   was already done   planned 45 min\n  nothing left today\n";
    assert_eq!(thu.run(&["done", "Flashcards"]).ok(), already);
    assert_eq!(thu.run(&["done", "flash"]).ok(), already);
}

/// A slot and a deliverable with one title: the slot of today first, then what is left to hand in.
#[test]
fn an_open_deliverable_is_meant_where_the_slot_of_that_title_is_done() {
    let home = follow("t", &TINY.replace("Chapter 2", "Report on birds"));
    let wed = home.at("2026-09-09T21:00:00");
    let first = "✓ d03-1900 Report on birds   planned 1 h 30 min\n  nothing left today\n";
    assert_eq!(wed.run(&["done", "Report on birds"]).ok(), first);
    let then = "✓ w01.1 Report on birds\n  nothing left today\n";
    for again in ["Report on birds", "on bir"] {
        assert_eq!(wed.run(&["done", again]).ok(), then);
        wed.run(&["undo"]).ok();
    }
    let thu = home.at("2026-09-10T18:00:00");
    let then = "✓ w01.1 Report on birds\n  left today: 1, 2 (1 h 30 min)\n";
    assert_eq!(thu.run(&["done", "report on birds"]).ok(), then);
}

#[test]
fn of_two_slots_at_one_time_the_open_one_is_meant() {
    let plan = "plan: p\ntitle: P\ndays:\n  \
                - {weekday: mon, slots: [{time: 19:00-20:00, title: One}]}\n  \
                - {weekday: tue, slots: [{time: 19:00-20:00, title: Two}]}\n";
    let home = follow("p", plan);
    home.run(&["move", "d2.1", "mon"]).ok();
    home.run(&["done", "d1.1"]).ok();
    let done = "✓ d02-1900 Two   planned 1 h\n  nothing left today\n";
    assert_eq!(home.run(&["done", "19:00"]).ok(), done);
}

#[test]
fn deliverables_are_found_by_a_part_and_say_what_moves_them() {
    let home = follow("t", TINY);
    assert_eq!(
        screen(&home, &["move", "w01.1", "sat"]),
        "error: w01.1 Report on birds cannot be moved: it is due with the last slot of its week, \
         on Thu 10 Sep 2026\n\
         hint: move d04-1945 Flashcards, and it is due then\n"
    );
    assert_eq!(
        screen(&home, &["shift", "1w", "--from", "report on"]),
        screen(&home, &["move", "w01.1", "sat"]),
    );
    assert_eq!(
        screen(&home, &["done", "report on"]),
        "✓ w01.1 Report on birds\n  left today: 1 (1 h 30 min)\n"
    );
}

#[test]
fn what_cannot_be_marked_says_what_it_is() {
    let home = follow("t", TINY);
    for (target, said) in [
        ("book", "`book` is a resource, not a slot or day"),
        ("w1", "`w1` is a week, not a slot or day"),
    ] {
        let hint =
            format!("name slots, or a day such as `d8`; `plan show {target}` lists its slots");
        let expected = format!("error: {said}\nhint: {hint}\n");
        assert_eq!(screen(&home, &["done", target]), expected);
    }
    assert_eq!(
        screen(&home, &["show", "First half"]),
        "error: nothing in the plan matches `First half`\n\
         hint: First half is a milestone: `plan milestones` shows it\n"
    );
    assert_eq!(
        screen(&home, &["show", "2"]),
        "error: no slot 2 on Mon 7 Sep 2026\nhint: only slot 1: d01-1900 Chapter 1\n"
    );
    let later = home.at("2026-09-14T08:00:00");
    later.run(&["done", "d1", "d2", "d3", "d4"]).ok();
    assert_eq!(
        screen(&later, &["done", "1"]),
        "error: `1` matches nothing: there are no slots on Mon 14 Sep 2026\n\
         hint: overdue: w01.1 Report on birds\n"
    );
}

#[test]
fn moves_say_what_is_due_on_another_date_and_that_a_weekday_is_free() {
    let home = follow("t", TINY);
    assert_eq!(
        screen(&home, &["move", "d4.1", "sun"]),
        "d04-1900 Exercises  to Sun 13 Sep 2026 19:00-19:45 (planned for Thu 10 Sep 2026)\n  \
         w01.1 Report on birds is due on Sun 13 Sep 2026 now, not on Thu 10 Sep 2026\n\
         warning: d04-1900 Exercises is on Sun 13 Sep 2026, a day the plan leaves free; `plan undo` reverts it\n\
         warning: d04-1900 Exercises is on Sun 13 Sep 2026, after the plan's end on Thu 10 Sep \
         2026; `plan undo` reverts it\n\
         warning: d04-1900 Exercises comes after d04-1945 Flashcards, which follows it in the \
         plan; `plan undo` reverts it\n"
    );
    home.run(&["undo"]).ok();
    assert_eq!(
        screen(&home, &["shift", "1w"]),
        "6 slots, 6 h shifted by 1 week\n  \
         first d01-1900 Chapter 1  Mon 14 Sep 2026 19:00-20:30\n  \
         last  d04-1945 Flashcards  Thu 17 Sep 2026 19:45-20:30\n  \
         w01.1 Report on birds is due on Thu 17 Sep 2026 now, not on Thu 10 Sep 2026\n"
    );
}

/// A plan in which a topic, a week, a deliverable and a slot share titles.
const SHARED: &str = "\
plan: shared
title: Shared names
time_budget: {weekday: 8h, weekend: 8h}
roadmap: {topics: {est: {title: Estimation}}}
resources: [{id: paper, kind: paper, title: Estimation, url: https://example.org/e}]
weeks:
  - title: Estimation
    days:
      - {weekday: mon, slots: [{time: 19:00-20:00, title: Alpha, topic: est}]}
      - {weekday: wed, slots: [{time: 19:00-20:00, title: Beta, topic: est}]}
      - {weekday: fri, slots: [{time: 19:00-20:00, title: Gamma, topic: est}]}
  - title: Exam
    days:
      - {weekday: mon, slots: [{time: 19:00-20:00, title: Delta}]}
      - {weekday: sat, slots: [{time: 10:00-12:00, title: Exam}]}
    deliverables: [Exam]
";

#[test]
fn the_header_of_a_date_means_the_days_that_it_names() {
    let home = follow("shared", SHARED);
    home.run(&["move", "d1", "2026-09-11"]).ok();
    home.run(&["move", "d2", "2026-09-11", "--at", "21:00"])
        .ok();
    let friday = home.at("2026-09-11T18:00:00");
    assert_eq!(
        screen(&friday, &["done", "Day 1, 2"]),
        "✓ d01-1900 Alpha   planned 1 h\n✓ d02-1900 Beta   planned 1 h\n  left today: 2 (1 h)\n"
    );
    assert_eq!(
        screen(&friday, &["done", "第3、4天"]),
        "✓ d03-1900 Gamma   planned 1 h\n✓ d04-1900 Delta   planned 1 h\n  nothing left today\n"
    );
    assert_eq!(
        screen(&friday, &["done", "d5,9"]),
        "\
error: no such day `d5,9`
hint: the plan has days 1 to 5
"
    );
}

#[test]
fn only_what_the_verb_takes_is_to_choose_from() {
    let home = follow("shared", SHARED);
    for (args, expected) in [
        (
            &["done", "Estimation"][..],
            "\
error: `Estimation` is a week, not a slot or day
hint: name slots, or a day such as `d8`; `plan show w1` lists its slots
",
        ),
        (
            &["move", "w2 Exam", "fri"],
            "\
error: `w2 Exam` is a week, not a slot or day
hint: `plan shift 1w --from w2` moves all open slots from there on
",
        ),
        (
            &["done", "Exam"],
            "\
error: `Exam` is the name of 2 parts of the plan
hint: choose one: d05-1000 Exam (Sat 19 Sep, open); w02.1 Exam (Sat 19 Sep, open)
",
        ),
        (
            &["show", "Exam"],
            "\
error: `Exam` is the name of 3 parts of the plan
hint: choose one: d05-1000 Exam (Sat 19 Sep, open); w02.1 Exam (Sat 19 Sep, open); w2 Exam
",
        ),
        (
            &["shift", "1w", "--from", "Exam"],
            "\
error: `Exam` is the name of 2 parts of the plan
hint: choose one: d05-1000 Exam (Sat 19 Sep, open); w2 Exam
",
        ),
        (
            &["recover", "--let-go", "--in", "Estimation"],
            "\
error: `Estimation` is the name of 2 parts of the plan
hint: choose one: w1 Estimation; est Estimation
",
        ),
    ] {
        assert_eq!(screen(&home, args), expected, "{args:?}");
    }
}

#[test]
fn weeks_are_found_by_whatever_they_are_called() {
    let home = follow("shared", SHARED);
    let link = screen(&home, &["open", "Estimation", "--print"]);
    assert_eq!(link, "https://example.org/e\n");
    for (args, other) in [
        (["report", "Week 1 Estimation"], ["report", "1"]),
        (["report", "w1 Estimation"], ["report", "1"]),
        (["report", "Estimation"], ["report", "1"]),
        (["week", "w2 Exam"], ["week", "w2"]),
        (["show", "w2 Exam"], ["show", "w2"]),
    ] {
        assert_eq!(screen(&home, &args), screen(&home, &other), "{args:?}");
    }
    assert_eq!(
        screen(&home, &["shift", "1w", "--from", "w2 Exam"]),
        "\
2 slots, 3 h shifted by 1 week
  first d04-1900 Delta  Mon 21 Sep 2026 19:00-20:00
  last  d05-1000 Exam  Sat 26 Sep 2026 10:00-12:00
  w02.1 Exam is due on Sat 26 Sep 2026 now, not on Sat 19 Sep 2026
"
    );
}

/// What a fourth learner typed back, or read and did not believe.
#[test]
fn what_is_on_screen_can_be_typed_back_and_is_true() {
    let home = follow("t", TINY);
    home.run(&["move", "d4.1", "sun"]).ok();
    // A day with slots on other dates is shown without its weekday.
    let shown = screen(&home, &["show", "Day 1 Mon"]);
    assert_eq!(screen(&home, &["show", "Day 1"]), shown);
    assert_eq!(
        screen(&home, &["show", "2026-09-12"]),
        "error: `2026-09-12` matches nothing: there are no slots on Sat 12 Sep 2026\n\
         hint: next: d01-1900 Chapter 1\n"
    );
}

#[test]
fn a_shifted_day_is_planned_for_its_new_date() {
    let home = follow("t", TINY);
    home.run(&["shift", "1w", "--from", "d4"]).ok();
    let head = |home: &Sandbox| {
        let shown = screen(home, &["show", "d4"]);
        let line = shown.lines().next().unwrap_or_default().to_owned();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(head(&home), "Day 4 Thu 17 Sep 2026");
    home.run(&["move", "d4", "2026-09-18"]).ok();
    assert_eq!(head(&home), "Day 4 Fri 18 Sep 2026, planned for Thu 17 Sep");
}
