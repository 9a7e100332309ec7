//! The variant of the contract in which a credential goes into a header and nowhere else.

use crate::node::Node;

/// What the variant's own description says about it.
const NOTE: &str = "\n\nThis variant of the document leaves out the credentials in the query.";

/// The contract without the security schemes of the query.
pub(crate) fn only(contract: &Node) -> Node {
    let dropped: Vec<String> = contract
        .down(&["components", "securitySchemes"])
        .entries()
        .iter()
        .filter(|(_, scheme)| scheme.str("in") == "query")
        .map(|(name, _)| name.clone())
        .collect();
    let mut variant = contract.clone();
    if let Some(Node::Map(schemes)) = variant
        .get_mut("components")
        .and_then(|components| components.get_mut("securitySchemes"))
    {
        schemes.retain(|(name, _)| !dropped.contains(name));
    }
    without_alternatives(variant.get_mut("security"), &dropped);
    if let Some(Node::Map(paths)) = variant.get_mut("paths") {
        for (_, item) in paths {
            let Node::Map(operations) = item else {
                continue;
            };
            for (_, operation) in operations {
                without_alternatives(operation.get_mut("security"), &dropped);
            }
        }
    }
    if let Some(description) = variant
        .get_mut("info")
        .and_then(|info| info.get_mut("description"))
        && let Some(text) = description.as_str()
    {
        *description = Node::text(format!("{text}{NOTE}"));
    }
    variant
}

fn without_alternatives(security: Option<&mut Node>, dropped: &[String]) {
    if let Some(Node::List(alternatives)) = security {
        alternatives.retain(|alternative| {
            let mut schemes = alternative.entries().iter();
            !schemes.any(|(name, _)| dropped.contains(name))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::contract;

    #[test]
    fn no_scheme_of_the_query_is_left_and_every_header_is() {
        let contract = contract(crate::root());
        let variant = only(&contract);
        let schemes = variant.down(&["components", "securitySchemes"]).entries();
        assert_eq!(schemes.len(), 6);
        assert!(schemes.iter().all(|(_, it)| it.str("in") != "query"));
        for (path, item) in variant.get("paths").unwrap().entries() {
            for (method, operation) in item.entries() {
                let alternatives = operation.down(&["security"]).items();
                let names: Vec<_> = alternatives.iter().map(|it| &it.entries()[0].0).collect();
                let all: Vec<_> = schemes.iter().map(|(name, _)| name).collect();
                assert_eq!(names, all, "{method} {path}");
            }
        }
        assert!(variant.down(&["info"]).str("description").ends_with(NOTE));
    }
}
