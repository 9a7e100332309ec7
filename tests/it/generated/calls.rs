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
use serde::Serialize;
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
        Operation::GetAccount => {
            let accessor = client.account();
            watch.see(&accessor);
            let request = accessor.get();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::Authenticate => {
            let accessor = client;
            let request = accessor.whoami();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListCountries => {
            let accessor = client.dictionary();
            watch.see(&accessor);
            let request = accessor.list_countries();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListStates => {
            let accessor = client.dictionary();
            watch.see(&accessor);
            let request = accessor.list_states(value::<String>(&query["country"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListRateCenters => {
            let accessor = client.dictionary();
            watch.see(&accessor);
            let request = accessor.list_rate_centers(value::<String>(&query["state"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListVoices => {
            let accessor = client.dictionary();
            watch.see(&accessor);
            let request = accessor.list_voices();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::SearchLeases => {
            let accessor = client.leases();
            watch.see(&accessor);
            let request = accessor.search();
            let request = match body.get("autorenew") {
                Some(it) => request.autorenew(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("created_on_from") {
                Some(it) => {
                    request.created_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("created_on_to") {
                Some(it) => {
                    request.created_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("mode") {
                Some(it) => request.mode(value::<models::SearchMode>(it)),
                None => request,
            };
            let request = match body.get("modified_on_from") {
                Some(it) => {
                    request.modified_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("modified_on_to") {
                Some(it) => {
                    request.modified_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let order = body
                .get("order")
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            let request = order
                .fold(
                    request,
                    |request, (field, it)| {
                        request.sort_by(field, value::<models::Sort>(it))
                    },
                );
            let request = match body.get("sip_connection") {
                Some(it) => request.sip_connection(value::<Uuid>(it)),
                None => request,
            };
            let request = match body.get("sip_connections_skip") {
                Some(it) => request.sip_connections_skip(value::<Vec<Uuid>>(it)),
                None => request,
            };
            let request = match body.get("sip_control_app") {
                Some(it) => request.sip_control_app(value::<Uuid>(it)),
                None => request,
            };
            let request = match body.get("tn") {
                Some(it) => request.tn(value::<String>(it)),
                None => request,
            };
            let request = match query.get("take") {
                Some(it) => request.page_size(value(it)),
                None => request,
            };
            let request = match query.get("skip") {
                Some(it) => request.skip(value(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::GetLease => {
            let accessor = client.leases();
            watch.see(&accessor);
            let request = accessor.get(value::<Uuid>(&path["lease"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::UpdateLease => {
            let accessor = client.leases();
            watch.see(&accessor);
            let request = accessor.update(value::<Uuid>(&path["lease"]));
            let request = match body.get("autorenew") {
                Some(it) => request.autorenew(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("sip_connection") {
                Some(it) => request.sip_connection(value::<Maybe<Uuid>>(it)),
                None => request,
            };
            let request = match body.get("sip_control_app") {
                Some(it) => request.sip_control_app(value::<Maybe<Uuid>>(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ReleaseLease => {
            let accessor = client.leases();
            watch.see(&accessor);
            let request = accessor
                .release(value::<opentact_client::LeaseKey>(&path["lease"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::GetLeaseByNumber => {
            let accessor = client.leases();
            watch.see(&accessor);
            let request = accessor
                .get_by_number(value::<opentact_client::PhoneNumber>(&path["tn"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::EnableLeaseSms => {
            let accessor = client.leases();
            watch.see(&accessor);
            let request = accessor
                .enable_sms(
                    value::<opentact_client::LeaseKey>(&path["lease"]),
                    value::<Uuid>(&body["messaging_profile"]),
                    value::<String>(&body["sms_campaign"]),
                );
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::DisableLeaseSms => {
            let accessor = client.leases();
            watch.see(&accessor);
            let request = accessor
                .disable_sms(value::<opentact_client::LeaseKey>(&path["lease"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::CreateMessagingProfile => {
            let accessor = client.messaging_profiles();
            watch.see(&accessor);
            let request = accessor.create(value::<String>(&body["name"]));
            let request = match body.get("callback_url") {
                Some(it) => request.callback_url(value::<Maybe<String>>(it)),
                None => request,
            };
            let request = match body.get("callback_url2") {
                Some(it) => request.callback_url2(value::<Maybe<String>>(it)),
                None => request,
            };
            let request = match body.get("long_code_weight") {
                Some(it) => request.long_code_weight(value::<i64>(it)),
                None => request,
            };
            let request = match body.get("number_pool_enable") {
                Some(it) => request.number_pool_enable(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("skip_unhealthy_tns") {
                Some(it) => request.skip_unhealthy_tns(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("sticky_sender") {
                Some(it) => request.sticky_sender(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("tollfree_weight") {
                Some(it) => request.tollfree_weight(value::<i64>(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListMessagingProfiles => {
            let accessor = client.messaging_profiles();
            watch.see(&accessor);
            let request = accessor.list();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::GetMessagingProfile => {
            let accessor = client.messaging_profiles();
            watch.see(&accessor);
            let request = accessor.get(value::<Uuid>(&path["uuid"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::UpdateMessagingProfile => {
            let accessor = client.messaging_profiles();
            watch.see(&accessor);
            let request = accessor.update(value::<Uuid>(&path["uuid"]));
            let request = match body.get("callback_url") {
                Some(it) => request.callback_url(value::<Maybe<String>>(it)),
                None => request,
            };
            let request = match body.get("callback_url2") {
                Some(it) => request.callback_url2(value::<Maybe<String>>(it)),
                None => request,
            };
            let request = match body.get("long_code_weight") {
                Some(it) => request.long_code_weight(value::<i64>(it)),
                None => request,
            };
            let request = match body.get("name") {
                Some(it) => request.name(value::<String>(it)),
                None => request,
            };
            let request = match body.get("number_pool_enable") {
                Some(it) => request.number_pool_enable(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("skip_unhealthy_tns") {
                Some(it) => request.skip_unhealthy_tns(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("sticky_sender") {
                Some(it) => request.sticky_sender(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("tollfree_weight") {
                Some(it) => request.tollfree_weight(value::<i64>(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::DeleteMessagingProfile => {
            let accessor = client.messaging_profiles();
            watch.see(&accessor);
            let request = accessor.delete(value::<Uuid>(&path["uuid"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListMessagingProfileLeases => {
            let accessor = client.messaging_profiles();
            watch.see(&accessor);
            let request = accessor.list_leases(value::<Uuid>(&path["uuid"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::SearchNumbers => {
            let accessor = client.numbers();
            watch.see(&accessor);
            let request = accessor.search();
            let request = match body.get("city") {
                Some(it) => request.city(value::<String>(it)),
                None => request,
            };
            let request = match body.get("country") {
                Some(it) => request.country(value::<String>(it)),
                None => request,
            };
            let request = match body.get("features") {
                Some(it) => request.features(value::<Vec<models::NumberFeature>>(it)),
                None => request,
            };
            let request = match body.get("line") {
                Some(it) => request.line(value::<String>(it)),
                None => request,
            };
            let request = match body.get("npa") {
                Some(it) => request.npa(value::<String>(it)),
                None => request,
            };
            let request = match body.get("nxx") {
                Some(it) => request.nxx(value::<String>(it)),
                None => request,
            };
            let request = match body.get("pattern") {
                Some(it) => request.pattern(value::<String>(it)),
                None => request,
            };
            let request = match body.get("rate_center") {
                Some(it) => request.rate_center(value::<String>(it)),
                None => request,
            };
            let request = match body.get("state") {
                Some(it) => request.state(value::<String>(it)),
                None => request,
            };
            let request = match body.get("type") {
                Some(it) => request.kind(value::<models::NumberType>(it)),
                None => request,
            };
            let request = match body.get("take") {
                Some(it) => request.page_size(value(it)),
                None => request,
            };
            let request = match body.get("skip") {
                Some(it) => request.skip(value(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListNumberCountries => {
            let accessor = client.numbers();
            watch.see(&accessor);
            let request = accessor.list_countries();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::CreateOrder => {
            let accessor = client.orders();
            watch.see(&accessor);
            let request = accessor
                .create(value::<Vec<models::OrderItem>>(&body["items"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::GetOrder => {
            let accessor = client.orders();
            watch.see(&accessor);
            let request = accessor.get(value::<Uuid>(&path["uuid"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::SearchOrders => {
            let accessor = client.orders();
            watch.see(&accessor);
            let request = accessor.search();
            let request = match body.get("created_on_from") {
                Some(it) => {
                    request.created_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("created_on_to") {
                Some(it) => {
                    request.created_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("mode") {
                Some(it) => request.mode(value::<models::SearchMode>(it)),
                None => request,
            };
            let request = match body.get("modified_on_from") {
                Some(it) => {
                    request.modified_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("modified_on_to") {
                Some(it) => {
                    request.modified_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let order = body
                .get("order")
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            let request = order
                .fold(
                    request,
                    |request, (field, it)| {
                        request.sort_by(field, value::<models::Sort>(it))
                    },
                );
            let request = match body.get("state") {
                Some(it) => request.state(value::<models::OrderState>(it)),
                None => request,
            };
            let request = match query.get("take") {
                Some(it) => request.page_size(value(it)),
                None => request,
            };
            let request = match query.get("skip") {
                Some(it) => request.skip(value(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::PriceOrder => {
            let accessor = client.orders();
            watch.see(&accessor);
            let request = accessor
                .price(value::<Vec<models::OrderItem>>(&body["items"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListPrices => {
            let accessor = client.prices();
            watch.see(&accessor);
            let request = accessor.list();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::GetPrice => {
            let accessor = client.prices();
            watch.see(&accessor);
            let request = accessor.get(value::<Uuid>(&path["uuid"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::SendSms => {
            let accessor = client.sms();
            watch.see(&accessor);
            let request = accessor
                .send(
                    value::<opentact_client::PhoneNumber>(&body["from"]),
                    value::<opentact_client::PhoneNumber>(&body["to"]),
                    value::<String>(&body["message"]),
                );
            let request = match body.get("custom_callback_url") {
                Some(it) => request.custom_callback_url(value::<String>(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::GetOutboundSms => {
            let accessor = client.sms();
            watch.see(&accessor);
            let request = accessor.get_outbound(value::<Uuid>(&path["uuid"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::GetInboundSms => {
            let accessor = client.sms();
            watch.see(&accessor);
            let request = accessor.get_inbound(value::<Uuid>(&path["uuid"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::SearchOutboundSms => {
            let accessor = client.sms();
            watch.see(&accessor);
            let request = accessor.search_outbound();
            let request = match body.get("created_on_from") {
                Some(it) => {
                    request.created_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("created_on_to") {
                Some(it) => {
                    request.created_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("delivered") {
                Some(it) => request.delivered(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("message") {
                Some(it) => request.message(value::<String>(it)),
                None => request,
            };
            let request = match body.get("mode") {
                Some(it) => request.mode(value::<models::SearchMode>(it)),
                None => request,
            };
            let request = match body.get("modified_on_from") {
                Some(it) => {
                    request.modified_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("modified_on_to") {
                Some(it) => {
                    request.modified_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let order = body
                .get("order")
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            let request = order
                .fold(
                    request,
                    |request, (field, it)| {
                        request.sort_by(field, value::<models::Sort>(it))
                    },
                );
            let request = match body.get("reference_id") {
                Some(it) => request.reference_id(value::<String>(it)),
                None => request,
            };
            let request = match body.get("state") {
                Some(it) => request.state(value::<models::SmsState>(it)),
                None => request,
            };
            let request = match body.get("tn") {
                Some(it) => request.tn(value::<opentact_client::PhoneNumber>(it)),
                None => request,
            };
            let request = match body.get("to") {
                Some(it) => request.to(value::<String>(it)),
                None => request,
            };
            let request = match query.get("take") {
                Some(it) => request.page_size(value(it)),
                None => request,
            };
            let request = match query.get("skip") {
                Some(it) => request.skip(value(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::SearchInboundSms => {
            let accessor = client.sms();
            watch.see(&accessor);
            let request = accessor.search_inbound();
            let request = match body.get("created_on_from") {
                Some(it) => {
                    request.created_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("created_on_to") {
                Some(it) => {
                    request.created_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("delivered") {
                Some(it) => request.delivered(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("from") {
                Some(it) => request.from(value::<String>(it)),
                None => request,
            };
            let request = match body.get("message") {
                Some(it) => request.message(value::<String>(it)),
                None => request,
            };
            let request = match body.get("mode") {
                Some(it) => request.mode(value::<models::SearchMode>(it)),
                None => request,
            };
            let request = match body.get("modified_on_from") {
                Some(it) => {
                    request.modified_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("modified_on_to") {
                Some(it) => {
                    request.modified_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let order = body
                .get("order")
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            let request = order
                .fold(
                    request,
                    |request, (field, it)| {
                        request.sort_by(field, value::<models::Sort>(it))
                    },
                );
            let request = match body.get("readed") {
                Some(it) => request.readed(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("state") {
                Some(it) => request.state(value::<models::SmsState>(it)),
                None => request,
            };
            let request = match body.get("tn") {
                Some(it) => request.tn(value::<opentact_client::PhoneNumber>(it)),
                None => request,
            };
            let request = match body.get("to") {
                Some(it) => request.to(value::<String>(it)),
                None => request,
            };
            let request = match query.get("take") {
                Some(it) => request.page_size(value(it)),
                None => request,
            };
            let request = match query.get("skip") {
                Some(it) => request.skip(value(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::SearchSms => {
            let accessor = client.sms();
            watch.see(&accessor);
            let request = accessor.search();
            let request = match body.get("created_on_from") {
                Some(it) => {
                    request.created_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("created_on_to") {
                Some(it) => {
                    request.created_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("delivered") {
                Some(it) => request.delivered(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("from") {
                Some(it) => request.from(value::<String>(it)),
                None => request,
            };
            let request = match body.get("message") {
                Some(it) => request.message(value::<String>(it)),
                None => request,
            };
            let request = match body.get("mode") {
                Some(it) => request.mode(value::<models::SearchMode>(it)),
                None => request,
            };
            let request = match body.get("modified_on_from") {
                Some(it) => {
                    request.modified_on_from(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let request = match body.get("modified_on_to") {
                Some(it) => {
                    request.modified_on_to(value::<opentact_client::Timestamp>(it))
                }
                None => request,
            };
            let order = body
                .get("order")
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            let request = order
                .fold(
                    request,
                    |request, (field, it)| {
                        request.sort_by(field, value::<models::Sort>(it))
                    },
                );
            let request = match body.get("readed") {
                Some(it) => request.readed(value::<bool>(it)),
                None => request,
            };
            let request = match body.get("state") {
                Some(it) => request.state(value::<models::SmsState>(it)),
                None => request,
            };
            let request = match body.get("thread") {
                Some(it) => request.thread(value::<String>(it)),
                None => request,
            };
            let request = match body.get("to") {
                Some(it) => request.to(value::<String>(it)),
                None => request,
            };
            let request = match query.get("take") {
                Some(it) => request.page_size(value(it)),
                None => request,
            };
            let request = match query.get("skip") {
                Some(it) => request.skip(value(it)),
                None => request,
            };
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
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
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListSubscriptions => {
            let accessor = client.subscriptions();
            watch.see(&accessor);
            let request = accessor.list();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::DeleteSubscription => {
            let accessor = client.subscriptions();
            watch.see(&accessor);
            let request = accessor.delete(value::<Uuid>(&path["uuid"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
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
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::ListTokens => {
            let accessor = client.tokens();
            watch.see(&accessor);
            let request = accessor.list();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::DeleteAllTokens => {
            let accessor = client.tokens();
            watch.see(&accessor);
            let request = accessor.delete_all();
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
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
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        Operation::DeleteToken => {
            let accessor = client.tokens();
            watch.see(&accessor);
            let request = accessor
                .delete(value::<opentact_client::Secret>(&path["token"]));
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
        other => panic!("{} has no call", other.id()),
    }
}
/// Reads each model from the JSON that is given for its name.
#[allow(dead_code)]
pub(crate) fn models(watch: &mut impl See, sample: &dyn Fn(&str) -> Value) {
    watch.see(&value::<models::Account>(&sample("Account")));
    watch.see(&value::<models::AccountResponse>(&sample("AccountResponse")));
    watch.see(&value::<models::AuthenticateResponse>(&sample("AuthenticateResponse")));
    watch.see(&value::<models::Call>(&sample("Call")));
    watch.see(&value::<models::CallFlow>(&sample("CallFlow")));
    watch.see(&value::<models::Country>(&sample("Country")));
    watch.see(&value::<models::CountryState>(&sample("CountryState")));
    watch
        .see(
            &value::<
                models::CreateMessagingProfileRequest,
            >(&sample("CreateMessagingProfileRequest")),
        );
    watch.see(&value::<models::CreateOrderRequest>(&sample("CreateOrderRequest")));
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
    watch.see(&value::<models::EnableLeaseSmsRequest>(&sample("EnableLeaseSmsRequest")));
    watch.see(&value::<models::ErrorResponse>(&sample("ErrorResponse")));
    watch.see(&value::<models::FieldError>(&sample("FieldError")));
    watch.see(&value::<models::FlowCommand>(&sample("FlowCommand")));
    watch.see(&value::<models::InboundSms>(&sample("InboundSms")));
    watch.see(&value::<models::InboundSmsPage>(&sample("InboundSmsPage")));
    watch
        .see(
            &value::<models::InboundSmsPageResponse>(&sample("InboundSmsPageResponse")),
        );
    watch.see(&value::<models::InboundSmsResponse>(&sample("InboundSmsResponse")));
    watch.see(&value::<models::Lease>(&sample("Lease")));
    watch.see(&value::<models::LeasePage>(&sample("LeasePage")));
    watch.see(&value::<models::LeasePageResponse>(&sample("LeasePageResponse")));
    watch.see(&value::<models::LeaseResponse>(&sample("LeaseResponse")));
    watch.see(&value::<models::LeaseSubscription>(&sample("LeaseSubscription")));
    watch
        .see(
            &value::<
                models::LeaseSubscriptionResponse,
            >(&sample("LeaseSubscriptionResponse")),
        );
    watch.see(&value::<models::ListCountriesResponse>(&sample("ListCountriesResponse")));
    watch.see(&value::<models::ListLeasesResponse>(&sample("ListLeasesResponse")));
    watch
        .see(
            &value::<
                models::ListMessagingProfilesResponse,
            >(&sample("ListMessagingProfilesResponse")),
        );
    watch
        .see(
            &value::<models::ListPriceListsResponse>(&sample("ListPriceListsResponse")),
        );
    watch
        .see(
            &value::<models::ListRateCentersResponse>(&sample("ListRateCentersResponse")),
        );
    watch.see(&value::<models::ListStatesResponse>(&sample("ListStatesResponse")));
    watch
        .see(
            &value::<
                models::ListSubscriptionsResponse,
            >(&sample("ListSubscriptionsResponse")),
        );
    watch.see(&value::<models::ListTokensResponse>(&sample("ListTokensResponse")));
    watch.see(&value::<models::ListVoicesResponse>(&sample("ListVoicesResponse")));
    watch.see(&value::<models::MessagingProfile>(&sample("MessagingProfile")));
    watch
        .see(
            &value::<
                models::MessagingProfileResponse,
            >(&sample("MessagingProfileResponse")),
        );
    watch.see(&value::<models::Operator>(&sample("Operator")));
    watch.see(&value::<models::Order>(&sample("Order")));
    watch.see(&value::<models::OrderItem>(&sample("OrderItem")));
    watch.see(&value::<models::OrderPage>(&sample("OrderPage")));
    watch.see(&value::<models::OrderPageResponse>(&sample("OrderPageResponse")));
    watch.see(&value::<models::OrderPrice>(&sample("OrderPrice")));
    watch.see(&value::<models::OrderPriceItem>(&sample("OrderPriceItem")));
    watch.see(&value::<models::OrderPriceResponse>(&sample("OrderPriceResponse")));
    watch.see(&value::<models::OrderRequest>(&sample("OrderRequest")));
    watch.see(&value::<models::OrderResponse>(&sample("OrderResponse")));
    watch.see(&value::<models::OrderedItem>(&sample("OrderedItem")));
    watch.see(&value::<models::PriceList>(&sample("PriceList")));
    watch.see(&value::<models::PriceListResponse>(&sample("PriceListResponse")));
    watch.see(&value::<models::RateCenter>(&sample("RateCenter")));
    watch
        .see(
            &value::<models::SearchInboundSmsRequest>(&sample("SearchInboundSmsRequest")),
        );
    watch.see(&value::<models::SearchLeasesRequest>(&sample("SearchLeasesRequest")));
    watch.see(&value::<models::SearchNumbersRequest>(&sample("SearchNumbersRequest")));
    watch.see(&value::<models::SearchOrdersRequest>(&sample("SearchOrdersRequest")));
    watch
        .see(
            &value::<
                models::SearchOutboundSmsRequest,
            >(&sample("SearchOutboundSmsRequest")),
        );
    watch.see(&value::<models::SearchSmsRequest>(&sample("SearchSmsRequest")));
    watch.see(&value::<models::SendSmsRequest>(&sample("SendSmsRequest")));
    watch.see(&value::<models::Sms>(&sample("Sms")));
    watch.see(&value::<models::SmsCampaign>(&sample("SmsCampaign")));
    watch.see(&value::<models::SmsLogEntry>(&sample("SmsLogEntry")));
    watch.see(&value::<models::SmsLogEntryPage>(&sample("SmsLogEntryPage")));
    watch
        .see(
            &value::<models::SmsLogEntryPageResponse>(&sample("SmsLogEntryPageResponse")),
        );
    watch.see(&value::<models::SmsPage>(&sample("SmsPage")));
    watch.see(&value::<models::SmsPageResponse>(&sample("SmsPageResponse")));
    watch.see(&value::<models::SmsResponse>(&sample("SmsResponse")));
    watch.see(&value::<models::Subscription>(&sample("Subscription")));
    watch.see(&value::<models::SubscriptionResponse>(&sample("SubscriptionResponse")));
    watch.see(&value::<models::Tn>(&sample("Tn")));
    watch.see(&value::<models::TnItem>(&sample("TnItem")));
    watch.see(&value::<models::TnPage>(&sample("TnPage")));
    watch.see(&value::<models::TnPageResponse>(&sample("TnPageResponse")));
    watch.see(&value::<models::Token>(&sample("Token")));
    watch.see(&value::<models::TokenResponse>(&sample("TokenResponse")));
    watch.see(&value::<models::UpdateLeaseRequest>(&sample("UpdateLeaseRequest")));
    watch
        .see(
            &value::<
                models::UpdateMessagingProfileRequest,
            >(&sample("UpdateMessagingProfileRequest")),
        );
    watch.see(&value::<models::UpdateTokenRequest>(&sample("UpdateTokenRequest")));
    watch.see(&value::<models::User>(&sample("User")));
    watch.see(&value::<models::Voice>(&sample("Voice")));
    watch.see(&value::<models::WssAuthRequest>(&sample("WssAuthRequest")));
    watch.see(&value::<models::WssConnection>(&sample("WssConnection")));
    watch.see(&value::<models::AccountLevel>(&sample("AccountLevel")));
    watch.see(&value::<models::CallDirection>(&sample("CallDirection")));
    watch.see(&value::<models::CallState>(&sample("CallState")));
    watch.see(&value::<models::EventChannel>(&sample("EventChannel")));
    watch.see(&value::<models::EventType>(&sample("EventType")));
    watch.see(&value::<models::Gender>(&sample("Gender")));
    watch.see(&value::<models::LeaseSubscriptionType>(&sample("LeaseSubscriptionType")));
    watch.see(&value::<models::NumberFeature>(&sample("NumberFeature")));
    watch.see(&value::<models::NumberType>(&sample("NumberType")));
    watch.see(&value::<models::OrderState>(&sample("OrderState")));
    watch.see(&value::<models::Role>(&sample("Role")));
    watch.see(&value::<models::SearchMode>(&sample("SearchMode")));
    watch.see(&value::<models::SmsKind>(&sample("SmsKind")));
    watch.see(&value::<models::SmsState>(&sample("SmsState")));
    watch.see(&value::<models::Sort>(&sample("Sort")));
}
/// Does something with a model.
#[allow(dead_code)]
pub(crate) trait Reader {
    fn read<T: Debug + DeserializeOwned + Serialize>(&mut self);
}
/// Has a model read that is found by its name.
#[allow(dead_code)]
pub(crate) fn read(name: &str, reader: &mut impl Reader) {
    match name {
        "Account" => reader.read::<models::Account>(),
        "AccountResponse" => reader.read::<models::AccountResponse>(),
        "AuthenticateResponse" => reader.read::<models::AuthenticateResponse>(),
        "Call" => reader.read::<models::Call>(),
        "CallFlow" => reader.read::<models::CallFlow>(),
        "Country" => reader.read::<models::Country>(),
        "CountryState" => reader.read::<models::CountryState>(),
        "CreateMessagingProfileRequest" => {
            reader.read::<models::CreateMessagingProfileRequest>()
        }
        "CreateOrderRequest" => reader.read::<models::CreateOrderRequest>(),
        "CreateSubscriptionRequest" => reader.read::<models::CreateSubscriptionRequest>(),
        "CreateTokenRequest" => reader.read::<models::CreateTokenRequest>(),
        "CreateTokenResponse" => reader.read::<models::CreateTokenResponse>(),
        "CreatedToken" => reader.read::<models::CreatedToken>(),
        "DeleteAllTokensResponse" => reader.read::<models::DeleteAllTokensResponse>(),
        "DeleteSubscriptionResponse" => {
            reader.read::<models::DeleteSubscriptionResponse>()
        }
        "EnableLeaseSmsRequest" => reader.read::<models::EnableLeaseSmsRequest>(),
        "ErrorResponse" => reader.read::<models::ErrorResponse>(),
        "FieldError" => reader.read::<models::FieldError>(),
        "FlowCommand" => reader.read::<models::FlowCommand>(),
        "InboundSms" => reader.read::<models::InboundSms>(),
        "InboundSmsPage" => reader.read::<models::InboundSmsPage>(),
        "InboundSmsPageResponse" => reader.read::<models::InboundSmsPageResponse>(),
        "InboundSmsResponse" => reader.read::<models::InboundSmsResponse>(),
        "Lease" => reader.read::<models::Lease>(),
        "LeasePage" => reader.read::<models::LeasePage>(),
        "LeasePageResponse" => reader.read::<models::LeasePageResponse>(),
        "LeaseResponse" => reader.read::<models::LeaseResponse>(),
        "LeaseSubscription" => reader.read::<models::LeaseSubscription>(),
        "LeaseSubscriptionResponse" => reader.read::<models::LeaseSubscriptionResponse>(),
        "ListCountriesResponse" => reader.read::<models::ListCountriesResponse>(),
        "ListLeasesResponse" => reader.read::<models::ListLeasesResponse>(),
        "ListMessagingProfilesResponse" => {
            reader.read::<models::ListMessagingProfilesResponse>()
        }
        "ListPriceListsResponse" => reader.read::<models::ListPriceListsResponse>(),
        "ListRateCentersResponse" => reader.read::<models::ListRateCentersResponse>(),
        "ListStatesResponse" => reader.read::<models::ListStatesResponse>(),
        "ListSubscriptionsResponse" => reader.read::<models::ListSubscriptionsResponse>(),
        "ListTokensResponse" => reader.read::<models::ListTokensResponse>(),
        "ListVoicesResponse" => reader.read::<models::ListVoicesResponse>(),
        "MessagingProfile" => reader.read::<models::MessagingProfile>(),
        "MessagingProfileResponse" => reader.read::<models::MessagingProfileResponse>(),
        "Operator" => reader.read::<models::Operator>(),
        "Order" => reader.read::<models::Order>(),
        "OrderItem" => reader.read::<models::OrderItem>(),
        "OrderPage" => reader.read::<models::OrderPage>(),
        "OrderPageResponse" => reader.read::<models::OrderPageResponse>(),
        "OrderPrice" => reader.read::<models::OrderPrice>(),
        "OrderPriceItem" => reader.read::<models::OrderPriceItem>(),
        "OrderPriceResponse" => reader.read::<models::OrderPriceResponse>(),
        "OrderRequest" => reader.read::<models::OrderRequest>(),
        "OrderResponse" => reader.read::<models::OrderResponse>(),
        "OrderedItem" => reader.read::<models::OrderedItem>(),
        "PriceList" => reader.read::<models::PriceList>(),
        "PriceListResponse" => reader.read::<models::PriceListResponse>(),
        "RateCenter" => reader.read::<models::RateCenter>(),
        "SearchInboundSmsRequest" => reader.read::<models::SearchInboundSmsRequest>(),
        "SearchLeasesRequest" => reader.read::<models::SearchLeasesRequest>(),
        "SearchNumbersRequest" => reader.read::<models::SearchNumbersRequest>(),
        "SearchOrdersRequest" => reader.read::<models::SearchOrdersRequest>(),
        "SearchOutboundSmsRequest" => reader.read::<models::SearchOutboundSmsRequest>(),
        "SearchSmsRequest" => reader.read::<models::SearchSmsRequest>(),
        "SendSmsRequest" => reader.read::<models::SendSmsRequest>(),
        "Sms" => reader.read::<models::Sms>(),
        "SmsCampaign" => reader.read::<models::SmsCampaign>(),
        "SmsLogEntry" => reader.read::<models::SmsLogEntry>(),
        "SmsLogEntryPage" => reader.read::<models::SmsLogEntryPage>(),
        "SmsLogEntryPageResponse" => reader.read::<models::SmsLogEntryPageResponse>(),
        "SmsPage" => reader.read::<models::SmsPage>(),
        "SmsPageResponse" => reader.read::<models::SmsPageResponse>(),
        "SmsResponse" => reader.read::<models::SmsResponse>(),
        "Subscription" => reader.read::<models::Subscription>(),
        "SubscriptionResponse" => reader.read::<models::SubscriptionResponse>(),
        "Tn" => reader.read::<models::Tn>(),
        "TnItem" => reader.read::<models::TnItem>(),
        "TnPage" => reader.read::<models::TnPage>(),
        "TnPageResponse" => reader.read::<models::TnPageResponse>(),
        "Token" => reader.read::<models::Token>(),
        "TokenResponse" => reader.read::<models::TokenResponse>(),
        "UpdateLeaseRequest" => reader.read::<models::UpdateLeaseRequest>(),
        "UpdateMessagingProfileRequest" => {
            reader.read::<models::UpdateMessagingProfileRequest>()
        }
        "UpdateTokenRequest" => reader.read::<models::UpdateTokenRequest>(),
        "User" => reader.read::<models::User>(),
        "Voice" => reader.read::<models::Voice>(),
        "WssAuthRequest" => reader.read::<models::WssAuthRequest>(),
        "WssConnection" => reader.read::<models::WssConnection>(),
        other => panic!("{other} is no model that is read and written"),
    }
}
fn value<T: DeserializeOwned>(json: &Value) -> T {
    serde_json::from_value(json.clone())
        .unwrap_or_else(|cause| panic!("{json}: {cause}"))
}
