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
fn value<T: DeserializeOwned>(json: &Value) -> T {
    serde_json::from_value(json.clone())
        .unwrap_or_else(|cause| panic!("{json}: {cause}"))
}
