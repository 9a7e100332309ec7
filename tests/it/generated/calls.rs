//! Any operation as a call of the SDK, with values as JSON.

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

#[allow(unused_imports)]
use std::fmt::Debug;
#[allow(unused_imports)]
use std::time::Duration;
#[allow(unused_imports)]
use opentact::opentact_client::security::Operation;
#[allow(unused_imports)]
use opentact::{Client, Error, Maybe, models, opentact_client};
#[allow(unused_imports)]
use serde::de::DeserializeOwned;
#[allow(unused_imports)]
use serde_json::Value;
#[allow(unused_imports)]
use uuid::Uuid;
/// Looks at what a call is made of.
pub(crate) trait See {
    fn see<T: Debug>(&mut self, value: &T);
}
impl See for () {
    fn see<T: Debug>(&mut self, _: &T) {}
}
/// Makes the call of an operation with these values; what is answered does not matter.
#[allow(deprecated, unused_variables)]
pub(crate) async fn call(
    client: &Client,
    operation: Operation,
    path: &Value,
    query: &Value,
    body: &Value,
    watch: &mut impl See,
) -> Result<(), Error> {
    match operation {
        Operation::Authenticate => {
            let accessor = client;
            let request = accessor.whoami();
            watch.see(&request);
            request.await.map(drop)
        }
        Operation::CreateSubscription => {
            let accessor = client.subscriptions();
            watch.see(&accessor);
            let request = accessor.create(value::<models::EventType>(&body["type"]));
            let request = match body.get("channel") {
                Some(it) => request.channel(value::<models::EventChannel>(it)),
                None => request,
            };
            let request = match body.get("expired_on") {
                Some(it) => request.expired_on(value::<opentact_client::Timestamp>(it)),
                None => request,
            };
            let request = match body.get("is_active") {
                Some(it) => request.is_active(value::<bool>(it)),
                None => request,
            };
            watch.see(&request);
            request.await.map(drop)
        }
        Operation::ListSubscriptions => {
            let accessor = client.subscriptions();
            watch.see(&accessor);
            let request = accessor.list();
            watch.see(&request);
            request.await.map(drop)
        }
        Operation::DeleteSubscription => {
            let accessor = client.subscriptions();
            watch.see(&accessor);
            let request = accessor.delete(value::<Uuid>(&path["uuid"]));
            watch.see(&request);
            request.await.map(drop)
        }
        Operation::CreateToken => {
            let accessor = client.tokens();
            watch.see(&accessor);
            let request = accessor.create(value::<String>(&body["name"]));
            let request = match body.get("ttl") {
                Some(it) => request.ttl(Duration::from_secs(value(it))),
                None => request,
            };
            watch.see(&request);
            request.await.map(drop)
        }
        Operation::ListTokens => {
            let accessor = client.tokens();
            watch.see(&accessor);
            let request = accessor.list();
            watch.see(&request);
            request.await.map(drop)
        }
        Operation::DeleteAllTokens => {
            let accessor = client.tokens();
            watch.see(&accessor);
            let request = accessor.delete_all();
            watch.see(&request);
            request.await.map(drop)
        }
        Operation::UpdateToken => {
            let accessor = client.tokens();
            watch.see(&accessor);
            let request = accessor.update(value::<Uuid>(&path["token"]));
            let request = match body.get("name") {
                Some(it) => request.name(value::<String>(it)),
                None => request,
            };
            let request = match body.get("ttl") {
                Some(it) => request.ttl(Duration::from_secs(value(it))),
                None => request,
            };
            watch.see(&request);
            request.await.map(drop)
        }
        Operation::DeleteToken => {
            let accessor = client.tokens();
            watch.see(&accessor);
            let request = accessor
                .delete(value::<opentact_client::Secret>(&path["token"]));
            watch.see(&request);
            request.await.map(drop)
        }
        other => panic!("{} has no call", other.id()),
    }
}
/// Reads each model from the JSON that is given for its name.
#[allow(dead_code)]
pub(crate) fn models(watch: &mut impl See, sample: &dyn Fn(&str) -> Value) {
    watch.see(&value::<models::Account>(&sample("Account")));
    watch.see(&value::<models::AuthenticateResponse>(&sample("AuthenticateResponse")));
    watch.see(&value::<models::Call>(&sample("Call")));
    watch.see(&value::<models::CallFlow>(&sample("CallFlow")));
    watch
        .see(
            &value::<
                models::CreateSubscriptionRequest,
            >(&sample("CreateSubscriptionRequest")),
        );
    watch.see(&value::<models::CreateTokenRequest>(&sample("CreateTokenRequest")));
    watch.see(&value::<models::CreateTokenResponse>(&sample("CreateTokenResponse")));
    watch.see(&value::<models::CreatedToken>(&sample("CreatedToken")));
    watch
        .see(
            &value::<models::DeleteAllTokensResponse>(&sample("DeleteAllTokensResponse")),
        );
    watch
        .see(
            &value::<
                models::DeleteSubscriptionResponse,
            >(&sample("DeleteSubscriptionResponse")),
        );
    watch.see(&value::<models::ErrorResponse>(&sample("ErrorResponse")));
    watch.see(&value::<models::FieldError>(&sample("FieldError")));
    watch.see(&value::<models::FlowCommand>(&sample("FlowCommand")));
    watch
        .see(
            &value::<
                models::ListSubscriptionsResponse,
            >(&sample("ListSubscriptionsResponse")),
        );
    watch.see(&value::<models::ListTokensResponse>(&sample("ListTokensResponse")));
    watch.see(&value::<models::Sms>(&sample("Sms")));
    watch.see(&value::<models::Subscription>(&sample("Subscription")));
    watch.see(&value::<models::SubscriptionResponse>(&sample("SubscriptionResponse")));
    watch.see(&value::<models::TnOrder>(&sample("TnOrder")));
    watch.see(&value::<models::Token>(&sample("Token")));
    watch.see(&value::<models::TokenResponse>(&sample("TokenResponse")));
    watch.see(&value::<models::UpdateTokenRequest>(&sample("UpdateTokenRequest")));
    watch.see(&value::<models::User>(&sample("User")));
    watch.see(&value::<models::WssAuthRequest>(&sample("WssAuthRequest")));
    watch.see(&value::<models::WssConnection>(&sample("WssConnection")));
    watch.see(&value::<models::AccountLevel>(&sample("AccountLevel")));
    watch.see(&value::<models::CallDirection>(&sample("CallDirection")));
    watch.see(&value::<models::CallState>(&sample("CallState")));
    watch.see(&value::<models::EventChannel>(&sample("EventChannel")));
    watch.see(&value::<models::EventType>(&sample("EventType")));
    watch.see(&value::<models::Gender>(&sample("Gender")));
    watch.see(&value::<models::Role>(&sample("Role")));
    watch.see(&value::<models::SmsKind>(&sample("SmsKind")));
    watch.see(&value::<models::SmsState>(&sample("SmsState")));
    watch.see(&value::<models::TnOrderState>(&sample("TnOrderState")));
}
fn value<T: DeserializeOwned>(json: &Value) -> T {
    serde_json::from_value(json.clone())
        .unwrap_or_else(|cause| panic!("{json}: {cause}"))
}
