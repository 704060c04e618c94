//! Resources that slots name in a list of their own: the column `Resources` of a table.

use super::fields::kind_of;
use super::label::{About, about};
use super::library::Library;
use super::titles::shortened;
use crate::model::{Item, Kind, Phase, Resource};

impl Library {
    /// Adds the resources that slots name, and lets all links to resources refer to them.
    pub(super) fn link(&mut self, phases: &mut [Phase]) {
        self.mentioned(phases);
        self.refer(phases);
    }

    /// Adds the links below a label for resources that no section of the note lists.
    fn mentioned(&mut self, phases: &[Phase]) {
        let weeks = phases.iter().flat_map(|phase| &phase.weeks);
        let days = weeks.flat_map(|week| &week.days);
        let slots = days
            .flat_map(|day| &day.sessions)
            .flat_map(|session| &session.slots);
        for field in slots.flat_map(|slot| &slot.fields) {
            let label = field.label.as_deref().unwrap_or_default();
            if about(label) != Some(About::Resources) {
                continue;
            }
            for item in field.value.as_deref().into_iter().chain(&field.items) {
                self.mention(item);
            }
        }
    }

    fn mention(&mut self, item: &Item) {
        let Some(url) = item.url.clone() else {
            return;
        };
        let is_known = |known: &Resource| known.url.as_ref() == Some(&url);
        if self.resources.iter().any(is_known) {
            return;
        }
        let title = if item.text.is_empty() {
            &url
        } else {
            &item.text
        };
        let id = self.id(title);
        self.resources.push(Resource {
            id,
            kind: kind_of(title).unwrap_or(Kind::Other),
            title: shortened(title),
            label: None,
            group: Vec::new(),
            full_title: None,
            url: Some(url),
            status: None,
            suggested_url: None,
            fields: Vec::new(),
            notes: Vec::new(),
            editor_notes: Vec::new(),
        });
    }
}
