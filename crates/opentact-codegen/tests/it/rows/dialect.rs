//! Ways to break the rules about the document as a whole and its keywords.

use super::{DELETE, DOCUMENT, GET, Row, also, row};

pub(crate) const DIALECT: &[Row] = &[
    row(
        "version-3.0",
        DOCUMENT,
        &[("openapi: 3.0.3", "openapi: 3.1.0")],
        "openapi: 3.1.0",
    ),
    row(
        "version-3.0",
        DOCUMENT,
        &[("openapi: 3.0.3\n", "")],
        "\ninfo:",
    ),
    row(
        "ascii-version",
        DOCUMENT,
        &[("version: 1.2.0", "version: 1.2.é")],
        "1.2.é",
    ),
    row(
        "ascii-version",
        DOCUMENT,
        &[("version: 1.2.0", "version: 1.2")],
        "version: 1.2",
    ),
    row(
        "server-name",
        DOCUMENT,
        &[("description: Production", "description: 24/7 production")],
        "- url: https://api.example.com\n",
    ),
    row(
        "server-name",
        DOCUMENT,
        &[("description: Staging", "description: production")],
        "- url: https://api.stage.example.com\n",
    ),
    row(
        "server-name",
        DOCUMENT,
        &[("url: https://api.stage.example.com", "variables: {}")],
        "- variables: {}\n",
    ),
    row(
        "known-keyword",
        "/rest/thing/all",
        &[(
            "  /rest/thing/all:\n",
            "  /rest/thing/all:\n    servers: []\n",
        )],
        "servers: []",
    ),
    row(
        "known-keyword",
        DELETE,
        &[(
            "summary: Delete all things",
            "summary: Delete\n      callbacks: {}",
        )],
        "callbacks: {}",
    ),
    row(
        "known-keyword",
        GET,
        &[(
            "          in: query\n",
            "          in: query\n          allowReserved: true\n",
        )],
        "allowReserved: true",
    ),
    row(
        "known-keyword",
        "CreateThingRequest",
        &[("minLength: 1", "minlength: 1")],
        "minlength: 1",
    ),
    row(
        "known-keyword",
        "Error",
        &[("description: For people.", "minItems: 1")],
        "minItems: 1",
    ),
    row(
        "one-type",
        "Error",
        &[(
            "type: string\n          description: For people.",
            "type: [string, 'null']",
        )],
        "type: [string, 'null']",
    ),
    also(
        row(
            "one-type",
            GET,
            &[("            type: boolean", "            type: bool")],
            "            type: bool",
        ),
        &["parameter-schema"],
    ),
];
