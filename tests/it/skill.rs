//! `plan skill`: what it says works, and it replaces nothing of others.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::dry_run::tree;
use crate::sandbox::Sandbox;

fn skill() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guide/skill/SKILL.md");
    std::fs::read_to_string(path).unwrap()
}

/// The words of a command line, without the comment after it.
fn words(line: &str) -> Vec<String> {
    let line = line.split(" #").next().unwrap();
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(n, part)| match n % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.skip(1).collect()
}

/// The commands in its blocks.
fn commands(text: &str) -> Vec<Vec<String>> {
    let blocks = text.split("```").skip(1).step_by(2);
    let lines = blocks
        .flat_map(str::lines)
        .filter(|line| line.starts_with("plan "));
    lines.map(words).collect()
}

#[test]
fn every_command_in_it_works_and_none_records() {
    let home = Sandbox::new().short().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home.run(&["done", "d08-0900"]).ok();
    let commands = commands(&skill());
    assert!(commands.len() > 20, "{commands:?}");
    home.run(&["today"]).ok();
    let tree = |home: &Sandbox| {
        // A query may write a cache.
        let found = tree(home).into_iter();
        let kept = found.filter(|(name, _)| !name.starts_with("cache"));
        kept.collect::<BTreeMap<_, _>>()
    };
    let before = tree(&home);
    for command in &commands {
        let output = home.run(command);
        if command.iter().any(|word| word == "--json") {
            assert_eq!(output.json()["schema_version"], 1, "{command:?}");
        } else {
            output.ok();
        }
    }
    assert_eq!(tree(&home), before);
    // The control: without the flag, one records.
    let recording = commands.iter().find(|words| words[0] == "done").unwrap();
    let recording: Vec<&String> = recording
        .iter()
        .filter(|word| *word != "--dry-run")
        .collect();
    home.run(&recording).ok();
    assert_ne!(tree(&home), before);
}

#[test]
fn every_verb_and_topic_that_it_names_exists() {
    let text = skill();
    let named = text.split('`').skip(1).step_by(2);
    let named = named.filter_map(|code| code.strip_prefix("plan "));
    let home = Sandbox::new();
    let mut count = 0;
    for name in named.filter(|name| !name.contains('\n')) {
        let name = name.strip_prefix("help ").unwrap_or(name);
        let name = name.split(' ').next().unwrap();
        home.run(&["help", name]).ok();
        count += 1;
    }
    assert!(count > 10, "{count}");
}

#[test]
fn it_begins_with_a_name_and_a_description() {
    let printed = Sandbox::new().run(&["skill"]).ok();
    assert_eq!(printed, skill());
    let lines: Vec<&str> = printed.lines().take(4).collect();
    assert_eq!((lines[0], lines[1], lines[3]), ("---", "name: plan", "---"));
    let description = lines[2].strip_prefix("description: ").unwrap();
    // The longest that readers of such files take.
    assert!(
        description.len() <= 1024 && !description.contains(": "),
        "{description}"
    );
}

#[test]
fn it_is_written_to_a_folder_and_replaces_only_itself() {
    let home = Sandbox::new().short();
    let wrote = "wrote the skill `skills/plan/SKILL.md`\n";
    assert_eq!(home.run(&["skill", "-o", "skills/plan"]).ok(), wrote);
    let path = home.home().join("skills/plan/SKILL.md");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), skill());
    // One of an earlier version is replaced, and nothing else is left in the folder.
    home.file("skills/plan/SKILL.md", skill().replace("Read", "Look"));
    assert_eq!(home.run(&["skill", "-o", "skills/plan"]).ok(), wrote);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), skill());
    assert_eq!(
        std::fs::read_dir(path.parent().unwrap()).unwrap().count(),
        1
    );
    home.file("other/SKILL.md", "---\nname: plan\n---\nMine.\n");
    assert_eq!(
        home.run(&["skill", "-o", "other"]).fails(73),
        "error: `other/SKILL.md` is not a skill that `plan` wrote, and is not replaced\n\
         hint: choose another name, or delete it first\n"
    );
    let kept = std::fs::read_to_string(home.home().join("other/SKILL.md")).unwrap();
    assert_eq!(kept, "---\nname: plan\n---\nMine.\n");
    let mode = path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
}
