//! The guide to the published files, in which the measured results of others are kept.

use super::{Marks, between, replaced};
use crate::error::Error;
use crate::files::Derived;

/// The guide, from the workspace's folder.
pub(crate) const README: &str = "openapi/published/README.md";

const TEMPLATE: &str = include_str!("readme.md");
const GENERATORS: Marks = Marks("generators");

/// The guide, with the section about generators as it stands in the present one.
pub(crate) fn readme(present: Option<&str>) -> Result<Derived, Error> {
    let measured = present.and_then(|page| between(page, GENERATORS));
    let page = replaced(README, TEMPLATE, GENERATORS, measured.unwrap_or_default())?;
    Ok(Derived::new(README, page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_measured_is_kept_and_the_rest_is_not() {
        let first = readme(None).unwrap().text;
        let measured = "<!-- generators:begin -->\n| it | works |\n";
        let edited = first.replace("<!-- generators:begin -->\n", measured);
        let again = readme(Some(&format!("by hand\n{edited}"))).unwrap().text;
        assert_eq!(again, edited);
    }
}
