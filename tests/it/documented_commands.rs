//! Each command line that the vendor's pages and the README print, with another host, against the sandbox.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use opentact_sandbox::{NumberSeed, Sandbox, UserSeed};
use opentact_tests::{EMAIL, PASSWORD, World};
use serde_json::Value;

/// What a `curl` command line asks for.
#[derive(Debug)]
struct Curl {
    method: reqwest::Method,
    url: String,
    headers: Vec<(String, String)>,
    body: Option<String>,
}

impl Curl {
    /// Reads a command line as a shell would.
    fn parse(command: &str) -> Self {
        let words = shell_words::split(&command.replace("\\\n", " ")).unwrap();
        let mut words = words.into_iter();
        assert_eq!(words.next().as_deref(), Some("curl"));
        let mut curl = Self {
            method: reqwest::Method::GET,
            url: String::new(),
            headers: Vec::new(),
            body: None,
        };
        while let Some(word) = words.next() {
            match word.as_str() {
                "-X" => curl.method = words.next().unwrap().parse().unwrap(),
                "-H" => {
                    let header = words.next().unwrap();
                    let (name, value) = header.split_once(':').unwrap();
                    curl.headers
                        .push((name.trim().to_owned(), value.trim().to_owned()));
                }
                "-u" => {
                    let basic = BASE64_STANDARD.encode(words.next().unwrap());
                    curl.headers
                        .push(("Authorization".to_owned(), format!("Basic {basic}")));
                }
                "-d" => {
                    curl.body = words.next();
                    if curl.method == reqwest::Method::GET {
                        curl.method = reqwest::Method::POST;
                    }
                }
                _ => curl.url = word,
            }
        }
        curl
    }

    /// Sends the request to another host, the placeholder replaced by something good.
    async fn send(self, base: &str, jwt: &str, token: &str) -> (u16, Value) {
        let path = self.url.split_once("/rest").unwrap().1;
        let url = format!("{base}/rest{}", path.replace("{JWT_TOKEN}", token));
        let mut request = reqwest::Client::new().request(self.method, url);
        for (name, value) in self.headers {
            request = request.header(name, value.replace("JWT_TOKEN", jwt));
        }
        if let Some(body) = self.body {
            request = request.body(body);
        }
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }
}

#[tokio::test]
async fn every_documented_command_works() {
    let world = World::start().await;
    let ann = world.ann();
    let jwt = ann.whoami().await.unwrap().token.unwrap();
    let token = ann.tokens().create("for the deletion").await.unwrap().token;
    let page = include_str!("../fixtures/documented_commands.txt");
    let commands: Vec<&str> = page
        .split("\n\n")
        .filter(|paragraph| paragraph.starts_with("curl"))
        .collect();
    assert_eq!(commands.len(), 5);

    let mut answers = Vec::new();
    for command in commands {
        let curl = Curl::parse(command);
        let asked = format!("{} {}", curl.method, curl.url);
        let (status, answer) = curl
            .send(&world.sandbox.base_url(), jwt.expose(), token.expose())
            .await;
        assert_eq!(answer["success"], true, "{asked}: {answer}");
        answers.push((asked, status, answer));
    }
    let [login, create, list, delete, delete_all] = answers.try_into().unwrap();
    assert_eq!(
        (login.1, &login.2["payload"]["email"]),
        (200, &EMAIL.into())
    );
    assert_eq!(
        (create.1, &create.2["payload"]["name"]),
        (201, &"string".into())
    );
    assert_eq!(list.1, 200);
    assert_eq!(list.2["payload"].as_array().unwrap().len(), 2);
    assert_eq!(delete.2["payload"]["token"], token.expose());
    assert_eq!(delete_all.2["payload"], serde_json::json!({}));
    assert_eq!(ann.tokens().list().await.unwrap(), []);
}

#[tokio::test]
async fn the_documented_basic_header_works() {
    let world = World::start().await;
    let basic = reqwest::Client::new()
        .get(format!("{}/rest/auth", world.sandbox.base_url()))
        .basic_auth(EMAIL, Some(PASSWORD));
    assert_eq!(basic.send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn the_readmes_curl_sends_a_text() {
    let readme = include_str!("../../README.md");
    let (_, line) = readme.split_once("$ curl ").unwrap();
    let (line, _) = line.split_once("```").unwrap();
    // As the command adds them where no user is given.
    let demo = UserSeed::new("demo@example.com", "demo password");
    let demo = demo.number(NumberSeed::new("12015550100"));
    let world = World::with(Sandbox::builder().user(demo)).await;
    let (status, answer) = Curl::parse(&format!("curl {line}"))
        .send(&world.sandbox.base_url(), "", "")
        .await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(answer["payload"]["message"], "Your table is ready");
}
