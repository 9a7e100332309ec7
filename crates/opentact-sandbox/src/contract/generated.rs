//! What the contract says of each operation, for a server.

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

use opentact_client::security::Operation;
use super::*;
/// What the contract says of an operation.
pub(crate) fn described(operation: Operation) -> Option<&'static Described> {
    Some(
        match operation {
            Operation::GetAccount => &GET_ACCOUNT,
            Operation::Authenticate => &AUTHENTICATE,
            Operation::ListCountries => &LIST_COUNTRIES,
            Operation::ListVoices => &LIST_VOICES,
            Operation::ListRateCenters => &LIST_RATE_CENTERS,
            Operation::ListStates => &LIST_STATES,
            Operation::ListSubscriptions => &LIST_SUBSCRIPTIONS,
            Operation::CreateSubscription => &CREATE_SUBSCRIPTION,
            Operation::DeleteSubscription => &DELETE_SUBSCRIPTION,
            Operation::SearchLeases => &SEARCH_LEASES,
            Operation::GetLease => &GET_LEASE,
            Operation::ReleaseLease => &RELEASE_LEASE,
            Operation::UpdateLease => &UPDATE_LEASE,
            Operation::EnableLeaseSms => &ENABLE_LEASE_SMS,
            Operation::DisableLeaseSms => &DISABLE_LEASE_SMS,
            Operation::GetLeaseByNumber => &GET_LEASE_BY_NUMBER,
            Operation::CreateOrder => &CREATE_ORDER,
            Operation::PriceOrder => &PRICE_ORDER,
            Operation::SearchOrders => &SEARCH_ORDERS,
            Operation::GetOrder => &GET_ORDER,
            Operation::ListMessagingProfiles => &LIST_MESSAGING_PROFILES,
            Operation::CreateMessagingProfile => &CREATE_MESSAGING_PROFILE,
            Operation::GetMessagingProfile => &GET_MESSAGING_PROFILE,
            Operation::DeleteMessagingProfile => &DELETE_MESSAGING_PROFILE,
            Operation::UpdateMessagingProfile => &UPDATE_MESSAGING_PROFILE,
            Operation::ListMessagingProfileLeases => &LIST_MESSAGING_PROFILE_LEASES,
            Operation::ListPrices => &LIST_PRICES,
            Operation::GetPrice => &GET_PRICE,
            Operation::SendSms => &SEND_SMS,
            Operation::GetInboundSms => &GET_INBOUND_SMS,
            Operation::GetOutboundSms => &GET_OUTBOUND_SMS,
            Operation::SearchSms => &SEARCH_SMS,
            Operation::SearchInboundSms => &SEARCH_INBOUND_SMS,
            Operation::SearchOutboundSms => &SEARCH_OUTBOUND_SMS,
            Operation::SearchNumbers => &SEARCH_NUMBERS,
            Operation::ListNumberCountries => &LIST_NUMBER_COUNTRIES,
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
pub(crate) static RESOURCES: &[&Resource] = &[
    &LEASES_KEPT,
    &MESSAGING_PROFILES_KEPT,
    &ORDERS_KEPT,
    &SMS_KEPT,
];
static GET_ACCOUNT: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"balance\":99.87895,\"created_on\":\"2022-12-29T13:17:57.457Z\",\"deleted_on\":null,\"email\":\"info@example.org\",\"level\":\"Level0\",\"modified_on\":\"2022-12-29T13:17:57.457Z\",\"name\":\"Example\",\"uuid\":\"f2cb79fb-6bf8-4484-8034-debf95aac73b\"},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static AUTHENTICATE: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"apple_user_id\":null,\"created_on\":\"2020-10-26T08:44:15.621Z\",\"deleted_on\":null,\"dob\":null,\"email\":\"ann@example.com\",\"facebook_user_id\":null,\"first_name\":\"Ann\",\"gender\":null,\"gmail_user_id\":\"100000000000000000001\",\"last_name\":\"Example\",\"modified_on\":\"2020-10-26T08:44:16.023Z\",\"phone_number\":null,\"role\":\"User\",\"token\":\"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1dWlkIjoiNjBlOWZhNzYtMjBlNy00NWVlLWJmMjQtOGM0YTk1MTQzZGFkIiwiaWF0IjoxNjAzNzI2MzM4LCJleHAiOjE2MDM4MTI3Mzh9.ROlCgjOMh5C1gO7vJgQdFJff-NHEOOAQWbZcBadBTBY\",\"uuid\":\"60e9fa76-20e7-45ee-bf24-8c4a95143dad\",\"wechat_user_id\":null},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static LIST_COUNTRIES: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[{\"a2\":\"US\",\"a3\":\"USA\",\"country_code\":\"1\",\"n\":\"840\",\"name\":\"United States of America\",\"national_code\":null}],\"success\":true}",
    },
    paging: None,
    kept: None,
};
static LIST_VOICES: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[{\"code\":\"en-US-Wavenet-F\",\"gender\":\"FEMALE\",\"name\":\"Wavenet F\",\"naturalSampleRateHertz\":24000,\"type\":\"WaveNet\",\"uuid\":\"9a1f0c52-7a44-4c0b-8f0c-6d1f3b8e2c77\"}],\"success\":true}",
    },
    paging: None,
    kept: None,
};
static LIST_RATE_CENTERS: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Query,
            property: Property {
                name: "state",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[{\"npa\":\"510\",\"nxx\":\"555\",\"rate_center\":\"OKLD MAIN\"}],\"success\":true}",
    },
    paging: None,
    kept: None,
};
static LIST_STATES: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Query,
            property: Property {
                name: "country",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[{\"name\":\"California\",\"state\":\"CA\"}],\"success\":true}",
    },
    paging: None,
    kept: None,
};
static LIST_SUBSCRIPTIONS: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[{\"channel\":\"wss\",\"created_on\":\"2022-12-22T11:04:13.976Z\",\"expired_on\":\"2022-12-22T11:00:16.145Z\",\"is_active\":false,\"modified_on\":\"2022-12-22T11:06:18.836Z\",\"type\":\"call_record\",\"uuid\":\"dcfc6772-bacf-4932-b1fe-8ac63c5a7b1a\"},{\"channel\":\"wss\",\"created_on\":\"2023-01-02T07:38:37.390Z\",\"expired_on\":\"2023-01-02T07:36:44.784Z\",\"is_active\":true,\"modified_on\":\"2023-01-02T07:38:37.390Z\",\"type\":\"auth\",\"uuid\":\"7099cb76-92a6-4ed4-b695-d1c4edd66b16\"}],\"success\":true}",
    },
    paging: None,
    kept: None,
};
static CREATE_SUBSCRIPTION: Described = Described {
    parameters: &[],
    body: Body::Json(&CREATE_SUBSCRIPTION_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: true,
        media: "application/json",
        example: "{\"payload\":{\"channel\":\"wss\",\"created_on\":\"2023-01-02T07:38:37.390Z\",\"expired_on\":\"2023-01-02T07:36:44.784Z\",\"is_active\":true,\"modified_on\":\"2023-01-02T07:38:37.390Z\",\"type\":\"auth\",\"user\":{\"account\":{\"balance\":99.87895,\"created_on\":\"2022-04-26T05:42:05.858Z\",\"deleted_on\":null,\"disabled_on\":null,\"email\":\"dora@example.com\",\"level\":\"Level1\",\"modified_on\":\"2022-04-26T05:42:05.968Z\",\"name\":\"Dora Example\",\"uuid\":\"9df81deb-afa6-436b-8ce9-af54b3e502e4\"},\"apple_user_id\":null,\"avatar\":null,\"created_on\":\"2022-04-26T05:42:05.858Z\",\"deleted_on\":null,\"dob\":null,\"email\":\"dora@example.com\",\"facebook_user_id\":null,\"first_name\":\"Dora\",\"gender\":null,\"gmail_user_id\":null,\"last_name\":\"Example\",\"modified_on\":\"2022-04-26T05:42:05.973Z\",\"phone_number\":\"0000003\",\"role\":\"User\",\"uuid\":\"2984a1ca-fff7-4c59-a63b-3468179d7df7\",\"wechat_user_id\":null,\"wss_online\":true},\"uuid\":\"7099cb76-92a6-4ed4-b695-d1c4edd66b16\"},\"success\":true}",
    },
    paging: None,
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static SEARCH_LEASES: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Query,
            property: Property {
                name: "take",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 1i64,
                        most: 100i64,
                    },
                    is_nullable: false,
                    default: Some("10"),
                },
            },
        },
        Parameter {
            place: Place::Query,
            property: Property {
                name: "skip",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9223372036854775807i64,
                    },
                    is_nullable: false,
                    default: Some("0"),
                },
            },
        },
    ],
    body: Body::Json(&SEARCH_LEASES_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"data\":[{\"autorenew\":false,\"created_on\":\"2022-07-05T13:21:44.608Z\",\"expired_on\":\"2022-08-05T13:21:44.590Z\",\"modified_on\":\"2022-07-05T13:21:44.608Z\",\"subscriptions\":[],\"tn\":{\"created_on\":\"2022-04-04T14:42:57.525Z\",\"deleted_on\":null,\"modified_on\":\"2022-04-04T14:42:57.525Z\",\"tn\":15105550100},\"uuid\":\"0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11\"}],\"order\":{\"created_on\":\"DESC\"},\"skip\":0,\"take\":10,\"total\":1},\"success\":true}",
    },
    paging: Some(Paging {
        size: (Place::Query, "take"),
        offset: (Place::Query, "skip"),
        total: "total",
        items: "data",
    }),
    kept: Some(Kept {
        resource: &LEASES_KEPT,
        role: Role::Search,
    }),
};
static GET_LEASE: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Path,
            property: Property {
                name: "lease",
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"autorenew\":false,\"created_on\":\"2022-07-05T13:21:44.608Z\",\"expired_on\":\"2022-08-05T13:21:44.590Z\",\"modified_on\":\"2022-07-05T13:21:44.608Z\",\"subscriptions\":[],\"tn\":{\"created_on\":\"2022-04-04T14:42:57.525Z\",\"deleted_on\":null,\"modified_on\":\"2022-04-04T14:42:57.525Z\",\"tn\":15105550100},\"uuid\":\"0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &LEASES_KEPT,
        role: Role::Get,
    }),
};
static RELEASE_LEASE: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Path,
            property: Property {
                name: "lease",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"autorenew\":false,\"created_on\":\"2022-07-05T13:21:44.608Z\",\"expired_on\":\"2022-08-05T13:21:44.590Z\",\"modified_on\":\"2022-07-05T13:21:44.608Z\",\"subscriptions\":[],\"tn\":{\"created_on\":\"2022-04-04T14:42:57.525Z\",\"deleted_on\":null,\"modified_on\":\"2022-04-04T14:42:57.525Z\",\"tn\":15105550100},\"uuid\":\"0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &LEASES_KEPT,
        role: Role::Delete,
    }),
};
static UPDATE_LEASE: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Path,
            property: Property {
                name: "lease",
                is_required: true,
                schema: Schema {
                    kind: Kind::Uuid,
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::Json(&UPDATE_LEASE_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"autorenew\":true,\"created_on\":\"2022-07-05T13:21:44.608Z\",\"expired_on\":\"2022-08-05T13:21:44.590Z\",\"modified_on\":\"2022-07-06T07:00:12.333Z\",\"subscriptions\":[],\"tn\":{\"created_on\":\"2022-04-04T14:42:57.525Z\",\"deleted_on\":null,\"modified_on\":\"2022-04-04T14:42:57.525Z\",\"tn\":15105550100},\"uuid\":\"0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &LEASES_KEPT,
        role: Role::Change,
    }),
};
static ENABLE_LEASE_SMS: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Path,
            property: Property {
                name: "lease",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::Json(&ENABLE_LEASE_SMS_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2023-01-04T09:12:30.250Z\",\"messaging_profile\":{\"callback_url\":\"https://app.example/sms\",\"created_on\":\"2023-01-03T08:10:02.117Z\",\"modified_on\":\"2023-01-03T08:10:02.117Z\",\"name\":\"Shop\",\"uuid\":\"5e0f5f2d-7a0c-4d29-9d7d-2b6d0a7c9a10\"},\"modified_on\":\"2023-01-04T09:12:30.250Z\",\"sms_campaign\":{\"campaignId\":\"CEXAMPL\",\"deleted_on\":null,\"description\":\"Tables that are ready\",\"expired_on\":\"2023-04-04T00:00:00.000Z\",\"is_active\":true,\"usecase\":\"CUSTOMER_CARE\",\"vertical\":\"RETAIL\"},\"type\":\"sms\",\"uuid\":\"d2c0a8f4-93b4-4c9d-9b64-0f1b8f5d2a33\"},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static DISABLE_LEASE_SMS: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Path,
            property: Property {
                name: "lease",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2023-01-04T09:12:30.250Z\",\"messaging_profile\":{\"callback_url\":\"https://app.example/sms\",\"created_on\":\"2023-01-03T08:10:02.117Z\",\"modified_on\":\"2023-01-03T08:10:02.117Z\",\"name\":\"Shop\",\"uuid\":\"5e0f5f2d-7a0c-4d29-9d7d-2b6d0a7c9a10\"},\"modified_on\":\"2023-01-04T09:12:30.250Z\",\"sms_campaign\":{\"campaignId\":\"CEXAMPL\",\"deleted_on\":null,\"description\":\"Tables that are ready\",\"expired_on\":\"2023-04-04T00:00:00.000Z\",\"is_active\":true,\"usecase\":\"CUSTOMER_CARE\",\"vertical\":\"RETAIL\"},\"type\":\"sms\",\"uuid\":\"d2c0a8f4-93b4-4c9d-9b64-0f1b8f5d2a33\"},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static GET_LEASE_BY_NUMBER: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Path,
            property: Property {
                name: "tn",
                is_required: true,
                schema: Schema {
                    kind: Kind::Integer {
                        least: -9223372036854775808i64,
                        most: 9223372036854775807i64,
                    },
                    is_nullable: false,
                    default: None,
                },
            },
        },
    ],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"autorenew\":false,\"created_on\":\"2022-07-05T13:21:44.608Z\",\"expired_on\":\"2022-08-05T13:21:44.590Z\",\"modified_on\":\"2022-07-05T13:21:44.608Z\",\"subscriptions\":[],\"tn\":{\"created_on\":\"2022-04-04T14:42:57.525Z\",\"deleted_on\":null,\"modified_on\":\"2022-04-04T14:42:57.525Z\",\"tn\":15105550100},\"uuid\":\"0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11\"},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static CREATE_ORDER: Described = Described {
    parameters: &[],
    body: Body::Json(&CREATE_ORDER_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: true,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2024-01-16T10:05:21.404Z\",\"failed\":0,\"modified_on\":\"2024-01-16T10:05:21.404Z\",\"processing\":0,\"state\":\"created\",\"success\":0,\"total\":1,\"uuid\":\"0f2a7d0e-7b53-4a55-8a6b-2c1f1f7d9b31\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &ORDERS_KEPT,
        role: Role::Create,
    }),
};
static PRICE_ORDER: Described = Described {
    parameters: &[],
    body: Body::Json(&CREATE_ORDER_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"items\":[{\"id\":1,\"mrc\":1.25,\"name\":\"US long code\",\"nrc\":0.5}],\"mrc\":1.25,\"nrc\":0.5},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &ORDERS_KEPT,
        role: Role::Create,
    }),
};
static SEARCH_ORDERS: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Query,
            property: Property {
                name: "take",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 1i64,
                        most: 100i64,
                    },
                    is_nullable: false,
                    default: Some("10"),
                },
            },
        },
        Parameter {
            place: Place::Query,
            property: Property {
                name: "skip",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9223372036854775807i64,
                    },
                    is_nullable: false,
                    default: Some("0"),
                },
            },
        },
    ],
    body: Body::Json(&SEARCH_ORDERS_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"data\":[{\"created_on\":\"2024-01-16T10:05:21.404Z\",\"failed\":0,\"modified_on\":\"2024-01-16T10:05:23.118Z\",\"processing\":0,\"state\":\"success\",\"success\":1,\"total\":1,\"uuid\":\"0f2a7d0e-7b53-4a55-8a6b-2c1f1f7d9b31\"}],\"order\":{\"created_on\":\"DESC\"},\"skip\":0,\"take\":10,\"total\":1},\"success\":true}",
    },
    paging: Some(Paging {
        size: (Place::Query, "take"),
        offset: (Place::Query, "skip"),
        total: "total",
        items: "data",
    }),
    kept: Some(Kept {
        resource: &ORDERS_KEPT,
        role: Role::Search,
    }),
};
static GET_ORDER: Described = Described {
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2024-01-16T10:05:21.404Z\",\"failed\":0,\"modified_on\":\"2024-01-16T10:05:23.118Z\",\"processing\":0,\"request\":{\"items\":[{\"autorenew\":false,\"features\":[\"voice\",\"sms\"],\"tn\":15105550100}]},\"state\":\"success\",\"success\":1,\"tn_items\":[{\"state\":\"success\",\"tn\":15105550100}],\"total\":1,\"uuid\":\"0f2a7d0e-7b53-4a55-8a6b-2c1f1f7d9b31\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &ORDERS_KEPT,
        role: Role::Get,
    }),
};
static LIST_MESSAGING_PROFILES: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[{\"callback_url\":\"https://app.example/sms\",\"callback_url2\":null,\"created_on\":\"2023-01-03T08:10:02.117Z\",\"long_code_weight\":1,\"modified_on\":\"2023-01-03T08:10:02.117Z\",\"name\":\"Shop\",\"number_pool_enable\":false,\"skip_unhealthy_tns\":true,\"sticky_sender\":true,\"tollfree_weight\":1,\"uuid\":\"5e0f5f2d-7a0c-4d29-9d7d-2b6d0a7c9a10\"}],\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &MESSAGING_PROFILES_KEPT,
        role: Role::List,
    }),
};
static CREATE_MESSAGING_PROFILE: Described = Described {
    parameters: &[],
    body: Body::Json(&CREATE_MESSAGING_PROFILE_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: true,
        media: "application/json",
        example: "{\"payload\":{\"callback_url\":\"https://app.example/sms\",\"callback_url2\":null,\"created_on\":\"2023-01-03T08:10:02.117Z\",\"long_code_weight\":1,\"modified_on\":\"2023-01-03T08:10:02.117Z\",\"name\":\"Shop\",\"number_pool_enable\":false,\"skip_unhealthy_tns\":true,\"sticky_sender\":true,\"tollfree_weight\":1,\"uuid\":\"5e0f5f2d-7a0c-4d29-9d7d-2b6d0a7c9a10\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &MESSAGING_PROFILES_KEPT,
        role: Role::Create,
    }),
};
static GET_MESSAGING_PROFILE: Described = Described {
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"callback_url\":\"https://app.example/sms\",\"callback_url2\":null,\"created_on\":\"2023-01-03T08:10:02.117Z\",\"long_code_weight\":1,\"modified_on\":\"2023-01-03T08:10:02.117Z\",\"name\":\"Shop\",\"number_pool_enable\":false,\"skip_unhealthy_tns\":true,\"sticky_sender\":true,\"tollfree_weight\":1,\"uuid\":\"5e0f5f2d-7a0c-4d29-9d7d-2b6d0a7c9a10\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &MESSAGING_PROFILES_KEPT,
        role: Role::Get,
    }),
};
static DELETE_MESSAGING_PROFILE: Described = Described {
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"callback_url\":\"https://app.example/sms\",\"callback_url2\":null,\"created_on\":\"2023-01-03T08:10:02.117Z\",\"long_code_weight\":1,\"modified_on\":\"2023-01-03T08:10:02.117Z\",\"name\":\"Shop\",\"number_pool_enable\":false,\"skip_unhealthy_tns\":true,\"sticky_sender\":true,\"tollfree_weight\":1,\"uuid\":\"5e0f5f2d-7a0c-4d29-9d7d-2b6d0a7c9a10\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &MESSAGING_PROFILES_KEPT,
        role: Role::Delete,
    }),
};
static UPDATE_MESSAGING_PROFILE: Described = Described {
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
    body: Body::Json(&UPDATE_MESSAGING_PROFILE_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"callback_url\":\"https://app.example/messages\",\"callback_url2\":null,\"created_on\":\"2023-01-03T08:10:02.117Z\",\"long_code_weight\":1,\"modified_on\":\"2023-01-05T10:00:00.000Z\",\"name\":\"Shop\",\"number_pool_enable\":false,\"skip_unhealthy_tns\":true,\"sticky_sender\":true,\"tollfree_weight\":1,\"uuid\":\"5e0f5f2d-7a0c-4d29-9d7d-2b6d0a7c9a10\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &MESSAGING_PROFILES_KEPT,
        role: Role::Change,
    }),
};
static LIST_MESSAGING_PROFILE_LEASES: Described = Described {
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[{\"autorenew\":false,\"created_on\":\"2022-07-05T13:21:44.608Z\",\"expired_on\":\"2022-08-05T13:21:44.590Z\",\"modified_on\":\"2022-07-05T13:21:44.608Z\",\"subscriptions\":[],\"tn\":{\"created_on\":\"2022-04-04T14:42:57.525Z\",\"deleted_on\":null,\"modified_on\":\"2022-04-04T14:42:57.525Z\",\"tn\":15105550100},\"uuid\":\"0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11\"}],\"success\":true}",
    },
    paging: None,
    kept: None,
};
static LIST_PRICES: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[{\"country\":{\"a2\":\"US\",\"a3\":\"USA\",\"country_code\":\"1\",\"n\":\"840\",\"name\":\"United States of America\",\"national_code\":null},\"created_on\":\"2021-08-02T11:00:00.000Z\",\"description\":\"United States, long codes\",\"is_active\":true,\"modified_on\":\"2021-08-02T11:00:00.000Z\",\"mrc\":1.25,\"name\":\"US\",\"nrc\":0.5,\"priority\":\"normal\",\"sms_mrc\":0.1,\"sms_nrc\":0,\"sms_per_receive_cost\":0.005,\"sms_per_send_cost\":0.0075,\"toll_free\":false,\"uuid\":\"1c9e5b60-50c4-4e7b-8b8e-0c2c5d8a4f19\",\"voice_incoming_per_min_cost\":0.004,\"voice_mrc\":0,\"voice_nrc\":0,\"voice_outgoing_per_min_cost\":0.009}],\"success\":true}",
    },
    paging: None,
    kept: None,
};
static GET_PRICE: Described = Described {
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"country\":{\"a2\":\"US\",\"a3\":\"USA\",\"country_code\":\"1\",\"n\":\"840\",\"name\":\"United States of America\",\"national_code\":null},\"created_on\":\"2021-08-02T11:00:00.000Z\",\"description\":\"United States, long codes\",\"is_active\":true,\"modified_on\":\"2021-08-02T11:00:00.000Z\",\"mrc\":1.25,\"name\":\"US\",\"nrc\":0.5,\"priority\":\"normal\",\"sms_mrc\":0.1,\"sms_nrc\":0,\"sms_per_receive_cost\":0.005,\"sms_per_send_cost\":0.0075,\"toll_free\":false,\"uuid\":\"1c9e5b60-50c4-4e7b-8b8e-0c2c5d8a4f19\",\"voice_incoming_per_min_cost\":0.004,\"voice_mrc\":0,\"voice_nrc\":0,\"voice_outgoing_per_min_cost\":0.009},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static SEND_SMS: Described = Described {
    parameters: &[],
    body: Body::Json(&SEND_SMS_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: true,
        media: "application/json",
        example: "{\"payload\":{\"automated\":false,\"created_on\":\"2023-01-04T09:29:40.070Z\",\"delivered\":false,\"from\":\"12015550100\",\"message\":\"Your table is ready\",\"modified_on\":\"2023-01-04T09:29:40.070Z\",\"reference_id\":null,\"state\":\"created\",\"thread\":\"6c7229a4d21945d0cfabe334803064a5\",\"to\":\"12015550123\",\"type\":\"smso\",\"uuid\":\"b7b60ac2-7b4e-4c7e-8a3e-0d6b7b1c2f45\"},\"success\":true}",
    },
    paging: None,
    kept: Some(Kept {
        resource: &SMS_KEPT,
        role: Role::Create,
    }),
};
static GET_INBOUND_SMS: Described = Described {
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2023-01-04T09:30:12.400Z\",\"delivered\":true,\"from\":\"12015550123\",\"message\":\"STOP\",\"modified_on\":\"2023-01-04T09:30:12.512Z\",\"readed\":false,\"state\":\"success\",\"thread\":\"6c7229a4d21945d0cfabe334803064a5\",\"to\":\"12015550100\",\"type\":\"smsi\",\"uuid\":\"3d1f7c1e-7f0a-4a52-8c1b-5a5d0f9b6e21\"},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static GET_OUTBOUND_SMS: Described = Described {
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"account\":{\"created_on\":\"2020-10-26T08:44:15.621Z\",\"deleted_on\":null,\"email\":\"info@example.org\",\"level\":\"Level1\",\"modified_on\":\"2020-10-26T08:44:15.621Z\",\"name\":\"Example\",\"uuid\":\"9df81deb-afa6-436b-8ce9-af54b3e502e4\"},\"automated\":false,\"created_on\":\"2020-10-27T16:33:05.928Z\",\"custom_callback_url\":\"https://app.example/cb\",\"delivered\":false,\"message\":\"test message\",\"modified_on\":\"2020-10-27T16:33:07.045Z\",\"reference_id\":\"4cXmadeUpReference0001A\",\"state\":\"sending\",\"thread\":\"fdbbf3c163f386c272ed1b75a1d898bf\",\"tn\":{\"created_on\":\"2020-10-20T08:12:40.101Z\",\"deleted_on\":null,\"modified_on\":\"2020-10-20T08:12:40.101Z\",\"tn\":12015550100},\"to\":\"12015550123\",\"uuid\":\"6f837aa1-f6aa-45af-9764-3c4bfa84098f\"},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static SEARCH_SMS: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Query,
            property: Property {
                name: "take",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 1i64,
                        most: 100i64,
                    },
                    is_nullable: false,
                    default: Some("10"),
                },
            },
        },
        Parameter {
            place: Place::Query,
            property: Property {
                name: "skip",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9223372036854775807i64,
                    },
                    is_nullable: false,
                    default: Some("0"),
                },
            },
        },
    ],
    body: Body::Json(&SEARCH_SMS_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"data\":[{\"created_on\":\"2023-01-04T09:30:12.400Z\",\"delivered\":true,\"from\":\"12015550123\",\"message\":\"STOP\",\"modified_on\":\"2023-01-04T09:30:12.512Z\",\"readed\":false,\"state\":\"success\",\"thread\":\"6c7229a4d21945d0cfabe334803064a5\",\"to\":\"12015550100\",\"type\":\"smsi\",\"uuid\":\"3d1f7c1e-7f0a-4a52-8c1b-5a5d0f9b6e21\"},{\"automated\":false,\"created_on\":\"2023-01-04T09:29:40.070Z\",\"delivered\":true,\"from\":\"12015550100\",\"message\":\"Your table is ready\",\"modified_on\":\"2023-01-04T09:29:44.913Z\",\"state\":\"success\",\"thread\":\"6c7229a4d21945d0cfabe334803064a5\",\"to\":\"12015550123\",\"type\":\"smso\",\"uuid\":\"b7b60ac2-7b4e-4c7e-8a3e-0d6b7b1c2f45\"}],\"skip\":0,\"take\":10,\"total\":2},\"success\":true}",
    },
    paging: Some(Paging {
        size: (Place::Query, "take"),
        offset: (Place::Query, "skip"),
        total: "total",
        items: "data",
    }),
    kept: Some(Kept {
        resource: &SMS_KEPT,
        role: Role::Search,
    }),
};
static SEARCH_INBOUND_SMS: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Query,
            property: Property {
                name: "take",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 1i64,
                        most: 100i64,
                    },
                    is_nullable: false,
                    default: Some("10"),
                },
            },
        },
        Parameter {
            place: Place::Query,
            property: Property {
                name: "skip",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9223372036854775807i64,
                    },
                    is_nullable: false,
                    default: Some("0"),
                },
            },
        },
    ],
    body: Body::Json(&SEARCH_INBOUND_SMS_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"data\":[{\"created_on\":\"2023-01-04T09:30:12.400Z\",\"delivered\":true,\"from\":\"12015550123\",\"message\":\"STOP\",\"modified_on\":\"2023-01-04T09:30:12.512Z\",\"readed\":false,\"state\":\"success\",\"thread\":\"6c7229a4d21945d0cfabe334803064a5\",\"to\":\"12015550100\",\"type\":\"smsi\",\"uuid\":\"3d1f7c1e-7f0a-4a52-8c1b-5a5d0f9b6e21\"}],\"skip\":0,\"take\":10,\"total\":1},\"success\":true}",
    },
    paging: Some(Paging {
        size: (Place::Query, "take"),
        offset: (Place::Query, "skip"),
        total: "total",
        items: "data",
    }),
    kept: Some(Kept {
        resource: &SMS_KEPT,
        role: Role::Search,
    }),
};
static SEARCH_OUTBOUND_SMS: Described = Described {
    parameters: &[
        Parameter {
            place: Place::Query,
            property: Property {
                name: "take",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 1i64,
                        most: 100i64,
                    },
                    is_nullable: false,
                    default: Some("10"),
                },
            },
        },
        Parameter {
            place: Place::Query,
            property: Property {
                name: "skip",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9223372036854775807i64,
                    },
                    is_nullable: false,
                    default: Some("0"),
                },
            },
        },
    ],
    body: Body::Json(&SEARCH_OUTBOUND_SMS_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"data\":[{\"automated\":false,\"created_on\":\"2023-01-04T09:29:40.070Z\",\"delivered\":false,\"from\":\"12015550100\",\"message\":\"Your table is ready\",\"modified_on\":\"2023-01-04T09:29:40.070Z\",\"reference_id\":null,\"state\":\"created\",\"thread\":\"6c7229a4d21945d0cfabe334803064a5\",\"to\":\"12015550123\",\"type\":\"smso\",\"uuid\":\"b7b60ac2-7b4e-4c7e-8a3e-0d6b7b1c2f45\"}],\"order\":{\"created_on\":\"DESC\"},\"skip\":0,\"take\":10,\"total\":1},\"success\":true}",
    },
    paging: Some(Paging {
        size: (Place::Query, "take"),
        offset: (Place::Query, "skip"),
        total: "total",
        items: "data",
    }),
    kept: Some(Kept {
        resource: &SMS_KEPT,
        role: Role::Search,
    }),
};
static SEARCH_NUMBERS: Described = Described {
    parameters: &[],
    body: Body::Json(&SEARCH_NUMBERS_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"data\":[{\"created_on\":\"2022-04-04T14:42:57.525Z\",\"deleted_on\":null,\"modified_on\":\"2022-04-04T14:42:57.525Z\",\"tn\":15105550100,\"type\":\"long_code\"},{\"created_on\":\"2022-04-04T14:42:57.525Z\",\"deleted_on\":null,\"modified_on\":\"2022-04-04T14:42:57.525Z\",\"tn\":15105550101,\"type\":\"long_code\"}],\"skip\":0,\"take\":10,\"total\":2},\"success\":true}",
    },
    paging: Some(Paging {
        size: (Place::Body, "take"),
        offset: (Place::Body, "skip"),
        total: "total",
        items: "data",
    }),
    kept: None,
};
static LIST_NUMBER_COUNTRIES: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[{\"a2\":\"US\",\"a3\":\"USA\",\"country_code\":\"1\",\"n\":\"840\",\"name\":\"United States of America\",\"national_code\":null}],\"success\":true}",
    },
    paging: None,
    kept: None,
};
static CREATE_TOKEN: Described = Described {
    parameters: &[],
    body: Body::Json(&CREATE_TOKEN_REQUEST_SCHEMA),
    success: Success {
        status: 200u16,
        or_created: true,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2020-10-26T15:57:28.706Z\",\"expired_on\":\"2020-10-26T15:58:28.701Z\",\"modified_on\":\"2020-10-26T15:57:28.706Z\",\"name\":\"string\",\"token\":\"7VmadeUpTokenOfTheDocumentationPage0123456789abc\",\"ttl\":60,\"uuid\":\"bac27d93-df33-4e47-b4a1-edfcae0d3654\"},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static DELETE_ALL_TOKENS: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{},\"success\":true}",
    },
    paging: None,
    kept: None,
};
static LIST_TOKENS: Described = Described {
    parameters: &[],
    body: Body::None,
    success: Success {
        status: 200u16,
        or_created: false,
        media: "application/json",
        example: "{\"payload\":[],\"success\":true}",
    },
    paging: None,
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2020-10-26T16:41:12.952Z\",\"expired_on\":\"2020-10-26T16:42:12.951Z\",\"modified_on\":\"2020-10-26T16:41:12.952Z\",\"name\":\"string\",\"token\":\"OVmadeUpTokenOfTheDocumentationPage0123456789abc\"},\"success\":true}",
    },
    paging: None,
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
        or_created: false,
        media: "application/json",
        example: "{\"payload\":{\"created_on\":\"2020-10-26T15:57:28.706Z\",\"expired_on\":\"2020-10-26T15:59:28.701Z\",\"modified_on\":\"2020-10-26T15:58:28.706Z\",\"name\":\"renamed\",\"uuid\":\"bac27d93-df33-4e47-b4a1-edfcae0d3654\"},\"success\":true}",
    },
    paging: None,
    kept: None,
};
pub(crate) static LEASES_KEPT: Resource = Resource {
    name: "Leases",
    place: "openapi/opentact.yaml:104:5",
    key: "uuid",
    owner: Owner::Account,
    scopes: &[],
    unique: &[],
    filters: &[
        ("autorenew", Filter::Equal),
        ("created_on", Filter::Range),
        ("modified_on", Filter::Range),
        ("sip_connection", Filter::Equal),
        ("sip_control_app", Filter::Equal),
        ("tn", Filter::Mask),
    ],
    ordered: &[
        "autorenew",
        "created_on",
        "modified_on",
        "sip_connection",
        "sip_control_app",
        "tn",
    ],
    in_use: &[],
    shows: &[
        Shown {
            name: "account",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "autorenew",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "created_by",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "created_on",
            stamp: Stamp::Created,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "expired_on",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "messaging_profile",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: Some(&MESSAGING_PROFILES_KEPT),
        },
        Shown {
            name: "modified_by",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "modified_on",
            stamp: Stamp::Modified,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "sip_connection",
            stamp: Stamp::None,
            fallback: None,
            refers: None,
        },
        Shown {
            name: "sip_control_app",
            stamp: Stamp::None,
            fallback: None,
            refers: None,
        },
        Shown {
            name: "subscriptions",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "tn",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "tnorder",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: Some(&ORDERS_KEPT),
        },
        Shown {
            name: "uuid",
            stamp: Stamp::None,
            fallback: Some("\"6f837aa1-f6aa-45af-9764-3c4bfa84098f\""),
            refers: None,
        },
    ],
};
pub(crate) static MESSAGING_PROFILES_KEPT: Resource = Resource {
    name: "MessagingProfiles",
    place: "openapi/opentact.yaml:107:5",
    key: "uuid",
    owner: Owner::Account,
    scopes: &[],
    unique: &[],
    filters: &[],
    ordered: &[],
    in_use: &[],
    shows: &[
        Shown {
            name: "account",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "callback_url",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "callback_url2",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "created_by",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "created_on",
            stamp: Stamp::Created,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "long_code_weight",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "modified_by",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "modified_on",
            stamp: Stamp::Modified,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "name",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "number_pool_enable",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "operators",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "skip_unhealthy_tns",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "sticky_sender",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "tollfree_weight",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "uuid",
            stamp: Stamp::None,
            fallback: Some("\"6f837aa1-f6aa-45af-9764-3c4bfa84098f\""),
            refers: None,
        },
    ],
};
pub(crate) static ORDERS_KEPT: Resource = Resource {
    name: "Orders",
    place: "openapi/opentact.yaml:113:5",
    key: "uuid",
    owner: Owner::Account,
    scopes: &[],
    unique: &[],
    filters: &[
        ("created_on", Filter::Range),
        ("modified_on", Filter::Range),
        ("state", Filter::Equal),
    ],
    ordered: &["created_on", "modified_on", "state"],
    in_use: &[],
    shows: &[
        Shown {
            name: "created_on",
            stamp: Stamp::Created,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "failed",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "modified_on",
            stamp: Stamp::Modified,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "processing",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "request",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "state",
            stamp: Stamp::None,
            fallback: Some("\"created\""),
            refers: None,
        },
        Shown {
            name: "success",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "tn_items",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "total",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "uuid",
            stamp: Stamp::None,
            fallback: Some("\"6f837aa1-f6aa-45af-9764-3c4bfa84098f\""),
            refers: None,
        },
    ],
};
pub(crate) static SMS_KEPT: Resource = Resource {
    name: "Sms",
    place: "openapi/opentact.yaml:120:5",
    key: "uuid",
    owner: Owner::Account,
    scopes: &[],
    unique: &[],
    filters: &[
        ("created_on", Filter::Range),
        ("delivered", Filter::Equal),
        ("from", Filter::Mask),
        ("message", Filter::Mask),
        ("modified_on", Filter::Range),
        ("readed", Filter::Equal),
        ("reference_id", Filter::Equal),
        ("state", Filter::Equal),
        ("thread", Filter::Equal),
        ("tn", Filter::Equal),
        ("to", Filter::Mask),
        ("type", Filter::Equal),
    ],
    ordered: &[
        "created_on",
        "delivered",
        "from",
        "message",
        "modified_on",
        "readed",
        "reference_id",
        "state",
        "thread",
        "tn",
        "to",
        "type",
    ],
    in_use: &[],
    shows: &[
        Shown {
            name: "account",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "automated",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "created_by",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "created_on",
            stamp: Stamp::Created,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "custom_callback_url",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "delivered",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "from",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "message",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "modified_on",
            stamp: Stamp::Modified,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "reason",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "reference_id",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "state",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "thread",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "tn",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "tn_lease",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: Some(&LEASES_KEPT),
        },
        Shown {
            name: "to",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "type",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "uuid",
            stamp: Stamp::None,
            fallback: Some("\"6f837aa1-f6aa-45af-9764-3c4bfa84098f\""),
            refers: None,
        },
        Shown {
            name: "account_uuid",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "readed",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: None,
        },
        Shown {
            name: "tnlease",
            stamp: Stamp::None,
            fallback: Some("null"),
            refers: Some(&LEASES_KEPT),
        },
    ],
};
static CREATE_MESSAGING_PROFILE_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "callback_url",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: true,
                    default: None,
                },
            },
            Property {
                name: "callback_url2",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: true,
                    default: None,
                },
            },
            Property {
                name: "long_code_weight",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9i64,
                    },
                    is_nullable: false,
                    default: None,
                },
            },
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
                name: "number_pool_enable",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "skip_unhealthy_tns",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "sticky_sender",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "tollfree_weight",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9i64,
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
static CREATE_ORDER_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "items",
                is_required: true,
                schema: Schema {
                    kind: Kind::List(&ORDER_ITEM_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
        ],
    ),
    is_nullable: false,
    default: None,
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
static ENABLE_LEASE_SMS_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "messaging_profile",
                is_required: true,
                schema: Schema {
                    kind: Kind::Uuid,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "sms_campaign",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
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
static NUMBER_FEATURE_SCHEMA: Schema = Schema {
    kind: Kind::Text {
        shortest: 0usize,
        longest: usize::MAX,
        values: &[],
    },
    is_nullable: false,
    default: None,
};
static NUMBER_TYPE_SCHEMA: Schema = Schema {
    kind: Kind::Text {
        shortest: 0usize,
        longest: usize::MAX,
        values: &[],
    },
    is_nullable: false,
    default: None,
};
static ORDER_ITEM_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "autorenew",
                is_required: true,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "features",
                is_required: true,
                schema: Schema {
                    kind: Kind::List(&NUMBER_FEATURE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "tn",
                is_required: true,
                schema: Schema {
                    kind: Kind::Integer {
                        least: -9223372036854775808i64,
                        most: 9223372036854775807i64,
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
static ORDER_STATE_SCHEMA: Schema = Schema {
    kind: Kind::Text {
        shortest: 0usize,
        longest: usize::MAX,
        values: &[],
    },
    is_nullable: false,
    default: None,
};
static SEARCH_INBOUND_SMS_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "created_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "created_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "delivered",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 3usize,
                        longest: 255usize,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "message",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 1usize,
                        longest: 918usize,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "mode",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&SEARCH_MODE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "order",
                is_required: false,
                schema: Schema {
                    kind: Kind::Object(&[]),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "readed",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "state",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&SMS_STATE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "tn",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: -9223372036854775808i64,
                        most: 9223372036854775807i64,
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 3usize,
                        longest: 255usize,
                        values: &[],
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
static SEARCH_LEASES_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "autorenew",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "created_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "created_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "mode",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&SEARCH_MODE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "order",
                is_required: false,
                schema: Schema {
                    kind: Kind::Object(&[]),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "sip_connection",
                is_required: false,
                schema: Schema {
                    kind: Kind::Uuid,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "sip_connections_skip",
                is_required: false,
                schema: Schema {
                    kind: Kind::List(
                        &Schema {
                            kind: Kind::Uuid,
                            is_nullable: false,
                            default: None,
                        },
                    ),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "sip_control_app",
                is_required: false,
                schema: Schema {
                    kind: Kind::Uuid,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "tn",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
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
static SEARCH_MODE_SCHEMA: Schema = Schema {
    kind: Kind::Text {
        shortest: 0usize,
        longest: usize::MAX,
        values: &[],
    },
    is_nullable: false,
    default: None,
};
static SEARCH_NUMBERS_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "city",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "country",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "features",
                is_required: false,
                schema: Schema {
                    kind: Kind::List(&NUMBER_FEATURE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "line",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "npa",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "nxx",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "pattern",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "rate_center",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "skip",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9223372036854775807i64,
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "state",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "take",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 1i64,
                        most: 100i64,
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "type",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&NUMBER_TYPE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
        ],
    ),
    is_nullable: false,
    default: None,
};
static SEARCH_ORDERS_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "created_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "created_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "mode",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&SEARCH_MODE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "order",
                is_required: false,
                schema: Schema {
                    kind: Kind::Object(&[]),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "state",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&ORDER_STATE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
        ],
    ),
    is_nullable: false,
    default: None,
};
static SEARCH_OUTBOUND_SMS_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "created_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "created_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "delivered",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "message",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 1usize,
                        longest: 918usize,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "mode",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&SEARCH_MODE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "order",
                is_required: false,
                schema: Schema {
                    kind: Kind::Object(&[]),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "reference_id",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "state",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&SMS_STATE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "tn",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: -9223372036854775808i64,
                        most: 9223372036854775807i64,
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 3usize,
                        longest: 255usize,
                        values: &[],
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
static SEARCH_SMS_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "created_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "created_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "delivered",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 3usize,
                        longest: 255usize,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "message",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 1usize,
                        longest: 918usize,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "mode",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&SEARCH_MODE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_from",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "modified_on_to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Time,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "order",
                is_required: false,
                schema: Schema {
                    kind: Kind::Object(&[]),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "readed",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "state",
                is_required: false,
                schema: Schema {
                    kind: Kind::Same(&SMS_STATE_SCHEMA),
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "thread",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "to",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 3usize,
                        longest: 255usize,
                        values: &[],
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
static SEND_SMS_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "custom_callback_url",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 10usize,
                        longest: 255usize,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "from",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "message",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 1usize,
                        longest: 918usize,
                        values: &[],
                    },
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "to",
                is_required: true,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
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
static SMS_STATE_SCHEMA: Schema = Schema {
    kind: Kind::Text {
        shortest: 0usize,
        longest: usize::MAX,
        values: &[],
    },
    is_nullable: false,
    default: None,
};
static UPDATE_LEASE_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "autorenew",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "sip_connection",
                is_required: false,
                schema: Schema {
                    kind: Kind::Uuid,
                    is_nullable: true,
                    default: None,
                },
            },
            Property {
                name: "sip_control_app",
                is_required: false,
                schema: Schema {
                    kind: Kind::Uuid,
                    is_nullable: true,
                    default: None,
                },
            },
        ],
    ),
    is_nullable: false,
    default: None,
};
static UPDATE_MESSAGING_PROFILE_REQUEST_SCHEMA: Schema = Schema {
    kind: Kind::Object(
        &[
            Property {
                name: "callback_url",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: true,
                    default: None,
                },
            },
            Property {
                name: "callback_url2",
                is_required: false,
                schema: Schema {
                    kind: Kind::Text {
                        shortest: 0usize,
                        longest: usize::MAX,
                        values: &[],
                    },
                    is_nullable: true,
                    default: None,
                },
            },
            Property {
                name: "long_code_weight",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9i64,
                    },
                    is_nullable: false,
                    default: None,
                },
            },
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
                name: "number_pool_enable",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "skip_unhealthy_tns",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "sticky_sender",
                is_required: false,
                schema: Schema {
                    kind: Kind::Boolean,
                    is_nullable: false,
                    default: None,
                },
            },
            Property {
                name: "tollfree_weight",
                is_required: false,
                schema: Schema {
                    kind: Kind::Integer {
                        least: 0i64,
                        most: 9i64,
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
