//! `cargo xtask regen`: every committed file that follows from the contract, all of them or none.

use std::path::Path;

use opentact_codegen::Document;

use crate::error::Error;
use crate::files::{Change, Derived, read, replace_all};
use crate::node::Node;
use crate::published::{self, Schemas};
use crate::{examples, guide, surface, vectors};

/// The contract, from the workspace's folder.
pub(crate) const CONTRACT: &str = "openapi/opentact.yaml";
const CLIENT: &str = "crates/opentact-client/src/generated.rs";

/// Regenerates what is committed under `root`, or only says whether that is due; the answer has
/// one line for each file.
pub(crate) fn regen(root: &Path, check: bool) -> Result<String, Error> {
    let ask = |models: &'static _| published::ask(root, models);
    regen_with(root, check, &ask)
}

/// The same, with somebody to ask for the schemas of the models.
fn regen_with(root: &Path, check: bool, ask: &published::Ask<'_>) -> Result<String, Error> {
    let (mut files, [api, events]) = derive(root)?;
    let mut report = Vec::new();
    // To know the text something would have to be built, which a check spares.
    let mut made = |schemas| match schemas {
        Schemas::Due { path, .. } if check => {
            report.push((path, "stale (it is not what its sources give)".to_owned()));
            Ok(None)
        }
        schemas => schemas.made(ask).map(Some),
    };
    files.extend(made(api)?);
    if let Some(events) = made(events)? {
        files.push(published::asyncapi(root, &published::definitions(&events))?);
        files.push(events);
    }
    let mut changed = Vec::new();
    for file in &files {
        let change = Change::of(root, file)?;
        let line = match change {
            Change::Unchanged => change.to_string(),
            Change::Lines { .. } if check => format!("stale ({change})"),
            Change::Lines { .. } => format!("rewritten ({change})"),
        };
        if change != Change::Unchanged {
            changed.push(file);
        }
        report.push((file.path.clone(), line));
    }
    let text = |only: &dyn Fn(&str) -> bool| {
        let lines = report.iter().filter(|(_, line)| only(line));
        let lines = lines.map(|(path, line)| format!("{path}: {line}"));
        lines.collect::<Vec<_>>().join("\n")
    };
    if check {
        let stale = text(&|line| line != Change::Unchanged.to_string());
        if !stale.is_empty() {
            return Err(Error::Stale(stale));
        }
    } else {
        replace_all(root, &changed)?;
    }
    Ok(text(&|_| true))
}

/// Everything that follows from the contract; nothing is written.
fn derive(root: &Path) -> Result<(Vec<Derived>, [Schemas; 2]), Error> {
    let yaml = read(root, CONTRACT)?;
    let generated = opentact_codegen::generate(CONTRACT, &yaml).map_err(Error::Contract)?;
    let document = Document::parse(CONTRACT, &yaml).map_err(Error::Contract)?;
    examples::check(&document)?;
    let contract = Node::of(&document);
    let api = published::schemas(root, &published::API, &generated)?;
    let events = published::schemas(root, &published::EVENTS, &generated)?;
    let surface = surface::surface(&generated)?;
    let mut files = vec![
        Derived::new(CLIENT, generated),
        Derived::new(surface::SURFACE, surface),
    ];
    files.extend(published::published(&contract));
    files.push(published::readme()?);
    files.extend(vectors::vectors(&contract)?);
    files.push(guide::guide(&read(root, guide::GUIDE)?, &contract)?);
    Ok((files, [api, events]))
}

/// The contract as it is in the workspace, for tests of what follows from it.
#[cfg(test)]
pub(crate) fn contract(root: &Path) -> Node {
    let yaml = read(root, CONTRACT).unwrap();
    Node::of(&Document::parse(CONTRACT, &yaml).unwrap())
}

#[cfg(test)]
mod tests;
