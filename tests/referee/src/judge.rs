//! The referee: an answer in, everything that is wrong with it out.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use http::HeaderMap;
use http::header::{ALLOW, CONTENT_TYPE};
use serde_json::{Value, json};

use crate::answer::{Answer, Violation};
use crate::body::Schemas;
use crate::contract::Contract;
use crate::routes::{self, Route};
use crate::secrets;

const JSON: &str = "application/json";
/// What every refusal says, also where no operation was asked for.
const REFUSAL: &str = "#/components/schemas/ErrorResponse";

/// Judges answers by the published contract.
#[derive(Debug)]
pub struct Referee {
    contract: Contract,
    schemas: Schemas,
}

static PUBLISHED: LazyLock<Referee> = LazyLock::new(|| {
    let contract = Contract::published();
    let schemas = Schemas::of(&contract);
    Referee { contract, schemas }
});

impl Referee {
    /// The referee of the published contract.
    #[must_use]
    pub fn published() -> &'static Self {
        &PUBLISHED
    }

    /// Everything in the answer that the contract does not allow.
    #[must_use]
    pub fn judge(&self, answer: &Answer<'_>) -> Vec<Violation> {
        let (operation, complaints) =
            match routes::find(&self.contract, answer.method, answer.target) {
                Route::Operation(operation) => {
                    let id = operation["operationId"].as_str().unwrap_or(answer.method);
                    (id, self.declared(operation, answer))
                }
                Route::WrongMethod(allowed) => (answer.method, self.wrong_method(&allowed, answer)),
                Route::Nothing if is_event_service(answer) => {
                    (answer.method, self.event_service(answer))
                }
                Route::Nothing if path(answer) == "/wss" => {
                    let get = BTreeSet::from(["GET".to_owned()]);
                    (answer.method, self.wrong_method(&get, answer))
                }
                Route::Nothing => (answer.method, self.refusal(404, answer)),
            };
        let violation = |(pointer, why)| Violation {
            operation: operation.to_owned(),
            status: answer.status,
            pointer,
            why,
        };
        complaints.into_iter().map(violation).collect()
    }

    /// An answer of an operation, by what is declared for its status.
    fn declared(&self, operation: &Value, answer: &Answer<'_>) -> Vec<(String, String)> {
        let Some(response) = operation["responses"].get(answer.status.to_string()) else {
            return vec![whole("the status is not documented")];
        };
        let response = self.contract.follow(response);
        let mut complaints = self.headers(response, answer);
        match response["content"].get(JSON) {
            Some(media) => complaints.extend(self.body(&media["schema"], answer)),
            None => complaints.push(whole("the contract has no JSON for it")),
        }
        complaints
    }

    /// 405 names the methods that the contract has at the path (RFC 9110, 15.5.6).
    fn wrong_method(
        &self,
        allowed: &BTreeSet<String>,
        answer: &Answer<'_>,
    ) -> Vec<(String, String)> {
        let mut complaints = self.refusal(405, answer);
        let named = text(answer.headers, ALLOW.as_str()).unwrap_or_default();
        let named: BTreeSet<_> = named.split(',').map(|it| it.trim().to_owned()).collect();
        if named != *allowed {
            complaints.push(whole(&format!(
                "`Allow` has {named:?} instead of {allowed:?}"
            )));
        }
        complaints
    }

    /// The event service is no operation of the contract: a WebSocket, or a refusal that says so.
    fn event_service(&self, answer: &Answer<'_>) -> Vec<(String, String)> {
        match answer.status {
            101 if !answer.body.is_empty() => vec![whole("a WebSocket begins with a body")],
            101 => Vec::new(),
            400 => self.refusal(400, answer),
            404 if answer.target == "/" => self.refusal(404, answer),
            _ => self.refusal(426, answer),
        }
    }

    fn refusal(&self, status: u16, answer: &Answer<'_>) -> Vec<(String, String)> {
        if answer.status != status {
            return vec![whole(&format!("the status has to be {status}"))];
        }
        self.body(&json!({ "$ref": REFUSAL }), answer)
    }

    fn headers(&self, response: &Value, answer: &Answer<'_>) -> Vec<(String, String)> {
        let mut complaints = Vec::new();
        let declared = response["headers"].as_object().into_iter().flatten();
        for (name, header) in declared {
            if self.contract.follow(header)["required"] == true
                && text(answer.headers, name).is_none()
            {
                complaints.push(whole(&format!("the header `{name}` is missing")));
            }
        }
        complaints
    }

    fn body(&self, schema: &Value, answer: &Answer<'_>) -> Vec<(String, String)> {
        let mut complaints = Vec::new();
        if text(answer.headers, CONTENT_TYPE.as_str()) != Some(JSON) {
            complaints.push(whole("the content type is not application/json"));
        }
        let Ok(body) = serde_json::from_slice::<Value>(answer.body) else {
            complaints.push(whole("the body is not JSON"));
            return complaints;
        };
        complaints.extend(self.schemas.errors(schema, &body));
        // What the descriptions of the envelope say, and no schema can.
        if body["success"] != (answer.status < 400) {
            complaints.push(at("/success", "it is not what the status says"));
        }
        if answer.status >= 400 && body["status"] != answer.status {
            complaints.push(at("/status", "it is not the HTTP status"));
        }
        let secrets = secrets::of_request(&self.contract, answer);
        for pointer in secrets::misplaced(&self.contract, schema, &body, &secrets) {
            complaints.push(at(&pointer, "a secret is shown where none belongs"));
        }
        for (name, value) in answer.headers {
            if secrets::in_header(value.to_str().unwrap_or_default(), &secrets) {
                complaints.push(whole(&format!("the header `{name}` shows a secret")));
            }
        }
        complaints
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// Whether the answer is to a request for the event service, which older and newer pages have at
/// different paths.
fn is_event_service(answer: &Answer<'_>) -> bool {
    answer.method == "GET" && matches!(path(answer), "/" | "/wss")
}

fn path<'a>(answer: &Answer<'a>) -> &'a str {
    answer.target.split('?').next().unwrap_or_default()
}

fn whole(why: &str) -> (String, String) {
    at("", why)
}

fn at(pointer: &str, why: &str) -> (String, String) {
    (pointer.to_owned(), why.to_owned())
}
