//! Long lists are taken out of the tree before it is read, and each of their parts is given up as
//! soon as it has been: tree and plan never stand in memory as a whole side by side.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::source::table::{Reader, Table};
use crate::source::{Location, Node, Value};

/// Lists that were taken out, by their places and names: what an alias stands for has its place.
pub(in crate::source) type Lifted<'s> = HashMap<(Location, &'static str), Box<[Node<'s>]>>;

/// Which lists are taken out.
const LONG: [&str; 2] = ["weeks", "days"];

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
        if key.scalar() == Some("phases") {
            items.iter_mut().for_each(|item| lift(item, lifted));
        }
        let name = LONG.into_iter().find(|name| key.scalar() == Some(name));
        let place = name.map(|name| lifted.entry((node.at, name)));
        // What an alias stands for may be there a second time, and stays.
        if let Some(Entry::Vacant(free)) = place.filter(|_| !items.is_empty()) {
            let nothing = Node {
                at: node.at,
                value: Value::Null,
            };
            free.insert(std::mem::replace(items, Box::new([nothing])));
        }
    }
}

impl Reader<'_> {
    /// As [`Reader::each`], for a list that may have been taken out.
    pub(super) fn each_lifted<T>(
        &mut self,
        table: &Table,
        name: &'static str,
        mut read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Vec<T> {
        let place = table.get(name).map(|node| node.at);
        match place.and_then(|at| self.lifted.remove(&(at, name))) {
            Some(items) => items
                .into_iter()
                .filter_map(|item| read(self, &item))
                .collect(),
            None => self.each(table, name, read),
        }
    }
}
