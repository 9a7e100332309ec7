//! Ways to break the rules about operations and what they send.

use super::{CREATE, DELETE, Row, also, row};

pub(crate) const OPERATIONS: &[Row] = &[
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
