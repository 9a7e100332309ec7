//! A headless Chromium that reaches loopback alone.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder, Locator,
    elements::Element,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::sync::{Mutex, MutexGuard};
use url::{ParseError, Url};

use crate::driver::Driver;

/// How long anything may take that is waited for; far more than it takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often a condition is looked at.
const PACE: Duration = Duration::from_millis(20);

/// How every browser is started.
const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--force-device-scale-factor=1",
    "--hide-scrollbars",
    "--window-size=1280,840",
    // There is no network but this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// One browser at a time is enough for a small machine.
static TURN: Mutex<()> = Mutex::const_new(());

/// A session of a browser.
pub(crate) struct Browser {
    pub(crate) client: Client,
    // In this order: the browser ends before the next one starts.
    _driver: Driver,
    _turn: MutexGuard<'static, ()>,
}

/// A command of chromedriver that WebDriver does not have.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

impl Browser {
    pub(crate) async fn start() -> Self {
        Self::start_with(json!({}), &[]).await
    }

    /// A browser that takes every certificate.
    pub(crate) async fn trusting() -> Self {
        Self::start_with(json!({}), &["--ignore-certificate-errors"]).await
    }

    /// A browser that runs no script of a page.
    pub(crate) async fn without_script() -> Self {
        let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
        Self::start_with(off, &[]).await
    }

    async fn start_with(preferences: Value, more: &[&str]) -> Self {
        let turn = TURN.lock().await;
        let driver = Driver::start();
        let capabilities = json!({
            "goog:chromeOptions": {
                "args": ([ARGUMENTS.as_slice(), more].concat()),
                "prefs": preferences,
            },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let capabilities: Capabilities = serde_json::from_value(capabilities).unwrap();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let url = driver.url();
        let client = builder.capabilities(capabilities).connect(&url);
        Self {
            client: client.await.unwrap(),
            _driver: driver,
            _turn: turn,
        }
    }

    pub(crate) async fn open(&self, url: &str) {
        self.client.goto(url).await.unwrap();
    }

    /// The element that a selector finds, as soon as there is one.
    pub(crate) async fn find(&self, selector: &str) -> Element {
        let wait = self.client.wait().at_most(PATIENCE);
        let found = wait.for_element(Locator::Css(selector)).await;
        found.unwrap_or_else(|cause| panic!("{selector}: {cause}"))
    }

    /// Waits until an element of this class or id has a text in it.
    pub(crate) async fn says(&self, name: &str, text: &str) {
        let path =
            format!("//*[contains(@class, '{name}') or @id='{name}'][contains(., \"{text}\")]");
        let wait = self.client.wait().at_most(PATIENCE);
        if wait.for_element(Locator::XPath(&path)).await.is_err() {
            let address = self.client.current_url().await.unwrap();
            panic!("no {name} of {address} says {text:?}");
        }
    }

    /// The text of an element.
    pub(crate) async fn text(&self, selector: &str) -> String {
        self.find(selector).await.text().await.unwrap()
    }

    /// Presses the button with this name, and waits for the page that says what is done.
    pub(crate) async fn press(&self, name: &str, done: &str) {
        let page = self.find("html").await;
        self.click(name).await;
        self.left(&page).await;
        self.says("notice", done).await;
    }

    /// Waits until the page of this element is gone.
    pub(crate) async fn left(&self, page: &Element) {
        let mut pace = tokio::time::interval(PACE);
        let since = Instant::now();
        while page.tag_name().await.is_ok() {
            assert!(since.elapsed() < PATIENCE, "the page stays");
            pace.tick().await;
        }
    }

    /// Presses the button with this name.
    pub(crate) async fn click(&self, name: &str) {
        let path = format!(
            "//*[self::button or self::summary][@aria-label=\"{name}\" or normalize-space(.)=\"{name}\"]"
        );
        let wait = self.client.wait().at_most(PATIENCE);
        let button = wait.for_element(Locator::XPath(&path)).await;
        let button = button.unwrap_or_else(|cause| panic!("{name}: {cause}"));
        button.click().await.unwrap();
    }

    /// Writes into a field.
    pub(crate) async fn write(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// What a script of the test comes to.
    pub(crate) async fn evaluate(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Waits until a script of the test comes to `true`.
    pub(crate) async fn until(&self, script: &str) {
        let mut pace = tokio::time::interval(PACE);
        let since = Instant::now();
        while self.evaluate(script).await != true {
            assert!(since.elapsed() < PATIENCE, "not so: {script}");
            pace.tick().await;
        }
    }

    /// A command of the DevTools protocol.
    pub(crate) async fn tell(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        let path = "goog/cdp/execute";
        self.client.issue_cmd(Command { path, body }).await.unwrap()
    }

    /// Has the pages believe that the person prefers this scheme of colours.
    pub(crate) async fn prefer(&self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let parameters = json!({ "features": features });
        self.tell("Emulation.setEmulatedMedia", parameters).await;
    }

    /// Keeps what the window looks like under `target/screenshots`.
    pub(crate) async fn picture(&self, name: &str) {
        let picture = self.client.screenshot().await.unwrap();
        let size = picture.len();
        assert!((5_000..200_000).contains(&size), "{name}: {size} bytes");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), picture).unwrap();
    }

    /// What was logged since the last time: `browser` for the console, `performance` for the
    /// events of the network.
    pub(crate) async fn log(&self, kind: &str) -> Vec<Value> {
        let body = json!({ "type": kind });
        let path = "se/log";
        let log = self.client.issue_cmd(Command { path, body }).await.unwrap();
        log.as_array().unwrap().clone()
    }
}
