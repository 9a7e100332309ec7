//! How findings read.

use opentact_codegen::generate;

use crate::edit::edited;

fn message(edits: &[(&str, &str)]) -> String {
    generate("openapi/opentact.yaml", &edited(edits))
        .unwrap_err()
        .to_string()
}

#[test]
fn a_default_response() {
    insta::assert_snapshot!(message(&[("        \"400\":", "        default:")]), @"
    openapi/opentact.yaml:56:9: createThing (POST /rest/thing): a `default` response beside others [no-default-response]; declare the exact codes that the server answers with
    1 finding
    ");
}

#[test]
fn a_scheme_that_cannot_be_carried_out() {
    insta::assert_snapshot!(message(&[("scheme: basic", "scheme: digest")]), @"
    openapi/opentact.yaml:107:5: basic: the HTTP scheme `digest` cannot be carried out [scheme-supported]; declare http basic, http bearer, or an apiKey in header or query
    1 finding
    ");
}

#[test]
fn several_findings() {
    insta::assert_snapshot!(message(&[
        ("operationId: deleteAllThings", "operationId: create_thing"),
        ("          format: password\n", ""),
    ]), @"
    openapi/opentact.yaml:64:7: create_thing (DELETE /rest/thing/all): the operation id becomes the same name as `createThing` [operation-id-unique]; write an `operationId` of its own, in letters and digits, such as `createToken`
    openapi/opentact.yaml:189:9: Thing: `token` has the name of a secret and is plain text [secret-format]; give it `format: password`
    2 findings
    ");
}
