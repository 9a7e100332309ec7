//! Enumerations that stay open: their known values come from the contract, and any other is kept.

use heck::ToUpperCamelCase;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use crate::document::Document;
use crate::extensions::EXTENSIBLE_ENUM;

/// The keyword that lists the known values of an open enumeration.
pub(crate) const KEYWORD: &str = EXTENSIBLE_ENUM.name();

/// The component schemas that list their known values: name, description, values.
pub(crate) fn open_enums(document: &Document) -> Vec<(String, String, Vec<String>)> {
    let Some(schemas) = document
        .resolve("#/components/schemas")
        .and_then(Value::as_object)
    else {
        return Vec::new();
    };
    schemas
        .iter()
        .filter_map(|(name, schema)| {
            let values = schema.get(KEYWORD)?.as_array()?;
            let description = schema
                .get("description")
                .and_then(Value::as_str)
                .unwrap_or(name);
            let values = values.iter().filter_map(Value::as_str).map(str::to_owned);
            Some((name.clone(), description.to_owned(), values.collect()))
        })
        .collect()
}

/// The open enumerations, as items of the module `types`.
pub(crate) fn emit_open_enums(document: &Document) -> TokenStream {
    open_enums(document)
        .into_iter()
        .map(|(name, description, values)| emit_open_enum(&name, &description, &values))
        .collect()
}

fn emit_open_enum(name: &str, description: &str, values: &[String]) -> TokenStream {
    let ident = format_ident!("{}", name.to_upper_camel_case());
    let variants: Vec<Ident> = values
        .iter()
        .map(|value| format_ident!("{}", value.to_upper_camel_case()))
        .collect();
    let docs = values.iter().map(|value| format!("`{value}`."));
    let other = "A value that the contract does not list, as the server sent it.";
    quote! {
        #[doc = #description]
        #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum #ident {
            #(#[doc = #docs] #variants,)*
            #[doc = #other]
            Unknown(::std::string::String),
        }

        impl #ident {
            /// The value as the server writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    Self::Unknown(value) => value,
                }
            }
        }

        impl ::std::convert::From<&str> for #ident {
            fn from(value: &str) -> Self {
                match value {
                    #(#values => Self::#variants,)*
                    other => Self::Unknown(other.to_owned()),
                }
            }
        }

        impl ::std::fmt::Display for #ident {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::serde::Serialize for #ident {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Ok(Self::from(value.as_ref()))
            }
        }

        #[cfg(feature = "schemars")]
        impl ::schemars::JsonSchema for #ident {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                #name.into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                ::schemars::json_schema!({
                    "description": #description,
                    "type": "string",
                    #KEYWORD: [#(#values),*],
                })
            }
        }
    }
}
