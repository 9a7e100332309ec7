//! What the referee lets pass, and what it does not: a good answer, made bad in one place.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use http::{HeaderMap, HeaderName, HeaderValue};
use opentact_referee::{Answer, Referee, Watch};
use serde_json::{Value, json};

const JWT: &str = "eyJhbGciOiJub25lIn0.eyJtYWRlIjoidXAifQ.c2lnbmF0dXJl";
const TOKEN: &str = "7VmadeUpTokenOfTheDocumentationPage0123456789abc";

/// A request and its answer, to be changed.
#[derive(Clone)]
struct Sample {
    method: &'static str,
    target: String,
    request_headers: HeaderMap,
    status: u16,
    headers: HeaderMap,
    body: Value,
}

impl Sample {
    fn new(method: &'static str, target: &str, status: u16, body: Value) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        Self {
            method,
            target: target.to_owned(),
            request_headers: HeaderMap::new(),
            status,
            headers,
            body,
        }
    }

    fn refusal(method: &'static str, target: &str, status: u16) -> Self {
        let body = json!({ "success": false, "message": "made up", "status": status });
        let mut sample = Self::new(method, target, status, body);
        if status == 401 {
            sample.set("www-authenticate", "Basic realm=\"made up\"");
        }
        sample
    }

    fn set(&mut self, name: &'static str, value: &str) {
        let value = HeaderValue::from_str(value).unwrap();
        self.headers.insert(HeaderName::from_static(name), value);
    }

    /// The violations, each as a line.
    fn judged(&self) -> Vec<String> {
        let body = self.body.to_string();
        let violations = Referee::published().judge(&self.answer(body.as_bytes()));
        violations.iter().map(ToString::to_string).collect()
    }

    fn answer<'a>(&'a self, body: &'a [u8]) -> Answer<'a> {
        Answer {
            method: self.method,
            target: &self.target,
            request_headers: &self.request_headers,
            status: self.status,
            headers: &self.headers,
            body,
        }
    }
}

/// The creation of a token, by a credential in a header and one in the query.
fn created() -> Sample {
    let payload = json!({
        "uuid": "bac27d93-df33-4e47-b4a1-edfcae0d3654", "name": "ci", "ttl": 60, "token": TOKEN,
        "expired_on": "2020-10-26T15:58:28.701Z", "created_on": "2020-10-26T15:57:28.706Z",
        "modified_on": "2020-10-26T15:57:28.706Z",
    });
    let body = json!({ "success": true, "payload": payload });
    let target = "/rest/token?bearer=planted-4711";
    let mut sample = Sample::new("POST", target, 201, body);
    // ann@example.com:planted-password
    let basic = "Basic YW5uQGV4YW1wbGUuY29tOnBsYW50ZWQtcGFzc3dvcmQ=";
    let basic = HeaderValue::from_static(basic);
    sample.request_headers.insert("authorization", basic);
    sample
}

#[test]
fn a_good_answer_passes() {
    let mut wrong_method = Sample::refusal("GET", "/rest/token/x", 405);
    wrong_method.set("allow", "PATCH, DELETE");
    for sample in [
        created(),
        wrong_method,
        Sample::refusal("GET", "/rest/auth", 401),
        Sample::refusal("DELETE", "/rest/token/x", 404),
        Sample::refusal("GET", "/nowhere", 404),
        Sample::new(
            "DELETE",
            "/rest/token/all",
            200,
            json!({ "success": true, "payload": {} }),
        ),
        Sample::new(
            "GET",
            "/rest/token/list",
            200,
            json!({ "success": true, "payload": [] }),
        ),
    ] {
        assert_eq!(sample.judged(), Vec::<String>::new(), "{}", sample.target);
    }
}

#[test]
fn every_kind_of_violation_is_seen() {
    type Change = fn(&mut Sample);
    let cases: [(Change, &str); 16] = [
        (
            |it| it.status = 202,
            "createToken 202: the status is not documented",
        ),
        (
            |it| it.status = 404,
            "createToken 404: the status is not documented",
        ),
        (
            |it| drop(it.body["payload"].as_object_mut().unwrap().remove("uuid")),
            "createToken 201: /payload: \"uuid\" is a required property",
        ),
        (
            |it| it.body["payload"]["ttl"] = json!("60"),
            "createToken 201: /payload/ttl: value is not of type \"integer\"",
        ),
        (
            |it| it.body["payload"]["expired_on"] = json!("tomorrow"),
            "createToken 201: /payload/expired_on: value is not a \"date-time\"",
        ),
        (
            |it| it.body["payload"]["name"] = Value::Null,
            "createToken 201: /payload/name: value is not of type \"string\"",
        ),
        (
            |it| it.body["payload"]["hash"] = json!("made up"),
            "createToken 201: /payload: Additional properties are not allowed",
        ),
        (
            |it| it.body = json!([]),
            "createToken 201: value is not of type \"object\"",
        ),
        (
            |it| it.body["success"] = json!(false),
            "createToken 201: /success: it is not what the status says",
        ),
        (
            |it| it.set("content-type", "text/html"),
            "createToken 201: the content type is not application/json",
        ),
        (
            |it| it.body["payload"]["name"] = json!("by planted-4711"),
            "createToken 201: /payload/name: a secret is shown where none belongs",
        ),
        (
            |it| it.body["payload"]["name"] = json!("planted-password"),
            "createToken 201: /payload/name: a secret is shown where none belongs",
        ),
        (
            |it| it.body["payload"]["name"] = json!(TOKEN),
            "createToken 201: /payload/name: a secret is shown where none belongs",
        ),
        (
            |it| it.body["payload"]["name"] = json!(JWT),
            "createToken 201: /payload/name: a secret is shown where none belongs",
        ),
        (
            |it| it.set("x-debug", "planted-4711"),
            "createToken 201: the header `x-debug` shows a secret",
        ),
        (|it| it.method = "PUT", "PUT 201: the status has to be 405"),
    ];
    for (change, line) in cases {
        let mut sample = created();
        change(&mut sample);
        let judged = sample.judged();
        assert!(
            judged.iter().any(|it| it.starts_with(line)),
            "no {line:?} in {judged:?}"
        );
    }
}

#[test]
fn a_refusal_says_what_its_status_says_and_has_its_headers() {
    let mut unauthorized = Sample::refusal("GET", "/rest/auth", 401);
    unauthorized.headers.remove("www-authenticate");
    let line = "authenticate 401: the header `WWW-Authenticate` is missing";
    assert_eq!(unauthorized.judged(), [line]);

    let mut status = Sample::refusal("GET", "/rest/auth", 401);
    status.body["status"] = json!(500);
    let line = "authenticate 401: /status: it is not the HTTP status";
    assert_eq!(status.judged(), [line]);

    let mut allow = Sample::refusal("GET", "/rest/token/x", 405);
    allow.set("allow", "PATCH");
    assert_eq!(allow.judged().len(), 1, "{:?}", allow.judged());

    let found = Sample::new("GET", "/nowhere", 200, json!({ "success": true }));
    assert_eq!(found.judged(), ["GET 200: the status has to be 404"]);
}

#[test]
fn what_is_not_json_is_said_to_be_none() {
    let sample = created();
    let violations = Referee::published().judge(&sample.answer(b"<html>"));
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0].why, "the body is not JSON");
}

#[test]
fn what_was_sent_may_be_shown_back_but_no_credential() {
    let complaint = |value: &str| {
        let mut sample = Sample::refusal("PATCH", "/rest/token/x?jwt=planted-4711", 400);
        sample.body["fields"] = json!({ "uuid": { "message": "made up", "value": value } });
        sample.judged()
    };
    assert_eq!(complaint(TOKEN), Vec::<String>::new());
    let line = "updateToken 400: /fields/uuid/value: a secret is shown where none belongs";
    assert_eq!(complaint("planted-4711"), [line]);
}

#[test]
#[should_panic(expected = "createToken 202: the status is not documented")]
fn a_watch_fails_the_test_that_it_is_dropped_in() {
    let watch = Watch::new();
    let mut sample = created();
    sample.status = 202;
    let body = sample.body.to_string();
    watch.judge()(&sample.answer(body.as_bytes()));
}

#[test]
fn violations_that_were_taken_fail_nothing() {
    let watch = Watch::new();
    let mut sample = created();
    sample.status = 202;
    let body = sample.body.to_string();
    watch.judge()(&sample.answer(body.as_bytes()));
    assert_eq!(watch.take().len(), 1);
}
