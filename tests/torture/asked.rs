//! Made-up arguments, for the targets and dates of commands.

use proptest::prelude::*;

/// Words that look like a target, a date or nothing.
pub fn asked() -> impl Strategy<Value = String> {
    const BITS: [&str; 34] = [
        "1",
        "2",
        "17",
        "0",
        "999999",
        "1000000",
        "4294967296",
        "-",
        ",",
        " ",
        ".",
        ":",
        "+",
        "d",
        "w",
        "p",
        "d1",
        "d08-1045",
        "w05.2",
        "A",
        "all",
        "10:45",
        "24:00",
        "2026-12-07",
        "2026-02-30",
        "mon",
        "today",
        "CLIP",
        "\u{20ac}\u{301}",
        "\u{130}",
        "\u{1b}[2J",
        "\u{202e}",
        "\n",
        "\u{feff}",
    ];
    let bit = proptest::sample::select(&BITS[..]).prop_map(str::to_owned);
    let any = proptest::collection::vec(any::<char>(), 0..4).prop_map(String::from_iter);
    let short = proptest::collection::vec(prop_oneof![6 => bit.clone(), 1 => any], 0..8);
    let long = (proptest::collection::vec(bit, 1..6), 1000..20_000_usize);
    let long = long.prop_map(|(bits, times)| bits.concat().repeat(times));
    // An argument has at most 128 KiB and no NUL.
    let fit = |mut text: String| {
        text.retain(|c| c != '\0');
        text.truncate(text.floor_char_boundary(130_000));
        text
    };
    prop_oneof![9 => short.prop_map(|bits| bits.concat()), 1 => long].prop_map(fit)
}
