//! The reference page: one file of HTML that needs neither a network nor a program to be read.

mod curl;
mod models;
mod operation;
mod prose;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use operation::method;
use prose::{joined, line, link, paragraphs};

use crate::operations::{Operation, operations};
use crate::{node::Node, schemes::schemes};

/// What else there is in the repository, a line each.
const BESIDE: &str = "\
[The sandbox](/tree/main/crates/opentact-sandbox): a server that behaves like the real one, offline
[The event service](/blob/main/openapi/published/asyncapi.yaml), as an AsyncAPI document
[The documents for other languages](/tree/main/openapi/published), with recipes for generators
[The wire vectors](/tree/main/tests/vectors): the exact request for each operation and each credential";

/// The page about a contract, with the addresses of the event service.
pub(crate) fn page(contract: &Node, events: &Node) -> String {
    let info = contract.down(&["info"]);
    let (title, version) = (info.str("title"), info.str("version"));
    let tags = contract.down(&["tags"]).items();
    let docs = contract.get("externalDocs");
    let models = contract.down(&["components", "schemas"]).entries();
    let operations = operations(contract);
    // An operation is shown under the first of its tags.
    let is_of = |it: &Operation<'_>, tag| it.node.down(&["tags"]).items().first() == tag;
    let page = html! {
        (DOCTYPE)
        (PreEscaped(format!("<!-- {} -->", super::COMMENT)))
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) " " (version) }
                style { (PreEscaped(include_str!("page/style.css"))) }
            }
            body {
                a.skip href="#main" { "To the content" }
                nav aria-label="Contents" {
                    // Only where the page is narrow; what it opens stands after it and is always there where it is wide.
                    details { summary { "Contents" } }
                    div { ul { @for name in ["Servers", "Credentials"] {
                        li { a href={ "#" (name.to_lowercase()) } { (name) } }
                    } }
                    @for tag in tags {
                        h2 { a href={ "#tag-" (tag.str("name")) } { (tag.str("name")) } }
                        ul { @for it in operations.iter().filter(|it| is_of(it, tag.get("name"))) {
                            li { a href={ "#" (it.id()) } { (method(it)) " " (it.node.str("summary")) } }
                        } }
                    }
                    h2 { a href="#models" { "Models" } }
                    ul { @for (name, _) in models { li { a href={ "#model-" (name) } { (name) } } } } }
                }
                main #main tabindex="-1" {
                    h1 { (title) " " small { (version) } }
                    (paragraphs(info.str("description")))
                    @if let Some(it) = docs { p { (link(it.str("url"), it.str("description"))) } }
                    @let home = info.down(&["contact"]).str("url");
                    ul { @for it in BESIDE.lines() { li { (line(&it.replace("](", &format!("]({home}")))) } } }
                    (surroundings(contract, events))
                    @for tag in tags {
                        section.tag id={ "tag-" (tag.str("name")) } {
                            h2 { (tag.str("name")) }
                            (paragraphs(tag.str("description")))
                            @for it in operations.iter().filter(|it| is_of(it, tag.get("name"))) {
                                (operation::section(contract, it))
                            }
                        }
                    }
                    (models::section(models))
                }
            }
        }
    };
    // A small change of the contract is a small change of the file.
    let starts = ["<h", "<section", "<article", "<div", "<tr", "<li", "<p"];
    let in_lines = |page: String, start| page.replace(start, &format!("\n{start}"));
    starts.into_iter().fold(page.into_string() + "\n", in_lines)
}

/// Servers and credentials.
fn surroundings(contract: &Node, events: &Node) -> Markup {
    let servers = contract.down(&["servers"]).items().iter();
    let servers = servers.map(|it| [line(it.str("description")), code(it.str("url"))]);
    let events = events.down(&["servers"]).entries().iter().map(|(_, it)| {
        let what = format!("Events: {}", it.str("description"));
        let [protocol, host, path] = ["protocol", "host", "pathname"].map(|key| it.str(key));
        [line(&what), code(&format!("{protocol}://{host}{path}"))]
    });
    let servers = servers.chain(events);
    let schemes = schemes(contract).into_iter().map(|it| {
        let name = html! { code id={ "scheme-" (it.name) } { (it.name) } };
        let place = html! { span.place { (line(&it.place.to_string())) } };
        [name, line(&it.kind), place, line(&it.description)]
    });
    html! {
        section #servers { h2 { "Servers" } (table(["Server", "Address"], servers)) }
        section #credentials {
            h2 { "Credentials" } p { "A request carries one of them, in one place." } (curl::note())
            (table(["Scheme", "Credential", "Where", "What"], schemes))
        }
    }
}

fn code(text: &str) -> Markup {
    html! { code { (text) } }
}

/// A table, which scrolls where it is too wide.
fn table<const N: usize>(heads: [&str; N], rows: impl Iterator<Item = [Markup; N]>) -> Markup {
    let heads = html! { tr { @for head in heads { th scope="col" { (head) } } } };
    let rows = html! { @for row in rows { tr { @for cell in row { td { (cell) } } } } };
    html! { div.wide { table { thead { (heads) } tbody { (rows) } } } }
}

#[cfg(test)]
mod tests;
