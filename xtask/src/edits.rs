//! Edits of the contract, each tried alone, and those that are taken all at once.

use opentact_codegen::Document;
use serde_json::Value;

use crate::error::Error;

const EDITS: &str = include_str!("../fixtures/edits.yaml");
/// What an operation says where its edit says nothing else.
const OPERATION: [(&str, &str); 6] = [
    ("operationId", " tryTrial%"),
    ("tags", " [Auth]"),
    ("summary", " Try it"),
    ("x-evidence", " inferred"),
    ("security", " [{jwt: []}]"),
    (
        "responses",
        "
  \"200\":
    description: The token.
    content: {application/json: {schema: {$ref: \"#/components/schemas/TokenResponse\"}}}
  \"401\": {$ref: \"#/components/responses/Unauthorized\"}",
    ),
];

/// Additions to the contract, and what has to become of them.
#[derive(Clone)]
pub(crate) struct Edit {
    pub(crate) name: String,
    /// The message that refuses it; `None` where it is taken.
    pub(crate) refusal: Option<String>,
    /// Lines that are put after each of these.
    additions: Vec<(&'static str, String)>,
}

/// The table, in its order.
pub(crate) fn edits() -> Vec<Edit> {
    let document = Document::parse("xtask/fixtures/edits.yaml", EDITS);
    let table = document.map(|it| it.value().clone()).unwrap_or_default();
    let rows = table.as_array().into_iter().flatten();
    rows.enumerate().map(|(at, row)| edit(at, row)).collect()
}

/// The contract with everything that is taken.
pub(crate) fn all_at_once(contract: String) -> Result<String, Error> {
    let edits = edits().into_iter();
    with(contract, edits.filter(|it| it.refusal.is_none()))
}

/// The contract with the resource so many times, under names of its own from the second on.
pub(crate) fn resources(contract: String, count: usize) -> Result<String, Error> {
    let mut edits = edits().into_iter();
    let resource = edits.find(|it| it.name.starts_with("a resource"));
    let copies = resource.into_iter().flat_map(|resource| {
        (0..count).map(move |number| {
            let mut copy = resource.clone();
            for name in ["Widget", "widget"] {
                for (_, lines) in &mut copy.additions {
                    *lines = lines.replace(name, &format!("{name}{}", letters(number)));
                }
            }
            copy
        })
    });
    with(contract, copies)
}

fn with(contract: String, edits: impl IntoIterator<Item = Edit>) -> Result<String, Error> {
    edits.into_iter().try_fold(contract, |contract, edit| {
        let with = edit.apply(&contract).map(|(text, _)| text);
        with.ok_or_else(|| Error::failed(&edit.name, "the contract lacks the place for it"))
    })
}

/// A number as letters, which no conversion of cases takes apart; none for the first.
fn letters(number: usize) -> String {
    if number == 0 {
        return String::new();
    }
    let letter = |digit: usize| char::from(b'a' + u8::try_from(digit % 26).unwrap_or_default());
    [letter(number / 26), letter(number)].iter().collect()
}

fn edit(at: usize, row: &Value) -> Edit {
    let text = |key: &str| {
        let text = row.get(key).and_then(Value::as_str);
        text.map(|it| it.replace('%', &at.to_string()))
    };
    let paths = text("paths").unwrap_or_else(|| operation(at, &text));
    let mut additions = vec![("\npaths:\n", indented(&paths, 2))];
    for (key, anchor, by) in [
        ("tags", "\ntags:\n", 2),
        ("schemes", "\n  securitySchemes:\n", 4),
        ("schemas", "\n  schemas:\n", 4),
        ("responses", "\n  responses:\n", 4),
    ] {
        additions.extend(text(key).map(|it| (anchor, indented(&it, by))));
    }
    // The contract has no shared bodies.
    let bodies = text("bodies").map(|it| format!("  requestBodies:\n{}", indented(&it, 4)));
    additions.extend(bodies.map(|it| ("\ncomponents:\n", it)));
    Edit {
        name: text("edit").unwrap_or_default(),
        refusal: text("refusal"),
        additions,
    }
}

/// The path of the one operation that an edit adds.
fn operation(at: usize, text: &dyn Fn(&str) -> Option<String>) -> String {
    let path = text("path").unwrap_or_else(|| format!("/rest/trial{at}"));
    let method = text("method").unwrap_or_else(|| "get".to_owned());
    let mut operation = text("operation").unwrap_or_default();
    for (key, default) in OPERATION {
        let is_said = |line: &str| line.starts_with(&format!("{key}:"));
        if !operation.lines().any(is_said) {
            let default = default.replace('%', &at.to_string());
            operation.push_str(&format!("{key}:{default}\n"));
        }
    }
    format!("{path}:\n  {method}:\n{}", indented(&operation, 4))
}

fn indented(text: &str, by: usize) -> String {
    let lines = text.lines().map(|line| format!("{:by$}{line}\n", ""));
    lines.collect()
}

impl Edit {
    /// The contract with the additions, and the lines that they are on; `None` where it lacks their places.
    pub(crate) fn apply(&self, contract: &str) -> Option<(String, Vec<usize>)> {
        let mut text = contract.to_owned();
        let mut added = Vec::new();
        // From the last place to the first, so that no line number moves afterwards.
        let mut places = Vec::new();
        for (anchor, lines) in &self.additions {
            places.push((text.find(anchor)? + anchor.len(), lines));
        }
        places.sort_by_key(|(place, _)| std::cmp::Reverse(*place));
        for (place, lines) in places {
            let (before, count) = (text[..place].lines().count(), lines.lines().count());
            added.iter_mut().for_each(|line| *line += count);
            added.extend(before + 1..=before + count);
            text.insert_str(place, lines);
        }
        Some((text, added))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_copy_of_the_resource_has_names_of_its_own() {
        let contract = std::fs::read_to_string(crate::root().join(crate::regen::CONTRACT));
        let text = resources(contract.unwrap(), 30).unwrap();
        let mut paths: Vec<&str> = text
            .lines()
            .filter(|it| it.starts_with("  /rest/widget"))
            .collect();
        let count = paths.len();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!((count, paths.len()), (180, 180));
    }
}
