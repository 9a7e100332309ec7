//! The WebSocket service as one AsyncAPI document: the frame by hand, the schemas and the examples put in.

use std::collections::BTreeSet;
use std::path::Path;

use opentact_codegen::Document;
use serde_json::{Value, json};

use super::serialized::to_yaml;
use super::{FOLDER, schemas};
use crate::error::Error;
use crate::files::{Derived, names_in, read};
use crate::node::Node;

/// The frame, from the workspace's folder.
pub(crate) const FRAME: &str = "openapi/events.yaml";
/// The folder of the frames that are its examples.
pub(crate) const EXAMPLES: &str = "tests/fixtures/events";

/// What stands before the name of a component schema.
pub(crate) const COMPONENTS: &str = "#/components/schemas/";
const COMMENT: &str = "\
Generated from openapi/events.yaml, openapi/opentact.yaml and tests/fixtures/events by
`cargo xtask regen`; do not edit.";

/// The document as it is maintained by hand.
pub(super) fn frame(root: &Path) -> Result<Node, Error> {
    let frame = Document::parse(FRAME, &read(root, FRAME)?).map_err(Error::Contract)?;
    Ok(Node::of(&frame))
}

/// The document, and the schemas of its messages as JSON Schema.
pub(crate) fn events(root: &Path, contract: &Node) -> Result<Vec<Derived>, Error> {
    let mut document = frame(root)?;
    put_examples(root, &mut document)?;
    let known = schemas::definitions(contract, COMPONENTS);
    put_schemas(&mut document, known)?;
    check(&document)?;
    let components = document.down(&["components", "schemas"]).entries();
    let definitions = components
        .iter()
        .map(|(name, schema)| (name.clone(), with_definitions(schema)))
        .collect();
    let json = schemas::file("Messages of the Opentact event service", definitions);
    Ok(vec![
        Derived::new(
            format!("{FOLDER}/asyncapi.yaml"),
            to_yaml(COMMENT, &document),
        ),
        Derived::new(format!("{FOLDER}/events.schemas.json"), json),
    ])
}

/// Adds those of the contract's schemas that the frame reaches to its own.
fn put_schemas(document: &mut Node, known: Vec<(String, Node)>) -> Result<(), Error> {
    let mut needed = BTreeSet::new();
    let mut parts = vec![document.down(&["components"]).clone()];
    while let Some(part) = parts.pop() {
        for name in references(&part) {
            if document.down(&["components", "schemas", &name]) != Node::NOTHING {
                continue;
            }
            let Some((_, schema)) = known.iter().find(|(it, _)| *it == name) else {
                return Err(Error::Findings(format!(
                    "{FRAME}: `{COMPONENTS}{name}` names no schema; the frame and the contract have none \
                     of that name"
                )));
            };
            if needed.insert(name) {
                parts.push(schema.clone());
            }
        }
    }
    if let Some(own) = document.entries_mut(&["components", "schemas"]) {
        own.extend(known.into_iter().filter(|(name, _)| needed.contains(name)));
    }
    Ok(())
}

/// The names of the schemas that a part refers to.
pub(super) fn references(part: &Node) -> Vec<String> {
    let fields = part.entries().iter().map(|(_, field)| field);
    let inside = fields.chain(part.items());
    let mut found: Vec<String> = inside.flat_map(references).collect();
    let name = part.str("$ref").strip_prefix(COMPONENTS);
    found.extend(name.map(str::to_owned));
    found
}

/// The same with its references as they are in a file of schemas.
fn with_definitions(part: &Node) -> Node {
    match part {
        Node::Scalar(Value::String(text)) => Node::text(text.replace(COMPONENTS, "#/$defs/")),
        Node::Scalar(_) => part.clone(),
        Node::List(items) => Node::List(items.iter().map(with_definitions).collect()),
        Node::Map(entries) => Node::Map(
            entries
                .iter()
                .map(|(key, field)| (key.clone(), with_definitions(field)))
                .collect(),
        ),
    }
}

/// Gives each example without a payload the frame of its name; every frame has to be one.
fn put_examples(root: &Path, document: &mut Node) -> Result<(), Error> {
    let mut left = frames(root)?;
    let messages = document.entries_mut(&["components", "messages"]);
    for (_, message) in messages.into_iter().flatten() {
        let Some(Node::List(examples)) = message.get_mut("examples") else {
            continue;
        };
        for example in examples {
            let name = example.str("name").to_owned();
            if example.get("payload").is_some() {
                continue;
            }
            left.remove(&name);
            let file = format!("{EXAMPLES}/{name}.json");
            // The order of the frame stays: JSON is YAML.
            let frame = Document::parse(&file, &read(root, &file)?).map_err(Error::Contract)?;
            if let Node::Map(entries) = example {
                entries.push(("payload".to_owned(), Node::of(&frame)));
            }
        }
    }
    match left.into_iter().next() {
        None => Ok(()),
        Some(name) => Err(Error::Findings(format!(
            "{FRAME}: no message has the example `{name}`; each frame under {EXAMPLES} has to be one"
        ))),
    }
}

/// The names of the frames.
fn frames(root: &Path) -> Result<BTreeSet<String>, Error> {
    let names = names_in(root, EXAMPLES)?.into_iter();
    Ok(names
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .collect())
}

/// Fails with every example that does not fit the schema of its message.
fn check(document: &Node) -> Result<(), Error> {
    let mut findings = Vec::new();
    let components = document.down(&["components"]).value();
    for (name, message) in document.down(&["components", "messages"]).entries() {
        let schema = message.down(&["payload"]).str("$ref");
        let root = json!({ "$ref": schema, "components": components });
        let validator = match schemas::validator(&root) {
            Ok(validator) => validator,
            Err(cause) => {
                findings.push(format!("{FRAME}: `{name}`: its schema is none: {cause}"));
                continue;
            }
        };
        for example in message.down(&["examples"]).items() {
            let (title, payload) = (example.str("name"), example.down(&["payload"]).value());
            for error in validator.iter_errors(&payload) {
                let place = error.instance_path();
                findings.push(format!(
                    "{FRAME}: `{name}`: the example `{title}` does not fit {schema}: {error} at \
                     `{place}`; mend the frame or the schema"
                ));
            }
        }
    }
    if findings.is_empty() {
        Ok(())
    } else {
        Err(Error::Findings(findings.join("\n")))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::regen::document;

    /// A workspace with the frame and its examples.
    fn workspace() -> TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("openapi")).unwrap();
        fs::create_dir_all(root.path().join(EXAMPLES)).unwrap();
        fs::copy(crate::root().join(FRAME), root.path().join(FRAME)).unwrap();
        for name in frames(crate::root()).unwrap() {
            let file = format!("{EXAMPLES}/{name}.json");
            fs::copy(crate::root().join(&file), root.path().join(&file)).unwrap();
        }
        root
    }

    #[test]
    fn what_does_not_fit_together_is_named() {
        let contract = Node::of(&document(crate::root()).unwrap());
        let order = format!("{EXAMPLES}/tn_order_2021.json");
        let (name, gone) = (
            "- name: auth_2024\n",
            "no message has the example `auth_2024`",
        );
        for (file, from, to, expected) in [
            (&*order, "\"success\"", "5", "`tn_order_2021` does not fit"),
            (
                FRAME,
                name,
                "- name: auth_2025\n",
                "auth_2025.json cannot be read",
            ),
            (FRAME, name, "- name: auth_refused\n", gone),
            (
                FRAME,
                "schemas/Sms\"",
                "schemas/X\"",
                "schemas/X` names no schema",
            ),
        ] {
            let root = workspace();
            events(root.path(), &contract).unwrap();
            let path = root.path().join(file);
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, text.replacen(from, to, 1)).unwrap();
            let error = events(root.path(), &contract).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
