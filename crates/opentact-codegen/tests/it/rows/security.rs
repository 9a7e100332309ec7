//! Ways to break the rules about security.

use super::{DELETE, Row, row};

pub(crate) const SECURITY: &[Row] = &[
    row(
        "security",
        DELETE,
        &[("things\n      security:\n        - basic: []\n", "things\n")],
        "/all:\n    delete:",
    ),
    row(
        "security",
        DELETE,
        &[
            ("things\n      security:\n        - basic: []\n", "things\n"),
            ("openapi: 3.0.3\n", "openapi: 3.0.3\nsecurity: []\n"),
        ],
        "/all:\n    delete:",
    ),
    row(
        "security-single",
        DELETE,
        &[(
            "things\n      security:\n        - basic: []\n",
            "things\n      security:\n        - basic: []\n          key: []\n",
        )],
        "things\n      security:\n        - basic: []",
    ),
    row(
        "security-single",
        DELETE,
        &[(
            "things\n      security:\n        - basic: []\n",
            "things\n      security:\n        - {}\n",
        )],
        "- {}",
    ),
    row(
        "security-known",
        DELETE,
        &[(
            "things\n      security:\n        - basic: []\n",
            "things\n      security:\n        - lost: []\n",
        )],
        "- lost: []",
    ),
    row(
        "scheme-supported",
        "basic",
        &[("scheme: basic", "scheme: digest")],
        "\n    basic:",
    ),
    row(
        "scheme-supported",
        "basic",
        &[(
            "      type: http\n      scheme: basic\n",
            "      type: oauth2\n      flows: {}\n",
        )],
        "\n    basic:",
    ),
    row(
        "scheme-supported",
        "basic",
        &[(
            "      type: http\n      scheme: basic\n",
            "      type: openIdConnect\n      openIdConnectUrl: /\n",
        )],
        "\n    basic:",
    ),
    row(
        "scheme-supported",
        "key",
        &[("      in: header\n", "      in: cookie\n")],
        "\n    key:",
    ),
    row(
        "scheme-supported",
        "key",
        &[("      name: X-Key\n", "")],
        "\n    key:",
    ),
    row(
        "scheme-name",
        "key_query",
        &[(
            "\n  responses:\n    Error:",
            "\n    key_query:\n      type: apiKey\n      in: query\n      name: other\n\n  responses:\n    Error:",
        )],
        "key_query:",
    ),
    row(
        "scheme-name",
        "keyQuery",
        &[(
            "name: key\n      x-credential: key",
            "name: key\n      x-credential: Key",
        )],
        "\n    keyQuery:",
    ),
    row(
        "scheme-name",
        "basic",
        &[(
            "      scheme: basic\n",
            "      scheme: basic\n      x-credential: a b\n",
        )],
        "\n    basic:",
    ),
    row(
        "scheme-place",
        "other",
        &[(
            "\n  responses:\n    Error:",
            "\n    other:\n      type: apiKey\n      in: header\n      name: x-key\n\n  responses:\n    Error:",
        )],
        "\n    other:",
    ),
    row(
        "scheme-authorization",
        "key",
        &[("name: X-Key", "name: authorization")],
        "\n    key:",
    ),
    row(
        "scheme-header",
        "key",
        &[("name: X-Key", "name: X Key")],
        "\n    key:",
    ),
];
