//! What an operation is asked with: the arguments of its call, and the setters for what may be left out.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;
use syn::{File, ImplItemFn, Item, Type};

use super::shape::{Models, Shape, types};
use crate::document::{Document, child};
use crate::extensions::{ALIAS, DEFAULT, NAME, UNIT};
use crate::finish::{argument_of, limit, name_of, named_arguments};
use crate::limits::{Limit, parameter_limits};
use crate::operation::{Operation, effective, template_names};
use crate::rust_names::{argument, field};
use crate::schemas::referred;

/// How many arguments a call has at most; beyond that it takes the request's body as a whole.
const MOST: usize = 3;

/// Something that an operation is asked with.
#[derive(Clone)]
pub(super) struct Argument {
    /// Its name in the contract.
    pub(super) name: String,
    /// Its name in Rust.
    pub(super) ident: Ident,
    /// The field of the body that it is.
    field: Ident,
    pub(super) place: Place,
    pub(super) presence: Presence,
    pub(super) shape: Shape,
    /// What is sent where the caller says nothing.
    pub(super) default: Option<Value>,
    /// What the contract says of it.
    pub(super) description: String,
    /// A value that the contract shows.
    pub(super) example: Option<Value>,
    pub(super) aliases: Vec<String>,
    /// The call that checks the limits of a parameter; a body checks its own.
    check: Option<TokenStream>,
}

/// Where it goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    Path,
    /// A segment of the path that nobody may see.
    SecretPath,
    Query,
    Body,
}

/// Whether it may be left out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Presence {
    Required,
    /// May be left out: `Option`.
    Optional,
    /// May be left out, or be null: `Maybe`.
    Maybe,
    /// May be left out: a list that is not sent when nothing is in it.
    List,
}

/// The arguments of an operation.
#[derive(Clone)]
pub(super) struct Arguments {
    /// What goes to the accessor.
    pub(super) scope: Option<Argument>,
    /// What the call takes.
    pub(super) required: Vec<Argument>,
    /// The body that the call takes as a whole.
    pub(super) whole: Option<Ident>,
    /// What setters set.
    pub(super) optional: Vec<Argument>,
    /// The type of the body, and the required fields that have a default, in the order of `new`.
    pub(super) body: Option<(Ident, Vec<Argument>)>,
}

/// The arguments of an operation whose generated method is `method`.
pub(super) fn arguments(
    document: &Document,
    operation: &Operation<'_>,
    scope: Option<&str>,
    file: &File,
    method: &ImplItemFn,
) -> Arguments {
    let models = Models::of(file);
    let mut all = parameters(document, operation, method, &models);
    let body = body(document, operation, file, &models);
    let fields = body.as_ref().map_or(&[][..], |(_, fields)| fields);
    let required_fields: Vec<Argument> = {
        let all = fields.iter().filter(|it| it.presence == Presence::Required);
        all.cloned().collect()
    };
    all.extend(fields.iter().cloned());
    let at = all
        .iter()
        .position(|it| scope == Some(it.name.as_str()) && it.place == Place::Path);
    let scope = at.map(|at| all.remove(at));
    let is_argument = |it: &Argument| it.presence == Presence::Required && it.default.is_none();
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

impl Argument {
    /// The statement that sets it in `call`.
    pub(super) fn set(&self, call: &TokenStream) -> TokenStream {
        let (name, ident, wire) = (&self.ident, &self.field, &self.name);
        match (self.place, self.presence) {
            (Place::Path | Place::SecretPath, _) => TokenStream::new(),
            (Place::Query, _) => {
                let texts = self.shape.texts(name);
                match &self.check {
                    Some(check) => quote! {
                        #call.set_checked_query(#wire, #texts, |it| LimitError::#check);
                    },
                    None => quote! { #call.set_query(#wire, #texts); },
                }
            }
            (Place::Body, Presence::Required | Presence::List) => {
                let value = self.shape.value(name);
                quote! { #call.body.#ident = #value; }
            }
            (Place::Body, Presence::Optional) => {
                let value = self.shape.value(name);
                quote! { #call.body.#ident = Some(#value); }
            }
            (Place::Body, Presence::Maybe) => match self.shape {
                Shape::Plain(_) | Shape::Into(_) => quote! { #call.body.#ident = #name.into(); },
                Shape::List(_) | Shape::Duration(_) => {
                    let value = self.shape.value(name);
                    quote! { #call.body.#ident = Maybe::Value(#value); }
                }
            },
        }
    }

    pub(super) fn is_in_path(&self) -> bool {
        matches!(self.place, Place::Path | Place::SecretPath)
    }

    pub(super) fn is_in_query(&self) -> bool {
        self.place == Place::Query
    }

    pub(super) fn is_required(&self) -> bool {
        self.presence == Presence::Required
    }

    /// The field of the body that it is.
    pub(super) const fn field(&self) -> &Ident {
        &self.field
    }

    /// The value that the body's `new` takes.
    pub(super) fn for_new(&self) -> TokenStream {
        let ident = &self.ident;
        match self.shape {
            Shape::Plain(_) | Shape::Into(_) => quote! { #ident },
            Shape::List(_) | Shape::Duration(_) => self.shape.value(ident),
        }
    }

    /// The statement that sets a parameter of the query to its default.
    pub(super) fn set_default(&self, call: &TokenStream) -> Option<TokenStream> {
        let (wire, value) = (&self.name, literal(self.default.as_ref()?));
        Some(quote! { #call.set_query(#wire, [#value]); })
    }

    /// Whether it is held to limits before it is sent.
    pub(super) const fn has_limits(&self) -> bool {
        self.check.is_some()
    }

    /// The type that a caller gives.
    pub(super) fn ty(&self) -> TokenStream {
        match (&self.shape, self.presence) {
            (Shape::Plain(ty) | Shape::Into(ty), Presence::Maybe) => {
                quote! { impl Into<Maybe<#ty>> }
            }
            (shape, _) => shape.argument(),
        }
    }

    /// The link of a path that it makes: `.path("uuid", uuid)`.
    pub(super) fn segment(&self, value: &TokenStream) -> TokenStream {
        let wire = &self.name;
        match (self.place, &self.shape) {
            (Place::SecretPath, _) => quote! { .secret_path(#wire, #value) },
            (_, Shape::Into(_)) => quote! { .path(#wire, #value) },
            _ => quote! { .path(#wire, #value.to_string()) },
        }
    }
}

/// What is sent for a value of the contract.
pub(super) fn literal(value: &Value) -> TokenStream {
    match value {
        Value::Bool(value) => quote! { #value },
        Value::Number(number) => match number.as_i64() {
            Some(number) => {
                let number = Literal::i64_unsuffixed(number);
                quote! { #number }
            }
            None => quote! { Default::default() },
        },
        Value::String(text) => quote! { #text },
        Value::Null | Value::Array(_) | Value::Object(_) => quote! { Default::default() },
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
        let is_secret = schema.get("format").is_some_and(|it| it == "password");
        let (ty, is_optional) = match argument_of(ty, "Option") {
            Some(inner) => (owned(inner, is_secret), true),
            None => (owned(ty, is_secret), false),
        };
        let ident = match NAME.of(parameter.value) {
            Some(name) => format_ident!("{name}"),
            None => format_ident!("{}", argument(parameter.name)),
        };
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
            field: ident.clone(),
            ident,
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
