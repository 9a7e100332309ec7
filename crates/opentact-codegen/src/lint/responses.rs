//! Rules about answers: which status codes an operation declares, and what comes with them.

use serde_json::Value;

use super::report::Report;
use crate::document::{Document, child};
use crate::media::{BYTES, Content, JSON, TEXTS};
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

/// What one status code brings: the name of a component schema, a media type, or nothing.
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
            let is_error = class(code) != Some('2');
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
            if let Some(schema) = self.schema(&pointer, is_error) {
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
        let (json, others): (Vec<_>, Vec<_>) = successes
            .iter()
            .filter_map(|it| it.schema)
            .partition(|it| !it.contains('/'));
        let nothing = successes
            .iter()
            .find(|it| it.code == NO_CONTENT && it.schema.is_none());
        if let (Some(nothing), Some(other)) = (nothing, others.first()) {
            let (pointer, message) = (&nothing.pointer, format!("204 stands beside `{other}`"));
            let remedy = "leave 204 out; a text or a file may be empty";
            self.add("one-success-schema", pointer, message, remedy);
        }
        // 204 has no body: it may stand beside what has one.
        if !json.is_empty() || nothing.is_some() && !others.is_empty() {
            successes.retain(|it| it.code != NO_CONTENT || it.schema.is_some());
        }
        self.one_schema("one-success-schema", &successes);
        self.one_error_schema(&errors);
    }

    /// The component schema of a response, or the media type of one without; `Some(None)` when it
    /// brings nothing, and `None` when that cannot be said.
    fn schema(&mut self, pointer: &str, is_error: bool) -> Option<Option<&'d str>> {
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
        let mut all = types.iter();
        let (Some((media_type, media)), None) = (all.next(), all.next()) else {
            let message = format!(
                "the answer has {} media types, and a method gives one",
                types.len()
            );
            let remedy = "leave one of them, or leave `content` out where nothing comes";
            self.add("response-media", &pointer, message, remedy);
            return None;
        };
        let content = Content::of(media_type);
        if is_error && content != Some(Content::Json) {
            let message = format!("an error is `{media_type}` and not `{JSON}`");
            let remedy = "declare the envelope of errors as `application/json`";
            self.add("response-json", &pointer, message, remedy);
            return None;
        }
        let pointer = child(&pointer, media_type);
        if media.get("encoding").is_some() {
            let message = "`encoding` means nothing in an answer, and the generator stops at it";
            let pointer = child(&pointer, "encoding");
            self.add("response-json", &pointer, message, "leave `encoding` out");
        }
        let at = child(&pointer, "schema");
        let schema = media.get("schema");
        match content {
            None => {
                let message = format!("`{media_type}` is nothing that a method gives");
                let remedy = format!(
                    "write `{JSON}`, for text one of {}, or for bytes one of {} with what comes after a slash",
                    TEXTS.join(", "),
                    BYTES.join(", ")
                );
                self.add("response-media", &pointer, message, &remedy);
                None
            }
            Some(Content::Json) => {
                let name = schema.and_then(referred);
                if name.is_none() {
                    let message = "the schema of the response is not a component";
                    let remedy = "move it to `components.schemas` and refer to it with `$ref`";
                    self.add("response-schema", &at, message, remedy);
                }
                name.map(Some)
            }
            Some(Content::Text(_)) if schema.is_none_or(|it| !is_only(it, None)) => {
                let message = format!("the schema of `{media_type}` is not `type: string` alone");
                let remedy = "write `type: string`; a method gives the text as it came";
                self.add("response-schema", &at, message, remedy);
                None
            }
            Some(Content::Bytes(_)) if schema.is_none_or(|it| !is_only(it, Some("binary"))) => {
                let message = format!(
                    "the schema of `{media_type}` is not `type: string` with `format: binary` alone"
                );
                let remedy = "write `type: string` and `format: binary`; a method gives the bytes as they come";
                self.add("response-schema", &at, message, remedy);
                None
            }
            Some(_) => Some(Some(media_type)),
        }
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
            let remedy = "give them one media type and one schema; the generated method has one type for both";
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

/// Whether a schema is text of that format and nothing else that the code would have to follow.
fn is_only(schema: &Value, format: Option<&str>) -> bool {
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    let keys = ["type", "format", "description", "example"];
    let mut all = schema.as_object().into_iter().flatten();
    text("type") == Some("string")
        && text("format") == format
        && all.all(|(key, _)| keys.contains(&key.as_str()))
}

fn words(schema: Option<&str>) -> String {
    schema.map_or_else(|| "nothing".to_owned(), |name| format!("`{name}`"))
}
