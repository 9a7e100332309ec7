// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///The customer that pays.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Account {
        ///First line of the address.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub address1: crate::Maybe<::std::string::String>,
        ///Second line of the address.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub address2: crate::Maybe<::std::string::String>,
        ///What is left to spend; the WebSocket service leaves it out since 2024.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub balance: ::std::option::Option<::serde_json::Number>,
        ///City.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub city: crate::Maybe<::std::string::String>,
        ///When the account was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on: ::std::option::Option<crate::Timestamp>,
        ///When the account was deleted.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub deleted_on: crate::Maybe<crate::Timestamp>,
        ///When the account was disabled; missing before 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub disabled_on: crate::Maybe<crate::Timestamp>,
        ///The account's address; it may differ from the user's.
        pub email: ::std::string::String,
        pub level: crate::types::AccountLevel,
        ///When the account was last changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on: ::std::option::Option<crate::Timestamp>,
        ///The account's name.
        pub name: ::std::string::String,
        ///A phone number, as a string or as an integer; missing before 2024.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub phone: crate::Maybe<crate::types::PhoneNumber>,
        ///The account's id.
        pub uuid: ::uuid::Uuid,
        ///Postal code.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub zip_code: crate::Maybe<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Account {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            uuid: ::uuid::Uuid,
            email: impl Into<::std::string::String>,
            name: impl Into<::std::string::String>,
            level: impl Into<crate::types::AccountLevel>,
        ) -> Self {
            Self {
                uuid,
                email: email.into(),
                name: name.into(),
                level: level.into(),
                address1: Default::default(),
                address2: Default::default(),
                balance: Default::default(),
                city: Default::default(),
                created_on: Default::default(),
                deleted_on: Default::default(),
                disabled_on: Default::default(),
                extra: Default::default(),
                modified_on: Default::default(),
                phone: Default::default(),
                zip_code: Default::default(),
            }
        }
        ///First line of the address.
        pub fn address1(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                address1: value.into(),
                ..self
            }
        }
        ///Second line of the address.
        pub fn address2(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                address2: value.into(),
                ..self
            }
        }
        ///What is left to spend; the WebSocket service leaves it out since 2024.
        pub fn balance(self, value: impl Into<::serde_json::Number>) -> Self {
            Self {
                balance: Some(value.into()),
                ..self
            }
        }
        ///City.
        pub fn city(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { city: value.into(), ..self }
        }
        ///When the account was made.
        pub fn created_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on: Some(value.into()),
                ..self
            }
        }
        ///When the account was deleted.
        pub fn deleted_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                deleted_on: value.into(),
                ..self
            }
        }
        ///When the account was disabled; missing before 2022.
        pub fn disabled_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                disabled_on: value.into(),
                ..self
            }
        }
        ///When the account was last changed.
        pub fn modified_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on: Some(value.into()),
                ..self
            }
        }
        ///A phone number, as a string or as an integer; missing before 2024.
        pub fn phone(
            self,
            value: impl Into<crate::Maybe<crate::types::PhoneNumber>>,
        ) -> Self {
            Self {
                phone: value.into(),
                ..self
            }
        }
        ///Postal code.
        pub fn zip_code(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                zip_code: value.into(),
                ..self
            }
        }
    }
    ///The answer to a credential that is good.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct AuthenticateResponse {
        pub payload: User,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl AuthenticateResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: User) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///A call: what changed in it, or the whole of it. Further fields are its number, SIP application, account and logs.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Call {
        ///When it was answered.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub answer_on: ::std::option::Option<crate::Timestamp>,
        ///When it was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on: ::std::option::Option<crate::Timestamp>,
        ///When it was taken down.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub destroy_on: ::std::option::Option<crate::Timestamp>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub direction: ::std::option::Option<crate::types::CallDirection>,
        ///How long it has lasted, in seconds; in the events of 2022 in milliseconds.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub duration: ::std::option::Option<::serde_json::Number>,
        ///When it was over, in the forms before 2024.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub finished_on: ::std::option::Option<crate::Timestamp>,
        ///Who calls, a number or the name of a SIP user.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub from: ::std::option::Option<crate::types::PhoneNumber>,
        ///When somebody hung up.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub hangup_on: ::std::option::Option<crate::Timestamp>,
        ///When its setting up began.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub init_on: ::std::option::Option<crate::Timestamp>,
        ///When it was last changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on: ::std::option::Option<crate::Timestamp>,
        ///Why it ended, as a number of ITU-T Q.850; 16 is a normal end.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub q850_cause: ::std::option::Option<i64>,
        ///The same as a word, for instance `NORMAL_CLEARING`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub q850_cause_string: ::std::option::Option<::std::string::String>,
        ///When the other side began to ring.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ring_on: ::std::option::Option<crate::Timestamp>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<crate::types::CallState>,
        ///Who is called, a number or the name of a SIP user.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub to: ::std::option::Option<crate::types::PhoneNumber>,
        ///What kind of call it is, for instance `CallSCA`.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<::std::string::String>,
        ///The call's id; a payload of 2024 leaves it out, the entity beside it has it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::uuid::Uuid>,
    }
    impl Call {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                answer_on: Default::default(),
                created_on: Default::default(),
                destroy_on: Default::default(),
                direction: Default::default(),
                duration: Default::default(),
                finished_on: Default::default(),
                from: Default::default(),
                hangup_on: Default::default(),
                init_on: Default::default(),
                modified_on: Default::default(),
                q850_cause: Default::default(),
                q850_cause_string: Default::default(),
                ring_on: Default::default(),
                state: Default::default(),
                to: Default::default(),
                kind: Default::default(),
                uuid: Default::default(),
            }
        }
        ///When it was answered.
        pub fn answer_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                answer_on: Some(value.into()),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on: Some(value.into()),
                ..self
            }
        }
        ///When it was taken down.
        pub fn destroy_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                destroy_on: Some(value.into()),
                ..self
            }
        }
        ///Sets `direction`.
        pub fn direction(self, value: impl Into<crate::types::CallDirection>) -> Self {
            Self {
                direction: Some(value.into()),
                ..self
            }
        }
        ///How long it has lasted, in seconds; in the events of 2022 in milliseconds.
        pub fn duration(self, value: impl Into<::serde_json::Number>) -> Self {
            Self {
                duration: Some(value.into()),
                ..self
            }
        }
        ///When it was over, in the forms before 2024.
        pub fn finished_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                finished_on: Some(value.into()),
                ..self
            }
        }
        ///Who calls, a number or the name of a SIP user.
        pub fn from(self, value: impl Into<crate::types::PhoneNumber>) -> Self {
            Self {
                from: Some(value.into()),
                ..self
            }
        }
        ///When somebody hung up.
        pub fn hangup_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                hangup_on: Some(value.into()),
                ..self
            }
        }
        ///When its setting up began.
        pub fn init_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                init_on: Some(value.into()),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on: Some(value.into()),
                ..self
            }
        }
        ///Why it ended, as a number of ITU-T Q.850; 16 is a normal end.
        pub fn q850_cause(self, value: impl Into<i64>) -> Self {
            Self {
                q850_cause: Some(value.into()),
                ..self
            }
        }
        ///The same as a word, for instance `NORMAL_CLEARING`.
        pub fn q850_cause_string(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                q850_cause_string: Some(value.into()),
                ..self
            }
        }
        ///When the other side began to ring.
        pub fn ring_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                ring_on: Some(value.into()),
                ..self
            }
        }
        ///Sets `state`.
        pub fn state(self, value: impl Into<crate::types::CallState>) -> Self {
            Self {
                state: Some(value.into()),
                ..self
            }
        }
        ///Who is called, a number or the name of a SIP user.
        pub fn to(self, value: impl Into<crate::types::PhoneNumber>) -> Self {
            Self {
                to: Some(value.into()),
                ..self
            }
        }
        ///What kind of call it is, for instance `CallSCA`.
        pub fn kind(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                kind: Some(value.into()),
                ..self
            }
        }
        ///The call's id; a payload of 2024 leaves it out, the entity beside it has it.
        pub fn uuid(self, value: impl Into<::uuid::Uuid>) -> Self {
            Self {
                uuid: Some(value.into()),
                ..self
            }
        }
    }
    ///A command of a call's flow that was carried out, and the call.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CallFlow {
        ///The call, in the form of 2022.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub call: ::std::option::Option<::std::boxed::Box<crate::types::Call>>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub command: ::std::option::Option<::std::boxed::Box<crate::types::FlowCommand>>,
    }
    impl CallFlow {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                call: Default::default(),
                command: Default::default(),
            }
        }
        ///The call, in the form of 2022.
        pub fn call(self, value: impl Into<crate::types::Call>) -> Self {
            Self {
                call: Some(Box::new(value.into())),
                ..self
            }
        }
        ///Sets `command`.
        pub fn command(self, value: impl Into<crate::types::FlowCommand>) -> Self {
            Self {
                command: Some(Box::new(value.into())),
                ..self
            }
        }
    }
    ///What a new event subscription is to be.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CreateSubscriptionRequest {
        pub channel: crate::types::EventChannel,
        ///When the subscription stops; a time in the past is taken as well. The server decides when it is missing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expired_on: ::std::option::Option<crate::Timestamp>,
        ///Whether the subscription is in force. The server decides when it is missing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_active: ::std::option::Option<bool>,
        #[serde(rename = "type")]
        pub kind: crate::types::EventType,
    }
    impl CreateSubscriptionRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            channel: impl Into<crate::types::EventChannel>,
            kind: impl Into<crate::types::EventType>,
        ) -> Self {
            Self {
                channel: channel.into(),
                kind: kind.into(),
                expired_on: Default::default(),
                is_active: Default::default(),
            }
        }
        ///When the subscription stops; a time in the past is taken as well. The server decides when it is missing.
        pub fn expired_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                expired_on: Some(value.into()),
                ..self
            }
        }
        ///Whether the subscription is in force. The server decides when it is missing.
        pub fn is_active(self, value: impl Into<bool>) -> Self {
            Self {
                is_active: Some(value.into()),
                ..self
            }
        }
    }
    ///What a new API token is to be.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CreateTokenRequest {
        ///A name for people, 1 to 255 characters.
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 1, "maxLength" = 255))
        )]
        pub name: ::std::string::String,
        ///How long the token lives, in seconds, at least 60. The server decides when it is missing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minimum" = 60, "maximum" = 2147483647))
        )]
        pub ttl: ::std::option::Option<i64>,
    }
    impl CreateTokenRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(name: impl Into<::std::string::String>) -> Self {
            Self {
                name: name.into(),
                ttl: Default::default(),
            }
        }
        ///How long the token lives, in seconds, at least 60. The server decides when it is missing.
        pub fn ttl(self, value: impl Into<i64>) -> Self {
            Self {
                ttl: Some(value.into()),
                ..self
            }
        }
    }
    ///The answer to the creation of an API token.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CreateTokenResponse {
        pub payload: CreatedToken,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl CreateTokenResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: CreatedToken) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///A new API token, with the value that may never be shown again.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CreatedToken {
        ///When the token was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on: ::std::option::Option<crate::Timestamp>,
        ///When the token stops working.
        pub expired_on: crate::Timestamp,
        ///When the token was last changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on: ::std::option::Option<crate::Timestamp>,
        ///A name for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///The value, which a request carries and a deletion takes.
        pub token: crate::Secret,
        ///How long the token lives, in seconds, as the request said.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ttl: ::std::option::Option<i64>,
        ///The token's id, which a change takes.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl CreatedToken {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            uuid: ::uuid::Uuid,
            token: impl Into<crate::Secret>,
            expired_on: impl Into<crate::Timestamp>,
        ) -> Self {
            Self {
                uuid,
                token: token.into(),
                expired_on: expired_on.into(),
                created_on: Default::default(),
                extra: Default::default(),
                modified_on: Default::default(),
                name: Default::default(),
                ttl: Default::default(),
            }
        }
        ///When the token was made.
        pub fn created_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on: Some(value.into()),
                ..self
            }
        }
        ///When the token was last changed.
        pub fn modified_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on: Some(value.into()),
                ..self
            }
        }
        ///A name for people.
        pub fn name(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                name: Some(value.into()),
                ..self
            }
        }
        ///How long the token lives, in seconds, as the request said.
        pub fn ttl(self, value: impl Into<i64>) -> Self {
            Self {
                ttl: Some(value.into()),
                ..self
            }
        }
    }
    ///The answer to the deletion of all API tokens.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct DeleteAllTokensResponse {
        ///Empty.
        pub payload: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl DeleteAllTokensResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            success: bool,
            payload: ::std::collections::BTreeMap<
                ::std::string::String,
                crate::Unrecognized,
            >,
        ) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer to the deletion of an event subscription.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct DeleteSubscriptionResponse {
        ///Not known; a server does best with an empty object.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub payload: crate::Maybe<
            ::std::collections::BTreeMap<::std::string::String, crate::Unrecognized>,
        >,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl DeleteSubscriptionResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool) -> Self {
            Self {
                success,
                extra: Default::default(),
                payload: Default::default(),
            }
        }
        ///Not known; a server does best with an empty object.
        pub fn payload(
            self,
            value: impl Into<
                crate::Maybe<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        crate::Unrecognized,
                    >,
                >,
            >,
        ) -> Self {
            Self {
                payload: value.into(),
                ..self
            }
        }
    }
    ///What every refusal says.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ErrorResponse {
        ///What was wrong with each parameter, by its path (`params.ttl`).
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub fields: crate::Maybe<
            ::std::collections::BTreeMap<::std::string::String, crate::types::FieldError>,
        >,
        ///What was wrong, for people.
        pub message: ::std::string::String,
        ///More for people; mostly missing.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub meta: crate::Maybe<::std::string::String>,
        ///The HTTP status once more.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<i64>,
        ///Always false in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ErrorResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, message: impl Into<::std::string::String>) -> Self {
            Self {
                success,
                message: message.into(),
                extra: Default::default(),
                fields: Default::default(),
                meta: Default::default(),
                status: Default::default(),
            }
        }
        ///What was wrong with each parameter, by its path (`params.ttl`).
        pub fn fields(
            self,
            value: impl Into<
                crate::Maybe<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        crate::types::FieldError,
                    >,
                >,
            >,
        ) -> Self {
            Self {
                fields: value.into(),
                ..self
            }
        }
        ///More for people; mostly missing.
        pub fn meta(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { meta: value.into(), ..self }
        }
        ///The HTTP status once more.
        pub fn status(self, value: impl Into<i64>) -> Self {
            Self {
                status: Some(value.into()),
                ..self
            }
        }
    }
    ///What was wrong with one parameter.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct FieldError {
        ///What was wrong, for people.
        pub message: ::std::string::String,
        ///The value that was refused, of any type; it may be null.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub value: crate::Maybe<crate::Unrecognized>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl FieldError {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(message: impl Into<::std::string::String>) -> Self {
            Self {
                message: message.into(),
                extra: Default::default(),
                value: Default::default(),
            }
        }
        ///The value that was refused, of any type; it may be null.
        pub fn value(self, value: impl Into<crate::Maybe<crate::Unrecognized>>) -> Self {
            Self {
                value: value.into(),
                ..self
            }
        }
    }
    ///A command of a call's flow and how it went.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct FlowCommand {
        ///The commands inside it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub children: ::std::option::Option<::std::vec::Vec<crate::types::FlowCommand>>,
        ///What went wrong, in a form that is not documented.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub error: ::std::option::Option<::std::vec::Vec<crate::Unrecognized>>,
        ///Its name, for instance `Answer`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Where it stands in the flow, for instance `Answer[0]`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub path: ::std::option::Option<::std::string::String>,
        ///Why, for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///Whether it succeeded.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub success: ::std::option::Option<bool>,
    }
    impl FlowCommand {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                children: Default::default(),
                error: Default::default(),
                name: Default::default(),
                path: Default::default(),
                reason: Default::default(),
                success: Default::default(),
            }
        }
        ///The commands inside it.
        pub fn children(
            self,
            value: impl Into<::std::vec::Vec<crate::types::FlowCommand>>,
        ) -> Self {
            Self {
                children: Some(value.into()),
                ..self
            }
        }
        ///What went wrong, in a form that is not documented.
        pub fn error(
            self,
            value: impl Into<::std::vec::Vec<crate::Unrecognized>>,
        ) -> Self {
            Self {
                error: Some(value.into()),
                ..self
            }
        }
        ///Its name, for instance `Answer`.
        pub fn name(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                name: Some(value.into()),
                ..self
            }
        }
        ///Where it stands in the flow, for instance `Answer[0]`.
        pub fn path(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                path: Some(value.into()),
                ..self
            }
        }
        ///Why, for people.
        pub fn reason(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                reason: Some(value.into()),
                ..self
            }
        }
        ///Whether it succeeded.
        pub fn success(self, value: impl Into<bool>) -> Self {
            Self {
                success: Some(value.into()),
                ..self
            }
        }
    }
    ///The answer that lists event subscriptions.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ListSubscriptionsResponse {
        ///The caller's subscriptions.
        pub payload: ::std::vec::Vec<Subscription>,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ListSubscriptionsResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: ::std::vec::Vec<Subscription>) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that lists API tokens.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ListTokensResponse {
        ///The caller's tokens.
        pub payload: ::std::vec::Vec<Token>,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ListTokensResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: ::std::vec::Vec<Token>) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///A message that was sent, delivered or received. Further fields are its number, account and messaging profile.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Sms {
        ///Whether a program wrote it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub automated: ::std::option::Option<bool>,
        ///When it was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on: ::std::option::Option<crate::Timestamp>,
        ///Whether it arrived.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub delivered: ::std::option::Option<bool>,
        ///Who sent it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub from: ::std::option::Option<crate::types::PhoneNumber>,
        ///What it says.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        ///When it was last changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on: ::std::option::Option<crate::Timestamp>,
        ///Why it stands where it stands, for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<crate::types::SmsState>,
        ///The conversation that it belongs to, 32 hexadecimal digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub thread: ::std::option::Option<::std::string::String>,
        ///Who gets it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub to: ::std::option::Option<crate::types::PhoneNumber>,
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<crate::types::SmsKind>,
        ///The message's id.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::uuid::Uuid>,
    }
    impl Sms {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                automated: Default::default(),
                created_on: Default::default(),
                delivered: Default::default(),
                from: Default::default(),
                message: Default::default(),
                modified_on: Default::default(),
                reason: Default::default(),
                state: Default::default(),
                thread: Default::default(),
                to: Default::default(),
                kind: Default::default(),
                uuid: Default::default(),
            }
        }
        ///Whether a program wrote it.
        pub fn automated(self, value: impl Into<bool>) -> Self {
            Self {
                automated: Some(value.into()),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on: Some(value.into()),
                ..self
            }
        }
        ///Whether it arrived.
        pub fn delivered(self, value: impl Into<bool>) -> Self {
            Self {
                delivered: Some(value.into()),
                ..self
            }
        }
        ///Who sent it.
        pub fn from(self, value: impl Into<crate::types::PhoneNumber>) -> Self {
            Self {
                from: Some(value.into()),
                ..self
            }
        }
        ///What it says.
        pub fn message(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                message: Some(value.into()),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on: Some(value.into()),
                ..self
            }
        }
        ///Why it stands where it stands, for people.
        pub fn reason(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                reason: Some(value.into()),
                ..self
            }
        }
        ///Sets `state`.
        pub fn state(self, value: impl Into<crate::types::SmsState>) -> Self {
            Self {
                state: Some(value.into()),
                ..self
            }
        }
        ///The conversation that it belongs to, 32 hexadecimal digits.
        pub fn thread(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                thread: Some(value.into()),
                ..self
            }
        }
        ///Who gets it.
        pub fn to(self, value: impl Into<crate::types::PhoneNumber>) -> Self {
            Self {
                to: Some(value.into()),
                ..self
            }
        }
        ///Sets `kind`.
        pub fn kind(self, value: impl Into<crate::types::SmsKind>) -> Self {
            Self {
                kind: Some(value.into()),
                ..self
            }
        }
        ///The message's id.
        pub fn uuid(self, value: impl Into<::uuid::Uuid>) -> Self {
            Self {
                uuid: Some(value.into()),
                ..self
            }
        }
    }
    ///Which events a user is sent, by which way and until when.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Subscription {
        pub channel: crate::types::EventChannel,
        ///When the subscription was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on: ::std::option::Option<crate::Timestamp>,
        ///When the subscription stops, or has stopped; null if it does not.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub expired_on: crate::Maybe<crate::Timestamp>,
        ///Whether the subscription is in force.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_active: ::std::option::Option<bool>,
        ///When the subscription was last changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on: ::std::option::Option<crate::Timestamp>,
        #[serde(rename = "type")]
        pub kind: crate::types::EventType,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub user: ::std::option::Option<::std::boxed::Box<User>>,
        ///The subscription's id, which a deletion takes.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Subscription {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            uuid: ::uuid::Uuid,
            channel: impl Into<crate::types::EventChannel>,
            kind: impl Into<crate::types::EventType>,
        ) -> Self {
            Self {
                uuid,
                channel: channel.into(),
                kind: kind.into(),
                created_on: Default::default(),
                expired_on: Default::default(),
                extra: Default::default(),
                is_active: Default::default(),
                modified_on: Default::default(),
                user: Default::default(),
            }
        }
        ///When the subscription was made.
        pub fn created_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on: Some(value.into()),
                ..self
            }
        }
        ///When the subscription stops, or has stopped; null if it does not.
        pub fn expired_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                expired_on: value.into(),
                ..self
            }
        }
        ///Whether the subscription is in force.
        pub fn is_active(self, value: impl Into<bool>) -> Self {
            Self {
                is_active: Some(value.into()),
                ..self
            }
        }
        ///When the subscription was last changed.
        pub fn modified_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on: Some(value.into()),
                ..self
            }
        }
        ///Sets `user`.
        pub fn user(self, value: impl Into<User>) -> Self {
            Self {
                user: Some(Box::new(value.into())),
                ..self
            }
        }
    }
    ///The answer that shows one event subscription.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SubscriptionResponse {
        pub payload: Subscription,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl SubscriptionResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: Subscription) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///An order of phone numbers that went on.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct TnOrder {
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<crate::types::TnOrderState>,
        ///The order's id.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::uuid::Uuid>,
    }
    impl TnOrder {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                state: Default::default(),
                uuid: Default::default(),
            }
        }
        ///Sets `state`.
        pub fn state(self, value: impl Into<crate::types::TnOrderState>) -> Self {
            Self {
                state: Some(value.into()),
                ..self
            }
        }
        ///The order's id.
        pub fn uuid(self, value: impl Into<::uuid::Uuid>) -> Self {
            Self {
                uuid: Some(value.into()),
                ..self
            }
        }
    }
    ///An API token as a list, a change or a deletion shows it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Token {
        ///When the token was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on: ::std::option::Option<crate::Timestamp>,
        ///When the token stops working.
        pub expired_on: crate::Timestamp,
        ///When the token was last changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on: ::std::option::Option<crate::Timestamp>,
        ///A name for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///The value; a list may leave it out.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token: ::std::option::Option<crate::Secret>,
        ///How long the token lives, in seconds; only its creation is known to show it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ttl: ::std::option::Option<i64>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub user: ::std::option::Option<::std::boxed::Box<User>>,
        ///The token's id; missing once the token is deleted.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::uuid::Uuid>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Token {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(expired_on: impl Into<crate::Timestamp>) -> Self {
            Self {
                expired_on: expired_on.into(),
                created_on: Default::default(),
                extra: Default::default(),
                modified_on: Default::default(),
                name: Default::default(),
                token: Default::default(),
                ttl: Default::default(),
                user: Default::default(),
                uuid: Default::default(),
            }
        }
        ///When the token was made.
        pub fn created_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on: Some(value.into()),
                ..self
            }
        }
        ///When the token was last changed.
        pub fn modified_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on: Some(value.into()),
                ..self
            }
        }
        ///A name for people.
        pub fn name(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                name: Some(value.into()),
                ..self
            }
        }
        ///The value; a list may leave it out.
        pub fn token(self, value: impl Into<crate::Secret>) -> Self {
            Self {
                token: Some(value.into()),
                ..self
            }
        }
        ///How long the token lives, in seconds; only its creation is known to show it.
        pub fn ttl(self, value: impl Into<i64>) -> Self {
            Self {
                ttl: Some(value.into()),
                ..self
            }
        }
        ///Sets `user`.
        pub fn user(self, value: impl Into<User>) -> Self {
            Self {
                user: Some(Box::new(value.into())),
                ..self
            }
        }
        ///The token's id; missing once the token is deleted.
        pub fn uuid(self, value: impl Into<::uuid::Uuid>) -> Self {
            Self {
                uuid: Some(value.into()),
                ..self
            }
        }
    }
    ///The answer that shows one API token.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct TokenResponse {
        pub payload: Token,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl TokenResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: Token) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///What is to change in an API token; what is missing stays.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    #[cfg_attr(feature = "schemars", schemars(extend("minProperties" = 1)))]
    pub struct UpdateTokenRequest {
        ///A new name for people, 1 to 255 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 1, "maxLength" = 255))
        )]
        pub name: ::std::option::Option<::std::string::String>,
        ///How long the token lives from now, in seconds, at least 60.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minimum" = 60, "maximum" = 2147483647))
        )]
        pub ttl: ::std::option::Option<i64>,
    }
    impl UpdateTokenRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                name: Default::default(),
                ttl: Default::default(),
            }
        }
        ///A new name for people, 1 to 255 characters.
        pub fn name(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                name: Some(value.into()),
                ..self
            }
        }
        ///How long the token lives from now, in seconds, at least 60.
        pub fn ttl(self, value: impl Into<i64>) -> Self {
            Self {
                ttl: Some(value.into()),
                ..self
            }
        }
    }
    ///A person with access to an account.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct User {
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub account: ::std::option::Option<::std::boxed::Box<Account>>,
        ///The user's id at Apple; missing since 2024.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub apple_user_id: crate::Maybe<::std::string::String>,
        ///Address of a picture; missing before 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub avatar: crate::Maybe<::std::string::String>,
        ///When the user was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on: ::std::option::Option<crate::Timestamp>,
        ///When the user was deleted.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub deleted_on: crate::Maybe<crate::Timestamp>,
        ///Date of birth.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub dob: crate::Maybe<crate::Timestamp>,
        ///The address that Basic takes.
        pub email: ::std::string::String,
        ///The user's id at Facebook; missing since 2024.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub facebook_user_id: crate::Maybe<::std::string::String>,
        ///First name.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub first_name: crate::Maybe<::std::string::String>,
        ///Gender.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub gender: crate::Maybe<crate::types::Gender>,
        ///The user's id at Google; missing since 2024.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub gmail_user_id: crate::Maybe<::std::string::String>,
        ///Last name.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub last_name: crate::Maybe<::std::string::String>,
        ///When the user was last changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on: ::std::option::Option<crate::Timestamp>,
        ///A phone number as free text.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "crate::Maybe<::std::string::String>")
        )]
        pub phone_number: crate::Maybe<crate::PhoneNumber>,
        pub role: crate::types::Role,
        ///A JWT good for 24 hours; only `GET /rest/auth` shows it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token: ::std::option::Option<crate::Secret>,
        ///The user's id, and the `uuid` claim of the user's JWT.
        pub uuid: ::uuid::Uuid,
        ///The user's id at WeChat; missing since 2024.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub wechat_user_id: crate::Maybe<::std::string::String>,
        ///Whether the user has a WebSocket connection; missing before 2022.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub wss_online: ::std::option::Option<bool>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl User {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            uuid: ::uuid::Uuid,
            email: impl Into<::std::string::String>,
            role: impl Into<crate::types::Role>,
        ) -> Self {
            Self {
                uuid,
                email: email.into(),
                role: role.into(),
                account: Default::default(),
                apple_user_id: Default::default(),
                avatar: Default::default(),
                created_on: Default::default(),
                deleted_on: Default::default(),
                dob: Default::default(),
                extra: Default::default(),
                facebook_user_id: Default::default(),
                first_name: Default::default(),
                gender: Default::default(),
                gmail_user_id: Default::default(),
                last_name: Default::default(),
                modified_on: Default::default(),
                phone_number: Default::default(),
                token: Default::default(),
                wechat_user_id: Default::default(),
                wss_online: Default::default(),
            }
        }
        ///Sets `account`.
        pub fn account(self, value: impl Into<Account>) -> Self {
            Self {
                account: Some(Box::new(value.into())),
                ..self
            }
        }
        ///The user's id at Apple; missing since 2024.
        pub fn apple_user_id(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                apple_user_id: value.into(),
                ..self
            }
        }
        ///Address of a picture; missing before 2022.
        pub fn avatar(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                avatar: value.into(),
                ..self
            }
        }
        ///When the user was made.
        pub fn created_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on: Some(value.into()),
                ..self
            }
        }
        ///When the user was deleted.
        pub fn deleted_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                deleted_on: value.into(),
                ..self
            }
        }
        ///Date of birth.
        pub fn dob(self, value: impl Into<crate::Maybe<crate::Timestamp>>) -> Self {
            Self { dob: value.into(), ..self }
        }
        ///The user's id at Facebook; missing since 2024.
        pub fn facebook_user_id(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                facebook_user_id: value.into(),
                ..self
            }
        }
        ///First name.
        pub fn first_name(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                first_name: value.into(),
                ..self
            }
        }
        ///Gender.
        pub fn gender(
            self,
            value: impl Into<crate::Maybe<crate::types::Gender>>,
        ) -> Self {
            Self {
                gender: value.into(),
                ..self
            }
        }
        ///The user's id at Google; missing since 2024.
        pub fn gmail_user_id(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                gmail_user_id: value.into(),
                ..self
            }
        }
        ///Last name.
        pub fn last_name(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                last_name: value.into(),
                ..self
            }
        }
        ///When the user was last changed.
        pub fn modified_on(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on: Some(value.into()),
                ..self
            }
        }
        ///A phone number as free text.
        pub fn phone_number(
            self,
            value: impl Into<crate::Maybe<crate::PhoneNumber>>,
        ) -> Self {
            Self {
                phone_number: value.into(),
                ..self
            }
        }
        ///A JWT good for 24 hours; only `GET /rest/auth` shows it.
        pub fn token(self, value: impl Into<crate::Secret>) -> Self {
            Self {
                token: Some(value.into()),
                ..self
            }
        }
        ///The user's id at WeChat; missing since 2024.
        pub fn wechat_user_id(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                wechat_user_id: value.into(),
                ..self
            }
        }
        ///Whether the user has a WebSocket connection; missing before 2022.
        pub fn wss_online(self, value: impl Into<bool>) -> Self {
            Self {
                wss_online: Some(value.into()),
                ..self
            }
        }
    }
    ///The first message on a WebSocket connection.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct WssAuthRequest {
        ///A JWT from `GET /rest/auth`, or an API token from `POST /rest/token`.
        pub payload: crate::Secret,
        ///Always `auth`.
        #[serde(rename = "type")]
        pub kind: ::std::string::String,
    }
    impl WssAuthRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            kind: impl Into<::std::string::String>,
            payload: impl Into<crate::Secret>,
        ) -> Self {
            Self {
                kind: kind.into(),
                payload: payload.into(),
            }
        }
    }
    ///A WebSocket connection and whose it is.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct WssConnection {
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub account: ::std::option::Option<::std::boxed::Box<Account>>,
        ///The client's address; an IPv4 address may come mapped to IPv6.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ip: ::std::option::Option<::std::string::String>,
        pub user: User,
        ///The id of the connection, not of the user.
        pub uuid: ::uuid::Uuid,
    }
    impl WssConnection {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(uuid: ::uuid::Uuid, user: User) -> Self {
            Self {
                uuid,
                user,
                account: Default::default(),
                ip: Default::default(),
            }
        }
        ///Sets `account`.
        pub fn account(self, value: impl Into<Account>) -> Self {
            Self {
                account: Some(Box::new(value.into())),
                ..self
            }
        }
        ///The client's address; an IPv4 address may come mapped to IPv6.
        pub fn ip(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                ip: Some(value.into()),
                ..self
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
    ///How far an account has been verified.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum AccountLevel {
        ///`Level0`.
        Level0,
        ///`Level1`.
        Level1,
        ///`Level2`.
        Level2,
        ///`ServiceAccount`.
        ServiceAccount,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl AccountLevel {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Level0 => "Level0",
                Self::Level1 => "Level1",
                Self::Level2 => "Level2",
                Self::ServiceAccount => "ServiceAccount",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for AccountLevel {
        fn from(value: &str) -> Self {
            match value {
                "Level0" => Self::Level0,
                "Level1" => Self::Level1,
                "Level2" => Self::Level2,
                "ServiceAccount" => Self::ServiceAccount,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for AccountLevel {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for AccountLevel {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for AccountLevel {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for AccountLevel {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "AccountLevel".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" : "How far an account has been verified.", "type" :
                "string", "x-extensible-enum" : ["Level0", "Level1", "Level2",
                "ServiceAccount"], }
            )
        }
    }
    ///Which way a call goes. It came to the service (`in`), or the service made it (`out`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum CallDirection {
        ///`in`.
        In,
        ///`out`.
        Out,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl CallDirection {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::In => "in",
                Self::Out => "out",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for CallDirection {
        fn from(value: &str) -> Self {
            match value {
                "in" => Self::In,
                "out" => Self::Out,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for CallDirection {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for CallDirection {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for CallDirection {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for CallDirection {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "CallDirection".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" :
                "Which way a call goes. It came to the service (`in`), or the service made it (`out`).",
                "type" : "string", "x-extensible-enum" : ["in", "out"], }
            )
        }
    }
    ///Where a call stands: it is being set up (`init`), the other side rings (`ringing`), people talk (`live`), one side has hung up (`hangup`), it is over and its figures are final (`destroyed`). In the words of 2021 it goes on (`online`) or is over (`offline`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum CallState {
        ///`init`.
        Init,
        ///`ringing`.
        Ringing,
        ///`live`.
        Live,
        ///`hangup`.
        Hangup,
        ///`destroyed`.
        Destroyed,
        ///`online`.
        Online,
        ///`offline`.
        Offline,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl CallState {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Init => "init",
                Self::Ringing => "ringing",
                Self::Live => "live",
                Self::Hangup => "hangup",
                Self::Destroyed => "destroyed",
                Self::Online => "online",
                Self::Offline => "offline",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for CallState {
        fn from(value: &str) -> Self {
            match value {
                "init" => Self::Init,
                "ringing" => Self::Ringing,
                "live" => Self::Live,
                "hangup" => Self::Hangup,
                "destroyed" => Self::Destroyed,
                "online" => Self::Online,
                "offline" => Self::Offline,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for CallState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for CallState {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for CallState {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for CallState {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "CallState".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" :
                "Where a call stands: it is being set up (`init`), the other side rings (`ringing`), people talk (`live`), one side has hung up (`hangup`), it is over and its figures are final (`destroyed`). In the words of 2021 it goes on (`online`) or is over (`offline`).",
                "type" : "string", "x-extensible-enum" : ["init", "ringing", "live",
                "hangup", "destroyed", "online", "offline"], }
            )
        }
    }
    ///The way by which events are sent.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum EventChannel {
        ///`wss`.
        Wss,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl EventChannel {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Wss => "wss",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for EventChannel {
        fn from(value: &str) -> Self {
            match value {
                "wss" => Self::Wss,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for EventChannel {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for EventChannel {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for EventChannel {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for EventChannel {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "EventChannel".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" : "The way by which events are sent.", "type" : "string",
                "x-extensible-enum" : ["wss"], }
            )
        }
    }
    ///What an event is about.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum EventType {
        ///`auth`.
        Auth,
        ///`call_flow`.
        CallFlow,
        ///`call_record`.
        CallRecord,
        ///`call_state`.
        CallState,
        ///`sms`.
        Sms,
        ///`tn_order`.
        TnOrder,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl EventType {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Auth => "auth",
                Self::CallFlow => "call_flow",
                Self::CallRecord => "call_record",
                Self::CallState => "call_state",
                Self::Sms => "sms",
                Self::TnOrder => "tn_order",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for EventType {
        fn from(value: &str) -> Self {
            match value {
                "auth" => Self::Auth,
                "call_flow" => Self::CallFlow,
                "call_record" => Self::CallRecord,
                "call_state" => Self::CallState,
                "sms" => Self::Sms,
                "tn_order" => Self::TnOrder,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for EventType {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for EventType {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for EventType {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for EventType {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "EventType".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" : "What an event is about.", "type" : "string",
                "x-extensible-enum" : ["auth", "call_flow", "call_record", "call_state",
                "sms", "tn_order"], }
            )
        }
    }
    ///A user's gender.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Gender {
        ///`Female`.
        Female,
        ///`Male`.
        Male,
        ///`Other`.
        Other,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl Gender {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Female => "Female",
                Self::Male => "Male",
                Self::Other => "Other",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for Gender {
        fn from(value: &str) -> Self {
            match value {
                "Female" => Self::Female,
                "Male" => Self::Male,
                "Other" => Self::Other,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for Gender {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for Gender {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for Gender {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for Gender {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "Gender".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" : "A user's gender.", "type" : "string",
                "x-extensible-enum" : ["Female", "Male", "Other"], }
            )
        }
    }
    ///What a user may do.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Role {
        ///`Admin`.
        Admin,
        ///`Provider`.
        Provider,
        ///`User`.
        User,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl Role {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Admin => "Admin",
                Self::Provider => "Provider",
                Self::User => "User",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for Role {
        fn from(value: &str) -> Self {
            match value {
                "Admin" => Self::Admin,
                "Provider" => Self::Provider,
                "User" => Self::User,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for Role {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for Role {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for Role {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for Role {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "Role".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" : "What a user may do.", "type" : "string",
                "x-extensible-enum" : ["Admin", "Provider", "User"], }
            )
        }
    }
    ///Which way a message goes. It goes out (`smso`), or it was received (`smsr`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum SmsKind {
        ///`smso`.
        Smso,
        ///`smsr`.
        Smsr,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl SmsKind {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Smso => "smso",
                Self::Smsr => "smsr",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for SmsKind {
        fn from(value: &str) -> Self {
            match value {
                "smso" => Self::Smso,
                "smsr" => Self::Smsr,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for SmsKind {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for SmsKind {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for SmsKind {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for SmsKind {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "SmsKind".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" :
                "Which way a message goes. It goes out (`smso`), or it was received (`smsr`).",
                "type" : "string", "x-extensible-enum" : ["smso", "smsr"], }
            )
        }
    }
    ///Where a message stands: it waits to be sent (`created`), is on its way (`sending`), was sent (`sent`; `success` since 2022), was not sent (`failed`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum SmsState {
        ///`created`.
        Created,
        ///`sending`.
        Sending,
        ///`sent`.
        Sent,
        ///`success`.
        Success,
        ///`failed`.
        Failed,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl SmsState {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Created => "created",
                Self::Sending => "sending",
                Self::Sent => "sent",
                Self::Success => "success",
                Self::Failed => "failed",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for SmsState {
        fn from(value: &str) -> Self {
            match value {
                "created" => Self::Created,
                "sending" => Self::Sending,
                "sent" => Self::Sent,
                "success" => Self::Success,
                "failed" => Self::Failed,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for SmsState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for SmsState {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for SmsState {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for SmsState {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "SmsState".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" :
                "Where a message stands: it waits to be sent (`created`), is on its way (`sending`), was sent (`sent`; `success` since 2022), was not sent (`failed`).",
                "type" : "string", "x-extensible-enum" : ["created", "sending", "sent",
                "success", "failed"], }
            )
        }
    }
    ///Where an order stands: it waits (`created`), is being verified (`verify`) or carried out (`processing`), the numbers are there (`success`) or are not (`failed`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum TnOrderState {
        ///`created`.
        Created,
        ///`verify`.
        Verify,
        ///`processing`.
        Processing,
        ///`success`.
        Success,
        ///`failed`.
        Failed,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl TnOrderState {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Created => "created",
                Self::Verify => "verify",
                Self::Processing => "processing",
                Self::Success => "success",
                Self::Failed => "failed",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for TnOrderState {
        fn from(value: &str) -> Self {
            match value {
                "created" => Self::Created,
                "verify" => Self::Verify,
                "processing" => Self::Processing,
                "success" => Self::Success,
                "failed" => Self::Failed,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for TnOrderState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for TnOrderState {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for TnOrderState {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for TnOrderState {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "TnOrderState".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" :
                "Where an order stands: it waits (`created`), is being verified (`verify`) or carried out (`processing`), the numbers are there (`success`) or are not (`failed`).",
                "type" : "string", "x-extensible-enum" : ["created", "verify",
                "processing", "success", "failed"], }
            )
        }
    }
    /// A telephone number.
    pub type PhoneNumber = crate::PhoneNumber;
    impl crate::tolerant::Tolerant for Account {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                email: fields.required("email")?,
                level: fields.required("level")?,
                name: fields.required("name")?,
                uuid: fields.required("uuid")?,
                address1: fields.optional("address1"),
                address2: fields.optional("address2"),
                balance: fields.optional("balance"),
                city: fields.optional("city"),
                created_on: fields.optional("created_on"),
                deleted_on: fields.optional("deleted_on"),
                disabled_on: fields.optional("disabled_on"),
                modified_on: fields.optional("modified_on"),
                phone: fields.optional("phone"),
                zip_code: fields.optional("zip_code"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for AuthenticateResponse {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                payload: fields.required("payload")?,
                success: fields.required("success")?,
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for Call {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                answer_on: fields.optional("answer_on"),
                created_on: fields.optional("created_on"),
                destroy_on: fields.optional("destroy_on"),
                direction: fields.optional("direction"),
                duration: fields.optional("duration"),
                finished_on: fields.optional("finished_on"),
                from: fields.optional("from"),
                hangup_on: fields.optional("hangup_on"),
                init_on: fields.optional("init_on"),
                modified_on: fields.optional("modified_on"),
                q850_cause: fields.optional("q850_cause"),
                q850_cause_string: fields.optional("q850_cause_string"),
                ring_on: fields.optional("ring_on"),
                state: fields.optional("state"),
                to: fields.optional("to"),
                kind: fields.optional("type"),
                uuid: fields.optional("uuid"),
            })
        }
    }
    impl crate::tolerant::Tolerant for CallFlow {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                call: fields.optional("call"),
                command: fields.optional("command"),
            })
        }
    }
    impl crate::tolerant::Tolerant for CreateTokenResponse {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                payload: fields.required("payload")?,
                success: fields.required("success")?,
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for CreatedToken {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                expired_on: fields.required("expired_on")?,
                token: fields.required("token")?,
                uuid: fields.required("uuid")?,
                created_on: fields.optional("created_on"),
                modified_on: fields.optional("modified_on"),
                name: fields.optional("name"),
                ttl: fields.optional("ttl"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for DeleteAllTokensResponse {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                payload: fields.required("payload")?,
                success: fields.required("success")?,
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for DeleteSubscriptionResponse {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                success: fields.required("success")?,
                payload: fields.optional("payload"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for ErrorResponse {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                message: fields.required("message")?,
                success: fields.required("success")?,
                fields: fields.optional("fields"),
                meta: fields.optional("meta"),
                status: fields.optional("status"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for FieldError {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                message: fields.required("message")?,
                value: fields.optional("value"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for FlowCommand {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                children: fields.optional("children"),
                error: fields.optional("error"),
                name: fields.optional("name"),
                path: fields.optional("path"),
                reason: fields.optional("reason"),
                success: fields.optional("success"),
            })
        }
    }
    impl crate::tolerant::Tolerant for ListSubscriptionsResponse {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                payload: fields.required("payload")?,
                success: fields.required("success")?,
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for ListTokensResponse {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                payload: fields.required("payload")?,
                success: fields.required("success")?,
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for Sms {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                automated: fields.optional("automated"),
                created_on: fields.optional("created_on"),
                delivered: fields.optional("delivered"),
                from: fields.optional("from"),
                message: fields.optional("message"),
                modified_on: fields.optional("modified_on"),
                reason: fields.optional("reason"),
                state: fields.optional("state"),
                thread: fields.optional("thread"),
                to: fields.optional("to"),
                kind: fields.optional("type"),
                uuid: fields.optional("uuid"),
            })
        }
    }
    impl crate::tolerant::Tolerant for Subscription {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                channel: fields.required("channel")?,
                kind: fields.required("type")?,
                uuid: fields.required("uuid")?,
                created_on: fields.optional("created_on"),
                expired_on: fields.optional("expired_on"),
                is_active: fields.optional("is_active"),
                modified_on: fields.optional("modified_on"),
                user: fields.optional("user"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for SubscriptionResponse {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                payload: fields.required("payload")?,
                success: fields.required("success")?,
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for TnOrder {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                state: fields.optional("state"),
                uuid: fields.optional("uuid"),
            })
        }
    }
    impl crate::tolerant::Tolerant for Token {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                expired_on: fields.required("expired_on")?,
                created_on: fields.optional("created_on"),
                modified_on: fields.optional("modified_on"),
                name: fields.optional("name"),
                token: fields.optional("token"),
                ttl: fields.optional("ttl"),
                user: fields.optional("user"),
                uuid: fields.optional("uuid"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for TokenResponse {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                payload: fields.required("payload")?,
                success: fields.required("success")?,
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for User {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                email: fields.required("email")?,
                role: fields.required("role")?,
                uuid: fields.required("uuid")?,
                account: fields.optional("account"),
                apple_user_id: fields.optional("apple_user_id"),
                avatar: fields.optional("avatar"),
                created_on: fields.optional("created_on"),
                deleted_on: fields.optional("deleted_on"),
                dob: fields.optional("dob"),
                facebook_user_id: fields.optional("facebook_user_id"),
                first_name: fields.optional("first_name"),
                gender: fields.optional("gender"),
                gmail_user_id: fields.optional("gmail_user_id"),
                last_name: fields.optional("last_name"),
                modified_on: fields.optional("modified_on"),
                phone_number: fields.optional("phone_number"),
                token: fields.optional("token"),
                wechat_user_id: fields.optional("wechat_user_id"),
                wss_online: fields.optional("wss_online"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for WssAuthRequest {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                payload: fields.required("payload")?,
                kind: fields.required("type")?,
            })
        }
    }
    impl crate::tolerant::Tolerant for WssConnection {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                user: fields.required("user")?,
                uuid: fields.required("uuid")?,
                account: fields.optional("account"),
                ip: fields.optional("ip"),
            })
        }
    }
    impl crate::tolerant::Tolerant for AccountLevel {}
    impl crate::tolerant::Tolerant for CallDirection {}
    impl crate::tolerant::Tolerant for CallState {}
    impl crate::tolerant::Tolerant for EventChannel {}
    impl crate::tolerant::Tolerant for EventType {}
    impl crate::tolerant::Tolerant for Gender {}
    impl crate::tolerant::Tolerant for Role {}
    impl crate::tolerant::Tolerant for SmsKind {}
    impl crate::tolerant::Tolerant for SmsState {}
    impl crate::tolerant::Tolerant for TnOrderState {}
    impl crate::RequestBody for CreateSubscriptionRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
    }
    impl crate::RequestBody for CreateTokenRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if let Some(it) = Some(&self.name) {
                crate::LimitError::check_length("name", it, Some(1), Some(255))?;
            }
            if let Some(it) = self.ttl.as_ref() {
                crate::LimitError::check_number(
                    "ttl",
                    i64::from(*it),
                    Some(60),
                    Some(2147483647),
                )?;
            }
            Ok(())
        }
    }
    impl crate::RequestBody for UpdateTokenRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if self.name.is_none() && self.ttl.is_none() {
                return Err(crate::LimitError::nothing(&["name", "ttl"]));
            }
            if let Some(it) = self.name.as_ref() {
                crate::LimitError::check_length("name", it, Some(1), Some(255))?;
            }
            if let Some(it) = self.ttl.as_ref() {
                crate::LimitError::check_number(
                    "ttl",
                    i64::from(*it),
                    Some(60),
                    Some(2147483647),
                )?;
            }
            Ok(())
        }
    }
}
#[derive(Clone, Debug)]
/**Client for Opentact API

How to log in to the Opentact telephony platform, how to make, list, change and revoke API tokens, and how to subscribe to events. This document is not the vendor's: it is maintained by the authors of the Rust client and rests on the vendor's public pages.

Credentials. Six kinds are accepted, each in a header and all but Basic in the query as well. Send one credential in one place. When a request carries several, each of them has to be valid and all have to name the same user; otherwise the answer is 401, so that a good credential does not carry a bad one in. A place that is empty or filled twice counts as a bad credential; Basic and Bearer are one place, the header `Authorization`.

A path that is not listed is answered with 404. A method that a path does not have is answered with 405, and the header `Allow` names those that it has. Both carry an `ErrorResponse`.

Plain HTTP is answered with a redirect to HTTPS, never by the API: a client that follows it has already sent its credential in clear.

Version: 0.8.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::Authorizer,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::Authorizer,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
impl ClientInfo<crate::Authorizer> for Client {
    fn api_version() -> &'static str {
        "0.8.0"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &crate::Authorizer {
        &self.inner
    }
}
const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<crate::Authorizer>,
    {}
};
#[allow(clippy::all)]
impl Client {
    /**Check a credential and get a JWT

Answers who the credential belongs to, and hands out a JWT (`payload.token`) that is good for 24 hours.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `GET` request to `/rest/auth`

*/
    pub async fn authenticate<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<types::AuthenticateResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!("{}/rest/auth", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "authenticate",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            429u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**List the caller's event subscriptions

Lists the event subscriptions of the caller, those that are not active or have expired as well. There is no paging.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `GET` request to `/rest/event/subscription`

*/
    pub async fn list_subscriptions<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<types::ListSubscriptionsResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!("{}/rest/event/subscription", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_subscriptions",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            429u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Subscribe to events of a type

Creates an event subscription of the caller. There is no idempotency key: repeating the request makes a second subscription.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/event/subscription`

*/
    pub async fn create_subscription<'a>(
        &'a self,
        body: &'a types::CreateSubscriptionRequest,
    ) -> Result<
        ResponseValue<types::SubscriptionResponse>,
        Error<types::ErrorResponse>,
    > {
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/event/subscription", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "create_subscription",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            201u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            429u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Delete one event subscription

Deletes one event subscription of the caller. Inferred: the vendor has a page on removing subscriptions, which is not known to show method, path or answer.

Evidence: none; it is inferred from how the vendor's other operations are.

Sends a `DELETE` request to `/rest/event/subscription/{uuid}`

Arguments:
- `uuid`: The uuid of the subscription.
*/
    pub async fn delete_subscription<'a>(
        &'a self,
        uuid: &'a ::uuid::Uuid,
    ) -> Result<
        ResponseValue<types::DeleteSubscriptionResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!(
            "{}/rest/event/subscription/{}", self.baseurl, encode_path(& uuid
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .delete(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "delete_subscription",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            404u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            429u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Create an API token

Creates an API token of the caller. Its value is shown in this answer and may never be shown again. There is no idempotency key: repeating the request makes a second token.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/token`

*/
    pub async fn create_token<'a>(
        &'a self,
        body: &'a types::CreateTokenRequest,
    ) -> Result<ResponseValue<types::CreateTokenResponse>, Error<types::ErrorResponse>> {
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/token", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "create_token",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            201u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            429u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Delete all API tokens of the caller

Revokes every API token of the caller. A JWT stays good until it expires.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `DELETE` request to `/rest/token/all`

*/
    pub async fn delete_all_tokens<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<types::DeleteAllTokensResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!("{}/rest/token/all", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .delete(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "delete_all_tokens",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            429u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**List the caller's API tokens

Lists the API tokens of the caller. There is no paging. The value of a token may be missing.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `GET` request to `/rest/token/list`

*/
    pub async fn list_tokens<'a>(
        &'a self,
    ) -> Result<ResponseValue<types::ListTokensResponse>, Error<types::ErrorResponse>> {
        let url = format!("{}/rest/token/list", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_tokens",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            429u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Delete one API token

Revokes one API token of the caller.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `DELETE` request to `/rest/token/{token}`

Arguments:
- `token`: The value of the token, the 48 characters that its creation showed: neither its uuid nor a JWT.
*/
    pub async fn delete_token<'a>(
        &'a self,
        token: &'a crate::PathSegment,
    ) -> Result<ResponseValue<types::TokenResponse>, Error<types::ErrorResponse>> {
        let url = format!("{}/rest/token/{}", self.baseurl, token.encoded(),);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .delete(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "delete_token",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            404u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            429u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Rename an API token or restart its life

Changes the name of a token, or lets its life start again from now.

Evidence: only the vendor's own types of 2021 have it.

Sends a `PATCH` request to `/rest/token/{token}`

Arguments:
- `token`: The uuid of the token, not its value.
- `body`
*/
    pub async fn update_token<'a>(
        &'a self,
        token: &'a ::uuid::Uuid,
        body: &'a types::UpdateTokenRequest,
    ) -> Result<ResponseValue<types::TokenResponse>, Error<types::ErrorResponse>> {
        crate::RequestBody::check(body)?;
        let url = format!(
            "{}/rest/token/{}", self.baseurl, encode_path(& token.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "update_token",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            404u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            429u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    #[allow(unused_imports)]
    pub use super::Client;
}
/// Adds the schema of every model to the definitions of a generator.
#[cfg(feature = "schemars")]
pub fn define_models(generator: &mut ::schemars::SchemaGenerator) {
    generator.subschema_for::<types::Account>();
    generator.subschema_for::<types::AuthenticateResponse>();
    generator.subschema_for::<types::Call>();
    generator.subschema_for::<types::CallFlow>();
    generator.subschema_for::<types::CreateSubscriptionRequest>();
    generator.subschema_for::<types::CreateTokenRequest>();
    generator.subschema_for::<types::CreateTokenResponse>();
    generator.subschema_for::<types::CreatedToken>();
    generator.subschema_for::<types::DeleteAllTokensResponse>();
    generator.subschema_for::<types::DeleteSubscriptionResponse>();
    generator.subschema_for::<types::ErrorResponse>();
    generator.subschema_for::<types::FieldError>();
    generator.subschema_for::<types::FlowCommand>();
    generator.subschema_for::<types::ListSubscriptionsResponse>();
    generator.subschema_for::<types::ListTokensResponse>();
    generator.subschema_for::<types::Sms>();
    generator.subschema_for::<types::Subscription>();
    generator.subschema_for::<types::SubscriptionResponse>();
    generator.subschema_for::<types::TnOrder>();
    generator.subschema_for::<types::Token>();
    generator.subschema_for::<types::TokenResponse>();
    generator.subschema_for::<types::UpdateTokenRequest>();
    generator.subschema_for::<types::User>();
    generator.subschema_for::<types::WssAuthRequest>();
    generator.subschema_for::<types::WssConnection>();
    generator.subschema_for::<types::AccountLevel>();
    generator.subschema_for::<types::CallDirection>();
    generator.subschema_for::<types::CallState>();
    generator.subschema_for::<types::EventChannel>();
    generator.subschema_for::<types::EventType>();
    generator.subschema_for::<types::Gender>();
    generator.subschema_for::<types::Role>();
    generator.subschema_for::<types::SmsKind>();
    generator.subschema_for::<types::SmsState>();
    generator.subschema_for::<types::TnOrderState>();
}
/// The operations of the contract as types, see [`ApiOperation`](crate::ApiOperation).
pub mod operations {
    ///`GET /rest/auth`.
    #[derive(Clone, Copy, Debug)]
    pub enum Authenticate {}
    impl crate::ApiOperation for Authenticate {
        const OPERATION: super::security::Operation = super::security::Operation::Authenticate;
        type Body = ();
        type Response = super::types::AuthenticateResponse;
    }
    ///`POST /rest/event/subscription`.
    #[derive(Clone, Copy, Debug)]
    pub enum CreateSubscription {}
    impl crate::ApiOperation for CreateSubscription {
        const OPERATION: super::security::Operation = super::security::Operation::CreateSubscription;
        type Body = super::types::CreateSubscriptionRequest;
        type Response = super::types::SubscriptionResponse;
    }
    ///`POST /rest/token`.
    #[derive(Clone, Copy, Debug)]
    pub enum CreateToken {}
    impl crate::ApiOperation for CreateToken {
        const OPERATION: super::security::Operation = super::security::Operation::CreateToken;
        type Body = super::types::CreateTokenRequest;
        type Response = super::types::CreateTokenResponse;
    }
    ///`DELETE /rest/token/all`.
    #[derive(Clone, Copy, Debug)]
    pub enum DeleteAllTokens {}
    impl crate::ApiOperation for DeleteAllTokens {
        const OPERATION: super::security::Operation = super::security::Operation::DeleteAllTokens;
        type Body = ();
        type Response = super::types::DeleteAllTokensResponse;
    }
    ///`DELETE /rest/event/subscription/{uuid}`.
    #[derive(Clone, Copy, Debug)]
    pub enum DeleteSubscription {}
    impl crate::ApiOperation for DeleteSubscription {
        const OPERATION: super::security::Operation = super::security::Operation::DeleteSubscription;
        type Body = ();
        type Response = super::types::DeleteSubscriptionResponse;
    }
    ///`DELETE /rest/token/{token}`.
    #[derive(Clone, Copy, Debug)]
    pub enum DeleteToken {}
    impl crate::ApiOperation for DeleteToken {
        const OPERATION: super::security::Operation = super::security::Operation::DeleteToken;
        type Body = ();
        type Response = super::types::TokenResponse;
    }
    ///`GET /rest/event/subscription`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListSubscriptions {}
    impl crate::ApiOperation for ListSubscriptions {
        const OPERATION: super::security::Operation = super::security::Operation::ListSubscriptions;
        type Body = ();
        type Response = super::types::ListSubscriptionsResponse;
    }
    ///`GET /rest/token/list`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListTokens {}
    impl crate::ApiOperation for ListTokens {
        const OPERATION: super::security::Operation = super::security::Operation::ListTokens;
        type Body = ();
        type Response = super::types::ListTokensResponse;
    }
    ///`PATCH /rest/token/{token}`.
    #[derive(Clone, Copy, Debug)]
    pub enum UpdateToken {}
    impl crate::ApiOperation for UpdateToken {
        const OPERATION: super::security::Operation = super::security::Operation::UpdateToken;
        type Body = super::types::UpdateTokenRequest;
        type Response = super::types::TokenResponse;
    }
    impl crate::Envelope for super::types::AuthenticateResponse {
        type Payload = super::types::User;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::SubscriptionResponse {
        type Payload = super::types::Subscription;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::CreateTokenResponse {
        type Payload = super::types::CreatedToken;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::DeleteAllTokensResponse {
        type Payload = ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::DeleteSubscriptionResponse {
        type Payload = crate::Maybe<
            ::std::collections::BTreeMap<::std::string::String, crate::Unrecognized>,
        >;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::TokenResponse {
        type Payload = super::types::Token;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::ListSubscriptionsResponse {
        type Payload = ::std::vec::Vec<super::types::Subscription>;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::ListTokensResponse {
        type Payload = ::std::vec::Vec<super::types::Token>;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
}
/// What the contract says about credentials: which there are, where each goes, and which
/// operation takes which.
pub mod security {
    use crate::Location;
    /// A kind of credential, whatever the place that it is sent in.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum CredentialKind {
        ///E-mail address and password of an account.
        Basic,
        ///An API token from `POST /rest/token`.
        Bearer,
        ///A token of the Facebook Login library.
        Facebook,
        ///An ID token of the Google Sign-In library, which [Google](https://developers.google.com/identity/sign-in/web/backend-auth) explains.
        Google,
        ///`md5(login@domain:domain:password)` of a SIP user, 32 lower-case hexadecimal digits.
        Ha1b,
        ///A JWT from `GET /rest/auth`.
        Jwt,
    }
    impl CredentialKind {
        /// Every kind.
        pub const ALL: &'static [Self] = &[
            Self::Basic,
            Self::Bearer,
            Self::Facebook,
            Self::Google,
            Self::Ha1b,
            Self::Jwt,
        ];
        /// The name of the kind in the contract.
        pub const fn name(self) -> &'static str {
            match self {
                Self::Basic => "basic",
                Self::Bearer => "bearer",
                Self::Facebook => "facebook",
                Self::Google => "google",
                Self::Ha1b => "ha1b",
                Self::Jwt => "jwt",
            }
        }
        /// The schemes that carry this kind, headers before query parameters.
        pub const fn schemes(self) -> &'static [SecurityScheme] {
            match self {
                Self::Basic => &[SecurityScheme::Basic],
                Self::Bearer => &[SecurityScheme::Bearer, SecurityScheme::BearerQuery],
                Self::Facebook => {
                    &[SecurityScheme::Facebook, SecurityScheme::FacebookQuery]
                }
                Self::Google => &[SecurityScheme::Google, SecurityScheme::GoogleQuery],
                Self::Ha1b => &[SecurityScheme::Ha1b, SecurityScheme::Ha1bQuery],
                Self::Jwt => &[SecurityScheme::Jwt, SecurityScheme::JwtQuery],
            }
        }
    }
    /// A security scheme of the contract: one kind of credential in one place.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum SecurityScheme {
        ///E-mail address and password of an account.
        Basic,
        ///An API token from `POST /rest/token`.
        Bearer,
        ///An API token, in the query.
        BearerQuery,
        ///A token of the Facebook Login library.
        Facebook,
        ///A Facebook token, in the query.
        FacebookQuery,
        ///An ID token of the Google Sign-In library, which [Google](https://developers.google.com/identity/sign-in/web/backend-auth) explains.
        Google,
        ///A Google ID token, in the query.
        GoogleQuery,
        ///`md5(login@domain:domain:password)` of a SIP user, 32 lower-case hexadecimal digits.
        Ha1b,
        ///The HA1B of a SIP user, in the query.
        Ha1bQuery,
        ///A JWT from `GET /rest/auth`.
        Jwt,
        ///A JWT, in the query.
        JwtQuery,
    }
    impl SecurityScheme {
        /// Every scheme.
        pub const ALL: &'static [Self] = &[
            Self::Basic,
            Self::Bearer,
            Self::BearerQuery,
            Self::Facebook,
            Self::FacebookQuery,
            Self::Google,
            Self::GoogleQuery,
            Self::Ha1b,
            Self::Ha1bQuery,
            Self::Jwt,
            Self::JwtQuery,
        ];
        /// The name of the scheme in the contract.
        pub const fn name(self) -> &'static str {
            match self {
                Self::Basic => "basic",
                Self::Bearer => "bearer",
                Self::BearerQuery => "bearerQuery",
                Self::Facebook => "facebook",
                Self::FacebookQuery => "facebookQuery",
                Self::Google => "google",
                Self::GoogleQuery => "googleQuery",
                Self::Ha1b => "ha1b",
                Self::Ha1bQuery => "ha1bQuery",
                Self::Jwt => "jwt",
                Self::JwtQuery => "jwtQuery",
            }
        }
        /// The kind of credential that the scheme carries.
        pub const fn credential(self) -> CredentialKind {
            match self {
                Self::Basic => CredentialKind::Basic,
                Self::Bearer => CredentialKind::Bearer,
                Self::BearerQuery => CredentialKind::Bearer,
                Self::Facebook => CredentialKind::Facebook,
                Self::FacebookQuery => CredentialKind::Facebook,
                Self::Google => CredentialKind::Google,
                Self::GoogleQuery => CredentialKind::Google,
                Self::Ha1b => CredentialKind::Ha1b,
                Self::Ha1bQuery => CredentialKind::Ha1b,
                Self::Jwt => CredentialKind::Jwt,
                Self::JwtQuery => CredentialKind::Jwt,
            }
        }
        /// The place that the scheme puts its credential in.
        pub const fn location(self) -> Location {
            match self {
                Self::Basic => Location::Basic,
                Self::Bearer => Location::Bearer,
                Self::BearerQuery => Location::Query("bearer"),
                Self::Facebook => Location::Header("X-Auth-Facebook-Token"),
                Self::FacebookQuery => Location::Query("facebook_token"),
                Self::Google => Location::Header("X-Auth-Google-Token"),
                Self::GoogleQuery => Location::Query("google_token"),
                Self::Ha1b => Location::Header("X-Auth-HA1B-Token"),
                Self::Ha1bQuery => Location::Query("ha1b"),
                Self::Jwt => Location::Header("X-Auth-Token"),
                Self::JwtQuery => Location::Query("jwt"),
            }
        }
    }
    /// An operation of the contract.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Operation {
        ///Check a credential and get a JWT: `GET /rest/auth`.
        Authenticate,
        ///Subscribe to events of a type: `POST /rest/event/subscription`.
        CreateSubscription,
        ///Create an API token: `POST /rest/token`.
        CreateToken,
        ///Delete all API tokens of the caller: `DELETE /rest/token/all`.
        DeleteAllTokens,
        ///Delete one event subscription: `DELETE /rest/event/subscription/{uuid}`.
        DeleteSubscription,
        ///Delete one API token: `DELETE /rest/token/{token}`.
        DeleteToken,
        ///List the caller's event subscriptions: `GET /rest/event/subscription`.
        ListSubscriptions,
        ///List the caller's API tokens: `GET /rest/token/list`.
        ListTokens,
        ///Rename an API token or restart its life: `PATCH /rest/token/{token}`.
        UpdateToken,
    }
    impl Operation {
        /// Every operation.
        pub const ALL: &'static [Self] = &[
            Self::Authenticate,
            Self::CreateSubscription,
            Self::CreateToken,
            Self::DeleteAllTokens,
            Self::DeleteSubscription,
            Self::DeleteToken,
            Self::ListSubscriptions,
            Self::ListTokens,
            Self::UpdateToken,
        ];
        /// The operation's id in the contract.
        pub const fn id(self) -> &'static str {
            match self {
                Self::Authenticate => "authenticate",
                Self::CreateSubscription => "createSubscription",
                Self::CreateToken => "createToken",
                Self::DeleteAllTokens => "deleteAllTokens",
                Self::DeleteSubscription => "deleteSubscription",
                Self::DeleteToken => "deleteToken",
                Self::ListSubscriptions => "listSubscriptions",
                Self::ListTokens => "listTokens",
                Self::UpdateToken => "updateToken",
            }
        }
        /// The name of the generated method.
        pub const fn function(self) -> &'static str {
            match self {
                Self::Authenticate => "authenticate",
                Self::CreateSubscription => "create_subscription",
                Self::CreateToken => "create_token",
                Self::DeleteAllTokens => "delete_all_tokens",
                Self::DeleteSubscription => "delete_subscription",
                Self::DeleteToken => "delete_token",
                Self::ListSubscriptions => "list_subscriptions",
                Self::ListTokens => "list_tokens",
                Self::UpdateToken => "update_token",
            }
        }
        /// The operation whose generated method has that name.
        pub fn from_function(name: &str) -> Option<Self> {
            match name {
                "authenticate" => Some(Self::Authenticate),
                "create_subscription" => Some(Self::CreateSubscription),
                "create_token" => Some(Self::CreateToken),
                "delete_all_tokens" => Some(Self::DeleteAllTokens),
                "delete_subscription" => Some(Self::DeleteSubscription),
                "delete_token" => Some(Self::DeleteToken),
                "list_subscriptions" => Some(Self::ListSubscriptions),
                "list_tokens" => Some(Self::ListTokens),
                "update_token" => Some(Self::UpdateToken),
                _ => None,
            }
        }
        /// The HTTP method, in capitals.
        pub const fn method(self) -> &'static str {
            match self {
                Self::Authenticate => "GET",
                Self::CreateSubscription => "POST",
                Self::CreateToken => "POST",
                Self::DeleteAllTokens => "DELETE",
                Self::DeleteSubscription => "DELETE",
                Self::DeleteToken => "DELETE",
                Self::ListSubscriptions => "GET",
                Self::ListTokens => "GET",
                Self::UpdateToken => "PATCH",
            }
        }
        /// The path template.
        pub const fn path(self) -> &'static str {
            match self {
                Self::Authenticate => "/rest/auth",
                Self::CreateSubscription => "/rest/event/subscription",
                Self::CreateToken => "/rest/token",
                Self::DeleteAllTokens => "/rest/token/all",
                Self::DeleteSubscription => "/rest/event/subscription/{uuid}",
                Self::DeleteToken => "/rest/token/{token}",
                Self::ListSubscriptions => "/rest/event/subscription",
                Self::ListTokens => "/rest/token/list",
                Self::UpdateToken => "/rest/token/{token}",
            }
        }
        /// Whether the request may be sent again by itself, where its method would say otherwise.
        pub const fn is_safe(self) -> Option<bool> {
            match self {
                _ => None,
            }
        }
        /// What a request for it has in `Accept`.
        pub const fn accept(self) -> &'static str {
            match self {
                _ => "application/json",
            }
        }
        /// Whether it answers with bytes, which are read as they come.
        pub const fn is_download(self) -> bool {
            false
        }
        /// The schemes that the operation takes, any one of them.
        pub const fn security(self) -> &'static [SecurityScheme] {
            match self {
                Self::Authenticate => {
                    &[
                        SecurityScheme::Basic,
                        SecurityScheme::Bearer,
                        SecurityScheme::BearerQuery,
                        SecurityScheme::Jwt,
                        SecurityScheme::JwtQuery,
                        SecurityScheme::Google,
                        SecurityScheme::GoogleQuery,
                        SecurityScheme::Facebook,
                        SecurityScheme::FacebookQuery,
                        SecurityScheme::Ha1b,
                        SecurityScheme::Ha1bQuery,
                    ]
                }
                Self::CreateSubscription => {
                    &[
                        SecurityScheme::Basic,
                        SecurityScheme::Bearer,
                        SecurityScheme::BearerQuery,
                        SecurityScheme::Jwt,
                        SecurityScheme::JwtQuery,
                        SecurityScheme::Google,
                        SecurityScheme::GoogleQuery,
                        SecurityScheme::Facebook,
                        SecurityScheme::FacebookQuery,
                        SecurityScheme::Ha1b,
                        SecurityScheme::Ha1bQuery,
                    ]
                }
                Self::CreateToken => {
                    &[
                        SecurityScheme::Basic,
                        SecurityScheme::Bearer,
                        SecurityScheme::BearerQuery,
                        SecurityScheme::Jwt,
                        SecurityScheme::JwtQuery,
                        SecurityScheme::Google,
                        SecurityScheme::GoogleQuery,
                        SecurityScheme::Facebook,
                        SecurityScheme::FacebookQuery,
                        SecurityScheme::Ha1b,
                        SecurityScheme::Ha1bQuery,
                    ]
                }
                Self::DeleteAllTokens => {
                    &[
                        SecurityScheme::Basic,
                        SecurityScheme::Bearer,
                        SecurityScheme::BearerQuery,
                        SecurityScheme::Jwt,
                        SecurityScheme::JwtQuery,
                        SecurityScheme::Google,
                        SecurityScheme::GoogleQuery,
                        SecurityScheme::Facebook,
                        SecurityScheme::FacebookQuery,
                        SecurityScheme::Ha1b,
                        SecurityScheme::Ha1bQuery,
                    ]
                }
                Self::DeleteSubscription => {
                    &[
                        SecurityScheme::Basic,
                        SecurityScheme::Bearer,
                        SecurityScheme::BearerQuery,
                        SecurityScheme::Jwt,
                        SecurityScheme::JwtQuery,
                        SecurityScheme::Google,
                        SecurityScheme::GoogleQuery,
                        SecurityScheme::Facebook,
                        SecurityScheme::FacebookQuery,
                        SecurityScheme::Ha1b,
                        SecurityScheme::Ha1bQuery,
                    ]
                }
                Self::DeleteToken => {
                    &[
                        SecurityScheme::Basic,
                        SecurityScheme::Bearer,
                        SecurityScheme::BearerQuery,
                        SecurityScheme::Jwt,
                        SecurityScheme::JwtQuery,
                        SecurityScheme::Google,
                        SecurityScheme::GoogleQuery,
                        SecurityScheme::Facebook,
                        SecurityScheme::FacebookQuery,
                        SecurityScheme::Ha1b,
                        SecurityScheme::Ha1bQuery,
                    ]
                }
                Self::ListSubscriptions => {
                    &[
                        SecurityScheme::Basic,
                        SecurityScheme::Bearer,
                        SecurityScheme::BearerQuery,
                        SecurityScheme::Jwt,
                        SecurityScheme::JwtQuery,
                        SecurityScheme::Google,
                        SecurityScheme::GoogleQuery,
                        SecurityScheme::Facebook,
                        SecurityScheme::FacebookQuery,
                        SecurityScheme::Ha1b,
                        SecurityScheme::Ha1bQuery,
                    ]
                }
                Self::ListTokens => {
                    &[
                        SecurityScheme::Basic,
                        SecurityScheme::Bearer,
                        SecurityScheme::BearerQuery,
                        SecurityScheme::Jwt,
                        SecurityScheme::JwtQuery,
                        SecurityScheme::Google,
                        SecurityScheme::GoogleQuery,
                        SecurityScheme::Facebook,
                        SecurityScheme::FacebookQuery,
                        SecurityScheme::Ha1b,
                        SecurityScheme::Ha1bQuery,
                    ]
                }
                Self::UpdateToken => {
                    &[
                        SecurityScheme::Basic,
                        SecurityScheme::Bearer,
                        SecurityScheme::BearerQuery,
                        SecurityScheme::Jwt,
                        SecurityScheme::JwtQuery,
                        SecurityScheme::Google,
                        SecurityScheme::GoogleQuery,
                        SecurityScheme::Facebook,
                        SecurityScheme::FacebookQuery,
                        SecurityScheme::Ha1b,
                        SecurityScheme::Ha1bQuery,
                    ]
                }
            }
        }
    }
    /// Path segments that name operations of their own, and so can never be the value of a
    /// path parameter.
    pub const RESERVED_SEGMENTS: &[&str] = &["all", "list"];
}
/// The limits that the contract sets for what a client writes; lengths in characters.
pub mod limits {
    ///Limits of `CreateTokenRequest`.
    pub mod create_token_request {
        ///`minLength` of `name`.
        pub const NAME_MIN_LENGTH: usize = 1usize;
        ///`maxLength` of `name`.
        pub const NAME_MAX_LENGTH: usize = 255usize;
        ///`minimum` of `ttl`.
        pub const TTL_MINIMUM: i64 = 60i64;
        ///`maximum` of `ttl`.
        pub const TTL_MAXIMUM: i64 = 2147483647i64;
    }
    ///Limits of `UpdateTokenRequest`.
    pub mod update_token_request {
        ///`minLength` of `name`.
        pub const NAME_MIN_LENGTH: usize = 1usize;
        ///`maxLength` of `name`.
        pub const NAME_MAX_LENGTH: usize = 255usize;
        ///`minimum` of `ttl`.
        pub const TTL_MINIMUM: i64 = 60i64;
        ///`maximum` of `ttl`.
        pub const TTL_MAXIMUM: i64 = 2147483647i64;
    }
}
/// The addresses of the servers, without a slash at the end.
pub mod servers {
    ///Production
    pub const PRODUCTION: &str = "https://api.opentact.org";
    ///Staging
    pub const STAGING: &str = "https://api.stage.opentact.org";
}
