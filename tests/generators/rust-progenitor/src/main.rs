//! The conformance steps with the client that progenitor's macro makes.

use std::collections::BTreeMap;
use std::fmt::Display;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use serde_json::{Value, json};

progenitor::generate_api!("generated/opentact.json");

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let path = std::env::args().nth(1).ok_or("where is the sandbox?")?;
    let world: Value = serde_json::from_slice(&std::fs::read(path)?)?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (url, email) = (text(&world["base_url"]), text(&world["email"]));
    let with_password = |login: &str| client(&url, &format!("Basic {}", STANDARD.encode(login)));
    let login = with_password(&text(&world["credentials"]["basic"]))?;
    let stranger = with_password(&format!("{email}:another"))?;
    let mut outcomes = BTreeMap::new();
    let mut add = |step: &'static str, outcome: Outcome| {
        let told = outcome.map_or_else(|error| error.to_string(), |()| "ok".to_owned());
        outcomes.insert(step, told);
    };
    add("login basic", logged_in(&login, &email).await);
    add("refused", refused(&stranger).await);
    let created = create(&login).await?;
    add("create", check(created.token.len() == 48, "another token"));
    let caller = with_token(&url, &created)?;
    add("list", list(&caller, &created).await);
    add("update", update(&caller, &created).await);
    add("delete", delete(&caller, &login).await);
    caller.delete_all_tokens().await.map_err(told)?;
    let created = create(&login).await?;
    let caller = with_token(&url, &created)?;
    add("delete all", alone(&caller, &created).await);
    let subscribed = subscribe(&caller).await?;
    let is_it = subscribed.channel.as_str() == "wss" && subscribed.type_.as_str() == "auth";
    add("subscribe", check(is_it, "another subscription"));
    add("subscriptions", subscriptions(&caller, &subscribed).await);
    add("unsubscribe", unsubscribe(&caller, &subscribed).await);
    println!("{}", json!(outcomes));
    Ok(())
}

/// A client with a credential in the header: progenitor reads no security schemes.
fn client(url: &str, authorization: &str) -> Outcome<Client> {
    let mut value = HeaderValue::from_str(authorization)?;
    value.set_sensitive(true);
    let headers = HeaderMap::from_iter([(AUTHORIZATION, value)]);
    let http = reqwest::Client::builder().default_headers(headers).build()?;
    Ok(Client::new_with_client(url, http))
}

fn with_token(url: &str, created: &types::CreatedToken) -> Outcome<Client> {
    client(url, &format!("Bearer {}", created.token))
}

fn check(holds: bool, what: &str) -> Outcome {
    if holds { Ok(()) } else { Err(what.into()) }
}

fn told(error: impl Display) -> Box<dyn std::error::Error> {
    error.to_string().into()
}

async fn logged_in(login: &Client, email: &str) -> Outcome {
    let answer = login.authenticate().await.map_err(told)?.into_inner();
    check(answer.payload.email == email, "somebody else")
}

async fn refused(stranger: &Client) -> Outcome {
    match stranger.authenticate().await {
        Err(Error::ErrorResponse(refusal)) => {
            let is_401 = refusal.status() == 401 && refusal.status == Some(401);
            check(is_401 && refusal.message == "Unauthorized", &refusal.message)
        }
        Err(error) => Err(told(error)),
        Ok(_) => Err("not refused".into()),
    }
}

async fn create(login: &Client) -> Outcome<types::CreatedToken> {
    let request = types::CreateTokenRequest {
        name: "conformance".parse()?,
        ttl: Some(3600),
    };
    let answer = login.create_token(&request).await.map_err(told)?;
    Ok(answer.into_inner().payload)
}

async fn list(caller: &Client, created: &types::CreatedToken) -> Outcome {
    let answer = caller.list_tokens().await.map_err(told)?;
    let listed = answer.payload.iter().any(|one| one.uuid == Some(created.uuid));
    check(listed, "not listed")
}

async fn update(caller: &Client, created: &types::CreatedToken) -> Outcome {
    let request = types::UpdateTokenRequest {
        name: Some("renamed".parse()?),
        ..Default::default()
    };
    let answer = caller.update_token(&created.uuid, &request).await.map_err(told)?;
    check(answer.payload.name.as_deref() == Some("renamed"), "not renamed")
}

async fn delete(caller: &Client, login: &Client) -> Outcome {
    let another = create(login).await?;
    let answer = caller.delete_token(&another.token).await.map_err(told)?;
    check(answer.payload.name.as_deref() == Some("conformance"), "another token")
}

async fn alone(caller: &Client, created: &types::CreatedToken) -> Outcome {
    let left = caller.list_tokens().await.map_err(told)?.into_inner().payload;
    let is_alone = left.len() == 1 && left[0].uuid == Some(created.uuid);
    check(is_alone, "something is left")
}

async fn subscribe(caller: &Client) -> Outcome<types::Subscription> {
    let request = serde_json::from_value(json!({"channel": "wss", "type": "auth"}))?;
    let answer = caller.create_subscription(&request).await.map_err(told)?;
    Ok(answer.into_inner().payload)
}

async fn subscriptions(caller: &Client, subscribed: &types::Subscription) -> Outcome {
    let answer = caller.list_subscriptions().await.map_err(told)?;
    let listed = answer.payload.iter().any(|one| one.uuid == subscribed.uuid);
    check(listed, "not listed")
}

async fn unsubscribe(caller: &Client, subscribed: &types::Subscription) -> Outcome {
    caller.delete_subscription(&subscribed.uuid).await.map_err(told)?;
    let left = caller.list_subscriptions().await.map_err(told)?;
    check(left.payload.is_empty(), "something is left")
}
