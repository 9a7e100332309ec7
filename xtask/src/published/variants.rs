//! Variants of the contract that offer fewer credentials, for generators that fill every place they see.

use std::collections::BTreeSet;

use crate::node::Node;
use crate::schemes::{Place, Scheme, schemes};

/// What a person calls who has a password and no token yet.
const BY_PASSWORD: [&str; 2] = ["authenticate", "createToken"];

/// Each credential in a header and nowhere else.
pub(crate) fn headers(contract: &Node) -> Node {
    let note = "This variant of the document leaves out the credentials in the query.";
    narrowed(contract, note, |_, offered| {
        offered.retain(|it| !matches!(it.place, Place::Query(_)));
    })
}

/// One credential for each operation: Basic for what comes before a token, and Bearer.
pub(crate) fn simple(contract: &Node) -> Node {
    let note = "This variant of the document shows one credential for each operation: the e-mail address and \
                password as Basic to log in and to create a token, and that token as Bearer for all else.";
    narrowed(contract, note, one_of)
}

/// Leaves one of the credentials that an operation takes, if it takes any.
pub(crate) fn one_of(id: &str, offered: &mut Vec<&Scheme>) {
    let wanted = match BY_PASSWORD.contains(&id) {
        true => Place::Basic,
        false => Place::Bearer,
    };
    // Without any the operation would be public.
    offered.sort_by_key(|it| (it.place != wanted, matches!(it.place, Place::Query(_))));
    offered.truncate(1);
}

/// The contract with those of its schemes that are chosen for an operation, by its id.
fn narrowed(contract: &Node, note: &str, choose: fn(&str, &mut Vec<&Scheme>)) -> Node {
    let schemes = schemes(contract);
    let mut variant = contract.clone();
    let mut left = BTreeSet::new();
    let items = variant.entries_mut(&["paths"]).into_iter().flatten();
    for (_, item) in items {
        for (_, operation) in item.entries_mut(&[]).into_iter().flatten() {
            let id = operation.str("operationId").to_owned();
            let Some(Node::List(alternatives)) = operation.get_mut("security") else {
                continue;
            };
            let is_in = |it: &Node, scheme: &Scheme| it.get(&scheme.name).is_some();
            let offered = |scheme: &&Scheme| alternatives.iter().any(|it| is_in(it, scheme));
            let mut chosen = schemes.iter().filter(offered).collect();
            choose(&id, &mut chosen);
            alternatives.retain(|it| chosen.iter().any(|scheme| is_in(it, scheme)));
            left.extend(chosen.iter().map(|it| it.name.clone()));
        }
    }
    if let Some(all) = variant.entries_mut(&["components", "securitySchemes"]) {
        all.retain(|(name, _)| left.contains(name));
    }
    let text = variant
        .get_mut("info")
        .and_then(|it| it.get_mut("description"));
    if let Some(text) = text {
        *text = Node::text(format!("{}\n\n{note}", text.as_str().unwrap_or_default()));
    }
    variant
}

#[cfg(test)]
mod tests {
    use opentact_codegen::{Document, Finding, lint};

    use super::*;
    use crate::operations::operations;
    use crate::published::to_json;
    use crate::regen::contract;

    #[test]
    fn each_operation_has_the_credentials_of_the_variant_and_the_dialect_is_kept() {
        let contract = contract(crate::root());
        for variant in [headers(&contract), simple(&contract)] {
            let document = Document::parse("x.json", &to_json(&variant)).unwrap();
            // What shapes the SDK's calls is not published.
            let others = |it: &Finding| !it.rule.starts_with("call-");
            assert_eq!(lint(&document).into_iter().find(others), None);
            let text = variant.down(&["info"]).str("description");
            assert!(text.contains("\n\nThis variant of the document "));
        }
        let all = ["basic", "bearer", "jwt", "google", "facebook", "ha1b"];
        for operation in operations(&headers(&contract)) {
            assert_eq!(operation.security(), all, "{}", operation.id());
        }
        for operation in operations(&simple(&contract)) {
            let place = usize::from(!BY_PASSWORD.contains(&operation.id()));
            assert_eq!(operation.security(), [all[place]], "{}", operation.id());
        }
    }

    #[test]
    fn what_takes_neither_keeps_a_credential_and_what_is_public_stays_so() {
        let text = "\
paths:
  /a: {get: {operationId: own, security: [{q: []}, {h: []}]}}
  /b: {get: {operationId: open, security: []}}
components: {securitySchemes: {q: {type: apiKey, in: query, name: q}, h: {type: apiKey, in: header, name: H}}}
";
        let contract = Node::of(&Document::parse("x.yaml", text).unwrap());
        let variant = simple(&contract);
        let security: Vec<_> = operations(&variant)
            .iter()
            .map(|it| it.security())
            .collect();
        assert_eq!(security, [&["h"][..], &[]]);
    }
}
