//! A sandbox with an inspector, with Ann and a token of hers.

use opentact::{Client, Credential};
use opentact_referee::Watch;
use opentact_sandbox::{Sandbox, SandboxBuilder, UserSeed};
use opentact_tests::{EMAIL, PASSWORD, watched};

use crate::browser::Browser;

/// The name of Ann's token.
pub(crate) const TOKEN: &str = "nightly build";

/// A sandbox, its inspector, and who judges its answers.
pub(crate) struct Place {
    pub(crate) sandbox: Sandbox,
    pub(crate) watch: Watch,
    pub(crate) url: String,
}

impl Place {
    pub(crate) async fn new() -> Self {
        Self::with(Sandbox::builder()).await
    }

    /// The same in a sandbox with these settings.
    pub(crate) async fn with(builder: SandboxBuilder) -> Self {
        Self::of(builder.control()).await
    }

    async fn of(builder: SandboxBuilder) -> Self {
        let ann = UserSeed::new(EMAIL, PASSWORD).name("Ann", "Example");
        let ann = ann.sip_user("1000", "example.sip.opentact.org", "made up");
        let bob = UserSeed::new("bob@example.com", "another made-up one").name("Bob", "Example");
        let (builder, watch) = watched(builder.user(ann).user(bob));
        let sandbox = builder.start().await.unwrap();
        sandbox.create_token(EMAIL, TOKEN, None).await.unwrap();
        Self {
            url: sandbox.control_url().unwrap(),
            sandbox,
            watch,
        }
    }

    /// A client of the API as Ann.
    pub(crate) fn ann(&self) -> Client {
        let builder =
            Client::builder(Credential::basic(EMAIL, PASSWORD)).base_url(self.sandbox.base_url());
        let builder = match self.sandbox.certificate() {
            Some(certificate) => builder.root_certificate(certificate),
            None => builder,
        };
        builder.max_retries(0).build().unwrap()
    }

    /// Another start at the same addresses.
    pub(crate) async fn again(self) -> Self {
        let control = self.sandbox.control_url().unwrap();
        let control = control.strip_prefix("http://").unwrap().parse().unwrap();
        let api = self.sandbox.address();
        self.sandbox.shutdown().await;
        Self::of(Sandbox::builder().listen(api).control_on(control)).await
    }

    pub(crate) async fn open(&self, browser: &Browser, path: &str) {
        browser.open(&format!("{}{path}", self.url)).await;
    }

    /// Takes what the watch has seen, which must be what a fault was told to answer.
    pub(crate) fn made_by_faults(&self) {
        let seen = self.watch.take();
        assert!(seen.iter().all(|it| it.status == 503), "{seen:?}");
    }

    /// The path of Ann's page.
    pub(crate) async fn page_of_ann(&self) -> String {
        let ann = self.sandbox.user(EMAIL).await.unwrap();
        format!("/inspector/users/{}", ann.uuid)
    }

    /// Waits until the page hears of requests: its stream was asked for before this one.
    pub(crate) async fn listens(&self, browser: &Browser) {
        let opened = "return new Promise(done => { \
                      const stream = new EventSource('/requests/stream'); \
                      stream.onopen = () => { stream.close(); done(true); }; })";
        browser.evaluate(opened).await;
    }

    /// Expires Ann's token on her page.
    pub(crate) async fn expire_token(&self, browser: &Browser) {
        self.open(browser, &self.page_of_ann().await).await;
        let button = format!("Expire the token {TOKEN}");
        browser.press(&button, "The token has expired.").await;
    }

    /// Tries `authenticate` as Ann; returns her credential.
    pub(crate) async fn try_as_ann(&self, browser: &Browser) -> String {
        self.open(browser, "/inspector/try/authenticate").await;
        let credential = format!("{EMAIL}:{PASSWORD}");
        browser.write("#credential", &credential).await;
        browser.click("Send").await;
        browser.find("#answer .status-good").await;
        assert_eq!(browser.text("#answer .status").await, "200");
        credential
    }

    /// How many tokens Ann has.
    pub(crate) async fn tokens(&self) -> usize {
        self.sandbox.tokens(EMAIL).await.unwrap().len()
    }

    /// How far the clock is ahead of the system's time, in seconds.
    pub(crate) async fn ahead_s(&self, browser: &Browser) -> i64 {
        let clock = browser.find("#clock").await;
        let offset = clock.attr("data-offset-ms").await.unwrap().unwrap();
        offset.parse::<i64>().unwrap() / 1000
    }
}
