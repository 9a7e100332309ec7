//! One operation: what it takes, what it answers, and what both look like.

use super::credentials::accepted;
use super::html::{self, escape, line, prose};
use super::models::kind;
use crate::node::Node;
use crate::operations::{Operation, examples, media, resolved};
use crate::published::to_json;

/// The section about an operation.
pub(super) fn section(contract: &Node, operation: &Operation<'_>) -> String {
    let (id, node) = (escape(operation.id()), operation.node);
    let mut html = format!(
        "<article id=\"{id}\" aria-labelledby=\"{id}-title\">\n\
         <h3 id=\"{id}-title\"><a href=\"#{id}\">{}</a></h3>\n\
         <p class=\"request\">{} <code>{}</code> <span class=\"id\">{id}</span></p>\n{}",
        escape(node.str("summary")),
        html::method(&operation.method()),
        escape(operation.path),
        prose(node.str("description")),
    );
    html.push_str(&accepted(contract, &operation.security()));
    let docs = node.down(&["externalDocs"]).str("url");
    if !docs.is_empty() {
        html.push_str(&format!(
            "<p>{}</p>\n",
            html::link(docs, "The vendor's page")
        ));
    }
    html.push_str(&parameters(&operation.parameters()));
    if let Some(body) = operation.body() {
        let schema = kind(body.down(&["schema"]));
        html.push_str(&format!("<h4>Body</h4>\n<p>JSON: {schema}</p>\n"));
        html.push_str(&shown(contract, body, true));
    }
    html.push_str("<h4>Answers</h4>\n");
    for (status, answer) in operation.answers() {
        html.push_str(&answer_section(contract, status, answer));
    }
    html.push_str("</article>\n");
    html
}

fn parameters(parameters: &[&Node]) -> String {
    if parameters.is_empty() {
        return String::new();
    }
    let rows: String = parameters
        .iter()
        .map(|parameter| {
            let required = if parameter.is("required") { "yes" } else { "no" };
            let example = match parameter.get("example") {
                Some(Node::Scalar(value)) => {
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    format!("<br>Example: <code>{}</code>", escape(&text))
                }
                _ => String::new(),
            };
            format!(
                "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{required}</td><td>{}{example}</td></tr>\n",
                escape(parameter.str("name")),
                escape(parameter.str("in")),
                kind(parameter.down(&["schema"])),
                line(parameter.str("description")),
            )
        })
        .collect();
    let heads = ["Name", "Where", "Type", "Required", "What"];
    format!("<h4>Parameters</h4>\n{}", html::table(&heads, &rows))
}

fn answer_section(contract: &Node, status: &str, answer: &Node) -> String {
    let class = status.get(..1).unwrap_or_default();
    let mut html = format!(
        "<div class=\"answer\">\n<p><span class=\"status s{}\">{}</span> {}",
        escape(class),
        escape(status),
        line(answer.str("description"))
    );
    let json = media(answer);
    if let Some(json) = json {
        html.push_str(&format!(" {}", kind(json.down(&["schema"]))));
    }
    html.push_str("</p>\n");
    let headers = answer.down(&["headers"]).entries();
    let rows: String = headers
        .iter()
        .map(|(name, header)| {
            let header = resolved(contract, header);
            format!(
                "<tr><td><code>{}</code></td><td>{}</td><td><code>{}</code></td></tr>\n",
                escape(name),
                line(header.str("description")),
                escape(header.str("example")),
            )
        })
        .collect();
    if !rows.is_empty() {
        html.push_str(&html::table(&["Header", "What", "Example"], &rows));
    }
    if let Some(json) = json {
        html.push_str(&shown(contract, json, false));
    }
    let links = answer.down(&["links"]).entries();
    for (_, link) in links
        .iter()
        .map(|(name, link)| (name, resolved(contract, link)))
    {
        let id = escape(link.str("operationId"));
        html.push_str(&format!(
            "<p class=\"next\">Next: <a href=\"#{id}\">{id}</a>. {}</p>\n",
            line(link.str("description"))
        ));
    }
    html.push_str("</div>\n");
    html
}

fn shown(contract: &Node, json: &Node, open: bool) -> String {
    examples(contract, json)
        .into_iter()
        .map(|(name, summary, value)| {
            let title = if summary.is_empty() { name } else { summary };
            html::example(&format!("Example: {title}"), &to_json(value), open)
        })
        .collect()
}
