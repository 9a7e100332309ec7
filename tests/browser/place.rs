//! A sandbox with an inspector, with Ann and a token of hers.

use opentact::{Client, Credential, retry::RetryPolicy};
use opentact_referee::Watch;
use opentact_sandbox::{Sandbox, UserSeed};
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
        let ann = UserSeed::new(EMAIL, PASSWORD).name("Ann", "Example");
        let ann = ann.sip_user("1000", "example.sip.opentact.org", "made up");
        let bob = UserSeed::new("bob@example.com", "another made-up one").name("Bob", "Example");
        let (builder, watch) = watched(Sandbox::builder().user(ann).user(bob).control());
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
        let builder = Client::builder().base_url(self.sandbox.base_url());
        let builder = builder.credential(Credential::basic(EMAIL, PASSWORD));
        builder.retries(RetryPolicy::none()).build().unwrap()
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
