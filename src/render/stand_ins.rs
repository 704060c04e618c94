//! Characters of ambiguous width in a table.

use unicode_width::UnicodeWidthChar;

/// comfy-table takes characters of ambiguous width for one column. Where the terminal draws them
/// in two, they are replaced with unassigned characters of plane 3, which always take two.
#[derive(Default)]
pub(super) struct StandIns {
    replaced: Vec<char>,
}

impl StandIns {
    const FIRST: u32 = 0x3_F000;

    pub(super) fn put(&mut self, text: &str) -> String {
        let stand_in = |c: char| {
            if c.width() == c.width_cjk() {
                return c;
            }
            let known = self.replaced.iter().position(|known| *known == c);
            let index = known.unwrap_or_else(|| {
                self.replaced.push(c);
                self.replaced.len() - 1
            });
            let code = u32::try_from(index).map(|index| Self::FIRST + index);
            code.ok().and_then(char::from_u32).unwrap_or(c)
        };
        text.chars().map(stand_in).collect()
    }

    pub(super) fn undo(&self, line: &str) -> String {
        let replaced = |c: char| {
            let index = u32::from(c).checked_sub(Self::FIRST)?;
            self.replaced.get(usize::try_from(index).ok()?).copied()
        };
        line.chars().map(|c| replaced(c).unwrap_or(c)).collect()
    }
}
