use super::shelf::{Marks, Names, Shelf};
use crate::model::{Minutes, Window, name};
use crate::progress::{Brief, Fingerprint, Mark, Note, Placement, State};
use uuid::Uuid;

const SUM: Fingerprint = Fingerprint {
    minutes: Some(Minutes(90)),
    work: 7,
    title_shared: false,
    work_shared: true,
};

/// The mark number `n`, with this and that.
fn mark(n: u32) -> Mark {
    let order = (u64::from(n), Uuid::from_u128(u128::from(n)));
    let day = "2026-11-23".parse().unwrap();
    let state = if n.is_multiple_of(3) {
        State::Skipped
    } else {
        State::Done
    };
    let placement = Placement {
        date: day,
        last: "2026-11-24".parse().unwrap(),
        time: Window::parse("09:00-10:30"),
    };
    Mark {
        state: (!n.is_multiple_of(5)).then_some((order, state, day)),
        minutes: n.is_multiple_of(2).then_some((order, Minutes(n))),
        why: n.is_multiple_of(3).then(|| (order, "病了".to_owned())),
        notes: (0..n % 4)
            .map(|m| Note {
                order,
                day,
                text: format!("remark {m}"),
            })
            .collect(),
        placement: n.is_multiple_of(7).then_some((order, placement)),
        fingerprint: n.is_multiple_of(2).then_some((order, SUM)),
    }
}

fn key(n: u32) -> (String, String) {
    (format!("d{n:02}-0900"), format!("第{n}课"))
}

#[test]
fn marks_come_off_the_shelf_as_they_were_put_on() {
    let mut marks: Marks = (0..40).map(|n| (key(n), mark(n))).collect();
    let mut shelf = Shelf::of(&marks).unwrap();
    let size = |shelf: &Shelf| postcard::to_allocvec(shelf).unwrap().len();
    let at_first = size(&shelf);
    for round in 0..100 {
        let changed: Marks = [(key(round % 50), mark(round + 1))].into();
        marks.extend(changed.clone());
        shelf = shelf.with(&changed).unwrap();
        assert_eq!(shelf.all(), marks, "{round}");
        let wanted: Marks = (marks.clone().into_iter())
            .filter(|(key, _)| key.0.ends_with("3-0900"))
            .collect();
        let names: Names = wanted.keys().map(|key| name(&key.0, &key.1)).collect();
        assert_eq!(shelf.named(&names), wanted, "{round}");
        let mut briefs: Vec<(u64, Brief)> = shelf.briefs().collect();
        let said = marks.iter();
        let mut said: Vec<_> = said
            .map(|(key, mark)| (name(&key.0, &key.1), Brief::of(mark)))
            .collect();
        briefs.sort_by_key(|(name, _)| *name);
        said.sort_by_key(|(name, _)| *name);
        assert_eq!(briefs, said, "{round}");
    }
    // What marks were before takes up no more room than what they are.
    assert!(size(&shelf) < 4 * at_first, "{}", size(&shelf));
}
