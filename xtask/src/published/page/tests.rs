//! The page as a whole: complete, closed, and without anything from outside.

use super::*;
use crate::regen::contract;

/// Elements that have no end.
const VOID: [&str; 3] = ["br", "meta", "link"];

/// The names of a page's elements, in order; panics where one is not closed.
fn elements(page: &str) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for part in page.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap_or_else(|| panic!("{part}"));
        if tag.starts_with('!') {
            continue;
        }
        let name = tag
            .trim_start_matches('/')
            .split([' ', '\n'])
            .next()
            .unwrap()
            .to_owned();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{part}");
        } else if !VOID.contains(&name.as_str()) {
            open.push(name.clone());
            all.push(name);
        }
    }
    assert_eq!(open, Vec::<String>::new());
    all
}

/// The values of an attribute, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(&start)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

#[test]
fn it_is_closed_links_to_itself_and_needs_nothing_from_outside() {
    let page = page(&contract(crate::root()));
    let elements = elements(&page);
    assert!(
        !elements
            .iter()
            .any(|name| name == "script" || name == "img")
    );
    assert!(!page.contains("@import") && !page.contains("url("));
    let ids = values(&page, "id");
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
    for address in values(&page, "href") {
        if let Some(id) = address.strip_prefix('#') {
            assert!(ids.contains(&id), "{address}");
        } else {
            let is_file = FILES.iter().any(|(name, _)| *name == address);
            assert!(is_file || address.starts_with("https://"), "{address}");
        }
    }
}

#[test]
fn every_operation_scheme_and_model_is_there() {
    let contract = contract(crate::root());
    let page = page(&contract);
    let ids = values(&page, "id");
    for operation in operations(&contract) {
        assert!(ids.contains(&operation.id()), "{}", operation.id());
        for (status, _) in operation.answers() {
            assert!(page.contains(&format!(">{status}</span>")), "{status}");
        }
    }
    for scheme in crate::schemes::schemes(&contract) {
        assert!(ids.contains(&&*format!("scheme-{}", scheme.name)));
    }
    for (name, _) in contract.down(&["components", "schemas"]).entries() {
        assert!(ids.contains(&&*format!("model-{name}")));
    }
}

#[test]
fn markup_in_a_contract_is_text() {
    let evil = "<script>alert(1)</script>\"onload='x'";
    fn poison(node: &mut Node, evil: &str) {
        match node {
            Node::Scalar(serde_json::Value::String(text)) if !text.starts_with("#/") => {
                text.push_str(evil);
            }
            Node::List(items) => items.iter_mut().for_each(|item| poison(item, evil)),
            Node::Map(entries) => entries.iter_mut().for_each(|(_, node)| poison(node, evil)),
            Node::Scalar(_) => {}
        }
    }
    let mut contract = contract(crate::root());
    poison(&mut contract, evil);
    let page = page(&contract);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"));
    assert!(!page.contains("\"onload"));
    elements(&page);
}
