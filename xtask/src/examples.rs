//! The contract's examples, judged by the schemas that they are examples of.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use opentact_codegen::{Document, Position};
use serde_json::{Map, Value, json};

use crate::error::Error;
use crate::node::{Node, child};
use crate::published;

/// Fails with every example that does not fit its schema, each with its place in the file.
pub(crate) fn check(document: &Document) -> Result<(), Error> {
    let mut judge = Judge::new(document);
    judge.walk(document.value(), "");
    judge.named_schemas();
    if judge.findings.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = judge.findings.into_iter().map(|(_, line)| line).collect();
    Err(Error::Findings(lines.join("\n")))
}

struct Judge<'d> {
    document: &'d Document,
    /// Every component schema, in the words of JSON Schema.
    components: Value,
    validators: BTreeMap<String, Result<Validator, String>>,
    findings: BTreeSet<(Position, String)>,
}

impl<'d> Judge<'d> {
    fn new(document: &'d Document) -> Self {
        let schemas = published::definitions(&Node::of(document), published::COMPONENTS);
        Self {
            document,
            components: json!({ "schemas": Node::Map(schemas).value() }),
            validators: BTreeMap::new(),
            findings: BTreeSet::new(),
        }
    }

    /// Finds whatever has a schema and examples: media types, parameters, headers.
    fn walk(&mut self, value: &'d Value, pointer: &str) {
        match value {
            Value::Object(fields) => {
                if let Some(schema) = fields.get("schema") {
                    self.judge_examples_of(schema, fields, pointer);
                }
                for (key, field) in fields {
                    if !matches!(key.as_str(), "schema" | "schemas" | "example" | "examples") {
                        self.walk(field, &child(pointer, key));
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.walk(item, &child(pointer, &index.to_string()));
                }
            }
            _ => {}
        }
    }

    fn judge_examples_of(&mut self, schema: &Value, owner: &'d Map<String, Value>, pointer: &str) {
        if let Some(example) = owner.get("example") {
            self.judge(schema, example, &child(pointer, "example"), "the example");
        }
        let all = child(pointer, "examples");
        let named = owner.get("examples").and_then(Value::as_object);
        for name in named.into_iter().flat_map(Map::keys) {
            // Where a reference leads nowhere, the lint has said so.
            let Some((at, example)) = self.document.follow(&child(&all, name)) else {
                continue;
            };
            if let Some(value) = example.get("value") {
                self.judge(schema, value, &child(&at, "value"), &format!("`{name}`"));
            }
        }
    }

    /// The examples that name their schema, because no operation refers to them.
    fn named_schemas(&mut self) {
        let examples = self.document.resolve("#/components/examples");
        for (name, example) in examples.and_then(Value::as_object).into_iter().flatten() {
            let schema = example.get("x-schema").and_then(Value::as_str);
            if let (Some(schema), Some(value)) = (schema, example.get("value")) {
                let schema = json!({ "$ref": format!("#/components/schemas/{schema}") });
                let at = child(&child("/components/examples", name), "value");
                self.judge(&schema, value, &at, &format!("`{name}`"));
            }
        }
    }

    fn judge(&mut self, schema: &Value, example: &Value, pointer: &str, place: &str) {
        let key = schema.to_string();
        let validator = self.validators.entry(key).or_insert_with(|| {
            let schema = published::json_schema(&Node::from(schema), published::COMPONENTS);
            let mut root = schema.value();
            root["components"] = self.components.clone();
            published::validator(&root).map_err(|cause| cause.to_string())
        });
        let mut said = Vec::new();
        match validator {
            Ok(validator) => {
                for error in validator.iter_errors(example) {
                    let inside = error.instance_path().as_str().to_owned();
                    said.push((inside, error.to_string()));
                }
            }
            Err(cause) => said.push((String::new(), format!("its schema is none: {cause}"))),
        }
        for (inside, message) in said {
            let at = match inside.as_str() {
                "" => String::new(),
                inside => format!(" at {inside}"),
            };
            let (origin, position) = self.document.place(&format!("{pointer}{inside}"));
            let line = format!(
                "{origin}:{position}: {place}{at} does not fit its schema: {message} \
                 [example-fits]; correct the example or the schema"
            );
            self.findings.insert((position, line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = "\
paths:
  /a:
    get:
      parameters:
        - name: b
          in: query
          schema: {type: integer}
          example: one
      responses:
        '200':
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
              examples:
                good: {value: {name: null, at: '2020-10-26T15:57:28.706Z'}}
                bad: {$ref: '#/components/examples/bad'}
components:
  schemas:
    Thing:
      type: object
      required: [at]
      properties:
        name: {type: string, nullable: true}
        at: {type: string, format: date-time}
  examples:
    bad:
      value:
        at: tomorrow
        name: 5
    unused:
      x-schema: Thing
      value: {}
";

    #[test]
    fn what_does_not_fit_is_named_with_its_line() {
        let document = Document::parse("x.yaml", DOCUMENT).unwrap();
        insta::assert_snapshot!(check(&document).unwrap_err(), @r#"
        x.yaml:8:11: the example does not fit its schema: "one" is not of type "integer" [example-fits]; correct the example or the schema
        x.yaml:28:9: `bad` at /at does not fit its schema: "tomorrow" is not a "date-time" [example-fits]; correct the example or the schema
        x.yaml:29:9: `bad` at /name does not fit its schema: 5 is not valid under any of the schemas listed in the 'anyOf' keyword [example-fits]; correct the example or the schema
        x.yaml:32:7: `unused` does not fit its schema: "at" is a required property [example-fits]; correct the example or the schema
        "#);
    }
}
