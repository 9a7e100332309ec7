//! Every schema of a contract with the place where it stands, nested ones included.

use serde_json::Value;

use crate::document::{Document, child};
use crate::operation::operations;

/// Where a schema stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role<'d> {
    /// Directly under `components.schemas`.
    Component,
    /// A property of an object, by its name.
    Property(&'d str),
    /// What an array or a map holds.
    Element,
    /// One of several under `allOf`, `anyOf`, `oneOf` or `not`.
    Part,
    /// What a parameter takes, by its name.
    Parameter(&'d str),
}

/// A schema.
#[derive(Clone, Debug)]
pub(super) struct Node<'d> {
    /// The component that it belongs to, or the label of the operation.
    pub(super) place: String,
    /// Where it stands in the document.
    pub(super) pointer: String,
    /// Where it stands in the component.
    pub(super) role: Role<'d>,
    /// The schema itself.
    pub(super) value: &'d Value,
}

impl Node<'_> {
    /// How messages call the schema.
    pub(super) fn name(&self) -> String {
        match self.role {
            Role::Component => "the schema".to_owned(),
            Role::Property(name) => format!("`{name}`"),
            Role::Element => "the element".to_owned(),
            Role::Part => "the part".to_owned(),
            Role::Parameter(name) => format!("`{name}`"),
        }
    }
}

/// The schemas under `components.schemas` and those of parameters, nested ones after their holders.
pub(super) fn schema_nodes(document: &Document) -> Vec<Node<'_>> {
    let mut nodes = components(document);
    nodes.extend(parameters(document));
    nodes
}

/// The schemas of parameters, nested ones after their holders.
pub(super) fn parameters(document: &Document) -> Vec<Node<'_>> {
    let mut nodes = Vec::new();
    for operation in operations(document) {
        for (pointer, parameter) in operation.parameters(document) {
            if let Some(value) = parameter.get("schema") {
                let place = operation.label();
                let name = parameter.get("name").and_then(Value::as_str);
                collect(
                    &place,
                    child(&pointer, "schema"),
                    Role::Parameter(name.unwrap_or("")),
                    value,
                    &mut nodes,
                );
            }
        }
    }
    nodes
}

/// The schemas under `components.schemas`, nested ones after their holders.
pub(super) fn components(document: &Document) -> Vec<Node<'_>> {
    let mut nodes = Vec::new();
    let all = document
        .resolve("#/components/schemas")
        .and_then(Value::as_object);
    for (name, value) in all.into_iter().flatten() {
        let pointer = child("/components/schemas", name);
        collect(name, pointer, Role::Component, value, &mut nodes);
    }
    nodes
}

fn collect<'d>(
    place: &str,
    pointer: String,
    role: Role<'d>,
    value: &'d Value,
    nodes: &mut Vec<Node<'d>>,
) {
    nodes.push(Node {
        place: place.to_owned(),
        pointer: pointer.clone(),
        role,
        value,
    });
    let properties = value.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        let pointer = child(&child(&pointer, "properties"), name);
        collect(place, pointer, Role::Property(name), property, nodes);
    }
    for (key, role) in [
        ("items", Role::Element),
        ("additionalProperties", Role::Element),
        ("not", Role::Part),
    ] {
        if let Some(inner) = value.get(key).filter(|it| it.is_object()) {
            collect(place, child(&pointer, key), role, inner, nodes);
        }
    }
    for key in ["allOf", "anyOf", "oneOf"] {
        let parts = value.get(key).and_then(Value::as_array);
        for (index, part) in parts.into_iter().flatten().enumerate() {
            let pointer = child(&child(&pointer, key), &index.to_string());
            collect(place, pointer, Role::Part, part, nodes);
        }
    }
}
