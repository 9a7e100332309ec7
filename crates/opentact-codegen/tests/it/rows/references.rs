//! Ways to break the rules about references, links and examples.

use super::{CREATE, Row, also, row};

pub(crate) const REFERENCES: &[Row] = &[
    also(
        row(
            "reference-exists",
            CREATE,
            &[(
                "\"#/components/schemas/CreateThingRequest\"",
                "\"#/components/schemas/Lost\"",
            )],
            "schemas/Lost",
        ),
        &["received-open"],
    ),
    also(
        row(
            "reference-exists",
            CREATE,
            &[(
                "                  $ref: \"#/components/examples/thing\"",
                "                  $ref: \"#/components/examples/lost\"",
            )],
            "examples/lost",
        ),
        &["example-schema"],
    ),
    row(
        "reference-exists",
        CREATE,
        &[(
            "\"#/components/responses/Error\"",
            "\"#/components/responses/Lost\"",
        )],
        "responses/Lost",
    ),
    row(
        "reference-kind",
        "Event",
        &[(
            "        thing:\n          $ref: \"#/components/schemas/Thing\"",
            "        thing:\n          $ref: \"#/components/responses/Error\"",
        )],
        "thing:\n          $ref: \"#/components/responses/Error\"",
    ),
    row(
        "reference-kind",
        "Event",
        &[(
            "        thing:\n          $ref: \"#/components/schemas/Thing\"",
            "        thing:\n          $ref: \"#/components/schemas/Thing/properties/name\"",
        )],
        "Thing/properties/name",
    ),
    row(
        "reference-alone",
        "Thing",
        &[(
            "        kind:\n          $ref: \"#/components/schemas/Kind\"",
            "        kind:\n          description: Its kind.\n          $ref: \"#/components/schemas/Kind\"",
        )],
        "Its kind.\n          $ref:",
    ),
    row(
        "reference-circle",
        "Thing",
        &[(
            "        parts:\n",
            "        event:\n          $ref: \"#/components/schemas/Event\"\n        parts:\n",
        )],
        "event:\n          $ref: \"#/components/schemas/Event\"",
    ),
    also(
        row(
            "reference-circle",
            "Error",
            &[(
                "      description: The request is wrong.\n      content:\n        application/json:\n          schema:\n            $ref: \"#/components/schemas/Error\"",
                "      $ref: \"#/components/responses/Error\"",
            )],
            "responses:\n    Error:\n      $ref",
        ),
        &[],
    ),
    row(
        "link-operation",
        CREATE,
        &[(
            "              operationId: getThing\n",
            "              operationId: lost\n",
        )],
        "links:\n            getThing:",
    ),
    row(
        "example-schema",
        "event",
        &[("x-schema: Event", "x-schema: Lost")],
        "x-schema: Lost",
    ),
    row(
        "example-schema",
        "event",
        &[("      x-schema: Event\n", "")],
        "\n    event:",
    ),
];
