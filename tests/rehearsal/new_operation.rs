//! Calls an operation, by a scheme and with a field, that the contract gained a moment ago.

use std::io::{Read, Write};
use std::net::TcpListener;

use opentact_client::security::{Operation, SecurityScheme};
use opentact_client::{Client, FixedCredential, Secret};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let server = std::thread::spawn(move || -> std::io::Result<String> {
        let (mut stream, _) = listener.accept()?;
        let mut request = vec![0; 4096];
        let count = stream.read(&mut request)?;
        let body = r#"{"success":true,"payload":{"expired_on":"2020-10-26T16:42:12.951Z","rehearsed":"yes"}}"#;
        write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len())?;
        Ok(String::from_utf8_lossy(&request[..count]).into_owned())
    });
    let credential = FixedCredential::new(SecurityScheme::Rehearsal, Secret::new("made-up"));
    let client = Client::connect(&url, credential)?;
    let answer = client.read_rehearsal().await.map_err(|_| "the call failed")?;
    let request = server.join().map_err(|_| "the server stopped")??;
    let line = request.lines().next().unwrap_or_default();
    let carried = request.to_lowercase().contains("x-rehearsal: made-up");
    println!("{line}");
    println!("operation {:?}, scheme carried: {carried}", Operation::ReadRehearsal);
    println!("field: {}", answer.payload.rehearsed.as_deref().unwrap_or("missing"));
    Ok(())
}
