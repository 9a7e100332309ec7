//! Wire vectors: the exact request for each operation with each credential in each place, for clients in any language.

mod encodings;
mod request;

use opentact_codegen::Document;

use crate::error::Error;
use crate::files::Derived;
use crate::node::Node;
use crate::operations::{Operation, examples, media, operations};
use crate::published::{COMMENT, to_json};
use crate::schemes::{Place, Scheme, schemes};
pub(crate) use request::percent_encoded;
use request::{Call, Credential, vector};

/// The folder of the vectors; its README.md explains them.
pub(crate) const FOLDER: &str = "tests/vectors";

/// A file for each operation, and one for what needs care in encoding.
pub(crate) fn vectors(document: &Document, contract: &Node) -> Result<Vec<Derived>, Error> {
    let schemes = schemes(contract);
    let mut files = Vec::new();
    for operation in operations(contract) {
        let calls = calls(document, contract, &operation)?;
        let credentials = operation.schemes(&schemes);
        let mut credentials: Vec<_> = credentials.into_iter().map(Some).collect();
        if credentials.is_empty() {
            credentials.push(None);
        }
        let mut all = Vec::new();
        for scheme in credentials {
            let credential = scheme.map(Credential::plain);
            let how = match scheme {
                Some(scheme) => format!("by {}", scheme.name),
                None => "without a credential".to_owned(),
            };
            for (suffix, call) in &calls {
                let name = format!("{} {how}{suffix}", operation.id());
                all.push(vector(&name, &operation, credential.as_ref(), call));
            }
        }
        files.push(file(operation.id(), &schemes, all));
    }
    let encodings = encodings::encodings(document, contract, &schemes)?;
    files.push(file("encodings", &schemes, encodings));
    Ok(files)
}

fn file(name: &str, schemes: &[Scheme], vectors: Vec<Node>) -> Derived {
    let tree = Node::map([
        ("$comment", Node::text(COMMENT)),
        ("places", places(schemes)),
        ("vectors", Node::List(vectors)),
    ]);
    Derived::new(format!("{FOLDER}/{name}.json"), to_json(&tree))
}

/// Every place that a credential can be in: a request fills one of them.
fn places(schemes: &[Scheme]) -> Node {
    let (mut headers, mut query) = (Vec::new(), Vec::new());
    for scheme in schemes {
        let (list, name) = match &scheme.place {
            Place::Basic | Place::Bearer => (&mut headers, "Authorization"),
            Place::Header(name) => (&mut headers, name.as_str()),
            Place::Query(name) => (&mut query, name.as_str()),
        };
        if !list.contains(&Node::text(name)) {
            list.push(Node::text(name));
        }
    }
    Node::map([
        ("headers", Node::List(headers)),
        ("query", Node::List(query)),
    ])
}

/// The calls of an operation that the contract shows: one for each example of its body.
fn calls(
    document: &Document,
    contract: &Node,
    operation: &Operation<'_>,
) -> Result<Vec<(String, Call)>, Error> {
    let (mut path, mut query) = (Vec::new(), Vec::new());
    for parameter in operation.parameters() {
        let name = parameter.str("name");
        let filled = match parameter.str("in") {
            "path" => &mut path,
            "query" if parameter.get("required").is_some() => &mut query,
            _ => continue,
        };
        let Some(Node::Scalar(example)) = parameter.get("example") else {
            let what = format!("the parameter `{name}`");
            return Err(lacking(document, operation, &what));
        };
        let text = example.as_str().map(str::to_owned);
        filled.push((name.to_owned(), text.unwrap_or_else(|| example.to_string())));
    }
    let call = |body| Call {
        path: path.clone(),
        query: query.clone(),
        body,
    };
    let Some(body) = operation.body().and_then(media) else {
        return Ok(vec![(String::new(), call(None))]);
    };
    let examples = examples(contract, body);
    if examples.is_empty() {
        return Err(lacking(document, operation, "the body"));
    }
    let is_only = examples.len() == 1;
    let calls = examples.into_iter().map(|(name, _, value)| {
        let suffix = if is_only {
            String::new()
        } else {
            format!(", {name}")
        };
        (suffix, call(Some(value.clone())))
    });
    Ok(calls.collect())
}

fn lacking(document: &Document, operation: &Operation<'_>, what: &str) -> Error {
    let (origin, position) = document.place(&operation.pointer());
    let (id, method, path) = (operation.id(), operation.method(), operation.path);
    Error::Findings(format!(
        "{origin}:{position}: {id} ({method} {path}): {what} has no example; give it one, the wire vectors need it"
    ))
}
