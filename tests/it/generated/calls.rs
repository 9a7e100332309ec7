//! Any operation as a call of the SDK, with values as JSON.

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

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
/// Makes the call of an operation with these values; what is answered does not matter.
#[allow(deprecated, unused_variables)]
pub(crate) async fn call(
    client: &Client,
    operation: Operation,
    path: &Value,
    query: &Value,
    body: &Value,
) -> Result<(), Error> {
    match operation {
        Operation::Authenticate => {
            let request = client.whoami();
            request.await.map(drop)
        }
        Operation::CreateSubscription => {
            let request = client
                .subscriptions()
                .create(value::<models::EventType>(&body["type"]));
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
            request.await.map(drop)
        }
        Operation::ListSubscriptions => {
            let request = client.subscriptions().list();
            request.await.map(drop)
        }
        Operation::DeleteSubscription => {
            let request = client.subscriptions().delete(value::<Uuid>(&path["uuid"]));
            request.await.map(drop)
        }
        Operation::CreateToken => {
            let request = client.tokens().create(value::<String>(&body["name"]));
            let request = match body.get("ttl") {
                Some(it) => request.ttl(Duration::from_secs(value(it))),
                None => request,
            };
            request.await.map(drop)
        }
        Operation::ListTokens => {
            let request = client.tokens().list();
            request.await.map(drop)
        }
        Operation::DeleteAllTokens => {
            let request = client.tokens().delete_all();
            request.await.map(drop)
        }
        Operation::UpdateToken => {
            let request = client.tokens().update(value::<Uuid>(&path["token"]));
            let request = match body.get("name") {
                Some(it) => request.name(value::<String>(it)),
                None => request,
            };
            let request = match body.get("ttl") {
                Some(it) => request.ttl(Duration::from_secs(value(it))),
                None => request,
            };
            request.await.map(drop)
        }
        Operation::DeleteToken => {
            let request = client
                .tokens()
                .delete(value::<opentact_client::Secret>(&path["token"]));
            request.await.map(drop)
        }
        other => panic!("{} has no call", other.id()),
    }
}
fn value<T: DeserializeOwned>(json: &Value) -> T {
    serde_json::from_value(json.clone())
        .unwrap_or_else(|cause| panic!("{json}: {cause}"))
}
