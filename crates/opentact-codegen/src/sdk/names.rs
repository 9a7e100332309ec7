//! The names of the SDK's calls, by the contract's tags and operation ids.

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::Value;

use crate::document::Document;
use crate::extensions::{ACCESSOR, METHOD, NAME, SCOPE, tag};
use crate::operation::{Operation, operations};
use crate::rust_names::member;

/// A tag of the contract with its operations, as calls.
#[derive(Clone, Debug)]
pub(crate) struct Accessor<'d> {
    /// The tag's name.
    pub(crate) tag: &'d str,
    /// The method of the client that gives the accessor; `None` where the calls are the client's own.
    pub(crate) method: Option<String>,
    /// The path parameter that goes to the accessor.
    pub(crate) scope: Option<String>,
    /// The tag object.
    pub(crate) value: &'d Value,
    /// The operations, with the names of their methods.
    pub(crate) calls: Vec<(String, Operation<'d>)>,
}

impl Accessor<'_> {
    /// The name of the accessor's type.
    pub(crate) fn type_name(&self) -> String {
        format!("{}Api", self.tag.to_upper_camel_case())
    }
}

/// The accessors in the order of their tags, each with its operations in the contract's order.
pub(crate) fn accessors(document: &Document) -> Vec<Accessor<'_>> {
    let mut found: Vec<Accessor<'_>> = Vec::new();
    let mut all = operations(document);
    all.sort_by_key(|operation| document.order(&operation.pointer));
    for operation in all {
        let Some(name) = tag_of(&operation) else {
            continue;
        };
        let Some(value) = tag(document, name) else {
            continue;
        };
        let call = (method_name(&operation, name), operation);
        match found.iter_mut().find(|it| it.tag == name) {
            Some(accessor) => accessor.calls.push(call),
            None => found.push(Accessor {
                tag: name,
                method: ACCESSOR.of(value).is_none().then(|| name.to_snake_case()),
                scope: SCOPE.of(value),
                value,
                calls: vec![call],
            }),
        }
    }
    found.sort_by_key(|accessor| accessor.tag);
    found
}

fn tag_of<'d>(operation: &Operation<'d>) -> Option<&'d str> {
    operation.value.get("tags")?.as_array()?.first()?.as_str()
}

/// The name of an operation's method: what the contract says, or its id without the tag's words.
fn method_name(operation: &Operation<'_>, tag: &str) -> String {
    if let Some(name) = METHOD.of(operation.value) {
        return name;
    }
    let (id, tag) = (operation.id.to_snake_case(), tag.to_snake_case());
    let words: Vec<&str> = id.split('_').collect();
    let own: Vec<&str> = tag.split('_').collect();
    let is_tag = |run: &[&str]| {
        let pairs = run.iter().zip(&own);
        pairs
            .enumerate()
            .all(|(at, (word, of_tag))| word == of_tag || at + 1 == own.len() && same(word, of_tag))
    };
    match words.windows(own.len()).position(is_tag) {
        Some(start) => [&words[..start], &words[start + own.len()..]]
            .concat()
            .join("_"),
        None => id,
    }
}

/// The argument or the setter of a parameter or of a body's field: as the contract says, and an `order`
/// is what to sort by.
pub(crate) fn setter(name: &str, value: &Value) -> String {
    match NAME.of(value) {
        None if name == "order" => "sort_by".to_owned(),
        _ => member(name, value),
    }
}

/// Whether two words are the same but for the plural.
fn same(one: &str, other: &str) -> bool {
    singular(one) == singular(other)
}

fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for end in ["ches", "shes", "sses", "xes"] {
        if word.ends_with(end) {
            return word[..word.len() - 2].to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_method_is_the_id_without_the_words_of_the_tag() {
        for (id, tag, expected) in [
            ("createToken", "Tokens", "create"),
            ("deleteAllTokens", "Tokens", "delete_all"),
            (
                "listMessagingProfileLeases",
                "MessagingProfiles",
                "list_leases",
            ),
            ("getOutboundSms", "Sms", "get_outbound"),
            ("createBatch", "Batches", "create"),
            ("listCountries", "Countries", "list"),
            ("resetPassword", "Users", "reset_password"),
            ("token", "Tokens", ""),
        ] {
            let value = json!({ "operationId": id });
            let operation = Operation {
                id,
                method: "GET".to_owned(),
                path: "/",
                pointer: String::new(),
                path_pointer: String::new(),
                value: &value,
            };
            assert_eq!(method_name(&operation, tag), expected, "{id}");
        }
        let value = json!({ "x-method": "whoami" });
        let operation = Operation {
            id: "authenticate",
            method: "GET".to_owned(),
            path: "/",
            pointer: String::new(),
            path_pointer: String::new(),
            value: &value,
        };
        assert_eq!(method_name(&operation, "Auth"), "whoami");
    }

    #[test]
    fn an_order_is_what_to_sort_by_unless_the_contract_says_otherwise() {
        for (name, value, expected) in [
            ("order", json!({}), "sort_by"),
            ("order", json!({ "x-name": "order" }), "order"),
            ("order_state", json!({}), "order_state"),
            ("type", json!({}), "kind"),
        ] {
            assert_eq!(setter(name, &value), expected, "{name}: {value}");
        }
    }
}
