//! Edits of operations, credentials, servers and parameters that break callers.

use super::edit::{FIXTURE, Row, check, check_texts};
use crate::diff::change::Severity::Major;

const LIST: &str = "listThings (GET /things)";
const CREATE: &str = "createThing (POST /things)";
const GET: &str = "getThing (GET /things/{id})";

#[test]
fn names_and_addresses_of_operations() {
    check(
        "operation renamed",
        &[("operationId: getThing", "operationId: showThing")],
        Major,
        &[("operation-renamed", "showThing (GET /things/{id})")],
    );
    check(
        "operation moved",
        &[("  /things/{id}:", "  /thing/{id}:")],
        Major,
        &[("operation-moved", "getThing (GET /thing/{id})")],
    );
    check(
        "method changed",
        &[("    post:\n", "    put:\n")],
        Major,
        &[("operation-moved", "createThing (PUT /things)")],
    );
    let gone = edited_without_get();
    check_texts(
        "operation removed",
        FIXTURE,
        &gone,
        Major,
        &[("operation-removed", GET)],
    );
}

/// The fixture without its last path.
fn edited_without_get() -> String {
    let text = FIXTURE;
    let (start, end) = (
        text.find("  /things/{id}:").unwrap(),
        text.find("components:").unwrap(),
    );
    format!("{}{}", &text[..start], &text[end..])
}

#[test]
fn credentials() {
    let rows: [Row<'_>; 9] = [
        (
            "an alternative that three operations share",
            &[("        - basic: []\n", "")],
            &[("security-removed", CREATE)],
        ),
        (
            "an alternative of one operation",
            &[(
                "Show a thing\n      security: *schemes",
                "Show a thing\n      security: [basic: [], bearer: []]",
            )],
            &[("security-removed", GET)],
        ),
        (
            "scheme removed",
            &[(
                "    basic:\n      type: http\n      scheme: basic\n      description: A name and a \
                 password.\n",
                "",
            )],
            &[("scheme-removed", "basic")],
        ),
        (
            "scheme renamed",
            &[
                ("    bearerQuery:\n", "    tokenQuery:\n"),
                ("        - bearerQuery: []", "        - tokenQuery: []"),
            ],
            &[("scheme-renamed", "tokenQuery")],
        ),
        (
            "scheme in another place",
            &[(
                "in: query\n      name: bearer",
                "in: header\n      name: bearer",
            )],
            &[("scheme-changed", "bearerQuery")],
        ),
        (
            "scheme under another name",
            &[("name: bearer\n", "name: token\n")],
            &[("scheme-changed", "bearerQuery")],
        ),
        (
            "scheme of another kind",
            &[("scheme: basic", "scheme: digest")],
            &[("scheme-changed", "basic")],
        ),
        (
            "another credential",
            &[(
                "scheme: bearer\n      x-credential: token",
                "scheme: bearer\n      x-credential: key",
            )],
            &[("credential-changed", "bearer")],
        ),
        (
            "a credential of its own",
            &[(
                "name: bearer\n      x-credential: token\n",
                "name: bearer\n",
            )],
            &[("credential-changed", "bearerQuery")],
        ),
    ];
    for (name, edits, expected) in rows {
        check(name, edits, Major, expected);
    }
}

#[test]
fn servers() {
    let rows: [Row<'_>; 4] = [
        (
            "server removed",
            &[(
                "  - url: https://stage.example.org\n    description: Staging\n",
                "",
            )],
            &[("server-removed", "Staging")],
        ),
        (
            "server renamed",
            &[("description: Staging", "description: Testing")],
            &[("server-renamed", "Testing")],
        ),
        (
            "server elsewhere",
            &[("https://stage.example.org", "https://test.example.org")],
            &[("server-url-changed", "Staging")],
        ),
        (
            "another server first",
            &[
                (
                    "  - url: https://stage.example.org\n    description: Staging\n",
                    "",
                ),
                (
                    "servers:\n",
                    "servers:\n  - url: https://stage.example.org\n    description: Staging\n",
                ),
            ],
            &[("server-order", "Production")],
        ),
    ];
    for (name, edits, expected) in rows {
        check(name, edits, Major, expected);
    }
}

#[test]
fn parameters() {
    let required = "        - name: page\n          in: query\n          required: true\n          \
                    schema:\n            type: integer\n        - name: limit\n";
    let rows: [Row<'_>; 10] = [
        (
            "required parameter added",
            &[("        - name: limit\n", required)],
            &[("parameter-added", LIST)],
        ),
        (
            "parameter removed",
            &[(
                "        - name: limit\n          in: query\n          description: How many.\n          \
                 schema:\n            type: integer\n            maximum: 100\n",
                "",
            )],
            &[("parameter-removed", LIST)],
        ),
        (
            "parameter renamed",
            &[
                ("- name: id\n", "- name: thing\n"),
                ("/things/{id}:", "/things/{thing}:"),
            ],
            &[("parameter-renamed", "getThing (GET /things/{thing})")],
        ),
        (
            "parameter moved",
            &[(
                "- name: limit\n          in: query",
                "- name: limit\n          in: header",
            )],
            &[("parameter-moved", LIST)],
        ),
        (
            "parameter required",
            &[(
                "in: query\n          description: How many.",
                "in: query\n          required: true\n          description: How many.",
            )],
            &[("parameter-required", LIST)],
        ),
        (
            "a shared parameter required",
            &[("in: header\n", "in: header\n      required: true\n")],
            &[("parameter-required", "Trace")],
        ),
        (
            "type of a parameter",
            &[(
                "type: integer\n            maximum: 100",
                "type: string\n            maximum: 100",
            )],
            &[("type-changed", LIST)],
        ),
        (
            "limit of a parameter",
            &[("maximum: 100", "maximum: 50")],
            &[("limit-tightened", LIST)],
        ),
        (
            "value that a parameter takes",
            &[("enum: [light, dark]", "enum: [light]")],
            &[("value-removed", LIST)],
        ),
        (
            "a keyword that no rule knows",
            &[(
                "- name: limit\n",
                "- name: limit\n          style: spaceDelimited\n",
            )],
            &[("keyword-changed", LIST)],
        ),
    ];
    for (name, edits, expected) in rows {
        check(name, edits, Major, expected);
    }
}
