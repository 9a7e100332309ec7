//! What the generated code has.

use opentact_codegen::generate;
use quote::ToTokens;
use syn::{ImplItem, Item};

use crate::edit::{SMALL, edited};

fn code(text: &str) -> syn::File {
    syn::parse_file(&generate("small.yaml", text).unwrap()).unwrap()
}

fn module<'c>(items: &'c [Item], name: &str) -> &'c [Item] {
    items
        .iter()
        .find_map(|item| match item {
            Item::Mod(module) if module.ident == name => Some(&module.content.as_ref()?.1[..]),
            _ => None,
        })
        .unwrap()
}

/// The variants of an enumeration in a module.
fn variants(file: &syn::File, place: &str, name: &str) -> Vec<String> {
    module(&file.items, place)
        .iter()
        .find_map(|item| match item {
            Item::Enum(item) if item.ident == name => Some(item),
            _ => None,
        })
        .unwrap()
        .variants
        .iter()
        .map(|variant| variant.ident.to_string())
        .collect()
}

/// A function of a type, from the whole file or from one of its modules.
fn function(items: &[Item], owner: &str, name: &str) -> Option<String> {
    items.iter().find_map(|item| match item {
        Item::Impl(block) if block.self_ty.to_token_stream().to_string() == owner => {
            block.items.iter().find_map(|item| match item {
                ImplItem::Fn(function) if function.sig.ident == name => Some(printed(item)),
                _ => None,
            })
        }
        _ => None,
    })
}

/// A field of a model, with its attributes.
fn field(file: &syn::File, owner: &str, name: &str) -> String {
    module(&file.items, "types")
        .iter()
        .find_map(|item| match item {
            Item::Struct(item) if item.ident == owner => item
                .fields
                .iter()
                .find(|field| field.ident.as_ref().is_some_and(|it| it == name)),
            _ => None,
        })
        .map(printed)
        .unwrap()
}

/// Tokens without the spaces between them.
fn printed(node: impl ToTokens) -> String {
    node.to_token_stream().to_string().replace(' ', "")
}

#[test]
fn a_new_path_becomes_a_method_and_an_operation() {
    let path = "
  /rest/part:
    get:
      operationId: listParts
      tags: [Everything]
      x-evidence: schema
      summary: List the parts
      security:
        - key: []
      responses:
        \"200\":
          description: The parts.
          content: *thing
        \"401\":
          $ref: \"#/components/responses/Unauthorized\"

components:";
    let before = code(SMALL);
    let after = code(&edited(&[("\ncomponents:", path)]));
    assert!(function(&before.items, "Client", "list_parts").is_none());
    assert!(function(&after.items, "Client", "list_parts").is_some());
    assert_eq!(
        variants(&before, "security", "Operation"),
        ["CreateThing", "DeleteAllThings", "GetThing"]
    );
    assert_eq!(
        variants(&after, "security", "Operation"),
        ["CreateThing", "DeleteAllThings", "GetThing", "ListParts"]
    );
    let table = |name| function(module(&after.items, "security"), "Operation", name).unwrap();
    assert!(table("path").contains("Self::ListParts=>\"/rest/part\""));
    assert!(table("method").contains("Self::ListParts=>\"GET\""));
    assert!(table("function").contains("Self::ListParts=>\"list_parts\""));
    assert!(table("from_function").contains("\"list_parts\"=>Some(Self::ListParts)"));
    assert!(table("security").contains("Self::ListParts=>&[SecurityScheme::Key]"));
}

#[test]
fn a_new_scheme_becomes_a_variant_with_its_place() {
    let scheme = "
    badge:
      type: http
      scheme: bearer
      description: A badge.

  responses:
    Error:";
    let edits = [
        ("\n  responses:\n    Error:", scheme),
        (
            "things\n      security:\n",
            "things\n      security:\n        - badge: []\n",
        ),
    ];
    let before = code(SMALL);
    let after = code(&edited(&edits));
    assert_eq!(
        variants(&before, "security", "SecurityScheme"),
        ["Basic", "Key", "KeyQuery"]
    );
    assert_eq!(
        variants(&after, "security", "SecurityScheme"),
        ["Badge", "Basic", "Key", "KeyQuery"]
    );
    assert_eq!(
        variants(&after, "security", "CredentialKind"),
        ["Badge", "Basic", "Key"]
    );
    let security = module(&after.items, "security");
    let location = function(security, "SecurityScheme", "location").unwrap();
    assert!(location.contains("Self::Badge=>Location::Bearer"));
    assert!(location.contains("Self::Key=>Location::Header(\"X-Key\")"));
    assert!(location.contains("Self::KeyQuery=>Location::Query(\"key\")"));
    let kind = function(security, "SecurityScheme", "credential").unwrap();
    assert!(kind.contains("Self::KeyQuery=>CredentialKind::Key"));
    let schemes = function(security, "CredentialKind", "schemes").unwrap();
    assert!(schemes.contains("Self::Key=>&[SecurityScheme::Key,SecurityScheme::KeyQuery]"));
    let operations = function(security, "Operation", "security").unwrap();
    assert!(
        operations
            .contains("Self::DeleteAllThings=>&[SecurityScheme::Badge,SecurityScheme::Basic]")
    );
}

#[test]
fn an_open_enumeration_keeps_what_it_does_not_know() {
    let code = code(SMALL);
    assert_eq!(
        variants(&code, "types", "Kind"),
        ["Big", "SmallOne", "Unknown"]
    );
    let types = module(&code.items, "types");
    let name = function(types, "Kind", "as_str").unwrap();
    assert!(name.contains("Self::SmallOne=>\"small-one\""));
    let from = function(types, "Kind", "from").unwrap();
    assert!(from.contains("other=>Self::Unknown(other.to_owned())"));
    assert!(field(&code, "Thing", "kind").contains("kind:crate::types::Kind"));
}

#[test]
fn a_field_that_may_be_missing_or_null_is_maybe() {
    let code = code(SMALL);
    for (name, ty) in [
        ("nickname", "crate::Maybe<::std::string::String>"),
        ("other_kind", "crate::Maybe<crate::types::Kind>"),
        (
            "parts",
            "crate::Maybe<::std::vec::Vec<::std::string::String>>",
        ),
    ] {
        let field = field(&code, "Thing", name);
        assert!(field.ends_with(&format!("{name}:{ty}")), "{field}");
        let serde = "#[serde(default,skip_serializing_if=\"crate::Maybe::is_absent\")]";
        assert!(field.contains(serde), "{field}");
    }
    // Required and nullable is what the generator knows by itself.
    assert!(field(&code, "Thing", "bound").ends_with("bound:::std::option::Option<Measure>"));
}

#[test]
fn an_object_is_built_by_new_and_setters() {
    let code = code(&edited(&[("      required: [message]\n", "")]));
    let types = module(&code.items, "types");
    let new = function(types, "Thing", "new").unwrap();
    let arguments = "name:implInto<::std::string::String>,\
                     kind:implInto<crate::types::Kind>,\
                     bound:::std::option::Option<Measure>,";
    assert!(new.contains(arguments), "{new}");
    assert!(function(types, "Thing", "bound").is_none());
    let setter = function(types, "CreateThingRequest", "weight").unwrap();
    assert!(setter.contains("value:implInto<i64>"), "{setter}");
    let model = |name: &str| {
        let mut all = types.iter();
        let found = all.find(|it| matches!(it, Item::Struct(item) if item.ident == name));
        found.map(printed).unwrap()
    };
    assert!(model("Thing").contains("#[non_exhaustive]"));
    // An answer that promises nothing keeps what is not listed, and still has a default.
    assert!(model("Error").contains("Default") && model("Error").contains("extra"));
}

#[test]
fn a_phone_number_is_one_type_whatever_its_schema() {
    let code = code(&edited(&[
        (
            "as text or as a number.\n",
            "as text or as a number.\n      format: phone-number\n",
        ),
        (
            "        nickname:\n          type: string\n",
            "        nickname:\n          type: string\n          format: phone-number\n",
        ),
        (
            "          description: For people.\n",
            "          format: phone-number\n          description: For people.\n",
        ),
    ]));
    let types = module(&code.items, "types").iter().map(printed);
    let names: Vec<String> = types.filter(|it| it.contains("Measure=")).collect();
    let name = r#"#[doc="Atelephonenumber."]pubtypeMeasure=crate::PhoneNumber;"#;
    assert_eq!(names, [name]);
    for (owner, name, ty) in [
        ("Thing", "bound", "Option<crate::types::Measure>"),
        ("Thing", "nickname", ":crate::Maybe<crate::PhoneNumber>"),
        ("Error", "message", ":crate::PhoneNumber"),
    ] {
        let field = field(&code, owner, name);
        assert!(field.ends_with(ty), "{field}");
    }
}

#[test]
fn what_is_received_keeps_fields_that_are_not_listed() {
    let code = code(SMALL);
    let extra = field(&code, "Thing", "extra");
    assert!(extra.contains("#[serde(flatten)]") && extra.contains("crate::Unrecognized"));
    let sent = generate("small.yaml", SMALL).unwrap();
    let sent = sent
        .split("pub struct CreateThingRequest {")
        .nth(1)
        .unwrap();
    assert!(!sent.split('}').next().unwrap().contains("extra"));
}

#[test]
fn secrets_bodies_and_segments_have_their_types() {
    let code = code(SMALL);
    assert!(field(&code, "Thing", "token").contains("Option<crate::Secret>"));
    let create = function(&code.items, "Client", "create_thing").unwrap();
    assert!(create.contains("crate::body::put(body,&mutrequest).map_err(Error::InvalidRequest)?;"));
    let get = function(&code.items, "Client", "get_thing").unwrap();
    assert!(get.contains("thing:&'acrate::PathSegment"), "{get}");
    assert!(get.contains("thing.encoded()") && !get.contains("thing.to_string"));
}

#[test]
fn the_constructor_that_panics_is_gone() {
    let code = code(SMALL);
    assert!(function(&code.items, "Client", "new").is_none());
    assert!(function(&code.items, "Client", "new_with_client").is_some());
}

#[test]
fn limits_and_reserved_segments_are_constants() {
    let code = code(SMALL);
    let limits = module(module(&code.items, "limits"), "create_thing_request");
    let limits: Vec<String> = limits.iter().map(printed).collect();
    for constant in [
        "pubconstNAME_MIN_LENGTH:usize=1usize;",
        "pubconstNAME_MAX_LENGTH:usize=40usize;",
        "pubconstWEIGHT_MINIMUM:i64=2i64;",
    ] {
        assert!(
            limits.iter().any(|item| item.ends_with(constant)),
            "{limits:?}"
        );
    }
    let security = module(&code.items, "security");
    let reserved = security.iter().map(printed);
    let constant = "pubconstRESERVED_SEGMENTS:&[&str]=&[\"all\"];";
    assert!(reserved.into_iter().any(|item| item.ends_with(constant)));
}

#[test]
fn each_server_becomes_a_constant() {
    let file = code(SMALL);
    let constants: Vec<String> = module(&file.items, "servers").iter().map(printed).collect();
    assert_eq!(
        constants,
        [
            r#"#[doc="Production"]pubconstPRODUCTION:&str="https://api.example.com";"#,
            r#"#[doc="Staging"]pubconstSTAGING:&str="https://api.stage.example.com";"#,
        ]
    );
}
