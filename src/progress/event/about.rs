//! Which slot an event is about.

use super::What;
use crate::progress::Fingerprint;

impl What {
    /// The slot or deliverable that it is a mark, a note, a timer or a move of: id, title and content.
    #[expect(clippy::too_many_lines, reason = "one match")]
    pub(super) fn about(&self) -> Option<(&String, &String, &Option<Fingerprint>)> {
        match self {
            Self::Done {
                slot,
                title,
                fingerprint,
                ..
            }
            | Self::Sitting {
                slot,
                title,
                fingerprint,
                ..
            }
            | Self::Skip {
                slot,
                title,
                fingerprint,
                ..
            }
            | Self::Note {
                slot,
                title,
                fingerprint,
                ..
            }
            | Self::Reopen {
                slot,
                title,
                fingerprint,
            }
            | Self::Unnote {
                slot,
                title,
                fingerprint,
                ..
            }
            | Self::Start {
                slot,
                title,
                fingerprint,
                ..
            }
            | Self::Stop {
                slot,
                title,
                fingerprint,
                ..
            }
            | Self::Move {
                slot,
                title,
                fingerprint,
                ..
            } => Some((slot, title, fingerprint)),
            _ => None,
        }
    }

    /// The content that it records (`"sum"`).
    pub(crate) fn fingerprint(&self) -> Option<Fingerprint> {
        match self {
            Self::Relinked { fingerprint, .. } => *fingerprint,
            _ => *self.about()?.2,
        }
    }

    /// The id of the slot or deliverable that it is a mark, a note, a timer or a move of, and
    /// where it records the content.
    pub(crate) fn marked(&mut self) -> Option<(&str, &mut Option<Fingerprint>)> {
        match self {
            Self::Done {
                slot, fingerprint, ..
            }
            | Self::Sitting {
                slot, fingerprint, ..
            }
            | Self::Skip {
                slot, fingerprint, ..
            }
            | Self::Note {
                slot, fingerprint, ..
            }
            | Self::Reopen {
                slot, fingerprint, ..
            }
            | Self::Unnote {
                slot, fingerprint, ..
            }
            | Self::Start {
                slot, fingerprint, ..
            }
            | Self::Stop {
                slot, fingerprint, ..
            }
            | Self::Move {
                slot, fingerprint, ..
            } => Some((slot, fingerprint)),
            _ => None,
        }
    }
}
