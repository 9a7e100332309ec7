//! What is kept without code of its own, and which part each operation of it has.

use heck::ToShoutySnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::first_success;
use super::sample::{of_schema, property, target};
use crate::document::{Document, child};
use crate::extensions::{Filter, Owner, PAGING, RESOURCE, Resource};
use crate::media::JSON;
use crate::nullable::{is_nullable, is_required};
use crate::operation::{Operation, effective, operations, template_names};
use crate::schemas::referred;

/// How a search calls the ends of a range.
const RANGES: [&str; 4] = ["_from", "_to", "_min", "_max"];

/// What an operation does with what is kept.
#[derive(Clone, Debug)]
pub(crate) enum Role {
    Create,
    List,
    Search,
    Get,
    Change,
    Replace,
    Delete,
}

/// Something that is kept: what the contract says of it, and its operations.
#[derive(Debug)]
pub(crate) struct Kept<'d> {
    /// The tag, or the path in letters.
    pub(crate) name: String,
    /// Where it is described.
    pub(crate) pointer: String,
    pub(crate) resource: Resource,
    pub(crate) operations: Vec<(Operation<'d>, Role)>,
    /// Where the schema of one of them stands.
    pub(crate) shown: Option<String>,
    place: String,
    scopes: Vec<String>,
    shows: Vec<(String, TokenStream)>,
    ordered: Vec<String>,
    references: Vec<(String, String)>,
}

/// Everything that is kept.
pub(crate) fn kept(document: &Document) -> Vec<Kept<'_>> {
    let (mut found, mut taken) = (Vec::new(), Vec::new());
    let all = operations(document);
    let paths = document.value().get("paths").and_then(Value::as_object);
    for (path, item) in paths.into_iter().flatten() {
        let Some(resource) = RESOURCE.of(item) else {
            continue;
        };
        let below = format!("{path}/");
        let own = |it: &&Operation<'_>| it.path == path || it.path.starts_with(&below);
        let own: Vec<_> = all.iter().filter(own).cloned().collect();
        taken.extend(own.iter().map(|it| it.pointer.clone()));
        let pointer = child(&child("/paths", path), RESOURCE.name());
        found.push(Kept::new(document, path, pointer, resource, path, own));
    }
    let tags = document.value().get("tags").and_then(Value::as_array);
    for (index, tag) in tags.into_iter().flatten().enumerate() {
        let (Some(name), Some(resource)) = (tag.get("name"), RESOURCE.of(tag)) else {
            continue;
        };
        let own = |it: &&Operation<'_>| {
            let tags = it.value.get("tags").and_then(Value::as_array);
            tags.is_some_and(|tags| tags.contains(name)) && !taken.contains(&it.pointer)
        };
        let own: Vec<_> = all.iter().filter(own).cloned().collect();
        let base = common(&own);
        let pointer = format!("/tags/{index}/{}", RESOURCE.name());
        let name = name.as_str().unwrap_or_default();
        found.push(Kept::new(document, name, pointer, resource, &base, own));
    }
    found
}

/// The path that all of these have in front.
fn common(operations: &[Operation<'_>]) -> String {
    let mut paths = operations.iter().map(|it| it.path.split('/'));
    let Some(first) = paths.next() else {
        return String::new();
    };
    let mut common: Vec<&str> = first.collect();
    for path in paths {
        let same = common
            .iter()
            .zip(path)
            .take_while(|(one, other)| *one == other);
        common.truncate(same.count());
    }
    common.join("/")
}

impl<'d> Kept<'d> {
    fn new(
        document: &'d Document,
        name: &str,
        pointer: String,
        resource: Resource,
        base: &str,
        own: Vec<Operation<'d>>,
    ) -> Self {
        let with_role = own.into_iter().filter_map(|operation| {
            let role = role(document, &operation, base)?;
            Some((operation, role))
        });
        let operations: Vec<_> = with_role.collect();
        let shown = operations.iter().find_map(|(operation, role)| match role {
            Role::List | Role::Search => None,
            _ => payload(document, operation).filter(|it| is_object(document, it)),
        });
        let (file, position) = document.place(&pointer);
        let mut kept = Self {
            name: name.to_owned(),
            place: format!("{file}:{}:{}", position.line, position.column),
            pointer,
            scopes: template_names(base)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            ordered: orders(document, &operations),
            resource,
            operations,
            shown,
            shows: Vec::new(),
            references: Vec::new(),
        };
        kept.read_shown(document);
        kept.imply_filters(document);
        let sorts = |(operation, _): &(Operation<'_>, Role)| {
            request(document, operation, "order").is_some()
        };
        if kept.ordered.is_empty() && kept.operations.iter().any(sorts) {
            // An `order` that names no properties takes those that a search asks for.
            kept.ordered = kept.resource.filters.keys().cloned().collect();
        }
        kept
    }

    /// What a search names like a property is filtered by it, and by a range with `_from` and `_to`,
    /// or `_min` and `_max`.
    fn imply_filters(&mut self, document: &Document) {
        let is_search = |role: &Role| matches!(role, Role::Search | Role::List);
        let asks = self.operations.iter().filter(|(_, role)| is_search(role));
        let names = asks.flat_map(|(operation, _)| {
            let body = child(&operation.pointer, "requestBody");
            let body = document.follow(&body).map(|(pointer, _)| pointer);
            let schema = body.map(|it| child(&child(&child(&it, "content"), JSON), "schema"));
            let schema = schema.and_then(|it| target(document, &it));
            let sent = schema.and_then(|(_, it)| it.get("properties")?.as_object());
            let sent = sent.into_iter().flatten().map(|(name, _)| name.clone());
            let query = effective(document, operation).into_iter();
            let query = query.filter(|it| it.place == "query");
            sent.chain(query.map(|it| it.name.to_owned()))
                .collect::<Vec<_>>()
        });
        for name in names.collect::<Vec<_>>() {
            let start = RANGES.iter().find_map(|end| name.strip_suffix(end));
            let (property, filter) = match start.filter(|it| self.shows(it)) {
                Some(start) => (start.to_owned(), Filter::Range),
                None => (name, Filter::Equal),
            };
            if self.shows(&property) {
                self.resource.filters.entry(property).or_insert(filter);
            }
        }
    }

    fn read_shown(&mut self, document: &Document) {
        let Some((_, schema)) = self.shown.as_ref().and_then(|it| target(document, it)) else {
            return;
        };
        self.read_properties(document, schema);
        let operations = self.operations.iter();
        let found: Vec<_> = operations.filter_map(|it| items(document, it)).collect();
        for schema in found {
            self.read_properties(document, schema);
        }
    }

    /// What is shown by a schema and was not by those before.
    fn read_properties(&mut self, document: &Document, schema: &Value) {
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            if self.shows(name) {
                continue;
            }
            let is_time = property.get("format").and_then(Value::as_str) == Some("date-time");
            let stamp = match name.as_str() {
                "created_on" if is_time => quote! { Stamp::Created },
                "modified_on" if is_time => quote! { Stamp::Modified },
                _ => quote! { Stamp::None },
            };
            let fallback = match property.get("default") {
                Some(default) => Some(default.clone()),
                None if is_required(schema, name) => Some(of_schema(document, property, 0)),
                None if is_nullable(property) => Some(Value::Null),
                None => None,
            };
            let fallback = fallback.map(|it| it.to_string());
            let fallback = fallback.map_or_else(|| quote! { None }, |it| quote! { Some(#it) });
            let part = property.pointer("/allOf/0").unwrap_or(property);
            if let Some(component) = referred(part) {
                self.references.push((name.clone(), component.to_owned()));
            }
            let fields = quote! { name: #name, stamp: #stamp, fallback: #fallback };
            self.shows.push((name.clone(), fields));
        }
    }

    /// Whether an answer shows a property of that name.
    pub(crate) fn shows(&self, name: &str) -> bool {
        self.shows.iter().any(|(it, _)| it == name)
    }

    /// Whether a request gives it its key.
    pub(crate) fn is_named(&self, document: &Document, operation: &Operation<'_>) -> bool {
        request(document, operation, &self.resource.key).is_some()
    }

    /// The component schema of one of them.
    fn component(&self) -> Option<&str> {
        self.shown.as_deref()?.strip_prefix("/components/schemas/")
    }

    pub(super) fn ident(&self) -> Ident {
        let words = self.name.replace(['{', '}'], "");
        format_ident!(
            "{}_KEPT",
            words.trim_start_matches('/').to_shouty_snake_case()
        )
    }

    /// Its part in the operation of that id, as an expression.
    pub(super) fn emit_role(&self, id: &str) -> Option<TokenStream> {
        let (_, role) = self.operations.iter().find(|(it, _)| it.id == id)?;
        let ident = self.ident();
        let role = match role {
            Role::Create => quote! { Role::Create },
            Role::List => quote! { Role::List },
            Role::Get => quote! { Role::Get },
            Role::Change => quote! { Role::Change },
            Role::Replace => quote! { Role::Replace },
            Role::Delete => quote! { Role::Delete },
            Role::Search => quote! { Role::Search },
        };
        Some(quote! { Kept { resource: &#ident, role: #role } })
    }

    /// What is known of it, as a static value.
    pub(super) fn emit(&self, all: &[Self]) -> TokenStream {
        let (ident, name, place) = (self.ident(), &self.name, &self.place);
        let Resource {
            key,
            owner,
            unique,
            filters,
            in_use,
        } = &self.resource;
        let owner = match owner {
            Owner::Account => quote! { Owner::Account },
            Owner::User => quote! { Owner::User },
        };
        let filters = filters.iter().map(|(name, filter)| match filter {
            Filter::Equal => quote! { (#name, Filter::Equal) },
            Filter::Mask => quote! { (#name, Filter::Mask) },
            Filter::Range => quote! { (#name, Filter::Range) },
        });
        let in_use = in_use.iter().map(|user| match user.split_once('.') {
            Some((tag, property)) => quote! { (#tag, Some(#property)) },
            None => quote! { (#user, None) },
        });
        let refers = |name: &str| {
            let (_, component) = self.references.iter().find(|(it, _)| it == name)?;
            all.iter()
                .find(|it| it.component() == Some(component.as_str()))
        };
        let shows = self.shows.iter().map(|(name, fields)| {
            let refers = match refers(name) {
                Some(other) => {
                    let other = other.ident();
                    quote! { Some(&#other) }
                }
                None => quote! { None },
            };
            quote! { Shown { #fields, refers: #refers } }
        });
        let (scopes, ordered) = (&self.scopes, &self.ordered);
        quote! {
            pub(crate) static #ident: Resource = Resource {
                name: #name,
                place: #place,
                key: #key,
                owner: #owner,
                scopes: &[#(#scopes),*],
                unique: &[#(#unique),*],
                filters: &[#(#filters),*],
                ordered: &[#(#ordered),*],
                in_use: &[#(#in_use),*],
                shows: &[#(#shows),*],
            };
        }
    }
}

fn role(document: &Document, operation: &Operation<'_>, base: &str) -> Option<Role> {
    let rest = operation.path.strip_prefix(base)?.trim_matches('/');
    let method = operation.method.as_str();
    if rest.starts_with('{') {
        return match (method, rest.contains('/')) {
            ("GET", false) => Some(Role::Get),
            ("PATCH", false) => Some(Role::Change),
            ("PUT", false) => Some(Role::Replace),
            ("DELETE", false) => Some(Role::Delete),
            _ => None,
        };
    }
    if PAGING.of(operation.value).is_some() {
        return Some(Role::Search);
    }
    let payload = payload(document, operation)?;
    match method {
        _ if rest.contains('{') => None,
        "POST" if is_object(document, &payload) => Some(Role::Create),
        "GET" if !is_object(document, &payload) => Some(Role::List),
        _ => None,
    }
}

/// The schema of what a search finds.
fn items<'d>(
    document: &'d Document,
    (operation, role): &(Operation<'d>, Role),
) -> Option<&'d Value> {
    let paging = PAGING
        .of(operation.value)
        .filter(|_| matches!(role, Role::Search))?;
    let page = payload(document, operation)?;
    let items = property(document, &page, &paging.items)?;
    let (items, _) = target(document, &items)?;
    target(document, &child(&items, "items")).map(|(_, schema)| schema)
}

/// Where the schema of an answer's payload stands, or of an answer without one.
pub(crate) fn payload(document: &Document, operation: &Operation<'_>) -> Option<String> {
    let (code, _) = first_success(document, operation)?;
    let response = child(&child(&operation.pointer, "responses"), code);
    let (response, _) = document.follow(&response)?;
    let media = child(&child(&response, "content"), JSON);
    let schema = child(&media, "schema");
    let payload = property(document, &schema, "payload").unwrap_or(schema);
    target(document, &payload).map(|(pointer, _)| pointer)
}

fn is_object(document: &Document, pointer: &str) -> bool {
    let kind = document
        .value()
        .pointer(pointer)
        .and_then(|it| it.get("type"));
    kind.and_then(Value::as_str) == Some("object")
}

/// Where a property of the JSON that a request sends stands.
fn request(document: &Document, operation: &Operation<'_>, name: &str) -> Option<String> {
    let (body, _) = document.follow(&child(&operation.pointer, "requestBody"))?;
    let media = child(&child(&body, "content"), JSON);
    property(document, &child(&media, "schema"), name)
}

/// The properties that searches may be sorted by.
fn orders(document: &Document, operations: &[(Operation<'_>, Role)]) -> Vec<String> {
    let mut found = Vec::new();
    for (operation, role) in operations {
        if !matches!(role, Role::Search) {
            continue;
        }
        let order = request(document, operation, "order");
        let order = order.and_then(|it| target(document, &it));
        let names = order.and_then(|(_, it)| it.get("properties")?.as_object());
        found.extend(names.into_iter().flat_map(|it| it.keys().cloned()));
    }
    found
}
