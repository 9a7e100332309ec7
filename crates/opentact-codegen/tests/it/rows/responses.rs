//! Ways to break the rules about answers.

use super::{CREATE, DELETE, Row, row};

pub(crate) const RESPONSES: &[Row] = &[
    row(
        "no-default-response",
        CREATE,
        &[("        \"400\":", "        default:")],
        "default:",
    ),
    row(
        "status-code",
        CREATE,
        &[("        \"400\":", "        \"4xx\":")],
        "\"4xx\":",
    ),
    row(
        "final-status",
        CREATE,
        &[("        \"400\":", "        \"302\":")],
        "\"302\":",
    ),
    row(
        "success-response",
        DELETE,
        &[(
            "        \"204\":\n          description: No thing is left.\n",
            "",
        )],
        "- basic: []\n      responses:",
    ),
    row(
        "one-success-schema",
        CREATE,
        &[(
            "        \"201\":\n          description: The thing.\n          content: *thing\n",
            "        \"202\":\n          description: Nothing.\n",
        )],
        "\"202\":",
    ),
    row(
        "one-error-schema",
        CREATE,
        &[(
            "schema:\n            $ref: \"#/components/schemas/Error\"\n    Unauthorized:",
            "schema:\n            $ref: \"#/components/schemas/Thing\"\n    Unauthorized:",
        )],
        "\"400\":\n          $ref: \"#/components/responses/Error\"\n        \"401\":",
    ),
    row(
        "one-error-schema",
        CREATE,
        &[(
            "          $ref: \"#/components/responses/Error\"",
            "          description: Nothing.",
        )],
        "\"400\":",
    ),
    row(
        "unauthorized",
        DELETE,
        &[("left.\n        \"401\":", "left.\n        \"403\":")],
        "- basic: []\n      responses:",
    ),
    row(
        "www-authenticate",
        CREATE,
        &[("        WWW-Authenticate:", "        Authenticate:")],
        "\n    Unauthorized:",
    ),
    row(
        "response-json",
        CREATE,
        &[(
            "      description: The request is wrong.\n      content:\n        application/json:",
            "      description: Wrong.\n      content:\n        application/problem+json:",
        )],
        "Wrong.\n      content:",
    ),
    row(
        "response-json",
        CREATE,
        &[(
            "      description: The request is wrong.\n      content:\n        application/json:",
            "      description: Wrong.\n      content:\n        application/json:\n          encoding: {}",
        )],
        "encoding: {}",
    ),
    row(
        "response-description",
        CREATE,
        &[("      description: The request is wrong.\n", "")],
        "responses:\n    Error:",
    ),
    row(
        "response-schema",
        CREATE,
        &[(
            "          schema:\n            $ref: \"#/components/schemas/Error\"\n    Unauthorized:",
            "          schema:\n            type: object\n    Unauthorized:",
        )],
        "The request is wrong.\n      content:\n        application/json:\n          schema:",
    ),
    row(
        "response-media",
        DELETE,
        &[(
            EMPTY,
            "        \"200\":\n          description: It.\n          content:\n            text/csv: {}\n            text/plain: {}\n",
        )],
        "It.\n          content:",
    ),
    row(
        "response-media",
        DELETE,
        &[(
            EMPTY,
            "        \"200\":\n          description: It.\n          content:\n            text/html: {}\n",
        )],
        "text/html: {}",
    ),
    row(
        "response-schema",
        DELETE,
        &[(
            EMPTY,
            "        \"200\":\n          description: It.\n          content:\n            text/csv:\n              schema:\n                type: array\n",
        )],
        "text/csv:\n              schema:",
    ),
    row(
        "response-schema",
        DELETE,
        &[(
            EMPTY,
            "        \"200\":\n          description: It.\n          content:\n            image/*:\n              schema:\n                type: string\n",
        )],
        "image/*:\n              schema:",
    ),
    row(
        "one-success-schema",
        DELETE,
        &[(
            EMPTY,
            "        \"204\":\n          description: None.\n        \"200\":\n          description: It.\n          content:\n            text/csv:\n              schema:\n                type: string\n",
        )],
        "responses:\n        \"204\":",
    ),
    row(
        "one-success-schema",
        CREATE,
        &[(
            "        \"201\":\n          description: The thing.\n          content: *thing\n",
            "        \"201\":\n          description: It.\n          content:\n            text/csv:\n              schema:\n                type: string\n",
        )],
        "\"201\":",
    ),
];

const EMPTY: &str = "        \"204\":\n          description: No thing is left.\n";
