//! Several plans: every command that is printed acts on the plan that it is about.

use crate::sandbox::Sandbox;

/// Two weeks of three evenings.
fn plan(id: &str) -> String {
    let week = |title: &str| {
        let day = |weekday: &str, number: usize| {
            format!(
                "  - {{weekday: {weekday}, slots: [{{time: '19:00-20:30', title: {title}{number}}}]}}\n"
            )
        };
        let days = [day("mon", 1), day("wed", 2), day("fri", 3)].concat();
        format!("- title: {title}\n  days:\n{days}")
    };
    let title = id.to_uppercase();
    let weeks = [week("One"), week("Two")].concat();
    format!("plan: {id}\ntitle: Plan {title}\nweeks:\n{weeks}")
}

/// Both begin on Monday, 7 December 2026; `a` is the current plan, and alone.
fn home() -> Sandbox {
    let home = Sandbox::new().short().at("2026-12-06T10:00:00");
    for id in ["b", "a"] {
        let file = format!("{id}.yaml");
        home.file(&file, plan(id));
        home.run(&["init", &file, "--start", "2026-12-07"]).ok();
    }
    home.at("2026-12-07T18:00:00")
}

/// What a line of shell prints, and which commands are among it.
fn said(home: &Sandbox, line: &str) -> (String, Vec<String>) {
    let out = home.shell(&format!("$PLAN {line}"));
    let text = out.stdout + &out.stderr;
    let commands = text.split("`plan ").skip(1);
    let commands = commands.filter_map(|rest| Some(rest.split_once('`')?.0.to_owned()));
    let commands = commands.collect();
    (text, commands)
}

#[test]
fn what_is_recorded_in_a_plan_that_is_not_followed_is_taken_back_there() {
    let home = home();
    let journal = || std::fs::read(home.home().join("state/a/journal.jsonl")).expect("a journal");
    let (before, of_a) = (said(&home, "--plan b week").0, journal());
    for line in [
        "fit --hours sat=6h --apply",
        "off 2026-12-09",
        "done 1",
        "skip 1",
        "note 1 slowly",
        "move d2 thu",
        "shift 1w",
        "add Extra --on 2026-12-12 --duration 30m",
        "add Mid --exam --on 2026-12-20",
    ] {
        let (text, commands) = said(&home, &format!("--plan b {line}"));
        assert_eq!(
            commands.last().map(String::as_str),
            Some("--plan b undo"),
            "{line}: {text}"
        );
        let (text, _) = said(&home, "--plan b undo");
        assert!(text.starts_with("Plan B (b)\nundone: "), "{line}: {text}");
        assert_eq!(said(&home, "--plan b week").0, before, "{line}");
    }
    assert_eq!(journal(), of_a);
    // Control: where it is followed, plain `undo` finds it, and nothing is said.
    home.file("config/config.yaml", "plan: ../a.yaml\nfollow: [a, b]\n");
    assert_eq!(
        said(&home, "done b:1").0,
        "Plan B (b)\n✓ b:d01-1900 One1   planned 1 h 30 min\n  nothing left today\n"
    );
    assert_eq!(
        said(&home, "undo").0,
        "Plan B (b)\nundone: done b:d01-1900 One1\n"
    );
}

/// Lines about the plan `b`, and the commands that they print. It is Saturday, with three slots overdue.
const LINES: [(&str, &[&str]); 34] = [
    ("today", &["--plan b done d01-1900"]),
    ("tomorrow", &[]),
    ("next", &[]),
    ("week", &[]),
    ("status", &[]),
    ("report", &[]),
    ("report last", &["--plan b report --all"]),
    ("show zz", &["--plan b today"]),
    ("done w1", &["--plan b show w1"]),
    ("done d1 --took 1h", &["--plan b undo"]),
    ("reopen d1", &["--plan b undo"]),
    ("note d1 well", &["--plan b undo"]),
    ("move w1 sun", &["--plan b shift 1w --from w1"]),
    (
        "move d1 2026-12-01",
        &["--plan b done TARGET --date 2026-12-01"],
    ),
    ("off 2027-01-01..2028-06-01", &["--plan b shift 52w"]),
    ("due mid 2026-12-01", &["--plan b today"]),
    ("recover", &["--plan b recover --catch-up"]),
    (
        "recover --rebalance",
        &["--plan b recover --rebalance --apply"],
    ),
    (
        "recover --let-go --in w1",
        &["--plan b recover --let-go --in w1 --apply"],
    ),
    ("recover --apply", &["--plan b recover"]),
    ("skip overdue", &["--plan b skip overdue --apply"]),
    (
        "skip overdue --in b:w1",
        &["skip overdue --in 'b:w1' --apply"],
    ),
    ("skip 1 --apply", &["--plan b skip overdue"]),
    ("fit", &["--plan b fit --hours mon-fri=19:00-21:00,sat=3h"]),
    (
        "fit --hours sat=6h",
        &["--plan b fit --hours 'sat=6h' --apply"],
    ),
    ("off 2026-12-14", &["--plan b recover", "--plan b undo"]),
    (
        "off 2026-12-20 --cancel",
        &["--plan b off 2026-12-14 --cancel"],
    ),
    (
        "init",
        &["init PLAN", "--plan b init --restart --start DATE"],
    ),
    ("undo", &[]),
    ("undo 9", &[]),
    ("redo 9", &[]),
    ("log", &[]),
    (
        "add Extra --on 2026-12-01",
        &["--plan b done TITLE --date DATE"],
    ),
    ("use c", &["plans", "init FILE"]),
];

#[test]
fn commands_that_are_printed_act_on_the_plan_of_the_run() {
    let home = home().at("2026-12-12T10:00:00");
    let found = LINES.map(|(line, _)| (line, said(&home, &format!("--plan b {line}")).1));
    let expected = LINES.map(|(line, commands)| {
        let commands = commands.iter().map(|command| (*command).to_owned());
        (line, commands.collect::<Vec<_>>())
    });
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    // Control: the same of the current plan.
    assert_eq!(said(&home, "skip overdue").1, ["skip overdue --apply"]);
    assert_eq!(
        said(&home, "--plan a skip overdue").1,
        ["skip overdue --apply"]
    );
    assert_eq!(
        said(&home, "--plan ./a.yaml skip overdue").1,
        ["skip overdue --apply"]
    );
    // A plan that has not begun is called by its path, in either language.
    home.file("new plan.yaml", plan("c").replace("One", "Uno"));
    let (text, commands) = said(&home, "--plan 'new plan.yaml' --lang zh today");
    assert_eq!(
        commands,
        [
            "--plan 'new plan.yaml' init",
            "--plan 'new plan.yaml' done 1"
        ],
        "{text}"
    );
}

#[test]
fn previews_name_the_plan_and_lines_about_a_followed_plan_its_commands() {
    let home = home().at("2026-12-12T10:00:00");
    let expected = "\
Plan B (b)
3 slots, 4 h 30 min overdue

  slot      title  from
  d01-1900  One1   Mon 7 Dec
  d02-1900  One2   Wed 9 Dec
  d03-1900  One3   Fri 11 Dec
hint: `plan --plan b skip overdue --apply` applies it
";
    assert_eq!(said(&home, "--plan b skip overdue").0, expected);
    for line in ["recover", "recover --extend", "fit --hours sat=6h", "fit"] {
        let (text, _) = said(&home, &format!("--plan b {line}"));
        assert!(text.starts_with("Plan B (b)\n"), "{line}: {text}");
    }
    home.file("config/config.yaml", "plan: ../a.yaml\nfollow: [a, b]\n");
    said(&home, "--plan b off 2026-12-14");
    let home = home.at("2026-12-13T10:00:00");
    for line in ["today", "tomorrow", "report", "status", "report b:all"] {
        let (text, commands) = said(&home, line);
        let own: Vec<&str> = commands.iter().map(String::as_str).collect();
        let own = own
            .into_iter()
            .filter(|command| command.contains("recover"));
        assert_eq!(own.collect::<Vec<_>>(), ["--plan b recover"], "{text}");
    }
}
