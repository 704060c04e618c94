//! No room: a full disk, a limit on file sizes, a write that is cut short.

use crate::home::{Home, Ran, each, have};
use crate::mounts::{self, Mount};
use crate::row::Row;
use crate::rows;
use crate::watch::{TAKEN_OUT, Watch, taken_out};

/// It failed as on a full disk: with an error, and nothing confirmed.
#[track_caller]
fn actual(ran: &Ran) {
    assert_eq!(ran.code, Some(74), "{ran:?}");
    let refused = |line: &str| line.starts_with("error: not recorded: ");
    assert!(ran.stderr.lines().any(refused), "{ran:?}");
    assert_eq!(ran.stdout, "", "{ran:?}");
}

#[test]
#[ignore = "mounts, so it needs root"]
fn disk_full_then_space_again() {
    if !have(&mounts::TOOLS, true) {
        return;
    }
    let mut row = Row::new(rows::DISK_FULL);
    let mut kib = 16;
    let mount = Mount::memory("16k");
    let home = Home::new().keeping_in(&mount.state());
    let mut watch = Watch::on(&home);
    let mut refused = 0;
    for attempt in 0..400 {
        let before = home.journal();
        let ran = home.plan(&["done", "1-2", "--json"]);
        assert!(home.journal().starts_with(&before));
        row.tried(1);
        if watch.saw(&ran) > 0 {
            continue;
        }
        actual(&ran);
        refused += 1;
        // Full for a while; then there is some room, and the torn line is sealed.
        if refused % 20 == 0 {
            kib += 4;
            mount.again(&format!("size={kib}k"));
            watch.bytes = home.journal();
            row.take(watch.verdict(&home, &format!("room again at attempt {attempt}")));
        }
    }
    assert!(refused >= 100, "only {refused} of 400 found the disk full");
    mount.again("size=1m");
    row.take(watch.verdict(&home, "room at last"));
    row.finish(400, TAKEN_OUT, taken_out());
}

#[test]
fn limit_on_file_sizes() {
    if !have(&["sh"], false) {
        return;
    }
    let mut row = Row::new(rows::SIZE_LIMIT);
    // Shells count blocks of 512 or of 1024 bytes; at some length each of them is met.
    for blocks in 0..8 {
        let home = Home::new();
        let mut watch = Watch::on(&home);
        let limit = format!("ulimit -f {blocks}; exec \"$@\"");
        let refused = (0..40).find_map(|_| {
            let ran = home.under(&["sh", "-c", &limit, "sh"], &["done", "1-2", "--json"]);
            row.tried(1);
            (watch.saw(&ran) == 0).then_some(ran)
        });
        actual(&refused.expect("the limit is met"));
        watch.bytes = home.journal();
        row.take(watch.verdict(&home, &format!("{blocks} blocks")));
    }
    row.finish(8, TAKEN_OUT, taken_out());
}

#[test]
#[ignore = "half a thousand runs"]
fn write_cut_short_at_every_byte() {
    if !have(&["prlimit"], false) {
        return;
    }
    let mark = ["done", "1-2", "--json"];
    let (home, watch) = Home::marked();
    home.plan(&mark);
    let whole = home.journal().len() - watch.bytes.len();
    let cuts: Vec<usize> = (0..whole).collect();
    let verdicts = each(&cuts, |cut| {
        let (home, mut watch) = Home::marked();
        let length = watch.bytes.len();
        let limit = format!("--fsize={}", length + cut);
        actual(&home.under(&["prlimit", &limit], &mark));
        watch.bytes = home.journal();
        assert_eq!(watch.bytes.len(), length + cut);
        watch.verdict(&home, &format!("cut at byte {cut}"))
    });
    let mut row = Row::new(rows::SHORT_WRITE);
    for verdict in verdicts {
        row.add(verdict);
    }
    row.finish(400, TAKEN_OUT, taken_out());
}
