//! The power is cut right after a confirmation: what is left is what had reached the disk.
//!
//! The disk is an image that a loop device keeps. At the cut it is copied under the mounted file
//! system, whose pages in memory are not in the copy; the copy is then mounted, which replays its
//! log like a machine that starts again.

use std::path::Path;

use crate::home::{Home, Ran, have};
use crate::mounts::{Mount, TOOLS, call};
use crate::row::{Row, Verdict};
use crate::rows;
use crate::trace::inject;
use crate::watch::Watch;

const CUTS: usize = 50;
const MARK: [&str; 3] = ["done", "1-3", "--json"];

/// Marks and cuts, again and again, and checks what is left each time.
fn cuts(mark: fn(&Home) -> Ran, mut check: impl FnMut(&Home, &Watch)) {
    let folder = Home::new();
    let (image, copy) = (folder.path().join("disk"), folder.path().join("copy"));
    std::fs::File::create(&image)
        .unwrap()
        .set_len(8 << 20)
        .unwrap();
    let path = image.display().to_string();
    call("mkfs.ext4", &["-q".to_owned(), "-F".to_owned(), path]);
    let disk = Mount::image(&image);
    let home = folder.keeping_in(&disk.state());
    let mut watch = Watch::on(&home);
    for _ in 0..CUTS {
        let ran = mark(&home);
        assert!(watch.saw(&ran) >= 3, "{ran:?}");
        cut(&image, &copy);
        watch.bytes = home.journal();
        let left = Mount::image(&copy);
        check(&folder.keeping_in(&left.state()), &watch);
    }
}

fn cut(image: &Path, copy: &Path) {
    // A file of its own each time: the last copy's loop device may still be letting go of it.
    let _ = std::fs::remove_file(copy);
    std::fs::copy(image, copy).unwrap();
}

#[test]
#[ignore = "mounts, so it needs root"]
fn power_cut_after_every_confirmation() {
    let tools = [&TOOLS[..], &["mkfs.ext4", "strace"]].concat();
    if !have(&tools, true) {
        return;
    }
    let mut row = Row::new(rows::POWER);
    let mut confirmed = 0;
    let check = |home: &Home, watch: &Watch| {
        confirmed = watch.confirmed.len();
        let verdict = watch.clone().verdict(home, "after a power cut");
        row.add(Verdict {
            confirmed: 0,
            ..verdict
        });
    };
    cuts(|home| home.plan(&MARK), check);
    row.take(Verdict {
        confirmed,
        ..Verdict::default()
    });
    row.finish(CUTS, "lost when syncing does nothing", unsynced());
}

/// The control: where `fdatasync` and `fsync` do nothing, the same cuts lose what was confirmed.
fn unsynced() -> usize {
    let mut lost = 0;
    let mark = |home: &Home| inject(home, "inject=fsync,fdatasync:retval=0", &MARK);
    cuts(mark, |home, watch| lost = watch.lost(home));
    lost
}
