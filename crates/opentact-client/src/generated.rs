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
    ///The answer that shows an account.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct AccountResponse {
        pub payload: Account,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl AccountResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: Account) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
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
    ///A country.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Country {
        ///Its two letters (ISO 3166-1).
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub a2: crate::Maybe<::std::string::String>,
        ///Its three letters.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub a3: crate::Maybe<::std::string::String>,
        ///What is dialled before its numbers.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub country_code: crate::Maybe<::std::string::String>,
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///Its three digits.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub n: crate::Maybe<::std::string::String>,
        ///Its name.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub name: crate::Maybe<::std::string::String>,
        ///What is dialled within it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub national_code: crate::Maybe<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Country {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                a2: Default::default(),
                a3: Default::default(),
                country_code: Default::default(),
                created_on: Default::default(),
                extra: Default::default(),
                modified_on: Default::default(),
                n: Default::default(),
                name: Default::default(),
                national_code: Default::default(),
            }
        }
        ///Its two letters (ISO 3166-1).
        pub fn a2(self, value: impl Into<crate::Maybe<::std::string::String>>) -> Self {
            Self { a2: value.into(), ..self }
        }
        ///Its three letters.
        pub fn a3(self, value: impl Into<crate::Maybe<::std::string::String>>) -> Self {
            Self { a3: value.into(), ..self }
        }
        ///What is dialled before its numbers.
        pub fn country_code(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                country_code: value.into(),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///Its three digits.
        pub fn n(self, value: impl Into<crate::Maybe<::std::string::String>>) -> Self {
            Self { n: value.into(), ..self }
        }
        ///Its name.
        pub fn name(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { name: value.into(), ..self }
        }
        ///What is dialled within it.
        pub fn national_code(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                national_code: value.into(),
                ..self
            }
        }
    }
    ///A state or province of a country. Its fields are not known; what comes is kept.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CountryState {
        ///Its name.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub name: crate::Maybe<::std::string::String>,
        ///Its two letters, which a search takes.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub state: crate::Maybe<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl CountryState {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                extra: Default::default(),
                name: Default::default(),
                state: Default::default(),
            }
        }
        ///Its name.
        pub fn name(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { name: value.into(), ..self }
        }
        ///Its two letters, which a search takes.
        pub fn state(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                state: value.into(),
                ..self
            }
        }
    }
    ///What a new messaging profile is to be.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CreateMessagingProfileRequest {
        ///Where messages and their changes are told, 10 to 255 characters; null stops it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub callback_url: crate::Maybe<::std::string::String>,
        ///Where they are told if the first address cannot be reached.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub callback_url2: crate::Maybe<::std::string::String>,
        ///How often the pool takes a long code, 0 to 9.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(extend("minimum" = 0, "maximum" = 9)))]
        pub long_code_weight: ::std::option::Option<i64>,
        ///A name for people, 1 to 255 characters.
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 1, "maxLength" = 255))
        )]
        pub name: ::std::string::String,
        ///Whether messages may be sent without naming a number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub number_pool_enable: ::std::option::Option<bool>,
        ///Whether the pool leaves out numbers whose messages do not arrive.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub skip_unhealthy_tns: ::std::option::Option<bool>,
        ///Whether the pool keeps one number for one receiver.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sticky_sender: ::std::option::Option<bool>,
        ///How often the pool takes a toll-free number, 0 to 9.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(extend("minimum" = 0, "maximum" = 9)))]
        pub tollfree_weight: ::std::option::Option<i64>,
    }
    impl CreateMessagingProfileRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(name: impl Into<::std::string::String>) -> Self {
            Self {
                name: name.into(),
                callback_url: Default::default(),
                callback_url2: Default::default(),
                long_code_weight: Default::default(),
                number_pool_enable: Default::default(),
                skip_unhealthy_tns: Default::default(),
                sticky_sender: Default::default(),
                tollfree_weight: Default::default(),
            }
        }
        ///Where messages and their changes are told, 10 to 255 characters; null stops it.
        pub fn callback_url(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                callback_url: value.into(),
                ..self
            }
        }
        ///Where they are told if the first address cannot be reached.
        pub fn callback_url2(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                callback_url2: value.into(),
                ..self
            }
        }
        ///How often the pool takes a long code, 0 to 9.
        pub fn long_code_weight(self, value: impl Into<i64>) -> Self {
            Self {
                long_code_weight: Some(value.into()),
                ..self
            }
        }
        ///Whether messages may be sent without naming a number.
        pub fn number_pool_enable(self, value: impl Into<bool>) -> Self {
            Self {
                number_pool_enable: Some(value.into()),
                ..self
            }
        }
        ///Whether the pool leaves out numbers whose messages do not arrive.
        pub fn skip_unhealthy_tns(self, value: impl Into<bool>) -> Self {
            Self {
                skip_unhealthy_tns: Some(value.into()),
                ..self
            }
        }
        ///Whether the pool keeps one number for one receiver.
        pub fn sticky_sender(self, value: impl Into<bool>) -> Self {
            Self {
                sticky_sender: Some(value.into()),
                ..self
            }
        }
        ///How often the pool takes a toll-free number, 0 to 9.
        pub fn tollfree_weight(self, value: impl Into<i64>) -> Self {
            Self {
                tollfree_weight: Some(value.into()),
                ..self
            }
        }
    }
    ///Which numbers are to be ordered.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CreateOrderRequest {
        ///The numbers, at least one.
        pub items: ::std::vec::Vec<OrderItem>,
    }
    impl CreateOrderRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(items: impl IntoIterator<Item = impl Into<OrderItem>>) -> Self {
            Self {
                items: items.into_iter().map(Into::into).collect(),
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
        pub fn new(kind: impl Into<crate::types::EventType>) -> Self {
            Self {
                channel: "wss".into(),
                kind: kind.into(),
                expired_on: Default::default(),
                is_active: Default::default(),
            }
        }
        ///Sets `channel`.
        pub fn channel(self, value: impl Into<crate::types::EventChannel>) -> Self {
            Self {
                channel: value.into(),
                ..self
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
    ///How a number sends and receives messages.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct EnableLeaseSmsRequest {
        ///The messaging profile that says where messages are told.
        pub messaging_profile: ::uuid::Uuid,
        ///The campaign that its messages belong to, by its id.
        pub sms_campaign: ::std::string::String,
    }
    impl EnableLeaseSmsRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            messaging_profile: ::uuid::Uuid,
            sms_campaign: impl Into<::std::string::String>,
        ) -> Self {
            Self {
                messaging_profile,
                sms_campaign: sms_campaign.into(),
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
    ///A message that the account received. The webhook of a messaging profile posts it, as it is.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct InboundSms {
        ///Whose it is.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub account: crate::Maybe<::std::boxed::Box<crate::types::Account>>,
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///Whether it arrived at the account's webhook or connection.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub delivered: crate::Maybe<bool>,
        ///Who sent it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub from: crate::Maybe<crate::types::PhoneNumber>,
        ///What it says.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub message: crate::Maybe<::std::string::String>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///Whether somebody has read it; the API spells it so.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub readed: crate::Maybe<bool>,
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub state: crate::Maybe<crate::types::SmsState>,
        ///The conversation that it belongs to, 32 hexadecimal digits.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub thread: crate::Maybe<::std::string::String>,
        ///The number that got it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub tn: crate::Maybe<::std::boxed::Box<crate::types::Tn>>,
        ///The lease of the number that got it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub tnlease: crate::Maybe<::std::boxed::Box<crate::types::Lease>>,
        ///Which of the account's numbers got it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub to: crate::Maybe<crate::types::PhoneNumber>,
        #[serde(
            default,
            rename = "type",
            skip_serializing_if = "crate::Maybe::is_absent"
        )]
        pub kind: crate::Maybe<crate::types::SmsKind>,
        ///The message's id.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl InboundSms {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(uuid: ::uuid::Uuid) -> Self {
            Self {
                uuid,
                account: Default::default(),
                created_on: Default::default(),
                delivered: Default::default(),
                extra: Default::default(),
                from: Default::default(),
                message: Default::default(),
                modified_on: Default::default(),
                readed: Default::default(),
                state: Default::default(),
                thread: Default::default(),
                tn: Default::default(),
                tnlease: Default::default(),
                to: Default::default(),
                kind: Default::default(),
            }
        }
        ///Whose it is.
        pub fn account(
            self,
            value: impl Into<crate::Maybe<crate::types::Account>>,
        ) -> Self {
            Self {
                account: value.into().map(Box::new),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///Whether it arrived at the account's webhook or connection.
        pub fn delivered(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                delivered: value.into(),
                ..self
            }
        }
        ///Who sent it.
        pub fn from(
            self,
            value: impl Into<crate::Maybe<crate::types::PhoneNumber>>,
        ) -> Self {
            Self { from: value.into(), ..self }
        }
        ///What it says.
        pub fn message(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                message: value.into(),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///Whether somebody has read it; the API spells it so.
        pub fn readed(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                readed: value.into(),
                ..self
            }
        }
        ///Sets `state`.
        pub fn state(
            self,
            value: impl Into<crate::Maybe<crate::types::SmsState>>,
        ) -> Self {
            Self {
                state: value.into(),
                ..self
            }
        }
        ///The conversation that it belongs to, 32 hexadecimal digits.
        pub fn thread(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                thread: value.into(),
                ..self
            }
        }
        ///The number that got it.
        pub fn tn(self, value: impl Into<crate::Maybe<crate::types::Tn>>) -> Self {
            Self {
                tn: value.into().map(Box::new),
                ..self
            }
        }
        ///The lease of the number that got it.
        pub fn tnlease(
            self,
            value: impl Into<crate::Maybe<crate::types::Lease>>,
        ) -> Self {
            Self {
                tnlease: value.into().map(Box::new),
                ..self
            }
        }
        ///Which of the account's numbers got it.
        pub fn to(
            self,
            value: impl Into<crate::Maybe<crate::types::PhoneNumber>>,
        ) -> Self {
            Self { to: value.into(), ..self }
        }
        ///Sets `kind`.
        pub fn kind(
            self,
            value: impl Into<crate::Maybe<crate::types::SmsKind>>,
        ) -> Self {
            Self { kind: value.into(), ..self }
        }
    }
    ///A page of received messages.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct InboundSmsPage {
        ///The received messages of this page.
        pub data: ::std::vec::Vec<InboundSms>,
        ///How the filters were joined.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mode: crate::Maybe<crate::types::SearchMode>,
        ///What the page is sorted by.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub order: crate::Maybe<
            ::std::collections::BTreeMap<::std::string::String, crate::types::Sort>,
        >,
        ///How many come before the page.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub skip: crate::Maybe<i64>,
        ///How many the page may have.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub take: crate::Maybe<i64>,
        ///How many there are on all pages.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub total: crate::Maybe<i64>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl InboundSmsPage {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(data: ::std::vec::Vec<InboundSms>) -> Self {
            Self {
                data,
                extra: Default::default(),
                mode: Default::default(),
                order: Default::default(),
                skip: Default::default(),
                take: Default::default(),
                total: Default::default(),
            }
        }
        ///How the filters were joined.
        pub fn mode(
            self,
            value: impl Into<crate::Maybe<crate::types::SearchMode>>,
        ) -> Self {
            Self { mode: value.into(), ..self }
        }
        ///What the page is sorted by.
        pub fn order(
            self,
            value: impl Into<
                crate::Maybe<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        crate::types::Sort,
                    >,
                >,
            >,
        ) -> Self {
            Self {
                order: value.into(),
                ..self
            }
        }
        ///How many come before the page.
        pub fn skip(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { skip: value.into(), ..self }
        }
        ///How many the page may have.
        pub fn take(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { take: value.into(), ..self }
        }
        ///How many there are on all pages.
        pub fn total(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                total: value.into(),
                ..self
            }
        }
    }
    ///The answer that has a page of received messages.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct InboundSmsPageResponse {
        pub payload: InboundSmsPage,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl InboundSmsPageResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: InboundSmsPage) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that shows a received message.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct InboundSmsResponse {
        pub payload: InboundSms,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl InboundSmsResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: InboundSms) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///A phone number that the account has, until it ends or is renewed.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Lease {
        ///Whose it is.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub account: crate::Maybe<::std::boxed::Box<crate::types::Account>>,
        ///Whether it is renewed when it ends.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub autorenew: crate::Maybe<bool>,
        ///Who ordered it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_by: crate::Maybe<::std::boxed::Box<crate::types::User>>,
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///When it ends.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub expired_on: crate::Maybe<crate::Timestamp>,
        ///The messaging profile, before 2022; since then it is in the subscription for messages.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub messaging_profile: crate::Maybe<
            ::std::boxed::Box<crate::types::MessagingProfile>,
        >,
        ///Who last changed it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_by: crate::Maybe<::std::boxed::Box<crate::types::User>>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///The SIP connection that gets its calls; null if there is none.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sip_connection: crate::Maybe<crate::Unrecognized>,
        ///The SIP application that gets its calls; null if there is none.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sip_control_app: crate::Maybe<crate::Unrecognized>,
        ///What the number is used for; missing before 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub subscriptions: crate::Maybe<
            ::std::vec::Vec<crate::types::LeaseSubscription>,
        >,
        ///The number.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub tn: crate::Maybe<::std::boxed::Box<crate::types::Tn>>,
        ///The order that it comes from.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub tnorder: crate::Maybe<::std::boxed::Box<crate::types::Order>>,
        ///The lease's id.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Lease {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(uuid: ::uuid::Uuid) -> Self {
            Self {
                uuid,
                account: Default::default(),
                autorenew: Default::default(),
                created_by: Default::default(),
                created_on: Default::default(),
                expired_on: Default::default(),
                extra: Default::default(),
                messaging_profile: Default::default(),
                modified_by: Default::default(),
                modified_on: Default::default(),
                sip_connection: Default::default(),
                sip_control_app: Default::default(),
                subscriptions: Default::default(),
                tn: Default::default(),
                tnorder: Default::default(),
            }
        }
        ///Whose it is.
        pub fn account(
            self,
            value: impl Into<crate::Maybe<crate::types::Account>>,
        ) -> Self {
            Self {
                account: value.into().map(Box::new),
                ..self
            }
        }
        ///Whether it is renewed when it ends.
        pub fn autorenew(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                autorenew: value.into(),
                ..self
            }
        }
        ///Who ordered it.
        pub fn created_by(
            self,
            value: impl Into<crate::Maybe<crate::types::User>>,
        ) -> Self {
            Self {
                created_by: value.into().map(Box::new),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///When it ends.
        pub fn expired_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                expired_on: value.into(),
                ..self
            }
        }
        ///The messaging profile, before 2022; since then it is in the subscription for messages.
        pub fn messaging_profile(
            self,
            value: impl Into<crate::Maybe<crate::types::MessagingProfile>>,
        ) -> Self {
            Self {
                messaging_profile: value.into().map(Box::new),
                ..self
            }
        }
        ///Who last changed it.
        pub fn modified_by(
            self,
            value: impl Into<crate::Maybe<crate::types::User>>,
        ) -> Self {
            Self {
                modified_by: value.into().map(Box::new),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///The SIP connection that gets its calls; null if there is none.
        pub fn sip_connection(
            self,
            value: impl Into<crate::Maybe<crate::Unrecognized>>,
        ) -> Self {
            Self {
                sip_connection: value.into(),
                ..self
            }
        }
        ///The SIP application that gets its calls; null if there is none.
        pub fn sip_control_app(
            self,
            value: impl Into<crate::Maybe<crate::Unrecognized>>,
        ) -> Self {
            Self {
                sip_control_app: value.into(),
                ..self
            }
        }
        ///What the number is used for; missing before 2022.
        pub fn subscriptions(
            self,
            value: impl Into<
                crate::Maybe<::std::vec::Vec<crate::types::LeaseSubscription>>,
            >,
        ) -> Self {
            Self {
                subscriptions: value.into(),
                ..self
            }
        }
        ///The number.
        pub fn tn(self, value: impl Into<crate::Maybe<crate::types::Tn>>) -> Self {
            Self {
                tn: value.into().map(Box::new),
                ..self
            }
        }
        ///The order that it comes from.
        pub fn tnorder(
            self,
            value: impl Into<crate::Maybe<crate::types::Order>>,
        ) -> Self {
            Self {
                tnorder: value.into().map(Box::new),
                ..self
            }
        }
    }
    ///A page of leases.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct LeasePage {
        ///The leases of this page.
        pub data: ::std::vec::Vec<Lease>,
        ///How the filters were joined.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mode: crate::Maybe<crate::types::SearchMode>,
        ///What the page is sorted by.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub order: crate::Maybe<
            ::std::collections::BTreeMap<::std::string::String, crate::types::Sort>,
        >,
        ///How many come before the page.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub skip: crate::Maybe<i64>,
        ///How many the page may have.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub take: crate::Maybe<i64>,
        ///How many there are on all pages.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub total: crate::Maybe<i64>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl LeasePage {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(data: ::std::vec::Vec<Lease>) -> Self {
            Self {
                data,
                extra: Default::default(),
                mode: Default::default(),
                order: Default::default(),
                skip: Default::default(),
                take: Default::default(),
                total: Default::default(),
            }
        }
        ///How the filters were joined.
        pub fn mode(
            self,
            value: impl Into<crate::Maybe<crate::types::SearchMode>>,
        ) -> Self {
            Self { mode: value.into(), ..self }
        }
        ///What the page is sorted by.
        pub fn order(
            self,
            value: impl Into<
                crate::Maybe<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        crate::types::Sort,
                    >,
                >,
            >,
        ) -> Self {
            Self {
                order: value.into(),
                ..self
            }
        }
        ///How many come before the page.
        pub fn skip(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { skip: value.into(), ..self }
        }
        ///How many the page may have.
        pub fn take(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { take: value.into(), ..self }
        }
        ///How many there are on all pages.
        pub fn total(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                total: value.into(),
                ..self
            }
        }
    }
    ///The answer that has a page of leases.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct LeasePageResponse {
        pub payload: LeasePage,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl LeasePageResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: LeasePage) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that shows a lease.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct LeaseResponse {
        pub payload: Lease,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl LeaseResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: Lease) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///What a leased number is used for, and how.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct LeaseSubscription {
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///Where messages of the number are told.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub messaging_profile: crate::Maybe<
            ::std::boxed::Box<crate::types::MessagingProfile>,
        >,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///The campaign that its messages belong to.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sms_campaign: crate::Maybe<::std::boxed::Box<crate::types::SmsCampaign>>,
        #[serde(
            default,
            rename = "type",
            skip_serializing_if = "crate::Maybe::is_absent"
        )]
        pub kind: crate::Maybe<crate::types::LeaseSubscriptionType>,
        ///The subscription's id.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl LeaseSubscription {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(uuid: ::uuid::Uuid) -> Self {
            Self {
                uuid,
                created_on: Default::default(),
                extra: Default::default(),
                messaging_profile: Default::default(),
                modified_on: Default::default(),
                sms_campaign: Default::default(),
                kind: Default::default(),
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///Where messages of the number are told.
        pub fn messaging_profile(
            self,
            value: impl Into<crate::Maybe<crate::types::MessagingProfile>>,
        ) -> Self {
            Self {
                messaging_profile: value.into().map(Box::new),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///The campaign that its messages belong to.
        pub fn sms_campaign(
            self,
            value: impl Into<crate::Maybe<crate::types::SmsCampaign>>,
        ) -> Self {
            Self {
                sms_campaign: value.into().map(Box::new),
                ..self
            }
        }
        ///Sets `kind`.
        pub fn kind(
            self,
            value: impl Into<crate::Maybe<crate::types::LeaseSubscriptionType>>,
        ) -> Self {
            Self { kind: value.into(), ..self }
        }
    }
    ///The answer that shows what a leased number is used for.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct LeaseSubscriptionResponse {
        pub payload: LeaseSubscription,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl LeaseSubscriptionResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: LeaseSubscription) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that lists countries.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ListCountriesResponse {
        ///The countries.
        pub payload: ::std::vec::Vec<Country>,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ListCountriesResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: ::std::vec::Vec<Country>) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that lists leases.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ListLeasesResponse {
        ///The leases.
        pub payload: ::std::vec::Vec<Lease>,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ListLeasesResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: ::std::vec::Vec<Lease>) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that lists messaging profiles.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ListMessagingProfilesResponse {
        ///The profiles.
        pub payload: ::std::vec::Vec<MessagingProfile>,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ListMessagingProfilesResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: ::std::vec::Vec<MessagingProfile>) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that lists price lists.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ListPriceListsResponse {
        ///The price lists.
        pub payload: ::std::vec::Vec<PriceList>,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ListPriceListsResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: ::std::vec::Vec<PriceList>) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that lists rate centers.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ListRateCentersResponse {
        ///The rate centers.
        pub payload: ::std::vec::Vec<RateCenter>,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ListRateCentersResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: ::std::vec::Vec<RateCenter>) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that lists states.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ListStatesResponse {
        ///The states.
        pub payload: ::std::vec::Vec<CountryState>,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ListStatesResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: ::std::vec::Vec<CountryState>) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
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
    ///The answer that lists voices.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ListVoicesResponse {
        ///The voices.
        pub payload: ::std::vec::Vec<Voice>,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl ListVoicesResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: ::std::vec::Vec<Voice>) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///Where the messages of numbers are told, and how a number is chosen.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct MessagingProfile {
        ///Whose it is.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub account: crate::Maybe<::std::boxed::Box<crate::types::Account>>,
        ///Where messages and their changes are told.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub callback_url: crate::Maybe<::std::string::String>,
        ///Where they are told if the first address cannot be reached.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub callback_url2: crate::Maybe<::std::string::String>,
        ///Who made it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_by: crate::Maybe<::std::boxed::Box<crate::types::User>>,
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///How often the pool takes a long code.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub long_code_weight: crate::Maybe<i64>,
        ///Who last changed it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_by: crate::Maybe<::std::boxed::Box<crate::types::User>>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///A name for people.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub name: crate::Maybe<::std::string::String>,
        ///Whether messages may be sent without naming a number.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub number_pool_enable: crate::Maybe<bool>,
        ///What carriers charge on top; missing before 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub operators: crate::Maybe<::std::vec::Vec<crate::types::Operator>>,
        ///Whether the pool leaves out numbers whose messages do not arrive.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub skip_unhealthy_tns: crate::Maybe<bool>,
        ///Whether the pool keeps one number for one receiver.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sticky_sender: crate::Maybe<bool>,
        ///How often the pool takes a toll-free number.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub tollfree_weight: crate::Maybe<i64>,
        ///The profile's id.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl MessagingProfile {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(uuid: ::uuid::Uuid) -> Self {
            Self {
                uuid,
                account: Default::default(),
                callback_url: Default::default(),
                callback_url2: Default::default(),
                created_by: Default::default(),
                created_on: Default::default(),
                extra: Default::default(),
                long_code_weight: Default::default(),
                modified_by: Default::default(),
                modified_on: Default::default(),
                name: Default::default(),
                number_pool_enable: Default::default(),
                operators: Default::default(),
                skip_unhealthy_tns: Default::default(),
                sticky_sender: Default::default(),
                tollfree_weight: Default::default(),
            }
        }
        ///Whose it is.
        pub fn account(
            self,
            value: impl Into<crate::Maybe<crate::types::Account>>,
        ) -> Self {
            Self {
                account: value.into().map(Box::new),
                ..self
            }
        }
        ///Where messages and their changes are told.
        pub fn callback_url(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                callback_url: value.into(),
                ..self
            }
        }
        ///Where they are told if the first address cannot be reached.
        pub fn callback_url2(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                callback_url2: value.into(),
                ..self
            }
        }
        ///Who made it.
        pub fn created_by(
            self,
            value: impl Into<crate::Maybe<crate::types::User>>,
        ) -> Self {
            Self {
                created_by: value.into().map(Box::new),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///How often the pool takes a long code.
        pub fn long_code_weight(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                long_code_weight: value.into(),
                ..self
            }
        }
        ///Who last changed it.
        pub fn modified_by(
            self,
            value: impl Into<crate::Maybe<crate::types::User>>,
        ) -> Self {
            Self {
                modified_by: value.into().map(Box::new),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///A name for people.
        pub fn name(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { name: value.into(), ..self }
        }
        ///Whether messages may be sent without naming a number.
        pub fn number_pool_enable(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                number_pool_enable: value.into(),
                ..self
            }
        }
        ///What carriers charge on top; missing before 2022.
        pub fn operators(
            self,
            value: impl Into<crate::Maybe<::std::vec::Vec<crate::types::Operator>>>,
        ) -> Self {
            Self {
                operators: value.into(),
                ..self
            }
        }
        ///Whether the pool leaves out numbers whose messages do not arrive.
        pub fn skip_unhealthy_tns(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                skip_unhealthy_tns: value.into(),
                ..self
            }
        }
        ///Whether the pool keeps one number for one receiver.
        pub fn sticky_sender(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                sticky_sender: value.into(),
                ..self
            }
        }
        ///How often the pool takes a toll-free number.
        pub fn tollfree_weight(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                tollfree_weight: value.into(),
                ..self
            }
        }
    }
    ///The answer that shows a messaging profile.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct MessagingProfileResponse {
        pub payload: MessagingProfile,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl MessagingProfileResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: MessagingProfile) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///A carrier, and what it charges for a message on top.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Operator {
        ///Where it is.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub country: crate::Maybe<::std::boxed::Box<crate::types::Country>>,
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///Its name.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub name: crate::Maybe<::std::string::String>,
        ///Whether messages reach it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sms: crate::Maybe<bool>,
        ///What it charges for a message.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub surcharge_sms: crate::Maybe<::serde_json::Number>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Operator {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                country: Default::default(),
                created_on: Default::default(),
                extra: Default::default(),
                modified_on: Default::default(),
                name: Default::default(),
                sms: Default::default(),
                surcharge_sms: Default::default(),
            }
        }
        ///Where it is.
        pub fn country(
            self,
            value: impl Into<crate::Maybe<crate::types::Country>>,
        ) -> Self {
            Self {
                country: value.into().map(Box::new),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///Its name.
        pub fn name(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { name: value.into(), ..self }
        }
        ///Whether messages reach it.
        pub fn sms(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self { sms: value.into(), ..self }
        }
        ///What it charges for a message.
        pub fn surcharge_sms(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                surcharge_sms: value.into(),
                ..self
            }
        }
    }
    ///An order of phone numbers. It is carried out after it was taken, and may succeed in part.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Order {
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///How many of them could not be had.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub failed: crate::Maybe<i64>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///How many of them are being ordered.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub processing: crate::Maybe<i64>,
        ///What was ordered; only `getOrder` shows it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub request: crate::Maybe<::std::boxed::Box<crate::types::OrderRequest>>,
        pub state: crate::types::OrderState,
        ///How many of them are there.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub success: crate::Maybe<i64>,
        ///What became of each number; only `getOrder` shows it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub tn_items: crate::Maybe<::std::vec::Vec<crate::types::TnItem>>,
        ///How many numbers were ordered.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub total: crate::Maybe<i64>,
        ///The order's id.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Order {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            uuid: ::uuid::Uuid,
            state: impl Into<crate::types::OrderState>,
        ) -> Self {
            Self {
                uuid,
                state: state.into(),
                created_on: Default::default(),
                extra: Default::default(),
                failed: Default::default(),
                modified_on: Default::default(),
                processing: Default::default(),
                request: Default::default(),
                success: Default::default(),
                tn_items: Default::default(),
                total: Default::default(),
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///How many of them could not be had.
        pub fn failed(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                failed: value.into(),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///How many of them are being ordered.
        pub fn processing(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                processing: value.into(),
                ..self
            }
        }
        ///What was ordered; only `getOrder` shows it.
        pub fn request(
            self,
            value: impl Into<crate::Maybe<crate::types::OrderRequest>>,
        ) -> Self {
            Self {
                request: value.into().map(Box::new),
                ..self
            }
        }
        ///How many of them are there.
        pub fn success(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                success: value.into(),
                ..self
            }
        }
        ///What became of each number; only `getOrder` shows it.
        pub fn tn_items(
            self,
            value: impl Into<crate::Maybe<::std::vec::Vec<crate::types::TnItem>>>,
        ) -> Self {
            Self {
                tn_items: value.into(),
                ..self
            }
        }
        ///How many numbers were ordered.
        pub fn total(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                total: value.into(),
                ..self
            }
        }
    }
    ///A number that is to be ordered.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderItem {
        ///Whether its lease is renewed, at its price, when it ends.
        pub autorenew: bool,
        ///What it is to be used for.
        pub features: ::std::vec::Vec<crate::types::NumberFeature>,
        ///The number, as a search shows it.
        #[serde(serialize_with = "crate::phone_number::sent::integer")]
        #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
        pub tn: crate::PhoneNumber,
    }
    impl OrderItem {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            tn: impl Into<crate::PhoneNumber>,
            features: impl IntoIterator<Item = impl Into<crate::types::NumberFeature>>,
        ) -> Self {
            Self {
                tn: tn.into(),
                features: features.into_iter().map(Into::into).collect(),
                autorenew: false.into(),
            }
        }
        ///Whether its lease is renewed, at its price, when it ends.
        pub fn autorenew(self, value: impl Into<bool>) -> Self {
            Self {
                autorenew: value.into(),
                ..self
            }
        }
    }
    ///A page of orders.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderPage {
        ///The orders of this page.
        pub data: ::std::vec::Vec<Order>,
        ///How the filters were joined.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mode: crate::Maybe<crate::types::SearchMode>,
        ///What the page is sorted by.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub order: crate::Maybe<
            ::std::collections::BTreeMap<::std::string::String, crate::types::Sort>,
        >,
        ///How many come before the page.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub skip: crate::Maybe<i64>,
        ///How many the page may have.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub take: crate::Maybe<i64>,
        ///How many there are on all pages.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub total: crate::Maybe<i64>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl OrderPage {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(data: ::std::vec::Vec<Order>) -> Self {
            Self {
                data,
                extra: Default::default(),
                mode: Default::default(),
                order: Default::default(),
                skip: Default::default(),
                take: Default::default(),
                total: Default::default(),
            }
        }
        ///How the filters were joined.
        pub fn mode(
            self,
            value: impl Into<crate::Maybe<crate::types::SearchMode>>,
        ) -> Self {
            Self { mode: value.into(), ..self }
        }
        ///What the page is sorted by.
        pub fn order(
            self,
            value: impl Into<
                crate::Maybe<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        crate::types::Sort,
                    >,
                >,
            >,
        ) -> Self {
            Self {
                order: value.into(),
                ..self
            }
        }
        ///How many come before the page.
        pub fn skip(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { skip: value.into(), ..self }
        }
        ///How many the page may have.
        pub fn take(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { take: value.into(), ..self }
        }
        ///How many there are on all pages.
        pub fn total(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                total: value.into(),
                ..self
            }
        }
    }
    ///The answer that has a page of orders.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderPageResponse {
        pub payload: OrderPage,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl OrderPageResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: OrderPage) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///What an order would cost.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderPrice {
        ///The prices behind it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub items: crate::Maybe<::std::vec::Vec<crate::types::OrderPriceItem>>,
        ///What is paid each month.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mrc: crate::Maybe<::serde_json::Number>,
        ///What is paid once.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub nrc: crate::Maybe<::serde_json::Number>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl OrderPrice {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                extra: Default::default(),
                items: Default::default(),
                mrc: Default::default(),
                nrc: Default::default(),
            }
        }
        ///The prices behind it.
        pub fn items(
            self,
            value: impl Into<crate::Maybe<::std::vec::Vec<crate::types::OrderPriceItem>>>,
        ) -> Self {
            Self {
                items: value.into(),
                ..self
            }
        }
        ///What is paid each month.
        pub fn mrc(self, value: impl Into<crate::Maybe<::serde_json::Number>>) -> Self {
            Self { mrc: value.into(), ..self }
        }
        ///What is paid once.
        pub fn nrc(self, value: impl Into<crate::Maybe<::serde_json::Number>>) -> Self {
            Self { nrc: value.into(), ..self }
        }
    }
    ///A price behind what an order would cost. Further fields are prices of each feature.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderPriceItem {
        ///What it is.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub description: crate::Maybe<::std::string::String>,
        ///Its id.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub id: crate::Maybe<i64>,
        ///What is paid each month.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mrc: crate::Maybe<::serde_json::Number>,
        ///Its name.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub name: crate::Maybe<::std::string::String>,
        ///What is paid once.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub nrc: crate::Maybe<::serde_json::Number>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl OrderPriceItem {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                description: Default::default(),
                extra: Default::default(),
                id: Default::default(),
                mrc: Default::default(),
                name: Default::default(),
                nrc: Default::default(),
            }
        }
        ///What it is.
        pub fn description(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                description: value.into(),
                ..self
            }
        }
        ///Its id.
        pub fn id(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { id: value.into(), ..self }
        }
        ///What is paid each month.
        pub fn mrc(self, value: impl Into<crate::Maybe<::serde_json::Number>>) -> Self {
            Self { mrc: value.into(), ..self }
        }
        ///Its name.
        pub fn name(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { name: value.into(), ..self }
        }
        ///What is paid once.
        pub fn nrc(self, value: impl Into<crate::Maybe<::serde_json::Number>>) -> Self {
            Self { nrc: value.into(), ..self }
        }
    }
    ///The answer that has the price of an order.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderPriceResponse {
        pub payload: OrderPrice,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl OrderPriceResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: OrderPrice) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///What an order was made with.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderRequest {
        ///The numbers.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub items: crate::Maybe<::std::vec::Vec<crate::types::OrderedItem>>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl OrderRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                extra: Default::default(),
                items: Default::default(),
            }
        }
        ///The numbers.
        pub fn items(
            self,
            value: impl Into<crate::Maybe<::std::vec::Vec<crate::types::OrderedItem>>>,
        ) -> Self {
            Self {
                items: value.into(),
                ..self
            }
        }
    }
    ///The answer that shows an order.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderResponse {
        pub payload: Order,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl OrderResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: Order) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///A number, as it was ordered.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderedItem {
        ///Whether its lease is renewed when it ends.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub autorenew: crate::Maybe<bool>,
        ///What it is to be used for.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub features: crate::Maybe<::std::vec::Vec<crate::types::NumberFeature>>,
        ///The number.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        #[cfg_attr(feature = "schemars", schemars(with = "crate::Maybe<i64>"))]
        pub tn: crate::Maybe<crate::PhoneNumber>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl OrderedItem {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                autorenew: Default::default(),
                extra: Default::default(),
                features: Default::default(),
                tn: Default::default(),
            }
        }
        ///Whether its lease is renewed when it ends.
        pub fn autorenew(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                autorenew: value.into(),
                ..self
            }
        }
        ///What it is to be used for.
        pub fn features(
            self,
            value: impl Into<crate::Maybe<::std::vec::Vec<crate::types::NumberFeature>>>,
        ) -> Self {
            Self {
                features: value.into(),
                ..self
            }
        }
        ///The number.
        pub fn tn(self, value: impl Into<crate::Maybe<crate::PhoneNumber>>) -> Self {
            Self { tn: value.into(), ..self }
        }
    }
    ///What numbers of a kind cost. Further fields are the carrier's.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct PriceList {
        ///The country of its numbers.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub country: crate::Maybe<::std::boxed::Box<crate::types::Country>>,
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///What it is for.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub description: crate::Maybe<::std::string::String>,
        ///What a minute costs when it comes in.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub emergency_incoming_per_min_cost: crate::Maybe<::serde_json::Number>,
        ///What emergency calls cost each month.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub emergency_mrc: crate::Maybe<::serde_json::Number>,
        ///What turning emergency calls on costs once.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub emergency_nrc: crate::Maybe<::serde_json::Number>,
        ///What a minute costs when it goes out.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub emergency_outgoing_per_min_cost: crate::Maybe<::serde_json::Number>,
        ///What a minute costs when it comes in.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub fax_incoming_per_min_cost: crate::Maybe<::serde_json::Number>,
        ///What fax costs each month.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub fax_mrc: crate::Maybe<::serde_json::Number>,
        ///What turning fax on costs once.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub fax_nrc: crate::Maybe<::serde_json::Number>,
        ///What a minute costs when it goes out.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub fax_outgoing_per_min_cost: crate::Maybe<::serde_json::Number>,
        ///Whether its numbers can be ordered.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub is_active: crate::Maybe<bool>,
        ///What MMS costs each month.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mms_mrc: crate::Maybe<::serde_json::Number>,
        ///What turning MMS on costs once.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mms_nrc: crate::Maybe<::serde_json::Number>,
        ///What receiving a picture message costs.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mms_per_receive_cost: crate::Maybe<::serde_json::Number>,
        ///What sending a picture message costs.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mms_per_send_cost: crate::Maybe<::serde_json::Number>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///What a number costs each month.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mrc: crate::Maybe<::serde_json::Number>,
        ///Its name.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub name: crate::Maybe<::std::string::String>,
        ///What a number costs once.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub nrc: crate::Maybe<::serde_json::Number>,
        ///`high`, `normal` or `low`.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub priority: crate::Maybe<::std::string::String>,
        ///What SMS costs each month.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sms_mrc: crate::Maybe<::serde_json::Number>,
        ///What turning SMS on costs once.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sms_nrc: crate::Maybe<::serde_json::Number>,
        ///What receiving a message costs.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sms_per_receive_cost: crate::Maybe<::serde_json::Number>,
        ///What sending a message costs.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sms_per_send_cost: crate::Maybe<::serde_json::Number>,
        ///Whether it is for toll-free numbers.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub toll_free: crate::Maybe<bool>,
        ///The price list's id.
        pub uuid: ::uuid::Uuid,
        ///What a minute costs when it comes in.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub voice_incoming_per_min_cost: crate::Maybe<::serde_json::Number>,
        ///What calls cost each month.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub voice_mrc: crate::Maybe<::serde_json::Number>,
        ///What turning calls on costs once.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub voice_nrc: crate::Maybe<::serde_json::Number>,
        ///What a minute costs when it goes out.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub voice_outgoing_per_min_cost: crate::Maybe<::serde_json::Number>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl PriceList {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(uuid: ::uuid::Uuid) -> Self {
            Self {
                uuid,
                country: Default::default(),
                created_on: Default::default(),
                description: Default::default(),
                emergency_incoming_per_min_cost: Default::default(),
                emergency_mrc: Default::default(),
                emergency_nrc: Default::default(),
                emergency_outgoing_per_min_cost: Default::default(),
                extra: Default::default(),
                fax_incoming_per_min_cost: Default::default(),
                fax_mrc: Default::default(),
                fax_nrc: Default::default(),
                fax_outgoing_per_min_cost: Default::default(),
                is_active: Default::default(),
                mms_mrc: Default::default(),
                mms_nrc: Default::default(),
                mms_per_receive_cost: Default::default(),
                mms_per_send_cost: Default::default(),
                modified_on: Default::default(),
                mrc: Default::default(),
                name: Default::default(),
                nrc: Default::default(),
                priority: Default::default(),
                sms_mrc: Default::default(),
                sms_nrc: Default::default(),
                sms_per_receive_cost: Default::default(),
                sms_per_send_cost: Default::default(),
                toll_free: Default::default(),
                voice_incoming_per_min_cost: Default::default(),
                voice_mrc: Default::default(),
                voice_nrc: Default::default(),
                voice_outgoing_per_min_cost: Default::default(),
            }
        }
        ///The country of its numbers.
        pub fn country(
            self,
            value: impl Into<crate::Maybe<crate::types::Country>>,
        ) -> Self {
            Self {
                country: value.into().map(Box::new),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///What it is for.
        pub fn description(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                description: value.into(),
                ..self
            }
        }
        ///What a minute costs when it comes in.
        pub fn emergency_incoming_per_min_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                emergency_incoming_per_min_cost: value.into(),
                ..self
            }
        }
        ///What emergency calls cost each month.
        pub fn emergency_mrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                emergency_mrc: value.into(),
                ..self
            }
        }
        ///What turning emergency calls on costs once.
        pub fn emergency_nrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                emergency_nrc: value.into(),
                ..self
            }
        }
        ///What a minute costs when it goes out.
        pub fn emergency_outgoing_per_min_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                emergency_outgoing_per_min_cost: value.into(),
                ..self
            }
        }
        ///What a minute costs when it comes in.
        pub fn fax_incoming_per_min_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                fax_incoming_per_min_cost: value.into(),
                ..self
            }
        }
        ///What fax costs each month.
        pub fn fax_mrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                fax_mrc: value.into(),
                ..self
            }
        }
        ///What turning fax on costs once.
        pub fn fax_nrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                fax_nrc: value.into(),
                ..self
            }
        }
        ///What a minute costs when it goes out.
        pub fn fax_outgoing_per_min_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                fax_outgoing_per_min_cost: value.into(),
                ..self
            }
        }
        ///Whether its numbers can be ordered.
        pub fn is_active(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                is_active: value.into(),
                ..self
            }
        }
        ///What MMS costs each month.
        pub fn mms_mrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                mms_mrc: value.into(),
                ..self
            }
        }
        ///What turning MMS on costs once.
        pub fn mms_nrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                mms_nrc: value.into(),
                ..self
            }
        }
        ///What receiving a picture message costs.
        pub fn mms_per_receive_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                mms_per_receive_cost: value.into(),
                ..self
            }
        }
        ///What sending a picture message costs.
        pub fn mms_per_send_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                mms_per_send_cost: value.into(),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///What a number costs each month.
        pub fn mrc(self, value: impl Into<crate::Maybe<::serde_json::Number>>) -> Self {
            Self { mrc: value.into(), ..self }
        }
        ///Its name.
        pub fn name(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { name: value.into(), ..self }
        }
        ///What a number costs once.
        pub fn nrc(self, value: impl Into<crate::Maybe<::serde_json::Number>>) -> Self {
            Self { nrc: value.into(), ..self }
        }
        ///`high`, `normal` or `low`.
        pub fn priority(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                priority: value.into(),
                ..self
            }
        }
        ///What SMS costs each month.
        pub fn sms_mrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                sms_mrc: value.into(),
                ..self
            }
        }
        ///What turning SMS on costs once.
        pub fn sms_nrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                sms_nrc: value.into(),
                ..self
            }
        }
        ///What receiving a message costs.
        pub fn sms_per_receive_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                sms_per_receive_cost: value.into(),
                ..self
            }
        }
        ///What sending a message costs.
        pub fn sms_per_send_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                sms_per_send_cost: value.into(),
                ..self
            }
        }
        ///Whether it is for toll-free numbers.
        pub fn toll_free(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                toll_free: value.into(),
                ..self
            }
        }
        ///What a minute costs when it comes in.
        pub fn voice_incoming_per_min_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                voice_incoming_per_min_cost: value.into(),
                ..self
            }
        }
        ///What calls cost each month.
        pub fn voice_mrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                voice_mrc: value.into(),
                ..self
            }
        }
        ///What turning calls on costs once.
        pub fn voice_nrc(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                voice_nrc: value.into(),
                ..self
            }
        }
        ///What a minute costs when it goes out.
        pub fn voice_outgoing_per_min_cost(
            self,
            value: impl Into<crate::Maybe<::serde_json::Number>>,
        ) -> Self {
            Self {
                voice_outgoing_per_min_cost: value.into(),
                ..self
            }
        }
    }
    ///The answer that shows a price list.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct PriceListResponse {
        pub payload: PriceList,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl PriceListResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: PriceList) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///A rate center: where numbers of one area code and exchange belong to.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct RateCenter {
        ///The area code.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub npa: crate::Maybe<::std::string::String>,
        ///The three digits after it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub nxx: crate::Maybe<::std::string::String>,
        ///Its name, in capitals, which a search takes.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub rate_center: crate::Maybe<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl RateCenter {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                extra: Default::default(),
                npa: Default::default(),
                nxx: Default::default(),
                rate_center: Default::default(),
            }
        }
        ///The area code.
        pub fn npa(self, value: impl Into<crate::Maybe<::std::string::String>>) -> Self {
            Self { npa: value.into(), ..self }
        }
        ///The three digits after it.
        pub fn nxx(self, value: impl Into<crate::Maybe<::std::string::String>>) -> Self {
            Self { nxx: value.into(), ..self }
        }
        ///Its name, in capitals, which a search takes.
        pub fn rate_center(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                rate_center: value.into(),
                ..self
            }
        }
    }
    ///Which received messages are searched.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SearchInboundSmsRequest {
        ///Those that were made at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were made at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_to: ::std::option::Option<crate::Timestamp>,
        ///Whether they arrived.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub delivered: ::std::option::Option<bool>,
        ///A mask of who sent them, 3 to 255 characters; `*` stands for any run of characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 3, "maxLength" = 255))
        )]
        pub from: ::std::option::Option<::std::string::String>,
        ///A mask of what they say, 1 to 918 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 1, "maxLength" = 918))
        )]
        pub message: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mode: ::std::option::Option<crate::types::SearchMode>,
        ///Those that were last changed at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were last changed at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_to: ::std::option::Option<crate::Timestamp>,
        ///What to sort by, each with its direction: `tn`, `from`, `to`, `message`, `state`, `created_on`, `modified_on`, `delivered`, `readed`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<crate::SortOrder<crate::types::Sort>>,
        ///Whether somebody has read them; the API spells it so.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub readed: ::std::option::Option<bool>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<crate::types::SmsState>,
        ///The number that sent them.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(serialize_with = "crate::phone_number::sent::integer")]
        #[cfg_attr(feature = "schemars", schemars(with = "::std::option::Option<i64>"))]
        pub tn: ::std::option::Option<crate::PhoneNumber>,
        ///A mask of who got them, 3 to 255 characters; `*` stands for any run of characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 3, "maxLength" = 255))
        )]
        pub to: ::std::option::Option<::std::string::String>,
    }
    impl SearchInboundSmsRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                created_on_from: Default::default(),
                created_on_to: Default::default(),
                delivered: Default::default(),
                from: Default::default(),
                message: Default::default(),
                mode: Default::default(),
                modified_on_from: Default::default(),
                modified_on_to: Default::default(),
                order: Default::default(),
                readed: Default::default(),
                state: Default::default(),
                tn: Default::default(),
                to: Default::default(),
            }
        }
        ///Those that were made at this time or later.
        pub fn created_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were made at this time or earlier.
        pub fn created_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_to: Some(value.into()),
                ..self
            }
        }
        ///Whether they arrived.
        pub fn delivered(self, value: impl Into<bool>) -> Self {
            Self {
                delivered: Some(value.into()),
                ..self
            }
        }
        ///A mask of who sent them, 3 to 255 characters; `*` stands for any run of characters.
        pub fn from(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                from: Some(value.into()),
                ..self
            }
        }
        ///A mask of what they say, 1 to 918 characters.
        pub fn message(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                message: Some(value.into()),
                ..self
            }
        }
        ///Sets `mode`.
        pub fn mode(self, value: impl Into<crate::types::SearchMode>) -> Self {
            Self {
                mode: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or later.
        pub fn modified_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or earlier.
        pub fn modified_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_to: Some(value.into()),
                ..self
            }
        }
        ///What to sort by, each with its direction: `tn`, `from`, `to`, `message`, `state`, `created_on`, `modified_on`, `delivered`, `readed`.
        pub fn order(
            self,
            value: impl Into<crate::SortOrder<crate::types::Sort>>,
        ) -> Self {
            Self {
                order: Some(value.into()),
                ..self
            }
        }
        ///Whether somebody has read them; the API spells it so.
        pub fn readed(self, value: impl Into<bool>) -> Self {
            Self {
                readed: Some(value.into()),
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
        ///The number that sent them.
        pub fn tn(self, value: impl Into<crate::PhoneNumber>) -> Self {
            Self {
                tn: Some(value.into()),
                ..self
            }
        }
        ///A mask of who got them, 3 to 255 characters; `*` stands for any run of characters.
        pub fn to(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                to: Some(value.into()),
                ..self
            }
        }
    }
    ///Which leases are searched.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SearchLeasesRequest {
        ///Whether they are renewed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub autorenew: ::std::option::Option<bool>,
        ///Those that were made at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were made at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_to: ::std::option::Option<crate::Timestamp>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mode: ::std::option::Option<crate::types::SearchMode>,
        ///Those that were last changed at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were last changed at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_to: ::std::option::Option<crate::Timestamp>,
        ///What to sort by, each with its direction: `tn`, `created_on`, `modified_on`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<crate::SortOrder<crate::types::Sort>>,
        ///The SIP connection that they are assigned to.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sip_connection: ::std::option::Option<::uuid::Uuid>,
        ///SIP connections that they are not assigned to.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub sip_connections_skip: ::std::vec::Vec<::uuid::Uuid>,
        ///The SIP application that they are assigned to.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sip_control_app: ::std::option::Option<::uuid::Uuid>,
        ///A mask of the number; `*` stands for any run of characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tn: ::std::option::Option<::std::string::String>,
    }
    impl SearchLeasesRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                autorenew: Default::default(),
                created_on_from: Default::default(),
                created_on_to: Default::default(),
                mode: Default::default(),
                modified_on_from: Default::default(),
                modified_on_to: Default::default(),
                order: Default::default(),
                sip_connection: Default::default(),
                sip_connections_skip: Default::default(),
                sip_control_app: Default::default(),
                tn: Default::default(),
            }
        }
        ///Whether they are renewed.
        pub fn autorenew(self, value: impl Into<bool>) -> Self {
            Self {
                autorenew: Some(value.into()),
                ..self
            }
        }
        ///Those that were made at this time or later.
        pub fn created_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were made at this time or earlier.
        pub fn created_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_to: Some(value.into()),
                ..self
            }
        }
        ///Sets `mode`.
        pub fn mode(self, value: impl Into<crate::types::SearchMode>) -> Self {
            Self {
                mode: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or later.
        pub fn modified_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or earlier.
        pub fn modified_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_to: Some(value.into()),
                ..self
            }
        }
        ///What to sort by, each with its direction: `tn`, `created_on`, `modified_on`.
        pub fn order(
            self,
            value: impl Into<crate::SortOrder<crate::types::Sort>>,
        ) -> Self {
            Self {
                order: Some(value.into()),
                ..self
            }
        }
        ///The SIP connection that they are assigned to.
        pub fn sip_connection(self, value: impl Into<::uuid::Uuid>) -> Self {
            Self {
                sip_connection: Some(value.into()),
                ..self
            }
        }
        ///SIP connections that they are not assigned to.
        pub fn sip_connections_skip(
            self,
            value: impl Into<::std::vec::Vec<::uuid::Uuid>>,
        ) -> Self {
            Self {
                sip_connections_skip: value.into(),
                ..self
            }
        }
        ///The SIP application that they are assigned to.
        pub fn sip_control_app(self, value: impl Into<::uuid::Uuid>) -> Self {
            Self {
                sip_control_app: Some(value.into()),
                ..self
            }
        }
        ///A mask of the number; `*` stands for any run of characters.
        pub fn tn(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                tn: Some(value.into()),
                ..self
            }
        }
    }
    ///Which numbers of the stock are searched.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SearchNumbersRequest {
        ///The city.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub city: ::std::option::Option<::std::string::String>,
        ///The country, by its two letters (`US`).
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub country: ::std::option::Option<::std::string::String>,
        ///What the numbers have to be able to do.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub features: ::std::vec::Vec<crate::types::NumberFeature>,
        ///The last four digits; `x` stands for any digit. For long codes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub line: ::std::option::Option<::std::string::String>,
        ///The area code, three digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub npa: ::std::option::Option<::std::string::String>,
        ///The three digits after the area code.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub nxx: ::std::option::Option<::std::string::String>,
        ///The last seven digits or letters; `x` stands for any. For toll-free numbers.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub pattern: ::std::option::Option<::std::string::String>,
        ///The rate center, in capitals, as `listRateCenters` shows it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub rate_center: ::std::option::Option<::std::string::String>,
        ///How many numbers come before the page.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(extend("minimum" = 0)))]
        pub skip: ::std::option::Option<i64>,
        ///The state, by its two letters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<::std::string::String>,
        ///How many numbers a page has at most.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minimum" = 1, "maximum" = 100))
        )]
        pub take: ::std::option::Option<i64>,
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<crate::types::NumberType>,
    }
    impl SearchNumbersRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                city: Default::default(),
                country: Default::default(),
                features: Default::default(),
                line: Default::default(),
                npa: Default::default(),
                nxx: Default::default(),
                pattern: Default::default(),
                rate_center: Default::default(),
                skip: Default::default(),
                state: Default::default(),
                take: Default::default(),
                kind: Default::default(),
            }
        }
        ///The city.
        pub fn city(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                city: Some(value.into()),
                ..self
            }
        }
        ///The country, by its two letters (`US`).
        pub fn country(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                country: Some(value.into()),
                ..self
            }
        }
        ///What the numbers have to be able to do.
        pub fn features(
            self,
            value: impl Into<::std::vec::Vec<crate::types::NumberFeature>>,
        ) -> Self {
            Self {
                features: value.into(),
                ..self
            }
        }
        ///The last four digits; `x` stands for any digit. For long codes.
        pub fn line(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                line: Some(value.into()),
                ..self
            }
        }
        ///The area code, three digits.
        pub fn npa(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                npa: Some(value.into()),
                ..self
            }
        }
        ///The three digits after the area code.
        pub fn nxx(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                nxx: Some(value.into()),
                ..self
            }
        }
        ///The last seven digits or letters; `x` stands for any. For toll-free numbers.
        pub fn pattern(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                pattern: Some(value.into()),
                ..self
            }
        }
        ///The rate center, in capitals, as `listRateCenters` shows it.
        pub fn rate_center(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                rate_center: Some(value.into()),
                ..self
            }
        }
        ///How many numbers come before the page.
        pub fn skip(self, value: impl Into<i64>) -> Self {
            Self {
                skip: Some(value.into()),
                ..self
            }
        }
        ///The state, by its two letters.
        pub fn state(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                state: Some(value.into()),
                ..self
            }
        }
        ///How many numbers a page has at most.
        pub fn take(self, value: impl Into<i64>) -> Self {
            Self {
                take: Some(value.into()),
                ..self
            }
        }
        ///Sets `kind`.
        pub fn kind(self, value: impl Into<crate::types::NumberType>) -> Self {
            Self {
                kind: Some(value.into()),
                ..self
            }
        }
    }
    ///Which orders are searched.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SearchOrdersRequest {
        ///Those that were made at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were made at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_to: ::std::option::Option<crate::Timestamp>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mode: ::std::option::Option<crate::types::SearchMode>,
        ///Those that were last changed at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were last changed at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_to: ::std::option::Option<crate::Timestamp>,
        ///What to sort by, each with its direction: `created_on`, `modified_on`, `state`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<crate::SortOrder<crate::types::Sort>>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<crate::types::OrderState>,
    }
    impl SearchOrdersRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                created_on_from: Default::default(),
                created_on_to: Default::default(),
                mode: Default::default(),
                modified_on_from: Default::default(),
                modified_on_to: Default::default(),
                order: Default::default(),
                state: Default::default(),
            }
        }
        ///Those that were made at this time or later.
        pub fn created_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were made at this time or earlier.
        pub fn created_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_to: Some(value.into()),
                ..self
            }
        }
        ///Sets `mode`.
        pub fn mode(self, value: impl Into<crate::types::SearchMode>) -> Self {
            Self {
                mode: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or later.
        pub fn modified_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or earlier.
        pub fn modified_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_to: Some(value.into()),
                ..self
            }
        }
        ///What to sort by, each with its direction: `created_on`, `modified_on`, `state`.
        pub fn order(
            self,
            value: impl Into<crate::SortOrder<crate::types::Sort>>,
        ) -> Self {
            Self {
                order: Some(value.into()),
                ..self
            }
        }
        ///Sets `state`.
        pub fn state(self, value: impl Into<crate::types::OrderState>) -> Self {
            Self {
                state: Some(value.into()),
                ..self
            }
        }
    }
    ///Which sent messages are searched.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SearchOutboundSmsRequest {
        ///Those that were made at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were made at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_to: ::std::option::Option<crate::Timestamp>,
        ///Whether they arrived.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub delivered: ::std::option::Option<bool>,
        ///A mask of what they say, 1 to 918 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 1, "maxLength" = 918))
        )]
        pub message: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mode: ::std::option::Option<crate::types::SearchMode>,
        ///Those that were last changed at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were last changed at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_to: ::std::option::Option<crate::Timestamp>,
        ///What to sort by, each with its direction: `tn`, `to`, `message`, `state`, `created_on`, `modified_on`, `reference_id`, `delivered`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<crate::SortOrder<crate::types::Sort>>,
        ///Their id with the carrier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reference_id: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<crate::types::SmsState>,
        ///The number that sent them.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(serialize_with = "crate::phone_number::sent::integer")]
        #[cfg_attr(feature = "schemars", schemars(with = "::std::option::Option<i64>"))]
        pub tn: ::std::option::Option<crate::PhoneNumber>,
        ///A mask of who got them, 3 to 255 characters; `*` stands for any run of characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 3, "maxLength" = 255))
        )]
        pub to: ::std::option::Option<::std::string::String>,
    }
    impl SearchOutboundSmsRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                created_on_from: Default::default(),
                created_on_to: Default::default(),
                delivered: Default::default(),
                message: Default::default(),
                mode: Default::default(),
                modified_on_from: Default::default(),
                modified_on_to: Default::default(),
                order: Default::default(),
                reference_id: Default::default(),
                state: Default::default(),
                tn: Default::default(),
                to: Default::default(),
            }
        }
        ///Those that were made at this time or later.
        pub fn created_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were made at this time or earlier.
        pub fn created_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_to: Some(value.into()),
                ..self
            }
        }
        ///Whether they arrived.
        pub fn delivered(self, value: impl Into<bool>) -> Self {
            Self {
                delivered: Some(value.into()),
                ..self
            }
        }
        ///A mask of what they say, 1 to 918 characters.
        pub fn message(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                message: Some(value.into()),
                ..self
            }
        }
        ///Sets `mode`.
        pub fn mode(self, value: impl Into<crate::types::SearchMode>) -> Self {
            Self {
                mode: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or later.
        pub fn modified_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or earlier.
        pub fn modified_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_to: Some(value.into()),
                ..self
            }
        }
        ///What to sort by, each with its direction: `tn`, `to`, `message`, `state`, `created_on`, `modified_on`, `reference_id`, `delivered`.
        pub fn order(
            self,
            value: impl Into<crate::SortOrder<crate::types::Sort>>,
        ) -> Self {
            Self {
                order: Some(value.into()),
                ..self
            }
        }
        ///Their id with the carrier.
        pub fn reference_id(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                reference_id: Some(value.into()),
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
        ///The number that sent them.
        pub fn tn(self, value: impl Into<crate::PhoneNumber>) -> Self {
            Self {
                tn: Some(value.into()),
                ..self
            }
        }
        ///A mask of who got them, 3 to 255 characters; `*` stands for any run of characters.
        pub fn to(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                to: Some(value.into()),
                ..self
            }
        }
    }
    ///Which messages of the log are searched, sent and received ones.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SearchSmsRequest {
        ///Those that were made at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were made at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_on_to: ::std::option::Option<crate::Timestamp>,
        ///Whether they arrived.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub delivered: ::std::option::Option<bool>,
        ///A mask of who sent them, 3 to 255 characters; `*` stands for any run of characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 3, "maxLength" = 255))
        )]
        pub from: ::std::option::Option<::std::string::String>,
        ///A mask of what they say, 1 to 918 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 1, "maxLength" = 918))
        )]
        pub message: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mode: ::std::option::Option<crate::types::SearchMode>,
        ///Those that were last changed at this time or later.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_from: ::std::option::Option<crate::Timestamp>,
        ///Those that were last changed at this time or earlier.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub modified_on_to: ::std::option::Option<crate::Timestamp>,
        ///What to sort by, each with its direction: `from`, `to`, `message`, `state`, `created_on`, `modified_on`, `delivered`, `readed`; without it the newest come first.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<crate::SortOrder<crate::types::Sort>>,
        ///Whether somebody has read them; the API spells it so.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub readed: ::std::option::Option<bool>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<crate::types::SmsState>,
        ///The conversation that they belong to.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub thread: ::std::option::Option<::std::string::String>,
        ///A mask of who got them, 3 to 255 characters; `*` stands for any run of characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 3, "maxLength" = 255))
        )]
        pub to: ::std::option::Option<::std::string::String>,
    }
    impl SearchSmsRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                created_on_from: Default::default(),
                created_on_to: Default::default(),
                delivered: Default::default(),
                from: Default::default(),
                message: Default::default(),
                mode: Default::default(),
                modified_on_from: Default::default(),
                modified_on_to: Default::default(),
                order: Default::default(),
                readed: Default::default(),
                state: Default::default(),
                thread: Default::default(),
                to: Default::default(),
            }
        }
        ///Those that were made at this time or later.
        pub fn created_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were made at this time or earlier.
        pub fn created_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                created_on_to: Some(value.into()),
                ..self
            }
        }
        ///Whether they arrived.
        pub fn delivered(self, value: impl Into<bool>) -> Self {
            Self {
                delivered: Some(value.into()),
                ..self
            }
        }
        ///A mask of who sent them, 3 to 255 characters; `*` stands for any run of characters.
        pub fn from(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                from: Some(value.into()),
                ..self
            }
        }
        ///A mask of what they say, 1 to 918 characters.
        pub fn message(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                message: Some(value.into()),
                ..self
            }
        }
        ///Sets `mode`.
        pub fn mode(self, value: impl Into<crate::types::SearchMode>) -> Self {
            Self {
                mode: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or later.
        pub fn modified_on_from(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_from: Some(value.into()),
                ..self
            }
        }
        ///Those that were last changed at this time or earlier.
        pub fn modified_on_to(self, value: impl Into<crate::Timestamp>) -> Self {
            Self {
                modified_on_to: Some(value.into()),
                ..self
            }
        }
        ///What to sort by, each with its direction: `from`, `to`, `message`, `state`, `created_on`, `modified_on`, `delivered`, `readed`; without it the newest come first.
        pub fn order(
            self,
            value: impl Into<crate::SortOrder<crate::types::Sort>>,
        ) -> Self {
            Self {
                order: Some(value.into()),
                ..self
            }
        }
        ///Whether somebody has read them; the API spells it so.
        pub fn readed(self, value: impl Into<bool>) -> Self {
            Self {
                readed: Some(value.into()),
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
        ///The conversation that they belong to.
        pub fn thread(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                thread: Some(value.into()),
                ..self
            }
        }
        ///A mask of who got them, 3 to 255 characters; `*` stands for any run of characters.
        pub fn to(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                to: Some(value.into()),
                ..self
            }
        }
    }
    ///A message that is to be sent.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SendSmsRequest {
        ///Where changes of the message are told instead of the messaging profile's address, 10 to 255 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 10, "maxLength" = 255))
        )]
        pub custom_callback_url: ::std::option::Option<::std::string::String>,
        ///The number that sends it, one of the account's that may send messages.
        #[serde(serialize_with = "crate::phone_number::sent::text")]
        #[cfg_attr(feature = "schemars", schemars(with = "::std::string::String"))]
        pub from: crate::PhoneNumber,
        ///What it says, 1 to 918 characters.
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 1, "maxLength" = 918))
        )]
        pub message: ::std::string::String,
        ///The number that gets it, with its country code.
        #[serde(serialize_with = "crate::phone_number::sent::text")]
        #[cfg_attr(feature = "schemars", schemars(with = "::std::string::String"))]
        pub to: crate::PhoneNumber,
    }
    impl SendSmsRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(
            from: impl Into<crate::PhoneNumber>,
            to: impl Into<crate::PhoneNumber>,
            message: impl Into<::std::string::String>,
        ) -> Self {
            Self {
                from: from.into(),
                to: to.into(),
                message: message.into(),
                custom_callback_url: Default::default(),
            }
        }
        ///Where changes of the message are told instead of the messaging profile's address, 10 to 255 characters.
        pub fn custom_callback_url(
            self,
            value: impl Into<::std::string::String>,
        ) -> Self {
            Self {
                custom_callback_url: Some(value.into()),
                ..self
            }
        }
    }
    ///A message that the account sent.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Sms {
        ///Whose it is.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub account: crate::Maybe<::std::boxed::Box<crate::types::Account>>,
        ///Whether a program wrote it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub automated: crate::Maybe<bool>,
        ///The user who sent it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_by: crate::Maybe<::std::boxed::Box<crate::types::User>>,
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///Where changes of it are told, if the request said so.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub custom_callback_url: crate::Maybe<::std::string::String>,
        ///Whether it arrived.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub delivered: crate::Maybe<bool>,
        ///Who sent it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub from: crate::Maybe<crate::types::PhoneNumber>,
        ///What it says.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub message: crate::Maybe<::std::string::String>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///Why it stands where it stands, for people; only events are known to show it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub reason: crate::Maybe<::std::string::String>,
        ///Its id with the carrier; null before it was handed over.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub reference_id: crate::Maybe<::std::string::String>,
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub state: crate::Maybe<crate::types::SmsState>,
        ///The conversation that it belongs to, 32 hexadecimal digits.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub thread: crate::Maybe<::std::string::String>,
        ///The number that sent it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub tn: crate::Maybe<::std::boxed::Box<crate::types::Tn>>,
        ///The lease of the number that sent it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub tn_lease: crate::Maybe<::std::boxed::Box<crate::types::Lease>>,
        ///Who gets it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub to: crate::Maybe<crate::types::PhoneNumber>,
        #[serde(
            default,
            rename = "type",
            skip_serializing_if = "crate::Maybe::is_absent"
        )]
        pub kind: crate::Maybe<crate::types::SmsKind>,
        ///The message's id.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Sms {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(uuid: ::uuid::Uuid) -> Self {
            Self {
                uuid,
                account: Default::default(),
                automated: Default::default(),
                created_by: Default::default(),
                created_on: Default::default(),
                custom_callback_url: Default::default(),
                delivered: Default::default(),
                extra: Default::default(),
                from: Default::default(),
                message: Default::default(),
                modified_on: Default::default(),
                reason: Default::default(),
                reference_id: Default::default(),
                state: Default::default(),
                thread: Default::default(),
                tn: Default::default(),
                tn_lease: Default::default(),
                to: Default::default(),
                kind: Default::default(),
            }
        }
        ///Whose it is.
        pub fn account(
            self,
            value: impl Into<crate::Maybe<crate::types::Account>>,
        ) -> Self {
            Self {
                account: value.into().map(Box::new),
                ..self
            }
        }
        ///Whether a program wrote it.
        pub fn automated(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                automated: value.into(),
                ..self
            }
        }
        ///The user who sent it.
        pub fn created_by(
            self,
            value: impl Into<crate::Maybe<crate::types::User>>,
        ) -> Self {
            Self {
                created_by: value.into().map(Box::new),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///Where changes of it are told, if the request said so.
        pub fn custom_callback_url(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                custom_callback_url: value.into(),
                ..self
            }
        }
        ///Whether it arrived.
        pub fn delivered(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                delivered: value.into(),
                ..self
            }
        }
        ///Who sent it.
        pub fn from(
            self,
            value: impl Into<crate::Maybe<crate::types::PhoneNumber>>,
        ) -> Self {
            Self { from: value.into(), ..self }
        }
        ///What it says.
        pub fn message(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                message: value.into(),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///Why it stands where it stands, for people; only events are known to show it.
        pub fn reason(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                reason: value.into(),
                ..self
            }
        }
        ///Its id with the carrier; null before it was handed over.
        pub fn reference_id(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                reference_id: value.into(),
                ..self
            }
        }
        ///Sets `state`.
        pub fn state(
            self,
            value: impl Into<crate::Maybe<crate::types::SmsState>>,
        ) -> Self {
            Self {
                state: value.into(),
                ..self
            }
        }
        ///The conversation that it belongs to, 32 hexadecimal digits.
        pub fn thread(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                thread: value.into(),
                ..self
            }
        }
        ///The number that sent it.
        pub fn tn(self, value: impl Into<crate::Maybe<crate::types::Tn>>) -> Self {
            Self {
                tn: value.into().map(Box::new),
                ..self
            }
        }
        ///The lease of the number that sent it.
        pub fn tn_lease(
            self,
            value: impl Into<crate::Maybe<crate::types::Lease>>,
        ) -> Self {
            Self {
                tn_lease: value.into().map(Box::new),
                ..self
            }
        }
        ///Who gets it.
        pub fn to(
            self,
            value: impl Into<crate::Maybe<crate::types::PhoneNumber>>,
        ) -> Self {
            Self { to: value.into(), ..self }
        }
        ///Sets `kind`.
        pub fn kind(
            self,
            value: impl Into<crate::Maybe<crate::types::SmsKind>>,
        ) -> Self {
            Self { kind: value.into(), ..self }
        }
    }
    ///A campaign of the registry for messages from long codes (10DLC). Further fields are the registry's.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SmsCampaign {
        ///Its id in the registry, which turning messages on takes.
        #[serde(
            default,
            rename = "campaignId",
            skip_serializing_if = "crate::Maybe::is_absent"
        )]
        pub campaign_id: crate::Maybe<::std::string::String>,
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///When it was deleted.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub deleted_on: crate::Maybe<crate::Timestamp>,
        ///What it is.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub description: crate::Maybe<::std::string::String>,
        ///When it ends.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub expired_on: crate::Maybe<crate::Timestamp>,
        ///Whether messages may be sent for it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub is_active: crate::Maybe<bool>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///What its messages are for.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub usecase: crate::Maybe<::std::string::String>,
        ///The industry.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub vertical: crate::Maybe<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl SmsCampaign {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                campaign_id: Default::default(),
                created_on: Default::default(),
                deleted_on: Default::default(),
                description: Default::default(),
                expired_on: Default::default(),
                extra: Default::default(),
                is_active: Default::default(),
                modified_on: Default::default(),
                usecase: Default::default(),
                vertical: Default::default(),
            }
        }
        ///Its id in the registry, which turning messages on takes.
        pub fn campaign_id(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                campaign_id: value.into(),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///When it was deleted.
        pub fn deleted_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                deleted_on: value.into(),
                ..self
            }
        }
        ///What it is.
        pub fn description(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                description: value.into(),
                ..self
            }
        }
        ///When it ends.
        pub fn expired_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                expired_on: value.into(),
                ..self
            }
        }
        ///Whether messages may be sent for it.
        pub fn is_active(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                is_active: value.into(),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///What its messages are for.
        pub fn usecase(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                usecase: value.into(),
                ..self
            }
        }
        ///The industry.
        pub fn vertical(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                vertical: value.into(),
                ..self
            }
        }
    }
    ///A message in the log, sent or received.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SmsLogEntry {
        ///Whose it is.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub account_uuid: crate::Maybe<::uuid::Uuid>,
        ///Whether a program wrote it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub automated: crate::Maybe<bool>,
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///Whether it arrived.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub delivered: crate::Maybe<bool>,
        ///Who sent it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub from: crate::Maybe<crate::types::PhoneNumber>,
        ///What it says.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub message: crate::Maybe<::std::string::String>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///Whether somebody has read it; the API spells it so.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub readed: crate::Maybe<bool>,
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub state: crate::Maybe<crate::types::SmsState>,
        ///The conversation that it belongs to, 32 hexadecimal digits.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub thread: crate::Maybe<::std::string::String>,
        ///Who gets it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub to: crate::Maybe<crate::types::PhoneNumber>,
        #[serde(
            default,
            rename = "type",
            skip_serializing_if = "crate::Maybe::is_absent"
        )]
        pub kind: crate::Maybe<crate::types::SmsKind>,
        ///The message's id.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl SmsLogEntry {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(uuid: ::uuid::Uuid) -> Self {
            Self {
                uuid,
                account_uuid: Default::default(),
                automated: Default::default(),
                created_on: Default::default(),
                delivered: Default::default(),
                extra: Default::default(),
                from: Default::default(),
                message: Default::default(),
                modified_on: Default::default(),
                readed: Default::default(),
                state: Default::default(),
                thread: Default::default(),
                to: Default::default(),
                kind: Default::default(),
            }
        }
        ///Whose it is.
        pub fn account_uuid(self, value: impl Into<crate::Maybe<::uuid::Uuid>>) -> Self {
            Self {
                account_uuid: value.into(),
                ..self
            }
        }
        ///Whether a program wrote it.
        pub fn automated(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                automated: value.into(),
                ..self
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///Whether it arrived.
        pub fn delivered(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                delivered: value.into(),
                ..self
            }
        }
        ///Who sent it.
        pub fn from(
            self,
            value: impl Into<crate::Maybe<crate::types::PhoneNumber>>,
        ) -> Self {
            Self { from: value.into(), ..self }
        }
        ///What it says.
        pub fn message(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                message: value.into(),
                ..self
            }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///Whether somebody has read it; the API spells it so.
        pub fn readed(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                readed: value.into(),
                ..self
            }
        }
        ///Sets `state`.
        pub fn state(
            self,
            value: impl Into<crate::Maybe<crate::types::SmsState>>,
        ) -> Self {
            Self {
                state: value.into(),
                ..self
            }
        }
        ///The conversation that it belongs to, 32 hexadecimal digits.
        pub fn thread(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                thread: value.into(),
                ..self
            }
        }
        ///Who gets it.
        pub fn to(
            self,
            value: impl Into<crate::Maybe<crate::types::PhoneNumber>>,
        ) -> Self {
            Self { to: value.into(), ..self }
        }
        ///Sets `kind`.
        pub fn kind(
            self,
            value: impl Into<crate::Maybe<crate::types::SmsKind>>,
        ) -> Self {
            Self { kind: value.into(), ..self }
        }
    }
    ///A page of messages of the log.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SmsLogEntryPage {
        ///The messages of the log of this page.
        pub data: ::std::vec::Vec<SmsLogEntry>,
        ///How the filters were joined.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mode: crate::Maybe<crate::types::SearchMode>,
        ///What the page is sorted by.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub order: crate::Maybe<
            ::std::collections::BTreeMap<::std::string::String, crate::types::Sort>,
        >,
        ///How many come before the page.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub skip: crate::Maybe<i64>,
        ///How many the page may have.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub take: crate::Maybe<i64>,
        ///How many there are on all pages.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub total: crate::Maybe<i64>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl SmsLogEntryPage {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(data: ::std::vec::Vec<SmsLogEntry>) -> Self {
            Self {
                data,
                extra: Default::default(),
                mode: Default::default(),
                order: Default::default(),
                skip: Default::default(),
                take: Default::default(),
                total: Default::default(),
            }
        }
        ///How the filters were joined.
        pub fn mode(
            self,
            value: impl Into<crate::Maybe<crate::types::SearchMode>>,
        ) -> Self {
            Self { mode: value.into(), ..self }
        }
        ///What the page is sorted by.
        pub fn order(
            self,
            value: impl Into<
                crate::Maybe<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        crate::types::Sort,
                    >,
                >,
            >,
        ) -> Self {
            Self {
                order: value.into(),
                ..self
            }
        }
        ///How many come before the page.
        pub fn skip(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { skip: value.into(), ..self }
        }
        ///How many the page may have.
        pub fn take(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { take: value.into(), ..self }
        }
        ///How many there are on all pages.
        pub fn total(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                total: value.into(),
                ..self
            }
        }
    }
    ///The answer that has a page of the log.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SmsLogEntryPageResponse {
        pub payload: SmsLogEntryPage,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl SmsLogEntryPageResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: SmsLogEntryPage) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///A page of sent messages.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SmsPage {
        ///The sent messages of this page.
        pub data: ::std::vec::Vec<Sms>,
        ///How the filters were joined.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mode: crate::Maybe<crate::types::SearchMode>,
        ///What the page is sorted by.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub order: crate::Maybe<
            ::std::collections::BTreeMap<::std::string::String, crate::types::Sort>,
        >,
        ///How many come before the page.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub skip: crate::Maybe<i64>,
        ///How many the page may have.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub take: crate::Maybe<i64>,
        ///How many there are on all pages.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub total: crate::Maybe<i64>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl SmsPage {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(data: ::std::vec::Vec<Sms>) -> Self {
            Self {
                data,
                extra: Default::default(),
                mode: Default::default(),
                order: Default::default(),
                skip: Default::default(),
                take: Default::default(),
                total: Default::default(),
            }
        }
        ///How the filters were joined.
        pub fn mode(
            self,
            value: impl Into<crate::Maybe<crate::types::SearchMode>>,
        ) -> Self {
            Self { mode: value.into(), ..self }
        }
        ///What the page is sorted by.
        pub fn order(
            self,
            value: impl Into<
                crate::Maybe<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        crate::types::Sort,
                    >,
                >,
            >,
        ) -> Self {
            Self {
                order: value.into(),
                ..self
            }
        }
        ///How many come before the page.
        pub fn skip(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { skip: value.into(), ..self }
        }
        ///How many the page may have.
        pub fn take(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { take: value.into(), ..self }
        }
        ///How many there are on all pages.
        pub fn total(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                total: value.into(),
                ..self
            }
        }
    }
    ///The answer that has a page of sent messages.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SmsPageResponse {
        pub payload: SmsPage,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl SmsPageResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: SmsPage) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
            }
        }
    }
    ///The answer that shows a sent message.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SmsResponse {
        pub payload: Sms,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl SmsResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: Sms) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
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
    ///A phone number of the stock, or one that is leased. Further fields say what it costs and what it can do.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Tn {
        ///When it was made.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub created_on: crate::Maybe<crate::Timestamp>,
        ///When it was deleted.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub deleted_on: crate::Maybe<crate::Timestamp>,
        ///Whether it can call emergency services; missing since 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub emergency: crate::Maybe<bool>,
        ///Whether it can fax; missing since 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub fax: crate::Maybe<bool>,
        ///Whether it can send and receive pictures; missing since 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub mms: crate::Maybe<bool>,
        ///When it was last changed.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub modified_on: crate::Maybe<crate::Timestamp>,
        ///What it costs; missing since 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub profile: crate::Maybe<::std::boxed::Box<crate::types::PriceList>>,
        ///Whether it is in use.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub registered: crate::Maybe<bool>,
        ///Whether it can send and receive messages; missing since 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sms: crate::Maybe<bool>,
        ///The number, with its country code.
        #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
        pub tn: crate::PhoneNumber,
        #[serde(
            default,
            rename = "type",
            skip_serializing_if = "crate::Maybe::is_absent"
        )]
        pub kind: crate::Maybe<crate::types::NumberType>,
        ///Whether it can be called and can call; missing since 2022.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub voice: crate::Maybe<bool>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Tn {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(tn: impl Into<crate::PhoneNumber>) -> Self {
            Self {
                tn: tn.into(),
                created_on: Default::default(),
                deleted_on: Default::default(),
                emergency: Default::default(),
                extra: Default::default(),
                fax: Default::default(),
                mms: Default::default(),
                modified_on: Default::default(),
                profile: Default::default(),
                registered: Default::default(),
                sms: Default::default(),
                kind: Default::default(),
                voice: Default::default(),
            }
        }
        ///When it was made.
        pub fn created_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                created_on: value.into(),
                ..self
            }
        }
        ///When it was deleted.
        pub fn deleted_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                deleted_on: value.into(),
                ..self
            }
        }
        ///Whether it can call emergency services; missing since 2022.
        pub fn emergency(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                emergency: value.into(),
                ..self
            }
        }
        ///Whether it can fax; missing since 2022.
        pub fn fax(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self { fax: value.into(), ..self }
        }
        ///Whether it can send and receive pictures; missing since 2022.
        pub fn mms(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self { mms: value.into(), ..self }
        }
        ///When it was last changed.
        pub fn modified_on(
            self,
            value: impl Into<crate::Maybe<crate::Timestamp>>,
        ) -> Self {
            Self {
                modified_on: value.into(),
                ..self
            }
        }
        ///What it costs; missing since 2022.
        pub fn profile(
            self,
            value: impl Into<crate::Maybe<crate::types::PriceList>>,
        ) -> Self {
            Self {
                profile: value.into().map(Box::new),
                ..self
            }
        }
        ///Whether it is in use.
        pub fn registered(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                registered: value.into(),
                ..self
            }
        }
        ///Whether it can send and receive messages; missing since 2022.
        pub fn sms(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self { sms: value.into(), ..self }
        }
        ///Sets `kind`.
        pub fn kind(
            self,
            value: impl Into<crate::Maybe<crate::types::NumberType>>,
        ) -> Self {
            Self { kind: value.into(), ..self }
        }
        ///Whether it can be called and can call; missing since 2022.
        pub fn voice(self, value: impl Into<crate::Maybe<bool>>) -> Self {
            Self {
                voice: value.into(),
                ..self
            }
        }
    }
    ///A number of an order, and what became of it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct TnItem {
        ///Why it could not be had, for people.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub reason: crate::Maybe<::std::string::String>,
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub state: crate::Maybe<crate::types::OrderState>,
        ///The number.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        #[cfg_attr(feature = "schemars", schemars(with = "crate::Maybe<i64>"))]
        pub tn: crate::Maybe<crate::PhoneNumber>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl TnItem {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                extra: Default::default(),
                reason: Default::default(),
                state: Default::default(),
                tn: Default::default(),
            }
        }
        ///Why it could not be had, for people.
        pub fn reason(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                reason: value.into(),
                ..self
            }
        }
        ///Sets `state`.
        pub fn state(
            self,
            value: impl Into<crate::Maybe<crate::types::OrderState>>,
        ) -> Self {
            Self {
                state: value.into(),
                ..self
            }
        }
        ///The number.
        pub fn tn(self, value: impl Into<crate::Maybe<crate::PhoneNumber>>) -> Self {
            Self { tn: value.into(), ..self }
        }
    }
    ///A page of numbers.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct TnPage {
        ///The numbers of this page.
        pub data: ::std::vec::Vec<Tn>,
        ///How many come before the page.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub skip: crate::Maybe<i64>,
        ///How many the page may have.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub take: crate::Maybe<i64>,
        ///How many there are on all pages.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub total: crate::Maybe<i64>,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl TnPage {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(data: ::std::vec::Vec<Tn>) -> Self {
            Self {
                data,
                extra: Default::default(),
                skip: Default::default(),
                take: Default::default(),
                total: Default::default(),
            }
        }
        ///How many come before the page.
        pub fn skip(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { skip: value.into(), ..self }
        }
        ///How many the page may have.
        pub fn take(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self { take: value.into(), ..self }
        }
        ///How many there are on all pages.
        pub fn total(self, value: impl Into<crate::Maybe<i64>>) -> Self {
            Self {
                total: value.into(),
                ..self
            }
        }
    }
    ///The answer that has a page of numbers.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct TnPageResponse {
        pub payload: TnPage,
        ///Always true in this answer.
        pub success: bool,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl TnPageResponse {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(success: bool, payload: TnPage) -> Self {
            Self {
                success,
                payload,
                extra: Default::default(),
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
    ///What is to change in a lease; what is missing stays.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    #[cfg_attr(feature = "schemars", schemars(extend("minProperties" = 1)))]
    pub struct UpdateLeaseRequest {
        ///Whether it is renewed when it ends.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub autorenew: ::std::option::Option<bool>,
        ///The SIP connection that gets its calls; null takes it off.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sip_connection: crate::Maybe<::uuid::Uuid>,
        ///The SIP application that gets its calls; null takes it off.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub sip_control_app: crate::Maybe<::uuid::Uuid>,
    }
    impl UpdateLeaseRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                autorenew: Default::default(),
                sip_connection: Default::default(),
                sip_control_app: Default::default(),
            }
        }
        ///Whether it is renewed when it ends.
        pub fn autorenew(self, value: impl Into<bool>) -> Self {
            Self {
                autorenew: Some(value.into()),
                ..self
            }
        }
        ///The SIP connection that gets its calls; null takes it off.
        pub fn sip_connection(
            self,
            value: impl Into<crate::Maybe<::uuid::Uuid>>,
        ) -> Self {
            Self {
                sip_connection: value.into(),
                ..self
            }
        }
        ///The SIP application that gets its calls; null takes it off.
        pub fn sip_control_app(
            self,
            value: impl Into<crate::Maybe<::uuid::Uuid>>,
        ) -> Self {
            Self {
                sip_control_app: value.into(),
                ..self
            }
        }
    }
    ///What is to change in a messaging profile; what is missing stays.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    #[cfg_attr(feature = "schemars", schemars(extend("minProperties" = 1)))]
    pub struct UpdateMessagingProfileRequest {
        ///Where messages and their changes are told, 10 to 255 characters; null stops it.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub callback_url: crate::Maybe<::std::string::String>,
        ///Where they are told if the first address cannot be reached.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub callback_url2: crate::Maybe<::std::string::String>,
        ///How often the pool takes a long code, 0 to 9.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(extend("minimum" = 0, "maximum" = 9)))]
        pub long_code_weight: ::std::option::Option<i64>,
        ///A name for people, 1 to 255 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(extend("minLength" = 1, "maxLength" = 255))
        )]
        pub name: ::std::option::Option<::std::string::String>,
        ///Whether messages may be sent without naming a number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub number_pool_enable: ::std::option::Option<bool>,
        ///Whether the pool leaves out numbers whose messages do not arrive.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub skip_unhealthy_tns: ::std::option::Option<bool>,
        ///Whether the pool keeps one number for one receiver.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sticky_sender: ::std::option::Option<bool>,
        ///How often the pool takes a toll-free number, 0 to 9.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(extend("minimum" = 0, "maximum" = 9)))]
        pub tollfree_weight: ::std::option::Option<i64>,
    }
    impl UpdateMessagingProfileRequest {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new() -> Self {
            Self {
                callback_url: Default::default(),
                callback_url2: Default::default(),
                long_code_weight: Default::default(),
                name: Default::default(),
                number_pool_enable: Default::default(),
                skip_unhealthy_tns: Default::default(),
                sticky_sender: Default::default(),
                tollfree_weight: Default::default(),
            }
        }
        ///Where messages and their changes are told, 10 to 255 characters; null stops it.
        pub fn callback_url(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                callback_url: value.into(),
                ..self
            }
        }
        ///Where they are told if the first address cannot be reached.
        pub fn callback_url2(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                callback_url2: value.into(),
                ..self
            }
        }
        ///How often the pool takes a long code, 0 to 9.
        pub fn long_code_weight(self, value: impl Into<i64>) -> Self {
            Self {
                long_code_weight: Some(value.into()),
                ..self
            }
        }
        ///A name for people, 1 to 255 characters.
        pub fn name(self, value: impl Into<::std::string::String>) -> Self {
            Self {
                name: Some(value.into()),
                ..self
            }
        }
        ///Whether messages may be sent without naming a number.
        pub fn number_pool_enable(self, value: impl Into<bool>) -> Self {
            Self {
                number_pool_enable: Some(value.into()),
                ..self
            }
        }
        ///Whether the pool leaves out numbers whose messages do not arrive.
        pub fn skip_unhealthy_tns(self, value: impl Into<bool>) -> Self {
            Self {
                skip_unhealthy_tns: Some(value.into()),
                ..self
            }
        }
        ///Whether the pool keeps one number for one receiver.
        pub fn sticky_sender(self, value: impl Into<bool>) -> Self {
            Self {
                sticky_sender: Some(value.into()),
                ..self
            }
        }
        ///How often the pool takes a toll-free number, 0 to 9.
        pub fn tollfree_weight(self, value: impl Into<i64>) -> Self {
            Self {
                tollfree_weight: Some(value.into()),
                ..self
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
    ///A voice that reads texts aloud in a call.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Voice {
        ///What a call flow names it by.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub code: crate::Maybe<::std::string::String>,
        ///`MALE` or `FEMALE`.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub gender: crate::Maybe<::std::string::String>,
        ///Its name.
        #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
        pub name: crate::Maybe<::std::string::String>,
        ///Its sample rate.
        #[serde(
            default,
            rename = "naturalSampleRateHertz",
            skip_serializing_if = "crate::Maybe::is_absent"
        )]
        pub natural_sample_rate_hertz: crate::Maybe<i64>,
        ///What makes it, for instance `WaveNet` or `Standard`.
        #[serde(
            default,
            rename = "type",
            skip_serializing_if = "crate::Maybe::is_absent"
        )]
        pub kind: crate::Maybe<::std::string::String>,
        ///The voice's id.
        pub uuid: ::uuid::Uuid,
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            crate::Unrecognized,
        >,
    }
    impl Voice {
        /// Takes what the contract requires and leaves out the rest.
        pub fn new(uuid: ::uuid::Uuid) -> Self {
            Self {
                uuid,
                code: Default::default(),
                extra: Default::default(),
                gender: Default::default(),
                name: Default::default(),
                natural_sample_rate_hertz: Default::default(),
                kind: Default::default(),
            }
        }
        ///What a call flow names it by.
        pub fn code(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { code: value.into(), ..self }
        }
        ///`MALE` or `FEMALE`.
        pub fn gender(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self {
                gender: value.into(),
                ..self
            }
        }
        ///Its name.
        pub fn name(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { name: value.into(), ..self }
        }
        ///Its sample rate.
        pub fn natural_sample_rate_hertz(
            self,
            value: impl Into<crate::Maybe<i64>>,
        ) -> Self {
            Self {
                natural_sample_rate_hertz: value.into(),
                ..self
            }
        }
        ///What makes it, for instance `WaveNet` or `Standard`.
        pub fn kind(
            self,
            value: impl Into<crate::Maybe<::std::string::String>>,
        ) -> Self {
            Self { kind: value.into(), ..self }
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
    ///What a leased number is used for.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LeaseSubscriptionType {
        ///`sms`.
        Sms,
        ///`voice`.
        Voice,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl LeaseSubscriptionType {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Sms => "sms",
                Self::Voice => "voice",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for LeaseSubscriptionType {
        fn from(value: &str) -> Self {
            match value {
                "sms" => Self::Sms,
                "voice" => Self::Voice,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for LeaseSubscriptionType {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for LeaseSubscriptionType {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for LeaseSubscriptionType {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for LeaseSubscriptionType {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "LeaseSubscriptionType".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" : "What a leased number is used for.", "type" : "string",
                "x-extensible-enum" : ["sms", "voice"], }
            )
        }
    }
    ///What a number is to be used for.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum NumberFeature {
        ///`voice`.
        Voice,
        ///`sms`.
        Sms,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl NumberFeature {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Voice => "voice",
                Self::Sms => "sms",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for NumberFeature {
        fn from(value: &str) -> Self {
            match value {
                "voice" => Self::Voice,
                "sms" => Self::Sms,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for NumberFeature {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for NumberFeature {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for NumberFeature {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for NumberFeature {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "NumberFeature".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" : "What a number is to be used for.", "type" : "string",
                "x-extensible-enum" : ["voice", "sms"], }
            )
        }
    }
    ///What kind of number it is: of a place (`long_code`) or free for who calls (`toll_free`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum NumberType {
        ///`long_code`.
        LongCode,
        ///`toll_free`.
        TollFree,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl NumberType {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::LongCode => "long_code",
                Self::TollFree => "toll_free",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for NumberType {
        fn from(value: &str) -> Self {
            match value {
                "long_code" => Self::LongCode,
                "toll_free" => Self::TollFree,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for NumberType {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for NumberType {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for NumberType {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for NumberType {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "NumberType".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" :
                "What kind of number it is: of a place (`long_code`) or free for who calls (`toll_free`).",
                "type" : "string", "x-extensible-enum" : ["long_code", "toll_free"], }
            )
        }
    }
    ///Where an order stands, or one number of it: it waits (`created`), is being verified (`verify`) or carried out (`processing`), the numbers are there (`success`) or are not (`failed`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum OrderState {
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
    impl OrderState {
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
    impl ::std::convert::From<&str> for OrderState {
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
    impl ::std::fmt::Display for OrderState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for OrderState {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for OrderState {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for OrderState {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "OrderState".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" :
                "Where an order stands, or one number of it: it waits (`created`), is being verified (`verify`) or carried out (`processing`), the numbers are there (`success`) or are not (`failed`).",
                "type" : "string", "x-extensible-enum" : ["created", "verify",
                "processing", "success", "failed"], }
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
    ///How the filters of a search are joined: all of them have to fit (`AND`), or one (`OR`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum SearchMode {
        ///`AND`.
        And,
        ///`OR`.
        Or,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl SearchMode {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::And => "AND",
                Self::Or => "OR",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for SearchMode {
        fn from(value: &str) -> Self {
            match value {
                "AND" => Self::And,
                "OR" => Self::Or,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for SearchMode {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for SearchMode {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for SearchMode {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for SearchMode {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "SearchMode".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" :
                "How the filters of a search are joined: all of them have to fit (`AND`), or one (`OR`).",
                "type" : "string", "x-extensible-enum" : ["AND", "OR"], }
            )
        }
    }
    ///Which way a message goes. It goes out (`smso`), it goes out and was accepted for later (`smsr`), or it came in (`smsi`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum SmsKind {
        ///`smso`.
        Smso,
        ///`smsr`.
        Smsr,
        ///`smsi`.
        Smsi,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl SmsKind {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Smso => "smso",
                Self::Smsr => "smsr",
                Self::Smsi => "smsi",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for SmsKind {
        fn from(value: &str) -> Self {
            match value {
                "smso" => Self::Smso,
                "smsr" => Self::Smsr,
                "smsi" => Self::Smsi,
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
                "Which way a message goes. It goes out (`smso`), it goes out and was accepted for later (`smsr`), or it came in (`smsi`).",
                "type" : "string", "x-extensible-enum" : ["smso", "smsr", "smsi"], }
            )
        }
    }
    ///Where a message stands: it waits to be sent (`created`), is on its way (`sending`), was sent (`sent`; `success` since 2022), was not sent (`failed`). One that came in is `success`.
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
                "Where a message stands: it waits to be sent (`created`), is on its way (`sending`), was sent (`sent`; `success` since 2022), was not sent (`failed`). One that came in is `success`.",
                "type" : "string", "x-extensible-enum" : ["created", "sending", "sent",
                "success", "failed"], }
            )
        }
    }
    ///A direction to sort in: upwards (`ASC`) or downwards (`DESC`).
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Sort {
        ///`ASC`.
        Asc,
        ///`DESC`.
        Desc,
        ///A value that the contract does not list, as the server sent it.
        Unknown(::std::string::String),
    }
    impl Sort {
        /// The value as the server writes it.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Asc => "ASC",
                Self::Desc => "DESC",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::convert::From<&str> for Sort {
        fn from(value: &str) -> Self {
            match value {
                "ASC" => Self::Asc,
                "DESC" => Self::Desc,
                other => Self::Unknown(other.to_owned()),
            }
        }
    }
    impl ::std::fmt::Display for Sort {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    impl ::serde::Serialize for Sort {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for Sort {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            Ok(Self::from(value.as_ref()))
        }
    }
    #[cfg(feature = "schemars")]
    impl ::schemars::JsonSchema for Sort {
        fn schema_name() -> ::std::borrow::Cow<'static, str> {
            "Sort".into()
        }
        fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::schemars::json_schema!(
                { "description" :
                "A direction to sort in: upwards (`ASC`) or downwards (`DESC`).", "type"
                : "string", "x-extensible-enum" : ["ASC", "DESC"], }
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
    impl crate::tolerant::Tolerant for AccountResponse {
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
    impl crate::tolerant::Tolerant for Country {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                a2: fields.optional("a2"),
                a3: fields.optional("a3"),
                country_code: fields.optional("country_code"),
                created_on: fields.optional("created_on"),
                modified_on: fields.optional("modified_on"),
                n: fields.optional("n"),
                name: fields.optional("name"),
                national_code: fields.optional("national_code"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for CountryState {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                name: fields.optional("name"),
                state: fields.optional("state"),
                extra: fields.rest(),
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
    impl crate::tolerant::Tolerant for InboundSms {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                account: fields.optional("account"),
                created_on: fields.optional("created_on"),
                delivered: fields.optional("delivered"),
                from: fields.optional("from"),
                message: fields.optional("message"),
                modified_on: fields.optional("modified_on"),
                readed: fields.optional("readed"),
                state: fields.optional("state"),
                thread: fields.optional("thread"),
                tn: fields.optional("tn"),
                tnlease: fields.optional("tnlease"),
                to: fields.optional("to"),
                kind: fields.optional("type"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for InboundSmsPage {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                data: fields.required("data")?,
                mode: fields.optional("mode"),
                order: fields.optional("order"),
                skip: fields.optional("skip"),
                take: fields.optional("take"),
                total: fields.optional("total"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for InboundSmsPageResponse {
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
    impl crate::tolerant::Tolerant for InboundSmsResponse {
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
    impl crate::tolerant::Tolerant for Lease {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                account: fields.optional("account"),
                autorenew: fields.optional("autorenew"),
                created_by: fields.optional("created_by"),
                created_on: fields.optional("created_on"),
                expired_on: fields.optional("expired_on"),
                messaging_profile: fields.optional("messaging_profile"),
                modified_by: fields.optional("modified_by"),
                modified_on: fields.optional("modified_on"),
                sip_connection: fields.optional("sip_connection"),
                sip_control_app: fields.optional("sip_control_app"),
                subscriptions: fields.optional("subscriptions"),
                tn: fields.optional("tn"),
                tnorder: fields.optional("tnorder"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for LeasePage {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                data: fields.required("data")?,
                mode: fields.optional("mode"),
                order: fields.optional("order"),
                skip: fields.optional("skip"),
                take: fields.optional("take"),
                total: fields.optional("total"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for LeasePageResponse {
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
    impl crate::tolerant::Tolerant for LeaseResponse {
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
    impl crate::tolerant::Tolerant for LeaseSubscription {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                created_on: fields.optional("created_on"),
                messaging_profile: fields.optional("messaging_profile"),
                modified_on: fields.optional("modified_on"),
                sms_campaign: fields.optional("sms_campaign"),
                kind: fields.optional("type"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for LeaseSubscriptionResponse {
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
    impl crate::tolerant::Tolerant for ListCountriesResponse {
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
    impl crate::tolerant::Tolerant for ListLeasesResponse {
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
    impl crate::tolerant::Tolerant for ListMessagingProfilesResponse {
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
    impl crate::tolerant::Tolerant for ListPriceListsResponse {
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
    impl crate::tolerant::Tolerant for ListRateCentersResponse {
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
    impl crate::tolerant::Tolerant for ListStatesResponse {
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
    impl crate::tolerant::Tolerant for ListVoicesResponse {
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
    impl crate::tolerant::Tolerant for MessagingProfile {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                account: fields.optional("account"),
                callback_url: fields.optional("callback_url"),
                callback_url2: fields.optional("callback_url2"),
                created_by: fields.optional("created_by"),
                created_on: fields.optional("created_on"),
                long_code_weight: fields.optional("long_code_weight"),
                modified_by: fields.optional("modified_by"),
                modified_on: fields.optional("modified_on"),
                name: fields.optional("name"),
                number_pool_enable: fields.optional("number_pool_enable"),
                operators: fields.optional("operators"),
                skip_unhealthy_tns: fields.optional("skip_unhealthy_tns"),
                sticky_sender: fields.optional("sticky_sender"),
                tollfree_weight: fields.optional("tollfree_weight"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for MessagingProfileResponse {
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
    impl crate::tolerant::Tolerant for Operator {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                country: fields.optional("country"),
                created_on: fields.optional("created_on"),
                modified_on: fields.optional("modified_on"),
                name: fields.optional("name"),
                sms: fields.optional("sms"),
                surcharge_sms: fields.optional("surcharge_sms"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for Order {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                state: fields.required("state")?,
                uuid: fields.required("uuid")?,
                created_on: fields.optional("created_on"),
                failed: fields.optional("failed"),
                modified_on: fields.optional("modified_on"),
                processing: fields.optional("processing"),
                request: fields.optional("request"),
                success: fields.optional("success"),
                tn_items: fields.optional("tn_items"),
                total: fields.optional("total"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for OrderPage {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                data: fields.required("data")?,
                mode: fields.optional("mode"),
                order: fields.optional("order"),
                skip: fields.optional("skip"),
                take: fields.optional("take"),
                total: fields.optional("total"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for OrderPageResponse {
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
    impl crate::tolerant::Tolerant for OrderPrice {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                items: fields.optional("items"),
                mrc: fields.optional("mrc"),
                nrc: fields.optional("nrc"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for OrderPriceItem {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                description: fields.optional("description"),
                id: fields.optional("id"),
                mrc: fields.optional("mrc"),
                name: fields.optional("name"),
                nrc: fields.optional("nrc"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for OrderPriceResponse {
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
    impl crate::tolerant::Tolerant for OrderRequest {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                items: fields.optional("items"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for OrderResponse {
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
    impl crate::tolerant::Tolerant for OrderedItem {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                autorenew: fields.optional("autorenew"),
                features: fields.optional("features"),
                tn: fields.optional("tn"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for PriceList {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                country: fields.optional("country"),
                created_on: fields.optional("created_on"),
                description: fields.optional("description"),
                emergency_incoming_per_min_cost: fields
                    .optional("emergency_incoming_per_min_cost"),
                emergency_mrc: fields.optional("emergency_mrc"),
                emergency_nrc: fields.optional("emergency_nrc"),
                emergency_outgoing_per_min_cost: fields
                    .optional("emergency_outgoing_per_min_cost"),
                fax_incoming_per_min_cost: fields.optional("fax_incoming_per_min_cost"),
                fax_mrc: fields.optional("fax_mrc"),
                fax_nrc: fields.optional("fax_nrc"),
                fax_outgoing_per_min_cost: fields.optional("fax_outgoing_per_min_cost"),
                is_active: fields.optional("is_active"),
                mms_mrc: fields.optional("mms_mrc"),
                mms_nrc: fields.optional("mms_nrc"),
                mms_per_receive_cost: fields.optional("mms_per_receive_cost"),
                mms_per_send_cost: fields.optional("mms_per_send_cost"),
                modified_on: fields.optional("modified_on"),
                mrc: fields.optional("mrc"),
                name: fields.optional("name"),
                nrc: fields.optional("nrc"),
                priority: fields.optional("priority"),
                sms_mrc: fields.optional("sms_mrc"),
                sms_nrc: fields.optional("sms_nrc"),
                sms_per_receive_cost: fields.optional("sms_per_receive_cost"),
                sms_per_send_cost: fields.optional("sms_per_send_cost"),
                toll_free: fields.optional("toll_free"),
                voice_incoming_per_min_cost: fields
                    .optional("voice_incoming_per_min_cost"),
                voice_mrc: fields.optional("voice_mrc"),
                voice_nrc: fields.optional("voice_nrc"),
                voice_outgoing_per_min_cost: fields
                    .optional("voice_outgoing_per_min_cost"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for PriceListResponse {
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
    impl crate::tolerant::Tolerant for RateCenter {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                npa: fields.optional("npa"),
                nxx: fields.optional("nxx"),
                rate_center: fields.optional("rate_center"),
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
                uuid: fields.required("uuid")?,
                account: fields.optional("account"),
                automated: fields.optional("automated"),
                created_by: fields.optional("created_by"),
                created_on: fields.optional("created_on"),
                custom_callback_url: fields.optional("custom_callback_url"),
                delivered: fields.optional("delivered"),
                from: fields.optional("from"),
                message: fields.optional("message"),
                modified_on: fields.optional("modified_on"),
                reason: fields.optional("reason"),
                reference_id: fields.optional("reference_id"),
                state: fields.optional("state"),
                thread: fields.optional("thread"),
                tn: fields.optional("tn"),
                tn_lease: fields.optional("tn_lease"),
                to: fields.optional("to"),
                kind: fields.optional("type"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for SmsCampaign {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                campaign_id: fields.optional("campaignId"),
                created_on: fields.optional("created_on"),
                deleted_on: fields.optional("deleted_on"),
                description: fields.optional("description"),
                expired_on: fields.optional("expired_on"),
                is_active: fields.optional("is_active"),
                modified_on: fields.optional("modified_on"),
                usecase: fields.optional("usecase"),
                vertical: fields.optional("vertical"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for SmsLogEntry {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                account_uuid: fields.optional("account_uuid"),
                automated: fields.optional("automated"),
                created_on: fields.optional("created_on"),
                delivered: fields.optional("delivered"),
                from: fields.optional("from"),
                message: fields.optional("message"),
                modified_on: fields.optional("modified_on"),
                readed: fields.optional("readed"),
                state: fields.optional("state"),
                thread: fields.optional("thread"),
                to: fields.optional("to"),
                kind: fields.optional("type"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for SmsLogEntryPage {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                data: fields.required("data")?,
                mode: fields.optional("mode"),
                order: fields.optional("order"),
                skip: fields.optional("skip"),
                take: fields.optional("take"),
                total: fields.optional("total"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for SmsLogEntryPageResponse {
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
    impl crate::tolerant::Tolerant for SmsPage {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                data: fields.required("data")?,
                mode: fields.optional("mode"),
                order: fields.optional("order"),
                skip: fields.optional("skip"),
                take: fields.optional("take"),
                total: fields.optional("total"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for SmsPageResponse {
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
    impl crate::tolerant::Tolerant for SmsResponse {
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
    impl crate::tolerant::Tolerant for Tn {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                tn: fields.required("tn")?,
                created_on: fields.optional("created_on"),
                deleted_on: fields.optional("deleted_on"),
                emergency: fields.optional("emergency"),
                fax: fields.optional("fax"),
                mms: fields.optional("mms"),
                modified_on: fields.optional("modified_on"),
                profile: fields.optional("profile"),
                registered: fields.optional("registered"),
                sms: fields.optional("sms"),
                kind: fields.optional("type"),
                voice: fields.optional("voice"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for TnItem {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                reason: fields.optional("reason"),
                state: fields.optional("state"),
                tn: fields.optional("tn"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for TnPage {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                data: fields.required("data")?,
                skip: fields.optional("skip"),
                take: fields.optional("take"),
                total: fields.optional("total"),
                extra: fields.rest(),
            })
        }
    }
    impl crate::tolerant::Tolerant for TnPageResponse {
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
    impl crate::tolerant::Tolerant for Voice {
        #[inline]
        fn read(
            value: &::serde_json::Value,
        ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
            let mut fields = crate::tolerant::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                code: fields.optional("code"),
                gender: fields.optional("gender"),
                name: fields.optional("name"),
                natural_sample_rate_hertz: fields.optional("naturalSampleRateHertz"),
                kind: fields.optional("type"),
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
    impl crate::tolerant::Tolerant for LeaseSubscriptionType {}
    impl crate::tolerant::Tolerant for NumberFeature {}
    impl crate::tolerant::Tolerant for NumberType {}
    impl crate::tolerant::Tolerant for OrderState {}
    impl crate::tolerant::Tolerant for Role {}
    impl crate::tolerant::Tolerant for SearchMode {}
    impl crate::tolerant::Tolerant for SmsKind {}
    impl crate::tolerant::Tolerant for SmsState {}
    impl crate::tolerant::Tolerant for Sort {}
    impl crate::RequestBody for CreateMessagingProfileRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if let Some(it) = self.long_code_weight.as_ref() {
                crate::LimitError::check_number(
                    "long_code_weight",
                    *it,
                    Some(0),
                    Some(9),
                )?;
            }
            if let Some(it) = Some(&self.name) {
                crate::LimitError::check_length("name", it, Some(1), Some(255))?;
            }
            if let Some(it) = self.tollfree_weight.as_ref() {
                crate::LimitError::check_number(
                    "tollfree_weight",
                    *it,
                    Some(0),
                    Some(9),
                )?;
            }
            Ok(())
        }
    }
    impl crate::RequestBody for CreateOrderRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if let Some(value) = Some(&self.items) {
                crate::RequestBody::check(value).map_err(|cause| cause.within("items"))?;
            }
            Ok(())
        }
        fn secrets<'b>(&'b self, found: &mut ::std::vec::Vec<&'b crate::Secret>) {
            if let Some(value) = Some(&self.items) {
                crate::RequestBody::secrets(value, found);
            }
        }
    }
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
                crate::LimitError::check_number("ttl", *it, Some(60), Some(2147483647))?;
            }
            Ok(())
        }
    }
    impl crate::RequestBody for EnableLeaseSmsRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
    }
    impl crate::RequestBody for OrderItem {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            for it in Some(&self.tn).into_iter() {
                crate::LimitError::check_phone_number("tn", it)?;
            }
            Ok(())
        }
    }
    impl crate::RequestBody for SearchInboundSmsRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if let Some(it) = self.from.as_ref() {
                crate::LimitError::check_length("from", it, Some(3), Some(255))?;
            }
            if let Some(it) = self.message.as_ref() {
                crate::LimitError::check_length("message", it, Some(1), Some(918))?;
            }
            for it in self.tn.as_ref().into_iter() {
                crate::LimitError::check_phone_number("tn", it)?;
            }
            if let Some(it) = self.to.as_ref() {
                crate::LimitError::check_length("to", it, Some(3), Some(255))?;
            }
            Ok(())
        }
    }
    impl crate::RequestBody for SearchLeasesRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
    }
    impl crate::RequestBody for SearchNumbersRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if let Some(it) = self.skip.as_ref() {
                crate::LimitError::check_number("skip", *it, Some(0), None)?;
            }
            if let Some(it) = self.take.as_ref() {
                crate::LimitError::check_number("take", *it, Some(1), Some(100))?;
            }
            Ok(())
        }
    }
    impl crate::RequestBody for SearchOrdersRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
    }
    impl crate::RequestBody for SearchOutboundSmsRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if let Some(it) = self.message.as_ref() {
                crate::LimitError::check_length("message", it, Some(1), Some(918))?;
            }
            for it in self.tn.as_ref().into_iter() {
                crate::LimitError::check_phone_number("tn", it)?;
            }
            if let Some(it) = self.to.as_ref() {
                crate::LimitError::check_length("to", it, Some(3), Some(255))?;
            }
            Ok(())
        }
    }
    impl crate::RequestBody for SearchSmsRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if let Some(it) = self.from.as_ref() {
                crate::LimitError::check_length("from", it, Some(3), Some(255))?;
            }
            if let Some(it) = self.message.as_ref() {
                crate::LimitError::check_length("message", it, Some(1), Some(918))?;
            }
            if let Some(it) = self.to.as_ref() {
                crate::LimitError::check_length("to", it, Some(3), Some(255))?;
            }
            Ok(())
        }
    }
    impl crate::RequestBody for SendSmsRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if let Some(it) = self.custom_callback_url.as_ref() {
                crate::LimitError::check_length(
                    "custom_callback_url",
                    it,
                    Some(10),
                    Some(255),
                )?;
            }
            if let Some(it) = Some(&self.message) {
                crate::LimitError::check_length("message", it, Some(1), Some(918))?;
            }
            Ok(())
        }
    }
    impl crate::RequestBody for UpdateLeaseRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if self.autorenew.is_none() && self.sip_connection.is_absent()
                && self.sip_control_app.is_absent()
            {
                return Err(
                    crate::LimitError::nothing(
                        &["autorenew", "sip_connection", "sip_control_app"],
                    ),
                );
            }
            Ok(())
        }
    }
    impl crate::RequestBody for UpdateMessagingProfileRequest {
        fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
            crate::EncodedBody::json(self)
        }
        fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
            if self.callback_url.is_absent() && self.callback_url2.is_absent()
                && self.long_code_weight.is_none() && self.name.is_none()
                && self.number_pool_enable.is_none() && self.skip_unhealthy_tns.is_none()
                && self.sticky_sender.is_none() && self.tollfree_weight.is_none()
            {
                return Err(
                    crate::LimitError::nothing(
                        &[
                            "callback_url",
                            "callback_url2",
                            "long_code_weight",
                            "name",
                            "number_pool_enable",
                            "skip_unhealthy_tns",
                            "sticky_sender",
                            "tollfree_weight",
                        ],
                    ),
                );
            }
            if let Some(it) = self.long_code_weight.as_ref() {
                crate::LimitError::check_number(
                    "long_code_weight",
                    *it,
                    Some(0),
                    Some(9),
                )?;
            }
            if let Some(it) = self.name.as_ref() {
                crate::LimitError::check_length("name", it, Some(1), Some(255))?;
            }
            if let Some(it) = self.tollfree_weight.as_ref() {
                crate::LimitError::check_number(
                    "tollfree_weight",
                    *it,
                    Some(0),
                    Some(9),
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
                crate::LimitError::check_number("ttl", *it, Some(60), Some(2147483647))?;
            }
            Ok(())
        }
    }
}
#[derive(Clone, Debug)]
/**Client for Opentact API

How to log in to the Opentact telephony platform, how to make, list, change and revoke API tokens, how to subscribe to events, how to search, order and lease phone numbers, and how to send and find messages. This document is not the vendor's: it is maintained by the authors of the Rust client and rests on the vendor's public pages.

Credentials. Six kinds are accepted, each in a header and all but Basic in the query as well. Send one credential in one place. When a request carries several, each of them has to be valid and all have to name the same user; otherwise the answer is 401, so that a good credential does not carry a bad one in. A place that is empty or filled twice counts as a bad credential; Basic and Bearer are one place, the header `Authorization`.

A path that is not listed is answered with 404. A method that a path does not have is answered with 405, and the header `Allow` names those that it has. Both carry an `ErrorResponse`.

Plain HTTP is answered with a redirect to HTTPS, never by the API: a client that follows it has already sent its credential in clear.

Version: 0.10.1*/
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
        "0.10.1"
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
    /**Show the account

Shows the caller's account, with what is left to spend.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `GET` request to `/rest/account`

*/
    pub async fn get_account<'a>(
        &'a self,
    ) -> Result<ResponseValue<types::AccountResponse>, Error<types::ErrorResponse>> {
        let url = format!("{}/rest/account", self.baseurl,);
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
            operation_id: "get_account",
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
    /**List the countries

Lists the countries that the API knows. There is no paging.

Evidence: running code of a customer uses it; no page shows it.

Sends a `GET` request to `/rest/dict/country`

*/
    pub async fn list_countries<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<types::ListCountriesResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!("{}/rest/dict/country", self.baseurl,);
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
            operation_id: "list_countries",
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
    /**List the voices

Lists the voices that read texts aloud in a call. There is no paging.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `GET` request to `/rest/dict/gtts`

*/
    pub async fn list_voices<'a>(
        &'a self,
    ) -> Result<ResponseValue<types::ListVoicesResponse>, Error<types::ErrorResponse>> {
        let url = format!("{}/rest/dict/gtts", self.baseurl,);
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
            operation_id: "list_voices",
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
    /**List the rate centers of a state

Lists the rate centers in which numbers can be searched. There is no paging.

Evidence: running code of a customer uses it; no page shows it.

Sends a `GET` request to `/rest/dict/lerg/ratecenters`

Arguments:
- `state`: The state, by its two letters.
*/
    pub async fn list_rate_centers<'a>(
        &'a self,
        state: &'a str,
    ) -> Result<
        ResponseValue<types::ListRateCentersResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!("{}/rest/dict/lerg/ratecenters", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("state", &state))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_rate_centers",
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
    /**List the states of a country

Lists the states in which numbers can be searched. There is no paging.

Evidence: running code of a customer uses it; no page shows it.

Sends a `GET` request to `/rest/dict/lerg/states`

Arguments:
- `country`: The country, by its two letters.
*/
    pub async fn list_states<'a>(
        &'a self,
        country: &'a str,
    ) -> Result<ResponseValue<types::ListStatesResponse>, Error<types::ErrorResponse>> {
        let url = format!("{}/rest/dict/lerg/states", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("country", &country))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_states",
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
    /**Search the numbers of the account

Gives the leases of the account, in pages: the numbers that it has.

Evidence: running code of a customer uses it; no page shows it.

Sends a `POST` request to `/rest/lease/tn/search`

Arguments:
- `take`: How many a page has at most, 1 to 100. Default of the server: `10`.
- `skip`: How many come before the page. Default of the server: `0`.
- `body`
*/
    pub async fn search_leases<'a>(
        &'a self,
        take: Option<i64>,
        skip: Option<i64>,
        body: &'a types::SearchLeasesRequest,
    ) -> Result<ResponseValue<types::LeasePageResponse>, Error<types::ErrorResponse>> {
        if let Some(it) = take.as_ref() {
            crate::LimitError::check_number("take", *it, Some(1), Some(100))?;
        }
        if let Some(it) = skip.as_ref() {
            crate::LimitError::check_number("skip", *it, Some(0), None)?;
        }
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/lease/tn/search", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("skip", &skip))
            .query(&progenitor_client::QueryParam::new("take", &take))
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "search_leases",
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
    /**Show a lease

Shows a number that the account has.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `GET` request to `/rest/lease/tn/{lease}`

Arguments:
- `lease`: The uuid of the lease.
*/
    pub async fn get_lease<'a>(
        &'a self,
        lease: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<types::LeaseResponse>, Error<types::ErrorResponse>> {
        let url = format!(
            "{}/rest/lease/tn/{}", self.baseurl, encode_path(& lease.to_string()),
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
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_lease",
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
    /**Give a number up

Ends the lease of a number: the account has it no longer, and somebody else may order it.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `DELETE` request to `/rest/lease/tn/{lease}`

Arguments:
- `lease`: The uuid of the lease, or its number in digits.
*/
    pub async fn release_lease<'a>(
        &'a self,
        lease: &'a crate::PathSegment,
    ) -> Result<ResponseValue<types::LeaseResponse>, Error<types::ErrorResponse>> {
        let url = format!("{}/rest/lease/tn/{}", self.baseurl, lease.encoded(),);
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
            operation_id: "release_lease",
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
    /**Change a lease

Changes whether a number is renewed, and what gets its calls.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `PATCH` request to `/rest/lease/tn/{lease}`

Arguments:
- `lease`: The uuid of the lease.
- `body`
*/
    pub async fn update_lease<'a>(
        &'a self,
        lease: &'a ::uuid::Uuid,
        body: &'a types::UpdateLeaseRequest,
    ) -> Result<ResponseValue<types::LeaseResponse>, Error<types::ErrorResponse>> {
        crate::RequestBody::check(body)?;
        let url = format!(
            "{}/rest/lease/tn/{}", self.baseurl, encode_path(& lease.to_string()),
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
            operation_id: "update_lease",
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
    /**Let a number send and receive messages

Turns messages on for a number of the account. No operation is known that makes a campaign.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/lease/tn/{lease}/subscription/sms`

Arguments:
- `lease`: The uuid of the lease, or its number in digits.
- `body`
*/
    pub async fn enable_lease_sms<'a>(
        &'a self,
        lease: &'a crate::PathSegment,
        body: &'a types::EnableLeaseSmsRequest,
    ) -> Result<
        ResponseValue<types::LeaseSubscriptionResponse>,
        Error<types::ErrorResponse>,
    > {
        crate::RequestBody::check(body)?;
        let url = format!(
            "{}/rest/lease/tn/{}/subscription/sms", self.baseurl, lease.encoded(),
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
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "enable_lease_sms",
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
    /**Stop a number from sending and receiving messages

Turns messages off for a number of the account.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `DELETE` request to `/rest/lease/tn/{lease}/subscription/sms`

Arguments:
- `lease`: The uuid of the lease, or its number in digits.
*/
    pub async fn disable_lease_sms<'a>(
        &'a self,
        lease: &'a crate::PathSegment,
    ) -> Result<
        ResponseValue<types::LeaseSubscriptionResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!(
            "{}/rest/lease/tn/{}/subscription/sms", self.baseurl, lease.encoded(),
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
            operation_id: "disable_lease_sms",
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
    /**Show the lease of a number

Shows a number that the account has, by the number.

Evidence: only the vendor's own types of 2021 have it.

Sends a `GET` request to `/rest/lease/tn/{tn}/tn`

Arguments:
- `tn`: The number, with its country code.
*/
    pub async fn get_lease_by_number<'a>(
        &'a self,
        tn: &'a crate::PathSegment,
    ) -> Result<ResponseValue<types::LeaseResponse>, Error<types::ErrorResponse>> {
        let url = format!("{}/rest/lease/tn/{}/tn", self.baseurl, tn.encoded(),);
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
            operation_id: "get_lease_by_number",
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
    /**Order phone numbers

Orders numbers, which the account pays. The answer shows that the order was taken; what became of it is told by events of the type `tn_order`, and by asking again. There is no idempotency key: repeating the request orders once more.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/order`

*/
    pub async fn create_order<'a>(
        &'a self,
        body: &'a types::CreateOrderRequest,
    ) -> Result<ResponseValue<types::OrderResponse>, Error<types::ErrorResponse>> {
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/order", self.baseurl,);
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
            operation_id: "create_order",
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
            402u16 => {
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
    /**Ask what an order would cost

Says what the numbers would cost, and orders nothing.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/order/price`

*/
    pub async fn price_order<'a>(
        &'a self,
        body: &'a types::CreateOrderRequest,
    ) -> Result<ResponseValue<types::OrderPriceResponse>, Error<types::ErrorResponse>> {
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/order/price", self.baseurl,);
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
            operation_id: "price_order",
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
    /**Search the orders

Gives the orders of the account, in pages.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/order/search`

Arguments:
- `take`: How many a page has at most, 1 to 100. Default of the server: `10`.
- `skip`: How many come before the page. Default of the server: `0`.
- `body`
*/
    pub async fn search_orders<'a>(
        &'a self,
        take: Option<i64>,
        skip: Option<i64>,
        body: &'a types::SearchOrdersRequest,
    ) -> Result<ResponseValue<types::OrderPageResponse>, Error<types::ErrorResponse>> {
        if let Some(it) = take.as_ref() {
            crate::LimitError::check_number("take", *it, Some(1), Some(100))?;
        }
        if let Some(it) = skip.as_ref() {
            crate::LimitError::check_number("skip", *it, Some(0), None)?;
        }
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/order/search", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("skip", &skip))
            .query(&progenitor_client::QueryParam::new("take", &take))
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "search_orders",
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
    /**Show an order

Shows an order with what was ordered and what became of each number.

Evidence: running code of a customer uses it; no page shows it.

Sends a `GET` request to `/rest/order/{uuid}`

Arguments:
- `uuid`: The uuid of the order.
*/
    pub async fn get_order<'a>(
        &'a self,
        uuid: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<types::OrderResponse>, Error<types::ErrorResponse>> {
        let url = format!(
            "{}/rest/order/{}", self.baseurl, encode_path(& uuid.to_string()),
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
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_order",
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
    /**List the messaging profiles

Lists the messaging profiles of the account. There is no paging.

Evidence: running code of a customer uses it; no page shows it.

Sends a `GET` request to `/rest/profile/messaging`

*/
    pub async fn list_messaging_profiles<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<types::ListMessagingProfilesResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!("{}/rest/profile/messaging", self.baseurl,);
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
            operation_id: "list_messaging_profiles",
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
    /**Create a messaging profile

Creates a messaging profile. There is no idempotency key: repeating the request makes a second profile.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/profile/messaging`

*/
    pub async fn create_messaging_profile<'a>(
        &'a self,
        body: &'a types::CreateMessagingProfileRequest,
    ) -> Result<
        ResponseValue<types::MessagingProfileResponse>,
        Error<types::ErrorResponse>,
    > {
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/profile/messaging", self.baseurl,);
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
            operation_id: "create_messaging_profile",
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
    /**Show a messaging profile

Shows a messaging profile of the account.

Evidence: only the vendor's own types of 2021 have it.

Sends a `GET` request to `/rest/profile/messaging/{uuid}`

Arguments:
- `uuid`: The uuid of the profile.
*/
    pub async fn get_messaging_profile<'a>(
        &'a self,
        uuid: &'a ::uuid::Uuid,
    ) -> Result<
        ResponseValue<types::MessagingProfileResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!(
            "{}/rest/profile/messaging/{}", self.baseurl, encode_path(& uuid
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
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_messaging_profile",
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
    /**Delete a messaging profile

Deletes a messaging profile of the account.

Evidence: only the vendor's own types of 2021 have it.

Sends a `DELETE` request to `/rest/profile/messaging/{uuid}`

Arguments:
- `uuid`: The uuid of the profile.
*/
    pub async fn delete_messaging_profile<'a>(
        &'a self,
        uuid: &'a ::uuid::Uuid,
    ) -> Result<
        ResponseValue<types::MessagingProfileResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!(
            "{}/rest/profile/messaging/{}", self.baseurl, encode_path(& uuid
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
            operation_id: "delete_messaging_profile",
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
    /**Change a messaging profile

Changes where messages are told, and how a number is chosen.

Evidence: running code of a customer uses it; no page shows it.

Sends a `PATCH` request to `/rest/profile/messaging/{uuid}`

Arguments:
- `uuid`: The uuid of the profile.
- `body`
*/
    pub async fn update_messaging_profile<'a>(
        &'a self,
        uuid: &'a ::uuid::Uuid,
        body: &'a types::UpdateMessagingProfileRequest,
    ) -> Result<
        ResponseValue<types::MessagingProfileResponse>,
        Error<types::ErrorResponse>,
    > {
        crate::RequestBody::check(body)?;
        let url = format!(
            "{}/rest/profile/messaging/{}", self.baseurl, encode_path(& uuid
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
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "update_messaging_profile",
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
    /**List the numbers of a messaging profile

Lists the numbers whose messages a profile tells of. There is no paging.

Evidence: only the vendor's own types of 2021 have it.

Sends a `GET` request to `/rest/profile/messaging/{uuid}/tnleases`

Arguments:
- `uuid`: The uuid of the profile.
*/
    pub async fn list_messaging_profile_leases<'a>(
        &'a self,
        uuid: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<types::ListLeasesResponse>, Error<types::ErrorResponse>> {
        let url = format!(
            "{}/rest/profile/messaging/{}/tnleases", self.baseurl, encode_path(& uuid
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
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_messaging_profile_leases",
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
    /**List the price lists

Lists what numbers cost, a list for each country and carrier. There is no paging.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `GET` request to `/rest/profile/tn`

*/
    pub async fn list_prices<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<types::ListPriceListsResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!("{}/rest/profile/tn", self.baseurl,);
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
            operation_id: "list_prices",
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
    /**Show a price list

Shows what numbers of one kind cost.

Evidence: only the vendor's own types of 2021 have it.

Sends a `GET` request to `/rest/profile/tn/{uuid}`

Arguments:
- `uuid`: The uuid of the price list.
*/
    pub async fn get_price<'a>(
        &'a self,
        uuid: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<types::PriceListResponse>, Error<types::ErrorResponse>> {
        let url = format!(
            "{}/rest/profile/tn/{}", self.baseurl, encode_path(& uuid.to_string()),
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
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_price",
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
    /**Send a message

Sends a text message from one of the account's numbers. The answer shows that it was taken; whether it was sent, and whether it arrived, is told by events of the type `sms`, by the webhook, and by asking again. There is no idempotency key: repeating the request sends the message twice.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/sms`

*/
    pub async fn send_sms<'a>(
        &'a self,
        body: &'a types::SendSmsRequest,
    ) -> Result<ResponseValue<types::SmsResponse>, Error<types::ErrorResponse>> {
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/sms", self.baseurl,);
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
            operation_id: "send_sms",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            201u16 => ResponseValue::from_response(response).await,
            202u16 => ResponseValue::from_response(response).await,
            400u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            401u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            402u16 => {
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
    /**Show a received message

Shows a message that the account received.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `GET` request to `/rest/sms/inbound/{uuid}`

Arguments:
- `uuid`: The uuid of the message.
*/
    pub async fn get_inbound_sms<'a>(
        &'a self,
        uuid: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<types::InboundSmsResponse>, Error<types::ErrorResponse>> {
        let url = format!(
            "{}/rest/sms/inbound/{}", self.baseurl, encode_path(& uuid.to_string()),
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
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_inbound_sms",
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
    /**Show a sent message

Shows a message that the account sent, with its number, its account and who sent it.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `GET` request to `/rest/sms/outbound/{uuid}`

Arguments:
- `uuid`: The uuid of the message.
*/
    pub async fn get_outbound_sms<'a>(
        &'a self,
        uuid: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<types::SmsResponse>, Error<types::ErrorResponse>> {
        let url = format!(
            "{}/rest/sms/outbound/{}", self.baseurl, encode_path(& uuid.to_string()),
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
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_outbound_sms",
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
    /**Search the log of messages

Gives the messages of the account, sent and received ones, in pages; the newest come first.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/sms/search`

Arguments:
- `take`: How many a page has at most, 1 to 100. Default of the server: `10`.
- `skip`: How many come before the page. Default of the server: `0`.
- `body`
*/
    pub async fn search_sms<'a>(
        &'a self,
        take: Option<i64>,
        skip: Option<i64>,
        body: &'a types::SearchSmsRequest,
    ) -> Result<
        ResponseValue<types::SmsLogEntryPageResponse>,
        Error<types::ErrorResponse>,
    > {
        if let Some(it) = take.as_ref() {
            crate::LimitError::check_number("take", *it, Some(1), Some(100))?;
        }
        if let Some(it) = skip.as_ref() {
            crate::LimitError::check_number("skip", *it, Some(0), None)?;
        }
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/sms/search", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("skip", &skip))
            .query(&progenitor_client::QueryParam::new("take", &take))
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "search_sms",
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
    /**Search the received messages

Gives the messages that the account received, in pages.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/sms/search/inbound`

Arguments:
- `take`: How many a page has at most, 1 to 100. Default of the server: `10`.
- `skip`: How many come before the page. Default of the server: `0`.
- `body`
*/
    pub async fn search_inbound_sms<'a>(
        &'a self,
        take: Option<i64>,
        skip: Option<i64>,
        body: &'a types::SearchInboundSmsRequest,
    ) -> Result<
        ResponseValue<types::InboundSmsPageResponse>,
        Error<types::ErrorResponse>,
    > {
        if let Some(it) = take.as_ref() {
            crate::LimitError::check_number("take", *it, Some(1), Some(100))?;
        }
        if let Some(it) = skip.as_ref() {
            crate::LimitError::check_number("skip", *it, Some(0), None)?;
        }
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/sms/search/inbound", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("skip", &skip))
            .query(&progenitor_client::QueryParam::new("take", &take))
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "search_inbound_sms",
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
    /**Search the sent messages

Gives the messages that the account sent, in pages.

Evidence: a page of the vendor's or a real answer shows it.

Sends a `POST` request to `/rest/sms/search/outbound`

Arguments:
- `take`: How many a page has at most, 1 to 100. Default of the server: `10`.
- `skip`: How many come before the page. Default of the server: `0`.
- `body`
*/
    pub async fn search_outbound_sms<'a>(
        &'a self,
        take: Option<i64>,
        skip: Option<i64>,
        body: &'a types::SearchOutboundSmsRequest,
    ) -> Result<ResponseValue<types::SmsPageResponse>, Error<types::ErrorResponse>> {
        if let Some(it) = take.as_ref() {
            crate::LimitError::check_number("take", *it, Some(1), Some(100))?;
        }
        if let Some(it) = skip.as_ref() {
            crate::LimitError::check_number("skip", *it, Some(0), None)?;
        }
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/sms/search/outbound", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("skip", &skip))
            .query(&progenitor_client::QueryParam::new("take", &take))
            .headers(header_map)
            .build()?;
        crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
        let info = OperationInfo {
            operation_id: "search_outbound_sms",
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
    /**Search the numbers that can be ordered

Gives numbers of the stock that fit, in pages. A number that is shown may be ordered by somebody else before it is ordered here.

Evidence: running code of a customer uses it; no page shows it.

Sends a `POST` request to `/rest/tn/search`

*/
    pub async fn search_numbers<'a>(
        &'a self,
        body: &'a types::SearchNumbersRequest,
    ) -> Result<ResponseValue<types::TnPageResponse>, Error<types::ErrorResponse>> {
        crate::RequestBody::check(body)?;
        let url = format!("{}/rest/tn/search", self.baseurl,);
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
            operation_id: "search_numbers",
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
    /**List the countries that have numbers

Lists the countries whose numbers can be searched. There is no paging.

Evidence: running code of a customer uses it; no page shows it.

Sends a `GET` request to `/rest/tn/search/countries`

*/
    pub async fn list_number_countries<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<types::ListCountriesResponse>,
        Error<types::ErrorResponse>,
    > {
        let url = format!("{}/rest/tn/search/countries", self.baseurl,);
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
            operation_id: "list_number_countries",
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
    generator.subschema_for::<types::AccountResponse>();
    generator.subschema_for::<types::AuthenticateResponse>();
    generator.subschema_for::<types::Call>();
    generator.subschema_for::<types::CallFlow>();
    generator.subschema_for::<types::Country>();
    generator.subschema_for::<types::CountryState>();
    generator.subschema_for::<types::CreateMessagingProfileRequest>();
    generator.subschema_for::<types::CreateOrderRequest>();
    generator.subschema_for::<types::CreateSubscriptionRequest>();
    generator.subschema_for::<types::CreateTokenRequest>();
    generator.subschema_for::<types::CreateTokenResponse>();
    generator.subschema_for::<types::CreatedToken>();
    generator.subschema_for::<types::DeleteAllTokensResponse>();
    generator.subschema_for::<types::DeleteSubscriptionResponse>();
    generator.subschema_for::<types::EnableLeaseSmsRequest>();
    generator.subschema_for::<types::ErrorResponse>();
    generator.subschema_for::<types::FieldError>();
    generator.subschema_for::<types::FlowCommand>();
    generator.subschema_for::<types::InboundSms>();
    generator.subschema_for::<types::InboundSmsPage>();
    generator.subschema_for::<types::InboundSmsPageResponse>();
    generator.subschema_for::<types::InboundSmsResponse>();
    generator.subschema_for::<types::Lease>();
    generator.subschema_for::<types::LeasePage>();
    generator.subschema_for::<types::LeasePageResponse>();
    generator.subschema_for::<types::LeaseResponse>();
    generator.subschema_for::<types::LeaseSubscription>();
    generator.subschema_for::<types::LeaseSubscriptionResponse>();
    generator.subschema_for::<types::ListCountriesResponse>();
    generator.subschema_for::<types::ListLeasesResponse>();
    generator.subschema_for::<types::ListMessagingProfilesResponse>();
    generator.subschema_for::<types::ListPriceListsResponse>();
    generator.subschema_for::<types::ListRateCentersResponse>();
    generator.subschema_for::<types::ListStatesResponse>();
    generator.subschema_for::<types::ListSubscriptionsResponse>();
    generator.subschema_for::<types::ListTokensResponse>();
    generator.subschema_for::<types::ListVoicesResponse>();
    generator.subschema_for::<types::MessagingProfile>();
    generator.subschema_for::<types::MessagingProfileResponse>();
    generator.subschema_for::<types::Operator>();
    generator.subschema_for::<types::Order>();
    generator.subschema_for::<types::OrderItem>();
    generator.subschema_for::<types::OrderPage>();
    generator.subschema_for::<types::OrderPageResponse>();
    generator.subschema_for::<types::OrderPrice>();
    generator.subschema_for::<types::OrderPriceItem>();
    generator.subschema_for::<types::OrderPriceResponse>();
    generator.subschema_for::<types::OrderRequest>();
    generator.subschema_for::<types::OrderResponse>();
    generator.subschema_for::<types::OrderedItem>();
    generator.subschema_for::<types::PriceList>();
    generator.subschema_for::<types::PriceListResponse>();
    generator.subschema_for::<types::RateCenter>();
    generator.subschema_for::<types::SearchInboundSmsRequest>();
    generator.subschema_for::<types::SearchLeasesRequest>();
    generator.subschema_for::<types::SearchNumbersRequest>();
    generator.subschema_for::<types::SearchOrdersRequest>();
    generator.subschema_for::<types::SearchOutboundSmsRequest>();
    generator.subschema_for::<types::SearchSmsRequest>();
    generator.subschema_for::<types::SendSmsRequest>();
    generator.subschema_for::<types::Sms>();
    generator.subschema_for::<types::SmsCampaign>();
    generator.subschema_for::<types::SmsLogEntry>();
    generator.subschema_for::<types::SmsLogEntryPage>();
    generator.subschema_for::<types::SmsLogEntryPageResponse>();
    generator.subschema_for::<types::SmsPage>();
    generator.subschema_for::<types::SmsPageResponse>();
    generator.subschema_for::<types::SmsResponse>();
    generator.subschema_for::<types::Subscription>();
    generator.subschema_for::<types::SubscriptionResponse>();
    generator.subschema_for::<types::Tn>();
    generator.subschema_for::<types::TnItem>();
    generator.subschema_for::<types::TnPage>();
    generator.subschema_for::<types::TnPageResponse>();
    generator.subschema_for::<types::Token>();
    generator.subschema_for::<types::TokenResponse>();
    generator.subschema_for::<types::UpdateLeaseRequest>();
    generator.subschema_for::<types::UpdateMessagingProfileRequest>();
    generator.subschema_for::<types::UpdateTokenRequest>();
    generator.subschema_for::<types::User>();
    generator.subschema_for::<types::Voice>();
    generator.subschema_for::<types::WssAuthRequest>();
    generator.subschema_for::<types::WssConnection>();
    generator.subschema_for::<types::AccountLevel>();
    generator.subschema_for::<types::CallDirection>();
    generator.subschema_for::<types::CallState>();
    generator.subschema_for::<types::EventChannel>();
    generator.subschema_for::<types::EventType>();
    generator.subschema_for::<types::Gender>();
    generator.subschema_for::<types::LeaseSubscriptionType>();
    generator.subschema_for::<types::NumberFeature>();
    generator.subschema_for::<types::NumberType>();
    generator.subschema_for::<types::OrderState>();
    generator.subschema_for::<types::Role>();
    generator.subschema_for::<types::SearchMode>();
    generator.subschema_for::<types::SmsKind>();
    generator.subschema_for::<types::SmsState>();
    generator.subschema_for::<types::Sort>();
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
    ///`POST /rest/profile/messaging`.
    #[derive(Clone, Copy, Debug)]
    pub enum CreateMessagingProfile {}
    impl crate::ApiOperation for CreateMessagingProfile {
        const OPERATION: super::security::Operation = super::security::Operation::CreateMessagingProfile;
        type Body = super::types::CreateMessagingProfileRequest;
        type Response = super::types::MessagingProfileResponse;
    }
    ///`POST /rest/order`.
    #[derive(Clone, Copy, Debug)]
    pub enum CreateOrder {}
    impl crate::ApiOperation for CreateOrder {
        const OPERATION: super::security::Operation = super::security::Operation::CreateOrder;
        type Body = super::types::CreateOrderRequest;
        type Response = super::types::OrderResponse;
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
    ///`DELETE /rest/profile/messaging/{uuid}`.
    #[derive(Clone, Copy, Debug)]
    pub enum DeleteMessagingProfile {}
    impl crate::ApiOperation for DeleteMessagingProfile {
        const OPERATION: super::security::Operation = super::security::Operation::DeleteMessagingProfile;
        type Body = ();
        type Response = super::types::MessagingProfileResponse;
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
    ///`DELETE /rest/lease/tn/{lease}/subscription/sms`.
    #[derive(Clone, Copy, Debug)]
    pub enum DisableLeaseSms {}
    impl crate::ApiOperation for DisableLeaseSms {
        const OPERATION: super::security::Operation = super::security::Operation::DisableLeaseSms;
        type Body = ();
        type Response = super::types::LeaseSubscriptionResponse;
    }
    ///`POST /rest/lease/tn/{lease}/subscription/sms`.
    #[derive(Clone, Copy, Debug)]
    pub enum EnableLeaseSms {}
    impl crate::ApiOperation for EnableLeaseSms {
        const OPERATION: super::security::Operation = super::security::Operation::EnableLeaseSms;
        type Body = super::types::EnableLeaseSmsRequest;
        type Response = super::types::LeaseSubscriptionResponse;
    }
    ///`GET /rest/account`.
    #[derive(Clone, Copy, Debug)]
    pub enum GetAccount {}
    impl crate::ApiOperation for GetAccount {
        const OPERATION: super::security::Operation = super::security::Operation::GetAccount;
        type Body = ();
        type Response = super::types::AccountResponse;
    }
    ///`GET /rest/sms/inbound/{uuid}`.
    #[derive(Clone, Copy, Debug)]
    pub enum GetInboundSms {}
    impl crate::ApiOperation for GetInboundSms {
        const OPERATION: super::security::Operation = super::security::Operation::GetInboundSms;
        type Body = ();
        type Response = super::types::InboundSmsResponse;
    }
    ///`GET /rest/lease/tn/{lease}`.
    #[derive(Clone, Copy, Debug)]
    pub enum GetLease {}
    impl crate::ApiOperation for GetLease {
        const OPERATION: super::security::Operation = super::security::Operation::GetLease;
        type Body = ();
        type Response = super::types::LeaseResponse;
    }
    ///`GET /rest/lease/tn/{tn}/tn`.
    #[derive(Clone, Copy, Debug)]
    pub enum GetLeaseByNumber {}
    impl crate::ApiOperation for GetLeaseByNumber {
        const OPERATION: super::security::Operation = super::security::Operation::GetLeaseByNumber;
        type Body = ();
        type Response = super::types::LeaseResponse;
    }
    ///`GET /rest/profile/messaging/{uuid}`.
    #[derive(Clone, Copy, Debug)]
    pub enum GetMessagingProfile {}
    impl crate::ApiOperation for GetMessagingProfile {
        const OPERATION: super::security::Operation = super::security::Operation::GetMessagingProfile;
        type Body = ();
        type Response = super::types::MessagingProfileResponse;
    }
    ///`GET /rest/order/{uuid}`.
    #[derive(Clone, Copy, Debug)]
    pub enum GetOrder {}
    impl crate::ApiOperation for GetOrder {
        const OPERATION: super::security::Operation = super::security::Operation::GetOrder;
        type Body = ();
        type Response = super::types::OrderResponse;
    }
    ///`GET /rest/sms/outbound/{uuid}`.
    #[derive(Clone, Copy, Debug)]
    pub enum GetOutboundSms {}
    impl crate::ApiOperation for GetOutboundSms {
        const OPERATION: super::security::Operation = super::security::Operation::GetOutboundSms;
        type Body = ();
        type Response = super::types::SmsResponse;
    }
    ///`GET /rest/profile/tn/{uuid}`.
    #[derive(Clone, Copy, Debug)]
    pub enum GetPrice {}
    impl crate::ApiOperation for GetPrice {
        const OPERATION: super::security::Operation = super::security::Operation::GetPrice;
        type Body = ();
        type Response = super::types::PriceListResponse;
    }
    ///`GET /rest/dict/country`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListCountries {}
    impl crate::ApiOperation for ListCountries {
        const OPERATION: super::security::Operation = super::security::Operation::ListCountries;
        type Body = ();
        type Response = super::types::ListCountriesResponse;
    }
    ///`GET /rest/profile/messaging/{uuid}/tnleases`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListMessagingProfileLeases {}
    impl crate::ApiOperation for ListMessagingProfileLeases {
        const OPERATION: super::security::Operation = super::security::Operation::ListMessagingProfileLeases;
        type Body = ();
        type Response = super::types::ListLeasesResponse;
    }
    ///`GET /rest/profile/messaging`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListMessagingProfiles {}
    impl crate::ApiOperation for ListMessagingProfiles {
        const OPERATION: super::security::Operation = super::security::Operation::ListMessagingProfiles;
        type Body = ();
        type Response = super::types::ListMessagingProfilesResponse;
    }
    ///`GET /rest/tn/search/countries`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListNumberCountries {}
    impl crate::ApiOperation for ListNumberCountries {
        const OPERATION: super::security::Operation = super::security::Operation::ListNumberCountries;
        type Body = ();
        type Response = super::types::ListCountriesResponse;
    }
    ///`GET /rest/profile/tn`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListPrices {}
    impl crate::ApiOperation for ListPrices {
        const OPERATION: super::security::Operation = super::security::Operation::ListPrices;
        type Body = ();
        type Response = super::types::ListPriceListsResponse;
    }
    ///`GET /rest/dict/lerg/ratecenters`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListRateCenters {}
    impl crate::ApiOperation for ListRateCenters {
        const OPERATION: super::security::Operation = super::security::Operation::ListRateCenters;
        type Body = ();
        type Response = super::types::ListRateCentersResponse;
    }
    ///`GET /rest/dict/lerg/states`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListStates {}
    impl crate::ApiOperation for ListStates {
        const OPERATION: super::security::Operation = super::security::Operation::ListStates;
        type Body = ();
        type Response = super::types::ListStatesResponse;
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
    ///`GET /rest/dict/gtts`.
    #[derive(Clone, Copy, Debug)]
    pub enum ListVoices {}
    impl crate::ApiOperation for ListVoices {
        const OPERATION: super::security::Operation = super::security::Operation::ListVoices;
        type Body = ();
        type Response = super::types::ListVoicesResponse;
    }
    ///`POST /rest/order/price`.
    #[derive(Clone, Copy, Debug)]
    pub enum PriceOrder {}
    impl crate::ApiOperation for PriceOrder {
        const OPERATION: super::security::Operation = super::security::Operation::PriceOrder;
        type Body = super::types::CreateOrderRequest;
        type Response = super::types::OrderPriceResponse;
    }
    ///`DELETE /rest/lease/tn/{lease}`.
    #[derive(Clone, Copy, Debug)]
    pub enum ReleaseLease {}
    impl crate::ApiOperation for ReleaseLease {
        const OPERATION: super::security::Operation = super::security::Operation::ReleaseLease;
        type Body = ();
        type Response = super::types::LeaseResponse;
    }
    ///`POST /rest/sms/search/inbound`.
    #[derive(Clone, Copy, Debug)]
    pub enum SearchInboundSms {}
    impl crate::ApiOperation for SearchInboundSms {
        const OPERATION: super::security::Operation = super::security::Operation::SearchInboundSms;
        type Body = super::types::SearchInboundSmsRequest;
        type Response = super::types::InboundSmsPageResponse;
    }
    ///`POST /rest/lease/tn/search`.
    #[derive(Clone, Copy, Debug)]
    pub enum SearchLeases {}
    impl crate::ApiOperation for SearchLeases {
        const OPERATION: super::security::Operation = super::security::Operation::SearchLeases;
        type Body = super::types::SearchLeasesRequest;
        type Response = super::types::LeasePageResponse;
    }
    ///`POST /rest/tn/search`.
    #[derive(Clone, Copy, Debug)]
    pub enum SearchNumbers {}
    impl crate::ApiOperation for SearchNumbers {
        const OPERATION: super::security::Operation = super::security::Operation::SearchNumbers;
        type Body = super::types::SearchNumbersRequest;
        type Response = super::types::TnPageResponse;
    }
    ///`POST /rest/order/search`.
    #[derive(Clone, Copy, Debug)]
    pub enum SearchOrders {}
    impl crate::ApiOperation for SearchOrders {
        const OPERATION: super::security::Operation = super::security::Operation::SearchOrders;
        type Body = super::types::SearchOrdersRequest;
        type Response = super::types::OrderPageResponse;
    }
    ///`POST /rest/sms/search/outbound`.
    #[derive(Clone, Copy, Debug)]
    pub enum SearchOutboundSms {}
    impl crate::ApiOperation for SearchOutboundSms {
        const OPERATION: super::security::Operation = super::security::Operation::SearchOutboundSms;
        type Body = super::types::SearchOutboundSmsRequest;
        type Response = super::types::SmsPageResponse;
    }
    ///`POST /rest/sms/search`.
    #[derive(Clone, Copy, Debug)]
    pub enum SearchSms {}
    impl crate::ApiOperation for SearchSms {
        const OPERATION: super::security::Operation = super::security::Operation::SearchSms;
        type Body = super::types::SearchSmsRequest;
        type Response = super::types::SmsLogEntryPageResponse;
    }
    ///`POST /rest/sms`.
    #[derive(Clone, Copy, Debug)]
    pub enum SendSms {}
    impl crate::ApiOperation for SendSms {
        const OPERATION: super::security::Operation = super::security::Operation::SendSms;
        type Body = super::types::SendSmsRequest;
        type Response = super::types::SmsResponse;
    }
    ///`PATCH /rest/lease/tn/{lease}`.
    #[derive(Clone, Copy, Debug)]
    pub enum UpdateLease {}
    impl crate::ApiOperation for UpdateLease {
        const OPERATION: super::security::Operation = super::security::Operation::UpdateLease;
        type Body = super::types::UpdateLeaseRequest;
        type Response = super::types::LeaseResponse;
    }
    ///`PATCH /rest/profile/messaging/{uuid}`.
    #[derive(Clone, Copy, Debug)]
    pub enum UpdateMessagingProfile {}
    impl crate::ApiOperation for UpdateMessagingProfile {
        const OPERATION: super::security::Operation = super::security::Operation::UpdateMessagingProfile;
        type Body = super::types::UpdateMessagingProfileRequest;
        type Response = super::types::MessagingProfileResponse;
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
    impl crate::Envelope for super::types::MessagingProfileResponse {
        type Payload = super::types::MessagingProfile;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::OrderResponse {
        type Payload = super::types::Order;
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
    impl crate::Envelope for super::types::LeaseSubscriptionResponse {
        type Payload = super::types::LeaseSubscription;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::AccountResponse {
        type Payload = super::types::Account;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::InboundSmsResponse {
        type Payload = super::types::InboundSms;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::LeaseResponse {
        type Payload = super::types::Lease;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::SmsResponse {
        type Payload = super::types::Sms;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::PriceListResponse {
        type Payload = super::types::PriceList;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::ListCountriesResponse {
        type Payload = ::std::vec::Vec<super::types::Country>;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::ListLeasesResponse {
        type Payload = ::std::vec::Vec<super::types::Lease>;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::ListMessagingProfilesResponse {
        type Payload = ::std::vec::Vec<super::types::MessagingProfile>;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::ListPriceListsResponse {
        type Payload = ::std::vec::Vec<super::types::PriceList>;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::ListRateCentersResponse {
        type Payload = ::std::vec::Vec<super::types::RateCenter>;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::ListStatesResponse {
        type Payload = ::std::vec::Vec<super::types::CountryState>;
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
    impl crate::Envelope for super::types::ListVoicesResponse {
        type Payload = ::std::vec::Vec<super::types::Voice>;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::OrderPriceResponse {
        type Payload = super::types::OrderPrice;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::InboundSmsPageResponse {
        type Payload = super::types::InboundSmsPage;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::LeasePageResponse {
        type Payload = super::types::LeasePage;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::TnPageResponse {
        type Payload = super::types::TnPage;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::OrderPageResponse {
        type Payload = super::types::OrderPage;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::SmsPageResponse {
        type Payload = super::types::SmsPage;
        fn open(self) -> (bool, Self::Payload) {
            (self.success, self.payload)
        }
    }
    impl crate::Envelope for super::types::SmsLogEntryPageResponse {
        type Payload = super::types::SmsLogEntryPage;
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
        ///Create a messaging profile: `POST /rest/profile/messaging`.
        CreateMessagingProfile,
        ///Order phone numbers: `POST /rest/order`.
        CreateOrder,
        ///Subscribe to events of a type: `POST /rest/event/subscription`.
        CreateSubscription,
        ///Create an API token: `POST /rest/token`.
        CreateToken,
        ///Delete all API tokens of the caller: `DELETE /rest/token/all`.
        DeleteAllTokens,
        ///Delete a messaging profile: `DELETE /rest/profile/messaging/{uuid}`.
        DeleteMessagingProfile,
        ///Delete one event subscription: `DELETE /rest/event/subscription/{uuid}`.
        DeleteSubscription,
        ///Delete one API token: `DELETE /rest/token/{token}`.
        DeleteToken,
        ///Stop a number from sending and receiving messages: `DELETE /rest/lease/tn/{lease}/subscription/sms`.
        DisableLeaseSms,
        ///Let a number send and receive messages: `POST /rest/lease/tn/{lease}/subscription/sms`.
        EnableLeaseSms,
        ///Show the account: `GET /rest/account`.
        GetAccount,
        ///Show a received message: `GET /rest/sms/inbound/{uuid}`.
        GetInboundSms,
        ///Show a lease: `GET /rest/lease/tn/{lease}`.
        GetLease,
        ///Show the lease of a number: `GET /rest/lease/tn/{tn}/tn`.
        GetLeaseByNumber,
        ///Show a messaging profile: `GET /rest/profile/messaging/{uuid}`.
        GetMessagingProfile,
        ///Show an order: `GET /rest/order/{uuid}`.
        GetOrder,
        ///Show a sent message: `GET /rest/sms/outbound/{uuid}`.
        GetOutboundSms,
        ///Show a price list: `GET /rest/profile/tn/{uuid}`.
        GetPrice,
        ///List the countries: `GET /rest/dict/country`.
        ListCountries,
        ///List the numbers of a messaging profile: `GET /rest/profile/messaging/{uuid}/tnleases`.
        ListMessagingProfileLeases,
        ///List the messaging profiles: `GET /rest/profile/messaging`.
        ListMessagingProfiles,
        ///List the countries that have numbers: `GET /rest/tn/search/countries`.
        ListNumberCountries,
        ///List the price lists: `GET /rest/profile/tn`.
        ListPrices,
        ///List the rate centers of a state: `GET /rest/dict/lerg/ratecenters`.
        ListRateCenters,
        ///List the states of a country: `GET /rest/dict/lerg/states`.
        ListStates,
        ///List the caller's event subscriptions: `GET /rest/event/subscription`.
        ListSubscriptions,
        ///List the caller's API tokens: `GET /rest/token/list`.
        ListTokens,
        ///List the voices: `GET /rest/dict/gtts`.
        ListVoices,
        ///Ask what an order would cost: `POST /rest/order/price`.
        PriceOrder,
        ///Give a number up: `DELETE /rest/lease/tn/{lease}`.
        ReleaseLease,
        ///Search the received messages: `POST /rest/sms/search/inbound`.
        SearchInboundSms,
        ///Search the numbers of the account: `POST /rest/lease/tn/search`.
        SearchLeases,
        ///Search the numbers that can be ordered: `POST /rest/tn/search`.
        SearchNumbers,
        ///Search the orders: `POST /rest/order/search`.
        SearchOrders,
        ///Search the sent messages: `POST /rest/sms/search/outbound`.
        SearchOutboundSms,
        ///Search the log of messages: `POST /rest/sms/search`.
        SearchSms,
        ///Send a message: `POST /rest/sms`.
        SendSms,
        ///Change a lease: `PATCH /rest/lease/tn/{lease}`.
        UpdateLease,
        ///Change a messaging profile: `PATCH /rest/profile/messaging/{uuid}`.
        UpdateMessagingProfile,
        ///Rename an API token or restart its life: `PATCH /rest/token/{token}`.
        UpdateToken,
    }
    impl Operation {
        /// Every operation.
        pub const ALL: &'static [Self] = &[
            Self::Authenticate,
            Self::CreateMessagingProfile,
            Self::CreateOrder,
            Self::CreateSubscription,
            Self::CreateToken,
            Self::DeleteAllTokens,
            Self::DeleteMessagingProfile,
            Self::DeleteSubscription,
            Self::DeleteToken,
            Self::DisableLeaseSms,
            Self::EnableLeaseSms,
            Self::GetAccount,
            Self::GetInboundSms,
            Self::GetLease,
            Self::GetLeaseByNumber,
            Self::GetMessagingProfile,
            Self::GetOrder,
            Self::GetOutboundSms,
            Self::GetPrice,
            Self::ListCountries,
            Self::ListMessagingProfileLeases,
            Self::ListMessagingProfiles,
            Self::ListNumberCountries,
            Self::ListPrices,
            Self::ListRateCenters,
            Self::ListStates,
            Self::ListSubscriptions,
            Self::ListTokens,
            Self::ListVoices,
            Self::PriceOrder,
            Self::ReleaseLease,
            Self::SearchInboundSms,
            Self::SearchLeases,
            Self::SearchNumbers,
            Self::SearchOrders,
            Self::SearchOutboundSms,
            Self::SearchSms,
            Self::SendSms,
            Self::UpdateLease,
            Self::UpdateMessagingProfile,
            Self::UpdateToken,
        ];
        /// The operation's id in the contract.
        pub const fn id(self) -> &'static str {
            match self {
                Self::Authenticate => "authenticate",
                Self::CreateMessagingProfile => "createMessagingProfile",
                Self::CreateOrder => "createOrder",
                Self::CreateSubscription => "createSubscription",
                Self::CreateToken => "createToken",
                Self::DeleteAllTokens => "deleteAllTokens",
                Self::DeleteMessagingProfile => "deleteMessagingProfile",
                Self::DeleteSubscription => "deleteSubscription",
                Self::DeleteToken => "deleteToken",
                Self::DisableLeaseSms => "disableLeaseSms",
                Self::EnableLeaseSms => "enableLeaseSms",
                Self::GetAccount => "getAccount",
                Self::GetInboundSms => "getInboundSms",
                Self::GetLease => "getLease",
                Self::GetLeaseByNumber => "getLeaseByNumber",
                Self::GetMessagingProfile => "getMessagingProfile",
                Self::GetOrder => "getOrder",
                Self::GetOutboundSms => "getOutboundSms",
                Self::GetPrice => "getPrice",
                Self::ListCountries => "listCountries",
                Self::ListMessagingProfileLeases => "listMessagingProfileLeases",
                Self::ListMessagingProfiles => "listMessagingProfiles",
                Self::ListNumberCountries => "listNumberCountries",
                Self::ListPrices => "listPrices",
                Self::ListRateCenters => "listRateCenters",
                Self::ListStates => "listStates",
                Self::ListSubscriptions => "listSubscriptions",
                Self::ListTokens => "listTokens",
                Self::ListVoices => "listVoices",
                Self::PriceOrder => "priceOrder",
                Self::ReleaseLease => "releaseLease",
                Self::SearchInboundSms => "searchInboundSms",
                Self::SearchLeases => "searchLeases",
                Self::SearchNumbers => "searchNumbers",
                Self::SearchOrders => "searchOrders",
                Self::SearchOutboundSms => "searchOutboundSms",
                Self::SearchSms => "searchSms",
                Self::SendSms => "sendSms",
                Self::UpdateLease => "updateLease",
                Self::UpdateMessagingProfile => "updateMessagingProfile",
                Self::UpdateToken => "updateToken",
            }
        }
        /// The name of the generated method.
        pub const fn function(self) -> &'static str {
            match self {
                Self::Authenticate => "authenticate",
                Self::CreateMessagingProfile => "create_messaging_profile",
                Self::CreateOrder => "create_order",
                Self::CreateSubscription => "create_subscription",
                Self::CreateToken => "create_token",
                Self::DeleteAllTokens => "delete_all_tokens",
                Self::DeleteMessagingProfile => "delete_messaging_profile",
                Self::DeleteSubscription => "delete_subscription",
                Self::DeleteToken => "delete_token",
                Self::DisableLeaseSms => "disable_lease_sms",
                Self::EnableLeaseSms => "enable_lease_sms",
                Self::GetAccount => "get_account",
                Self::GetInboundSms => "get_inbound_sms",
                Self::GetLease => "get_lease",
                Self::GetLeaseByNumber => "get_lease_by_number",
                Self::GetMessagingProfile => "get_messaging_profile",
                Self::GetOrder => "get_order",
                Self::GetOutboundSms => "get_outbound_sms",
                Self::GetPrice => "get_price",
                Self::ListCountries => "list_countries",
                Self::ListMessagingProfileLeases => "list_messaging_profile_leases",
                Self::ListMessagingProfiles => "list_messaging_profiles",
                Self::ListNumberCountries => "list_number_countries",
                Self::ListPrices => "list_prices",
                Self::ListRateCenters => "list_rate_centers",
                Self::ListStates => "list_states",
                Self::ListSubscriptions => "list_subscriptions",
                Self::ListTokens => "list_tokens",
                Self::ListVoices => "list_voices",
                Self::PriceOrder => "price_order",
                Self::ReleaseLease => "release_lease",
                Self::SearchInboundSms => "search_inbound_sms",
                Self::SearchLeases => "search_leases",
                Self::SearchNumbers => "search_numbers",
                Self::SearchOrders => "search_orders",
                Self::SearchOutboundSms => "search_outbound_sms",
                Self::SearchSms => "search_sms",
                Self::SendSms => "send_sms",
                Self::UpdateLease => "update_lease",
                Self::UpdateMessagingProfile => "update_messaging_profile",
                Self::UpdateToken => "update_token",
            }
        }
        /// The operation whose generated method has that name.
        pub fn from_function(name: &str) -> Option<Self> {
            match name {
                "authenticate" => Some(Self::Authenticate),
                "create_messaging_profile" => Some(Self::CreateMessagingProfile),
                "create_order" => Some(Self::CreateOrder),
                "create_subscription" => Some(Self::CreateSubscription),
                "create_token" => Some(Self::CreateToken),
                "delete_all_tokens" => Some(Self::DeleteAllTokens),
                "delete_messaging_profile" => Some(Self::DeleteMessagingProfile),
                "delete_subscription" => Some(Self::DeleteSubscription),
                "delete_token" => Some(Self::DeleteToken),
                "disable_lease_sms" => Some(Self::DisableLeaseSms),
                "enable_lease_sms" => Some(Self::EnableLeaseSms),
                "get_account" => Some(Self::GetAccount),
                "get_inbound_sms" => Some(Self::GetInboundSms),
                "get_lease" => Some(Self::GetLease),
                "get_lease_by_number" => Some(Self::GetLeaseByNumber),
                "get_messaging_profile" => Some(Self::GetMessagingProfile),
                "get_order" => Some(Self::GetOrder),
                "get_outbound_sms" => Some(Self::GetOutboundSms),
                "get_price" => Some(Self::GetPrice),
                "list_countries" => Some(Self::ListCountries),
                "list_messaging_profile_leases" => Some(Self::ListMessagingProfileLeases),
                "list_messaging_profiles" => Some(Self::ListMessagingProfiles),
                "list_number_countries" => Some(Self::ListNumberCountries),
                "list_prices" => Some(Self::ListPrices),
                "list_rate_centers" => Some(Self::ListRateCenters),
                "list_states" => Some(Self::ListStates),
                "list_subscriptions" => Some(Self::ListSubscriptions),
                "list_tokens" => Some(Self::ListTokens),
                "list_voices" => Some(Self::ListVoices),
                "price_order" => Some(Self::PriceOrder),
                "release_lease" => Some(Self::ReleaseLease),
                "search_inbound_sms" => Some(Self::SearchInboundSms),
                "search_leases" => Some(Self::SearchLeases),
                "search_numbers" => Some(Self::SearchNumbers),
                "search_orders" => Some(Self::SearchOrders),
                "search_outbound_sms" => Some(Self::SearchOutboundSms),
                "search_sms" => Some(Self::SearchSms),
                "send_sms" => Some(Self::SendSms),
                "update_lease" => Some(Self::UpdateLease),
                "update_messaging_profile" => Some(Self::UpdateMessagingProfile),
                "update_token" => Some(Self::UpdateToken),
                _ => None,
            }
        }
        /// The HTTP method, in capitals.
        pub const fn method(self) -> &'static str {
            match self {
                Self::Authenticate => "GET",
                Self::CreateMessagingProfile => "POST",
                Self::CreateOrder => "POST",
                Self::CreateSubscription => "POST",
                Self::CreateToken => "POST",
                Self::DeleteAllTokens => "DELETE",
                Self::DeleteMessagingProfile => "DELETE",
                Self::DeleteSubscription => "DELETE",
                Self::DeleteToken => "DELETE",
                Self::DisableLeaseSms => "DELETE",
                Self::EnableLeaseSms => "POST",
                Self::GetAccount => "GET",
                Self::GetInboundSms => "GET",
                Self::GetLease => "GET",
                Self::GetLeaseByNumber => "GET",
                Self::GetMessagingProfile => "GET",
                Self::GetOrder => "GET",
                Self::GetOutboundSms => "GET",
                Self::GetPrice => "GET",
                Self::ListCountries => "GET",
                Self::ListMessagingProfileLeases => "GET",
                Self::ListMessagingProfiles => "GET",
                Self::ListNumberCountries => "GET",
                Self::ListPrices => "GET",
                Self::ListRateCenters => "GET",
                Self::ListStates => "GET",
                Self::ListSubscriptions => "GET",
                Self::ListTokens => "GET",
                Self::ListVoices => "GET",
                Self::PriceOrder => "POST",
                Self::ReleaseLease => "DELETE",
                Self::SearchInboundSms => "POST",
                Self::SearchLeases => "POST",
                Self::SearchNumbers => "POST",
                Self::SearchOrders => "POST",
                Self::SearchOutboundSms => "POST",
                Self::SearchSms => "POST",
                Self::SendSms => "POST",
                Self::UpdateLease => "PATCH",
                Self::UpdateMessagingProfile => "PATCH",
                Self::UpdateToken => "PATCH",
            }
        }
        /// The path template.
        pub const fn path(self) -> &'static str {
            match self {
                Self::Authenticate => "/rest/auth",
                Self::CreateMessagingProfile => "/rest/profile/messaging",
                Self::CreateOrder => "/rest/order",
                Self::CreateSubscription => "/rest/event/subscription",
                Self::CreateToken => "/rest/token",
                Self::DeleteAllTokens => "/rest/token/all",
                Self::DeleteMessagingProfile => "/rest/profile/messaging/{uuid}",
                Self::DeleteSubscription => "/rest/event/subscription/{uuid}",
                Self::DeleteToken => "/rest/token/{token}",
                Self::DisableLeaseSms => "/rest/lease/tn/{lease}/subscription/sms",
                Self::EnableLeaseSms => "/rest/lease/tn/{lease}/subscription/sms",
                Self::GetAccount => "/rest/account",
                Self::GetInboundSms => "/rest/sms/inbound/{uuid}",
                Self::GetLease => "/rest/lease/tn/{lease}",
                Self::GetLeaseByNumber => "/rest/lease/tn/{tn}/tn",
                Self::GetMessagingProfile => "/rest/profile/messaging/{uuid}",
                Self::GetOrder => "/rest/order/{uuid}",
                Self::GetOutboundSms => "/rest/sms/outbound/{uuid}",
                Self::GetPrice => "/rest/profile/tn/{uuid}",
                Self::ListCountries => "/rest/dict/country",
                Self::ListMessagingProfileLeases => {
                    "/rest/profile/messaging/{uuid}/tnleases"
                }
                Self::ListMessagingProfiles => "/rest/profile/messaging",
                Self::ListNumberCountries => "/rest/tn/search/countries",
                Self::ListPrices => "/rest/profile/tn",
                Self::ListRateCenters => "/rest/dict/lerg/ratecenters",
                Self::ListStates => "/rest/dict/lerg/states",
                Self::ListSubscriptions => "/rest/event/subscription",
                Self::ListTokens => "/rest/token/list",
                Self::ListVoices => "/rest/dict/gtts",
                Self::PriceOrder => "/rest/order/price",
                Self::ReleaseLease => "/rest/lease/tn/{lease}",
                Self::SearchInboundSms => "/rest/sms/search/inbound",
                Self::SearchLeases => "/rest/lease/tn/search",
                Self::SearchNumbers => "/rest/tn/search",
                Self::SearchOrders => "/rest/order/search",
                Self::SearchOutboundSms => "/rest/sms/search/outbound",
                Self::SearchSms => "/rest/sms/search",
                Self::SendSms => "/rest/sms",
                Self::UpdateLease => "/rest/lease/tn/{lease}",
                Self::UpdateMessagingProfile => "/rest/profile/messaging/{uuid}",
                Self::UpdateToken => "/rest/token/{token}",
            }
        }
        /// Whether the request may be sent again by itself, where its method would say otherwise.
        pub const fn is_safe(self) -> Option<bool> {
            match self {
                Self::PriceOrder => Some(true),
                Self::SearchInboundSms => Some(true),
                Self::SearchLeases => Some(true),
                Self::SearchNumbers => Some(true),
                Self::SearchOrders => Some(true),
                Self::SearchOutboundSms => Some(true),
                Self::SearchSms => Some(true),
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
                Self::CreateMessagingProfile => {
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
                Self::CreateOrder => {
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
                Self::DeleteMessagingProfile => {
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
                Self::DisableLeaseSms => {
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
                Self::EnableLeaseSms => {
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
                Self::GetAccount => {
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
                Self::GetInboundSms => {
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
                Self::GetLease => {
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
                Self::GetLeaseByNumber => {
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
                Self::GetMessagingProfile => {
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
                Self::GetOrder => {
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
                Self::GetOutboundSms => {
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
                Self::GetPrice => {
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
                Self::ListCountries => {
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
                Self::ListMessagingProfileLeases => {
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
                Self::ListMessagingProfiles => {
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
                Self::ListNumberCountries => {
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
                Self::ListPrices => {
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
                Self::ListRateCenters => {
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
                Self::ListStates => {
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
                Self::ListVoices => {
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
                Self::PriceOrder => {
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
                Self::ReleaseLease => {
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
                Self::SearchInboundSms => {
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
                Self::SearchLeases => {
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
                Self::SearchNumbers => {
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
                Self::SearchOrders => {
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
                Self::SearchOutboundSms => {
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
                Self::SearchSms => {
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
                Self::SendSms => {
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
                Self::UpdateLease => {
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
                Self::UpdateMessagingProfile => {
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
    pub const RESERVED_SEGMENTS: &[&str] = &["all", "list", "price", "search"];
}
/// The limits that the contract sets for what a client writes; lengths in characters.
pub mod limits {
    ///Limits of `CreateMessagingProfileRequest`.
    pub mod create_messaging_profile_request {
        ///`minimum` of `long_code_weight`.
        pub const LONG_CODE_WEIGHT_MINIMUM: i64 = 0i64;
        ///`maximum` of `long_code_weight`.
        pub const LONG_CODE_WEIGHT_MAXIMUM: i64 = 9i64;
        ///`minLength` of `name`.
        pub const NAME_MIN_LENGTH: usize = 1usize;
        ///`maxLength` of `name`.
        pub const NAME_MAX_LENGTH: usize = 255usize;
        ///`minimum` of `tollfree_weight`.
        pub const TOLLFREE_WEIGHT_MINIMUM: i64 = 0i64;
        ///`maximum` of `tollfree_weight`.
        pub const TOLLFREE_WEIGHT_MAXIMUM: i64 = 9i64;
    }
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
    ///Limits of `SearchInboundSmsRequest`.
    pub mod search_inbound_sms_request {
        ///`minLength` of `from`.
        pub const FROM_MIN_LENGTH: usize = 3usize;
        ///`maxLength` of `from`.
        pub const FROM_MAX_LENGTH: usize = 255usize;
        ///`minLength` of `message`.
        pub const MESSAGE_MIN_LENGTH: usize = 1usize;
        ///`maxLength` of `message`.
        pub const MESSAGE_MAX_LENGTH: usize = 918usize;
        ///`minLength` of `to`.
        pub const TO_MIN_LENGTH: usize = 3usize;
        ///`maxLength` of `to`.
        pub const TO_MAX_LENGTH: usize = 255usize;
    }
    ///Limits of `SearchNumbersRequest`.
    pub mod search_numbers_request {
        ///`minimum` of `skip`.
        pub const SKIP_MINIMUM: i64 = 0i64;
        ///`minimum` of `take`.
        pub const TAKE_MINIMUM: i64 = 1i64;
        ///`maximum` of `take`.
        pub const TAKE_MAXIMUM: i64 = 100i64;
    }
    ///Limits of `SearchOutboundSmsRequest`.
    pub mod search_outbound_sms_request {
        ///`minLength` of `message`.
        pub const MESSAGE_MIN_LENGTH: usize = 1usize;
        ///`maxLength` of `message`.
        pub const MESSAGE_MAX_LENGTH: usize = 918usize;
        ///`minLength` of `to`.
        pub const TO_MIN_LENGTH: usize = 3usize;
        ///`maxLength` of `to`.
        pub const TO_MAX_LENGTH: usize = 255usize;
    }
    ///Limits of `SearchSmsRequest`.
    pub mod search_sms_request {
        ///`minLength` of `from`.
        pub const FROM_MIN_LENGTH: usize = 3usize;
        ///`maxLength` of `from`.
        pub const FROM_MAX_LENGTH: usize = 255usize;
        ///`minLength` of `message`.
        pub const MESSAGE_MIN_LENGTH: usize = 1usize;
        ///`maxLength` of `message`.
        pub const MESSAGE_MAX_LENGTH: usize = 918usize;
        ///`minLength` of `to`.
        pub const TO_MIN_LENGTH: usize = 3usize;
        ///`maxLength` of `to`.
        pub const TO_MAX_LENGTH: usize = 255usize;
    }
    ///Limits of `SendSmsRequest`.
    pub mod send_sms_request {
        ///`minLength` of `custom_callback_url`.
        pub const CUSTOM_CALLBACK_URL_MIN_LENGTH: usize = 10usize;
        ///`maxLength` of `custom_callback_url`.
        pub const CUSTOM_CALLBACK_URL_MAX_LENGTH: usize = 255usize;
        ///`minLength` of `message`.
        pub const MESSAGE_MIN_LENGTH: usize = 1usize;
        ///`maxLength` of `message`.
        pub const MESSAGE_MAX_LENGTH: usize = 918usize;
    }
    ///Limits of `UpdateMessagingProfileRequest`.
    pub mod update_messaging_profile_request {
        ///`minimum` of `long_code_weight`.
        pub const LONG_CODE_WEIGHT_MINIMUM: i64 = 0i64;
        ///`maximum` of `long_code_weight`.
        pub const LONG_CODE_WEIGHT_MAXIMUM: i64 = 9i64;
        ///`minLength` of `name`.
        pub const NAME_MIN_LENGTH: usize = 1usize;
        ///`maxLength` of `name`.
        pub const NAME_MAX_LENGTH: usize = 255usize;
        ///`minimum` of `tollfree_weight`.
        pub const TOLLFREE_WEIGHT_MINIMUM: i64 = 0i64;
        ///`maximum` of `tollfree_weight`.
        pub const TOLLFREE_WEIGHT_MAXIMUM: i64 = 9i64;
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
    ///Limits of `searchInboundSms`.
    pub mod search_inbound_sms {
        ///`minimum` of `take`.
        pub const TAKE_MINIMUM: i64 = 1i64;
        ///`maximum` of `take`.
        pub const TAKE_MAXIMUM: i64 = 100i64;
        ///`minimum` of `skip`.
        pub const SKIP_MINIMUM: i64 = 0i64;
    }
    ///Limits of `searchLeases`.
    pub mod search_leases {
        ///`minimum` of `take`.
        pub const TAKE_MINIMUM: i64 = 1i64;
        ///`maximum` of `take`.
        pub const TAKE_MAXIMUM: i64 = 100i64;
        ///`minimum` of `skip`.
        pub const SKIP_MINIMUM: i64 = 0i64;
    }
    ///Limits of `searchOrders`.
    pub mod search_orders {
        ///`minimum` of `take`.
        pub const TAKE_MINIMUM: i64 = 1i64;
        ///`maximum` of `take`.
        pub const TAKE_MAXIMUM: i64 = 100i64;
        ///`minimum` of `skip`.
        pub const SKIP_MINIMUM: i64 = 0i64;
    }
    ///Limits of `searchOutboundSms`.
    pub mod search_outbound_sms {
        ///`minimum` of `take`.
        pub const TAKE_MINIMUM: i64 = 1i64;
        ///`maximum` of `take`.
        pub const TAKE_MAXIMUM: i64 = 100i64;
        ///`minimum` of `skip`.
        pub const SKIP_MINIMUM: i64 = 0i64;
    }
    ///Limits of `searchSms`.
    pub mod search_sms {
        ///`minimum` of `take`.
        pub const TAKE_MINIMUM: i64 = 1i64;
        ///`maximum` of `take`.
        pub const TAKE_MAXIMUM: i64 = 100i64;
        ///`minimum` of `skip`.
        pub const SKIP_MINIMUM: i64 = 0i64;
    }
}
/// The addresses of the servers, without a slash at the end.
pub mod servers {
    ///Production
    pub const PRODUCTION: &str = "https://api.opentact.org";
    ///Staging
    pub const STAGING: &str = "https://api.stage.opentact.org";
}
