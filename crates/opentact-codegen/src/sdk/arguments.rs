//! Collects what an operation is asked with, of the contract and of the generated client.

use std::collections::BTreeMap;

use proc_macro2::Ident;
use quote::format_ident;
use serde_json::Value;
use syn::{File, ImplItemFn, Item, Type, parse_str};

use super::argument::{Argument, Arguments, Place, Presence};
use super::names::setter;
use super::shape::{Models, Shape, types};
use crate::document::{Document, child};
use crate::extensions::{ALIAS, DEFAULT, UNIT};
use crate::finish::{argument_of, limit, name_of, named_arguments};
use crate::limits::{Limit, parameter_limits};
use crate::operation::{Operation, effective, template_names};
use crate::phone_numbers;
use crate::rust_names::{argument, field};
use crate::schemas::referred;

/// How many arguments a call has at most; beyond that it takes the request's body as a whole.
const MOST: usize = 3;

/// The arguments of an operation whose generated method is `method`.
pub(super) fn arguments(
    document: &Document,
    operation: &Operation<'_>,
    scope: Option<&str>,
    file: &File,
    method: &ImplItemFn,
) -> Arguments {
    let models = Models::of(file);
    let is_argument = |it: &Argument| it.presence == Presence::Required && it.default.is_none();
    let mut all = parameters(document, operation, method, &models);
    let body = body(document, operation, file, &models);
    let fields = body.as_ref().map_or(&[][..], |(_, fields)| fields);
    let required_fields: Vec<Argument> = {
        let all = fields.iter().filter(|it| is_argument(it));
        all.cloned().collect()
    };
    all.extend(fields.iter().cloned());
    let at = all
        .iter()
        .position(|it| scope == Some(it.name.as_str()) && it.place == Place::Path);
    let scope = at.map(|at| all.remove(at));
    let (mut required, optional): (Vec<Argument>, Vec<Argument>) =
        all.into_iter().partition(is_argument);
    let name = body.map(|(name, _)| name);
    let whole = name.clone().filter(|_| required.len() > MOST);
    if whole.is_some() {
        required.retain(|it| it.place != Place::Body);
    }
    Arguments {
        scope,
        required,
        whole,
        optional,
        body: name.map(|name| (name, required_fields)),
    }
}

fn parameters(
    document: &Document,
    operation: &Operation<'_>,
    method: &ImplItemFn,
    models: &Models,
) -> Vec<Argument> {
    let limits = parameter_limits(document);
    let types: BTreeMap<String, &Type> = named_arguments(&method.sig)
        .map(|(name, ty)| (name.to_string(), ty))
        .collect();
    let mut found = effective(document, operation);
    // The template has the order of the path's parameters.
    let order = template_names(operation.path);
    found.sort_by_key(|it| {
        order
            .iter()
            .position(|name| *name == it.name)
            .unwrap_or(usize::MAX)
    });
    let mut arguments = Vec::new();
    for parameter in found {
        let Some(ty) = types.get(&argument(parameter.name)) else {
            continue;
        };
        let schema = parameter.value.get("schema").unwrap_or(&Value::Null);
        let format = schema.get("format").and_then(Value::as_str);
        let is_secret = format == Some("password");
        let (ty, is_optional) = match argument_of(ty, "Option") {
            Some(inner) => (owned(inner, is_secret), true),
            None => (owned(ty, is_secret), false),
        };
        // The generated client takes any segment of a path; a call says what it is.
        let ty = match format {
            Some(phone_numbers::FORMAT) => parse_str(phone_numbers::TYPE).unwrap_or(ty),
            Some("lease-key") => syn::parse_quote! { crate::LeaseKey },
            _ => ty,
        };
        let ident = format_ident!("{}", setter(parameter.name, parameter.value));
        let shape = Shape::of(
            &ty,
            UNIT.of(schema).or_else(|| UNIT.of(parameter.value)),
            models,
        );
        let of_parameter: Vec<&Limit> = limits
            .iter()
            .filter(|it| it.owner == operation.id && it.property == parameter.name)
            .collect();
        let element = argument_of(&ty, "Vec").unwrap_or(&ty);
        let check = limit(parameter.name, element, &of_parameter);
        arguments.push(Argument {
            name: parameter.name.to_owned(),
            field: ident.clone(),
            ident,
            place: match (parameter.place, is_secret) {
                ("path", true) => Place::SecretPath,
                ("path", false) => Place::Path,
                _ => Place::Query,
            },
            presence: if is_optional {
                Presence::Optional
            } else {
                Presence::Required
            },
            shape,
            default: DEFAULT.of(parameter.value),
            description: text(parameter.value, "description"),
            example: parameter.value.get("example").cloned(),
            aliases: ALIAS.of(parameter.value).map_or_else(Vec::new, |it| it.0),
            check,
        });
    }
    arguments
}

/// The type of a value that the generated method borrows.
fn owned(ty: &Type, is_secret: bool) -> Type {
    let ty = match ty {
        Type::Reference(reference) => &*reference.elem,
        ty => ty,
    };
    match ty {
        Type::Path(path) => match path.path.segments.last() {
            Some(last) if last.ident == "str" => syn::parse_quote! { ::std::string::String },
            Some(last) if last.ident == "PathSegment" && is_secret => {
                syn::parse_quote! { crate::Secret }
            }
            Some(last) if last.ident == "PathSegment" => {
                syn::parse_quote! { ::std::string::String }
            }
            _ => ty.clone(),
        },
        _ => ty.clone(),
    }
}

/// The type of the body and its fields, required ones first and in the contract's order.
fn body(
    document: &Document,
    operation: &Operation<'_>,
    file: &File,
    models: &Models,
) -> Option<(Ident, Vec<Argument>)> {
    let (_, request) = document.follow(&child(&operation.pointer, "requestBody"))?;
    let (media_type, media) = request.get("content")?.as_object()?.iter().next()?;
    let name = referred(media.get("schema")?)?;
    let schema = document.resolve(&format!("#/components/schemas/{name}"))?;
    let model = types(file).iter().find_map(|item| match item {
        Item::Struct(model) if model.ident == name => Some(model),
        _ => None,
    })?;
    let example = media.get("examples").and_then(Value::as_object);
    let example = example.and_then(|all| {
        let pointer = child(&operation.pointer, "requestBody");
        let (pointer, _) = document.follow(&pointer)?;
        let first = all.keys().next()?;
        let examples = child(&child(&pointer, "content"), media_type);
        let (_, example) = document.follow(&child(&child(&examples, "examples"), first))?;
        example.get("value")
    });
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let mut fields = Vec::new();
    for item in &model.fields {
        let (Some(wire), Some(ident)) = (name_of(item), item.ident.clone()) else {
            continue;
        };
        let Some(property) = schema.get("properties").and_then(|all| all.get(&wire)) else {
            continue;
        };
        let is_required = required.contains(&wire.as_str());
        let (ty, presence) = if is_required {
            (&item.ty, Presence::Required)
        } else if let Some(ty) = argument_of(&item.ty, "Option") {
            (ty, Presence::Optional)
        } else if let Some(ty) = argument_of(&item.ty, "Maybe") {
            (ty, Presence::Maybe)
        } else {
            (&item.ty, Presence::List)
        };
        fields.push(Argument {
            example: example.and_then(|it| it.get(&wire)).cloned(),
            ident: format_ident!("{}", setter(&wire, property)),
            field: ident,
            place: Place::Body,
            presence,
            shape: Shape::of(ty, UNIT.of(property), models),
            default: DEFAULT.of(property),
            description: described(document, property),
            aliases: ALIAS.of(property).map_or_else(Vec::new, |it| it.0),
            check: None,
            name: wire,
        });
    }
    let order = |it: &Argument| {
        let place = required.iter().position(|name| *name == it.name);
        (place.unwrap_or(usize::MAX), field(&it.name))
    };
    fields.sort_by_key(order);
    Some((model.ident.clone(), fields))
}

/// The description of a property, or of the component that it is.
fn described(document: &Document, property: &Value) -> String {
    let own = text(property, "description");
    if !own.is_empty() {
        return own;
    }
    let reference = property.get("$ref").and_then(Value::as_str);
    let component = reference.and_then(|reference| document.resolve(reference));
    component.map_or_else(String::new, |it| text(it, "description"))
}

fn text(value: &Value, key: &str) -> String {
    let text = value.get(key).and_then(Value::as_str).unwrap_or("");
    text.trim().to_owned()
}
