//! The one check that all cases share: what was confirmed is kept.

use std::collections::HashSet;

use crate::home::{Home, Ran};
use crate::row::Verdict;

/// What has been confirmed in a home, and the journal as it was before a fault.
#[derive(Clone)]
pub struct Watch {
    pub confirmed: Vec<String>,
    pub bytes: Vec<u8>,
}

impl Watch {
    /// Nothing has been confirmed yet.
    pub fn on(home: &Home) -> Self {
        Self {
            confirmed: Vec::new(),
            bytes: home.journal(),
        }
    }

    /// Notes what a run confirmed and gives how many events that were.
    pub fn saw(&mut self, ran: &Ran) -> usize {
        let ids = ran.ids("recorded").unwrap_or_default();
        let count = ids.len();
        self.confirmed.extend(ids);
        count
    }

    /// Whether the old journal is the beginning of the new one, and a newline follows it.
    fn complaint(&self, home: &Home) -> Option<String> {
        let now = home.journal();
        let Some(more) = now.strip_prefix(&*self.bytes) else {
            return Some("the old bytes are no longer the beginning of the journal".to_owned());
        };
        let sealed = matches!(self.bytes.last(), None | Some(b'\n'));
        (!sealed && !more.is_empty() && more[0] != b'\n')
            .then(|| "the torn line was not sealed".to_owned())
    }

    /// How many confirmed events are not listed.
    pub fn lost(&self, home: &Home) -> usize {
        self.lost_of(home).0
    }

    /// The same, with how many events are listed.
    pub fn lost_of(&self, home: &Home) -> (usize, usize) {
        home.forget_copy();
        let listed = home.listed();
        let known: HashSet<&String> = listed.iter().collect();
        let gone = self.confirmed.iter().filter(|id| !known.contains(id));
        (gone.count(), listed.len())
    }

    /// The check: the old bytes are there, the next mark works, and every confirmed event is
    /// listed. `point` names the fault in complaints.
    pub fn verdict(&mut self, home: &Home, point: &str) -> Verdict {
        home.forget_copy();
        let mut complaints = Vec::new();
        complaints.extend(self.complaint(home));
        let next = home.plan(&["done", "d1.10", "--json"]);
        if next.code != Some(0) || self.saw(&next) == 0 {
            complaints.push(format!("the next mark fails: {next:?}"));
        }
        complaints.extend(self.complaint(home));
        let lost = self.lost(home);
        for complaint in &mut complaints {
            *complaint = format!("{point}: {complaint}");
        }
        Verdict {
            confirmed: self.confirmed.len(),
            lost,
            complaints,
        }
    }
}

/// The control that most cases share: with one confirmed line taken out of a journal, the check
/// must see one event lost, and the beginning changed. Gives how many it saw.
#[track_caller]
pub fn taken_out() -> usize {
    let (home, watch) = Home::marked();
    assert_eq!((watch.lost(&home), watch.complaint(&home)), (0, None));
    let text = String::from_utf8(home.journal()).unwrap();
    let id = &watch.confirmed[4];
    let lines = text.split_inclusive('\n');
    let rest: String = lines.filter(|line| !line.contains(id.as_str())).collect();
    std::fs::write(home.journal_path(), rest).unwrap();
    assert!(watch.complaint(&home).is_some());
    watch.lost(&home)
}

/// What the control above is called.
pub const TAKEN_OUT: &str = "lost when a confirmed line is taken out";
