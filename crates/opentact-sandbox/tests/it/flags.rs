//! Each option of the command, by what it does to a request.

use std::collections::{BTreeMap, BTreeSet};

use reqwest::{Client, Method};
use serde_json::Value;
use tokio::process::Command;

use crate::{
    command::output,
    launched::{BINARY, Launched},
    world::ANN,
};

const USER: &str = "--user ann@example.com:made-up";

const ORDER: &str = "basic POST /rest/order {\"items\":[{\"tn\":12015550101,\"features\":[\"sms\"],\"autorenew\":false}]} => 201";

/// Flags, and requests with what is answered: `WHO METHOD PATH [BODY] => STATUS [POINTER[=VALUE]]`.
/// WHO is `basic`, `control`, or a header that carries what was kept last; a pointer without a
/// value keeps what is there. Each runs with Ann as its user unless it names people of its own.
const TABLE: &[(&str, &[&str])] = &[
    (
        USER,
        &["basic GET /rest/auth => 200 /payload/email=ann@example.com"],
    ),
    (
        "--seed {seed}",
        &[
            "basic GET /rest/auth => 200 /payload/first_name=Ann",
            "basic GET /rest/token/list => 503",
            "basic GET /rest/token/list => 200",
        ],
    ),
    ("--data {data}", &["basic GET /rest/auth => 200"]),
    (
        "--data {data}",
        &["basic POST /rest/token {\"name\":\"ci\"} => 201"],
    ),
    (
        "--data {data}",
        &["basic GET /rest/token/list => 200 /payload/0/name=ci"],
    ),
    (
        "--data {data}",
        &["control POST /clock/advance {\"seconds\":864000} => 200"],
    ),
    (
        "--data {data}",
        &["control GET /clock => 200 /payload/offset_ms=864000000"],
    ),
    (
        "--data {data} --system-time",
        &["control GET /clock => 200 /payload/offset_ms=0"],
    ),
    (
        "--control 127.0.0.1:0",
        &["control GET /users => 200 /payload/0/email=ann@example.com"],
    ),
    (
        "--jwt-ttl 600",
        &[
            "basic GET /rest/auth => 200 /payload/token",
            "control POST /clock/advance {\"seconds\":400} => 200",
            "X-Auth-Token GET /rest/auth => 200",
            "control POST /clock/advance {\"seconds\":201} => 200",
            "X-Auth-Token GET /rest/auth => 401",
        ],
    ),
    (
        "--order-delay 60",
        &[
            ORDER,
            "control POST /clock/advance {\"seconds\":59} => 200",
            "basic POST /rest/order/search {} => 200 /payload/data/0/state=created",
            "control POST /clock/advance {\"seconds\":2} => 200",
            "basic POST /rest/order/search {} => 200 /payload/data/0/state=processing",
        ],
    ),
    (
        "--sms-delay 60",
        &[
            ORDER,
            "basic POST /rest/sms {\"from\":\"12015550101\",\"to\":\"12125550123\",\"message\":\"hi\"} => 200",
            "control POST /clock/advance {\"seconds\":61} => 200",
            "basic POST /rest/sms/search {} => 200 /payload/data/0/state=success",
            "basic POST /rest/sms/search {} => 200 /payload/data/0/delivered=false",
        ],
    ),
    (
        // The address is this machine's in a form that does not look like it.
        "--webhooks-anywhere",
        &[
            ORDER,
            "basic POST /rest/sms {\"from\":\"12015550101\",\"to\":\"12125550123\",\"message\":\"hi\",\"custom_callback_url\":\"http://[::ffff:127.0.0.1]:1/\"} => 200",
            "control GET /webhooks => 200 /payload/0/state=failed",
        ],
    ),
    (
        "--default-token-ttl 77",
        &["basic POST /rest/token {\"name\":\"ci\"} => 201 /payload/ttl=77"],
    ),
    (
        "--create-status 201",
        &["basic POST /rest/token {\"name\":\"ci\"} => 201"],
    ),
    (
        "--create-status 200",
        &["basic POST /rest/token {\"name\":\"ci\"} => 200"],
    ),
    (
        "",
        &[
            "basic POST /rest/token {\"name\":\"ci\"} => 201 /payload/ttl=86400",
            "basic GET /rest/token/list => 200 /payload/0/token=null",
        ],
    ),
    (
        "--show-tokens",
        &[
            "basic POST /rest/token {\"name\":\"ci\"} => 201 /payload/token",
            "basic GET /rest/token/list => 200 /payload/0/token={kept}",
        ],
    ),
    (
        "--login-limit 1/60",
        &["basic GET /rest/auth => 200", "basic GET /rest/auth => 429"],
    ),
    (
        "--google-audience another",
        &[
            "control POST /users/ann@example.com/google-tokens {} => 201 /payload/token",
            "X-Auth-Google-Token GET /rest/auth => 200",
            "control POST /users/ann@example.com/google-tokens \
         {\"audience\":\"opentact-sandbox.apps.googleusercontent.com\"} => 201 /payload/token",
            "X-Auth-Google-Token GET /rest/auth => 401",
        ],
    ),
    (
        "--facebook-app-id 7",
        &[
            "control POST /users/ann@example.com/facebook-tokens {} => 201 /payload/token",
            "X-Auth-Facebook-Token GET /rest/auth => 200",
            "control POST /users/ann@example.com/facebook-tokens \
         {\"app_id\":\"100000000000001\"} => 201 /payload/token",
            "X-Auth-Facebook-Token GET /rest/auth => 401",
        ],
    ),
];

/// Options that other tests look at, and where.
const ELSEWHERE: &[(&str, &str)] = &[
    ("--listen", "ready_line"),
    ("--no-control", "ready_line"),
    ("--cors", "cors"),
    ("--json", "ready_line"),
    ("--print-credentials", "ready_line"),
    ("--sip-user", "command"),
    ("--auth-answer", "events"),
    ("--log", "flags"),
    ("--tls", "tls_command"),
    ("--tls-cert", "tls_command"),
    ("--tls-key", "tls_command"),
    ("--redirect", "tls_command"),
    ("--redirect-status", "tls_command"),
    ("--exit-with-parent", "told_to_stop"),
    ("--help", "help"),
    ("--version", "help"),
];

/// Runs the requests of a row one after the other.
struct Row<'r> {
    launched: &'r Launched,
    kept: String,
}

impl Row<'_> {
    async fn ask(&mut self, line: &str) {
        let (request, expected) = line.split_once(" => ").unwrap();
        let mut words = request.splitn(4, ' ');
        let mut word = || words.next().unwrap();
        let (who, method, path) = (word(), word(), word());
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let at = match who {
            "control" => self.launched.control_url(),
            _ => self.launched.base_url(),
        };
        let mut request = Client::new().request(method, format!("{at}{path}"));
        if let Some(body) = words.next() {
            request = request
                .header("Content-Type", "application/json")
                .body(body.to_owned());
        }
        request = match (who, who.split_once('=')) {
            ("control", _) => request,
            ("basic", _) => request.basic_auth(ANN, Some("made-up")),
            (_, Some((header, value))) => request.header(header, value),
            (header, None) => request.header(header, &self.kept),
        };
        let answer = request.send().await.unwrap();
        let (status, pointer) = match expected.split_once(' ') {
            Some((status, pointer)) => (status, Some(pointer)),
            None => (expected, None),
        };
        assert_eq!(answer.status().as_str(), status, "{line}");
        let answer: Value = answer.json().await.unwrap();
        let shown = |pointer| match answer.pointer(pointer) {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => "null".to_owned(),
        };
        match pointer.map(|pointer| pointer.split_once('=').ok_or(pointer)) {
            Some(Ok((pointer, value))) => {
                assert_eq!(
                    shown(pointer),
                    value.replace("{kept}", &self.kept),
                    "{line}"
                );
            }
            Some(Err(pointer)) => self.kept = shown(pointer),
            None => {}
        }
    }
}

#[tokio::test]
async fn every_option_does_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name| folder.path().join(name).to_str().unwrap().to_owned();
    let seed = "users: [{email: ann@example.com, password: made-up, first_name: Ann}]\n\
                faults: [{action: status, status: 503, operation: listTokens, next: 1}]\n";
    std::fs::write(path("seed.yaml"), seed).unwrap();
    let places = BTreeMap::from([("{seed}", path("seed.yaml")), ("{data}", path("data"))]);
    let filled = |text: &str| {
        let fill = |text: String, (place, value): (&&str, &String)| text.replace(place, value);
        places.iter().fold(text.to_owned(), fill)
    };
    for (flags, requests) in TABLE {
        let mut flags = filled(flags);
        if !flags.contains("--seed") && !flags.contains("--user") {
            flags = format!("{USER} {flags}");
        }
        let launched = Launched::with(&flags.split_whitespace().collect::<Vec<_>>()).await;
        let kept = String::new();
        let mut row = Row {
            launched: &launched,
            kept,
        };
        for request in *requests {
            row.ask(&filled(request)).await;
        }
    }
}

#[tokio::test]
async fn every_option_has_a_test() {
    let (output, _) = output(&["-h"]).await;
    let help = String::from_utf8(output.stdout).unwrap();
    let words = help.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let options: BTreeSet<&str> = words.filter(|word| word.starts_with("--")).collect();
    let in_table = TABLE.iter().flat_map(|(flags, _)| flags.split_whitespace());
    let tested: BTreeSet<&str> = in_table
        .filter(|word| word.starts_with("--"))
        .chain(ELSEWHERE.iter().map(|(option, _)| *option))
        .collect();
    assert!(options.len() > 20);
    assert_eq!(options, tested, "give the option a row in the table");
}

#[cfg(unix)]
#[tokio::test]
async fn requests_are_logged_if_asked_for() {
    for (level, logged) in [("info", true), ("off", false)] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("stderr");
        let mut command = Command::new(BINARY);
        command
            .args(["--json", "--listen", "127.0.0.1:0", "--log", level])
            .stderr(std::fs::File::create(&file).unwrap());
        let mut launched = Launched::of(command).await;
        launched.login("demo@example.com", "demo password").await;
        launched.signal("-TERM").await;
        assert_eq!(launched.code().await, Some(0));
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(text.contains("/rest/auth"), logged, "{text}");
        assert!(!text.contains("demo password"), "{text}");
    }
}
