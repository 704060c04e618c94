//! Where things are kept, and which plan is followed.

use crate::sandbox::Sandbox;

const SMALL: &str = "\
plan: small
title: 小计划
phases:
  - title: 全部
    weeks:
      - week: 1
        title: 一周
        days:
          - {day: 1, weekday: mon, slots: [{time: 09:00-10:00, title: 读}, {title: 写}]}
";

fn home() -> Sandbox {
    Sandbox::new().at("2026-11-23T11:00:00")
}

/// Marks a slot and says at which of `places` a journal is then.
#[track_caller]
fn kept_at(home: &Sandbox, places: &[&str]) -> Vec<String> {
    home.run(&["done", "1"]).ok();
    let there = |place: &&&str| home.home().join(place).join("journal.jsonl").exists();
    places
        .iter()
        .filter(there)
        .map(|place| (*place).to_owned())
        .collect()
}

const DEFAULT: &str = ".local/state/plan/multimodal";

#[test]
fn the_journal_is_where_it_is_said_to_be() {
    let all = [DEFAULT, "s/multimodal", "x/plan/multimodal", "c/multimodal"];
    let place = |home: &Sandbox| kept_at(home, &all);
    assert_eq!(place(&home()), [DEFAULT]);

    let xdg = home();
    let xdg = xdg.env("XDG_STATE_HOME", xdg.home().join("x"));
    assert_eq!(place(&xdg), ["x/plan/multimodal"]);

    let relative = home().env("XDG_STATE_HOME", "x");
    assert_eq!(place(&relative), [DEFAULT], "a relative one is ignored");

    let config = home();
    let config = config.env("XDG_STATE_HOME", config.home().join("x"));
    let dir = config.home().join("c");
    config.file(
        ".config/plan/config.yaml",
        format!("state_dir: {}\n", dir.display()),
    );
    assert_eq!(
        place(&config),
        ["c/multimodal"],
        "the configuration comes before the platform"
    );

    let state = config.env("PLAN_STATE_DIR", config.home().join("s"));
    let fresh = [DEFAULT, "s/multimodal", "x/plan/multimodal"];
    assert_eq!(
        kept_at(&state, &fresh),
        ["s/multimodal"],
        "the variable comes first"
    );
}

#[test]
fn the_configuration_is_where_it_is_said_to_be() {
    let home = home();
    let named = home.env("PLAN_CONFIG_DIR", home.home().join("cfg"));
    home.file("cfg/config.yaml", "# mine\nday_starts_at: 06:00\n");
    named.run(&["done", "1"]).ok();
    let text = std::fs::read_to_string(home.home().join("cfg/config.yaml")).unwrap();
    assert_eq!(text, "# mine\nday_starts_at: 06:00\n");
    assert!(!home.home().join(".config").exists());
}

#[test]
fn the_day_begins_when_the_learner_says() {
    let home = home();
    let date = |home: &Sandbox| home.run(&["today", "--json"]).json()["study_date"].clone();
    assert_eq!(date(&home.at("2026-11-24T03:59:00")), "2026-11-23");
    assert_eq!(date(&home.at("2026-11-24T04:00:00")), "2026-11-24");
    home.file(".config/plan/config.yaml", "day_starts_at: 06:30\n");
    assert_eq!(date(&home.at("2026-11-24T06:29:00")), "2026-11-23");
    assert_eq!(date(&home.at("2026-11-24T06:30:00")), "2026-11-24");
    home.file(".config/plan/config.yaml", "day_starts_at: 00:00\n");
    assert_eq!(date(&home.at("2026-11-24T00:00:00")), "2026-11-24");
    home.file(".config/plan/config.yaml", "day_starts_at: 13:00\n");
    let said = home.run(&["today"]).fails(65);
    let path = home.home().join(".config/plan/config.yaml");
    assert_eq!(
        said,
        format!(
            "error: {}:1:16: invalid value `13:00` for `day_starts_at`\n\
             hint: expected a time from 00:00 to 11:59, such as 04:00\n",
            path.display()
        )
    );
}

#[test]
fn plan_names_a_plan_for_one_run() {
    let home = home();
    home.file("small.yaml", SMALL);
    let plan = |args: &[&str]| home.run(args).json()["plan"].clone();
    assert_eq!(plan(&["today", "--json", "--plan", "small.yaml"]), "small");
    assert_eq!(plan(&["--plan", "small.yaml", "today", "--json"]), "small");
    assert_eq!(plan(&["today", "--json"]), "multimodal");
    assert_eq!(
        plan(&["today", "--json", "--plan", "multimodal"]),
        "multimodal"
    );
    home.run(&["done", "2", "--plan", "small.yaml"]).ok();
    assert!(!home.journal("small").is_empty());
    assert!(home.journal("multimodal").is_empty());
}

#[test]
fn init_remembers_a_plan_file_wherever_it_is_called_from() {
    let home = home();
    home.file("plans/small.yaml", SMALL);
    home.file("elsewhere/kept", "");
    home.run(&["init", "plans/small.yaml"]).ok();
    let config = std::fs::read_to_string(home.home().join(".config/plan/config.yaml")).unwrap();
    let path = home.home().join("plans/small.yaml");
    let chosen: Vec<&str> = config
        .lines()
        .filter(|line| line.starts_with("plan:"))
        .collect();
    assert_eq!(chosen, [format!("plan: \"{}\"", path.display())]);
    let out = home.shell("cd elsewhere && \"$PLAN\" today --json").json();
    assert_eq!(
        (&out["plan"], &out["start"]),
        (&"small".into(), &"2026-11-23".into())
    );
    // And back to the shipped one, whose marks are its own.
    home.run(&["init", "multimodal"]).ok();
    assert_eq!(home.run(&["today", "--json"]).json()["plan"], "multimodal");
}

#[test]
fn a_plan_with_faults_is_not_chosen() {
    let home = home();
    home.file("bad.yaml", SMALL.replace("09:00", "25:00"));
    home.run(&["init", "bad.yaml"]).fails(65);
    assert_eq!(home.run(&["today", "--json"]).json()["plan"], "multimodal");
    assert!(!home.home().join(".config").exists());
}

#[test]
fn a_chosen_plan_is_looked_for_from_the_configuration() {
    let home = home();
    home.file(".config/plan/mine/small.yaml", SMALL);
    home.file("small.yaml", SMALL.replace("small", "other"));
    for (chosen, plan) in [
        ("mine/small.yaml", "small"),
        ("./mine/small.yaml", "small"),
        ("~/small.yaml", "other"),
        ("multimodal", "multimodal"),
    ] {
        home.file(".config/plan/config.yaml", format!("plan: {chosen}\n"));
        let today = home.shell("cd / && \"$PLAN\" today --json");
        assert_eq!(today.json()["plan"], plan, "{chosen}");
    }
    home.file(".config/plan/config.yaml", "plan: small.yaml\n");
    let path = home.home().join(".config/plan");
    let path = path.display();
    assert_eq!(
        home.run(&["today"]).fails(66),
        format!(
            "error: no plan file `{path}/small.yaml`\n\
             hint: give a path, or a shipped plan: multimodal, rust-in-four-weeks\n\
             hint: it is chosen in {path}/config.yaml\n\
             hint: `plan init PLAN` chooses another; the marks stay\n"
        )
    );
}

#[test]
fn a_relative_folder_is_refused_before_anything_is_written() {
    let home = home();
    let below = home.env("PLAN_STATE_DIR", "~/marks");
    below.run(&["done", "1"]).ok();
    assert!(home.home().join("marks/multimodal/journal.jsonl").exists());
    for value in ["marks", "./marks", "~other/marks"] {
        let said = home.env("PLAN_STATE_DIR", value).run(&["done", "1"]);
        assert_eq!(
            said.fails(2),
            format!(
                "error: `PLAN_STATE_DIR` is a relative folder: `{value}`\n\
                 hint: begin it with `/` or `~/`\n"
            )
        );
    }
    assert!(!home.home().join(".local/state").exists());
}

#[test]
fn the_lock_of_the_configuration_is_with_the_data() {
    let home = home();
    home.run(&["init", "multimodal"]).ok();
    let names = |folder: &str| -> Vec<String> {
        let entries = std::fs::read_dir(home.home().join(folder)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    };
    assert_eq!(names(".config/plan"), ["config.yaml"]);
    let lock = home.home().join(".local/share/plan/config.lock");
    // Another run has it for a while: this one waits.
    let lock = std::fs::File::open(lock).unwrap();
    lock.lock().unwrap();
    let holder = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(300));
        drop(lock);
    });
    let since = std::time::Instant::now();
    home.run(&["init", "rust-in-four-weeks"]).ok();
    assert!(since.elapsed() > std::time::Duration::from_millis(250));
    holder.join().unwrap();
}

/// Root may look at another user's marks, but leaves nothing that its owner could not change.
#[test]
fn in_another_users_home_root_reads_and_writes_nothing() {
    let home = home();
    home.run(&["done", "1"]).ok();
    for folder in [".cache", ".local/share"] {
        let _ = std::fs::remove_dir_all(home.home().join(folder));
    }
    // Only root can give files away.
    let give = home.shell("chown -R 65534 \"$HOME\"");
    if give.code != 0 {
        return;
    }
    let list = "find \"$HOME\" -type f -exec cksum {} + -o -type d -print | sort";
    let before = home.shell(list).ok();
    let log = home.run(&["log", "--json"]).json();
    assert_eq!(log["events"].as_array().unwrap().len(), 2);
    home.run(&["today"]).ok();
    home.run(&["report"]).ok();
    let folder = home.home().join(".local/state/plan");
    let folder = folder.display();
    assert_eq!(
        home.run(&["done", "2"]).fails(73),
        format!(
            "error: `{folder}` belongs to another user (uid 65534)\n\
             hint: run `plan` as that user, or set `PLAN_STATE_DIR` to a folder of your own\n"
        )
    );
    home.run(&["init", "rust-in-four-weeks"]).fails(73);
    assert_eq!(home.shell(list).ok(), before);
    home.shell("chown -R 0 \"$HOME\"").ok();
    // Control: in a home of one's own a cache is written.
    home.run(&["today"]).ok();
    assert_ne!(home.shell(list).ok(), before);
}
