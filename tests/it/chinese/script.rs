//! What is done in the walk through all screens.

/// A step.
pub enum Step {
    /// The clock is set.
    At(String),
    /// A file is changed.
    File(String, Change),
    /// A command is run.
    Run(Vec<String>),
}

/// How a file is changed.
pub enum Change {
    /// One text is replaced by another.
    Replace(String, String),
    /// A line is added at the end.
    Append(String),
    /// The whole content.
    Write(String),
}

impl Change {
    /// The new content of a file.
    pub fn of(&self, old: &str) -> String {
        match self {
            Self::Replace(from, to) => {
                assert!(old.contains(from.as_str()), "{from}");
                old.replace(from, to)
            }
            Self::Append(line) => format!("{old}{line}\n"),
            Self::Write(text) => text.replace("\\n", "\n"),
        }
    }
}

/// Commands, one per line, after the time from which on they are run. `replace FILE A => B`,
/// `append FILE LINE` and `write FILE TEXT` change files.
const SCRIPT: &str = include_str!("script.txt");

/// Commands that print nothing but the learner's words and figures in English too, or Chinese always.
pub const WITHOUT_WORDS: &[&str] = &[
    "open r2 --as-given --print",
    "new shuxue.yaml --weeks 3 --lang zh",
];

pub fn steps() -> Vec<Step> {
    let lines = SCRIPT.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(step).collect()
}

fn step(line: &str) -> Step {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let file = || rest.split_once(' ').unwrap();
    match first {
        "replace" => {
            let (name, change) = file();
            let (from, to) = change.split_once(" => ").unwrap();
            Step::File(name.into(), Change::Replace(from.into(), to.into()))
        }
        "append" => Step::File(file().0.into(), Change::Append(file().1.into())),
        "write" => Step::File(file().0.into(), Change::Write(file().1.into())),
        _ => match line.strip_prefix('@') {
            Some(time) => Step::At(time.to_owned()),
            None => Step::Run(line.split_whitespace().map(str::to_owned).collect()),
        },
    }
}

/// Whether a command can answer in JSON.
pub fn knows_json<A: AsRef<str>>(args: &[A]) -> bool {
    let none = [
        "--help", "help", "--short", "--print", "--lang", "open", "schema", "--format", "new",
        "edit", "skill",
    ];
    !args.iter().any(|arg| none.contains(&arg.as_ref()))
}

/// Whether a command prints data and no words: a plan, a schema or a graph.
pub fn is_data(args: &[String]) -> bool {
    let first = args[0].as_str();
    let is_help = args.iter().any(|arg| arg == "--help");
    let is_graph = first == "roadmap" && args.contains(&"--format".to_owned());
    // Calendars have words, such as what is due.
    let is_calendar = args.iter().any(|arg| arg == "ics" || arg == "vdir");
    ["schema", "export"].contains(&first) && !is_help && !is_calendar || is_graph
}

/// Whether a command prints lines that are not broken: Markdown, or lines of a plan file.
pub fn is_long(args: &[String]) -> bool {
    ["check", "edit"].contains(&args[0].as_str())
        || args.iter().any(|arg| arg == "--format")
        || is_data(args)
}
