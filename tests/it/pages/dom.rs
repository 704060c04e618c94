//! A page as a list of elements, with what HTML5 does not allow.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

/// An element, with all the text in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
}

impl Element {
    pub fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }
}

/// Elements that have no end tag.
const VOID: [&str; 1] = ["meta"];

/// The elements of a page in order.
///
/// # Errors
/// What the tokenizer complains of, and the first tag that is closed in the wrong place.
pub fn elements(page: &str) -> Result<Vec<Element>, String> {
    let (mut elements, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    for token in Tokenizer::new(page) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
                let attributes = tag.attributes.iter();
                let attributes = attributes.map(|(name, value)| (text(name), text(value)));
                let name = text(&tag.name);
                if !tag.self_closing && !VOID.contains(&name.as_str()) {
                    open.push(elements.len());
                }
                elements.push(Element {
                    name,
                    attributes: attributes.collect(),
                    text: String::new(),
                });
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8(tag.name.to_vec()).unwrap();
                let opened = open.pop().map(|at| elements[at].name.clone());
                if opened.as_ref() != Some(&name) {
                    return Err(format!("</{name}> closes {opened:?}"));
                }
            }
            Token::String(text) => {
                let text = String::from_utf8(text.to_vec()).unwrap();
                for at in &open {
                    elements[*at].text += &text;
                }
            }
            Token::Doctype(_) => {}
            Token::Comment(comment) => return Err(format!("{comment:?}")),
            Token::Error(error) => return Err(error.to_string()),
        }
    }
    match open.last() {
        Some(at) => Err(format!("<{}> is not closed", elements[*at].name)),
        None => Ok(elements),
    }
}
