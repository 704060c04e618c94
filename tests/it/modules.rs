//! How modules may use each other: top-level modules only downward, files never in a cycle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;

/// The ground floor, which all others may use.
const GROUND: [&str; 4] = ["model", "escape", "text", "error"];

/// What else the top-level modules may use. A module may only use those in rows above its own.
const MAY_USE: [(&str, &[&str]); 19] = [
    ("model", &[]),
    ("escape", &[]),
    ("text", &["model"]),
    ("error", &["text"]),
    ("calendar", &[]),
    ("progress", &[]),
    ("source", &[]),
    ("lint", &["source", "calendar"]),
    ("reschedule", &["calendar", "progress"]),
    ("forecast", &["calendar"]),
    // `source` for its diagnostics, also below.
    (
        "summary",
        &["reschedule", "forecast", "calendar", "progress", "source"],
    ),
    ("store", &["source", "progress"]),
    (
        "render",
        &[
            "summary", "forecast", "calendar", "progress", "source", "lint",
        ],
    ),
    ("context", &["store", "render", "summary"]),
    ("guide", &[]),
    (
        "commands",
        &[
            "calendar",
            "progress",
            "source",
            "lint",
            "reschedule",
            "forecast",
            "summary",
            "store",
            "render",
            "context",
            "guide",
        ],
    ),
    ("cli", &["commands", "context"]),
    (
        "fuzz",
        &[
            "calendar", "progress", "source", "summary", "store", "commands",
        ],
    ),
    ("lib", &["cli", "commands", "context"]),
];

/// Source files by their path below `src`.
type Files = BTreeMap<String, String>;

/// A file and one that it uses.
type Arrow<'a> = (&'a str, &'a str);

#[test]
fn no_files_use_each_other_in_a_cycle() {
    let files = sources();
    assert_eq!(cycles(&arrows(&files)), [] as [Vec<&str>; 0]);
}

#[test]
fn no_module_uses_one_above_it() {
    let files = sources();
    assert!(arrows(&files).len() > 500, "the imports are not read");
    assert_eq!(upward(&arrows(&files)), [] as [Arrow; 0]);
}

#[test]
fn the_table_has_no_arrow_upward() {
    for (row, (module, may_use)) in MAY_USE.iter().enumerate() {
        for used in *may_use {
            let below = MAY_USE[..row].iter().any(|(name, _)| name == used);
            assert!(below, "{module} -> {used}");
        }
    }
}

#[test]
fn a_cycle_is_found() {
    let files = made_up(&[
        ("summary/mod.rs", "mod a; mod b; mod c; pub use a::A;"),
        ("summary/a.rs", "use super::b::{self, B as Bee};"),
        (
            "summary/b.rs",
            "use crate::{\n    model::Plan,\n    summary::c::C,\n};",
        ),
        ("summary/c.rs", "fn c() -> super::a::A {}"),
        ("model.rs", ""),
    ]);
    let found = cycles(&arrows(&files));
    assert_eq!(found, [["summary/a.rs", "summary/b.rs", "summary/c.rs"]]);
}

#[test]
fn a_module_may_use_its_submodules_and_they_it() {
    let files = made_up(&[
        ("summary/mod.rs", "mod a;\nuse a::A;"),
        (
            "summary/a.rs",
            "mod deep;\nuse self::deep::D;\nuse super::S;",
        ),
        ("summary/a/deep.rs", "use super::A;\nuse crate::summary::S;"),
    ]);
    assert_eq!(cycles(&arrows(&files)), [] as [Vec<&str>; 0]);
}

#[test]
fn an_arrow_upward_is_found() {
    let files = made_up(&[
        (
            "calendar.rs",
            "use crate::model::Plan;\n//! like crate::commands",
        ),
        (
            "model.rs",
            "use std::fmt;\npub(crate) use crate::calendar::Dates;",
        ),
        ("store/mod.rs", "fn f() { crate::render::text(); }"),
        (
            "render.rs",
            "#[cfg(test)]\nmod tests {\n    use crate::commands;\n}\nuse crate::cli;",
        ),
        ("commands.rs", "use crate::render;"),
        ("cli.rs", ""),
        ("drawer.rs", ""),
        ("lib.rs", "mod drawer;\nuse drawer::Thing;"),
    ]);
    let found = upward(&arrows(&files));
    let expected = [
        ("lib.rs", "drawer.rs"),
        ("model.rs", "calendar.rs"),
        ("render.rs", "cli.rs"),
        ("store/mod.rs", "render.rs"),
    ];
    assert_eq!(found, expected);
}

fn made_up(files: &[(&str, &str)]) -> Files {
    let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    files.iter().map(owned).collect()
}

/// All of `src` but its tests.
fn sources() -> Files {
    let mut files = Files::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
                files.insert(name.to_owned(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    files.retain(|name, _| !name.split('/').any(|part| part.starts_with("tests")));
    files.remove("main.rs");
    files
}

/// The path of the module in a file, as in `["store", "journal"]`; none for `lib.rs`.
fn module(file: &str) -> Vec<&str> {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').filter(|part| *part != "lib").collect()
}

/// Which files use which, but for a module that uses its own submodules.
fn arrows(files: &Files) -> BTreeSet<Arrow<'_>> {
    let modules: BTreeMap<Vec<&str>, &str> = files
        .keys()
        .map(|file| (module(file), file.as_str()))
        .collect();
    let mut arrows = BTreeSet::new();
    for (file, text) in files {
        let here = module(file);
        for path in paths(&without_tests(text)) {
            let Some(path) = absolute(&here, &path, &modules) else {
                continue;
            };
            // The longest part of the path that is a module; the rest are its items.
            let modules = (1..=path.len()).rev().find_map(|n| modules.get(&path[..n]));
            let Some(used) = modules.copied() else {
                continue;
            };
            let is_own = !here.is_empty() && module(used).starts_with(&here);
            if !is_own {
                arrows.insert((file.as_str(), used));
            }
        }
    }
    arrows
}

/// `path` from the root of the crate; `None` if it leads to another crate.
fn absolute<'a>(
    here: &[&'a str],
    path: &'a str,
    modules: &BTreeMap<Vec<&str>, &str>,
) -> Option<Vec<&'a str>> {
    let mut parts: Vec<&str> = path.split("::").collect();
    let mut base = here.to_vec();
    let is_child = modules.contains_key([here, &parts[..1]].concat().as_slice());
    match parts[0] {
        "crate" => base.clear(),
        "self" | "super" => {}
        _ if is_child => parts.insert(0, "self"),
        _ => return None,
    }
    let prefix = parts
        .iter()
        .take_while(|part| ["crate", "self", "super"].contains(*part));
    let prefix: Vec<&str> = prefix.copied().collect();
    base.truncate(base.len() - prefix.iter().filter(|part| **part == "super").count());
    base.extend(&parts[prefix.len()..]);
    Some(base)
}

/// The code without comments and without modules of tests.
fn without_tests(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line == "#[cfg(test)]" {
            let next = lines.next().unwrap_or_default();
            if next.starts_with("mod ") && next.ends_with('{') {
                lines.find(|line| *line == "}");
            }
        } else if !line.trim_start().starts_with("//") {
            code += line;
            code.push('\n');
        }
    }
    code
}

/// The paths that the code uses: those in `use` declarations, and others from `crate`, `self` or
/// `super` on.
fn paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut rest = String::new();
    for statement in code.split_inclusive(';') {
        let declaration = statement.split_once("use ").filter(|(before, _)| {
            let word = before.rsplit(['\n', ';', '}']).next().unwrap_or_default();
            word.trim().is_empty() || word.trim_start().starts_with("pub")
        });
        match declaration {
            Some((before, tree)) => {
                rest += before;
                let tree: String = tree
                    .trim_end_matches(';')
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                expand(&tree, &mut paths);
            }
            None => rest += statement,
        }
    }
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = rest.split(|c| !is_part(c));
    let from_here = |word: &&str| {
        ["crate::", "self::", "super::"]
            .iter()
            .any(|start| word.starts_with(start))
    };
    paths.extend(words.filter(from_here).map(str::to_owned));
    paths
}

/// The paths of a tree such as `a::{b, c::{d as e, self}}`.
fn expand(tree: &str, paths: &mut Vec<String>) {
    let Some((prefix, body)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        paths.push(path.trim().to_owned());
        return;
    };
    let body = body.trim_end().trim_end_matches('}');
    let (mut depth, mut start) = (0, 0);
    for (at, c) in body.char_indices().chain([(body.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let branch = body[start..at].trim();
                if !branch.is_empty() {
                    expand(&format!("{}{branch}", prefix.trim_start()), paths);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// Groups of files each of which uses all others of its group, perhaps through others.
fn cycles<'a>(arrows: &BTreeSet<Arrow<'a>>) -> Vec<Vec<&'a str>> {
    let mut graph = DiGraph::new();
    let mut nodes = BTreeMap::new();
    for (from, to) in arrows {
        let mut node = |file: &'a str| *nodes.entry(file).or_insert_with(|| graph.add_node(file));
        let ends = (node(from), node(to));
        graph.add_edge(ends.0, ends.1, ());
    }
    let groups = tarjan_scc(&graph)
        .into_iter()
        .filter(|group| group.len() > 1);
    let mut cycles: Vec<Vec<&str>> = groups
        .map(|group| {
            let mut files: Vec<&str> = group.into_iter().map(|node| graph[node]).collect();
            files.sort_unstable();
            files
        })
        .collect();
    cycles.sort();
    cycles
}

/// The arrows between top-level modules that [`MAY_USE`] does not list.
fn upward<'a>(arrows: &BTreeSet<Arrow<'a>>) -> Vec<Arrow<'a>> {
    let top = |file: &'a str| module(file).first().copied().unwrap_or("lib");
    let is_allowed = |user: &str, used: &str| {
        let row = MAY_USE.iter().find(|(name, _)| *name == user);
        let ground = GROUND.contains(&used) && !GROUND.contains(&user);
        user == used || row.is_some_and(|(_, may_use)| ground || may_use.contains(&used))
    };
    let all = arrows.iter().copied();
    all.filter(|(user, used)| !is_allowed(top(user), top(used)))
        .collect()
}
