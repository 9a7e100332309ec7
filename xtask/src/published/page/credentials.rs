//! The table of credentials: what they are and where they go.

use super::html::{escape, line, table};
use crate::node::Node;
use crate::schemes::schemes;

/// The section about credentials.
pub(super) fn section(contract: &Node) -> String {
    let rows: String = schemes(contract)
        .iter()
        .map(|scheme| {
            format!(
                "<tr id=\"scheme-{name}\"><td><code>{name}</code></td><td>{kind}</td><td class=\"place\">{place}</td>\
                 <td>{description}</td></tr>\n",
                name = escape(&scheme.name),
                kind = escape(&scheme.kind),
                place = line(&scheme.place.to_string()),
                description = line(&scheme.description),
            )
        })
        .collect();
    format!(
        "<section id=\"credentials\">\n<h2>Credentials</h2>\n\
         <p>A request carries one of them, in one place.</p>\n{}</section>\n",
        table(&["Scheme", "Credential", "Where", "What"], &rows)
    )
}

/// Which schemes an operation takes, in a line.
pub(super) fn accepted(contract: &Node, security: &[&str]) -> String {
    let all = schemes(contract);
    let text = if security.is_empty() {
        "none".to_owned()
    } else if security.len() == all.len() {
        format!("<a href=\"#credentials\">any of the {}</a>", all.len())
    } else {
        let links = security.iter().map(|name| {
            let name = escape(name);
            format!("<a href=\"#scheme-{name}\"><code>{name}</code></a>")
        });
        links.collect::<Vec<_>>().join(" or ")
    };
    format!("<p>Credential: {text}.</p>\n")
}
