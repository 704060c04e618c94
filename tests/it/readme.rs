//! The screens in README.md and src/guide are what the program prints: in Chinese below src/guide/zh and in
//! README.zh-CN.md.
//!
//! HTML comments in a document say what happens, from top to bottom:
//!
//! - `<!-- home -->`: a fresh home; every document begins with one
//! - `<!-- run TIME`, one command per line, `-->`: commands whose output is not shown
//! - `<!-- file NAME`, lines, `-->`: a file in the home
//! - `<!-- save NAME -->` before a block in YAML, `<!-- note NAME -->` before one in Markdown: the
//!   block is a file in the home
//! - `<!-- screen TIME -->` before a console block: its commands are run and print its other lines;
//!   `~` is the home
//!
//! Screens are compared whole, at 78 columns. `UPDATE_README=1` rewrites them: read the diff.

use std::path::{Path, PathBuf};

use crate::sandbox::Sandbox;

/// In English and in Chinese.
const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];

/// A step of a document.
enum Step {
    Home,
    Run(String, Vec<String>),
    File(String, String),
    Screen(Screen),
}

/// A console block.
#[derive(Clone)]
struct Screen {
    /// The line of its first command, from 1.
    line: usize,
    time: String,
    lines: Vec<String>,
}

/// README and the guide.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = ["src/guide", "src/guide/zh"].map(|folder| root.join(folder));
    let guide = guide.iter().flat_map(|folder| folder.read_dir().unwrap());
    let guide = guide.map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> = guide
        .filter(|path| path.extension().is_some_and(|ext| ext == "md"))
        .collect();
    all.sort();
    all.splice(0..0, READMES.map(|name| root.join(name)));
    all
}

/// The steps of a document.
fn steps(text: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        assert_ne!(
            line,
            "```console",
            "line {}: a screen without a time",
            index + 1
        );
        let Some(comment) = line.strip_prefix("<!-- ") else {
            continue;
        };
        let (verb, argument) = comment.split_once(' ').unwrap();
        let argument = argument.trim_end_matches(" -->").to_owned();
        let mut until = |end: &str| -> Vec<String> {
            let block = lines.by_ref().map(|(_, line)| line.to_owned());
            block.take_while(|line| line != end).collect()
        };
        steps.push(match verb {
            "home" => Step::Home,
            "run" => Step::Run(argument, until("-->")),
            "file" => Step::File(argument, until("-->").join("\n") + "\n"),
            "save" | "note" => {
                until(if verb == "save" {
                    "```yaml"
                } else {
                    "```markdown"
                });
                Step::File(argument, until("```").join("\n") + "\n")
            }
            "screen" => {
                assert_eq!(until("```console"), [""; 0], "line {}", index + 1);
                Step::Screen(Screen {
                    line: index + 3,
                    time: argument,
                    lines: until("```"),
                })
            }
            _ => panic!("line {}: no such step: {line}", index + 1),
        });
    }
    steps
}

/// The words of a command line; double quotes keep words together.
fn words(line: &str) -> Vec<String> {
    let line = line.strip_prefix("plan").unwrap();
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// What the commands of a screen print now. `>` and a file name keep the output in a file.
fn taken(home: &Sandbox, screen: &Screen) -> Vec<String> {
    let folder = home.home().to_string_lossy();
    let home = home.at(&screen.time);
    let mut lines = Vec::new();
    for command in screen.lines.iter().filter_map(|l| l.strip_prefix("$ ")) {
        let (call, file) = match command.split_once(" > ") {
            Some((call, file)) => (call, Some(file)),
            None => (command, None),
        };
        let mut out = home.run(&words(call));
        if let Some(file) = file {
            home.file(file, std::mem::take(&mut out.stdout));
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(format!("$ {command}"));
        let printed = out.stdout.lines().chain(out.stderr.lines());
        lines.extend(printed.map(|line| line.replace(&*folder, "~")));
    }
    lines
}

/// Every screen of the document at `path`, and its lines as they are printed now.
fn screens(path: &Path, text: &str) -> Vec<(Screen, Vec<String>)> {
    let is_chinese = path.ends_with(READMES[1]) || path.parent().unwrap().ends_with("guide/zh");
    let language = if is_chinese { "zh_CN.UTF-8" } else { "C.UTF-8" };
    let fresh = || Sandbox::new().env("COLUMNS", "78").env("LANG", language);
    let mut home = fresh();
    let mut screens = Vec::new();
    for step in steps(text) {
        match step {
            Step::Home => home = fresh(),
            Step::File(name, text) => {
                home.file(&name, text);
            }
            Step::Run(time, commands) => {
                for command in commands {
                    home.at(&time).run(&words(&command)).ok();
                }
            }
            Step::Screen(screen) => {
                let now = taken(&home, &screen);
                screens.push((screen, now));
            }
        }
    }
    screens
}

/// What differs: lines of `old` after `-`, of `new` after `+`, by their longest common
/// subsequence.
fn diff(old: &[String], new: &[String]) -> String {
    let mut common = vec![vec![0; new.len() + 1]; old.len() + 1];
    for (i, left) in old.iter().enumerate().rev() {
        for (j, right) in new.iter().enumerate().rev() {
            common[i][j] = if left == right {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut text) = (0, 0, String::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || i < old.len() && common[i + 1][j] >= common[i][j + 1] {
            text += &format!("- {}\n", old[i]);
            i += 1;
        } else {
            text += &format!("+ {}\n", new[j]);
            j += 1;
        }
    }
    text
}

#[test]
fn the_screens_are_what_is_printed() {
    let update = std::env::var_os("UPDATE_README").is_some();
    let (mut count, mut differences) = (0, String::new());
    for path in documents() {
        let text = std::fs::read_to_string(&path).unwrap();
        let screens = screens(&path, &text);
        count += screens.len();
        let mut lines: Vec<&str> = text.lines().collect();
        // From the end, so that the lines of the others stay where they are.
        for (screen, now) in screens.iter().rev().filter(|(old, new)| old.lines != *new) {
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
            let changed = diff(&screen.lines, now);
            differences += &format!("{}:{}\n{changed}\n", name.display(), screen.line);
            let block = screen.line - 1..screen.line - 1 + screen.lines.len();
            lines.splice(block, now.iter().map(String::as_str));
        }
        if update {
            std::fs::write(&path, lines.join("\n") + "\n").unwrap();
        }
    }
    assert!(count >= 4, "README has lost its screens");
    assert!(
        update || differences.is_empty(),
        "screens that are not what is printed: `-` is in the file, `+` is printed now.\n\
         UPDATE_README=1 cargo test --test it readme rewrites them.\n\n{differences}"
    );
}

#[test]
fn the_plans_shown_as_examples_have_no_faults() {
    let mut shown = 0;
    for path in documents() {
        let text = std::fs::read_to_string(&path).unwrap();
        for example in text.split("<!-- save ").skip(1) {
            let (_, rest) = example.split_once("```yaml\n").unwrap();
            let (example, _) = rest.split_once("```").unwrap();
            let home = Sandbox::new();
            home.file("plan.yaml", example);
            let said = home.run(&["check", "plan.yaml"]);
            assert_eq!(said.code, 0, "{}: {said}", path.display());
            shown += 1;
        }
    }
    assert!(shown >= 1);
}

#[test]
fn readmes_link_to_files_that_are_there_and_list_the_topics_of_help() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = [
        ("C.UTF-8", "`plan help TOPIC`:\n", "src/guide", ": "),
        (
            "zh_CN.UTF-8",
            "`plan help 专题名` 查看：\n",
            "src/guide/zh",
            "：",
        ),
    ];
    for (name, (locale, heading, folder, colon)) in READMES.iter().zip(files) {
        let readme = std::fs::read_to_string(root.join(name)).unwrap();
        let other = READMES.iter().find(|other| *other != name).unwrap();
        let links = readme.split("](").skip(1);
        let links: Vec<&str> = links.map(|link| link.split_once(')').unwrap().0).collect();
        assert!(links.contains(other), "{name} has no link to {other}");
        for path in links {
            assert!(root.join(path).is_file(), "{path}");
        }
        let help = Sandbox::new().env("LANG", locale).run(&["help"]).ok();
        let (_, topics) = help.split_once(heading).unwrap();
        let (topics, _) = topics.split_once("\n\n").unwrap();
        let listed = topics.lines().map(|line| {
            let (topic, about) = line.trim().split_once(' ').unwrap();
            format!(
                "- [{topic}]({folder}/{topic}.md){colon}{}\n",
                about.trim_start()
            )
        });
        let listed: String = listed.collect();
        assert!(
            readme.contains(&listed),
            "{name} lists other topics:\n{listed}"
        );
    }
}

#[test]
fn readmes_have_as_many_sections_and_commands() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let counts = READMES.map(|name| {
        let readme = std::fs::read_to_string(root.join(name)).unwrap();
        let count = |start: &str| {
            readme
                .lines()
                .filter(|line| line.starts_with(start))
                .count()
        };
        [count("## "), count("    plan"), count("- "), count("- [")]
    });
    assert_eq!(counts[0], counts[1]);
}

#[test]
fn a_changed_screen_is_noticed() {
    let path = &documents()[0];
    let readme = std::fs::read_to_string(path).unwrap();
    let (screen, new) = screens(path, &readme).into_iter().next().unwrap();
    assert!(screen.lines.len() > 5);
    assert_eq!(diff(&screen.lines, &new), "");
    for index in 0..new.len() {
        let mut changed = new.clone();
        changed[index].push('x');
        let line = &new[index];
        assert_eq!(diff(&changed, &new), format!("- {line}x\n+ {line}\n"));
    }
}
