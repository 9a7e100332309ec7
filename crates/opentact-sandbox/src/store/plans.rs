//! Every statement that asks for something is answered by an index, however much there is.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

use opentact_client::types::{EventChannel, EventType};
use rusqlite::{Connection, trace};
use serde_json::json;
use uuid::Uuid;

use super::{
    clock_offset, data_file,
    kept::{Search, Wanted},
    keys, sip_users, steps,
    steps::Step,
    subscriptions,
    subscriptions::StoredSubscription,
    tokens,
    tokens::{StoredToken, TokenChange},
    users,
    users::{NewUser, UserKey},
    webhooks,
};
use crate::{
    contract::SMS_KEPT,
    fingerprint::Fingerprint,
    telephony::{account, leases, messages, shelf},
};

/// The statements that were run, without their values.
static RUN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

fn note(event: trace::TraceEvent<'_>) {
    // What a trigger does is told as a comment.
    if let trace::TraceEvent::Stmt(_, sql) = event
        && !sql.starts_with("--")
    {
        let mut run = RUN.lock().unwrap_or_else(PoisonError::into_inner);
        run.insert(sql.to_owned());
    }
}

/// Does once what operations and the owner ask of the store.
fn ask(connection: &Connection) {
    let user = NewUser {
        email: "ann@example.com".to_owned(),
        password_hash: String::new(),
        first_name: String::new(),
        last_name: String::new(),
        gmail_user_id: "g".to_owned(),
        facebook_user_id: "f".to_owned(),
        account_name: String::new(),
        balance: 0.0,
    };
    users::insert(connection, &user, 0).unwrap();
    let key = UserKey::Email(user.email.clone());
    let stored = users::find(connection, &key).unwrap().unwrap();
    let id = stored.id;
    let uuid = stored.uuid.to_string();
    users::find(connection, &UserKey::Uuid(uuid.clone())).unwrap();
    users::named(connection, &user.email).unwrap();
    users::password_hash(connection, &user.email).unwrap();
    users::disable(connection, id, 1).unwrap();
    users::enable(connection, id, 1).unwrap();
    users::end_sessions(connection, id).unwrap();
    let token = StoredToken {
        uuid: Uuid::nil(),
        name: String::new(),
        shown: None,
        expires_ms: 2,
        created_ms: 0,
        modified_ms: 0,
    };
    let (hash, change) = (
        Fingerprint::of("t"),
        TokenChange {
            name: None,
            expires_ms: None,
        },
    );
    tokens::insert(connection, id, hash, &token).unwrap();
    tokens::expires(connection, hash).unwrap();
    tokens::list(connection, id, 1).unwrap();
    tokens::update(connection, id, &uuid, &change, 1).unwrap();
    tokens::expired(connection, 1, 2).unwrap();
    tokens::next_to_expire(connection, 1).unwrap();
    tokens::end(connection, id, &uuid, 1).unwrap();
    tokens::delete_by_uuid(connection, id, &uuid, 1).unwrap();
    tokens::delete(connection, id, hash, 1).unwrap();
    tokens::delete_all(connection, id).unwrap();
    let subscription = StoredSubscription {
        uuid: Uuid::nil(),
        channel: EventChannel::Wss,
        event_type: EventType::Sms,
        is_active: true,
        expires_ms: None,
        created_ms: 0,
        modified_ms: 0,
    };
    subscriptions::insert(connection, id, &subscription).unwrap();
    subscriptions::list(connection, id).unwrap();
    subscriptions::has(connection, stored.uuid, "sms", 0).unwrap();
    subscriptions::any(connection, "sms").unwrap();
    subscriptions::delete(connection, id, &uuid).unwrap();
    keys::get(connection, "name").unwrap();
    clock_offset::put(connection, 1).unwrap();
    clock_offset::get(connection).unwrap();
    sip_users::list(connection, id).unwrap();
    let account = account::of_user(connection, id).unwrap();
    users::account(connection, account).unwrap();
    account::charge(connection, account, 0.0).unwrap();
    account::refund(connection, account, 1.0).unwrap();
    steps::put(connection, account, Step::HandOver, "key", 0).unwrap();
    steps::next_ms(connection).unwrap();
    steps::take(connection, 1).unwrap();
    let urls = ["http://127.0.0.1/".to_owned()];
    webhooks::put(connection, account, &urls, &json!({}), 0).unwrap();
    let waiting = webhooks::waiting(connection, 0, 1).unwrap();
    webhooks::end(connection, &waiting[0]).unwrap();
    webhooks::last(connection).unwrap();
    webhooks::again(connection, waiting[0].id, 0).unwrap();
    leases::seed(connection, account, ("12015550100", None), 0).unwrap();
    messages::receive(connection, ("12125550199", "12015550100", "hello"), 0).unwrap();
    messages::last(connection).unwrap();
    for (property, wanted) in [
        ("thread", Wanted::Equal("a".to_owned().into())),
        ("created_on", Wanted::From(0.into())),
        ("from", Wanted::Mask("1212*".to_owned())),
    ] {
        let search = Search {
            within: Some(("type", messages::RECEIVED)),
            wanted: vec![(property, wanted)],
            newest_first: true,
            take: Some(10),
            ..Search::default()
        };
        shelf(&SMS_KEPT, account)
            .search(connection, &search)
            .unwrap();
    }
    let lease = leases::find(connection, account, "12015550100").unwrap();
    leases::release(connection, account, &lease.unwrap()).unwrap();
    users::delete(connection, id).unwrap();
}

#[test]
fn every_statement_is_answered_by_an_index() {
    let mut connection = data_file::open_in_memory().unwrap();
    let _ = connection.trace_v2(trace::TraceEventCodes::SQLITE_TRACE_STMT, Some(note));
    ask(&connection);
    let _ = connection.trace_v2(trace::TraceEventCodes::empty(), Some(note));
    let run = RUN.lock().unwrap().clone();
    assert!(run.len() > 25, "{}", run.len());
    for sql in &run {
        let explain = format!("EXPLAIN QUERY PLAN {sql}");
        let mut statement = connection.prepare(&explain).unwrap();
        // Values that were not given are null, which changes no plan.
        let mut rows = statement.raw_query();
        let mut plan = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            plan.push(row.get::<_, String>(3).unwrap());
        }
        // In the order of one index or of the rows, no more of them are read than asked for.
        let is_limited = plan.len() == 1 && sql.contains(" LIMIT ") && !sql.contains(" WHERE ");
        let scans = |it: &String| it.starts_with("SCAN") && it != "SCAN CONSTANT ROW";
        assert!(is_limited || !plan.iter().any(scans), "{plan:?}: {sql}");
    }
}
