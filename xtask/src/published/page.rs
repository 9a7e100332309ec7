//! The reference page: one file of HTML that needs neither a network nor a program to be read.

mod credentials;
mod html;
mod models;
mod operation;

use html::{escape, prose};

use crate::node::Node;
use crate::operations::{Operation, operations};

const STYLE: &str = include_str!("page/style.css");
/// The other files in the folder, and what each is for.
const FILES: [(&str, &str); 7] = [
    ("opentact.yaml", "the contract in one file"),
    ("opentact.json", "the same as JSON"),
    (
        "opentact-headers.json",
        "the variant without credentials in the query",
    ),
    (
        "opentact.schemas.json",
        "JSON Schema (2020-12) of the models",
    ),
    ("asyncapi.yaml", "the event service, as AsyncAPI 3.0"),
    ("events.schemas.json", "JSON Schema of its messages"),
    ("README.md", "which file for which generator"),
];

/// The page.
pub(crate) fn page(contract: &Node) -> String {
    let info = contract.down(&["info"]);
    let title = escape(info.str("title"));
    let version = escape(info.str("version"));
    let operations = operations(contract);
    let mut main = format!(
        "<h1>{title} <small>{version}</small></h1>\n{}",
        prose(info.str("description"))
    );
    main.push_str(&outside(contract));
    main.push_str(&servers(contract));
    main.push_str(&files());
    main.push_str(&credentials::section(contract));
    for (tag, description) in tags(contract) {
        main.push_str(&format!(
            "<section class=\"tag\" id=\"tag-{id}\">\n<h2>{name}</h2>\n{}",
            prose(description),
            id = escape(tag),
            name = escape(tag),
        ));
        for operation in tagged(&operations, tag) {
            main.push_str(&operation::section(contract, operation));
        }
        main.push_str("</section>\n");
    }
    main.push_str(&models::section(contract));
    let nav = nav(contract, &operations);
    format!(
        "<!DOCTYPE html>\n\
         <!-- Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit. -->\n\
         <html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title} {version}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">To the content</a>\n\
         {nav}<main id=\"main\" tabindex=\"-1\">\n{main}</main>\n</body>\n</html>\n"
    )
}

fn outside(contract: &Node) -> String {
    let docs = contract.down(&["externalDocs"]);
    match docs.str("url") {
        "" => String::new(),
        url => format!("<p>{}</p>\n", html::link(url, docs.str("description"))),
    }
}

fn servers(contract: &Node) -> String {
    let rows: String = contract
        .down(&["servers"])
        .items()
        .iter()
        .map(|server| {
            let (name, url) = (escape(server.str("description")), escape(server.str("url")));
            format!("<tr><td>{name}</td><td><code>{url}</code></td></tr>\n")
        })
        .collect();
    format!(
        "<section id=\"servers\">\n<h2>Servers</h2>\n{}</section>\n",
        html::table(&["Server", "Address"], &rows)
    )
}

fn files() -> String {
    let items: String = FILES
        .iter()
        .map(|(name, what)| format!("<li>{}: {}</li>\n", html::link(name, name), escape(what)))
        .collect();
    format!("<section id=\"files\">\n<h2>Files</h2>\n<ul>\n{items}</ul>\n</section>\n")
}

/// The tags by name and description, in the order of the contract.
fn tags(contract: &Node) -> Vec<(&str, &str)> {
    let tags = contract.down(&["tags"]).items().iter();
    tags.map(|tag| (tag.str("name"), tag.str("description")))
        .collect()
}

fn tagged<'o, 'c>(
    operations: &'o [Operation<'c>],
    tag: &'o str,
) -> impl Iterator<Item = &'o Operation<'c>> {
    operations.iter().filter(move |operation| {
        let mut tags = operation.node.down(&["tags"]).items().iter();
        // The first tag is the one that it is shown under.
        tags.next().and_then(Node::as_str) == Some(tag)
    })
}

fn nav(contract: &Node, operations: &[Operation<'_>]) -> String {
    let mut groups = String::from(
        "<ul>\n<li><a href=\"#servers\">Servers</a></li>\n<li><a href=\"#files\">Files</a></li>\n\
         <li><a href=\"#credentials\">Credentials</a></li>\n</ul>\n",
    );
    for (tag, _) in tags(contract) {
        let items: String = tagged(operations, tag)
            .map(|operation| {
                format!(
                    "<li><a href=\"#{}\">{} {}</a></li>\n",
                    escape(operation.id()),
                    html::method(&operation.method()),
                    escape(operation.node.str("summary"))
                )
            })
            .collect();
        let tag = escape(tag);
        groups.push_str(&format!(
            "<h2><a href=\"#tag-{tag}\">{tag}</a></h2>\n<ul>\n{items}</ul>\n"
        ));
    }
    let models: String = contract
        .down(&["components", "schemas"])
        .entries()
        .iter()
        .map(|(name, _)| format!("<li><a href=\"#model-{0}\">{0}</a></li>\n", escape(name)))
        .collect();
    groups.push_str(&format!(
        "<h2><a href=\"#models\">Models</a></h2>\n<ul>\n{models}</ul>\n"
    ));
    format!("<nav aria-label=\"Contents\">\n{groups}</nav>\n")
}

#[cfg(test)]
mod tests;
