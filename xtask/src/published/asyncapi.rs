//! The WebSocket service as one AsyncAPI document: the frame by hand, the schemas and the examples put in.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use opentact_codegen::Document;
use serde_json::{Value, json};

use super::{FOLDER, yaml};
use crate::error::Error;
use crate::files::{Derived, read};
use crate::node::Node;

/// The frame, from the workspace's folder.
pub(crate) const FRAME: &str = "openapi/events.yaml";
/// The folder of the frames that are its examples.
pub(crate) const EXAMPLES: &str = "tests/fixtures/events";

const COMMENT: &str = "\
Generated from openapi/events.yaml, the events of the Rust client and tests/fixtures/events by
`cargo xtask regen`; do not edit.";

/// The document, with the schemas of its messages by their names.
pub(crate) fn asyncapi(root: &Path, schemas: &Value) -> Result<Derived, Error> {
    let frame = Document::parse(FRAME, &read(root, FRAME)?).map_err(Error::Contract)?;
    let mut document = Node::of(&frame);
    let schemas = with_components(schemas);
    put_examples(root, &mut document)?;
    if let Some(Node::Map(components)) = document.get_mut("components") {
        components.push(("schemas".to_owned(), Node::from(&schemas)));
    }
    check(&document, &schemas)?;
    let text = yaml::to_yaml(COMMENT, &document);
    Ok(Derived::new(format!("{FOLDER}/asyncapi.yaml"), text))
}

/// The same schemas with their references as they are in the document, and `{}` where any item fits,
/// for readers that take no other schema than an object.
fn with_components(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, field)| match field {
                Value::String(text) if key == "$ref" => {
                    let text = text.replace("#/$defs/", "#/components/schemas/");
                    (key.clone(), Value::from(text))
                }
                Value::Bool(true) if key == "items" => (key.clone(), json!({})),
                other => (key.clone(), with_components(other)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(with_components).collect(),
        other => other.clone(),
    }
}

/// Gives each example without a payload the frame of its name; every frame has to be one.
fn put_examples(root: &Path, document: &mut Node) -> Result<(), Error> {
    let mut left = frames(root)?;
    let messages = document.get_mut("components");
    let messages = messages.and_then(|it| it.get_mut("messages"));
    let Some(Node::Map(messages)) = messages else {
        return Ok(());
    };
    for (_, message) in messages {
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
        Some(name) => Err(Error::Examples(format!(
            "{FRAME}: no message has the example `{name}`; each frame under {EXAMPLES} has to be one"
        ))),
    }
}

/// The names of the frames.
fn frames(root: &Path) -> Result<BTreeSet<String>, Error> {
    let failed = |source| Error::Read {
        file: EXAMPLES.to_owned(),
        source,
    };
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(root.join(EXAMPLES)).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        if let Some(name) = name.to_str().and_then(|it| it.strip_suffix(".json")) {
            names.insert(name.to_owned());
        }
    }
    Ok(names)
}

/// Fails with every example that does not fit the schema of its message.
fn check(document: &Node, schemas: &Value) -> Result<(), Error> {
    let mut findings = Vec::new();
    for (name, message) in document.down(&["components", "messages"]).entries() {
        let schema = message.down(&["payload"]).str("$ref");
        let root = json!({ "$ref": schema, "components": { "schemas": schemas } });
        let validator = jsonschema::draft202012::options()
            .should_validate_formats(true)
            .build(&root);
        let validator = match validator {
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
                     `{place}`; mend it, or the type that reads it"
                ));
            }
        }
    }
    if findings.is_empty() {
        Ok(())
    } else {
        Err(Error::Examples(findings.join("\n")))
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn schemas() -> Value {
        let text = read(crate::root(), &format!("{FOLDER}/events.schemas.json")).unwrap();
        serde_json::from_str::<Value>(&text).unwrap()["$defs"].clone()
    }

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

    fn edit(root: &TempDir, file: &str, from: &str, to: &str) -> String {
        let path = root.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
        asyncapi(root.path(), &schemas()).unwrap_err().to_string()
    }

    #[test]
    fn every_frame_is_an_example_and_every_reference_leads_somewhere() {
        let derived = asyncapi(crate::root(), &schemas()).unwrap();
        let document = Document::parse(&derived.path, &derived.text).unwrap();
        let mut references = 0;
        let mut parts = vec![document.value()];
        while let Some(part) = parts.pop() {
            if let Some(reference) = part.get("$ref").and_then(Value::as_str) {
                assert!(document.resolve(reference).is_some(), "{reference}");
                references += 1;
            }
            match part {
                Value::Object(fields) => parts.extend(fields.values()),
                Value::Array(items) => parts.extend(items),
                _ => {}
            }
        }
        assert!(references > 30);
        for name in frames(crate::root()).unwrap() {
            assert!(
                derived.text.contains(&format!("- name: {name}\n")),
                "{name}"
            );
        }
    }

    #[test]
    fn an_example_that_does_not_fit_is_named() {
        let root = workspace();
        let file = format!("{EXAMPLES}/tn_order_2021.json");
        let error = edit(&root, &file, "\"success\"", "5");
        assert!(error.contains("`tn_order_2021` does not fit"), "{error}");
        assert!(error.contains("at `/payload/state`"), "{error}");
    }

    #[test]
    fn a_frame_that_is_no_example_and_an_example_without_a_frame_are_named() {
        let root = workspace();
        let error = edit(&root, FRAME, "- name: auth_2024\n", "- name: auth_2025\n");
        assert_eq!(error, format!("{EXAMPLES}/auth_2025.json cannot be read"));
        let error = edit(
            &root,
            FRAME,
            "- name: auth_2025\n",
            "- name: auth_refused\n",
        );
        assert!(
            error.contains("no message has the example `auth_2024`"),
            "{error}"
        );
    }

    #[test]
    fn a_schema_that_is_missing_is_named() {
        let mut schemas = schemas();
        schemas.as_object_mut().unwrap().remove("Sms");
        let error = asyncapi(crate::root(), &schemas).unwrap_err().to_string();
        assert!(error.contains("`smsEvent`: its schema is none"), "{error}");
    }
}
