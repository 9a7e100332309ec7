//! The tables in the guide to the contract that follow from the contract and its dialect.

use opentact_codegen::extensions::extensions_table;

use crate::error::Error;
use crate::files::Derived;
use crate::node::Node;
use crate::operations::operations;
use crate::published::replaced;
use crate::schemes::schemes;

/// The guide, from the workspace's folder.
pub(crate) const GUIDE: &str = "openapi/README.md";

/// The guide with its tables as the contract gives them.
pub(crate) fn guide(page: &str, contract: &Node) -> Result<Derived, Error> {
    let page = replaced(GUIDE, page, "contract:schemes", &schemes_table(contract))?;
    let page = replaced(
        GUIDE,
        &page,
        "contract:operations",
        &operations_table(contract),
    )?;
    let page = replaced(GUIDE, &page, "contract:extensions", &extensions_table())?;
    Ok(Derived::new(GUIDE, page))
}

/// The security schemes as a table.
fn schemes_table(contract: &Node) -> String {
    let rows = schemes(contract).into_iter().map(|it| {
        let (place, description) = (cell(&it.place.to_string()), cell(&it.description));
        format!(
            "| `{}` | {} | {place} | {description} |\n",
            it.name, it.kind
        )
    });
    let head = "| scheme | credential | where | what |\n| --- | --- | --- | --- |\n";
    head.to_owned() + &rows.collect::<String>()
}

fn operations_table(contract: &Node) -> String {
    let count = schemes(contract).len();
    let rows = operations(contract).into_iter().map(|operation| {
        let security = operation.security();
        let security = match security.len() {
            0 => "none".to_owned(),
            all if all == count => format!("all {count}"),
            _ => format!("`{}`", security.join("`, `")),
        };
        let answers: Vec<&str> = operation.answers().iter().map(|it| it.0).collect();
        let (id, method, path) = (operation.id(), operation.method(), operation.path);
        let (evidence, answers) = (operation.node.str("x-evidence"), answers.join(", "));
        format!("| `{id}` | `{method} {path}` | {evidence} | {security} | {answers} |\n")
    });
    let head = "| operation | request | evidence | schemes | answers |\n";
    format!(
        "{head}| --- | --- | --- | --- | --- |\n{}",
        rows.collect::<String>()
    )
}

/// A text as one cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
