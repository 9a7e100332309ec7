//! The answer to the first message, in the form of 2021 or of 2024, or a refusal.

use std::{collections::BTreeMap, net::IpAddr};

use opentact_client::{
    Maybe, Timestamp,
    types::{Account, User, WssAuthResponse, WssConnection},
};
use uuid::Uuid;

use crate::{
    clock::time_from_ms, error::Error, operations::shown_user, settings::AuthAnswer,
    store::users::StoredUser,
};

/// The type of the answer, and of the event that others are sent.
pub(super) const TYPE: &str = "auth";

/// A connection whose credential is good.
#[derive(Debug)]
pub(super) struct Authenticated<'c> {
    pub(super) id: Uuid,
    pub(super) ip: IpAddr,
    pub(super) user: &'c StoredUser,
    pub(super) now_ms: i64,
}

impl Authenticated<'_> {
    /// The answer as JSON.
    pub(super) fn json(&self, form: AuthAnswer) -> Result<String, Error> {
        let answer = match form {
            AuthAnswer::Form2021 => self.of_2021(),
            AuthAnswer::Form2024 => self.of_2024(),
        };
        serde_json::to_string(&answer).map_err(Error::Encode)
    }

    fn of_2021(&self) -> WssAuthResponse {
        let (user, account) = self.user_and_account();
        let user = User {
            wss_online: None,
            avatar: Maybe::Absent,
            gmail_user_id: Maybe::Value(self.user.gmail_user_id.clone()),
            facebook_user_id: Maybe::Value(self.user.facebook_user_id.clone()),
            apple_user_id: Maybe::Null,
            wechat_user_id: Maybe::Null,
            ..user
        };
        let account = account.map(|account| Account {
            phone: Maybe::Absent,
            address1: Maybe::Absent,
            address2: Maybe::Absent,
            zip_code: Maybe::Absent,
            city: Maybe::Absent,
            disabled_on: Maybe::Absent,
            ..account
        });
        let ip = match self.ip {
            IpAddr::V4(address) => address.to_ipv6_mapped().to_string(),
            IpAddr::V6(address) => address.to_string(),
        };
        WssAuthResponse {
            success: Some(true),
            message: Some("success".to_owned()),
            payload: Some(self.connection(ip, user, account)),
            ..bare()
        }
    }

    /// A stored event, whose payload is the connection.
    fn of_2024(&self) -> WssAuthResponse {
        let (user, account) = self.user_and_account();
        let account = account.map(|account| Account {
            balance: None,
            ..account
        });
        let now: Timestamp = time_from_ms(self.now_ms).into();
        let (id, ip, email) = (self.id, self.ip, &self.user.email);
        WssAuthResponse {
            uuid: Some(Uuid::new_v4()),
            created_on: Some(now),
            modified_on: Some(now),
            message: Some(format!("WSS connection {id}@{ip} - success auth {email}")),
            account: account.clone().map_or(Maybe::Null, Maybe::Value),
            payload: Some(self.connection(ip.to_string(), user, account)),
            delivery_report: Maybe::Value(Vec::new()),
            batch: Maybe::Null,
            tn_order: Maybe::Null,
            transaction: Maybe::Null,
            tn_lease: Maybe::Null,
            sms_brand: Maybe::Null,
            tn: Maybe::Null,
            call_asr: Maybe::Null,
            tn_order_tn: Maybe::Null,
            call_flow: Maybe::Null,
            sms_campaign: Maybe::Null,
            call: Maybe::Null,
            sip_user: Maybe::Null,
            call_record: Maybe::Null,
            sip_domain: Maybe::Null,
            ticket: Maybe::Null,
            sms: Maybe::Null,
            user: Maybe::Null,
            ..bare()
        }
    }

    fn connection(&self, ip: String, user: User, account: Option<Account>) -> WssConnection {
        WssConnection {
            uuid: self.id,
            ip: Some(ip),
            user,
            account,
            extra: BTreeMap::new(),
        }
    }

    /// The two stand side by side, not one in the other.
    fn user_and_account(&self) -> (User, Option<Account>) {
        let mut user = shown_user::user(self.user.clone(), None, true);
        let account = user.account.take();
        (user, account)
    }
}

/// A refusal as JSON.
pub(super) fn refusal(message: &str) -> Result<String, Error> {
    let answer = WssAuthResponse {
        success: Some(false),
        message: Some(message.to_owned()),
        ..bare()
    };
    serde_json::to_string(&answer).map_err(Error::Encode)
}

/// An answer with nothing in it but its type.
fn bare() -> WssAuthResponse {
    WssAuthResponse {
        type_: TYPE.to_owned(),
        uuid: None,
        created_on: None,
        modified_on: None,
        success: None,
        message: None,
        payload: None,
        account: Maybe::Absent,
        delivery_report: Maybe::Absent,
        batch: Maybe::Absent,
        tn_order: Maybe::Absent,
        transaction: Maybe::Absent,
        tn_lease: Maybe::Absent,
        sms_brand: Maybe::Absent,
        tn: Maybe::Absent,
        call_asr: Maybe::Absent,
        tn_order_tn: Maybe::Absent,
        call_flow: Maybe::Absent,
        sms_campaign: Maybe::Absent,
        call: Maybe::Absent,
        sip_user: Maybe::Absent,
        call_record: Maybe::Absent,
        sip_domain: Maybe::Absent,
        ticket: Maybe::Absent,
        sms: Maybe::Absent,
        user: Maybe::Absent,
        extra: BTreeMap::new(),
    }
}
