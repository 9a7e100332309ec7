//! Edits of what requests and answers carry that break callers.

use super::edit::{FIXTURE, Row, changes, check, edited};
use crate::diff::change::Severity::{Major, Minor};

const LIST: &str = "listThings (GET /things)";
const CREATE: &str = "createThing (POST /things)";

#[test]
fn requests() {
    let new = "NewThing";
    let rows: [Row<'_>; 11] = [
        (
            "tighter limit",
            &[("maxLength: 255", "maxLength: 100")],
            &[("limit-tightened", new)],
        ),
        (
            "new limit",
            &[("format: int64", "format: int64\n          minimum: 1")],
            &[("limit-tightened", new)],
        ),
        (
            "new pattern",
            &[("maxLength: 255", "maxLength: 255\n          pattern: ^a")],
            &[("limit-tightened", new)],
        ),
        (
            "new required property",
            &[
                ("required: [name, secret]", "required: [name, secret, size]"),
                (
                    "        count:\n",
                    "        size:\n          type: string\n        count:\n",
                ),
            ],
            &[("property-added", new)],
        ),
        (
            "property required",
            &[(
                "required: [name, secret]",
                "required: [name, secret, count]",
            )],
            &[("property-required", new)],
        ),
        (
            "property removed",
            &[(
                "        count:\n          type: integer\n          format: int64\n",
                "",
            )],
            &[("property-removed", new)],
        ),
        (
            "property renamed",
            &[("        count:\n", "        amount:\n")],
            &[("property-renamed", new)],
        ),
        (
            "narrower type",
            &[(
                "type: integer\n          format: int64",
                "type: boolean\n          format: int64",
            )],
            &[("type-changed", new)],
        ),
        (
            "null no longer taken",
            &[(
                "          type: string\n          nullable: true\n    Thing:",
                "          type: string\n    Thing:",
            )],
            &[("nullable-removed", new)],
        ),
        (
            "no further properties",
            &[(
                "description: What a new thing is to be.",
                "additionalProperties: false\n      description: What a new thing is to be.",
            )],
            &[("additional-restricted", new)],
        ),
        (
            "no body",
            &[(
                "      requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n              $ref: \"#/components/schemas/NewThing\"\n            examples:\n              newThing:\n                $ref: \"#/components/examples/newThing\"\n",
                "",
            )],
            &[("body-removed", CREATE)],
        ),
    ];
    for (name, edits, expected) in rows {
        check(name, edits, Major, expected);
    }
}

#[test]
fn answers() {
    let thing = "Thing";
    let rows: [Row<'_>; 18] = [
        (
            "property removed",
            &[(
                "        made_on:\n          type: string\n          format: date-time\n",
                "",
            )],
            &[("property-removed", thing)],
        ),
        (
            "no longer required",
            &[("required: [id, name]", "required: [id]")],
            &[("property-optional", thing)],
        ),
        (
            "another type",
            &[(
                "type: string\n          description: Its name.",
                "type: integer\n          description: Its name.",
            )],
            &[("type-changed", thing)],
        ),
        (
            "may be null",
            &[(
                "type: string\n          description: Its name.",
                "type: string\n          nullable: true\n          description: Its name.",
            )],
            &[("nullable-added", thing)],
        ),
        (
            "a secret in plain",
            &[(
                "type: string\n          format: password\n        made_on:",
                "type: string\n        made_on:",
            )],
            &[("format-changed", thing)],
        ),
        (
            "another format",
            &[("format: date-time", "format: date")],
            &[("format-changed", thing)],
        ),
        (
            "a value less",
            &[("[Big, Small]", "[Big]")],
            &[("value-removed", "Kind")],
        ),
        (
            "an enumeration less",
            &[("      x-extensible-enum: [Big, Small]\n", "")],
            &[("value-removed", "Kind"), ("value-removed", "Kind")],
        ),
        (
            "a variant renamed",
            &[("title: Text", "title: Words")],
            &[("variant-renamed", "Label")],
        ),
        (
            "a variant less",
            &[("        - type: integer\n          title: Number\n", "")],
            &[("variant-removed", "Label")],
        ),
        (
            "a variant more",
            &[(
                "          title: Number\n",
                "          title: Number\n        - type: boolean\n          title: Flag\n",
            )],
            &[("variant-added", "Label")],
        ),
        (
            "what a map holds",
            &[(
                "additionalProperties:\n            type: string",
                "additionalProperties:\n            type: integer",
            )],
            &[("type-changed", thing)],
        ),
        (
            "a success less",
            &[(
                "        \"201\":\n          description: It was made.\n          content: *thing\n",
                "",
            )],
            &[("success-removed", CREATE)],
        ),
        (
            "a header less",
            &[(
                "          headers:\n            X-Total:\n              required: true\n              schema:\n                type: integer\n",
                "",
            )],
            &[("header-removed", LIST)],
        ),
        (
            "a header optional",
            &[(
                "              required: true\n              schema:",
                "              schema:",
            )],
            &[("header-optional", LIST)],
        ),
        (
            "a shared header of another type",
            &[(
                "What to send.\n      schema:\n        type: string",
                "What to send.\n      schema:\n        type: integer",
            )],
            &[("type-changed", "WWW-Authenticate")],
        ),
        (
            "a schema of another name",
            &[
                ("    Label:\n", "    Tag:\n"),
                (
                    "\"#/components/schemas/Label\"",
                    "\"#/components/schemas/Tag\"",
                ),
            ],
            &[("schema-renamed", "Tag")],
        ),
        (
            "a shape less in what no operation reaches",
            &[("      required: [type]\n", "")],
            &[("property-optional", "Event")],
        ),
    ];
    for (name, edits, expected) in rows {
        check(name, edits, Major, expected);
    }
}

#[test]
fn a_reference_that_leads_elsewhere_is_told_where_it_stands() {
    let edits = [(
        "          description: It was there.\n          content: &thing\n            application/json:\n              schema:\n                $ref: \"#/components/schemas/Thing\"",
        "          description: It was there.\n          content: &thing\n            application/json:\n              schema:\n                $ref: \"#/components/schemas/Error\"",
    )];
    let changes = changes(FIXTURE, &edited(&edits));
    let worst: Vec<_> = changes
        .list
        .iter()
        .filter(|it| it.severity == Major)
        .collect();
    assert!(!worst.is_empty());
    for change in worst {
        assert_eq!(change.place, CREATE, "{change:?}");
        assert_eq!(change.position.line, 72, "{change:?}");
    }
}

#[test]
fn what_is_replaced_is_gone_and_new() {
    let rows: [(&str, &str, [&str; 2]); 2] = [
        (
            "Show a thing\n      security: *schemes",
            "Show a thing\n      security: [basic: [], bearer: [], {bearerQuery: [], basic: []}]",
            ["security-removed", "security-added"],
        ),
        (
            "application/json:\n            schema:\n              $ref: \"#/components/schemas/NewThing\"",
            "text/json:\n            schema:\n              $ref: \"#/components/schemas/NewThing\"",
            ["media-type-removed", "media-type-added"],
        ),
    ];
    for (from, to, kinds) in rows {
        let changes = changes(FIXTURE, &edited(&[(from, to)]));
        let found: Vec<_> = changes
            .list
            .iter()
            .map(|it| (it.severity, it.kind))
            .collect();
        assert_eq!(found, [(Major, kinds[0]), (Minor, kinds[1])]);
    }
}
