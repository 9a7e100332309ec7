//! Ways to break the rules about schemas.

use super::{Row, also, row};

pub(crate) const SCHEMAS: &[Row] = &[
    row(
        "schema-name",
        "event_record",
        &[
            ("    Event:", "    event_record:"),
            ("x-schema: Event", "x-schema: event_record"),
        ],
        "event_record:",
    ),
    row(
        "schema-form",
        "Event",
        &[(
            "by other means.\n",
            "by other means.\n      nullable: true\n",
        )],
        "means.\n      nullable: true",
    ),
    row(
        "schema-form",
        "Other",
        &[(
            "\n  examples:\n    thing:",
            "\n    Other:\n      $ref: \"#/components/schemas/Thing\"\n\n  examples:\n    thing:",
        )],
        "Other:\n      $ref:",
    ),
    row(
        "inline-schema",
        "Error",
        &[(
            "          type: string\n          description: For people.",
            "          type: object\n          properties:\n            text:\n              type: string",
        )],
        "object\n          properties:",
    ),
    row(
        "inline-schema",
        "Error",
        &[(
            "          type: string\n          description: For people.",
            "          oneOf:\n            - type: string\n              title: Text",
        )],
        "          oneOf:",
    ),
    row(
        "all-of-single",
        "Event",
        &[(
            "          $ref: \"#/components/schemas/Thing\"\n\n  examples",
            "          allOf:\n            - $ref: \"#/components/schemas/Thing\"\n            - $ref: \"#/components/schemas/Error\"\n\n  examples",
        )],
        "thing:\n          allOf:",
    ),
    row(
        "property-name",
        "Thing",
        &[("        nickname:\n", "        otherKind:\n")],
        "        other_kind:",
    ),
    row(
        "property-name",
        "Thing",
        &[("        nickname:\n", "        new:\n")],
        "new:",
    ),
    row(
        "required-known",
        "Event",
        &[("required: [thing]", "required: [thing, lost]")],
        "required: [thing, lost]",
    ),
    row(
        "one-of-titles",
        "Measure",
        &[("          title: Number\n", "")],
        "- type: integer",
    ),
    row(
        "one-of-titles",
        "Measure",
        &[("title: Number", "title: text")],
        "- type: integer",
    ),
    row(
        "received-open",
        "Error",
        &[("description: For people.", "maxLength: 9")],
        "maxLength: 9",
    ),
    row(
        "received-open",
        "Error",
        &[("description: For people.", "pattern: a")],
        "pattern: a",
    ),
    row(
        "received-open",
        "Error",
        &[("description: For people.", "enum: [a]")],
        "enum: [a]",
    ),
    row(
        "received-open",
        "Error",
        &[(
            "description: What was wrong.",
            "additionalProperties: false",
        )],
        "additionalProperties: false",
    ),
    row(
        "enum-values",
        "CreateThingRequest",
        &[("minLength: 1", "enum: [a-b, a_b]")],
        "enum: [a-b, a_b]",
    ),
    row(
        "enum-values",
        "CreateThingRequest",
        &[("minLength: 1", "enum: [asc, ASC]")],
        "enum: [asc, ASC]",
    ),
    row(
        "enum-values",
        "CreateThingRequest",
        &[("minLength: 1", "enum: [a, 1]")],
        "enum: [a, 1]",
    ),
    row(
        "enum-values",
        "CreateThingRequest",
        &[("minimum: 2", "enum: [1, 2]")],
        "enum: [1, 2]",
    ),
    row(
        "no-pattern",
        "CreateThingRequest",
        &[("minLength: 1", "pattern: a")],
        "pattern: a",
    ),
    row(
        "default-value",
        "CreateThingRequest",
        &[("minLength: 1", "default: 7")],
        "default: 7",
    ),
    row(
        "default-value",
        "CreateThingRequest",
        &[("minLength: 1", "default: ''\n          minLength: 1")],
        "default: ''",
    ),
    row(
        "received-format",
        "Measure",
        &[(
            "        - type: integer\n",
            "        - type: integer\n          format: int32\n",
        )],
        "format: int32",
    ),
    row(
        "received-format",
        "Error",
        &[("description: For people.", "format: ipv4")],
        "format: ipv4",
    ),
    row(
        "received-format",
        "Measure",
        &[(
            "        - type: integer\n",
            "        - type: number\n          format: float\n",
        )],
        "format: float",
    ),
    row(
        "limit-place",
        "CreateThingRequest",
        &[(
            "          type: integer\n          format: int64\n          minimum: 2\n",
            "          type: object\n          additionalProperties: {type: integer, minimum: 2}\n",
        )],
        "additionalProperties: {type: integer, minimum: 2}",
    ),
    row(
        "limit-place",
        "CreateThingRequest",
        &[("minimum: 2", "minLength: 2")],
        "minLength: 2",
    ),
    row(
        "limit-place",
        "CreateThingRequest",
        &[(
            "      required: [name]\n",
            "      minProperties: 1\n      required: [name]\n",
        )],
        "minProperties: 1",
    ),
    row(
        "limit-integer",
        "CreateThingRequest",
        &[("minLength: 1", "minLength: -1")],
        "minLength: -1",
    ),
    row(
        "limit-integer",
        "CreateThingRequest",
        &[("minimum: 2", "minimum: 2.5")],
        "minimum: 2.5",
    ),
    also(
        row(
            "nullable-type",
            "Thing",
            &[(
                "          nullable: true\n          description: Another name.",
                "          format: binary\n          nullable: true",
            )],
            "nickname:",
        ),
        &["received-format"],
    ),
    row(
        "nullable-form",
        "Thing",
        &[(
            "          type: string\n          nullable: true\n",
            "          nullable: true\n",
        )],
        "nickname:\n          nullable: true",
    ),
    row(
        "nullable-form",
        "Thing",
        &[(
            "          nullable: true\n          description: Another kind.",
            "          type: string\n          nullable: true\n          description: Another kind.",
        )],
        "other_kind:\n          type: string\n          nullable: true",
    ),
    row(
        "optional-collection",
        "Thing",
        &[(
            "          type: array\n          nullable: true\n",
            "          type: array\n",
        )],
        "parts:",
    ),
    row(
        "secret-format",
        "Thing",
        &[(
            "          type: string\n          format: password\n",
            "          type: string\n",
        )],
        "token:",
    ),
    row(
        "secret-format",
        "Error",
        &[
            ("        message:\n", "        apiToken:\n"),
            ("required: [message]", "required: []"),
        ],
        "apiToken:",
    ),
    also(
        row(
            "secret-plain",
            "Thing",
            &[(
                "          format: password\n",
                "          format: password\n          pattern: a\n",
            )],
            "password\n          pattern: a",
        ),
        &["received-open"],
    ),
    row(
        "open-enum-string",
        "Kind",
        &[(
            "      type: string\n      description: The kind of a thing.",
            "      type: integer",
        )],
        "\n    Kind:",
    ),
    row(
        "open-enum-values",
        "Kind",
        &[("[Big, small-one]", "[Big, big]")],
        "[Big, big]",
    ),
    row(
        "open-enum-values",
        "Kind",
        &[("[Big, small-one]", "[Big, unknown]")],
        "[Big, unknown]",
    ),
    row(
        "open-enum-values",
        "Kind",
        &[("[Big, small-one]", "[Big, 1st]")],
        "[Big, 1st]",
    ),
    row(
        "open-enum-values",
        "Kind",
        &[("[Big, small-one]", "[]")],
        "x-extensible-enum: []",
    ),
];
