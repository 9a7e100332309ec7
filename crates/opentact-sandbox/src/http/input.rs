//! What a request brings to an operation, judged by the contract.

use std::{borrow::Cow, collections::BTreeMap};

use opentact_client::{security::Operation, types::FieldError};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{
    contract::{Body, Described, Kind, Place, Property, Schema, path_names},
    error::Error,
    http::{body::RequestBody, form, validation::Check},
};

/// What a request brings to an operation: all of it as the contract has it, defaults included.
#[derive(Debug, Default)]
pub(crate) struct Input {
    /// What stands for the parameters of the path, decoded.
    pub(crate) path: BTreeMap<&'static str, String>,
    pub(crate) query: Map<String, Value>,
    pub(crate) body: Map<String, Value>,
}

/// A request as it came.
#[derive(Debug)]
pub(crate) struct Incoming<'r> {
    pub(crate) operation: Operation,
    /// What stands for the parameters of the path, in their order.
    pub(crate) arguments: Vec<String>,
    pub(crate) query: Option<&'r str>,
    pub(crate) content_type: Option<&'r str>,
    pub(crate) body: RequestBody,
}

impl Input {
    /// Judges a request; the complaints if there are any.
    pub(crate) async fn read(
        described: &'static Described,
        incoming: Incoming<'_>,
    ) -> Result<Self, BTreeMap<String, FieldError>> {
        let mut check = Check::new();
        let mut input = Self::default();
        let names = path_names(incoming.operation);
        input.path.extend(names.zip(incoming.arguments));
        let mut asked: BTreeMap<Cow<'_, str>, Vec<Value>> = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(incoming.query.unwrap_or_default().as_bytes()) {
            let value = Value::String(value.into_owned());
            asked.entry(name).or_default().push(value);
        }
        for parameter in described.parameters {
            let Property { name, schema, .. } = &parameter.property;
            match parameter.place {
                Place::Path => {
                    if let Some(text) = input.path.get_mut(name) {
                        check.path(schema, name, text);
                    }
                }
                Place::Query | Place::Body => {
                    if let Some(values) = asked.remove(*name) {
                        input
                            .query
                            .insert((*name).to_owned(), of_texts(schema, values));
                    }
                    check.property(&parameter.property, "", &mut input.query);
                }
            }
        }
        let object = match described.body {
            Body::None => {
                // A body that nobody wants has to be one all the same.
                check.whole(&incoming.body);
                None
            }
            Body::Json(schema) => check.json(&incoming.body).map(|it| (schema, it)),
            Body::Form(schema) => {
                let form = form::read(incoming.content_type, &incoming.body, schema, &mut check);
                form.await.map(|it| (schema, it))
            }
        };
        if let Some((schema, mut object)) = object {
            check.object(schema, &mut object);
            input.body = object;
        }
        check.finish().map(|()| input)
    }

    /// What stands for a parameter of the path, empty if it has none of that name.
    pub(crate) fn path(&self, name: &str) -> &str {
        self.path.get(name).map_or("", String::as_str)
    }

    /// The body as a request of the client.
    pub(crate) fn request<T: DeserializeOwned>(&self) -> Result<T, Error> {
        T::deserialize(Value::Object(self.body.clone())).map_err(Error::Encode)
    }
}

/// The value that texts stand for, where a schema takes more than text; what they are not stays text.
pub(crate) fn of_texts(schema: &'static Schema, mut texts: Vec<Value>) -> Value {
    match (&schema.kind, texts.len()) {
        (Kind::Same(schema), _) => of_texts(schema, texts),
        (Kind::List(items), _) => {
            texts.iter_mut().for_each(|text| of_text(items, text));
            Value::Array(texts)
        }
        (_, 1) => {
            let mut text = texts.remove(0);
            of_text(schema, &mut text);
            text
        }
        // What is given twice is none of what a single value can be.
        _ => Value::Array(texts),
    }
}

fn of_text(schema: &'static Schema, value: &mut Value) {
    let kind = match &schema.kind {
        Kind::Same(schema) => return of_text(schema, value),
        kind => kind,
    };
    if let (Kind::Boolean | Kind::Integer { .. } | Kind::Number { .. }, Some(text)) =
        (kind, value.as_str())
        && let Ok(scalar @ (Value::Bool(_) | Value::Number(_))) = serde_json::from_str(text)
    {
        *value = scalar;
    }
}
