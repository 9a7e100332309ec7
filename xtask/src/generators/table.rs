//! What was measured, as a table for people.

use std::path::Path;

use super::catalog::Generator;
use super::failure::Failure;
use super::install::version;
use super::place::{Document, SCRIPTS};
use super::steps::{Measured, STEPS, Seen};

/// The head of the table.
pub(super) const HEAD: &str = "\
| language | generator | name | headers: steps | places | full: steps | places |
| --- | --- | --- | --- | --- | --- | --- |
";

/// The row of a generator that was tried.
pub(super) fn row(
    root: &Path,
    generator: &Generator,
    measured: &[(Document, Measured)],
) -> Result<String, Failure> {
    let cell = |(_, measured): &(Document, Measured)| {
        let (passed, of, most) = (measured.passed(), STEPS.len(), places(measured.most));
        format!(" {passed}/{of} | {most} |")
    };
    let cells: String = measured.iter().map(cell).collect();
    Ok(format!("{}{cells}\n", head(root, generator)?))
}

/// The row of a generator that could not be tried.
pub(super) fn failed_row(root: &Path, generator: &Generator) -> Result<String, Failure> {
    Ok(format!("{} – | – | – | – |\n", head(root, generator)?))
}

fn head(root: &Path, generator: &Generator) -> Result<String, Failure> {
    let Generator {
        name,
        language,
        tools,
        ..
    } = generator;
    let mut told = Vec::new();
    for tool in *tools {
        let version = version(&root.join(SCRIPTS).join(tool.pins), tool.package)?;
        told.push(format!("{} {version}", tool.shown));
    }
    let told = told.join(", ");
    Ok(format!("| {language} | {told} | `{name}` |"))
}

fn places(seen: Seen) -> String {
    match (seen.places, seen.in_url) {
        (places, 0) => places.to_string(),
        (places, in_url) => format!("**{places}**, {in_url} in the URL"),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::catalog::CATALOG;
    use super::super::expected::Expected;
    use super::*;

    /// What stands between the marks in a README.
    fn told(file: &str) -> String {
        let text = fs::read_to_string(crate::root().join(file)).unwrap();
        let (_, text) = text.split_once("<!-- generators:begin -->\n").unwrap();
        let (text, _) = text.split_once("<!-- generators:end -->").unwrap();
        text.to_owned()
    }

    #[test]
    fn both_readmes_have_the_table_that_is_expected() {
        let root = crate::root();
        let expected = Expected::read(root).unwrap();
        let mut table = HEAD.to_owned();
        for generator in CATALOG {
            let of = |document| (document, expected.of(generator.name, document));
            table.push_str(&row(root, generator, &Document::ALL.map(of)).unwrap());
        }
        let here = told("tests/generators/README.md");
        assert!(here.contains(&table), "the table should be:\n{table}");
        assert_eq!(here, told("openapi/published/README.md"));
    }
}
