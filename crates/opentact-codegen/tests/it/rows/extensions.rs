//! Ways to break the rules about extensions.

use super::{CREATE, DELETE, GET, Row, row};

const EVIDENCE: &str = "x-evidence: client\n";

pub(crate) const EXTENSIONS: &[Row] = &[
    row(
        "evidence",
        GET,
        &[("      x-evidence: client\n", "")],
        "  /rest/thing/{thing}:\n    get:",
    ),
    row(
        "extension-known",
        GET,
        &[(EVIDENCE, "x-evidence: client\n      x-evidenc: client\n")],
        "x-evidenc: client",
    ),
    row(
        "extension-known",
        "/info/x-logo",
        &[("version: 1.2.0", "version: 1.2.0\n  x-logo: none")],
        "x-logo: none",
    ),
    row(
        "extension-place",
        "Error",
        &[("description: For people.", "x-safe: true")],
        "x-safe: true",
    ),
    row(
        "extension-place",
        GET,
        &[(
            "            type: boolean",
            "            type: integer\n            x-unit: ms",
        )],
        "x-unit: ms",
    ),
    row(
        "extension-place",
        "Error",
        &[("description: For people.", "x-extensible-enum: [a]")],
        "x-extensible-enum: [a]",
    ),
    row(
        "extension-value",
        GET,
        &[(EVIDENCE, "x-evidence: sure\n")],
        "x-evidence: sure",
    ),
    row(
        "extension-value",
        DELETE,
        &[("x-safe: false", "x-safe: 1")],
        "x-safe: 1",
    ),
    row(
        "extension-value",
        "/tags/0/x-resource",
        &[(
            "    x-alias: [objects, items]\n",
            "    x-alias: [objects, items]\n    x-resource: {key: name, owners: account}\n",
        )],
        "    x-resource:",
    ),
    row(
        "resource-name",
        "Everything",
        &[(
            "    x-alias: [objects, items]\n",
            "    x-alias: [objects, items]\n    x-resource: {key: kind, owner: user, filters: {title: mask}}\n",
        )],
        "    x-resource:",
    ),
    row(
        "resource-name",
        "Everything",
        &[(
            "    x-alias: [objects, items]\n",
            "    x-alias: [objects, items]\n    x-resource: {key: kind, owner: user, in-use: [Others]}\n",
        )],
        "    x-resource:",
    ),
    row(
        "resource-answer",
        "createThing (POST /rest/thing)",
        &[(
            "    x-alias: [objects, items]\n",
            "    x-alias: [objects, items]\n    x-resource: {key: name, owner: user}\n",
        )],
        "      responses:",
    ),
    row(
        "extension-value",
        "/tags/0/x-alias",
        &[("x-alias: [objects, items]", "x-alias: [1]")],
        "x-alias: [1]",
    ),
    row(
        "extension-name",
        GET,
        &[("x-method: read", "x-method: readThing")],
        "x-method: readThing",
    ),
    row(
        "extension-name",
        "CreateThingRequest",
        &[("minimum: 2", "x-name: type")],
        "x-name: type",
    ),
    row(
        "extension-name",
        GET,
        &[(
            "          in: query\n",
            "          in: query\n          x-name: a b\n",
        )],
        "x-name: a b",
    ),
    row(
        "unit-integer",
        "Thing",
        &[(
            "        nickname:\n",
            "        nickname:\n          x-unit: ms\n",
        )],
        "x-unit: ms",
    ),
    row(
        "unit-integer",
        GET,
        &[(
            "          in: query\n",
            "          in: query\n          x-unit: ms\n",
        )],
        "x-unit: ms",
    ),
    row(
        "sent-default",
        "CreateThingRequest",
        &[("minimum: 2", "minimum: 2\n          x-default: 1")],
        "x-default: 1",
    ),
    row(
        "sent-default",
        "Thing",
        &[(
            "        nickname:\n",
            "        nickname:\n          x-default: Al\n",
        )],
        "x-default: Al",
    ),
    row(
        "paging-name",
        GET,
        &[(
            EVIDENCE,
            "x-evidence: client\n      x-paging:\n        size: {in: query, name: verbose}\n        offset: {in: body, name: thing}\n        total: total\n        items: items\n",
        )],
        "offset: {in: body, name: thing}",
    ),
    row(
        "paging-name",
        CREATE,
        &[
            (
                "      x-in-doubt: The thing may exist.\n",
                "      x-paging:\n        size: {in: query, name: weight}\n        offset: {in: body, name: weight}\n        total: message\n        items: message\n",
            ),
            PAYLOAD,
        ],
        "size: {in: query, name: weight}",
    ),
    row(
        "paging-name",
        CREATE,
        &[
            (
                "      x-in-doubt: The thing may exist.\n",
                "      x-paging:\n        size: {in: body, name: weight}\n        offset: {in: body, name: weight}\n        total: message\n        items: messages\n",
            ),
            PAYLOAD,
        ],
        "items: messages",
    ),
    row(
        "scope-parameter",
        GET,
        &[("x-scope: thing", "x-scope: owner")],
        "tags: [One]",
    ),
];

/// An answer with a payload.
const PAYLOAD: (&str, &str) = (
    "        nickname:\n",
    "        payload:\n          $ref: \"#/components/schemas/Error\"\n        nickname:\n",
);
