//! The guide to the published files, with what was measured of other languages' generators.

use super::{FOLDER, replaced};
use crate::error::Error;
use crate::files::Derived;
use crate::generators;

const TEMPLATE: &str = include_str!("readme.md");

/// The guide, with its table of generators.
pub(crate) fn readme() -> Result<Derived, Error> {
    let table = generators::table()?;
    let page = replaced("readme.md", TEMPLATE, "generators", &table)?;
    Ok(Derived::new(format!("{FOLDER}/README.md"), page))
}
