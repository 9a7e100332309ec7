//! References that may be null, written out: under `allOf` a schema refuses null, whatever stands beside it.

use super::COMPONENTS;
use super::asyncapi::references;
use crate::node::Node;

/// The contract with the schema in the place of each reference to it that may be null, and without
/// the schemas that nothing refers to after that.
pub(crate) fn written_out(contract: &Node) -> Node {
    let mut written = contract.clone();
    write(&mut written, contract.down(&["components", "schemas"]), &[]);
    let used = references(&written);
    if let Some(schemas) = written.entries_mut(&["components", "schemas"]) {
        schemas.retain(|(name, _)| used.contains(name));
    }
    written
}

/// Does so in a part, which stands inside the schemas of these names.
fn write(part: &mut Node, schemas: &Node, inside: &[&str]) {
    let target = part.down(&["allOf"]).items().first();
    let name = target.and_then(|it| it.str("$ref").strip_prefix(COMPONENTS));
    let name = name
        .filter(|it| part.is("nullable") && !inside.contains(it))
        .map(str::to_owned);
    let inside = [inside, name.as_deref().as_slice()].concat();
    if let (Some(name), Node::Map(own)) = (&name, &mut *part) {
        let mut schema = schemas.down(&[name]).entries().to_vec();
        // What has no type takes null anyway.
        let is_typed = schema.iter().any(|(key, _)| key == "type");
        own.retain(|(key, _)| key != "allOf" && (is_typed || key != "nullable"));
        schema.retain(|(key, _)| own.iter().all(|(it, _)| it != key));
        own.splice(..0, schema);
    }
    match part {
        Node::Scalar(_) => {}
        Node::List(items) => items.iter_mut().for_each(|it| write(it, schemas, &inside)),
        Node::Map(entries) => entries
            .iter_mut()
            .for_each(|(_, it)| write(it, schemas, &inside)),
    }
}

#[cfg(test)]
mod tests {
    use opentact_codegen::Document;

    use super::*;

    #[test]
    fn a_reference_that_may_be_null_becomes_the_schema_and_others_stay() {
        let node = |text: &str| Node::of(&Document::parse("x.yaml", text).unwrap());
        let to = "allOf: [{$ref: '#/components/schemas/";
        let contract = node(&format!(
            "a: {{{to}Kind'}}], nullable: true, title: B}}\nb: {{{to}Any'}}], nullable: true}}\nc: {{{to}Own'}}]}}\n\
             components: {{schemas: {{Own: {{}}, Any: {{title: A}}, Kind: {{title: A, type: string}}}}}}"
        ));
        let expected = node(&format!(
            "a: {{type: string, nullable: true, title: B}}\nb: {{title: A}}\nc: {{{to}Own'}}]}}\n\
             components: {{schemas: {{Own: {{}}}}}}"
        ));
        assert_eq!(written_out(&contract), expected);
    }
}
