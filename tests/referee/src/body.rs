//! The bodies of answers, judged by their schemas.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::Value;

use crate::contract::Contract;
use crate::schema::rooted;

/// A validator for each schema that an answer of the contract has.
#[derive(Debug)]
pub(crate) struct Schemas(BTreeMap<String, Validator>);

impl Schemas {
    /// Prepares the schemas of all answers.
    pub(crate) fn of(contract: &Contract) -> Self {
        let mut schemas = BTreeMap::new();
        let paths = contract.document()["paths"].as_object();
        let items = paths.into_iter().flatten().map(|(_, item)| item);
        let operations = items.filter_map(Value::as_object).flatten();
        for (_, operation) in operations {
            let responses = operation["responses"].as_object();
            for (_, response) in responses.into_iter().flatten() {
                let content = contract.follow(response)["content"].as_object();
                for (_, media) in content.into_iter().flatten() {
                    let schema = &media["schema"];
                    let make = || validator(contract, schema);
                    schemas.entry(schema.to_string()).or_insert_with(make);
                }
            }
        }
        Self(schemas)
    }

    /// What is wrong with a body: where, and why; values are not repeated.
    pub(crate) fn errors(&self, schema: &Value, body: &Value) -> Vec<(String, String)> {
        let Some(validator) = self.0.get(&schema.to_string()) else {
            return vec![(String::new(), format!("no answer has the schema {schema}"))];
        };
        let errors = validator.iter_errors(body);
        errors
            .map(|error| {
                (
                    error.instance_path().to_string(),
                    error.masked().to_string(),
                )
            })
            .collect()
    }
}

#[expect(clippy::expect_used, reason = "without schemas nothing can be judged")]
fn validator(contract: &Contract, schema: &Value) -> Validator {
    jsonschema::draft4::options()
        .should_validate_formats(true)
        .build(&rooted(schema, contract.document()))
        .expect("the schemas of the contract are schemas")
}
