//! Rules about schemas: their names, and the forms that the code can follow.

use std::collections::BTreeMap;

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::Value;

use super::names::{Seen, is_identifier, is_word};
use super::report::Report;
use super::schema_nodes::{Node, Role, schema_nodes};
use crate::document::{Document, child};
use crate::nullable::is_nullable;
use crate::rust_names::{camel, member, variants};
use crate::schemas::referred;

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let nodes = schema_nodes(document);
    let components = nodes.iter().filter(|node| node.role == Role::Component);
    let mut types = Seen::default();
    for node in components {
        let _ = types.collision(node.place.clone(), &node.place);
    }
    let mut names = BTreeMap::new();
    for node in &nodes {
        if node.role == Role::Component {
            check_component(report, node);
        }
        check_type_name(report, node, &mut types, &mut names);
        check_enum(report, node);
        check_form(report, node);
        check_properties(report, node);
        check_variants(report, node);
    }
}

fn check_component(report: &mut Report<'_>, node: &Node<'_>) {
    let name = &node.place;
    if !is_word(name) || !is_identifier(name) || name.to_upper_camel_case() != *name {
        let message = "the schema's name is not the name that its type gets";
        let remedy = format!(
            "write it as a type is written in Rust: `{}`",
            name.to_upper_camel_case()
        );
        report.add("schema-name", name, &node.pointer, message, remedy);
    }
    for key in ["$ref", "allOf"] {
        if node.value.get(key).is_some() {
            let message = format!("`{key}` makes the schema another one in disguise");
            let remedy = "write its properties out, or refer to the other one where it is used";
            report.add(
                "schema-form",
                name,
                &child(&node.pointer, key),
                message,
                remedy,
            );
        }
    }
    if is_nullable(node.value) {
        let message = "`nullable` on a component, which says nothing about where it is used";
        let remedy = "put `nullable` on the properties, with the reference under `allOf`";
        let pointer = child(&node.pointer, "nullable");
        report.add("schema-form", name, &pointer, message, remedy);
    }
}

fn check_form(report: &mut Report<'_>, node: &Node<'_>) {
    if node.role == Role::Component {
        return;
    }
    for key in ["oneOf", "properties"] {
        if node.value.get(key).is_some() {
            let message = format!("{} has `{key}` of its own", node.name());
            let remedy = "move it to `components.schemas` and refer to it with `$ref`";
            report.add(
                "inline-schema",
                &node.place,
                &child(&node.pointer, key),
                message,
                remedy,
            );
        }
    }
    let parts = node.value.get("allOf").and_then(Value::as_array);
    let single =
        parts.is_none_or(|parts| parts.len() == 1 && parts.iter().all(|it| referred(it).is_some()));
    if !single {
        let message = format!("`allOf` of {} is not one reference", node.name());
        let remedy = "leave one `$ref` in it, or write the merged properties as a component";
        report.add(
            "all-of-single",
            &node.place,
            &child(&node.pointer, "allOf"),
            message,
            remedy,
        );
    }
}

fn check_properties(report: &mut Report<'_>, node: &Node<'_>) {
    let properties = node.value.get("properties").and_then(Value::as_object);
    let mut fields = Seen::default();
    for (name, property) in properties.into_iter().flatten() {
        let field = member(name, property);
        let message = if field == "new" {
            Some(format!(
                "the setter of the property `{name}` becomes `new`, the constructor"
            ))
        } else {
            fields.collision(field, name).map(|earlier| {
                format!("the property `{name}` becomes the same name as `{earlier}`")
            })
        };
        if let Some(message) = message {
            let remedy = "the API decides its names, so teach the generator this one first";
            let pointer = child(&child(&node.pointer, "properties"), name);
            report.add("property-name", &node.place, &pointer, message, remedy);
        }
    }
    let required = node.value.get("required").and_then(Value::as_array);
    for (index, name) in required.into_iter().flatten().enumerate() {
        let name = name.as_str().unwrap_or("");
        if properties.is_none_or(|all| !all.contains_key(name)) {
            let message = format!("`{name}` is required and no property");
            let remedy = "declare the property, or correct its spelling";
            let pointer = child(&child(&node.pointer, "required"), &index.to_string());
            report.add("required-known", &node.place, &pointer, message, remedy);
        }
    }
}

/// A list of what a request may send has a type of its own, called after the place where it stands.
fn check_type_name<'d>(
    report: &mut Report<'_>,
    node: &'d Node<'_>,
    types: &mut Seen<'d>,
    names: &mut BTreeMap<&'d str, String>,
) {
    let owner = node.place.split(' ').next().unwrap_or("");
    let title = node.value.get("title").and_then(Value::as_str);
    let holder = node.pointer.rsplit_once('/');
    let holder = holder.and_then(|(holder, _)| names.get(holder));
    let name = match (node.role, title) {
        (Role::Component | Role::Part, _) => return,
        (Role::Property(_) | Role::Element, Some(title)) => camel(title),
        (Role::Property(name) | Role::Parameter(name), _) => {
            camel(&format!("{owner}_{}", name.to_snake_case()))
        }
        (Role::Element, None) => match holder {
            Some(holder) => format!("{holder}Item"),
            None => return,
        },
    };
    names.insert(&node.pointer, name.clone());
    if node.value.get("enum").is_none() {
        return;
    }
    let word = match node.role {
        Role::Property(name) | Role::Parameter(name) => name,
        _ => &node.place,
    };
    if let Some(earlier) = types.collision(name, word) {
        let message = format!(
            "the type of {} becomes the same name as `{earlier}`",
            node.name()
        );
        let remedy = match node.role {
            Role::Parameter(_) => {
                "give the schema another name, or make the parameter's schema a component and refer to it"
            }
            _ => "give the schema another name, or the property a `title`",
        };
        report.add("schema-name", &node.place, &node.pointer, message, remedy);
    }
}

fn check_enum(report: &mut Report<'_>, node: &Node<'_>) {
    let Some(listed) = node.value.get("enum") else {
        return;
    };
    let listed = listed.as_array().map_or(&[][..], Vec::as_slice);
    let values: Vec<&str> = listed.iter().filter_map(Value::as_str).collect();
    let is_text = node.value.get("type").and_then(Value::as_str) == Some("string");
    if !is_text || values.is_empty() || values.len() < listed.len() {
        let message = format!("`enum` of {} is no list of texts", node.name());
        let remedy = "write `type: string` and texts, in quotes where YAML sees something else, or \
                      leave `enum` out and say in the description what is taken";
        let pointer = child(&node.pointer, "enum");
        report.add("enum-values", &node.place, &pointer, message, remedy);
    }
    let mut seen = Seen::default();
    for (value, variant) in variants(&values) {
        if let Some(earlier) = seen.collision(variant, value) {
            let message = format!("the value `{value}` becomes the same name as `{earlier}`");
            let remedy = "leave `enum` out, and say in the description what is taken";
            let pointer = child(&node.pointer, "enum");
            report.add("enum-values", &node.place, &pointer, message, remedy);
        }
    }
}

fn check_variants(report: &mut Report<'_>, node: &Node<'_>) {
    let variants = node.value.get("oneOf").and_then(Value::as_array);
    let mut titles = Seen::default();
    for (index, variant) in variants.into_iter().flatten().enumerate() {
        let title = variant.get("title").and_then(Value::as_str).unwrap_or("");
        let name = title.to_upper_camel_case();
        let fits = is_word(title) && is_identifier(&name);
        if !fits || titles.collision(name, title).is_some() {
            let message = format!("variant {} of `oneOf` has no title of its own", index + 1);
            let remedy = "give each variant a `title`, a word that names it";
            let pointer = child(&child(&node.pointer, "oneOf"), &index.to_string());
            report.add("one-of-titles", &node.place, &pointer, message, remedy);
        }
    }
}
