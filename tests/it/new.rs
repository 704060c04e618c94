//! `plan new`: a plan file with comments, to begin with.

use crate::sandbox::Sandbox;

/// On a Wednesday.
fn home() -> Sandbox {
    Sandbox::new().at("2026-11-25T19:00:00")
}

fn text(home: &Sandbox, name: &str) -> String {
    std::fs::read_to_string(home.home().join(name)).unwrap()
}

#[test]
fn a_new_plan_names_the_commands_to_run_and_they_work() {
    let home = home();
    assert_eq!(
        home.run(&["new", "linear-algebra.yaml"]).ok(),
        "linear-algebra.yaml: a plan of 4 weeks to fill in\n\
         \n\
         next\n\
         \x20 plan check linear-algebra.yaml\n\
         \x20 plan init linear-algebra.yaml\n"
    );
    assert_eq!(
        home.run(&["check", "--strict", "linear-algebra.yaml"]).ok(),
        "linear-algebra.yaml: 2 phases, 4 weeks, 16 days, 16 slots, 1 resource, 0 topics; no errors, no\n  \
         warnings\n"
    );
    // The coming Monday, and the Saturday of the fourth week.
    assert_eq!(
        home.run(&["init", "linear-algebra.yaml"]).ok(),
        "Linear algebra begins on Mon 30 Nov 2026\n  its last day is Sat 26 Dec 2026\n"
    );
    assert_eq!(
        home.at("2026-11-30T20:31:00").run(&["done", "1"]).ok(),
        "✓ d01-1900 Read chapter 1   planned 1 h 30 min\n  nothing left today\n"
    );
    let text = text(&home, "linear-algebra.yaml");
    assert!(text.contains("\nplan: linear-algebra  # the id"), "{text}");
}

#[test]
fn plans_of_every_length_pass_the_review_in_both_languages() {
    for (lang, locale) in [("en", "C.UTF-8"), ("zh", "zh_CN.UTF-8")] {
        for weeks in [1_usize, 2, 3, 6, 52] {
            let home = home().env("LANG", locale);
            let number = weeks.to_string();
            home.run(&["new", "a.yaml", "--weeks", &number]).ok();
            home.run(&["check", "--strict", "a.yaml"]).ok();
            let text = text(&home, "a.yaml");
            assert!(text.contains(&format!("\nlanguage: {lang}\n")), "{text}");
            let days = text.matches("- weekday: ").count();
            let deliverables = text.matches("deliverables: ").count();
            assert_eq!((days, deliverables), (4 * weeks, 1), "{lang} {weeks}");
            let plan = home.run(&["--plan", "a.yaml", "export", "--json"]).json();
            let phases = plan["phases"].as_array().unwrap();
            let all = phases
                .iter()
                .map(|phase| phase["weeks"].as_array().unwrap());
            let lengths: Vec<usize> = all.map(Vec::len).collect();
            let expected = match weeks {
                1 | 2 => vec![weeks],
                _ => vec![weeks.div_ceil(2), weeks / 2],
            };
            assert_eq!(lengths, expected);
        }
    }
}

#[test]
fn the_id_is_made_of_the_name_else_of_the_title() {
    let home = home();
    // Without letters of its own, or if the id is taken: the CRC-32 of the title.
    for (name, file, id, title) in [
        (
            "Deep Learning.yaml",
            "Deep Learning.yaml",
            "deep-learning",
            "Deep Learning",
        ),
        ("算法", "算法.yaml", "plan-b7e144d1", "算法"),
        (
            "multimodal.yml",
            "multimodal.yml",
            "plan-f7b93d62",
            "Multimodal",
        ),
    ] {
        home.run(&["new", name]).ok();
        let text = text(&home, file);
        let head = format!("\nplan: {id}  # ");
        assert!(text.contains(&head), "{head}{text}");
        assert!(text.contains(&format!("\ntitle: {title}\n")), "{text}");
    }
}

#[test]
fn nothing_is_overwritten_and_no_folder_is_made() {
    let home = home();
    home.file("a.yaml", "mine\n");
    assert_eq!(
        home.run(&["new", "a.yaml"]).fails(73),
        "error: `a.yaml` already exists\nhint: choose another name\n"
    );
    assert_eq!(text(&home, "a.yaml"), "mine\n");
    assert_eq!(
        home.run(&["new", "my plans/b.yaml"]).fails(73),
        "error: folder `my plans` not found\nhint: run `mkdir -p 'my plans'`\n"
    );
    assert!(!home.home().join("my plans").exists());
    for weeks in ["0", "53", "x"] {
        home.run(&["new", "c.yaml", "--weeks", weeks]).fails(2);
    }
    assert!(!home.home().join("c.yaml").exists());
}

#[test]
fn an_id_with_marks_of_another_plan_is_refused() {
    let home = home();
    home.file(
        "p.yaml",
        "plan: novel\ntitle: A novel\nslots: [{title: Part 1}]\n",
    );
    home.run(&["--plan", "p.yaml", "done", "1"]).ok();
    assert_eq!(
        home.run(&["new", "novel.yaml"]).fails(73),
        "error: the plan id `novel` has marks of another plan, `Part 1`\nhint: choose another name\n"
    );
    assert!(!home.home().join("novel.yaml").exists());
    home.run(&["new", "novel-2.yaml"]).ok();
}
