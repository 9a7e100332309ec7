//! Ways to break the rules about operations and what they send.

use super::{CREATE, DELETE, Row, also, row};

pub(crate) const OPERATIONS: &[Row] = &[
    row(
        "call-tag",
        DELETE,
        &[(
            "      tags: [Everything]\n      operationId: deleteAllThings\n",
            "      tags: [Nothing]\n      operationId: deleteAllThings\n",
        )],
        "tags: [Nothing]",
    ),
    row(
        "call-tag",
        DELETE,
        &[
            (
                "      tags: [Everything]\n      operationId: deleteAllThings\n",
                "      tags: [Everything, One]\n      operationId: deleteAllThings\n",
            ),
            ("  - name: One\n    x-scope: thing\n", "  - name: One\n"),
        ],
        "tags: [Everything, One]",
    ),
    row(
        "call-name",
        DELETE,
        &[(
            "      x-safe: false\n",
            "      x-safe: false\n      x-method: create_thing\n",
        )],
        "operationId: deleteAllThings",
    ),
    row(
        "call-name",
        "everything (DELETE /rest/thing/all)",
        &[("operationId: deleteAllThings", "operationId: everything")],
        "operationId: everything",
    ),
    row(
        "call-name",
        DELETE,
        &[(
            "      x-safe: false\n",
            "      x-safe: false\n      x-method: request\n",
        )],
        "operationId: deleteAllThings",
    ),
    row(
        "call-accessor",
        "Events",
        &[
            ("  - name: One\n", "  - name: Events\n"),
            ("tags: [One]", "tags: [Events]"),
        ],
        "- name: Events",
    ),
    row(
        "call-setter",
        CREATE,
        &[("        weight:\n", "        timeout:\n")],
        "timeout:",
    ),
    row(
        "call-boolean",
        "CreateThingRequest",
        &[
            (
                "          type: integer\n          format: int64\n          minimum: 2\n",
                "          type: boolean\n",
            ),
            (
                "      required: [name]\n",
                "      required: [name, weight]\n",
            ),
        ],
        "        weight:",
    ),
    row(
        "operation-id",
        "DELETE /rest/thing/all",
        &[("      operationId: deleteAllThings\n", "")],
        "/all:\n    delete:",
    ),
    row(
        "operation-id-unique",
        "create_thing (DELETE /rest/thing/all)",
        &[("operationId: deleteAllThings", "operationId: create_thing")],
        "operationId: create_thing",
    ),
    row(
        "operation-id-name",
        "fn (DELETE /rest/thing/all)",
        &[("operationId: deleteAllThings", "operationId: fn")],
        "operationId: fn",
    ),
    row(
        "operation-id-name",
        "delete-all (DELETE /rest/thing/all)",
        &[("operationId: deleteAllThings", "operationId: delete-all")],
        "operationId: delete-all",
    ),
    row(
        "operation-id-taken",
        "newWithClient (DELETE /rest/thing/all)",
        &[("operationId: deleteAllThings", "operationId: newWithClient")],
        "operationId: newWithClient",
    ),
    row(
        "operation-id-taken",
        "event (DELETE /rest/thing/all)",
        &[("operationId: deleteAllThings", "operationId: event")],
        "operationId: event",
    ),
    row(
        "summary",
        DELETE,
        &[("      summary: Delete all things\n", "")],
        "/all:\n    delete:",
    ),
    row(
        "summary",
        DELETE,
        &[("Delete all things", "''")],
        "summary: ''",
    ),
    row(
        "body-required",
        CREATE,
        &[(
            "      requestBody:\n        required: true\n",
            "      requestBody:\n",
        )],
        "requestBody:",
    ),
    row(
        "body-json",
        CREATE,
        &[(
            "        content:\n          application/json:",
            "        content:\n          text/plain: {}\n          application/json:",
        )],
        "required: true\n        content:",
    ),
    row(
        "body-json",
        CREATE,
        &[(
            "              $ref: \"#/components/schemas/CreateThingRequest\"\n",
            "              $ref: \"#/components/schemas/CreateThingRequest\"\n            encoding:\n              name: {}\n",
        )],
        "encoding:",
    ),
    also(
        row(
            "body-schema",
            CREATE,
            &[(
                "            schema:\n              $ref: \"#/components/schemas/CreateThingRequest\"",
                "            schema:\n              type: object",
            )],
            "            schema:",
        ),
        &["received-open"],
    ),
];
