//! The published contract as a tree, in which references are followed.

use serde_json::Value;

/// The contract as others get it; that it is the one maintained by hand is tested elsewhere.
const PUBLISHED: &str = include_str!("../../../openapi/published/opentact.json");

/// The document.
#[derive(Debug)]
pub(crate) struct Contract(Value);

impl Contract {
    /// Reads the published document.
    #[expect(
        clippy::expect_used,
        reason = "without a contract nothing can be judged"
    )]
    pub(crate) fn published() -> Self {
        Self(serde_json::from_str(PUBLISHED).expect("the published contract is JSON"))
    }

    /// The whole document.
    pub(crate) const fn document(&self) -> &Value {
        &self.0
    }

    /// What a part stands for: the target if it is a reference.
    pub(crate) fn follow<'c>(&'c self, part: &'c Value) -> &'c Value {
        let mut part = part;
        while let Some(target) = part["$ref"]
            .as_str()
            .and_then(|reference| self.0.pointer(reference.strip_prefix('#')?))
        {
            part = target;
        }
        part
    }
}
