//! The operations of the contract, in its order, with references followed.

use crate::node::{Node, child};
use crate::schemes::Scheme;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// An operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Operation<'c> {
    contract: &'c Node,
    item: &'c Node,
    /// The operation object.
    pub(crate) node: &'c Node,
    /// The path template.
    pub(crate) path: &'c str,
    method: &'c str,
}

/// The operations of a contract that has passed the lint.
pub(crate) fn operations(contract: &Node) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (path, item) in contract.down(&["paths"]).entries() {
        for (method, node) in item.entries() {
            if METHODS.contains(&method.as_str()) {
                found.push(Operation {
                    contract,
                    item,
                    node,
                    path,
                    method,
                });
            }
        }
    }
    found
}

impl<'c> Operation<'c> {
    /// `operationId`.
    pub(crate) fn id(&self) -> &'c str {
        self.node.str("operationId")
    }

    /// Where it stands in the document.
    pub(crate) fn pointer(&self) -> String {
        child(&child("/paths", self.path), self.method)
    }

    /// The method in capitals.
    pub(crate) fn method(&self) -> String {
        self.method.to_uppercase()
    }

    /// The names of the schemes that it takes, in the order of the contract.
    pub(crate) fn security(&self) -> Vec<&'c str> {
        let own = self.node.get("security");
        own.or_else(|| self.contract.get("security"))
            .into_iter()
            .flat_map(Node::items)
            .flat_map(Node::entries)
            .map(|(name, _)| name.as_str())
            .collect()
    }

    /// Those of all schemes that it takes.
    pub(crate) fn schemes<'s>(&self, all: &'s [Scheme]) -> Vec<&'s Scheme> {
        let accepted = self.security();
        all.iter()
            .filter(|it| accepted.contains(&it.name.as_str()))
            .collect()
    }

    /// The parameters of the path and of the operation itself.
    pub(crate) fn parameters(&self) -> Vec<&'c Node> {
        [self.item, self.node]
            .into_iter()
            .flat_map(|owner| owner.down(&["parameters"]).items())
            .map(|parameter| resolved(self.contract, parameter))
            .collect()
    }

    /// What holds the request's body, if there is one.
    pub(crate) fn body(&self) -> Option<&'c Node> {
        let body = self.node.get("requestBody")?;
        Some(resolved(self.contract, body))
    }

    /// The media type of a success, where it is not JSON.
    pub(crate) fn download(&self) -> Option<&'c str> {
        let mut successes = self
            .answers()
            .into_iter()
            .filter(|it| it.0.starts_with('2'));
        let kind = media_type(successes.next()?.1);
        Some(kind).filter(|it| !["", "application/json"].contains(it))
    }

    /// The answers by their status, references followed.
    pub(crate) fn answers(&self) -> Vec<(&'c str, &'c Node)> {
        let answers = self.node.down(&["responses"]).entries().iter();
        answers
            .map(|(status, answer)| (status.as_str(), resolved(self.contract, answer)))
            .collect()
    }
}

/// What a body or an answer is, with schema and examples: the lint lets it have one media type.
pub(crate) fn media(owner: &Node) -> Option<&Node> {
    Some(&owner.get("content")?.entries().first()?.1)
}

/// The name of that media type; empty where nothing is sent.
pub(crate) fn media_type(owner: &Node) -> &str {
    let all = owner.down(&["content"]).entries();
    all.first().map_or("", |(name, _)| name)
}

/// The examples of a media type: name, summary and value.
pub(crate) fn examples<'c>(
    contract: &'c Node,
    media: &'c Node,
) -> Vec<(&'c str, &'c str, &'c Node)> {
    let named = media.down(&["examples"]).entries().iter();
    named
        .map(|(name, example)| (name.as_str(), resolved(contract, example)))
        .filter_map(|(name, example)| Some((name, example.str("summary"), example.get("value")?)))
        .collect()
}

/// What a reference names; anything else is itself.
pub(crate) fn resolved<'c>(contract: &'c Node, node: &'c Node) -> &'c Node {
    let Some(reference) = node.get("$ref").and_then(Node::as_str) else {
        return node;
    };
    let keys: Vec<String> = reference
        .trim_start_matches("#/")
        .split('/')
        .map(|key| key.replace("~1", "/").replace("~0", "~"))
        .collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    // The lint lets no reference go in a circle.
    resolved(contract, contract.down(&keys))
}
