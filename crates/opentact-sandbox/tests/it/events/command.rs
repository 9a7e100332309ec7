//! The event service of the command.

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{io::AsyncReadExt, net::TcpStream, process::Command};
use tokio_tungstenite::client_async;

use super::peer::assert_fits;
use crate::launched::{BINARY, Launched};

/// The answer to a credential of Ann's, and the credential.
async fn answer(launched: &Launched) -> (Value, String) {
    let http = reqwest::Client::new();
    let login = http.get(format!("{}/rest/auth", launched.base_url()));
    let login = login
        .basic_auth("ann@example.com", Some("made-up"))
        .send()
        .await
        .unwrap();
    let login: Value = login.json().await.unwrap();
    let jwt = login["payload"]["token"].as_str().unwrap().to_owned();
    let stream = TcpStream::connect(launched.address()).await.unwrap();
    let url = format!("ws://{}/wss", launched.address());
    let (mut socket, _) = client_async(url, stream).await.unwrap();
    let message = json!({ "type": "auth", "payload": jwt }).to_string();
    socket.send(message.into()).await.unwrap();
    let answer = socket.next().await.unwrap().unwrap().into_text().unwrap();
    (serde_json::from_str(&answer).unwrap(), jwt)
}

#[tokio::test]
async fn the_form_of_the_answer_is_an_option() {
    for (form, success) in [("2021", json!(true)), ("2024", Value::Null)] {
        let flags = ["--auth-answer", form, "--user", "ann@example.com:made-up"];
        let launched = Launched::with(&flags).await;
        let (answer, _) = answer(&launched).await;
        assert_fits("AuthEvent", &answer);
        assert_eq!(answer["success"], success, "{form}");
    }
}

#[tokio::test]
async fn no_frame_is_logged() {
    let mut command = Command::new(BINARY);
    command
        .args(["--json", "--listen", "127.0.0.1:0", "--log", "trace"])
        .args(["--user", "ann@example.com:made-up"])
        .stderr(std::process::Stdio::piped());
    let mut launched = Launched::of(command).await;
    let (_, jwt) = answer(&launched).await;
    launched.child.kill().await.unwrap();
    let mut log = String::new();
    let mut stderr = launched.child.stderr.take().unwrap();
    stderr.read_to_string(&mut log).await.unwrap();
    assert!(log.contains("/wss"), "{log}");
    for secret in [jwt.as_str(), "ann@example.com", "127.0.0.1 -"] {
        assert!(!log.contains(secret), "{secret} is in\n{log}");
    }
}
