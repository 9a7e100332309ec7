//! The security schemes of the contract: which credential each carries, and where.

use std::fmt;

use crate::node::Node;

/// A security scheme.
#[derive(Clone, Debug)]
pub(crate) struct Scheme {
    /// Its name.
    pub(crate) name: String,
    /// The kind of credential that it carries.
    pub(crate) kind: String,
    /// Where it carries it.
    pub(crate) place: Place,
    /// What it is, for people.
    pub(crate) description: String,
}

/// Where a credential goes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Place {
    /// `Authorization: Basic`.
    Basic,
    /// `Authorization: Bearer`.
    Bearer,
    /// The header of that name.
    Header(String),
    /// The query parameter of that name.
    Query(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Basic => f.write_str("header `Authorization: Basic …`"),
            Self::Bearer => f.write_str("header `Authorization: Bearer …`"),
            Self::Header(name) => write!(f, "header `{name}`"),
            Self::Query(name) => write!(f, "query `{name}`"),
        }
    }
}

/// The schemes of a contract that has passed the lint, in its order.
pub(crate) fn schemes(contract: &Node) -> Vec<Scheme> {
    contract
        .down(&["components", "securitySchemes"])
        .entries()
        .iter()
        .map(|(name, scheme)| {
            let parameter = scheme.str("name").to_owned();
            let place = match (scheme.str("scheme"), scheme.str("in")) {
                (http, _) if http.eq_ignore_ascii_case("basic") => Place::Basic,
                (http, _) if http.eq_ignore_ascii_case("bearer") => Place::Bearer,
                (_, "query") => Place::Query(parameter),
                _ => Place::Header(parameter),
            };
            let kind = scheme.get("x-credential").and_then(Node::as_str);
            Scheme {
                name: name.clone(),
                kind: kind.unwrap_or(name).to_owned(),
                place,
                description: scheme.str("description").to_owned(),
            }
        })
        .collect()
}
