//! A value of every public type, with a secret in it wherever there is room for one.

use std::collections::BTreeSet;
use std::fmt::Debug;

use opentact::events::{AuthAnswer, AuthMessage, Entity, Event, EventItem};
use opentact::retry::RetryPolicy;
use opentact::session_store::{LoginLock, MemoryStore, SessionName, StoredSession};
use opentact::webhooks::SmsWebhook;
use opentact::{
    Client, Credential, LeaseKey, ManualClock, Maybe, Method, Page, Revealed, Secret, SortOrder,
    Timestamp, Unrecognized, models,
};
use opentact_client::security::{CredentialKind, Operation, SecurityScheme};
use opentact_client::tolerant::Fields;
use opentact_client::{
    Authorizer, Download, FixedCredential, Form, PathSegment, RequestBody, Upload,
};
use opentact_codegen::Document;
use opentact_session_stores::{FileStore, RedisStore, SealKey};
use opentact_tests::{EventPeer, Peer};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::calls::{self, See};
use crate::scene::{self, settings};
use crate::watch::Watch;

/// Shows values, and notes the names of their types.
struct Show<'a> {
    watch: &'a Watch,
    names: BTreeSet<String>,
}

impl Show<'_> {
    fn show<T: Debug + ?Sized>(&mut self, value: &T) {
        self.watch.debug(value);
        // Also the types inside: `a::b::Call<a::c::Request>` shows two.
        for path in std::any::type_name::<T>().split(['<', '>', ',', ' ', '&', '(', ')']) {
            if let (Some((krate, _)), Some((_, name))) =
                (path.split_once("::"), path.rsplit_once("::"))
            {
                self.names.insert(format!("{krate}::{name}"));
            }
        }
    }

    fn model<T: Debug + DeserializeOwned>(&mut self, value: Value) {
        let model: T = serde_json::from_value(value).unwrap();
        self.show(&model);
    }
}

/// Shows everything, and gives the names of what was shown, as crate and name.
pub(crate) async fn samples(watch: &Watch) -> BTreeSet<String> {
    let mut show = Show {
        watch,
        names: BTreeSet::new(),
    };
    for kind in CredentialKind::ALL {
        show.show(kind);
    }
    for scheme in SecurityScheme::ALL {
        show.show(scheme);
        show.show(&scheme.location());
    }
    for operation in Operation::ALL {
        show.show(operation);
    }
    leaves(&mut show);
    all_models(&mut show);
    events(&mut show);
    handles(&mut show).await;
    event_stream(&mut show).await;
    stores(&mut show);
    calls_of_operations(&mut show).await;
    files(&mut show).await;
    show.names
}

impl See for Show<'_> {
    fn see<T: Debug>(&mut self, value: &T) {
        self.show(value);
    }
}

/// The call of each operation, with a secret for each text in its path.
async fn calls_of_operations(show: &mut Show<'_>) {
    let secret = show.watch.token("in a path");
    let credential = Credential::jwt(show.watch.token("of a client"));
    let client = Client::builder(credential).max_retries(0);
    let client = client.base_url("http://127.0.0.1:9").build().unwrap();
    for operation in Operation::ALL {
        let outcome = scene::call(show, &client, *operation, &secret).await;
        let error = outcome.unwrap_err();
        show.show(&error);
    }
    show.show(&client.leases().search().items());
    show.show(&client.leases().search().items_blocking());
    show.show(&LeaseKey::from("15105550100"));
    show.show(&SortOrder::<models::Sort>::default());
    let page = Page::new(vec![Secret::new(secret.as_str())], Some(1));
    show.show(&page);
}

/// Files that are sent and received.
async fn files(show: &mut Show<'_>) {
    let secret = show.watch.token("in a file");
    let file = Upload::from(secret.as_str()).file_name(secret.as_str());
    show.show(&file);
    let form = Form::new();
    show.show(&form);
    show.show(&form.end("file", Some(&file)).unwrap());
    let odd = file.media_type(format!("{secret}\n"));
    show.show(&Form::new().end("file", Some(&odd)).unwrap_err());
    let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n{secret}");
    let peer = Peer::saying(answer.clone()).await;
    let mut download = Download::from(reqwest::get(peer.base_url()).await.unwrap());
    show.show(&download);
    while let Some(read) = download.chunk().await.transpose() {
        if let Err(error) = read {
            show.show(&error);
            break;
        }
    }
    let peer = Peer::saying(answer).await;
    let client = settings(&peer.base_url(), Credential::jwt(secret.as_str()));
    let client = client.build().unwrap();
    let request = client.request(Method::GET, "/rest/file/1").download();
    show.show(&request);
    let mut download = request.await.unwrap();
    show.show(&download);
    download.chunk().await.unwrap();
    show.show(&download.chunk().await.unwrap_err());
}

fn leaves(show: &mut Show<'_>) {
    let secret = Secret::new(show.watch.password("a secret"));
    show.show(&secret);
    show.show(&Revealed(&secret));
    show.show(&Maybe::Value(secret.clone()));
    show.show(&Unrecognized(json!({ "token": secret.expose() })));
    let token = json!({ "token": secret.expose(), "uuid": [secret.expose()] });
    let mut fields = Fields::of(&token).unwrap();
    let read: Secret = fields.required("token").unwrap();
    show.show(&read);
    show.show(&fields.required::<String>("uuid").unwrap_err());
    show.show(&fields);
    show.model::<Timestamp>(json!("2020-10-26T15:58:28.701Z"));
    show.show(&secret.expose().parse::<Timestamp>().unwrap_err());
    show.show(&PathSegment::new(secret.clone()).unwrap());
    show.show(&PathSegment::new(format!("{}\n", secret.expose())).unwrap_err());
    let fixed = FixedCredential::new(SecurityScheme::Jwt, secret.clone());
    show.show(&fixed);
    show.show(&Authorizer::new(fixed.clone()));
    show.show(&opentact_client::Client::connect("https://api.opentact.org", fixed).unwrap());
    let url = "https://api.opentact.org/rest/auth".parse().unwrap();
    let mut request = reqwest::Request::new(Method::GET, url);
    show.show(
        &SecurityScheme::Basic
            .apply(&mut request, &Secret::new(""))
            .unwrap_err(),
    );
    show.show(&opentact_client::ConnectError::NoProvider);
    show.show(&ManualClock::new());
    show.show(&Method::GET);
}

/// Every model, with a secret in each place for one and in fields that nobody knows.
fn all_models(show: &mut Show<'_>) {
    let token = show.watch.token("a token");
    let unknown = show.watch.token("in a field that nobody knows");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let read = |name: &str| std::fs::read_to_string(format!("{root}/{name}"));
    let contract = Document::load("openapi/opentact.yaml", &read).unwrap();
    let plant = Plant {
        contract,
        token: token.clone(),
        unknown,
    };
    calls::models(show, &|name| {
        plant.sample(
            &json!({ "$ref": format!("#/components/schemas/{name}") }),
            0,
        )
    });
    show.model::<models::PhoneNumber>(json!(1));
    let too_long = models::CreateTokenRequest::new(token.repeat(20));
    show.show(&too_long.check().unwrap_err());
    show.show(&models::error::ConversionError::from("too long"));
}

/// Makes values of the contract's schemas.
struct Plant {
    contract: Document,
    token: String,
    unknown: String,
}

impl Plant {
    fn sample(&self, schema: &Value, depth: usize) -> Value {
        let inner = schema
            .get("$ref")
            .or_else(|| schema.pointer("/allOf/0/$ref"));
        if let Some(reference) = inner.and_then(Value::as_str) {
            return self.sample(self.contract.resolve(reference).unwrap(), depth + 1);
        }
        let known = schema
            .get("x-extensible-enum")
            .or_else(|| schema.get("enum"));
        if let Some(first) = known.and_then(|it| it.get(0)) {
            return first.clone();
        }
        let text = |key: &str| schema.get(key).and_then(Value::as_str);
        match (text("type"), text("format")) {
            (Some("string"), Some("password")) => json!(self.token),
            (Some("string"), Some("uuid")) => json!("60e9fa76-20e7-45ee-bf24-8c4a95143dad"),
            (Some("string"), Some("date-time")) => json!("2020-10-26T15:58:28.701Z"),
            (Some("string"), Some("date")) => json!("2020-10-26"),
            (Some("string"), _) => json!("x"),
            (Some("integer" | "number"), _) => json!(1),
            (Some("boolean"), _) => json!(true),
            (Some("array"), _) => json!([self.sample(&schema["items"], depth)]),
            (Some("object"), _) => self.object(schema, depth),
            (_, Some(_)) => json!(1),
            _ => json!(self.token),
        }
    }

    fn object(&self, schema: &Value, depth: usize) -> Value {
        let properties = schema.get("properties").and_then(Value::as_object);
        let mut object = Map::new();
        for (name, property) in properties.into_iter().flatten() {
            let required = schema.get("required").and_then(Value::as_array);
            let is_required = required.is_some_and(|all| all.iter().any(|it| it == name));
            // Models may contain each other.
            if is_required || depth < 4 {
                object.insert(name.clone(), self.sample(property, depth));
            }
        }
        match schema.get("additionalProperties") {
            Some(inner) => object.insert("key".to_owned(), self.sample(inner, depth)),
            None => object.insert("nobody_knows".to_owned(), json!([self.unknown])),
        };
        Value::Object(object)
    }
}

fn events(show: &mut Show<'_>) {
    let token = show.watch.token("in an event");
    let said = show.watch.password("said in an event");
    let uuid = "60e9fa76-20e7-45ee-bf24-8c4a95143dad";
    let more = json!({ "token": token, "list": [token] });
    let account = json!({ "uuid": uuid, "email": said, "name": said, "level": "Level0" });
    let user = json!({ "uuid": uuid, "email": said, "role": "User", "token": token });
    let connection = json!({ "uuid": uuid, "user": user, "account": account, "ip": said });
    let call = json!({ "uuid": uuid, "state": "live", "direction": "in", "from": said, "to": said, "type": said, "q850_cause_string": said, "unknown": more });
    let command = json!({ "name": "Answer", "reason": said, "error": [more], "children": [], "unknown": more });
    let sms = json!({ "uuid": uuid, "type": "smso", "state": "sent", "from": said, "to": said, "message": said, "reason": said, "thread": said, "unknown": more });
    let order = json!({ "uuid": uuid, "state": "created", "unknown": more });
    show.show(&AuthMessage::new(Secret::new(token.as_str())));
    for (kind, payload) in [
        ("auth", &connection),
        ("auth", &more),
        ("call_state", &call),
        ("call_flow", &json!({ "command": command, "call": call })),
        ("sms", &sms),
        ("tn_order", &order),
        ("call_record", &more),
        ("brand_new", &more),
    ] {
        let event = json!({ "type": kind, "message": said, "command": said, "payload": payload, "account": account, "call": call, "user": user, "uuid": token, "delivery_report": [more], "unknown": more });
        let event: Event = serde_json::from_value(event).unwrap();
        show.show(&event);
        show.show(event.kind());
        show.show(&event.payload());
        for related in event.related() {
            show.show(&related);
            show.show(&related.raw);
        }
        if let Some(answer) = AuthAnswer::of(&event) {
            show.show(&answer);
            if let AuthAnswer::Refused(refusal) = answer {
                show.show(&refusal);
            }
        }
    }
    show.show(&Event::from_json(format!("{{{token}}}")).unwrap_err());
    let told = json!({ "uuid": uuid::Uuid::nil(), "type": "smso", "token": token });
    show.show(&SmsWebhook::from_json(told.to_string().as_bytes()).unwrap());
    let told = json!({ "uuid": token });
    show.show(&SmsWebhook::from_json(told.to_string().as_bytes()).unwrap_err());
    // A model shows who talks to whom and what they say; a secret is only in what it does not list.
    show.model::<models::Call>(json!({ "state": "live", "unknown": more }));
    show.model::<models::FlowCommand>(json!({ "name": "Answer", "error": [more] }));
    show.model::<models::CallFlow>(json!({ "command": { "name": "Answer" } }));
    show.show(&Entity::Call);
    show.show(&models::CallState::Live);
    show.show(&models::CallDirection::In);
}

async fn handles(show: &mut Show<'_>) {
    let token = show.watch.token("a client's credential");
    let credential = Credential::api_token(token.as_str()).in_query();
    show.show(&credential);
    show.show(&credential.placement());
    let peer = Peer::answering(
        "200 OK",
        "application/json",
        &json!({ "success": true, "payload": { "token": token } }).to_string(),
    )
    .await;
    let builder = settings(&peer.base_url(), credential);
    show.show(&builder);
    let client: Client = builder.build().unwrap();
    show.show(&client);
    let password = show.watch.password("of a session");
    let login = Credential::basic("me@example.com", password);
    let login = settings("http://127.0.0.1:9", login).build().unwrap();
    login.whoami().await.unwrap_err();
    show.show(&login.session().unwrap());
    show.show(
        &client
            .whoami()
            .header("x-other", &show.watch.token("of one call")),
    );
    show.show(&client.whoami().with_response());
    let request = client.request(
        Method::POST,
        format!("/rest/token/{}", show.watch.word("in a path")),
    );
    let request = request
        .query("token", show.watch.token("in a query"))
        .header("x-other", &show.watch.token("in a header"))
        .json(&json!({ "password": show.watch.password("in a body") }));
    show.show(&request);
    let reply = request.with_response().await.unwrap();
    show.show(&reply);
    let answer = reply.value;
    show.show(&answer);
    let error = answer.payload::<u8>().unwrap_err();
    show.show(&error);
    show.show(&error.kind());
}

/// A message of each sort, and the end of a connection.
async fn event_stream(show: &mut Show<'_>) {
    let token = show.watch.token("of an event stream");
    let secret = show.watch.token("in an event");
    let peer = EventPeer::start(move |mut socket, _| {
        let event = json!({ "type": "sms", "message": secret }).to_string();
        async move {
            socket.accept().await;
            socket.say(&event).await;
            socket.say(&event[1..]).await;
            socket.close(1001, "made up").await;
        }
    })
    .await;
    let builder = settings(
        &peer.url().replace("ws://", "http://"),
        Credential::api_token(token),
    );
    let events = builder.build().unwrap().events().url(peer.url());
    show.show(&events);
    let mut stream = events.stream().unwrap();
    show.show(&stream);
    show.show(&stream.state());
    for _ in 0..4 {
        let item = stream.next().await.unwrap().unwrap();
        show.show(&item);
        match &item {
            EventItem::Connected(it) => show.show(it),
            EventItem::Unreadable(it) => show.show(it),
            EventItem::Disconnected(it) => {
                show.show(it);
                show.show(it.reason());
            }
            _ => {}
        }
    }
}

fn stores(show: &mut Show<'_>) {
    let credential = Credential::api_token(show.watch.token("a stored credential"));
    show.show(&SessionName::new("https://api.opentact.org", &credential));
    show.show(&StoredSession::new(show.watch.token("a stored JWT")));
    show.show(&LoginLock::new(|| Box::pin(async {})));
    let key = show.watch.token("a key that is none");
    show.show(&SealKey::from_text(key).unwrap_err());
    let key = SealKey::new([0x47; 32]);
    show.show(&key);
    show.show(&MemoryStore::new());
    let folder = tempfile::tempdir().unwrap();
    let store = FileStore::new(folder.path().join("sessions")).unwrap();
    show.show(&store.sealed_by(key.clone()));
    let password = show.watch.word("of a Redis");
    let store = RedisStore::new(format!("redis://me:{password}@127.0.0.1:1/")).unwrap();
    show.show(&store.sealed_by(key));
    let builder = settings("https://api.opentact.org", credential);
    let proxy = show.watch.word("of a proxy");
    let builder = builder
        .session_store(MemoryStore::new())
        .proxy(format!("http://me:{proxy}@proxy.example.com:3128"));
    show.show(&builder);
    show.show(&RetryPolicy::new());
}
