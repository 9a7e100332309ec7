//! Calls each operation of a resource that the contract gained a moment ago, as the SDK has it, against a
//! scripted peer.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};

use opentact::{Client, Credential, ErrorKind, Upload};
use uuid::Uuid;

const WIDGETS: usize = 26;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer(stream));
        }
    });
    let client = Client::builder(Credential::jwt("made-up")).base_url(&url).build()?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(call(&client))?;
    // The same without a runtime.
    let found = client.widgets().search().page_size(10).items_blocking();
    let found: Vec<_> = found.collect::<Result<_, _>>()?;
    let size = client.widgets().get(uuid(7)).send_blocking()?.size;
    println!("blocking: {} found, size {:?}", found.len(), size.value());
    // Nobody has to say who it is for what is public, and has to for everything else.
    let visitor = opentact::ClientBuilder::anonymous().base_url(url).build()?;
    let count = visitor.widgets().count().send_blocking()?;
    let refused = visitor.widgets().list().send_blocking().map(drop);
    let kind = refused.map_err(|error| error.kind());
    println!("public: {count}, otherwise {kind:?}");
    assert_eq!(kind, Err(ErrorKind::Configuration));
    Ok(())
}

async fn call(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let widgets = client.widgets();
    let made = widgets.create("cog").size(3).await?;
    let listed = widgets.list().await?.len();
    let got = widgets.get(made.uuid).await?;
    let changed = widgets.update(made.uuid).size(4).await?;
    widgets.delete(made.uuid).await?;
    println!("called: {:?} of {listed}, then {:?}", got.size.value(), changed.size.value());
    let picture = Upload::from(vec![1, 2, 3]).media_type("image/png");
    widgets.upload_picture(made.uuid, picture).title("A cog").await?;

    let page = widgets.search().page_size(10).skip(20).await?;
    let mut items = widgets.search().name("cog*").page_size(10).items();
    let mut names = Vec::new();
    while let Some(item) = items.next().await {
        names.push(item?.name.into_value().unwrap_or_default());
    }
    println!("page: {} of {:?}, all: {}", page.data.len(), page.total, names.len());
    assert!(names.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}");

    for (error, words) in [
        (widgets.create("").await.map(drop), "`name` has 0 characters; 1 to 40 are allowed"),
        (widgets.update(made.uuid).await.map(drop), "there is nothing to change; give `name` or `size`"),
        (widgets.search().page_size(101).await.map(drop), "`take` is 101; 1 to 100 are allowed"),
    ] {
        let error = error.err().ok_or("nothing was refused")?;
        assert!(error.kind() == ErrorKind::Input && error.to_string().contains(words), "{error}");
    }
    println!("limits: kept");

    // What the contract calls safe is sent again, and what is not leaves a doubt with advice.
    let doubt = widgets.create("lost").await.err().ok_or("nothing was lost")?;
    let advice = doubt.to_string().contains("`widgets().search()` shows it");
    println!("doubt: {}, advice: {advice}", doubt.may_have_been_carried_out());
    Ok(())
}

fn uuid(number: usize) -> Uuid {
    Uuid::from_u128(number as u128)
}

fn widget(number: usize, size: u64) -> String {
    format!(r#"{{"uuid":"{}","name":"cog {number:02}","size":{size}}}"#, uuid(number))
}

/// Whether a search has been left without an answer.
static LOST: AtomicBool = AtomicBool::new(false);

/// Answers the requests of a connection as the contract says, except for the first search and the creation
/// of what is called lost: their connections end.
fn answer(stream: TcpStream) {
    let mut reader = BufReader::new(stream.try_clone().expect("a handle"));
    while let Some((line, credential, body)) = request(&mut reader) {
        let field = |name: &str| -> Option<usize> {
            let rest = body.split(&format!("\"{name}\":")).nth(1)?;
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        };
        let one = |size: u64| format!(r#"{{"success":true,"payload":{}}}"#, widget(7, size));
        let is_search = line.starts_with("POST /rest/widget/search");
        if body.contains("lost") || is_search && !LOST.swap(true, Ordering::Relaxed) {
            return;
        }
        let parts: Vec<&str> = line.split([' ', '/']).collect();
        let (kind, text) = match parts.as_slice() {
            ["GET", "", "rest", "widget", "count", ..] => {
                assert!(!credential, "a credential for what is public");
                ("text/plain", WIDGETS.to_string())
            }
            _ if !credential => panic!("no credential: {line}"),
            ["POST", "", "rest", "widget", "search", ..] => {
                let skip = field("skip").unwrap_or(0);
                let end = WIDGETS.min(skip + field("take").unwrap_or(10));
                let items: Vec<String> = (skip..end).map(|number| widget(number, 1)).collect();
                let items = items.join(",");
                let page = format!(r#"{{"data":[{items}],"total":{WIDGETS}}}"#);
                ("application/json", format!(r#"{{"success":true,"payload":{page}}}"#))
            }
            ["GET", "", "rest", "widget", "list", ..] => {
                ("application/json", format!(r#"{{"success":true,"payload":[{}]}}"#, widget(7, 3)))
            }
            ["PUT", "", "rest", "widget", _, "picture", ..] => {
                let parts = ["name=\"picture\"; filename=", "Content-Type: image/png", "name=\"title\"", "A cog"];
                assert!(parts.iter().all(|part| body.contains(part)), "{body}");
                ("application/json", one(3))
            }
            ["DELETE", ..] => ("", String::new()),
            _ => ("application/json", one(field("size").unwrap_or(3) as u64)),
        };
        let status = if kind.is_empty() { "204 No Content" } else { "200 OK" };
        let head = format!("HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n", text.len());
        let mut stream = reader.get_ref();
        let sent = stream.write_all(format!("{head}{text}").as_bytes());
        if sent.is_err() {
            return;
        }
    }
}

/// The line of the next request, whether it has the credential, and its body.
fn request(reader: &mut BufReader<TcpStream>) -> Option<(String, bool, String)> {
    let (mut line, mut length, mut credential) = (String::new(), 0, false);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok().filter(|count| *count > 0)?;
        let header = header.trim_end().to_owned();
        if header.is_empty() {
            break;
        }
        let lower = header.to_ascii_lowercase();
        if let Some(value) = lower.strip_prefix("content-length: ") {
            length = value.parse().ok()?;
        }
        credential |= lower == "x-auth-token: made-up";
        if line.is_empty() {
            line = header;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((line, credential, String::from_utf8_lossy(&body).into_owned()))
}
