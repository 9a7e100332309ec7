//! Vectors for what clients get wrong: other characters than letters, and the derivation of HA1B.

use md5::{Digest, Md5};
use opentact_codegen::Document;

use super::calls;
use super::request::{Credential, vector};
use crate::error::Error;
use crate::node::Node;
use crate::operations::{Operation, operations};
use crate::schemes::{Place, Scheme};

/// A password that has a colon and characters outside ASCII.
const PASSWORD: &str = "pä:ss wörd€";
/// A path parameter with whatever means something in a URL.
const SEGMENT: &str = "a/b?c#d%2e+é ;=&@~";
/// A query value with whatever means something in a query.
const VALUE: &str = "a+b/c=d&e%20f#g;h~";
/// The scheme's kind whose text is derived from three others.
const HA1B: &str = "ha1b";

/// All of them.
pub(super) fn encodings(
    document: &Document,
    contract: &Node,
    schemes: &[Scheme],
) -> Result<Vec<Node>, Error> {
    let operations = operations(contract);
    let mut all = Vec::new();
    for scheme in schemes {
        let accepts = |it: &&Operation<'_>| it.security().contains(&scheme.name.as_str());
        let Some(operation) = operations.iter().find(accepts) else {
            continue;
        };
        let Some((_, call)) = calls(document, contract, operation)?.into_iter().next() else {
            continue;
        };
        let mut add = |what: &str, credential: Credential<'_>| {
            let name = format!("{what} by {}", scheme.name);
            all.push(vector(&name, operation, Some(&credential), &call));
        };
        if scheme.kind == HA1B {
            add("a derived HA1B", derived(scheme));
        }
        match scheme.place {
            Place::Basic => add("odd characters", Credential::basic(scheme, PASSWORD)),
            Place::Query(_) => add("odd characters", Credential::value(scheme, VALUE)),
            Place::Bearer | Place::Header(_) => {}
        }
    }
    for operation in &operations {
        let scheme = operation.schemes(schemes).into_iter().next();
        let texts: Vec<&str> = operation
            .parameters()
            .into_iter()
            .filter(|it| it.str("in") == "path" && takes_any_text(it))
            .map(|it| it.str("name"))
            .collect();
        let (Some(scheme), false) = (scheme, texts.is_empty()) else {
            continue;
        };
        let Some((_, mut call)) = calls(document, contract, operation)?.into_iter().next() else {
            continue;
        };
        for (name, value) in &mut call.path {
            if texts.contains(&name.as_str()) {
                SEGMENT.clone_into(value);
            }
        }
        let name = format!("odd characters in the path of {}", operation.id());
        let credential = Credential::plain(scheme);
        all.push(vector(&name, operation, Some(&credential), &call));
    }
    Ok(all)
}

fn takes_any_text(parameter: &Node) -> bool {
    let schema = parameter.down(&["schema"]);
    schema.str("type") == "string" && matches!(schema.str("format"), "" | "password")
}

/// HA1B of a SIP user: the MD5 of `login@domain:domain:password`, in hexadecimal.
fn derived(scheme: &Scheme) -> Credential<'_> {
    let (login, domain, password) = ("1000", "example.sip.opentact.org", "secret");
    let digest = Md5::digest(format!("{login}@{domain}:{domain}:{password}"));
    let inputs = [("login", login), ("domain", domain), ("password", password)];
    Credential {
        scheme,
        inputs: inputs.map(|(name, value)| (name, value.to_owned())).into(),
        text: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::contract;
    use crate::schemes::schemes;

    #[test]
    fn ha1b_is_the_one_that_everybody_computes() {
        let schemes = schemes(&contract(crate::root()));
        assert_eq!(
            derived(&schemes[0]).text,
            "ac53757424660e71734ca0e929d6fa62"
        );
    }
}
