//! JSON Schema for the types that stand in the models and are not generated.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::generated::define_models;
use crate::{Maybe, PhoneNumber, Secret, Timestamp, Unrecognized, Upload};

impl JsonSchema for Secret {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Secret".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "password" })
    }
}

impl JsonSchema for Upload {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Upload".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "binary" })
    }
}

impl JsonSchema for Timestamp {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Timestamp".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date-time" })
    }
}

impl JsonSchema for PhoneNumber {
    fn schema_name() -> Cow<'static, str> {
        "PhoneNumber".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // The contract has no type for it: alternatives of scalars lose the value in several languages.
        json_schema!(true)
    }
}

impl JsonSchema for Unrecognized {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Unrecognized".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!(true)
    }
}

/// A value or null; that it may be missing as well is said by the object that it is a field of.
///
/// Null comes first, by which [`model_schemas`] tells it from the null of an `Option`.
impl<T: JsonSchema> JsonSchema for Maybe<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Maybe_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "null" }, generator.subschema_for::<T>()] })
    }
}

/// The schemas of all models by their names (JSON Schema 2020-12, for `$defs`), as the contract has them.
///
/// A model reads null where the contract lets a field be missing only; these schemas do not. Nor do
/// they take an integer for a phone number that is text in the contract.
///
/// ```
/// let schemas = opentact_client::model_schemas();
/// assert_eq!(schemas["CreateTokenRequest"]["properties"]["ttl"]["minimum"], 60);
/// ```
pub fn model_schemas() -> Map<String, Value> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    define_models(&mut generator);
    let mut schemas = generator.take_definitions(true);
    for schema in schemas.values_mut() {
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        for property in properties.into_iter().flat_map(Map::values_mut) {
            without_null_of_option(property);
        }
    }
    schemas
}

/// Takes the null away that `Option` adds at the end.
fn without_null_of_option(property: &mut Value) {
    let Some(fields) = property.as_object_mut() else {
        return;
    };
    if let Some(Value::Array(types)) = fields.get_mut("type") {
        types.retain(|it| it != "null");
        if let [single] = types.as_slice() {
            let single = single.clone();
            fields.insert("type".to_owned(), single);
        }
    }
    if let Some(Value::Array(alternatives)) = fields.get("anyOf")
        && let [Value::Object(alternative), null] = alternatives.as_slice()
        && *null == json!({ "type": "null" })
    {
        let alternative = alternative.clone();
        fields.remove("anyOf");
        fields.extend(alternative);
    }
}
