//! Names of the contract as SQL has them.

use crate::contract::{Resource, Stamp};

/// The table of a resource.
pub(super) fn table(resource: &Resource) -> String {
    quoted(&format!("kept {}", resource.name))
}

/// What a property is called in the table of its resource: a column, or a part of the body.
pub(super) fn column(resource: &Resource, property: &str) -> String {
    let shown = resource.shows.iter().find(|it| it.name == property);
    match shown.map(|it| it.stamp) {
        Some(Stamp::Created) => "created".to_owned(),
        Some(Stamp::Modified) => "modified".to_owned(),
        _ if property == resource.key => "key".to_owned(),
        _ => format!(
            "json_extract(body, {})",
            text(&format!("$.{}", quoted(property)))
        ),
    }
}

pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

pub(super) fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
