//! Emits the calls of the SDK: an accessor for each tag, a method and a request for each operation.

mod accessor;
mod argument;
mod arguments;
mod dispatch;
mod docs;
mod example;
pub(crate) mod names;
mod page;
mod shape;

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;
use syn::visit_mut::VisitMut;
use syn::{File, Type};

use crate::document::Document;
use crate::error::Error;
use crate::extensions::IN_DOUBT;
use crate::media::{self, Content};
use crate::operation::Operation;
use crate::operation_types::{Typed, typed, value_of};
use crate::print::print;
use crate::rustdoc::escape;
use accessor::{aliases, imports};
pub(crate) use argument::literal;
use argument::{Argument, Arguments};
use arguments::arguments;
use names::{Accessor, accessors};
use shape::Sdk;

/// The root of the generated modules, which names the others.
const ROOT: &str = "operations";

/// The files of the SDK's calls by their names, for a contract whose client is `file`; and the text of a
/// module that makes any of them with values as JSON.
pub(crate) fn emit(
    document: &Document,
    file: &File,
) -> Result<(BTreeMap<String, String>, String), Error> {
    let mut files = BTreeMap::new();
    let (mut arms, mut answers) = (Vec::new(), BTreeSet::new());
    let (mut declared, mut modules) = (Vec::new(), Vec::new());
    for accessor in accessors(document) {
        let (items, names) = emit_accessor(document, &accessor, file, &mut arms, &mut answers)?;
        let module = accessor.tag.to_snake_case();
        files.insert(
            format!("{module}.rs"),
            print_items(&module_doc(&accessor), items)?,
        );
        let module = format_ident!("{module}");
        modules.push(quote! { pub use self::#module::{#(#names),*}; });
        declared.push(quote! { mod #module; });
    }
    let doc =
        "The operations of the API as requests: from the accessors of [`Client`](crate::Client).";
    let root = quote! {
        #(#declared)*
        #(#modules)*

        /// Tries the answer of each operation on the bytes of a peer.
        #[cfg(any(fuzzing, test))]
        pub(crate) fn survive(body: &[u8]) {
            #(crate::fuzzing::survives::<crate::models::#answers>(body);)*
        }
    };
    files.insert(format!("{ROOT}.rs"), print_items(doc, root)?);
    let doc = "Any operation as a call of the SDK, with values as JSON.";
    Ok((files, print_items(doc, dispatch::emit(&arms, file))?))
}

fn module_doc(accessor: &Accessor<'_>) -> String {
    match &accessor.method {
        Some(method) => format!("Calls of [`Client::{method}`](crate::Client::{method})."),
        None => "Calls of the client itself.".to_owned(),
    }
}

fn print_items(doc: &str, items: TokenStream) -> Result<String, Error> {
    let file: File = syn::parse2(items).map_err(Error::Output)?;
    let text = print(file, TokenStream::new())?;
    Ok(format!("//! {doc}\n\n{text}"))
}

fn emit_accessor(
    document: &Document,
    accessor: &Accessor<'_>,
    file: &File,
    arms: &mut Vec<TokenStream>,
    answers: &mut BTreeSet<Ident>,
) -> Result<(TokenStream, Vec<Ident>), Error> {
    let mut methods = TokenStream::new();
    let mut actions = TokenStream::new();
    let mut scope = None;
    let holder = accessor.method.as_ref();
    let holder = holder.map(|_| format_ident!("{}", accessor.type_name()));
    let mut names: Vec<Ident> = holder.into_iter().collect();
    for (name, operation) in &accessor.calls {
        let Some(typed) = typed(document, file, operation)? else {
            continue;
        };
        let call = Call::of(document, accessor, name, operation, file, &typed);
        scope = scope.or_else(|| call.arguments.scope.clone());
        methods.extend(call.method());
        actions.extend(call.action());
        arms.push(dispatch::arm(&call));
        answers.extend(typed.model().cloned());
        names.push(call.action.clone());
    }
    let holder = accessor.holder(scope.as_ref());
    let owner = match &accessor.method {
        Some(_) => {
            let name = format_ident!("{}", accessor.type_name());
            quote! { #name<'_> }
        }
        None => quote! { crate::Client },
    };
    let code = quote! { #methods #actions }.to_string();
    let imports = imports(&code, accessor.method.is_some());
    let items = quote! {
        #imports
        #holder
        impl #owner { #methods }
        #actions
    };
    Ok((items, names))
}

/// An operation as a call.
struct Call<'d> {
    accessor: &'d Accessor<'d>,
    name: Ident,
    operation: &'d Operation<'d>,
    /// The type of the action, and of the client's operation.
    action: Ident,
    arguments: Arguments,
    /// What the call gives; `None` for nothing that a caller could use.
    value: Option<Type>,
    page: Option<page::Pages>,
    /// The function that sends it.
    send: Ident,
    docs: String,
}

impl<'d> Call<'d> {
    fn of(
        document: &'d Document,
        accessor: &'d Accessor<'d>,
        name: &str,
        operation: &'d Operation<'d>,
        file: &File,
        typed: &Typed<'_>,
    ) -> Self {
        let content = media::answer(document, operation);
        let mut value = match content {
            Some(Content::Bytes(_)) => Some(syn::parse_quote! { crate::Download }),
            Some(Content::Text(_)) => Some(syn::parse_quote! { String }),
            _ => value_of(file, typed.response),
        };
        if let Some(value) = &mut value
            && content == Some(Content::Json)
        {
            Sdk.visit_type_mut(value);
        }
        let scope = accessor.scope.as_deref();
        let mut arguments = arguments(document, operation, scope, file, typed.method);
        let page = page::Pages::of(operation, file, value.as_ref(), &mut arguments);
        Self {
            accessor,
            name: format_ident!("{name}"),
            operation,
            action: format_ident!("{}", operation.id.to_upper_camel_case()),
            docs: docs::method(document, accessor, name, operation, &arguments),
            arguments,
            value,
            page,
            send: match content {
                Some(Content::Bytes(_)) => format_ident!("download"),
                _ => format_ident!("send"),
            },
        }
    }

    /// The method of the accessor.
    fn method(&self) -> TokenStream {
        let Self { name, action, .. } = self;
        let docs = docs::comment(&self.docs);
        let aliases = aliases(self.operation.value);
        let deprecated = match self.operation.value.get("deprecated") {
            Some(Value::Bool(true)) => quote! { #[deprecated] },
            _ => TokenStream::new(),
        };
        let (names, types): (Vec<&Ident>, Vec<TokenStream>) = self
            .arguments
            .required
            .iter()
            .map(|it| (&it.ident, it.ty()))
            .unzip();
        let whole = self.arguments.whole.as_ref();
        let whole = whole.map(|ty| quote! { request: models::#ty });
        let body = self.body();
        let scope = self.arguments.scope.iter().map(|it| {
            let ident = &it.ident;
            it.segment(&quote! { self.#ident.clone() })
        });
        let segments = self.arguments.required.iter();
        let segments = segments.filter(|it| it.is_in_path()).map(|it| {
            let ident = &it.ident;
            it.segment(&quote! { #ident })
        });
        let doubt = IN_DOUBT.of(self.operation.value);
        let doubt = doubt.map(|hint| quote! { .in_doubt(#hint) });
        let mut made = quote! { Call::new(#body) #(#scope)* #(#segments)* #doubt };
        let call = quote! { call };
        let transport = match self.accessor.method {
            Some(_) => quote! { self.transport },
            None => quote! { &self.transport },
        };
        let sets = self.arguments.required.iter();
        let sets: TokenStream = sets
            .filter(|it| it.is_in_query())
            .map(|it| it.set(&call))
            .collect();
        let defaults = self.arguments.optional.iter().filter(|it| it.is_in_query());
        let defaults: TokenStream = defaults.filter_map(|it| it.set_default(&call)).collect();
        if !sets.is_empty() || !defaults.is_empty() {
            made = quote! { { let mut call = #made; #sets #defaults call } };
        }
        quote! {
            #docs
            #(#[doc(alias = #aliases)])*
            #deprecated
            pub fn #name(&self, #(#names: #types,)* #whole) -> Request<#action> {
                Request::new(#transport, #action(#made))
            }
        }
    }

    /// The body that the call begins with.
    fn body(&self) -> TokenStream {
        if self.arguments.whole.is_some() {
            return quote! { request };
        }
        let Some((ty, required)) = &self.arguments.body else {
            return quote! { () };
        };
        let values = required.iter().map(Argument::for_new);
        let optional = self.arguments.optional.iter();
        let defaults = optional.filter(|it| !it.is_in_query() && !it.is_required());
        let defaults = defaults.filter_map(|it| {
            let (setter, value) = (&it.field, literal(it.default.as_ref()?));
            Some(quote! { .#setter(#value) })
        });
        quote! { models::#ty::new(#(#values),*) #(#defaults)* }
    }

    /// The type of the request, its setters, and what it does.
    fn action(&self) -> TokenStream {
        let Self { action, send, .. } = self;
        let summary = self.operation.value.get("summary").and_then(Value::as_str);
        let summary = escape(
            summary
                .unwrap_or(self.operation.id)
                .trim()
                .trim_end_matches('.'),
        );
        let from = match &self.accessor.method {
            Some(_) => format!("{}::{}", self.accessor.type_name(), self.name),
            None => format!("Client::{}", self.name),
        };
        let link = match &self.accessor.method {
            Some(_) => format!("[`{from}`]"),
            None => format!("[`{from}`](crate::{from})"),
        };
        let doc = docs::comment(&format!("{summary}: from {link}."));
        let call = quote! { self.action.0 };
        let setters = self.arguments.optional.iter().map(|it| {
            let (ident, ty, set) = (&it.ident, it.ty(), it.set(&call));
            let (doc, aliases) = (docs::comment(&docs::setter(it)), &it.aliases);
            let (names, types) = it.shape.of_setter(ident, &ty);
            quote! {
                #doc
                #(#[doc(alias = #aliases)])*
                pub fn #ident(mut self, #(#names: #types),*) -> Self {
                    #set
                    self
                }
            }
        });
        let setters = (!self.arguments.optional.is_empty()).then(|| {
            quote! { impl Request<#action> { #(#setters)* } }
        });
        let paged = self.page.as_ref().map(|page| page.emit(action));
        let (value, map) = match (&self.page, &self.value) {
            (Some(page), _) => (page.value(), quote! { .map(|it| it.map(Self::page)) }),
            (None, Some(value)) => (quote! { #value }, TokenStream::new()),
            (None, None) => (quote! { () }, quote! { .map(|it| it.map(drop)) }),
        };
        quote! {
            #doc
            #[derive(Clone, Debug)]
            pub struct #action(Call<operations::#action>);

            #setters

            impl Action for #action {
                type Value = #value;

                async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
                    #send(&sender.transport, &sender.options, self.0).await #map
                }
            }

            #paged
        }
    }
}
