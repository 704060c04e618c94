//! Targets by their titles, and by whatever else screens call them.

use super::refusal::{no_match, no_title};
use super::{Target, Targets, Wanted};
use crate::commands::words;
use crate::error::Result;
use crate::model::{Day, Topic};
use crate::summary::{DeliverableView, SlotView};
use crate::text::{DayNames, Language, Locale, Message, Phrase, SlotName, WeekName};

/// Something that has one of the names that were looked for.
struct Named<'a> {
    target: Target<'a>,
    /// What messages call it.
    name: SlotName,
}

impl<'a> Targets<'a> {
    /// What is called `text`. The whole name of anything comes before part of a slot's title, the
    /// letters as typed before others; a part is looked for among the slots of the date first.
    pub(super) fn titled(&self, text: &str, wanted: Wanted) -> Result<Target<'a>> {
        let key = key(text);
        let as_typed = |name: &str| name.trim() == text;
        let alike = |name: &str| self::key(name) == key;
        for is_it in [&as_typed as &dyn Fn(&str) -> bool, &alike] {
            let mut found = self.things_called(is_it);
            if !wanted.is_things() {
                found.extend(self.others_called(is_it));
            }
            if !found.is_empty() {
                return self.one_of(text, found, wanted);
            }
        }
        let all: Vec<SlotView> = self.study.whole_slots().collect();
        let is_long = key.chars().count() > 1 && key.chars().any(char::is_alphabetic);
        let is_searched = is_long && wanted.is_searched();
        if is_searched && let Some(found) = self.with_part(text, &key, &all, wanted) {
            return found;
        }
        let mut others = self.others_called(&alike);
        if others.is_empty() && is_searched {
            others = self.deliverables_with(&key);
        }
        if !others.is_empty() {
            return self.one_of(text, others, wanted);
        }
        Err(if is_long {
            no_match(text, self.study, &all)
        } else {
            no_title(text)
        })
    }

    /// The sitting that `Alpha (1 of 2)` or `绝句（第 1/2 次）` names.
    pub(super) fn sitting(&self, text: &str, typed: &str, wanted: Wanted) -> Option<Target<'a>> {
        let inner = typed.strip_suffix(')')?.rsplit('(').next()?;
        let chinese = || {
            inner
                .strip_prefix('第')?
                .strip_suffix('次')?
                .split_once('/')
        };
        let (n, of) = inner.split_once(" of ").or_else(chinese)?;
        let (n, of): (usize, usize) = (n.trim().parse().ok()?, of.trim().parse().ok()?);
        let title = &text[..text.rfind(['(', '（'])?];
        let Ok(Target::Slots(slots)) = self.find(title, wanted) else {
            return None;
        };
        let mut sittings = self.study.sittings(slots.first()?.place);
        let is_it = |row: &SlotView| {
            let sitting = row.sitting.map(|sitting| (sitting.n, sitting.of));
            sitting == Some((n, of))
        };
        sittings
            .find(is_it)
            .map(|sitting| Target::Slots(vec![sitting]))
    }

    /// Whether the plan as a whole is meant: by that word, its id or its title, unless something in
    /// it is called so.
    pub(super) fn is_plan(&self, text: &str, typed: &str) -> bool {
        let plan = &self.study.plan;
        let names = [plan.id.as_str(), &plan.title];
        let is_its_name = names.iter().any(|name| words::normal(name) == typed);
        (words::is_plan(typed) || is_its_name) && !self.is_called(text)
    }

    /// The week or phase that is called `text`, as in `Week 2 Estimation`.
    pub(crate) fn range(&self, text: &str) -> Result<Option<Target<'a>>> {
        let key = key(text);
        let mut found = self.others_called(&|name| self::key(name) == key);
        found.retain(|named| Wanted::Ranges.takes(&named.target));
        if found.is_empty() {
            return Ok(None);
        }
        self.one_of(text, found, Wanted::Ranges).map(Some)
    }

    /// Whether anything has this name.
    pub(super) fn is_called(&self, text: &str) -> bool {
        let key = key(text);
        let alike = |name: &str| self::key(name) == key;
        !self.things_called(&alike).is_empty() || !self.others_called(&alike).is_empty()
    }

    /// Whether something that can be marked has exactly this title.
    pub(super) fn is_title(&self, text: &str) -> bool {
        !self.things_called(&|name| name.trim() == text).is_empty()
    }

    /// `target`, unless a slot has exactly the text that was read as its number or id for a title.
    pub(super) fn unless_titled(
        &self,
        text: &str,
        target: Target<'a>,
        wanted: Wanted,
    ) -> Result<Target<'a>> {
        let mut found = self.things_called(&|name| name.trim() == text);
        if wanted.takes(&target) {
            let name = self.name_of(&target);
            if found.iter().all(|known| known.name.id != name.id) {
                found.push(Named {
                    target: target.clone(),
                    name,
                });
            }
        }
        if found.is_empty() {
            Ok(target)
        } else {
            self.one_of(text, found, wanted)
        }
    }

    /// Deliverables with `key` in their text.
    fn deliverables_with(&self, key: &str) -> Vec<Named<'a>> {
        let found = self.study.deliverables();
        let found = found.filter(|view| self::key(&view.what.text).contains(key));
        let named = found.map(|view| Named {
            target: Target::Deliverables(vec![view]),
            name: SlotName::new(&view.what.id, &view.what.text),
        });
        named.collect()
    }

    /// Which of some things of one name is meant, of those that are wanted if there are any: what is
    /// not wanted is never to choose from. Several are an error that lists them all.
    fn one_of(&self, text: &str, found: Vec<Named<'a>>, wanted: Wanted) -> Result<Target<'a>> {
        let mut found: Vec<Target> = found.into_iter().map(|named| named.target).collect();
        if found.iter().any(|target| wanted.takes(target)) {
            found.retain(|target| wanted.takes(target));
        } else {
            found.truncate(1);
        }
        let meant = self.meant(&found, wanted);
        meant.ok_or_else(|| self.namesakes(text, &found))
    }

    /// Slots, deliverables and events of which a name is the one looked for.
    fn things_called(&self, is_it: &dyn Fn(&str) -> bool) -> Vec<Named<'a>> {
        let has =
            |name: &SlotName| is_it(&name.title) || is_it(&format!("{} {}", name.id, name.title));
        let slots = self.study.whole_slots().map(|slot| Named {
            target: Target::Slots(vec![slot]),
            name: SlotName::new(&slot.place.slot.id, &slot.place.slot.title),
        });
        let deliverables = self.study.deliverables().map(|view| Named {
            target: Target::Deliverables(vec![view]),
            name: SlotName::new(&view.what.id, &view.what.text),
        });
        let events = (0..self.study.events.len()).map(|index| self.named(Target::Event(index)));
        let all = slots.chain(deliverables).chain(events);
        all.filter(|named| has(&named.name)).collect()
    }

    /// Everything else of which a name is the one looked for.
    fn others_called(&self, is_it: &dyn Fn(&str) -> bool) -> Vec<Named<'a>> {
        let plan = &self.study.plan;
        // By its title, alone or after the number, as in `w4 Exam`.
        let called = |kind: char, number: Option<u32>, title: Option<&str>| {
            let with_number = number.zip(title);
            let with_number = with_number.map(|(number, title)| format!("{kind}{number} {title}"));
            title.is_some_and(is_it) || with_number.is_some_and(|name| is_it(&name))
        };
        let shown = |phrase: Phrase| {
            let phrase = Message::from(phrase);
            let texts = Language::ALL.map(|language| phrase.text(Locale::of(language)));
            texts.iter().any(|text| is_it(text))
        };
        let days = (0..).zip(plan.days()).filter(|(_, (.., day))| {
            let number = day.numbers.map(|(first, _)| first);
            called('d', number, day.title.as_deref())
                || day_names(day, &plan.language).map(Phrase::Days).any(shown)
        });
        let weeks = plan.weeks().filter(|(_, week)| {
            let name = WeekName::of(week).map(Phrase::Week);
            called('w', week.number, week.title.as_deref()) || name.is_some_and(shown)
        });
        let phases = (0..).zip(&plan.phases).filter(|(index, phase)| {
            let number = self.study.phase_number(*index);
            let number = number.and_then(|(number, _)| u32::try_from(number).ok());
            called('p', number, phase.title.as_deref())
                || phase.heading.as_deref().is_some_and(is_it)
        });
        let topics = (0..).zip(&plan.roadmap.topics);
        let topics =
            topics.filter(|(_, topic)| has_id(is_it, topic.id.as_str(), &[Some(&topic.title)]));
        let resources = plan.resources.iter().filter(|resource| {
            let titles = [
                Some(resource.title.as_str()),
                resource.full_title.as_deref(),
            ];
            has_id(is_it, resource.id.as_str(), &titles)
        });
        let found = days.map(|(index, _)| Target::Days(vec![index]));
        let found = found.chain(weeks.filter_map(|(_, week)| week.number.map(Target::Week)));
        let found = found.chain(phases.map(|(index, _)| Target::Phase(index)));
        let found = found.chain(topics.map(|(index, _)| Target::Topic(index)));
        let found = found.chain(resources.map(Target::Resource));
        found.map(|target| self.named(target)).collect()
    }

    fn named(&self, target: Target<'a>) -> Named<'a> {
        let name = self.name_of(&target);
        Named { target, name }
    }

    /// What messages call a target: a short text that refers to it, and its title.
    pub(crate) fn name_of(&self, target: &Target) -> SlotName {
        let plan = &self.study.plan;
        let (id, title) = match target {
            Target::Slots(slots) | Target::Date(slots) => return first(slots, SlotView::name),
            Target::Deliverables(views) => {
                return first(views, DeliverableView::name);
            }
            Target::Days(days) => {
                let day = days.first().and_then(|index| plan.days().nth(*index));
                let numbers = day.and_then(|(.., day)| day.numbers);
                let id = numbers.map(|(number, _)| format!("d{number}"));
                (id, day.and_then(|(.., day)| day.title.clone()))
            }
            Target::Week(number) => {
                let mut weeks = plan.weeks();
                let week = weeks.find(|(_, week)| week.number == Some(*number));
                (
                    Some(format!("w{number}")),
                    week.and_then(|(_, week)| week.title.clone()),
                )
            }
            Target::Phase(index) => {
                let title = plan.phases[*index].title.clone();
                let number = self
                    .study
                    .phase_number(*index)
                    .map(|(number, _)| format!("p{number}"));
                (number.or_else(|| title.clone()), title)
            }
            Target::Topic(index) => {
                let topic = &plan.roadmap.topics[*index];
                return SlotName::new(&self.study.target(&topic.id), &topic.title);
            }
            Target::Event(index) => {
                let event = &self.study.events[*index].event;
                return SlotName::new(&self.study.target(&event.id), &event.title);
            }
            Target::Plan => return SlotName::new(&plan.id, &plan.title),
            Target::Resource(resource) => {
                return SlotName::new(&self.study.target(&resource.id), &resource.title);
            }
        };
        let id = self.study.target(id.unwrap_or_default());
        SlotName::new(&id, &title.unwrap_or_default())
    }

    /// The topic with this id or title.
    pub(crate) fn topic(&self, text: &str) -> Option<usize> {
        let topics = &self.study.plan.roadmap.topics;
        let key = key(text);
        let alike = |topic: &Topic| {
            [topic.id.as_str(), &topic.title]
                .map(self::key)
                .contains(&key)
        };
        let exactly = topics.iter().position(|topic| topic.id.as_str() == text);
        exactly.or_else(|| topics.iter().position(alike))
    }
}

/// What screens call a day: with its weekday, with its title too, and with the title alone where its
/// slots are on other dates.
fn day_names(day: &Day, language: &str) -> impl Iterator<Item = DayNames> {
    let bare = |with_weekday| DayNames::of([day], with_weekday, language);
    let titled = |names: DayNames| DayNames {
        title: day.title.clone(),
        ..names
    };
    [bare(true), titled(bare(true)), titled(bare(false))].into_iter()
}

/// Whether this id, or one of the titles, alone or after it, is the name looked for.
fn has_id(is_it: &dyn Fn(&str) -> bool, id: &str, titles: &[Option<&str>]) -> bool {
    let mut titles = titles.iter().flatten();
    is_it(id) || titles.any(|title| is_it(title) || is_it(&format!("{id} {title}")))
}

fn first<T>(items: &[T], name: impl Fn(&T) -> SlotName) -> SlotName {
    items.first().map_or_else(|| SlotName::new(&"", ""), name)
}

/// A name as it is compared: in normal form, without spaces, in small letters, and with one kind of
/// brackets and quotes.
pub(super) fn key(name: &str) -> String {
    let one_kind = |c: char| match c {
        '[' | '{' | '<' | '〈' | '《' | '「' | '『' | '【' | '〔' | '〖' => '(',
        ']' | '}' | '>' | '〉' | '》' | '」' | '』' | '】' | '〕' | '〗' => ')',
        '\'' | '‘' | '’' | '“' | '”' => '"',
        c => c,
    };
    let name = words::normal(name);
    name.chars()
        .filter(|c| !c.is_whitespace())
        .map(one_kind)
        .collect()
}
