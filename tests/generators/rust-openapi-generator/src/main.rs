//! The conformance steps with the client that openapi-generator makes for Rust.

use std::error::Error;
use std::fmt::Display;

use opentact_generated::apis::auth_api::{AuthenticateError, authenticate};
use opentact_generated::apis::configuration::{ApiKey, Configuration};
use opentact_generated::apis::subscriptions_api::{
    create_subscription, delete_subscription, list_subscriptions,
};
use opentact_generated::apis::tokens_api::{
    create_token, delete_all_tokens, delete_token, list_tokens, update_token,
};
use opentact_generated::apis::{Error as ApiError, ResponseContent};
use opentact_generated::models::{
    CreateSubscriptionRequest, CreateTokenRequest, CreatedToken, Subscription, UpdateTokenRequest,
};
use reqwest::Client;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Map, Value};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const SCHEMES: [&str; 6] = ["basic", "bearer", "jwt", "google", "facebook", "ha1b"];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("where is the sandbox?")?;
    let is_simple = arguments.next().as_deref() == Some("simple");
    let world: Value = serde_json::from_slice(&std::fs::read(path)?)?;
    let mut outcomes = Map::new();
    let mut add = |step: String, outcome: Outcome| {
        let told = outcome.map_or_else(|error| error.to_string(), |()| "ok".to_owned());
        outcomes.insert(step, told.into());
    };
    for scheme in SCHEMES.into_iter().take(if is_simple { 1 } else { 6 }) {
        add(format!("login {scheme}"), login(&world, scheme).await);
    }
    add("refused".to_owned(), refused(&world).await);
    // The simple document takes the password for some operations, and the token that they give for others.
    let mut caller = if is_simple {
        client(&world, "basic", credential(&world, "basic"))
    } else {
        by_header("X-Auth-Token", credential(&world, "jwt"), &world)?
    };
    let created = create(&caller).await;
    let token = created.as_ref().ok().cloned().unwrap_or_default();
    if is_simple {
        caller.bearer_access_token = Some(token.token.clone());
    }
    add("create".to_owned(), created.map(drop));
    add("list".to_owned(), list(&caller, &token).await);
    add("update".to_owned(), update(&caller, &token).await);
    add("delete".to_owned(), delete(&caller).await);
    add("delete all".to_owned(), delete_all(&mut caller, is_simple).await);
    let subscribed = subscribe(&caller).await;
    let subscription = subscribed.as_ref().ok().cloned().unwrap_or_default();
    add("subscribe".to_owned(), subscribed.map(drop));
    let listed = subscriptions(&caller, &subscription).await;
    add("subscriptions".to_owned(), listed);
    let gone = unsubscribe(&caller, &subscription).await;
    add("unsubscribe".to_owned(), gone);
    println!("{}", Value::from(outcomes));
    Ok(())
}

/// A client with one credential, as the generated code takes it: it has one field for all API keys.
fn client(world: &Value, scheme: &str, value: &str) -> Configuration {
    let mut configuration = Configuration {
        base_path: text(world, "base_url").to_owned(),
        ..Configuration::new()
    };
    match scheme {
        "basic" => {
            let (email, password) = value.split_once(':').unwrap_or((value, ""));
            configuration.basic_auth = Some((email.to_owned(), Some(password.to_owned())));
        }
        "bearer" => configuration.bearer_access_token = Some(value.to_owned()),
        _ => {
            configuration.api_key = Some(ApiKey {
                prefix: None,
                key: value.to_owned(),
            });
        }
    }
    configuration
}

/// A client with one credential in one header, past the generated field: what to do for API keys.
fn by_header(header: &'static str, value: &str, world: &Value) -> Outcome<Configuration> {
    let mut value = HeaderValue::from_str(value)?;
    value.set_sensitive(true);
    let headers = HeaderMap::from_iter([(HeaderName::from_bytes(header.as_bytes())?, value)]);
    Ok(Configuration {
        base_path: text(world, "base_url").to_owned(),
        client: Client::builder().default_headers(headers).build()?,
        ..Configuration::new()
    })
}

fn text<'w>(world: &'w Value, name: &str) -> &'w str {
    world[name].as_str().unwrap_or_default()
}

fn credential<'w>(world: &'w Value, scheme: &str) -> &'w str {
    text(&world["credentials"], scheme)
}

fn check(holds: bool, what: &str) -> Outcome {
    if holds { Ok(()) } else { Err(what.into()) }
}

/// The generated error says the status only in its `Display`.
fn told(error: impl Display) -> Box<dyn Error> {
    error.to_string().into()
}

async fn login(world: &Value, scheme: &str) -> Outcome {
    let client = client(world, scheme, credential(world, scheme));
    let answer = authenticate(&client).await.map_err(told)?;
    check(
        answer.payload.email == text(world, "email"),
        "somebody else",
    )
}

async fn refused(world: &Value) -> Outcome {
    let (email, password) = credential(world, "basic")
        .split_once(':')
        .unwrap_or_default();
    let stranger = client(world, "basic", &format!("{email}:not {password}"));
    match authenticate(&stranger).await {
        // The generated enum has no tag, so its first variant takes every envelope; the status
        // beside it tells what came.
        Err(ApiError::ResponseError(ResponseContent {
            status,
            entity: Some(AuthenticateError::Status400(error) | AuthenticateError::Status401(error)),
            ..
        })) => check(
            status == 401 && error.status == Some(401) && error.message == "Unauthorized",
            &error.message,
        ),
        Err(error) => Err(told(error)),
        Ok(_) => Err("not refused".into()),
    }
}

async fn create(caller: &Configuration) -> Outcome<CreatedToken> {
    let mut request = CreateTokenRequest::new("conformance".to_owned());
    request.ttl = Some(3600);
    let created = *create_token(caller, request).await.map_err(told)?.payload;
    check(created.token.len() == 48, "another token")?;
    Ok(created)
}

async fn list(caller: &Configuration, created: &CreatedToken) -> Outcome {
    let tokens = list_tokens(caller).await.map_err(told)?.payload;
    let listed = tokens.iter().any(|token| token.uuid == Some(created.uuid));
    check(listed, "not listed")
}

async fn update(caller: &Configuration, created: &CreatedToken) -> Outcome {
    let mut request = UpdateTokenRequest::new();
    request.name = Some("renamed".to_owned());
    let uuid = created.uuid.to_string();
    let answer = update_token(caller, &uuid, request).await.map_err(told)?;
    check(
        answer.payload.name.as_deref() == Some("renamed"),
        "not renamed",
    )
}

async fn delete(caller: &Configuration) -> Outcome {
    let another = create(caller).await?;
    let answer = delete_token(caller, &another.token).await.map_err(told)?;
    check(
        answer.payload.name.as_deref() == Some("conformance"),
        "another token",
    )
}

async fn delete_all(caller: &mut Configuration, is_simple: bool) -> Outcome {
    delete_all_tokens(caller).await.map_err(told)?;
    let created = create(caller).await?;
    if is_simple {
        caller.bearer_access_token = Some(created.token);
    }
    let left = list_tokens(caller).await.map_err(told)?.payload;
    let is_alone = left.len() == 1 && left[0].uuid == Some(created.uuid);
    check(is_alone, "something is left")
}

async fn subscribe(caller: &Configuration) -> Outcome<Subscription> {
    let request = CreateSubscriptionRequest::new("wss".to_owned(), "auth".to_owned());
    let answer = create_subscription(caller, request).await.map_err(told)?;
    let subscribed = *answer.payload;
    let is_it = subscribed.channel == "wss" && subscribed.r#type == "auth";
    check(is_it, "another subscription")?;
    Ok(subscribed)
}

async fn subscriptions(caller: &Configuration, subscribed: &Subscription) -> Outcome {
    let listed = list_subscriptions(caller).await.map_err(told)?.payload;
    let is_there = listed.iter().any(|one| one.uuid == subscribed.uuid);
    check(is_there, "not listed")
}

async fn unsubscribe(caller: &Configuration, subscribed: &Subscription) -> Outcome {
    let uuid = subscribed.uuid.to_string();
    delete_subscription(caller, &uuid).await.map_err(told)?;
    let left = list_subscriptions(caller).await.map_err(told)?.payload;
    check(left.is_empty(), "something is left")
}
