//! Emits what a server has to know of each operation: what it takes, what it answers, what it keeps.

mod resource;
mod sample;
mod schema;

use heck::{ToShoutySnakeCase, ToUpperCamelCase};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use crate::document::{Document, child};
use crate::error::Error;
use crate::extensions::{PAGING, PageField, PageLocation, Paging};
use crate::media::{FORM, JSON};
use crate::operation::{Operation, effective, operations};
use crate::print::print;
pub(crate) use resource::{Kept, Role, kept};
use schema::Schemas;

/// The module of a server, as text.
pub(crate) fn emit(document: &Document) -> Result<String, Error> {
    let mut schemas = Schemas::new(document);
    let kept = kept(document);
    let (mut arms, mut items) = (TokenStream::new(), TokenStream::new());
    for operation in operations(document) {
        let name = format_ident!("{}", operation.id.to_shouty_snake_case());
        let variant = format_ident!("{}", operation.id.to_upper_camel_case());
        arms.extend(quote! { Operation::#variant => &#name, });
        let parameters = parameters(document, &operation, &mut schemas);
        let body = body(document, &operation, &mut schemas);
        let success = success(document, &operation);
        let paging = paging(&operation);
        let of = kept.iter().find_map(|it| it.emit_role(operation.id));
        let kept = of.map_or_else(|| quote! { None }, |it| quote! { Some(#it) });
        items.extend(quote! {
            static #name: Described = Described {
                parameters: &[#(#parameters),*],
                body: #body,
                success: #success,
                paging: #paging,
                kept: #kept,
            };
        });
    }
    let resources = kept.iter().map(Kept::ident);
    let resources = quote! { &[#(&#resources),*] };
    items.extend(kept.iter().map(|it| it.emit(&kept)));
    items.extend(schemas.emit());
    let text = print(
        syn::parse2(quote! {
            use opentact_client::security::Operation;

            use super::*;

            /// What the contract says of an operation.
            pub(crate) fn described(operation: Operation) -> Option<&'static Described> {
                Some(match operation {
                    #arms
                    _ => return None,
                })
            }

            /// Everything that is kept without code of its own.
            pub(crate) static RESOURCES: &[&Resource] = #resources;

            #items
        })
        .map_err(Error::Output)?,
        TokenStream::new(),
    )?;
    let doc = "What the contract says of each operation, for a server.";
    Ok(format!("//! {doc}\n\n{text}"))
}

/// Path and query parameters; a header is nobody's business here.
fn parameters(
    document: &Document,
    operation: &Operation<'_>,
    schemas: &mut Schemas<'_>,
) -> Vec<TokenStream> {
    let mut found = Vec::new();
    for parameter in effective(document, operation) {
        let place = match parameter.place {
            "path" => quote! { Place::Path },
            "query" => quote! { Place::Query },
            _ => continue,
        };
        let name = parameter.name;
        let is_required = parameter.value.get("required") == Some(&Value::Bool(true));
        let schema = schemas.value(parameter.value.get("schema").unwrap_or(&Value::Null));
        found.push(quote! {
            Parameter {
                place: #place,
                property: Property { name: #name, is_required: #is_required, schema: #schema },
            }
        });
    }
    found
}

fn body(document: &Document, operation: &Operation<'_>, schemas: &mut Schemas<'_>) -> TokenStream {
    let body = document.follow(&child(&operation.pointer, "requestBody"));
    let schema = |media: &str| {
        let content = body.as_ref()?.1.get("content")?;
        content.get(media)?.get("schema")
    };
    if let Some(schema) = schema(JSON) {
        let schema = schemas.reference(schema);
        quote! { Body::Json(#schema) }
    } else if let Some(schema) = schema(FORM) {
        let schema = schemas.reference(schema);
        quote! { Body::Form(#schema) }
    } else {
        quote! { Body::None }
    }
}

/// How an operation asks for a page.
fn paging(operation: &Operation<'_>) -> TokenStream {
    let Some(Paging {
        size,
        offset,
        total,
        items,
    }) = PAGING.of(operation.value)
    else {
        return quote! { None };
    };
    let field = |it: &PageField| {
        let name = &it.name;
        match it.location {
            PageLocation::Query => quote! { (Place::Query, #name) },
            PageLocation::Body => quote! { (Place::Body, #name) },
        }
    };
    let (size, offset) = (field(&size), field(&offset));
    quote! {
        Some(Paging { size: #size, offset: #offset, total: #total, items: #items })
    }
}

/// The first success: its status, what is in it, and an example of it.
fn success(document: &Document, operation: &Operation<'_>) -> TokenStream {
    let (status, response) = first_success(document, operation).unwrap_or(("204", &Value::Null));
    let status: u16 = status.parse().unwrap_or(204);
    let codes = operation.value.get("responses");
    let or_created = status == 200 && codes.is_some_and(|it| it.get("201").is_some());
    let content = response.get("content").and_then(Value::as_object);
    let Some((media, content)) = content.and_then(|content| content.iter().next()) else {
        return quote! { Success { status: #status, or_created: #or_created, media: "", example: "" } };
    };
    let value = sample::of_content(document, content);
    let example = match (media.as_str(), value) {
        (JSON, value) => value.to_string(),
        (_, Value::String(text)) => text,
        (_, value) => value.to_string(),
    };
    // A range of media types is none that an answer could have.
    let media = match media.strip_suffix("/*") {
        Some("audio") => "audio/mpeg",
        Some("image") => "image/png",
        Some("video") => "video/mp4",
        _ => media,
    };
    quote! {
        Success { status: #status, or_created: #or_created, media: #media, example: #example }
    }
}

/// The first answer of an operation that is a success, and its status.
pub(crate) fn first_success<'d>(
    document: &'d Document,
    operation: &Operation<'d>,
) -> Option<(&'d str, &'d Value)> {
    let list = child(&operation.pointer, "responses");
    let codes = operation.value.get("responses")?.as_object()?;
    let code = codes.keys().find(|code| code.starts_with('2'))?;
    Some((code, document.follow(&child(&list, code))?.1))
}
