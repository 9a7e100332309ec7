//! Runs the generator over a prepared contract, with the settings that this project needs.

use proc_macro2::TokenStream;
use progenitor::{GenerationSettings, HooksMode, InterfaceStyle, TagStyle};
use quote::quote;
use schemars08::schema::{InstanceType, SchemaObject, SingleOrVec};

use crate::document::Document;
use crate::error::Error;
use crate::open_enums::open_enums;
use crate::phone_numbers::{self, phone_numbers};
use crate::prepare::Prepared;

/// The generator's output for a contract.
pub(crate) fn generate(document: &Document, prepared: &Prepared) -> Result<TokenStream, Error> {
    let openapi: openapiv3::OpenAPI =
        serde_json::from_value(prepared.value.clone()).map_err(|source| Error::Shape {
            origin: document.origin().to_owned(),
            source,
        })?;
    progenitor::Generator::new(&settings(document, prepared))
        .generate_tokens(&openapi)
        .map_err(|source| Error::Generator {
            origin: document.origin().to_owned(),
            source: Box::new(source),
        })
}

fn settings(document: &Document, prepared: &Prepared) -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings
        .with_interface(InterfaceStyle::Positional)
        .with_tag(TagStyle::Merged)
        .with_hooks(HooksMode::Expected)
        .with_inner_type(quote! { crate::Authorizer })
        .with_map_type("::std::collections::BTreeMap")
        .with_derive("PartialEq");
    let known = [
        (string("date-time"), "crate::Timestamp"),
        (string("date"), "::chrono::NaiveDate"),
        (string("password"), "crate::Secret"),
        (string("binary"), "crate::Upload"),
        (string(phone_numbers::FORMAT), phone_numbers::TYPE),
        (
            SchemaObject {
                format: Some(phone_numbers::FORMAT.to_owned()),
                ..plain(InstanceType::Integer)
            },
            phone_numbers::TYPE,
        ),
        (plain(InstanceType::Number), "::serde_json::Number"),
    ];
    for (schema, name) in known {
        settings.with_conversion(schema, name, std::iter::empty());
    }
    for (format, name) in &prepared.markers {
        settings.with_conversion(string(format), name, std::iter::empty());
    }
    let ours = open_enums(document).into_iter().map(|(name, ..)| name);
    for name in ours.chain(phone_numbers(document).into_iter().cloned()) {
        let path = format!("crate::types::{name}");
        settings.with_replacement(name, path, std::iter::empty());
    }
    settings
}

fn string(format: &str) -> SchemaObject {
    SchemaObject {
        format: Some(format.to_owned()),
        ..plain(InstanceType::String)
    }
}

fn plain(kind: InstanceType) -> SchemaObject {
    SchemaObject {
        instance_type: Some(SingleOrVec::Single(Box::new(kind))),
        ..SchemaObject::default()
    }
}
