//! Edits that add, or that loosen what is asked and tighten what is promised.

use super::edit::{Row, check};
use crate::diff::change::Severity::Minor;

const LIST: &str = "listThings (GET /things)";
const GET: &str = "getThing (GET /things/{id})";

#[test]
fn what_is_new_breaks_nobody() {
    let operation = "    delete:\n      operationId: deleteThing\n      security: *schemes\n      \
                     responses: {}\ncomponents:\n";
    let rows: [Row<'_>; 12] = [
        (
            "operation",
            &[("components:\n", operation)],
            &[("operation-added", "deleteThing (DELETE /things/{id})")],
        ),
        (
            "optional parameter",
            &[(
                "- name: limit\n",
                "- name: page\n          in: query\n          schema: {type: integer}\n        - name: limit\n",
            )],
            &[("parameter-added", LIST)],
        ),
        (
            "optional property of a request",
            &[(
                "        count:\n",
                "        size:\n          type: string\n        count:\n",
            )],
            &[("property-added", "NewThing")],
        ),
        (
            "property of an answer",
            &[(
                "        made_on:\n",
                "        size:\n          type: string\n        made_on:\n",
            )],
            &[("property-added", "Thing")],
        ),
        (
            "value",
            &[("[Big, Small]", "[Big, Middle, Small]")],
            &[("value-added", "Kind")],
        ),
        (
            "value to send",
            &[("[light, dark]", "[light, dim, dark]")],
            &[("value-added", LIST)],
        ),
        (
            "error",
            &[(
                "        \"404\":\n",
                "        \"403\":\n          description: No.\n        \"404\":\n",
            )],
            &[("error-added", GET)],
        ),
        (
            "success",
            &[(
                "        \"404\":\n",
                "        \"206\":\n          description: A part.\n        \"404\":\n",
            )],
            &[("success-added", GET)],
        ),
        (
            "alternative",
            &[(
                "Show a thing\n      security: *schemes",
                "Show a thing\n      security: [{}, basic: [], bearer: [], bearerQuery: []]",
            )],
            &[("security-added", GET)],
        ),
        (
            "scheme",
            &[(
                "  schemas:\n",
                "    other: {type: http, scheme: digest}\n  schemas:\n",
            )],
            &[("scheme-added", "other")],
        ),
        (
            "server",
            &[(
                "tags:\n  - name",
                "  - url: https://test.example.org\n    description: Testing\ntags:\n  - name",
            )],
            &[("server-added", "Testing")],
        ),
        (
            "header",
            &[(
                "          headers:\n            X-Total:",
                "          headers:\n            X-Page:\n              schema: {type: integer}\n            X-Total:",
            )],
            &[("header-added", LIST)],
        ),
    ];
    for (name, edits, expected) in rows {
        check(name, edits, Minor, expected);
    }
}

#[test]
fn what_asks_less_or_promises_more_breaks_nobody() {
    let rows: [Row<'_>; 10] = [
        (
            "looser limit",
            &[("maxLength: 255", "maxLength: 300")],
            &[("limit-loosened", "NewThing")],
        ),
        (
            "no limit",
            &[("            maximum: 100\n", "")],
            &[("limit-loosened", LIST)],
        ),
        (
            "no longer asked for",
            &[("required: [name, secret]", "required: [name]")],
            &[("property-optional", "NewThing")],
        ),
        (
            "always there",
            &[("required: [id, name]", "required: [id, name, made_on]")],
            &[("property-required", "Thing")],
        ),
        (
            "null is taken",
            &[(
                "          type: integer\n          format: int64\n",
                "          type: integer\n          format: int64\n          nullable: true\n",
            )],
            &[("nullable-added", "NewThing")],
        ),
        (
            "a property that is always there",
            &[
                ("required: [id, name]", "required: [id, name, size]"),
                (
                    "        made_on:\n",
                    "        size:\n          type: string\n        made_on:\n",
                ),
            ],
            &[("property-added", "Thing")],
        ),
        (
            "never null",
            &[(
                "          type: string\n          nullable: true\n        kind:",
                "          type: string\n        kind:",
            )],
            &[("nullable-removed", "Thing")],
        ),
        (
            "an error less",
            &[(
                "        \"404\":\n          description: No such thing.\n          content:\n            application/json:\n              schema:\n                $ref: \"#/components/schemas/Error\"\n",
                "",
            )],
            &[("error-removed", GET)],
        ),
        (
            "parameter optional",
            &[(
                "          required: true\n          schema:\n            type: string\n            enum",
                "          schema:\n            type: string\n            enum",
            )],
            &[("parameter-optional", LIST)],
        ),
        (
            "body optional",
            &[(
                "      requestBody:\n        required: true\n",
                "      requestBody:\n",
            )],
            &[("body-optional", "createThing (POST /things)")],
        ),
    ];
    for (name, edits, expected) in rows {
        check(name, edits, Minor, expected);
    }
}
