//! How fields of events are serialised.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Serialize, Serializer};

use crate::model::Placement;
use crate::progress::Fingerprint;

#[expect(clippy::ref_option, reason = "serde asks for it")]
pub(super) fn optional_text<S: Serializer>(
    fingerprint: &Option<Fingerprint>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let text = fingerprint.map(|fingerprint| fingerprint.to_string());
    text.serialize(serializer)
}

pub(super) fn placement_keys<S: Serializer>(
    to: &Placement,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys {
        to: NaiveDate,
        until: NaiveDate,
        time: Option<String>,
    }
    let (to, until, time) = (to.date, to.last, to.time.map(|time| time.to_string()));
    Keys { to, until, time }.serialize(serializer)
}

pub(super) fn rfc3339<S: Serializer>(
    time: &DateTime<FixedOffset>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time.to_rfc3339())
}
