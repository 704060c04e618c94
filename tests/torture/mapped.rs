//! A plan file that another program writes through a memory mapping: the times of the file need not
//! change with its content.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::home::{Home, have, settle};
use crate::row::{Row, Verdict};
use crate::rows;

/// Writes each line that it reads over the first title, through one mapping.
const WRITER: &str = "
import mmap, sys
file = open(sys.argv[1], 'r+b')
at = file.read().index(b'title: ') + 7
mapped = mmap.mmap(file.fileno(), 0)
for line in sys.stdin:
    word = line.strip().encode()
    mapped[at:at + len(word)] = word
    print(flush=True)
";

struct Writer {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Writer {
    fn on(path: &Path) -> Self {
        let mut python = Command::new("python3");
        python.args(["-c", WRITER]).arg(path);
        let mut child = python
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self {
            child,
            input,
            output: BufReader::new(output),
        }
    }

    /// Writes a title of eight letters.
    fn write(&mut self, title: &str) {
        writeln!(self.input, "{title}").unwrap();
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        assert_eq!(line, "\n");
    }

    fn end(mut self) {
        drop(self.input);
        self.child.wait().unwrap();
    }
}

#[test]
fn a_mapped_plan_is_read_again() {
    if !have(&["python3"], false) {
        return;
    }
    let mut row = Row::new(rows::MAPPED);
    let home = Home::new();
    let path = home.path().join("mapped.yaml");
    fs::write(
        &path,
        "plan: torture\ntitle: titleAAA\nslots: [{title: a}]\n",
    )
    .unwrap();
    fs::write(home.config(), format!("plan: \"{}\"\n", path.display())).unwrap();
    settle();
    let mut writer = Writer::on(&path);
    let mut same = 0;
    let state = || {
        let meta = path.metadata().unwrap();
        let modified = (meta.mtime(), meta.mtime_nsec());
        (
            meta.ino(),
            meta.len(),
            modified,
            (meta.ctime(), meta.ctime_nsec()),
        )
    };
    for title in ["titleBBB", "titleCCC", "titleDDD", "titleEEE"] {
        // Both are kept: the compiled plan and the card of the day.
        home.plan(&["today"]);
        settle();
        let before = state();
        writer.write(title);
        same += usize::from(state() == before);
        let shown =
            [&["today"][..], &["export", "--format", "yaml"]].map(|verb| home.plan(verb).stdout);
        let outdated = shown.iter().filter(|text| !text.contains(title));
        row.add(Verdict {
            confirmed: 2,
            lost: 0,
            complaints: outdated.map(|text| format!("{title}: {text}")).collect(),
        });
    }
    writer.end();
    row.finish(4, "states that the metadata do not tell apart", same);
}
