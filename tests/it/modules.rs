//! How modules may use each other: top-level modules only downward, files never in a cycle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;

/// The ground floor, which all others may use.
const GROUND: [&str; 4] = ["model", "escape", "text", "error"];

/// The map at the top of `src/lib.rs`: the top-level modules in order, and what each may use
/// besides the ground floor.
fn map() -> Vec<(&'static str, Vec<&'static str>)> {
    let lib = include_str!("../../src/lib.rs");
    let rows = lib.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("//! |")?.split('|').collect();
        let name = cells[0].trim().trim_matches(['[', ']', '`']);
        Some((name, cells[2].trim()))
    });
    // Without its head and the line below that.
    let rows: Vec<(&str, &str)> = rows.skip(2).collect();
    let may_use = |row: usize, cell: &'static str| match cell {
        "nothing" => Vec::new(),
        "everything below" => rows[row + 1..].iter().map(|(name, _)| *name).collect(),
        cell => cell.split(", ").collect(),
    };
    let rows = rows.iter().enumerate();
    rows.map(|(row, (name, cell))| (*name, may_use(row, cell)))
        .collect()
}

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
fn the_map_lists_every_module_above_those_it_uses() {
    let map = map();
    for (row, (module, may_use)) in map.iter().enumerate() {
        for used in may_use {
            let below = map[row + 1..].iter().any(|(name, _)| name == used);
            assert!(below, "{module} -> {used}");
        }
    }
    let mut listed: Vec<&str> = map.iter().map(|(name, _)| *name).collect();
    listed.sort_unstable();
    let files = sources();
    let top = files
        .keys()
        .filter_map(|file| module(file).first().copied());
    let all: BTreeSet<&str> = top.collect();
    assert_eq!(listed, all.into_iter().collect::<Vec<_>>());
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
fn a_cycle_of_re_exported_names_is_found() {
    let files = made_up(&[
        (
            "summary/mod.rs",
            "mod a;\nmod b;\nmod c;\npub use a::A;\npub use b::{B as Bee, C};",
        ),
        ("summary/a.rs", "use super::{Bee};"),
        (
            "summary/b.rs",
            "pub use super::c::C;\nfn b() -> super::A {}",
        ),
        ("summary/c.rs", ""),
        (
            "render.rs",
            "use crate::summary::{self, b};\nfn f() { summary::Bee::C; b::C; }",
        ),
    ]);
    let arrows = arrows(&files);
    let expected = [
        ("render.rs", "summary/b.rs"),
        ("render.rs", "summary/c.rs"),
        ("render.rs", "summary/mod.rs"),
        ("summary/a.rs", "summary/b.rs"),
        ("summary/b.rs", "summary/a.rs"),
        ("summary/b.rs", "summary/c.rs"),
    ];
    assert_eq!(arrows.iter().copied().collect::<Vec<_>>(), expected);
    assert_eq!(cycles(&arrows), [["summary/a.rs", "summary/b.rs"]]);
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

/// Files by the path of their module.
type Modules<'a, 'f> = BTreeMap<Vec<&'a str>, &'f str>;

/// The paths that a file mentions, and the names that it imports with their paths.
struct Uses {
    imports: Vec<(String, String)>,
    paths: Vec<String>,
}

/// Which files use which, but for a module that uses its own submodules. A re-exported name counts
/// as one of the file that defines it.
fn arrows(files: &Files) -> BTreeSet<Arrow<'_>> {
    let modules: Modules = files
        .keys()
        .map(|file| (module(file), file.as_str()))
        .collect();
    let by_file: BTreeMap<&str, Uses> = files
        .iter()
        .map(|(file, text)| (file.as_str(), uses(&without_tests(text))))
        .collect();
    let mut arrows = BTreeSet::new();
    for (file, own) in &by_file {
        let here = module(file);
        let imported = own.imports.iter().map(|(_, path)| path);
        for path in imported.chain(&own.paths) {
            let path = absolute(&here, path, &own.imports, &modules);
            let target = path.and_then(|path| defined_in(&path, &by_file, &modules));
            let is_own = |target| !here.is_empty() && module(target).starts_with(&here);
            if let Some(target) = target.filter(|target| !is_own(target)) {
                arrows.insert((*file, target));
            }
        }
    }
    arrows
}

/// The file that defines `path` from the root of the crate: the file of the longest part of the
/// path that is a module, unless that module imports the next name; then the file where the import
/// leads.
fn defined_in<'a, 'f: 'a>(
    path: &[&'a str],
    by_file: &'a BTreeMap<&str, Uses>,
    modules: &Modules<'a, 'f>,
) -> Option<&'f str> {
    let (length, file) = (1..=path.len())
        .rev()
        .find_map(|length| Some((length, *modules.get(&path[..length])?)))?;
    let imports = &by_file[file].imports;
    let import = path.get(length).and_then(|item| {
        let (_, path) = imports.iter().find(|(name, _)| name == item)?;
        absolute(&module(file), path, imports, modules)
    });
    let imported = import.map(|import| [import.as_slice(), &path[length + 1..]].concat());
    match imported {
        Some(imported) if imported != path => defined_in(&imported, by_file, modules),
        _ => Some(file),
    }
}

/// `path` from the root of the crate; `None` if it leads to another crate.
fn absolute<'a>(
    here: &[&'a str],
    path: &'a str,
    imports: &[(String, String)],
    modules: &Modules,
) -> Option<Vec<&'a str>> {
    let mut parts: Vec<&str> = path.split("::").collect();
    let mut base = here.to_vec();
    let is_child = modules.contains_key([here, &parts[..1]].concat().as_slice());
    let is_import = imports
        .iter()
        .any(|(name, whole)| name == parts[0] && whole != path);
    match parts[0] {
        "crate" => base.clear(),
        "self" | "super" => {}
        _ if is_child || is_import => parts.insert(0, "self"),
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

/// What the code imports, and the paths elsewhere in it.
fn uses(code: &str) -> Uses {
    let mut imports = Vec::new();
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
                expand(&tree, &mut imports);
            }
            None => rest += statement,
        }
    }
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = rest.split(|c| !is_part(c));
    let is_path = |word: &&str| word.trim_matches(':').contains("::");
    Uses {
        imports,
        paths: words.filter(is_path).map(str::to_owned).collect(),
    }
}

/// The names and paths of a tree such as `a::{b, c::{d as e, self}}`.
fn expand(tree: &str, imports: &mut Vec<(String, String)>) {
    let Some((prefix, body)) = tree.split_once('{') else {
        let (path, alias) = tree.split_once(" as ").unwrap_or((tree, ""));
        let path = path.trim().trim_end_matches("::self");
        let last = path.rsplit("::").next().unwrap_or_default();
        let name = if alias.is_empty() { last } else { alias.trim() };
        imports.push((name.to_owned(), path.to_owned()));
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
                    expand(&format!("{}{branch}", prefix.trim_start()), imports);
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

/// The arrows between top-level modules that the [`map`] does not allow. `lib.rs` may use all that
/// the map lists.
fn upward<'a>(arrows: &BTreeSet<Arrow<'a>>) -> Vec<Arrow<'a>> {
    let map = map();
    let top = |file: &'a str| module(file).first().copied().unwrap_or("lib");
    let is_allowed = |user: &str, used: &str| {
        let row = map.iter().find(|(name, _)| *name == user);
        let ground = GROUND.contains(&used) && !GROUND.contains(&user);
        user == used
            || user == "lib" && map.iter().any(|(name, _)| *name == used)
            || row.is_some_and(|(_, may_use)| ground || may_use.contains(&used))
    };
    let all = arrows.iter().copied();
    all.filter(|(user, used)| !is_allowed(top(user), top(used)))
        .collect()
}
