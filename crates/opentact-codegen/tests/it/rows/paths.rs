//! Ways to break the rules about paths and parameters.

use super::{GET, Row, also, row};

pub(crate) const PATHS: &[Row] = &[
    row(
        "path-start",
        "rest/thing/all",
        &[("  /rest/thing/all:", "  rest/thing/all:")],
        "  rest/thing/all:",
    ),
    row(
        "path-end",
        "/rest/thing/all/",
        &[("  /rest/thing/all:", "  /rest/thing/all/:")],
        "/all/:",
    ),
    row(
        "path-item-inline",
        "/rest/other",
        &[(
            "\ncomponents:",
            "\n  /rest/other:\n    $ref: \"#/paths/~1rest~1thing\"\n\ncomponents:",
        )],
        "/rest/other:",
    ),
    row(
        "path-segment",
        "/rest/a{b}/all",
        &[("  /rest/thing/all:", "  /rest/a{b}/all:")],
        "/rest/a{b}/all:",
    ),
    row(
        "path-segment",
        "/rest//all",
        &[("  /rest/thing/all:", "  /rest//all:")],
        "/rest//all:",
    ),
    row(
        "path-segment",
        "/rest/../all",
        &[("  /rest/thing/all:", "  /rest/../all:")],
        "/rest/../all:",
    ),
    also(
        row(
            "path-unique",
            "/rest/thing/{thing}",
            &[("  /rest/thing/all:", "  /rest/thing/{other}:")],
            "  /rest/thing/{thing}:",
        ),
        &["path-parameter"],
    ),
    also(
        row(
            "path-parameter",
            GET,
            &[("        - name: thing\n", "        - name: other\n")],
            "Get a thing\n      security:\n        - key: []\n        - keyQuery: []\n        - basic: []\n      parameters:\n        - name: other",
        ),
        &["path-parameter"],
    ),
    row(
        "path-parameter-required",
        GET,
        &[(
            "          in: path\n          required: true\n",
            "          in: path\n",
        )],
        "- name: thing",
    ),
    row(
        "path-parameter-schema",
        GET,
        &[(
            "          schema:\n            type: string\n        - name: verbose",
            "          schema:\n            type: string\n            maxLength: 3\n        - name: verbose",
        )],
        "required: true\n          schema:",
    ),
    row(
        "no-cookie",
        GET,
        &[("          in: query\n", "          in: cookie\n")],
        "- name: verbose",
    ),
    row(
        "parameter-name",
        GET,
        &[("- name: verbose", "- name: body")],
        "- name: body",
    ),
    row(
        "parameter-name",
        GET,
        &[("- name: verbose", "- name: Thing")],
        "- name: Thing",
    ),
    row(
        "parameter-name",
        GET,
        &[("- name: verbose", "- name: header_map")],
        "- name: header_map",
    ),
    row(
        "parameter-schema",
        GET,
        &[(
            "          schema:\n            type: boolean",
            "          description: Tell more.",
        )],
        "- name: verbose",
    ),
    row(
        "parameter-schema",
        GET,
        &[(
            "            type: boolean",
            "            $ref: \"#/components/schemas/CreateThingRequest\"",
        )],
        "in: query\n          schema:",
    ),
    row(
        "parameter-schema",
        GET,
        &[
            ("          in: query\n", "          in: header\n"),
            (
                "            type: boolean",
                "            type: array\n            items: {type: string}",
            ),
        ],
        "in: header\n          schema:",
    ),
    row(
        "parameter-style",
        GET,
        &[(
            "          in: query\n",
            "          in: query\n          explode: false\n",
        )],
        "explode: false",
    ),
    row(
        "parameter-style",
        GET,
        &[(
            "          in: query\n",
            "          in: query\n          style: pipeDelimited\n",
        )],
        "style: pipeDelimited",
    ),
    row(
        "limit-place",
        GET,
        &[(
            "            type: boolean",
            "            type: number\n            maximum: 1",
        )],
        "maximum: 1",
    ),
    row(
        "no-pattern",
        GET,
        &[(
            "            type: boolean",
            "            type: string\n            pattern: a",
        )],
        "pattern: a",
    ),
    row(
        "enum-values",
        GET,
        &[(
            "            type: boolean",
            "            type: string\n            enum: [asc, ASC]",
        )],
        "enum: [asc, ASC]",
    ),
    row(
        "enum-values",
        GET,
        &[(
            "            type: boolean",
            "            type: integer\n            enum: [1, 2]",
        )],
        "enum: [1, 2]",
    ),
    row(
        "schema-name",
        GET,
        &[
            (
                "            type: boolean",
                "            type: string\n            enum: [a, b]",
            ),
            ("    Event:\n", "    GetThingVerbose:\n"),
            ("x-schema: Event", "x-schema: GetThingVerbose"),
        ],
        "in: query\n          schema:",
    ),
    row(
        "default-value",
        GET,
        &[(
            "            type: boolean",
            "            type: integer\n            maximum: 3\n            default: 4",
        )],
        "default: 4",
    ),
    row(
        "parameter-secret",
        GET,
        &[("- name: verbose", "- name: reset_token")],
        "- name: reset_token",
    ),
    row(
        "parameter-credential",
        GET,
        &[("- name: verbose", "- name: key")],
        "- name: key",
    ),
    row(
        "parameter-credential",
        GET,
        &[(
            "        - name: verbose\n          in: query",
            "        - name: x-key\n          in: header",
        )],
        "- name: x-key",
    ),
];
