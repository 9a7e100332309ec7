//! An example of a call that compiles, with the values that the contract shows.

use serde_json::Value;

use super::argument::{Argument, Arguments, Place};
use super::names::Accessor;
use super::shape::Shape;
use crate::operation::Operation;

/// The example as a fenced block; what it cannot write as a literal comes from outside.
pub(super) fn example(
    accessor: &Accessor<'_>,
    name: &str,
    operation: &Operation<'_>,
    arguments: &Arguments,
) -> String {
    let mut given = vec!["client: opentact::Client".to_owned()];
    let mut call = "client".to_owned();
    if let Some(method) = &accessor.method {
        let scope = arguments.scope.as_ref().map(|it| value(it, &mut given));
        call.push_str(&format!(".{method}({})", scope.unwrap_or_default()));
    }
    let mut values: Vec<String> = arguments
        .required
        .iter()
        .map(|it| value(it, &mut given))
        .collect();
    if let Some(whole) = &arguments.whole {
        given.push(format!("request: opentact::models::{whole}"));
        values.push("request".to_owned());
    }
    call.push_str(&format!(".{name}({})", values.join(", ")));
    let shown = arguments.optional.iter().filter(|it| it.default.is_none());
    let settings: Vec<String> = shown
        .filter_map(|it| Some(format!(".{}({})", it.ident, literal(it)?)))
        .take(2)
        .collect();
    call.push_str(&settings.concat());
    // A change needs something to change.
    let needs_some = operation.method == "PATCH" && settings.is_empty();
    let first = arguments.optional.first().filter(|_| needs_some);
    if let Some(first) = first {
        call.push_str(&format!(".{}({})", first.ident, value(first, &mut given)));
    }
    let uses = match call.contains("Duration::") {
        true => "use std::time::Duration;\n\n",
        false => "",
    };
    let deprecated = match operation.value.get("deprecated") {
        Some(Value::Bool(true)) => "# #[allow(deprecated)]\n",
        _ => "",
    };
    format!(
        "```no_run\n{uses}{deprecated}# async fn run({}) -> Result<(), opentact::Error> {{\n\
         let answer = {call}.await?;\n# drop(answer);\n# Ok(())\n# }}\n```",
        given.join(", ")
    )
}

/// A value of an argument: a literal, or the name of one that is given from outside.
fn value(argument: &Argument, given: &mut Vec<String>) -> String {
    if let Some(literal) = literal(argument) {
        return literal;
    }
    let ty = given_type(&argument.shape, argument.place);
    given.push(format!("{}: {ty}", argument.ident));
    argument.ident.to_string()
}

fn given_type(shape: &Shape, place: Place) -> String {
    match shape {
        _ if place == Place::SecretPath => "&str".to_owned(),
        Shape::Duration(_) => "std::time::Duration".to_owned(),
        Shape::List(element) => format!("Vec<{}>", given_type(element, place)),
        Shape::Plain(ty) | Shape::Into(ty) | Shape::SortOrder(ty) => {
            let ty = quote::ToTokens::to_token_stream(ty)
                .to_string()
                .replace(' ', "");
            match ty.strip_prefix("models::") {
                Some(model) => format!("opentact::models::{model}"),
                None => ty
                    .replace("opentact_client::", "opentact::")
                    .replace("Uuid", "uuid::Uuid"),
            }
        }
    }
}

/// The value that the contract shows, where a person would write it as a literal.
fn literal(argument: &Argument) -> Option<String> {
    let example = argument.example.as_ref()?;
    match (&argument.shape, example) {
        _ if argument.place == Place::SecretPath => None,
        (Shape::Duration(unit), Value::Number(number)) => {
            let number = number.as_u64()?;
            let of = match unit {
                crate::extensions::Unit::Seconds => "from_secs",
                crate::extensions::Unit::Milliseconds => "from_millis",
            };
            Some(format!("Duration::{of}({number})"))
        }
        (Shape::Into(ty), Value::String(text)) => {
            let ty = quote::ToTokens::to_token_stream(ty).to_string();
            let is_text = !ty.ends_with("Secret") && !ty.ends_with("Timestamp");
            is_text.then(|| format!("{text:?}"))
        }
        (Shape::SortOrder(_), Value::Object(order)) => {
            let (field, direction) = order.iter().next()?;
            Some(format!("{field:?}, {direction}"))
        }
        (Shape::Plain(_), Value::Bool(value)) => Some(value.to_string()),
        (Shape::Plain(_), Value::Number(number)) => number.as_i64().map(|it| it.to_string()),
        _ => None,
    }
}
