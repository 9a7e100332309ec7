//! Ways to break the rules about operations and what they send.

use super::{CREATE, DELETE, GET, Row, also, row};

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
        "body-media",
        CREATE,
        &[(
            "        content:\n          application/json:",
            "        content:\n          text/plain: {}\n          application/json:",
        )],
        "required: true\n        content:",
    ),
    row(
        "body-media",
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
    row(
        "form-file",
        "CreateThingRequest",
        &[FORM],
        "    CreateThingRequest:",
    ),
    row(
        "form-file",
        "CreateThingRequest",
        &[FORM, (NAME, "format: binary\n          minLength: 1\n")],
        "          minLength: 1",
    ),
    row(
        "form-field",
        "CreateThingRequest",
        &[
            FORM,
            (NAME, "format: binary\n"),
            (
                "          type: integer\n          format: int64\n          minimum: 2\n",
                "          type: array\n          items:\n            type: string\n",
            ),
        ],
        "        weight:",
    ),
    also(
        row(
            "form-use",
            "CreateThingRequest",
            &[
                FORM,
                (NAME, "format: binary\n"),
                (
                    "          items:\n            type: string\n",
                    "          items:\n            $ref: \"#/components/schemas/CreateThingRequest\"\n",
                ),
            ],
            "          items:\n            $ref: \"#/components/schemas/CreateThingRequest\"",
        ),
        &["received-open", "received-format"],
    ),
    row(
        "file-place",
        "CreateThingRequest",
        &[(NAME, "format: binary\n")],
        "format: binary",
    ),
    row(
        "sent-format",
        "CreateThingRequest",
        &[(NAME, "format: e-mail\n")],
        "format: e-mail",
    ),
    row(
        "sent-format",
        GET,
        &[(
            "            type: string\n        - name: verbose",
            "            type: string\n        - name: verbosity\n          in: query\n          schema:\n            type: integer\n            format: int16\n        - name: verbose",
        )],
        "format: int16",
    ),
    row(
        "shape",
        CREATE,
        &[(
            "      summary: Create a thing",
            "      deprecated: 1\n      summary: Create a thing",
        )],
        "deprecated: 1",
    ),
    row(
        "shape",
        "CreateThingRequest",
        &[("      required: [name]\n", "      required: name\n")],
        "required: name",
    ),
];

/// Sends a form instead of JSON.
const FORM: (&str, &str) = (
    "      requestBody:\n        required: true\n        content:\n          application/json:",
    "      requestBody:\n        required: true\n        content:\n          multipart/form-data:",
);
const NAME: &str = "minLength: 1\n          maxLength: 40\n";
