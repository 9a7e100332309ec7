//! The page as a whole: complete, without a dead link, and without anything from outside.

use super::*;
use crate::regen::contract;

fn frame() -> Node {
    crate::published::asyncapi::frame(crate::root()).unwrap()
}

#[test]
fn everything_is_there_each_link_leads_somewhere_and_nothing_is_from_outside() {
    let contract = contract(crate::root());
    let page = page(&contract, &frame());
    for operation in operations(&contract) {
        let id = format!(" id=\"{}\"", operation.id());
        let mut articles = page.split("<article");
        let article = articles.find(|it| it.starts_with(&id)).unwrap();
        for (status, _) in operation.answers() {
            assert!(article.contains(&format!(">{status}<")), "{id} {status}");
        }
    }
    for (kind, of) in [("scheme", "securitySchemes"), ("model", "schemas")] {
        for (name, _) in contract.down(&["components", of]).entries() {
            assert!(page.contains(&format!(" id=\"{kind}-{name}\"")), "{name}");
        }
    }
    for rest in page.split(" href=\"").skip(1) {
        let address = rest.split('"').next().unwrap();
        let is_good = match address.strip_prefix('#') {
            Some(id) => page.matches(&format!(" id=\"{id}\"")).count() == 1,
            None => address.starts_with("https://"),
        };
        assert!(is_good, "{address}");
    }
    for loaded in ["<script", "<img", "<link", "src=", "@import", "url("] {
        assert!(!page.contains(loaded), "{loaded}");
    }
}

#[test]
fn an_operation_says_how_sure_it_is_and_how_curl_calls_it_without_a_secret_among_the_arguments() {
    let document = opentact_codegen::Document::parse("x.yaml", include_str!("made_up.yaml"));
    let contract = Node::of(&document.unwrap());
    let operations = operations(&contract);
    let shown = operations
        .iter()
        .map(|it| operation::section(&contract, it).into_string());
    insta::assert_snapshot!(shown.collect::<String>().replace("<p", "\n<p"));
}

#[test]
fn markup_in_a_contract_is_text() {
    fn poison(node: &mut Node) {
        match node {
            Node::Scalar(serde_json::Value::String(text)) if !text.starts_with("#/") => {
                text.push_str("<script>alert(1)</script>\"onload='x'");
            }
            Node::List(items) => items.iter_mut().for_each(poison),
            Node::Map(entries) => entries.iter_mut().for_each(|(_, node)| poison(node)),
            Node::Scalar(_) => {}
        }
    }
    let mut contract = contract(crate::root());
    poison(&mut contract);
    let page = page(&contract, &frame());
    assert!(page.contains("&lt;script&gt;") && page.contains("&quot;onload"));
    assert!(!page.contains("<script") && !page.contains("\"onload"));
}

#[test]
fn code_and_links_are_told_from_text() {
    let text = "`<b>` [c](https://d/\") [](https://h) [e](javascript:f) ` [g";
    let html = "<code>&lt;b&gt;</code> <a href=\"https://d/&quot;\">c</a> \
                <a href=\"https://h\">https://h</a> e ` [g";
    assert_eq!(line(text).into_string(), html);
}
