//! A tree as JSON and as YAML, in its own order.

use serde::ser::{Serialize, Serializer};

use crate::node::Node;

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Scalar(value) => value.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => {
                serializer.collect_map(entries.iter().map(|(key, item)| (key, item)))
            }
        }
    }
}

/// The text of a JSON file.
pub(crate) fn to_json(node: &Node) -> String {
    // A tree has texts for keys and numbers that JSON has, so it is always written.
    let text = serde_json::to_string_pretty(node).unwrap_or_default();
    format!("{text}\n")
}

/// The text of a YAML file, below a comment, in a form that readers of YAML 1.1 and 1.2 understand alike.
pub(crate) fn to_yaml(comment: &str, node: &Node) -> String {
    let comment: String = comment.lines().map(|line| format!("# {line}\n")).collect();
    let text = serde_saphyr::to_string(node).unwrap_or_default();
    format!("{comment}{text}")
}

#[cfg(test)]
mod tests {
    use opentact_codegen::Document;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let long = "word ".repeat(60);
        let value = json!({
            "plain": "some text, (and) `more`: x:y http://a/b",
            "words": ["yes", "No", "null", "~", "", "1", "0x1", "2020-01-01", "1e3", ".inf", "on"],
            "odd": [" a", "a ", "a: b", "a #b", "#a", "- a", "'a'", "\"a\"", "\\", "*a", "&a", "é", "\u{1}"],
            "lines": ["a\n\nb", "a\n b", "a\n", "\na", "a\nb: c\n# d", "a\r\nb"],
            "long": [long.trim(), &long, format!("{} #x  y", long.trim()),
                format!("a\n\n\n{0}\nb\n{0}", long.trim()), format!("a\n b {long}")],
            "nested": [[1, [2]], { "a": [], "b": {} }, [], {}, [{ "c": [{ "d": null }] }]],
            "hidden": ["\u{7f}", "a\u{85}\nb", "\u{92}\nc\n", format!("{long}\u{2028}"), "a\n\u{2029}"],
            "\u{92}": "200",
            "200": true,
            "/a/{b}": -1.5,
            "a b": 0,
            "": 1,
            "$ref": "#/a",
        });
        let text = to_yaml("one\ntwo", &Node::from(&value));
        let hidden = ['\u{7f}', '\u{85}', '\u{92}', '\u{2028}', '\u{2029}'];
        assert!(!text.contains(hidden), "{text}");
        let document =
            Document::parse("x.yaml", &text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(document.value(), &value, "{text}");
        assert!(text.starts_with("# one\n# two\n"));
    }
}
