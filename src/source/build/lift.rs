//! Long lists are taken out of the tree before it is read, and each of their parts is given up as
//! soon as it has been: tree and plan never stand in memory as a whole side by side.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::source::table::{Reader, Table};
use crate::source::{Mark, Node, Value};

/// Lists that were taken out, by their places.
pub(in crate::source) type Lifted<'s> = HashMap<Mark, Box<[Node<'s>]>>;

/// Takes the weeks and days of phases, or of a plan without any, out of `part`. What is left in
/// their stead is no empty list either.
pub(super) fn lift<'s>(part: &mut Node<'s>, lifted: &mut Lifted<'s>) {
    let Value::Map(pairs) = &mut part.value else {
        return;
    };
    for (key, node) in pairs {
        let Value::List(items) = &mut node.value else {
            continue;
        };
        match (key.scalar(), lifted.entry(node.at)) {
            (Some("phases"), _) => items.iter_mut().for_each(|item| lift(item, lifted)),
            // What an alias stands for may be there a second time, and stays.
            (Some("weeks" | "days"), Entry::Vacant(free)) if !items.is_empty() => {
                let nothing = Node {
                    at: node.at,
                    value: Value::Null,
                };
                free.insert(std::mem::replace(items, Box::new([nothing])));
            }
            _ => {}
        }
    }
}

impl Reader<'_> {
    /// As [`Reader::each`], for a list that may have been taken out.
    pub(super) fn each_lifted<T>(
        &mut self,
        table: &Table,
        name: &str,
        mut read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Vec<T> {
        let place = table.get(name).map(|node| node.at);
        match place.and_then(|at| self.lifted.remove(&at)) {
            Some(items) => items
                .into_iter()
                .filter_map(|item| read(self, &item))
                .collect(),
            None => self.each(table, name, read),
        }
    }
}
