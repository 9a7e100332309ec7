//! A step in the flow of a call.

use std::fmt;

use serde::Deserialize;

use super::call::Call;
use super::lossy_text::lossy_text;
use crate::Unrecognized;

/// A command of a call's flow that was carried out, and the call.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CallFlow {
    /// The command.
    pub command: Option<FlowCommand>,
    /// The call, in the form of 2022.
    pub call: Option<Call>,
}

/// A command of a call's flow and how it went.
#[derive(Clone, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FlowCommand {
    /// Its name, for instance `Answer`.
    pub name: Option<String>,
    /// Whether it succeeded.
    pub success: Option<bool>,
    /// Why, for people.
    #[serde(default, deserialize_with = "lossy_text")]
    pub reason: Option<String>,
    /// Where it stands in the flow, for instance `Answer[0]`.
    pub path: Option<String>,
    /// The commands inside it.
    pub children: Option<Vec<Self>>,
    /// What went wrong, in a form that is not documented.
    pub error: Option<Vec<Unrecognized>>,
}

impl fmt::Debug for FlowCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FlowCommand")
            .field("name", &self.name)
            .field("success", &self.success)
            .field("path", &self.path)
            .field("children", &self.children)
            .finish_non_exhaustive()
    }
}
