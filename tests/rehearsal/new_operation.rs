//! Calls operations, by a scheme and with a field, that the contract gained a moment ago: with JSON, a
//! form, text and bytes, and one that is public, against the sandbox.

use std::io::{Read, Write};
use std::net::TcpListener;

use opentact::opentact_client::security::{Operation, SecurityScheme};
use opentact::opentact_client::{Client, FixedCredential};
use opentact::{Credential, Secret, Upload, models};

/// Answers one request, and gives it back.
fn server(kind: &str, body: &str) -> std::io::Result<(String, std::thread::JoinHandle<String>)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let length = body.len();
    let answer = format!("HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}");
    let task = std::thread::spawn(move || {
        let mut request = Vec::new();
        let mut buffer = [0; 4096];
        let (mut stream, _) = listener.accept().expect("a connection");
        let is_whole = |request: &[u8]| {
            let text = String::from_utf8_lossy(request).to_lowercase();
            let parts = text.split_once("\r\n\r\n");
            parts.is_some_and(|(head, body)| {
                let length = head.split("content-length: ").nth(1);
                let length = length.and_then(|it| it.lines().next()?.parse().ok());
                body.len() >= length.unwrap_or(0)
            })
        };
        while !is_whole(&request) {
            let count = stream.read(&mut buffer).expect("a request");
            request.extend_from_slice(&buffer[..count]);
        }
        stream.write_all(answer.as_bytes()).expect("an answer");
        String::from_utf8_lossy(&request).into_owned()
    });
    Ok((url, task))
}

fn bare(url: &str, scheme: SecurityScheme) -> Result<Client, Box<dyn std::error::Error>> {
    let credential = FixedCredential::new(scheme, Secret::new("made-up"));
    Ok(Client::connect(url, credential)?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let body = r#"{"success":true,"payload":{"expired_on":"2020-10-26T16:42:12.951Z","rehearsed":"yes"}}"#;
    let (url, task) = server("application/json", body)?;
    let client = bare(&url, SecurityScheme::Rehearsal)?;
    let answer = client.read_rehearsal().await.map_err(|_| "the call failed")?;
    let request = task.join().map_err(|_| "the server stopped")?;
    let line = request.lines().next().unwrap_or_default();
    let carried = request.to_lowercase().contains("x-rehearsal: made-up");
    println!("{line}");
    println!("operation {:?}, scheme carried: {carried}", Operation::ReadRehearsal);
    println!("field: {}", answer.payload.rehearsed.as_deref().unwrap_or("missing"));

    // A form, by the bare client.
    let (url, task) = server("application/json", body)?;
    let form = models::FormOfTrial::new("<flow/>", "A flow").count(3).is_new(true);
    bare(&url, SecurityScheme::Jwt)?.trial_form(&form).await.map_err(|_| "the form failed")?;
    let request = task.join().map_err(|_| "the server stopped")?;
    let parts = ["multipart/form-data; boundary=", "name=\"count\"\r\n\r\n3\r\n", "filename=\"file\"", "<flow/>"];
    let missing = parts.iter().find(|it| !request.contains(**it));
    let sent = missing.map_or("sent", |_| "lacking");

    // Text, by the client of the SDK.
    let (url, task) = server("text/csv", "a,b")?;
    let sdk = opentact::Client::builder(Credential::jwt("made-up")).base_url(url).build()?;
    let text = sdk.api().trial_text().await.map_err(|_| "the text failed")?.into_inner();
    let request = task.join().map_err(|_| "the server stopped")?;
    let accepts = request.contains("accept: text/csv, application/json;q=0.5");
    let text = if accepts { text } else { "not accepted".to_owned() };

    // Bytes, by the client of the SDK.
    let (url, _) = server("application/octet-stream", "\u{1}\u{2}\u{3}")?;
    let sdk = opentact::Client::builder(Credential::jwt("made-up")).base_url(url).build()?;
    let mut download = sdk.api().trial_bytes().await.map_err(|_| "the bytes failed")?.into_inner();
    let mut bytes = 0;
    while let Some(chunk) = download.chunk().await? {
        bytes += chunk.len();
    }

    // Whoever asks the sandbox for what is public need not say who it is.
    let sandbox = opentact_sandbox::Sandbox::start().await?;
    let public = Operation::TrialPublic;
    let url = format!("{}{}", sandbox.base_url(), public.path());
    let public = reqwest::get(url).await?.status().as_u16();
    println!("form: {sent}, text: {text}, bytes: {bytes}, public: {public}");
    Ok(())
}
