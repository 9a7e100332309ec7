//! An operation as a call of curl that has no secret among its arguments: it reads those from its input.

use maud::{Markup, html};
use serde_json::Value;

use super::{code, joined};
use crate::node::Node;
use crate::operations::{Operation, examples, media, media_type, resolved};
use crate::published::variants;
use crate::schemes::{Place, schemes};
use crate::vectors::percent_encoded;

/// What the calls take from the environment.
pub(super) fn note() -> Markup {
    let variables = ["$OPENTACT_EMAIL", "$OPENTACT_PASSWORD", "$OPENTACT_TOKEN"];
    html! {
        p {
            "The calls of curl below keep secrets out of the list of processes: they take them from "
            (joined(&variables, ", ", |it| code(it))) " and, in a path, from a variable of the parameter's name. A password needs a "
            (code("\\")) " before each " (code("\"")) " and " (code("\\")) " in it."
        }
    }
}

/// The call with one credential, or with none where the operation is public.
pub(super) fn curl(contract: &Node, operation: &Operation<'_>) -> String {
    let is_secret = |it: &Node| it.str("format") == "password";
    let server = contract.down(&["servers"]).items().first();
    let mut url = format!(
        "{}{}",
        server.map_or("", |it| it.str("url")),
        operation.path
    );
    let mut query = Vec::new();
    for it in operation.parameters() {
        let (name, schema) = (it.str("name"), resolved(contract, it.down(&["schema"])));
        let value = match it.get("example") {
            _ if is_secret(schema) => format!("${}", name.to_uppercase()),
            Some(Node::Scalar(value)) => percent_encoded(&text(value)),
            _ => String::new(),
        };
        match it.str("in") {
            "path" => url = url.replace(&format!("{{{name}}}"), &value),
            "query" if it.is("required") => query.push(format!("{name}={value}")),
            _ => {}
        }
    }
    let schemes = schemes(contract);
    let mut schemes = operation.schemes(&schemes);
    variants::one_of(operation.id(), &mut schemes);
    let mut credential = String::new();
    if let [scheme] = schemes[..] {
        let variable = format!("$OPENTACT_{}", scheme.kind.to_uppercase());
        match &scheme.place {
            Place::Basic => credential += "user = \"$OPENTACT_EMAIL:$OPENTACT_PASSWORD\"\n",
            Place::Bearer => credential += "header = \"Authorization: Bearer $OPENTACT_TOKEN\"\n",
            Place::Header(name) => credential += &format!("header = \"{name}: {variable}\"\n"),
            Place::Query(name) => query.push(format!("{name}={variable}")),
        }
    }
    if !query.is_empty() {
        url = format!("{url}?{}", query.join("&"));
    }
    let mut call = match operation.method().as_str() {
        "GET" => "curl".to_owned(),
        method => format!("curl -X {method}"),
    };
    if let Some((body, media)) = operation.body().and_then(|it| Some((it, media(it)?))) {
        let schema = resolved(contract, media.down(&["schema"]));
        let fields = schema.down(&["properties"]).entries();
        let example = examples(contract, media).into_iter().next();
        let example = example.map_or(Node::NOTHING, |(.., value)| value);
        let quoted = |text: &str| format!("'{}'", text.replace('\'', "'\\''"));
        if media_type(body) != "application/json" {
            for (name, field) in fields {
                // From a file of its name: as a file, or as a text.
                let value = match example.get(name) {
                    _ if field.str("format") == "binary" => format!("@{name}"),
                    Some(Node::Scalar(value)) if !is_secret(field) => text(value),
                    _ => format!("<{name}"),
                };
                call += &format!(" -F {}", quoted(&format!("{name}={value}")));
            }
        } else {
            let data = match serde_json::to_string(example) {
                Ok(json) if !fields.iter().any(|(_, it)| is_secret(it)) => quoted(&json),
                _ => "@body.json".to_owned(),
            };
            call += &format!(" -H 'Content-Type: application/json' -d {data}");
        }
    }
    format!("{call} -K - <<END\nurl = \"{url}\"\n{credential}END")
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
