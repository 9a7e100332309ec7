//! A sandbox with an inspector, its pages as documents, and its forms as a browser sends them.

use opentact_sandbox::{Sandbox, SandboxBuilder};
use reqwest::{Client, RequestBuilder, Response, header::ORIGIN, redirect::Policy};
use scraper::{Html, Selector};

use crate::world::{ANN, World};

/// A world whose sandbox has pages.
pub(super) struct Inspector {
    pub(super) world: World,
    pub(super) url: String,
    browser: Client,
}

/// A page that was answered, well-formed.
pub(super) struct Page {
    pub(super) status: u16,
    pub(super) text: String,
    document: Html,
}

impl Inspector {
    pub(super) async fn new() -> Self {
        Self::with(Sandbox::builder()).await
    }

    pub(super) async fn with(builder: SandboxBuilder) -> Self {
        let world = World::with(builder.control()).await;
        let url = world.sandbox.control_url().unwrap();
        let browser = Client::builder().redirect(Policy::none());
        let browser = browser.build().unwrap();
        Self {
            world,
            url,
            browser,
        }
    }

    pub(super) async fn get(&self, path: &str) -> Page {
        let request = self.browser.get(format!("{}{path}", self.url));
        page(request.send().await.unwrap()).await
    }

    /// A form, not sent yet, from a page of the inspector.
    pub(super) fn form(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        let request = self.browser.post(format!("{}{path}", self.url));
        request.header(ORIGIN, &self.url).body(encoded(fields))
    }

    /// Sends a form that is answered with a page.
    pub(super) async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        page(self.form(path, fields).send().await.unwrap()).await
    }

    /// Sends a form that leads to another page, and what that page says was done.
    pub(super) async fn done(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let response = self.form(path, fields).send().await.unwrap();
        assert_eq!(
            response.status(),
            303,
            "{path}: {:?}",
            response.text().await
        );
        let to = response.headers()["location"].to_str().unwrap().to_owned();
        self.get(&to).await.one(".notice")
    }

    /// The address of Ann's page.
    pub(super) async fn ann(&self) -> String {
        let ann = self.world.sandbox.user(ANN).await.unwrap();
        format!("/inspector/users/{}", ann.uuid)
    }
}

impl Page {
    /// The texts of what a selector finds, their spaces made one.
    pub(super) fn all(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let found = self.document.select(&selector);
        let text = |it: scraper::ElementRef<'_>| it.text().collect::<Vec<_>>().join(" ");
        found
            .map(|it| text(it).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// The text of the one that a selector finds.
    pub(super) fn one(&self, selector: &str) -> String {
        let mut all = self.all(selector);
        assert_eq!(all.len(), 1, "{selector}: {}", self.text);
        all.remove(0)
    }

    /// An attribute of all that a selector finds and that have it.
    pub(super) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let found = self.document.select(&selector);
        found
            .filter_map(|it| it.value().attr(name).map(str::to_owned))
            .collect()
    }
}

/// The fields as a browser writes them.
pub(super) fn encoded(fields: &[(&str, &str)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields).finish()
}

async fn page(response: Response) -> Page {
    let status = response.status().as_u16();
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(response.headers()[name], value);
    }
    let policy = response.headers()["content-security-policy"].to_str();
    let policy = policy.unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"));
    let text = response.text().await.unwrap();
    let document = Html::parse_document(&text);
    assert!(
        document.errors.is_empty(),
        "{:?} in {text}",
        document.errors
    );
    let page = Page {
        status,
        text,
        document,
    };
    assert_eq!(page.all("h1").len(), 1, "{}", page.text);
    // What the policy would stop is not there in the first place.
    assert!(page.attributes("*", "style").is_empty());
    assert!(page.attributes("*", "onclick").is_empty());
    let mut ids = page.attributes("*", "id");
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id is there twice in {}", page.text);
    page
}
