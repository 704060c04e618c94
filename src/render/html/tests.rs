//! The colours of pages have enough contrast (WCAG 2.2, AA), in both schemes and on paper.

use std::collections::BTreeMap;

use super::STYLE;

/// The colours that each `:root` sets: light, dark, and printed.
fn schemes() -> Vec<BTreeMap<&'static str, u32>> {
    let roots = STYLE.split(":root{").skip(1);
    let set = |root: &'static str| {
        let (root, _) = root.split_once('}').unwrap();
        let pairs = root.split(';').filter_map(|pair| {
            let (name, value) = pair.trim().strip_prefix("--")?.split_once(":#")?;
            // Those with transparency are areas without words.
            let value = match value.len() {
                3 => value.chars().flat_map(|digit| [digit, digit]).collect(),
                6 => value.to_owned(),
                _ => return None,
            };
            Some((name, u32::from_str_radix(&value, 16).unwrap()))
        });
        pairs.collect()
    };
    roots.map(set).collect()
}

fn luminance(color: u32) -> f64 {
    let channel = |shift: u32| {
        let value = f64::from((color >> shift) & 0xff) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn words_and_pictures_have_enough_contrast() {
    assert!((contrast(0, 0xff_ffff) - 21.0).abs() < 1e-9);
    assert!((contrast(0x76_7676, 0xff_ffff) - 4.54).abs() < 0.01);
    let schemes = schemes();
    assert_eq!(schemes.len(), 3);
    let words = ["text", "dim", "link", "done", "warn", "now"];
    let pictures = ["fill", "edge", "now"];
    let mut checked = 0;
    for colors in &schemes {
        for ground in ["page", "card", "today"] {
            let checks = words.iter().map(|name| (name, 4.5));
            for (name, least) in checks.chain(pictures.iter().map(|name| (name, 3.0))) {
                let found = contrast(colors[name], colors[ground]);
                assert!(
                    found >= least,
                    "{name} on {ground}: {found:.2} in {colors:?}"
                );
                checked += 1;
            }
        }
        let code = contrast(colors["text"], colors["track"]);
        assert!(code >= 4.5, "{code}");
    }
    assert_eq!(checked, 3 * 3 * 9);
}
