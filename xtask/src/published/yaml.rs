//! Writes a tree as YAML that readers of YAML 1.1 and 1.2 understand alike.

use serde_json::Value;

use crate::node::Node;

/// Words that some reader takes for something else than text.
const WORDS: [&str; 10] = [
    "false", "n", "no", "nan", "null", "off", "on", "true", "y", "yes",
];
/// Where a long text is broken.
const WIDTH: usize = 96;

/// The text of a YAML file, below a comment.
pub(crate) fn to_yaml(comment: &str, node: &Node) -> String {
    let mut text: String = comment.lines().map(|line| format!("# {line}\n")).collect();
    write(node, 0, &mut text);
    text
}

/// Writes a mapping or a list, each entry on lines of its own.
fn write(node: &Node, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    for item in node.items() {
        text.push_str(&format!("{indent}-"));
        if is_block(item) {
            // The first entry stands on the line of the dash.
            let mut inner = String::new();
            write(item, depth + 1, &mut inner);
            text.push(' ');
            text.push_str(inner.trim_start_matches(' '));
        } else {
            text.push_str(&inline(item, depth));
        }
    }
    for (key, item) in node.entries() {
        text.push_str(&format!("{indent}{}:", key_text(key)));
        if is_block(item) {
            text.push('\n');
            write(item, depth + 1, text);
        } else {
            text.push_str(&inline(item, depth));
        }
    }
}

fn is_block(node: &Node) -> bool {
    !node.items().is_empty() || !node.entries().is_empty()
}

/// What follows a key or a dash, with the end of the line.
fn inline(node: &Node, depth: usize) -> String {
    match node {
        Node::List(_) => " []\n".to_owned(),
        Node::Map(_) => " {}\n".to_owned(),
        Node::Scalar(Value::String(text)) => string(text, depth),
        Node::Scalar(value) => format!(" {value}\n"),
    }
}

fn string(text: &str, depth: usize) -> String {
    let indent = "  ".repeat(depth + 1);
    let fits = |line: &str| line.len() <= WIDTH - indent.len() || !line.contains(' ');
    let is_block = lines_are_plain(text);
    if is_block && !text.lines().all(fits) {
        let lines: Vec<String> = text.split('\n').map(|line| fold(line, &indent)).collect();
        // In a folded text one end of line is a space, and only a further one is itself.
        format!(" >-\n{}", lines.join("\n"))
    } else if is_block && text.contains('\n') {
        let lines = text.split('\n').map(|line| match line {
            "" => "\n".to_owned(),
            line => format!("{indent}{line}\n"),
        });
        format!(" |-\n{}", lines.collect::<String>())
    } else if is_plain(text) {
        format!(" {text}\n")
    } else {
        format!(" {}\n", Value::from(text))
    }
}

/// Whether a text can stand as it is, line by line.
fn lines_are_plain(text: &str) -> bool {
    let mut lines = text.split('\n');
    let edge = |line: Option<&str>| line.is_some_and(|line| !line.is_empty());
    edge(lines.clone().next())
        && edge(lines.clone().next_back())
        && lines.all(|line| {
            let words_are_even = line.is_empty() || !line.split(' ').any(str::is_empty);
            words_are_even && line == line.trim() && !line.contains(char::is_control)
        })
}

/// A line, broken where it is too long.
fn fold(text: &str, indent: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut lines = vec![indent.to_owned()];
    for word in text.split(' ') {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.len() == indent.len() {
            line.push_str(word);
        } else if line.len() + 1 + word.len() > WIDTH {
            lines.push(format!("{indent}{word}"));
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn key_text(key: &str) -> String {
    let is_path = key.starts_with('/')
        && key
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "/{}._-".contains(it));
    let is_reference = key == "$ref";
    if is_path || is_reference || (is_plain(key) && !key.contains(' ')) {
        key.to_owned()
    } else {
        Value::from(key).to_string()
    }
}

/// Whether a text needs no quotes.
fn is_plain(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
        && text.chars().all(|it| it == ' ' || it.is_ascii_graphic())
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([' ', ':'])
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
            "200": true,
            "/a/{b}": -1.5,
            "a b": 0,
            "": 1,
            "$ref": "#/a",
        });
        let text = to_yaml("one\ntwo", &Node::from(&value));
        let document =
            Document::parse("x.yaml", &text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(document.value(), &value, "{text}");
        assert!(text.starts_with("# one\n# two\n"));
        assert!(text.contains("\n/a/{b}: -1.5\n"), "{text}");
    }
}
