//! Files that would eat all memory.

use std::time::{Duration, Instant};

use crate::home::{Home, have};
use crate::row::Row;
use crate::rows;

/// Files made to eat memory or time, as a plan and as a journal.
fn bombs() -> [Vec<u8>; 7] {
    let laughs = (1..30).fold("plan: p\na0: &a0 [x, x]\n".to_owned(), |text, index| {
        let last = format!("*a{}", index - 1);
        text + &format!("a{index}: &a{index} [{last}, {last}, {last}]\n")
    });
    let glued = "{\"v\":".repeat(12_000);
    [
        laughs.into_bytes(),
        "[".repeat(1_000_000).into_bytes(),
        "{\"v\":1,\"of\":".repeat(5_000).into_bytes(),
        glued.into_bytes(),
        vec![0; 8_000_000],
        vec![b'x'; 8_000_000],
        "- \n".repeat(100_000).into_bytes(),
    ]
}

#[test]
fn files_that_would_eat_memory() {
    if !have(&["prlimit"], false) {
        return;
    }
    let mut row = Row::new(rows::MEMORY);
    let small = ["prlimit", "--as=200000000"];
    for (index, bomb) in bombs().iter().enumerate() {
        let (home, mut watch) = Home::marked();
        let path = home.path().join("bomb.yaml");
        std::fs::write(&path, bomb).unwrap();
        let since = Instant::now();
        let ran = home.under(&small, &["check", path.to_str().unwrap()]);
        let took = since.elapsed();
        assert!(
            matches!(ran.code, Some(65 | 74)),
            "bomb {index}: {:?}",
            ran.code
        );
        assert!(took < Duration::from_secs(10), "bomb {index} took {took:?}");
        watch.bytes = [&watch.bytes[..], bomb].concat();
        std::fs::write(home.journal_path(), &watch.bytes).unwrap();
        let since = Instant::now();
        let ran = home.under(&small, &["done", "11", "--json"]);
        let took = since.elapsed();
        assert!(took < Duration::from_secs(10), "bomb {index} took {took:?}");
        assert_eq!(
            (ran.code, watch.saw(&ran)),
            (Some(0), 1),
            "bomb {index}: {:?}",
            ran.stderr
        );
        row.add(watch.verdict(&home, &format!("bomb {index}")));
    }
    // The control: with less than the program itself needs, nothing runs.
    let none = Home::new().under(&["prlimit", "--as=2000000"], &["log"]);
    row.finish(
        7,
        "runs that end when memory is short",
        usize::from(none.code != Some(0)),
    );
}
