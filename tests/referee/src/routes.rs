//! Which operation of the contract a request asked for.

use std::borrow::Cow;
use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::contract::Contract;

/// What is at a method and path.
#[derive(Debug)]
pub(crate) enum Route<'c> {
    /// An operation.
    Operation(&'c Value),
    /// A path with other methods, these.
    WrongMethod(BTreeSet<String>),
    /// Nothing.
    Nothing,
}

/// Finds what a request asked for; of two paths that fit, the one with fewer parameters.
pub(crate) fn find<'c>(contract: &'c Contract, method: &str, target: &str) -> Route<'c> {
    let path = target.split('?').next().unwrap_or_default();
    let segments: Vec<Cow<'_, str>> = path
        .split('/')
        .map(|segment| {
            let decoded = percent_decode_str(segment).decode_utf8();
            decoded.unwrap_or(Cow::Borrowed(segment))
        })
        .collect();
    let paths = contract.document()["paths"].as_object();
    let item = paths
        .into_iter()
        .flatten()
        .filter(|(template, _)| fits(template, &segments))
        .min_by_key(|(template, _)| template.matches('{').count());
    let Some((_, item)) = item else {
        return Route::Nothing;
    };
    let operations = item.as_object().into_iter().flatten();
    let mut allowed = BTreeSet::new();
    for (name, operation) in operations.filter(|(_, it)| it.get("responses").is_some()) {
        let name = name.to_uppercase();
        if name == method {
            return Route::Operation(operation);
        }
        allowed.insert(name);
    }
    Route::WrongMethod(allowed)
}

/// A parameter stands for anything that a path can have there.
fn fits(template: &str, segments: &[Cow<'_, str>]) -> bool {
    let parts: Vec<&str> = template.split('/').collect();
    parts.len() == segments.len()
        && parts.iter().zip(segments).all(|(part, segment)| {
            if part.starts_with('{') {
                !matches!(&**segment, "" | "." | "..")
            } else {
                part == segment
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_finds_its_operation() {
        let contract = Contract::published();
        let id = |method: &str, target: &str| match find(&contract, method, target) {
            Route::Operation(operation) => operation["operationId"].as_str().unwrap().to_owned(),
            Route::WrongMethod(allowed) => Vec::from_iter(allowed).join(","),
            Route::Nothing => String::new(),
        };
        for (method, target, found) in [
            ("GET", "/rest/auth", "authenticate"),
            ("GET", "/rest/auth?jwt=x/y", "authenticate"),
            ("DELETE", "/rest/token/all", "deleteAllTokens"),
            ("DELETE", "/rest/token/%61ll", "deleteAllTokens"),
            ("DELETE", "/rest/token/a%2Fb", "deleteToken"),
            ("PATCH", "/rest/token/all", "DELETE"),
            ("PUT", "/rest/token/x", "DELETE,PATCH"),
            ("get", "/rest/auth", "GET"),
            ("DELETE", "/rest/token/..", ""),
            ("GET", "/rest/auth/", ""),
            ("GET", "*", ""),
        ] {
            assert_eq!(id(method, target), found, "{method} {target}");
        }
    }
}
