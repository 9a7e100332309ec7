//! Emits each operation as a type: which body its request takes, and which answer means success.

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{
    File, FnArg, GenericArgument, ImplItem, ImplItemFn, Item, PathArguments, ReturnType, Type,
    TypePath,
};

use crate::document::Document;
use crate::error::Error;
use crate::media::{self, Content};
use crate::operation::{Operation, operations};

/// The module `operations` of the generated code, and an `Envelope` for each answer, by the
/// signatures of the generated methods. An operation whose answer is no envelope is left out.
pub(crate) fn emit_operation_types(document: &Document, file: &File) -> Result<TokenStream, Error> {
    let mut all = operations(document);
    all.sort_by_key(|operation| operation.id.to_snake_case());
    let mut answers: Vec<Ident> = Vec::new();
    let mut operations = TokenStream::new();
    let mut envelopes = TokenStream::new();
    for operation in &all {
        let Some(typed) = typed(document, file, operation)? else {
            continue;
        };
        let (signature, response) = (typed.method, typed.response);
        let mut response = response.clone();
        Local.visit_type_mut(&mut response);
        let body = match body(signature) {
            Some(body) => quote! { super::types::#body },
            None => quote! { () },
        };
        let variant = format_ident!("{}", operation.id.to_upper_camel_case());
        let doc = format!("`{} {}`.", operation.method, operation.path);
        operations.extend(quote! {
            #[doc = #doc]
            #[derive(Clone, Copy, Debug)]
            pub enum #variant {}

            impl crate::ApiOperation for #variant {
                const OPERATION: super::security::Operation = super::security::Operation::#variant;
                type Body = #body;
                type Response = #response;
            }
        });
        let Some((answer, payload)) = typed.envelope.filter(|(it, _)| !answers.contains(it)) else {
            continue;
        };
        answers.push(answer.clone());
        envelopes.extend(quote! {
            impl crate::Envelope for super::types::#answer {
                type Payload = #payload;

                fn open(self) -> (bool, Self::Payload) {
                    (self.success, self.payload)
                }
            }
        });
    }
    Ok(quote! {
        /// The operations of the contract as types, see [`ApiOperation`](crate::ApiOperation).
        pub mod operations {
            #operations
            #envelopes
        }
    })
}

/// What an operation is to whoever builds its request.
pub(crate) struct Typed<'f> {
    /// The generated method.
    pub(crate) method: &'f ImplItemFn,
    /// What it gives for a success.
    pub(crate) response: &'f Type,
    /// The model of the answer, and the type of its payload; none where the answer is no JSON.
    envelope: Option<(&'f Ident, TokenStream)>,
}

impl<'f> Typed<'f> {
    /// The model of the answer; none where it is no JSON.
    pub(crate) fn model(&self) -> Option<&'f Ident> {
        self.envelope.as_ref().map(|(model, _)| *model)
    }
}

/// The types of an operation; `None` where its answer is JSON without an envelope, which has no payload to
/// give.
pub(crate) fn typed<'f>(
    document: &Document,
    file: &'f File,
    operation: &Operation<'_>,
) -> Result<Option<Typed<'f>>, Error> {
    let function = operation.id.to_snake_case();
    let method = method(file, &function).ok_or_else(|| unexpected(&function))?;
    let response = answer(method).ok_or_else(|| unexpected(&function))?;
    let model = match (response, inner(response)) {
        (Type::Tuple(_), _) => None,
        (_, Some(present)) => last(present),
        (present, None) => last(present),
    };
    let content = media::answer(document, operation);
    let model = model.filter(|_| matches!(content, None | Some(Content::Json)));
    let envelope = match model.map(|it| (it, payload(file, it))) {
        Some((_, None)) => return Ok(None),
        Some((model, Some(payload))) => Some((model, payload)),
        None => None,
    };
    Ok(Some(Typed {
        method,
        response,
        envelope,
    }))
}

/// The error for an operation that is no method of the client.
fn unexpected(place: &str) -> Error {
    Error::Form {
        place: place.to_owned(),
        message: "is not there as a method of the client".to_owned(),
    }
}

/// The generated method of that name.
fn method<'f>(file: &'f File, name: &str) -> Option<&'f ImplItemFn> {
    let impls = file.items.iter().filter_map(|item| match item {
        Item::Impl(block) => Some(&block.items),
        _ => None,
    });
    impls.flatten().find_map(|item| match item {
        ImplItem::Fn(function) if function.sig.ident == name => Some(function),
        _ => None,
    })
}

/// The type of the parameter `body`.
fn body(method: &ImplItemFn) -> Option<&Ident> {
    method.sig.inputs.iter().find_map(|input| match input {
        FnArg::Typed(typed) if matches!(&*typed.pat, syn::Pat::Ident(it) if it.ident == "body") => {
            last(&typed.ty)
        }
        _ => None,
    })
}

/// `T` of a method that returns `Result<ResponseValue<T>, _>`.
fn answer(method: &ImplItemFn) -> Option<&Type> {
    let ReturnType::Type(_, result) = &method.sig.output else {
        return None;
    };
    inner(inner(result)?)
}

/// The type of the field `payload`, as the module `operations` has to write it.
fn payload(file: &File, answer: &Ident) -> Option<TokenStream> {
    let types = file.items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "types" => module.content.as_ref(),
        _ => None,
    });
    let fields = types?.1.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == *answer => Some(&item.fields),
        _ => None,
    });
    let field = |name: &'static str| {
        let mut all = fields.into_iter().flat_map(|fields| fields.iter());
        all.find(move |it| it.ident.as_ref().is_some_and(|ident| ident == name))
    };
    field("success")?;
    let mut ty = field("payload")?.ty.clone();
    Local.visit_type_mut(&mut ty);
    Some(quote! { #ty })
}

/// What a caller gets of an answer: its payload, or nothing where the contract says nothing of that.
pub(crate) fn value_of(file: &File, response: &Type) -> Option<Type> {
    let (envelope, is_optional) = match (response, inner(response)) {
        (Type::Tuple(_), _) => return None,
        (_, Some(present)) => (last(present)?, true),
        (present, None) => (last(present)?, false),
    };
    let payload = payload(file, envelope)?;
    if payload.to_string().contains("Unrecognized") {
        return None;
    }
    let payload: Type = syn::parse2(payload).ok()?;
    Some(match is_optional {
        true => syn::parse_quote! { Option<#payload> },
        false => payload,
    })
}

/// Names the types of the module `types` from its neighbour `operations`.
struct Local;

impl VisitMut for Local {
    fn visit_type_path_mut(&mut self, path: &mut TypePath) {
        visit_mut::visit_type_path_mut(self, path);
        if path.path.leading_colon.is_none() && path.path.segments[0].ident == "super" {
            return;
        }
        if path.path.segments[0].ident == "types" {
            let inner = path.path.clone();
            path.path = syn::parse_quote! { super::#inner };
            return;
        }
        let is_local = path.path.leading_colon.is_none() && path.path.segments.len() == 1;
        let is_prelude = ["Vec", "String", "Option", "bool", "i64", "f64"]
            .iter()
            .any(|name| path.path.segments[0].ident == name);
        if is_local && !is_prelude {
            let local = path.path.clone();
            path.path = syn::parse_quote! { super::types::#local };
        }
    }
}

/// The first type argument of a path's last segment.
fn inner(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The last segment of a path, references aside.
fn last(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Reference(reference) => last(&reference.elem),
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}
