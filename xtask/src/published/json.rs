//! Writes a tree as JSON, in its own order.

use crate::node::Node;

/// The text of a JSON file.
pub(crate) fn to_json(node: &Node) -> String {
    let mut text = String::new();
    write(node, 0, &mut text);
    text.push('\n');
    text
}

fn write(node: &Node, depth: usize, text: &mut String) {
    match node {
        Node::Scalar(value) => text.push_str(&value.to_string()),
        Node::List(items) => {
            let parts = items.iter().map(|item| (None, item));
            block(parts, ['[', ']'], depth, text);
        }
        Node::Map(entries) => {
            let parts = entries.iter().map(|(key, item)| (Some(key.as_str()), item));
            block(parts, ['{', '}'], depth, text);
        }
    }
}

fn block<'n>(
    parts: impl Iterator<Item = (Option<&'n str>, &'n Node)>,
    [open, close]: [char; 2],
    depth: usize,
    text: &mut String,
) {
    text.push(open);
    let mut empty = true;
    for (key, part) in parts {
        if !empty {
            text.push(',');
        }
        empty = false;
        line(depth + 1, text);
        if let Some(key) = key {
            text.push_str(&serde_json::Value::from(key).to_string());
            text.push_str(": ");
        }
        write(part, depth + 1, text);
    }
    if !empty {
        line(depth, text);
    }
    text.push(close);
}

fn line(depth: usize, text: &mut String) {
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn it_is_what_everybody_writes() {
        let value = json!({ "a": [1, { "b\"": "é\n" }], "c": [], "d": {}, "e": null });
        let text = to_json(&Node::from(&value));
        assert_eq!(
            text,
            format!("{}\n", serde_json::to_string_pretty(&value).unwrap())
        );
    }
}
