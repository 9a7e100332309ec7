//! Rules about answers: which status codes an operation declares, and what comes with them.

use serde_json::Value;

use super::report::Report;
use crate::document::{Document, child};
use crate::operation::{Operation, operations};
use crate::responses::NO_CONTENT;
use crate::schemas::referred;

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for operation in operations(document) {
        let mut answers = Answers {
            place: operation.label(),
            document,
            report,
        };
        answers.check(&operation);
    }
}

/// What one status code brings: the name of a component schema, or nothing.
struct Answer<'d> {
    code: &'d str,
    pointer: String,
    schema: Option<&'d str>,
}

struct Answers<'a, 'd, 'r> {
    place: String,
    document: &'d Document,
    report: &'a mut Report<'r>,
}

impl<'d> Answers<'_, 'd, '_> {
    fn add(&mut self, rule: &'static str, pointer: &str, message: impl Into<String>, remedy: &str) {
        self.report.add(rule, &self.place, pointer, message, remedy);
    }

    fn check(&mut self, operation: &Operation<'d>) {
        let list = child(&operation.pointer, "responses");
        let codes = operation.value.get("responses").and_then(Value::as_object);
        let mut successes = Vec::new();
        let mut errors = Vec::new();
        for code in codes.into_iter().flat_map(|codes| codes.keys()) {
            let pointer = child(&list, code);
            let answers = match class(code) {
                Some('2') => &mut successes,
                Some('4' | '5') => &mut errors,
                Some(_) => {
                    let message = format!("the status {code} is neither a success nor an error");
                    let remedy = "declare 2xx, 4xx and 5xx codes only; no client sees the others";
                    self.add("final-status", &pointer, message, remedy);
                    continue;
                }
                None if code == "default" => {
                    let message = "a `default` response beside others";
                    let remedy = "declare the exact codes that the server answers with";
                    self.add("no-default-response", &pointer, message, remedy);
                    continue;
                }
                None => {
                    let message = format!("`{code}` is no status code");
                    self.add(
                        "status-code",
                        &pointer,
                        message,
                        "write a code such as `404`",
                    );
                    continue;
                }
            };
            if let Some(schema) = self.schema(&pointer) {
                answers.push(Answer {
                    code,
                    pointer,
                    schema,
                });
            }
        }
        let has_success = codes.is_some_and(|all| all.keys().any(|it| class(it) == Some('2')));
        if !has_success {
            let remedy = "declare what the server answers with when all is well";
            self.add("success-response", &list, "no 2xx response", remedy);
        }
        // 204 has no body: it may stand beside what has one.
        if successes.iter().any(|it| it.schema.is_some()) {
            successes.retain(|it| it.code != NO_CONTENT || it.schema.is_some());
        }
        self.one_schema("one-success-schema", &successes);
        self.one_error_schema(&errors);
    }

    /// The component schema of a response, `Some(None)` when it brings nothing, and `None` when
    /// that cannot be said.
    fn schema(&mut self, pointer: &str) -> Option<Option<&'d str>> {
        let (pointer, response) = self.document.follow(pointer)?;
        if !response.get("description").is_some_and(Value::is_string) {
            let message = "the response has no description, which OpenAPI requires";
            self.add(
                "response-description",
                &pointer,
                message,
                "say when it is sent",
            );
        }
        let Some(types) = response.get("content").and_then(Value::as_object) else {
            return Some(None);
        };
        let pointer = child(&pointer, "content");
        let json = types.get("application/json").filter(|_| types.len() == 1);
        let Some(media) = json else {
            let message = "the response is not `application/json` alone";
            let remedy = "leave `application/json` as its only media type, or leave `content` out";
            self.add("response-json", &pointer, message, remedy);
            return None;
        };
        let pointer = child(&pointer, "application/json");
        if media.get("encoding").is_some() {
            let message = "`encoding` means nothing in JSON, and the generator stops at it";
            let pointer = child(&pointer, "encoding");
            self.add("response-json", &pointer, message, "leave `encoding` out");
        }
        let name = media.get("schema").and_then(referred);
        if name.is_none() {
            let message = "the schema of the response is not a component";
            let remedy = "move it to `components.schemas` and refer to it with `$ref`";
            self.add(
                "response-schema",
                &child(&pointer, "schema"),
                message,
                remedy,
            );
        }
        name.map(Some)
    }

    fn one_schema(&mut self, rule: &'static str, answers: &[Answer<'d>]) {
        let Some((first, others)) = answers.split_first() else {
            return;
        };
        for other in others.iter().filter(|other| other.schema != first.schema) {
            let message = format!(
                "{} brings {} and {} brings {}",
                first.code,
                words(first.schema),
                other.code,
                words(other.schema)
            );
            let remedy = "give them one schema; the generated method has one type for both";
            self.add(rule, &other.pointer, message, remedy);
        }
    }

    fn one_error_schema(&mut self, errors: &[Answer<'d>]) {
        for error in errors.iter().filter(|error| error.schema.is_none()) {
            let message = format!("the error {} brings nothing", error.code);
            let remedy = "declare the schema of the error";
            self.add("one-error-schema", &error.pointer, message, remedy);
        }
        if errors.iter().all(|error| error.schema.is_some()) {
            self.one_schema("one-error-schema", errors);
        }
    }
}

/// The first digit of a status code, or of a range such as `4XX`.
fn class(code: &str) -> Option<char> {
    let mut characters = code.chars();
    let first = characters.next().filter(|it| ('1'..='5').contains(it))?;
    let rest = characters.as_str();
    let exact = rest.len() == 2 && rest.chars().all(|it| it.is_ascii_digit());
    (exact || rest == "XX").then_some(first)
}

fn words(schema: Option<&str>) -> String {
    schema.map_or_else(|| "nothing".to_owned(), |name| format!("`{name}`"))
}
