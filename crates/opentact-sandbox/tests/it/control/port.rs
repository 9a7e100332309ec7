//! A sandbox with a control port, and a client of it that checks every answer by the document.

use std::sync::LazyLock;

use opentact_sandbox::{Sandbox, SandboxBuilder};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::world::World;

/// The document, as the repository has it.
pub(crate) static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_saphyr::from_str(include_str!("../../../control.yaml")).unwrap());

/// A world whose sandbox has a control port.
pub(crate) struct Port {
    pub(crate) world: World,
    pub(crate) url: String,
}

impl Port {
    pub(crate) async fn new() -> Self {
        Self::with(Sandbox::builder()).await
    }

    pub(crate) async fn with(builder: SandboxBuilder) -> Self {
        let world = World::with(builder.control()).await;
        let url = world.sandbox.control_url().unwrap();
        Self { world, url }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.url);
        self.world.http.request(method, url)
    }

    /// Sends a request, with a body if there is one, and checks the answer.
    pub(crate) async fn call(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> (u16, Value) {
        let mut request = self.request(method.clone(), path);
        if let Some(body) = body {
            request = request.json(&body);
        }
        check(&method, path, request.send().await.unwrap()).await
    }

    /// The payload of an answer that has this status.
    pub(crate) async fn payload(
        &self,
        status: u16,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Value {
        let (found, mut answer) = self.call(method, path, body).await;
        assert_eq!(found, status, "{path}: {answer}");
        answer["payload"].take()
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        self.payload(200, Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Value {
        self.payload(201, Method::POST, path, Some(body)).await
    }

    pub(crate) async fn delete(&self, path: &str) {
        self.payload(200, Method::DELETE, path, None).await;
    }

    /// The keys and messages of a refusal with 400.
    pub(crate) async fn wrong(&self, method: Method, path: &str, body: Value) -> Value {
        let (status, mut answer) = self.call(method, path, Some(body)).await;
        assert_eq!(status, 400, "{path}: {answer}");
        answer["fields"].take()
    }
}

/// Holds an answer against what the document says for its operation and status.
pub(crate) async fn check(method: &Method, path: &str, response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let content_type = response.headers()["content-type"].clone();
    let body: Value = response.json().await.unwrap();
    assert_eq!(content_type, "application/json", "{body}");
    let answers = &operation(method, path).unwrap()["responses"];
    let mut answer = &answers[status.to_string()];
    assert!(
        answer.is_object(),
        "{method} {path} answers {status}: {body}"
    );
    if let Some(pointer) = answer["$ref"].as_str() {
        answer = DOCUMENT.pointer(pointer.trim_start_matches('#')).unwrap();
    }
    let schema = &answer["content"]["application/json"]["schema"];
    assert_fits(schema, &body);
    (status, body)
}

/// Holds a value against a schema of the document.
pub(crate) fn assert_fits(schema: &Value, value: &Value) {
    let whole = json!({ "allOf": [schema], "components": DOCUMENT["components"] });
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&whole).unwrap();
    let errors: Vec<_> = validator
        .iter_errors(value)
        .map(|it| it.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?} in {value}");
}

/// The operation of the document at a method and path.
fn operation(method: &Method, path: &str) -> Option<&'static Value> {
    let path = path.split('?').next().unwrap();
    let paths = DOCUMENT["paths"].as_object().unwrap();
    let fits = |template: &str| {
        let (template, path) = (template.split('/'), path.split('/'));
        template.clone().count() == path.clone().count()
            && template
                .zip(path)
                .all(|(a, b)| a == b || a.starts_with('{'))
    };
    let mut fitting: Vec<_> = paths.iter().filter(|(it, _)| fits(it)).collect();
    fitting.sort_by_key(|(template, _)| template.contains('{'));
    let (_, item) = fitting.first()?;
    item.get(method.as_str().to_lowercase())
}
