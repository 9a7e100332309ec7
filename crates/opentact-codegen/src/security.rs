//! Emits the security code that the generator leaves out: kinds of credentials and schemes as tables.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::document::Document;
use crate::operation_table::emit_operations;
use crate::reserved::reserved_segments;
use crate::scheme::{Location, Scheme, schemes};

/// The module `security` of the generated code.
pub(crate) fn emit(document: &Document) -> TokenStream {
    let schemes = schemes(document);
    let credentials = emit_credentials(&schemes);
    let scheme_enum = emit_schemes(&schemes);
    let operation_enum = emit_operations(document);
    let reserved = reserved_segments(document);
    quote! {
        /// What the contract says about credentials: which there are, where each goes, and which
        /// operation takes which.
        pub mod security {
            use crate::Location;

            #credentials
            #scheme_enum
            #operation_enum

            /// Path segments that name operations of their own, and so can never be the value of a
            /// path parameter.
            pub const RESERVED_SEGMENTS: &[&str] = &[#(#reserved),*];
        }
    }
}

fn emit_credentials(schemes: &[Scheme]) -> TokenStream {
    let mut kinds: BTreeMap<&str, Vec<&Scheme>> = BTreeMap::new();
    for scheme in schemes {
        kinds.entry(&scheme.credential).or_default().push(scheme);
    }
    let names: Vec<&&str> = kinds.keys().collect();
    let variants: Vec<Ident> = kinds
        .values()
        .map(|all| all[0].credential_variant())
        .collect();
    let lists = kinds.values().map(|all| {
        // A header is the first choice, so it comes first.
        let (query, header): (Vec<&Scheme>, Vec<&Scheme>) = all
            .iter()
            .partition(|scheme| matches!(scheme.location, Location::Query(_)));
        let ordered = header.iter().chain(&query).map(|scheme| scheme.variant());
        quote! { &[#(SecurityScheme::#ordered),*] }
    });
    let docs = kinds.values().map(|all| {
        let header = all
            .iter()
            .find(|it| !matches!(it.location, Location::Query(_)));
        header.unwrap_or(&all[0]).description.clone()
    });
    quote! {
        /// A kind of credential, whatever the place that it is sent in.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum CredentialKind {
            #(#[doc = #docs] #variants,)*
        }

        impl CredentialKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// The name of the kind in the contract.
            pub const fn name(self) -> &'static str {
                match self { #(Self::#variants => #names,)* }
            }

            /// The schemes that carry this kind, headers before query parameters.
            pub const fn schemes(self) -> &'static [SecurityScheme] {
                match self { #(Self::#variants => #lists,)* }
            }
        }
    }
}

fn emit_schemes(schemes: &[Scheme]) -> TokenStream {
    let variants: Vec<Ident> = schemes.iter().map(Scheme::variant).collect();
    let names = schemes.iter().map(|scheme| &scheme.name);
    let docs = schemes.iter().map(|scheme| &scheme.description);
    let credentials = schemes.iter().map(Scheme::credential_variant);
    let locations = schemes.iter().map(|scheme| match &scheme.location {
        Location::Basic => quote! { Location::Basic },
        Location::Bearer => quote! { Location::Bearer },
        Location::Header(name) => quote! { Location::Header(#name) },
        Location::Query(name) => quote! { Location::Query(#name) },
    });
    quote! {
        /// A security scheme of the contract: one kind of credential in one place.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum SecurityScheme {
            #(#[doc = #docs] #variants,)*
        }

        impl SecurityScheme {
            /// Every scheme.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// The name of the scheme in the contract.
            pub const fn name(self) -> &'static str {
                match self { #(Self::#variants => #names,)* }
            }

            /// The kind of credential that the scheme carries.
            pub const fn credential(self) -> CredentialKind {
                match self { #(Self::#variants => CredentialKind::#credentials,)* }
            }

            /// The place that the scheme puts its credential in.
            pub const fn location(self) -> Location {
                match self { #(Self::#variants => #locations,)* }
            }
        }
    }
}
