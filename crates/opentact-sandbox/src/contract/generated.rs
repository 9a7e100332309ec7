//! What the contract says of each operation, for a server.

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

use opentact_client::security::Operation;
use super::*;
/// What the contract says of an operation.
pub(crate) fn described(operation: Operation) -> Option<&'static Described> {
    Some(
        match operation {
            Operation::Authenticate => &AUTHENTICATE,
            Operation::ListSubscriptions => &LIST_SUBSCRIPTIONS,
            Operation::CreateSubscription => &CREATE_SUBSCRIPTION,
            Operation::DeleteSubscription => &DELETE_SUBSCRIPTION,
            Operation::CreateToken => &CREATE_TOKEN,
            Operation::DeleteAllTokens => &DELETE_ALL_TOKENS,
            Operation::ListTokens => &LIST_TOKENS,
            Operation::DeleteToken => &DELETE_TOKEN,
            Operation::UpdateToken => &UPDATE_TOKEN,
            _ => return None,
        },
    )
}
/// Everything that is kept without code of its own.
pub(crate) static RESOURCES: &[&Resource] = &[];
static AUTHENTICATE: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        media: "application/json",
        example: "{\"payload\":{\"apple_user_id\":null,\"created_on\":\"2020-10-26T08:44:15.621Z\",\"deleted_on\":null,\"dob\":null,\"email\":\"ann@example.com\",\"facebook_user_id\":null,\"first_name\":\"Ann\",\"gender\":null,\"gmail_user_id\":\"100000000000000000001\",\"last_name\":\"Example\",\"modified_on\":\"2020-10-26T08:44:16.023Z\",\"phone_number\":null,\"role\":\"User\",\"token\":\"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1dWlkIjoiNjBlOWZhNzYtMjBlNy00NWVlLWJmMjQtOGM0YTk1MTQzZGFkIiwiaWF0IjoxNjAzNzI2MzM4LCJleHAiOjE2MDM4MTI3Mzh9.ROlCgjOMh5C1gO7vJgQdFJff-NHEOOAQWbZcBadBTBY\",\"uuid\":\"60e9fa76-20e7-45ee-bf24-8c4a95143dad\",\"wechat_user_id\":null},\"success\":true}",
    },
    kept: None,
};
static LIST_SUBSCRIPTIONS: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        media: "application/json",
        example: "{\"payload\":[{\"channel\":\"wss\",\"created_on\":\"2022-12-22T11:04:13.976Z\",\"expired_on\":\"2022-12-22T11:00:16.145Z\",\"is_active\":false,\"modified_on\":\"2022-12-22T11:06:18.836Z\",\"type\":\"call_record\",\"uuid\":\"dcfc6772-bacf-4932-b1fe-8ac63c5a7b1a\"},{\"channel\":\"wss\",\"created_on\":\"2023-01-02T07:38:37.390Z\",\"expired_on\":\"2023-01-02T07:36:44.784Z\",\"is_active\":true,\"modified_on\":\"2023-01-02T07:38:37.390Z\",\"type\":\"auth\",\"uuid\":\"7099cb76-92a6-4ed4-b695-d1c4edd66b16\"}],\"success\":true}",
    },
    kept: None,
};
static CREATE_SUBSCRIPTION: Described = Described {
    parameters: &[],
    body: Body::Json(&CREATE_SUBSCRIPTION_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        media: "application/json",
        example: "{\"payload\":{\"channel\":\"wss\",\"created_on\":\"2023-01-02T07:38:37.390Z\",\"expired_on\":\"2023-01-02T07:36:44.784Z\",\"is_active\":true,\"modified_on\":\"2023-01-02T07:38:37.390Z\",\"type\":\"auth\",\"user\":{\"account\":{\"balance\":99.87895,\"created_on\":\"2022-04-26T05:42:05.858Z\",\"deleted_on\":null,\"disabled_on\":null,\"email\":\"dora@example.com\",\"level\":\"Level1\",\"modified_on\":\"2022-04-26T05:42:05.968Z\",\"name\":\"Dora Example\",\"uuid\":\"9df81deb-afa6-436b-8ce9-af54b3e502e4\"},\"apple_user_id\":null,\"avatar\":null,\"created_on\":\"2022-04-26T05:42:05.858Z\",\"deleted_on\":null,\"dob\":null,\"email\":\"dora@example.com\",\"facebook_user_id\":null,\"first_name\":\"Dora\",\"gender\":null,\"gmail_user_id\":null,\"last_name\":\"Example\",\"modified_on\":\"2022-04-26T05:42:05.973Z\",\"phone_number\":\"0000003\",\"role\":\"User\",\"uuid\":\"2984a1ca-fff7-4c59-a63b-3468179d7df7\",\"wechat_user_id\":null,\"wss_online\":true},\"uuid\":\"7099cb76-92a6-4ed4-b695-d1c4edd66b16\"},\"success\":true}",
    },
    kept: None,
};
static DELETE_SUBSCRIPTION: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Path,
            property: Property {
                name: "uuid",
                is_required: true,
                schema: Schema {
                    kind: Kind::Uuid,
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::None,
    success: Success {
        status: 200u16,
        media: "application/json",
        example: "{\"payload\":{},\"success\":true}",
    },
    kept: None,
};
static CREATE_TOKEN: Described = Described {
    parameters: &[],
    body: Body::Json(&CREATE_TOKEN_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2020-10-26T15:57:28.706Z\",\"expired_on\":\"2020-10-26T15:58:28.701Z\",\"modified_on\":\"2020-10-26T15:57:28.706Z\",\"name\":\"string\",\"token\":\"7VmadeUpTokenOfTheDocumentationPage0123456789abc\",\"ttl\":60,\"uuid\":\"bac27d93-df33-4e47-b4a1-edfcae0d3654\"},\"success\":true}",
    },
    kept: None,
};
static DELETE_ALL_TOKENS: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        media: "application/json",
        example: "{\"payload\":{},\"success\":true}",
    },
    kept: None,
};
static LIST_TOKENS: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        media: "application/json",
        example: "{\"payload\":[],\"success\":true}",
    },
    kept: None,
};
static DELETE_TOKEN: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Path,
            property: Property {
                name: "token",
                is_required: true,
                schema: Schema {
                    kind: Kind::Secret,
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::None,
    success: Success {
        status: 200u16,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2020-10-26T16:41:12.952Z\",\"expired_on\":\"2020-10-26T16:42:12.951Z\",\"modified_on\":\"2020-10-26T16:41:12.952Z\",\"name\":\"string\",\"token\":\"OVmadeUpTokenOfTheDocumentationPage0123456789abc\"},\"success\":true}",
    },
    kept: None,
};
static UPDATE_TOKEN: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Path,
            property: Property {
                name: "token",
                is_required: true,
                schema: Schema {
                    kind: Kind::Uuid,
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::Json(&UPDATE_TOKEN_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2020-10-26T15:57:28.706Z\",\"expired_on\":\"2020-10-26T15:59:28.701Z\",\"modified_on\":\"2020-10-26T15:58:28.706Z\",\"name\":\"renamed\",\"uuid\":\"bac27d93-df33-4e47-b4a1-edfcae0d3654\"},\"success\":true}",
    },
    kept: None,
};
static CREATE_SUBSCRIPTION_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "channel",
                is_required: true,
                schema: Schema {
                    kind: Kind::Same(&EVENT_CHANNEL_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "expired_on",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "is_active",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "type",
                is_required: true,
                schema: Schema {
                    kind: Kind::Same(&EVENT_TYPE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
        ],
    ),
    is_nullable: false,
    default: None,
};
static CREATE_TOKEN_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "name",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 1usize,
                        longest: 255usize,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "ttl",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 60i64,
                        most: 2147483647i64,
                    },
                    is_nullable: false,
                    default: None,
                },
            },
        ],
    ),
    is_nullable: false,
    default: None,
};
static EVENT_CHANNEL_SCHEMA: Schema = Schema {
    kind: Kind::Text {
        shortest: 0usize,
        longest: usize::MAX,
        values: &[],
    },
    is_nullable: false,
    default: None,
};
static EVENT_TYPE_SCHEMA: Schema = Schema {
    kind: Kind::Text {
        shortest: 0usize,
        longest: usize::MAX,
        values: &[],
    },
    is_nullable: false,
    default: None,
};
static UPDATE_TOKEN_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "name",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 1usize,
                        longest: 255usize,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "ttl",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 60i64,
                        most: 2147483647i64,
                    },
                    is_nullable: false,
                    default: None,
                },
            },
        ],
    ),
    is_nullable: false,
    default: None,
};
