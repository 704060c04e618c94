//! Front matter.

/// The lines between the fences of the front matter; they are blank in the text that is given back.
pub(super) fn front_matter(text: String) -> (Vec<String>, String) {
    let mut lines = text.split('\n');
    if lines.next().map(str::trim_end) != Some("---") {
        return (Vec::new(), text);
    }
    let inner: Vec<&str> = lines.take_while(|line| line.trim_end() != "---").collect();
    let total = text.split('\n').count();
    let is_matter = |line: &&str| {
        let line = line.trim_start();
        line.is_empty() || line.contains(':') || line.starts_with(['-', '#'])
    };
    let first = inner.iter().find(|line| !line.trim().is_empty());
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"');
    let begins = first
        .and_then(|line| line.split_once(':'))
        .is_some_and(|(key, _)| {
            !key.is_empty() && !key.starts_with('-') && key.chars().all(is_key)
        });
    if inner.len() + 2 > total || !begins || !inner.iter().all(is_matter) {
        return (Vec::new(), text);
    }
    let front: Vec<String> = inner.iter().map(|line| (*line).to_owned()).collect();
    let rest = text.split('\n').skip(front.len() + 2);
    let blank = std::iter::repeat_n("", front.len() + 2);
    let text = blank.chain(rest).collect::<Vec<_>>().join("\n");
    (front, text)
}
