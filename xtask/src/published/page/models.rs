//! The models: a table of fields for each component schema.

use super::html::{escape, line, prose, table};
use crate::node::Node;

/// The section about all models.
pub(super) fn section(contract: &Node) -> String {
    let models: String = contract
        .down(&["components", "schemas"])
        .entries()
        .iter()
        .map(|(name, schema)| model(name, schema))
        .collect();
    format!(
        "<section id=\"models\">\n<h2>Models</h2>\n\
         <p>What a server sends is open: it may have more fields, and more values, than are listed.</p>\n\
         {models}</section>\n"
    )
}

fn model(name: &str, schema: &Node) -> String {
    let name = escape(name);
    let mut html = format!(
        "<article id=\"model-{name}\">\n<h3><a href=\"#model-{name}\">{name}</a></h3>\n{}",
        prose(schema.str("description"))
    );
    let properties = schema.down(&["properties"]).entries();
    if properties.is_empty() {
        html.push_str(&format!("<p>{}</p>\n", kind(schema)));
    } else {
        let required = schema.down(&["required"]).items();
        let rows: String = properties
            .iter()
            .map(|(name, property)| {
                let is_required = required.contains(&Node::text(name));
                format!(
                    "<tr><td><code>{}</code>{}</td><td>{}</td><td>{}</td></tr>\n",
                    escape(name),
                    if is_required {
                        " <span class=\"required\">required</span>"
                    } else {
                        ""
                    },
                    kind(property),
                    line(property.str("description")),
                )
            })
            .collect();
        html.push_str(&table(&["Field", "Type", "What"], &rows));
    }
    html.push_str("</article>\n");
    html
}

/// The type of a schema in a few words; a component is linked.
pub(super) fn kind(schema: &Node) -> String {
    let mut text = base(schema);
    let bounds: Vec<String> = [
        ("minLength", "at least {} characters"),
        ("maxLength", "at most {} characters"),
        ("minimum", "at least {}"),
        ("maximum", "at most {}"),
    ]
    .into_iter()
    .filter_map(|(keyword, words)| {
        let Node::Scalar(bound) = schema.get(keyword)? else {
            return None;
        };
        Some(words.replace("{}", &bound.to_string()))
    })
    .collect();
    if !bounds.is_empty() {
        text.push_str(&escape(&format!(", {}", bounds.join(", "))));
    }
    if schema.is("nullable") {
        text.push_str(" or null");
    }
    text
}

fn base(schema: &Node) -> String {
    if let Some(reference) = schema.get("$ref").and_then(Node::as_str) {
        let name = escape(reference.rsplit('/').next().unwrap_or_default());
        return format!("<a href=\"#model-{name}\">{name}</a>");
    }
    if let [only] = schema.down(&["allOf"]).items() {
        return kind(only);
    }
    let alternatives = schema.down(&["oneOf"]).items();
    if !alternatives.is_empty() {
        return alternatives
            .iter()
            .map(kind)
            .collect::<Vec<_>>()
            .join(" or ");
    }
    let known = schema.down(&["x-extensible-enum"]).items();
    if !known.is_empty() {
        let values = known.iter().filter_map(Node::as_str);
        let values = values.map(|value| format!("<code>{}</code>", escape(value)));
        return format!(
            "string, known today: {}",
            values.collect::<Vec<_>>().join(", ")
        );
    }
    match (schema.str("type"), schema.str("format")) {
        ("array", _) => match kind(schema.down(&["items"])) {
            item if item == "anything" => "list".to_owned(),
            item => format!("list of {item}"),
        },
        ("", _) => "anything".to_owned(),
        ("object", _) if schema.get("additionalProperties").is_some() => {
            format!("object of {}", kind(schema.down(&["additionalProperties"])))
        }
        (kind, "") => escape(kind),
        (kind, format) => escape(&format!("{kind} ({format})")),
    }
}
