//! The answer to the first message, in the form of 2021 or of 2024, or a refusal.

use std::net::IpAddr;

use opentact_client::{
    Maybe, Revealed,
    types::{Account, User, WssConnection},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::stored_event::{event, user_and_account, without_balance};
use crate::{error::Error, settings::AuthAnswer, store::users::StoredUser};

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
        answer.map(|it| it.to_string()).map_err(Error::Encode)
    }

    fn of_2021(&self) -> serde_json::Result<Value> {
        let (user, account) = user_and_account(self.user, true);
        let mut user = user
            .avatar(Maybe::Absent)
            .gmail_user_id(self.user.gmail_user_id.clone())
            .facebook_user_id(self.user.facebook_user_id.clone())
            .apple_user_id(None)
            .wechat_user_id(None);
        user.wss_online = None;
        let account = account.map(|account| {
            account
                .phone(Maybe::Absent)
                .address1(Maybe::Absent)
                .address2(Maybe::Absent)
                .zip_code(Maybe::Absent)
                .city(Maybe::Absent)
                .disabled_on(Maybe::Absent)
        });
        let ip = match self.ip {
            IpAddr::V4(address) => address.to_ipv6_mapped().to_string(),
            IpAddr::V6(address) => address.to_string(),
        };
        Ok(json!({
            "type": TYPE,
            "success": true,
            "message": "success",
            "payload": self.connection(ip, user, account)?,
        }))
    }

    /// A stored event, whose payload is the connection.
    fn of_2024(&self) -> serde_json::Result<Value> {
        let (user, account) = user_and_account(self.user, true);
        let account = account.map(without_balance);
        let (id, ip, email) = (self.id, self.ip, &self.user.email);
        let message = format!("WSS connection {id}@{ip} - success auth {email}");
        let payload = self.connection(ip.to_string(), user, account.clone())?;
        let account = account.as_ref();
        Ok(event(TYPE, &message, account, &payload, self.now_ms))
    }

    fn connection(
        &self,
        ip: String,
        user: User,
        account: Option<Account>,
    ) -> serde_json::Result<Value> {
        let mut connection = WssConnection::new(self.id, user).ip(ip);
        connection.account = account.map(Box::new);
        serde_json::to_value(Revealed(&connection))
    }
}

/// A refusal as JSON.
pub(super) fn refusal(message: &str) -> String {
    json!({ "type": TYPE, "success": false, "message": message }).to_string()
}
